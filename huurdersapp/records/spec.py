"""A record type said once: RecordSpec reads the mapped class, everything else reads the RecordSpec."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

from sqlalchemy import ColumnElement, Table
from sqlalchemy.orm import Session

from huurdersapp.records.base import Choices, Label, Note, Row

if TYPE_CHECKING:
    from huurdersapp.records.draft import Draft, Fault

Kind = Literal["tekst", "datum", "getal", "bedrag", "ja_nee", "keuze", "verwijzing", "lijst"]


@dataclass(frozen=True, slots=True)
class Field:
    """One field as people meet it; `key` is its name in JSON and CSV, `column` in the table."""

    key: str
    column: str
    kind: Kind
    type: type
    required: bool
    indexed: bool
    note: Note

    @property
    def label(self) -> str:
        """What people call it."""
        return str(self.note.label)

    @property
    def choices(self) -> Choices | None:
        """The possible values of a keuze."""
        return self.note.choices


@dataclass(frozen=True, slots=True)
class PartSpec:
    """A list inside a record: its key in JSON, its label, and the spec of one line.

    With `link` the line is nothing but a reference, and JSON holds plain numbers instead of objects.
    """

    key: str
    label: Label
    spec: RecordSpec
    link: str | None = None
    required: bool = False


@dataclass(frozen=True, slots=True)
class Filter:
    """A named question to a list that is more than "field equals value", such as "open on that day".

    `kind` says what the value is: a day, a period (first and last day), a choice, a reference or yes/no;
    `where` makes the condition from the value.
    """

    key: str
    label: Label
    kind: Literal["datum", "periode", "keuze", "verwijzing", "ja_nee"]
    where: Callable[[Any], ColumnElement[bool]]
    choices: Choices | None = None
    ref: str | None = None


def _nothing(draft: Draft) -> Iterable[Fault]:
    return ()


def _nothing_told(row: Any) -> Iterable[str]:
    return ()


def _nothing_there(db: Session, draft: Draft) -> Iterable[Fault]:
    return ()


def _nothing_more(db: Session, draft: Draft, row: Any) -> None:
    pass


@dataclass(frozen=True)
class RecordSpec:
    """A record type: its words, what its list shows, what search reads, how people name one.

    `columns`: fields of the list. `search`: fields whose text is found. `name`: fields by which people name a
    record (the first is its title; a unique value of any of them is accepted as a reference). `order`: the
    list's first order, with "-" for newest first. `prepare` fills what follows from the rest and `check` yields
    faults; both see the whole draft, before and after. `verify` is for rules that need other records: it runs
    in the writing transaction, when `check` is content. `thrown` tells in sentences what stays of a record that is
    thrown away. `written` is called in the step when a draft became this row, for what follows from it for another record.
    """

    cls: type[Row]
    label: Label
    plural: Label = ""
    columns: tuple[str, ...] = ()
    search: tuple[str, ...] = ()
    name: tuple[str, ...] = ()
    order: str = "-nummer"
    parts: tuple[PartSpec, ...] = ()
    filters: tuple[Filter, ...] = ()
    prepare: Callable[[Draft], Iterable[Fault]] = field(default=_nothing)
    check: Callable[[Draft], Iterable[Fault]] = field(default=_nothing)
    verify: Callable[[Session, Draft], Iterable[Fault]] = field(default=_nothing_there)
    thrown: Callable[[Any], Iterable[str]] = field(default=_nothing_told)
    written: Callable[[Session, Draft, Any], None] = field(default=_nothing_more)

    @property
    def key(self) -> str:
        """The kind's name on the command line, in JSON and in the journal: the table's name."""
        return str(self.cls.__tablename__)

    @property
    def table(self) -> Table:
        """The table of the class."""
        table = self.cls.__table__
        assert isinstance(table, Table)
        return table

    @cached_property
    def fields(self) -> Mapping[str, Field]:
        """All fields by key, in the order of the class, `nummer` first."""
        found = [_field(column) for column in self.table.columns if "note" in column.info]
        found.sort(key=lambda item: item.key != "nummer")
        return {item.key: item for item in found}

    @cached_property
    def by_column(self) -> Mapping[str, Field]:
        """All fields by the name of their column."""
        return {item.column: item for item in self.fields.values()}

    @cached_property
    def part(self) -> Mapping[str, PartSpec]:
        """The lists inside the record, by key."""
        return {part.key: part for part in self.parts}

    @cached_property
    def filter(self) -> Mapping[str, Filter]:
        """The named filters, by key."""
        return {item.key: item for item in self.filters}

    def tree(self) -> Iterable[RecordSpec]:
        """This spec and those of all its parts, owners first."""
        yield self
        for part in self.parts:
            yield from part.spec.tree()

    def personal(self) -> tuple[str, ...]:
        """The columns of the contact block."""
        return tuple(item.column for item in self.fields.values() if item.note.personal)


def _field(column: Any) -> Field:
    note: Note = column.info["note"]
    python: type = column.type.python_type
    key = column.key.removesuffix("_id") if note.ref else column.key
    return Field(key, column.key, _kind(python, note), python, _required(column, note), note.sortable, note)


def _kind(python: type, note: Note) -> Kind:
    if note.ref:
        return "verwijzing"
    if note.choices:
        return "keuze"
    if note.money:
        return "bedrag"
    if python is bool:
        return "ja_nee"
    if python in (int, Decimal):
        return "getal"
    if python is date or python is datetime:
        return "datum"
    return "tekst"


def _required(column: Any, note: Note) -> bool:
    return not column.nullable and note.default is None and not note.filled
