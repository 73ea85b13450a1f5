"""Whether a text has the words of a search, by the rules of the search itself: accents and capitals do not matter, a word of
three letters or more may stand inside another, a shorter one at a beginning."""

from __future__ import annotations

from collections.abc import Sequence

from huurdersapp.records.text import fold

_APART = "  "
"""Before every word of a flat text, as in the index of the store."""
INSIDE_FROM = 3
"""Letters from which a word is found inside another."""


def flat(text: str) -> str:
    """A text as `says` looks at it."""
    return "".join(f"{_APART}{word}" for word in fold(text))


def says(flat_text: str, terms: Sequence[str]) -> bool:
    """Whether a flat text has all these folded words."""
    return all((term if len(term) >= INSIDE_FROM else f"{_APART}{term}") in flat_text for term in terms)
