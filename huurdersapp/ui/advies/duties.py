"""What the Overlegwet gives each year with a landlord, at the landlord and at each year that is kept."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from huurdersapp.actions import plichten
from huurdersapp.actions.plichten import Plicht
from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.lists.record_parts import label
from huurdersapp.ui.place import Place

LANDLORD, YEAR = "verhuurder", "verhuurderjaar"
KINDS = (LANDLORD, YEAR)


class DutiesPanel(QFrame):
    """Read beside the window. Of a landlord it is this year, and last year where that is kept; of a kept year that year."""

    def __init__(self, desk: Desk, kind: str, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.kind, self.number = desk, kind, number
        self.setProperty("role", "card")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 10, 12, 10)
        self._column.setSpacing(4)
        self._column.addWidget(label(_("Wat de Overlegwet elk jaar geeft"), "heading"))
        ctx = desk.ctx
        read = plichten.of_kept_year if kind == YEAR else plichten.of_landlord
        desk.ask(self, "plichten", lambda: read(ctx, number), self._show)

    def _show(self, found: Sequence[Plicht]) -> None:
        for duty in found:
            text = _("{title} {year}: {words}.").format(title=duty.titel, year=duty.jaar, words=duty.words)
            late = duty.stand == plichten.LATE and duty.geldt
            self._column.addWidget(label(text, "warning" if late else ""))
            self._column.addWidget(label(duty.regel, "muted"))
        if self.kind == LANDLORD and any(duty.number is None for duty in found):
            self._offer(max(duty.jaar for duty in found if duty.number is None))

    def _offer(self, year: int) -> None:
        button = QPushButton(_("Jaar {year} bijhouden").format(year=year))
        values = {"verhuurder": self.number, "jaar": year}
        place = Place("contacten", doing="nieuw", kind=YEAR, values=values)
        button.clicked.connect(lambda: self.desk.go(place))
        self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
