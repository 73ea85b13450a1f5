"""The 72 hours in which a data leak is told to the Autoriteit Persoonsgegevens (AVG art. 33 lid 1).

They run from the moment at which the organisation knew of it, hour by hour: also at night, in a weekend and on holidays.
Regulation (EEC, Euratom) 1182/71 art. 3 lid 4 moves a last day that is no working day, but not a period told in hours.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

HOURS = 72


def discovered(on: date, at: str | None = None) -> datetime:
    """When it was discovered, with the clock of this laptop; without a time the beginning of that day, as the earliest is
    the safest to count from."""
    return datetime.combine(on, _time(at, time.min)).astimezone()


def last_moment(on: date, at: str | None = None) -> datetime:
    """Until when it can be told in time. A clock that is set forward or back in between changes no hour."""
    return (discovered(on, at).astimezone(UTC) + timedelta(hours=HOURS)).astimezone()


def told_in_time(on: date, at: str | None, told_on: date, told_at: str | None = None) -> bool:
    """Whether it was told within the hours; a day of telling without a time counts at its beginning, so that nobody is
    asked for a reason who was in time."""
    return discovered(told_on, told_at) <= last_moment(on, at)


def _time(text: str | None, otherwise: time) -> time:
    try:
        return time.fromisoformat(text) if text else otherwise
    except ValueError:
        return otherwise


def people_must_know(risk: str | None, secured: str | None) -> bool:
    """Whether a leak must be told to the people themselves: at a high risk, unless nobody can read what was lost.

    AVG art. 34 lid 1 and lid 3 sub a.
    """
    return risk == "hoog" and secured != "dicht"
