"""A campagne: reach, contact, taking part and effect are four things."""

from __future__ import annotations

from typing import Any

import pytest

from tests.records.world import World

SAMPLE: dict[str, Any] = {
    "titel": "Warm wonen aan de Kerkhoflaan",
    "soort": "werving",
    "onderwerp": "energie",
    "start_op": "2019-02-01",
    "eind_op": "2019-05-31",
    "doel": "Twintig huishoudens vragen een energiebezoek aan.",
    "doel_maat": "deelname",
    "doel_aantal": 20,
    "doelgroep": "Huurders van de Kerkhoflaan",
    "doelgroep_aantal": 40,
    "doelgroep_bron": "Adressenlijst van Lefier",
    "thema": "Duurzaamheid",
    "verhuurder": "Lefier",
    "deel_van": None,
    "vorige": None,
    "partners": "Lefier",
    "materialen": "Flyer en brief",
    "flyer_tekst": "Woont u koud? Wij komen gratis langs.",
    "flyer_adres": "mailto:energie@voorbeeld.invalid",
    "budget": 25000,
    "conclusies": "Aanbellen werkt beter dan een brief.",
    "effect_aantal": 9,
    "effect_hoe": "Nagebeld na drie maanden.",
    "acties": [
        {
            "datum": "2019-02-12",
            "naam": "Brief in de bus",
            "vorm": "groepsgewijs",
            "kanaal": "brief",
            "kern": "Emmermeer",
            "complex": "Kerkhoflaan",
            "plek": "Kerkhoflaan 1-79",
            "bereik": 40,
            "contacten": 0,
            "deelnemers": 0,
            "aangemeld": 0,
            "doorverwezen": 0,
            "doorverwezen_naar": None,
            "kosten": 3850,
            "vrijwilligers_nodig": 2,
            "vrijwilligers": 2,
            "toelichting": "Met de hand bezorgd",
        },
        {
            "datum": "2019-02-20",
            "vorm": "individueel",
            "kanaal": "huis_aan_huis",
            "complex": "Kerkhoflaan",
            "bereik": 40,
            "contacten": 26,
            "deelnemers": 12,
            "aangemeld": 12,
        },
    ],
    "metingen": [
        {
            "datum": "2019-05-20",
            "vraag": "Is het huis warmer geworden?",
            "soort": "cijfer",
            "gelukt_vanaf": 4,
            "beantwoord": 11,
            "gelukt": 9,
        }
    ],
    "afspraken": [1],
    "kernen": ["Emmermeer"],
    "complexen": ["Kerkhoflaan"],
}


ACTION = {"datum": "2019-03-01", "kanaal": "brief"}


def test_what_the_actions_count_is_added_up_and_not_counted_is_not_zero(world: World) -> None:
    row = world.make(
        "campagne",
        titel="Warm wonen",
        acties=[ACTION | {"bereik": 40, "contacten": 0}, ACTION | {"bereik": 20}],
    )
    assert (row.bereik, row.contacten, row.deelnemers, row.aangemeld) == (60, 0, None, None)
    world.change(row, acties=[ACTION | {"deelnemers": 3}])
    assert (row.bereik, row.contacten, row.deelnemers) == (None, None, 3)


def test_nobody_can_give_sums_of_his_own(world: World) -> None:
    row = world.make("campagne", titel="Warm wonen", bereik=999)
    assert row.bereik is None
    world.change(row, titel="Warm", contacten=999)
    assert row.contacten is None


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"acties": [ACTION | {"contacten": 5, "bereik": 4}]}, "acties.0.contacten"),
        ({"acties": [ACTION | {"deelnemers": 5, "contacten": 4}]}, "acties.0.deelnemers"),
        ({"acties": [ACTION | {"aangemeld": 5, "contacten": 4}]}, "acties.0.aangemeld"),
        ({"acties": [ACTION | {"doorverwezen": 5, "contacten": 4}]}, "acties.0.doorverwezen"),
        ({"doelgroep_aantal": 10, "acties": [ACTION | {"bereik": 11}]}, "acties.0.bereik"),
        ({"acties": [ACTION | {"datum": "2019-07-02", "bereik": 1}]}, "acties.0.datum"),
        ({"start_op": "2019-03-02", "acties": [ACTION]}, "acties.0.datum"),
        ({"eind_op": "2019-02-28", "acties": [ACTION]}, "acties.0.datum"),
        ({"doelgroep_aantal": 10, "effect_aantal": 11}, "effect_aantal"),
        ({"doelgroep_aantal": 10, "doel_maat": "bereik", "doel_aantal": 11}, "doel_aantal"),
        ({"doel_aantal": 11}, "doel_maat"),
        ({"metingen": [{"vraag": "Hoe was het?", "soort": "cijfer"}]}, "metingen.0.gelukt_vanaf"),
    ],
)
def test_what_is_odd_is_asked_about_and_saved(world: World, given: dict[str, Any], told: str) -> None:
    raw = {"titel": "Warm wonen", **given}
    assert world.warned("campagne", raw) == [told]
    world.make("campagne", **raw)


def test_talks_may_be_more_than_the_audience(world: World) -> None:
    raw = {"titel": "Bellen", "doelgroep_aantal": 10, "doel_maat": "contact", "doel_aantal": 30}
    assert world.warned("campagne", raw) == []


def test_an_action_within_the_campaign_is_not_asked_about(world: World) -> None:
    raw = {"titel": "Warm", "start_op": "2019-03-01", "eind_op": "2019-03-01", "acties": [ACTION]}
    assert world.warned("campagne", raw) == []


def test_homes_of_an_audience_are_those_of_its_complexes_and_of_other_kernen(world: World) -> None:
    world.make("kern", naam="Emmen", soort="gebied")
    for name in ("Noord", "Zuid"):
        world.make("kern", naam=name, soort="wijk", ligt_in="Emmen")
    world.make("verhuurder", naam="Lefier")
    world.make("complex", naam="Brink", verhuurder="Lefier", kern="Noord")
    home = {"postcode": "7811 AA", "straat": "Brink"}
    world.make("adres", **home, huisnummer=1, kern="Noord", complex="Brink")
    world.make("adres", **home, huisnummer=2, kern="Noord")
    world.make("adres", **home, huisnummer=3, kern="Zuid")

    def found(**where: Any) -> list[int]:
        row = world.make("campagne", titel="Warm", **where)
        return world.found("adres", "campagne", row.id)

    assert found(complexen=["Brink"]) == [1]
    assert found(complexen=["Brink"], kernen=["Noord"]) == [1]
    assert found(complexen=["Brink"], kernen=["Noord", "Zuid"]) == [1, 3]
    assert found(kernen=["Emmen"]) == [1, 2, 3]
    assert found() == []
