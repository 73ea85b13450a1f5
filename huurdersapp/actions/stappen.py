"""Steps as the journal has them: which were done, which were built upon since, and what they touched."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from huurdersapp.actions.names import called
from huurdersapp.records.spec import RecordSpec
from huurdersapp.store.journal import CHANGE, CREATED, FLOORS, STEP, VECTOR, StoredStep, stored_step
from huurdersapp.store.step import ReadSession

MOST = 20
"""Records of a step that are named to be opened."""
LARGE = 2000
"""A step of more changes than this is not looked into beforehand: a load of a whole list."""
_ASKED = 500
_STEPS = 40
"""Steps that are looked at for what was done last."""
_END = 400
"""Changes of a step that are looked at for that, the last ones."""

Place = tuple[str, str, str]
"""Kind, row and field."""


def done(db: ReadSession, device: str, limit: int, *, floors: bool = False) -> list[StoredStep]:
    """The ordinary steps of a laptop, newest first, undone ones too; with `floors` also those beyond which nothing is
    undone."""
    kinds = ("do", *FLOORS) if floors else ("do",)
    query = (
        select(STEP)
        .where(STEP.c.device == device, STEP.c.kind.in_(kinds))
        .order_by(STEP.c.seq.desc())
        .limit(limit)
    )
    return [stored_step(row) for row in db.connection().execute(query)]


def built_upon(db: ReadSession, steps: Sequence[StoredStep]) -> set[int]:
    """Which of these steps (of one laptop) wrote something that says otherwise now."""
    if not steps:
        return set()
    device, asked = steps[0].device, {step.seq for step in steps}
    mine = (CHANGE.c.device == device, CHANGE.c.seq.in_(asked))
    connection = db.connection()
    asked -= set(connection.scalars(select(CHANGE.c.seq).where(*mine, CHANGE.c.n == LARGE)))
    mine = (CHANGE.c.device == device, CHANGE.c.seq.in_(asked))
    written: dict[int, dict[Place, str | None]] = {}
    for row in connection.execute(select(CHANGE).where(*mine)):
        written.setdefault(row.seq, {})[row.entity, row.row, row.field] = row.new
    later = CHANGE.alias("later")
    query = (
        select(CHANGE.c.seq, later.c.entity, later.c.row, later.c.field, later.c.new)
        .join(later, (later.c.entity == CHANGE.c.entity) & (later.c.row == CHANGE.c.row))
        .where(*mine, later.c.device == device, later.c.seq > CHANGE.c.seq)
        .distinct()
        .order_by(later.c.seq, later.c.n)
    )
    now: dict[int, dict[Place, str | None]] = {}
    for row in connection.execute(query.add_columns(later.c.seq.label("at"), later.c.n)):
        now.setdefault(row.seq, {})[row.entity, row.row, row.field] = row.new
    return {seq for seq, values in now.items() if _differs(written[seq], values)}


def _differs(written: Mapping[Place, str | None], now: Mapping[Place, str | None]) -> bool:
    for place, value in now.items():
        made = (*place[:2], CREATED) in written
        if (made or place in written) and written.get(place) != value:
            return True
    return False


def touched(db: ReadSession, step: StoredStep) -> tuple[tuple[str, int], ...]:
    """The live records that a step touched, themselves or by a line, as kind and number."""
    query = (
        select(CHANGE.c.entity, CHANGE.c.row)
        .where(CHANGE.c.device == step.device, CHANGE.c.seq == step.seq)
        .limit(LARGE)
    )
    rows: dict[str, dict[str, None]] = {}
    for entity, row in db.connection().execute(query):
        rows.setdefault(entity, {})[row] = None
    found: dict[tuple[str, int], None] = {}
    for entity, keys in rows.items():
        if (spec := db.catalogue.tree.get(entity)) is not None:
            found |= dict.fromkeys(_roots(db, spec, list(keys)[:_ASKED]))
    return tuple(found)[:MOST]


def _roots(db: ReadSession, spec: RecordSpec, keys: Sequence[str]) -> list[tuple[str, int]]:
    while (owner := db.catalogue.owner.get(spec.key)) is not None:
        table = spec.table
        keys = list(dict.fromkeys(db.scalars(select(table.c.ouder_id).where(table.c.id.in_(keys)))))
        spec = owner
    table = spec.table
    alive = (
        select(table.c.nummer)
        .where(table.c.id.in_(keys), table.c.verwijderd.is_(None))
        .order_by(table.c.nummer)
    )
    return [(spec.key, number) for number in db.scalars(alive)]


@dataclass(frozen=True, slots=True)
class Latest:
    """A record that a step made (`made`) or changed."""

    kind: str
    number: int
    title: str
    moment: datetime
    author: str
    made: bool


def latest(db: ReadSession, size: int) -> list[Latest]:
    """The live records that were made or changed last, the last first; of a large step only its end counts."""
    connection = db.connection()
    steps: list[StoredStep] = []
    for device in connection.scalars(select(VECTOR.c.device)).all():
        query = select(STEP).where(STEP.c.device == device).order_by(STEP.c.seq.desc()).limit(_STEPS)
        steps += map(stored_step, connection.execute(query))
    found: dict[tuple[str, int], tuple[StoredStep, bool]] = {}
    for step in sorted(steps, key=lambda one: one.moment, reverse=True):
        if len(found) >= size:
            break
        rows: dict[str, dict[str, None]] = {}
        made: set[str] = set()
        query = select(CHANGE.c.entity, CHANGE.c.row, CHANGE.c.field)
        query = query.where(CHANGE.c.device == step.device, CHANGE.c.seq == step.seq).order_by(
            CHANGE.c.n.desc()
        )
        for entity, row, field in connection.execute(query.limit(_END)):
            rows.setdefault(entity, {})[row] = None
            if field == CREATED:
                made.add(row)
        # Records before lines: what was made is made, whatever lines it got.
        for entity, keys in sorted(rows.items(), key=lambda item: item[0] not in db.catalogue.specs):
            if (spec := db.catalogue.tree.get(entity)) is not None:
                fresh = [key for key in keys if key in made and entity in db.catalogue.specs]
                for own, some in ((True, fresh), (False, [key for key in keys if key not in fresh])):
                    for place in _newest(db, spec, some):
                        found.setdefault(place, (step, own))
    return [
        Latest(kind, number, _title(db, kind, number), step.moment, step.author, made)
        for (kind, number), (step, made) in list(found.items())[:size]
    ]


def _newest(db: ReadSession, spec: RecordSpec, keys: Sequence[str]) -> list[tuple[str, int]]:
    return _roots(db, spec, keys)[::-1] if keys else []


def _title(db: ReadSession, kind: str, number: int) -> str:
    spec = db.catalogue.specs[kind]
    columns = [spec.table.c[spec.fields[key].column] for key in spec.name]
    query = select(spec.table.c.nummer, *columns).where(
        spec.table.c.nummer == number, spec.table.c.verwijderd.is_(None)
    )
    _number, *names = db.execute(query).one()
    return called(spec, number, names)
