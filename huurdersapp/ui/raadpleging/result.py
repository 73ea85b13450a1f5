"""The outcome of a raadpleging beside the list: response, how exact it is, what does not add up, and the questions."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from huurdersapp.actions import raadpleging_uitslag
from huurdersapp.actions.raadpleging_uitslag import Line, Outcome
from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.lists.record_parts import label
from huurdersapp.ui.raadpleging.bars import QuestionChart


class ResultPanel(QFrame):
    """Read beside the window when the record is shown; says nothing as long as nothing is known."""

    outcome: Outcome | None

    def __init__(self, desk: Desk, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.outcome = desk, None
        self.charts: list[QuestionChart] = []
        self.setProperty("role", "card")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 12, 16, 12)
        self._column.setSpacing(8)
        self.hide()
        ctx = desk.ctx
        desk.ask(self, "uitslag", lambda: raadpleging_uitslag.outcome(ctx, number), self.tell)

    def tell(self, found: Outcome) -> None:
        """Show an outcome."""
        self.outcome = found
        counted = [question for question in found.questions if question.counted]
        if not (found.response or found.channels or found.groups or found.slips or counted):
            return
        self._add(_("Uitslag"), "heading")
        if found.response:
            self._add(found.response, "label")
            self._add(_("Nauwkeurigheid: {words}.").format(words=found.precision))
        for warning in found.warnings:
            self._add(warning, "warning")
        for slip in found.slips:
            self._add(slip, "warning")
        self._lines(_("Reacties per kanaal"), found.channels)
        self._lines(_("Reacties per groep"), found.groups)
        for question in counted:
            chart = QuestionChart(self.desk, question)
            self.charts.append(chart)
            self._column.addWidget(chart)
        self.show()

    def _add(self, text: str, role: str = "") -> None:
        self._column.addWidget(label(text, role))

    def _lines(self, title: str, lines: tuple[Line, ...]) -> None:
        if not lines:
            return
        self._add(title, "label")
        for line in lines:
            text = _("{name}: {words}").format(name=line.name, words=line.words)
            self._add(text, "warning" if line.warning else "")
