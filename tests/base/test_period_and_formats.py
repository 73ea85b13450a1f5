"""Periods as people type them, and numbers as Dutch people read them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from huurdersapp.base import clock, formats, period
from huurdersapp.base.errors import UserError
from huurdersapp.base.period import Period


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2019", date(2019, 1, 1), date(2019, 12, 31)),
        ("2019-T1", date(2019, 1, 1), date(2019, 4, 30)),
        ("2019-t2", date(2019, 5, 1), date(2019, 8, 31)),
        (" 2019-T3 ", date(2019, 9, 1), date(2019, 12, 31)),
        ("2020-02-29..2020-03-01", date(2020, 2, 29), date(2020, 3, 1)),
    ],
)
def test_a_period_is_read_and_written(text: str, first: date, last: date) -> None:
    found = period.parse(text)
    assert (found.first, found.last) == (first, last)
    assert period.parse(found.code()) == found
    assert first in found
    assert last in found
    assert found.before not in found
    assert None not in found


@pytest.mark.parametrize(
    "text", ["", "2019-T4", "2019-T0", "19", "2019-02-30..2019-03-01", "2019-03-02..2019-03-01", "x", "0000"]
)
def test_a_period_that_is_none_is_told_in_words(text: str) -> None:
    with pytest.raises(UserError) as told:
        period.parse(text)
    assert told.value.hint


def test_three_trimesters_make_a_year() -> None:
    parts = [period.trimester(2020, number) for number in (1, 2, 3)]
    assert Period(parts[0].first, parts[-1].last) == period.parse("2020")
    assert [part.before for part in parts[1:]] == [part.last for part in parts[:-1]]


def test_numbers_and_days_are_dutch() -> None:
    assert formats.day(date(2026, 3, 5)) == "05-03-2026"
    assert formats.day_long(date(2026, 3, 5)) == "donderdag 5 maart 2026"
    assert formats.number(Decimal("1234.50")) == "1.234,5"
    assert formats.number(1_000_000) == "1.000.000"
    assert formats.money(123450) == "€\xa01.234,50"
    assert formats.short_money(1_700_000) == "€\xa017.000"
    assert formats.short_money(1_250) == "€\xa012,50"
    assert formats.money(-5).replace("\xa0", " ").endswith("0,05")


def test_the_clock_stands_still_where_it_is_told_to() -> None:
    with clock.fixed(date(2019, 7, 1)):
        assert clock.today() == date(2019, 7, 1)
        with clock.fixed(datetime(2020, 1, 1, 23, 30, tzinfo=UTC)):
            assert clock.now() == datetime(2020, 1, 1, 23, 30, tzinfo=UTC)
        assert clock.now() == datetime(2019, 7, 1, 12, tzinfo=UTC)
    assert clock.now().year > 2019
