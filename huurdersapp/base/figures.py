"""Numbers as people type them here: a comma for decimals, points for thousands."""

from __future__ import annotations

import re
from decimal import Decimal

from huurdersapp.base.formats import LOCALE

_FORM = re.compile(r"[-+]?\d[\d.,]*|[-+]?,\d+")
"""Babel would also take 1e9 and NaN."""


def typed_number(text: str) -> Decimal:
    """The number that somebody typed: 1250; 19,9; 1.250,50; € 12,50; 20 %. Raises ValueError for anything else."""
    from babel.numbers import NumberFormatError, parse_decimal

    plain = text.replace("€", "").replace("%", "").replace("\N{NO-BREAK SPACE}", " ").replace(" ", "")
    if not _FORM.fullmatch(plain):
        raise ValueError(text)
    try:
        return parse_decimal(plain, locale=LOCALE, strict=True)
    except NumberFormatError as fault:
        raise ValueError(text) from fault
