"""What stands in the place of a screen that could not be shown: why, and a way on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from huurdersapp.base import log
from huurdersapp.base.i18n import gettext as _


class FailedPage(QWidget):
    """Says that this screen does not work, that the others do, and offers to try again; the technical side is folded
    away."""

    def __init__(
        self, fault: BaseException, again: Callable[[], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        title = QLabel(_("Dit scherm werkt nu niet."))
        title.setProperty("role", "heading")
        text = QLabel(_("Uw gegevens zijn in orde. De andere schermen werken gewoon door."))
        text.setWordWrap(True)
        self.retry = QPushButton(_("Probeer het opnieuw"))
        self.retry.clicked.connect(again)
        more = QPushButton(_("Meer weten"))
        more.setProperty("role", "link")
        details = QLabel("\n".join(log.trace(fault)))
        details.setWordWrap(True)
        details.hide()
        more.clicked.connect(lambda: details.setVisible(not details.isVisible()))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        for widget in (title, text):
            column.addWidget(widget)
        for button in (self.retry, more):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(details)
        column.addStretch(1)
