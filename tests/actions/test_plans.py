"""The waste bin and the page Vandaag ask the indexes that were made for them, not all that was ever kept."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from sqlalchemy import event

from huurdersapp.actions import prullenbak, vandaag
from huurdersapp.actions.context import Context
from huurdersapp.records import ALL
from tests.actions.conftest import Made
from tests.actions.test_prullenbak import thrown

Plan = tuple[str, list[str]]


def plans(ctx: Context, asked: Callable[[], object]) -> list[Plan]:
    """Each SELECT of what is asked, with how SQLite goes about it."""
    seen: list[tuple[str, Any]] = []

    def hear(_connection: Any, _cursor: Any, statement: str, values: Any, *_more: Any) -> None:
        seen.append((statement, values))

    event.listen(ctx.store.engine, "before_cursor_execute", hear)
    asked()
    event.remove(ctx.store.engine, "before_cursor_execute", hear)
    with ctx.store.reading() as db:
        explain = db.connection().exec_driver_sql
        return [
            (statement, [row[3] for row in explain(f"EXPLAIN QUERY PLAN {statement}", values)])
            for statement, values in seen
            if statement.startswith("SELECT")
        ]


def steps_with(found: list[Plan], index: str) -> list[str]:
    return [step for _statement, steps in found for step in steps if f" {index} " in f"{step} "]


def test_counting_the_bin_looks_at_nothing_that_was_not_thrown_away(office: Context) -> None:
    found = plans(office, lambda: prullenbak.count(office))
    for kind in ALL:
        assert steps_with(found, f"ix_{kind}_prullenbak"), kind
    assert all("ix_" in step for _statement, steps in found for step in steps)


def test_a_full_bin_is_walked_along_what_was_thrown_away(
    office: Context, made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(prullenbak, "FEW", 1)
    for at in range(3):
        made("knelpunt", titel=f"Lek {at}", categorie="onderhoud")
    thrown(office, "knelpunt", 1, 2, 3)
    first = prullenbak.page(office, size=2)
    assert len(first) == 2
    for after in (None, first[-1]):
        found = plans(office, partial(prullenbak.page, office, after=after))
        walk = [steps for statement, steps in found if "journal_change" in statement and " DESC" in statement]
        assert [steps[0].split(" (")[0] for steps in walk] == [
            "SEARCH journal_change USING COVERING INDEX ix_journal_change_verwijderd"
        ]
        assert "USE TEMP B-TREE" not in str(walk), "what is sorted first is not walked"


def test_what_is_open_and_late_is_found_among_what_is_open(office: Context) -> None:
    found = plans(office, lambda: vandaag.today(office))
    late = steps_with(found, "ix_actiepunt_open")
    assert len([step for step in late if "uiterlijk<?" in step and "uiterlijk>?" not in step]) == 2
    assert len([step for step in late if "uiterlijk>?" in step]) == 1, "the agenda"
    assert len([step for step in late if "uiterlijk" not in step]) == 1, "all that is open"
    expected = steps_with(found, "ix_knelpunt_verwacht")
    assert {"reactie_verwacht_op>?" in step for step in expected} == {True, False}
    for index, words in {
        "ix_energiebezoek_nazorg": "nazorg_gepland_op<?",
        "ix_energiebezoek_status_id": "status=?",
        "ix_bezoekformulier_uitgegeven_op_id": "uitgegeven_op<?",
        "ix_campagne_eind_op_id": "eind_op<?",
        "ix_campagne_actie_datum_id": "datum>?",
    }.items():
        assert [step for step in steps_with(found, index) if words in step], index
    sorted_first = [
        statement
        for statement, steps in found
        if " LIMIT " in statement
        and "nazorg_gepland_op DESC" in statement
        and "TEMP B-TREE FOR ORDER" in str(steps)
    ]
    assert sorted_first == []
    whole = [
        step for _statement, steps in found for step in steps if step in {f"SCAN {kind}" for kind in ALL}
    ]
    assert whole == []
