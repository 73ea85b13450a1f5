"""Counting for paper: the same conditions as a list, so that a number and its list are one and the same.

A count travels as `Getal` with the conditions as they are typed after `--waar`, and the keys of its records.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, select

from huurdersapp.actions.conditions import ANY_WORD, FOR_AKKOORD, condition
from huurdersapp.base.period import Period
from huurdersapp.records.akkoord import Akkoord
from huurdersapp.records.geldig import PLACES
from huurdersapp.records.overleg import SOORTEN as OVERLEGSOORTEN
from huurdersapp.records.rules import lines_of
from huurdersapp.reports.document import Source
from huurdersapp.reports.values import ONBEKEND, Getal
from huurdersapp.store.queries import Query
from huurdersapp.store.step import ReadSession

Where = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Found:
    """Records of a kind that meet some conditions: their keys in the order of the list, and the conditions."""

    kind: str
    where: Where
    ids: tuple[str, ...]

    @property
    def source(self) -> Source:
        """The list behind the number."""
        return Source(self.kind, self.where, self.ids)

    @property
    def getal(self) -> Getal:
        """The number of records, with the list behind it."""
        return Getal(len(self.ids), self.source)


def found(db: ReadSession, kind: str, where: Where) -> Found:
    """The live records of a kind that meet all these conditions."""
    table = db.catalogue.specs[kind].table
    keys = db.scalars(select(table.c.id).where(met(db, kind, where)).order_by(table.c.nummer))
    return Found(kind, where, tuple(keys))


def met(db: ReadSession, kind: str, where: Where) -> ColumnElement[bool]:
    """That a record of a kind is live and meets all these conditions."""
    spec = db.catalogue.specs[kind]
    return Query(spec, tuple(condition(db, spec, key, value) for key, value in where)).condition()


def one(kind: str, row: Any) -> Source:
    """The list with just this record."""
    return Source(kind, (("nummer", str(row.nummer)),), (row.id,))


_COUNTED: Mapping[str, tuple[str, str]] = {
    "raadplegingen": ("raadpleging", "gehouden_in"),
    "knelpunten_gemeld": ("knelpunt", "nieuw_in"),
    "knelpunten_ingebracht": ("knelpunt", "ingebracht_in"),
    "knelpunten_opgelost": ("knelpunt", "opgelost_in"),
    "overleggen": ("overleg", "bijgewoond_in"),
    "adviezen": ("advies", "verstuurd_in"),
    "actiepunten": ("actiepunt", "gedaan_in"),
    "bezoeken": ("energiebezoek", "gedaan_in"),
    "huishoudens": ("energiebezoek", "huishouden_in"),
    "coaches": ("energiecoach", "actief_in"),
    "campagnes": ("campagne", "gehouden_in"),
    "commissies": ("commissie", "ondersteund_in"),
}
"""What a rule counts: which kind, by which filter on a period."""
_OF_KIND = {"overleggen": "soort", "knelpunten_ingebracht": "ingebracht_bij", "actiepunten": "overlegsoort"}
"""By which field or filter that is narrowed to some kinds of overleg."""
WITHIN_THEME = (
    "raadplegingen",
    "adviezen",
    "knelpunten_gemeld",
    "knelpunten_ingebracht",
    "knelpunten_opgelost",
    "campagnes",
)
"""What is counted within the theme of the point, unless categories or words say what it is about."""


def counts_persons(telt: str) -> bool:
    """Whether a rule counts what may be one household (a knelpunt of one home)."""
    return telt.startswith("knelpunten") or telt in ("bezoeken", "huishoudens")


def by_rule(db: ReadSession, point: Any, period: Period, thema: int | None, akkoord: Akkoord) -> Found | None:
    """What the rule of an afspraak or indicator counts in a period; None where nothing is kept of it yet, and where
    the akkoord does not hold in the period.

    `thema` is the number of its theme (None: it stands under the akkoord itself). Of the period only the years of the
    akkoord count, and only what lies in its municipality or has no place.
    """
    telt: str | None = point.regel_telt
    days = _held(akkoord, period)
    if telt is None or telt not in _COUNTED or days is None:
        return None
    kind, named = _COUNTED[telt]
    where = [(named, days.code())]
    if kind in PLACES:
        where.append((FOR_AKKOORD, str(akkoord.nummer)))
    categories, words = lines_of(point.regel_categorieen), lines_of(point.regel_trefwoorden)
    if thema is not None and telt in WITHIN_THEME and not categories and not words:
        where.append(("thema", str(thema)))
    if categories:
        where.append(("categorie", ",".join(categories)))
    if telt in _OF_KIND and (kinds := lines_of(point.regel_overlegsoort)):
        where.append((_OF_KIND[telt], ",".join(dict.fromkeys(map(_our_kind, kinds)))))
    if words:
        where.append((ANY_WORD, ",".join(words)))
    return found(db, kind, tuple(where))


def _held(akkoord: Akkoord, period: Period) -> Period | None:
    """The days of a period on which the akkoord holds; None when there are none."""
    first = max(period.first, date(akkoord.van_jaar, 1, 1))
    last = min(period.last, date(akkoord.tot_jaar, 12, 31))
    return Period(first, last) if first <= last else None


def _our_kind(word: str) -> str:
    """The kind of overleg as we keep it; an akkoord may have its own, such as a woontafel: those are `overig`."""
    key = word.casefold()
    return key if any(key == item.key for item in OVERLEGSOORTEN.items) else "overig"


def or_unknown(result: Found | None) -> Getal:
    """The count, or that nobody keeps it."""
    return ONBEKEND if result is None else result.getal
