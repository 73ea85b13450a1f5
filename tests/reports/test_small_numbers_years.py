"""The reports of a year side by side: what somebody works out who has them all, attacked on the printed documents.

The reader here is written apart from the code that protects. He takes the tables of the four documents, knows how the
sums hang together (also which kernen lie in which gebied, and what nobody has any of), and tries whole numbers.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from huurdersapp.reports.document import Chart, Document, Source, Table, plain
from huurdersapp.reports.rapport import rapport_document
from huurdersapp.reports.small_numbers import Protected
from huurdersapp.reports.trimester import trimester_kader, trimester_onderdelen
from huurdersapp.reports.trimester_cijfers import report_protected
from huurdersapp.reports.trimester_jaar import year_protected
from huurdersapp.reports.trimester_knelpunten import merged_rows
from huurdersapp.reports.trimester_values import KnelpuntRij, Thema, TrimesterValues
from huurdersapp.reports.values import Getal
from tests.reports.jaar_samples import KERNEN, PARTS, World, world, worlds

SMALL = (1, 4)
ANY = (0, 60)
BOTH = "eind en afgehandeld"
"""A sum that only serves to write an equation down; it is no count of its own."""
TRIMESTERS = ("T1", "T2", "T3")
STAND = ("begin", "nieuw", "heropend", "afgehandeld", "eind")
VISITS = {
    "Coach aan de deur": "aan_de_deur",
    "Niemand gesproken": "niet_gesproken",
    "Energiebezoek gedaan": "gesproken",
    "Daarvan: iets geplaatst dat energie bespaart": "geplaatst",
    "Daarvan: een knelpunt gemeld": "met_knelpunt",
    "Nazorg gedaan (ook van eerdere bezoeken)": "nazorg",
}
DIVIDED = {
    "Nieuwe knelpunten naar categorie": ("categorie", "nieuw"),
    "Nieuwe knelpunten naar kern of gebied": ("kern", "nieuw"),
    "Open knelpunten naar stand van zaken": ("status", "eind"),
    "Afgehandelde knelpunten naar afloop": ("afloop", "afgehandeld"),
}
Cell = tuple[str, ...]
Sum = tuple[tuple[Cell, int], ...]


def documents(
    reports: Mapping[str, TrimesterValues], shown: Mapping[str, Protected], kort: bool
) -> dict[str, Document]:
    return {
        part: rapport_document(trimester_kader(values, kort), trimester_onderdelen(values, kort, shown[part]))
        for part, values in reports.items()
    }


@dataclass
class Reader:
    """What stands on paper, as ranges, and the sums that everybody knows; `truth` only to know what to attack."""

    truth: dict[Cell, int] = field(default_factory=dict)
    known: dict[Cell, tuple[int, int]] = field(default_factory=dict)
    sums: list[Sum] = field(default_factory=list)

    def learn(self, cell: Cell, text: str) -> None:
        ranges = {"<5": SMALL, "x": (5, ANY[1]), "–": ANY}
        low, high = ranges.get(text) or (int(text), int(text))
        before = self.known.get(cell, ANY)
        self.known[cell] = max(low, before[0]), min(high, before[1])

    def total(self, total: Cell, parts: Sequence[Cell]) -> None:
        """Of what stands nowhere a reader knows nothing; sums that the truth does not keep are no sums."""
        factors = ((total, -1), *((part, 1) for part in parts))
        assert sum(factor * self.truth[cell] for cell, factor in factors) == 0
        for cell, _ in factors:
            self.known.setdefault(cell, ANY)
        self.sums.append(factors)

    def twice(self, total: Cell, parts: Sequence[Cell]) -> None:
        """The parts make the total and what counts in more than one of them."""
        double = ("dubbel", *total)
        self.truth[double] = sum(self.truth[part] for part in parts) - self.truth[total]
        assert self.truth[double] >= 0
        if not self.truth[double]:
            self.total(total, parts)
            return
        for cell in (total, double, *parts):
            self.known.setdefault(cell, ANY)
        self.sums.append(((total, -1), (double, -1), *((part, 1) for part in parts)))

    def secrets(self) -> list[Cell]:
        return [
            cell
            for cell, value in self.truth.items()
            if SMALL[0] <= value <= SMALL[1]
            and cell[2] != BOTH
            and self.known.get(cell, ANY)[0] != self.known.get(cell, ANY)[1]
        ]

    def worked_out(self) -> list[Cell]:
        """Small counts that stand there, or of which a value between 1 and 4 can be ruled out."""
        printed = [
            cell
            for cell, value in self.truth.items()
            if SMALL[0] <= value <= SMALL[1] and self.known.get(cell) == (value, value)
        ]
        at: dict[Cell, list[Sum]] = defaultdict(list)
        for each in self.sums:
            for cell, _ in each:
                at[cell].append(each)
        known = narrowed(dict(self.known), self.sums, at)
        assert known is not None
        found: dict[Cell, set[int]] = defaultdict(set)
        for cell in self.secrets():
            found[cell].add(self.truth[cell])
        guessed = []
        for cell in self.secrets():
            for value in range(SMALL[0], SMALL[1] + 1):
                if value in found[cell]:
                    continue
                fits = solved(known, cell, value, at, self.truth)
                if fits is None:
                    guessed.append(cell)
                    break
                for other, number in fits.items():
                    if other in found:
                        found[other].add(number)
        return printed + guessed


def solved(
    known: Mapping[Cell, tuple[int, int]],
    key: Cell,
    value: int,
    at: Mapping[Cell, list[Sum]],
    truth: Mapping[Cell, int],
) -> Mapping[Cell, int] | None:
    """Numbers with which the sums hold when `key` has this value; None when there are none, or the truth when it takes too
    long to see."""
    if not known[key][0] <= value <= known[key][1]:
        return None
    stack = [narrowed({**known, key: (value, value)}, at[key], at)]
    for _ in range(300):
        while stack and stack[-1] is None:
            stack.pop()
        if not stack or (ranges := stack.pop()) is None:
            return None
        guess = {cell: min(max(truth[cell], low), high) for cell, (low, high) in ranges.items()}
        off = dict.fromkeys(
            each for cell, number in guess.items() if number != truth[cell] for each in at[cell]
        )
        wrong = [each for each in off if sum(factor * guess[cell] for cell, factor in each)]
        if not wrong:
            return guess
        cells = [cell for cell, _ in min(wrong, key=len) if ranges[cell][0] < ranges[cell][1]]
        least = min(cells, key=lambda cell: (ranges[cell][1] - ranges[cell][0], cell))
        low, high = ranges[least]
        stack += [
            narrowed({**ranges, least: (number, number)}, at[least], at)
            for number in sorted(range(low, high + 1), key=lambda number: -abs(number - truth[least]))
        ]
    return truth


def narrowed(
    ranges: dict[Cell, tuple[int, int]], sums: Sequence[Sum], at: Mapping[Cell, list[Sum]]
) -> dict[Cell, tuple[int, int]] | None:
    """The ranges cut to what the sums allow; None where they allow nothing."""
    waiting = dict.fromkeys(sums)
    while waiting:
        each = next(iter(waiting))
        del waiting[each]
        # Every factor is 1 or -1.
        ends = [ranges[cell] if factor > 0 else _turned(ranges[cell]) for cell, factor in each]
        least, most = 0, 0
        for low, high in ends:
            least += low
            most += high
        if least > 0 or most < 0:
            return None
        for (cell, factor), (low, high) in zip(each, ends, strict=True):
            # The others together make at least least - low and at most most - high; this one makes up for them.
            first, last = high - most, low - least
            if first <= low and last >= high:
                continue
            new = max(first, low), min(last, high)
            if new[0] > new[1]:
                return None
            ranges[cell] = new if factor > 0 else _turned(new)
            for other in at[cell]:
                waiting[other] = None
    return ranges


def _turned(ends: tuple[int, int]) -> tuple[int, int]:
    return -ends[1], -ends[0]


def read(whole: World, papers: Mapping[str, Document]) -> Reader:
    """What the tables of these documents say, with all that hangs together."""
    reader = Reader()
    _know_the_truth(reader, whole)
    for part, document in papers.items():
        tables = {block.caption: block for block in document.blocks if isinstance(block, Table)}
        _read_stand(reader, part, tables.get("Knelpunten aan het begin en aan het eind"))
        for caption, (name, _) in DIVIDED.items():
            _read_divided(reader, part, name, tables.get(caption))
        for row in (
            tables["Energiebezoeken in deze periode"].rows
            if "Energiebezoeken in deze periode" in tables
            else ()
        ):
            reader.learn(("bezoek", part, VISITS[plain(row[0])]), plain(row[1]))
        _read_divided(reader, part, "bezoek-kern", tables.get("Energiebezoeken naar kern of gebied"))
    _tie(reader)
    return reader


def _know_the_truth(reader: Reader, whole: World) -> None:
    for part, values in whole.reports().items():
        for what in STAND:
            reader.truth["stand", part, what] = getattr(values.knelpunten.individueel, what).waarde or 0
        for what in VISITS.values():
            reader.truth["bezoek", part, what] = getattr(values.bezoeken, what).waarde or 0
        for name, _ in DIVIDED.values():
            for row in getattr(values.knelpunten, f"per_{name}"):
                reader.truth[name, part, row.naam] = row.individueel.waarde or 0
        for visit in values.bezoeken.per_kern:
            reader.truth["bezoek-kern", part, visit.naam] = visit.gesproken.waarde or 0


def _read_stand(reader: Reader, part: str, table: Table | None) -> None:
    if table is None or table.totals is None:
        return
    for what, row in zip(STAND, (*table.rows, table.totals), strict=True):
        reader.learn(("stand", part, what), plain(row[1]))


def _read_divided(reader: Reader, part: str, name: str, table: Table | None) -> None:
    """The rows of a breakdown; a row of a gebied is the sum of its kernen that have no row of their own."""
    if table is None or table.columns[1].head not in ("Individueel", "Bezoeken"):
        return
    pieces = [cell for cell in reader.truth if cell[:2] == (name, part) and len(cell) == 3]
    own = {plain(row[0]).casefold() for row in table.rows}
    for row in table.rows:
        label = plain(row[0])
        same = [cell for cell in pieces if cell[2].casefold() == label.casefold()]
        if same:
            reader.learn(same[0], plain(row[1]))
            continue
        inside = [cell for cell in pieces if cell[2].casefold() not in own and _lies_in(cell[2], label, own)]
        merged = (name, part, label, "samen")
        reader.truth[merged] = sum(reader.truth[cell] for cell in inside)
        reader.learn(merged, plain(row[1]))
        reader.total(merged, inside)


def _lies_in(kern: str, label: str, rows: set[str]) -> bool:
    """Whether a kern went into this row: its gebied, what is left of the municipality, or the small ones together."""
    if KERNEN[kern].casefold() in rows:
        return KERNEN[kern].casefold() == label.casefold()
    return label.casefold() in ("gemeente", "andere kernen en wijken")


def _tie(reader: Reader) -> None:
    for part in PARTS:
        for name, of in DIVIDED.values():
            pieces = [cell for cell in reader.truth if cell[:2] == (name, part) and len(cell) == 3]
            reader.total(("stand", part, of), pieces)
        pieces = [cell for cell in reader.truth if cell[:2] == ("bezoek-kern", part) and len(cell) == 3]
        reader.total(("bezoek", part, "gesproken"), pieces)
        reader.total(
            ("bezoek", part, "aan_de_deur"),
            [("bezoek", part, "gesproken"), ("bezoek", part, "niet_gesproken")],
        )
        for what in ("geplaatst", "met_knelpunt"):
            rest = ("bezoek", part, what, "overig")
            reader.truth[rest] = (
                reader.truth["bezoek", part, "gesproken"] - reader.truth["bezoek", part, what]
            )
            if reader.truth[rest]:
                reader.total(("bezoek", part, "gesproken"), [("bezoek", part, what), rest])
        begin, nieuw, heropend, afgehandeld, eind = (("stand", part, what) for what in STAND)
        both = ("stand", part, BOTH)
        reader.truth[both] = reader.truth[eind] + reader.truth[afgehandeld]
        reader.total(both, [begin, nieuw, heropend])
        reader.total(both, [eind, afgehandeld])
    for one, first, other, second in (
        ("T1", "eind", "T2", "begin"),
        ("T2", "eind", "T3", "begin"),
        ("T1", "begin", "Y", "begin"),
        ("T3", "eind", "Y", "eind"),
    ):
        reader.total(("stand", one, first), [("stand", other, second)])
    for what in ("nieuw", "heropend", "afgehandeld"):
        reader.twice(("stand", "Y", what), [("stand", part, what) for part in TRIMESTERS])
    for what in VISITS.values():
        reader.total(("bezoek", "Y", what), [("bezoek", part, what) for part in TRIMESTERS])
    for name in ("categorie", "kern", "afloop", "bezoek-kern"):
        for label in {cell[2] for cell in reader.truth if cell[0] == name and len(cell) == 3}:
            parts = [(name, part, label) for part in TRIMESTERS if (name, part, label) in reader.truth]
            if (name, "Y", label) in reader.truth and parts:
                reader.twice((name, "Y", label), parts)
    for label in {cell[2] for cell in reader.truth if cell[:2] == ("status", "Y")}:
        reader.total(("status", "Y", label), [("status", "T3", label)])


def worked_out(whole: World, secondary: bool = True) -> list[Cell]:
    """What a reader of the four full reports works out."""
    reports = whole.reports()
    return read(whole, documents(reports, year_protected(reports, secondary), kort=False)).worked_out()


@given(worlds(25))
@settings(max_examples=4)
def test_a_reader_of_all_reports_of_a_year_cannot_work_out_a_small_count(whole: World) -> None:
    assert worked_out(whole) == []


@pytest.mark.soak
@given(worlds(60))
@settings(max_examples=400)
def test_a_reader_of_very_many_years_cannot_work_out_a_small_count(whole: World) -> None:
    assert worked_out(whole) == []


def test_without_secondary_suppression_the_reader_succeeds() -> None:
    """The twin: were the attack blind, this would fail."""
    assert any(worked_out(world(seed, 12, 12), secondary=False) for seed in range(5))


def test_reports_that_are_each_safe_alone_are_not_safe_side_by_side() -> None:
    """The other twin: each report protected by itself, as if no other of the year existed."""

    def alone(whole: World) -> Reader:
        reports = whole.reports()
        shown = {part: report_protected(values) for part, values in reports.items()}
        return read(whole, documents(reports, shown, kort=False))

    assert any(alone(world(seed, 12, 12)).worked_out() for seed in range(8))


class Changed:
    """A report of which every count that is not printed is another one; what it says must stay the same."""

    def __init__(self, values: TrimesterValues, shown: Protected, rng: Random) -> None:
        self.rng, self.values = rng, values
        self.others: dict[int, int] = {}
        self.shown = Protected(
            shown.settings,
            {key: self._cell(cell) for key, cell in shown._cells.items()},
            shown._tables,
        )
        self.hidden = {key for key, cell in shown._cells.items() if cell.state != "shown"}

    def _other(self, value: int) -> int:
        """Another count that would be hidden in the same way; equal ones stay equal."""
        if SMALL[0] <= value <= SMALL[1]:
            choice = self.rng.choice([other for other in range(SMALL[0], SMALL[1] + 1) if other != value])
            return self.others.setdefault(value, choice)
        return self.others.setdefault(value, value + self.rng.randint(3, 9)) if value else 0

    def _cell(self, cell: Any) -> Any:
        if cell.state == "shown":
            return cell
        return replace(cell, value=self._other(cell.value), source=Source("veranderd"))

    def getal(self, key: Any, getal: Getal) -> Getal:
        if key not in self.hidden or getal.waarde is None:
            return getal
        return Getal(self._other(getal.waarde), Source("veranderd"))

    def report(self) -> TrimesterValues:
        """The values; those of the stand stay, since they have to agree with each other."""
        it = self.values
        divided: dict[str, Any] = {f"per_{name}": self.rows(name) for name, _ in DIVIDED.values()}
        knelpunten = replace(
            it.knelpunten,
            ingebracht_individueel=self.getal(
                ("ingebracht", "individueel"), it.knelpunten.ingebracht_individueel
            ),
            **divided,
        )
        visits: dict[str, Any] = {
            what: self.getal(("bezoek", what), getattr(it.bezoeken, what)) for what in VISITS.values()
        }
        bezoeken = replace(it.bezoeken, **visits)
        campagnes = tuple(
            replace(item, deelnemers=self.getal(("campagne", place, "deelnemers"), item.deelnemers))
            for place, item in enumerate(it.campagnes)
        )
        return replace(
            it, knelpunten=knelpunten, bezoeken=bezoeken, campagnes=campagnes, themas=tuple(self.themas())
        )

    def rows(self, name: str) -> tuple[KnelpuntRij, ...]:
        """Rows that stand by themselves; what was put together keeps its sum."""
        rows: list[KnelpuntRij] = list(getattr(self.values.knelpunten, f"per_{name}"))
        for place, (_, members) in enumerate(merged_rows(self.values.knelpunten, name, self.values.small)):
            if len(members) == 1:
                changed = self.getal((name, "individueel", place), members[0].individueel)
                rows[rows.index(members[0])] = replace(members[0], individueel=changed)
        return tuple(rows)

    def themas(self) -> list[Thema]:
        return [
            replace(
                thema,
                afspraken=tuple(
                    replace(
                        afspraak,
                        activiteiten=tuple(
                            replace(
                                work, aantal=self.getal(("activiteit", t, a, i), work.aantal), source=None
                            )
                            if work.aantal and ("activiteit", t, a, i) in self.hidden
                            else work
                            for i, work in enumerate(afspraak.activiteiten)
                        ),
                    )
                    for a, afspraak in enumerate(thema.afspraken)
                ),
                indicatoren=tuple(
                    replace(
                        item,
                        waarde=replace(
                            item.waarde, getal=self.getal(("indicator", (t, i), "nu"), item.waarde.getal)
                        ),
                    )
                    for i, item in enumerate(thema.indicatoren)
                ),
            )
            for t, thema in enumerate(self.values.themas)
        ]


@pytest.mark.parametrize("kort", [False, True])
@given(worlds(25), st.integers(0, 1000))
@settings(max_examples=3)
def test_nothing_in_a_report_depends_on_a_count_that_it_hides(kort: bool, whole: World, seed: int) -> None:
    """Text, charts, alternatives and links alike: every file is written from this one document."""
    reports = whole.reports()
    shown = year_protected(reports)
    made = documents(reports, shown, kort)
    for part, values in reports.items():
        changed = Changed(values, shown[part], Random(seed))
        again = documents({part: changed.report()}, {part: changed.shown}, kort)
        assert again[part] == made[part]


def test_a_chart_has_no_bar_for_a_hidden_count() -> None:
    reports = world(3, 30, 30).reports()
    shown = year_protected(reports)
    charts = [
        block
        for made in documents(reports, shown, kort=False).values()
        for block in made.blocks
        if isinstance(block, Chart)
    ]
    assert charts
    for chart in charts:
        for series, texts in zip(chart.series, chart.shown or (), strict=True):
            for value, text in zip(series.values, texts, strict=True):
                assert (value is None) == (text in ("<5", "x", "–"))
