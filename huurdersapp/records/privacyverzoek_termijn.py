"""By which day somebody who asks about his data must have an answer. Pure: days in, days out.

Within one month after the request came in; two more when it is hard or there are many, told with the reason within that
first month (AVG art. 12 lid 3). A month ends at the day with the same number, or at the last day of a month that has no such
day; a last day on a Saturday, Sunday or general holiday becomes the next working day (Regulation (EEC, Euratom) 1182/71,
art. 3 lid 2 sub c and lid 4). The term runs from the receipt, also while it is being found out who asks: the strict reading.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from huurdersapp.base.period import months_later
from huurdersapp.base.working_days import next_working_day

FIRST, MORE = 1, 2
"""Months for an answer, and months that may be added."""


@dataclass(frozen=True, slots=True)
class Termijn:
    """`eerste`: the last day of the first month, also for telling that it takes longer. `uiterlijk`: the last day for the
    answer. `verlengd`: it was extended in time. `te_laat_verlengd`: it was extended after the first month, which does not
    count."""

    eerste: date
    uiterlijk: date
    verlengd: bool
    te_laat_verlengd: bool


def termijn(ontvangen_op: date, verlengd_op: date | None = None) -> Termijn:
    """The term of a request that came in on a day, extended on another one or not."""
    first = last_day(ontvangen_op, FIRST)
    in_time = verlengd_op is not None and verlengd_op <= first
    last = last_day(ontvangen_op, FIRST + MORE) if in_time else first
    return Termijn(first, last, in_time, verlengd_op is not None and not in_time)


def last_day(since: date, months: int) -> date:
    """The last day of a term in months."""
    return next_working_day(months_later(since, months))
