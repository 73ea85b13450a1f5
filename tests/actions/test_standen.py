"""The stands of a whole akkoord: values with their lists, targets, references, our own judgement, and what counts itself."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from huurdersapp.actions import (
    akkoord,
    akkoord_lezen,
    akkoord_voortgang,
    lists,
    metingen,
    prullenbak,
    records,
    standen,
)
from huurdersapp.actions.context import Context
from huurdersapp.app import opened
from huurdersapp.base import clock, jobs
from huurdersapp.base.errors import UserError
from huurdersapp.records.akkoord_keuzes import STAND
from huurdersapp.records.draagvlak import percentage
from tests.actions.conftest import changed
from tests.akkoorden import EMMEN, FOREIGN

TODAY = date(2022, 1, 10)


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An administration with two akkoorden: that of Emmen, and one of 2024 to 2027 elsewhere."""
    folder = tmp_path_factory.mktemp("akkoorden") / "gegevens"
    with opened(folder, create=True, author="Jo") as ctx:
        jobs.run(akkoord.load(ctx, EMMEN))
        jobs.run(akkoord.load(ctx, FOREIGN))
    return folder


@pytest.fixture
def ctx(both: Path, data_folder: Path) -> Iterator[Context]:
    shutil.copytree(both, data_folder)
    with clock.fixed(TODAY), opened(data_folder) as found:
        yield found


def number(ctx: Context, code: str) -> int:
    return metingen.measure_called(ctx, code)


def enter(ctx: Context, code: str, span: str, waarde: float | None = None, **values: Any) -> int:
    given = {"indicator": number(ctx, code), "periode": span, "waarde": waarde, **values}
    (record,) = metingen.enter(ctx, {key: one for key, one in given.items() if one is not None}).records
    return int(record["nummer"])


def stand(ctx: Context, code: str, on: date | None = None) -> standen.Stand:
    return standen.stand(ctx, number(ctx, code), on)


def test_all_measures_of_an_akkoord_have_a_stand_with_its_rule(ctx: Context) -> None:
    emmen, elsewhere = standen.standen(ctx, 1), standen.standen(ctx, 2)
    assert (len(emmen), len(elsewhere)) == (134, 8)
    for one in [*emmen.values(), *elsewhere.values()]:
        assert one.key in STAND.keys()  # noqa: SIM118 - not a dict
        assert one.label == STAND.label(one.key)
        assert one.rule.endswith(".")
    assert [one.code for one in elsewhere.values()] == [
        "A1x",
        "A1y",
        "A1z",
        "B1x",
        "B1y",
        "B1z",
        "B1w",
        "B1v",
    ]
    assert standen.standen(ctx).keys() == elsewhere.keys(), "the newest of those that hold now"
    assert emmen[number(ctx, "BB5-I1")] == stand(ctx, "BB5-I1")


def test_a_value_says_what_it_is_and_opens_its_meting(ctx: Context) -> None:
    first = enter(ctx, "BB5-I1", "2021", 150, bron="Overzicht", aangeleverd_door="Lefier")
    found = stand(ctx, "BB5-I1")
    assert (found.key, found.target) == ("gehaald", "110 tot 150 woningen in 2021")
    assert found.last == found.series[-1]
    value = found.series[0]
    assert (value.number, value.value, value.words) == (first, Decimal(150), "150 woningen")
    assert (value.source, value.by, value.status, value.version) == ("Overzicht", "Lefier", "concept", 1)
    assert (value.kind, value.where) == ("meting", (f"nummer={first}",))
    assert [(one.year, one.key) for one in found.targets] == [(2021, "gehaald"), (2026, "nog_niet_te_zeggen")]
    limits = [str(limit) for one in found.targets for limit in (one.low, one.high)]
    assert limits == ["110", "150", "230", "270"]
    enter(ctx, "BB5-I1", "2021-12-31..2021-12-31", 151)
    assert stand(ctx, "BB5-I1").key == "boven_de_bandbreedte"


def test_what_was_replaced_or_measured_later_does_not_count(ctx: Context) -> None:
    old = enter(ctx, "BB14-I8", "2020", 1)
    better = metingen.correct(ctx, old, {"waarde": 0}, "Verkeerd geteld.").records[0]["nummer"]
    found = stand(ctx, "BB14-I8", date(2021, 1, 1))
    assert (found.key, [one.number for one in found.series]) == ("gehaald", [better])
    assert found.series[0].version == 2
    enter(ctx, "BB14-I8", "2021", 1)
    assert stand(ctx, "BB14-I8", date(2021, 1, 1)).key == "gehaald"
    assert stand(ctx, "BB14-I8").key == "niet_gehaald"


