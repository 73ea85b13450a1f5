"""Open knelpunten that look like the one that somebody is typing: perhaps it was reported before.

SQL leads to some hundreds of them, by the beginnings of words, or by complex and category; those are compared letter by
letter, so that a slip of the pen does not hide one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, select

from huurdersapp.actions.context import Context
from huurdersapp.actions.names import Names
from huurdersapp.base.formats import day
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.records.complex import Complex
from huurdersapp.records.kern import Kern
from huurdersapp.records.knelpunt_categorieen import CATEGORIEEN, PARENT
from huurdersapp.records.knelpunt_status import OPEN
from huurdersapp.records.knelpunt_tables import Knelpunt
from huurdersapp.records.text import fold
from huurdersapp.store import search
from huurdersapp.store.step import ReadSession

MOST = 5
LONG, BEGIN = 4, 5
"""Words of at least so many letters lead somewhere, by so many of their first letters."""
WORDS, HITS, NEAR = 6, 300, 60
"""Words that are looked for, the newest finds of each, and those of the same category in the complex."""
SAME_CATEGORY, SAME_COMPLEX, SAME_PLACE = 12, 14, 6
ALIKE, ALIKE_KIND, ALIKE_NEAR = 60, 40, 25
"""Points of a hundred from which a title looks like another: anywhere, in the same category, and in the same category and
complex."""
SLIP = 80
"""Points of a hundred from which a word is another one with a slip of the pen."""


@dataclass(frozen=True, slots=True)
class Similar:
    """A knelpunt that looks like it: its number, title, and what tells it from others."""

    number: int
    title: str
    more: str


def similar(
    ctx: Context,
    title: str,
    category: str | None = None,
    complex_: int | None = None,
    kern: int | None = None,
    *,
    without: int | None = None,
) -> list[Similar]:
    """At most `MOST` open knelpunten that look like a title, those of the same category and complex first.

    `category` may be an onderdeel; `complex_` and `kern` are numbers; `without` is the number of the knelpunt itself.
    """
    words = fold(title)
    category = PARENT.get(category or "", category)
    with ctx.store.reading() as db:
        home, place = _key(db, Complex, complex_), _key(db, Kern, kern)
        rows = {row.id: row for row in _candidates(db, words, category, home)}
        ranked = []
        for row in rows.values():
            alike = alikeness(words, fold(row.titel))
            near = home is not None and (row.categorie, row.complex_id) == (category, home)
            least = ALIKE_NEAR if near else ALIKE_KIND if row.categorie == category else ALIKE
            if row.nummer == without or alike < least:
                continue
            points = alike + SAME_CATEGORY * (row.categorie == category)
            points += SAME_COMPLEX * (home is not None and row.complex_id == home)
            points += SAME_PLACE * (place is not None and row.kern_id == place)
            ranked.append((-points, -row.nummer, row))
        best = [row for _points, _number, row in sorted(ranked, key=lambda item: item[:2])[:MOST]]
        return [_said(db, row) for row in best]


def alikeness(words: Sequence[str], others: Sequence[str]) -> float:
    """How much of the longer words stands among others, of a hundred: with slips of the pen, and as part of a compound.

    A long word says more than a short one.
    """
    from rapidfuzz import fuzz

    asked = [word for word in words if len(word) >= LONG]
    there = [word for word in others if len(word) >= LONG]
    if not asked or not there:
        return 0
    best = [
        len(word) * max(fuzz.partial_ratio(word, other, score_cutoff=SLIP) for other in there)
        for word in asked
    ]
    return sum(best) / sum(map(len, asked))


def _key(db: ReadSession, record: Any, number: int | None) -> str | None:
    if number is None:
        return None
    found: str | None = db.scalars(
        select(record.id).where(record.nummer == number, record.verwijderd.is_(None)).limit(1)
    ).first()
    return found


def _candidates(db: ReadSession, words: list[str], category: str | None, home: str | None) -> Iterator[Any]:
    if home is not None and category is not None:
        near = (Knelpunt.complex_id == home, Knelpunt.categorie == category)
        yield from _rows(db, *near, limit=NEAR)
    longest = sorted({word[:BEGIN] for word in words if len(word) >= LONG}, key=len, reverse=True)
    for begin in longest[:WORDS]:
        newest = search.found([begin]).order_by(search.INDEX.c.rowid.desc()).limit(HITS)
        hits = select(search.DOC.c.row).where(
            search.DOC.c.rowid.in_(newest), search.DOC.c.entity == Knelpunt.__tablename__
        )
        yield from _rows(db, Knelpunt.id.in_(hits), limit=HITS)


def _rows(db: ReadSession, *conditions: ColumnElement[bool], limit: int) -> list[Any]:
    query = (
        select(
            Knelpunt.id,
            Knelpunt.nummer,
            Knelpunt.titel,
            Knelpunt.categorie,
            Knelpunt.complex_id,
            Knelpunt.kern_id,
            Knelpunt.gemeld_op,
            Knelpunt.ook_last_van,
        )
        .where(*conditions, Knelpunt.verwijderd.is_(None), Knelpunt.status.in_(OPEN))
        .order_by(Knelpunt.id.desc())
        .limit(limit)
    )
    return list(db.execute(query))


def _said(db: ReadSession, row: Any) -> Similar:
    names = Names(db)
    where = ""
    for kind, key in (("complex", row.complex_id), ("kern", row.kern_id)):
        if key is not None and not where:
            names.load(kind, [key])
            where = names.of(kind, key)
    said = [CATEGORIEEN.label(row.categorie), where, _("gemeld {day}").format(day=day(row.gemeld_op))]
    if also := row.ook_last_van or 0:
        said.append(ngettext("{count} ander ook", "{count} anderen ook", also).format(count=also))
    return Similar(row.nummer, row.titel, " · ".join(filter(None, said)))
