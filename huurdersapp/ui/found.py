"""Where the words of a search stand in a text, by the rules of the search itself: accents and capitals do not matter, a
word of three letters or more may stand inside another, a shorter one at a beginning."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import cache

from huurdersapp.records.text import fold

_APART = "  "
"""Before every word of a folded text, as in the index."""
INSIDE_FROM = 3
"""Letters from which a word is found inside another."""


def flat(text: str) -> str:
    """A text as `says` looks at it."""
    return "".join(f"{_APART}{word}" for word in fold(text))


def says(flat_text: str, terms: Sequence[str]) -> bool:
    """Whether a flat text has all these folded words."""
    return all((term if len(term) >= INSIDE_FROM else f"{_APART}{term}") in flat_text for term in terms)


def ranges(text: str, terms: Sequence[str]) -> list[tuple[int, int]]:
    """Start and length of what was found, in order and never over each other."""
    if not terms or not text:
        return []
    signs, places = _spread(text)
    hit = bytearray(len(text))
    for term in terms:
        wanted = term if len(term) >= INSIDE_FROM else f"{_APART}{term}"
        skip = len(wanted) - len(term)
        at = signs.find(wanted)
        while at >= 0:
            first, last = places[at + skip], places[at + len(wanted) - 1]
            hit[first : last + 1] = b"\1" * (last + 1 - first)
            at = signs.find(wanted, at + 1)
    return _runs(hit)


def _runs(hit: bytearray) -> list[tuple[int, int]]:
    found, at = [], hit.find(1)
    while at >= 0:
        end = hit.find(0, at)
        end = len(hit) if end < 0 else end
        found.append((at, end - at))
        at = hit.find(1, end)
    return found


def _spread(text: str) -> tuple[str, list[int]]:
    """The flat text, and for each sign of it the place in the text that it comes from."""
    signs: list[str] = []
    places: list[int] = []
    inside = False
    for at, sign in enumerate(text):
        if unicodedata.combining(sign):
            continue
        folded = _folded(sign)
        if not folded:
            inside = False
            continue
        shown = folded if inside else _APART + folded
        signs.append(shown)
        places += [at] * len(shown)
        inside = True
    return "".join(signs), places


@cache
def _folded(sign: str) -> str:
    return "".join(fold(sign))
