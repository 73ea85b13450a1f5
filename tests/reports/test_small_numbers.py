"""Nobody can work out a small count from what is printed: attacked with all sums, and a twin that leaks."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field

import pytest
from hypothesis import find, given
from hypothesis import strategies as st

from huurdersapp.reports.document import Source
from huurdersapp.reports.merging import Row, merge_rows
from huurdersapp.reports.small_numbers import Figures, Protected, SmallNumberSettings

SMALL = (1, 2, 3, 4)


@dataclass
class Case:
    """Counts, which of them are persons, and the sums: what `Figures` is told and the attacker knows."""

    values: dict[str, int]
    sums: list[tuple[str, list[str], list[str]]]
    tables: dict[str, list[str]] = field(default_factory=dict)
    free: tuple[str, ...] = ()
    mixed: tuple[str, ...] = ()
    ranks: dict[str, int] = field(default_factory=dict)

    def figures(self) -> Figures:
        figures = Figures()
        for key, value in self.values.items():
            if key in self.free:
                figures.free(key, value)
            elif key in self.mixed:
                figures.mixed(key, value)
            else:
                figures.persons(key, value, rank=self.ranks.get(key, 1))
        for total, parts, minus in self.sums:
            assert figures.total(total, parts, minus)
        for name, keys in self.tables.items():
            figures.table(name, keys)
        return figures

    def secrets(self) -> list[str]:
        return [k for k, v in self.values.items() if v in SMALL and k not in self.free + self.mixed]


def attack(case: Case, shown: Protected) -> dict[str, set[int]]:
    """Per hidden cell the values that a reader cannot rule out, by trying whole numbers in all sums.

    Written apart from the code it attacks: no ranges, plain trying, with the last cell of a sum computed.
    The reader knows the rule: "<5" is 1-4, "x" is five or more, left out may be anything.
    """
    cap = max(case.values.values()) + 12
    domains: dict[str, list[int]] = {}
    for key, value in case.values.items():
        state = shown.state(key)
        if state == "shown":
            domains[key] = [value]
        elif state == "small":
            domains[key] = list(SMALL)
        elif state == "hidden" and key not in case.mixed:
            domains[key] = list(range(5, cap))
        else:
            domains[key] = list(range(cap))
    sums = [
        [(total, -1), *((p, 1) for p in plus), *((m, -1) for m in minus)] for total, plus, minus in case.sums
    ]
    result: dict[str, set[int]] = {}
    for key in case.values:
        if shown.state(key) != "shown":
            tried = SMALL if key in case.secrets() else domains[key]
            result[key] = {v for v in tried if v in domains[key] and fits({**domains, key: [v]}, sums)}
    return result


def fits(domains: dict[str, list[int]], sums: list[list[tuple[str, int]]]) -> bool:
    return next(_solutions(domains, sums), None) is not None


def _solutions(domains: dict[str, list[int]], sums: list[list[tuple[str, int]]]) -> Iterator[dict[str, int]]:
    domains = dict(domains)
    settled = False
    while not settled:
        settled = True
        for equation in sums:
            unknown = [(k, f) for k, f in equation if len(domains[k]) > 1]
            rest = -sum(f * domains[k][0] for k, f in equation if len(domains[k]) == 1)
            if not unknown and rest:
                return
            ends = [sorted((f * domains[k][0], f * domains[k][-1])) for k, f in unknown]
            if not sum(low for low, _ in ends) <= rest <= sum(high for _, high in ends):
                return
            if len(unknown) == 1:
                key, factor = unknown[0]
                if rest * factor not in domains[key]:
                    return
                domains[key] = [rest * factor]
                settled = False
    open_keys = [k for k, d in domains.items() if len(d) > 1 and any(k == o for e in sums for o, _ in e)]
    if not open_keys:
        yield {k: d[0] for k, d in domains.items()}
        return
    key = min(open_keys, key=lambda k: len(domains[k]))
    for value in domains[key]:
        yield from _solutions({**domains, key: [value]}, sums)


def leaks(case: Case, secondary: bool = True) -> list[str]:
    """Small cells of which a reader can rule out a value between 1 and 4, and "x" that can be computed."""
    shown = case.figures().protect(secondary)
    assert all(shown.state(key) != "shown" for key in case.secrets())
    found = attack(case, shown)
    computed = [key for key in found if shown.state(key) == "hidden" and len(found[key]) < 2]
    return computed + [key for key in case.secrets() if found[key] != set(SMALL)]


counts = st.one_of(st.integers(0, 5), st.integers(0, 12))


@st.composite
def knelpunten(draw: st.DrawFn) -> Case:
    """A stand with the new ones divided twice, and the open ones once, as in the trimesterverslag."""
    categorie = draw(st.lists(counts, min_size=1, max_size=4))
    nieuw = sum(categorie)
    edges = sorted(draw(st.lists(st.integers(0, nieuw), min_size=0, max_size=3)))
    kern = [b - a for a, b in zip([0, *edges], [*edges, nieuw], strict=True)]
    begin, heropend = draw(counts), draw(st.integers(0, 3))
    afgehandeld = draw(st.integers(0, begin + nieuw + heropend))
    eind = begin + nieuw + heropend - afgehandeld
    edges = sorted(draw(st.lists(st.integers(0, eind), min_size=0, max_size=2)))
    status = [b - a for a, b in zip([0, *edges], [*edges, eind], strict=True)]
    values = {"begin": begin, "nieuw": nieuw, "heropend": heropend, "afgehandeld": afgehandeld, "eind": eind}
    tables = {}
    for name, rows in (("cat", categorie), ("kern", kern), ("status", status)):
        tables[name] = [f"{name}{i}" for i in range(len(rows))]
        values |= dict(zip(tables[name], rows, strict=True))
    collectief = draw(st.integers(0, 4))
    values |= {"collectief": collectief, "samen": nieuw + collectief}
    sums: list[tuple[str, list[str], list[str]]] = [
        ("eind", ["begin", "nieuw", "heropend"], ["afgehandeld"]),
        ("nieuw", tables["cat"], []),
        ("nieuw", tables["kern"], []),
        ("eind", tables["status"], []),
        ("samen", ["nieuw", "collectief"], []),
    ]
    ranks = dict.fromkeys([k for keys in tables.values() for k in keys], 0) | {"nieuw": 2, "eind": 2}
    return Case(values, sums, tables, free=("collectief",), mixed=("samen",), ranks=ranks)


@st.composite
def two_way(draw: st.DrawFn) -> Case:
    """A table with totals of rows and columns."""
    rows, columns = draw(st.integers(2, 3)), draw(st.integers(2, 3))
    body = {f"c{r}{c}": draw(counts) for r in range(rows) for c in range(columns)}
    across = {f"r{r}": sum(body[f"c{r}{c}"] for c in range(columns)) for r in range(rows)}
    down = {f"k{c}": sum(body[f"c{r}{c}"] for r in range(rows)) for c in range(columns)}
    sums: list[tuple[str, list[str], list[str]]] = [
        *((f"r{r}", [f"c{r}{c}" for c in range(columns)], []) for r in range(rows)),
        *((f"k{c}", [f"c{r}{c}" for r in range(rows)], []) for c in range(columns)),
        ("all", list(across), []),
        ("all", list(down), []),
    ]
    values = {**body, **across, **down, "all": sum(across.values())}
    return Case(values, sums, {"body": list(body)}, ranks={**dict.fromkeys(body, 0), "all": 3})


@given(knelpunten())
def test_linked_figures_do_not_give_a_small_count_away(case: Case) -> None:
    assert leaks(case) == []


@given(two_way())
def test_a_table_with_totals_both_ways_does_not_give_a_small_count_away(case: Case) -> None:
    assert leaks(case) == []


def test_without_secondary_suppression_the_attack_succeeds() -> None:
    """The twin: were the attack blind, this would fail."""
    for strategy in (knelpunten(), two_way()):
        broken = find(strategy, lambda case: bool(leaks(case, secondary=False)))
        assert leaks(broken) == []


def line(*values: int, total: bool = True) -> tuple[Figures, list[str]]:
    figures = Figures()
    keys = [f"rij{i}" for i in range(len(values))]
    for key, value in zip(keys, values, strict=True):
        figures.persons(key, value, rank=0)
    if total:
        figures.persons("totaal", sum(values), rank=2)
        assert figures.total("totaal", keys)
    figures.table("tabel", keys)
    return figures, keys


def printed(*values: int, total: bool = True) -> list[str]:
    figures, keys = line(*values, total=total)
    shown = figures.protect()
    if not shown.prints("tabel"):
        return [shown.text("totaal")] if total else []
    return [shown.text(key) for key in keys] + ([shown.text("totaal")] if total else [])


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ((12, 7, 5), ["12", "7", "5", "24"]),
        ((12, 7, 0), ["12", "7", "0", "19"]),
        ((12, 9, 3), ["12", "x", "<5", "24"]),
        ((12, 5, 3), ["x", "5", "<5", "20"]),
        ((2, 1), ["<5"]),
        ((4, 3), ["7"]),
        ((20, 2, 2), ["x", "<5", "<5", "24"]),
    ],
)
def test_a_line_with_its_total_is_printed_so(values: tuple[int, ...], expected: list[str]) -> None:
    assert printed(*values) == expected


def test_without_a_total_only_the_small_count_is_hidden() -> None:
    assert printed(12, 3, 0, total=False) == ["12", "<5", "0"]


def test_the_stand_of_knelpunten_hides_a_second_figure() -> None:
    figures = Figures()
    for key, value, rank in (("begin", 10, 1), ("nieuw", 2, 2), ("afgehandeld", 6, 1), ("eind", 6, 2)):
        figures.persons(key, value, rank=rank)
    figures.total("eind", ["begin", "nieuw"], ["afgehandeld"])
    shown = figures.protect()
    assert [shown.text(key) for key in ("begin", "nieuw", "afgehandeld", "eind")] == ["10", "<5", "x", "6"]


def test_figures_that_contradict_each_other_are_not_linked() -> None:
    figures, keys = line(78, 206, total=False)
    figures.persons("respons", 285)
    assert not figures.total("respons", keys)


def test_own_activities_an_official_count_and_an_open_vote_are_always_printed() -> None:
    figures = Figures()
    figures.free("raadplegingen", 2)
    figures.free("voor", 3)
    shown = figures.protect()
    assert (shown.text("raadplegingen"), shown.text("voor")) == ("2", "3")


def test_an_answer_that_everybody_gave_is_not_printed_and_neither_is_the_nought() -> None:
    figures = Figures()
    figures.persons("ja", 20)
    figures.persons("nee", 0)
    figures.answers("vraag", ["ja", "nee"])
    assert not figures.protect().prints("vraag")


def test_a_nought_beside_different_answers_is_printed() -> None:
    figures = Figures()
    for key, value in (("ja", 20), ("nee", 9), ("weet niet", 0)):
        figures.persons(key, value)
    figures.answers("vraag", ["ja", "nee", "weet niet"])
    shown = figures.protect()
    assert [shown.text(k) for k in ("ja", "nee", "weet niet")] == ["20", "9", "0"]


def test_those_who_did_not_choose_an_option_are_protected_as_well() -> None:
    figures = Figures()
    figures.persons("n", 20, rank=3)
    figures.persons("koud", 18, rank=0)
    figures.persons("niet koud", 2, printed=False)
    figures.total("n", ["koud", "niet koud"])
    figures.table("vraag", ["koud"])
    shown = figures.protect()
    assert not shown.shows("koud")
    assert shown.shows("n")


def test_the_same_records_counted_twice_are_hidden_twice() -> None:
    source = Source("knelpunt", (("omvang", "individueel"),))
    figures = Figures()
    figures.persons("begin", 8, rank=1, source=source)
    figures.persons("nieuw", 2)
    figures.persons("eind", 10, rank=3)
    figures.total("eind", ["begin", "nieuw"])
    figures.persons("elders in de tekst", 8, source=source)
    shown = figures.protect()
    assert shown.shows("begin") == shown.shows("elders in de tekst")
    assert shown.source("nieuw") is None


def test_a_paper_for_inside_shows_everything() -> None:
    figures = Figures(SmallNumberSettings(active=False))
    figures.persons("nieuw", 2)
    assert figures.protect().text("nieuw") == "2"


def test_a_figure_that_follows_from_a_fixed_one_is_left_out_without_end() -> None:
    figures = Figures()
    figures.persons("wij", 3)
    figures.free("zij", 4)
    figures.free("samen", 7)
    figures.total("samen", ["wij", "zij"])
    assert not figures.protect().shows("wij")


KERNEN = (
    Row("Angelslo", (7,), ("Emmen-Oost", "gemeente Emmen")),
    Row("Emmerhout", (2,), ("Emmen-Oost", "gemeente Emmen")),
    Row("Bargeres", (9,), ("Emmen-Zuid", "gemeente Emmen")),
    Row("Rietlanden", (6,), ("Emmen-Zuid", "gemeente Emmen")),
    Row("Zwartemeer", (3,), ("De Velden", "gemeente Emmen")),
)


def labels(rows: tuple[Row, ...]) -> list[tuple[str, int]]:
    return [(row.label, row.values[0]) for row in rows]


def test_a_small_kern_is_merged_with_its_gebied_and_the_others_stay() -> None:
    assert labels(merge_rows(KERNEN[:4])) == [("Emmen-Oost", 9), ("Bargeres", 9), ("Rietlanden", 6)]


def test_merging_stops_where_one_row_would_be_left() -> None:
    assert labels(merge_rows(KERNEN)) == [
        ("Emmen-Oost", 9),
        ("Bargeres", 9),
        ("Rietlanden", 6),
        ("Zwartemeer", 3),
    ]


def test_a_small_gebied_is_merged_with_its_gemeente_when_another_gemeente_stays() -> None:
    elsewhere = Row("Borger", (8,), ("Borger", "gemeente Borger-Odoorn"))
    assert labels(merge_rows((*KERNEN, elsewhere))) == [("gemeente Emmen", 27), ("Borger", 8)]


@given(st.lists(st.tuples(counts, st.integers(0, 2), st.integers(0, 1)), min_size=1, max_size=8))
def test_merging_keeps_every_person_once(rows: list[tuple[int, int, int]]) -> None:
    table = [Row(f"r{i}", (n,), (f"g{h}-{g}", f"h{h}")) for i, (n, g, h) in enumerate(rows)]
    merged = merge_rows(table)
    assert sum(row.values[0] for row in merged) == sum(n for n, _, _ in rows)
    assert sorted(place for row in merged for place in row.members) == list(range(len(rows)))


def test_a_large_report_is_protected_without_trying_for_ever() -> None:
    """Sixty rows in five linked tables: it must end, and nothing small may be shown."""
    figures = Figures()
    values = [(i * 7) % 11 for i in range(60)]
    total = sum(values)
    keys: list[Hashable] = []
    figures.persons("totaal", total, rank=3)
    for table in range(5):
        own: list[Hashable] = []
        for i in range(12):
            own.append((table, i))
            figures.persons(own[-1], values[(table * 5 + i) % 60], rank=0)
        figures.persons((table, "rest"), total - sum(values[(table * 5 + i) % 60] for i in range(12)), rank=0)
        assert figures.total("totaal", [*own, (table, "rest")])
        figures.table(f"t{table}", own)
        keys += own
    shown = figures.protect()
    assert all(shown.state(key) != "shown" or shown.value(key) not in SMALL for key in keys)


def test_rows_put_together_do_not_have_the_name_of_the_wider_place_that_has_a_row_itself() -> None:
    def named(*rows: Row) -> list[str]:
        return [row.label for row in merge_rows(rows)]

    towns = (Row("Angelslo", (2,), ("gemeente Emmen",)), Row("Schoonebeek", (9,), ("gemeente Emmen",)))
    other = Row("Coevorden", (12,))
    assert named(*towns, other) == ["gemeente Emmen", "Coevorden"]
    assert named(*towns, Row("Gemeente Emmen", (7,))) == ["gemeente Emmen (samengevoegd)", "Gemeente Emmen"]
