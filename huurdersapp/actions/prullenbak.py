"""The waste bin: what was thrown away by whom and when, and the way back."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice

from sqlalchemy import and_, func, or_, select, tuple_

from huurdersapp.actions.context import Context
from huurdersapp.actions.names import Names
from huurdersapp.actions.plain import draft_of
from huurdersapp.actions.records import HIGHEST, WITHIN, missing
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.base import IN_BIN, Record
from huurdersapp.records.spec import RecordSpec
from huurdersapp.store.journal import CHANGE, GONE, STEP, VECTOR, moment_of, to_json
from huurdersapp.store.step import ReadSession, StepSession

PAGE = 100
MANY = 1000
"""Beyond this the bin is not counted one by one."""
FEW = 400
"""So few are looked up one by one in the journal; of more than this the journal is walked back."""
_THROWN = to_json(IN_BIN)
Row = tuple[str, str]
"""Kind and key."""
Throw = tuple[int, str, int, int]
"""When something was thrown away: clock, laptop, step, and place in the step."""


@dataclass(frozen=True, slots=True)
class Thrown:
    """A record in the waste bin; `moment` in UTC, `throw` says where the next page begins."""

    kind: str
    number: int
    title: str
    moment: datetime
    author: str
    throw: Throw = field(repr=False)


@dataclass(frozen=True, slots=True)
class Restored:
    """What came back: the name of the step, and kind and number of all records that it brought back."""

    label: str
    records: tuple[tuple[str, int], ...]


def count(ctx: Context, kind: str | None = None, at_most: int = MANY) -> int:
    """How many records lie in the waste bin; counting stops at `at_most`."""
    with ctx.store.reading() as db:
        return len(in_bin(db, kinds_asked(ctx, kind), at_most))


def page(
    ctx: Context, kind: str | None = None, after: Thrown | None = None, size: int = PAGE
) -> list[Thrown]:
    """What was thrown away, the newest first; `after` is the last of the page before."""
    with ctx.store.reading() as db:
        asked = kinds_asked(ctx, kind)
        binned = in_bin(db, asked, FEW + 1)
        if len(binned) > FEW:
            found = list(islice(_walked(db, asked, after), size))
        else:
            thrown = sorted(thrown_at(db, binned).items(), key=lambda item: item[1], reverse=True)
            found = [item for item in thrown if after is None or item[1] < after.throw][:size]
        return _told(db, found)


def restore(ctx: Context, kind: str, number: int, *, origin: object | None = None) -> Restored:
    """Bring a record back in one step, with what went into the bin together with it because it stands in it.

    Raises UserError when it is not in the bin, when what it stands in is (bringing that back brings this along: back
    alone it would come without the rest of it), and when a rule forbids it by now (another has its code).
    """
    spec = ctx.spec(kind)
    label = _("{kind} {number} terugzetten").format(kind=spec.label, number=number)
    with ctx.store.step(label, origin=origin) as db:
        row = _in_bin(db, spec, number)
        _refuse_inside(db, spec, row)
        back = _together(db, spec, row)
        for _spec, item in back:
            item.verwijderd = None
        db.flush()
        for inner, item in back:
            _refuse_rules(db, inner, item)
        return Restored(label, tuple((inner.key, item.nummer) for inner, item in back))


def kinds_asked(ctx: Context, kind: str | None) -> list[RecordSpec]:
    """This kind, or (None) all; raises UserError for one that is not there."""
    return [ctx.spec(kind)] if kind else list(ctx.store.catalogue.specs.values())


def in_bin(db: ReadSession, kinds: Iterable[RecordSpec], at_most: int) -> list[Row]:
    """Kind and key of what lies in the waste bin; looking stops at `at_most`."""
    found: list[Row] = []
    for spec in kinds:
        table = spec.table
        query = select(table.c.id).where(table.c.verwijderd == IN_BIN).limit(at_most - len(found))
        found += [(spec.key, key) for key in db.scalars(query)]
    return found


def thrown_at(db: ReadSession, rows: Sequence[Row]) -> dict[Row, Throw]:
    """When each of these went into the bin for the last time."""
    found: dict[Row, Throw] = {}
    for start in range(0, len(rows), FEW):
        piece = rows[start : start + FEW]
        query = (
            select(CHANGE.c.entity, CHANGE.c.row, STEP.c.hlc, STEP.c.device, STEP.c.seq, CHANGE.c.n)
            .join(STEP, (STEP.c.device == CHANGE.c.device) & (STEP.c.seq == CHANGE.c.seq))
            .where(tuple_(CHANGE.c.entity, CHANGE.c.row).in_(piece))
            .where(CHANGE.c.field == GONE, CHANGE.c.new == _THROWN)
        )
        for entity, key, *throw in db.connection().execute(query):
            when: Throw = (throw[0], throw[1], throw[2], throw[3])
            found[entity, key] = max(when, found.get((entity, key), when))
    return found


def _walked(
    db: ReadSession, kinds: Sequence[RecordSpec], after: Thrown | None
) -> Iterator[tuple[Row, Throw]]:
    """The same newest first, found by going back through the journal of each laptop."""
    devices = db.connection().scalars(select(VECTOR.c.device)).all()
    walks = [_walk(db, device, kinds, after) for device in devices]
    walked = heapq.merge(*walks, key=lambda item: item[1], reverse=True)
    for piece in iter(lambda: list(islice(walked, PAGE)), []):
        there = _still(db, piece)
        thrown = thrown_at(db, [row for row, _throw in piece if row in there])
        yield from ((row, throw) for row, throw in piece if thrown.get(row) == throw)


def _walk(
    db: ReadSession, device: str, kinds: Sequence[RecordSpec], after: Thrown | None
) -> Iterator[tuple[Row, Throw]]:
    query = (
        select(CHANGE.c.entity, CHANGE.c.row, STEP.c.hlc, STEP.c.device, STEP.c.seq, CHANGE.c.n)
        .join(STEP, (STEP.c.device == CHANGE.c.device) & (STEP.c.seq == CHANGE.c.seq))
        .where(CHANGE.c.device == device, CHANGE.c.field == GONE, CHANGE.c.new == _THROWN)
        .where(CHANGE.c.entity.in_([spec.key for spec in kinds]))
        .order_by(CHANGE.c.seq.desc(), CHANGE.c.n.desc())
    )
    if after is not None:
        hlc, own, seq, n = after.throw
        earlier = or_(CHANGE.c.seq < seq, and_(CHANGE.c.seq == seq, CHANGE.c.n < n))
        query = query.where(earlier) if own == device else query.where(STEP.c.hlc <= hlc)
    with db.connection().execution_options(yield_per=PAGE).execute(query) as rows:
        for entity, key, found_hlc, found_device, found_seq, place in rows:
            yield (entity, key), (found_hlc, found_device, found_seq, place)


def _still(db: ReadSession, found: Sequence[tuple[Row, Throw]]) -> set[Row]:
    """Which of these lie in the bin now."""
    by_kind: dict[str, list[str]] = {}
    for (kind, key), _throw in found:
        by_kind.setdefault(kind, []).append(key)
    there: set[Row] = set()
    for kind, keys in by_kind.items():
        table = db.catalogue.specs[kind].table
        there |= {
            (kind, key)
            for key in db.scalars(
                select(table.c.id).where(table.c.id.in_(keys), table.c.verwijderd == IN_BIN)
            )
        }
    return there


def _told(db: ReadSession, found: Sequence[tuple[Row, Throw]]) -> list[Thrown]:
    names, authors = Names(db), _authors(db, [throw for _row, throw in found])
    for kind in {kind for (kind, _key), _throw in found}:
        names.load(kind, [key for (other, key), _throw in found if other == kind])
    return [
        Thrown(kind, *names.numbered(kind, key), moment_of(throw[0]), authors[throw[1:3]], throw)
        for (kind, key), throw in found
    ]


def _authors(db: ReadSession, throws: Sequence[Throw]) -> Mapping[tuple[str, int], str]:
    steps = list({throw[1:3] for throw in throws})
    query = select(STEP.c.device, STEP.c.seq, STEP.c.author).where(
        tuple_(STEP.c.device, STEP.c.seq).in_(steps)
    )
    return {(device, seq): author for device, seq, author in db.connection().execute(query)}


def _in_bin(db: StepSession, spec: RecordSpec, number: int) -> Record:
    table = spec.table
    query = select(spec.cls).where(table.c.nummer == number, table.c.verwijderd == IN_BIN)
    row = db.scalars(query).first() if number <= HIGHEST else None
    if row is None:
        there = func.count(table.c.id)
        alive = number <= HIGHEST and db.scalar(
            select(there).where(table.c.nummer == number, table.c.verwijderd.is_(None))
        )
        if alive:
            raise UserError(
                _("{label} {number} ligt niet in de prullenbak."), label=spec.label, number=number
            )
        raise missing(spec, number)
    assert isinstance(row, Record)
    return row


def _refuse_inside(db: StepSession, spec: RecordSpec, row: Record) -> None:
    for kind, inner in WITHIN.items():
        key = getattr(row, f"{kind}_id", None) if spec.key in inner else None
        owner = db.get(db.catalogue.specs[kind].cls, key) if key else None
        if isinstance(owner, Record) and owner.verwijderd is not None:
            raise UserError(
                _("{label} {number} hoort bij {owner} {other}, en ook dat ligt in de prullenbak."),
                _("Zet eerst {owner} {other} terug."),
                label=spec.label,
                number=row.nummer,
                owner=str(db.catalogue.specs[kind].label).lower(),
                other=owner.nummer,
            )


def _together(db: StepSession, spec: RecordSpec, row: Record) -> list[tuple[RecordSpec, Record]]:
    """The record and what stands in it, as far as it was thrown away in the same step."""
    inside = list(_inside(db, spec, row))
    thrown = thrown_at(db, [(inner.key, item.id) for inner, item in inside])
    step = thrown[spec.key, row.id][1:3]
    return [(inner, item) for inner, item in inside if thrown[inner.key, item.id][1:3] == step]


def _inside(db: StepSession, spec: RecordSpec, row: Record) -> Iterator[tuple[RecordSpec, Record]]:
    yield spec, row
    for kind in WITHIN.get(spec.key, ()):
        inner = db.catalogue.specs[kind]
        table = inner.table
        query = select(inner.cls).where(table.c[f"{spec.key}_id"] == row.id, table.c.verwijderd == IN_BIN)
        for item in db.scalars(query.order_by(table.c.nummer)).all():
            assert isinstance(item, Record)
            yield from _inside(db, inner, item)


def _refuse_rules(db: StepSession, spec: RecordSpec, row: Record) -> None:
    for fault in spec.verify(db, draft_of(db, spec, row)):
        if not fault.warning:
            raise UserError(
                _("{label} {number} kan zo niet terug. {why}"),
                _("Verander eerst wat er nu staat."),
                label=spec.label,
                number=row.nummer,
                why=fault.told_for(spec),
            )
