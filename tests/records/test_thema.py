"""A thema, and the code that stands for one thing in an akkoord."""

from __future__ import annotations

from typing import Any

import pytest

from tests.records.world import World

SAMPLE: dict[str, Any] = {
    "akkoord": "Lokaal akkoord Emmen 2019-2024",
    "code": "D",
    "naam": "Duurzaamheid",
    "hoofddoel": "In 2023 is een grote stap gezet naar woningen zonder uitstoot.",
    "hoofddoel_jaar": 2023,
    "bron": "Duurzaamheid, hoofddoel",
    "toelichting": "Derde hoofdstuk.",
    "volgorde": 3,
}


@pytest.fixture
def akkoord(world: World) -> World:
    """An akkoord with one theme, one goal, one afspraak and one measure."""
    world.make("akkoord", naam="Emmen", van_jaar=2019, tot_jaar=2024)
    world.make("akkoord", naam="Coevorden", van_jaar=2019, tot_jaar=2024)
    world.make("thema", akkoord="Emmen", code="D", naam="Duurzaamheid")
    world.make("doel", thema="Duurzaamheid", code="D1", tekst="Woningen zonder uitstoot")
    world.make("afspraak", doel="D1", code="D1.1", tekst="Energiecoaches inzetten")
    world.make("afspraak", akkoord="Emmen", code="W1", tekst="Elkaar op tijd informeren")
    world.make("indicator", doel="D1", code="D1-a", tekst="Aantal bezoeken", soort="aantal")
    return world


@pytest.mark.parametrize("code", ["D", "d", "D1", "d1.1", "W1", "D1-A"])
def test_a_code_stands_for_one_thing_in_an_akkoord(akkoord: World, code: str) -> None:
    assert akkoord.refused("thema", {"akkoord": "Emmen", "code": code, "naam": "Ander"}) == ["code"]
    assert akkoord.refused("doel", {"thema": "Duurzaamheid", "code": code, "tekst": "Ander"}) == ["code"]
    assert akkoord.refused("afspraak", {"doel": "D1", "code": code, "tekst": "Ander"}) == ["code"]
    assert akkoord.refused("indicator", {"doel": "D1", "code": code, "tekst": "A", "soort": "tekst"}) == [
        "code"
    ]


def test_another_akkoord_may_use_the_same_codes(akkoord: World) -> None:
    assert akkoord.refused("thema", {"akkoord": "Coevorden", "code": "D", "naam": "Ander"}) == []
    assert akkoord.refused("thema", {"code": "D", "naam": "Van onszelf"}) == []


def test_a_code_that_a_file_cannot_hold_is_refused(world: World) -> None:
    assert world.refused("thema", {"code": "a b", "naam": "Ander"}) == ["code"]