def test_classes_stand_one_by_one(ctx: Context) -> None:
    shares = {"A++, A+, A": 20, "B": 44.9, "C": 30, "D, E, F, G": 5.1}
    lines = [{"klasse": name, "waarde": share} for name, share in shares.items()]
    enter(ctx, "DU2-I9", "2021", klassen=lines)
    found = stand(ctx, "DU2-I9")
    assert found.key == "niet_gehaald"
    assert found.rule.startswith("D, E, F, G: Gehaald als de laatste waarde van 2021 hoogstens 5 % is.")
    assert dict(found.series[0].classes) == {name: Decimal(str(share)) for name, share in shares.items()}
    assert {one.klass: one.key for one in found.targets if one.year == 2021} == {
        "A++, A+, A": "gehaald", "B": "gehaald", "C": "gehaald", "D, E, F, G": "niet_gehaald",
    }  # fmt: skip


def test_our_own_judgement_stands_beside_the_rule_while_it_holds(ctx: Context) -> None:
    enter(ctx, "BB13-I1", "2021", 9)
    lines = [
        {"datum": "2021-06-01", "stand": "achter", "reden": "De cijfers missen een wijk."},
        {"datum": "2022-01-05", "tot": "2022-01-31", "stand": "niet_gehaald", "reden": "Wij tellen anders."},
    ]
    changed(ctx, "indicator", number(ctx, "BB13-I1"), oordelen=lines)
    found = stand(ctx, "BB13-I1")
    assert (found.key, found.own_key, found.own_reason) == ("gehaald", "niet_gehaald", "Wij tellen anders.")
    assert (found.shown, found.shown_label) == ("niet_gehaald", "Niet gehaald")
    assert stand(ctx, "BB13-I1", date(2022, 2, 1)).own_key == "achter"
    assert stand(ctx, "BB13-I1", date(2021, 5, 31)).own_key is None


def test_zie_bij_gemeente_has_the_stand_of_what_it_leads_to(ctx: Context) -> None:
    enter(ctx, "WZ1-I2", "2021", 0)
    found = stand(ctx, "WZ3-I4")
    assert (found.key, found.follows) == ("niet_gehaald", ("WZ1-I2",))
    assert found.rule.startswith("Zie WZ1-I2. Gehaald zolang de laatste waarde ja is.")
    assert found.last == stand(ctx, "WZ1-I2").last
    many = stand(ctx, "WZ4-I3")
    assert len(many.follows) > 1
    assert many.key == "niet_gehaald"
    assert many.rule.startswith(f"Van {len(many.follows)} maten telt de minste: WZ1-I2.")


def test_where_only_a_party_is_named_its_measures_of_the_theme_count(ctx: Context) -> None:
    named = set(stand(ctx, "WZ4-I3").follows)
    changed(ctx, "indicator", number(ctx, "WZ4-I3"), verwijzingen=[])
    assert set(stand(ctx, "WZ4-I3").follows) == named
    changed(ctx, "indicator", number(ctx, "B1z"), verwijzingen=[])
    assert stand(ctx, "B1z").follows == ("B1y",), "verhuurders of another akkoord, by their role"


def test_references_in_a_circle_end(ctx: Context) -> None:
    """Nobody can make one, but two laptops together could."""
    for one, other in (("WZ3-I1", "WZ3-I4"), ("WZ3-I4", "WZ3-I1")):
        key = number(ctx, one)
        with ctx.store.step("kring") as db:
            row = records.find(db, ctx.spec("indicator"), key)
            (line, *_rest) = db.lines(ctx.spec("indicator").part["verwijzingen"].spec, row.id)
            line.indicator_id = records.find(db, ctx.spec("indicator"), number(ctx, other)).id
    found = standen.standen(ctx, 1)
    assert found[number(ctx, "WZ3-I1")].key == "nog_niet_te_zeggen"


