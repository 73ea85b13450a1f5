"""One step: a transaction that writes records, journal and search index together, or nothing."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, event, inspect, select
from sqlalchemy.engine import Engine
from sqlalchemy.orm import ORMExecuteState, Session, SessionTransaction
from sqlalchemy.orm.base import NO_VALUE

from huurdersapp.base import ids
from huurdersapp.records.base import IN_BIN, Part, Record, Row
from huurdersapp.records.spec import RecordSpec
from huurdersapp.store import search
from huurdersapp.store.catalogue import Catalogue
from huurdersapp.store.connection import permit
from huurdersapp.store.journal import CREATED, Change, merged

FieldKey = tuple[str, str, str]
_T = TypeVar("_T")


class ReadSession(Session):
    """Looks at one moment of the store; SQLite refuses every change in it."""

    def __init__(self, engine: Engine, catalogue: Catalogue) -> None:
        super().__init__(engine, expire_on_commit=False, autoflush=False)
        self.catalogue = catalogue
        self._answers: dict[Hashable, Any] | None = None
        self._held: list[object] = []

    @property
    def remembers(self) -> bool:
        """Whether what was read is kept till the end of this reading."""
        return self._answers is not None

    def remember(self) -> None:
        """Keep what is read from now on, till the end of this reading: for work that asks the same again and again, such
        as the reports of a year. Not for work that passes all records by: those would all stay in memory.

        A reading sees one moment, so what it found stays so.
        """
        if self._answers is None:
            self._answers = {}
            # A session itself lets go of rows that nobody uses.
            event.listen(self, "loaded_as_persistent", self._hold)

    def once(self, key: Hashable, ask: Callable[[], _T]) -> _T:
        """What `ask` gives; asked once under this key where this reading remembers."""
        if self._answers is None:
            return ask()
        if key not in self._answers:
            self._answers[key] = ask()
        found: _T = self._answers[key]
        return found

    def close(self) -> None:
        """End the reading, and let go of what it remembered: that holds for no other moment."""
        super().close()
        if self._answers is not None:
            # Removed by hand, because a listener holds its session and the session its listener.
            event.remove(self, "loaded_as_persistent", self._hold)
            self._answers = None

    def expunge_all(self) -> None:
        """Let go of all rows, also of those that were kept for this reading: nobody would find them again."""
        super().expunge_all()
        self._held.clear()

    def _hold(self, session: Session, row: object) -> None:
        self._held.append(row)

    def alive(self, spec: RecordSpec, *conditions: ColumnElement[bool]) -> list[Any]:
        """All records (or lines) of a kind that are not thrown away, by number or place."""
        cls = spec.cls
        order = cls.nummer if issubclass(cls, Record) else cls.volgorde if issubclass(cls, Part) else cls.id
        return list(
            self.scalars(select(cls).where(cls.verwijderd.is_(None), *conditions).order_by(order, cls.id))
        )

    def lines(self, part: RecordSpec, owner: str) -> list[Any]:
        """The lines of a part under one owner, in their order."""
        found = self.once(
            ("lines", part.table.name, owner), lambda: self.alive(part, part.table.c.ouder_id == owner)
        )
        return list(found)


class StepSession(ReadSession):
    """The session inside a step: what is added or changed here goes into the journal.

    Throwing away is `discard`; a hard delete, and an INSERT, UPDATE or DELETE that goes past the objects, is
    refused, because the journal would not know of it.
    """

    def __init__(self, engine: Engine, catalogue: Catalogue) -> None:
        super().__init__(engine.execution_options(write=True), catalogue)
        self.autoflush = True
        self.made: set[tuple[str, str]] = set()
        self._changes: dict[FieldKey, tuple[Any, Any]] = {}

    def remember(self) -> None:
        """A step asks each time: what it writes changes the answers."""

    def discard(self, row: Row, why: str = IN_BIN) -> None:
        """Throw a record or line away: into the waste bin, from where it can come back."""
        row.verwijderd = why

    def flush(self, objects: Sequence[Any] | None = None) -> None:
        """Write what was changed so far, remembering old and new values for the journal."""
        if not (self.new or self.dirty or self.deleted):
            return
        if self.deleted:
            raise RuntimeError("A hard delete: use discard(), or erase() for values that must go")
        for row in list(self.new):
            self._made(row)
        for row in self.dirty:
            self._changed(row)
        with permit(self.connection()):
            super().flush(objects)

    def changes(self) -> list[Change]:
        """The net changes so far, in the order in which they were made."""
        return merged(self._changes, self.made)

    def left(self, changes: Iterable[Change]) -> dict[tuple[str, str], None]:
        """The rows that lost a line to another owner: what search finds them by changes too."""
        owner = self.catalogue.owner
        return {
            (owner[entity].key, old): None
            for entity, _row, field, old, _new in changes
            if field == "ouder_id" and old
        }

    def seal(self) -> None:
        """Make it all durable; only for the store itself, when the journal is written."""
        super().commit()

    def commit(self) -> None:
        raise RuntimeError("A step is written as a whole, with its journal, when its block ends")

    def rollback(self) -> None:
        raise RuntimeError("A step is left by raising: the journal cannot forget half of it")

    def begin_nested(self) -> SessionTransaction:
        raise RuntimeError("A step is whole: the journal cannot forget half of it")

    def _made(self, row: Row) -> None:
        entity = row.__tablename__
        row.id = row.id or ids.new_id()
        if isinstance(row, Record) and not row.nummer:
            row.nummer = self._next_number(type(row))
        self.made.add((entity, row.id))
        self._changes[entity, row.id, CREATED] = (None, row.id)
        for column in self.catalogue.columns[entity]:
            value = getattr(row, column)
            if value is not None:
                self._changes[entity, row.id, column] = (None, value)

    def _next_number(self, cls: type[Record]) -> int:
        with self.no_autoflush:
            highest = self.execute(select(cls.nummer).order_by(cls.nummer.desc()).limit(1)).scalar() or 0
        fresh = [row.nummer for row in self.new if type(row) is cls and row.nummer]
        return max([highest, *fresh]) + 1

    def _changed(self, row: Row) -> None:
        entity = row.__tablename__
        for column, old in inspect(row).committed_state.items():
            if old is NO_VALUE:
                raise RuntimeError(f"{entity}.{column} was changed without being read first")
            if column == CREATED:
                raise RuntimeError(f"{entity}: a key never changes")
            new = getattr(row, column)
            if old != new:
                first = self._changes.get((entity, row.id, column), (old, None))[0]
                self._changes[entity, row.id, column] = (first, new)


@event.listens_for(StepSession, "do_orm_execute")
def _refuse_bulk(state: ORMExecuteState) -> None:
    if state.is_insert or state.is_update or state.is_delete:
        raise RuntimeError("A bulk write past the journal: use store.load()")


def update_search(
    db: ReadSession, touched: Iterable[tuple[str, str]], made: set[tuple[str, str]]
) -> dict[tuple[str, str], None]:
    """Bring the search index in step with the records that were touched, or whose lines were; gives those."""
    catalogue, connection = db.catalogue, db.connection()
    roots: dict[tuple[str, str], None] = {}
    for entity, row in touched:
        if (root := _root(db, entity, row)) is not None:
            roots[root] = None
    with permit(connection):
        for entity, row in roots:
            spec = catalogue.specs[entity]
            record = db.get(spec.cls, row)
            shown = None if record is None or record.verwijderd else document_of(db, spec, record)
            search.put(connection, entity, row, shown, known=(entity, row) not in made)
    return roots


def document_of(db: ReadSession, spec: RecordSpec, record: Row) -> str:
    """The folded text of a record, with that of its lines."""
    lines: list[tuple[RecordSpec, Mapping[str, Any]]] = []
    for part in db.catalogue.searched[spec.key]:
        owners: list[str] = [record.id]
        found: list[Any] = []
        for step in db.catalogue.path_down(spec, part):
            found = db.alive(step, step.table.c.ouder_id.in_(owners))
            owners = [line.id for line in found]
        lines += [(part, vars(line)) for line in found]
    return search.document(spec, vars(record), lines)


def _root(db: ReadSession, entity: str, row: str) -> tuple[str, str] | None:
    """The record that a row belongs to: itself, or the owner of its owner."""
    catalogue = db.catalogue
    while entity in catalogue.owner:
        line = db.get(catalogue.cls(entity), row)
        if line is None:
            return None
        entity, row = catalogue.owner[entity].key, line.ouder_id  # type: ignore[attr-defined]  # parts have it
    return entity, row
