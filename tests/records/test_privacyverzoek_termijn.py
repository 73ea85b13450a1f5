"""The days of a request, worked out by hand from the law before the code."""

from __future__ import annotations

from datetime import date

import pytest

from huurdersapp.records.privacyverzoek_termijn import last_day, termijn


@pytest.mark.parametrize(
    ("received", "until"),
    [
        (date(2021, 1, 31), date(2021, 3, 1)),  # 28 February is a Sunday
        (date(2023, 1, 31), date(2023, 2, 28)),
        (date(2024, 1, 31), date(2024, 2, 29)),
        (date(2023, 3, 26), date(2023, 4, 26)),
        (date(2023, 4, 5), date(2023, 5, 8)),  # 5 May is kept as a holiday, then a weekend
        (date(2023, 11, 25), date(2023, 12, 27)),  # both days of Christmas
        (date(2023, 8, 31), date(2023, 10, 2)),  # 30 September is a Saturday
    ],
)
def test_a_month_ends_at_the_same_number_and_on_a_working_day(received: date, until: date) -> None:
    assert last_day(received, 1) == until
    assert termijn(received).uiterlijk == until


def test_two_months_more_only_when_told_in_the_first() -> None:
    received = date(2023, 1, 31)
    longer = termijn(received, date(2023, 2, 28))
    assert (longer.verlengd, longer.uiterlijk, longer.eerste) == (True, date(2023, 5, 1), date(2023, 2, 28))
    late = termijn(received, date(2023, 3, 1))
    assert (late.verlengd, late.te_laat_verlengd, late.uiterlijk) == (False, True, date(2023, 2, 28))
