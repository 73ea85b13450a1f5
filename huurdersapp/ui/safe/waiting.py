"""What stands in the window while work goes on for which the administration is closed."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui.look import Look
from huurdersapp.ui.middle import Middle, text_line


class WaitingPage(QWidget):
    """How far it is stands in the bar below, as with all work."""

    def __init__(self, title: str, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        middle = Middle(look)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(middle)
        middle.column.addWidget(text_line(title, "title"))
        middle.column.addWidget(
            text_line(_("Uw administratie is even dicht. Straks gaat zij vanzelf weer open."))
        )
        middle.column.addStretch(1)
