"""Dates, numbers and money the Dutch way (nl_NL), for screen and command line; Babel carries its own data,
so it does not matter which locales the system has."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

LOCALE = "nl_NL"


def day(value: date) -> str:
    """05-03-2026"""
    return f"{value:%d-%m-%Y}"


def day_long(value: date) -> str:
    """donderdag 5 maart 2026"""
    from babel.dates import format_date

    return format_date(value, "EEEE d MMMM y", locale=LOCALE)


def day_named(value: date) -> str:
    """5 maart 2026"""
    from babel.dates import format_date

    return format_date(value, "d MMMM y", locale=LOCALE)


def moment(value: datetime) -> str:
    """05-03-2026 14:03, in the time of this laptop."""
    return f"{value.astimezone():%d-%m-%Y %H:%M}"


def number(value: int | Decimal) -> str:
    """1.234,5"""
    from babel.numbers import format_decimal

    return format_decimal(value, locale=LOCALE, decimal_quantization=False)


def money(cents: int) -> str:
    """€ 1.234,50, with a space that does not break."""
    from babel.numbers import format_currency

    return format_currency(Decimal(cents) / 100, "EUR", "¤\N{NO-BREAK SPACE}#,##0.00", locale=LOCALE)


def short_money(cents: int) -> str:
    """The same in a sentence, where whole euros go without cents: € 17.000; € 12,50."""
    return money(cents) if cents % 100 else money(cents).removesuffix(",00")
