"""What is done with an overleg: its agenda, what is brought in, its minutes, and the meeting after it."""

from __future__ import annotations

from datetime import date

import pytest

from huurdersapp.actions import akkoord, history, overleg_openstaand, overleggen, records
from huurdersapp.actions.context import Context
from huurdersapp.base import clock, jobs
from huurdersapp.base.errors import UserError
from tests.actions.conftest import TODAY, Made, changed, numbers, shown, steps
from tests.akkoorden import FOREIGN

HELD, COMING = "2019-08-20", "2019-10-20"


@pytest.fixture
def problem(made: Made) -> int:
    return made("knelpunt", titel="Schimmel", categorie="vocht_schimmel", gemeld_op="2019-08-01")


def agenda(ctx: Context, number: int) -> list[str]:
    return [item["onderwerp"] for item in shown(ctx, "overleg", number)["agendapunten"]]


def test_a_knelpunt_that_is_brought_in_has_its_step_and_item_in_one_step(
    office: Context, made: Made, problem: int
) -> None:
    meeting = made("overleg", soort="bo", datum=HELD)
    second = made("knelpunt", titel="Tocht", categorie="vocht_schimmel", gemeld_op="2019-08-01")
    before = steps(office)
    assert overleggen.bring_in(office, meeting, [problem, second, problem]) == []
    assert steps(office) == before + 1
    assert agenda(office, meeting) == ["Schimmel", "Tocht"]
    (item, _other) = shown(office, "overleg", meeting)["agendapunten"]
    assert (item["eigen_punt"], item["knelpunt"]) == (True, problem)
    found = shown(office, "knelpunt", problem)
    assert found["status"] == "ingebracht"
    assert [(line["overleg"], line["datum"], line["agendapunt"]) for line in found["inbreng"]] == [
        (meeting, HELD, "Schimmel")
    ]
    history.undo(office)
    assert agenda(office, meeting) == []
    assert shown(office, "knelpunt", problem)["status"] == "gemeld"


def test_bringing_in_twice_changes_nothing_more(office: Context, made: Made, problem: int) -> None:
    meeting = made("overleg", soort="bo", datum=HELD)
    overleggen.bring_in(office, meeting, [problem])
    first = shown(office, "knelpunt", problem)
    overleggen.bring_in(office, meeting, [problem])
    assert shown(office, "knelpunt", problem) == first
    assert agenda(office, meeting) == ["Schimmel"]


def test_what_is_brought_into_a_later_meeting_again_has_a_line_and_no_second_step(
    office: Context, made: Made, problem: int
) -> None:
    first, second = (made("overleg", soort="bo", datum=day) for day in (HELD, "2019-08-30"))
    overleggen.bring_in(office, first, [problem])
    overleggen.bring_in(office, second, [problem])
    found = shown(office, "knelpunt", problem)
    assert [step["status"] for step in found["stappen"]] == ["gemeld", "ingebracht"]
    assert [line["overleg"] for line in found["inbreng"]] == [first, second]


def test_for_a_meeting_to_come_it_only_stands_on_the_agenda_until_it_was_held(
    office: Context, made: Made, problem: int
) -> None:
    meeting = made("overleg", soort="bo", datum=COMING)
    overleggen.bring_in(office, meeting, [problem])
    found = shown(office, "knelpunt", problem)
    assert (found["status"], found["geagendeerd_op"]) == ("gemeld", TODAY.isoformat())
    assert overleggen.to_record(office, meeting) == []
    with clock.fixed(date(2019, 10, 21)):
        assert overleggen.to_record(office, meeting) == [(problem, "Schimmel")]
        overleggen.record_brought_in(office, meeting)
        assert overleggen.to_record(office, meeting) == []
    assert shown(office, "knelpunt", problem)["status"] == "ingebracht"


