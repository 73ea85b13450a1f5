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

    def heightForWidth(self, width: int) -> int:
        return self._lay(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        QLayout.setGeometry(self, rect)
        self._lay(rect, move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize(0, 0)
        for widget in self._shown():
            size = size.expandedTo(self._least(widget))
        return size.grownBy(self.contentsMargins())

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
        x, y, line = inner.x(), inner.y(), 0
        for widget in self._shown():
            size = self._wanted(widget).boundedTo(QSize(max(inner.width(), 1), _LARGEST))
            if x > inner.x() and x + size.width() > inner.right() + 1:
                x, y, line = inner.x(), y + line + self.spacing(), 0
            if move:
                widget.setGeometry(QRect(QPoint(x, y), size))
            x, line = x + size.width() + self.spacing(), max(line, size.height())
        return y + line - rect.y() + self.contentsMargins().bottom()