def test_an_earlier_series_is_shown_and_marked(ctx: Context) -> None:
    enter(ctx, "BB6-I1", "2021", 1800)
    with clock.fixed(date(2025, 1, 10)):
        enter(ctx, "A1x", "2024", 40)
        changed(ctx, "indicator", number(ctx, "A1x"), voorgangers=[])
        with ctx.store.step("opvolging") as db:
            spec = ctx.spec("indicator")
            owner = records.find(db, spec, number(ctx, "A1x"))
            older = records.find(db, spec, number(ctx, "BB6-I1"))
            cls: Any = spec.part["voorgangers"].spec.cls
            db.add(cls(ouder_id=owner.id, volgorde=0, indicator_id=older.id))
        found = stand(ctx, "A1x")
    assert [(one.earlier, str(one.value)) for one in found.series] == [("BB6-I1", "1800"), ("", "40")]
    assert found.last == found.series[1]


def goal(ctx: Context, code: str) -> str:
    """The stand of a goal of Emmen."""
    reading = akkoord_lezen.read(ctx, 1)
    assert reading is not None
    (at,) = [row["nummer"] for row in lists.find(ctx, ctx.spec("doel"), [f"code={code}"])]
    return akkoord_voortgang.stands(ctx, reading).goals[at].key


def test_the_goal_is_as_far_as_its_main_measures(ctx: Context) -> None:
    assert goal(ctx, "BB5") == "niet_aangeleverd"
    enter(ctx, "BB5-I1", "2021", 120)
    assert goal(ctx, "BB5") == "gehaald", "BB5-I2 is no main measure"
    enter(ctx, "BB13-I1", "2021", 12)
    assert goal(ctx, "BB13") == "niet_gehaald"


def test_the_foreign_akkoord_has_all_its_stands(ctx: Context) -> None:
    with clock.fixed(date(2027, 3, 2)):
        enter(ctx, "A1x", "2025", 100, kern="Noordkade")
        enter(ctx, "A1x", "2026", 249)
        enter(ctx, "A1y", "2026", 3.5)
        enter(ctx, "B1x", "2026", 130000)
        shares = [
            {"klasse": name, "waarde": share}
            for name, share in zip(("droog", "vochtig", "nat"), (91, 7, 2), strict=True)
        ]
        enter(ctx, "B1y", "2026", klassen=shares)
        enter(ctx, "B1v", "2026", tekst="Gedaan.")
        for year, share in ((2024, 8), (2025, 9), (2026, 7)):
            enter(ctx, "B1w", str(year), share)
        found = {one.code: one.key for one in standen.standen(ctx, 2).values()}
    assert found == {
        "A1x": "niet_gehaald", "A1y": "gehaald", "A1z": "niet_gehaald", "B1x": "gehaald",
        "B1y": "boven_de_bandbreedte", "B1z": "boven_de_bandbreedte", "B1w": "gehaald", "B1v": "nog_niet_te_zeggen",
    }  # fmt: skip


def test_parties_are_found_by_name_short_name_and_role(ctx: Context) -> None:
    every = standen.of_party(ctx, "corporaties", 1)
    assert number(ctx, "DU2-I9") in standen.of_party(ctx, "domesta", 1)
    assert standen.of_party(ctx, "Domesta", 1) < every | standen.of_party(ctx, "Domesta", 1)
    with pytest.raises(UserError, match="doet niet mee"):
        standen.of_party(ctx, "NS", 1)


# -- what counts itself ----------------------------------------------------------------------------------------------


def opened_by(ctx: Context, value: standen.Gemeten) -> int:
    return len(lists.find(ctx, ctx.spec(value.kind), value.where))


def share_of(ctx: Context, value: standen.Gemeten) -> Decimal | None:
    """Percent of the tenants in the list behind a renovation that agreed."""
    agreed = [text.replace("telt_mee_op", "ingestemd_op") for text in value.where]
    assert agreed != list(value.where)
    return percentage(len(lists.find(ctx, ctx.spec(value.kind), agreed)), opened_by(ctx, value))


def test_each_counted_value_of_the_example_equals_the_records_that_it_opens(example: Context) -> None:
    counted = [one for one in standen.standen(example).values() if one.counted]
    assert len(counted) > 20
    values = [value for one in counted for value in one.series if value.number is None]
    assert any(value.value for value in values)
    assert any(value.project for value in values)
    for value in values:
        held = share_of(example, value) if value.project else opened_by(example, value)
        assert value.value == held, value
        assert value.van.year == value.tot.year


VISITS = st.lists(st.dates(date(2023, 6, 1), date(2026, 2, 1)), max_size=8)


