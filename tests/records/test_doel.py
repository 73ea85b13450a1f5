"""A doel: a statement of what the parties want."""

from __future__ import annotations

from typing import Any

from tests.records.world import World

SAMPLE: dict[str, Any] = {
    "thema": "Duurzaamheid",
    "code": "D1",
    "tekst": "Woningen gebruiken steeds minder energie.",
    "onderwerp": "Bestaande woningen",
    "trefwoord": "energie",
    "bron": "Duurzaamheid, dit betekent dat",
    "toelichting": "Ook in Emmerhout.",
    "letterlijk": "inzet wordt gepleegd",
    "twijfel": "Wie de inzet pleegt, staat er niet.",
    "volgorde": 1,
    "partijen": [{"naam": "corporaties", "partij": None}, {"naam": "Lefier", "partij": "Lefier"}],
    "kernen": ["Emmermeer"],
}


def test_a_party_is_named_once(world: World) -> None:
    world.make("thema", code="D", naam="Duurzaamheid")
    given = {"thema": "D", "code": "D1", "tekst": "x", "partijen": [{"naam": "Lefier"}, {"naam": "Lefier"}]}
    assert world.refused("doel", given) == ["partijen.1.naam"]
