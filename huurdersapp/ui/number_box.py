"""A box with a number and two arrows."""

from __future__ import annotations

from PySide6.QtWidgets import QSpinBox, QWidget


class NumberBox(QSpinBox):
    """As Qt has it, but with the room between edge and digits that every other field has: a style sheet does not reach
    the line inside."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lineEdit().setTextMargins(6, 0, 0, 0)
