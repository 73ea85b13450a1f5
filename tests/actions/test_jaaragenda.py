"""The year agenda as it is: what was moved, done or met, without an akkoord and with several, and the work before a BO."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from huurdersapp.actions import akkoord, history, jaaragenda, records
from huurdersapp.actions.context import Context
from huurdersapp.actions.jaaragenda_stappen import plan_back_words
from huurdersapp.base import clock, jobs
from huurdersapp.base.errors import UserError
from huurdersapp.base.settings import SUMMER
from huurdersapp.records.jaaragenda_vorm import DONE, DROPPED, LEGAL, MEETING, OPEN, OWN, PAST, Jaar, Moment
from tests.actions.conftest import Made, numbers, shown, steps
from tests.akkoorden import EMMEN, FOREIGN

ROOT = Path(__file__).parents[2]


@pytest.fixture
def emmen(office: Context) -> Context:
    """An organisation with the akkoord of Emmen, on 2 September 2019."""
    records.create(
        office,
        office.spec("partij"),
        [{"naam": "De Linde", "soort": "huurdersorganisatie", "eigen": True}],
    )
    jobs.run(akkoord.load(office, EMMEN))
    return office


def moment(ctx: Context, name: str, year: int = 2020, **asked: Any) -> Moment:
    (found,) = [item for item in jaaragenda.year(ctx, year, **asked).moments if item.name == name]
    return found


def meeting(ctx: Context, day: str, kind: str = "bo", **values: Any) -> int:
    (made,) = records.create(ctx, ctx.spec("overleg"), [{"soort": kind, "datum": day, **values}]).records
    return int(made["nummer"])


def legal(jaar: Jaar) -> dict[str, Moment]:
    return {item.name: item for item in jaar.moments if item.kind == LEGAL}


def following(ctx: Context, on: date) -> Moment:
    """What comes next."""
    found = jaaragenda.next_moment(ctx, on)
    assert found is not None
    return found[1]


# -- the template ------------------------------------------------------------------------------------------------------


def test_a_year_shows_three_goal_years_side_by_side(emmen: Context) -> None:
    jaar = jaaragenda.year(emmen, 2020)
    (strip,) = jaar.strips
    assert [(stage.phase, stage.goal_year) for stage in strip.stages] == [
        ("voorbereiding", 2021),
        ("uitvoering", 2020),
        ("evaluatie", 2019),
    ]
    assert {aim.goal_year for item in jaar.moments for aim in item.aims} == {2019, 2020, 2021}
    assert (
        len(jaar.moments) == 28 - 3 * 3 + 3 - 3
    )  # three rounds of three phases, each with a trimester report


def test_days_are_in_order_and_what_has_no_month_comes_last(emmen: Context) -> None:
    firsts = [item.first for item in jaaragenda.year(emmen, 2020).moments]
    known = [day for day in firsts if day is not None]
    assert known == sorted(known)
    assert firsts[-1] is None


def test_the_cost_account_is_not_told_twice(emmen: Context) -> None:
    for year in range(2018, 2031):
        names = [item.name for item in jaaragenda.year(emmen, year).moments]
        assert names.count("Verantwoording van de kostenvergoeding") == 1, year


def test_without_an_akkoord_there_are_the_days_of_the_law_own_moments_and_overleggen(
    office: Context, made: Made
) -> None:
    made("agendamoment", naam="Jaarvergadering voorbereiden", van="2020-03-10", jaar=2020)
    meeting(office, "2020-05-12", "alv")
    jaar = jaaragenda.year(office, 2020)
    assert jaar.strips == ()
    assert legal(jaar)["Verantwoording van de kostenvergoeding"].last == date(2020, 2, 29)
    assert (
        legal(jaar)["Verantwoording van de kostenvergoeding"].aims[0].source.startswith("Overlegwet, art. 7")
    )
    assert [item.name for item in jaar.moments if item.kind == OWN] == ["Jaarvergadering voorbereiden"]
    assert [item.record for item in jaar.moments if item.kind == MEETING] == [("overleg", 1)]
    assert jaaragenda.phases(office, date(2020, 1, 1)) == ()
    found = following(office, date(2020, 3, 1))
    assert found.name == "Jaarvergadering voorbereiden"


def test_an_akkoord_without_anchors_still_has_its_years(office: Context, made: Made) -> None:
    made("akkoord", naam="Kaal", van_jaar=2019, tot_jaar=2020)
    (strip,) = jaaragenda.phases(office, date(2020, 6, 1))
    assert [(stage.phase, stage.goal_year) for stage in strip.stages] == [("uitvoering", 2020)]
    assert legal(jaaragenda.year(office, 2020))


def test_two_akkoorden_stand_side_by_side_or_alone(emmen: Context) -> None:
    jobs.run(akkoord.load(emmen, FOREIGN))
    both = jaaragenda.year(emmen, 2024)
    assert [strip.akkoord for strip in both.strips] == [1, 2]
    assert {"Wijkschouw", "Gezamenlijke evaluatie"} <= {item.name for item in both.moments}
    alone = jaaragenda.year(emmen, 2024, 2)
    assert [strip.akkoord for strip in alone.strips] == [2]
    assert "Gezamenlijke evaluatie" not in {item.name for item in alone.moments}
    with pytest.raises(UserError):
        jaaragenda.year(emmen, 2024, 9)


def test_years_run_from_the_first_preparation_to_the_last_evaluation(emmen: Context) -> None:
    assert jaaragenda.years(emmen) == range(2018, 2026)


@pytest.mark.parametrize("year", [0, 1900, 2199, 9999])
def test_a_year_that_cannot_be_is_refused_in_words(office: Context, year: int) -> None:
    with pytest.raises(UserError) as told:
        jaaragenda.year(office, year)
    assert str(year) in told.value.sentence()


# -- what became of it -------------------------------------------------------------------------------------------------


def test_a_moment_is_moved_with_a_reason_in_one_year_only(emmen: Context) -> None:
    anchor = moment(emmen, "Prestatieafspraken afgerond").anchor
    assert anchor is not None
    before = steps(emmen)
    jaaragenda.move(emmen, anchor, 2020, date(2020, 11, 20), None, "BO is later")
    assert steps(emmen) == before + 1
    found = moment(emmen, "Prestatieafspraken afgerond")
    assert (found.first, found.last, found.moved, found.reason) == (
        date(2020, 11, 20), date(2020, 11, 20), True, "BO is later",
    )  # fmt: skip
    assert found.planned_last == date(2020, 11, 15)
    assert moment(emmen, "Prestatieafspraken afgerond", 2021).last == date(2021, 11, 15)
    history.undo(emmen)
    assert not moment(emmen, "Prestatieafspraken afgerond").moved


def test_moving_without_a_reason_is_refused(emmen: Context) -> None:
    anchor = moment(emmen, "Gezamenlijke evaluatie").anchor
    assert anchor is not None
    for handle in (anchor, "prestatieafspraken"):
        with pytest.raises(records.Refused):
            jaaragenda.move(emmen, handle, 2020, date(2020, 3, 1), None, "")
    assert numbers(emmen, "agendamoment") == []


def test_what_is_said_of_one_phase_of_a_round_holds_for_the_round(emmen: Context) -> None:
    found = moment(emmen, "RG en BO juli")
    phases = [aim.anchor for aim in found.aims]
    assert len(phases) == 4
    for anchor in phases:
        assert anchor is not None
        jaaragenda.move(emmen, anchor, 2020, date(2020, 6, 29), date(2020, 6, 30), "Zomer")
    assert moment(emmen, "RG en BO juli").first == date(2020, 6, 29)
    assert len(numbers(emmen, "agendamoment")) == 1
    assert phases[-1] is not None
    jaaragenda.restore(emmen, phases[-1], 2020)
    assert moment(emmen, "RG en BO juli").first == date(2020, 7, 1)


def test_a_second_one_for_the_same_moment_and_year_is_told(emmen: Context) -> None:
    first, second, *_rest = [aim.anchor for aim in moment(emmen, "RG en BO juli").aims]
    spec = emmen.spec("agendamoment")
    raw = {"jaar": 2020, "van": "2020-06-29", "reden": "Zomer"}
    assert records.create(emmen, spec, [raw | {"anker": second}]).warnings == []
    told = records.create(emmen, spec, [raw | {"anker": first, "van": "2020-06-30"}]).warnings
    assert told == ["anker: Over dit moment staat er voor 2020 al iets. Wijzig liever dat."]
    assert records.create(emmen, spec, [raw | {"anker": first, "jaar": 2021}]).warnings == []
    assert records.change(emmen, spec, 3, {"toelichting": "Toch"}).warnings == []


def test_done_dropped_and_restored(emmen: Context) -> None:
    anchor = moment(emmen, "Activiteitenoverzichten opstellen", 2019).anchor
    assert anchor is not None
    assert moment(emmen, "Activiteitenoverzichten opstellen", 2019).state == PAST
    jaaragenda.done(emmen, anchor, 2019, date(2019, 6, 20))
    found = moment(emmen, "Activiteitenoverzichten opstellen", 2019)
    assert (found.state, found.done_on, found.moved) == (DONE, date(2019, 6, 20), False)
    jaaragenda.drop(emmen, anchor, 2019, "Niemand had tijd")
    found = moment(emmen, "Activiteitenoverzichten opstellen", 2019)
    assert (found.state, found.reason, found.back) == (DROPPED, "Niemand had tijd", ())
    jaaragenda.restore(emmen, anchor, 2019)
    assert moment(emmen, "Activiteitenoverzichten opstellen", 2019).state == PAST
    with pytest.raises(records.Refused):
        jaaragenda.done(emmen, anchor, 2020, date(2020, 6, 20))


def test_a_day_of_the_law_can_be_done_moved_and_restored_too(office: Context) -> None:
    handle = legal(jaaragenda.year(office, 2019))["Verantwoording van de kostenvergoeding"].handle
    assert handle == "kostenverantwoording"
    jaaragenda.done(office, handle, 2019, date(2019, 2, 20))
    (found,) = [
        item for item in jaaragenda.year(office, 2019).moments if item.name.startswith("Verantwoording")
    ]
    assert (found.state, found.kind, found.moved) == (DONE, LEGAL, False)
    jaaragenda.move(office, handle, 2020, date(2020, 2, 20), None, "Penningmeester weg")
    assert legal(jaaragenda.year(office, 2020))["Verantwoording van de kostenvergoeding"].moved
    jaaragenda.restore(office, handle, 2020)
    jaaragenda.restore(office, handle, 2020)
    assert not legal(jaaragenda.year(office, 2020))["Verantwoording van de kostenvergoeding"].moved
    with pytest.raises(UserError):
        jaaragenda.done(office, "kerst", 2019, date(2019, 1, 1))


@given(st.dates(date(2018, 1, 1), date(2030, 12, 31)))
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_comes_next_is_the_earliest_that_is_not_before_the_day(emmen: Context, day: date) -> None:
    coming = [
        (edge, number)
        for number in range(day.year, day.year + 3)
        for item in jaaragenda.year(emmen, number, today=day).moments
        if (item.first, item.last) != (date(number, 1, 1), date(number, 12, 31))
        for edge in (item.first, item.last)
        if edge is not None and edge >= day
    ]
    found = jaaragenda.next_moment(emmen, day)
    assert found is not None, "the days of the law come each year"
    assert (found[1].due, found[0]) == min(coming)


def test_what_lasts_a_whole_year_does_not_come_next(emmen: Context) -> None:
    assert following(emmen, date(2020, 12, 20)).name != "Uitvoering"
    assert following(emmen, date(2020, 12, 20)).first == date(2021, 1, 1)


def test_what_was_done_or_dropped_does_not_come_next(emmen: Context) -> None:
    first = following(emmen, date(2019, 11, 1))
    assert first.name == "Prestatieafspraken afgerond"
    assert first.anchor is not None
    jaaragenda.drop(emmen, first.anchor, 2019, "Later")
    found = following(emmen, date(2019, 11, 1))
    assert found.name == "Prestatieafspraken besloten en getekend"


def test_what_was_moved_into_the_next_year_still_comes(emmen: Context) -> None:
    anchor = moment(emmen, "Prestatieafspraken besloten en getekend", 2019).anchor
    assert anchor is not None
    jaaragenda.move(emmen, anchor, 2019, date(2020, 1, 3), None, "Corona")
    found = following(emmen, date(2020, 1, 2))
    assert (found.name, found.due) == ("Prestatieafspraken besloten en getekend", date(2020, 1, 3))


# -- overleggen --------------------------------------------------------------------------------------------------------


def test_the_overleggen_take_the_place_of_the_month(emmen: Context) -> None:
    group = meeting(emmen, "2020-02-06", "rg")
    assert moment(emmen, "RG en BO februari").whole_months  # of the BO nobody knows the day yet
    board = meeting(emmen, "2020-02-20", begintijd="19:30")
    found = moment(emmen, "RG en BO februari")
    assert [item.number for item in found.meetings] == [group, board]
    assert (found.first, found.last, found.whole_months) == (date(2020, 2, 6), date(2020, 2, 20), False)
    assert found.planned_last == date(2020, 2, 29)
    assert not [item for item in jaaragenda.year(emmen, 2020).moments if item.kind == MEETING]


def test_an_overleg_that_does_not_go_on_takes_no_place(emmen: Context) -> None:
    meeting(emmen, "2020-02-20", afgelast=True, afgelast_reden="Sneeuw")
    assert moment(emmen, "RG en BO februari").meetings == ()


def test_an_overleg_outside_its_month_counts_when_somebody_links_it(emmen: Context, made: Made) -> None:
    board = meeting(emmen, "2020-03-05")
    found = moment(emmen, "RG en BO februari")
    assert found.meetings == ()
    made("agendamoment", anker=found.anchor, jaar=2020, overleg=board)
    found = moment(emmen, "RG en BO februari")
    assert [item.number for item in found.meetings] == [board]
    assert (found.first, found.meetings[0].linked) == (date(2020, 3, 5), True)


def test_work_before_an_evaluation_that_is_linked_to_a_bo_stands_at_the_round_alone(
    emmen: Context, made: Made
) -> None:
    made("voorbereidingsstap", naam="Vooroverleg", overlegsoort="rg", dagen_ervoor=7)
    made("voorbereidingsstap", naam="Stukken", overlegsoort="bo", dagen_ervoor=14)
    meeting(emmen, "2020-02-06", "rg")
    board = meeting(emmen, "2020-02-20")
    made("agendamoment", anker=moment(emmen, "Gezamenlijke evaluatie").anchor, jaar=2020, overleg=board)
    assert moment(emmen, "Gezamenlijke evaluatie").back == ()
    assert [line.name for line in moment(emmen, "RG en BO februari").back] == ["Vooroverleg", "Stukken"]


def test_an_overleg_of_no_anchor_is_not_what_comes_next(emmen: Context) -> None:
    meeting(emmen, "2019-09-12", "bestuur")
    found = following(emmen, date(2019, 9, 10))
    assert found.first == date(2019, 10, 1)


def test_an_overleg_that_was_held_is_done(emmen: Context) -> None:
    meeting(emmen, "2019-07-04", "rg")
    meeting(emmen, "2019-07-18")
    assert moment(emmen, "RG en BO juli", 2019).state == DONE


def test_the_foreign_akkoord_knows_its_own_meetings(office: Context) -> None:
    jobs.run(akkoord.load(office, FOREIGN))
    board = meeting(office, "2025-01-16", "overig", naam="Woontafel januari")
    meeting(office, "2025-01-20", "overig", naam="Buurtborrel WTX")
    found = moment(office, "Startbijeenkomst", 2025)
    assert [item.number for item in found.meetings] == [board]
    assert [(line.name, line.certain, line.last) for line in found.back] == [
        ("Achterban raadplegen", True, date(2024, 12, 12)),
        ("Besluit in het bestuur", True, date(2024, 12, 26)),
        ("Stukken versturen", True, date(2025, 1, 2)),
    ]
    assert found.back[1].notes[0].name == "Tweede kerstdag"


def test_before_the_day_is_known_the_work_counts_from_the_first_day_of_the_month(office: Context) -> None:
    jobs.run(akkoord.load(office, FOREIGN))
    found = moment(office, "Startbijeenkomst", 2026)
    assert [(line.name, line.certain, line.last) for line in found.back] == [
        ("Achterban raadplegen", False, date(2025, 11, 27)),
        ("Besluit in het bestuur", False, date(2025, 12, 11)),
        ("Stukken versturen", False, date(2025, 12, 18)),
    ]
    assert moment(office, "Wijkschouw", 2026).back == ()


# -- the work before ---------------------------------------------------------------------------------------------------


def test_the_work_before_a_bo_is_counted_back_once(emmen: Context) -> None:
    jaar = jaaragenda.year(emmen, 2020)
    lines = [line for item in jaar.moments for line in item.back]
    assert len(lines) == 3 * 3  # three steps before each of three rounds, also where an evaluation is in it
    assert not any(line.certain for line in lines)
    meeting(emmen, "2020-10-15")
    found = moment(emmen, "RG en BO oktober")
    assert [(line.first, line.last) for line in found.back] == [
        (date(2020, 8, 13), date(2020, 9, 10)),
        (date(2020, 9, 24), date(2020, 9, 24)),
        (date(2020, 10, 1), date(2020, 10, 1)),
    ]
    assert all(line.certain and line.source.startswith("Eigen voorstel") for line in found.back)
    assert [note.kind for note in found.back[0].notes] == ["zomer"]


def test_own_steps_take_the_place_of_the_proposal(emmen: Context, made: Made) -> None:
    own = made("voorbereidingsstap", naam="Kascontrole", overlegsoort="alv", dagen_ervoor=10, duur=2)
    assert not [line for item in jaaragenda.year(emmen, 2020).moments for line in item.back]
    meeting(emmen, "2020-05-20", "alv")
    (found,) = [item for item in jaaragenda.year(emmen, 2020).moments if item.kind == MEETING]
    (line,) = found.back
    assert (line.step, line.first, line.last) == (own, date(2020, 5, 9), date(2020, 5, 10))
    assert [note.kind for note in line.notes] == ["weekend"]


def test_the_work_goes_to_the_actiepunten_in_one_step_and_never_twice(emmen: Context) -> None:
    board = meeting(emmen, "2020-10-15")
    before = steps(emmen)
    made = jaaragenda.plan_back(emmen, board)
    assert steps(emmen) == before + 1
    assert [shown(emmen, "actiepunt", number)["uiterlijk"] for number in made] == [
        "2020-09-10",
        "2020-09-24",
        "2020-10-01",
    ]
    first = shown(emmen, "actiepunt", made[0])
    assert (first["wat"], first["overleg"], first["partij"]) == ("Achterban raadplegen voor BO", board, 1)
    assert jaaragenda.plan_back(emmen, board) == []
    assert steps(emmen) == before + 1
    assert plan_back_words([]) == "De stappen vooraf staan al bij de actiepunten."
    assert [line.action for line in moment(emmen, "RG en BO oktober").back] == made
    history.undo(emmen)
    assert numbers(emmen, "actiepunt") == []
    assert len(jaaragenda.plan_back(emmen, board)) == 3


def test_the_work_before_a_whole_round_is_one_step(emmen: Context, made: Made) -> None:
    made("voorbereidingsstap", naam="Punten insturen", overlegsoort="rg", dagen_ervoor=14, duur=1)
    made("voorbereidingsstap", naam="Besluiten", overlegsoort="bo", dagen_ervoor=14, duur=1)
    meetings = [meeting(emmen, "2020-10-01", "rg"), meeting(emmen, "2020-10-08")]
    before = steps(emmen)
    planned = jaaragenda.plan_back(emmen, *meetings)
    assert [shown(emmen, "actiepunt", number)["overleg"] for number in planned] == meetings
    assert steps(emmen) == before + 1
    history.undo(emmen)
    assert numbers(emmen, "actiepunt") == []


def test_who_we_are_is_asked_without_speaking_of_a_letter(office: Context) -> None:
    with pytest.raises(UserError) as told:
        jaaragenda.plan_back(office, meeting(office, "2020-10-15"))
    assert "brief" not in told.value.sentence()
    assert "Onze eigen organisatie" in (told.value.hint or "")


def test_a_fixed_moment_of_our_own_needs_no_key(emmen: Context, made: Made) -> None:
    number = made("anker", akkoord=1, naam="Dag van de huurder (Assen)", fase="uitvoering", maand=11)
    assert shown(emmen, "anker", number)["sleutel"] == "dag-van-de-huurder-assen"
    records.change(emmen, emmen.spec("anker"), number, {"naam": "Huurdersdag"})
    assert shown(emmen, "anker", number)["sleutel"] == "dag-van-de-huurder-assen"


def test_what_was_done_is_not_planned_again(emmen: Context) -> None:
    board = meeting(emmen, "2020-10-15")
    made = jaaragenda.plan_back(emmen, board)
    records.change(emmen, emmen.spec("actiepunt"), made[0], {"gedaan_op": "2019-09-01"})
    records.discard(emmen, emmen.spec("actiepunt"), made[1])
    assert moment(emmen, "RG en BO oktober").back[0].done
    assert len(jaaragenda.plan_back(emmen, board)) == 1


@pytest.mark.parametrize(
    ("day", "kind", "values", "words"),
    [
        ("2019-03-01", "bo", {}, "al geweest"),
        ("2020-03-01", "bo", {"afgelast": True, "afgelast_reden": "Ziek"}, "gaat niet door"),
        ("2020-03-01", "bewonerscommissie", {}, "geen stappen"),
    ],
)
def test_an_overleg_without_work_before_it_is_told(
    emmen: Context, day: str, kind: str, values: dict[str, Any], words: str
) -> None:
    with pytest.raises(UserError) as told:
        jaaragenda.plan_back(emmen, meeting(emmen, day, kind, **values))
    assert words in told.value.sentence()
    assert numbers(emmen, "actiepunt") == []


def test_states_are_as_of_the_day_that_is_asked(emmen: Context) -> None:
    with clock.fixed(date(2020, 7, 1)):
        assert moment(emmen, "Volkshuisvestingsverslag ingediend").state == OPEN
    with clock.fixed(date(2020, 7, 2)):
        assert moment(emmen, "Volkshuisvestingsverslag ingediend").state == PAST
    assert moment(emmen, "Volkshuisvestingsverslag ingediend", today=date(2020, 7, 2)).state == PAST


@pytest.mark.parametrize(
    ("weeks", "july", "checked"),
    [
        ("", True, False),
        ("10-07 t/m 22-08", True, True),
        ("01-08 tot en met 22-08", False, True),
        ("morgen", True, False),
        ("31-02 t/m 40-13", True, False),
        ("22-08 t/m 10-07", True, False),
    ],
)
def test_the_weeks_of_the_summer_are_those_of_the_settings(
    emmen: Context, weeks: str, july: bool, checked: bool
) -> None:
    emmen.settings.set(SUMMER, weeks)
    jaar = jaaragenda.year(emmen, 2020)
    assert jaar.summer_checked is checked
    (found,) = [item for item in jaar.moments if item.name == "RG en BO juli"]
    assert [(note.kind, note.checked) for note in found.notes] == ([("zomer", checked)] if july else [])
