"""An advies: facts with their days, outcomes that fit, and the status that follows from them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from tests.records.world import World

SAMPLE: dict[str, Any] = {
    "onderwerp": "de renovatie van de Kerkhoflaan",
    "soort": "adviesaanvraag",
    "verhuurder": "Lefier",
    "namens": "Lefier",
    "commissie": "Bewonerscommissie Kerkhoflaan",
    "complex": "Kerkhoflaan",
    "thema": "Duurzaamheid",
    "afspraak": "De huurdersorganisaties zetten energiecoaches in.",
    "wohv_letter": "b",
    "behandelaar": "Voorzitter",
    "brief_verhuurder_op": "2019-02-28",
    "kenmerk_verhuurder": "LEF/2019/17",
    "ontvangen_op": "2019-03-01",
    "ontvangen_bewijs": "Stempel op de brief",
    "volledig_op": "2019-03-08",
    "volledig_bewijs": "E-mail met de huurprijzen",
    "ontbreekt": "De gevolgen voor de huurprijs.",
    "vertrouwelijk": False,
    "voornemen": "Veertig woningen isoleren.",
    "termijn_dagen": 42,
    "termijn_bewijs": "De brief zelf",
    "verlengd_tot": "2019-04-26",
    "verlengd_mondeling": False,
    "verlengd_bewijs": "E-mail van 2 april",
    "aanleiding": "Uw brief over de renovatie.",
    "uitkomst": "positief_mits",
    "toelichting_advies": "Het plan verbetert het comfort.",
    "overwegingen": "De huurders wonen al jaren met tocht.",
    "proces": "De gevolgen voor de huur kwamen later.",
    "afwijkende_meningen": "Enkele huurders willen eerst de huurprijs weten.",
    "slot": "Wij horen graag van u.",
    "ons_kenmerk": "HF-2019-03",
    "vastgesteld_op": "2019-04-09",
    "vastgesteld_door": "Bestuur",
    "aanwezig": "Alle vijf de bestuursleden",
    "stemmen": "5 voor, 0 tegen",
    "verstuurd_op": "2019-04-12",
    "verstuurd_wijze": "post",
    "verstuurd_bewijs": "Bewijs van verzending in de map",
    "advies_ontvangen_op": "2019-04-15",
    "advies_ontvangen_bewijs": "Bericht van ontvangst",
    "geen_bezwaar_ontvangen_op": None,
    "geen_bezwaar_bewijs": None,
    "reactie": "deels",
    "reactie_op": "2019-04-29",
    "reactie_bewijs": "Brief LEF/2019/31",
    "redenen_ontvangen_op": "2019-04-29",
    "redenen_bewijs": "Dezelfde brief",
    "reactie_toelichting": "De planning ligt vast.",
    "herinnerd_op": "2019-05-01",
    "overleg_gevraagd_op": "2019-05-02",
    "overlegd_op": "2019-05-06",
    "geschil_bij": "huurcommissie",
    "geschil_op": "2019-05-07",
    "uitspraak_op": "2019-05-12",
    "uitspraak": "De verhuurder hoeft niets te doen.",
    "afgesloten_op": "2019-05-14",
    "afgesloten_reden": "De voorwaarden zijn gevolgd, op de planning na.",
    "raadplegingen": ["Renovatie Kerkhoflaan"],
    "knelpunten": ["Schimmel in badkamers aan de Kerkhoflaan"],
    "voorwaarden": [
        {
            "tekst": "De huur stijgt niet door de renovatie.",
            "toetsbaar_aan": "De huurbrief van juli",
            "termijn": "2019-07-01",
            "reactie": "deels",
            "reactie_reden": "Alleen voor wie er nu woont.",
            "voldaan_op": None,
            "voldaan_bewijs": None,
        }
    ],
    "aanbevelingen": [
        {"tekst": "Richt een modelwoning in.", "reactie": "niet", "reactie_reden": "Er staat niets leeg."}
    ],
    "afspraken": ["De huurdersorganisaties zetten energiecoaches in."],
    "gebeurtenissen": [
        {
            "datum": "2019-03-20",
            "soort": "telefoon",
            "richting": "uit",
            "met": "De projectleider",
            "tekst": "Gevraagd naar de huurprijzen.",
            "antwoord_voor": "2019-03-25",
            "beantwoord_op": "2019-03-22",
        }
    ],
    "ondertekenaars": [
        {"naam": "E. Voorbeeld", "functie": "voorzitter"},
        {"naam": "F. Voorbeeld", "functie": None},
    ],
    "bijlagen": [{"omschrijving": "Uitslag van de raadpleging"}],
    "kopie_aan": [{"tekst": "Bewonerscommissie Kerkhoflaan"}],
}


def advies(**values: Any) -> dict[str, Any]:
    return {"onderwerp": "Huurbeleid", "ontvangen_op": "2019-03-01"} | values


@pytest.mark.parametrize(
    ("given", "status"),
    [
        ({}, "ontvangen"),
        ({"uitkomst": "positief"}, "concept"),
        ({"uitkomst": "positief", "vastgesteld_op": "2019-03-10"}, "akkoord"),
        ({"verstuurd_op": "2019-03-12"}, "verstuurd"),
        ({"verstuurd_op": "2019-03-12", "advies_ontvangen_op": "2019-03-13"}, "ontvangen_door_verhuurder"),
        ({"geen_bezwaar_ontvangen_op": "2019-03-13"}, "ontvangen_door_verhuurder"),
        ({"verstuurd_op": "2019-03-12", "reactie": "gevolgd"}, "reactie"),
        ({"redenen_ontvangen_op": "2019-03-20"}, "reactie"),
        ({"afgesloten_op": "2019-05-01"}, "afgesloten"),
        ({"status": "akkoord"}, "akkoord"),
    ],
)
def test_the_status_follows_from_the_facts_unless_it_is_given(
    world: World, given: dict[str, Any], status: str
) -> None:
    assert world.make("advies", **advies(**given)).status == status


def test_a_raadpleging_for_it_shows_in_the_status(world: World) -> None:
    world.make("raadpleging", titel="Huurbeleid")
    row = world.make("advies", **advies())
    assert world.change(row, raadplegingen=["Huurbeleid"]).status == "raadplegen"


def test_closing_by_status_keeps_the_day_and_reopening_takes_it_away(world: World) -> None:
    row = world.make("advies", **advies(verstuurd_op="2019-03-12"))
    assert world.change(row, status="afgesloten").afgesloten_op == date(2019, 7, 1)
    assert world.change(row, slot="Tot ziens").status == "afgesloten"
    assert world.change(row, status="verstuurd").afgesloten_op is None


def test_what_toon_prints_may_go_back_unchanged_when_the_status_was_chosen(world: World) -> None:
    row = world.make("advies", **advies(status="akkoord"))
    shown = world.shown(row)
    assert world.change(row, **shown).status == "akkoord"


CONDITION = [{"tekst": "Geen hogere huur"}]


@pytest.mark.parametrize(
    ("given", "places"),
    [
        ({"uitkomst": "positief", "voorwaarden": CONDITION}, ["voorwaarden"]),
        ({"uitkomst": "negatief", "voorwaarden": CONDITION}, ["voorwaarden"]),
        ({"uitkomst": "positief_mits", "voorwaarden": CONDITION}, []),
        ({"voorwaarden": CONDITION}, []),
        ({"uitkomst": "geen_instemming"}, ["uitkomst"]),
        ({"uitkomst": "instemming", "soort": "instemming"}, []),
        ({"volledig_op": "2019-02-28"}, ["volledig_op"]),
        ({"brief_verhuurder_op": "2019-03-02"}, ["ontvangen_op"]),
        ({"verlengd_tot": "2019-02-28"}, ["verlengd_tot"]),
        ({"verstuurd_op": "2019-02-28"}, ["verstuurd_op"]),
        ({"vastgesteld_op": "2019-03-13", "verstuurd_op": "2019-03-12"}, ["verstuurd_op"]),
        ({"verstuurd_op": "2019-03-12", "advies_ontvangen_op": "2019-03-11"}, ["advies_ontvangen_op"]),
        ({"verstuurd_op": "2019-03-12", "redenen_ontvangen_op": "2019-03-11"}, ["redenen_ontvangen_op"]),
        ({"advies_ontvangen_op": "2019-03-12", "reactie_op": "2019-03-11"}, ["reactie_op"]),
        ({"geen_bezwaar_ontvangen_op": "2019-02-28"}, ["geen_bezwaar_ontvangen_op"]),
        ({"termijn_dagen": 0}, ["termijn_dagen"]),
        ({"overleg_gevraagd_op": "2019-04-02", "overlegd_op": "2019-04-01"}, ["overlegd_op"]),
        ({"herinnerd_op": "2019-04-01"}, ["herinnerd_op"]),
        ({"verstuurd_op": "2019-03-12", "herinnerd_op": "2019-03-11"}, ["herinnerd_op"]),
        ({"verstuurd_op": "2019-03-12", "herinnerd_op": "2019-03-30"}, []),
        ({"geschil_bij": "huurcommissie"}, ["geschil_op"]),
        ({"geschil_op": "2019-05-01"}, ["geschil_bij"]),
        ({"uitspraak_op": "2019-05-01"}, ["geschil_bij"]),
        ({"geschil_bij": "kantonrechter", "geschil_op": "2019-05-01"}, []),
        (
            {"geschil_bij": "kantonrechter", "geschil_op": "2019-05-02", "uitspraak_op": "2019-05-01"},
            ["uitspraak_op"],
        ),
        (
            {"verstuurd_op": "2019-03-12", "geschil_bij": "kantonrechter", "geschil_op": "2019-03-11"},
            ["geschil_op"],
        ),
        ({"afgesloten_op": "2019-02-28"}, ["afgesloten_op"]),
        ({"verstuurd_op": "2019-03-12", "afgesloten_op": "2019-03-11"}, ["afgesloten_op"]),
        (
            {"gebeurtenissen": [{"datum": "2019-03-05", "tekst": "Gebeld", "beantwoord_op": "2019-03-04"}]},
            ["gebeurtenissen.0.beantwoord_op"],
        ),
    ],
)
def test_what_cannot_be_is_refused(world: World, given: dict[str, Any], places: list[str]) -> None:
    assert world.refused("advies", advies(**given)) == places


@pytest.mark.parametrize(
    ("given", "places"),
    [
        ({"termijn_dagen": 41}, ["termijn_dagen"]),
        ({"termijn_dagen": 42}, []),
        ({"termijn_dagen": 42, "verlengd_tot": "2019-04-11"}, ["verlengd_tot"]),
        ({"termijn_dagen": 42, "verlengd_tot": "2019-04-12"}, []),
        ({"ontvangen_op": None}, ["ontvangen_op"]),
        ({"ontvangen_op": None, "soort": "ongevraagd"}, []),
        ({"ontvangen_op": "2019-07-02"}, ["ontvangen_op"]),
        ({"uitkomst": "positief_mits"}, ["voorwaarden"]),
        ({"uitkomst": "positief", "soort": "instemming"}, ["uitkomst"]),
        ({"geschil_bij": "kantonrechter", "geschil_op": "2019-07-02"}, ["geschil_op"]),
        (
            {"verstuurd_op": "2019-03-12", "voorwaarden": [CONDITION[0] | {"termijn": "2019-03-11"}]},
            ["voorwaarden.0.termijn"],
        ),
        ({"voorwaarden": [CONDITION[0] | {"voldaan_op": "2019-07-02"}]}, ["voorwaarden.0.voldaan_op"]),
    ],
)
def test_what_is_odd_is_kept_with_a_warning(world: World, given: dict[str, Any], places: list[str]) -> None:
    assert world.warned("advies", advies(**given)) == places


def test_what_has_to_be_done_and_what_is_awaited_are_found_on_a_day(world: World) -> None:
    world.make("advies", **advies(verstuurd_op="2019-04-10", reactie_op="2019-04-20", reactie="gevolgd"))
    world.make("advies", **advies(geen_bezwaar_ontvangen_op="2019-03-15"))
    world.make("advies", **advies(afgesloten_op="2019-03-20"))
    days = [date(2019, 2, 28), date(2019, 3, 1), date(2019, 3, 15), date(2019, 3, 20), date(2019, 4, 10)]
    assert [world.found("advies", "open_op", day) for day in days] == [[], [1, 2, 3], [1, 3], [1], []]
    waiting = [world.found("advies", "wacht_op_reactie_op", date(2019, 4, day)) for day in (9, 10, 19, 20)]
    assert waiting == [[], [1], [1], []]
    april = (date(2019, 4, 1), date(2019, 4, 30))
    assert [world.found("advies", key, april) for key in ("ontvangen_in", "verstuurd_in", "reactie_in")] == [
        [],
        [1],
        [1],
    ]


def test_a_condition_is_open_from_sending_until_it_is_met(world: World) -> None:
    condition = CONDITION[0] | {"voldaan_op": "2019-06-01"}
    world.make(
        "advies", **advies(uitkomst="positief_mits", verstuurd_op="2019-04-10", voorwaarden=[condition])
    )
    days = [date(2019, 4, 9), date(2019, 4, 10), date(2019, 6, 1)]
    assert [world.found("advies", "voorwaarden_open_op", day) for day in days] == [[], [1], []]


def test_a_reminder_is_due_when_his_reasons_are_surely_late(world: World) -> None:
    sent = {"verstuurd_op": "2019-04-10", "advies_ontvangen_op": "2019-04-11"}
    world.make("advies", **advies(**sent))
    world.make("advies", **advies(**sent, reactie="deels", reactie_op="2019-04-20"))
    world.make("advies", **advies(**sent, herinnerd_op="2019-05-02"))
    world.make("advies", **advies(**sent, uitkomst="geen_bezwaar"))
    world.make("advies", **advies(verstuurd_op="2019-04-10"))
    world.make("advies", **advies(**sent, soort="ongevraagd"))
    days = [date(2019, 5, 1), date(2019, 5, 2), date(2019, 6, 30)]
    # Fourteen days after the 11th is the 25th of April; six more are given for holidays.
    assert [world.found("advies", "herinneren_op", day) for day in days] == [[], [1], [1]]
    assert world.found("advies", "herinneren_op", date(2019, 5, 2) - timedelta(1)) == []


def test_a_reminder_waits_as_long_as_was_agreed_with_the_landlord(world: World) -> None:
    world.make("verhuurder", naam="Elders", redenen_dagen=30)
    world.make(
        "advies", **advies(verhuurder="Elders", verstuurd_op="2019-04-10", advies_ontvangen_op="2019-04-11")
    )
    assert world.found("advies", "herinneren_op", date(2019, 5, 17)) == []
    assert world.found("advies", "herinneren_op", date(2019, 5, 18)) == [1]


def test_a_dispute_is_open_until_its_ruling(world: World) -> None:
    at = {"geschil_bij": "huurcommissie", "geschil_op": "2019-05-01", "uitspraak_op": "2019-06-01"}
    world.make("advies", **advies(**at))
    days = [date(2019, 4, 30), date(2019, 5, 1), date(2019, 6, 1)]
    assert [world.found("advies", "geschil_open_op", day) for day in days] == [[], [1], []]
