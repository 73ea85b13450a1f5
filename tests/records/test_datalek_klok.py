"""The 72 hours of a data leak: every hour counts, whatever the clock and the calendar do."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from huurdersapp.records.datalek_klok import HOURS, discovered, last_moment, told_in_time

DAYS = st.dates(date(2018, 5, 25), date(2060, 12, 31))
TIMES = st.times().map(lambda at: f"{at:%H:%M}") | st.none()


@pytest.fixture
def amsterdam(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "Europe/Amsterdam")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@given(DAYS, TIMES)
def test_the_end_lies_72_hours_after_the_discovery(on: date, at: str | None) -> None:
    begin, end = discovered(on, at), last_moment(on, at)
    assert end.astimezone(UTC) - begin.astimezone(UTC) == timedelta(hours=HOURS)
    assert begin.date() == on
    assert at is None or f"{begin:%H:%M}" == at


@given(DAYS, TIMES, st.integers(0, 10 * 24 * 60))
def test_in_time_is_what_lies_within_those_hours(on: date, at: str | None, minutes: int) -> None:
    told = (discovered(on, at) + timedelta(minutes=minutes)).astimezone()
    # An hour that comes twice in a night has one way to be written.
    assume(discovered(told.date(), f"{told:%H:%M}") == told.replace(second=0, microsecond=0))
    assert told_in_time(on, at, told.date(), f"{told:%H:%M}") == (minutes <= HOURS * 60)


@given(DAYS, TIMES, st.integers(0, 6))
def test_who_told_no_time_is_never_called_late_by_it(on: date, at: str | None, days: int) -> None:
    told = on + timedelta(days=days)
    if any(told_in_time(on, at, told, f"{hour:02}:00") for hour in range(24)):
        assert told_in_time(on, at, told)


def test_a_weekend_and_a_holiday_do_not_move_the_end() -> None:
    friday = date(2026, 4, 3)  # Good Friday; the hours end on Easter Monday
    assert f"{last_moment(friday, '17:00'):%Y-%m-%d %H:%M}" == "2026-04-06 17:00"


@pytest.mark.usefixtures("amsterdam")
def test_an_hour_that_the_clock_skips_or_repeats_is_no_hour_less_or_more() -> None:
    spring, autumn = date(2026, 3, 27), date(2026, 10, 23)
    assert f"{last_moment(spring, '12:00'):%d %H:%M}" == "30 13:00"
    assert f"{last_moment(autumn, '12:00'):%d %H:%M}" == "26 11:00"
