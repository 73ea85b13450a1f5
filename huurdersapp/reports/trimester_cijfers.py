"""All counts of persons of a trimesterverslag, entered together: one may give another away."""

from __future__ import annotations

from collections.abc import Hashable

from huurdersapp.reports.counting import all_sources
from huurdersapp.reports.document import Source
from huurdersapp.reports.raadpleging_cijfers import enter_figures
from huurdersapp.reports.small_numbers import Figures, Protected
from huurdersapp.reports.trimester_knelpunten import enter_knelpunten
from huurdersapp.reports.trimester_registers import enter_registers
from huurdersapp.reports.trimester_themas import enter_themas
from huurdersapp.reports.trimester_values import TrimesterValues


def report_protected(values: TrimesterValues, secondary: bool = True) -> Protected:
    """What may be printed of a report that lies beside no other: of a free period, or made from values alone.

    The reports of one year are protected together: `trimester_jaar.year_protected`.
    """
    figures = Figures(values.small)
    enter_report(figures, values)
    return figures.protect(secondary)


def enter_report(figures: Figures, values: TrimesterValues) -> None:
    """Enter all counts of one report, with the sums that link them."""
    enter_themas(figures, values.themas)
    enter_knelpunten(figures, values)
    enter_registers(figures, values)
    keys: list[Hashable] = []
    for place, item in enumerate(values.raadplegingen):
        enter_figures(figures, place, item)
        keys.append((place, "respons"))
    if len(keys) > 1 and all(figures.has(key) for key in keys):
        behind = all_sources(tuple(item.source for item in values.raadplegingen))
        figures.mixed("antwoorden", sum(figures.value(key) for key in keys), behind, rank=0)
        figures.total("antwoorden", keys)
    _link_replies(figures, values)


def _link_replies(figures: Figures, values: TrimesterValues) -> None:
    """The replies to a raadpleging that was work for an afspraak are those that its own chapter tells."""
    told: dict[Source, Hashable] = {
        item.respons.source: (place, "respons")
        for place, item in enumerate(values.raadplegingen)
        if item.respons.source is not None and item.respons.waarde is not None
    }
    for t, thema in enumerate(values.themas):
        for a, afspraak in enumerate(thema.afspraken):
            for i, work in enumerate(afspraak.activiteiten):
                source = work.aantal.source if work.aantal else None
                key = ("activiteit", t, a, i)
                if source in told and figures.has(key):
                    figures.same(told[source], key)
