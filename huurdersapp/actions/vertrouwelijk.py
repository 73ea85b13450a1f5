"""Which records are confidential: so marked themselves, or by a letter about them. They are counted on every paper, and named
on none that people outside read."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from huurdersapp.records.actiepunt import Actiepunt
from huurdersapp.records.advies_tables import Advies
from huurdersapp.records.brief import Brief
from huurdersapp.store.step import ReadSession

_BY_LETTER = {"advies": Brief.advies_id, "raadpleging": Brief.raadpleging_id, "overleg": Brief.overleg_id}


class Geheim:
    """The confidential records of a store, read once."""

    def __init__(self, db: ReadSession) -> None:
        secret = Brief.vertrouwelijk.is_(True), Brief.verwijderd.is_(None)
        self._keys: dict[str, set[str]] = {
            kind: {key for key in db.scalars(select(column).where(*secret)) if key}
            for kind, column in _BY_LETTER.items()
        }
        self._keys["advies"] |= set(db.scalars(select(Advies.id).where(Advies.vertrouwelijk.is_(True))))

    def names(self, kind: str, key: str | None) -> bool:
        """Whether the record of this kind with this key is confidential."""
        return key is not None and key in self._keys.get(kind, ())

    def has(self, kind: str, row: Any) -> bool:
        """Whether a record is confidential; an actiepunt of a confidential overleg is as well."""
        if isinstance(row, Actiepunt):
            return self.names("overleg", row.overleg_id)
        return self.names(kind, row.id)
