"""A rescued store made to fit together: what the journal still tells, links to what is gone, and one step that says so."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.jobs import Job, Progress
from huurdersapp.records.base import UNDONE, Record
from huurdersapp.records.spec import RecordSpec
from huurdersapp.store import check_journal, journal, known_loss
from huurdersapp.store.connection import permit
from huurdersapp.store.faults import Faults
from huurdersapp.store.journal import Change, Head, StepHeader, StepWriter
from huurdersapp.store.step import ReadSession, StepSession
from huurdersapp.store.store import Store

PIECE = 500
MOST = 1_000
"""Missing numbers of a kind that are told; more are no gaps but another way of numbering."""
_NUMBER = "nummer"


@dataclass(slots=True)
class Mended:
    """What was done: steps that are not whole, rows by table that stand in the journal alone, numbers of the records that
    came through and of those that did not, how many were made again from the journal, links that were emptied, and rows
    left out because what they belong to is gone."""

    broken: set[tuple[str, int]] = field(default_factory=set)
    lost: dict[str, set[str]] = field(default_factory=dict)
    numbers: dict[str, set[int]] = field(default_factory=dict)
    gone: dict[str, set[int]] = field(default_factory=dict)
    made_again: Counter[str] = field(default_factory=Counter)
    emptied: int = 0
    left_out: int = 0
    journal_whole: bool = True

    def maybe(self, kind: str) -> tuple[int, ...]:
        """Numbers that nothing tells of, where the journal has holes: they may be lost, or never have been."""
        have = self.numbers.get(kind, set())
        if self.journal_whole or not have or max(have) > len(have) + MOST:
            return ()
        return tuple(sorted(set(range(1, max(have))) - have - self.gone.get(kind, set())))


def mend(store: Store, whole: bool) -> Job[Mended]:
    """Bring tables and journal of a rescued store in line, in one transaction. `whole`: no piece of the journal is known
    to be missing."""
    done = Mended()
    with store.reading() as db:
        for count in check_journal.chain(db, Faults(), done.broken):
            yield Progress(count, None, _("Geschiedenis nakijken"))
    done.journal_whole = whole and not done.broken
    with store.transaction() as db:
        with permit(db.connection()):
            yield Progress(0, None, _("Verwijzingen nalopen"))
            order = _order(db)
            lost = _lost(db)
            if done.journal_whole:
                _make_again(db, lost, order, done)
            _mend_links(db, done)
            done.lost = _lost(db)
            head = Head(store.head.device, 0, max(order.values(), default=0), b"")
            writer = StepWriter(
                db.connection(), head, StepHeader(store.author, "Gered uit een beschadigd bestand", "start")
            )
            for changes in _differences(db, order):
                writer.add(changes)
                yield Progress(0, None, _("Geschiedenis bijwerken"))
            head = writer.close()
            known_loss.write(
                db.connection(),
                known_loss.Loss(
                    frozenset(done.broken), {key: frozenset(rows) for key, rows in done.lost.items()}
                ),
            )
            _count(db, order, done)
        db.seal()
        store.head = head
    return done


def _order(db: ReadSession) -> dict[tuple[str, int], int]:
    rows = db.connection().exec_driver_sql("SELECT device, seq, hlc FROM journal_step")
    return {(row[0], row[1]): row[2] for row in rows}


def _lost(db: ReadSession) -> dict[str, set[str]]:
    """Rows that the journal says were made, and that are not there, by table."""
    found = {}
    for key in db.catalogue.tree:
        rows = db.connection().exec_driver_sql(check_journal.GONE.format(key), (key, journal.CREATED))
        if keys := {row[0] for row in rows}:
            found[key] = keys
    return found


def _told(
    db: ReadSession, entity: str, keys: Collection[str], order: dict[tuple[str, int], int]
) -> dict[str, dict[str, str | None]]:
    """What the journal says last of each field of these rows, as JSON."""
    said: dict[str, dict[str, tuple[int, str | None]]] = defaultdict(dict)
    source = iter(keys)
    while piece := list(islice(source, PIECE)):
        marks = ",".join("?" * len(piece))
        rows = db.connection().exec_driver_sql(
            f"SELECT device, seq, row, field, new FROM journal_change WHERE entity = ? AND row IN ({marks})",
            (entity, *piece),
        )
        for device, seq, key, name, new in rows:
            at = order.get((device, seq), 0)
            if name not in said[key] or said[key][name][0] <= at:
                said[key][name] = (at, new)
    return {key: {name: new for name, (_at, new) in fields.items()} for key, fields in said.items()}


def _make_again(
    db: StepSession, lost: dict[str, set[str]], order: dict[tuple[str, int], int], done: Mended
) -> None:
    """Rows that are lost on their page, out of a journal of which nothing is missing."""
    for entity, keys in lost.items():
        table, types = db.catalogue.tree[entity].table, db.catalogue.types[entity]
        for fields in _told(db, entity, keys, order).values():
            values = {
                name: journal.from_json(new, types[name]) for name, new in fields.items() if name in types
            }
            try:
                db.connection().execute(table.insert().values(values))
            except IntegrityError:
                continue  # it stays lost, and is told as such
            done.made_again[entity] += 1


def _mend_links(db: StepSession, done: Mended) -> None:
    """Empty links to what is gone; a row that cannot be without goes too, and with it what hangs on it."""
    run = db.connection().exec_driver_sql
    while broken := run("PRAGMA foreign_key_check").all():
        for table, rowid, _parent, link in broken:
            column = next(
                row[3] for row in run(f'PRAGMA foreign_key_list("{table}")').all() if row[0] == link
            )
            may_be_empty = not next(
                row[3] for row in run(f'PRAGMA table_info("{table}")').all() if row[1] == column
            )
            if may_be_empty:
                run(f'UPDATE "{table}" SET "{column}" = NULL WHERE rowid = ?', (rowid,))
                done.emptied += 1
            else:
                done.left_out += run(f'DELETE FROM "{table}" WHERE rowid = ?', (rowid,)).rowcount


def _differences(db: StepSession, order: dict[tuple[str, int], int]) -> Iterator[list[Change]]:
    """Where the tables say something else than the journal, or it knows nothing of a row: its pages are lost."""
    driver: Any = db.connection().connection.dbapi_connection
    for spec in db.catalogue.tree.values():
        after = ""
        while rows := check_journal.piece(db, spec, after):
            after = rows[-1].id
            changes = []
            for row, column, told in check_journal.differences(db, driver, spec, rows, order):
                if column is None:
                    changes += _whole(db, spec, row)
                else:
                    changes.append(Change(spec.key, row.id, column, told, getattr(row, column)))
            yield changes


def _whole(db: StepSession, spec: RecordSpec, row: Any) -> list[Change]:
    """The whole row as a change; empty fields too, because the journal may still say something of them."""
    values = ((name, getattr(row, name)) for name in db.catalogue.columns[spec.key])
    return [
        Change(spec.key, row.id, journal.CREATED, None, row.id),
        *(Change(spec.key, row.id, name, None, value) for name, value in values),
    ]


def _count(db: ReadSession, order: dict[tuple[str, int], int], done: Mended) -> None:
    """The numbers of the records that are there, and of those that are known to be gone."""
    for spec in db.catalogue.specs.values():
        if not issubclass(spec.cls, Record):
            continue
        table = spec.table
        query = select(table.c.nummer).where(table.c.verwijderd.is_distinct_from(UNDONE))
        done.numbers[spec.key] = set(db.connection().execute(query).scalars())
        told = _told(db, spec.key, done.lost.get(spec.key, ()), order)
        done.gone[spec.key] = {
            int(number)
            for fields in told.values()
            if (number := fields.get(_NUMBER) or "").isdigit() and fields.get(journal.GONE) != f'"{UNDONE}"'
        }
