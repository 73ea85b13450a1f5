"""What a reader can work out from the printed trimesterverslag: the attack reads the paper itself."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import find, given
from hypothesis import strategies as st

from huurdersapp.reports.document import Chart, Document, KeyFigures, Paragraph, plain
from huurdersapp.reports.small_numbers import Figures, SmallNumberSettings
from huurdersapp.reports.trimester import trimester_document
from huurdersapp.reports.trimester_values import BezoekCijfers, BezoekRij, KnelpuntCijfers, KnelpuntRij, Stand
from huurdersapp.reports.values import Antwoord, Getal, Kanaal, Raadpleging, Vraag
from tests.helpers_document import words
from tests.reports.test_small_numbers import SMALL, fits
from tests.reports.test_trimester import EMPTY, tables

count = st.one_of(st.integers(0, 5), st.integers(0, 14))


@st.composite
def cijfers(draw: st.DrawFn) -> KnelpuntCijfers:
    """Figures about knelpunten that fit together."""
    groups = [("Oost", "Emmen"), ("Zuid", "Emmen"), ("Borger", "Borger-Odoorn")]
    categorie = [
        KnelpuntRij(f"c{i}", Getal(draw(count)), Getal(draw(count))) for i in range(draw(st.integers(1, 3)))
    ]
    nieuw = sum(row.individueel.waarde or 0 for row in categorie)
    samen = sum(row.collectief.waarde or 0 for row in categorie)
    edges = [0, *sorted(draw(st.lists(st.integers(0, nieuw), max_size=4))), nieuw]
    kern = [
        KnelpuntRij(f"k{i}", Getal(b - a), Getal(samen if i == 0 else 0), draw(st.sampled_from(groups)))
        for i, (a, b) in enumerate(pairwise(edges))
    ]
    begin, heropend = draw(count), draw(st.integers(0, 3))
    weg = draw(st.integers(0, begin + nieuw + heropend))
    eind = begin + nieuw + heropend - weg
    gemeld = draw(st.integers(0, eind))
    return KnelpuntCijfers(
        Stand(Getal(begin), Getal(nieuw), Getal(heropend), Getal(weg), Getal(eind)),
        Stand(Getal(0), Getal(samen), Getal(0), Getal(0), Getal(samen)),
        per_categorie=tuple(categorie),
        per_kern=tuple(kern),
        per_status=(
            KnelpuntRij("gemeld", Getal(gemeld), Getal(samen)),
            KnelpuntRij("ingebracht", Getal(eind - gemeld), Getal(0)),
        ),
    )


def worked_out(document: Document) -> list[str]:
    """The cells with "<5" of which a reader can rule out a value, from nothing but what is printed."""
    domains, sums = printed_figures(document)
    small = [cell for cell, domain in domains.items() if domain == list(SMALL)]
    return [cell for cell in small if not all(fits({**domains, cell: [value]}, sums) for value in SMALL)]


@given(cijfers())
def test_a_reader_of_the_paper_cannot_work_out_a_small_count(drawn: KnelpuntCijfers) -> None:
    document = trimester_document(replace(EMPTY, knelpunten=drawn))
    assert worked_out(document) == []
    for chart in (block for block in document.blocks if isinstance(block, Chart)):
        assert chart.shown is not None
        for line, shown in zip(chart.series, chart.shown, strict=True):
            assert all(
                (value is None) == (said in ("<5", "x", "–"))
                for value, said in zip(line.values, shown, strict=True)
            )


@st.composite
def bezoeken(draw: st.DrawFn) -> BezoekCijfers:
    """Figures about visits that fit together."""
    groups = [("Oost", "Emmen"), ("Zuid", "Emmen"), ("Borger", "Borger-Odoorn")]
    rows = [
        BezoekRij(f"k{i}", Getal(draw(st.integers(1, 9))), draw(st.sampled_from(groups)))
        for i in range(draw(st.integers(0, 4)))
    ]
    spoken = sum(row.gesproken.waarde or 0 for row in rows)
    missed = draw(count)
    return BezoekCijfers(
        Getal(spoken + missed),
        Getal(spoken),
        Getal(missed),
        Getal(draw(st.integers(0, spoken))),
        Getal(draw(st.integers(0, spoken))),
        Getal(draw(count)),
        tuple(rows),
    )


@given(bezoeken())
def test_a_reader_cannot_work_out_a_small_count_of_visits(drawn: BezoekCijfers) -> None:
    found = tables(trimester_document(replace(EMPTY, bezoeken=drawn)))
    whole = found.get("Energiebezoeken in deze periode")
    if whole is None:
        assert drawn.aan_de_deur.waarde == 0 == drawn.nazorg.waarde
        return
    door, missed, spoken, placed, reported, _later = (domain(plain(row[1])) for row in whole.rows)
    domains = {"deur": door, "niet": missed, "gesproken": spoken, "geplaatst": placed, "knelpunt": reported}
    sums = [[("deur", -1), ("niet", 1), ("gesproken", 1)]]
    for part in ("geplaatst", "knelpunt"):
        rest = f"zonder {part}"
        domains[rest] = list(range(max(spoken) + 1))
        sums.append([("gesproken", -1), (part, 1), (rest, 1)])
    table = found.get("Energiebezoeken naar kern of gebied")
    if table is not None:
        cells = {f"kern {i}": domain(plain(row[1])) for i, row in enumerate(table.rows)}
        domains |= cells
        sums.append([("gesproken", -1), *((cell, 1) for cell in cells)])
    small = [cell for cell, values in domains.items() if values == list(SMALL)]
    assert [
        cell for cell in small if not all(fits({**domains, cell: [value]}, sums) for value in SMALL)
    ] == []


@st.composite
def raadplegingen(draw: st.DrawFn) -> Raadpleging:
    """A raadpleging whose figures fit together, with a question that a few may have skipped."""
    options = draw(st.lists(count, min_size=2, max_size=4))
    n = sum(options)
    several = draw(st.lists(st.integers(0, n), min_size=1, max_size=2))
    respons = n + draw(st.sampled_from((0, 0, 1, 6)))
    paper = draw(st.integers(0, respons))
    return Raadpleging(
        "Enquête",
        respons=Getal(respons),
        uitgenodigd=Getal(respons + 20),
        kanalen=(Kanaal("op papier", Getal(paper)), Kanaal("digitaal", Getal(respons - paper))),
        vragen=(
            Vraag("Een?", n=n, antwoorden=tuple(Antwoord(f"a{i}", value) for i, value in enumerate(options))),
            Vraag(
                "Twee?", "meerkeuze", n, tuple(Antwoord(f"b{i}", value) for i, value in enumerate(several))
            ),
        ),
    )


@given(raadplegingen())
def test_a_reader_of_a_raadpleging_cannot_work_out_a_small_count(item: Raadpleging) -> None:
    document = trimester_document(replace(EMPTY, raadplegingen=(item,)))
    found = tables(document)
    facts = {plain(row[0]): plain(row[1]) for row in found["Zo is geraadpleegd: Enquête"].rows}
    domains = {"respons": domain(facts["Antwoorden"])}
    sums: list[list[tuple[str, int]]] = []
    said = re.search(r"(\d+) perso", words(document))
    if said and item.respons.waarde:
        domains["n"] = [int(said[1])]
    hidden = {"respons"} if domains["respons"] == list(SMALL) else set[str]()
    for caption, total in (("Antwoorden per manier", "respons"), ("Antwoorden op vraag 1", "n")):
        table = found.get(caption)
        if table is None:
            continue
        cells = {f"{caption} {i}": domain(plain(row[1])) for i, row in enumerate(table.rows)}
        domains |= cells
        hidden |= {cell for cell, values in cells.items() if values == list(SMALL)}
        if table.totals:
            domains["n"] = domain(plain(table.totals[1]))
            if item.vragen[0].n == item.respons.waarde:
                sums.append([("n", 1), ("respons", -1)])
        sums.append([(total, -1), *((cell, 1) for cell in cells)])
    for i, row in enumerate(found["Antwoorden op vraag 2"].rows if "Antwoorden op vraag 2" in found else ()):
        chosen, others = f"wel {i}", f"niet {i}"
        domains |= {chosen: domain(plain(row[1])), others: list(range(90))}
        if "n" in domains:
            sums.append([("n", -1), (chosen, 1), (others, 1)])
        hidden |= {chosen} if domains[chosen] == list(SMALL) else set()
        if (item.vragen[1].n or 0) - item.vragen[1].antwoorden[i].aantal in SMALL:
            hidden.add(others)
    for cell in hidden:
        assert all(fits({**domains, cell: [value]}, sums) for value in SMALL), (cell, domains, sums)


def domain(said: str) -> list[int]:
    """What a reader knows of a printed count; of one that prints as a dash nothing."""
    return {"<5": list(SMALL), "x": list(range(5, 90)), "–": list(range(90))}.get(said) or [int(said)]


def test_rows_with_a_hidden_count_do_not_stand_in_order_of_size() -> None:
    rows = tuple(KnelpuntRij(name, Getal(size)) for name, size in (("vocht", 12), ("geluid", 9), ("huur", 3)))
    cijfers = KnelpuntCijfers(individueel=Stand(nieuw=Getal(24), eind=Getal(24)), per_categorie=rows)
    table = tables(trimester_document(replace(EMPTY, knelpunten=cijfers)))["Nieuwe knelpunten naar categorie"]
    assert [plain(row[0]) for row in table.rows] == ["Geluid", "Huur", "Vocht"]


def test_the_attack_on_paper_succeeds_when_nothing_more_is_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    """The twin: were the attack blind, this would fail."""
    protect = Figures.protect
    monkeypatch.setattr(Figures, "protect", lambda self, _secondary=True: protect(self, secondary=False))
    find(cijfers(), lambda drawn: bool(worked_out(trimester_document(replace(EMPTY, knelpunten=drawn)))))


def printed_figures(document: Document) -> tuple[dict[str, list[int]], list[list[tuple[str, int]]]]:
    """What the tables say of individual knelpunten, as ranges and sums."""
    domains: dict[str, list[int]] = {}
    sums: list[list[tuple[str, int]]] = []
    stand = ("begin", "nieuw", "heropend", "weg", "eind")

    def note(cell: str, said: str) -> str:
        domains[cell] = domain(said)
        return cell

    for caption, table in tables(document).items():
        column = next((i for i, c in enumerate(table.columns) if c.head == "Individueel"), None)
        if column is None or table.totals is None:
            continue
        said = [plain(row[column]) for row in (*table.rows, table.totals)]
        cells = [note(f"{caption} {i}", value) for i, value in enumerate(said)]
        if caption.startswith("Knelpunten aan"):
            named = dict(zip(stand, cells, strict=True))
            sums.append([(named["eind"], -1), (named["weg"], -1), *((named[p], 1) for p in stand[:3])])
            continue
        sums.append([(cells[-1], -1), *((cell, 1) for cell in cells[:-1])])
        of = "nieuw" if caption.startswith("Nieuwe") else "eind"
        sums.append([(cells[-1], 1), (f"Knelpunten aan het begin en aan het eind {stand.index(of)}", -1)])
    figures = next(block for block in document.blocks if isinstance(block, KeyFigures))
    total = next(
        (plain(item.value) for item in figures.items if item.label.endswith("nieuwe knelpunten")), None
    )
    if total is not None and any("Knelpunten aan" in cell for cell in domains):
        collective = plain(tables(document)["Knelpunten aan het begin en aan het eind"].rows[1][2])
        note("samen", str(int(total) - int(collective)))
        sums.append([("samen", 1), ("Knelpunten aan het begin en aan het eind 1", -1)])
    return domains, sums


@given(cijfers())
def test_the_stand_comes_out_in_what_is_printed(drawn: KnelpuntCijfers) -> None:
    values = replace(EMPTY, knelpunten=drawn, small=SmallNumberSettings(active=False))
    document = trimester_document(values)
    assert not any("Let op" in plain(b.text) for b in document.blocks if isinstance(b, Paragraph))
    stand = tables(document).get("Knelpunten aan het begin en aan het eind")
    if stand is not None and stand.totals is not None:
        begin, nieuw, heropend, weg = (int(plain(row[1])) for row in stand.rows)
        assert begin + nieuw + heropend - weg == int(plain(stand.totals[1]))
