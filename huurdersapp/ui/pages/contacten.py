"""Contacten: the organisations, landlords, complexes and places with whom and where the work is done."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QPushButton, QWidget

from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import lazy
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.lists.filter_bar import Chip
from huurdersapp.ui.lists.list_page import ListPage
from huurdersapp.ui.place import Place


class ContactsPage(ListPage):
    """One list at a time, chosen with the buttons on top."""

    kinds = ("partij", "verhuurder", "complex", "kern")
    help = "contacten"
    chips: ClassVar[Mapping[str, tuple[Chip, ...]]] = {
        "partij": (Chip(lazy("Doen nu mee"), ("actief=ja",)),),
        "complex": (Chip(lazy("Nu verhuurd"), ("actief=ja",)),),
        "kern": (
            Chip(lazy("Kernen"), ("soort=kern",)),
            Chip(lazy("Wijken"), ("soort=wijk",)),
            Chip(lazy("Gebieden"), ("soort=gebied",)),
        ),
    }

    def __init__(self, desk: Desk, key: str) -> None:
        super().__init__(desk, key)
        holder = QWidget()
        flow = FlowLayout(holder)
        self.kind_buttons: dict[str, QPushButton] = {}
        for kind in self._kinds:
            button = QPushButton(str(desk.ctx.spec(kind).plural))
            button.setCheckable(True)
            button.clicked.connect(partial(self._choose, kind))
            self.kind_buttons[kind] = button
            flow.addWidget(button)
        self.above.addWidget(holder)

    def title(self) -> str:
        return _("Contacten")

    def _choose(self, kind: str, _on: bool = False) -> None:
        self._mark()
        if kind != self.kind:
            self.desk.go(Place(self.key, kind=kind))

    def show_place(self, place: Place) -> None:
        super().show_place(place)
        self._mark()

    def _mark(self) -> None:
        for kind, button in self.kind_buttons.items():
            button.setChecked(kind == self.kind)


PAGE = ContactsPage
