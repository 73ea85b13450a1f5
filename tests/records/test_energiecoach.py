"""An energiecoach: what should be known before somebody goes to people's homes."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.records.world import World

SAMPLE: dict[str, Any] = {
    "naam": "J. Voorbeeld",
    "opleiding": "Energiecoach, training van twee dagen",
    "opleiding_op": "2018-10-05",
    "vog_gezien_op": "2018-11-01",
    "geheimhouding_op": "2018-11-01",
    "actief_van": "2018-11-15",
    "actief_tot": "2020-12-31",
    "per_week": 3,
    "telefoon": "0591-000001",
    "email": "coach@voorbeeld.invalid",
    "toelichting": "Liever in de avond.",
    "kernen": ["Emmermeer"],
}


def test_what_misses_of_a_coach_is_said_and_stops_nothing(world: World) -> None:
    assert world.warned("energiecoach", {"naam": "Jan"}) == ["opleiding", "vog_gezien_op", "geheimhouding_op"]
    ready = {"opleiding": "Ja", "vog_gezien_op": "2019-01-01", "geheimhouding_op": "2019-01-01"}
    assert world.warned("energiecoach", {"naam": "Jan", **ready}) == []
    assert world.refused("energiecoach", {"naam": "Jan", **ready, "vog_gezien_op": "2019-08-01"}) == [
        "vog_gezien_op"
    ]
    world.make("energiecoach", naam="Jan")
    world.make("energiecoach", naam="Els", **ready)
    assert world.found("energiecoach", "onvolledig", True) == [1]


def test_a_coach_is_active_between_its_days(world: World) -> None:
    world.make("energiecoach", naam="Jan", actief_van="2019-03-01", actief_tot="2019-05-31")
    world.make("energiecoach", naam="Els")
    active = {
        on: world.found("energiecoach", "actief_op", on) for on in (date(2019, 2, 28), date(2019, 5, 31))
    }
    assert active == {date(2019, 2, 28): [2], date(2019, 5, 31): [1, 2]}
    assert world.found("energiecoach", "actief_in", (date(2019, 5, 31), date(2019, 12, 31))) == [1, 2]
    assert world.found("energiecoach", "actief_in", (date(2019, 6, 1), date(2019, 12, 31))) == [2]
    assert world.refused(
        "energiecoach", {"naam": "A", "actief_van": "2019-03-02", "actief_tot": "2019-03-01"}
    ) == ["actief_tot"]
