"""Undoing and redoing a load of very many records: the same as `undo`, by whole sets instead of row by row.

A load of 100,000 addresses is a million changes; row by row its undo took minutes. Here SQLite looks whether anything was
built upon it, and rows, journal and search index are written in pieces between which the work can be stopped.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, bindparam, func, select

from huurdersapp.base.jobs import Job, Progress
from huurdersapp.records.base import UNDONE
from huurdersapp.records.spec import RecordSpec
from huurdersapp.store import search
from huurdersapp.store.connection import permit
from huurdersapp.store.journal import (
    CHANGE,
    CREATED,
    GONE,
    STEP,
    Change,
    StepHeader,
    StepKind,
    StepWriter,
    from_json,
)
from huurdersapp.store.step import StepSession

LARGE = 2000
"""From so many changes a step is turned by sets."""
PIECE = 500
"""Rows at a time: fewer than the variables that one statement may have."""


@dataclass(frozen=True, slots=True)
class Turning:
    """The step that is turned round: whose changes (`seq` of this laptop), because of which step (`target`), and how."""

    device: str
    seq: int
    target: int
    kind: StepKind

    @property
    def puts_away(self) -> bool:
        """Whether rows that the step made go, or come back."""
        return self.kind == "undo"


def is_large(connection: Connection, device: str, seq: int) -> bool:
    """Whether a step has so many changes that it is turned by sets."""
    highest = select(func.max(CHANGE.c.n)).where(CHANGE.c.device == device, CHANGE.c.seq == seq)
    return int(connection.execute(highest).scalar() or 0) >= LARGE


def fits(db: StepSession, turning: Turning) -> bool:
    """Whether turning by sets is sure to be right: only whole records without searched lines are concerned, and nothing
    was built upon them. Else the long road is taken, which tells what is in the way."""
    connection = db.connection()
    entities = set(connection.execute(_of(turning, CHANGE.c.entity).distinct()).scalars())
    if not all(entity in db.catalogue.specs and not db.catalogue.searched[entity] for entity in entities):
        return False
    return not _built_upon(connection, turning) and not any(_used(db, turning, entity) for entity in entities)


def _of(turning: Turning, *columns: Any) -> Any:
    return select(*columns).where(CHANGE.c.device == turning.device, CHANGE.c.seq == turning.seq)


def _built_upon(connection: Connection, turning: Turning) -> bool:
    """Another step than the undoing and redoing of this one wrote one of its rows since."""
    later, mine = CHANGE.alias(), CHANGE
    same = (later.c.entity == mine.c.entity) & (later.c.row == mine.c.row)
    elsewhere = (later.c.device != turning.device) | (later.c.seq > turning.target)
    step = (STEP.c.device == later.c.device) & (STEP.c.seq == later.c.seq)
    query = (
        select(later.c.n)
        .select_from(mine.join(later, same).join(STEP, step))
        .where(mine.c.device == turning.device, mine.c.seq == turning.seq, elsewhere)
        .where(STEP.c.target.is_distinct_from(turning.target))
        .limit(1)
    )
    return connection.execute(query).first() is not None


def _used(db: StepSession, turning: Turning, entity: str) -> bool:
    """A live row that the step did not make itself points at one that would go."""
    if not turning.puts_away:
        return False
    made = _of(turning, CHANGE.c.row).where(CHANGE.c.entity == entity, CHANGE.c.field == CREATED)
    for spec in db.catalogue.tree.values():
        table = spec.table
        own = _of(turning, CHANGE.c.row).where(CHANGE.c.entity == spec.key, CHANGE.c.field == CREATED)
        for column in table.columns:
            if not any(foreign.column.table.name == entity for foreign in column.foreign_keys):
                continue
            query = select(table.c.id).where(
                column.in_(made), table.c.verwijderd.is_(None), table.c.id.not_in(own)
            )
            if db.connection().execute(query.limit(1)).first() is not None:
                return True
    return False


def turn(db: StepSession, writer: StepWriter, turning: Turning, header: StepHeader) -> Job[set[str]]:
    """Write the opposite of the step; gives the kinds that it touched. The caller closes `writer` and seals."""
    connection = db.connection()
    total = int(connection.execute(_of(turning, func.count(CHANGE.c.row.distinct()))).scalar_one())
    done, touched = 0, set[str]()
    for entity, keys, made in _rows(connection, turning):
        touched.add(entity)
        spec = db.catalogue.specs[entity]
        with permit(connection):
            writer.add(_turned(db, spec, turning, keys, made))
        done += len(keys)
        yield Progress(done, total, header.label)
    return touched


def _rows(connection: Connection, turning: Turning) -> Iterator[tuple[str, list[str], bool]]:
    """The rows of the step, some at a time: of one kind, and all made in it or all changed."""
    is_made = func.max(CHANGE.c.field == CREATED)
    query = _of(turning, CHANGE.c.entity, CHANGE.c.row, is_made).group_by(CHANGE.c.entity, CHANGE.c.row)
    found = sorted((entity, bool(made), row) for entity, row, made in connection.execute(query))
    for (entity, made), group in groupby(found, key=lambda item: item[:2]):
        keys = [row for _entity, _made, row in group]
        for start in range(0, len(keys), PIECE):
            yield entity, keys[start : start + PIECE], made


def _turned(
    db: StepSession, spec: RecordSpec, turning: Turning, keys: Sequence[str], made: bool
) -> list[Change]:
    """Turn these rows round; gives the changes for the journal."""
    connection, entity = db.connection(), spec.key
    values: dict[str, dict[str, tuple[Any, Any]]] = {key: {GONE: (None, UNDONE)} for key in keys if made}
    if not made:
        types = db.catalogue.types[entity]
        # Written so that SQLite looks up the rows; else it goes through the whole step for each piece.
        mine = (CHANGE.c.device.concat("") == turning.device) & (CHANGE.c.seq + 0 == turning.seq)
        fields = (CHANGE.c.row, CHANGE.c.field, CHANGE.c.old, CHANGE.c.new)
        query = select(*fields).where(CHANGE.c.entity == entity, CHANGE.c.row.in_(keys), mine)
        for row, field, old, new in connection.execute(query):
            values.setdefault(row, {})[field] = (from_json(new, types[field]), from_json(old, types[field]))
    changes: list[Change] = []
    updates: dict[tuple[str, ...], list[dict[str, Any]]] = {}
    for row, moved in values.items():
        changes += [Change(entity, row, field, now, then) for field, (now, then) in moved.items()]
        new_values = {f"b_{field}": then for field, (_now, then) in moved.items()}
        updates.setdefault(tuple(moved), []).append({"b_id": row, **new_values})
    for columns, rows in updates.items():
        _update(connection, spec, columns, rows)
    _search_again(connection, spec, keys)
    return changes


def _update(
    connection: Connection, spec: RecordSpec, columns: Sequence[str], rows: list[dict[str, Any]]
) -> None:
    table = spec.table
    values = {column: bindparam(f"b_{column}", type_=table.c[column].type) for column in columns}
    connection.execute(table.update().where(table.c.id == bindparam("b_id")).values(values), rows)


def _search_again(connection: Connection, spec: RecordSpec, keys: Sequence[str]) -> None:
    """Let the index say of these records what they say now; nothing of those that are put away."""
    table = spec.table
    rows = connection.execute(select(table).where(table.c.id.in_(keys))).mappings().all()
    shown = {row["id"]: search.document(spec, dict(row), ()) for row in rows if row["verwijderd"] is None}
    search.replace_many(connection, spec.key, keys, shown)
