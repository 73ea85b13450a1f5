"""What the screen says of the jaaragenda: what a year is for, how far away a day is, where a moment stands."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from huurdersapp.actions import jaaragenda_zinnen as said
from huurdersapp.actions.jaaragenda_wij import body
from huurdersapp.records.jaaragenda import CARRYING_OUT, PREPARING, Cycle
from huurdersapp.records.jaaragenda_vorm import ANCHOR, DONE, DROPPED, OPEN, PAST, Moment

TODAY = date(2021, 9, 1)


def moment(first: date | None, last: date | None = None, **more: object) -> Moment:
    values: dict[str, object] = {
        "planned_first": first,
        "planned_last": last or first,
        "date_kind": "in",
        **more,
    }
    return Moment("m", ANCHOR, "Iets", first, last or first, **values)  # type: ignore[arg-type]


def test_a_cycle_of_five_years_names_all_that_it_carries_out() -> None:
    phases = dict.fromkeys((2, 3, 4), (CARRYING_OUT, "")) | {1: (PREPARING, "")}
    cycle = Cycle(5, phases, 2010, 2030)
    assert said.sentence(cycle.stages(2021)) == (
        "U bereidt 2022 voor, voert 2019, 2020 en 2021 uit en evalueert 2018."
    )


def test_a_year_outside_the_akkoord_says_nothing() -> None:
    assert said.sentence(Cycle(3, {}, 2010, 2012).stages(2021)) == ""


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "vandaag"),
        (1, "morgen"),
        (2, "over 2 dagen"),
        (13, "over 13 dagen"),
        (14, "over 2 weken"),
        (97, "over 13 weken"),
        (98, "over 3 maanden"),
    ],
)
def test_how_far_away_a_day_is(days: int, words: str) -> None:
    assert said.how_long(TODAY + timedelta(days=days), TODAY) == words


def test_only_a_last_day_can_be_too_late() -> None:
    august = moment(date(2021, 8, 1), date(2021, 8, 31), state=PAST)
    limit = moment(date(2021, 8, 31), state=PAST, date_kind="uiterlijk")
    assert said.state(august, TODAY) == "Voorbij. Is het gedaan?"
    assert said.state(limit, TODAY) == "Te laat"
    assert (said.is_late(august), said.is_late(limit)) == (False, True)


def test_this_month_is_told_of_what_is_open_in_it() -> None:
    month = (date(2021, 9, 1), date(2021, 9, 30))
    assert said.state(moment(*month), TODAY) == "Deze maand"
    assert said.state(moment(date(2021, 8, 1), date(2021, 10, 31)), TODAY) == "Deze maand"
    assert said.state(moment(date(2021, 10, 1)), TODAY) == ""
    assert said.state(moment(date(2021, 1, 1), date(2021, 12, 31)), TODAY) == ""
    assert said.state(moment(*month, state=DONE, done_on=TODAY), TODAY) == "Gedaan op 1 september 2021"
    assert said.state(moment(*month, state=DROPPED, reason="Geen zaal"), TODAY) == "Gaat niet door: Geen zaal"


def test_what_was_moved_says_from_when_and_why() -> None:
    october = (date(2021, 10, 1), date(2021, 10, 31))
    moved = moment(
        date(2021, 11, 2),
        planned_first=october[0],
        planned_last=october[1],
        moved=True,
        reason="De zaal is bezet.",
        state=OPEN,
    )
    assert said.moved(moved) == "Verzet. Eerst: in oktober. Reden: De zaal is bezet."
    assert said.moved(moment(*october)) == ""


def test_a_meeting_without_a_kind_of_its_own_goes_by_its_name() -> None:
    assert (body("BO").kind, body("BO").name) == ("bo", "")
    assert (body("WT", "Woontafel").kind, body("WT", "Woontafel").name) == ("overig", "Woontafel")
