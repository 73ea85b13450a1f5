"""Beside the list of the jaaragenda: the moment that somebody is at, or what can be done with several at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from huurdersapp.actions import jaaragenda_wij
from huurdersapp.actions.jaaragenda_wij import Known
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.records.jaaragenda_vorm import DONE, DROPPED, Jaar, Moment
from huurdersapp.ui.agenda.moment_view import MomentView
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.quick_form import QuickForm
from huurdersapp.ui.icons import icon
from huurdersapp.ui.lists.record_parts import label


class Detail(QWidget):
    """Shows what is chosen in the list; `to_list` goes back there, where the list has no room beside it."""

    def __init__(self, desk: Desk, to_list: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.view: QWidget | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 0, 0, 0)
        self.back_button = QPushButton(_("Terug naar lijst"))
        self.back_button.clicked.connect(lambda: desk.safely(to_list))
        column.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 4, 0)
        self._column.addStretch(1)
        self.area.setWidget(inside)
        column.addWidget(self.area, 1)

    # -- what is shown -----------------------------------------------------------------------------------------------

    @property
    def moment_view(self) -> MomentView | None:
        """The view of one moment; None where several are shown, or nothing."""
        return self.view if isinstance(self.view, MomentView) else None

    @property
    def moment(self) -> Moment | None:
        """The moment that is shown alone."""
        return self.moment_view.moment if self.moment_view is not None else None

    @property
    def form(self) -> QuickForm | None:
        """The small form that is open."""
        return self.moment_view.form if self.moment_view is not None else None

    @property
    def has_focus(self) -> bool:
        """Whether somebody is busy here."""
        focus = QApplication.focusWidget()
        return focus is not None and self.view is not None and self.view.isAncestorOf(focus)

    def keep(self) -> bool:
        """What was typed in a small form is kept; whether it could be."""
        form = self.form
        return form is None or form.keeper.flush()

    def show_chosen(self, year: Jaar | None, chosen: Sequence[Moment], known: Mapping[int, Known]) -> None:
        """Show these moments of a year, and from the top."""
        if (old := self.view) is not None:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.view = None
        if year is not None and len(chosen) == 1:
            self.view = MomentView(self.desk, year, chosen[0], known.get(chosen[0].akkoord or 0))
        elif year is not None and chosen:
            self.view = self._several(year, chosen)
        if self.view is not None:
            self._column.insertWidget(0, self.view)
            self.view.show()
            self._column.activate()  # its buttons lie where they stand before anything is asked of them
            self.area.verticalScrollBar().setValue(0)

    def begin(self) -> None:
        """Put the focus where one can do something with it."""
        if (view := self.moment_view) is not None:
            view.first_button().setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.view is not None and (found := self.view.findChildren(QPushButton)):
            found[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def begin_moving(self) -> bool:
        """Open the small form that gives the moment another day; False where it has none."""
        view = self.moment_view
        step = next((name for name in view.openers if name.startswith("verzetten")), "") if view else ""
        if view is None or not step:
            return False
        view.begin(step).begin()
        return True

    @property
    def can_move(self) -> bool:
        """Whether the moment can have another day."""
        view = self.moment_view
        return view is not None and any(name.startswith("verzetten") for name in view.openers)

    def give_room(self, *, alone: bool) -> None:
        """With the way back to the list where that has no room beside it."""
        self.back_button.setVisible(alone)
        self.back_button.setIcon(icon("terug", self.desk.look))

    # -- several at once ---------------------------------------------------------------------------------------------

    def _several(self, year: Jaar, chosen: Sequence[Moment]) -> QWidget:
        frame = QFrame()
        frame.setProperty("role", "card")
        column = QVBoxLayout(frame)
        column.setContentsMargins(16, 12, 16, 12)
        count = len(chosen)
        column.addWidget(label(_("{count} momenten gekozen").format(count=count), "heading"))
        able = [moment for moment in chosen if _can_be_done(moment)]
        if able:
            button = QPushButton(_("Gedaan: alle {count}").format(count=len(able)))
            button.setProperty("role", "main")
            button.clicked.connect(lambda: self.desk.safely(lambda: self.all_done(year, able)))
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        if len(able) < count:
            column.addWidget(label(_("Wat al klaar is of niet doorgaat, blijft zo."), "muted"))
        return frame

    def all_done(self, year: Jaar, moments: Sequence[Moment]) -> None:
        """These moments were done today, in one step."""
        places = [jaaragenda_wij.At(moment.handle, moment.agenda) for moment in moments]
        typed = {"gedaan_op": year.today.isoformat()}
        step = jaaragenda_wij.done_label(len(places))
        told = jaaragenda_wij.note(self.desk.ctx, places, year.year, typed, step)
        text = ngettext("Gedaan: {count} moment.", "Gedaan: {count} momenten.", len(places))
        self.desk.say_done(text.format(count=len(places)), told)


def _can_be_done(moment: Moment) -> bool:
    open_ = moment.state not in (DONE, DROPPED)
    return open_ and (moment.handle is not None or moment.agenda is not None)
