"""Every figure of the Lokaal Akkoord Emmen 2019-2024 stands in the shipped file, in its place.

The list (emmen_tabel.py) is read from the document itself, not from the data file: figure, theme, party, and
the year or price level.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from huurdersapp.records.akkoord_bestand import read_akkoord
from huurdersapp.records.akkoord_structuur import Afspraak, Anker, Doel, Indicator, Streefwaarde, Thema
from tests.records.emmen_tabel import BB, DATA, DU, HOOFDDOELEN, LW, STREEFWAARDEN, TEKSTEN, WZ, Doelwaarde

BESTAND = Path(__file__).parents[2] / "resources" / "akkoorden" / "emmen-2019-2024.json"
EMMEN = read_akkoord(BESTAND)


def _thema(naam: str) -> Thema:
    return next(thema for thema in EMMEN.themas if thema.naam == naam)


def _maten(thema: str) -> Iterator[Indicator]:
    for doel in _thema(thema).doelen:
        yield from doel.indicatoren


def _items(thema: str) -> Iterator[Afspraak | Doel | Indicator]:
    if not thema:
        yield from EMMEN.werkafspraken
        return
    for doel in _thema(thema).doelen:
        yield doel
        yield from doel.afspraken
        yield from doel.indicatoren


def _has(item: object, wanted: dict[str, Any]) -> bool:
    return all(getattr(item, name) == value for name, value in wanted.items())


def _fits(maat: Indicator, cijfer: Doelwaarde) -> bool:
    word = cijfer.woord.casefold()
    here = word in f"{maat.tekst} {maat.eenheid}".casefold()
    return here and cijfer.partij in maat.partijen and _has(maat, cijfer.maat)


def _only(doel: Streefwaarde, wanted: dict[str, Any]) -> bool:
    """The wanted values, and no other number beside them. True is 1 in Python, but not here."""
    numbers = ("waarde", "min", "max")
    exact = all(doel.waarde is value for name, value in wanted.items() if name == "waarde" and value is True)
    return _has(doel, wanted) and exact and all(getattr(doel, n) is None for n in numbers if n not in wanted)


@pytest.mark.parametrize("cijfer", STREEFWAARDEN, ids=lambda cijfer: cijfer.wat)
def test_the_figure_is_a_target_of_the_right_party_and_year(cijfer: Doelwaarde) -> None:
    found = [doel for maat in _maten(cijfer.thema) if _fits(maat, cijfer) for doel in maat.streefwaarden]

    assert sum(_only(doel, cijfer.doel) for doel in found) == 1, found


@pytest.mark.parametrize(("wat", "thema", "partij", "words"), TEKSTEN, ids=[row[0] for row in TEKSTEN])
def test_the_figure_stands_in_the_text_of_the_right_party(
    wat: str, thema: str, partij: str, words: tuple[str, ...]
) -> None:
    kind = (Afspraak, Indicator) if partij else Doel
    texts = [
        item.tekst
        for item in _items(thema)
        if isinstance(item, kind) and (not partij or partij in item.partijen)
    ]

    assert any(all(word in text for word in words) for text in texts), texts


@pytest.mark.parametrize(("naam", "jaar", "words"), HOOFDDOELEN)
def test_each_theme_has_its_main_goal_and_year(naam: str, jaar: int | None, words: tuple[str, ...]) -> None:
    hoofddoel = _thema(naam).hoofddoel

    assert hoofddoel is not None
    assert hoofddoel.jaar == jaar
    assert all(word in hoofddoel.tekst for word in words)


@pytest.mark.parametrize(("fase", "jaar", "soort", "maand", "dag", "tot", "overleg"), DATA)
def test_the_date_stands_in_the_year_agenda(
    fase: str,
    jaar: int,
    soort: str,
    maand: int | None,
    dag: int | None,
    tot: int | None,
    overleg: tuple[str, ...],
) -> None:
    def same(anker: Anker) -> bool:
        when = (anker.fase, anker.jaar, anker.soort_datum, anker.maand, anker.dag, anker.tot_maand)
        return when == (fase, jaar, soort, maand, dag, tot) and tuple(anker.overleg) == overleg

    assert any(same(anker) for anker in EMMEN.ankers)


def test_the_cycle_runs_through_2018_2019_and_2020() -> None:
    assert EMMEN.cyclus_jaren == 3
    assert [(year.jaar, year.fase, year.voorbeeldjaar) for year in EMMEN.cyclus] == [
        (1, "voorbereiding", 2018),
        (2, "uitvoering", 2019),
        (3, "evaluatie", 2020),
    ]


def test_plans_are_precise_per_project_then_wijk_then_gemeente() -> None:
    assert [(d.jaar_van, d.jaar_tot, d.precisie) for d in EMMEN.diepte] == [
        (1, 2, "project"),
        (3, 3, "wijk"),
        (4, 5, "gemeente"),
    ]


def test_the_fifteenth_of_november_keeps_its_odd_heading() -> None:
    anker = next(anker for anker in EMMEN.ankers if (anker.maand, anker.dag) == (11, 15))

    assert "Derde kwartaal" in anker.bron
    assert "Derde kwartaal" in anker.twijfel


def test_trimester_reports_are_marked_as_derived() -> None:
    reports = [anker for anker in EMMEN.ankers if "rimester" in anker.naam]

    assert [anker.maand for anker in reports] == [7, 10, 2]
    assert {anker.herkomst for anker in reports} == {"afgeleid"}


def test_the_cost_account_comes_from_the_law_and_ends_with_february() -> None:
    (anker,) = [anker for anker in EMMEN.ankers if anker.herkomst == "wet"]

    assert (anker.soort_datum, anker.maand, anker.dag) == ("voor", 3, 1)
    assert "art. 7" in anker.bron
    assert anker.partijen == ["huurdersorganisaties"]
    assert len(EMMEN.ankers) == 28


def test_the_akkoord_is_of_2019_to_2024_with_seven_who_signed() -> None:
    assert (EMMEN.van, EMMEN.tot) == (2019, 2024)
    assert {partij.naam for partij in EMMEN.partijen if partij.ondertekenaar} == {
        "Huurdersfederatie Zuidoost Drenthe",
        "Stichting Bewonersraad Domesta",
        "Huurdersvereniging Samen Sterk",
        "Domesta",
        "Lefier",
        "Woonservice Drenthe",
        "gemeente Emmen",
    }


@pytest.mark.parametrize(
    "woorden",
    [
        "energicoaches",
        "de energienota 2017-2020 uit",
        "Energiedaal",
        "marktoplegging",
        "Duurzame verkenners Domesta",
        "informereren",
        "zij rato van",
    ],
)
def test_an_unclear_line_keeps_its_words_and_says_what_is_unclear(woorden: str) -> None:
    everywhere = [item for naam in ("", BB, DU, WZ, LW) for item in _items(naam)]
    kept = [item for item in everywhere if woorden in item.letterlijk]

    assert len(kept) == 1
    assert kept[0].twijfel


def test_zie_bij_gemeente_is_a_reference_seven_times() -> None:
    references = [maat for naam in (BB, DU, WZ, LW) for maat in _maten(naam) if maat.soort == "verwijzing"]

    assert [maat.letterlijk for maat in references].count("Zie bij gemeente.") == 6
    assert [maat.letterlijk for maat in references].count("Zie bij corporatie.") == 1
    assert all(maat.verwijst_naar and maat.twijfel for maat in references)


def test_own_measures_are_marked_and_fill_the_empty_block_of_duurzaamheid() -> None:
    own = [maat for maat in _maten(DU) if maat.herkomst == "voorstel"]
    counted = {maat.regel.telt for maat in own if maat.regel is not None}

    assert counted >= {"bezoeken", "coaches", "huishoudens", "instemming", "overleggen"}
    assert all(maat.partijen == ["huurdersorganisaties"] for maat in own)
    assert {"huurdersorganisaties"} == {
        partij
        for naam in (BB, DU, WZ, LW)
        for maat in _maten(naam)
        if maat.herkomst == "voorstel"
        for partij in maat.partijen
    }
    from_source = [maat for maat in _maten(DU) if maat.herkomst == "bron"]
    assert not any("huurdersorganisaties" in maat.partijen for maat in from_source)


def test_every_afspraak_of_the_tenants_says_which_log_carries_it_out() -> None:
    tasks = [
        item
        for naam in (BB, DU, WZ, LW)
        for item in _items(naam)
        if isinstance(item, Afspraak) and item.partijen == ["huurdersorganisaties"]
    ]

    assert len(tasks) == 12
    assert all(task.regel is not None for task in tasks)