def test_what_was_refused_was_not_brought_in(office: Context, made: Made, problem: int) -> None:
    item = {"onderwerp": "Schimmel", "knelpunt": problem, "geweigerd_reden": "Geen tijd."}
    meeting = made("overleg", soort="bo", datum=HELD, agendapunten=[item])
    assert overleggen.to_record(office, meeting) == []


def test_nothing_is_brought_into_what_is_called_off_or_after_it_was_closed(
    office: Context, made: Made, problem: int
) -> None:
    off = made("overleg", soort="bo", datum=HELD)
    overleggen.call_off(office, off, "Storm")
    assert shown(office, "overleg", off)["afgelast_reden"] == "Storm"
    with pytest.raises(UserError, match="ging niet door"):
        overleggen.bring_in(office, off, [problem])
    meeting = made("overleg", soort="bo", datum="2019-08-30")
    step = {"status": "vervallen", "datum": "2019-08-21", "reden": "Weg."}
    changed(office, "knelpunt", problem, stappen=[*shown(office, "knelpunt", problem)["stappen"], step])
    before = steps(office)
    with pytest.raises(UserError, match="al afgesloten"):
        overleggen.bring_in(office, meeting, [problem])
    assert steps(office) == before
    assert agenda(office, meeting) == []


def test_measures_are_brought_in_as_items(office: Context, made: Made) -> None:
    jobs.run(akkoord.load(office, FOREIGN))
    meeting = made("overleg", soort="overig", werkgroep="Woontafel", datum=HELD)
    assert shown(office, "overleg", meeting)["naam"] == "Woontafel 20-08-2019"
    (first, *_rest) = numbers(office, "indicator")
    overleggen.bring_indicators(office, meeting, [first])
    (item,) = shown(office, "overleg", meeting)["agendapunten"]
    assert (item["indicator"], item["eigen_punt"]) == (first, True)


def test_fixed_meetings_of_any_akkoord_can_be_chosen_as_a_name(office: Context, made: Made) -> None:
    jobs.run(akkoord.load(office, FOREIGN))
    made("overleg", soort="overig", werkgroep="Bewonersplatform", datum=HELD)
    assert overleggen.names_used(office, "overig") == ["Bewonersplatform", "Woontafel", "Toezichthouders"]
    made("overleg", soort="werkgroep", werkgroep="Besparing", datum=HELD)
    made("overleg", soort="werkgroep", werkgroep="Opwekking", datum="2019-08-21")
    made("overleg", soort="werkgroep", werkgroep="Besparing", datum="2019-07-21")
    assert overleggen.names_used(office, "werkgroep") == ["Opwekking", "Besparing"]


def test_items_move_change_and_go(office: Context, made: Made) -> None:
    items = [{"onderwerp": name} for name in "abc"]
    meeting = made("overleg", soort="rg", datum=HELD, agendapunten=items)
    keys = [item["id"] for item in shown(office, "overleg", meeting)["agendapunten"]]
    assert overleggen.move_item(office, meeting, keys[2], -1) == 2
    assert overleggen.move_item(office, meeting, keys[0], -1) == 1
    assert agenda(office, meeting) == ["a", "c", "b"]
    overleggen.change_item(office, meeting, keys[2], {"minuten": 20})
    overleggen.remove_item(office, meeting, keys[0])
    assert agenda(office, meeting) == ["c", "b"]
    assert shown(office, "overleg", meeting)["agendapunten"][0]["minuten"] == 20
    told = overleggen.add_item(office, meeting, {"onderwerp": "d", "eigen_punt": True, "geweigerd": True})
    assert len(told) == 1
    assert "Overlegwet" in told[0]
    with pytest.raises(UserError, match="niet meer"):
        overleggen.move_item(office, meeting, keys[0], 1)
    history.undo(office)
    assert agenda(office, meeting) == ["c", "b"]


