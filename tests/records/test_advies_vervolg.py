"""What the days of a case mean for us: warnings, the day of a reminder, ways on, and the sentences for the letter."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from huurdersapp.records import advies_vervolg as after
from huurdersapp.records.advies_zinnen import zinnen
from tests.records.test_advies_termijn import EXAMPLE, facts

ON = date(2026, 3, 10)
ANSWERED = {
    **EXAMPLE,
    "verstuurd_op": "2026-04-15",
    "advies_ontvangen_op": "2026-04-16",
    "uitkomst": "negatief",
}


def warned(on: date = ON, **known: Any) -> list[str]:
    return after.warnings(facts(**known), on)


@pytest.mark.parametrize(
    ("known", "said"),
    [
        ({"uitkomst": "positief"}, ["Met een positieve brief mag de verhuurder meteen beginnen."]),
        ({"uitkomst": "geen_bezwaar"}, ["Met een brief zonder bezwaar mag de verhuurder meteen beginnen."]),
        ({"uitkomst": "positief_mits"}, []),
        ({"uitkomst": "negatief"}, []),
        ({"uitkomst": "positief", "geen_bezwaar_ontvangen_op": "2026-03-09"}, []),
        (
            {"termijn_dagen": 41},
            ["De verhuurder geeft minder dan zes weken. De wet geeft minstens zes weken (42 dagen)."],
        ),
        ({"termijn_dagen": 28, "verlengd_tot": "2026-04-16", "verlengd_bewijs": "E-mail"}, []),
        ({"termijn_dagen": None}, ["De verhuurder gaf geen termijn. De wet geeft minstens zes weken."]),
        (
            {"verlengd_mondeling": True},
            ["De termijn is alleen mondeling verlengd. Dat telt niet. Vraag om een bevestiging op papier."],
        ),
        (
            {"verlengd_tot": "2026-05-01"},
            ["Schrijf erbij waaruit de verlenging blijkt, zoals een brief of e-mail van de verhuurder."],
        ),
        (
            {"verlengd_tot": "2026-04-10", "verlengd_bewijs": "E-mail"},
            ["De verlenging eindigt eerder dan de termijn zelf. De termijn blijft gelden."],
        ),
        (
            {"ontvangen_op": "2026-03-07"},
            ["De laatste dag is zaterdag 18 april 2026. Zorg dat de brief er eerder is."],
        ),
        (
            {"ontvangen_op": "2026-02-20"},
            ["De laatste dag is vrijdag 3 april 2026 (Goede vrijdag). Zorg dat de brief er eerder is."],
        ),
        (
            {"verstuurd_op": "2026-03-09"},
            ["Schrijf op wanneer de verhuurder uw brief kreeg. Vanaf die dag tellen de volgende termijnen."],
        ),
        (
            {"advies_ontvangen_op": "2026-04-17"},
            ["Uw advies kwam na de laatste dag. De verhuurder mag al beginnen."],
        ),
        (
            {"advies_ontvangen_op": "2026-04-17", "volledig_op": "2026-03-19"},
            ["De verhuurder kan zeggen dat uw advies te laat was. Volgens ons was het op tijd."],
        ),
        ({"advies_ontvangen_op": "2026-04-16", "redenen_ontvangen_op": "2026-04-30"}, []),
        (
            {"advies_ontvangen_op": "2026-04-16", "redenen_ontvangen_op": "2026-05-01"},
            ["De verhuurder gaf zijn redenen te laat."],
        ),
        ({"afgesloten_op": "2026-03-09", "termijn_dagen": 1}, []),
    ],
)
def test_warnings(known: dict[str, Any], said: list[str]) -> None:
    assert warned(**{**EXAMPLE, **known}) == said


def test_reasons_on_the_monday_after_a_saturday_are_not_called_late() -> None:
    known = {"ontvangen_op": "2026-04-27", "termijn_dagen": 42, "advies_ontvangen_op": "2026-05-30"}
    late = [after.reasons_late(facts(**known, redenen_ontvangen_op=f"2026-06-{day}")) for day in (13, 15, 16)]
    assert late == [False, False, True]


def test_without_the_day_of_receipt_nothing_can_be_counted() -> None:
    assert warned()[0] == "Zonder de dag van ontvangst is de termijn niet te tellen. Vul die dag in."
    assert warned(soort="ongevraagd") == warned(soort="informatie") == []


def test_of_consent_it_is_told_that_no_term_runs_out_and_who_has_the_right() -> None:
    known = facts(**{**EXAMPLE, "termijn_dagen": 14}, soort="instemming")
    (line,) = after.warnings(known, ON)
    assert line.startswith("Zonder uw instemming mag de verhuurder niet beginnen.")
    assert after.warnings(known, ON, by_committee=True)[1].startswith(
        "Een bewonerscommissie heeft dit recht niet."
    )


def test_a_last_day_that_is_over_is_not_told_any_more() -> None:
    assert warned(date(2026, 4, 19), **{**EXAMPLE, "ontvangen_op": "2026-03-07"}) == []


@pytest.mark.parametrize(
    ("known", "since"),
    [
        ({}, "2026-05-01"),
        ({"advies_ontvangen_op": "2026-03-20"}, "2026-04-08"),
        ({"redenen_dagen": 21}, "2026-05-08"),
        ({"herinnerd_op": "2026-05-02"}, None),
        ({"reactie_op": "2026-04-20"}, None),
        ({"redenen_ontvangen_op": "2026-04-20"}, None),
        ({"reactie": "gevolgd"}, None),
        ({"reactie": "geen"}, "2026-05-01"),
        ({"afgesloten_op": "2026-04-20"}, None),
        ({"uitkomst": "geen_bezwaar"}, None),
        ({"uitkomst": "onthouding"}, None),
        ({"advies_ontvangen_op": None}, None),
        ({"soort": "ongevraagd"}, None),
    ],
)
def test_from_when_a_reminder_makes_sense(known: dict[str, Any], since: str | None) -> None:
    day = {**ANSWERED, **known}
    found = after.reminder_from(facts(**{key: value for key, value in day.items() if value is not None}))
    assert found == (date.fromisoformat(since) if since else None)


def ways(on: str, **known: Any) -> list[str]:
    return [way.sleutel for way in after.ways_on(facts(**{**ANSWERED, **known}), date.fromisoformat(on))]


def test_the_ways_on_open_when_he_says_nothing_or_does_not_follow() -> None:
    courts = ["huurcommissie", "kantonrechter"]
    assert ways("2026-04-30") == ["herinnering"]
    assert ways("2026-05-01") == ["herinnering", "overleg", *courts]
    assert ways("2026-05-01", herinnerd_op="2026-05-01") == ["overleg", *courts]
    assert ways("2026-04-20", reactie="niet", reactie_op="2026-04-20") == ["overleg", *courts]
    assert ways("2026-04-20", reactie="deels", overlegd_op="2026-04-20") == courts
    assert ways("2026-04-20", redenen_ontvangen_op="2026-04-20") == ["overleg", *courts]
    assert ways("2026-04-20", reactie="gevolgd") == []
    assert ways("2026-06-01", uitkomst="positief") == ["herinnering"]
    assert ways("2026-06-01", uitkomst="positief", reactie="niet") == ["overleg", *courts]
    assert ways("2026-06-01", reactie="niet", afgesloten_op="2026-05-30") == []


def test_a_reminder_says_from_which_day_or_that_it_can_go_now() -> None:
    early, now = (after.ways_on(facts(**ANSWERED), date(2026, month, 1))[0] for month in (4, 5))
    assert early.tekst == "Komt er geen reactie? Dan kunt u vanaf vrijdag 1 mei 2026 een herinnering sturen."
    assert now.tekst.startswith("Stuur een herinnering:")


def test_a_dispute_lies_with_one_of_the_two_and_a_ruling_binds_after_eight_weeks() -> None:
    assert ways("2026-06-01", reactie="niet", geschil_bij="huurcommissie") == ["huurcommissie"]
    assert ways("2026-06-01", reactie="niet", geschil_bij="kantonrechter") == ["kantonrechter"]
    ruled = facts(**ANSWERED, reactie="niet", geschil_bij="huurcommissie", uitspraak_op="2026-10-30")
    (way,) = after.ways_on(ruled, date(2026, 11, 1))
    assert (way.sleutel, way.dag) == ("rechter", date(2026, 12, 25))
    assert "uiterlijk vrijdag 25 december 2026 naar de rechter" in way.tekst
    assert after.court_until(ruled) == (date(2026, 12, 25), date(2026, 12, 28))
    by_court = facts(**ANSWERED, geschil_bij="kantonrechter", uitspraak_op="2026-10-30")
    assert after.court_until(by_court) is None


# -- for the letter ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("known", "said"),
    [
        ({}, {}),
        (
            {"termijn_dagen": None},
            {
                "geen_termijn": "U hebt ons geen termijn gegeven. De wet geeft ons minstens zes weken, dus tot en met "
                "16 april 2026 (Overlegwet artikel 5 lid 1)."
            },
        ),
        (
            {"termijn_dagen": 28},
            {
                "korte_termijn": "U hebt ons 28 dagen gegeven. De wet geeft ons minstens zes weken, dus tot en met "
                "16 april 2026 (Overlegwet artikel 5 lid 1)."
            },
        ),
        ({"termijn_dagen": 28, "verlengd_tot": "2026-04-16"}, {}),
        (
            {"volledig_op": "2026-03-19"},
            {
                "standpunt": "Op 19 maart 2026 was uw informatie volledig. Volgens ons begon de termijn toen pas, en "
                "loopt die tot en met 30 april 2026 (Overlegwet artikel 4 en artikel 5 lid 1)."
            },
        ),
        (
            {"verlengd_tot": "2026-05-01", "verlengd_mondeling": True},
            {
                "mondeling": "U hebt gezegd dat wij meer tijd krijgen tot en met 1 mei 2026. Wilt u dat schriftelijk "
                "bevestigen?"
            },
        ),
        (
            {"ontbreekt": "- De gevolgen voor **huurders**.\n- Lefier noemt geen bedragen.\n- De redenen."},
            {
                "onvolledig": "Uw informatie is nog niet volledig. Wij missen: de gevolgen voor huurders; Lefier noemt geen "
                "bedragen; de redenen. "
                "Volgens ons begint de termijn pas als wij ook dit hebben (Overlegwet artikel 4 en artikel 5 lid "
                "1)."
            },
        ),
        ({"ontbreekt": "De gevolgen.", "volledig_op": "2026-03-05"}, {}),
        ({"soort": "instemming", "termijn_dagen": 14}, {}),
    ],
)
def test_a_sentence_for_the_letter_is_there_only_with_its_facts(
    known: dict[str, Any], said: dict[str, str]
) -> None:
    assert {each.sleutel: each.tekst for each in zinnen(facts(**{**EXAMPLE, **known}))} == said


def test_a_letter_argues_six_weeks_from_the_day_that_the_information_was_complete() -> None:
    found = zinnen(facts(ontvangen_op="2026-03-05", termijn_dagen=28, volledig_op="2026-03-19"))
    assert [each.sleutel for each in found] == ["korte_termijn", "standpunt"]
    assert "30 april 2026" in found[0].tekst
    assert found[1].tekst.endswith(
        "Volgens ons begon de termijn toen pas (Overlegwet artikel 4 en artikel 5 lid 1)."
    )
