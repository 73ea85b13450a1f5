"""Working days, held against the list of Algemene termijnenwet art. 3 and against days that were counted by hand."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huurdersapp.base.working_days import (
    FARTHEST,
    holiday,
    is_working_day,
    next_working_day,
    working_days_after,
    working_days_between,
)

EASTER = {
    2019: (4, 21),
    2020: (4, 12),
    2024: (3, 31),
    2025: (4, 20),
    2026: (4, 5),
    2027: (3, 28),
    2030: (4, 21),
}
"""Easter Sundays as they stand in any almanac."""
DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))


def by_the_law(year: int) -> set[date]:
    """The days of art. 3 lid 1 and 2, worked out by hand from Easter."""
    easter = date(year, *EASTER[year])
    king = date(year, 4, 27)
    if king.weekday() == 6:
        king -= timedelta(days=1)
    moving = {easter + timedelta(days=after) for after in (-2, 1, 39, 50)}
    return {date(year, 1, 1), king, date(year, 5, 5), date(year, 12, 25), date(year, 12, 26), *moving}


@pytest.mark.parametrize("year", sorted(EASTER))
def test_the_general_holidays_of_a_year_are_those_of_the_law(year: int) -> None:
    days = [date(year, 1, 1) + timedelta(days=at) for at in range(366)]
    found = {day for day in days if day.year == year and day.weekday() != 6 and holiday(day)}
    assert found == {day for day in by_the_law(year) if day.weekday() != 6}


@pytest.mark.parametrize("year", [2020, 2021, 2026, 2027])
def test_good_friday_and_liberation_day_count_each_year(year: int) -> None:
    assert holiday(date(year, 5, 5)) == "Bevrijdingsdag"
    spring = [holiday(date(year, 3, 20) + timedelta(days=at)) for at in range(40)]
    assert spring.count("Goede vrijdag") == 1


def test_a_kings_day_on_sunday_is_kept_on_saturday() -> None:
    assert date(2025, 4, 27).weekday() == 6
    assert holiday(date(2025, 4, 26)) == "Koningsdag"
    assert not holiday(date(2025, 4, 27))
    assert is_working_day(date(2025, 4, 28))


@pytest.mark.parametrize(
    ("start", "count", "last"),
    [
        (date(2026, 4, 2), 1, date(2026, 4, 7)),  # Thursday before Good Friday, Easter, Easter Monday
        (date(2026, 4, 2), 5, date(2026, 4, 13)),
        (date(2025, 4, 25), 1, date(2025, 4, 28)),  # King's Day was kept on the Saturday
        (date(2026, 4, 24), 1, date(2026, 4, 28)),  # King's Day on the Monday
        (date(2026, 12, 24), 1, date(2026, 12, 28)),
        (date(2026, 12, 31), 1, date(2027, 1, 4)),  # New Year's Day on a Friday
        (date(2026, 11, 6), 10, date(2026, 11, 20)),
        (date(2026, 11, 7), 0, date(2026, 11, 7)),
    ],
)
def test_working_days_are_counted_from_the_day_after(start: date, count: int, last: date) -> None:
    assert working_days_after(start, count) == last


def test_a_last_day_in_the_weekend_has_a_next_working_day() -> None:
    assert next_working_day(date(2026, 4, 3)) == date(2026, 4, 7)
    assert next_working_day(date(2026, 4, 7)) == date(2026, 4, 7)


@pytest.mark.parametrize("count", [-1, FARTHEST + 1])
def test_a_count_that_means_nothing_is_refused(count: int) -> None:
    with pytest.raises(ValueError, match="working days"):
        working_days_after(date(2026, 1, 1), count)


@given(DAYS, st.integers(1, 60))
def test_counting_on_and_counting_between_say_the_same(start: date, count: int) -> None:
    last = working_days_after(start, count)
    assert is_working_day(last)
    assert working_days_between(start, last) == count
    assert working_days_between(start, last - timedelta(days=1)) == count - 1
