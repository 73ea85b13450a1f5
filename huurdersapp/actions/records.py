"""Making, changing, throwing away and showing records of any kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from huurdersapp.actions import mentions
from huurdersapp.actions.context import Context
from huurdersapp.actions.plain import Plain, Resolver, draft_of, plain_of
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


def create(ctx: Context, spec: RecordSpec, objects: Sequence[object]) -> Saved:
    """Make new records in one step, all or none.

    Raises UserError that tells every fault with its place (which of the list, which field).
    """
    label = _("{kind} opslaan") if len(objects) == 1 else _("{count} × {kind} opslaan")
    faults: list[Fault] = []
    saved: list[Row] = []
    with ctx.store.step(label.format(kind=spec.label, count=len(objects))) as db:
        resolver = Resolver(db)
        for index, raw in enumerate(objects):
            draft, found = read(spec, raw, resolver)
            found += _verified(db, draft, found)
            faults += [fault.at(index) if len(objects) > 1 else fault for fault in found]
            if _stopping(faults):
                continue
            saved.append(write(db, draft))
            db.flush()
        _refuse(faults)
    return _told(ctx, spec, saved, faults)


def change(ctx: Context, spec: RecordSpec, number: int, raw: object) -> Saved:
    """Change the given fields of a record in one step; raises UserError as `create`."""
    with ctx.store.step(_("{kind} {number} wijzigen").format(kind=spec.label, number=number)) as db:
        row = find(db, spec, number)
        before, resolver = draft_of(db, spec, row), Resolver(db)
        resolver.keep(before)
        draft, faults = read(spec, raw, resolver, before)
        faults += _verified(db, draft, faults)
        _refuse(faults)
        write(db, draft, row)
    return _told(ctx, spec, [row], faults)


def discard(ctx: Context, spec: RecordSpec, number: int) -> list[str]:
    """Put a record in the waste bin, an akkoord with all that stands in it; gives sentences on what else that touches.

    Raises UserError when it is not there, and for the own organisation: without it nothing has a sender.
    """
    with ctx.store.step(_("{kind} {number} verwijderen").format(kind=spec.label, number=number)) as db:
        row = find(db, spec, number)
        if isinstance(row, Partij) and row.eigen:
            raise UserError(
                _("{name} is uw eigen organisatie. Die kan niet weg."),
                _("Is zij dat niet meer, zet dan eerst bij die partij ‘eigen’ op nee (false)."),
                name=row.naam,
            )
        gone = _within(db, spec, row)
        touched = mentions.sentences(db, spec, number, {kind: list(rows) for kind, rows in gone.items()})
        for rows in gone.values():
            for item in rows.values():
                db.discard(item)
    return touched


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
        _("Kijk welke er zijn met: huurdersapp lijst {kind}"),
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
    return row


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


def _verified(db: ReadSession, draft: Draft, faults: Sequence[Fault]) -> Iterator[Fault]:
    if not _stopping(faults):
        yield from draft.spec.verify(db, draft)


def _stopping(faults: Sequence[Fault]) -> bool:
    return any(not fault.warning for fault in faults)


def _refuse(faults: Sequence[Fault]) -> None:
    """Raise the one UserError that tells all faults; warnings stop nothing."""
    found = [fault.sentence() for fault in faults if not fault.warning]
    if not found:
        return
    count = len(found)
    head = ngettext("Er is niets opgeslagen.", "Er is niets opgeslagen. Er zijn {count} fouten:", count)
    lines = found[:MANY] + ([_("en nog {count} andere").format(count=count - MANY)] if count > MANY else [])
    text = (
        f"{head.format(count=count)} {lines[0]}"
        if count == 1
        else "\n- ".join([head.format(count=count), *lines])
    )
    raise UserError(text)


def _told(ctx: Context, spec: RecordSpec, rows: Sequence[Row], faults: Sequence[Fault]) -> Saved:
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
