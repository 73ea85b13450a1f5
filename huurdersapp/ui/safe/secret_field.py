"""A line to type a password or code in, that can be looked at."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui.middle import text_line


class SecretField(QWidget):
    """`edit` is the line; its signs are dots until [Tonen] is pressed. Label above it, what is the matter below it."""

    def __init__(
        self, label: str, why: str = "", *, code: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        words = QLabel(label)
        words.setProperty("role", "label")
        self.edit = QLineEdit()
        self.edit.setAccessibleName(label)
        words.setBuddy(self.edit)
        self.fault = text_line("", "fault")
        self.fault.hide()
        self.show_button = QPushButton(_("Tonen"))
        self.show_button.setCheckable(True)
        self.show_button.setAccessibleName(_("{field} tonen").format(field=label))
        self.show_button.toggled.connect(self._look)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.edit, 1)
        row.addWidget(self.show_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(4)
        column.addWidget(words)
        if why:
            self.edit.setAccessibleDescription(why)
            column.addWidget(text_line(why, "muted"))
        column.addLayout(row)
        column.addWidget(self.fault)
        self.show_button.setVisible(not code)
        self.edit.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )
        self._look(code)

    def _look(self, seen: bool) -> None:
        mode = QLineEdit.EchoMode
        self.edit.setEchoMode(mode.Normal if seen else mode.Password)
        self.show_button.setText(_("Verbergen") if seen else _("Tonen"))

    def text(self) -> str:
        """What was typed, as it was typed."""
        return self.edit.text()

    def empty(self) -> None:
        """Forget what was typed, also for Ctrl+Z, and hide the signs again."""
        self.edit.setText("")  # clear() can be undone
        if self.show_button.isChecked():
            self.show_button.setChecked(False)

    def tell(self, words: str) -> None:
        """Say what is the matter, "" for nothing."""
        self.fault.setText(words)
        self.fault.setVisible(bool(words))
        self.edit.setProperty("fault", bool(words))
        self.edit.style().unpolish(self.edit)
        self.edit.style().polish(self.edit)