@pytest.fixture
def two(office: Context, made: Made) -> tuple[int, int]:
    """A BO that was held with a promise, a task of ours and a refusal; and the next one."""
    made("partij", naam="Lefier", soort="corporatie")
    made("partij", naam="Wij", soort="huurdersorganisatie", eigen=True)
    refused = {"onderwerp": "Bushalte", "eigen_punt": True, "geweigerd_reden": "Gaat niet over bussen."}
    first = made(
        "overleg", soort="bo", datum=HELD, agendapunten=[refused], aanwezig="Allen", plaats="Raadhuis"
    )
    made("actiepunt", wat="Folder maken", partij="Wij", overleg=first)
    made("actiepunt", wat="Ramen nalopen", partij="Lefier", overleg=first, uiterlijk="2019-08-30")
    made("actiepunt", wat="Gedaan", partij="Lefier", overleg=first, gedaan_op="2019-08-25")
    other = made("overleg", soort="rg", datum=HELD)
    made("actiepunt", wat="Van de RG", partij="Lefier", overleg=other)
    return first, overleggen.plan_next(office, first, {"datum": COMING})


def test_the_next_meeting_has_the_same_people_and_the_first_says_when_it_is(
    office: Context, two: tuple[int, int]
) -> None:
    first, after = two
    assert shown(office, "overleg", first)["volgende_op"] == COMING
    found = shown(office, "overleg", after)
    assert (found["soort"], found["datum"], found["plaats"]) == ("bo", COMING, "Raadhuis")
    assert (found["uitgenodigd"], found["aanwezig"], found["agendapunten"]) == ("Allen", None, [])
    history.undo(office)
    assert numbers(office, "overleg", "soort=bo") == [first]
    assert shown(office, "overleg", first)["volgende_op"] is None


def test_what_earlier_meetings_left_open_can_be_put_on_the_agenda(
    office: Context, two: tuple[int, int]
) -> None:
    _first, after = two
    found = overleg_openstaand.left_open(office, after)
    assert [(each.subject, each.words, each.theirs) for each in found] == [
        ("Ramen nalopen (Lefier)", "3 dagen te laat.", True),
        ("Folder maken (Wij)", "Er is geen laatste dag afgesproken.", False),
        ("Bushalte", "Niet op de agenda gezet: Gaat niet over bussen.", False),
    ]
    overleggen.carry_on(office, after, [found[0].key, found[2].key])
    assert agenda(office, after) == ["Ramen nalopen (Lefier)", "Bushalte"]
    assert [each.subject for each in overleg_openstaand.left_open(office, after)] == ["Folder maken (Wij)"]


def test_minutes_are_settled_in_the_next_meeting_that_was_held(office: Context, two: tuple[int, int]) -> None:
    first, after = two
    assert overleggen.settling_day(office, first) is None
    with pytest.raises(UserError, match="moet nog komen"):
        overleggen.settle(office, after, COMING)
    with clock.fixed(date(2019, 11, 1)):
        assert overleggen.settling_day(office, first) == date(2019, 10, 20)
    assert overleggen.settle(office, first, "2019-08-31") == []
    found = shown(office, "overleg", first)
    assert (found["verslag_status"], found["verslag_vastgesteld_op"]) == ("vastgesteld", "2019-08-31")
    with pytest.raises(records.Refused):
        overleggen.settle(office, first, "2019-08-01")


def test_who_may_be_invited_are_the_people_of_the_parties(office: Context, made: Made) -> None:
    lefier = made("partij", naam="Lefier", soort="corporatie")
    made("contact", naam="B. Voorbeeld", functie="manager", partij=lefier)
    made("contact", naam="C. Voorbeeld", partij=lefier, gestopt_op="2019-01-01")
    made("contact", naam="A. Voorbeeld")
    assert overleggen.people(office, [lefier], None) == ["B. Voorbeeld, manager (Lefier)"]
    assert overleggen.people(office, [], None) == ["A. Voorbeeld", "B. Voorbeeld, manager (Lefier)"]
