"""A letter in the register: its status follows from what happened with it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.records.world import World

SAMPLE: dict[str, Any] = {
    "richting": "uit",
    "registernummer": "2019-001",
    "soort": "advies",
    "datum": "2019-04-12",
    "onderwerp": "Ons advies over de Kerkhoflaan",
    "verhuurder": "Lefier",
    "partij": "Lefier",
    "commissie": "Bewonerscommissie Kerkhoflaan",
    "aan": "Het bestuur",
    "namens": "Lefier",
    "advies": "de renovatie van de Kerkhoflaan",
    "raadpleging": "Renovatie Kerkhoflaan",
    "overleg": "BO 12-02-2019",
    "antwoord_op": None,
    "behandelaar": "Voorzitter",
    "ons_kenmerk": "HF-2019-03",
    "hun_kenmerk": "LEF/2019/17",
    "vertrouwelijk": False,
    "tekst": "Ons advies is positief, onder voorwaarden.",
    "ontvangen_op": None,
    "verstuurd_op": "2019-04-12",
    "verstuurd_wijze": "post",
    "verstuurd_bewijs": "Bewijs van verzending in de map",
    "aangekomen_op": "2019-04-15",
    "aangekomen_bewijs": "Bericht van ontvangst",
    "antwoord_voor": "2019-04-29",
    "beantwoord_op": "2019-04-29",
    "toelichting": "Ook per e-mail gestuurd.",
    "versies": [],
    "delen": [{"sleutel": "slot", "tekst": "Wij horen graag van u.", "basis": "Tot ziens."}],
}


@pytest.mark.parametrize(
    ("given", "status"),
    [
        ({}, "concept"),
        ({"verstuurd_op": "2019-03-12"}, "verstuurd"),
        ({"verstuurd_op": "2019-03-12", "aangekomen_op": "2019-03-13"}, "aangekomen"),
        ({"verstuurd_op": "2019-03-12", "beantwoord_op": "2019-03-20"}, "beantwoord"),
        ({"richting": "binnen", "ontvangen_op": "2019-03-12"}, "binnengekomen"),
        ({"richting": "binnen", "beantwoord_op": "2019-03-12"}, "beantwoord"),
    ],
)
def test_the_status_follows_from_the_facts(world: World, given: dict[str, Any], status: str) -> None:
    assert world.make("brief", onderwerp="Huurbeleid", **given).status == status
