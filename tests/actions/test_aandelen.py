"""What a corporation contributes stands beside its share of the homes, with what is not known, and no judgement."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huurdersapp.actions import aandelen, lists
from huurdersapp.actions.aandelen import OfMeasure, part
from huurdersapp.actions.context import Context
from tests.actions.conftest import Made, changed

YEAR = {"van": "2018-01-01", "tot": "2018-12-31"}


@pytest.fixture
def akkoord(office: Context, made: Made) -> Context:
    """Two municipalities; three corporations with homes in the first, of which one also elsewhere; a yearly measure (1), a
    measure that grows (2) and a share (3)."""
    made("kern", naam="gemeente Waterland", soort="gemeente")
    made("kern", naam="Dorp", ligt_in=1)
    made("kern", naam="gemeente Heide", soort="gemeente")
    for name, count in (("Noord", 6000), ("Zuid", 3000), ("West", 1000)):
        lines = [{"jaar": 2018, "kern": 1, "aantal_woningen": count}]
        lines += [{"jaar": 2018, "kern": 3, "aantal_woningen": 9000}] if name == "West" else []
        made("partij", naam=f"Stichting {name}", korte_naam=name, soort="corporatie", daeb_bezit=lines)
    made("partij", naam="gemeente Waterland", soort="gemeente")
    parties = [{"partij": number, "rol": "corporaties"} for number in (1, 2, 3, 4)]
    made("akkoord", naam="Akkoord", van_jaar=2018, tot_jaar=2021, kern=2, partijen=parties)
    thema = made("thema", code="T", naam="Thema", akkoord=1)
    doel = made("doel", code="T1", tekst="Doel", thema=thema)
    given = {"doel": doel, "norm": "geen"}
    made(
        "indicator", code="I1", tekst="Per jaar", soort="aantal", tijd="per_jaar", eenheid="woningen", **given
    )
    made("indicator", code="I2", tekst="Erbij", soort="aantal", richting="toename", **given)
    made("indicator", code="I3", tekst="Aandeel", soort="aandeel", **given)
    return office


def measured(made: Made, indicator: int, partij: int | None, waarde: float, **values: Any) -> int:
    return made("meting", indicator=indicator, partij=partij, waarde=waarde, **{**YEAR, **values})


def of(ctx: Context, code: str, year: int = 2018) -> OfMeasure:
    return next(each for each in aandelen.shares(ctx, 1, year).measures if each.code == code)


def test_homes_are_those_in_the_municipality_of_the_akkoord(akkoord: Context) -> None:
    found = aandelen.shares(akkoord, 1, 2018)
    assert [(each.name, each.count, each.share) for each in found.homes] == [
        ("Noord", 6000, Decimal("60.0")), ("Zuid", 3000, Decimal("30.0")), ("West", 1000, Decimal("10.0")),
    ]  # fmt: skip
    assert (found.total, found.missing, found.mixed) == (10_000, (), False)


def test_contributions_stand_beside_the_shares_with_the_difference_in_points(
    akkoord: Context, made: Made
) -> None:
    for party, value in ((1, 50), (2, 40), (3, 10)):
        measured(made, 1, party, value)
    measured(made, 1, None, 999)
    measured(made, 1, 4, 500)
    found = of(akkoord, "I1")
    assert found.total == 100
    assert found.missing == ()
    assert [each.value for each in found.parties] == list(map(Decimal, (50, 40, 10)))
    assert [each.share for each in found.parties] == list(map(Decimal, (50, 40, 10)))
    assert [each.difference for each in found.parties] == list(map(Decimal, (-10, 10, 0)))
    for each in found.parties:
        assert lists.count(akkoord, akkoord.spec("meting"), each.where) == 1


def test_where_one_says_nothing_there_is_no_share_and_it_is_told(akkoord: Context, made: Made) -> None:
    measured(made, 1, 1, 50)
    measured(made, 1, 2, 50)
    found = of(akkoord, "I1")
    assert found.missing == ("West",)
    assert {(each.share, each.difference) for each in found.parties} == {(None, None)}


def test_parts_of_a_year_add_up_for_a_yearly_norm_and_the_last_tells_how_far_growth_is(
    akkoord: Context, made: Made
) -> None:
    for indicator in (1, 2):
        measured(made, indicator, 1, 10, tot="2018-04-30")
        measured(made, indicator, 1, 15, van="2018-05-01", tot="2018-08-31")
    assert of(akkoord, "I1").parties[0].value == 25
    assert of(akkoord, "I2").parties[0].value == 15
    measured(made, 1, 1, 30)
    assert of(akkoord, "I1").parties[0].value == 30, "one value over the whole year goes first"
    assert [each.code for each in aandelen.shares(akkoord, 1, 2018).measures] == ["I1", "I2"]


def test_values_of_projects_add_up_and_a_replaced_value_does_not_count(akkoord: Context, made: Made) -> None:
    first = measured(made, 1, 1, 10, project="Oost")
    measured(made, 1, 1, 5, project="Kade")
    assert of(akkoord, "I1").parties[0].value == 15
    made(
        "meting", indicator=1, partij=1, waarde=12, project="Oost", vervangt=first,
        correctie_reden="Geteld.", **YEAR,
    )  # fmt: skip
    assert of(akkoord, "I1").parties[0].value == 17


def test_homes_of_another_area_cannot_be_compared(akkoord: Context, made: Made) -> None:
    changed(akkoord, "partij", 3, daeb_bezit=[{"jaar": 2018, "aantal_woningen": 10_000}])
    for party in (1, 2, 3):
        measured(made, 1, party, 10)
    found = aandelen.shares(akkoord, 1, 2018)
    assert found.mixed
    assert {each.difference for each in of(akkoord, "I1").parties} == {None}
    changed(akkoord, "partij", 3, daeb_bezit=[])
    found = aandelen.shares(akkoord, 1, 2018)
    assert (found.mixed, found.missing) == (False, ("West",))
    assert {each.difference for each in of(akkoord, "I1").parties} == {None}


def test_the_years_are_those_of_the_akkoord_and_of_the_homes(akkoord: Context) -> None:
    changed(akkoord, "partij", 1, daeb_bezit=[{"jaar": 2017, "kern": 1, "aantal_woningen": 10}])
    assert aandelen.years(akkoord, 1) == (2021, 2020, 2019, 2018, 2017)


@given(st.lists(st.integers(0, 100_000), min_size=1, max_size=6))
def test_shares_are_of_the_total_and_add_up_to_a_hundred_within_rounding(counts: list[int]) -> None:
    found = [part(count, sum(counts)) for count in counts]
    if not sum(counts):
        assert set(found) == {None}
        return
    shares = [each for each in found if each is not None]
    assert all(0 <= each <= 100 for each in shares)
    assert abs(sum(shares, Decimal(0)) - 100) <= Decimal("0.05") * len(counts)
