"""What every record type promises, whoever adds one: say it once, and list, search, undo, files and history follow."""

from __future__ import annotations

import csv
import io
import json
import shutil
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from huurdersapp.actions import lists, records
from huurdersapp.actions.context import Context
from huurdersapp.actions.plain import Plain
from huurdersapp.app import opened
from huurdersapp.base import clock, jobs
from huurdersapp.base.errors import UserError
from huurdersapp.records import ALL
from huurdersapp.records.spec import Field, RecordSpec
from huurdersapp.store import check, queries, undo
from huurdersapp.store.queries import Query
from tests.records.samples import SAMPLES

KINDS = {"tekst", "datum", "getal", "bedrag", "ja_nee", "keuze", "verwijzing", "lijst"}
TODAY = date(2019, 7, 1)
SPECS = pytest.mark.parametrize("spec", ALL.values(), ids=lambda spec: spec.key)


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An administration with every sample in it, made once; each with a step of its own."""
    folder = tmp_path_factory.mktemp("contract") / "gegevens"
    with clock.fixed(TODAY), opened(folder, create=True, author="Fatima") as ctx:
        for kind, sample in SAMPLES.items():
            records.create(ctx, ctx.spec(kind), [sample])
    return folder


@pytest.fixture
def ctx(filled: Path, data_folder: Path) -> Iterator[Context]:
    """A copy of it for this test; whatever the test did, the store is whole after it."""
    shutil.copytree(filled, data_folder)
    with clock.fixed(TODAY), opened(data_folder) as context:
        yield context
        assert jobs.run(check.check(context.store)) == []


@pytest.fixture(scope="module")
def opened_once(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Context]:
    """A copy for all tests that write nothing; the store is whole after them."""
    folder = tmp_path_factory.mktemp("bekeken") / "gegevens"
    shutil.copytree(filled, folder)
    with clock.fixed(TODAY), opened(folder) as context:
        yield context
        assert jobs.run(check.check(context.store)) == []


@pytest.fixture
def seen(opened_once: Context) -> Iterator[Context]:
    """That copy; whatever the test asked, it holds what it held."""
    before = held(opened_once)
    yield opened_once
    assert held(opened_once) == before


def held(ctx: Context) -> tuple[int, ...]:
    """How many steps, changes and records there are."""
    with ctx.store.reading() as db:
        run = db.connection().exec_driver_sql
        tables = ("journal_step", "journal_change", "search_doc", *ctx.store.catalogue.tree)
        counts = " UNION ALL ".join(f"SELECT count(*) FROM {table}" for table in tables)
        return tuple(row[0] for row in run(counts))


def steps(ctx: Context) -> int:
    return ctx.store.head.seq


def last(ctx: Context, spec: RecordSpec) -> int:
    """The number of the sample."""
    return max(int(row["nummer"]) for row in lists.find(ctx, spec))


def own_step(ctx: Context, spec: RecordSpec) -> Any:
    """The step that made the sample."""
    with ctx.store.reading() as db:
        row = records.find(db, spec, last(ctx, spec))
    made = undo.history(ctx.store, spec.key, row.id)[-1][0]
    return next(step for step in undo.undoable(ctx.store) if step.seq == made.seq)


@SPECS
def test_a_type_says_what_it_is_called_and_what_its_list_shows(seen: Context, spec: RecordSpec) -> None:
    assert str(spec.label)
    assert str(spec.plural)
    for part in spec.tree():
        for item in part.fields.values():
            assert item.label.strip()
            assert item.kind in KINDS
            assert item.note.ref is None or item.note.ref in ALL
            for choice in item.choices.items if item.choices else ():
                assert str(choice.label).strip()
    assert spec.columns
    assert spec.search
    assert {*spec.columns, *spec.search, *spec.name, spec.order.removeprefix("-")} <= set(spec.fields)
    assert all(spec.fields[key].kind in ("tekst", "keuze") for key in spec.search)


@SPECS
def test_the_order_of_a_list_and_every_sortable_column_has_an_index(seen: Context, spec: RecordSpec) -> None:
    indexes = [[column.key for column in index.columns] for index in spec.table.indexes]
    assert [Query(spec).sorted_by[0], "id"] in indexes
    for item in spec.fields.values():
        if item.note.sortable:
            assert [item.column, "id"] in indexes
    with seen.store.reading() as db:
        driver: Any = db.connection().connection.dbapi_connection
        column, down = Query(spec).sorted_by
        way = " DESC" if down else ""
        plan = driver.execute(
            f"EXPLAIN QUERY PLAN SELECT id FROM {spec.key} WHERE verwijderd IS NULL "
            f"ORDER BY {column}{way}, id{way} LIMIT 200"
        ).fetchall()
    assert not any("TEMP B-TREE" in row[3] for row in plan)


@SPECS
def test_a_record_shows_what_went_in_and_writing_it_back_is_no_step(seen: Context, spec: RecordSpec) -> None:
    number = last(seen, spec)
    shown = records.show(seen, spec, number)
    json.dumps(shown)
    for key, value in SAMPLES[spec.key].items():
        item = spec.fields.get(key)
        if item is not None and not item.note.ref and not isinstance(value, list | dict):
            assert shown[key] == value, key
        elif key in spec.part:
            assert len(shown[key]) == len(value), key
    before = steps(seen)
    assert records.change(seen, spec, number, shown).records == [shown]
    assert records.change(seen, spec, number, json.loads(json.dumps(shown))).records == [shown]
    assert steps(seen) == before


@SPECS
def test_a_record_is_listed_and_found_by_its_words(seen: Context, spec: RecordSpec) -> None:
    number = last(seen, spec)
    shown = records.show(seen, spec, number)
    assert shown in lists.find(seen, spec)
    assert lists.count(seen, spec) == len(lists.find(seen, spec))
    assert lists.shown_rows(seen, spec, "", (), "", 5)
    for key in spec.search:
        item, value = spec.fields[key], shown[key]
        words = item.choices.label(value) if item.choices else value
        if words:
            assert number in [row["nummer"] for row in lists.find(seen, spec, words=words)], key
            assert (spec.key, number) in [(kind.key, found) for kind, found, _ in lists.search(seen, words)]
    for key in spec.columns:
        for order in (key, f"-{key}"):
            assert len(lists.find(seen, spec, order=order)) == lists.count(seen, spec)


def cell(item: Field, shown: Plain, names: Mapping[str, str]) -> str:
    """A value as the CSV must have it."""
    value = shown[item.key]
    if value is None:
        return ""
    if item.note.ref:
        return names[item.key]
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if item.kind == "bedrag":
        return f"{value / 100:.2f}".replace(".", ",")
    return str(value).replace(".", ",") if item.kind == "getal" else str(value)


@SPECS
def test_a_list_goes_to_files_and_is_read_back_as_it_was(
    seen: Context, spec: RecordSpec, tmp_path: Path
) -> None:
    rows = lists.find(seen, spec)
    for ending in ("csv", "xlsx", "json"):
        assert jobs.run(lists.export(seen, spec, tmp_path / f"lijst.{ending}")) == len(rows)
    assert json.loads((tmp_path / "lijst.json").read_text(encoding="utf-8")) == rows
    text = (tmp_path / "lijst.csv").read_text(encoding="utf-8-sig")
    head, *lines = csv.reader(io.StringIO(text), delimiter=";")
    public = [item for item in spec.fields.values() if not item.note.personal]
    assert head == [item.key for item in public]
    assert len(lines) == len(rows)
    for row, line in zip(rows, lines, strict=True):
        for item, found in zip(public, line, strict=True):
            if item.note.ref:
                assert bool(found) == (row[item.key] is not None)
            else:
                assert found.removeprefix("'") == cell(item, row, {}).removeprefix("'"), item.key
    sheet = CalamineWorkbook.from_path(tmp_path / "lijst.xlsx").get_sheet_by_index(0).to_python()
    assert sheet[0] == head
    assert len(sheet) == len(rows) + 1
    numbers = [int(str(row[0]).removesuffix(".0")) for row in sheet[1:]]
    assert numbers == [row["nummer"] for row in rows]


@SPECS
def test_a_record_can_be_undone_and_redone(ctx: Context, spec: RecordSpec) -> None:
    """A second one, on which nothing hangs yet."""
    number = last(ctx, spec)
    shown = records.show(ctx, spec, number)
    (again,) = records.create(ctx, spec, [fresh(spec)]).records
    undo.undo(ctx.store)
    with pytest.raises(UserError):
        records.show(ctx, spec, again["nummer"])
    assert [row["nummer"] for row in lists.find(ctx, spec, order="nummer")][-1] == number
    undo.redo(ctx.store)
    assert records.show(ctx, spec, again["nummer"]) == again
    assert records.show(ctx, spec, number) == shown


def fresh(spec: RecordSpec) -> dict[str, Any]:
    """The sample once more, under another name where a type allows a name once."""
    sample = dict(SAMPLES[spec.key])
    for key in spec.name:
        if spec.fields[key].kind == "tekst" and isinstance(sample.get(key), str):
            sample[key] = f"{sample[key]}-twee"
    if spec.key == "meting":  # a value that was settled has no second one beside it
        sample["project"] = "Een ander project"
    if spec.key == "brief":  # the register gives each number once
        sample["registernummer"] = "2019-002"
    if spec.key == "renovatiewoning":  # a home stands once in a building, and a form counts once
        sample |= {"huurovereenkomst": "kamer 3", "formulier": "KL-008"}
    return sample


@SPECS
def test_history_tells_every_field_of_a_new_record(seen: Context, spec: RecordSpec) -> None:
    with seen.store.reading() as db:
        row = records.find(db, spec, last(seen, spec))
        filled = {
            item.column: getattr(row, item.column)
            for item in spec.fields.values()
            if getattr(row, item.column) is not None
        }
    steps = undo.history(seen.store, spec.key, row.id)
    step, _ = steps[-1]
    assert step.author == "Fatima"
    assert str(spec.label) in step.label
    told: dict[str, Any] = {}
    for _step, changes in reversed(steps):
        told |= {change.field: change.new for change in changes}
    assert {column: told[column] for column in filled} == filled


@SPECS
def test_a_record_goes_to_the_bin_and_comes_back_whole(ctx: Context, spec: RecordSpec) -> None:
    (made,) = records.create(ctx, spec, [fresh(spec)]).records
    number = made["nummer"]
    shown = records.show(ctx, spec, number)
    before = lists.count(ctx, spec)
    records.discard(ctx, spec, number)
    assert lists.count(ctx, spec) == before - 1
    with pytest.raises(UserError):
        records.show(ctx, spec, number)
    with ctx.store.reading() as db:
        assert queries.count(db, Query(spec, binned=True)) == 1
        for key in spec.search:
            if isinstance(shown[key], str) and spec.fields[key].kind == "tekst":
                words = shown[key]
                assert number not in [found for kind, found, _ in lists.search(ctx, words) if kind is spec]
    undo.undo(ctx.store)
    assert records.show(ctx, spec, number) == shown
    assert lists.count(ctx, spec) == before


@SPECS
def test_velden_tells_every_field_and_list(seen: Context, spec: RecordSpec) -> None:
    described = records.described(spec)
    assert [item["naam"] for item in described] == [*spec.fields, *(part.key for part in spec.parts)]
    shown = records.show(seen, spec, last(seen, spec))
    assert set(shown) == {item["naam"] for item in described}
    for item in described:
        assert {"naam", "label", "type", "verplicht", "keuzes", "eenheid"} <= set(item)
        assert item["type"] in KINDS
        assert bool(item["keuzes"]) == (item["type"] == "keuze")
        assert item["label"].strip()
        json.dumps(item)
    required = {item["naam"] for item in described if item["verplicht"]}
    assert "nummer" not in required
    assert required <= set(SAMPLES[spec.key])


def spoilt(spec: RecordSpec) -> Iterator[tuple[str, dict[str, Any]]]:
    """The sample with one thing wrong, for each kind of thing that may be wrong."""
    sample = fresh(spec)
    yield "an unknown field", {**sample, "bestaat_niet": 1}
    yield "no object", ["geen record"]  # type: ignore[misc]
    for item in spec.fields.values():
        if item.key == "nummer":
            yield "a number of one's own", {**sample, "nummer": 9}
            continue
        wrong: dict[str, list[Any]] = {
            "tekst": [5, ["x"], {"x": 1}, "nul\0", "bel\a", "half \ud800"],
            "datum": ["2019-02-30", "5 maart", 20190305, "2019-13-01", True],
            "getal": ["drie", [1], True, float("inf")],
            "bedrag": ["drie", True, 1.5],
            "ja_nee": ["ja", 1, "true"],
            "keuze": ["bestaat-niet", 1, []],
            "verwijzing": [999_999, "Bestaat Nergens", True, {}],
        }
        for value in wrong[item.kind]:
            yield f"{item.key} = {value!r}", {**sample, item.key: value}
    for part in spec.parts:
        yield f"{part.key} is no list", {**sample, part.key: "x"}
        yield f"{part.key} with nonsense", {**sample, part.key: [{"bestaat_niet": 1}]}


@SPECS
def test_what_is_wrong_is_refused_in_words_and_nothing_is_written(seen: Context, spec: RecordSpec) -> None:
    before = steps(seen)
    for what, raw in spoilt(spec):
        with pytest.raises(UserError) as told:
            records.create(seen, spec, [raw])
        text = told.value.sentence()
        assert text.startswith("Er is niets opgeslagen."), what
        assert text[24:].strip(), what
        assert "ongeldig" not in text.lower(), what
        assert steps(seen) == before, what
    number = last(seen, spec)
    shown = records.show(seen, spec, number)
    with pytest.raises(UserError):
        records.change(seen, spec, number, {"bestaat_niet": 1})
    with pytest.raises(UserError):
        records.create(seen, spec, [fresh(spec), {"bestaat_niet": 1}])
    assert records.show(seen, spec, number) == shown
    assert steps(seen) == before
