"""Whether the journal is whole and says what the tables say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import select

from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.spec import RecordSpec
from huurdersapp.store import journal, known_loss
from huurdersapp.store.faults import Faults
from huurdersapp.store.step import ReadSession

STRIDE = 5_000
"""Rows between two reports of progress."""
PIECE = 1_000
"""Records compared with their journal at a time."""
_CHANGES = "SELECT n, entity, row, field, old, new, salt, hash FROM journal_change WHERE device = ? AND seq = ? ORDER BY n"
GONE = (
    "SELECT c.row FROM journal_change c WHERE c.entity = ? AND c.field = ? "
    "AND NOT EXISTS (SELECT 1 FROM {} t WHERE t.id = c.row)"
)
_STEPS = "SELECT device, seq, hlc, context, author, label, kind, target, hash FROM journal_step ORDER BY device, seq"


class _OfStep(Faults):
    """The faults of one step: not told where the step is known not to be whole, see `known_loss`."""

    def __init__(self, sink: Faults, known: frozenset[tuple[str, int]], broken: set[tuple[str, int]]) -> None:
        super().__init__()
        self._sink, self._known, self._broken = sink, known, broken
        self.step = ("", 0)

    def add(self, kind: str, sentence: str) -> None:
        self._broken.add(self.step)
        if self.step not in self._known:
            self._sink.add(kind, sentence)


def chain(db: ReadSession, sink: Faults, broken: set[tuple[str, int]] | None = None) -> Iterator[int]:
    """Look at every step of every laptop: numbers without gaps, clocks that go up, hashes that fit.

    The steps (laptop, number) that are not whole are added to `broken`.
    """
    driver: Any = db.connection().connection.dbapi_connection
    faults = _OfStep(sink, known_loss.read(db.connection()).stappen, set() if broken is None else broken)
    erased = set(driver.execute("SELECT entity, row, field FROM journal_erased").fetchall())
    last: dict[str, journal.Head] = {}
    looked = 0
    for row in driver.execute(_STEPS):
        device, seq, hlc = row[:3]
        faults.step = (device, seq)
        before = last.get(device, journal.Head(device, 0, 0, b""))
        if seq != before.seq + 1:
            faults.add("gap", _("In de geschiedenis ontbreekt stap {seq}.").format(seq=before.seq + 1))
        else:
            if hlc <= before.hlc:
                faults.add(
                    "clock", _("In de geschiedenis staat stap {seq} op een verkeerde plaats.").format(seq=seq)
                )
            digest = journal.chain_start(before.hash, row[:8])
            for number, change in enumerate(driver.execute(_CHANGES, (device, seq)), 1):
                _look_at_value(change, seq, erased, faults)
                digest.update(journal.link(change[0], change[1], change[2], change[3], change[7]))
                if number % STRIDE == 0:
                    yield STRIDE
                    looked -= STRIDE
                looked += 1
            if digest.digest() != row[8]:
                faults.add("step", _("Stap {seq} van de geschiedenis is later veranderd.").format(seq=seq))
        last[device] = journal.Head(device, seq, hlc, row[8])
        if looked > STRIDE:
            yield looked
            looked = 0
    _look_at_ends(driver, last, sink)
    yield max(looked, 0)


def _look_at_value(
    change: Sequence[Any], seq: int, erased: set[tuple[str, str, str]], faults: Faults
) -> None:
    entity, row, field, old, new, salt, digest = change[1:]
    if salt is not None:
        right = journal.value_hash(salt, old, new) == digest
    else:
        right = old is None and new is None and (entity, row, field) in erased
    if not right:
        faults.add(
            "value",
            _("In stap {seq} van de geschiedenis is een waarde veranderd ({field}).").format(
                seq=seq, field=field
            ),
        )


def _look_at_ends(driver: Any, last: dict[str, journal.Head], faults: Faults) -> None:
    """Each laptop's chain ends where its vector says; a step cut off the end would not break the chain itself."""
    vectors = {row[0]: row[1:] for row in driver.execute("SELECT device, seq, hlc FROM journal_vector")}
    for device in vectors.keys() | last.keys():
        head = last.get(device, journal.Head(device, 0, 0, b""))
        if vectors.get(device) != (head.seq, head.hlc):
            faults.add(
                "end", _("Het einde van de geschiedenis klopt niet: na stap {seq}.").format(seq=head.seq)
            )
    (loose,) = driver.execute(
        "SELECT count(*) FROM journal_change c WHERE NOT EXISTS "
        "(SELECT 1 FROM journal_step s WHERE s.device = c.device AND s.seq = c.seq)"
    ).fetchone()
    if loose:
        faults.add(
            "loose", _("In de geschiedenis staan {count} wijzigingen zonder stap.").format(count=loose)
        )


