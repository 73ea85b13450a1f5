"""A number on a page that can be opened: by mouse, and by Tab and Enter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QEnterEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import QAbstractButton, QWidget

from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui.theme import LIGHT

if TYPE_CHECKING:
    from huurdersapp.actions.papier import Link

SMALLEST_TARGET = 24
_ROOM = 3
"""Pixels around the number that belong to it, where the focus ring stands."""
_LEFT_TO_THE_PAGES = (
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
)


class NumberLink(QAbstractButton):
    """Lies over a number of the page, unseen until the mouse or the focus comes to it.

    Its colours are those of the light theme, whatever the window has: paper is white.
    """

    def __init__(self, link: Link, parent: QWidget) -> None:
        super().__init__(parent)
        self.link = link
        self._lines: list[QRect] = []
        self._hovered = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("role", "link")
        self.setAccessibleName(_("{number}: {list}").format(number=link.says, list=link.behind.words))
        question = _("Waar komt dit getal vandaan?")
        self.setAccessibleDescription(question)
        self.setToolTip(f"{question}\n{link.behind.words}")

    def lie(self, corner: QPoint, scale: float) -> None:
        """Lie over the number: `corner` of the page and pixels a point."""
        boxes = [_pixels(box, corner, scale) for box in self.link.boxes]
        targets = [_large_enough(box) for box in boxes]
        whole = QRect(targets[0])
        for target in targets[1:]:
            whole = whole.united(target)
        self.setGeometry(whole)
        self._lines = [box.translated(-whole.topLeft()) for box in boxes]
        if len(boxes) > 1:  # the words before and after the ends of a broken line are no part of it
            region = QRegion()
            for target in targets:
                region += target.translated(-whole.topLeft())
            self.setMask(region)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        self.update()

    def leaveEvent(self, event: object) -> None:
        self._hovered = False
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in _LEFT_TO_THE_PAGES:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not (self._hovered or self.hasFocus()):
            return
        painter = QPainter(self)
        tint = QColor(LIGHT.main)
        tint.setAlpha(28)
        for line in self._lines:
            painter.fillRect(line, tint)
            painter.fillRect(line.left(), line.bottom() - 1, line.width(), 2, QColor(LIGHT.main))
            if self.hasFocus():
                painter.setPen(QPen(QColor(LIGHT.focus), 2))
                painter.drawRect(QRectF(line).adjusted(1, 1, -1, -1))
        painter.end()


def _large_enough(box: QRect) -> QRect:
    """What can be hit: at least as large as WCAG 2.2 asks (2.5.8), with the number in the middle."""
    wide, high = max(box.width(), SMALLEST_TARGET), max(box.height(), SMALLEST_TARGET)
    target = QRect(0, 0, wide, high)
    target.moveCenter(box.center())
    return target


def _pixels(box: Sequence[float], corner: QPoint, scale: float) -> QRect:
    left, top, right, bottom = (value * scale for value in box)
    size = (round(right - left) + 2 * _ROOM, round(bottom - top) + 2)
    return QRect(corner.x() + round(left) - _ROOM, corner.y() + round(top) - 1, *size)
