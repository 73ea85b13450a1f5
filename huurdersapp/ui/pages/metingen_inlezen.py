"""Metingen laden: figures of others from a list, in four steps on one page. Nothing is written before the last."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from huurdersapp.actions import metingen_laden
from huurdersapp.actions.metingen_laden import Plan
from huurdersapp.base.formats import number as written
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.base.jobs import Job
from huurdersapp.base.tables import Table
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.inlezen.page import LoadPage
from huurdersapp.ui.inlezen.reading import FileStep
from huurdersapp.ui.metingen.checking import CheckStep
from huurdersapp.ui.metingen.mapping import MappingStep
from huurdersapp.ui.place import Place


class FiguresPage(LoadPage):
    """Figures of a landlord, the municipality or a study."""

    help = "metingen_inlezen"

    def __init__(self, desk: Desk, key: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, key, parent)
        text = _("Cijfers van anderen, in Excel of als csv: een monitor, labels per kern, toewijzingen.")
        self.build(FileStep(desk, text, _("Lijst met cijfers kiezen")), MappingStep(desk), CheckStep(desk))

    def title(self) -> str:
        return _("Metingen laden")

    def look_job(self, table: Table) -> tuple[Job[Plan], Callable[[], object]] | None:
        """Look what is new, what is there already and what cannot be."""
        beside = self.mapping.beside()
        if beside is None:
            return None
        ctx, columns = self.desk.ctx, self.mapping.columns()
        job = metingen_laden.plan(ctx, table, columns, beside)
        return job, lambda: metingen_laden.remember(ctx, table, columns)

    def load_job(self, plan: Plan) -> tuple[Job[int], str]:
        """Make the metingen."""
        return metingen_laden.load(self.desk.ctx, plan), metingen_laden.words(plan)

    def loaded(self, count: int) -> str:
        """How many there were."""
        text = ngettext("{count} meting geladen.", "{count} metingen geladen.", count)
        return text.format(count=written(count))

    def to_list(self) -> None:
        """To the list of metingen."""
        self.desk.go(Place("metingen", kind="meting"))


PAGE = FiguresPage
"""The steps of the screen on which metingen are loaded."""
