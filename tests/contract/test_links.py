"""A link is seen from both sides: whoever opens either record finds the other, for every reference of every kind."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from huurdersapp.actions import lists, records
from huurdersapp.actions.context import Context
from huurdersapp.actions.related import Related, related
from huurdersapp.app import opened
from huurdersapp.base import clock
from huurdersapp.records import ALL
from huurdersapp.records.spec import RecordSpec
from huurdersapp.store import queries
from huurdersapp.store.step import StepSession
from tests.records.samples import SAMPLES

TODAY = date(2019, 7, 1)
Link = tuple[str, tuple[str, ...], str, str]
"""Kind, parts that lead to the line, name of the field, and the kind that it names."""


def links(spec: RecordSpec, kind: str, path: tuple[str, ...] = ()) -> Iterator[Link]:
    """Every reference of a kind and of its lines."""
    for item in spec.fields.values():
        if item.note.ref:
            yield kind, path, item.key, item.note.ref
    for part in spec.parts:
        yield from links(part.spec, kind, (*path, part.key))


OWN_KIND = ("relaties", "verwijst_naar", "verwijzingen", "voorgangers")
"""Lists in which records name others of their own kind."""
EVERY = [link for kind, spec in ALL.items() for link in links(spec, kind)]


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Context]:
    """One of every kind, with a line in nearly every list."""
    folder = tmp_path_factory.mktemp("verwijzingen") / "gegevens"
    with clock.fixed(TODAY), opened(folder, create=True, author="Fatima") as ctx:
        for kind, sample in SAMPLES.items():
            records.create(ctx, ctx.spec(kind), [sample])
        yield ctx


def row_of(db: StepSession, kind: str, number: int) -> Any:
    found = queries.by_number(db, db.catalogue.specs[kind], number)
    assert found is not None
    return found


def first_line(
    db: StepSession, spec: RecordSpec, owner: Any, path: tuple[str, ...]
) -> tuple[RecordSpec, Any]:
    """The first line at the end of a path, or the record itself; made where a sample has none of its own kind to name."""
    for key in path:
        spec = spec.part[key].spec
        found = db.lines(spec, owner.id)
        if not found:
            # A sample cannot name another of its kind: it is the only one.
            made: Any = spec.cls(ouder_id=owner.id, volgorde=0)
            assert key in OWN_KIND, f"the sample has no line of {key}"
            for item in spec.fields.values():
                if item.choices is not None:
                    setattr(made, item.column, item.choices.items[0].key)
            return spec, made
        owner = found[0]
    return spec, owner


def newest(ctx: Context, kind: str) -> int:
    return max(int(row["nummer"]) for row in lists.find(ctx, ctx.spec(kind)))


def oldest(ctx: Context, kind: str) -> int:
    return min(int(row["nummer"]) for row in lists.find(ctx, ctx.spec(kind)))


def seen(found: list[Related], kind: str) -> set[int]:
    return {number for each in found if each.kind == kind for number, _title in each.items}


@pytest.mark.parametrize("link", EVERY, ids=lambda link: ".".join((link[0], *link[1], link[2])))
def test_either_record_shows_the_other(office: Context, link: Link) -> None:
    kind, path, key, other = link
    number, target = newest(office, kind), oldest(office, other)
    with office.store.step("Verwijzen") as db:
        owner = row_of(db, kind, number)
        spec, line = first_line(db, office.spec(kind), owner, path)
        setattr(line, spec.fields[key].column, row_of(db, other, target).id)
        db.add(line)
    assert target in seen(related(office, office.spec(kind), number), other)
    there = related(office, office.spec(other), target)
    assert number in seen(there, kind)
    route = ".".join((*path, key))
    behind = next(each for each in there if each.kind == kind and each.where == (f"{route}={target}",))
    assert number in {row["nummer"] for row in lists.find(office, office.spec(kind), behind.where)}


def test_the_registers_name_each_other() -> None:
    """Without these the thread is broken: what came out of a visit, which campagne led to it, of which commissie."""
    known = {(kind, other) for kind, _path, _key, other in EVERY}
    assert {
        ("energiebezoek", "knelpunt"),
        ("energiebezoek", "campagne"),
        ("energiebezoek", "adres"),
        ("energiebezoek", "energiecoach"),
        ("energiebezoek", "bezoekformulier"),
        ("bezoekformulier", "energiecoach"),
        ("commissie", "overleg"),
        ("commissie", "complex"),
        ("contact", "commissie"),
        ("campagne", "afspraak"),
        ("raadpleging", "afspraak"),
    } <= known
