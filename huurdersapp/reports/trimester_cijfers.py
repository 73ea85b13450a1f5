"""All counts of persons of a trimesterverslag, entered together: one may give another away."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from huurdersapp.reports.counting import all_sources
from huurdersapp.reports.document import Source
from huurdersapp.reports.raadpleging_cijfers import enter_figures
from huurdersapp.reports.small_numbers import Figures, Protected
from huurdersapp.reports.trimester_knelpunten import enter_knelpunten
from huurdersapp.reports.trimester_registers import REACHED, enter_registers
from huurdersapp.reports.trimester_themas import enter_themas
from huurdersapp.reports.trimester_values import TrimesterValues
from huurdersapp.reports.values import Getal


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
    _link_work(figures, values)


def _link_work(figures: Figures, values: TrimesterValues) -> None:
    """What an afspraak tells of a raadpleging or a campagne is what the chapter on it tells."""
    told: dict[tuple[Source, int], Hashable] = {}
    for key, getal in _told(values):
        if getal.source is not None and getal.waarde is not None:
            told.setdefault((getal.source, getal.waarde), key)
    for t, thema in enumerate(values.themas):
        for a, afspraak in enumerate(thema.afspraken):
            for i, work in enumerate(afspraak.activiteiten):
                key = ("activiteit", t, a, i)
                if not figures.has(key) or work.aantal is None or work.aantal.source is None:
                    continue
                same = told.get((work.aantal.source, figures.value(key)))
                if same is not None and figures.has(same):
                    figures.same(same, key)


def _told(values: TrimesterValues) -> Iterator[tuple[Hashable, Getal]]:
    for place, item in enumerate(values.raadplegingen):
        yield (place, "respons"), item.respons
    for place, campagne in enumerate(values.campagnes):
        for key in REACHED:
            yield ("campagne", place, key), getattr(campagne, key)
