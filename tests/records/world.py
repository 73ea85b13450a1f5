"""A small administration in memory, to try the rules and the counting of the record types without the store."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from itertools import count
from typing import Any

from sqlalchemy import ColumnElement, create_engine, func, select
from sqlalchemy.orm import Session

from huurdersapp.records import ALL
from huurdersapp.records.base import Base, Row
from huurdersapp.records.draft import Draft, Fault, read
from huurdersapp.records.spec import RecordSpec


class World:
    """Records that are made and changed from JSON-like values, as the store does it."""

    def __init__(self, db: Session) -> None:
        self.db = db
        self._ids = count(1)

    def resolve(self, kind: str, value: int | str) -> str | Fault:
        """The key of a record by number or name."""
        spec = ALL[kind]
        columns = [spec.table.c[spec.fields[key].column] for key in ("nummer", *spec.name)]
        for column in columns:
            found = list(self.db.scalars(select(spec.table.c.id).where(column == value)))
            if len(found) == 1:
                return str(found[0])
        return Fault(f"{kind} {value} is niet bekend.")

    def read(self, kind: str, raw: object, row: Row | None = None) -> tuple[Draft, list[Fault]]:
        """Draft and faults, those of other records too."""
        spec = ALL[kind]
        draft, faults = read(spec, raw, self.resolve, self.draft_of(spec, row) if row else None)
        if not any(not fault.warning for fault in faults):
            faults = [*faults, *spec.verify(self.db, draft)]
        return draft, faults

    def refused(self, kind: str, raw: object, row: Row | None = None) -> list[str]:
        """The fields (with the number of the line) where something stops the writing."""
        return [place(fault) for fault in self.read(kind, raw, row)[1] if not fault.warning]

    def warned(self, kind: str, raw: object, row: Row | None = None) -> list[str]:
        """The fields with a warning; nothing may stop the writing."""
        faults = self.read(kind, raw, row)[1]
        assert [fault.sentence() for fault in faults if not fault.warning] == []
        return [place(fault) for fault in faults]

    def make(self, kind: str, **raw: Any) -> Any:
        """A new record."""
        return self._put(kind, raw, None)

    def change(self, row: Row, **raw: Any) -> Any:
        """The record with other values."""
        return self._put(row.__tablename__, raw, row)

    def lines(self, row: Row, part: str) -> list[Any]:
        """The live lines of a part, in order."""
        spec = self._spec_of(row).part[part].spec
        cls: Any = spec.cls
        query = select(cls).where(cls.ouder_id == row.id, cls.verwijderd.is_(None)).order_by(cls.volgorde)
        return list(self.db.scalars(query))

    def shown(self, row: Row) -> dict[str, Any]:
        """The record as `toon` prints it: every field, and parts with the id of each line."""
        return self._shown(self._spec_of(row), row)

    def draft_of(self, spec: RecordSpec, row: Row) -> Draft:
        """A written record as a draft."""
        values = {item.key: getattr(row, item.column) for item in spec.fields.values()}
        parts = {
            part.key: [self.draft_of(part.spec, line) for line in self.lines(row, part.key)]
            for part in spec.parts
        }
        return Draft(spec, values, parts, row.id)

    def found(self, kind: str, filter_key: str, value: Any) -> list[int]:
        """The numbers of the records that a named filter finds."""
        return self.where(kind, ALL[kind].filter[filter_key].where(value))

    def where(self, kind: str, condition: ColumnElement[bool]) -> list[int]:
        """The numbers of the records for which a condition holds."""
        table = ALL[kind].table
        query = select(table.c.nummer).where(table.c.verwijderd.is_(None), condition)
        return sorted(self.db.scalars(query))

    def _spec_of(self, row: Row) -> RecordSpec:
        trees = [spec for root in ALL.values() for spec in root.tree()]
        return next(spec for spec in trees if spec.cls is type(row))

    def _shown(self, spec: RecordSpec, row: Row) -> dict[str, Any]:
        shown: dict[str, Any] = {}
        for item in spec.fields.values():
            value = getattr(row, item.column)
            if item.kind == "datum":
                value = value and value.isoformat()
            elif item.kind == "verwijzing" and value is not None:
                value = self._number(item.note.ref or "", value)
            shown[item.key] = value
        for part in spec.parts:
            lines = self.lines(row, part.key)
            shown[part.key] = [{"id": line.id} | self._shown(part.spec, line) for line in lines]
            if part.link:
                shown[part.key] = [line[part.link] for line in shown[part.key]]
        return shown

    def _number(self, kind: str, key: str) -> int:
        table = ALL[kind].table
        return int(self.db.execute(select(table.c.nummer).where(table.c.id == key)).scalar_one())

    def _put(self, kind: str, raw: Mapping[str, Any], row: Row | None) -> Row:
        draft, faults = self.read(kind, dict(raw), row)
        assert [fault.sentence() for fault in faults if not fault.warning] == []
        numbers = ALL[kind].table.c.nummer
        number = row or (self.db.scalar(select(func.max(numbers))) or 0) + 1
        written = self._write(draft, row, {} if row else {"nummer": number})
        self.db.flush()
        return written

    def _write(self, draft: Draft, row: Row | None, extra: Mapping[str, Any]) -> Row:
        spec = draft.spec
        values = {item.column: draft[item.key] for item in spec.fields.values() if item.key != "nummer"}
        if row is None:
            row = spec.cls(id=f"{spec.key}-{next(self._ids)}", **values, **extra)
            self.db.add(row)
            self.db.flush()
        for column, value in values.items():
            setattr(row, column, value)
        for part in spec.parts:
            earlier = {line.id: line for line in self.lines(row, part.key)}
            for index, line in enumerate(draft.lines(part.key)):
                there = earlier.pop(line.id or "", None)
                self._write(line, there, {} if there else {"ouder_id": row.id, "volgorde": index})
            for gone in earlier.values():
                gone.verwijderd = "prullenbak"
        return row


def place(fault: Fault) -> str:
    """Where a fault stands, such as stappen.1.datum."""
    return ".".join(map(str, fault.place))


@cache
def _template() -> bytes:
    """A database with all tables, made once: making them costs more than a test."""
    engine = create_engine("sqlite://")
    Base.metadata.create_all(engine)
    with engine.connect() as connection:
        driver = connection.connection.driver_connection
        assert isinstance(driver, sqlite3.Connection)
        image = driver.serialize()
    engine.dispose()
    return image


def _empty() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    connection.deserialize(_template())
    connection.execute("PRAGMA foreign_keys = ON")
    return connection


@contextmanager
def new_world() -> Iterator[World]:
    """An empty administration in memory."""
    engine = create_engine("sqlite://", creator=_empty)
    try:
        with Session(engine) as db:
            yield World(db)
    finally:
        engine.dispose()
