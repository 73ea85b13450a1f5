"""The yearly duties with each landlord, and what of them Vandaag tells."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from huurdersapp.actions import vandaag
from huurdersapp.actions.context import Context
from huurdersapp.actions.plichten import Plicht, last_day_of_account, of_kept_year, of_landlord, plichten
from huurdersapp.actions.vandaag import Target
from huurdersapp.base import clock
from tests.actions.conftest import Made, changed


@pytest.fixture
def landlord(made: Made) -> int:
    return made("verhuurder", naam="Lefier")


def duties(ctx: Context, on: date | None = None, year: int | None = None) -> dict[str, Plicht]:
    found = plichten(ctx, on)
    return {duty.sleutel: duty for duty in found if year in (None, duty.jaar)}


def states(ctx: Context, on: date | None = None, year: int | None = None) -> dict[str, str]:
    return {key: duty.stand for key, duty in duties(ctx, on, year).items()}


def words(ctx: Context, on: date) -> list[str]:
    with clock.fixed(on):
        # A copy on a stick is asked for as well once an administration is a month old.
        return [item.words for item in vandaag.today(ctx).let_op if "usb-stick" not in item.words]


def test_without_a_kept_year_the_law_still_says_what_is_due(office: Context, landlord: int) -> None:
    found = duties(office)
    assert {key: (duty.dag, duty.stand, duty.number) for key, duty in found.items()} == {
        "overleg": (date(2019, 12, 31), "open", None),
        "scholing": (date(2019, 12, 31), "open", None),
        "verantwoording": (date(2020, 2, 29), "open", None),
    }
    assert found["overleg"].words == "nog niet geweest of gepland in 2019"
    assert found["scholing"].words == "0 van 3 dagen gebruikt"
    assert found["verantwoording"].words == "uiterlijk 29 februari 2020"
    assert [duty.regel.rpartition(" (")[2] for duty in found.values()] == [
        "Overlegwet artikel 5b).",
        "Overlegwet artikel 5e).",
        "Overlegwet artikel 7).",
    ]
    assert words(office, date(2019, 11, 1)) == []


@pytest.mark.parametrize(("year", "day"), [(2019, "2020-02-29"), (2025, "2026-02-28"), (2099, "2100-02-28")])
def test_the_account_is_due_on_the_last_day_of_february(year: int, day: str) -> None:
    assert str(last_day_of_account(year)) == day


@pytest.mark.parametrize(
    ("meeting", "stand", "said"),
    [
        ({"datum": "2019-05-03"}, "gedaan", "geweest op 3 mei 2019"),
        ({"datum": "2019-11-03"}, "gepland", "gepland op 3 november 2019"),
        ({"datum": "2019-05-03", "afgelast": True}, "open", "nog niet geweest of gepland in 2019"),
        ({"datum": "2018-05-03"}, "open", "nog niet geweest of gepland in 2019"),
        (
            {"datum": "2019-05-03", "soort": "bewonerscommissie"},
            "open",
            "nog niet geweest of gepland in 2019",
        ),
        ({"datum": "2019-05-03", "verhuurder": None}, "open", "nog niet geweest of gepland in 2019"),
    ],
)
def test_the_yearly_overleg_is_seen_among_the_overleggen(
    office: Context, made: Made, landlord: int, meeting: dict[str, Any], stand: str, said: str
) -> None:
    made("overleg", **{"soort": "verhuurder", "verhuurder": landlord, **meeting})
    found = duties(office)["overleg"]
    assert (found.stand, found.words) == (stand, said)


def test_the_yearly_overleg_may_be_named_in_the_year_itself(
    office: Context, made: Made, landlord: int
) -> None:
    made("overleg", soort="verhuurder", verhuurder=landlord, datum="2019-02-01")
    made("verhuurderjaar", verhuurder=landlord, jaar=2019, overleg_op="2019-03-04")
    found = duties(office)["overleg"]
    assert (found.words, found.number) == ("geweest op 4 maart 2019", 1)


def test_days_of_training_are_added_up_against_what_was_agreed(
    office: Context, made: Made, landlord: int
) -> None:
    made(
        "verhuurderjaar",
        verhuurder=landlord,
        jaar=2019,
        scholing_dagen=4,
        scholingen=[{"onderwerp": "Servicekosten", "dagen": 1.5}, {"onderwerp": "Huurrecht", "dagen": 2}],
    )
    found = duties(office)["scholing"]
    assert (found.words, found.stand) == ("3,5 van 4 dagen gebruikt", "open")
    changed(office, "verhuurderjaar", 1, scholing_dagen=2)
    found = duties(office)["scholing"]
    assert (found.words, found.stand) == ("3,5 van 2 dagen gebruikt; de wet geeft er minstens drie", "gedaan")


def test_a_year_that_is_kept_is_told_the_year_after_too(office: Context, made: Made, landlord: int) -> None:
    made("verhuurderjaar", verhuurder=landlord, jaar=2018, vergoeding=500000)
    assert states(office, year=2018) == {
        "overleg": "te_laat",
        "scholing": "te_laat",
        "verantwoording": "te_laat",
    }
    assert duties(office, year=2018)["overleg"].words == "niet geweest in 2018"
    changed(office, "verhuurderjaar", 1, verantwoord_op="2019-03-02")
    assert duties(office, year=2018)["verantwoording"].words == "gedaan op 2 maart 2019, na de laatste dag"
    changed(office, "verhuurderjaar", 1, verantwoord_op="2019-02-28")
    assert duties(office, year=2018)["verantwoording"].words == "gedaan op 28 februari 2019"
    assert {duty.jaar for duty in plichten(office, date(2020, 1, 1))} == {2020}


def test_vandaag_tells_the_account_before_and_after_its_last_day(
    office: Context, made: Made, landlord: int
) -> None:
    made("verhuurderjaar", verhuurder=landlord, jaar=2018, vergoeding=500000)
    soon = "Verantwoord de kosten van 2018 aan Lefier, uiterlijk 28 februari 2019."
    late = "De kosten van 2018 zijn nog niet verantwoord aan Lefier. De laatste dag was 28 februari 2019."
    assert words(office, date(2018, 12, 31)) != [soon]
    assert words(office, date(2019, 1, 1)) == words(office, date(2019, 2, 28)) == [soon]
    assert words(office, date(2019, 3, 1)) == words(office, date(2019, 4, 29)) == [late]
    assert words(office, date(2019, 4, 30)) == []
    with clock.fixed(date(2019, 3, 1)):
        (line,) = vandaag.today(office).let_op
    assert (line.late, line.target) == (True, Target("verhuurderjaar", 1))
    changed(office, "verhuurderjaar", 1, vergoeding=None)
    assert words(office, date(2019, 3, 1)) == []
    assert duties(office, date(2019, 3, 1), 2018)["verantwoording"].words == "er is geen bedrag ingevuld"


def test_vandaag_tells_overleg_and_training_of_a_kept_year_when_it_gets_late(
    office: Context, made: Made, landlord: int
) -> None:
    made("verhuurderjaar", verhuurder=landlord, jaar=2019)
    meeting = "Met Lefier is dit jaar nog geen overleg geweest of gepland."
    training = "Scholing bij Lefier: 0 van 3 dagen gebruikt."
    assert words(office, date(2019, 6, 30)) == []
    assert words(office, date(2019, 7, 1)) == [meeting]
    assert words(office, date(2019, 10, 1)) == [meeting, training]
    made("overleg", soort="verhuurder", verhuurder=landlord, datum="2019-11-01")
    assert words(office, date(2019, 10, 1)) == [training]


def test_of_one_landlord_or_one_kept_year_however_long_ago(
    office: Context, made: Made, landlord: int
) -> None:
    other = made("verhuurder", naam="Bauverein Nordhorn eG")
    made("overleg", soort="verhuurder", verhuurder=landlord, datum="2015-05-03")
    made("verhuurderjaar", verhuurder=landlord, jaar=2015, vergoeding=1)
    made("verhuurderjaar", verhuurder=other, jaar=2015)
    assert {(duty.naam, duty.jaar) for duty in of_landlord(office, other)} == {
        ("Bauverein Nordhorn eG", 2019)
    }
    assert [(duty.sleutel, duty.jaar, duty.words) for duty in of_kept_year(office, 1)] == [
        ("overleg", 2015, "geweest op 3 mei 2015"),
        ("scholing", 2015, "0 van 3 dagen gebruikt"),
        ("verantwoording", 2015, "nog niet gedaan; de laatste dag was 29 februari 2016"),
    ]
    assert {duty.number for duty in of_kept_year(office, 2)} == {2}
