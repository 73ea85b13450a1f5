"""Erasing for the AVG: named fields of a record blanked in row, journal and index, as a floor for undo."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import text

from huurdersapp.base import clock
from huurdersapp.base.events import Changes
from huurdersapp.store import search
from huurdersapp.store.connection import checkpoint, permit
from huurdersapp.store.journal import Change, StepHeader, StepWriter
from huurdersapp.store.step import update_search
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
    this step can be undone any more. `label` and `reason` hold no personal data. What older copies of the store
    still hold is for whoever keeps the copies.
    """
    with store.transaction() as db:
        connection, spec = db.connection(), db.catalogue.tree[entity]
        record = db.get(spec.cls, row)
        if record is None:
            raise KeyError(row)
        moment = clock.now().isoformat(timespec="seconds")
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
            update_search(db, [(entity, row)], set())
            search.rebuild(connection)
        db.seal()
        store.head = head
    checkpoint(store.engine)
    store.bus.publish(Changes(label, frozenset({(entity, row)})))
