"""The clock of a case: how many days are left in words, each day with the rule and the facts it follows from."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from huurdersapp.actions import advies_termijnen
from huurdersapp.actions.advies_termijnen import TITLES, Klok, fact_in_words
from huurdersapp.base.formats import day_long
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.advies_termijn import Termijn
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.lists.record_parts import label

SOON = 7
"""With so many days left the countdown stands out."""


class ClockPanel(QFrame):
    """Read beside the window, so that a case opens at once. `reminder` when somebody wants to write one."""

    reminder = Signal()

    def __init__(self, desk: Desk, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.number = desk, number
        self.klok: Klok | None = None
        self.setProperty("role", "card")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 10, 12, 10)
        self._column.setSpacing(8)
        self.words = label("", "heading")
        self._column.addWidget(self.words)
        self.remind = QPushButton(_("Herinnering maken"))
        self.remind.setProperty("role", "main")
        self.remind.clicked.connect(self.reminder)
        self.remind.hide()
        ctx = desk.ctx
        desk.ask(self, "klok", lambda: advies_termijnen.klok(ctx, number), self._show)

    def _show(self, klok: Klok) -> None:
        self.klok = klok
        self.words.setText(_sentence(klok.words))
        late = klok.days_left is not None and klok.days_left <= SOON
        self.words.setProperty("role", "warning" if late else "heading")
        self.words.style().polish(self.words)
        for text in klok.warnings:
            self._column.addWidget(label(text, "warning"))
        if any(each.sleutel == "herinnering" and each.dag and each.dag <= klok.on for each in klok.ways_on):
            self._column.addWidget(self.remind, 0, Qt.AlignmentFlag.AlignLeft)
            self.remind.show()
        if klok.termijnen:
            self._column.addWidget(Days(self.desk, klok))
        self._fold(klok)

    def _fold(self, klok: Klok) -> None:
        """The ways on and the sentences for a letter, which are seldom needed."""
        holder = QWidget()
        row = FlowLayout(holder)
        self._column.addWidget(holder)
        if klok.ways_on:
            self._folded(row, _("Wat kunt u nog doen?"), [each.tekst for each in klok.ways_on])
        if klok.sentences:
            self._folded(row, _("Zinnen voor uw brief"), [each.tekst for each in klok.sentences])
        holder.setVisible(bool(klok.ways_on or klok.sentences))

    def _folded(self, row: FlowLayout, words: str, lines: list[str]) -> None:
        text = label("\n\n".join(lines))
        text.hide()
        row.addWidget(opener(words, text))
        self._column.addWidget(text)


class Days(QWidget):
    """The days of the law, one under the other, each with [Waarom deze dag?]."""

    def __init__(self, desk: Desk, klok: Klok, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for each in klok.termijnen:
            title = str(TITLES[each.sleutel])
            column.addWidget(label(title, "label"))
            column.addWidget(label(day_words(each)))
            why = label("\n".join(reasons(each, lambda fact: fact_in_words(desk.ctx, fact))), "muted")
            why.hide()
            button = opener(_("Waarom deze dag?"), why)
            button.setAccessibleName(_("{day}. Waarom deze dag?").format(day=title))
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            column.addWidget(why)


def opener(words: str, text: QWidget) -> QPushButton:
    """A button that shows and hides a text."""
    button = QPushButton(words)
    button.setProperty("role", "link")
    button.setCheckable(True)
    button.toggled.connect(text.setVisible)
    return button


def day_words(found: Termijn) -> str:
    """A day in words; with the Algemene termijnenwet too where that gives another one. A weekend is told, never moved."""
    text = day_long(found.datum)
    if found.datum_atw == found.datum:
        return text
    return _("{day}; met de Algemene termijnenwet {other}").format(day=text, other=day_long(found.datum_atw))


def reasons(found: Termijn, fact_words: Callable[..., str]) -> list[str]:
    """The rule that a day follows from, and its facts."""
    return [found.regel, *(fact_words(fact) for fact in found.feiten)]


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."


def short(klok: Klok) -> str:
    """What a list says of a case: 'nog 4 dagen', 'vandaag is de laatste dag', '2 dagen te laat'; else nothing."""
    if klok.days_left is None:
        return ""
    return klok.words.partition(",")[0]
