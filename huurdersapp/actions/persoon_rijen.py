"""What of the tables may hold something of a person: which columns of which kinds, their rows, and their history."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import msgspec
from sqlalchemy import select

from huurdersapp.actions.persoon_lijkt import level
from huurdersapp.records.bijlage import Bestand
from huurdersapp.records.spec import Field, RecordSpec
from huurdersapp.records.text import fold
from huurdersapp.records.vastgelegd import Versie
from huurdersapp.store.step import ReadSession

_ADDRESS = ("postcode", "huisnummer", "toevoeging", "straat")
"""Fields of an address, by the names that they have in each kind that keeps one in parts."""
_OF_FILE = ("naam", "inhoud", "toelichting")
"""What says something of a file; its size and day stay."""
_OF_VERSION = ("naam", "tekst", "bronnen", "toelichting")
"""What a fixed version says; its number, day, decision and SHA-256 stay."""
_NAMES = re.compile(r"[^\W\d_a-z][^\W\d_]{3,}")


@dataclass(frozen=True)
class Soort:
    """A kind of row, as far as people may stand in it."""

    spec: RecordSpec

    @property
    def key(self) -> str:
        """The table."""
        return self.spec.key

    @cached_property
    def personal(self) -> tuple[str, ...]:
        """The columns of its contact block."""
        return self.spec.personal()

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """The columns in which somebody types what he likes, apart from the contact block."""
        return tuple(
            item.column
            for item in self.spec.fields.values()
            if item.kind == "tekst" and not item.note.personal and item.key not in ("inhoud", "bewijs_sha256")
        )

    @cached_property
    def long(self) -> tuple[str, ...]:
        """The texts of more lines."""
        return tuple(column for column in self.texts if self.spec.by_column[column].note.long)

    @cached_property
    def title(self) -> str | None:
        """The field by which people name one, where that may be the name of a person."""
        if not self.personal or not self.spec.name:
            return None
        item = self.spec.fields[self.spec.name[0]]
        return None if item.note.personal or item.kind != "tekst" else item.column

    @property
    def is_home(self) -> bool:
        """A home of a list, whose address says nothing of who lives there."""
        return "huisnummer" in self.spec.by_column and "huisnummer" not in self.personal

    @property
    def is_file(self) -> bool:
        """A line that holds a file."""
        return issubclass(self.spec.cls, Bestand)

    @property
    def is_version(self) -> bool:
        """A fixed version."""
        return issubclass(self.spec.cls, Versie)

    @property
    def whole(self) -> tuple[str, ...]:
        """What goes of a file or fixed version as a whole."""
        return _OF_VERSION if self.is_version else _OF_FILE

    def field(self, column: str) -> Field:
        """The field of a column."""
        return self.spec.by_column[column]

    def label(self, column: str) -> str:
        """What people call a column."""
        return self.field(column).label


@dataclass(frozen=True)
class Rij:
    """A row: its key, whether it was thrown away, and its values by column."""

    key: str
    gone: str | None
    values: dict[str, Any]

    @cached_property
    def plain(self) -> str:
        """All its texts for a first look, without capitals and accents."""
        return level("\n".join(value for value in self.values.values() if isinstance(value, str)))

    def address(self) -> tuple[Any, Any, Any, Any]:
        """Postcode, number, addition and street, where the kind keeps them in parts."""
        postcode, number, addition, street = (self.values.get(name) for name in _ADDRESS)
        return postcode, number, addition, street


def soorten(db: ReadSession) -> list[Soort]:
    """All kinds of rows in which a person may stand."""
    found = (Soort(spec) for spec in db.catalogue.tree.values())
    return [kind for kind in found if kind.personal or kind.texts]


def rows(db: ReadSession, kind: Soort) -> Iterator[Rij]:
    """All rows of a kind, those in the waste bin and those whose making was undone too."""
    table = kind.spec.table
    extra = [
        name for name in _ADDRESS if name in table.c and name not in kind.texts and name not in kind.personal
    ]
    names = [*kind.personal, *kind.texts, *extra, *(("inhoud",) if kind.is_file else ())]
    query = select(table.c.id, table.c.verwijderd, *(table.c[name] for name in names))
    for key, gone, *values in db.connection().execute(query):
        yield Rij(key, gone, dict(zip(names, values, strict=True)))


def capitalised(kind: Soort, there: Iterable[Rij]) -> set[str]:
    """Words that may be names: with a capital in texts, and all words of contact blocks."""
    found: set[str] = set()
    for row in there:
        for column, value in row.values.items():
            if not isinstance(value, str):
                continue
            if column in kind.personal or column == kind.title:
                found |= set(fold(value))
            else:
                found |= {level(word) for word in _NAMES.findall(value)}
    return found


def journal_words(db: ReadSession, kinds: Sequence[Soort]) -> set[str]:
    """The words that once stood in contact blocks."""
    found: set[str] = set()
    for kind in kinds:
        for _row, _field, old, new in _changes(db, kind, kind.personal):
            for value in (old, new):
                if value is not None and value[0] == '"':
                    found |= set(fold(value))
    return found


def journal(
    db: ReadSession, kinds: Sequence[Soort], hunts: re.Pattern[str]
) -> Iterator[tuple[Soort, str, str, str]]:
    """Old and new values of texts in the history, with a first look at each: kind, row, column and text."""
    for kind in kinds:
        told: set[tuple[str, str, str]] = set()
        for row, column, old, new in _changes(db, kind, (*kind.personal, *kind.texts)):
            for value in (old, new):
                if value is None or value[0] != '"' or not hunts.search(level(value)):
                    continue
                text = msgspec.json.decode(value)
                if (row, column, text) not in told:
                    told.add((row, column, text))
                    yield kind, row, column, text


def _changes(db: ReadSession, kind: Soort, columns: Sequence[str]) -> Iterator[Any]:
    if not columns:
        return iter(())
    driver: Any = db.connection().connection.dbapi_connection
    marks = ",".join("?" * len(columns))
    found: Iterator[Any] = driver.execute(
        f"SELECT row, field, old, new FROM journal_change WHERE entity = ? AND field IN ({marks})",
        (kind.key, *columns),
    )
    return found
