"""What stands on the screen of the akkoord while there is none, and what a file says that cannot be loaded."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.paths import own
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.look import Look
from huurdersapp.ui.text_list import Paragraph, Row, TextList


def supplied() -> list[tuple[str, Path]]:
    """Name and place of the akkoorden that come with the program."""
    found = sorted((own("resources") / "akkoorden").glob("*.json"))
    return [(json.loads(path.read_text(encoding="utf-8"))["naam"], path) for path in found]


class EmptyView(QWidget):
    """Says what an akkoord is for, and offers those that come with the program or a file of one's own.

    `wanted` carries the file to load, `file_wanted` when somebody wants to choose one.
    """

    wanted = Signal(object)
    file_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = QLabel(_("Er is nog geen akkoord."))
        title.setProperty("role", "heading")
        text = QLabel(
            _(
                "In een Lokaal Akkoord staan de doelen en afspraken van gemeente, verhuurders en huurders. "
                "Laadt u er een? Dan kunt u uw werk aan die afspraken koppelen."
            )
        )
        own_text = QLabel(
            _(
                "Begin met een akkoord dat bij het programma hoort, of met een bestand van uzelf. "
                "U kunt het laden daarna ongedaan maken."
            )
        )
        buttons = QWidget()
        flow = FlowLayout(buttons)
        self.file = QPushButton(_("Akkoord laden uit een bestand…"))
        self.file.setProperty("role", "main")
        self.file.clicked.connect(self.file_wanted)
        flow.addWidget(self.file)
        self.supplied: list[QPushButton] = []
        for name, path in supplied():
            button = QPushButton(_("{name} laden").format(name=name))
            button.clicked.connect(lambda _checked=False, path=path: self.wanted.emit(path))
            flow.addWidget(button)
            self.supplied.append(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        for widget in (title, text, own_text, buttons):
            column.addWidget(widget)
        for label in (text, own_text):
            label.setWordWrap(True)
        column.addStretch(1)


class FaultsView(QWidget):
    """Every fault of a file that could not be loaded, to read and to copy. `again` when another file is wanted, `closed`
    when somebody has read them."""

    again = Signal()
    closed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 8)
        frame = QFrame()
        frame.setProperty("role", "faults")
        inner = QVBoxLayout(frame)
        self.head = QLabel()
        self.head.setWordWrap(True)
        self.head.setProperty("role", "fault")
        advice = QLabel(_("Er is niets opgeslagen. Verbeter het bestand en laad het opnieuw."))
        advice.setWordWrap(True)
        self.list = TextList(look)
        self.list.setAccessibleName(_("Wat er in het bestand niet klopt"))
        for widget in (self.head, advice):
            inner.addWidget(widget)
        inner.addWidget(self.list, 1)
        column.addWidget(frame, 1)
        buttons = QWidget()
        flow = FlowLayout(buttons)
        self.choose, self.close_button = QPushButton(_("Bestand opnieuw kiezen…")), QPushButton(_("Sluiten"))
        self.choose.setProperty("role", "main")
        self.choose.clicked.connect(self.again)
        self.close_button.clicked.connect(self.closed)
        flow.addWidget(self.choose)
        flow.addWidget(self.close_button)
        column.addWidget(buttons)

    def show_fault(self, text: str) -> None:
        """Show what was said about the file: a line of its own for each fault."""
        head, *lines = text.splitlines()
        rows = [line.removeprefix("- ") for line in lines] or [head]
        self.head.setText(head if lines else _("Dit bestand kan niet worden geladen."))
        self.list.show_rows([Row((Paragraph(line),), at) for at, line in enumerate(rows)])
        self.list.select_first()
