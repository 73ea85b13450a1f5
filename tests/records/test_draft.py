"""Plain values become a draft, or a sentence that says what to mend."""

from __future__ import annotations

import pytest

from huurdersapp.records import ALL
from huurdersapp.records.draft import Fault, convert

DAY = ALL["overleg"].fields["datum"]


def nobody(kind: str, value: int | str) -> str | Fault:
    raise AssertionError((kind, value))


@pytest.mark.parametrize("day", ["0001-01-01", "1899-12-31", "3000-01-01"])
def test_a_day_that_no_period_could_show_is_refused(day: str) -> None:
    found = convert(DAY, day, nobody)
    assert isinstance(found, Fault)
    assert day in found.text


@pytest.mark.parametrize("day", ["1900-01-01", "2019-02-28", "2999-12-31"])
def test_a_day_within_the_years_of_periods_is_taken(day: str) -> None:
    assert str(convert(DAY, day, nobody)) == day
