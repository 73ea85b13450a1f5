"""Erasing for the AVG: named fields of a record blanked in row, journal and index, as a floor for undo."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select, text

from huurdersapp.base import clock
from huurdersapp.base.events import Changes
from huurdersapp.records.bijlage import Bestand
from huurdersapp.records.spec import RecordSpec
from huurdersapp.store import contents, search
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
    this step can be undone any more. With the `inhoud` of an attachment go its bytes,
    unless something else needs them. `label` and `reason` hold no personal data. What older copies of the store still
    hold is for whoever keeps the copies.
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
            contents.let_go(db, contents.unused(db, store.head.device, bytes_of))
            update_search(db, [(entity, row)], set())
            search.rebuild(connection)
        db.seal()
        store.head = head
    checkpoint(store.engine)
    store.bus.publish(Changes(label, frozenset({(entity, row)})))


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
