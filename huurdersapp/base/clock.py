"""The one clock of the program, which tests and the example can set."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta

_fixed: datetime | None = None
_shift = timedelta()


def now() -> datetime:
    """This moment, in UTC."""
    return _fixed or datetime.now(UTC) + _shift


def today() -> date:
    """The day on the calendar of this laptop."""
    return now().astimezone().date() if _fixed is None else _fixed.date()


@contextmanager
def as_if(day: date) -> Iterator[None]:
    """Let it be this day, while the hours go by as they do: for looking at the example on the day that it is about."""
    global _shift
    before = _shift
    _shift += timedelta(days=(day - today()).days)
    try:
        yield
    finally:
        _shift = before


@contextmanager
def fixed(moment: datetime | date) -> Iterator[None]:
    """Let the clock stand still at `moment` (a day means noon in UTC) for tests and example data."""
    global _fixed
    before = _fixed
    if not isinstance(moment, datetime):
        moment = datetime(moment.year, moment.month, moment.day, 12, tzinfo=UTC)
    _fixed = moment
    try:
        yield
    finally:
        _fixed = before
