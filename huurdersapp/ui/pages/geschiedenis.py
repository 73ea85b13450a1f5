"""Geschiedenis: what happened to a record, step by step, old beside new, and each change can go back."""

from __future__ import annotations

import contextlib
import difflib
import re
from collections.abc import Callable, Mapping
from functools import partial
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from huurdersapp.actions import history
from huurdersapp.actions.history import Entry, Happening
from huurdersapp.actions.words import read_view
from huurdersapp.base.errors import UserError
from huurdersapp.base.events import Changes
from huurdersapp.base.formats import moment
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.spec import RecordSpec
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.frame.read_only import off
from huurdersapp.ui.icons import icon
from huurdersapp.ui.lists.record_parts import card, label
from huurdersapp.ui.page import Command, Page
from huurdersapp.ui.pages.registry import page_of
from huurdersapp.ui.place import Place

AT_ONCE = 20
"""Steps that are shown together; [Meer tonen] brings the next ones."""
LONGEST = 3_000
"""Signs up to which differences inside a text are marked; of longer texts they would take too long to find."""


class HistoryPage(Page):
    """All steps of one record, the newest first."""

    help = "geschiedenis"

    def __init__(self, desk: Desk, key: str) -> None:
        super().__init__(desk, key)
        self._kind, self._number = "", 0
        self._entries: list[Entry] = []
        self._shown = 0
        self.back_button = QPushButton(_("Terug"))
        self.back_button.clicked.connect(lambda: desk.safely(self.open_record))
        self.heading = label("", "heading")
        head = QHBoxLayout()
        head.addWidget(self.back_button)
        head.addWidget(self.heading, 1)
        self.sheet = QScrollArea()
        self.sheet.setWidgetResizable(True)
        self.sheet.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 16, 8)
        column.addLayout(head)
        column.addWidget(self.sheet, 1)
        desk.look.changed.connect(self._draw)

    @property
    def spec(self) -> RecordSpec:
        """The kind of the record."""
        return self.desk.ctx.spec(self._kind)

    def title(self) -> str:
        return _("Geschiedenis")

    def show_place(self, place: Place) -> None:
        if place.kind is None or place.number is None:
            if not self._number:
                self._tell_nothing()
            return
        same = (place.kind, place.number) == (self._kind, self._number)
        entries = history.history(self.desk.ctx, self.desk.ctx.spec(place.kind), place.number)
        self._kind, self._number, self._entries = place.kind, place.number, entries
        self._shown = max(AT_ONCE, self._shown if same else 0)
        self._draw()
        self.back_button.setFocus()

    def place(self) -> Place:
        return Place(self.key, self._number or None, kind=self._kind or None)

    def commands(self) -> Mapping[Command, Callable[[], object]]:
        return {"sluiten": self.open_record} if self._number else {}

    def open_record(self) -> None:
        """Back to the record, or to the bin where it lies; of one that went with the bin, to the list."""
        if not self._number:
            self.desk.go(Place("vandaag"))
            return
        last = self._entries[0].happenings if self._entries else []
        whole = {each.event for each in last if each.part is None}
        page = "prullenbak" if "weggegooid" in whole else page_of(self._kind)
        gone = bool(whole & {"weggegooid", "geleegd"})
        self.desk.go(Place(page, None if gone else self._number, kind=self._kind))

    def changed(self, changes: Changes) -> None:
        if self._number and self._kind in changes.kinds():
            self._read_again()

    def _read_again(self) -> None:
        place = self.sheet.verticalScrollBar().value()
        self._entries = history.history(self.desk.ctx, self.spec, self._number)
        self._draw()
        self.sheet.verticalScrollBar().setValue(place)

    # -- drawing -------------------------------------------------------------------------------------------------

    def _tell_nothing(self) -> None:
        self.heading.setText(_("Kies eerst iets in een lijst. Kijk dan daar naar de geschiedenis."))
        self.sheet.setWidget(QWidget())

    def _draw(self) -> None:
        if not self._number:
            return
        self.back_button.setIcon(icon("terug", self.desk.look))
        text = _("{kind} {number}").format(kind=self.spec.label, number=self._number)
        with contextlib.suppress(UserError):  # one in the waste bin has no page to read its name from
            name = read_view(self.desk.ctx, self.spec, self._number).title
            text = _("{kind} {number}: {name}").format(kind=self.spec.label, number=self._number, name=name)
        self.heading.setText(text)
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, 8, 8)
        self._column.setSpacing(12)
        for entry in self._entries[: self._shown]:
            self._column.addWidget(self._entry(entry))
        rest = len(self._entries) - self._shown
        if rest > 0:
            self.more_button = QPushButton(_("Meer tonen (nog {count})").format(count=rest))
            self.more_button.clicked.connect(lambda: self.desk.safely(self._more))
            self._column.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch(1)
        self.sheet.setWidget(content)

    def _more(self) -> None:
        first = self._shown
        self._shown += AT_ONCE
        place = self._column.indexOf(self.more_button)
        self.more_button.hide()
        self.more_button.deleteLater()
        self._column.takeAt(place)
        for at, entry in enumerate(self._entries[first : self._shown]):
            self._column.insertWidget(place + at, self._entry(entry))
        rest = len(self._entries) - self._shown
        if rest > 0:
            self.more_button = QPushButton(_("Meer tonen (nog {count})").format(count=rest))
            self.more_button.clicked.connect(lambda: self.desk.safely(self._more))
            self._column.insertWidget(
                self._column.count() - 1, self.more_button, 0, Qt.AlignmentFlag.AlignLeft
            )
            self.more_button.setFocus()

    def _entry(self, entry: Entry) -> QFrame:
        frame, column = card()
        who = entry.author or _("zonder naam")
        when = _("{moment} door {who}").format(moment=moment(entry.moment), who=who)
        column.addWidget(label(when, "muted"))
        column.addWidget(label(entry.label, "heading"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        grid.setColumnStretch(2, 3)
        column.addLayout(grid)
        told = [
            each
            for each in entry.happenings
            if each.event == "gewijzigd" or each.part or each.event == "gewist"
        ]
        whole = [each for each in entry.happenings if each.part is None and each.field is None]
        compared = any(each.old and each.event != "gewist" for each in told)
        if compared:
            grid.addWidget(label(_("Was"), "label"), 0, 1)
            grid.addWidget(label(_("Werd"), "label"), 0, 2)
        for row, each in enumerate(told, 1):
            self._happening(grid, row, each, compared=compared)
        for each in whole:
            column.addWidget(label(_WHOLE[each.event]()))
        return frame

    def _happening(self, grid: QGridLayout, row: int, each: Happening, *, compared: bool) -> None:
        names = dict.fromkeys(filter(None, [each.part_label, each.label]))
        grid.addWidget(label(": ".join(names)), row, 0, Qt.AlignmentFlag.AlignTop)
        if each.field is None:
            grid.addWidget(label(_LINE[each.event]()), row, 1, 1, 2, Qt.AlignmentFlag.AlignTop)
        elif each.old is None or each.event == "gewist":
            at, wide = (2, 1) if compared else (1, 2)
            grid.addWidget(label(each.new or _("(leeg)")), row, at, 1, wide, Qt.AlignmentFlag.AlignTop)
        else:
            old, new = differences(each.old, each.new or "")
            for at, text, words in ((1, old, each.old), (2, new, each.new or _("(leeg)"))):
                shown = label("")
                shown.setTextFormat(Qt.TextFormat.RichText)
                shown.setText(text or escape(_("(leeg)")))
                shown.setAccessibleName(words)
                grid.addWidget(shown, row, at, Qt.AlignmentFlag.AlignTop)
        if (each.can_go_back and each.old is not None) or (each.can_go_back and each.field is None):
            button = QPushButton(_("Zet terug"))
            button.setAccessibleName(_("{field}: zet terug").format(field=": ".join(names)))
            button.clicked.connect(partial(self._put_back, each))
            off(self.desk, button)
            grid.addWidget(button, row, 3, Qt.AlignmentFlag.AlignTop)

    def _put_back(self, each: Happening, _on: bool = False) -> None:
        self.desk.safely(lambda: self.put_back(each))

    def put_back(self, each: Happening) -> None:
        """Give a field its old value, or bring back a line; raises what the store has against it."""
        done = history.put_back(self.desk.ctx, self.spec, self._number, each, origin=self)
        self._read_again()
        self.back_button.setFocus()
        self.desk.say(_("Gedaan: {step}.").format(step=done), undo=True)


_WHOLE: Mapping[str, Callable[[], str]] = {
    "gemaakt": lambda: _("Nieuw gemaakt."),
    "weggegooid": lambda: _("In de prullenbak gelegd."),
    "teruggehaald": lambda: _("Uit de prullenbak gehaald."),
    "geleegd": lambda: _("Met de prullenbak gewist. Het nummer blijft, de inhoud komt niet terug."),
}
_LINE: Mapping[str, Callable[[], str]] = {
    "gemaakt": lambda: _("regel erbij"),
    "weggegooid": lambda: _("regel weg"),
    "teruggehaald": lambda: _("regel terug"),
}


_PIECE = re.compile(r"\s+|\S+")


def differences(old: str, new: str) -> tuple[str, str]:
    """Both texts as HTML, word by word: what went is struck through, what came is underlined, so that nobody has to see it
    by its colour."""
    if len(old) + len(new) > LONGEST:
        return _html(old), _html(new)
    before, after = _PIECE.findall(old), _PIECE.findall(new)
    left, right = "", ""
    for kind, a, b, c, d in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        was, is_now = _html("".join(before[a:b])), _html("".join(after[c:d]))
        left += was if kind == "equal" or not was else f"<s>{was}</s>"
        right += is_now if kind == "equal" or not is_now else f"<b><u>{is_now}</u></b>"
    return left, right


def _html(text: str) -> str:
    return escape(text).replace("\n", "<br>")


PAGE = HistoryPage
