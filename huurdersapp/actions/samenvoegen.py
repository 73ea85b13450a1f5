"""Making one record of two: side by side first, then one step with one undo, with all that hung on the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from huurdersapp.actions import knelpunt_bundelen
from huurdersapp.actions.context import Context
from huurdersapp.actions.names import Names, in_words
from huurdersapp.actions.plain import draft_of
from huurdersapp.actions.records import Refused, find, refuse, reviewed, write
from huurdersapp.base import jobs
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.jobs import Job, Progress
from huurdersapp.records.base import Record, Row
from huurdersapp.records.draft import Fault
from huurdersapp.records.energie_besparing import PLACED
from huurdersapp.records.spec import RecordSpec
from huurdersapp.store.step import StepSession

STAY: Mapping[str, tuple[str, ...]] = {"knelpunt": ("stappen",)}
"""Lists of the other record that do not come along: its own steps would not follow upon those of the one that stays.
They stay readable with the record in the waste bin."""
ONCE: Mapping[str, str] = {
    "energiebezoek_maatregel": "maatregel_id",
    "raadpleging_methode": "methode",
    "partij_daeb_bezit": "jaar",
}
"""Lists in which a thing stands only once, and the column that says which: of two lines about it one remains."""


PIECE = 500
"""Rows between two moments at which the work can be stopped."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A field in which the two differ, in words; `one_empty` and `other_empty` say on which side nothing stands."""

    key: str
    label: str
    one: str
    other: str
    one_empty: bool
    other_empty: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two records side by side: where they differ, what is the same, and what comes along of the other."""

    differences: tuple[Difference, ...]
    same: tuple[tuple[str, str], ...]
    along: tuple[tuple[str, int], ...]
    """Lists and records that go over to the one that stays: in words, with how many."""

    def usual(self) -> frozenset[str]:
        """The fields that are taken from the other unless somebody says otherwise: what is empty on this side."""
        return frozenset(item.key for item in self.differences if item.one_empty)


def compare(ctx: Context, spec: RecordSpec, one: int, other: int) -> Comparison:
    """The two side by side; raises UserError when one is not there or both are the same."""
    _two(one, other)
    with ctx.store.reading() as db:
        first, second = find(db, spec, one), find(db, spec, other)
        names = Names(db)
        differences, same = [], []
        for item in spec.fields.values():
            if item.key == "nummer" or (item.note.filled and item.key not in ("gemeld_op", "datum")):
                continue
            mine, theirs = getattr(first, item.column), getattr(second, item.column)
            words = in_words(item, mine, names), in_words(item, theirs, names)
            if mine == theirs:
                if mine is not None:
                    same.append((item.label, words[0]))
                continue
            differences.append(
                Difference(item.key, item.label, *words, mine in (None, ""), theirs in (None, ""))
            )
        lines = draft_of(db, spec, second)
        along = [
            (str(part.label), len(lines.lines(part.key)))
            for part in spec.parts
            if part.key not in STAY.get(spec.key, ()) and lines.lines(part.key)
        ]
        for pointing, rows in _pointing(db, spec, second.id):
            root = _root(db, pointing)
            along.append((str(root.plural or root.label), len(rows)))
    return Comparison(tuple(differences), tuple(same), tuple(along))


def merge(
    ctx: Context,
    spec: RecordSpec,
    one: int,
    other: int,
    take: frozenset[str] = frozenset(),
    *,
    origin: object | None = None,
) -> list[str]:
    """Make one of them: `one` stays, with the fields `take` of the other, its lists, and all that names it.

    The other goes to the waste bin. Gives sentences to look at again. Raises Refused when a rule is broken, and then
    nothing is changed.
    """
    return jobs.run(merging(ctx, spec, one, other, take, origin=origin))


def merging(
    ctx: Context,
    spec: RecordSpec,
    one: int,
    other: int,
    take: frozenset[str] = frozenset(),
    *,
    origin: object | None = None,
) -> Job[list[str]]:
    """`merge` as work beside the window: a landlord may have thousands of addresses. Stopped, it changes nothing."""
    _two(one, other)
    yield Progress(0, None, _("Samenvoegen"))
    label = _("{kind} {other} samenvoegen met {one}").format(kind=spec.label, other=other, one=one)
    with ctx.store.step(label, origin=origin) as db:
        stays, goes = find(db, spec, one), find(db, spec, other)
        before = {fault.text for fault in reviewed(db, spec, stays, {})[1]}
        added = _added(db, spec, stays, goes)
        for key in take:
            item = spec.fields[key]
            setattr(stays, item.column, getattr(goes, item.column))
        for column, value in added.items():
            setattr(stays, column, value)
        _move_lines(db, spec, stays, goes)
        yield from _point_anew(db, spec, stays, goes)
        db.discard(goes)
        db.flush()
        faults = _judged(db, spec, stays, before)
        refuse(spec, faults)
    return [fault.sentence_for(spec) for fault in faults]


def _two(one: int, other: int) -> None:
    if one == other:
        raise UserError(_("Dit zijn niet twee, maar één."), _("Kies een ander om mee samen te voegen."))


def _added(db: StepSession, spec: RecordSpec, stays: Any, goes: Any) -> dict[str, Any]:
    """What the two add up to: the other report is one more of the same, unless it was counted when it was bundled."""
    if spec.key != "knelpunt":
        return {}
    mine, theirs = stays.ook_last_van or 0, goes.ook_last_van or 0
    if any(row.id == goes.id for row in knelpunt_bundelen.inside(db, stays.id)):
        return {"ook_last_van": mine}
    if any(row.id == stays.id for row in knelpunt_bundelen.inside(db, goes.id)):
        return {"ook_last_van": theirs}
    return {"ook_last_van": mine + theirs + 1}


def _judged(db: StepSession, spec: RecordSpec, row: Record, before: set[str]) -> list[Fault]:
    """What the rules say of the record now; what they said before the merging is no reason to refuse it."""
    draft, faults = reviewed(db, spec, row, {})
    if not any(not fault.warning for fault in faults):
        write(db, draft, row)  # what follows from the rest, such as its name
    return [fault for fault in faults if fault.text not in before]


def _move_lines(db: StepSession, spec: RecordSpec, stays: Row, goes: Row) -> None:
    for part in spec.parts:
        if part.key in STAY.get(spec.key, ()):
            continue
        here = db.lines(part.spec, stays.id)
        link = part.spec.fields[part.link].column if part.link else None
        known = {getattr(line, link) for line in here} if link else set()
        place = len(here)
        own = [item.column for item in part.spec.fields.values() if item.note.ref == spec.key]
        for line in db.lines(part.spec, goes.id):
            of_itself = any(getattr(line, column) == stays.id for column in own)
            if of_itself or (link and getattr(line, link) in known) or _joined(part.spec, line, here):
                db.discard(line)
                continue
            line.ouder_id, line.volgorde = stays.id, place
            place += 1


def _point_anew(db: StepSession, spec: RecordSpec, stays: Row, goes: Row) -> Iterator[Progress]:
    """What named the other names the one that stays; a line that would name it twice, or itself, goes."""
    for pointing, rows in _pointing(db, spec, goes.id):
        columns = [item.column for item in pointing.fields.values() if item.note.ref == spec.key]
        is_line = pointing.key in db.catalogue.owner
        for done, row in enumerate(rows):
            if done % PIECE == 0:
                yield Progress(done, len(rows), str(_root(db, pointing).plural or pointing.label))
            for column in columns:
                if getattr(row, column) == goes.id:
                    setattr(row, column, stays.id)
            if is_line and (
                row.ouder_id == stays.id or _joined(pointing, row, db.lines(pointing, row.ouder_id))
            ):
                db.discard(row)


def _joined(spec: RecordSpec, line: Any, others: Sequence[Any]) -> bool:
    """Whether another of these lines says wholly the same, or (see ONCE) is about the same thing. Of two about the same
    thing the other one takes over what it lacks; of a measure the line that came farther goes first."""
    if spec.parts:
        return False  # what hangs on the lines may differ
    columns = [item.column for item in spec.fields.values()]
    once = ONCE.get(spec.key)
    for other in others:
        if other.id == line.id:
            continue
        if once is not None and getattr(other, once) == getattr(line, once):
            first, second = (line, other) if _how_far(line) > _how_far(other) else (other, line)
            for column in columns:
                value = getattr(first, column)
                setattr(other, column, getattr(second, column) if value is None else value)
            return True
        if all(getattr(other, column) == getattr(line, column) for column in columns):
            return True
    return False


def _how_far(line: Any) -> int:
    """How far a measure of a visit came: put in place, handed out, or neither. Other lines are all alike."""
    state = getattr(line, "hoe_ver", None)
    return 2 if state in PLACED else int(state == "uitgereikt")


def _pointing(db: Any, spec: RecordSpec, key: str) -> Iterator[tuple[RecordSpec, list[Any]]]:
    """The live rows, of records and lines alike, that name a record."""
    for other in db.catalogue.tree.values():
        columns = [other.table.c[item.column] for item in other.fields.values() if item.note.ref == spec.key]
        rows: dict[str, Any] = {}
        for column in columns:
            for row in db.scalars(select(other.cls).where(column == key, other.table.c.verwijderd.is_(None))):
                rows[row.id] = row
        if rows:
            yield other, list(rows.values())


def _root(db: Any, spec: RecordSpec) -> RecordSpec:
    while spec.key in db.catalogue.owner:
        spec = db.catalogue.owner[spec.key]
    return spec


__all__ = ["Comparison", "Difference", "Refused", "compare", "merge", "merging"]
