"""What the cells of a table on paper are for a spreadsheet: numbers, amounts, percentages and days, or else the words that
stand there, such as "<5" and "niet aangeleverd door …".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

_NUMBER = re.compile(
    r"(?P<sign>[+\-−]?)(?P<euro>€ ?)?(?P<minus>[\-−]?)(?P<whole>\d{1,3}(?:\.\d{3})+|\d+)(?:,(?P<part>\d+))?"
    r"(?P<percent> ?%)?",
    re.ASCII,
)
_SHORT_DAY = re.compile(r"(\d{1,2})-(\d{1,2})-(\d{4})", re.ASCII)
_LONG_DAY = re.compile(r"(\d{1,2}) ([a-z]+) (\d{4})", re.ASCII)
_MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
_MOST_DIGITS = 15
"""A spreadsheet keeps no more of them; a longer row of digits is a name and no number."""
_FIRST_YEAR = 1900
"""Excel knows no day before this year."""


@dataclass(frozen=True, slots=True)
class Value:
    """A cell: its words with plain spaces, and the number or day that they are. `form` is how Excel shows that; a
    percentage is kept as a share (0.12 for 12 %), as Excel does."""

    text: str
    number: Decimal | None = None
    day: date | None = None
    form: str = ""

    def in_csv(self) -> str:
        """The words for a CSV file: a number without points between its thousands and with a decimal comma."""
        if self.number is None:
            return self.text
        return self.text.replace(".", "").replace("−", "-").replace(" %", "%")


def value_of(text: str) -> Value:
    """What a cell says. Digits that begin with a 0 are a code, so they stay words."""
    text = text.replace("\u00a0", " ").replace("\u2011", "-").strip()
    if found := _NUMBER.fullmatch(text):
        return _number(text, found)
    day = _day(text)
    if day is not None and day.year >= _FIRST_YEAR:
        long = _LONG_DAY.fullmatch(text)
        return Value(text, day=day, form="[$-413]d mmmm yyyy" if long else "dd-mm-yyyy")
    return Value(text)


def _number(text: str, found: re.Match[str]) -> Value:
    whole, part = found["whole"].replace(".", ""), found["part"] or ""
    is_code = len(whole) > 1 and whole.startswith("0")
    if is_code or len(whole + part) > _MOST_DIGITS or (found["sign"] and found["minus"]):
        return Value(text)
    number = Decimal(f"{whole}.{part or 0}") if part else Decimal(whole)
    if found["sign"] in ("-", "−") or found["minus"]:
        number = -number
    form = "#,##0" if "." in found["whole"] or found["euro"] else "0"
    form += f".{'0' * len(part)}" if part else ""
    if found["euro"]:
        form = f"€ {form}"
    if found["percent"]:
        number, form = number / 100, rf"{form}\ %" if " " in found["percent"] else f"{form}%"
    if found["sign"] == "+":
        form = f"+{form};-{form};{form}"
    return Value(text, number=number, form=form)


def _day(text: str) -> date | None:
    if found := _SHORT_DAY.fullmatch(text):
        day, month, year = map(int, found.groups())
    elif (found := _LONG_DAY.fullmatch(text)) and found[2] in _MONTHS:
        day, month, year = int(found[1]), _MONTHS.index(found[2]) + 1, int(found[3])
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
