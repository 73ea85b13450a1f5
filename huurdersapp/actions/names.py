"""What records are called and how values read: the words in which a list, a page and a history are shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import select

from huurdersapp.actions.sheets import decimal_comma, euros
from huurdersapp.base.formats import day
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.markup import words
from huurdersapp.records.spec import Field, RecordSpec
from huurdersapp.store.step import ReadSession

_AT_ONCE = 500


class Names:
    """Numbers and names of records that others refer to, asked for by kind and not one by one where `load` was told
    of them first. What lies in the waste bin has a name too."""

    def __init__(self, db: ReadSession) -> None:
        self._db = db
        self._known: dict[tuple[str, str], tuple[int, str, bool]] = {}

    def load(self, kind: str, keys: Iterable[str]) -> None:
        """Find out at once how the records with these keys are called."""
        missing = list({key for key in keys if (kind, key) not in self._known})
        if not missing:
            return
        spec = self._db.catalogue.specs[kind]
        table = spec.table
        columns = [
            table.c.id,
            table.c.nummer,
            table.c.verwijderd,
            *(table.c[spec.fields[key].column] for key in spec.name),
        ]
        for start in range(0, len(missing), _AT_ONCE):
            piece = missing[start : start + _AT_ONCE]
            for key, number, gone, *names in self._db.execute(select(*columns).where(table.c.id.in_(piece))):
                self._known[kind, key] = number, called(spec, number, names), gone is None

    def load_columns(self, items: Sequence[Field], rows: Iterable[Sequence[Any]]) -> None:
        """Find out all that rows with these fields refer to: one question per kind."""
        links = [(at, item.note.ref) for at, item in enumerate(items) if item.note.ref]
        asked: dict[str, set[str]] = {}
        for row in rows if links else ():
            for at, kind in links:
                if row[at] is not None:
                    asked.setdefault(kind, set()).add(row[at])
        for kind, keys in asked.items():
            self.load(kind, keys)

    def of(self, kind: str, key: str) -> str:
        """How people call the record with this key; empty when there never was one."""
        return self._found(kind, key)[1]

    def number(self, kind: str, key: str) -> int | None:
        """The number of the record with this key, None when it is not there (any more) to be opened."""
        number, _name, there = self._found(kind, key)
        return number if there else None

    def numbered(self, kind: str, key: str) -> tuple[int, str]:
        """Number and name of the record with this key, wherever it lies; 0 and nothing when there never was one."""
        number, name, _there = self._found(kind, key)
        return number, name

    def _found(self, kind: str, key: str) -> tuple[int, str, bool]:
        if (kind, key) not in self._known:
            self.load(kind, [key])
        return self._known.get((kind, key), (0, "", False))


def called(spec: RecordSpec, number: int, names: Iterable[object]) -> str:
    """How people call a record: the first of its names that is filled, else kind and number."""
    named = zip(spec.name, names, strict=True)
    return next((unmarked(spec.fields[key], name) for key, name in named if name), f"{spec.label} {number}")


def unmarked(item: Field, value: object) -> str:
    """A text without the signs for bold and italic, which only long texts have."""
    return words(str(value)) if item.note.long else str(value)


def in_a_cell(item: Field, value: Any, names: Names) -> str:
    """A value as a list shows it: in words, without the signs for bold and italic."""
    return unmarked(item, value) if item.note.long and value else in_words(item, value, names)


def in_words(item: Field, value: Any, names: Names) -> str:
    """A value in words: a choice by its label, a link by its name, a day as 05-03-2026."""
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
        return euros(value)
    return decimal_comma(value) if isinstance(value, Decimal) else str(value)
