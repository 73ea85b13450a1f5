"""One step: a card with a heading, what went wrong, and what comes in it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.frame.message_bar import announce
from huurdersapp.ui.lists.record_parts import label


class Step(QFrame):
    """`column` takes its content, `buttons` a row of buttons; `begin` puts the focus where the work begins."""

    def __init__(self, desk: Desk, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.setProperty("role", "card")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 12, 16, 12)
        self.column.setSpacing(8)
        self._title = label("", "heading")
        self.column.addWidget(self._title)
        self.retitle(heading)
        self.fault = label("", "fault")
        self.fault.hide()
        self.column.addWidget(self.fault)

    def retitle(self, heading: str) -> None:
        """Give it another heading: a step that is passed over changes the number of those after it."""
        self._title.setText(heading)
        self.setAccessibleName(heading)

    def row(self, *buttons: QPushButton) -> QWidget:
        """A row of buttons that goes on under itself where there is no room."""
        holder = QWidget()
        flow = FlowLayout(holder)
        for button in buttons:
            flow.addWidget(button)
        self.column.addWidget(holder)
        return holder

    def button(self, words: str, do: Callable[[], object], role: str = "") -> QPushButton:
        """A button that does something, and tells what goes wrong."""
        made = QPushButton(words)
        if role:
            made.setProperty("role", role)
        made.clicked.connect(lambda: self.desk.safely(do))
        return made

    def tell_fault(self, text: str) -> None:
        """Say what went wrong at this step; nothing: it went well."""
        self.fault.setText(text)
        self.fault.setVisible(bool(text))
        if text:
            announce(self, text, urgent=True)

    def begin(self) -> None:
        """Put the focus where the work of this step begins."""
        raise NotImplementedError
