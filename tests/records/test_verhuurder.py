"""A verhuurder: what a letter needs, and the term that the law sets."""

from __future__ import annotations

from typing import Any

from tests.records.world import World

SAMPLE: dict[str, Any] = {
    "naam": "Lefier",
    "partij": "Lefier",
    "afdeling": "Het bestuur",
    "ter_attentie_van": "mevrouw D. Voorbeeld",
    "straat": "Verzonnenweg 2",
    "postcode": "7811 AB",
    "plaats": "EMMEN",
    "aanhef": "Geacht bestuur,",
    "kenmerk_vorm": "LEF-2019-01",
    "adviestermijn_dagen": 42,
    "redenen_dagen": 14,
    "wacht_dagen": 3,
    "termijnen_bron": "Samenwerkingsovereenkomst van 2018",
    "opmerkingen": "Brieven ook per e-mail.",
}


def test_a_landlord_gives_six_weeks_unless_said_otherwise(world: World) -> None:
    row = world.make("verhuurder", naam="Domesta")
    assert (row.adviestermijn_dagen, row.aanhef) == (42, "Geacht bestuur,")


def test_less_than_six_weeks_is_kept_with_a_warning(world: World) -> None:
    assert world.warned("verhuurder", {"naam": "Domesta", "adviestermijn_dagen": 41}) == [
        "adviestermijn_dagen"
    ]
    assert world.warned("verhuurder", {"naam": "Domesta", "adviestermijn_dagen": 42}) == []


def test_a_postcode_is_written_as_the_post_does(world: World) -> None:
    assert world.make("verhuurder", naam="Domesta", postcode="7824aa").postcode == "7824 AA"


def test_a_foreign_postcode_is_kept_with_a_warning(world: World) -> None:
    assert world.warned("verhuurder", {"naam": "Domesta", "postcode": "49824"}) == ["postcode"]
