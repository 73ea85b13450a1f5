"""Erasing for the AVG: named fields of a record blanked in row, journal and index, as a floor for undo."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import and_, delete, exists, func, select, text

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
_BLANK = text(
    "UPDATE journal_change SET old = NULL, new = NULL, salt = NULL "
    "WHERE entity = :entity AND row = :row AND field = :field"
)
_MARK = text("INSERT OR REPLACE INTO journal_erased VALUES (:entity, :row, :field, :at, :reason)")


def erase(store: Store, entity: str, row: str, columns: Sequence[str], label: str, reason: str) -> None:
    """Blank these columns of a row for good: in the row, in every journal entry, in the search index.

    A text that may not be empty becomes `GONE`.

    The chain of hashes stays checkable, because hashes of salted values stand apart from the values. Nothing before
    this step can be undone any more. Forms of the record that were not saved (concepts) go too, as they may hold what was
    erased. With the `inhoud` of an attachment go its bytes, unless something else needs them; so do bytes that only such
    a concept named. `label` and `reason` hold no personal data. What older copies of the store still hold is for whoever
    keeps the copies.
    """
    with store.transaction() as db:
        connection, spec = db.connection(), db.catalogue.tree[entity]
        record = db.get(spec.cls, row)
        if record is None:
            raise KeyError(row)
        moment = clock.now().isoformat(timespec="seconds")
        bytes_of = _contents(db, spec, row) if contents.FIELD in columns else set()
        for column in columns:
            setattr(record, column, None if spec.table.c[column].nullable else GONE)
        db.flush()
        with permit(connection):
            for column in columns:
                keys = {"entity": entity, "row": row, "field": column}
                connection.execute(_BLANK, keys)
                connection.execute(_MARK, {**keys, "at": moment, "reason": reason})
            writer = StepWriter(connection, store.head, StepHeader(store.author, label, "erase"))
            writer.add(Change(entity, row, column, None, getattr(record, column)) for column in columns)
            head = writer.close()
            concepts_of, named = _without_concepts(db, spec, record)
            bytes_of |= named
            contents.let_go(db, contents.unused(db, store.head.device, bytes_of))
            update_search(db, [(entity, row)], set())
            search.rebuild(connection)
        db.seal()
        store.head = head
    checkpoint(store.engine)
    store.bus.publish(Changes(label, frozenset({(entity, row), *concepts_of})))


def _without_concepts(db: ReadSession, spec: RecordSpec, row: Row) -> tuple[set[tuple[str, str]], set[str]]:
    """Take the concepts of a record (or of the one that a line stands in) away; gives which, and the contents that they
    named."""
    while isinstance(row, Part):
        above = select(spec.table.c.ouder_id).where(spec.table.c.id == row.id)
        spec = db.catalogue.owner[spec.key]
        row = db.get_one(spec.cls, db.execute(above).scalar_one())
    assert isinstance(row, Record)
    run, ours = db.connection(), and_(CONCEPT.c.soort == spec.key, CONCEPT.c.nummer == row.nummer)
    named = select(INHOUD.c.sha256).where(
        exists().where(ours, func.instr(CONCEPT.c.gegevens, INHOUD.c.sha256) > 0)
    )
    contents_of = set(run.execute(named).scalars())
    gone = {(ENTITY, key) for key in run.execute(select(CONCEPT.c.id).where(ours)).scalars()}
    run.execute(delete(CONCEPT).where(ours))
    return gone, contents_of


def _contents(db: ReadSession, spec: RecordSpec, row: str) -> set[str]:
    """The contents that a line of attachments names, and those that it named before."""
    if not issubclass(spec.cls, Bestand):
        return set()
    query = select(CHANGE.c.old, CHANGE.c.new).where(
        CHANGE.c.entity == spec.key, CHANGE.c.row == row, CHANGE.c.field == contents.FIELD
    )
    return {
        from_json(text, str) for found in db.connection().execute(query) for text in found if text is not None
    }
