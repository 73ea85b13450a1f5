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
