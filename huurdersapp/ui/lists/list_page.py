"""A screen with a list of records and, beside it, the one that somebody is at: to read, to change, to throw away.

Most kinds need nothing more than a subclass that names its ready filters.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from huurdersapp.actions import dubbelen, voorkeuren
from huurdersapp.actions.concepten import ENTITY
from huurdersapp.actions.words import View
from huurdersapp.base.errors import UserError
from huurdersapp.base.events import Changes
from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.record_form import RecordForm
from huurdersapp.ui.icons import icon
from huurdersapp.ui.lists import words
from huurdersapp.ui.lists.filter_bar import ALL, Asked
from huurdersapp.ui.lists.list_tasks import ListTasks
from huurdersapp.ui.page import Command
from huurdersapp.ui.place import Place

FormFactory = Callable[[Desk, str, QWidget], RecordForm]
FORM_ALONE_BELOW = 1400
"""Width in pixels at 100 %: narrower than this a form has the screen to itself."""


class ListPage(ListTasks):
    """List and detail of one kind of record, or of several between which one chooses.

    `chips` are the ready filters of the kind (by kind where there are more), `first_chip` the one that is on at first (None:
    all). `form_factory` makes another form. Override `extra_buttons` and `extra_panels` for what a kind has of its own.
    """

    form_factory: ClassVar[FormFactory] = RecordForm
    own_totals: ClassVar[tuple[str, ...]] = ()
    """Kinds of which the page itself says above the list what they add up to."""

    def __init__(
        self, desk: Desk, key: str, kinds: tuple[str, ...] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, key, kinds, parent)
        self._asked = dict[str, Asked]()
        self._with_list: list[QWidget] = []
        self._begun = False
        self._build()
        self._connect()

    # -- what a kind may have of its own -------------------------------------------------------------------------

    def extra_buttons(self, view: View) -> Sequence[QPushButton]:
        """Buttons beside [Wijzigen] of the record that is shown."""
        return ()

    def extra_panels(self, view: View) -> Sequence[QWidget]:
        """What stands between the head and the fields of the record that is shown."""
        return ()

    def below_panels(self, view: View) -> Sequence[QWidget]:
        """What stands under the fields of the record that is shown, before its lists."""
        return ()

    def make_form(self) -> RecordForm:
        """The form of the kind that is shown."""
        return type(self).form_factory(self.desk, self.kind, self)

    def put_above(self, widget: QWidget) -> None:
        """Put something above the list, that gives way where a form or a record has the screen to itself."""
        self.above.addWidget(widget)
        self._with_list.append(widget)

    # -- building ------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 16, 8)
        column.setSpacing(8)
        self.above = QVBoxLayout()
        column.addLayout(self.above)
        column.addWidget(self.bar)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        column.addWidget(self.splitter, 1)
        self.splitter.addWidget(self.left)
        self.splitter.addWidget(self._detail())
        self.splitter.setStretchFactor(0, 6)
        self.splitter.setStretchFactor(1, 5)

    def _detail(self) -> QWidget:
        self.detail = QWidget()
        column = QVBoxLayout(self.detail)
        column.setContentsMargins(8, 0, 0, 0)
        self.back_button = QPushButton(_("Terug naar lijst"))
        self.back_button.clicked.connect(lambda: self.desk.safely(self.to_list))
        self.form_title = QLabel()
        self.form_title.setProperty("role", "heading")
        self.form_title.setWordWrap(True)
        head = QHBoxLayout()
        head.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignLeft)
        head.addWidget(self.form_title, 1)
        column.addLayout(head)
        self.nothing = QLabel(_("Kies in de lijst wat u wilt zien."))
        self.nothing.setProperty("role", "muted")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setWordWrap(True)
        self.details.addWidget(self.nothing)
        self.details.addWidget(self.view)
        column.addWidget(self.details, 1)
        self.view.extra_buttons, self.view.extra_panels = self.extra_buttons, self.extra_panels
        self.view.below_panels = self.below_panels
        return self.detail

    def _connect(self) -> None:
        safely = self.desk.safely
        self.pane.followed.connect(lambda number: safely(lambda: self._follow(number)))
        self.pane.opened.connect(lambda number: safely(lambda: self.open_record(number)))
        self.pane.new_wanted.connect(lambda: safely(self.new))
        self.pane.many_wanted.connect(lambda: safely(self.begin_many))
        self.pane.table.clicked_on.connect(lambda: safely(self._clicked))
        self.view.edit_wanted.connect(lambda: safely(self.edit))
        self.view.delete_wanted.connect(lambda: safely(self.discard_shown))
        self.view.history_wanted.connect(lambda: safely(self.show_history))
        self.desk.look.changed.connect(self._arrange)

    # -- the place -----------------------------------------------------------------------------------------------

    def title(self) -> str:
        return str(self.spec.plural or self.spec.label)

    def place(self) -> Place:
        asked = self.bar.asked
        form = self.form
        concept = form.keeper.concept.id if form is not None and form.keeper.concept is not None else None
        doing = "tonen" if form is None else "nieuw" if form.number is None else "wijzigen"
        number = form.number if form is not None else self.number
        return Place(
            self.key,
            number,
            where=asked.conditions() if asked.title else (),
            words=asked.words if asked.title else "",
            title=asked.title,
            kind=self.kind,
            doing=doing,  # type: ignore[arg-type]  # mypy takes the three words for any
            concept=concept,
        )

    def show_place(self, place: Place) -> None:
        kind = place.kind if place.kind in self._kinds else self.kind
        from_elsewhere = bool(place.where or place.words or place.title)
        if kind != self.kind or not self._begun or from_elsewhere:
            if not self._may_go():
                return
            asked = Asked(None, place.where, place.words, place.title) if from_elsewhere else None
            self._show_kind(kind, asked)
        self._tell_concepts()
        if place.doing == "nieuw":
            self.new(place.values, place.concept)
        elif place.doing == "wijzigen" and place.number is not None:
            self._show_record(place.number)
            self.edit(concept=place.concept)
        elif place.number is not None:
            self.open_record(place.number)
        elif from_elsewhere:
            self.to_list()
        elif self.form is None and not self._detail_open:
            self.pane.table.setFocus()
        self._arrange()

    def _show_kind(self, kind: str, asked: Asked | None) -> None:
        if self._begun:
            self._asked[self.kind] = self.bar.asked
        self._close_form()
        if kind != self.kind or not self._begun or asked is not None:
            # What was looked at before need not be in this list.
            self.view.forget()
            self._detail_open = False
        self.kind, self._begun = kind, True
        self.kind_shown()
        self.pane.adds_up = kind not in type(self).own_totals
        chips, first = self.ready(), type(self).first_chip
        usual = Asked(ALL if first is None or first >= len(chips) else chips[first])
        self.bar.use(self.spec, chips, asked or self._asked.get(kind) or usual)
        self.pane.table.use_widths(voorkeuren.get(self.desk.ctx, self._key("breedtes"), {}))
        self.load()
        self._show_detail()

    def kind_shown(self) -> None:
        """The list is of this kind from now on, whatever happens next: a page with a row of kinds marks it there."""

    def leave(self) -> bool:
        """Keep what was typed; what cannot be kept is told, and stays."""
        kept = self.view.keep()
        return (self.form is None or self.form.keep()) and kept

    # -- the record ----------------------------------------------------------------------------------------------

    def open_record(self, number: int) -> None:
        """Show a record and go there; raises UserError when it is not there."""
        if not self._close_form():
            return
        self.drop_task()
        self._show_record(number)
        self._detail_open = True
        self._arrange()
        if self._narrow:
            self.view.setFocus()
        else:
            self.pane.table.setFocus()
        self.place_changed.emit()

    def _show_record(self, number: int) -> None:
        self.view.show_record(self.kind, number)
        self.pane.go_to(number)
        self._show_detail()

    def _follow(self, number: int | None) -> None:
        """The detail goes along with who walks through the list."""
        if self.form is not None or (self._narrow and self._detail_open):
            return
        if number is None:
            if not self.pane.model.rowCount():
                self.view.forget()
        else:
            self.view.show_record(self.kind, number)
        self._show_detail()
        self.place_changed.emit()

    def _clicked(self) -> None:
        number = self.pane.number()
        if number is not None and (self.form is not None or self._narrow) and self.pane.chosen_count() == 1:
            self.open_record(number)

    def _show_detail(self) -> None:
        if self.form is not None:
            self.drop_task()
        shown: QWidget = self.view if self.view.number else self.nothing
        widget: QWidget = self.form or self.task or shown
        self.details.setCurrentWidget(widget)
        self.pane.table.begins = not self.view.number
        self.form_title.setVisible(self.form is not None)
        self.commands_changed.emit()

    def to_list(self) -> None:
        """Back to the list; what was typed stays as a concept."""
        if not self._close_form():
            return
        self.drop_task()
        self._detail_open = False
        self._show_detail()
        self._arrange()
        (self.pane.table if self.left.currentWidget() is self.pane else self.concepts).setFocus()

    # -- the form ------------------------------------------------------------------------------------------------

    def new(self, values: Mapping[str, object] | None = None, concept: str | None = None) -> None:
        """Fill in a new record; raises UserError where nothing can be changed."""
        self.desk.ctx.store.must_write()
        if self._may_go():
            self._open_form(words.new_label(self.spec)).new(dict(values or {}), concept)

    def edit(self, concept: str | None = None) -> None:
        """Change the record that is shown; raises UserError where nothing can be changed."""
        self.desk.ctx.store.must_write()
        if (number := self.number) is not None and self._may_go():
            title = _("{kind} {number} wijzigen").format(kind=self.spec.label, number=number)
            self._open_form(title).edit(number, concept)

    def edit_number(self, number: int) -> None:
        """Change a record of the list."""
        self._show_record(number)
        self.edit()

    def _open_form(self, title: str) -> RecordForm:
        self._close_form()
        form = self.form = self.make_form()
        form.saved.connect(lambda number, onward: self.desk.safely(lambda: self._saved(number, onward)))
        form.closed.connect(lambda: self.desk.safely(self._form_closed))
        self.details.addWidget(form)
        self.form_title.setText(title)
        self._detail_open = True
        self._show_detail()
        self._arrange()
        return form

    def _may_go(self) -> bool:
        """Whether the form can close: a full disk keeps it open, so that nothing is lost."""
        return self.form is None or self.form.keep()

    def _close_form(self) -> bool:
        """Close the form; whether that went, see `_may_go`."""
        if (form := self.form) is None:
            return True
        if not form.keep():
            return False
        self.form = None
        self.details.removeWidget(form)
        form.hide()
        form.deleteLater()
        return True

    def _form_closed(self) -> None:
        if self._close_form():
            self._after_form()

    def _after_form(self) -> None:
        self._show_detail()
        if self.view.number and self._narrow:
            self.view.setFocus()
        else:
            self.to_list()

    def _saved(self, number: int, onward: bool) -> None:
        self.pane.refresh()
        self._tell_concepts()
        if onward:
            return
        self._close_form()
        self._show_record(number)
        self._after_form()

    def show_history(self) -> None:
        """What happened to the record that is shown."""
        if (number := self.number) is not None:
            self.desk.go(Place("geschiedenis", number, kind=self.kind))

    # -- menu and keys -------------------------------------------------------------------------------------------

    def commands(self) -> Mapping[Command, Callable[[], object]]:
        found: dict[Command, Callable[[], object]] = {
            "nieuw": self.new,
            "sluiten": self.close_part,
        }
        if (form := self.form) is not None:
            found |= {"opslaan": form.save, "opslaan_en_volgende": form.save_and_next}
            return found
        found |= {"zoeken": self._to_search, "naar_excel": self.export, "kolommen": self.choose_columns}
        if self.kind in dubbelen.WAYS:
            found["dubbelen"] = self.find_doubles
        if self.number is not None:
            found |= {
                "wijzigen": lambda: self._here(self.edit),
                "verwijderen": lambda: self._here(self.discard),
                "geschiedenis": lambda: self._here(self.show_history),
            }
        return found

    def records_parts(self) -> Sequence[QWidget]:
        return (self.pane, self.detail)

    def _here(self, do: Callable[[], object]) -> None:
        """Do something with the record at which somebody is in the list, also when the detail did not follow yet."""
        self.pane.arrive()
        do()

    def _to_search(self) -> None:
        if self._narrow and self._detail_open:
            self.to_list()
        self.bar.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.search.selectAll()

    def close_part(self) -> None:
        """Esc: first what lies on top, then the detail, then to the list."""
        if self.bar.card_open:
            self.bar.close_card()
        elif self.form is not None:
            self._form_closed()
        else:
            self.to_list()

    # -- news ----------------------------------------------------------------------------------------------------

    def changed(self, changes: Changes) -> None:
        kinds = changes.kinds()
        self._tell_form(changes)
        if ENTITY in kinds:
            self._tell_concepts()
        mine = changes.origin is not None and self._is_mine(changes.origin)
        if mine or not self._begun or not kinds & self._watched():
            return
        self.pane.refresh()
        try:
            self.view.refresh()
        except UserError:  # somebody threw it away meanwhile
            self.view.forget()
            self._show_detail()

    def _tell_form(self, changes: Changes) -> None:
        try:
            goes_on = self.form is None or self._is_mine(changes.origin) or self.form.goes_on(changes)
        except UserError:  # somebody threw its record away meanwhile
            goes_on = False
        if not goes_on and self._close_form():
            self._show_detail()

    def _is_mine(self, origin: object) -> bool:
        return origin is self or (isinstance(origin, QObject) and origin is self.form)

    def _watched(self) -> set[str]:
        """Kinds whose words stand in the list or the detail, or by which it is filtered."""
        found: set[str] = {self.kind}
        for spec in self.spec.tree():
            found |= {item.note.ref for item in spec.fields.values() if item.note.ref}
        if self.number is not None:
            found |= set(self.desk.ctx.store.catalogue.specs)
        return found

    # -- size ----------------------------------------------------------------------------------------------------

    @property
    def _narrow(self) -> bool:
        return bool(getattr(self.window(), "is_narrow", False))

    def _arrange(self) -> None:
        """Side by side where there is room, else the detail over the list."""
        narrow = self._narrow
        alone = narrow or (self.form is not None and self.width() < self.desk.look.px(FORM_ALONE_BELOW))
        over = alone and self._detail_open
        for widget in (self.left, self.bar, *self._with_list):
            widget.setVisible(not over)
        self.detail.setVisible(not narrow or over)
        self.back_button.setVisible(over)
        self.form_title.setVisible(self.form is not None)
        self.back_button.setIcon(icon("terug", self.desk.look))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._arrange()
