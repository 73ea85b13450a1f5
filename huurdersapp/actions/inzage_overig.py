"""What stands with a contact block and is about the same person: days, choices, numbers, and the lines of the record.

Who asks what is kept of him gets all of it, not his name and address alone (AVG art. 4 sub 1 and art. 15 lid 1). Texts are
not in it, as others may be named there: people judge those one by one. Neither are links to other people.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from sqlalchemy import select

from huurdersapp.records.base import Label
from huurdersapp.records.bijlage import Bestand
from huurdersapp.records.spec import Field, RecordSpec
from huurdersapp.store.step import ReadSession

PEOPLE = frozenset(
    {"energiebezoek", "knelpunt", "renovatiewoning", "contact", "energiecoach", "commissie_lid"}
)
"""Rows that are about the person of their contact block. A partij or commissie is about an organisation."""
OTHERS = PEOPLE | {"commissie", "partij"}
"""Kinds to which a link may name somebody else."""


def beside(
    db: ReadSession,
    entity: str,
    row: str,
    words: Callable[[Field, Any], str],
    named: Callable[[Label], str],
) -> Iterator[tuple[str, str]]:
    """Labels and values of what else is known in this row and in its lines, in the order of the form. `words` writes a
    value, `named` a label."""
    if entity not in PEOPLE:
        return
    spec = db.catalogue.tree[entity]
    for found in _rows(db, spec, spec.table.c.id == row):
        yield from ((named(item.note.label), words(item, value)) for item, value in _filled(spec, found))
    for part in spec.parts:
        if issubclass(part.spec.cls, Bestand):
            continue
        table = part.spec.table
        for found in _rows(db, part.spec, (table.c.ouder_id == row) & table.c.verwijderd.is_(None)):
            said = [
                f"{named(item.note.label)}: {words(item, value)}" for item, value in _filled(part.spec, found)
            ]
            if said:
                yield named(part.spec.label), ", ".join(said)


def _rows(db: ReadSession, spec: RecordSpec, which: Any) -> list[Mapping[str, Any]]:
    """As the objects give them: days and choices, not what the file holds."""
    order = [spec.table.c.volgorde] if "volgorde" in spec.table.c else []
    found = db.scalars(select(spec.cls).where(which).order_by(*order)).all()
    return [{column: getattr(each, column) for column in spec.by_column} for each in found]


def _filled(spec: RecordSpec, values: Mapping[str, Any]) -> Iterator[tuple[Field, Any]]:
    for column, item in spec.by_column.items():
        value = values[column]
        if value is None or item.note.personal or (item.kind == "tekst" and not item.choices):
            continue
        if item.note.ref not in OTHERS and column != "nummer":
            yield item, value
