"""A target of a measure in words, for screen and paper."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from huurdersapp.base.formats import number


def target_in_words(maat: Any, target: Any, _: Callable[[str], str]) -> str:
    """As people say it: "minstens 70 procent", "110 tot 150 woningen in 2021".

    `maat` and `target` are those of the administration or of an akkoord file; `_` translates, and is `str` for paper.
    """
    value, low, high = target.waarde, target.min, target.max
    if maat.norm == "minstens" and low is None:
        low = value
    elif maat.norm == "hoogstens" and high is None:
        high = value
    if maat.soort == "ja_nee" and value is not None:
        words = _("ja") if value else _("nee")
    elif low is not None and high is not None:
        words = f"{_amount(low)} {_('tot')} {_amount(high)}"
    elif low is not None:
        words = f"{_('minstens')} {_amount(low)}"
    elif high is not None:
        words = f"{_('hoogstens')} {_amount(high)}"
    else:
        words = "" if value is None else _amount(value)
    year = f"{_('in')} {target.jaar}" if target.jaar else ""
    return " ".join(text for text in (target.klasse, words, maat.eenheid, year) if text)


def _amount(value: float | Decimal) -> str:
    return number(Decimal(str(value)))
