"""Loading many records at once: records, journal and search index by executemany, in one step with one undo.

This is the one function beside `step()` that writes, and the only bulk write there is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any

from sqlalchemy import Connection, func, select

from huurdersapp.base import ids
from huurdersapp.base.errors import UserError
from huurdersapp.base.events import Changes
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.jobs import Job, Progress
from huurdersapp.records.draft import Draft
from huurdersapp.records.spec import RecordSpec
from huurdersapp.store import search
from huurdersapp.store.connection import permit
from huurdersapp.store.journal import CREATED, Change, StepHeader, StepWriter
from huurdersapp.store.store import Store

CHUNK = 2000
"""Records per piece: enough to be fast, few enough to stop within a moment."""


def load(
    store: Store, label: str, drafts: Iterable[Draft], total: int | None = None, since: int | None = None
) -> Job[int]:
    """Write many records (checked drafts, owners before what refers to them or not) in one step: new ones, and with
    `before` those that are there already, of which only what changed is written (not their lines).

    A job: it may be stopped after each piece, and a stopped load leaves nothing. Gives the number of records.
    A draft may bring its own `id`, so that records of one load can refer to each other. `since` is the last step when
    the drafts were made: raises UserError when there was another one since.
    """
    done, source = 0, iter(drafts)
    with store.transaction() as db:
        if since is not None and store.head.seq != since:
            raise UserError(
                _("Intussen is er iets gewijzigd in de administratie."),
                _("Kijk de lijst opnieuw na en laad dan."),
            )
        connection = db.connection()
        loader = _Loader(connection, StepWriter(connection, store.head, StepHeader(store.author, label)))
        while piece := list(islice(source, CHUNK)):
            with permit(connection):
                loader.add(piece)
            done += len(piece)
            yield Progress(done, total, _("Gegevens opslaan"))
        if not done:
            return 0
        with permit(connection):
            head = loader.writer.close()
        db.seal()
        store.head = head
    store.bus.publish(Changes(label, frozenset((kind, "") for kind in loader.kinds)))
    return done


class _Loader:
    """Turns drafts into rows of records, journal and index, a piece at a time."""

    def __init__(self, connection: Connection, writer: StepWriter) -> None:
        self.connection, self.writer = connection, writer
        self.kinds: set[str] = set()
        self._tables: dict[str, _TableRows] = {}
        self._numbers: dict[str, int] = {}

    def add(self, drafts: list[Draft]) -> None:
        """Write one piece."""
        docs: list[tuple[str, str, str]] = []
        changes: list[Change] = []
        for draft in drafts:
            spec = draft.spec
            self.kinds.add(spec.key)
            if draft.before is not None:
                self._change(draft, draft.before, changes)
                continue
            values = {"nummer": self._number(spec)}
            lines: list[tuple[RecordSpec, dict[str, Any]]] = []
            own = self._row(draft, values, changes, lines)
            docs.append((spec.key, own["id"], search.document(spec, own, lines)))
        for table in self._tables.values():
            table.write(self.connection)
        self.writer.add(changes)
        if docs:
            search.put_many(self.connection, docs)

    def _row(
        self,
        draft: Draft,
        values: dict[str, Any],
        changes: list[Change],
        lines: list[tuple[RecordSpec, dict[str, Any]]],
    ) -> dict[str, Any]:
        spec = draft.spec
        if (table := self._tables.get(spec.key)) is None:
            table = self._tables[spec.key] = _TableRows(self.connection, spec)
        row = {column: draft.values.get(key) for key, column in table.keys}
        row.update(values)
        row["id"] = key = draft.id or ids.new_id()
        table.add(row)
        entity = spec.key
        changes.append(Change(entity, key, CREATED, None, key))
        changes += [
            Change(entity, key, column, None, row[column])
            for column in table.followed
            if row.get(column) is not None
        ]
        for part, items in draft.parts.items():
            for place, line in enumerate(items):
                made = self._row(line, {"ouder_id": key, "volgorde": place}, changes, lines)
                if line.spec.search:
                    lines.append((spec.part[part].spec, made))
        return row

    def _change(self, draft: Draft, before: Draft, changes: list[Change]) -> None:
        """Write what changed of a record that is there."""
        spec, key = draft.spec, draft.id
        assert key is not None
        moved = [
            (item.column, before.values.get(field), draft.values.get(field))
            for field, item in spec.fields.items()
            if before.values.get(field) != draft.values.get(field)
        ]
        if not moved:
            return
        columns = {column: new for column, _old, new in moved}
        self.connection.execute(spec.table.update().where(spec.table.c.id == key).values(columns))
        changes += [Change(spec.key, key, column, old, new) for column, old, new in moved]
        if {spec.fields[name].column for name in spec.search} & set(columns):
            own = {item.column: draft.values.get(field) for field, item in spec.fields.items()}
            search.put(self.connection, spec.key, key, search.document(spec, own, ()))

    def _number(self, spec: RecordSpec) -> int:
        if spec.key not in self._numbers:
            self._numbers[spec.key] = (
                self.connection.execute(select(func.max(spec.table.c.nummer))).scalar() or 0
            )
        self._numbers[spec.key] += 1
        return self._numbers[spec.key]


class _TableRows:
    """Rows for one table, waiting to be written together, their values as the driver wants them."""

    def __init__(self, connection: Connection, spec: RecordSpec) -> None:
        columns = list(spec.table.columns)
        dialect = connection.dialect
        self.keys = [(item.key, item.column) for item in spec.fields.values()]
        self.followed = [column.key for column in columns if column.key != "id"]
        self._names = [column.key for column in columns]
        self._binders: list[tuple[int, Callable[[Any], Any]]] = [
            (place, binder)
            for place, column in enumerate(columns)
            if (binder := column.type.dialect_impl(dialect).bind_processor(dialect)) is not None
        ]
        marks = ", ".join("?" * len(columns))
        self._insert = f"INSERT INTO {spec.key} ({', '.join(self._names)}) VALUES ({marks})"
        self._rows: list[tuple[Any, ...]] = []

    def add(self, row: dict[str, Any]) -> None:
        """Keep a row for the next `write`."""
        values = [row.get(name) for name in self._names]
        for place, binder in self._binders:
            values[place] = binder(values[place])
        self._rows.append(tuple(values))

    def write(self, connection: Connection) -> None:
        """Write the rows that wait."""
        if self._rows:
            connection.exec_driver_sql(self._insert, self._rows)
            self._rows = []


def drafts_of(spec: RecordSpec, rows: Iterable[dict[str, Any]]) -> Iterator[Draft]:
    """Drafts from plain field values that are known to be right (measurements, example data)."""
    defaults = {item.key: item.note.default for item in spec.fields.values()}
    for row in rows:
        yield Draft(spec, defaults | row)
