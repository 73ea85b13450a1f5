"""The new store of a rescue: rows put in as they were, and the journal as far as it came through."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

import sqlcipher3
from sqlalchemy import Engine

from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.jobs import Job, Progress
from huurdersapp.store import driver, journal, rescue_read
from huurdersapp.store.btree import Found, Value
from huurdersapp.store.connection import permit
from huurdersapp.store.rescue_read import CHANGE, STEP, Reader

PIECE = 500
_MADE = ("alembic_version", "search_doc")
"""Tables that the new store fills itself; so are those of the index of search."""
_FIRST = (STEP, CHANGE)
_DELETED = "verwijderd"


def version(reader: Reader) -> str:
    """The migration of the damaged store; the newest where that can no longer be read."""
    found = [row.values[0] for row in reader.rows("alembic_version")]
    return str(found[0]) if found and str(found[0]).isdigit() else driver.HEAD


def fill(reader: Reader, engine: Engine) -> Job[bool]:
    """Put every readable row in its table, the journal first, because it tells where loose pages belong; gives whether the
    journal seems to be whole. The store has a new laptop name then."""
    with engine.execution_options(write=True).connect() as connection:
        raw: Any = connection.connection.dbapi_connection
        raw.execute("PRAGMA foreign_keys=OFF")  # only possible outside a transaction
        try:
            with connection.begin(), permit(connection):
                tables = list(_tables(raw))
                reader.place_journal()
                for table in _FIRST:
                    yield from _put(raw, reader, table)
                known = dict(raw.execute(f"SELECT DISTINCT row, entity FROM {CHANGE}").fetchall())
                reader.place(known, {table: _shape(raw, table) for table in tables})
                for table in tables:
                    if table not in _FIRST:
                        yield from _put(raw, reader, table)
                whole = _journal(raw)
                journal.new_device(connection, "deze laptop")
                return whole
        finally:
            raw.execute("PRAGMA foreign_keys=ON")


def _tables(raw: Any) -> Iterator[str]:
    for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
        if name not in _MADE and not name.startswith(("search_", "sqlite_")):
            yield name


def _shape(raw: Any, table: str) -> rescue_read.Shape:
    info = raw.execute(f'PRAGMA table_info("{table}")').fetchall()
    names = [row[1] for row in info]
    links = {row[3]: row[2] for row in raw.execute(f'PRAGMA foreign_key_list("{table}")').fetchall()}
    return rescue_read.Shape(
        table,
        tuple(
            rescue_read.Column(_sorts(kind), bool(filled) and given is None, name == _DELETED)
            for _at, name, kind, filled, given, _key in info
        ),
        names.index("id") if "id" in names else -1,
        {names.index(name): to for name, to in links.items()},
        dict(_indexes(raw, table, {**links, "id": table})),
    )


def _sorts(kind: str) -> tuple[type, ...]:
    """What a value in a column of this declared type is on its page; nothing for one in which it may differ."""
    if "CHAR" in kind or "TEXT" in kind:
        return (str,)
    return (int,) if kind in ("INTEGER", "BOOLEAN") else ()


def _indexes(raw: Any, table: str, named: Mapping[str, str]) -> Iterator[tuple[str, dict[int, str]]]:
    """The indexes of a table that hold keys: where in their rows, and of which table."""
    for index in raw.execute(f'PRAGMA index_list("{table}")').fetchall():
        columns = raw.execute(f'PRAGMA index_info("{index[1]}")').fetchall()
        if places := {place: named[name] for place, _at, name in columns if name in named}:
            yield index[1], places


def _put(raw: Any, reader: Reader, table: str) -> Job[None]:
    shape = _Shape(raw, table)
    rows, done = (values for row in reader.rows(table) if (values := shape.fitted(row))), 0
    while piece := list(islice(rows, PIECE)):
        reader.lost[table] += sum(not _taken(raw, shape.insert, values) for values in piece)
        done += len(piece)
        yield Progress(done, None, _("Gegevens overzetten"))
    reader.lost[table] += shape.strange


def _taken(raw: Any, insert: str, values: tuple[Value, ...]) -> bool:
    """Whether the table took a row: not one that is there already, or breaks a rule of the table."""
    try:
        raw.execute(insert, values)
    except sqlcipher3.IntegrityError:
        return False
    return True


class _Shape:
    """How the rows of a table lie in the file: columns that came later are not there in older rows."""

    def __init__(self, raw: Any, table: str) -> None:
        info = raw.execute(f'PRAGMA table_info("{table}")').fetchall()
        marks = ",".join("?" * len(info))
        self.insert = f'INSERT INTO "{table}" VALUES ({marks})'
        self.strange = 0
        self._count = len(info)
        self._defaults = [
            None if given is None else raw.execute(f"SELECT {given}").fetchone()[0]
            for _cid, _name, _type, _filled, given, _key in info
        ]
        keys = [index for index, column in enumerate(info) if column[5]]
        # A whole number as the only key is the number of the row itself, and stands nowhere else.
        self._rowid = keys[0] if len(keys) == 1 and info[keys[0]][2].upper() == "INTEGER" else None

    def fitted(self, row: Found) -> tuple[Value, ...] | None:
        """The values of a row as the table of now has them."""
        values = list(row.values)
        if len(values) > self._count:
            self.strange += 1
            return None
        values += self._defaults[len(values) :]
        if self._rowid is not None and values[self._rowid] is None:
            values[self._rowid] = row.rowid
        return tuple(values)


def _journal(raw: Any) -> bool:
    """Bring the journal as it came through in order and give the store a new laptop name; whether all of it seems to be
    there (its steps are looked at later)."""
    devices = raw.execute("SELECT count(*) FROM journal_device").fetchone()[0]
    ends = dict(raw.execute("SELECT device, seq FROM journal_vector").fetchall())
    last = {row[0]: row[1:] for row in raw.execute(_ENDS).fetchall()}
    whole = all(last.get(device, (0,))[0] == seq for device, seq in ends.items())
    # Changes of steps of which nothing else is left: nobody knows when they were.
    loose = raw.execute(f"DELETE FROM {CHANGE} {_WITHOUT_STEP}").rowcount
    raw.execute("DELETE FROM journal_vector")
    raw.executemany(
        "INSERT INTO journal_vector VALUES (?,?,?)",
        [(device, *last.get(device, (0, 0))) for device in ends.keys() | last.keys()],
    )
    return bool(devices) and whole and loose == 0 and last.keys() <= ends.keys()


_ENDS = f"SELECT device, max(seq), max(hlc) FROM {STEP} GROUP BY device"
_WITHOUT_STEP = (
    f"WHERE NOT EXISTS (SELECT 1 FROM {STEP} s WHERE s.device = {CHANGE}.device AND s.seq = {CHANGE}.seq)"
)
