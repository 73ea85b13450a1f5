"""How a square looks: an edge in a colour with a pattern of its own, the house number, the answer with its sign, marks."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from huurdersapp.ui.draagvlak.doors import SHORT, SIGNS
from huurdersapp.ui.draagvlak.model import DIM, DOOR, MARKS, NAME
from huurdersapp.ui.look import Look

COLOURS: Mapping[str, str] = {
    "ja": "good",
    "nee": "error",
    "geen_reactie": "warning",
    "niet_benaderd": "edge",
    "leeg": "muted",
}
PATTERNS: Mapping[str, Qt.BrushStyle] = {
    "nee": Qt.BrushStyle.BDiagPattern,
    "geen_reactie": Qt.BrushStyle.HorPattern,
    "niet_benaderd": Qt.BrushStyle.NoBrush,
    "leeg": Qt.BrushStyle.DiagCrossPattern,
}
"""In the edge of the square, so that squares differ in grey too; that of a ja is filled."""
TINT = 0.16
"""How much of its colour a square has."""
BAND, GAP, ROUND = 10, 6, 4
"""Pixels at 100 %: the edge with the pattern, around the words, and the corners."""


def blend(over: QColor, ground: QColor, share: float) -> QColor:
    """So much of a colour on a ground."""
    return QColor(
        round(over.red() * share + ground.red() * (1 - share)),
        round(over.green() * share + ground.green() * (1 - share)),
        round(over.blue() * share + ground.blue() * (1 - share)),
    )


class Fonts:
    """The letters of a square, made once for each size."""

    def __init__(self, font: QFont) -> None:
        self.plain = QFont(font)
        self.bold = QFont(font)
        self.bold.setBold(True)
        self.small = QFont(font)
        self.small.setPointSizeF(font.pointSizeF() * 0.9)
        self.heard = QFont(self.small)
        self.heard.setItalic(True)

    def of(self, answer: str) -> QFont:
        """The letters of an answer: who said something stands out."""
        return self.plain if answer in ("niet_benaderd", "leeg") else self.bold


def size(look: Look, font: QFont, lines: int) -> QSize:
    """A square that has room for the longest answer and so many lines under it."""
    fonts = Fonts(font)
    words = QFontMetrics(fonts.bold)
    wide = max(
        QFontMetrics(fonts.of(key)).horizontalAdvance(f"{SIGNS[key]} {text}") for key, text in SHORT.items()
    )
    high = 2 * words.height() + lines * QFontMetrics(fonts.small).height()
    return QSize(wide + look.px(BAND + 2 * GAP + 8), high + look.px(2 * GAP + 2))


class SquareDelegate(QStyledItemDelegate):
    """Draws the squares; a dimmed one keeps its words and loses its colour."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._fonts: Fonts | None = None
        look.changed.connect(self._forget)

    def _forget(self) -> None:
        self._fonts = None

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        # The stubs of Qt do not know what a style option inherits.
        rect: QRect = getattr(option, "rect")  # noqa: B009
        state: QStyle.StateFlag = getattr(option, "state")  # noqa: B009
        look, colour, px = self._look, self._look.colour, self._look.px
        door = index.data(DOOR)
        if door is None:
            return
        painter.save()
        if self._fonts is None:
            self._fonts = Fonts(getattr(option, "font"))  # noqa: B009
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = rect.adjusted(px(3), px(3), -px(3), -px(3))
        dim = bool(index.data(DIM))
        draw_square(painter, look, box, door.instemming, dim=dim)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour("selected"), px(3)))
            painter.drawRoundedRect(box, px(ROUND), px(ROUND))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour("focus"), px(3)))
            painter.drawRoundedRect(rect.adjusted(2, 2, -2, -2), px(ROUND + 2), px(ROUND + 2))
        self._write(painter, box, index, dim=dim)
        painter.restore()

    def _write(
        self,
        painter: QPainter,
        box: QRect,
        index: QModelIndex | QPersistentModelIndex,
        *,
        dim: bool,
    ) -> None:
        assert self._fonts is not None
        colour, px, door = self._look.colour, self._look.px, index.data(DOOR)
        inside = box.adjusted(px(BAND + GAP), px(GAP - 2), -px(GAP - 2), -px(GAP - 2))
        told, heard = index.data(MARKS)
        word = f"{SIGNS[door.instemming]} {SHORT[door.instemming]}"
        text = colour("muted" if dim else "text")
        lines = [
            (index.data(NAME), self._fonts.plain if dim else self._fonts.bold, text),
            (word, self._fonts.plain if dim else self._fonts.of(door.instemming), text),
        ]
        last = len(told) - 1 if heard else None
        for at, words in enumerate(told):
            lines.append((words, self._fonts.heard if at == last else self._fonts.small, text))
        top = inside.top()
        for words, font, shade in lines:
            metrics = QFontMetrics(font)
            painter.setFont(font)
            painter.setPen(shade)
            line = QRect(inside.left(), top, inside.width(), metrics.height())
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, line.width())
            painter.drawText(line, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)
            top += metrics.height()


def draw_square(painter: QPainter, look: Look, box: QRect, answer: str, *, dim: bool = False) -> None:
    """The ground of a square with its edge; the legend has the same."""
    colour, px = look.colour, look.px
    card = colour("card")
    ink = colour("edge") if dim else colour(COLOURS[answer])
    tinted = not dim and answer in ("ja", "nee", "geen_reactie")
    style = Qt.PenStyle.DashLine if answer == "leeg" else Qt.PenStyle.SolidLine
    painter.setPen(QPen(ink, px(1), style))
    painter.setBrush(blend(ink, card, TINT) if tinted else card)
    painter.drawRoundedRect(box, px(ROUND), px(ROUND))
    band = QRect(box.left(), box.top(), px(BAND), box.height())
    pattern = PATTERNS.get(answer, Qt.BrushStyle.SolidPattern)
    if pattern == Qt.BrushStyle.SolidPattern:
        painter.fillRect(band, ink)
    elif pattern != Qt.BrushStyle.NoBrush:
        painter.fillRect(band, card)
        painter.fillRect(band, QBrush(ink, pattern))
        painter.setPen(QPen(ink, px(1)))
        painter.drawLine(band.topRight(), band.bottomRight())
