"""Finding complex, place and landlord by an address, which itself is not kept."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from huurdersapp.actions import records
from huurdersapp.actions.finding import Found
from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.editors.finder import Finder
from huurdersapp.ui.lists.record_parts import label


class AddressSearch(QWidget):
    """Folded behind a button. `found` carries the address that was chosen, as it is kept in the list of addresses."""

    found = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        self.button = QPushButton(_("Zoek op adres"))
        self.button.setProperty("role", "link")
        self.button.clicked.connect(self.open)
        self.head = label(_("Adres (wordt niet bewaard)"), "label")
        self.line = Finder(desk, "adres")
        self.line.setAccessibleName(self.head.text())
        self.line.setPlaceholderText(_("Typ postcode en huisnummer, of de straat"))
        self.head.setBuddy(self.line)
        self.line.chosen.connect(lambda hit: desk.safely(lambda: self._chosen(hit)))
        for widget in (self.button, self.head, self.line):
            column.addWidget(widget)
        self.close_search()

    def open(self) -> None:
        """Ask for the address."""
        self.button.hide()
        self.head.show()
        self.line.show()
        self.line.setFocus()

    def close_search(self) -> None:
        """Fold it away, with nothing in it."""
        self.line.clear()
        self.head.hide()
        self.line.hide()
        self.button.show()

    def _chosen(self, hit: Found) -> None:
        ctx = self.desk.ctx
        address: dict[str, Any] = records.show(ctx, ctx.spec("adres"), hit.number)
        self.line.setText(hit.name)
        self.found.emit(address)
