"""Widgets beside each other that go on to the next line where the width ends, as words do."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QWidget
from shiboken6 import isValid

_LARGEST = 16_777_215
"""Qt's own limit of a size (QWIDGETSIZE_MAX)."""


class FlowLayout(QHBoxLayout):
    """Lays out its widgets in lines; as high as the lines that they need at the width there is.

    A box layout keeps the items, because Python's hold on a QLayoutItem outlives it: Qt deletes items without a word,
    and the next one at the same address is then taken for the dead one. Here only widgets are held.
    """

    def __init__(self, parent: QWidget | None = None, space: int = 8) -> None:
        super().__init__(parent)  # type: ignore[arg-type]  # None is taken, as by every layout
        self._widgets: list[QWidget] = []
        # A form asks the same of its lines tens of times for each time that something in them changes.
        self._heights: dict[int, int] = {}
        self._smallest: QSize | None = None
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(space)

    def addWidget(self, widget: QWidget, *place: Any, **named: Any) -> None:
        super().addWidget(widget, *place, **named)
        self._widgets.append(widget)

    def insert(self, place: int, widget: QWidget) -> None:
        """Put a widget before the one at `place`."""
        self.insertWidget(place, widget)
        self._widgets.insert(place, widget)

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def invalidate(self) -> None:
        """Qt calls it when something in here came, went, or wants another size."""
        self._heights, self._smallest = {}, None
        super().invalidate()

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = self._lay(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def setGeometry(self, rect: QRect) -> None:
        QLayout.setGeometry(self, rect)
        self._lay(rect, move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        if self._smallest is None:
            size = QSize(0, 0)
            for widget in self._shown():
                size = size.expandedTo(self._least(widget))
            self._smallest = size.grownBy(self.contentsMargins())
        return QSize(self._smallest)

    def maximumSize(self) -> QSize:
        return QSize(_LARGEST, _LARGEST)

    def _shown(self) -> list[QWidget]:
        self._widgets = [widget for widget in self._widgets if isValid(widget) and self.indexOf(widget) >= 0]
        return [widget for widget in self._widgets if not widget.isHidden()]

    def _least(self, widget: QWidget) -> QSize:
        return widget.minimumSizeHint().expandedTo(widget.minimumSize()).boundedTo(widget.maximumSize())

    def _wanted(self, widget: QWidget) -> QSize:
        return widget.sizeHint().expandedTo(self._least(widget)).boundedTo(widget.maximumSize())

    def _lay(self, rect: QRect, *, move: bool) -> int:
        inner = rect.marginsRemoved(self.contentsMargins())
        y, high = inner.y(), 0
        for number, line in enumerate(self._lines(inner.width())):
            y += high + self.spacing() if number else 0
            x, high = inner.x(), max(size.height() for _widget, size in line)
            for widget, size in line:
                if move:
                    # Halfway its line: a word beside a button stands at the height of the word on it.
                    widget.setGeometry(QRect(QPoint(x, y + (high - size.height()) // 2), size))
                x += size.width() + self.spacing()
        return y + high - rect.y() + self.contentsMargins().bottom()

    def _lines(self, width: int) -> list[list[tuple[QWidget, QSize]]]:
        """The widgets line by line, with the size of each."""
        lines: list[list[tuple[QWidget, QSize]]] = []
        left = 0
        for widget in self._shown():
            size = self._wanted(widget).boundedTo(QSize(max(width, 1), _LARGEST))
            if not lines or size.width() > left:
                lines.append([])
                left = width
            lines[-1].append((widget, size))
            left -= size.width() + self.spacing()
        return lines
