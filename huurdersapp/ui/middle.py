"""One column in the middle of the window, for what stands there alone: the first start, or why nothing can be opened."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from huurdersapp.ui.look import Look

WIDEST = 640
"""Of the column, in pixels at 100 %."""


class Middle(QWidget):
    """`column` takes what scrolls; what is added below it stays in sight."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._body = QWidget()
        self.column = QVBoxLayout(self._body)
        self.column.setContentsMargins(24, 24, 24, 16)
        self.column.setSpacing(8)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self._body)
        self._below: list[QWidget] = []
        self._area = area
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self._whole.addWidget(area, 1)
        look.changed.connect(self._fit)

    def add_below(self, widget: QWidget) -> None:
        """Put a row of buttons under what scrolls."""
        self._below.append(widget)
        self._whole.addWidget(widget)
        self._fit()

    def _fit(self) -> None:
        edge = max(24, (self.width() - self._look.px(WIDEST)) // 2)
        self.column.setContentsMargins(edge, 24, edge, 16)
        for widget in self._below:
            widget.setContentsMargins(edge, 0, edge, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


def text_line(words: str, role: str | None = None) -> QLabel:
    """Some sentences that wrap, in a role of the theme."""
    label = QLabel(words)
    label.setWordWrap(True)
    label.setProperty("role", role)
    return label
