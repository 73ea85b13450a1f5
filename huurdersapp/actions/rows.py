"""A list for the screen: pages of rows in words, what it adds up to, and its conditions in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select

from huurdersapp.actions import telregel
from huurdersapp.actions.conditions import (
    ANY_WORD,
    FOR_AKKOORD,
    choices_meant,
    condition,
    days_meant,
    known_key,
    unknown_field,
    yes_or_no,
)
from huurdersapp.actions.context import Context
from huurdersapp.actions.names import Names, in_a_cell
from huurdersapp.actions.plain import Resolver
from huurdersapp.actions.sheets import euros
from huurdersapp.actions.telregel import COUNTS_FOR
from huurdersapp.base.formats import day_named
from huurdersapp.base.i18n import LazyText
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.period import Period
from huurdersapp.records.base import Choices
from huurdersapp.records.draft import Fault
from huurdersapp.records.spec import Field, RecordSpec
from huurdersapp.store import queries
from huurdersapp.store.queries import After, Query
from huurdersapp.store.step import ReadSession

_NOT_ADDED = ("dagen", "graden", "jaar")
"""Units of how long something takes and how warm it is: those of several records are nothing together."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a list: key and number of the record, its words per column; `sort_value` and `id` say where the next
    page begins (`queries.end_of`)."""

    id: str
    number: int
    words: tuple[str, ...]
    sort_value: Any


@dataclass(frozen=True, slots=True)
class Sum:
    """What a column adds up to over the records where it is filled in (`filled` of them)."""

    key: str
    label: str
    unit: str
    value: int
    filled: int


@dataclass(frozen=True, slots=True)
class Totals:
    """How many records a list has, and the sums of the columns that can be added."""

    count: int
    sums: tuple[Sum, ...]


def shown_items(spec: RecordSpec, columns: Sequence[str] = ()) -> list[Field]:
    """The fields with these names, or those that a list of the kind begins with; raises UserError for an unknown one."""
    if unknown := [key for key in columns if key not in spec.fields]:
        raise unknown_field(spec, unknown[0])
    return [spec.fields[key] for key in columns or spec.columns]


def page(
    db: ReadSession,
    query: Query,
    items: Sequence[Field],
    after: After | None = None,
    size: int = queries.PAGE,
    names: Names | None = None,
) -> list[Line]:
    """One page of a list in words. Names of links cost one question per kind, or none for what `names` knows already:
    keep it no longer than its session."""
    columns = list(dict.fromkeys(["nummer", *(item.column for item in items)]))
    found = queries.page(db, query, columns, after, size)
    values = [[getattr(row, item.column) for item in items] for row in found]
    names = names or Names(db)
    names.load_columns(items, values)
    return [
        Line(
            row.id,
            row.nummer,
            tuple(in_a_cell(item, value, names) for item, value in zip(items, line, strict=True)),
            row.sort_value,
        )
        for row, line in zip(found, values, strict=True)
    ]


def totals(db: ReadSession, query: Query) -> Totals:
    """Count a list and add up its numbers: whole numbers of something (`unit`), and no terms or years."""
    spec = query.spec
    items = [item for item in spec.fields.values() if _adds_up(item)]
    columns = [spec.table.c[item.column] for item in items]
    asked = [part for column in columns for part in (func.sum(column), func.count(column))]
    found = db.execute(select(func.count(), *asked).select_from(spec.table).where(query.condition())).one()
    sums = [
        Sum(item.key, item.label, str(item.note.unit), int(found[1 + 2 * at] or 0), found[2 + 2 * at])
        for at, item in enumerate(items)
    ]
    return Totals(found[0], tuple(sums))


def _adds_up(item: Field) -> bool:
    unit = item.note.unit
    word = unit.msgid if isinstance(unit, LazyText) else unit
    return item.type is int and item.kind == "getal" and bool(word) and word not in _NOT_ADDED


def told(ctx: Context, spec: RecordSpec, where: Iterable[str]) -> list[str]:
    """Conditions as people read them: "Status: Gemeld", "Open op: 1 september 2020".

    Raises UserError for a condition that does not exist, as the list itself does.
    """
    with ctx.store.reading() as db:
        names = Names(db)
        return [_told(db, spec, *_parted(text), names) for text in where]


def _parted(text: str) -> tuple[str, str]:
    key, _sign, value = text.partition("=")
    return key.strip(), value.strip()


def _told(db: ReadSession, spec: RecordSpec, key: str, value: str, names: Names) -> str:
    condition(db, spec, key, value)  # refuses what does not exist
    first, dot, rest = key.partition(".")
    if dot and first in spec.part:
        inside = _told(db, spec.part[first].spec, rest, value, names)
        return _("{label}: {words}").format(label=spec.part[first].label, words=inside)
    key = known_key(spec, key)
    if key == ANY_WORD:
        label, words = _("Bevat"), _either(value.split(","))
    elif key == COUNTS_FOR:
        label, words = _("Telt mee voor"), telregel.named(db, value)
    elif key == FOR_AKKOORD:
        label, words = _("Telt voor akkoord"), _meant(db, "verwijzing", "akkoord", None, value, names)
    elif (named := spec.filter.get(key)) is not None:
        label, words = str(named.label), _meant(db, named.kind, named.ref, named.choices, value, names)
    else:
        item = spec.fields[key]
        label, words = item.label, _meant(db, item.kind, item.note.ref, item.choices, value, names)
    return _("{label}: {words}").format(label=label, words=words)


def _meant(
    db: ReadSession, kind: str, ref: str | None, choices: Choices | None, value: str, names: Names
) -> str:
    if not value:
        return _("niet ingevuld")
    match kind:
        case "keuze" if choices is not None:
            return _either([choices.label(key) for key in choices_meant("", choices, value)])
        case "verwijzing" if ref is not None:
            key = Resolver(db, binned=True)(ref, value)
            return value if isinstance(key, Fault) else names.of(ref, key)
        case "datum" | "periode":
            return _days(days_meant(value))
        case "ja_nee":
            return _("ja") if yes_or_no(value) else _("nee")
        case "bedrag":
            return f"€ {euros(int(value))}"
        case _:
            return value


def _days(days: Period) -> str:
    code = days.code()
    if days.first == days.last:
        return day_named(days.first)
    if ".." in code:
        return _("{first} tot en met {last}").format(first=day_named(days.first), last=day_named(days.last))
    year, _dash, part = code.partition("-T")
    return _("trimester {part} van {year}").format(part=part, year=year) if part else year


def _either(words: Iterable[str]) -> str:
    *most, last = [word.strip() for word in words if word.strip()]
    return _("{words} of {last}").format(words=", ".join(most), last=last) if most else last