def tables(db: ReadSession, faults: Faults) -> Iterator[int]:
    """Compare every row of every table with what the journal says of it."""
    driver: Any = db.connection().connection.dbapi_connection
    order = {row[:2]: row[2] for row in driver.execute("SELECT device, seq, hlc FROM journal_step")}
    known = known_loss.read(db.connection()).rijen
    for spec in db.catalogue.tree.values():
        after = ""
        while rows := piece(db, spec, after):
            after = rows[-1].id
            _compare(db, driver, spec, rows, order, faults)
            yield len(rows)
        gone = len(
            {row for (row,) in driver.execute(GONE.format(spec.key), (spec.key, journal.CREATED))}
            - known.get(spec.key, frozenset())
        )
        if gone:
            faults.add(
                "gone",
                _("{kind}: {count} keer staat in de geschiedenis wat er niet meer is.").format(
                    kind=spec.label, count=gone
                ),
            )


def piece(db: ReadSession, spec: RecordSpec, after: str) -> Sequence[Any]:
    """The next rows of a table after a key, in the order of their keys; none at the end."""
    table = spec.table
    return (
        db.connection()
        .execute(select(table).where(table.c.id > after).order_by(table.c.id).limit(PIECE))
        .all()
    )


def _compare(
    db: ReadSession,
    driver: Any,
    spec: RecordSpec,
    rows: Sequence[Any],
    order: Mapping[tuple[str, int], int],
    faults: Faults,
) -> None:
    for row, column, _said in differences(db, driver, spec, rows, order):
        if column is None:
            faults.add("unknown", _("{what} staat niet in de geschiedenis.").format(what=_name(spec, row)))
        else:
            faults.add(
                "differs",
                _("{what}: ‘{field}’ is anders dan de geschiedenis zegt.").format(
                    what=_name(spec, row),
                    field=item.label if (item := spec.by_column.get(column)) else column,
                ),
            )


def differences(
    db: ReadSession,
    driver: Any,
    spec: RecordSpec,
    rows: Sequence[Any],
    order: Mapping[tuple[str, int], int],
) -> Iterator[tuple[Any, str | None, Any]]:
    """Each row and column in which the table and the journal differ, with the value that the journal says; no column
    for a row that the journal does not know. `order` is the clock of each step (laptop, number)."""
    said: dict[str, dict[str, tuple[int, str | None]]] = {row.id: {} for row in rows}
    for device, seq, key, field, new in driver.execute(
        "SELECT device, seq, row, field, new FROM journal_change WHERE entity = ? AND row BETWEEN ? AND ?",
        (spec.key, rows[0].id, rows[-1].id),
    ):
        fields = said.get(key)
        at = order.get((device, seq), 0)
        if fields is not None and (field not in fields or fields[field][0] <= at):
            fields[field] = (at, new)
    types, columns = db.catalogue.types[spec.key], db.catalogue.columns[spec.key]
    nothing = (0, None)
    for row in rows:
        fields = said[row.id]
        if journal.CREATED not in fields:
            yield row, None, None
            continue
        for column in columns:
            new, value = fields.get(column, nothing)[1], getattr(row, column)
            if new != journal.to_json(value):
                told = journal.from_json(new, types[column])
                if told != value:
                    yield row, column, told


def _name(spec: RecordSpec, row: Any) -> str:
    number = getattr(row, "nummer", None)
    return f"{spec.label} {number}" if number is not None else str(spec.label)
