"""Counting for paper: the same conditions as a list, so that a number and its list are one and the same.

A count travels as `Getal` with the conditions as they are typed after `--waar`, and the keys of its records.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from huurdersapp.actions.lists import ANY_WORD, condition
from huurdersapp.base.period import Period
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
    spec = db.catalogue.specs[kind]
    query = Query(spec, tuple(condition(db, spec, key, value) for key, value in where))
    table = spec.table
    keys = db.scalars(select(table.c.id).where(query.condition()).order_by(table.c.nummer))
    return Found(kind, where, tuple(keys))


def one(kind: str, row: Any) -> Source:
    """The list with just this record."""
    return Source(kind, (("nummer", str(row.nummer)),), (row.id,))


_COUNTED: dict[str, Callable[[str], Where]] = {
    "raadplegingen": lambda code: (("gehouden_in", code),),
    "knelpunten_gemeld": lambda code: (("nieuw_in", code),),
    "knelpunten_ingebracht": lambda code: (("ingebracht_in", code),),
    "knelpunten_opgelost": lambda code: (("opgelost_in", code),),
    "overleggen": lambda code: (("bijgewoond_in", code),),
    "adviezen": lambda code: (("verstuurd_in", code),),
    "actiepunten": lambda code: (("gedaan_in", code),),
}
_KINDS = {
    "raadplegingen": "raadpleging",
    "knelpunten_gemeld": "knelpunt",
    "knelpunten_ingebracht": "knelpunt",
    "knelpunten_opgelost": "knelpunt",
    "overleggen": "overleg",
    "adviezen": "advies",
    "actiepunten": "actiepunt",
}
BY_THEME = ("raadplegingen", "adviezen")
"""What is counted within the theme of the point; the others are narrowed by category, kind or words."""


def counts_persons(telt: str) -> bool:
    """Whether a rule counts what may be one household (a knelpunt of one home)."""
    return telt.startswith("knelpunten")


def by_rule(db: ReadSession, point: Any, period: Period, thema: int) -> Found | None:
    """What the rule of an afspraak or indicator counts in a period; None where nothing is kept of it yet."""
    telt: str | None = point.regel_telt
    if telt is None or telt not in _COUNTED:
        return None
    where = list(_COUNTED[telt](period.code()))
    categories, words = lines_of(point.regel_categorieen), lines_of(point.regel_trefwoorden)
    if telt in BY_THEME or (counts_persons(telt) and not categories and not words):
        where.append(("thema", str(thema)))
    if categories:
        where.append(("categorie", ",".join(categories)))
    if kinds := lines_of(point.regel_overlegsoort):
        where += _of_kind(telt, kinds)
    if words:
        where.append((ANY_WORD, ",".join(words)))
    return found(db, _KINDS[telt], tuple(where))


def _of_kind(telt: str, kinds: Sequence[str]) -> Where:
    keys = {"overleggen": "soort", "knelpunten_ingebracht": "ingebracht_bij", "actiepunten": "overlegsoort"}
    return ((keys[telt], ",".join(kinds)),) if telt in keys else ()


def or_unknown(result: Found | None) -> Getal:
    """The count, or that nobody keeps it."""
    return ONBEKEND if result is None else result.getal
