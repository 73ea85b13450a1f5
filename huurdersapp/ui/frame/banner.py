"""One line across the top: what must be known of all that stands below it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget


class Banner(QFrame):
    """Hidden until something is said in it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        self._do: Callable[[], object] = lambda: None
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.button = QPushButton()
        self.button.setProperty("role", "link")
        self.button.clicked.connect(lambda _checked=False: self._do())
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 16, 4)
        row.addWidget(self.text, 1)
        row.addWidget(self.button)
        self.hide()

    def say(self, text: str, words: str = "", do: Callable[[], object] = lambda: None) -> None:
        """Show this, with a button when `words` are given."""
        self._do = do
        self.text.setText(text)
        self.button.setText(words)
        self.button.setVisible(bool(words))
        self.show()
