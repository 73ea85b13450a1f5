"""Patterns: many reports of one category in one complex within a year, which ask for a talk with the landlord.

A single repair is for the landlord's own desk; the organisation looks at what comes back.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from sqlalchemy import ColumnElement, and_, case, func, select

from huurdersapp.actions import voorkeuren
from huurdersapp.actions.context import Context
from huurdersapp.base import clock
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.base.settings import PATTERN_FROM
from huurdersapp.records.complex import Complex
from huurdersapp.records.knelpunt_categorieen import CATEGORIEEN
from huurdersapp.records.knelpunt_status import OPEN, STATUS
from huurdersapp.records.knelpunt_tables import Knelpunt
from huurdersapp.store.step import ReadSession

LOOKED = 2000
"""Knelpunten of the last year that are looked at, the newest: more than any organisation writes down."""
MOST = 5
_KEPT = "knelpunten.patronen"
_COUNTED = tuple(item.key for item in STATUS.items if item.key not in ("gebundeld", "heropend"))


@dataclass(frozen=True, slots=True)
class Pattern:
    """So many reports (`count`, in `records` knelpunten) of a category in a complex (its number and name).

    `open`: the numbers of the knelpunten that are not closed and were on no agenda yet; `where`: the conditions of the
    list of all that count.
    """

    category: str
    complex: int
    name: str
    count: int
    records: int
    open: tuple[int, ...]
    where: tuple[str, ...]

    @property
    def about(self) -> str:
        """What it is about, as an item of an agenda: "Vocht en schimmel in complex Kerkhoflaan (6 meldingen)"."""
        return _("{category} in complex {complex} ({count} meldingen)").format(
            category=CATEGORIEEN.label(self.category), complex=self.name, count=self.count
        )

    @property
    def words(self) -> str:
        """The pattern as a line: "Patroon: 6 meldingen over vocht en schimmel in complex Kerkhoflaan"."""
        label = CATEGORIEEN.label(self.category)
        text = _("Patroon: {count} meldingen over {category} in complex {complex}")
        if self.records != self.count:
            text = ngettext(
                "Patroon: {count} meldingen over {category} in complex {complex}, in {records} knelpunt",
                "Patroon: {count} meldingen over {category} in complex {complex}, in {records} knelpunten",
                self.records,
            )
        return text.format(
            count=self.count,
            category=label[:1].lower() + label[1:],
            complex=self.name,
            records=self.records,
        )


def a_year_before(on: date) -> date:
    """The first day of the twelve months that end on a day."""
    try:
        return on.replace(year=on.year - 1) + timedelta(days=1)
    except ValueError:  # 29 February
        return date(on.year - 1, 3, 1)


def patterns(ctx: Context, on: date | None = None) -> list[Pattern]:
    """The patterns of the twelve months up to and including a day (today), most reports first, at most `MOST`.

    Not those of which everything is closed or was on an agenda, and not those that somebody put away, until they grow.
    """
    on = on or clock.today()
    away = voorkeuren.get(ctx, _KEPT, {})
    least = ctx.settings.get(PATTERN_FROM)
    with ctx.store.reading() as db:
        groups = _grouped(db, on, least)
        fresh = [group for group in groups if group.reports > away.get(f"{group.category}|{group.number}", 0)]
        return [_pattern(db, group, on) for group in fresh[:MOST]]


def _key(pattern: Pattern) -> str:
    return f"{pattern.category}|{pattern.complex}"


class _Group(NamedTuple):
    key: str
    number: int
    name: str
    category: str
    reports: int
    records: int


def _waiting() -> ColumnElement[bool]:
    """Still open, and on no agenda yet."""
    return and_(Knelpunt.status.in_(OPEN), Knelpunt.geagendeerd_op.is_(None))


def _grouped(db: ReadSession, on: date, least: int) -> list[_Group]:
    recent = (
        select(Knelpunt.id)
        .where(Knelpunt.gemeld_op >= a_year_before(on), Knelpunt.gemeld_op <= on)
        .where(Knelpunt.verwijderd.is_(None))
        .order_by(Knelpunt.gemeld_op.desc(), Knelpunt.id.desc())
        .limit(LOOKED)
    )
    reports = func.sum(1 + func.coalesce(Knelpunt.ook_last_van, 0))
    query = (
        select(Complex.id, Complex.nummer, Complex.naam, Knelpunt.categorie, reports, func.count())
        .join(Complex, Complex.id == Knelpunt.complex_id)
        .where(Knelpunt.id.in_(recent), Knelpunt.status.in_(_COUNTED), Complex.verwijderd.is_(None))
        .group_by(Complex.id, Knelpunt.categorie)
        .having(reports >= least, func.sum(case((_waiting(), 1), else_=0)) > 0)
        .order_by(reports.desc(), Complex.nummer, Knelpunt.categorie)
    )
    return [_Group(*row) for row in db.execute(query)]


def _pattern(db: ReadSession, group: _Group, on: date) -> Pattern:
    first = a_year_before(on)
    query = select(Knelpunt.nummer).where(
        Knelpunt.complex_id == group.key,
        Knelpunt.categorie == group.category,
        Knelpunt.gemeld_op >= first,
        Knelpunt.gemeld_op <= on,
        Knelpunt.verwijderd.is_(None),
        _waiting(),
    )
    where = (
        f"gemeld_op={first}..{on}",
        f"categorie={group.category}",
        f"complex={group.number}",
        f"status={','.join(_COUNTED)}",
    )
    waits = tuple(db.scalars(query.order_by(Knelpunt.nummer)))
    return Pattern(group.category, group.number, group.name, group.reports, group.records, waits, where)


def put_away(ctx: Context, pattern: Pattern) -> None:
    """Do not show a pattern any more, until it has more reports than now."""
    voorkeuren.put(ctx, _KEPT, {**voorkeuren.get(ctx, _KEPT, {}), _key(pattern): pattern.count})


def bring_back(ctx: Context, pattern: Pattern) -> None:
    """Show a pattern again that was put away."""
    kept = {key: count for key, count in voorkeuren.get(ctx, _KEPT, {}).items() if key != _key(pattern)}
    voorkeuren.put(ctx, _KEPT, kept or None)
