"""The box above the screens in which one searches everything."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from huurdersapp.base.i18n import gettext as _

PATIENCE = 300
"""Milliseconds after the last letter before `typed`."""


class SearchBox(QLineEdit):
    """`asked` with the words at Enter, `typed` a moment after the last letter, `down` with the arrow that leads to what
    was found."""

    asked = Signal(str)
    typed = Signal(str)
    down = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Overal zoeken"))
        self.setPlaceholderText(_("Overal zoeken (Ctrl+F)"))
        self.setClearButtonEnabled(True)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(PATIENCE)
        self._wait.timeout.connect(lambda: self.typed.emit(self.words()))
        self.textEdited.connect(lambda _text: self._wait.start())
        self.returnPressed.connect(self._ask)

    def words(self) -> str:
        """What somebody searches for."""
        return self.text().strip()

    def show_words(self, words: str) -> None:
        """Say what the screen shows the finds of."""
        if words != self.words():
            with QSignalBlocker(self):
                self.setText(words)

    def _ask(self) -> None:
        self._wait.stop()
        if self.words():
            self.asked.emit(self.words())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.down.emit()
        else:
            super().keyPressEvent(event)
