"""Lists as people ask for them: words to find, conditions as "veld=waarde", and the same rows in a file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, and_, func, or_, select

from huurdersapp.actions.context import Context
from huurdersapp.actions.plain import Plain, Resolver, plain_of, title
from huurdersapp.actions.sheets import WRITERS
from huurdersapp.base import files, period
from huurdersapp.base.errors import UserError
from huurdersapp.base.formats import day
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.jobs import Job, Progress
from huurdersapp.records.draft import Fault
from huurdersapp.records.spec import Field, Filter, RecordSpec
from huurdersapp.store import queries
from huurdersapp.store.queries import Query
from huurdersapp.store.search import hits, terms
from huurdersapp.store.step import ReadSession

STRIDE = 500
"""Records between two reports of progress."""
ANY_WORD = "bevat"
"""A condition of every kind: one of these words (with commas between them) is found in the record."""
_YES, _NO = ("ja", "true", "1"), ("nee", "false", "0")


def build(
    db: ReadSession,
    spec: RecordSpec,
    where: Iterable[str] = (),
    words: str = "",
    order: str = "",
    *,
    binned: bool = False,
) -> Query:
    """The list that these words ask for; raises UserError for an unknown field or an impossible value."""
    if order and order.removeprefix("-") not in spec.fields:
        raise _unknown(spec, order.removeprefix("-"))
    conditions = tuple(condition(db, spec, *_pair(text)) for text in where)
    return Query(spec, conditions, words, order, binned)


def _pair(text: str) -> tuple[str, str]:
    key, sign, value = text.partition("=")
    if not sign:
        raise UserError(
            _("‘{text}’ is geen voorwaarde."),
            _("Schrijf VELD=WAARDE, zoals kern=Klazienaveen."),
            text=text[:60],
        )
    return key.strip(), value.strip()


def condition(db: ReadSession, spec: RecordSpec, key: str, value: str) -> ColumnElement[bool]:
    """One condition as SQL: a field that equals a value (nothing: is empty), or a named filter of the kind."""
    resolver = Resolver(db)
    if (named := spec.filter.get(key)) is not None:
        return or_(*(named.where(_filter_value(resolver, named, one)) for one in value.split(",")))
    if key == ANY_WORD:
        return or_(
            *(spec.table.c.id.in_(hits(spec.key, terms(word))) for word in value.split(",") if terms(word))
        )
    if (item := spec.fields.get(key)) is None:
        raise _unknown(spec, key)
    column = spec.table.c[item.column]
    if not value:
        return column.is_(None)
    match item.kind:
        case "datum":
            span = _span(value)
            return and_(column >= span.first, column <= span.last)
        case "tekst":
            return func.lower(column) == value.lower()
        case "keuze":
            return column.in_(
                [
                    _choice(item.label, item.choices.keys() if item.choices else (), one)
                    for one in value.split(",")
                ]
            )
        case "verwijzing":
            return column == _found(resolver, item.note.ref or "", value)
        case "ja_nee":
            return column.is_(_yes_no(value))
        case _:
            return column == _number(item, value)


def _filter_value(resolver: Resolver, named: Filter, value: str) -> Any:
    match named.kind:
        case "datum":
            return _span(value).last
        case "periode":
            span = period.parse(value)
            return (span.first, span.last)
        case "keuze":
            return _choice(str(named.label), named.choices.keys() if named.choices else (), value)
        case "verwijzing":
            return _found(resolver, named.ref or "", value)
        case "ja_nee":
            return _yes_no(value)


def _span(value: str) -> period.Period:
    if len(value) == 10 and value[4] == "-":
        value = f"{value}..{value}"
    return period.parse(value)


def _choice(label: str, keys: Sequence[str], value: str) -> str:
    if value not in keys:
        raise UserError(
            _("{label} ‘{value}’ bestaat niet."),
            _("Kies uit: {keys}."),
            label=label,
            value=value[:40],
            keys=", ".join(keys),
        )
    return value


def _found(resolver: Resolver, kind: str, value: str) -> str:
    found = resolver(kind, value)
    if isinstance(found, Fault):
        raise UserError(found.text)
    return found


def _yes_no(value: str) -> bool:
    if value.lower() not in _YES + _NO:
        raise UserError(_("‘{value}’ kan hier niet."), _("Schrijf ja of nee."), value=value[:40])
    return value.lower() in _YES


def _number(item: Field, value: str) -> int | Decimal:
    try:
        number = Decimal(value.replace(",", "."))
        return number if item.type is Decimal else int(number)
    except (ArithmeticError, ValueError) as fault:
        raise UserError(
            _("‘{value}’ is geen getal."), _("Schrijf alleen cijfers."), value=value[:40]
        ) from fault


def _unknown(spec: RecordSpec, key: str) -> UserError:
    known = ", ".join((*spec.fields, *spec.filter, ANY_WORD))
    return UserError(
        _("{label} heeft geen veld ‘{key}’."),
        _("Kies uit: {known}."),
        label=spec.label,
        key=key[:40],
        known=known,
    )


def find(
    ctx: Context, spec: RecordSpec, where: Iterable[str] = (), words: str = "", order: str = ""
) -> list[Plain]:
    """All records of a list as JSON values, never just a page."""
    with ctx.store.reading() as db:
        return list(plain_of(db, spec, queries.keys(db, build(db, spec, where, words, order))))


def count(ctx: Context, spec: RecordSpec, where: Iterable[str] = (), words: str = "") -> int:
    """How many records a list has."""
    with ctx.store.reading() as db:
        return queries.count(db, build(db, spec, where, words))


def search(ctx: Context, words: str, limit: int = queries.PAGE) -> list[tuple[RecordSpec, int, str]]:
    """Kind, number and name of the records of any kind that the words find, newest first."""
    found: list[tuple[RecordSpec, int, str]] = []
    with ctx.store.reading() as db:
        for kind, key in queries.hits(db, words, limit):
            spec = db.catalogue.specs[kind]
            if (row := db.get(spec.cls, key)) is not None:
                found.append((spec, vars(row)["nummer"], title(spec, row)))
    return found


def shown_rows(
    ctx: Context, spec: RecordSpec, query_words: str, where: Iterable[str], order: str, size: int
) -> list[list[str]]:
    """The first rows of a list in words, as its columns show them."""
    with ctx.store.reading() as db:
        query = build(db, spec, where, query_words, order)
        items = [spec.fields[key] for key in spec.columns]
        rows = queries.page(db, query, [item.column for item in items], size=size)
        names = Names(db)
        return [[in_words(item, getattr(row, item.column), names) for item in items] for row in rows]


class Names:
    """The names of records that others refer to."""

    def __init__(self, db: ReadSession) -> None:
        self._db = db
        self._known: dict[tuple[str, str], str] = {}

    def of(self, kind: str, key: str) -> str:
        """How people call the record with this key."""
        if (kind, key) not in self._known:
            spec = self._db.catalogue.specs[kind]
            row = self._db.get(spec.cls, key)
            self._known[kind, key] = "" if row is None else title(spec, row)
        return self._known[kind, key]


def in_words(item: Field, value: Any, names: Names) -> str:
    """A value as a list shows it: a choice by its label, a link by its name, a day as 05-03-2026."""
    if value is None:
        return ""
    if item.choices:
        return item.choices.label(value)
    if item.note.ref:
        return names.of(item.note.ref, value)
    if isinstance(value, bool):
        return _("ja") if value else _("nee")
    if isinstance(value, date):
        return day(value)
    if item.kind == "bedrag":
        return f"{Decimal(value) / 100:.2f}".replace(".", ",")
    return str(value).replace(".", ",") if isinstance(value, Decimal) else str(value)


def export(
    ctx: Context, spec: RecordSpec, path: Path, where: Iterable[str] = (), words: str = "", order: str = ""
) -> Job[int]:
    """Write a list to .csv, .xlsx or .json and give the number of records; a stopped job leaves no file.

    CSV and Excel have a column per field under its own name, choices by key and links by name; lists within records
    and contact details stay out. JSON has everything, as `toon` shows it.
    """
    ending = path.suffix.lower()
    if ending not in (*WRITERS, ".json"):
        raise UserError(_("Een lijst kan naar .csv, .xlsx of .json."), _("Geef een naam die zo eindigt."))
    with ctx.store.reading() as db:
        keys = queries.keys(db, build(db, spec, where, words, order))
        mark = _("VOORBEELD – verzonnen gegevens") if ctx.store.example else None
        yield Progress(0, len(keys), _("Gegevens lezen"))
        if ending == ".json":
            rows: list[Any] = []
            for row in plain_of(db, spec, keys):
                rows.append(row)
                if len(rows) % STRIDE == 0:
                    yield Progress(len(rows), len(keys), _("Gegevens lezen"))
            content = msgspec.json.format(msgspec.json.encode(rows), indent=2)
        else:
            items = [item for item in spec.fields.values() if not item.note.personal]
            cells: list[list[Any]] = []
            for start in range(0, len(keys), STRIDE):
                cells += _cells(db, spec, items, keys[start : start + STRIDE])
                yield Progress(len(cells), len(keys), _("Gegevens lezen"))
            content = WRITERS[ending](spec, items, cells, mark)
        yield Progress(len(keys), len(keys), _("Bestand opslaan"))
    files.write(path, content)
    return len(keys)


def _cells(
    db: ReadSession, spec: RecordSpec, items: Sequence[Field], keys: Sequence[str]
) -> Iterable[list[Any]]:
    names = Names(db)
    rows = {row.id: row for row in db.scalars(select(spec.cls).where(spec.table.c.id.in_(keys)))}
    for key in keys:
        values = ((item, getattr(rows[key], item.column)) for item in items)
        yield [names.of(item.note.ref, value) if item.note.ref and value else value for item, value in values]
