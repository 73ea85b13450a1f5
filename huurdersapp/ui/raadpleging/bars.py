"""The outcome of a question: answers, bars and figures in one row each, so that a chart never stands without its table.

Bars look as those on paper do, on a light ground in the dark theme too: in grey they differ by lightness and hatching.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QGridLayout, QSizePolicy, QWidget

from huurdersapp.actions.raadpleging_uitslag import Question, Year
from huurdersapp.base.formats import number as written
from huurdersapp.base.i18n import gettext as _
from huurdersapp.reports.paper.inks import INKS
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.lists.record_parts import label

GROUND = "#FFFFFF"
"""Bars stand on paper's white: their steps from dark to light were chosen for it."""
HIGH, WIDE = 16, 56
"""Pixels at 100 %: how high a bar is, and how wide at least the room for it."""


class Bar(QWidget):
    """One bar: `share` of the room (0 to 1), in the looks of a series by its place. The words stand beside it."""

    def __init__(
        self, desk: Desk, share: float, place: int, words: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self.share, self.place = desk.look, min(1.0, max(0.0, share)), place
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(2 * WIDE), self._look.px(HIGH))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(WIDE), self._look.px(HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:
        ink = INKS[self.place % len(INKS)]
        painter = QPainter(self)
        room = QRectF(self.rect())
        painter.fillRect(room, QColor(GROUND))
        painter.setPen(QPen(QColor(INKS[0].colour), 1))
        painter.drawLine(room.topLeft(), room.bottomLeft())
        if self.share:
            bar = QRectF(0.5, 1.5, max(2.0, (room.width() - 2) * self.share), room.height() - 3)
            painter.fillRect(bar, QColor(ink.colour))
            if ink.hatch:
                painter.fillRect(bar, QBrush(QColor(ink.hatch), Qt.BrushStyle.BDiagPattern))
            painter.drawRect(bar)
        painter.end()


class Sample(Bar):
    """The looks of a series in a legend."""

    def __init__(self, desk: Desk, place: int, words: str) -> None:
        super().__init__(desk, 1.0, place, words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(28), self._look.px(HIGH))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


def figures(year: Year, place: int) -> str:
    """What stands beside a bar: the count and, where there is one, the share."""
    answer = year.answers[place]
    if answer.count is None:
        return "–"
    return f"{written(answer.count)} · {answer.share}" if answer.share else written(answer.count)


class QuestionChart(QFrame):
    """The outcome of one question, with earlier years under this one where there are some."""

    def __init__(self, desk: Desk, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.question, self.bars = question, list[Bar]()
        self.setAccessibleName(question.words)
        self.setAccessibleDescription(spoken(question))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 4, 0, 8)
        grid.setHorizontalSpacing(desk.look.px(10))
        grid.setVerticalSpacing(desk.look.px(4))
        grid.addWidget(label(question.words, "label"), 0, 0, 1, 3)
        row = self._legend(desk, grid) if len(question.years) > 1 else 1
        most = _most(question)
        for place, answer in enumerate(question.now.answers):
            for series, year in enumerate(question.years):
                count = year.answers[place].count
                words = _("{answer}, {year}: {figures}").format(
                    answer=answer.text, year=year.words, figures=figures(year, place)
                )
                bar = Bar(desk, (count or 0) / most[series], series, words)
                self.bars.append(bar)
                grid.addWidget(bar, row, 1, Qt.AlignmentFlag.AlignVCenter)
                grid.addWidget(_figure(figures(year, place)), row, 2)
                if not series:
                    text = label(answer.text)
                    grid.addWidget(text, row, 0, len(question.years), 1, Qt.AlignmentFlag.AlignVCenter)
                row += 1
        for note in question.notes:
            grid.addWidget(label(note, "muted"), row, 0, 1, 3)
            row += 1
        if question.conclusion:
            grid.addWidget(label(question.conclusion), row, 0, 1, 3)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 4)

    def _legend(self, desk: Desk, grid: QGridLayout) -> int:
        for series, year in enumerate(self.question.years):
            grid.addWidget(Sample(desk, series, year.words), 1 + series, 1, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(label(year.words, "muted"), 1 + series, 2)
        return 1 + len(self.question.years)


def _figure(text: str) -> QWidget:
    made = label(text)
    made.setWordWrap(False)
    made.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    made.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Minimum)
    return made


def _most(question: Question) -> list[float]:
    """What fills the room in each year: years of other sizes are compared by their shares, else by the counts."""
    counts = [[answer.count or 0 for answer in year.answers] for year in question.years]
    if len(counts) == 1:
        return [float(max([*counts[0], 1]))]
    wholes = [
        float(max(year.answered or sum(own), *own, 1))
        for year, own in zip(question.years, counts, strict=True)
    ]
    largest = max(
        (count / whole for own, whole in zip(counts, wholes, strict=True) for count in own), default=1.0
    )
    return [whole * (largest or 1.0) for whole in wholes]


def spoken(question: Question) -> str:
    """The whole table in words, for a screen reader."""
    lines = [
        _("{answer}, {year}: {figures}").format(
            answer=answer.text, year=year.words, figures=figures(year, place)
        )
        for place, answer in enumerate(question.now.answers)
        for year in question.years
    ]
    return ". ".join([*lines, *question.notes])
