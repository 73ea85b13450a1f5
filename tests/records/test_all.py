"""What holds for every record type: a complete sample survives writing, showing and writing again."""

from __future__ import annotations

from typing import Any

import pytest

from huurdersapp.base.i18n import LazyText
from huurdersapp.records import ALL, bijlage
from huurdersapp.records.base import Base
from huurdersapp.records.spec import RecordSpec
from tests.records.samples import SAMPLES
from tests.records.world import World

ASKED_BY_A_RULE = {"energiebezoek": {"coach", "postcode"}, "agendamoment": {"naam", "van"}}
"""Needed unless something else is filled in: without an address is possible, and a request has no coach yet; what an
anchor says of a moment nobody has to say again."""
SPECS = pytest.mark.parametrize("spec", ALL.values(), ids=lambda spec: spec.key)


def test_every_type_has_a_sample() -> None:
    assert set(SAMPLES) == set(ALL)


def test_every_table_belongs_to_a_type() -> None:
    ours = {part.key for spec in ALL.values() for part in spec.tree()}
    others = {"journal", "search"}
    tables = {name for name in Base.metadata.tables if name.partition("_")[0] not in others}
    assert ours <= tables
    assert all(spec.table.key == spec.key for spec in ALL.values())


@SPECS
def test_a_sample_fills_every_field(spec: RecordSpec) -> None:
    files = bijlage.part_of(
        spec
    )  # needs bytes in a store: tests/actions/test_bijlagen.py has it for every kind
    filled = set(SAMPLES[spec.key]) | {"nummer"} | ({files.key} if files else set())
    made_by_the_program = {item.key for item in spec.fields.values() if item.note.filled}
    assert (set(spec.fields) | set(spec.part)) - filled <= made_by_the_program
    for part in spec.parts:
        for line in SAMPLES[spec.key].get(part.key, []):
            if not part.link:
                assert set(part.spec.fields) | set(part.spec.part) >= set(line)


def test_all_samples_can_be_made_in_order_and_go_back_unchanged(world: World) -> None:
    for kind, sample in SAMPLES.items():
        row = world.make(kind, **sample)
        world.db.expire_all()
        shown = world.shown(row)
        for key, value in sample.items():
            if isinstance(value, str | int | float | bool) and not ALL[kind].fields[key].note.ref:
                assert shown[key] == value, f"{kind}.{key}"
            elif isinstance(value, list):
                assert len(shown[key]) == len(value), f"{kind}.{key}"
        world.change(row, **shown)
        world.db.expire_all()
        assert world.shown(row) == shown


@SPECS
def test_what_a_spec_names_exists(spec: RecordSpec) -> None:
    fields = set(spec.fields)
    assert {*spec.columns, *spec.search, *spec.name, spec.order.removeprefix("-")} <= fields
    assert len(spec.columns) <= 6
    assert spec.columns[0] == "nummer"
    assert spec.plural
    references = {item.note.ref for one in spec.tree() for item in one.fields.values() if item.note.ref}
    assert references <= set(ALL)
    assert {item.ref for item in spec.filters if item.ref} <= set(ALL)


@SPECS
def test_every_word_can_be_translated(spec: RecordSpec) -> None:
    for one in spec.tree():
        assert isinstance(one.label, LazyText)
        words: list[Any] = [item.note.label for item in one.fields.values()]
        words += [item.note.help for item in one.fields.values() if item.note.help]
        assert all(isinstance(word, LazyText) for word in words)


@SPECS
def test_an_empty_sample_says_what_is_missing_and_nothing_else(spec: RecordSpec, world: World) -> None:
    needed = {item.key for item in spec.fields.values() if item.required}
    needed |= {part.key for part in spec.parts if part.required}
    assert set(world.refused(spec.key, {})) == needed | ASKED_BY_A_RULE.get(spec.key, set())
