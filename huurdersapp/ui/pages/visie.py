"""Wijk- en dorpsvisies and the yearly programmes leefbaarheid: who took part, and our own part in them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from huurdersapp.actions import records, visies
from huurdersapp.actions.listed import Listed
from huurdersapp.actions.words import View
from huurdersapp.base.formats import number as written
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import lazy, ngettext
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.lists.filter_bar import Chip
from huurdersapp.ui.lists.list_page import ListPage
from huurdersapp.ui.lists.totals_line import TotalsLine
from huurdersapp.ui.visie.panel import VisiePanel


class VisiePage(ListPage):
    """Above the list what it adds up to; under each visie who took part and what can be added."""

    help = "visies"
    chips = (
        Chip(lazy("Visies"), ("soort=visie",)),
        Chip(lazy("Leefbaarheidsprogramma's"), ("soort=programma",)),
        Chip(lazy("Wordt gemaakt"), ("status=loopt",)),
        Chip(lazy("Met onze inbreng dit jaar"), ("inbreng_in={year}",)),
    )

    def __init__(
        self, desk: Desk, key: str, kinds: tuple[str, ...] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, key, kinds, parent)
        self.totals = TotalsLine(desk, self.pane, self.kind, self._added_up)
        self.put_above(self.totals)

    def _added_up(self, listed: Listed) -> str:
        found = visies.totals(self.desk.ctx, listed.where, listed.words)
        count = ngettext("{count} visie of programma", "{count} visies en programma's", found.count)
        text = _("{count}, {settled} vastgesteld, {own} met onze inbreng.")
        return text.format(
            count=count.format(count=written(found.count)),
            settled=written(found.settled),
            own=written(found.with_input),
        )

    def extra_panels(self, view: View) -> Sequence[QWidget]:
        """Who took part and what can be added."""
        record = records.show(self.desk.ctx, self.spec, view.number)
        return (VisiePanel(self.desk, record, view.title),)


PAGE = VisiePage
"""The parts of the screen of visies."""
