"""The reports of one year protected together: those of the trimesters and of the year lie side by side.

Whoever has all four, in whatever form and file, can add and subtract: what came in during the year is what came in during
its trimesters, and what was open at the end of one was open at the begin of the next. So all counts of the four are entered
at once, with these sums, and each report prints what is left; so does each column that compares with another period.

**Breakdowns.** Small rows are merged per report, so the rows of two reports need not be the same. Their smallest pieces
are: a kern in a trimester. These are entered too, though nobody prints most of them (`printed=False`): a row is the sum
of its pieces, and the piece of the year is the sum of those of the trimesters. A piece that may not be known is protected
like any other count. Where a trimester has nothing of a kern a reader is taken to know that.

**Counted once.** A home that was visited in two trimesters counts once in the year, and a knelpunt that was closed twice
was closed once: then the trimesters add up to more than the year. How much more is a count of homes as well.

**Years stand by themselves**, or all of them would have to be protected as one and a correction in one year would change
the papers of another. What two years share is only the stand on the night between them. It is printed in both when it is
not small, and is "<5" in both when it is: never hidden for another's sake (`Figures.border`). So, whatever a reader thinks
that stand to be, the one year leaves possible for its hidden counts what it left, and so does the other: together they
rule out nothing more.

A free period can be made in endless numbers, so it is protected by itself and says that it should lie by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping

from huurdersapp.reports.raadpleging_cijfers import enter_figures
from huurdersapp.reports.small_numbers import Figures, Protected
from huurdersapp.reports.trimester_cijfers import enter_report
from huurdersapp.reports.trimester_knelpunten import BREAKDOWNS, merged_rows
from huurdersapp.reports.trimester_registers import REACHED, merged_visits
from huurdersapp.reports.trimester_values import TrimesterValues
from huurdersapp.reports.values import Raadpleging

TRIMESTERS = ("T1", "T2", "T3")
YEAR = "Y"
PARTS = (*TRIMESTERS, YEAR)
_FLOWS: tuple[Hashable, ...] = (
    *(("stand", "individueel", part) for part in ("nieuw", "heropend", "afgehandeld")),
    ("ingebracht", "individueel"),
    *(
        ("bezoek", key)
        for key in ("aan_de_deur", "gesproken", "niet_gesproken", "geplaatst", "met_knelpunt", "nazorg")
    ),
)
"""What is counted as it happens, by the keys of a report."""
_BEGIN, _END = ("stand", "individueel", "begin"), ("stand", "individueel", "eind")
Reports = Mapping[str, TrimesterValues]


def year_protected(reports: Reports, secondary: bool = True) -> dict[str, Protected]:
    """What may be printed in each of the reports of a year: "T1", "T2", "T3" and "Y", under the keys of that report.

    `secondary` False hides the small ones alone: unsafe, for comparing.
    """
    figures = Figures(reports[YEAR].small)
    for part, values in reports.items():
        enter_report(figures.of(part), values)
    _link_stands(figures)
    for key in _FLOWS:
        _link_flow(figures, dict.fromkeys(PARTS, key))
    for keys in _indicators(reports):
        _link_flow(figures, keys)
    for keys in (*_activities(reports), *_campaigns(reports)):
        _link_flow(figures, keys, whole=False)
    _link_breakdowns(figures, reports)
    _link_raadplegingen(figures, reports)
    shown = figures.protect(secondary)
    return {part: shown.of(part) for part in reports}


def _link_stands(figures: Figures) -> None:
    """The stand at the end of a period is that at the begin of the next."""
    pairs = (
        ("T1", _END, "T2", _BEGIN),
        ("T2", _END, "T3", _BEGIN),
        (YEAR, _BEGIN, "T1", _BEGIN),
        (YEAR, _END, "T3", _END),
    )
    for one, first, other, second in pairs:
        if figures.has((one, first)) and figures.has((other, second)):
            figures.same((one, first), (other, second))
    for part, key in ((YEAR, _BEGIN), ("T1", _BEGIN), (YEAR, _END), ("T3", _END)):
        if figures.has((part, key)):
            figures.border((part, key))


def _link_flow(figures: Figures, keys: Mapping[str, Hashable], whole: bool = True) -> None:
    """The year is the sum of the trimesters, less what counts in more than one of them.

    `whole`: a trimester without this count does not know it, so nothing follows; else there was none, and a report says so.
    """
    year = (YEAR, keys.get(YEAR))
    parts = [(part, keys[part]) for part in TRIMESTERS if part in keys and figures.has((part, keys[part]))]
    if not figures.has(year) or (whole and len(parts) < len(TRIMESTERS)):
        return
    twice = sum(figures.value(part) for part in parts) - figures.value(year)
    if twice > 0:
        figures.persons(("dubbel", year), twice, printed=False)
        figures.total(year, parts, minus=[("dubbel", year)])
    elif not twice:
        figures.total(year, parts)


def _indicators(reports: Reports) -> Iterator[dict[str, Hashable]]:
    """The keys of the same measure in each report."""
    for of in ((), ("noemer",)):
        yield from _alike(
            (part, (thema.sleutel, thema.naam, item.nummer, item.tekst), ("indicator", (t, i), "nu", *of))
            for part, values in reports.items()
            for t, thema in enumerate(values.themas)
            for i, item in enumerate(thema.indicatoren)
        )


def _activities(reports: Reports) -> Iterator[dict[str, Hashable]]:
    """The keys of what the rule of the same afspraak counts in each report."""
    yield from _alike(
        (
            part,
            (thema.sleutel, thema.naam, afspraak.nummer, afspraak.tekst, work.meervoud),
            ("activiteit", t, a, i),
        )
        for part, values in reports.items()
        for t, thema in enumerate(values.themas)
        for a, afspraak in enumerate(thema.afspraken)
        for i, work in enumerate(afspraak.activiteiten)
        if work.aantal and not work.omschrijving and work.op is None
    )


def _campaigns(reports: Reports) -> Iterator[dict[str, Hashable]]:
    """The keys of what the same campagne reached in each report."""
    for what in REACHED:
        yield from _alike(
            (part, (item.titel, item.source), ("campagne", place, what))
            for part, values in reports.items()
            for place, item in enumerate(values.campagnes)
        )


def _alike(found: Iterable[tuple[str, Hashable, Hashable]]) -> Iterator[dict[str, Hashable]]:
    together: dict[Hashable, dict[str, Hashable]] = {}
    for part, name, key in found:
        together.setdefault(name, {}).setdefault(part, key)
    yield from together.values()


def _link_breakdowns(figures: Figures, reports: Reports) -> None:
    for breakdown in BREAKDOWNS:
        name = breakdown.name
        if breakdown.of == "nieuw":
            _link_pieces(figures, reports, f"{name}-stukjes", _knelpunt_pieces(name))
        elif breakdown.of == "afgehandeld":
            rows = (
                (part, row.naam, (name, "individueel", place))
                for part, values in reports.items()
                for place, (row, _) in enumerate(merged_rows(values.knelpunten, name, values.small))
            )
            for keys in _alike(rows):
                _link_flow(figures, keys)
    _link_pieces(figures, reports, "bezoek-stukjes", _visit_pieces)


Pieces = dict[Hashable, int]
"""The smallest pieces of a row by what they are called, with their counts."""


def _knelpunt_pieces(name: str) -> Callable[[TrimesterValues], list[tuple[Hashable, Pieces]]]:
    def pieces(values: TrimesterValues) -> list[tuple[Hashable, Pieces]]:
        return [
            (
                (name, "individueel", place),
                {(row.naam, row.groepen): row.individueel.waarde or 0 for row in members},
            )
            for place, (_, members) in enumerate(merged_rows(values.knelpunten, name, values.small))
        ]

    return pieces


def _visit_pieces(values: TrimesterValues) -> list[tuple[Hashable, Pieces]]:
    return [
        (("bezoek", "kern", place), {(row.naam, row.groepen): row.gesproken.waarde or 0 for row in members})
        for place, (_, members) in enumerate(merged_visits(values.bezoeken, values.small))
    ]


def _link_pieces(
    figures: Figures,
    reports: Reports,
    name: str,
    pieces: Callable[[TrimesterValues], list[tuple[Hashable, Pieces]]],
) -> None:
    """Each row is the sum of its pieces, and a piece of the year the sum of those of the trimesters."""
    found: dict[Hashable, dict[str, Hashable]] = {}
    for part, values in reports.items():
        for row, parts in pieces(values):
            keys = []
            for what, count in parts.items():
                key = (name, part, what)
                if count:
                    figures.persons(key, count, rank=0, printed=False)
                    found.setdefault(what, {})[part] = key
                    keys.append(key)
            if len(keys) == 1 and figures.has((part, row)):
                figures.same((part, row), keys[0])
            elif keys and figures.has((part, row)):
                figures.total((part, row), keys)
    for where in found.values():
        parts_of = [where[part] for part in TRIMESTERS if part in where]
        if YEAR in where and len(parts_of) == 1:
            figures.same(where[YEAR], parts_of[0])
        elif YEAR in where:
            figures.total(where[YEAR], parts_of)


def _link_raadplegingen(figures: Figures, reports: Reports) -> None:
    """A raadpleging that two reports tell of has the same counts in both."""
    seen: dict[Hashable, tuple[str, int]] = {}
    for part, values in reports.items():
        for place, item in enumerate(values.raadplegingen):
            first = seen.setdefault((item.nummer, item.titel, item.van), (part, place))
            if first == (part, place):
                continue
            if reports[first[0]].raadplegingen[first[1]] == item:
                for one, other in zip(_keys(first[1], item), _keys(place, item), strict=True):
                    figures.same((first[0], one), (part, other))


def _keys(place: int, item: Raadpleging) -> list[Hashable]:
    """The keys of all counts of a raadpleging at this place of a report."""
    alone = Figures()
    enter_figures(alone, place, item)
    return alone.entered()
