"""Each point of an akkoord that counts something says one number: that of its list, on the screen and in the
trimesterverslag; and in the akkoord as a whole each record counts once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from huurdersapp.actions import akkoord, lists, records, rows, verslag
from huurdersapp.actions.akkoord_lezen import akkoord_of
from huurdersapp.actions.akkoord_telling import Counted, counted, totals
from huurdersapp.actions.context import Context
from huurdersapp.base import clock, jobs
from huurdersapp.base.period import parse
from huurdersapp.reports.trimester_values import TrimesterValues
from tests.actions.conftest import Made, numbers, shown

RULES = ("bezoeken", "huishoudens", "coaches", "campagnes", "commissies")
PERIODS = ("2020-T1", "2020-T3", "2021-T1", "2020")


def points(ctx: Context) -> Iterator[tuple[str, int, str]]:
    """Kind, number and code of the points whose rule counts one of these."""
    for kind in ("afspraak", "indicator"):
        for row in lists.find(ctx, ctx.spec(kind), [f"regel_telt={','.join(RULES)}"]):
            yield kind, row["nummer"], row["code"]


def report(ctx: Context, code: str) -> TrimesterValues:
    return verslag.report_values(ctx, parse(code), 1)


def on_screen(ctx: Context, kind: str, number: int, code: str) -> Counted:
    found = counted(ctx, kind, number, parse(code))
    assert found is not None
    return found


@pytest.mark.parametrize("code", PERIODS)
def test_each_point_says_the_number_of_its_list_on_screen_and_on_paper(example: Context, code: str) -> None:
    made = report(example, code)
    measures = {item.nummer: item for thema in made.themas for item in thema.indicatoren}
    done = {item.nummer: item for thema in made.themas for item in thema.afspraken}
    seen: set[str] = set()
    for kind, number, name in points(example):
        found = on_screen(example, kind, number, code)
        assert found.count == lists.count(example, example.spec(found.kind), found.where), name
        seen.add(found.label)
        if kind == "indicator":
            assert measures[name].waarde.getal.waarde == found.count, name
        elif found.kind == "campagne":
            titles = {row["titel"] for row in lists.find(example, example.spec("campagne"), found.where)}
            told = [item.omschrijving for item in done[name].activiteiten]
            assert len(told) == len(set(told))
            assert {f"Campagne ‘{title}’" for title in titles} <= set(told), name
        elif found.count:
            counts = [
                item.aantal.waarde for item in done[name].activiteiten if item.aantal and not item.soort
            ]
            assert counts == [found.count]
    assert len(seen) == len(RULES)


def number_of(ctx: Context, code: str) -> tuple[str, int]:
    kind = "indicator" if "-I" in code else "afspraak"
    (number,) = numbers(ctx, kind, f"code={code}")
    return kind, number


def count(ctx: Context, code: str, when: str = "2019") -> int | None:
    found = counted(ctx, *number_of(ctx, code), parse(when))
    return None if found is None else found.count


def test_what_lies_elsewhere_or_in_another_year_does_not_count(emmen: Context, made: Made) -> None:
    coach = made("energiecoach", naam="Wubbo", actief_van="2019-01-01")
    elsewhere = made("kern", naam="gemeente Heide", soort="gemeente")
    village = made("kern", naam="Heidedorp", soort="kern", ligt_in=elsewhere)
    home = {"postcode": "7891 AB", "huisnummer": 12}
    made("energiebezoek", **home, coach=coach, datum="2019-03-01", kern="Klazienaveen")
    made("energiebezoek", **home, coach=coach, datum="2019-04-01", kern="Klazienaveen")
    made("energiebezoek", postcode="9400 AA", huisnummer=1, coach=coach, datum="2019-03-01", kern=village)
    made("energiebezoek", **home, coach=coach, datum="2018-12-31", kern="Klazienaveen")
    assert (count(emmen, "DU2-I13"), count(emmen, "DU2-A11"), count(emmen, "DU2-I15")) == (2, 2, 1)
    assert count(emmen, "DU2-I13", "2018") is None, "the akkoord did not hold yet"
    made("energiecoach", naam="Elders", actief_van="2019-01-01", kernen=[village])
    assert count(emmen, "DU2-I14") == 1
    help_ = [{"datum": "2019-03-01", "soort": "advies"}, {"datum": "2019-04-01", "soort": "advies"}]
    made("commissie", naam="De Beuk", kern="Klazienaveen", ondersteuning=help_)
    made("commissie", naam="De Eik", kern=village, ondersteuning=help_)
    assert count(emmen, "BB1-I10") == 1


def test_a_thing_counts_once_for_a_point_that_it_names_and_whose_theme_it_is_about(
    emmen: Context, made: Made
) -> None:
    _kind, afspraak = number_of(emmen, "WZ3-A12")
    (doel,) = [row["doel"] for row in lists.find(emmen, emmen.spec("afspraak"), ["code=WZ3-A12"])]
    thema = lists.find(emmen, emmen.spec("doel"), [f"nummer={doel}"])[0]["thema"]
    dated = {"start_op": "2019-03-01", "sluit_op": "2019-03-20", "thema": thema}
    made("raadpleging", titel="Wonen en zorg", afspraken=[afspraak], **dated)
    assert count(emmen, "WZ3-A12") == 1
    done = {i.nummer: i.activiteiten for t in report(emmen, "2019").themas for i in t.afspraken}
    assert [item.omschrijving for item in done["WZ3-A12"]] == ["Raadpleging ‘Wonen en zorg’"]


def test_a_campagne_is_told_once_for_a_point_that_it_names_and_that_counts_it(
    emmen: Context, made: Made
) -> None:
    _kind, afspraak = number_of(emmen, "DU2-A9")
    given = {"start_op": "2019-03-01", "eind_op": "2019-04-01"}
    made("campagne", titel="Energie besparen", afspraken=[afspraak], **given)
    made("campagne", titel="Ook energie", **given)
    assert count(emmen, "DU2-A9") == 2
    done = {i.nummer: i.activiteiten for t in report(emmen, "2019").themas for i in t.afspraken}
    assert sorted(item.omschrijving for item in done["DU2-A9"]) == [
        "Campagne ‘Energie besparen’",
        "Campagne ‘Ook energie’",
    ]


def test_a_point_without_a_rule_and_one_that_is_gone_count_nothing(emmen: Context) -> None:
    assert counted(emmen, "thema", 1, parse("2019")) is None
    assert counted(emmen, "afspraak", 99_999, parse("2019")) is None
    (kind, number), year = number_of(emmen, "BB5-I1"), parse("2019")
    assert counted(emmen, kind, number, year) is None, "it is measured by others"


# -- what was linked by hand -------------------------------------------------------------------------------------------


def held_on(month: int, **values: Any) -> dict[str, Any]:
    return {"start_op": f"2019-{month:02}-01", "sluit_op": f"2019-{month:02}-20", **values}


def test_what_is_linked_by_hand_counts_beside_what_the_words_find_and_each_once(
    emmen: Context, made: Made
) -> None:
    (linked,) = numbers(emmen, "afspraak", "code=BB1-A9")
    made("raadpleging", titel="De Peppels", afspraken=[linked], **held_on(2))
    made("raadpleging", titel="Sloop van de Peppels", afspraken=[linked], **held_on(3))
    made("raadpleging", titel="Sloop of niet", **held_on(4))
    made("raadpleging", titel="Heel iets anders", **held_on(5))
    assert count(emmen, "BB1-I11") == 3
    found = counted(emmen, *number_of(emmen, "BB1-I11"), parse("2019"))
    assert found is not None
    titles = [row["titel"] for row in lists.find(emmen, emmen.spec("raadpleging"), found.where)]
    assert sorted(titles) == ["De Peppels", "Sloop of niet", "Sloop van de Peppels"]
    with emmen.store.reading() as db:
        assert (
            rows.told(emmen, db.catalogue.specs["raadpleging"], found.where)[-1] == "Telt mee voor: BB1-I11"
        )


def test_what_is_linked_counts_the_same_for_the_afspraak_and_its_measure_without_words(
    emmen: Context, made: Made
) -> None:
    (linked,) = numbers(emmen, "afspraak", "code=WZ3-A12")
    doel = shown(emmen, "afspraak", linked)["doel"]
    thema = shown(emmen, "doel", doel)["thema"]
    made("raadpleging", titel="Wonen met een vlekje", afspraken=[linked], **held_on(2))
    made("raadpleging", titel="Zorg dichtbij", thema=thema, **held_on(3))
    made("raadpleging", titel="Ook van het thema", thema=thema, afspraken=[linked], **held_on(4))
    assert (count(emmen, "WZ3-A12"), count(emmen, "WZ3-I12")) == (3, 3)
    assert count(emmen, "WZ3-I14") == 1, "a link to the afspraak does not say that it is about care"


def test_a_meeting_linked_to_the_afspraak_counts_for_its_own_working_group_alone(
    emmen: Context, made: Made
) -> None:
    (linked,) = numbers(emmen, "afspraak", "code=DU3-A3")
    (measure,) = numbers(emmen, "indicator", "code=DU3-I5")
    item = {"onderwerp": "Zonnepanelen", "afspraak": linked}
    meeting = {"soort": "werkgroep", "datum": "2019-03-01"}
    made("overleg", werkgroep="Besparing", agendapunten=[item], **meeting)
    codes = ("DU3-A3", "DU3-I4", "DU3-I5")
    assert [count(emmen, code) for code in codes] == [1, 1, 0]
    made("overleg", werkgroep="Zon", agendapunten=[{"onderwerp": "Dak", "indicator": measure}], **meeting)
    assert [count(emmen, code) for code in codes] == [1, 1, 1], (
        "a link to the measure is no link to the afspraak"
    )
    made("overleg", soort="rg", datum="2019-03-01", agendapunten=[item])
    assert [count(emmen, code) for code in codes] == [1, 1, 1], "the kind of meeting is a fact"


def test_what_is_linked_but_lies_elsewhere_does_not_count(emmen: Context, made: Made) -> None:
    elsewhere = made("kern", naam="gemeente Heide", soort="gemeente")
    (linked,) = numbers(emmen, "afspraak", "code=BB1-A9")
    made("raadpleging", titel="Sloop", afspraken=[linked], kernen=[elsewhere], **held_on(2))
    assert count(emmen, "BB1-I11") == 0


def test_visies_and_programmas_count_once_our_part_in_them_has_a_day(emmen: Context, made: Made) -> None:
    given = {"eigen_inbreng": "Wij vroegen om banken.", "inbreng_op": "2019-05-01"}
    made("visie", naam="Dorpsvisie Erica", **given)
    made("visie", naam="Zonder ons", vastgesteld_op="2019-05-01")
    made("visie", naam="Leefbaarheid 2019", soort="programma", **given)
    assert [count(emmen, code) for code in ("BB1-A10", "BB1-I12", "LW2-I8")] == [1, 1, 1]
    elsewhere = made("kern", naam="gemeente Heide", soort="gemeente")
    made("visie", naam="Heidevisie", kernen=[elsewhere], **given)
    assert count(emmen, "BB1-I12") == 1


# -- all points, and the akkoord as a whole ----------------------------------------------------------------------------


def every_point(ctx: Context) -> list[tuple[str, int, str]]:
    """Kind, number and code of all points that count something."""
    return [
        (kind, row["nummer"], row["code"])
        for kind in ("afspraak", "indicator")
        for row in lists.find(ctx, ctx.spec(kind))
        if row["regel_telt"]
    ]


def agree(ctx: Context, code: str) -> int:
    """Check that each number is that of its list, and the totals of an akkoord those of all points; gives how many
    different records counted."""
    span = parse(code)
    seen: dict[tuple[int | None, str], set[int]] = {}
    for kind, number, name in every_point(ctx):
        found = counted(ctx, kind, number, span)
        if found is None:
            continue
        listed = [row["nummer"] for row in lists.find(ctx, ctx.spec(found.kind), found.where)]
        assert len(listed) == len(set(listed)) == found.count, name
        akkoord = akkoord_of(ctx, kind, number)
        seen.setdefault((akkoord, found.kind), set()).update(listed)
    counts = 0
    for akkoord in numbers(ctx, "akkoord"):
        for total in totals(ctx, akkoord, span):
            counts += total.count
            listed = [row["nummer"] for row in lists.find(ctx, ctx.spec(total.kind), total.where)]
            assert len(listed) == len(set(listed)) == total.count, total.label
            assert set(listed) == seen.pop((akkoord, total.kind), set()), total.label
    assert not seen, "the totals forget a kind"
    return counts


@pytest.mark.parametrize("code", ["2019", "2020", "2021", "2021-T2"])
def test_in_the_example_each_value_is_the_number_of_records_that_it_opens(
    example: Context, code: str
) -> None:
    assert agree(example, code) > 5


@pytest.fixture
def two_akkoorden(emmen: Context) -> Context:
    """The akkoord of Emmen beside a foreign one, with other kinds of meeting and another cycle."""
    jobs.run(akkoord.load(emmen, Path("tests/data/akkoord-andersstad.json")))
    return emmen


WORDS = (
    "sloop",
    "zorg",
    "campus",
    "energie",
    "Emmerhout",
    "Besparing",
    "leefbaarheid",
    "Drenthe Huurt",
    "tuin",
)
DAYS = st.dates(date(2018, 6, 1), date(2025, 6, 1)).map(date.isoformat)
SOME = st.integers(0, 10**6)
"""A place in a list of whatever is there, counted round."""


@st.composite
def things(draw: st.DrawFn) -> tuple[str, dict[str, Any]]:
    """A record of a kind that counts; a number stands for one of the kernen, themes or points that there are."""
    kind = draw(
        st.sampled_from(
            (
                "raadpleging",
                "campagne",
                "knelpunt",
                "overleg",
                "visie",
                "actiepunt",
                "advies",
                "renovatieproject",
            )
        )
    )
    words = " ".join(draw(st.lists(st.sampled_from(WORDS), max_size=2))) or "iets"
    day, thema, afspraak = draw(DAYS), draw(st.none() | SOME), draw(st.none() | SOME)
    kern = draw(st.none() | SOME)
    few, places = [] if afspraak is None else [afspraak], [] if kern is None else [kern]
    match kind:
        case "raadpleging":
            dated = {"start_op": day, "sluit_op": day}
            return kind, {"titel": words, "thema": thema, "afspraken": few, "kernen": places, **dated}
        case "campagne":
            dated = {"start_op": day, "eind_op": day}
            return kind, {"titel": words, "thema": thema, "afspraken": few, "kernen": places, **dated}
        case "knelpunt":
            category = draw(st.sampled_from(("huurprijs", "overlast", "vocht_schimmel", "energie_isolatie")))
            return kind, {
                "titel": words, "categorie": category, "gemeld_op": min(day, "2024-01-01"), "kern": kern,
                "thema": thema, "afspraak": afspraak,
            }  # fmt: skip
        case "overleg":
            lines = [{"onderwerp": words, "afspraak": afspraak}]
            soort = draw(st.sampled_from(("werkgroep", "bo", "overig")))
            return kind, {"soort": soort, "werkgroep": words, "datum": day, "agendapunten": lines,
                          "akkoord": draw(st.sampled_from((None, 1, 2)))}  # fmt: skip
        case "visie":
            given = {"eigen_inbreng": words, "inbreng_op": day, "kernen": places, "afspraken": few}
            return kind, {"naam": words, "soort": draw(st.sampled_from(("visie", "programma"))), **given}
        case "renovatieproject":
            return kind, {"titel": words, "meting_van": day, "thema": thema, "afspraken": few, "kern": kern}
        case "actiepunt":
            return kind, {"wat": words, "persoon": "Jo", "gedaan_op": day, "afspraak": afspraak}
        case _:
            return kind, {"onderwerp": words, "thema": thema, "afspraak": afspraak, "verstuurd_op": day}


LINKS = {"kern": "kern", "kernen": "kern", "thema": "thema", "afspraak": "afspraak", "afspraken": "afspraak"}


def named(ctx: Context, there: dict[str, list[int]], values: dict[str, Any]) -> dict[str, Any]:
    """The values with records that there are."""
    made = {}
    for key, value in values.items():
        if key == "agendapunten":
            value = [named(ctx, there, line) for line in value]
        elif key in LINKS and value is not None:
            known = there[LINKS[key]]
            value = (
                [known[at % len(known)] for at in value]
                if isinstance(value, list)
                else known[value % len(known)]
            )
        made[key] = value
    return made


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(things(), min_size=1, max_size=12),
    st.sampled_from(("2019", "2020-T1", "2024", "2018-01-01..2030-12-31")),
)
def test_whatever_was_logged_each_value_is_the_number_of_records_that_it_opens(
    two_akkoorden: Context, logged: list[tuple[str, dict[str, Any]]], code: str
) -> None:
    """The records of one run are added to those of the one before: the store grows while it is tried."""
    ctx = two_akkoorden
    with clock.fixed(date(2026, 1, 1)):
        there = {kind: numbers(ctx, kind) for kind in set(LINKS.values())}
        for kind, values in logged:
            records.create(ctx, ctx.spec(kind), [named(ctx, there, values)])
        agree(ctx, code)


def test_the_totals_count_what_several_points_count_once(emmen: Context, made: Made) -> None:
    made("raadpleging", titel="Sloop en zorg en leefbaarheid", **held_on(2))
    points = [code for kind, number, code in every_point(emmen) if count(emmen, code)]
    assert len(points) > 2
    (total,) = [item for item in totals(emmen, 1, parse("2019")) if item.count]
    assert (total.label, total.count, total.where) == ("Raadplegingen", 1, ("telt_voor=akkoord:1:2019",))
    assert totals(emmen, 1, parse("2018")) == [], "the akkoord did not hold yet"
    told = rows.told(emmen, emmen.spec("raadpleging"), total.where)
    assert told == ["Telt mee voor: Lokaal Akkoord Emmen 2019-2024 in 2019"]
