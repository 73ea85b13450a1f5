"""A large load is undone and redone by whole sets: with the same result as row by row, or not at all."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from huurdersapp.actions import adreslijst, history, lists, records
from huurdersapp.actions.context import Context
from huurdersapp.base import jobs
from huurdersapp.base.errors import UserError
from huurdersapp.base.tables import read_table
from huurdersapp.store import check, undo, undo_large
from tests.actions.conftest import Made

HEAD = "Postcode;Huisnummer;Straat;Plaats;Complex;Energielabel"
COUNT, LEAST = 300, 500
FIRST = [f"7822 AP;{number};Marel;Emmen;C{number % 7};D" for number in range(1, COUNT + 1)]
NEWER = [
    f"7822 AP;{number};Marel;Emmen;C{number % 7};{'B' if number % 3 else 'D'}"
    for number in range(1, COUNT + 200)
]


def load(ctx: Context, path: Path, rows: list[str]) -> None:
    path.write_text("\n".join([HEAD, *rows]), encoding="utf-8")
    table = read_table(path)
    jobs.run(adreslijst.load(ctx, jobs.run(adreslijst.plan(ctx, table, adreslijst.guess(ctx, table)))))


def content(ctx: Context) -> tuple[Any, ...]:
    """All that a person can see of it: the records, and what search finds."""
    kinds = [ctx.spec(kind) for kind in ("adres", "complex")]
    return tuple((lists.find(ctx, spec), len(lists.find(ctx, spec, words="marel"))) for spec in kinds)


@pytest.fixture
def two_loads(office: Context, tmp_path: Path) -> tuple[Any, Any, Any]:
    """A load, and one that changes and adds; what there was before, between and after."""
    before = content(office)
    load(office, tmp_path / "een.csv", FIRST)
    between = content(office)
    load(office, tmp_path / "twee.csv", NEWER)
    return before, between, content(office)


@pytest.fixture(autouse=True)
def _small_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    """A real large load would take these tests minutes on the long road."""
    monkeypatch.setattr(undo_large, "LARGE", LEAST)
    monkeypatch.setattr(undo_large, "PIECE", 70)


@pytest.mark.parametrize("least", [LEAST, 10**9], ids=["by sets", "row by row"])
def test_undo_and_redo_bring_back_exactly_what_there_was(
    office: Context, two_loads: tuple[Any, Any, Any], monkeypatch: pytest.MonkeyPatch, least: int
) -> None:
    monkeypatch.setattr(undo_large, "LARGE", least)
    before, between, after = two_loads
    assert history.undo_takes_long(office) == (least == LEAST)
    for _twice in range(2):
        assert history.undo(office).label == "399 adressen laden"
        assert content(office) == between
        history.undo(office)
        assert content(office) == before
        assert history.redo(office).label == "300 adressen laden"
        assert content(office) == between
        history.redo(office)
        assert content(office) == after
    assert jobs.run(check.check(office.store)) == []


def test_what_was_built_upon_is_refused_in_words(office: Context, tmp_path: Path) -> None:
    load(office, tmp_path / "een.csv", FIRST)
    records.change(office, office.spec("adres"), 7, {"energielabel": "a1"})
    history.undo(office)
    history.redo(office)
    step = undo.undoable(office.store)[1]
    with pytest.raises(UserError, match="Energielabel"):
        history.undo(office, step)
    assert lists.count(office, office.spec("adres")) == COUNT


def test_a_record_that_points_at_one_of_them_is_in_the_way(
    office: Context, made: Made, tmp_path: Path
) -> None:
    load(office, tmp_path / "een.csv", FIRST)
    made("knelpunt", titel="Lek", categorie="onderhoud", gemeld_op="2019-01-05", complex="C3")
    step = undo.undoable(office.store)[1]
    with pytest.raises(UserError, match="Knelpunt"):
        history.undo(office, step)
    assert lists.count(office, office.spec("adres")) == COUNT
    assert jobs.run(check.check(office.store)) == []


def test_an_undo_that_is_stopped_changes_nothing(office: Context, tmp_path: Path) -> None:
    load(office, tmp_path / "een.csv", FIRST)
    shown, seq = content(office), office.store.head.seq
    job = history.undoing(office)
    for _step in range(2):
        next(job)
    job.close()
    assert (content(office), office.store.head.seq) == (shown, seq)
    assert jobs.run(check.check(office.store)) == []
