"""Working days in the Netherlands: every day but Saturday, Sunday and the general holidays.

The holidays are those of the Algemene termijnenwet, art. 3 (BWBR0002448, wording not looked up again): Nieuwjaarsdag,
tweede Paasdag, tweede Pinksterdag, both Kerstdagen, Hemelvaartsdag, the day on which the birthday of the King is kept,
and 5 May; Goede Vrijdag is put on a par with them. Good Friday and 5 May count each year, whatever an employer gives.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from holidays import HolidayBase

FARTHEST = 3_000
"""Working days that are counted at most: some twelve years."""


@cache
def _calendar() -> HolidayBase:
    # Imported when it is needed: it takes longer than the rest of a form.
    from holidays.constants import OPTIONAL, PUBLIC
    from holidays.countries.netherlands import Netherlands

    # Liberation Day is a day off once in five years; the law counts it each year, as the optional days do.
    made: HolidayBase = Netherlands(categories=(PUBLIC, OPTIONAL), language="nl")  # type: ignore[no-untyped-call]
    return made


def holiday(day: date) -> str:
    """The Dutch name of the general holiday on that day, "" when it is none."""
    return str(_calendar().get(day) or "")


def is_working_day(day: date) -> bool:
    """Whether it is no Saturday, Sunday or general holiday."""
    return day.weekday() < 5 and not holiday(day)


def next_working_day(day: date) -> date:
    """That day itself, or the first working day after it (as Algemene termijnenwet art. 1 moves a last day)."""
    while not is_working_day(day):
        day += timedelta(days=1)
    return day


def working_days_after(day: date, count: int) -> date:
    """The working day that is the `count`-th after a day; the day itself does not count, and 0 gives it back.

    Raises ValueError for a negative count and for more than `FARTHEST`.
    """
    if not 0 <= count <= FARTHEST:
        raise ValueError(f"not a number of working days: {count}")
    while count:
        day += timedelta(days=1)
        count -= is_working_day(day)
    return day


def working_days_between(first: date, last: date) -> int:
    """The working days after `first`, up to and including `last`; 0 when `last` is not later."""
    return sum(is_working_day(first + timedelta(days=at)) for at in range(1, (last - first).days + 1))
