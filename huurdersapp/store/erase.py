"""Erasing for the AVG: named fields of records blanked in row, journal and index, as a floor for undo."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from sqlalchemy import Connection, and_, delete, exists, func, or_, select, text

from huurdersapp.base import clock
from huurdersapp.base.events import Changes
from huurdersapp.records.base import Part, Record, Row
from huurdersapp.records.bijlage import INHOUD, Bestand
from huurdersapp.records.spec import RecordSpec
from huurdersapp.store import contents, search
from huurdersapp.store.concepts import CONCEPT, ENTITY
from huurdersapp.store.connection import checkpoint, permit
from huurdersapp.store.journal import CHANGE, Change, StepHeader, StepWriter, from_json
from huurdersapp.store.step import ReadSession, update_search
from huurdersapp.store.store import Store

GONE = "(gewist)"
PIECE = 500
"""Rows at a time: fewer than the variables that one statement may have."""
_BLANK = text(
    "UPDATE journal_change SET old = NULL, new = NULL, salt = NULL "
    "WHERE entity = :entity AND row = :row AND field = :field"
)
_MARK = text("INSERT OR REPLACE INTO journal_erased VALUES (:entity, :row, :field, :at, :reason)")


def erase(store: Store, entity: str, row: str, columns: Sequence[str], label: str, reason: str) -> None:
    """Blank these columns of one row for good; see `erase_many`."""
    erase_many(store, entity, [row], columns, label, reason)


def erase_many(
    store: Store,
    entity: str,
    rows: Collection[str],
    columns: Sequence[str],
    label: str,
    reason: str,
    *,
    concepts: Collection[str] = (),
) -> int:
    """Blank these columns of many rows of a kind for good, in one step: in the rows, in every journal entry, in the search
    index. All of it or nothing. Gives how many rows there was something to erase of.

    A text that may not be empty becomes `GONE`. A field that never held anything is passed over.

    The chain of hashes stays checkable, because hashes of salted values stand apart from the values. Nothing before
    this step can be undone any more. Forms of the records that were not saved (concepts) go too, as they may hold what
    was erased, and with them the `concepts` of these keys: forms of new records. With the `inhoud` of an attachment go its
    bytes, unless something else needs them; so do bytes that only such a concept named. `label` and `reason` hold no
    personal data. What older copies of the store still hold is for whoever keeps the copies.

    Raises KeyError for a row that is not there.
    """
    head = None
    with store.transaction() as db:
        connection, spec = db.connection(), db.catalogue.tree[entity]
        found = _found(db, spec, rows)
        held = _held(db, spec, found, columns)
        bytes_of = _contents(db, spec, [key for key, column in held if column == contents.FIELD])
        for key, column in held:
            setattr(found[key], column, None if spec.table.c[column].nullable else GONE)
        db.flush()
        with permit(connection):
            concepts_of, named = _without_concepts(db, spec, found.values(), concepts)
            if held:
                _blank(connection, entity, held, reason)
                writer = StepWriter(connection, store.head, StepHeader(store.author, label, "erase"))
                writer.add(
                    Change(entity, key, column, None, getattr(found[key], column)) for key, column in held
                )
                head = writer.close()
            contents.let_go(db, contents.unused(db, store.head.device, bytes_of | named))
            erased = sorted({key for key, _column in held})
            update_search(db, [(entity, key) for key in erased], set())
            if held:
                search.rebuild(connection)
        db.seal()
        store.head = head or store.head
    checkpoint(store.engine)
    store.bus.publish(Changes(label, frozenset({*((entity, key) for key in found), *concepts_of})))
    return len(erased)


def _found(db: ReadSession, spec: RecordSpec, rows: Collection[str]) -> dict[str, Any]:
    cls = spec.cls
    found = {
        row.id: row for piece in _pieces(rows) for row in db.scalars(select(cls).where(cls.id.in_(piece)))
    }
    if missing := set(rows) - found.keys():
        raise KeyError(*missing)
    return found


def _held(
    db: ReadSession, spec: RecordSpec, found: dict[str, Any], columns: Sequence[str]
) -> list[tuple[str, str]]:
    """The fields in which something stands, or once stood."""
    known = {
        (key, column) for key, row in found.items() for column in columns if getattr(row, column) is not None
    }
    once = select(CHANGE.c.row, CHANGE.c.field).where(
        CHANGE.c.entity == spec.key,
        CHANGE.c.field.in_(columns),
        or_(CHANGE.c.old.is_not(None), CHANGE.c.new.is_not(None)),
    )
    for piece in _pieces(found):
        rows = db.connection().execute(once.where(CHANGE.c.row.in_(piece)))
        known |= {(key, column) for key, column in rows}
    return [(key, column) for key in found for column in columns if (key, column) in known]


def _blank(connection: Connection, entity: str, held: Sequence[tuple[str, str]], reason: str) -> None:
    moment = clock.now().isoformat(timespec="seconds")
    keys = [{"entity": entity, "row": key, "field": column} for key, column in held]
    connection.execute(_BLANK, keys)
    connection.execute(_MARK, [{**each, "at": moment, "reason": reason} for each in keys])


def _without_concepts(
    db: ReadSession, spec: RecordSpec, rows: Iterable[Row], others: Collection[str]
) -> tuple[set[tuple[str, str]], set[str]]:
    """Take the concepts of records (or of those that lines stand in) away, and these `others`; gives which, and the
    contents that they named."""
    spec, owners = _records(db, spec, list(rows))
    numbers = sorted({row.nummer for row in owners})
    kind = CONCEPT.c.soort == spec.key
    conditions = [
        *(and_(kind, CONCEPT.c.nummer.in_(piece)) for piece in _pieces(numbers)),
        *(CONCEPT.c.id.in_(piece) for piece in _pieces(others)),
    ]
    run, gone, contents_of = db.connection(), set[tuple[str, str]](), set[str]()
    for ours in conditions:
        named = select(INHOUD.c.sha256).where(
            exists().where(ours, func.instr(CONCEPT.c.gegevens, INHOUD.c.sha256) > 0)
        )
        contents_of |= set(run.execute(named).scalars())
        gone |= {(ENTITY, key) for key in run.execute(select(CONCEPT.c.id).where(ours)).scalars()}
        run.execute(delete(CONCEPT).where(ours))
    return gone, contents_of


def _records(db: ReadSession, spec: RecordSpec, rows: list[Any]) -> tuple[RecordSpec, list[Record]]:
    """The records that these rows are, or that they stand in."""
    while issubclass(spec.cls, Part):
        keys = sorted({row.ouder_id for row in rows})
        spec = db.catalogue.owner[spec.key]
        rows = list(_found(db, spec, keys).values())
    return spec, rows


def _contents(db: ReadSession, spec: RecordSpec, rows: Collection[str]) -> set[str]:
    """The contents that lines of attachments name, and those that they named before."""
    found: set[str] = set()
    for piece in _pieces(rows if issubclass(spec.cls, Bestand) else ()):
        query = select(CHANGE.c.old, CHANGE.c.new).where(
            CHANGE.c.entity == spec.key, CHANGE.c.row.in_(piece), CHANGE.c.field == contents.FIELD
        )
        written = (value for pair in db.connection().execute(query) for value in pair)
        found |= {from_json(value, str) for value in written if value is not None}
    return found


def _pieces(items: Iterable[Any]) -> Iterator[list[Any]]:
    source = iter(items)
    while piece := list(islice(source, PIECE)):
        yield piece
