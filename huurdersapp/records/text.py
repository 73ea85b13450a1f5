"""Text folded for search: accents and case gone, words apart."""

from __future__ import annotations

import re
import unicodedata

_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ĳ": "ij"}
)
_WORD = re.compile(r"[^\W_]+")


def fold(text: str) -> list[str]:
    """The words of a text as search sees them. Decomposing (NFKD) drops accents; a few letters have none to drop."""
    if text.isascii():
        return _WORD.findall(text.lower())
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return _WORD.findall(plain.casefold())  # taking signs apart may give capitals: ™ is TM


def control_sign(text: str) -> str | None:
    """The name of the first control character that does not belong in a text (tab and line break do), or None."""
    for sign in text:
        if unicodedata.category(sign) in ("Cc", "Cs") and sign not in "\t\n":
            return f"U+{ord(sign):04X}"
    return None
