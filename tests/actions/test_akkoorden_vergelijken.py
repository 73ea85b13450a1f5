"""Akkoorden side by side say numbers that are those of the lists behind them."""

from __future__ import annotations

from pathlib import Path

import pytest

from huurdersapp.actions import akkoord, lists
from huurdersapp.actions.akkoorden_vergelijken import Table, compare
from huurdersapp.actions.context import Context
from huurdersapp.base import jobs
from huurdersapp.base.errors import UserError
from huurdersapp.base.period import parse
from tests.actions.conftest import Made
from tests.akkoorden import EMMEN

FOREIGN = Path("tests/data/akkoord-andersstad.json")


@pytest.fixture
def both(office: Context, made: Made) -> Context:
    for path in (EMMEN, FOREIGN):
        jobs.run(akkoord.load(office, path))
    made("raadpleging", titel="Sloop", start_op="2019-03-01", sluit_op="2019-03-20")
    return office


def agree(ctx: Context, table: Table) -> int:
    cells = [cell for side in table.sides for cell in side.numbers.values()]
    for cell in cells:
        assert lists.count(ctx, ctx.spec(cell.kind), cell.where) == cell.count, cell
    return len(cells)


def test_each_number_is_that_of_its_list(both: Context) -> None:
    table = compare(both, [1, 2], parse("2019"))
    assert agree(both, table) > 10
    emmen, foreign = table.sides
    assert (foreign.name, foreign.place, foreign.years) == (
        "Woonpact Andersstad en Bovendam 2024-2027", "Andersstad", "2024 tot en met 2027",
    )  # fmt: skip
    assert (foreign.themes, len(foreign.parties)) == (("Studenten en starters", "Water in de wijk"), 7)
    assert (foreign.numbers["Maten"].count, foreign.numbers["Doelen"].count) == (8, 2)
    assert emmen.numbers["Raadplegingen"].count == 1
    assert "Raadplegingen" not in foreign.numbers, "it did not hold in that year"


def test_all_rows_of_all_akkoorden_are_there_once(both: Context) -> None:
    table = compare(both, [2, 1, 2], parse("2019"))
    assert [side.number for side in table.sides] == [2, 1]
    rows = [row for _title, rows in table.rows for row in rows]
    assert len(rows) == len(set(rows))
    assert set(rows) == {words for side in table.sides for words in side.numbers}


def test_the_stands_add_up_to_the_measures(example: Context) -> None:
    (side,) = compare(example, [1], parse("2020")).sides
    agree(example, compare(example, [1], parse("2020")))
    stands = [cell for cell in side.numbers.values() if cell.where[0].startswith("nummer=")]
    assert sum(cell.count for cell in stands) == side.numbers["Maten"].count
    assert side.own


def test_an_akkoord_that_is_not_there_is_told(both: Context) -> None:
    with pytest.raises(UserError, match="Akkoord 9 is er niet"):
        compare(both, [1, 9], parse("2019"))
