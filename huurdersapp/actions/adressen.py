"""A home by what is typed of its address: postcode, number and addition."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import func, select

from huurdersapp.actions.context import Context
from huurdersapp.actions.names import Names
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.adres import Adres, at_number, tidy_addition
from huurdersapp.records.energiebezoek_tables import Energiebezoek
from huurdersapp.records.rules import as_postcode
from huurdersapp.records.woningkeuzes import ENERGIELABELS
from huurdersapp.store.step import ReadSession

_REFERENCES = ("kern", "complex", "verhuurder")
_FACTS = ("straat", "plaats", "woningtype", "bouwjaar", "energielabel")


@dataclass(frozen=True, slots=True)
class Home:
    """What is known at a postcode and number.

    Attributes:
        number: of the adres; None where this very home is not known, but others at its number are (see `additions`).
        words: the street, place, complex and landlord in one line.
        street: as it is known, without the number; None where it is not. So with place, energielabel (as people write
            it, "A+"), kern, complex and landlord (their names).
        values: what a visit takes over from it, as a form holds values: references by number.
        additions: which additions exist at this number, "" for the home without one.
        visits: the number and day of earlier visits to this home, newest first.
    """

    number: int | None
    words: str
    street: str | None
    place: str | None
    energielabel: str | None
    kern: str | None
    complex: str | None
    landlord: str | None
    values: Mapping[str, Any]
    additions: tuple[str, ...]
    visits: tuple[tuple[int, date | None], ...] = ()

    def others(self, huisnummer: int) -> str:
        """A sentence on the other homes at this number, empty where there are none to choose from."""
        found = [f"{huisnummer}-{each}" if each else str(huisnummer) for each in self.additions]
        if self.number is not None or not found:
            return ""
        if len(found) == 1:
            return _("Op dit nummer kennen wij alleen {home}.").format(home=found[0])
        *first, last = found
        return _("Er zijn {first} en {last}.").format(first=", ".join(first), last=last)


def home(ctx: Context, postcode: str, huisnummer: int, toevoeging: str | None = None) -> Home | None:
    """The home at an address as it is typed (7822ap, 14, a); None where nothing is known at that number."""
    code, addition = as_postcode(postcode.strip()), tidy_addition(toevoeging)
    with ctx.store.reading() as db:
        rows = at_number(db, code, huisnummer)
        if not rows:
            return None
        additions = tuple(dict.fromkeys(row.toevoeging or "" for row in rows))
        same = [row for row in rows if (row.toevoeging or "").casefold() == (addition or "").casefold()]
        if not same:
            return Home(None, "", None, None, None, None, None, None, {}, additions)
        return _told(db, same[0], additions)


def _told(db: ReadSession, row: Adres, additions: tuple[str, ...]) -> Home:
    names = Names(db)
    spec = db.catalogue.specs["adres"]
    items = [spec.fields[key] for key in _REFERENCES]
    keys = [getattr(row, item.column) for item in items]
    names.load_columns(items, [keys])
    found = [
        (item.key, item.note.ref or "", key) for item, key in zip(items, keys, strict=True) if key is not None
    ]
    called = {key: names.of(kind, link) for key, kind, link in found}
    values: dict[str, Any] = {key: getattr(row, key) for key in _FACTS if getattr(row, key) is not None}
    # What lies in the waste bin has a name, but a new visit cannot refer to it.
    values |= {key: number for key, kind, link in found if (number := names.number(kind, link)) is not None}
    label = ENERGIELABELS.label(row.energielabel) or None
    return Home(
        row.nummer,
        _words(row, called),
        row.straat,
        row.plaats,
        label,
        called.get("kern"),
        called.get("complex"),
        called.get("verhuurder"),
        values,
        additions,
        _visits(db, row),
    )


def _words(row: Adres, called: Mapping[str, str]) -> str:
    where = ", ".join(filter(None, [row.straat, row.plaats]))
    complex_ = _("complex {name}").format(name=called["complex"]) if "complex" in called else None
    of = ", ".join(filter(None, [complex_, called.get("verhuurder")]))
    return " – ".join(filter(None, [where, of]))


def _visits(db: ReadSession, row: Adres) -> tuple[tuple[int, date | None], ...]:
    same = (
        Energiebezoek.postcode == row.postcode,
        Energiebezoek.huisnummer == row.huisnummer,
        func.coalesce(Energiebezoek.toevoeging, "") == (row.toevoeging or ""),
        Energiebezoek.verwijderd.is_(None),
    )
    asked = select(Energiebezoek.nummer, Energiebezoek.datum).where(*same).order_by(Energiebezoek.id.desc())
    found = [(number, on) for number, on in db.execute(asked)]
    return tuple(sorted(found, key=lambda one: one[1] or date.max, reverse=True))
