"""What may be printed of a period when the reports of its whole year lie side by side.

`beschermd` is the one way to the counts of a period: for the report about it, for a column that compares with it, and for
another kind of report that tells of the same knelpunten and visits. All of them then print the same.

It is kept for as long as nothing is written but drafts of reports, which no count is about: so a preview of a changed text
does not count again.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from datetime import date
from threading import Lock
from typing import Literal
from weakref import WeakKeyDictionary

from huurdersapp.actions.context import Context
from huurdersapp.actions.papier import small_numbers
from huurdersapp.actions.trimester import trimester_values
from huurdersapp.actions.verslagen.moment import moment_of
from huurdersapp.base import clock, period
from huurdersapp.base.period import Period
from huurdersapp.records.akkoord import Akkoord
from huurdersapp.reports.counting import Counter
from huurdersapp.reports.kern_cijfers import KernCijfers, kern_figures
from huurdersapp.reports.small_numbers import Protected, SmallNumberSettings
from huurdersapp.reports.trimester_cijfers import report_protected
from huurdersapp.reports.trimester_jaar import TRIMESTERS, YEAR, year_protected
from huurdersapp.reports.trimester_values import TrimesterValues
from huurdersapp.store.step import ReadSession
from huurdersapp.store.store import Store

KEPT = 6
"""So many years are kept: the year of the report and the one before it, under a few akkoorden."""
Welke = Literal["vorige", "jaar"]


@dataclass(frozen=True, slots=True)
class Beschermd:
    """The values of the trimesterverslag about a period, and what may be printed of them (under the keys of that report).

    `alleen`: a free period, protected by itself: it may not lie beside other reports, and has to say so.
    """

    values: TrimesterValues
    shown: Protected
    alleen: bool = False

    def counter(self) -> Counter:
        """Writes these counts; a new one for each document, since it remembers what was not delivered."""
        return Counter(self.shown)

    def kern(self, naam: str) -> KernCijfers:
        """What the report about this period prints of a kern: its own row, or the row in which it was put."""
        return kern_figures(self.values, self.shown, naam)


def beschermd(ctx: Context, db: ReadSession, akkoord: Akkoord, span: Period) -> Beschermd:
    """The values of a period under an akkoord, protected together with the other periods of its year."""
    return protected(ctx, db, akkoord.id, span, lambda each: _values(ctx, db, akkoord, each))


def protected(
    ctx: Context, db: ReadSession, key: Hashable, span: Period, read: Callable[[Period], TrimesterValues]
) -> Beschermd:
    """The same for values that something else than an akkoord gives; `key` tells these from others of the store."""
    part = part_of(span)
    if part is None:
        values = read(span)
        return Beschermd(values, report_protected(values), alleen=True)
    return _year(ctx, db, key, span.first.year, read)[part]


def eerder(ctx: Context, db: ReadSession, akkoord: Akkoord, span: Period, welke: Welke) -> Beschermd | None:
    """What the report about an earlier period prints, for a column beside this one; None beside a free period."""
    before = earlier_span(span, welke)
    return None if before is None else beschermd(ctx, db, akkoord, before)


def earlier_span(span: Period, welke: Welke) -> Period | None:
    """The period before (`vorige`) or the same one a year earlier (`jaar`); None for a free period, and before 1900."""
    part, year = part_of(span), span.first.year
    if part is None or year <= period.FIRST_YEAR:
        return None
    if part == YEAR:
        return period.parse(str(year - 1))
    number = TRIMESTERS.index(part) + 1
    if welke == "jaar":
        return period.trimester(year - 1, number)
    return period.trimester(year, number - 1) if number > 1 else period.trimester(year - 1, 3)


def forget() -> None:
    """Read and protect anew the next time."""
    with _keeping:
        _kept.clear()


def part_of(span: Period) -> str | None:
    """Which of the reports of a year is about this period: "T1", "T2", "T3" or "Y"; None for a free one."""
    year = span.first.year
    if span == period.parse(str(year)):
        return YEAR
    for number, part in enumerate(TRIMESTERS, 1):
        if span == period.trimester(year, number):
            return part
    return None


_kept: WeakKeyDictionary[Store, OrderedDict[Hashable, dict[str, Beschermd]]] = WeakKeyDictionary()
_keeping = Lock()


def _year(
    ctx: Context, db: ReadSession, of: Hashable, year: int, read: Callable[[Period], TrimesterValues]
) -> dict[str, Beschermd]:
    """The four reports of a year, kept as long as the store, the day and the settings are the same."""
    small = small_numbers(ctx)
    moment = _moment(db, clock.today(), small)
    key = (moment, of, year)
    with _keeping:
        kept = _kept.setdefault(ctx.store, OrderedDict())
        if key in kept:
            kept.move_to_end(key)
            return kept[key]
    db.remember()
    spans = {YEAR: period.parse(str(year))} | {
        part: period.trimester(year, number) for number, part in enumerate(TRIMESTERS, 1)
    }
    reports = {part: read(span) for part, span in spans.items()}
    shown = year_protected(reports)
    made = {part: Beschermd(values, shown[part]) for part, values in reports.items()}
    with _keeping:
        for other in [other for other in kept if isinstance(other, tuple) and other[0] != moment]:
            del kept[other]
        kept[key] = made
        while len(kept) > KEPT:
            kept.popitem(last=False)
    return made


def _moment(db: ReadSession, today: date, small: SmallNumberSettings) -> Hashable:
    return moment_of(db), today, small


def _values(ctx: Context, db: ReadSession, akkoord: Akkoord, span: Period) -> TrimesterValues:
    return replace(trimester_values(db, akkoord, span, small_numbers(ctx)), voorbeeld=ctx.store.example)
