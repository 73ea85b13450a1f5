"""Adressen laden: the list that a landlord supplies, in four steps on one page. Nothing is written before the last."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from huurdersapp.actions import adreslijst
from huurdersapp.actions.adreslijst import Plan
from huurdersapp.base.formats import number as written
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.base.jobs import Job
from huurdersapp.base.tables import Table
from huurdersapp.ui.adreslijst.checking import CheckStep
from huurdersapp.ui.adreslijst.mapping import MappingStep
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.inlezen.page import LoadPage
from huurdersapp.ui.inlezen.reading import FileStep
from huurdersapp.ui.place import Place


class AddressListPage(LoadPage):
    """The addresses of a landlord."""

    help = "adressen"

    def __init__(self, desk: Desk, key: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, key, parent)
        text = _("Een lijst van de verhuurder, in Excel of als csv. Namen van bewoners zijn niet nodig.")
        self.build(FileStep(desk, text, _("Lijst met adressen kiezen")), MappingStep(desk), CheckStep(desk))

    def title(self) -> str:
        return _("Adressen laden")

    def look_job(self, table: Table) -> tuple[Job[Plan], Callable[[], object]] | None:
        """Look what is new, what changes and what is wrong."""
        beside = self.mapping.beside()
        if beside is None:
            return None
        ctx, columns = self.desk.ctx, self.mapping.columns()
        job = adreslijst.plan(ctx, table, columns, beside)
        return job, lambda: adreslijst.remember(ctx, table, columns)

    def load_job(self, plan: Plan) -> tuple[Job[int], str]:
        """Make and change the addresses."""
        return adreslijst.load(self.desk.ctx, plan), adreslijst.words(plan)

    def loaded(self, count: int) -> str:
        """How many there were."""
        text = ngettext("{count} adres geladen.", "{count} adressen geladen.", count)
        return text.format(count=written(count))

    def to_list(self) -> None:
        """To the list of addresses."""
        self.desk.go(Place("contacten", kind="adres"))


PAGE = AddressListPage
"""The steps of the screen on which addresses are loaded."""
