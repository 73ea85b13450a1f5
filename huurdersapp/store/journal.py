"""The journal: who changed what when, per field old → new, as a chain that shows tampering and forks.

Every step has a gapless number per laptop, a hybrid clock (milliseconds, then a counter, never going back) and
what was seen of other laptops. Each change carries a salted hash of its two values; the step's hash covers those
hashes and the hash of the step before. So erasing a value (and its salt) keeps the chain checkable.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal, NamedTuple

import msgspec
from sqlalchemy import Column, Connection, Index, Integer, LargeBinary, String, Table, Text, text

from huurdersapp.base import clock, ids
from huurdersapp.records.base import Base

StepKind = Literal["do", "undo", "redo", "erase", "start"]
"""`do` an ordinary step, `undo` and `redo` of step `target`, `erase` and `start` a floor for undo."""
FLOORS: tuple[StepKind, ...] = ("erase", "start")
CREATED = "id"
"""The change of this field, from nothing to the key, says that the row was made in the step."""
GONE = "verwijderd"
"""The change of this field puts a row in the waste bin, takes it out, or undoes its making."""

STEP = Table(
    "journal_step",
    Base.metadata,
    Column("device", String, primary_key=True),
    Column("seq", Integer, primary_key=True),
    Column("hlc", Integer, nullable=False),
    Column("context", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("label", Text, nullable=False),
    Column("kind", String, nullable=False),
    Column("target", Integer),
    Column("hash", LargeBinary, nullable=False),
    Index("ix_journal_step_device_target", "device", "target"),
    sqlite_with_rowid=False,
)
CHANGE = Table(
    "journal_change",
    Base.metadata,
    Column("device", String, primary_key=True),
    Column("seq", Integer, primary_key=True),
    Column("n", Integer, primary_key=True),
    Column("entity", String, nullable=False),
    Column("row", String, nullable=False),
    Column("field", String, nullable=False),
    Column("old", Text),
    Column("new", Text),
    Column("salt", LargeBinary),
    Column("hash", LargeBinary, nullable=False),
    Index("ix_journal_change_entity_row", "entity", "row"),
    # What was thrown away, in its order; saving leaves it alone. Whole, else SQLite prefers the primary key.
    Index(
        "ix_journal_change_verwijderd",
        *("device", "new", "seq", "n", "entity", "row"),
        sqlite_where=text(f"field = '{GONE}'"),
    ),
    sqlite_with_rowid=False,
)
VECTOR = Table(
    "journal_vector",
    Base.metadata,
    Column("device", String, primary_key=True),
    Column("seq", Integer, nullable=False),
    Column("hlc", Integer, nullable=False),
)
DEVICE = Table(
    "journal_device",
    Base.metadata,
    Column("device", String, primary_key=True),
    Column("name", Text, nullable=False),
    Column("status", String, nullable=False),
    Column("own", Integer, nullable=False),
)
ERASED = Table(
    "journal_erased",
    Base.metadata,
    Column("entity", String, primary_key=True),
    Column("row", String, primary_key=True),
    Column("field", String, primary_key=True),
    Column("erased_at", Text, nullable=False),
    Column("reason", Text, nullable=False),
)

_INSERT_CHANGE = "INSERT INTO journal_change VALUES (?,?,?,?,?,?,?,?,?,?)"
_INSERT_STEP = "INSERT INTO journal_step VALUES (?,?,?,?,?,?,?,?,?)"
_UPDATE_VECTOR = "UPDATE journal_vector SET seq=?, hlc=? WHERE device=?"
SALT = 16
_encode = msgspec.json.Encoder(decimal_format="string").encode


class Change(NamedTuple):
    """One field of one row: its value before and after, as Python values."""

    entity: str
    row: str
    field: str
    old: Any
    new: Any


@dataclass(slots=True)
class Head:
    """The end of this laptop's chain: the last number, clock and hash."""

    device: str
    seq: int
    hlc: int
    hash: bytes


