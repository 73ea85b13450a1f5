"""The line on top of an akkoord: what it is called, how much is in it, and the ways to other screens and files."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui.forms.flow import FlowLayout


class Head(QFrame):
    """One line, so that the akkoord itself has the room. `first` are the buttons that always stand on it, `further`
    those that come under it with [Meer]."""

    def __init__(
        self, first: Sequence[QPushButton], further: Sequence[QPushButton], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._first, self._further = tuple(first), tuple(further)
        self.setProperty("role", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 4, 12, 4)
        column.setSpacing(2)
        self._line = QHBoxLayout()
        self._line.setSpacing(12)
        column.addLayout(self._line)
        self.name, self.summary = QLabel(), QLabel()
        self.name.setProperty("role", "heading")
        self.name.setWordWrap(True)
        self.summary.setProperty("role", "muted")
        for label in (self.name, self.summary):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.more = QPushButton(_("Meer"))
        self.more.setProperty("role", "link")
        self.more.setCheckable(True)
        self.more.setAccessibleDescription(_("Andere schermen bij het akkoord, en het akkoord als bestand"))
        self._below = QWidget()
        self._flow = FlowLayout(self._below)
        self.more.toggled.connect(self._below.setVisible)
        self._line.addWidget(self.name, 1)
        self._line.addWidget(self.summary)
        self._line.addWidget(self.more)
        column.addWidget(self._below)
        self._below.hide()

    @property
    def order(self) -> tuple[QPushButton, ...]:
        """All buttons, as the Tab key passes them."""
        return (*self._first, self.more, *self._further)

    def take(self) -> None:
        """Take the buttons onto this line, from wherever they stood."""
        for at, button in enumerate(self._first):
            self._line.insertWidget(2 + at, button)
        for button in self._further:
            self._flow.addWidget(button)