@given(VISITS)
@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_rule_counts_per_year_what_its_list_opens(ctx: Context, days: list[date]) -> None:
    with clock.fixed(date(2026, 2, 1)):
        if days:
            made = [
                {"titel": "Enquête campus", "start_op": day.isoformat(), "sluit_op": day.isoformat()}
                for day in days
            ]
            records.create(ctx, ctx.spec("raadpleging"), made)
        found = stand(ctx, "A1z")
        assert [(one.van.year, one.tot) for one in found.series] == [
            (2024, date(2024, 12, 31)), (2025, date(2025, 12, 31)), (2026, date(2026, 2, 1)),
        ]  # fmt: skip
        for one in found.series:
            assert one.value == opened_by(ctx, one)
        assert found.key == ("gehaald" if found.series[1].value == 2 else "niet_gehaald")
        assert found.counted


def test_a_value_beside_a_settled_one_counts_no_more_than_that(ctx: Context) -> None:
    settled = enter(ctx, "BB5-I1", "2021", 120)
    metingen.settle(ctx, [settled], on=date(2022, 1, 5))
    with pytest.raises(UserError, match=f"al een waarde vastgesteld: meting {settled}"):
        enter(ctx, "BB5-I1", "2021", 151)
    better = metingen.correct(ctx, settled, {"waarde": 119}, "Eén woning dubbel.").records[0]["nummer"]
    assert [one.number for one in stand(ctx, "BB5-I1").series] == [better]
    # In the bin it stops nothing; brought back it goes before what came meanwhile.
    records.discard(ctx, ctx.spec("meting"), better)
    records.discard(ctx, ctx.spec("meting"), settled)
    enter(ctx, "BB5-I1", "2021", 151)
    assert stand(ctx, "BB5-I1").key == "boven_de_bandbreedte"
    prullenbak.restore(ctx, "meting", settled)
    found = stand(ctx, "BB5-I1")
    assert (found.key, found.last and found.last.number) == ("gehaald", settled)


def test_two_values_of_the_same_are_told(ctx: Context) -> None:
    first = enter(ctx, "BB5-I1", "2021", 120)
    given = {"indicator": number(ctx, "BB5-I1"), "periode": "2021", "waarde": 130}
    told = metingen.enter(ctx, given)
    assert [text for text in told.warnings if f"meting {first}" in text]
    assert not metingen.enter(ctx, {**given, "project": "Kerkhoflaan"}).warnings


def test_projects_of_one_period_add_up_unless_the_whole_is_told(ctx: Context) -> None:
    enter(ctx, "BB5-I1", "2021", 70, project="Kerkhoflaan")
    enter(ctx, "BB5-I1", "2021", 50, project="Noordbarge")
    found = stand(ctx, "BB5-I1")
    assert (found.key, found.last and found.last.value) == ("gehaald", Decimal(120))
    enter(ctx, "BB5-I1", "2021", 100)
    assert stand(ctx, "BB5-I1").last is not None
    assert stand(ctx, "BB5-I1").key == "niet_gehaald"


def test_a_whole_of_last_year_does_not_hide_what_the_parties_gave_this_year(ctx: Context) -> None:
    lefier, domesta = ({"partij": name} for name in ("Lefier", "Domesta"))
    enter(ctx, "BB5-I1", "2020", 80)
    enter(ctx, "BB5-I1", "2021", 70, **lefier)
    assert stand(ctx, "BB5-I1").targets[0].key == "niet_aangeleverd"
    enter(ctx, "BB5-I1", "2021", 50, **domesta)
    assert stand(ctx, "BB5-I1").key == "gehaald"


def test_a_mean_is_called_a_mean(ctx: Context) -> None:
    for year, built in (("2019", 200), ("2020", 210), ("2021", 205)):
        enter(ctx, "BB6-I3", year, built)
    found = stand(ctx, "BB6-I3")
    assert (found.key, found.last and found.last.words) == ("gehaald", "gemiddeld 205 woningen")
    assert (found.mean, stand(ctx, "BB5-I1").mean) == (True, False)


def test_what_was_improved_stays_of_its_measure(ctx: Context) -> None:
    old = enter(ctx, "BB14-I8", "2020", 1)
    metingen.correct(ctx, old, {"waarde": 0}, "Verkeerd geteld.")
    with pytest.raises(UserError, match="De maat verandert niet meer"):
        changed(ctx, "meting", old, indicator=number(ctx, "BB6-I1"))