def to_json(value: Any) -> str | None:
    """A value as canonical JSON text; nothing stays nothing."""
    if value is None:
        return None
    if type(value) is datetime:  # as the table keeps it, see records.base.Moment
        value = value.astimezone(UTC)
        value = value.replace(microsecond=value.microsecond // 1000 * 1000)
    return _encode(value).decode()


def from_json(text: str | None, type_: type) -> Any:
    """A journal value back as the Python value of its column."""
    return None if text is None else msgspec.convert(msgspec.json.decode(text), type_, strict=False)


def value_hash(salt: bytes, old: str | None, new: str | None) -> bytes:
    """The salted hash of both values of a change (SHA-256); nothing and an empty text differ."""
    before = b"-" if old is None else b"+" + old.encode()
    after = b"-" if new is None else b"+" + new.encode()
    return hashlib.sha256(salt + before + b"\0" + after).digest()


def next_clock(last: int) -> int:
    """The hybrid clock: wall milliseconds shifted 16 bits, or one more than the last when the wall stands still."""
    return max(int(clock.now().timestamp() * 1000) << 16, last + 1)


def moment_of(hlc: int) -> datetime:
    """The moment that a hybrid clock stands for, in UTC."""
    return datetime.fromtimestamp((hlc >> 16) / 1000, UTC)


@dataclass(frozen=True, slots=True)
class StepHeader:
    """What a step says of itself, apart from its changes."""

    author: str
    label: str
    kind: StepKind = "do"
    target: int | None = None
    context: str = "{}"


class StepWriter:
    """Writes one step: change rows in as many pieces as wanted, then the step itself.

    The hash of a step covers the hash of the one before, its own header, and place and hash of each change.
    """

    def __init__(self, connection: Connection, head: Head, header: StepHeader) -> None:
        self._connection, self._count = connection, 0
        self._device, self._seq, self._hlc = head.device, head.seq + 1, next_clock(head.hlc)
        self._header = (
            head.device,
            self._seq,
            self._hlc,
            header.context,
            header.author,
            header.label,
            header.kind,
            header.target,
        )
        self._chain = chain_start(head.hash, self._header)

    @property
    def moment(self) -> datetime:
        """When the step is, by the clock of the journal."""
        return moment_of(self._hlc)

    def add(self, changes: Iterable[Change]) -> None:
        """Write these changes, each with a salt and a hash of its own."""
        device, seq, rows, changes = self._device, self._seq, [], list(changes)
        salts = ids.random_bytes(SALT * len(changes))  # one call for all: each goes to the system
        for place, (entity, row, field, old_value, new_value) in enumerate(changes):
            n, old, new = self._count + place, to_json(old_value), to_json(new_value)
            salt = salts[place * SALT : (place + 1) * SALT]
            digest = value_hash(salt, old, new)
            self._chain.update(link(n, entity, row, field, digest))
            rows.append((device, seq, n, entity, row, field, old, new, salt, digest))
        if rows:
            self._count += len(rows)
            self._connection.exec_driver_sql(_INSERT_CHANGE, rows)

    def close(self) -> Head:
        """Write the step; gives the new end of the chain, which holds once the transaction is committed."""
        digest = self._chain.digest()
        self._connection.exec_driver_sql(_INSERT_STEP, (*self._header, digest))
        self._connection.exec_driver_sql(_UPDATE_VECTOR, (self._seq, self._hlc, self._device))
        return Head(self._device, self._seq, self._hlc, digest)


def chain_start(before: bytes, header: tuple[Any, ...]) -> hashlib._Hash:
    """The hash of a step before its changes are added: of the step before and of its own header."""
    return hashlib.sha256(before + _encode(header))


def link(n: int, entity: str, row: str, field: str, digest: bytes) -> bytes:
    """What a change adds to the chain of its step."""
    return b"%d\0%b\0%b\0%b\0%b" % (n, entity.encode(), row.encode(), field.encode(), digest)


def read_head(connection: Connection) -> Head:
    """The end of this laptop's chain, as the file has it."""
    row = connection.exec_driver_sql(
        "SELECT d.device, v.seq, v.hlc, s.hash FROM journal_device d JOIN journal_vector v ON v.device = d.device "
        "LEFT JOIN journal_step s ON s.device = v.device AND s.seq = v.seq WHERE d.own = 1"
    ).one()
    return Head(row[0], row[1], row[2], row[3] or b"")


def last_beside(connection: Connection, entities: Collection[str]) -> tuple[str, int, bytes]:
    """Device, number and hash of this laptop's last step that is not about these tables alone: as long as it is the same,
    all else in the store is too. What was erased, and a step without changes, count always."""
    marks = ",".join("?" * len(entities))
    row = connection.exec_driver_sql(
        "SELECT d.device, coalesce(s.seq, 0), s.hash FROM journal_device d LEFT JOIN journal_step s ON s.device = d.device "
        "AND s.seq = (SELECT o.seq FROM journal_step o WHERE o.device = d.device AND (o.kind NOT IN ('do', 'undo', 'redo') "
        "OR NOT EXISTS (SELECT 1 FROM journal_change c WHERE c.device = o.device AND c.seq = o.seq) "
        "OR EXISTS (SELECT 1 FROM journal_change c WHERE c.device = o.device AND c.seq = o.seq "
        f"AND c.entity NOT IN ({marks}))) ORDER BY o.seq DESC LIMIT 1) WHERE d.own = 1",
        tuple(entities),
    ).one()
    return row[0], row[1], row[2] or b""


def has_device(connection: Connection) -> bool:
    """Whether the store knows on which laptop it lives; not so when its making was cut off."""
    return connection.exec_driver_sql("SELECT 1 FROM journal_device WHERE own = 1").first() is not None


def new_device(connection: Connection, name: str) -> Head:
    """Give this store a new laptop name: at its making, and later after a restore or a copy.

    Its clock goes on from the highest there is, so that its steps come after all that stands in the store; the caller
    writes the first one within the same transaction.
    """
    device = ids.new_device()
    highest = connection.exec_driver_sql("SELECT coalesce(max(hlc), 0) FROM journal_vector").scalar_one()
    connection.exec_driver_sql("UPDATE journal_device SET own = 0")
    connection.exec_driver_sql("INSERT INTO journal_device VALUES (?,?,?,1)", (device, name, "actief"))
    connection.exec_driver_sql("INSERT INTO journal_vector VALUES (?,0,0)", (device,))
    return Head(device, 0, int(highest), b"")


@dataclass(frozen=True, slots=True)
class StoredStep:
    """A step as the journal has it."""

    device: str
    seq: int
    moment: datetime
    author: str
    label: str
    kind: StepKind
    target: int | None


def stored_step(row: Any) -> StoredStep:
    """A row of journal_step as a value."""
    return StoredStep(row.device, row.seq, moment_of(row.hlc), row.author, row.label, row.kind, row.target)


def merged(
    changes: Mapping[tuple[str, str, str], tuple[Any, Any]], made: set[tuple[str, str]]
) -> list[Change]:
    """The net changes of a step: fields that came back to their old value are left out, unless the row is new."""
    return [
        Change(entity, row, field, old, new)
        for (entity, row, field), (old, new) in changes.items()
        if old != new and not ((entity, row) in made and new is None)
    ]
