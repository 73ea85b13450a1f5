"""A knelpunt: its steps, its faults, and the counting that every report relies on."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huurdersapp.base import clock
from huurdersapp.records import knelpunt_filters as counting
from huurdersapp.records.akkoord_structuur import Categorie
from huurdersapp.records.knelpunt import SPEC
from huurdersapp.records.knelpunt_categorieen import CATALOGUE, CATEGORIEEN, SUBCATEGORIEEN
from huurdersapp.records.knelpunt_status import ENDS, NEEDS, NEXT, STATUS, status_after
from tests.records.world import World, new_world

SAMPLE: dict[str, Any] = {
    "titel": "Schimmel in badkamers aan de Kerkhoflaan",
    "omschrijving": "In zes badkamers komt schimmel terug na schoonmaken.",
    "aanvulling": "De ventilatie staat 's nachts uit.",
    "gemeld_op": "2019-02-04",
    "bron": "spreekuur",
    "categorie": "vocht_schimmel",
    "subcategorie": "vocht_badkamer",
    "omvang": "complex",
    "kern": "Emmermeer",
    "complex": "Kerkhoflaan",
    "verhuurder": "Lefier",
    "wohv_letter": "a",
    "thema": "Duurzaamheid",
    "afspraak": "De huurdersorganisaties zetten energiecoaches in.",
    "huurders_geraakt": 6,
    "ook_last_van": 5,
    "prioriteit": "hoog",
    "periode_van": "2018-11-01",
    "periode_tot": "2019-06-01",
    "behandelaar": "Secretaris",
    "partij": "Lefier",
    "geagendeerd_op": "2019-02-06",
    "reactie_gevraagd_op": "2019-02-12",
    "reactie_verwacht_op": "2019-03-12",
    "reactie_ontvangen_op": "2019-03-05",
    "teruggekoppeld_op": "2019-03-10",
    "teruggekoppeld_hoe": "Brief aan zes adressen",
    "melder_naam": "A. Voorbeeld",
    "melder_adres": "Verzonnenlaan 1\n7824 AA Emmen",
    "melder_telefoon": "0591-000000",
    "melder_email": "melder@voorbeeld.invalid",
    "toestemming_contact": True,
    "toestemming_op": "2019-02-04",
    "stappen": [
        {
            "status": "gemeld",
            "datum": "2019-02-04",
            "toelichting": "Op het spreekuur",
            "zichtbaar_voor_melder": True,
        },
        {"status": "beoordeeld", "datum": "2019-02-06", "toelichting": "Meer woningen", "door": "Bestuur"},
        {"status": "ingebracht", "datum": "2019-02-12", "overleg": "BO 12-02-2019"},
        {"status": "toegezegd", "datum": "2019-03-05", "toelichting": "Onderzoek voor de zomer"},
    ],
    "inbreng": [
        {
            "overleg": "BO 12-02-2019",
            "datum": "2019-02-12",
            "agendapunt": "5. Woningkwaliteit",
            "reactie": "Lefier laat de ventilatie onderzoeken.",
            "reactie_op": "2019-03-05",
            "reactie_van": "Wijkbeheerder van Lefier",
        }
    ],
    "relaties": [],
}


def knelpunt(**values: Any) -> dict[str, Any]:
    return {"titel": "Lekkage", "categorie": "onderhoud", "gemeld_op": "2019-03-01"} | values


def steps(world: World, row: Any) -> list[tuple[str, str]]:
    return [(line.status, line.datum.isoformat()) for line in world.lines(row, "stappen")]


def test_a_new_knelpunt_gets_its_first_step_on_the_day_of_reporting(world: World) -> None:
    row = world.make("knelpunt", **knelpunt())
    assert row.status == "gemeld"
    assert steps(world, row) == [("gemeld", "2019-03-01")]


def test_without_a_day_a_knelpunt_is_reported_today(world: World) -> None:
    row = world.make("knelpunt", titel="Lekkage", categorie="onderhoud")
    assert row.gemeld_op == date(2019, 7, 1)


def test_the_day_of_reporting_follows_from_a_first_step_that_was_given(world: World) -> None:
    row = world.make(
        "knelpunt", titel="Tocht", categorie="overig", stappen=[{"status": "gemeld", "datum": "2019-01-07"}]
    )
    assert row.gemeld_op == date(2019, 1, 7)


def test_the_first_step_moves_along_with_the_day_of_reporting(world: World) -> None:
    row = world.make("knelpunt", **knelpunt())
    world.change(row, gemeld_op="2019-02-01")
    assert steps(world, row) == [("gemeld", "2019-02-01")]


def test_the_status_follows_from_the_last_step(world: World) -> None:
    row = world.make(
        "knelpunt",
        **knelpunt(
            stappen=[
                {"status": "beoordeeld", "datum": "2019-03-03"},
                {"status": "opgelost", "datum": "2019-04-01"},
            ]
        ),
    )
    assert row.status == "opgelost"
    assert steps(world, row)[0] == ("gemeld", "2019-03-01")


def test_a_step_without_a_day_is_of_today(world: World) -> None:
    row = world.make("knelpunt", **knelpunt(stappen=[{"status": "beoordeeld"}]))
    assert steps(world, row)[1] == ("beoordeeld", "2019-07-01")


def test_the_history_of_a_knelpunt_is_not_emptied(world: World) -> None:
    row = world.make("knelpunt", **knelpunt())
    world.change(row, status="beoordeeld")
    faults = world.read("knelpunt", {"stappen": []}, row)[1]
    assert [fault.place for fault in faults] == [("stappen",)]


def test_a_given_status_becomes_a_step_of_today(world: World) -> None:
    row = world.make("knelpunt", **knelpunt())
    world.change(row, status="beoordeeld")
    assert steps(world, row) == [("gemeld", "2019-03-01"), ("beoordeeld", "2019-07-01")]


@pytest.mark.parametrize("status", NEEDS)
def test_a_given_status_that_needs_more_says_what_to_add(world: World, status: str) -> None:
    row = world.make("knelpunt", **knelpunt())
    faults = world.read("knelpunt", {"status": status}, row)[1]
    assert [fault.place for fault in faults] == [("status",)]
    needed = SPEC.part["stappen"].spec.fields[NEEDS[status][0]]
    assert needed.label.lower() in faults[0].text
    assert needed.key in faults[0].command
    assert "‘stappen’" in faults[0].command


def test_a_given_status_ingebracht_takes_the_meeting_of_the_line_that_comes_with_it(world: World) -> None:
    world.make("overleg", soort="bo", datum="2019-04-10")
    row = world.make("knelpunt", **knelpunt())
    world.change(row, status="ingebracht", inbreng=[{"overleg": 1, "datum": "2019-04-10"}])
    assert steps(world, row)[1] == ("ingebracht", "2019-04-10")
    assert len(world.lines(row, "inbreng")) == 1


def test_a_step_ingebracht_makes_the_line_of_its_meeting_once(world: World) -> None:
    world.make("overleg", soort="bo", datum="2019-04-10")
    row = world.make(
        "knelpunt",
        **knelpunt(stappen=[{"status": "ingebracht", "datum": "2019-04-10", "overleg": "BO 10-04-2019"}]),
    )
    world.change(row, titel="Lekkages")
    assert [line.datum for line in world.lines(row, "inbreng")] == [date(2019, 4, 10)]


@pytest.mark.parametrize("end", ENDS)
def test_an_end_is_left_by_heropend_only_and_then_it_is_beoordeeld(world: World, end: str) -> None:
    other = world.make("knelpunt", **knelpunt(titel="Ander"))
    step = {
        "status": end,
        "datum": "2019-04-01",
        "reden": "r",
        "organisatie": "o",
        "gebundeld_in": other.nummer,
    }
    row = world.make("knelpunt", **knelpunt(stappen=[step]))
    faults = world.read("knelpunt", {"status": "toegezegd"}, row)[1]
    assert "Heropend" in faults[0].text
    assert "heropend" in faults[0].command
    world.change(row, status="beoordeeld")
    assert row.status == "beoordeeld"
    assert steps(world, row)[-1] == ("heropend", "2019-07-01")


def test_heropend_as_given_status_reopens_too(world: World) -> None:
    row = world.make("knelpunt", **knelpunt(stappen=[{"status": "vervallen", "datum": "2019-04-01"}]))
    world.change(row, status="heropend")
    assert row.status == "beoordeeld"


def test_what_is_open_cannot_be_reopened(world: World) -> None:
    row = world.make("knelpunt", **knelpunt())
    assert world.refused("knelpunt", {"status": "heropend"}, row) == ["status"]


def test_a_step_back_is_refused_with_the_steps_that_may_follow(world: World) -> None:
    given = knelpunt(
        stappen=[
            {"status": "toegezegd", "datum": "2019-03-02"},
            {"status": "beoordeeld", "datum": "2019-03-03"},
        ]
    )
    faults = world.read("knelpunt", given)[1]
    assert [fault.place for fault in faults] == [("stappen", 2, "status")]
    assert all(option in faults[0].command for option in NEXT["toegezegd"])
    assert all(STATUS.label(option) in faults[0].text for option in NEXT["toegezegd"])


@pytest.mark.parametrize(
    ("given", "places"),
    [
        ({"stappen": [{"status": "beoordeeld", "datum": "2019-02-28"}]}, ["stappen.1.datum"]),
        ({"stappen": [{"status": "beoordeeld", "datum": "2019-07-02"}]}, ["stappen.1.datum"]),
        (
            {
                "stappen": [
                    {"status": "beoordeeld", "datum": "2019-04-02"},
                    {"status": "opgelost", "datum": "2019-04-01"},
                ]
            },
            ["stappen.2.datum"],
        ),
        ({"stappen": [{"status": "gemeld", "datum": "2019-03-02"}]}, ["stappen.0.datum"]),
        ({"stappen": [{"status": "afgewezen", "datum": "2019-04-01"}]}, ["stappen.1.reden"]),
        ({"stappen": [{"status": "niet_opgelost", "datum": "2019-04-01"}]}, ["stappen.1.reden"]),
        ({"stappen": [{"status": "doorverwezen", "datum": "2019-04-01"}]}, ["stappen.1.organisatie"]),
        ({"stappen": [{"status": "ingebracht", "datum": "2019-04-01"}]}, ["stappen.1.overleg"]),
        ({"stappen": [{"status": "gebundeld", "datum": "2019-04-01"}]}, ["stappen.1.gebundeld_in"]),
        ({"gemeld_op": "2019-07-02"}, ["gemeld_op"]),
        ({"subcategorie": "vocht_badkamer"}, ["subcategorie"]),
        ({"periode_van": "2019-03-01", "periode_tot": "2019-02-01"}, ["periode_tot"]),
        ({"teruggekoppeld_op": "2019-02-01"}, ["teruggekoppeld_op"]),
        ({"reactie_ontvangen_op": "2019-08-01"}, ["reactie_ontvangen_op"]),
        ({"huurders_geraakt": -1}, ["huurders_geraakt"]),
        ({"titel": None}, ["titel"]),
    ],
    ids=lambda value: json.dumps(value)[:60],
)
def test_what_cannot_be_is_refused(world: World, given: dict[str, Any], places: list[str]) -> None:
    assert world.refused("knelpunt", knelpunt(**given)) == places


def test_a_knelpunt_is_not_bundled_in_itself_nor_related_to_itself(world: World) -> None:
    row = world.make("knelpunt", **knelpunt())
    step = {"status": "gebundeld", "datum": "2019-04-01", "gebundeld_in": row.nummer}
    assert world.refused("knelpunt", {"stappen": [step]}, row) == ["stappen.1.gebundeld_in"]
    relation = {"soort": "verwant", "knelpunt": row.nummer}
    assert world.refused("knelpunt", {"relaties": [relation]}, row) == ["relaties.0.knelpunt"]


def test_a_subcategory_alone_brings_its_category(world: World) -> None:
    row = world.make("knelpunt", titel="Herrie", subcategorie="overlast_geluid")
    assert row.categorie == "overlast"


def test_contact_data_without_consent_is_kept_with_a_warning(world: World) -> None:
    assert world.warned("knelpunt", knelpunt(melder_naam="A. Voorbeeld")) == ["toestemming_contact"]


def test_a_step_before_its_meeting_is_warned_about(world: World) -> None:
    world.make("overleg", soort="bo", datum="2019-06-10")
    step = {"status": "ingebracht", "datum": "2019-05-01", "overleg": 1}
    assert world.warned("knelpunt", knelpunt(stappen=[step])) == ["stappen.1.datum"]


def test_what_toon_prints_may_go_back_unchanged(world: World) -> None:
    world.make("overleg", soort="bo", datum="2019-04-10")
    row = world.make(
        "knelpunt",
        **knelpunt(
            stappen=[
                {"status": "ingebracht", "datum": "2019-04-10", "overleg": 1},
                {"status": "vervallen", "datum": "2019-05-01"},
                {"status": "heropend", "datum": "2019-06-01"},
            ]
        ),
    )
    shown = world.shown(row)
    world.change(row, **shown)
    assert world.shown(row) == shown


def test_a_step_added_to_what_toon_prints_moves_the_status_along(world: World) -> None:
    row = world.make("knelpunt", **knelpunt())
    shown = world.shown(row)
    shown["stappen"].append({"status": "opgelost", "datum": "2019-06-01"})
    world.change(row, **shown)
    assert row.status == "opgelost"


def test_steps_that_two_laptops_merged_oddly_do_not_stand_in_the_way_of_another_field(world: World) -> None:
    row = world.make("knelpunt", **knelpunt(stappen=[{"status": "vervallen", "datum": "2019-05-01"}]))
    world.lines(row, "stappen")[1].datum = date(2019, 2, 1)
    world.db.flush()
    world.change(row, titel="Lekkage in de kelder")
    assert world.refused("knelpunt", {"status": "beoordeeld"}, row) != []


def test_the_catalogue_has_the_categories_of_an_akkoord_file_and_names_its_source() -> None:
    catalogue = json.loads(CATALOGUE.read_text(encoding="utf-8"))
    assert catalogue["bron"]
    assert catalogue["jaar"]
    assert CATEGORIEEN.keys() == get_args(Categorie)
    keys = (*CATEGORIEEN.keys(), *SUBCATEGORIEEN.keys())
    assert len(set(keys)) == len(keys)


def test_every_step_has_a_word_and_every_status_a_way_on() -> None:
    assert set(STATUS.keys()) == {*NEXT, "heropend"}
    assert {step for steps in NEXT.values() for step in steps} == set(STATUS.keys()) - {"gemeld"}


FIRST = date(2019, 1, 1)
DAYS = st.integers(0, 9).map(lambda days: FIRST + timedelta(days=days))
EXTRA = {"reden": "r", "organisatie": "o", "overleg": 1, "gebundeld_in": 1}


@st.composite
def histories(draw: st.DrawFn) -> dict[str, Any]:
    """A knelpunt with a road that the rules allow, days in order, several steps a day too."""
    days = sorted(draw(st.lists(DAYS, min_size=1, max_size=8)))
    now, lines = "gemeld", []
    for day in days[1:]:
        step = draw(st.sampled_from(NEXT[now]))
        now = status_after(step)
        lines.append({"status": step, "datum": day.isoformat(), **EXTRA})
    return knelpunt(gemeld_op=days[0].isoformat(), stappen=lines)


PERIODS = st.tuples(DAYS, DAYS).map(lambda pair: (min(pair), max(pair)))


def balance(world: World, period: tuple[date, date]) -> tuple[int, int]:
    """What the begin and the movements make of the end, and the end itself."""
    begin = world.found("knelpunt", "open_op", period[0] - timedelta(days=1))
    moves = {
        key: world.found("knelpunt", key, period) for key in ("nieuw_in", "heropend_in", "afgehandeld_in")
    }
    end = world.found("knelpunt", "open_op", period[1])
    made = len(begin) + len(moves["nieuw_in"]) + len(moves["heropend_in"]) - len(moves["afgehandeld_in"])
    ends = [world.where("knelpunt", counting.ended_in(period, status)) for status in ENDS]
    assert sorted(number for numbers in ends for number in numbers) == moves["afgehandeld_in"]
    return made, len(end)


@given(st.lists(histories(), max_size=5), PERIODS)
def test_begin_and_new_and_reopened_less_handled_is_the_end_for_every_history(
    made: list[dict[str, Any]], period: tuple[date, date]
) -> None:
    with clock.fixed(date(2019, 7, 1)), new_world() as world:
        world.make("overleg", soort="bo", datum="2019-01-01")
        world.make("knelpunt", **knelpunt(gemeld_op="2019-06-01"))
        for history in made:
            row = world.make("knelpunt", **history)
            status = (history["stappen"] or [{"status": "gemeld"}])[-1]["status"]
            assert row.status == status_after(status)
        by_rule, counted = balance(world, period)
        assert by_rule == counted


@given(st.lists(st.tuples(DAYS, st.sampled_from(STATUS.keys()), st.booleans()), max_size=8), DAYS, PERIODS)
def test_the_balance_holds_for_steps_in_any_order_and_for_removed_ones(
    lines: list[tuple[date, str, bool]], reported: date, period: tuple[date, date]
) -> None:
    with clock.fixed(date(2019, 7, 1)), new_world() as world:
        row = world.make("knelpunt", **knelpunt(gemeld_op=reported.isoformat()))
        stap = type(world.lines(row, "stappen")[0])
        for index, (day, status, removed) in enumerate(lines):
            values = {"datum": day, "status": status, "verwijderd": "prullenbak" if removed else None}
            world.db.add(stap(id=f"s{index}", ouder_id=row.id, volgorde=index + 1, **values))
        world.db.flush()
        by_rule, counted = balance(world, period)
        assert by_rule == counted


APRIL = (date(2019, 4, 1), date(2019, 4, 30))
BEFORE, DURING, LATER = "2019-03-05", "2019-04-10", "2019-04-20"
CLOSED, REOPENED = "vervallen", "heropend"


@pytest.mark.parametrize(
    ("road", "moves"),
    [
        ([], []),
        ([(CLOSED, BEFORE)], []),
        ([(CLOSED, DURING)], ["afgehandeld_in"]),
        ([(CLOSED, BEFORE), (REOPENED, DURING)], ["heropend_in"]),
        ([(CLOSED, BEFORE), (REOPENED, DURING), (CLOSED, LATER)], ["heropend_in", "afgehandeld_in"]),
        ([(CLOSED, BEFORE), (REOPENED, DURING), (CLOSED, DURING)], ["heropend_in", "afgehandeld_in"]),
        ([(CLOSED, DURING), (REOPENED, LATER)], []),
        ([(CLOSED, DURING), (REOPENED, DURING), (CLOSED, DURING)], ["afgehandeld_in"]),
        ([(CLOSED, BEFORE), (REOPENED, BEFORE), (CLOSED, DURING)], ["afgehandeld_in"]),
        ([(CLOSED, "2019-03-31"), (REOPENED, "2019-04-30")], ["heropend_in"]),
        ([(CLOSED, "2019-03-31")], []),
        ([(CLOSED, "2019-04-01")], ["afgehandeld_in"]),
        ([(CLOSED, "2019-05-01")], []),
    ],
)
def test_a_road_moves_the_numbers_of_a_period_once(
    world: World, road: list[tuple[str, str]], moves: list[str]
) -> None:
    world.make("knelpunt", **knelpunt(stappen=[{"status": status, "datum": day} for status, day in road]))
    found = [
        key for key in ("nieuw_in", "heropend_in", "afgehandeld_in") if world.found("knelpunt", key, APRIL)
    ]
    assert found == moves
    by_rule, counted = balance(world, APRIL)
    assert by_rule == counted


def test_a_removed_step_no_longer_counts(world: World) -> None:
    row = world.make("knelpunt", **knelpunt(stappen=[{"status": "opgelost", "datum": "2019-04-01"}]))
    april = (date(2019, 4, 1), date(2019, 4, 30))
    assert world.found("knelpunt", "opgelost_in", april) == [1]
    world.lines(row, "stappen")[1].verwijderd = "prullenbak"
    world.db.flush()
    assert world.found("knelpunt", "opgelost_in", april) == []
    assert world.found("knelpunt", "open_op", april[1]) == [1]


def test_a_step_on_the_last_day_belongs_to_the_period(world: World) -> None:
    world.make("knelpunt", **knelpunt(stappen=[{"status": "opgelost", "datum": "2019-04-30"}]))
    assert world.found("knelpunt", "afgehandeld_in", (date(2019, 1, 1), date(2019, 4, 30))) == [1]
    assert world.found("knelpunt", "afgehandeld_in", (date(2019, 5, 1), date(2019, 8, 31))) == []


def test_bringing_in_counts_by_step_by_line_and_by_the_day_of_the_meeting(world: World) -> None:
    world.make("overleg", soort="bo", datum="2019-04-10")
    world.make(
        "knelpunt", **knelpunt(stappen=[{"status": "ingebracht", "datum": "2019-04-10", "overleg": 1}])
    )
    world.make("knelpunt", **knelpunt(inbreng=[{"overleg": 1}]))
    world.make("knelpunt", **knelpunt(inbreng=[{"overleg": 1, "datum": "2019-05-01"}]))
    april, may = (date(2019, 4, 1), date(2019, 4, 30)), (date(2019, 5, 1), date(2019, 5, 31))
    assert world.found("knelpunt", "ingebracht_in", april) == [1, 2]
    assert world.found("knelpunt", "ingebracht_in", may) == [3]


def test_a_promise_and_a_late_reaction_are_found(world: World) -> None:
    world.make(
        "knelpunt",
        **knelpunt(
            stappen=[{"status": "toegezegd", "datum": "2019-04-10"}],
            reactie_gevraagd_op="2019-04-11",
            reactie_verwacht_op="2019-05-01",
            reactie_ontvangen_op="2019-05-10",
        ),
    )
    assert world.found("knelpunt", "toegezegd_in", (date(2019, 4, 1), date(2019, 4, 30))) == [1]
    late = [world.found("knelpunt", "reactie_te_laat_op", date(2019, 5, day)) for day in (1, 2, 9, 10)]
    assert late == [[], [1], [1], []]


def test_a_gebied_finds_the_knelpunten_of_all_that_lies_in_it(world: World) -> None:
    world.make("kern", naam="Emmen-Noord", soort="gebied")
    world.make("kern", naam="Emmermeer", soort="wijk", ligt_in="Emmen-Noord")
    world.make("knelpunt", **knelpunt(kern="Emmermeer"))
    world.make("knelpunt", **knelpunt())
    assert world.found("knelpunt", "binnen", world.resolve("kern", "Emmen-Noord")) == [1]
    assert world.found("knelpunt", "collectief", True) == []
    assert world.found("knelpunt", "teruggekoppeld", False) == [1, 2]
