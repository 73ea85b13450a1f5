"""An energiebezoek: from the request to the aftercare."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from huurdersapp.base import clock
from tests.records.world import World

SAMPLE: dict[str, Any] = {
    "datum": "2019-03-12",
    "coach": "J. Voorbeeld",
    "gesproken": True,
    "zonder_adres": False,
    "postcode": "7822 AP",
    "huisnummer": 14,
    "toevoeging": "A",
    "straat": "Laan van de Marel",
    "plaats": "Emmen",
    "kern": "Emmermeer",
    "complex": "Kerkhoflaan",
    "verhuurder": "Lefier",
    "formulier": "B 0001",
    "campagne": "Warm wonen aan de Kerkhoflaan",
    "thema": "Duurzaamheid",
    "aangevraagd_op": "2019-02-20",
    "herkomst": "campagne",
    "aanleiding": "comfort",
    "wens": "Een warmere woonkamer.",
    "bewoner_naam": "D. Voorbeeld",
    "bewoner_telefoon": "0591-000005",
    "bewoner_email": "bewoner@voorbeeld.invalid",
    "woningtype": "portiek",
    "bouwjaar": 1974,
    "energielabel": "d",
    "verwarming": "cv_ketel",
    "koken": "gas",
    "glas": "dubbel",
    "ventilatie": "natuurlijk",
    "aanvoertemperatuur": 80,
    "huishouden": "twee",
    "gas_jaar": 1350,
    "stroom_jaar": 2400,
    "water_jaar": 90,
    "thermostaat_hoog": 20.5,
    "thermostaat_laag": 16,
    "grote_verbruikers": "Een oude vriezer in de schuur.",
    "warmte": "matig",
    "tocht_gezegd": "ja",
    "vocht_gezegd": "nee",
    "schimmel_gezegd": "nee",
    "ventileren_gezegd": "ja",
    "bewoner_zegt": "Bij de voordeur trekt het.",
    "tocht_gezien": "ja",
    "vocht_gezien": "ja",
    "schimmel_gezien": "nee",
    "ventileren_gezien": "nee",
    "coach_ziet": "Condens op het slaapkamerraam.",
    "doorverwezen": False,
    "duur": 75,
    "opmerking": "Graag in mei terugbellen.",
    "nazorg_gepland_op": "2019-06-12",
    "nazorg_op": "2019-06-20",
    "tevreden": 5,
    "aanbevelen": "ja",
    "nazorg_opmerking": "De folie zit nog.",
    "vervallen_op": None,
    "vervallen_reden": None,
    "maatregelen": [
        {
            "maatregel": "Radiatorfolie",
            "hoe_ver": "geplaatst_coach",
            "stand": "gedaan",
            "wie": "coach",
            "aantal": 2.5,
            "toelichting": "Woonkamer",
            "na_nazorg": "ja",
        }
    ],
    "meterstanden": [
        {"meter": "gas", "moment": "bij_bezoek", "datum": "2019-03-12", "stand": 12345.5},
        {"meter": "gas", "moment": "na_een_jaar", "datum": "2019-06-30", "stand": 13400},
    ],
    "contactmomenten": [
        {
            "datum": "2019-02-26",
            "tijd": "14:30",
            "soort": "telefoon",
            "uitkomst": "gepland",
            "toelichting": None,
        }
    ],
    "toestemmingen": [
        {"doel": "contact", "tekstversie": "2019-01", "gegeven_op": "2019-03-12", "hoe": "schriftelijk"},
        {
            "doel": "meterstanden",
            "tekstversie": "2019-01",
            "gegeven_op": "2019-03-12",
            "hoe": "schriftelijk",
            "ingetrokken_op": None,
        },
    ],
    "knelpunten": [1],
}

HOME: dict[str, Any] = {"postcode": "7822 AP", "huisnummer": 14, "toevoeging": "A"}


@pytest.fixture
def coached(world: World) -> World:
    """An administration with a coach of whom all is known."""
    coach = {"opleiding": "Ja", "vog_gezien_op": "2019-01-01", "geheimhouding_op": "2019-01-01"}
    world.make("energiecoach", naam="Jan", **coach)
    return world


def _visit(**values: Any) -> dict[str, Any]:
    return {"datum": "2019-06-03", "coach": "Jan", **HOME, **values}


def test_a_visit_needs_a_day_a_coach_and_an_address_or_the_word_that_there_is_none(coached: World) -> None:
    assert coached.refused("energiebezoek", _visit()) == []
    assert coached.refused("energiebezoek", _visit(coach=None)) == ["coach"]
    assert coached.refused("energiebezoek", _visit(postcode=None)) == ["postcode"]
    assert coached.refused("energiebezoek", _visit(huisnummer=None)) == ["huisnummer"]
    assert coached.refused("energiebezoek", {"coach": "Jan", "zonder_adres": True}) == []
    row = coached.make("energiebezoek", **_visit(zonder_adres=True))
    assert (row.postcode, row.huisnummer, row.naam) == (None, None, None)


def test_a_visit_without_a_day_is_of_today_unless_it_was_only_asked_for(coached: World) -> None:
    assert coached.make("energiebezoek", **HOME, coach="Jan").datum == date(2019, 7, 1)
    asked = coached.make("energiebezoek", **HOME, aangevraagd_op="2019-06-20")
    assert (asked.datum, asked.status) == (None, "aangevraagd")


def test_a_visit_in_the_future_is_planned_and_says_so(coached: World) -> None:
    later = _visit(datum="2019-07-02")
    assert coached.warned("energiebezoek", later) == ["datum"]
    row = coached.make("energiebezoek", **later)
    assert row.status == "gepland"
    with clock.fixed(date(2019, 7, 3)):
        assert coached.found("energiebezoek", "open_op", date(2019, 7, 3)) == [row.nummer]
        assert coached.warned("energiebezoek", {"duur": 60}, row) == ["datum"]
        assert coached.change(row, duur=60).status == "gedaan"


@pytest.mark.parametrize(
    ("values", "status"),
    [
        ({}, "gedaan"),
        ({"gesproken": False}, "niet_gesproken"),
        ({"nazorg_op": "2019-06-20"}, "nazorg_gedaan"),
        ({"vervallen_op": "2019-06-02"}, "vervallen"),
        ({"datum": "2019-08-01"}, "gepland"),
    ],
)
def test_the_status_follows_from_the_facts(coached: World, values: dict[str, Any], status: str) -> None:
    assert coached.make("energiebezoek", **_visit(**values)).status == status


def test_days_that_cannot_follow_each_other_are_refused(coached: World) -> None:
    assert coached.refused("energiebezoek", _visit(aangevraagd_op="2019-06-10")) == ["datum"]
    assert coached.refused("energiebezoek", _visit(nazorg_op="2019-06-01")) == ["nazorg_op"]
    assert coached.refused("energiebezoek", _visit(nazorg_gepland_op="2019-06-01")) == ["nazorg_gepland_op"]
    only_asked = {**HOME, "aangevraagd_op": "2019-06-01", "nazorg_op": "2019-06-20"}
    assert coached.refused("energiebezoek", only_asked) == ["datum"]


def test_a_postcode_outside_the_municipality_is_asked_about_and_kept(coached: World) -> None:
    coached.make("kern", naam="Emmen", soort="gemeente", postcodes="7811, 7822")
    assert coached.warned("energiebezoek", _visit()) == []
    assert coached.warned("energiebezoek", _visit(postcode="9712 AA")) == ["postcode"]
    assert coached.warned("energiebezoek", _visit(postcode="D-49824")) == ["postcode"]
    assert coached.make("energiebezoek", **_visit(postcode="9712aa")).postcode == "9712 AA"


def test_an_address_that_was_erased_does_not_stop_a_change(coached: World) -> None:
    row = coached.make("energiebezoek", **_visit())
    for key in ("naam", "postcode", "huisnummer", "toevoeging", "straat", "plaats", "adres_id"):
        setattr(row, key, None)
    coached.db.flush()
    changed = coached.change(row, duur=45)
    assert (changed.duur, changed.naam, changed.status) == (45, None, "gedaan")
    assert coached.refused("energiebezoek", {"postcode": "7822 AP"}, changed) == ["huisnummer"]


@pytest.fixture
def known(coached: World) -> World:
    """Two homes that are known, with all that goes along."""
    coached.make("kern", naam="Emmermeer")
    coached.make("kern", naam="Angelslo")
    for number, street, place, label in ((14, "Marel", "Emmermeer", "d"), (20, "Wielewaal", "Angelslo", "b")):
        values = {"straat": street, "plaats": "Emmen", "kern": place, "energielabel": label}
        coached.make("adres", postcode="7822 AP", huisnummer=number, toevoeging="A", **values)
    return coached


def test_one_known_address_fills_the_rest(known: World) -> None:
    row = known.make("energiebezoek", **_visit(toevoeging="-a"))
    assert (row.straat, row.plaats, row.energielabel) == ("Marel", "Emmen", "d")
    assert known.shown(row)["kern"] == 1
    assert known.shown(row)["adres"] == 1
    assert row.naam == "Marel 14-A, 03-06-2019"


def test_a_known_address_never_takes_the_place_of_what_was_typed(known: World) -> None:
    row = known.make("energiebezoek", **_visit(straat="Marelhof", energielabel="c"))
    assert (row.straat, row.energielabel, row.plaats) == ("Marelhof", "c", "Emmen")
    as_a_form_does = {**HOME, "straat": None, "energielabel": "c", "huisnummer": 20}
    moved = known.change(row, **as_a_form_does)
    assert (moved.straat, moved.energielabel) == ("Wielewaal", "c")


def test_what_came_from_the_former_address_goes_along_with_the_new_one(known: World) -> None:
    row = known.make("energiebezoek", **_visit())
    everything = {key: getattr(row, key) for key in ("straat", "plaats", "energielabel")}
    moved = known.change(row, **everything, kern="Emmermeer", huisnummer=20)
    assert (moved.straat, moved.energielabel, known.shown(moved)["kern"]) == ("Wielewaal", "b", 2)
    same = known.change(moved, energielabel="a", huisnummer=20)
    assert (same.energielabel, same.straat) == ("a", "Wielewaal")


def test_an_unknown_addition_is_no_known_address(known: World) -> None:
    row = known.make("energiebezoek", **_visit(toevoeging="B"))
    assert (row.adres_id, row.straat, row.naam) == (None, None, "14-B, 7822 AP, 03-06-2019")


def test_a_meter_that_runs_backwards_is_asked_about(coached: World) -> None:
    agreed = [{"doel": "meterstanden"}]
    later = {"meter": "gas", "moment": "anders", "datum": "2019-06-20", "stand": 900}
    lines = [{"meter": "gas", "stand": 1000}, later, {"meter": "water", "stand": 5}]
    visit = _visit(meterstanden=lines, toestemmingen=agreed)
    assert coached.warned("energiebezoek", visit) == ["meterstanden.1.stand"]
    row = coached.make("energiebezoek", **visit)
    assert [str(line.datum) for line in coached.lines(row, "meterstanden")] == [
        "2019-06-03",
        "2019-06-20",
        "2019-06-03",
    ]
    undated = _visit(
        meterstanden=[{"meter": "gas", "moment": "na_een_jaar", "stand": 1}], toestemmingen=agreed
    )
    assert coached.warned("energiebezoek", undated) == ["meterstanden.0.datum"]


def test_readings_and_contact_data_ask_for_consent(coached: World) -> None:
    reading = {"meterstanden": [{"meter": "gas", "stand": 1000}]}
    assert coached.warned("energiebezoek", _visit(**reading)) == ["toestemmingen"]
    assert coached.warned("energiebezoek", _visit(bewoner_telefoon="0591")) == ["toestemmingen"]
    consents = [{"doel": "contact"}, {"doel": "meterstanden"}]
    agreed = _visit(**reading, bewoner_telefoon="0591", toestemmingen=consents)
    assert coached.warned("energiebezoek", agreed) == []
    taken_back = [{"doel": "contact", "gegeven_op": "2019-06-03", "ingetrokken_op": "2019-06-10"}]
    withdrawn = _visit(bewoner_telefoon="0591", toestemmingen=taken_back)
    assert coached.warned("energiebezoek", withdrawn) == ["toestemmingen"]


def test_a_consent_keeps_its_text_and_day(coached: World) -> None:
    (line,) = coached.lines(
        coached.make("energiebezoek", **_visit(toestemmingen=[{"doel": "foto"}])), "toestemmingen"
    )
    assert (line.tekstversie, line.gegeven_op, line.hoe) == ("2026-11", date(2019, 6, 3), "mondeling")
    early = [{"doel": "foto", "gegeven_op": "2019-06-03", "ingetrokken_op": "2019-06-01"}]
    assert coached.refused("energiebezoek", _visit(toestemmingen=early)) == ["toestemmingen.0.ingetrokken_op"]


def test_aftercare_is_planned_once_somebody_wants_to_be_called(coached: World) -> None:
    contact = [{"doel": "contact"}]
    assert coached.make("energiebezoek", **_visit()).nazorg_gepland_op is None
    row = coached.make("energiebezoek", **_visit(toestemmingen=contact))
    assert row.nazorg_gepland_op == date(2019, 10, 3)
    assert coached.change(row, nazorg_gepland_op=None).nazorg_gepland_op is None
    assert coached.change(row, duur=30).nazorg_gepland_op is None
    chosen = _visit(toestemmingen=contact, nazorg_gepland_op="2019-09-01")
    assert coached.make("energiebezoek", **chosen).nazorg_gepland_op == date(2019, 9, 1)
    nobody = _visit(toestemmingen=contact, gesproken=False)
    assert coached.make("energiebezoek", **nobody).nazorg_gepland_op is None


def test_consent_that_comes_later_plans_aftercare_and_taking_it_back_ends_that(coached: World) -> None:
    row = coached.make("energiebezoek", **_visit())
    row = coached.change(row, toestemmingen=[{"doel": "contact", "gegeven_op": "2019-06-20"}])
    assert row.nazorg_gepland_op == date(2019, 10, 3)
    assert coached.found("energiebezoek", "nazorg_open_op", date(2019, 10, 3)) == [row.nummer]
    (line,) = coached.lines(row, "toestemmingen")
    row = coached.change(row, toestemmingen=[{"id": line.id, "ingetrokken_op": "2019-06-25"}])
    assert row.nazorg_gepland_op is None


def test_a_measure_to_do_or_for_the_landlord_does_not_count_as_placed(coached: World) -> None:
    for name in ("Folie", "Led", "Glas", "Strips"):
        coached.make("maatregel", naam=name)
    lines = [
        {"maatregel": "Folie"},
        {"maatregel": "Led", "stand": "te_doen"},
        {"maatregel": "Glas", "wie": "verhuurder"},
        {"maatregel": "Strips", "hoe_ver": "uitgereikt", "stand": "te_doen"},
    ]
    row = coached.make("energiebezoek", **_visit(maatregelen=lines))
    assert [(line.hoe_ver, line.stand) for line in coached.lines(row, "maatregelen")] == [
        ("geplaatst_coach", "gedaan"),
        ("besproken", "te_doen"),
        ("besproken", None),
        ("uitgereikt", "te_doen"),
    ]
    both = [{"maatregel": "Folie", "hoe_ver": "geplaatst_coach", "stand": "te_doen"}]
    assert coached.warned("energiebezoek", _visit(maatregelen=both)) == ["maatregelen.0.stand"]
    twice = [{"maatregel": "Folie"}, {"maatregel": "Folie"}]
    assert coached.refused("energiebezoek", _visit(maatregelen=twice)) == ["maatregelen.1.maatregel"]


def test_a_coach_of_whom_something_misses_is_warned_about_once(world: World) -> None:
    world.make("energiecoach", naam="Jan", opleiding="Ja", geheimhouding_op="2019-01-01")
    assert world.warned("energiebezoek", _visit()) == ["coach"]
    row = world.make("energiebezoek", **_visit())
    assert world.warned("energiebezoek", {"duur": 60}, row) == []


def test_a_coach_outside_the_days_or_above_the_number_a_week_is_asked_about(coached: World) -> None:
    ready = {"opleiding": "Ja", "vog_gezien_op": "2019-01-01", "geheimhouding_op": "2019-01-01"}
    coached.make("energiecoach", naam="Els", **ready, actief_van="2019-06-01", per_week=1)
    visit = _visit(coach="Els", datum="2019-06-05")
    assert coached.warned("energiebezoek", _visit(coach="Els", datum="2019-05-30")) == ["coach"]
    assert coached.warned("energiebezoek", visit) == []
    row = coached.make("energiebezoek", **visit)
    assert coached.warned("energiebezoek", {"datum": "2019-06-06"}, row) == []
    assert coached.warned("energiebezoek", _visit(coach="Els", datum="2019-06-09")) == ["coach"]
    assert coached.warned("energiebezoek", _visit(coach="Els", datum="2019-06-10")) == []


def test_a_sheet_that_was_entered_before_is_asked_about(coached: World) -> None:
    coached.make("bezoekformulier", naam="B 0007")
    assert coached.warned("energiebezoek", _visit(formulier="B 0007")) == []
    row = coached.make("energiebezoek", **_visit(formulier="B 0007"))
    assert coached.warned("energiebezoek", _visit(formulier="B 0007")) == ["formulier"]
    assert coached.warned("energiebezoek", {"duur": 5}, row) == []


def test_a_time_is_hours_and_minutes(coached: World) -> None:
    lines = [{"datum": "2019-06-01", "tijd": time} for time in ("9:30", "14.00", "24:00", "half 3")]
    assert coached.refused("energiebezoek", _visit(contactmomenten=lines)) == [
        "contactmomenten.2.tijd",
        "contactmomenten.3.tijd",
    ]


def test_what_belongs_to_nobody_else_is_warned_about_in_every_free_text(coached: World) -> None:
    coached.make("maatregel", naam="Folie")
    visit = _visit(
        opmerking="Mevrouw heeft astma.",
        bewoner_zegt="Er zijn schulden.",
        vervallen_reden="Bewoner ligt in het ziekenhuis",
        maatregelen=[{"maatregel": "Folie", "toelichting": "BSN 111222333"}],
        contactmomenten=[{"datum": "2019-06-01", "toelichting": "Huurachterstanden besproken"}],
    )
    assert sorted(coached.warned("energiebezoek", visit)) == [
        "bewoner_zegt",
        "contactmomenten.0.toelichting",
        "maatregelen.0.toelichting",
        "opmerking",
        "vervallen_reden",
    ]


def test_visits_are_counted_as_done_tried_planned_and_missed(coached: World) -> None:
    spring = (date(2019, 1, 1), date(2019, 6, 30))
    done = coached.make("energiebezoek", **_visit())
    again = coached.make("energiebezoek", **_visit(datum="2019-06-20"))
    closed = coached.make(
        "energiebezoek",
        **_visit(
            huisnummer=20,
            gesproken=False,
            contactmomenten=[{"datum": "2019-06-03", "uitkomst": "niet_thuis"}],
        ),
    )
    planned = coached.make("energiebezoek", **_visit(datum="2019-08-01", huisnummer=22))
    asked = coached.make("energiebezoek", **HOME, aangevraagd_op="2019-06-01")
    gone = coached.make("energiebezoek", **_visit(huisnummer=24, vervallen_op="2019-06-01"))

    def found(key: str, value: Any) -> list[int]:
        return coached.found("energiebezoek", key, value)

    assert found("gedaan_in", spring) == [done.nummer, again.nummer]
    assert found("huishouden_in", spring) == [done.nummer]
    assert found("aan_de_deur_in", spring) == [done.nummer, again.nummer, closed.nummer]
    assert found("niet_thuis_in", spring) == [closed.nummer]
    assert found("open_op", date(2019, 7, 1)) == [planned.nummer, asked.nummer]
    assert found("aangevraagd_in", spring) == [asked.nummer]
    assert gone.status == "vervallen"
