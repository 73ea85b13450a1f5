"""Making, changing, throwing away and showing records of any kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select

from huurdersapp.actions import mentions
from huurdersapp.actions.context import Context
from huurdersapp.actions.plain import Plain, Resolver, draft_of, plain_of
from huurdersapp.base import ids
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.records.base import Record, Row
from huurdersapp.records.draft import Draft, Fault, read
from huurdersapp.records.partij import Partij
from huurdersapp.records.spec import Field, PartSpec, RecordSpec
from huurdersapp.store import queries
from huurdersapp.store.step import ReadSession, StepSession

HIGHEST = 2**63 - 1
"""The highest number that SQLite knows (integers of 8 bytes); who types a higher one means nothing that is there."""
MANY = 10
"""More faults than this are counted, not told one by one."""
WITHIN: Mapping[str, tuple[str, ...]] = {
    "akkoord": ("thema", "afspraak", "anker"),
    "thema": ("doel",),
    "doel": ("afspraak", "indicator"),
}
"""Records that are nothing without the one they stand in: they go into the waste bin together."""


@dataclass(frozen=True, slots=True)
class Saved:
    """What was written, as JSON values, and what the person should look at again: `warnings` with the names that JSON
    has for fields, `labelled` the same with their labels."""

    records: list[Plain]
    warnings: list[str]
    labelled: list[str]


class Refused(UserError):
    """What somebody wanted to save breaks a rule, so nothing was saved.

    `faults` has all of them with their places, warnings too, for a form to show at its fields; the text tells those
    that stop, by the names that JSON has. `told` has the labels that people know.
    """

    def __init__(self, spec: RecordSpec, faults: Sequence[Fault]) -> None:
        super().__init__(_refusal([fault.sentence() for fault in faults if not fault.warning]))
        self.spec, self.faults = spec, tuple(faults)

    def told(self) -> str:
        """All that stops, in words for the window."""
        return _refusal([fault.told_for(self.spec) for fault in self.faults if not fault.warning])


def create(
    ctx: Context, spec: RecordSpec, objects: Sequence[object], *, origin: object | None = None
) -> Saved:
    """Make new records in one step, all or none.

    Raises Refused with every fault and its place (which of the list, which field).
    """
    label = _("{kind} opslaan") if len(objects) == 1 else _("{count} × {kind} opslaan")
    faults: list[Fault] = []
    saved: list[Row] = []
    with ctx.store.step(label.format(kind=spec.label, count=len(objects)), origin=origin) as db:
        resolver = Resolver(db)
        for index, raw in enumerate(objects):
            draft, found = read(spec, raw, resolver)
            found += verified(db, draft, found)
            faults += [fault.at(index) if len(objects) > 1 else fault for fault in found]
            if _stopping(faults):
                continue
            saved.append(write(db, draft))
            db.flush()
        refuse(spec, faults)
    return told(ctx, spec, saved, faults)


def change(
    ctx: Context, spec: RecordSpec, number: int, raw: object, *, origin: object | None = None
) -> Saved:
    """Change the given fields of a record in one step; raises Refused as `create`, UserError when it is not there."""
    label = _("{kind} {number} wijzigen").format(kind=spec.label, number=number)
    with ctx.store.step(label, origin=origin) as db:
        row = find(db, spec, number)
        draft, faults = reviewed(db, spec, row, raw)
        refuse(spec, faults)
        write(db, draft, row)
    return told(ctx, spec, [row], faults)


def save(
    ctx: Context, spec: RecordSpec, raw: object, number: int | None = None, *, origin: object | None = None
) -> Saved:
    """Make one new record, or change the one with this number: what a form does; raises as `create` and `change`."""
    if number is None:
        return create(ctx, spec, [raw], origin=origin)
    return change(ctx, spec, number, raw, origin=origin)


def check(ctx: Context, spec: RecordSpec, raw: object, number: int | None = None) -> list[Fault]:
    """Everything that saving would tell, while nothing is written; raises UserError when the record is not there."""
    with ctx.store.reading() as db:
        if number is not None:
            return reviewed(db, spec, find(db, spec, number), raw)[1]
        draft, faults = read(spec, raw, Resolver(db))
        return [*faults, *verified(db, draft, faults)]


def reviewed(db: ReadSession, spec: RecordSpec, row: Row, raw: object) -> tuple[Draft, list[Fault]]:
    """The record as it would be with these values, and every fault of it."""
    before, resolver = draft_of(db, spec, row), Resolver(db)
    resolver.keep(before)
    draft, faults = read(spec, raw, resolver, before)
    return draft, [*faults, *verified(db, draft, faults)]


def discard(ctx: Context, spec: RecordSpec, number: int, *, origin: object | None = None) -> list[str]:
    """Put a record in the waste bin, an akkoord with all that stands in it; gives sentences on what else that touches.

    Raises UserError when it is not there, and for the own organisation: without it nothing has a sender.
    """
    return discard_many(ctx, spec, [number], origin=origin)


def discard_many(
    ctx: Context, spec: RecordSpec, numbers: Sequence[int], *, origin: object | None = None
) -> list[str]:
    """Put records in the waste bin in one step, all or none; see `discard`."""
    numbers = list(dict.fromkeys(numbers))
    if not numbers:
        return []
    label = _("{count} × {kind} verwijderen") if len(numbers) > 1 else _("{kind} {number} verwijderen")
    label = label.format(kind=spec.label, number=numbers[0], count=len(numbers))
    with ctx.store.step(label, origin=origin) as db:
        gone: dict[str, dict[str, Record]] = {}
        for number in numbers:
            for kind, rows in _within(db, spec, _not_own(find(db, spec, number))).items():
                gone.setdefault(kind, {}).update(rows)
        touched = mentions.sentences(db, spec, numbers, {kind: list(rows) for kind, rows in gone.items()})
        for kind, rows in gone.items():
            for item in rows.values():
                touched += db.catalogue.specs[kind].thrown(item)
                db.discard(item)
    return touched


def _not_own(row: Record) -> Record:
    if isinstance(row, Partij) and row.eigen:
        raise UserError(
            _("{name} is uw eigen organisatie. Die kan niet weg."),
            _("Is zij dat niet meer, zet dan eerst bij die partij ‘eigen’ op nee."),
            _("In een JSON-bestand is dat false."),
            name=row.naam,
        )
    return row


def _within(db: StepSession, spec: RecordSpec, row: Record) -> dict[str, dict[str, Record]]:
    """A record and all that stands in it, by kind and key."""
    found: dict[str, dict[str, Record]] = {spec.key: {row.id: row}}
    for kind in WITHIN.get(spec.key, ()):
        inner = db.catalogue.specs[kind]
        for item in db.alive(inner, inner.table.c[f"{spec.key}_id"] == row.id):
            for deeper, rows in _within(db, inner, item).items():
                found.setdefault(deeper, {}).update(rows)
    return found


def show(ctx: Context, spec: RecordSpec, number: int) -> Plain:
    """A record as JSON values; raises UserError when it is not there."""
    with ctx.store.reading() as db:
        return next(iter(plain_of(db, spec, [find(db, spec, number).id])))


def find(db: ReadSession, spec: RecordSpec, number: int) -> Record:
    """The live record with this number; raises UserError when there is none."""
    if number > HIGHEST or (row := queries.by_number(db, spec, number)) is None:
        raise missing(spec, number)
    return row


def missing(spec: RecordSpec, number: int) -> UserError:
    """The sentence for a record that is not there."""
    return UserError(
        _("{label} {number} is er niet."),
        command=_("Kijk welke er zijn met: huurdersapp lijst {kind}"),
        label=spec.label,
        number=number,
        kind=spec.key,
    )


def write(
    db: StepSession, draft: Draft, row: Row | None = None, owned: Mapping[str, Any] | None = None
) -> Row:
    """Put a checked draft into the store: the record (a new one, or `row`), and its lines in their order.

    `owned` says of a new line to which record it belongs, and where in its list.
    """
    spec, fresh = draft.spec, row is None
    if row is None:
        row = spec.cls(**_columns(draft), **(owned or {}))
        row.id = draft.id or row.id
        db.add(row)
        db.flush()
    else:
        for column, value in _columns(draft).items():
            setattr(row, column, value)
    for part in spec.parts:
        if part.key in draft.parts:
            there = [] if fresh else db.lines(part.spec, row.id)
            _write_lines(db, row, draft.parts[part.key], {line.id: line for line in there})
    spec.written(db, draft, row)
    return row


def write_new(db: StepSession, drafts: Sequence[Draft]) -> list[Row]:
    """Put many new checked drafts of one kind into the store, with their lines; gives all rows, those of lines too.

    The same as `write` for each, but table by table: a large list costs a third. The caller keeps the rows as long as
    the step lasts, so that they need not be read again for the index of search.
    """
    owners: list[tuple[Row, Draft]] = []
    number = _last_number(db, drafts[0].spec) if drafts else 0
    for draft in drafts:
        number += 1
        owners.append((_new_row(draft, nummer=number), draft))
    made = [row for row, _draft in owners]
    db.add_all(made)
    db.flush()
    while owners:
        lines = [
            (_new_row(line, ouder_id=row.id, volgorde=place), line)
            for row, draft in owners
            for items in draft.parts.values()
            for place, line in enumerate(items)
        ]
        db.add_all([row for row, _draft in lines])
        db.flush()
        made += [row for row, _draft in lines]
        owners = lines
    return made


def _new_row(draft: Draft, **owned: Any) -> Row:
    row: Row = draft.spec.cls(**_columns(draft), **owned)
    row.id = draft.id or ids.new_id()
    return row


def _last_number(db: StepSession, spec: RecordSpec) -> int:
    return int(db.scalar(select(func.max(spec.table.c.nummer))) or 0)


def _write_lines(db: StepSession, owner: Row, drafts: Sequence[Draft], there: dict[str, Any]) -> None:
    """Write the lines of a part in this order; those of `there` that are not among them are thrown away."""
    for place, draft in enumerate(drafts):
        line = there.pop(draft.id or "", None)
        if line is None:
            write(db, draft, owned={"ouder_id": owner.id, "volgorde": place})
        else:
            line.volgorde = place
            write(db, draft, line)
    for line in there.values():
        db.discard(line)


def _columns(draft: Draft) -> dict[str, Any]:
    spec = draft.spec
    return {item.column: draft.values.get(item.key) for item in spec.fields.values() if item.key != "nummer"}


def verified(db: ReadSession, draft: Draft, faults: Sequence[Fault]) -> Iterator[Fault]:
    """The faults that need other records to be found, once nothing else is wrong."""
    if not _stopping(faults):
        yield from draft.spec.verify(db, draft)


def _stopping(faults: Sequence[Fault]) -> bool:
    return any(not fault.warning for fault in faults)


def refuse(spec: RecordSpec, faults: Sequence[Fault]) -> None:
    """Raise Refused where a fault stops; warnings stop nothing."""
    if _stopping(faults):
        raise Refused(spec, faults)


def _refusal(found: Sequence[str]) -> str:
    count = len(found)
    head = ngettext(
        "Er is niets opgeslagen.", "Er is niets opgeslagen. Er kloppen {count} dingen niet:", count
    )
    lines = [
        *found[:MANY],
        *([_("en nog {count} andere").format(count=count - MANY)] if count > MANY else []),
    ]
    if count == 1:
        return f"{head.format(count=count)} {lines[0]}"
    return "\n- ".join([head.format(count=count), *lines])


def told(ctx: Context, spec: RecordSpec, rows: Sequence[Row], faults: Sequence[Fault]) -> Saved:
    """What was written, and what to look at again."""
    with ctx.store.reading() as db:
        records = list(plain_of(db, spec, [row.id for row in rows]))
    warnings = [fault for fault in faults if fault.warning]
    return Saved(
        records,
        [fault.sentence() for fault in warnings],
        [fault.sentence_for(spec) for fault in warnings],
    )


def described(spec: RecordSpec) -> list[Plain]:
    """The fields of a kind as `velden` tells them: naam, label, type, verplicht, keuzes, eenheid, the kind that a
    verwijzing goes to, and for a list its own fields."""
    return [*map(_described, spec.fields.values()), *map(_described_part, spec.parts)]


def _described(item: Field) -> Plain:
    choices = item.choices.items if item.choices else ()
    return {
        "naam": item.key,
        "label": item.label,
        "type": item.kind,
        "verplicht": item.required,
        "keuzes": [{"sleutel": choice.key, "label": str(choice.label)} for choice in choices],
        "eenheid": str(item.note.unit) if item.note.unit else None,
        "soort": item.note.ref,
    }


def _described_part(part: PartSpec) -> Plain:
    return {
        "naam": part.key,
        "label": str(part.label),
        "type": "lijst",
        "verplicht": part.required,
        "keuzes": [],
        "eenheid": None,
        "soort": part.spec.fields[part.link].note.ref if part.link else None,
        "velden": None if part.link else described(part.spec),
    }
