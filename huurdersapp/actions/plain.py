"""Records as plain JSON values and back: one form in and out, keys as `velden` tells them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from itertools import chain, islice
from typing import Any

from sqlalchemy import ColumnElement, Table, select

from huurdersapp.actions.context import Context
from huurdersapp.actions.names import Names, unmarked
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.base import IN_BIN, Row
from huurdersapp.records.draft import Draft, Fault
from huurdersapp.records.spec import PartSpec, RecordSpec
from huurdersapp.store.step import ReadSession

Plain = dict[str, Any]
_AT_ONCE = 500


class Resolver:
    """Finds records by number or unique name, and remembers what it found while one piece of work lasts.

    `binned`: where nothing live has that number or name, what lies in the waste bin is found too. For looking: what
    refers to it is still there.
    """

    def __init__(self, db: ReadSession, *, binned: bool = False) -> None:
        self._db, self._binned = db, binned
        self._known: dict[tuple[str, int | str], str] = {}

    def __call__(self, kind: str, value: int | str) -> str | Fault:
        """The key of the record of `kind` with this number or name, or the fault to tell."""
        if (known := self._known.get((kind, value))) is not None:
            return known
        spec, text = self._db.catalogue.specs[kind], str(value).strip()
        table = spec.table
        asked = [table.c.nummer == int(text)] if text.isdecimal() and len(text) < 10 else []
        if isinstance(value, str):
            asked += [table.c[spec.fields[key].column].collate("NOCASE") == text for key in spec.name]
        found = self._first(table, asked, table.c.verwijderd.is_(None))
        if not found and self._binned:
            found = self._first(table, asked, table.c.verwijderd == IN_BIN)
        if len(found) == 1:
            self._known[kind, value] = found[0]
            return found[0]
        return _several(text) if found else _not_found(spec, text)

    def keep(self, draft: Draft) -> None:
        """Let everything that a record refers to stay as it is, though it was thrown away since."""
        for item in draft.spec.fields.values():
            if item.note.ref and (key := draft.values.get(item.key)) is not None:
                table = self._db.catalogue.specs[item.note.ref].table
                number = self._db.scalars(select(table.c.nummer).where(table.c.id == key)).one()
                self._known[item.note.ref, number] = key
        for line in chain.from_iterable(draft.parts.values()):
            self.keep(line)

    def _first(
        self, table: Table, asked: Sequence[ColumnElement[bool]], there: ColumnElement[bool]
    ) -> list[str]:
        """The keys (two at most) that the first of these conditions finds."""
        for one in asked:
            if found := list(self._db.scalars(select(table.c.id).where(one, there).limit(2))):
                return found
        return []


def number_of(ctx: Context, kind: str, text: str) -> int:
    """The number of a record by its number or its unique name; raises UserError when there is no such one."""
    with ctx.store.reading() as db:
        found = Resolver(db)(kind, int(text) if text.isdecimal() and len(text) < 10 else text)
        if isinstance(found, Fault):
            raise UserError(found.text, command=found.command or None)
        table = db.catalogue.specs[kind].table
        return int(db.execute(select(table.c.nummer).where(table.c.id == found)).scalar_one())


def _not_found(spec: RecordSpec, text: str) -> Fault:
    return Fault(
        _("{label} ‘{text}’ is niet bekend.").format(label=spec.label, text=text[:60]),
        command=_("Voer die eerst in, of kijk welke er zijn met: huurdersapp lijst {kind}").format(
            kind=spec.key
        ),
    )


def _several(text: str) -> Fault:
    return Fault(_("Er zijn er meer met de naam ‘{text}’. Gebruik het nummer.").format(text=text[:60]))


def title(spec: RecordSpec, row: Any) -> str:
    """How people call a record: its name, else kind and number."""
    for key in spec.name:
        if value := getattr(row, spec.fields[key].column):
            return unmarked(spec.fields[key], value)
    return f"{spec.label} {row.nummer}"


def draft_of(db: ReadSession, spec: RecordSpec, row: Row) -> Draft:
    """A stored record as a draft, with all its lines."""
    values = {item.key: getattr(row, item.column) for item in spec.fields.values()}
    parts = {
        part.key: [draft_of(db, part.spec, line) for line in db.lines(part.spec, row.id)]
        for part in spec.parts
    }
    return Draft(spec, values, parts, row.id)


def plain_of(db: ReadSession, spec: RecordSpec, ids: Sequence[str]) -> Iterator[Plain]:
    """Records as JSON values in the order of `ids`, read some hundreds at a time."""
    source, numbers = iter(ids), _Numbers(db)
    while piece := list(islice(source, _AT_ONCE)):
        rows = {row.id: row for row in db.scalars(select(spec.cls).where(spec.table.c.id.in_(piece)))}
        numbers.load(spec, rows.values())
        lines = {part.key: _lines(db, part, piece, numbers) for part in spec.parts}
        for key in piece:
            shown = _fields(spec, rows[key], numbers)
            for part in spec.parts:
                shown[part.key] = lines[part.key].get(key, [])
            yield shown
        db.expunge_all()


def without_looks(spec: RecordSpec, values: Plain) -> Plain:
    """The same record, its long texts without the signs for bold and italic: for a page that shows only words."""
    shown = dict(values)
    for item in spec.fields.values():
        if item.note.long and shown.get(item.key):
            shown[item.key] = unmarked(item, shown[item.key])
    for part in spec.parts:
        if not part.link and part.key in shown:
            shown[part.key] = [without_looks(part.spec, line) for line in shown[part.key]]
    return shown


def _lines(db: ReadSession, part: PartSpec, owners: Sequence[str], numbers: _Numbers) -> dict[str, list[Any]]:
    spec = part.spec
    found = db.alive(spec, spec.table.c.ouder_id.in_(owners))
    inner = (
        {sub.key: _lines(db, sub, [row.id for row in found], numbers) for sub in spec.parts} if found else {}
    )
    numbers.load(spec, found)
    shown: dict[str, list[Any]] = {}
    for row in found:
        if part.link:
            value: Any = numbers.of(
                spec.fields[part.link].note.ref or "", getattr(row, spec.fields[part.link].column)
            )
        else:
            value = {"id": row.id} | _fields(spec, row, numbers)
            value |= {sub.key: inner[sub.key].get(row.id, []) for sub in spec.parts}
        shown.setdefault(row.ouder_id, []).append(value)
    return shown


def _fields(spec: RecordSpec, row: Any, numbers: _Numbers) -> Plain:
    shown: Plain = {}
    for item in spec.fields.values():
        value = getattr(row, item.column)
        shown[item.key] = numbers.of(item.note.ref, value) if item.note.ref else simple(value)
    return shown


def simple(value: Any) -> Any:
    """A value as JSON has it: days as ISO text, decimals as numbers."""
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value


class _Numbers:
    """The numbers of records that others refer to, also of those in the waste bin."""

    def __init__(self, db: ReadSession) -> None:
        self._names = Names(db)

    def load(self, spec: RecordSpec, rows: Iterable[Any]) -> None:
        """Find out at once what all these rows refer to."""
        items = [item for item in spec.fields.values() if item.note.ref]
        self._names.load_columns(items, [[getattr(row, item.column) for item in items] for row in rows])

    def of(self, kind: str, key: str | None) -> int | None:
        """The number of the record with this key."""
        return None if key is None else self._names.numbered(kind, key)[0]
