"""One thing back as it was: the old value of a field, or a line that was thrown away, by the rules of any change."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import select

from huurdersapp.actions.plain import Plain, draft_of
from huurdersapp.actions.records import refuse, reviewed, write
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.base import Record, Row
from huurdersapp.records.draft import Draft
from huurdersapp.records.spec import Field, PartSpec, RecordSpec
from huurdersapp.store.step import ReadSession, StepSession

Path = tuple[str, ...]
"""The list in which a line stands; more than one for a list within a list."""


def field(db: StepSession, spec: RecordSpec, row: Record, path: Path, line: str, key: str, old: Any) -> None:
    """Give a field of the record, or (with a path) of a line, the value `old` again; raises as `history.put_back`."""
    before = draft_of(db, spec, row)
    owners = _owners(db, spec, path, line)
    now = _inside(before, path, owners)
    if now is None:
        raise UserError(_("De regel waarin dit stond, is weg."), _("Zet eerst die regel terug."))
    if now[key] == old:
        raise UserError(_("Dit staat er al zo."))
    item = now.spec.fields[key]
    draft = _checked(db, spec, row, _raw(db, before, path, owners, {key: _simple(db, item, old)}))
    found = _inside(draft, path, owners)
    if found is not None and found[key] == now[key]:
        raise UserError(
            _("‘{label}’ volgt uit andere gegevens."),
            _("Wijzig die. Dan verandert dit mee."),
            label=item.label,
        )
    write(db, draft, row)


def line(db: StepSession, spec: RecordSpec, row: Record, path: Path, key: str) -> None:
    """Bring back a line that was thrown away, with what stood in it; raises as `history.put_back`."""
    part = _part(spec, path)
    gone = db.get(part.spec.cls, key)
    owners = _owners(db, spec, path, key)
    owner = _inside(draft_of(db, spec, row), path[:-1], owners[:-1])
    if gone is None or owner is None:
        raise UserError(_("De regel waarin dit stond, is weg."), _("Zet eerst die regel terug."))
    if gone.verwijderd is None:
        raise UserError(_("Deze regel staat er al."))
    back, lines = draft_of(db, part.spec, gone), owner.lines(path[-1])
    place = min(gone.volgorde, len(lines))  # type: ignore[attr-defined]  # lines have it
    raws: list[Any] = [_as_given(db, part, one) for one in lines]
    raws.insert(place, _values(db, back)[part.link] if part.link else _values(db, back))
    before = draft_of(db, spec, row)
    draft = _checked(db, spec, row, _raw(db, before, path[:-1], owners[:-1], {path[-1]: raws}))
    inside = _inside(draft, path[:-1], owners[:-1])
    same = (
        [one for one in inside.lines(path[-1]) if one.id is None and one.values == back.values]
        if inside
        else []
    )
    if same and not part.link:
        gone.verwijderd = None
        db.flush()
        _same_rows(same[0], back)
    write(db, draft, row)


def _checked(db: StepSession, spec: RecordSpec, row: Row, raw: Plain) -> Draft:
    draft, faults = reviewed(db, spec, row, raw)
    refuse(spec, faults)
    return draft


def _part(spec: RecordSpec, path: Path) -> PartSpec:
    part = spec.part[path[0]]
    return _part(part.spec, path[1:]) if len(path) > 1 else part


def _owners(db: ReadSession, spec: RecordSpec, path: Path, line: str) -> tuple[str, ...]:
    """The keys of the lines from the record down to this one, a key for each part of the path."""
    keys: list[str] = []
    for depth in range(len(path), 0, -1):
        keys.insert(0, line)
        table = _part(spec, path[:depth]).spec.table
        line = db.scalars(select(table.c.ouder_id).where(table.c.id == line)).one()
    return tuple(keys)


def _inside(draft: Draft, path: Path, owners: Sequence[str]) -> Draft | None:
    """The line at the end of the path, None when it is not there (any more); without a path the record itself."""
    for part, key in zip(path, owners, strict=True):
        found = next((one for one in draft.lines(part) if one.id == key), None)
        if found is None:
            return None
        draft = found
    return draft


def _raw(db: ReadSession, draft: Draft, path: Path, owners: Sequence[str], change: Plain) -> Plain:
    """The JSON that changes nothing but this at the end of the path."""
    if not path:
        return change
    part = draft.spec.part[path[0]]
    lines: list[Any] = []
    for one in draft.lines(part.key):
        if one.id != owners[0]:
            lines.append(_as_given(db, part, one))
        else:
            inner = _raw(db, one, path[1:], owners[1:], change)
            lines.append(inner[part.link] if part.link else {"id": one.id} | inner)
    return {part.key: lines}


def _as_given(db: ReadSession, part: PartSpec, one: Draft) -> Any:
    """A line that stays as it is."""
    return _values(db, one)[part.link] if part.link else {"id": one.id}


def _values(db: ReadSession, draft: Draft) -> Plain:
    """All of a line as somebody would type it anew."""
    found: Plain = {key: _simple(db, item, draft[key]) for key, item in draft.spec.fields.items()}
    for part in draft.spec.parts:
        inner = [_values(db, one) for one in draft.lines(part.key)]
        found[part.key] = [one[part.link] for one in inner] if part.link else inner
    return found


def _simple(db: ReadSession, item: Field, value: Any) -> Any:
    if item.note.ref and value is not None:
        table = db.catalogue.specs[item.note.ref].table
        return db.scalars(select(table.c.nummer).where(table.c.id == value)).one()
    return value.isoformat() if isinstance(value, date) else value


def _same_rows(draft: Draft, old: Draft) -> None:
    """Let a line that was read anew be the one that it was."""
    draft.id = old.id
    for part in draft.spec.parts:
        if not part.link:
            for one, before in zip(draft.lines(part.key), old.lines(part.key), strict=True):
                _same_rows(one, before)
