"""Days as people type them (22-11, 22 nov, gisteren, over twee weken) and as they are shown back.

dateparser reads the Dutch words. It is also lenient: it makes 1926 of the year 26, fills in a month that is
not there and reads hours. So this module first looks at the form of the text, hands over only what says one
day, and completes the year by rules of its own.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Literal

from huurdersapp.base.errors import UserError
from huurdersapp.base.formats import LOCALE
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.period import FIRST_YEAR, LAST_YEAR

Prefer = Literal["past", "near", "future"]

_WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_SHORT = tuple(name[:2] for name in _WEEKDAYS)
_COUNTS = ("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf")
_SPELLINGS = {"febr": "feb", "sept": "sep"}  # that dateparser does not know
_UNITS = "dag|dagen|week|weken|maand|maanden|jaar"

_WEEKDAY = re.compile(rf"({'|'.join((*_WEEKDAYS, *_SHORT))})\b[.,]? ?(.*)")
_DIGITS = re.compile(r"(\d\d)(\d\d)(\d{4}|\d\d)")
_ISO = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})")
_NUMBERS = re.compile(r"(\d{1,2}) ?[-/. ] ?(\d{1,2})(?: ?[-/. ] ?'?(\d{4}|\d\d))?[-/.]?")
_MONTH = re.compile(r"(\d{1,2})(?:e|de|ste|\.)?[ -]?([a-z]+)\.?(?:[ -]?'?(\d{4}|\d\d))?")
_RELATIVE = re.compile(
    rf"eergisteren|gisteren|vandaag|morgen|overmorgen|over \d+ (?:{_UNITS})|\d+ (?:{_UNITS}) geleden"
)


class NotADay(UserError):
    """What was typed is not one day, or a day that does not exist."""


def typed_day(text: str, today: date, prefer: Prefer = "near") -> date:
    """The day that `text` says, typed freely in Dutch.

    A year of two digits lies between 2000 and 2099. A day without a year, or a weekday alone, is the last one
    (`past`, today included), the next one (`future`, today included) or the nearest (`near`). Raises NotADay
    for anything else, for a day that does not exist, and for a weekday that does not go with its day.
    """
    words = " ".join(text.casefold().replace("’", "'").split())
    for number, name in enumerate(_COUNTS, 1):
        words = re.sub(rf"\b{name}\b", str(number), words.replace("één", "een"))
    found = _relative(words, today)
    if found is None:
        weekday, rest = _weekday(words)
        if weekday is not None and not rest:
            return _choose([today + timedelta(step) for step in _to(weekday, today)], today, prefer)
        found = _calendar(rest, today, prefer)
        if found is not None and weekday is not None and found.weekday() != weekday:
            raise NotADay(
                _("{day} is een {weekday}."),
                _("Kijk de datum na."),
                day=_written(found),
                weekday=_WEEKDAYS[found.weekday()],
            )
    if found is None:
        raise NotADay(_("Dit is geen datum."), _("Schrijf bijvoorbeeld 22-11-2026, 22 nov of gisteren."))
    return found


def shown(day: date) -> str:
    """zo 22 november 2026"""
    from babel.dates import format_date

    return format_date(day, "EEEEEE d MMMM y", locale=LOCALE)


def _written(day: date) -> str:
    from babel.dates import format_date

    return format_date(day, "d MMMM y", locale=LOCALE)


def _relative(words: str, today: date) -> date | None:
    """A day told from today: dateparser counts, also over the ends of months."""
    return _read(words, today, "relative-time") if _RELATIVE.fullmatch(words) else None


def _weekday(words: str) -> tuple[int | None, str]:
    """The weekday (0 is Monday) in front, and what follows."""
    found = _WEEKDAY.fullmatch(words)
    return (_SHORT.index(found[1][:2]), found[2]) if found else (None, words)


def _to(weekday: int, today: date) -> tuple[int, int]:
    """The steps in days to the last and the next such weekday; both 0 on the day itself."""
    after = (weekday - today.weekday()) % 7
    return (after - 7 if after else 0, after)


def _calendar(words: str, today: date, prefer: Prefer) -> date | None:
    """A day by its number and month."""
    if found := _DIGITS.fullmatch(words) or _NUMBERS.fullmatch(words):
        day, month, year = int(found[1]), int(found[2]), found[3]
    elif found := _ISO.fullmatch(words):
        day, month, year = int(found[3]), int(found[2]), found[1]
    elif (found := _MONTH.fullmatch(words)) and (named := _month(found[2])):
        day, month, year = int(found[1]), named, found[3]
    else:
        return None
    if not 1 <= month <= 12:
        raise NotADay(_("De maand {month} bestaat niet."), _("Kijk de datum na."), month=month)
    if year is None:
        around = [_existing(day, month, today.year + step) for step in (-1, 0, 1)]
        if not any(around):
            raise _missing(day, month, today.year)
        return _choose([found for found in around if found], today, prefer)
    return _sure(day, month, int(year) + (2000 if len(year) == 2 else 0))


def _choose(days: list[date], today: date, prefer: Prefer) -> date:
    """The last, next or nearest of them, or what there is: 29 February does not come every year."""
    if prefer == "past":
        days = [day for day in days if day <= today] or days
    elif prefer == "future":
        days = [day for day in days if day >= today] or days
    return min(days, key=lambda day: (abs(day - today), day))


def _sure(day: int, month: int, year: int) -> date:
    """The day, or a sentence about what is wrong with it."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise NotADay(_("Het jaar {year} kan hier niet."), _("Kijk de datum na."), year=year)
    if found := _existing(day, month, year):
        return found
    raise _missing(day, month, year)


def _missing(day: int, month: int, year: int) -> NotADay:
    from babel.dates import get_month_names

    name = get_month_names("wide", locale=LOCALE)[month]
    if (day, month) == (29, 2):
        return NotADay(_("{year} heeft geen 29 februari."), _("Kijk de datum na."), year=year)
    return NotADay(_("{day} {month} bestaat niet."), _("Kijk de datum na."), day=day, month=name)


def _existing(day: int, month: int, year: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


@lru_cache(200)
def _month(word: str) -> int | None:
    """The month that a word names."""
    found = _read(f"1 {_SPELLINGS.get(word, word)} 2000", date(2000, 1, 1), "absolute-time")
    return found.month if found and (found.day, found.year) == (1, 2000) else None


def _read(words: str, today: date, parser: str) -> date | None:
    import dateparser

    found = dateparser.parse(
        words,
        languages=["nl"],
        settings={
            "DATE_ORDER": "DMY",
            "PARSERS": [parser],
            "RELATIVE_BASE": datetime.combine(today, time(12)),
            "REQUIRE_PARTS": ["day", "month", "year"] if parser == "absolute-time" else [],
        },
    )
    return found.date() if found else None
