"""A period of days: a year, a trimester (four months) or from one day to another."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _

FIRST_YEAR, LAST_YEAR = 1900, 2999
"""Days outside these years are slips of the pen; no period could ever show them."""
_YEAR = re.compile(r"(\d{4})(?:-[Tt](\d+))?")
_RANGE = re.compile(r"(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})")


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """From `first` up to and including `last`."""

    first: date
    last: date

    @property
    def before(self) -> date:
        """The day before it begins: what stood then is the stand at the beginning."""
        return self.first - timedelta(days=1)

    def __contains__(self, day: date | None) -> bool:
        return day is not None and self.first <= day <= self.last

    def code(self) -> str:
        """As people type it: 2019, 2019-T1 or 2019-01-01..2019-04-30."""
        for text in (f"{self.first.year}", *(f"{self.first.year}-T{number}" for number in (1, 2, 3))):
            if parse(text) == self:
                return text
        return f"{self.first}..{self.last}"


def trimester(year: int, number: int) -> Period:
    """Trimester 1, 2 or 3 of a year (January-April, May-August, September-December)."""
    last = number * 4
    return Period(date(year, last - 3, 1), date(year, last, monthrange(year, last)[1]))


def parse(text: str) -> Period:
    """The period that a text names; raises UserError for one that does not exist."""
    hint = _("Schrijf een jaar (2019), een trimester (2019-T1) of twee dagen (2019-01-01..2019-04-30).")
    if match := _YEAR.fullmatch(text.strip()):
        year, number = int(match[1]), match[2]
        if not FIRST_YEAR <= year <= LAST_YEAR:
            raise UserError(_("Het jaar {year} kan hier niet."), hint, year=match[1])
        if number is None:
            return Period(date(year, 1, 1), date(year, 12, 31))
        if number not in ("1", "2", "3"):
            raise UserError(
                _("Trimester T{number} bestaat niet: een jaar heeft T1, T2 en T3."), hint, number=number
            )
        return trimester(year, int(number))
    if match := _RANGE.fullmatch(text.strip()):
        first, last = _day(match[1]), _day(match[2])
        if last < first:
            raise UserError(_("De periode {text} eindigt voor zij begint."), hint, text=text)
        return Period(first, last)
    raise UserError(_("De periode ‘{text}’ bestaat niet."), hint, text=text[:40])


def months_later(day: date, months: int) -> date:
    """The same day some months later, or the last day of that month where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as fault:
        raise UserError(_("De dag {text} bestaat niet."), _("Kijk de datum na."), text=text) from fault
