"""Dutch on paper: dates, numbers, money, percentages, counted words and enumerations.

Babel carries its own data, so none of this depends on the languages installed on the machine; it is
imported at first use, because the window must start without it. A non-breaking space keeps a number and
its sign on one line. Spelling and spaces follow the Dutch business letter (docs/design.md).
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

LOCALE = "nl_NL"
NBSP = "\u00a0"
_ARTICLE = re.compile(r"(?:De|Het|Een)(?=\s+[a-zà-ÿ\d])")
# fmt: off
_WORDS = (
    "nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien",
    "elf", "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien",
    "twintig",
)
# fmt: on


def day_long(day: date) -> str:
    """A day in running text and in letters: "5 maart 2026"."""
    from babel.dates import format_date

    return format_date(day, "d MMMM y", locale=LOCALE).replace(" ", NBSP, 1)


def day_short(day: date | None, absent: str = "–") -> str:
    """A day in a table: "05-03-2026"."""
    if day is None:
        return absent
    from babel.dates import format_date

    return format_date(day, "dd-MM-y", locale=LOCALE)


def month_name(month: int) -> str:
    """The name of a month, 1 to 12."""
    from babel.dates import get_month_names

    return str(get_month_names("wide", locale=LOCALE)[month])


def rounded(value: Decimal | Fraction | int, decimals: int) -> Decimal:
    """Ordinary rounding: a half goes away from zero, as everybody learnt it at school."""
    if isinstance(value, Fraction):
        scaled = abs(value) * 10**decimals
        whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
        return Decimal(whole if value >= 0 else -whole).scaleb(-decimals)
    return Decimal(value).quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)


def number(value: Decimal | Fraction | int, decimals: int | None = None) -> str:
    """A number in digits: "1.234,5". Without `decimals` a Decimal keeps its own (at most six)."""
    from babel.numbers import format_decimal

    if decimals is not None:
        value = rounded(value, decimals)
    elif isinstance(value, Fraction):
        value = rounded(value, 1)
    pattern = "#,##0" + (f".{'0' * decimals}" if decimals else "" if decimals == 0 else ".######")
    return format_decimal(value, pattern, locale=LOCALE).replace("-", "−")


def money(cents: int, column: bool = False) -> str:
    """An amount in euros from whole cents: "€ 596" and "€ 25.451,73"; in a `column` always with cents."""
    from babel.numbers import format_currency

    pattern = f"¤{NBSP}#,##0.00" if column or cents % 100 else f"¤{NBSP}#,##0"
    amount = Decimal(abs(cents)) / 100
    text = format_currency(amount, "EUR", pattern, locale=LOCALE, currency_digits=False)
    return text if cents >= 0 else text.replace(NBSP, f"{NBSP}−", 1)


def percent(part: int, whole: int, decimals: int = 1, limit: int | None = None) -> str:
    """A share in percent: "69,6 %".

    With a `limit` in percent on which something is decided, decimals are added until the printed figure
    lies on the same side of it as the share itself: 6996 of 10000 is not printed as 70,0 %. Whoever
    decides compares whole numbers, never the printed figure.
    """
    share = Fraction(100 * part, whole)
    while (
        limit is not None
        and share != limit
        and (Fraction(rounded(share, decimals)) - limit) * (share - limit) <= 0
    ):
        decimals += 1
    return f"{number(share, decimals)}{NBSP}%"


def in_words(count: int) -> str:
    """A count in running text: in words up to twenty, then in digits."""
    return _WORDS[count] if 0 <= count < len(_WORDS) else number(count, 0)


def aantal(count: int, singular: str, plural: str, digits: bool = False) -> str:
    """A counted word: "één raadpleging", "twaalf raadplegingen", "geen raadplegingen".

    With `digits` for tables and lists of figures: "1 raadpleging", "0 raadplegingen".
    """
    word = singular if count == 1 else plural
    if digits:
        return f"{number(count, 0)}{NBSP}{word}"
    return f"geen {word}" if count == 0 else f"{in_words(count)} {word}"


def enumeration(items: Sequence[str], last: str = "en") -> str:
    """Words in a row: "a", "a en b", "a, b en c"."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def quoted(text: str) -> str:
    """A title or somebody's words between quotation marks."""
    return f"‘{text.strip()}’"


def capital(text: str) -> str:
    """The text with a capital first; as Dutch spelling wants, "ij" becomes "IJ" and "één" "Eén"."""
    if text.startswith("één"):
        return "E" + text[1:]
    return "IJ" + text[2:] if text.startswith("ij") else text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """A typed text as a sentence: as it was typed, with a full stop after its last letter or digit.

    A closing bracket, quotation mark or per cent sign gets the full stop too. After any other sign ("v <b>")
    nothing comes, and the first letter stays as it is: whoever typed it may have meant a sign or a name.
    """
    text = text.strip()
    if not text or text.endswith((".’", "?’", "!’", ".”", "?”", "!”")):
        return text
    return f"{text}." if text[-1].isalnum() or text[-1] in ")’”%" else text


def clause(text: str) -> str:
    """The text without its full stop, to go on after it or to stand in a table."""
    text = text.strip()
    return text if text.endswith(("..", "…")) else text.removesuffix(".")


def subject(text: str) -> str:
    """A clause that goes on after "over": "De sloop van …" begins small, "De Heidehoek" is a name and stays."""
    said = clause(text)
    return said[:1].lower() + said[1:] if _ARTICLE.match(said) else said


def days_between(start: date, end: date) -> str:
    """From and until in words: "januari tot en met april 2019", "5 maart tot en met 9 april 2019", "2019"."""
    if start == end:
        return day_long(start)
    if start.day == 1 and end.day == monthrange(end.year, end.month)[1]:
        if start.year != end.year:
            return f"{month_name(start.month)} {start.year} tot en met {month_name(end.month)} {end.year}"
        if start.month == end.month:
            return f"{month_name(end.month)} {end.year}"
        if (start.month, end.month) == (1, 12):
            return str(end.year)
        return f"{month_name(start.month)} tot en met {month_name(end.month)} {end.year}"
    if start.year != end.year:
        return f"{day_long(start)} tot en met {day_long(end)}"
    if start.month == end.month:
        return f"{start.day} tot en met {day_long(end)}"
    return f"{start.day}{NBSP}{month_name(start.month)} tot en met {day_long(end)}"


def overdue(last_day: date, today: date) -> str:
    """How late something is, in words: "twee weken te laat", "één dag te laat"; empty if it is not late."""
    days = (today - last_day).days
    if days <= 0:
        return ""
    if days < 14:
        return f"{aantal(days, 'dag', 'dagen')} te laat"
    if days < 60:
        weeks, rest = divmod(days, 7)
        return f"{'' if rest == 0 else 'ruim '}{aantal(weeks, 'week', 'weken')} te laat"
    months = (today.year - last_day.year) * 12 + today.month - last_day.month
    whole = months - (today.day < last_day.day)
    exact = today.day == last_day.day
    return f"{'' if exact else 'ruim '}{aantal(max(whole, 1), 'maand', 'maanden')} te laat"
