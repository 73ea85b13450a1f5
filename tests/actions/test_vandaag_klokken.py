"""Vandaag shows the clocks of the Overlegwet, one line for each case, overdue first."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from huurdersapp.actions import vandaag
from huurdersapp.actions.context import Context
from huurdersapp.actions.vandaag import Target
from huurdersapp.base import clock
from tests.actions.conftest import Made, changed


def words(ctx: Context) -> list[str]:
    return [item.words for item in vandaag.today(ctx).let_op]


def case(made: Made, title: str, received: str, **values: Any) -> int:
    return made("advies", onderwerp=title, ontvangen_op=received, **{"termijn_dagen": 42, **values})


def test_each_open_case_has_a_line_of_its_own_overdue_first(office: Context, made: Made) -> None:
    case(made, "Later", "2019-08-25")
    case(made, "Bijna", "2019-07-25")
    case(made, "Net voorbij", "2019-07-15")
    case(made, "Voorbij", "2019-07-01")
    case(made, "Al lang voorbij", "2019-01-01")
    assert words(office) == [
        "Voor advies ‘Voorbij’ is de termijn voorbij. De laatste dag was op 12 augustus 2019.",
        "Voor advies ‘Net voorbij’ is de termijn voorbij. De laatste dag was op 26 augustus 2019.",
        "Voor advies ‘Bijna’ hebt u nog 3 dagen, tot en met 5 september 2019.",
        "Advies ‘Later’: nog 34 dagen, tot en met 6 oktober 2019.",
        "Voor advies ‘Al lang voorbij’ is de termijn voorbij. De laatste dag was op 12 februari 2019.",
    ]
    lines = vandaag.today(office).let_op
    assert [line.target for line in lines] == [Target("advies", number) for number in (4, 3, 2, 1, 5)]
    assert [line.late for line in lines] == [True, True, False, False, True]


def test_the_countdown_is_that_of_the_law(office: Context, made: Made) -> None:
    case(made, "Zonder termijn", "2019-07-25", termijn_dagen=None)
    case(made, "Later volledig", "2019-07-25", volledig_op="2019-08-20")
    case(made, "Mondeling", "2019-07-25", verlengd_tot="2019-09-30", verlengd_mondeling=True)
    assert len(words(office)) == 3
    assert all("nog 3 dagen, tot en met 5 september 2019" in text for text in words(office))
    case(made, "Schriftelijk", "2019-07-25", verlengd_tot="2019-09-30")
    assert words(office)[3] == "Advies ‘Schriftelijk’: nog 28 dagen, tot en met 30 september 2019."


@pytest.mark.parametrize(
    "done",
    [
        {"verstuurd_op": "2019-09-01"},
        {"advies_ontvangen_op": "2019-09-01"},
        {"geen_bezwaar_ontvangen_op": "2019-09-01"},
        {"afgesloten_op": "2019-09-01"},
        {"soort": "ongevraagd"},
        {"soort": "informatie"},
    ],
)
def test_what_does_not_wait_for_us_has_no_clock(office: Context, made: Made, done: dict[str, Any]) -> None:
    case(made, "Sloop", "2019-07-25", **done)
    assert words(office) == []


def test_a_day_for_consent_that_passed_is_told_and_is_not_late(office: Context, made: Made) -> None:
    case(made, "Servicekosten", "2019-07-15", soort="instemming")
    (line,) = vandaag.today(office).let_op
    assert line.words == (
        "Voor ‘Servicekosten’ vroeg de verhuurder instemming. De gevraagde dag was op 26 augustus 2019."
    )
    assert not line.late


def test_a_reminder_is_told_from_the_day_that_it_makes_sense_and_not_for_ever(
    office: Context, made: Made
) -> None:
    made("verhuurder", naam="Lefier")
    made("advies", onderwerp="Sloop", verhuurder=1, uitkomst="negatief", advies_ontvangen_op="2019-08-20")
    told = ["Op advies ‘Sloop’ kwam geen reactie. Stuur de verhuurder een herinnering."]
    first = date(2019, 9, 4)  # the 14th day is Tuesday the 3rd of September
    for day, expected in ((-1, []), (0, told), (60, told), (61, [])):
        with clock.fixed(first + timedelta(day)):
            assert [each for each in words(office) if "usb-stick" not in each] == expected
    with clock.fixed(first):
        changed(office, "verhuurder", 1, redenen_dagen=21)
        assert words(office) == []
        changed(office, "verhuurder", 1, redenen_dagen=14)
        changed(office, "advies", 1, herinnerd_op="2019-09-04")
        assert words(office) == []


def test_the_nearest_last_day_keeps_a_line_however_much_is_late(office: Context, made: Made) -> None:
    for at in range(6):
        case(made, f"Voorbij {at}", "2019-07-10")
    near = case(made, "Bijna", "2019-08-05")
    assert len(words(office)) == vandaag.MOST
    assert (
        vandaag.today(office).let_op[-1].words
        == "Advies ‘Bijna’: nog 14 dagen, tot en met 16 september 2019."
    )
    changed(office, "advies", near, termijn_dagen=43)
    assert words(office)[-1].startswith("Voor advies ‘Voorbij")
    changed(office, "advies", near, termijn_dagen=30)
    assert words(office)[-1] == "Voor advies ‘Bijna’ hebt u nog 2 dagen, tot en met 4 september 2019."


def test_the_last_days_of_this_month_stand_in_the_list_of_days(office: Context, made: Made) -> None:
    case(made, "Voorbij", "2019-07-21")
    case(made, "Bijna", "2019-08-05")
    case(made, "Vorige maand", "2019-07-20")
    case(made, "Volgende maand", "2019-08-20")
    assert [(item.day.day, item.words, item.target) for item in vandaag.today(office).agenda] == [
        (1, "Laatste dag voor advies ‘Voorbij’", Target("advies", 1)),
        (16, "Laatste dag voor advies ‘Bijna’", Target("advies", 2)),
    ]


SENT = {"verstuurd_op": "2019-06-01", "uitkomst": "positief_mits"}
TOLD = "Aan een voorwaarde van advies ‘{}’ is nog niet voldaan. De laatste dag was {}."


def test_a_condition_past_its_day_has_a_line_that_opens_its_case(office: Context, made: Made) -> None:
    lines = [
        {"tekst": "Terugkeer", "termijn": "2019-09-01"},
        {"tekst": "Verhuizing", "termijn": "2019-08-15"},
        {"tekst": "Later", "termijn": "2019-12-01"},
    ]
    number = made("advies", onderwerp="Sloop", voorwaarden=lines, **SENT)
    long_ago = [{"tekst": "Oud", "termijn": "2019-06-15"}]
    made("advies", onderwerp="Lang geleden", voorwaarden=long_ago, **SENT)
    made("advies", onderwerp="Voor de eerste", ontvangen_op="2019-01-01", termijn_dagen=42)
    assert [words(office)[place] for place in (0, -1)] == [
        TOLD.format("Sloop", "1 september 2019"),
        TOLD.format("Lang geleden", "15 juni 2019"),
    ]
    line = vandaag.today(office).let_op[0]
    assert line.late
    assert line.target == Target("advies", number)


@pytest.mark.parametrize(
    ("line", "case_values"),
    [
        ({"termijn": "2019-09-02"}, SENT),
        ({"termijn": None}, SENT),
        ({"voldaan_op": "2019-08-20"}, SENT),
        ({"reactie": "niet"}, SENT),
        ({}, {"uitkomst": "positief_mits"}),
        ({}, {**SENT, "afgesloten_op": "2019-08-20"}),
    ],
    ids=["today", "no day", "met", "refused", "not sent", "closed"],
)
def test_a_condition_that_nobody_waits_for_has_no_line(
    office: Context, made: Made, line: dict[str, Any], case_values: dict[str, Any]
) -> None:
    made(
        "advies",
        onderwerp="Sloop",
        voorwaarden=[{"tekst": "x", "termijn": "2019-08-15", **line}],
        **case_values,
    )
    assert not any("voorwaarde" in text for text in words(office))
