"""The records that a list names: landlords, kernen, and complexes of which those that are not there are made along."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import select

from huurdersapp.actions.kolommen import folded
from huurdersapp.base import ids
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.complex import SPEC as COMPLEX
from huurdersapp.records.draft import Draft, read
from huurdersapp.store.step import ReadSession

SHOWN = 30
"""Signs of a name in a remark."""


class Names:
    """Live records of a kind by each of their names. A name that two have is no name: which one is meant, nobody knows."""

    def __init__(self, db: ReadSession, kind: str) -> None:
        spec = db.catalogue.specs[kind]
        self.label = str(spec.label)
        columns = [spec.table.c[spec.fields[key].column] for key in spec.name]
        self._found: dict[str, set[str]] = {}
        rows = db.execute(select(spec.table.c.id, *columns).where(spec.table.c.verwijderd.is_(None)))
        for key, *names in rows:
            for name in filter(None, names):
                self._found.setdefault(folded(name), set()).add(key)

    def get(self, name: str, remarks: Counter[str]) -> str | None:
        """The key of the one record of this name; else None, and why."""
        found = self._found.get(folded(name), ())
        if len(found) == 1:
            return next(iter(found))
        text = _("{label} ‘{name}’ niet bekend, leeg gelaten")
        if found:
            text = _("{label} ‘{name}’ komt vaker voor, leeg gelaten")
        remarks[text.format(label=self.label, name=name[:SHOWN])] += 1
        return None


@dataclass(frozen=True, slots=True)
class _Known:
    key: str
    landlord: str | None


class Complexes:
    """Complexes by code or name, each within its landlord: two landlords may both have a C-12."""

    def __init__(self, db: ReadSession) -> None:
        self._landlords = dict(_named(db, "verhuurder"))
        self._known: dict[str, list[_Known]] = {}
        self._fresh: dict[tuple[str, str | None], Draft] = {}
        table = COMPLEX.table
        rows = select(table.c.id, table.c.verhuurder_id, table.c.naam, table.c.code)
        for key, landlord, *names in db.execute(rows.where(table.c.verwijderd.is_(None))):
            for name in {folded(each) for each in names if each}:
                self._known.setdefault(name, []).append(_Known(key, landlord))

    def get(self, name: str, landlord: str | None, kern: str | None, remarks: Counter[str]) -> str | None:
        """The key of the complex that a row means; one that this landlord does not have yet is made along.

        None (and why) when it cannot be told which one is meant.
        """
        known = self._known.get(folded(name), [])
        fitting = [each for each in known if landlord is not None and each.landlord == landlord]
        fitting = fitting or [each for each in known if landlord is None or each.landlord is None]
        if len(fitting) == 1:
            return fitting[0].key
        if fitting:
            text = _("Complex ‘{name}’ komt vaker voor, leeg gelaten")
            remarks[text.format(name=name[:SHOWN])] += 1
            return None
        if known:
            text = _("Complex ‘{name}’ is er al bij {other}: u krijgt er een bij")
            other = self._landlords.get(known[0].landlord or "", "")
            remarks[text.format(name=name[:SHOWN], other=other)] += 1
        return self._made(name, landlord, kern)

    def _made(self, name: str, landlord: str | None, kern: str | None) -> str:
        place = (folded(name), landlord)
        if (draft := self._fresh.get(place)) is None:
            given = {"naam": name, "verhuurder": landlord, "kern": kern}
            draft, _faults = read(COMPLEX, given, lambda _kind, value: str(value))
            draft.id = ids.new_id()
            self._fresh[place] = draft
        assert draft.id is not None
        return draft.id

    def needed(self, used: set[str]) -> list[Draft]:
        """The new complexes in which an address lies that is written."""
        return [draft for draft in self._fresh.values() if draft.id in used]


def _named(db: ReadSession, kind: str) -> Iterator[tuple[str, str]]:
    table = db.catalogue.specs[kind].table
    return ((key, name) for key, name in db.execute(select(table.c.id, table.c.naam)))
