"""The year agenda as reckoning: which goal year a calendar year prepares, carries out and evaluates, and when the fixed
moments of an akkoord are. No store, no screen.

A goal year runs through the years of a cycle, and a cycle begins every calendar year, so several run side by side. The
goal year is the calendar year in which its cycle first carries out. Date and label are never derived from each other.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from huurdersapp.base.working_days import holiday

PREPARING, CARRYING_OUT, EVALUATING = "voorbereiding", "uitvoering", "evaluatie"
PHASES = (PREPARING, CARRYING_OUT, EVALUATING)
_PHASE_BEHIND = re.compile(rf"\s*\((?:{'|'.join(PHASES)})\)\s*$", re.IGNORECASE)

Days = tuple[date | None, date | None]
"""First and last day; both None where no month is named."""


@dataclass(frozen=True, slots=True)
class Stage:
    """What one year of the cycle does in a calendar year, and for which goal year.

    `within`: the goal year is one of the years of the akkoord; if not there is nothing to do.
    """

    cycle_year: int
    phase: str
    goal_year: int
    within: bool
    text: str = ""


@dataclass(frozen=True, slots=True)
class Cycle:
    """How many years a goal year takes and what each does, and the goal years of the akkoord.

    `phases` has the phase (and words) of each year of the cycle that the akkoord describes.
    """

    length: int
    phases: Mapping[int, tuple[str, str]]
    first: int
    last: int

    @property
    def carried_out_in(self) -> int:
        """The year of the cycle that is the goal year itself: the first that carries out. Where none does it is the year
        after the last that prepares, and else the first."""
        carrying = [number for number, (phase, _text) in self.phases.items() if phase == CARRYING_OUT]
        if carrying:
            return min(carrying)
        preparing = [number for number, (phase, _text) in self.phases.items() if phase == PREPARING]
        return max(preparing) + 1 if preparing else 1

    def goal_year(self, year: int, cycle_year: int) -> int:
        """The goal year that this year of a cycle serves in a calendar year."""
        return year - cycle_year + self.carried_out_in

    def holds(self, goal_year: int) -> bool:
        """Whether the akkoord is about that year."""
        return self.first <= goal_year <= self.last

    def stages(self, year: int) -> tuple[Stage, ...]:
        """What runs side by side in a calendar year, the first year of the cycle first."""
        return tuple(self._stage(year, number) for number in range(1, self.length + 1))

    def touches(self, year: int) -> bool:
        """Whether a goal year of the akkoord is prepared, carried out or evaluated in this calendar year."""
        return any(stage.within for stage in self.stages(year))

    def _stage(self, year: int, number: int) -> Stage:
        phase, text = self.phases.get(number) or (self._told(number), "")
        goal_year = self.goal_year(year, number)
        return Stage(number, phase, goal_year, self.holds(goal_year), text)

    def _told(self, number: int) -> str:
        """The phase of a year that the akkoord does not describe."""
        at = number - self.carried_out_in
        return PREPARING if at < 0 else CARRYING_OUT if at == 0 else EVALUATING


@dataclass(frozen=True, slots=True)
class Anchor:
    """A fixed moment of the template; the fields are those of the record Anker. `number` is 0 for one of the catalogue
    of legal dates."""

    number: int
    key: str
    name: str
    phase: str
    cycle_year: int
    kind: str
    month: int | None = None
    day: int | None = None
    until: int | None = None
    round: str = ""
    meetings: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    text: str = ""
    origin: str = "bron"
    source: str = ""
    doubt: str = ""

    @property
    def own_name(self) -> str:
        """The name without the phase behind it in brackets: a round of several phases is one meeting."""
        return _PHASE_BEHIND.sub("", self.name) or self.name

    def days(self, year: int) -> Days:
        """First and last day in a calendar year: of "voor" the day before is the last that counts."""
        if self.month is None:
            return None, None
        if self.day is None:
            last = self.until or self.month
            return date(year, self.month, 1), date(year, last, monthrange(year, last)[1])
        on = date(year, self.month, self.day)
        if self.kind == "voor":
            on -= timedelta(days=1)
        return on, on

    @property
    def when(self) -> tuple[str, int | None, int | None, int | None]:
        """What its date is made of: anchors of one round are one meeting only where these are the same."""
        return self.kind, self.month, self.day, self.until


@dataclass(frozen=True, slots=True)
class Aim:
    """For which goal year an anchor is there in this calendar year; None for a date that has no cycle."""

    anchor: Anchor
    goal_year: int | None


@dataclass(frozen=True, slots=True)
class Planned:
    """A moment of a calendar year as the template has it: one anchor, or all anchors of one round."""

    year: int
    aims: tuple[Aim, ...]
    first: date | None = None
    last: date | None = None

    @property
    def anchor(self) -> Anchor:
        """The anchor that names it, the first of its round."""
        return self.aims[0].anchor


def due(first: date | None, last: date | None, on: date) -> date | None:
    """The first or, where that is past, the last day; None when both are past or nobody knows."""
    if first is not None and first >= on:
        return first
    return last if last is not None and last >= on else None


def planned(anchors: Iterable[Anchor], cycle: Cycle, year: int) -> tuple[Planned, ...]:
    """The moments of a calendar year, each round once, in the order of their days; those without a month come last.

    An anchor is left out where its goal year is not one of the akkoord.
    """
    rounds: dict[object, list[Aim]] = {}
    for anchor in anchors:
        goal_year = cycle.goal_year(year, anchor.cycle_year)
        if cycle.holds(goal_year):
            same = (anchor.round, anchor.when) if anchor.round else (anchor.number, anchor.key)
            rounds.setdefault(same, []).append(Aim(anchor, goal_year))
    return tuple(sorted((_planned(year, aims) for aims in rounds.values()), key=_order))


def _planned(year: int, aims: Sequence[Aim]) -> Planned:
    return Planned(year, tuple(aims), *aims[0].anchor.days(year))


def _order(moment: Planned) -> tuple[date, date, str]:
    return moment.first or date.max, moment.last or date.max, moment.anchor.name


# -- working back from a meeting ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Step:
    """Own work before a meeting: ready `days_before` it, taking `duration` days. `number` is that of the record, None
    for a proposal of the program."""

    number: int | None
    name: str
    kind: str
    meeting: str
    days_before: int
    duration: int = 1
    source: str = ""

    def days(self, meeting: date) -> tuple[date, date]:
        """First and last day of the work for a meeting on that day."""
        last = meeting - timedelta(days=self.days_before)
        return last - timedelta(days=self.duration - 1), last


@dataclass(frozen=True, slots=True)
class Note:
    """Something about a day that a person should know; the day itself is never moved for it.

    `kind` is `weekend`, `feestdag` (with its `name`) or `zomer`. `checked`: somebody looked it up.
    """

    kind: str
    day: date
    name: str = ""
    checked: bool = True


@dataclass(frozen=True, slots=True)
class Summer:
    """The weeks in which many people are away: from a day and month up to and including another."""

    first: tuple[int, int]
    last: tuple[int, int]
    checked: bool
    source: str

    def days(self, year: int) -> tuple[date, date]:
        """First and last day in a year; both as (month, day)."""
        return date(year, *self.first), date(year, *self.last)


def notes(
    *days: date, span: tuple[date, date] | None = None, summer: Summer | None = None
) -> tuple[Note, ...]:
    """What to know of single days (weekend, holiday) and of a span of days (a part of it in the summer)."""
    return tuple(_notes(days, span, summer))


def _notes(days: Sequence[date], span: tuple[date, date] | None, summer: Summer | None) -> Iterator[Note]:
    for day in dict.fromkeys(days):
        if name := holiday(day):
            yield Note("feestdag", day, name)
        elif day.weekday() >= 5:
            yield Note("weekend", day)
    if summer is None or span is None:
        return
    begins, ends = summer.days(span[0].year)
    if span[0] <= ends and span[1] >= begins:
        yield Note("zomer", max(span[0], begins), checked=summer.checked)
