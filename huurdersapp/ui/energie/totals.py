"""What stands above the list of visits: how many there were and what came of them."""

from __future__ import annotations

from collections.abc import Sequence

from huurdersapp.actions import energie_cijfers, lists
from huurdersapp.actions.context import Context
from huurdersapp.base.formats import number as written
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.base.period import parse
from huurdersapp.records.energie_besparing import PLACED
from huurdersapp.ui.energie.saving_card import amounts

VISIT = "energiebezoek"
_PERIODS = ("aan_de_deur_in=", "gedaan_in=")
"""Conditions of a list that has all visits of a period at which something can have been put in place."""
_ALWAYS = "1990-01-01..2200-12-31"
_SPOKEN = "status=gedaan,nazorg_gedaan"


def told(ctx: Context, where: Sequence[str], words: str) -> str:
    """The totals of a list in one sentence, "" for an empty one. What visits save is reckoned over periods only, so any
    other list has its counts alone."""
    spec = ctx.spec(VISIT)
    count = lists.count(ctx, spec, where, words)
    if not count:
        return ""
    spoken = lists.count(ctx, spec, (*where, _SPOKEN), words)
    parts = [
        ngettext("{count} bezoek", "{count} bezoeken", count).format(count=written(count)),
        _("{count} gesproken").format(count=written(spoken)),
    ]
    period = next((text.partition("=")[2] for text in where if text.startswith(_PERIODS)), _ALWAYS)
    if len(where) <= 1 and not words.strip() and (not where or where[0].startswith(_PERIODS)):
        found = energie_cijfers.overview(ctx, parse(period))
        placed = sum(found.states.get(key, 0) for key in PLACED)
        words_of = ngettext("{count} maatregel geplaatst", "{count} maatregelen geplaatst", placed)
        parts.append(words_of.format(count=written(placed)))
        if found.saving.known:
            saved = ", ".join(amounts(found.saving)[:2])
            parts.append(_("verwacht per jaar {amounts}, indicatief").format(amounts=saved))
    return _("{parts}.").format(parts=", ".join(parts))
