"""Each point of the akkoord of Emmen that counts visits, households, coaches, campagnes or commissies says one number: that
of its list, on the screen and in the trimesterverslag."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from huurdersapp.actions import akkoord, lists, verslag
from huurdersapp.actions.akkoord_telling import Counted, counted
from huurdersapp.actions.context import Context
from huurdersapp.base import jobs, paths
from huurdersapp.base.period import parse
from huurdersapp.reports.trimester_values import TrimesterValues
from tests.actions.conftest import Made, numbers

EMMEN = paths.own("resources") / "akkoorden" / "emmen-2019-2024.json"
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
            named = {title for title in titles if f"Campagne ‘{title}’" in told}
            others = lists.find(example, example.spec("campagne"), found.where)
            elsewhere = {
                row["titel"] for row in others if row["afspraken"] and number not in row["afspraken"]
            }
            assert titles - elsewhere <= named, name
        elif found.count:
            assert [item.aantal.waarde for item in done[name].activiteiten if item.aantal] == [found.count]
    assert len(seen) == len(RULES)


@pytest.fixture
def emmen(office: Context, made: Made) -> Context:
    jobs.run(akkoord.load(office, EMMEN))
    return office


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
    (kind, number), year = number_of(emmen, "BB1-A10"), parse("2019")
    assert counted(emmen, kind, number, year) is None, "nothing is kept of visies"
