"""Reckoning in the year agenda: which years run side by side, and when the fixed moments are."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huurdersapp.records.akkoord_bestand import read_akkoord
from huurdersapp.records.akkoord_structuur import Akkoordbestand
from huurdersapp.records.jaaragenda import (
    Anchor,
    Cycle,
    Planned,
    Stage,
    Step,
    Summer,
    notes,
    planned,
)

ROOT = Path(__file__).parents[2]
EMMEN_FILE = read_akkoord(ROOT / "resources" / "akkoorden" / "emmen-2019-2024.json")
ELSEWHERE_FILE = read_akkoord(ROOT / "tests" / "data" / "akkoord-andersstad.json")
DAYS = st.dates(date(2018, 1, 1), date(2030, 12, 31))
SUMMER = Summer((7, 15), (8, 31), checked=False, source="")


def cycle_of(file: Akkoordbestand) -> Cycle:
    return Cycle(file.cyclus_jaren, {line.jaar: (line.fase, "") for line in file.cyclus}, file.van, file.tot)


def anchors_of(file: Akkoordbestand) -> list[Anchor]:
    return [
        Anchor(
            number, item.sleutel, item.naam, item.fase, item.jaar, item.soort_datum, item.maand, item.dag,
            item.tot_maand, item.ronde or "", tuple(item.overleg), tuple(item.partijen),
        )
        for number, item in enumerate(file.ankers, 1)
    ]  # fmt: skip


EMMEN, ANCHORS = cycle_of(EMMEN_FILE), anchors_of(EMMEN_FILE)
ELSEWHERE, OTHERS = cycle_of(ELSEWHERE_FILE), anchors_of(ELSEWHERE_FILE)
ENDLESS = replace(EMMEN, first=1900, last=2200)


def told(cycle: Cycle, year: int) -> list[tuple[str, int]]:
    return [(stage.phase, stage.goal_year) for stage in cycle.stages(year) if stage.within]


def named(moments: tuple[Planned, ...], name: str) -> Planned:
    (found,) = [moment for moment in moments if name in {aim.anchor.name for aim in moment.aims}]
    return found


def test_2020_prepares_2021_carries_out_2020_and_evaluates_2019() -> None:
    assert told(EMMEN, 2020) == [("voorbereiding", 2021), ("uitvoering", 2020), ("evaluatie", 2019)]


@pytest.mark.parametrize(
    ("year", "expected"),
    [
        (2017, []),
        (2018, [("voorbereiding", 2019)]),
        (2019, [("voorbereiding", 2020), ("uitvoering", 2019)]),
        (2024, [("uitvoering", 2024), ("evaluatie", 2023)]),
        (2025, [("evaluatie", 2024)]),
        (2026, []),
    ],
)
def test_the_first_and_last_years_of_the_akkoord_have_fewer_than_three(
    year: int, expected: list[tuple[str, int]]
) -> None:
    assert told(EMMEN, year) == expected
    assert EMMEN.touches(year) == bool(expected)


def test_a_cycle_of_two_years_prepares_and_carries_out() -> None:
    assert told(ELSEWHERE, 2025) == [("voorbereiding", 2026), ("uitvoering", 2025)]
    assert told(ELSEWHERE, 2023) == [("voorbereiding", 2024)]
    assert told(ELSEWHERE, 2027) == [("uitvoering", 2027)]


@given(DAYS)
def test_the_three_years_of_any_day_follow_each_other(day: date) -> None:
    prepared, carried, evaluated = (stage.goal_year for stage in EMMEN.stages(day.year))
    assert prepared == carried + 1 == evaluated + 2
    assert carried == day.year


@given(DAYS, st.integers(1, 10), st.data())
def test_in_a_cycle_of_any_length_each_year_of_it_serves_another_goal_year(
    day: date, length: int, data: st.DataObject
) -> None:
    phases = {
        number: (data.draw(st.sampled_from(("voorbereiding", "uitvoering", "evaluatie"))), "")
        for number in range(1, length + 1)
    }
    cycle = Cycle(length, phases, 2019, 2024)
    goals = [stage.goal_year for stage in cycle.stages(day.year)]
    assert goals == sorted(set(goals), reverse=True)
    assert len(goals) == length
    carrying = [number for number, (phase, _text) in phases.items() if phase == "uitvoering"]
    if carrying:
        assert cycle.goal_year(day.year, min(carrying)) == day.year


def test_without_a_described_cycle_the_one_year_carries_out() -> None:
    assert Cycle(1, {}, 2019, 2020).stages(2019) == (Stage(1, "uitvoering", 2019, True),)


def test_the_fixed_days_of_emmen_are_those_of_the_akkoord() -> None:
    moments = planned(ANCHORS, EMMEN, 2020)
    days = {
        "Prestatieafspraken afgerond": (date(2020, 11, 15), date(2020, 11, 15)),
        "Prestatieafspraken besloten en getekend": (date(2020, 12, 14), date(2020, 12, 14)),
        "Volkshuisvestingsverslag ingediend": (date(2020, 7, 1), date(2020, 7, 1)),
        "Verantwoording van de kostenvergoeding": (date(2020, 2, 29), date(2020, 2, 29)),
        "Gezamenlijke evaluatie": (date(2020, 2, 1), date(2020, 2, 29)),
        "Overzicht van de gemeente": (None, None),
        "Activiteitenoverzichten opstellen": (date(2020, 4, 1), date(2020, 6, 30)),
    }
    for name, expected in days.items():
        moment = named(moments, name)
        assert (moment.first, moment.last) == expected, name


@pytest.mark.parametrize(("year", "last"), [(2019, 28), (2020, 29), (2021, 28), (2024, 29)])
def test_the_cost_account_is_due_on_the_last_day_of_february(year: int, last: int) -> None:
    anchor = next(anchor for anchor in ANCHORS if anchor.key == "kostenverantwoording")
    assert anchor.days(year) == (date(year, 2, last), date(year, 2, last))


def test_a_round_is_one_meeting_for_three_goal_years() -> None:
    moment = named(planned(ANCHORS, EMMEN, 2020), "RG en BO juli (uitvoering)")
    served = [(aim.anchor.phase, aim.goal_year) for aim in moment.aims if aim.anchor.key.startswith("rg_bo")]
    assert served == [("voorbereiding", 2021), ("uitvoering", 2020), ("evaluatie", 2019)]
    assert moment.anchor.own_name == "RG en BO juli"
    assert "Trimesterrapportage 1 (januari-april)" in {aim.anchor.own_name for aim in moment.aims}


def test_the_date_is_never_derived_from_the_heading() -> None:
    anchor = next(anchor for anchor in ANCHORS if anchor.key == "prestatieafspraken_af")
    assert replace(anchor, source="Jaaragenda > Derde kwartaal").days(2021) == (date(2021, 11, 15),) * 2
    assert replace(anchor, name="In het derde kwartaal").days(2021) == (date(2021, 11, 15),) * 2


@given(st.integers(2018, 2030), st.sampled_from([(EMMEN, ANCHORS), (ENDLESS, ANCHORS), (ELSEWHERE, OTHERS)]))
def test_every_anchor_stands_once_in_a_year_for_the_goal_year_it_serves(
    year: int, akkoord: tuple[Cycle, list[Anchor]]
) -> None:
    cycle, anchors = akkoord
    found = [
        (aim.anchor.number, aim.goal_year) for moment in planned(anchors, cycle, year) for aim in moment.aims
    ]
    expected = [
        (anchor.number, goal)
        for anchor in anchors
        if cycle.holds(goal := cycle.goal_year(year, anchor.cycle_year))
    ]
    assert sorted(found) == sorted(expected)
    assert len(set(found)) == len(found)


def test_the_work_before_a_meeting_is_counted_back_in_days() -> None:
    step = Step(None, "Achterban raadplegen", "raadpleging", "bo", days_before=35, duration=29)
    meeting = date(2021, 10, 14)
    assert step.days(meeting) == (meeting - timedelta(weeks=9), meeting - timedelta(weeks=5))


def test_weekend_holiday_and_summer_are_told_and_nothing_moves() -> None:
    saturday, easter, working = date(2021, 10, 16), date(2021, 4, 5), date(2021, 10, 14)
    assert [note.kind for note in notes(saturday)] == ["weekend"]
    assert [(note.kind, note.name) for note in notes(easter)] == [("feestdag", "Tweede paasdag")]
    assert notes(working, span=(working, working), summer=SUMMER) == ()
    (summer,) = notes(span=(date(2021, 7, 1), date(2021, 7, 31)), summer=SUMMER)
    assert (summer.kind, summer.day, summer.checked) == ("zomer", date(2021, 7, 15), False)
    assert notes(span=(date(2021, 6, 1), date(2021, 7, 14)), summer=SUMMER) == ()
    assert [note.kind for note in notes(span=(date(2021, 8, 31),) * 2, summer=SUMMER)] == ["zomer"]
