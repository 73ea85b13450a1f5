"""An overleg: its name, its time and who was there."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.records.world import World

SAMPLE: dict[str, Any] = {
    "naam": "BO 12-02-2019",
    "soort": "bo",
    "werkgroep": None,
    "datum": "2019-02-12",
    "begintijd": "19:30",
    "eindtijd": "21:00",
    "plaats": "Gemeentehuis Emmen",
    "akkoord": "Lokaal akkoord Emmen 2019-2024",
    "voorzitter": "De wethouder",
    "notulist": "De secretaris",
    "afgelast": False,
    "afgelast_reden": None,
    "eigen_aanwezig": True,
    "uitgenodigd": "Alle partijen",
    "aanwezig": "Alle partijen",
    "afgemeld": "Domesta",
    "thema": "Duurzaamheid",
    "verhuurder": "Lefier",
    "verslag": "De partijen bespraken de evaluatie.",
    "verslag_status": "vastgesteld",
    "verslag_vastgesteld_op": "2019-03-01",
    "agenda_verstuurd_op": "2019-02-01",
    "verslag_verstuurd_op": "2019-02-20",
    "volgende_op": "2019-07-09",
    "partijen": ["Lefier"],
    "agendapunten": [
        {
            "onderwerp": "Evaluatie 2018",
            "bedoeling": "bespreken",
            "eigen_punt": True,
            "stuk": "Verslag van de raadpleging",
            "besluit": "Wordt verwerkt in het overzicht.",
            "geweigerd": False,
            "geweigerd_reden": None,
            "ingediend_op": "2019-01-20",
            "wie": "De voorzitter",
            "minuten": 20,
            "bespreking": "Alle partijen vertelden wat er lukte.",
            "indicator": "Aandeel huurders dat instemt met een renovatie.",
        }
    ],
}


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ({"soort": "bo"}, "BO 12-02-2019"),
        ({"soort": "verhuurder"}, "Overleg verhuurder 12-02-2019"),
        ({"soort": "werkgroep", "werkgroep": "Besparing"}, "Besparing 12-02-2019"),
        ({"soort": "bo", "naam": "Startbijeenkomst"}, "Startbijeenkomst"),
    ],
)
def test_a_meeting_is_called_by_kind_and_day_unless_somebody_names_it(
    world: World, given: dict[str, Any], name: str
) -> None:
    assert world.make("overleg", datum="2019-02-12", **given).naam == name


def test_a_name_that_the_program_made_moves_along_with_the_day(world: World) -> None:
    made, own = (world.make("overleg", soort="rg", datum="2019-02-12", naam=name) for name in (None, "Start"))
    assert world.change(made, datum="2019-02-13").naam == "RG 13-02-2019"
    assert world.change(own, datum="2019-02-13").naam == "Start"


def test_a_time_is_written_with_a_colon_and_two_digits(world: World) -> None:
    assert world.make("overleg", soort="rg", datum="2019-02-12", begintijd="9.30").begintijd == "09:30"
    assert world.refused("overleg", {"soort": "rg", "datum": "2019-02-12", "begintijd": "half acht"}) == [
        "begintijd"
    ]


def test_the_next_meeting_comes_after_this_one(world: World) -> None:
    given = {
        "soort": "rg",
        "datum": "2019-02-12",
        "volgende_op": "2019-02-11",
        "verslag_vastgesteld_op": "2019-01-01",
    }
    assert world.refused("overleg", given) == ["volgende_op", "verslag_vastgesteld_op"]


def test_meetings_are_found_by_presence_day_and_party(world: World) -> None:
    world.make("partij", naam="Lefier", soort="corporatie")
    world.make("overleg", soort="bo", datum="2019-02-12", partijen=["Lefier"])
    world.make("overleg", soort="bo", datum="2019-04-30", eigen_aanwezig=False)
    world.make("overleg", soort="bo", datum="2019-05-01")
    assert world.found("overleg", "bijgewoond_in", (date(2019, 1, 1), date(2019, 4, 30))) == [1]
    assert world.found("overleg", "vanaf", date(2019, 4, 30)) == [2, 3]
    assert world.found("overleg", "met_partij", world.resolve("partij", "Lefier")) == [1]


def test_a_refusal_of_our_own_item_needs_a_reason(world: World) -> None:
    given = {"soort": "bo", "datum": "2019-02-12"}
    item = {"onderwerp": "Vocht", "eigen_punt": True, "geweigerd": True}
    assert world.warned("overleg", given | {"agendapunten": [item]}) == ["agendapunten.0.geweigerd_reden"]
    theirs = {**item, "eigen_punt": False}
    told = {**item, "geweigerd_reden": "Het BO gaat daar niet over."}
    assert world.warned("overleg", given | {"agendapunten": [theirs, told]}) == []


def test_a_reason_says_that_it_was_refused(world: World) -> None:
    item = {"onderwerp": "Vocht", "eigen_punt": True, "geweigerd_reden": "Geen tijd."}
    world.make("overleg", soort="bo", datum="2019-02-12", agendapunten=[item])
    world.make("overleg", soort="bo", datum="2019-02-13", agendapunten=[{"onderwerp": "x"}])
    assert world.found("overleg", "geweigerd_in", (date(2019, 1, 1), date(2019, 12, 31))) == [1]


def test_minutes_are_settled_on_a_day(world: World) -> None:
    given = {"soort": "bo", "datum": "2019-02-12"}
    assert world.warned("overleg", given | {"verslag_status": "vastgesteld"}) == ["verslag_vastgesteld_op"]
    assert world.make("overleg", **given, verslag_vastgesteld_op="2019-03-01").verslag_status == "vastgesteld"
    assert world.make("overleg", **given, verslag="Kort.").verslag_status == "concept"
    assert world.make("overleg", **given).verslag_status is None
    odd = {"verslag_status": "concept", "verslag_vastgesteld_op": "2019-03-01"}
    assert world.warned("overleg", given | odd) == ["verslag_status"]


def test_minutes_that_are_not_settled_are_found(world: World) -> None:
    for values in (
        {"verslag_status": "concept"},
        {"verslag_vastgesteld_op": "2019-03-01"},
        {},
        {"verslag_status": "concept", "afgelast": True, "afgelast_reden": "Ziek"},
    ):
        world.make("overleg", soort="rg", datum="2019-02-12", **values)
    assert world.found("overleg", "verslag_open_op", date(2019, 2, 28)) == [1, 2]
    assert world.found("overleg", "verslag_open_op", date(2019, 3, 1)) == [1]
    assert world.found("overleg", "verslag_open_op", date(2019, 2, 11)) == []


def test_what_is_called_off_says_why_and_counts_nowhere(world: World) -> None:
    given = {"soort": "bo", "datum": "2019-02-12"}
    assert world.warned("overleg", given | {"afgelast": True}) == ["afgelast_reden"]
    assert world.warned("overleg", given | {"afgelast_reden": "Storm"}) == ["afgelast"]
    world.make("overleg", **given, afgelast=True, afgelast_reden="Storm")
    assert world.found("overleg", "vanaf", date(2019, 1, 1)) == []
    assert world.found("overleg", "gehouden_op", date(2019, 12, 31)) == []
    assert world.found("overleg", "valt_in", (date(2019, 1, 1), date(2019, 12, 31))) == []
    assert world.found("overleg", "bijgewoond_in", (date(2019, 1, 1), date(2019, 12, 31))) == []


def test_what_is_still_to_come_has_no_minutes_and_nobody_was_there(world: World) -> None:
    given = {"soort": "bo", "datum": "2030-02-12", "verslag": "Zo ging het.", "aanwezig": "Allen"}
    assert world.warned("overleg", given) == ["verslag", "aanwezig"]
