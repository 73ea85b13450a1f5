"""Contacten: the people, organisations, landlords, homes and places with whom and where the work is done."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, ClassVar

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton, QWidget

from huurdersapp.actions import records
from huurdersapp.actions.words import View
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import lazy
from huurdersapp.ui.advies import duties
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.outcome import Asked, Outcome
from huurdersapp.ui.icons import icon
from huurdersapp.ui.lists.filter_bar import Chip
from huurdersapp.ui.lists.kinds_row import KindsRow
from huurdersapp.ui.lists.list_page import ListPage
from huurdersapp.ui.place import Place

NAMES = {"partij": lazy("Organisaties")}
"""Kinds that have another name here than elsewhere."""


class ContactsPage(ListPage):
    """One list at a time, chosen with the buttons on top."""

    kinds = ("contact", "partij", "verhuurder", "verhuurderjaar", "complex", "adres", "kern")
    help = "contacten"
    chips: ClassVar[Mapping[str, tuple[Chip, ...]]] = {
        "contact": (Chip(lazy("In functie"), ("in_functie_op={today}",)),),
        "partij": (Chip(lazy("Doen nu mee"), ("actief=ja",)),),
        "complex": (Chip(lazy("Nu verhuurd"), ("actief=ja",)),),
        "adres": (Chip(lazy("Nu verhuurd"), ("actief=ja",)),),
        "kern": (
            Chip(lazy("Kernen"), ("soort=kern",)),
            Chip(lazy("Wijken"), ("soort=wijk",)),
            Chip(lazy("Gebieden"), ("soort=gebied",)),
        ),
    }

    def __init__(self, desk: Desk, key: str) -> None:
        super().__init__(desk, key)
        self.kinds_row = KindsRow(desk, key, self._kinds, NAMES)
        self.load_button = QPushButton(_("Adressen laden uit een lijst…"))
        self.load_button.clicked.connect(lambda: desk.go(Place("adreslijst")))
        self.kinds_row.row.addWidget(self.load_button)
        self.put_above(self.kinds_row)
        desk.look.changed.connect(self._draw)
        self._draw()

    def _draw(self) -> None:
        self.load_button.setIcon(icon("lijst", self.desk.look))
        self.load_button.setIconSize(QSize(self.desk.look.px(16), self.desk.look.px(16)))

    def title(self) -> str:
        return _("Contacten")

    def kind_shown(self) -> None:
        self.kinds_row.mark(self.kind)
        self.load_button.setVisible(self.kind == "adres")

    def extra_panels(self, view: View) -> Sequence[QWidget]:
        """Of a landlord what the law gives each year. Of an address what is about the complex in which it stands: nobody logs
        a knelpunt or a campagne by address."""
        if self.kind in duties.KINDS:
            return (duties.DutiesPanel(self.desk, self.kind, view.number),)
        if self.kind != "adres":
            return ()
        record = records.show(self.desk.ctx, self.spec, view.number)
        asked = tuple(self._of_complex(record))
        return (Outcome(self.desk, asked, view.title),) if asked else ()

    def _of_complex(self, record: Mapping[str, Any]) -> Iterator[Asked]:
        if (number := record["complex"]) is None:
            return
        name = records.show(self.desk.ctx, self.desk.ctx.spec("complex"), number)["naam"]
        yield "knelpunt", _("Knelpunten in {complex}").format(complex=name), (f"complex={number}",)
        yield "campagne", _("Campagnes in {complex}").format(complex=name), (f"complexen.complex={number}",)


PAGE = ContactsPage
