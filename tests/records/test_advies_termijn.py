"""The clock of an adviesaanvraag, day by day: each case is reckoned by hand from the law, with a calendar beside it.

`a / b` is the day without and with the Algemene termijnenwet; one day alone is both. Days of the week that matter:
5 March 2026 is a Thursday; Easter 2026 is 5 April; 27 April (Monday), 5 May (Tuesday), 14 May and 25 May 2026 are holidays.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huurdersapp.base.working_days import is_working_day
from huurdersapp.records import advies_termijn as clock
from huurdersapp.records.advies_termijn import Feiten, Termijn, with_atw

LAST, OURS = "laatste_dag", "laatste_dag_ons_standpunt"
NO_OBJECTION, LAPSED, REASONED = "uitvoering_3a", "uitvoering_3b", "uitvoering_3c"
REASONS = "redenen_uiterlijk"
EXAMPLE = {"ontvangen_op": "2026-03-05", "termijn_dagen": 42}
TO_16_APRIL = {LAST: "2026-04-16", LAPSED: "2026-04-17"}
SAID_NO = {"uitkomst": "negatief"}


def facts(**known: Any) -> Feiten:
    days: dict[str, Any] = {
        key: date.fromisoformat(value) if key.endswith("_op") or key == "verlengd_tot" else value
        for key, value in known.items()
    }
    return Feiten(**days)


def reckoned(**known: Any) -> dict[str, str]:
    found = clock.termijnen(facts(**known))
    keys = [each.sleutel for each in found]
    assert len(keys) == len(set(keys)), "a key stands there once"
    return {
        each.sleutel: str(each.datum) if each.datum == each.datum_atw else f"{each.datum} / {each.datum_atw}"
        for each in found
    }


Case = tuple[str, dict[str, Any], dict[str, str]]

EXAMPLE_OF_THE_LAW: list[Case] = [
    ("six weeks from 5 March", EXAMPLE, TO_16_APRIL),
    (
        "the advice is received on the last day",
        {**EXAMPLE, "advies_ontvangen_op": "2026-04-16", **SAID_NO},
        {**TO_16_APRIL, REASONS: "2026-04-30"},
    ),
    (
        "reasons received on the last day for them",
        {
            **EXAMPLE,
            "advies_ontvangen_op": "2026-04-16",
            "redenen_ontvangen_op": "2026-04-30",
            **SAID_NO,
        },
        {**TO_16_APRIL, REASONS: "2026-04-30", REASONED: "2026-05-03 / 2026-05-04"},
    ),
]


def term(received: str, days: int | None, last: str, lapsed: str) -> tuple[dict[str, Any], dict[str, str]]:
    return {"ontvangen_op": received, "termijn_dagen": days}, {LAST: last, LAPSED: lapsed}


TERMS: list[Case] = [
    (name, *term(*rest))
    for name, *rest in (
        ("exactly six weeks from a Monday", "2026-01-05", 42, "2026-02-16", "2026-02-17"),
        (
            "received on a Saturday",
            "2026-01-10",
            42,
            "2026-02-21 / 2026-02-23",
            "2026-02-22 / 2026-02-24",
        ),
        ("received on a Sunday", "2026-01-11", 42, "2026-02-22 / 2026-02-23", "2026-02-23 / 2026-02-24"),
        ("received on a Friday", "2026-01-09", 42, "2026-02-20", "2026-02-21"),
        ("less: five weeks", "2026-01-05", 35, "2026-02-09", "2026-02-10"),
        ("less: a day short of six weeks", "2026-01-05", 41, "2026-02-15 / 2026-02-16", "2026-02-16 / 2026-02-17"),
        ("less: one day", "2026-01-05", 1, "2026-01-06", "2026-01-07"),
        ("one day from a Friday", "2026-01-09", 1, "2026-01-10 / 2026-01-12", "2026-01-11 / 2026-01-13"),
        ("two days from a Friday: no article 2", "2026-01-09", 2, "2026-01-11 / 2026-01-12", "2026-01-12 / 2026-01-13"),
        ("three days from a Friday hold two working days", "2026-01-09", 3, "2026-01-12 / 2026-01-13", "2026-01-13 / 2026-01-14"),
        ("more: a day over six weeks", "2026-01-05", 43, "2026-02-17", "2026-02-18"),
        ("more: eight weeks, to Koningsdag", "2026-03-02", 56, "2026-04-27 / 2026-04-28", "2026-04-28 / 2026-04-29"),
        ("more: ninety days, to Easter", "2026-01-05", 90, "2026-04-05 / 2026-04-07", "2026-04-06 / 2026-04-08"),
        ("over ninety days the Algemene termijnenwet does not hold", "2026-01-04", 91, "2026-04-05", "2026-04-06"),
        ("none given is six weeks", "2026-03-05", None, "2026-04-16", "2026-04-17"),
        ("leap day within the term", "2024-01-25", 42, "2024-03-07", "2024-03-08"),
        ("no leap day in the year before", "2023-01-25", 42, "2023-03-08", "2023-03-09"),
        ("received on the leap day", "2024-02-29", 42, "2024-04-11", "2024-04-12"),
        ("ends on the leap day", "2024-01-18", 42, "2024-02-29", "2024-03-01"),
        ("ends at the end of February", "2025-01-17", 42, "2025-02-28", "2025-03-01"),
        ("ends on Nieuwjaarsdag", "2025-11-20", 42, "2026-01-01 / 2026-01-02", "2026-01-02 / 2026-01-03"),
        ("ends on the last day of the year", "2025-11-19", 42, "2025-12-31", "2026-01-01"),
        ("over the end of the year", "2025-12-01", 42, "2026-01-12", "2026-01-13"),
        ("summer time begins within the term", "2026-03-26", 42, "2026-05-07", "2026-05-08"),
        ("received on the day that summer time begins", "2026-03-29", 42, "2026-05-10 / 2026-05-11", "2026-05-11 / 2026-05-12"),
        ("summer time ends within the term", "2026-10-01", 42, "2026-11-12", "2026-11-13"),
        ("ends on Goede Vrijdag", "2026-02-20", 42, "2026-04-03 / 2026-04-07", "2026-04-04 / 2026-04-08"),
        ("ends on tweede Paasdag", "2026-02-23", 42, "2026-04-06 / 2026-04-07", "2026-04-07 / 2026-04-08"),
        ("ends on Bevrijdingsdag of an ordinary year", "2026-03-24", 42, "2026-05-05 / 2026-05-06", "2026-05-06 / 2026-05-07"),
        ("ends on Hemelvaartsdag", "2026-04-02", 42, "2026-05-14 / 2026-05-15", "2026-05-15 / 2026-05-16"),
        ("ends on tweede Pinksterdag", "2026-04-13", 42, "2026-05-25 / 2026-05-26", "2026-05-26 / 2026-05-27"),
        ("Koningsdag is kept on the Saturday before", "2025-03-15", 42, "2025-04-26 / 2025-04-28", "2025-04-27 / 2025-04-29"),
        ("ends on eerste Kerstdag", "2026-11-13", 42, "2026-12-25 / 2026-12-28", "2026-12-26 / 2026-12-29"),
    )
]  # fmt: skip

STARTS: list[Case] = [
    (
        "completed two weeks later",
        {**EXAMPLE, "volledig_op": "2026-03-19"},
        {**TO_16_APRIL, OURS: "2026-04-30"},
    ),
    ("complete at once", {**EXAMPLE, "volledig_op": "2026-03-05"}, TO_16_APRIL),
    (
        "completed later, to the Saturday before Koningsdag",
        {**EXAMPLE, "volledig_op": "2026-03-14"},
        {**TO_16_APRIL, OURS: "2026-04-25 / 2026-04-28"},
    ),
    (
        "completed later with four weeks",
        {"ontvangen_op": "2026-03-05", "termijn_dagen": 28, "volledig_op": "2026-03-19"},
        {LAST: "2026-04-02", LAPSED: "2026-04-03", OURS: "2026-04-16"},
    ),
    (
        "completed after the term, and none given",
        {"ontvangen_op": "2026-01-05", "volledig_op": "2026-02-20"},
        {LAST: "2026-02-16", LAPSED: "2026-02-17", OURS: "2026-04-03 / 2026-04-07"},
    ),
    ("only the day of completion is known", {"volledig_op": "2026-03-19"}, {OURS: "2026-04-30"}),
    ("nothing is known", {}, {}),
    ("a term without its beginning", {"termijn_dagen": 42}, {}),
]

EXTENDED: list[Case] = [
    (
        "in writing",
        {**EXAMPLE, "verlengd_tot": "2026-05-01"},
        {LAST: "2026-05-01", LAPSED: "2026-05-02"},
    ),
    (
        "in writing, to a Sunday",
        {**EXAMPLE, "verlengd_tot": "2026-05-03"},
        {LAST: "2026-05-03 / 2026-05-04", LAPSED: "2026-05-04 / 2026-05-05"},
    ),
    (
        "orally, with a day",
        {**EXAMPLE, "verlengd_tot": "2026-05-01", "verlengd_mondeling": True},
        TO_16_APRIL,
    ),
    ("orally, without a day", {**EXAMPLE, "verlengd_mondeling": True}, TO_16_APRIL),
    (
        "in writing, while ours ends later",
        {**EXAMPLE, "volledig_op": "2026-03-26", "verlengd_tot": "2026-04-24"},
        {LAST: "2026-04-24", LAPSED: "2026-04-25", OURS: "2026-05-07"},
    ),
    (
        "in writing, beyond ours",
        {**EXAMPLE, "volledig_op": "2026-03-19", "verlengd_tot": "2026-05-08"},
        {LAST: "2026-05-08", LAPSED: "2026-05-09"},
    ),
    ("an extension takes nothing off the term", {**EXAMPLE, "verlengd_tot": "2026-04-10"}, TO_16_APRIL),
    (
        "in writing, beginning unknown",
        {"verlengd_tot": "2026-05-01"},
        {LAST: "2026-05-01", LAPSED: "2026-05-02"},
    ),
    (
        "four weeks made six in writing",
        {"ontvangen_op": "2026-03-05", "termijn_dagen": 28, "verlengd_tot": "2026-04-16"},
        TO_16_APRIL,
    ),
    (
        "to a Sunday more than ninety days away",
        {**EXAMPLE, "verlengd_tot": "2026-06-07"},
        {LAST: "2026-06-07", LAPSED: "2026-06-08"},
    ),
]

ANSWERS: list[Case] = [
    (
        "early and negative: reasons due on Goede Vrijdag",
        {**EXAMPLE, "advies_ontvangen_op": "2026-03-20", **SAID_NO},
        {**TO_16_APRIL, REASONS: "2026-04-03 / 2026-04-07"},
    ),
    (
        "early and positive sets the landlord free at once",
        {**EXAMPLE, "advies_ontvangen_op": "2026-03-20", "uitkomst": "positief"},
        {**TO_16_APRIL, NO_OBJECTION: "2026-03-20", REASONS: "2026-04-03 / 2026-04-07"},
    ),
    (
        "early and positive under conditions does not",
        {**EXAMPLE, "advies_ontvangen_op": "2026-03-20", "uitkomst": "positief_mits"},
        {**TO_16_APRIL, REASONS: "2026-04-03 / 2026-04-07"},
    ),
    (
        "positive, sent and not yet received",
        {**EXAMPLE, "verstuurd_op": "2026-03-20", "uitkomst": "positief"},
        TO_16_APRIL,
    ),
    (
        "no objection",
        {**EXAMPLE, "geen_bezwaar_ontvangen_op": "2026-03-12"},
        {**TO_16_APRIL, NO_OBJECTION: "2026-03-12"},
    ),
    (
        "no objection, received on a Sunday: no term, so nothing moves",
        {**EXAMPLE, "geen_bezwaar_ontvangen_op": "2026-03-15"},
        {**TO_16_APRIL, NO_OBJECTION: "2026-03-15"},
    ),
    (
        "a letter of no objection asks for no reasons",
        {**EXAMPLE, "advies_ontvangen_op": "2026-03-20", "uitkomst": "geen_bezwaar"},
        {**TO_16_APRIL, NO_OBJECTION: "2026-03-20"},
    ),
    (
        "no objection first, a positive letter later",
        {
            **EXAMPLE,
            "geen_bezwaar_ontvangen_op": "2026-03-20",
            "advies_ontvangen_op": "2026-04-01",
            "uitkomst": "positief",
        },
        {**TO_16_APRIL, NO_OBJECTION: "2026-03-20", REASONS: "2026-04-15"},
    ),
    (
        "onthouding is no advice that he can leave, and no consent",
        {**EXAMPLE, "advies_ontvangen_op": "2026-04-10", "uitkomst": "onthouding"},
        TO_16_APRIL,
    ),
    (
        "late by a day: the landlord may go ahead that day",
        {**EXAMPLE, "advies_ontvangen_op": "2026-04-17", **SAID_NO},
        {**TO_16_APRIL, REASONS: "2026-05-01"},
    ),
    (
        "late and positive",
        {**EXAMPLE, "advies_ontvangen_op": "2026-04-20", "uitkomst": "positief"},
        {**TO_16_APRIL, NO_OBJECTION: "2026-04-20", REASONS: "2026-05-04"},
    ),
    (
        "the outcome is not known",
        {**EXAMPLE, "advies_ontvangen_op": "2026-04-16"},
        {**TO_16_APRIL, REASONS: "2026-04-30"},
    ),
    ("the advice is received on a Saturday", {"advies_ontvangen_op": "2026-05-30"}, {REASONS: "2026-06-13 / 2026-06-15"}),
    ("fourteen days over the end of summer time", {"advies_ontvangen_op": "2026-10-19"}, {REASONS: "2026-11-02"}),
    ("fourteen days over a leap day", {"advies_ontvangen_op": "2024-02-20"}, {REASONS: "2024-03-05"}),
    ("fourteen days over the end of the year", {"advies_ontvangen_op": "2025-12-18"}, {REASONS: "2026-01-01 / 2026-01-02"}),
    (
        "a landlord who agreed to twenty-one days",
        {"advies_ontvangen_op": "2026-04-16", "redenen_dagen": 21},
        {REASONS: "2026-05-07"},
    ),
]  # fmt: skip

REPLIES: list[Case] = [
    (
        "reply on day 14",
        {"advies_ontvangen_op": "2026-06-01", "redenen_ontvangen_op": "2026-06-15"},
        {REASONS: "2026-06-15", REASONED: "2026-06-18"},
    ),
    (
        "reply on day 15",
        {"advies_ontvangen_op": "2026-06-01", "redenen_ontvangen_op": "2026-06-16"},
        {REASONS: "2026-06-15", REASONED: "2026-06-19"},
    ),
    *(
        (name, {"redenen_ontvangen_op": received}, {REASONED: free})
        for name, received, free in (
            ("three ordinary days", "2026-06-15", "2026-06-18"),
            ("three days from a Friday", "2026-04-17", "2026-04-20 / 2026-04-21"),
            ("three days over Easter, from Thursday", "2026-04-02", "2026-04-05 / 2026-04-08"),
            ("three days over Easter, from Goede Vrijdag", "2026-04-03", "2026-04-06 / 2026-04-08"),
            ("three days to the Saturday of Easter", "2026-04-01", "2026-04-04 / 2026-04-07"),
            ("three days over Christmas", "2026-12-24", "2026-12-27 / 2026-12-29"),
            ("three days to tweede Kerstdag", "2026-12-23", "2026-12-26 / 2026-12-28"),
            ("three days over Bevrijdingsdag", "2026-05-04", "2026-05-07"),
            ("three days to Bevrijdingsdag", "2026-05-02", "2026-05-05 / 2026-05-06"),
            ("three days over a weekend and Bevrijdingsdag", "2025-05-02", "2025-05-05 / 2025-05-07"),
            ("three days over Nieuwjaarsdag", "2025-12-31", "2026-01-03 / 2026-01-05"),
            ("three days from a leap day", "2028-02-29", "2028-03-03"),
            ("three days over the beginning of summer time", "2026-03-26", "2026-03-29 / 2026-03-30"),
        )
    ),
    (
        "a landlord who waits a week, to Hemelvaartsdag",
        {"redenen_ontvangen_op": "2026-05-07", "wacht_dagen": 7},
        {REASONED: "2026-05-14 / 2026-05-15"},
    ),
    (
        "two days hold no two working days",
        {"redenen_ontvangen_op": "2026-04-17", "wacht_dagen": 2},
        {REASONED: "2026-04-19 / 2026-04-20"},
    ),
]

ALL_FACTS = {
    **EXAMPLE,
    "volledig_op": "2026-03-19",
    "advies_ontvangen_op": "2026-04-16",
    "geen_bezwaar_ontvangen_op": "2026-04-16",
    "redenen_ontvangen_op": "2026-04-30",
}
OTHER_KINDS: list[Case] = [
    (
        "instemming: a day that he asks for, and nothing that sets him free",
        {**ALL_FACTS, "soort": "instemming", "uitkomst": "instemming"},
        {LAST: "2026-04-16"},
    ),
    ("instemming without a day", {"soort": "instemming", "ontvangen_op": "2026-03-05"}, {}),
    ("ongevraagd advies", {**ALL_FACTS, "soort": "ongevraagd"}, {}),
    ("agendering", {**ALL_FACTS, "soort": "agendering"}, {}),
    ("verzoek om informatie", {**ALL_FACTS, "soort": "informatie"}, {}),
]

TABLE = [*EXAMPLE_OF_THE_LAW, *TERMS, *STARTS, *EXTENDED, *ANSWERS, *REPLIES, *OTHER_KINDS]


@pytest.mark.parametrize(("known", "expected"), [case[1:] for case in TABLE], ids=[case[0] for case in TABLE])
def test_the_days_of_the_law(known: dict[str, Any], expected: dict[str, str]) -> None:
    assert reckoned(**known) == expected


def test_the_table_has_sixty_cases_at_least() -> None:
    assert len({name for name, _known, _expected in TABLE}) == len(TABLE) >= 60


# -- rules and facts ---------------------------------------------------------------------------------------------------


def day_of(key: str, **known: Any) -> Termijn:
    return next(each for each in clock.termijnen(facts(**known)) if each.sleutel == key)


@pytest.mark.parametrize(
    ("key", "known", "said"),
    [
        (LAST, EXAMPLE, "De verhuurder geeft 42 dagen na de dag van ontvangst (Overlegwet artikel 5 lid 1)."),
        (LAST, {**EXAMPLE, "termijn_dagen": 28}, "De wet geeft minstens zes weken."),
        (LAST, {**EXAMPLE, "termijn_dagen": 1}, "De verhuurder geeft 1 dag na"),
        (LAST, {"ontvangen_op": "2026-03-05"}, "De verhuurder gaf geen termijn; de wet geeft minstens zes weken"),
        (LAST, {**EXAMPLE, "verlengd_tot": "2026-05-01"}, "verlengde de termijn schriftelijk"),
        (OURS, {**EXAMPLE, "volledig_op": "2026-03-19"}, "Ons standpunt: "),
        (NO_OBJECTION, {"geen_bezwaar_ontvangen_op": "2026-03-12"}, "(Overlegwet artikel 5 lid 3, onder a)."),
        (NO_OBJECTION, {"advies_ontvangen_op": "2026-03-12", "uitkomst": "positief"}, "Een positief advies zonder voorwaarden"),
        (LAPSED, EXAMPLE, "(Overlegwet artikel 5 lid 3, onder b)."),
        (LAPSED, {**EXAMPLE, "advies_ontvangen_op": "2026-04-16"}, "die zegt niet of de redenen van lid 3, onder c, voorgaan"),
        (LAPSED, {**EXAMPLE, "advies_ontvangen_op": "2026-04-17"}, "Uw advies kwam na de laatste dag."),
        (LAPSED, {**EXAMPLE, "volledig_op": "2026-03-19", "advies_ontvangen_op": "2026-04-30"}, "Volgens ons kwam het op tijd."),
        (REASONS, {"advies_ontvangen_op": "2026-04-16"}, "binnen 14 dagen na ontvangst (Overlegwet artikel 5 lid 2)."),
        (REASONS, {"advies_ontvangen_op": "2026-04-16", "redenen_dagen": 21}, "met de verhuurder afgesproken; de wet zegt 14."),
        (REASONED, {"redenen_ontvangen_op": "2026-04-30"}, "(Overlegwet artikel 5 lid 3, onder c)."),
    ],
)  # fmt: skip
def test_each_day_says_its_rule_with_the_article(key: str, known: dict[str, Any], said: str) -> None:
    assert said in day_of(key, **known).regel


def test_each_day_says_its_facts_with_their_proof() -> None:
    known = {
        **EXAMPLE,
        "ontvangen_bewijs": "Stempel",
        "verlengd_tot": "2026-05-01",
        "verlengd_bewijs": "E-mail",
        "advies_ontvangen_op": "2026-04-16",
        "redenen_dagen": 21,
        "termijnen_bron": "Overeenkomst",
    }
    assert [(fact.veld, fact.waarde, fact.bewijs) for fact in day_of(LAST, **known).feiten] == [
        ("ontvangen_op", date(2026, 3, 5), "Stempel"),
        ("termijn_dagen", 42, ""),
        ("verlengd_tot", date(2026, 5, 1), "E-mail"),
    ]
    assert [fact.veld for fact in day_of(LAPSED, **known).feiten][-1] == "advies_ontvangen_op"
    assert [(fact.veld, fact.bewijs) for fact in day_of(REASONS, **known).feiten] == [
        ("advies_ontvangen_op", ""),
        ("redenen_dagen", "Overeenkomst"),
    ]


@pytest.mark.parametrize(
    ("received", "known", "expected"),
    [
        ("2026-04-16", {}, "ja"),
        ("2026-04-17", {}, "nee"),
        ("2026-04-30", {"volledig_op": "2026-03-19"}, "omstreden"),
        ("2026-05-01", {"volledig_op": "2026-03-19"}, "nee"),
        ("2026-04-28", {"volledig_op": "2026-03-14"}, "omstreden"),
        ("2026-04-29", {"volledig_op": "2026-03-14"}, "nee"),
        ("2026-05-01", {"verlengd_tot": "2026-05-01"}, "ja"),
        ("2026-05-01", {"verlengd_tot": "2026-05-01", "verlengd_mondeling": True}, "nee"),
        ("2026-04-16", {"soort": "ongevraagd"}, None),
    ],
)
def test_whether_our_advies_was_in_time(received: str, known: dict[str, Any], expected: str | None) -> None:
    assert clock.in_time(facts(**EXAMPLE, advies_ontvangen_op=received, **known)) == expected


def test_on_the_monday_after_a_last_day_on_sunday_it_is_disputed() -> None:
    known = {"ontvangen_op": "2026-01-11", "termijn_dagen": 42}
    said = [clock.in_time(facts(**known, advies_ontvangen_op=f"2026-02-{day}")) for day in (22, 23, 24)]
    assert said == ["ja", "omstreden", "nee"]


def test_within_the_six_weeks_of_the_law_an_advies_is_not_late_whatever_shorter_term_was_given() -> None:
    known: dict[str, Any] = {"ontvangen_op": "2026-03-05", "termijn_dagen": 28}
    days = ("2026-04-02", "2026-04-03", "2026-04-16", "2026-04-17")
    assert [clock.in_time(facts(**known, advies_ontvangen_op=day)) for day in days] == [
        "ja",
        "omstreden",
        "omstreden",
        "nee",
    ]
    later = facts(**known, volledig_op="2026-03-19", advies_ontvangen_op="2026-04-30")
    assert clock.in_time(later) == "omstreden"


def test_the_latest_day_is_the_one_that_we_argue() -> None:
    assert clock.latest_day(facts(**EXAMPLE, volledig_op="2026-03-14")) == date(2026, 4, 28)
    assert clock.latest_day(facts()) is None


# -- what holds for any case -------------------------------------------------------------------------------------------

DAYS = st.dates(date(2015, 1, 1), date(2045, 12, 31))
MAYBE = st.none() | DAYS
CASES = st.builds(
    Feiten,
    soort=st.sampled_from(["adviesaanvraag", "adviesaanvraag", "instemming", "ongevraagd", "informatie"]),
    ontvangen_op=MAYBE,
    volledig_op=MAYBE,
    termijn_dagen=st.none() | st.integers(1, 730),
    verlengd_tot=MAYBE,
    verlengd_mondeling=st.none() | st.booleans(),
    uitkomst=st.none()
    | st.sampled_from(["positief", "positief_mits", "negatief", "onthouding", "geen_bezwaar"]),
    advies_ontvangen_op=MAYBE,
    geen_bezwaar_ontvangen_op=MAYBE,
    redenen_ontvangen_op=MAYBE,
    redenen_dagen=st.none() | st.integers(1, 365),
    wacht_dagen=st.none() | st.integers(1, 365),
)


@given(CASES)
def test_one_day_for_each_key_in_order_and_never_earlier_with_the_algemene_termijnenwet(
    known: Feiten,
) -> None:
    found = clock.termijnen(known)
    keys = [each.sleutel for each in found]
    order = [LAST, OURS, NO_OBJECTION, LAPSED, REASONS, REASONED]
    assert keys == [key for key in order if key in keys]
    for each in found:
        assert each.datum_atw >= each.datum
        assert each.regel
        assert each.feiten
    days = {each.sleutel: each for each in found}
    if LAPSED in days:
        assert (
            (days[LAPSED].datum - days[LAST].datum).days
            == (days[LAPSED].datum_atw - days[LAST].datum_atw).days
            == 1
        )
    if OURS in days and LAST in days:
        assert days[OURS].datum > days[LAST].datum


@given(DAYS, st.integers(1, 730))
def test_a_term_ends_after_its_start_on_a_working_day_with_the_law_that_moves_it(
    start: date, days: int
) -> None:
    without, moved = with_atw(start, days)
    assert start < without == start.fromordinal(start.toordinal() + days) <= moved
    if days > 90:
        assert moved == without
        return
    assert is_working_day(moved)
    assert (moved - without).days <= 6
    between = [start.fromordinal(at) for at in range(start.toordinal() + 1, moved.toordinal() + 1)]
    assert days < 3 or sum(map(is_working_day, between)) >= 2


@given(DAYS, st.integers(1, 89))
def test_a_longer_term_never_ends_earlier(start: date, days: int) -> None:
    shorter, longer = with_atw(start, days), with_atw(start, days + 1)
    assert longer[0] > shorter[0]
    assert longer[1] >= shorter[1]


@given(DAYS, DAYS, st.integers(1, 200))
def test_an_extension_never_takes_a_day_away_and_one_that_was_only_said_changes_nothing(
    start: date, longer: date, days: int
) -> None:
    plain = clock.termijnen(Feiten(ontvangen_op=start, termijn_dagen=days))
    written = clock.termijnen(Feiten(ontvangen_op=start, termijn_dagen=days, verlengd_tot=longer))
    said = clock.termijnen(
        Feiten(ontvangen_op=start, termijn_dagen=days, verlengd_tot=longer, verlengd_mondeling=True)
    )
    assert said == plain
    assert written[0].datum == max(plain[0].datum, longer)
