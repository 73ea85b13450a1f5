"""What is known already when a list is looked at: addresses by their door, links by their name. As lean as it can be,
since there may be a hundred thousand of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import select

from huurdersapp.actions.adreslijst.cells import Key, key_of
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.jobs import Job, Progress
from huurdersapp.records.adres import SPEC as ADRES
from huurdersapp.records.base import IN_BIN
from huurdersapp.records.draft import Draft
from huurdersapp.store.step import ReadSession

KEYS: tuple[str, ...] = tuple(ADRES.fields)
"""The fields of an address, in the order in which their values are packed."""
PIECE = 2000
"""Rows between two moments at which the work can be stopped."""
Values = tuple[Any, ...]


class Shared:
    """Equal texts kept once: a street stands in a list for each of its homes."""

    def __init__(self) -> None:
        self._known: dict[str, str] = {}

    def __call__(self, values: Iterable[Any]) -> Values:
        """The same values, of which equal texts are one."""
        once = self._known.setdefault
        return tuple(once(value, value) if type(value) is str else value for value in values)


class Packed:
    """Drafts of addresses as tuples of values, which take a fifth of the memory; made again one by one, each time anew."""

    def __init__(self) -> None:
        self._rows: list[tuple[str, Values, Values | None]] = []

    def add(self, key: str, values: Values, before: Values | None = None) -> None:
        """Keep a new address, or (with `before`) how one that is there changes."""
        self._rows.append((key, values, before))

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[Draft]:
        for key, values, before in self._rows:
            was = None if before is None else Draft(ADRES, dict(zip(KEYS, before, strict=True)), id=key)
            yield Draft(ADRES, dict(zip(KEYS, values, strict=True)), id=key, before=was)


class Homes:
    """All addresses that are there, by their door; and which doors lie in the waste bin."""

    def __init__(self, db: ReadSession, shared: Shared) -> None:
        self._db, self._shared = db, shared
        self._found: dict[Key, tuple[str, Values]] = {}
        self._binned: set[Key] = set()

    def reading(self) -> Job[None]:
        """Read them; can be stopped."""
        table = ADRES.table
        columns = [table.c[item.column] for item in ADRES.fields.values()]
        binned = select(table.c.postcode, table.c.huisnummer, table.c.toevoeging)
        self._binned = {
            key_of(*row) for row in self._db.execute(binned.where(table.c.verwijderd == IN_BIN)).all()
        }
        rows = self._db.execute(select(table.c.id, *columns).where(table.c.verwijderd.is_(None)))
        places = [KEYS.index(key) for key in ("postcode", "huisnummer", "toevoeging")]
        for count, (key, *values) in enumerate(rows.yield_per(PIECE)):
            if count % PIECE == 0:
                yield Progress(count, None, _("Bekende adressen lezen"))
            door = key_of(*(values[place] for place in places))
            self._found.setdefault(door, (key, self._shared(values)))

    def get(self, door: Key) -> tuple[str, Values] | None:
        """The key and values of the address at this door; None when it is not known."""
        return self._found.get(door)

    def is_binned(self, door: Key) -> bool:
        """Whether an address at this door lies in the waste bin."""
        return door in self._binned
