"""Patterns above the list of knelpunten: what many report about one complex, to be put on an agenda."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from huurdersapp.actions import finding, knelpunt_patronen, knelpunten
from huurdersapp.actions.finding import Found
from huurdersapp.actions.knelpunt_patronen import Pattern
from huurdersapp.base import clock
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.records.base import Choice
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.editors.choice import ListEditor
from huurdersapp.ui.forms.editors.text import LineEditor
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.lists.record_parts import LinkButton, label
from huurdersapp.ui.place import Place

COMING = 20
"""Meetings that can be chosen from."""


class PatternPanel(QFrame):
    """The largest pattern in one line, the others after a press. `told` when there are others than before: whoever has the
    panel shows it then or not (`found`)."""

    told = Signal()
    plan_wanted = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.setProperty("role", "card")
        self.setAccessibleName(_("Patronen"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8, 2, 8, 2)
        self._column.setSpacing(2)
        self.found: Sequence[Pattern] = ()
        self._body: QWidget | None = None
        self._all = False
        self.hide()

    def refresh(self) -> None:
        """Look again, beside the window."""
        ctx = self.desk.ctx
        self.desk.ask(self, "patronen", lambda: knelpunt_patronen.patterns(ctx), self._show)

    def _show(self, found: list[Pattern]) -> None:
        if list(self.found) == found:
            return
        self.found = found
        self._build()

    def _build(self) -> None:
        if self._body is not None:
            self._body.hide()
            self._body.deleteLater()
        self._body = QWidget()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for each in self.found if self._all else self.found[:1]:
            self._add(column, each)
        self._column.addWidget(self._body)
        self.told.emit()

    def _add(self, column: QVBoxLayout, each: Pattern) -> None:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        words = LinkButton(each.words)
        words.clicked.connect(lambda: self.desk.safely(lambda: self._look(each)))
        row.addWidget(words)
        row.addWidget(self._button(_("Zet op de agenda…"), each, self.plan_wanted.emit))
        row.addWidget(self._button(_("Nu niet"), each, self._put_away))
        rest = len(self.found) - 1
        if rest and not self._all:
            more = QPushButton(
                ngettext("Nog {count} patroon", "Nog {count} patronen", rest).format(count=rest)
            )
            more.setProperty("role", "link")
            more.clicked.connect(self._show_all)
            row.addWidget(more)
        row.addStretch(1)
        column.addWidget(holder)

    def _button(self, words: str, each: Pattern, do: Callable[[Pattern], object]) -> QPushButton:
        button = QPushButton(words)
        button.setProperty("role", "link")
        button.setAccessibleName(_("{action}: {title}").format(action=words, title=each.words))
        button.clicked.connect(lambda: self.desk.safely(lambda: do(each)))
        return button

    def _show_all(self) -> None:
        self._all = True
        self._build()

    def _look(self, each: Pattern) -> None:
        self.desk.go(Place("knelpunt", where=each.where, title=each.words, kind="knelpunt"))

    def _put_away(self, each: Pattern) -> None:
        ctx = self.desk.ctx
        knelpunt_patronen.put_away(ctx, each)

        def back() -> None:
            knelpunt_patronen.bring_back(ctx, each)
            self.refresh()

        self.desk.offer(_("Dit patroon blijft weg tot er meldingen bij komen."), _("Terugzetten"), back)
        self.refresh()


class AgendaForm(QFrame):
    """Choose a coming meeting and say what the item is called; `closed` is called when it is done or left."""

    def __init__(
        self, desk: Desk, pattern: Pattern, closed: Callable[[], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.desk, self._pattern, self._closed = desk, pattern, closed
        self.setProperty("role", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.addWidget(label(_("Zet op de agenda"), "heading"))
        column.addWidget(label(_("{pattern}.").format(pattern=pattern.words)))
        where = (f"vanaf={clock.today()}",)
        coming: list[Found] = finding.listed(desk.ctx, "overleg", where, COMING)
        self.meeting = ListEditor(
            desk, [Choice(str(each.number), each.name) for each in reversed(coming)], empty=None
        )
        self.subject = LineEditor(desk)
        self.subject.set_value(pattern.about)
        self.save_button = QPushButton(_("Zet op de agenda"))
        self.save_button.setProperty("role", "main")
        self.save_button.clicked.connect(lambda: desk.safely(self._save))
        cancel = QPushButton(_("Annuleren"))
        cancel.clicked.connect(lambda: desk.safely(closed))
        row = FlowLayout()
        if coming:
            self.meeting.set_value(str(coming[-1].number))
            for words, editor in ((_("Overleg"), self.meeting), (_("Agendapunt"), self.subject)):
                head = label(words, "label")
                head.setBuddy(editor.first_focus())
                editor.name_it(words)
                column.addWidget(head)
                column.addWidget(editor)
            row.addWidget(self.save_button)
        else:
            column.addWidget(label(_("Er is nog geen overleg gepland.")))
            new = QPushButton(_("Nieuw overleg"))
            new.clicked.connect(lambda: desk.go(Place("overleg", doing="nieuw", kind="overleg")))
            row.addWidget(new)
        row.addWidget(cancel)
        column.addLayout(row)

    def begin(self) -> None:
        """The focus to the meeting, or to what can be pressed when there is none."""
        target = (
            self.meeting.first_focus() if self.meeting.value() is not None else self.findChild(QPushButton)
        )
        if target is not None:
            target.setFocus()

    def _save(self) -> None:
        number = int(self.meeting.value())
        told = knelpunten.put_on_agenda(self.desk.ctx, self._pattern.open, number, self.subject.value() or "")
        text = _("Op de agenda gezet: {subject}.").format(subject=self.subject.value())
        self._closed()
        self.desk.say_done(text, told)
