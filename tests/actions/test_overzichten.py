"""Overviews: lines by theme with their sums, who is late, copying to the next year, agreeing, advice and input."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from huurdersapp.actions import akkoord as akkoorden
from huurdersapp.actions import (
    history,
    overzichten,
    overzichten_gehaald,
    overzichten_jaar,
    overzichten_stappen,
)
from huurdersapp.actions.context import Context
from huurdersapp.actions.records import Refused
from huurdersapp.base import clock, jobs
from tests.actions.conftest import Made, changed, numbers, shown, steps
from tests.akkoorden import FOREIGN

DEPTH = [
    {"jaar_van": 1, "jaar_tot": 2, "precisie": "project"},
    {"jaar_van": 3, "jaar_tot": 3, "precisie": "wijk"},
    {"jaar_van": 4, "jaar_tot": 5, "precisie": "gemeente"},
]


@pytest.fixture
def akkoord(made: Made) -> int:
    """An akkoord of three parties, two themes and an anchor for the overviews of all of them."""
    made("partij", naam="Huurdersvereniging De Linde", soort="huurdersorganisatie", eigen=True)
    made("partij", naam="Lefier", soort="corporatie")
    made("partij", naam="Gemeente Emmen", soort="gemeente")
    number = made(
        "akkoord",
        naam="Lokaal Akkoord",
        van_jaar=2019,
        tot_jaar=2024,
        partijen=[
            {"partij": "Gemeente Emmen", "rol": "gemeente"},
            {"partij": "Lefier", "rol": "corporaties"},
            {"partij": "Huurdersvereniging De Linde", "rol": "huurdersorganisaties"},
        ],
        diepte=DEPTH,
    )
    made("thema", naam="Wonen", code="A", akkoord=number, volgorde=2)
    made("thema", naam="Energie", code="B", akkoord=number, volgorde=1)
    anker = {
        "akkoord": number,
        "fase": "voorbereiding",
        "sleutel": "activiteitenoverzichten",
        "soort_datum": "in",
    }
    made("anker", naam="Overzichten", maand=4, tot_maand=6, partijen="alle partijen", **anker)
    return number


@pytest.fixture
def overzicht(made: Made, akkoord: int) -> int:
    """The overview of the landlord for 2019 with three lines."""
    number = made(
        "activiteitenoverzicht", akkoord=akkoord, partij="Lefier", jaar=2019, aangeleverd_op="2018-06-20"
    )
    made(
        "activiteit",
        naam="Isoleren Kerkhoflaan",
        overzicht=number,
        thema="Energie",
        project="Kerkhoflaan",
        eenheid="woningen",
        jaren=[
            {"jaar": 2019, "aantal": 40, "bedrag": 120_000_00, "aantal_gedaan": 38},
            {"jaar": 2020, "aantal": 36},
        ],
    )
    made(
        "activiteit",
        naam="Zonnepanelen",
        overzicht=number,
        thema="Energie",
        eenheid="Woningen",
        jaren=[
            {"jaar": 2019, "aantal": 10, "bedrag": 5_000_00},
            {"jaar": 2022, "precisie": "project", "aantal": 5},
        ],
    )
    made(
        "activiteit",
        naam="Gesprekken",
        overzicht=number,
        eenheid="gesprekken",
        jaren=[{"jaar": 2021, "aantal": 6}],
    )
    return number


def test_lines_stand_by_theme_in_the_order_of_the_akkoord(office: Context, overzicht: int) -> None:
    found = overzichten.overview(office, overzicht)
    assert [(theme.name, [line.name for line in theme.lines]) for theme in found.themes] == [
        ("Energie", ["Isoleren Kerkhoflaan", "Zonnepanelen"]),
        ("", ["Gesprekken"]),
    ]
    assert found.years == (2019, 2020, 2021, 2022, 2023)
    assert found.days == ("Aangeleverd op 20 juni 2018",)


def test_numbers_add_up_only_with_those_of_their_unit(office: Context, made: Made, overzicht: int) -> None:
    made("activiteit", naam="Vervallen", overzicht=overzicht, eenheid="woningen", status="vervallen",
         jaren=[{"jaar": 2019, "aantal": 1000, "bedrag": 1}])  # fmt: skip
    made("activiteit", naam="Zonder eenheid", overzicht=overzicht, jaren=[{"jaar": 2019, "aantal": 7}])
    found = {
        (item.unit, item.jaar): (item.planned, item.done)
        for item in overzichten.overview(office, overzicht).sums
    }
    assert found == {
        ("", 2019): (Decimal(125_000_00), None),
        ("woningen", 2019): (Decimal(50), Decimal(38)),
        ("woningen", 2020): (Decimal(36), None),
        ("woningen", 2022): (Decimal(5), None),
        ("gesprekken", 2021): (Decimal(6), None),
    }


def test_a_line_that_is_too_vague_or_more_exact_than_asked_is_told(office: Context, overzicht: int) -> None:
    told = {line.name: line.remarks for line in overzichten.overview(office, overzicht).lines}
    assert told == {
        "Isoleren Kerkhoflaan": (),
        "Zonnepanelen": (
            "2019: te vaag, het akkoord vraagt per project",
            "2022: preciezer dan nodig, voor de hele gemeente is genoeg",
        ),
        "Gesprekken": ("2021: te vaag, het akkoord vraagt per wijk",),
    }


def test_a_year_shows_every_party_and_since_when_its_overview_is_waited_for(
    office: Context, overzicht: int, akkoord: int
) -> None:
    board = overzichten_jaar.board(office, akkoord, 2019)
    assert [(seat.name, seat.waiting, seat.late) for seat in board.seats] == [
        ("Huurdersvereniging De Linde", "Niet aangeleverd, verwacht op 30 juni 2018", True),
        ("Gemeente Emmen", "Niet aangeleverd, verwacht op 30 juni 2018", True),
        ("Lefier", "", False),
    ]
    with clock.fixed(date(2019, 6, 30)):
        coming = overzichten_jaar.board(office, akkoord, 2020).seats[0]
    assert (coming.waiting, coming.late) == ("Nog niet aangeleverd, uiterlijk 30 juni 2019", False)
    assert board.years == (2019, 2020, 2021, 2022, 2023, 2024)
    assert overzichten_jaar.first_year(office, akkoord) == 2019


def test_without_an_anchor_only_a_landlord_has_a_day_by_law(
    office: Context, made: Made, akkoord: int
) -> None:
    (anker,) = numbers(office, "anker")
    changed(office, "anker", anker, partijen="gemeente")
    waiting = {seat.name: seat.waiting for seat in overzichten_jaar.board(office, akkoord, 2019).seats}
    assert waiting["Lefier"] == "Niet aangeleverd, verwacht op 1 juli 2018"
    assert waiting["Huurdersvereniging De Linde"] == "Niet aangeleverd"


def test_copying_to_the_next_year_moves_the_years_and_adds_nothing_the_second_time(
    office: Context, made: Made, overzicht: int
) -> None:
    made("activiteit", naam="Vervallen", overzicht=overzicht, status="vervallen")
    first = overzichten_stappen.to_next_year(office, overzicht)
    assert (first.jaar, first.fresh, first.added, first.there) == (2020, True, 3, 0)
    second = overzichten_stappen.to_next_year(office, overzicht)
    assert (second.number, second.fresh, second.added, second.there) == (first.number, False, 0, 3)
    record = shown(office, "activiteitenoverzicht", first.number)
    assert (record["status"], record["aangeleverd_op"], record["naam"]) == (
        "voorbereiding", None, "Activiteitenoverzicht 2020 Lefier"
    )  # fmt: skip
    line = overzichten.overview(office, first.number).lines[0]
    assert [(year.jaar, year.aantal, year.aantal_gedaan) for year in line.years] == [
        (2020, Decimal(40), None), (2021, Decimal(36), None)
    ]  # fmt: skip
    assert not line.agreed


def test_copying_is_one_step_and_one_undo(office: Context, overzicht: int) -> None:
    before = steps(office)
    overzichten_stappen.to_next_year(office, overzicht)
    assert steps(office) == before + 1
    history.undo(office)
    assert numbers(office, "activiteitenoverzicht") == [overzicht]
    assert len(numbers(office, "activiteit")) == 3


def test_many_lines_come_into_the_prestatieafspraken_in_one_step(office: Context, overzicht: int) -> None:
    lines = numbers(office, "activiteit")
    changed(office, "activiteit", lines[0], afgesproken=True, afgesproken_op="2018-11-01")
    before = steps(office)
    found = overzichten_stappen.agree(office, lines, date(2018, 12, 10))
    assert steps(office) == before + 1
    assert found.numbers == tuple(lines)
    assert [shown(office, "activiteit", number)["afgesproken_op"] for number in lines] == [
        "2018-11-01", "2018-12-10", "2018-12-10"
    ]  # fmt: skip
    overzichten_stappen.agree(office, lines[1:], date(2019, 1, 1), yes=False)
    assert numbers(office, "activiteit", "afgesproken=ja") == lines[:1]
    assert shown(office, "activiteit", lines[1])["afgesproken_op"] is None


def test_whether_the_right_of_advice_is_used_is_kept_per_landlord_and_year(
    office: Context, akkoord: int, overzicht: int
) -> None:
    (row,) = overzichten_stappen.advice_of(office, akkoord, 2020)
    assert (row.name, row.answer, row.overview) == ("Lefier", "open", None)
    values = {"adviesrecht": "wel", "adviesrecht_op": "2019-03-01", "adviesrecht_reden": "Er speelt sloop."}
    overzichten_stappen.settle_advice(office, akkoord, row.party, 2020, values)
    (row,) = overzichten_stappen.advice_of(office, akkoord, 2020)
    assert (row.answer, row.on, row.why) == ("wel", date(2019, 3, 1), "Er speelt sloop.")
    overzichten_stappen.settle_advice(office, akkoord, row.party, 2019, {"adviesrecht": "niet"})
    assert shown(office, "activiteitenoverzicht", overzicht)["adviesrecht"] == "niet"
    assert len(numbers(office, "activiteitenoverzicht")) == 2


def test_input_is_brought_into_an_overleg_on_its_day(office: Context, made: Made, overzicht: int) -> None:
    bo = made("overleg", soort="bo", datum="2019-07-02")
    points = [made("inbrengpunt", naam=name, soort="wens", overzicht=overzicht) for name in ("Een", "Twee")]
    before = steps(office)
    overzichten_stappen.bring_in(office, points, bo)
    assert steps(office) == before + 1
    assert {shown(office, "inbrengpunt", point)["ingebracht_op"] for point in points} == {"2019-07-02"}
    assert numbers(office, "inbrengpunt", "status=ingebracht") == points
    with pytest.raises(Refused, match="Kies wat er"):
        overzichten_stappen.answer(office, points[0], {"reactie_tekst": "Ja."})
    overzichten_stappen.answer(office, points[0], {"reactie": "overgenomen", "reactie_op": "2019-08-01"})
    assert numbers(office, "inbrengpunt", "status=ingebracht") == points[1:]


def test_what_was_logged_or_measured_is_proposed_and_only_taken_over_by_hand(
    office: Context, made: Made, akkoord: int
) -> None:
    doel = made("doel", thema="Wonen", code="A1", tekst="Wij praten met huurders.")
    counted = made("indicator", doel=doel, code="A1.1", tekst="Raadplegingen", soort="aantal", herkomst="voorstel",
                   regel_telt="overleggen")  # fmt: skip
    measured = made("indicator", doel=doel, code="A1.2", tekst="Woningen", soort="aantal")
    made("overleg", soort="bo", datum="2019-03-01")
    made("overleg", soort="bo", datum="2019-04-01")
    made("meting", indicator=measured, van="2019-01-01", tot="2019-06-30", waarde=12, partij="Lefier")
    own = made("activiteitenoverzicht", akkoord=akkoord, partij="Huurdersvereniging De Linde", jaar=2019)
    theirs = made("activiteitenoverzicht", akkoord=akkoord, partij="Lefier", jaar=2019)
    years = [{"jaar": 2019, "aantal": 3}, {"jaar": 2020, "aantal": 3, "aantal_gedaan": 1}]
    ours = made("activiteit", naam="Overleggen", overzicht=own, indicator=counted, jaren=years)
    other = made("activiteit", naam="Bouwen", overzicht=theirs, indicator=measured, jaren=years)
    (item,) = overzichten_gehaald.known(office, ours)
    assert (item.jaar, item.words, item.kind) == (2019, "Uit het logboek: 2 overleggen", "overleg")
    assert len(numbers(office, "overleg", *item.where)) == 2
    assert shown(office, "activiteit", ours)["jaren"][0]["aantal_gedaan"] is None
    overzichten_gehaald.take_over(office, ours, item)
    assert [year["aantal_gedaan"] for year in shown(office, "activiteit", ours)["jaren"]] == [2, 1]
    assert overzichten_gehaald.known(office, ours) == []
    (item,) = overzichten_gehaald.known(office, other)
    assert (item.words, item.where) == ("Uit de metingen: 12", ("nummer=1",))


def test_the_foreign_akkoord_has_its_own_years_and_precision(office: Context, made: Made) -> None:
    jobs.run(akkoorden.load(office, FOREIGN))
    (number,) = numbers(office, "akkoord")
    board = overzichten_jaar.board(office, number, 2024)
    assert [(seat.name, seat.waiting) for seat in board.seats if seat.kind == "corporatie"] == [
        ("Wonen aan de Anders", "Nog niet aangeleverd, uiterlijk 1 juli 2023")
    ]
    overview = made("activiteitenoverzicht", akkoord=number, partij="Wonen aan de Anders", jaar=2024)
    assert overzichten.overview(office, overview).years == (2024, 2025, 2026, 2027)
    made(
        "activiteit",
        naam="Bomen",
        overzicht=overview,
        jaren=[{"jaar": 2024, "aantal": 3}, {"jaar": 2025, "aantal": 3}],
    )
    (line,) = overzichten.overview(office, overview).lines
    assert line.remarks == ("2024: te vaag, het akkoord vraagt per wijk",)
