"""What the texts of a list with figures say: a period, a number. What could be something else is a fault, never a guess."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from decimal import Decimal

from huurdersapp.base import clock, period
from huurdersapp.base.days import NotADay, typed_day
from huurdersapp.base.errors import UserError
from huurdersapp.base.figures import typed_number
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.period import Period

SHOWN = 40
"""Signs of a cell in a sentence about it."""
YES_NO = {"ja": Decimal(1), "nee": Decimal(0)}
_MONTHS = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_WHOLE = re.compile(r"((?:19|20|21)\d\d)[.,]0+")
_TRIMESTER = re.compile(
    r"t(?:rimester)?\s*([1-3])\s*(?:van)?\s*[-/ ]?\s*(\d{4})|(\d{4})\s*[-/ ]?\s*t(?:rimester)?\s*([1-3])"
)
_QUARTER = re.compile(
    r"(?:q|k|kwartaal\s*)([1-4])\s*[-/ ]?\s*(\d{4})|(\d{4})\s*[-/ ]?\s*(?:q|k|kwartaal\s*)([1-4])"
    r"|([1-4])e\s+kwartaal\s+(?:van\s+)?(\d{4})"
)
_MONTH = re.compile(r"(\d{4})[-/](\d{1,2})|(\d{1,2})[-/](\d{4})|([a-z]{3,9})\.?\s+(\d{4})")
_POINTED = re.compile(r"-?\d+\.\d+")
_THOUSANDS = re.compile(r"-?\d{1,3}(?:\.\d{3})+")


def days(text: str) -> Period | str:
    """The days that a text means: a year, trimester, kwartaal, month or day; else what is wrong, in a sentence."""
    words = " ".join(text.casefold().split())
    if whole := _WHOLE.fullmatch(words):
        words = whole[1]
    found = _parts(words)
    if found is not None:
        return found
    try:
        return period.parse(words)
    except UserError:
        pass
    try:
        day = typed_day(words, clock.today(), "past")
    except NotADay:
        return _("‘{text}’ is geen jaar of dag.").format(text=text[:SHOWN])
    return Period(day, day)


def _parts(words: str) -> Period | None:
    if found := _TRIMESTER.fullmatch(words):
        year, number = int(found[2] or found[3]), int(found[1] or found[4])
        return period.trimester(year, number) if _possible(year) else None
    if found := _QUARTER.fullmatch(words):
        year, number = int(found[2] or found[3] or found[6]), int(found[1] or found[4] or found[5])
        return _months(year, number * 3 - 2, number * 3) if _possible(year) else None
    if found := _MONTH.fullmatch(words):
        year = int(found[1] or found[4] or found[6])
        month = int(found[2] or found[3] or 0) or _named(found[5])
        if 1 <= month <= 12 and _possible(year):
            return _months(year, month, month)
    return None


def _possible(year: int) -> bool:
    return period.FIRST_YEAR <= year <= period.LAST_YEAR


def _named(word: str | None) -> int:
    if word is None:
        return 0
    start = "mrt" if word == "maart" else word[:3]
    return _MONTHS.index(start) + 1 if start in _MONTHS else 0


def _months(year: int, first: int, last: int) -> Period:
    return Period(date(year, first, 1), date(year, last, monthrange(year, last)[1]))


def figure(text: str, workbook: bool) -> Decimal | str:
    """The number that a text means; else what is wrong, in a sentence.

    A workbook writes its numbers with a point; people and csv write a comma, and points between thousands.
    """
    plain = text.strip()
    if plain.casefold() in YES_NO:
        return YES_NO[plain.casefold()]
    bare = plain.replace("€", "").replace("%", "").strip()
    if _POINTED.fullmatch(bare) and (workbook or not _THOUSANDS.fullmatch(bare)):
        return Decimal(bare)
    try:
        return typed_number(plain)
    except ValueError:
        return _("‘{text}’ is geen getal.").format(text=plain[:SHOWN])
