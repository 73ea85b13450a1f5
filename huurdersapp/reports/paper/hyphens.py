"""Where Dutch words may be broken, kept per word: a report uses the same few thousand again and again."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyphen import Pyphen

SHORTEST = 7
_FEWEST_BEFORE, _FEWEST_AFTER = 3, 3
_WORTH_IT = 5
"""In running text a word is only broken where more letters than this still fit on the line."""
_AROUND = "‘’“”\"'()[],.;:!?"
_TREMA = frozenset("äëïöüÄËÏÖÜ")


@lru_cache(maxsize=20_000)
def running_breaks(word: str) -> tuple[tuple[str, str], ...]:
    """Those of `breaks` that are worth a hyphen where the next line has room for the whole word."""
    return tuple(
        (first, rest) for first, rest in breaks(word) if len(first) > _WORTH_IT or first.endswith("-")
    )


@lru_cache(maxsize=20_000)
def breaks(word: str) -> tuple[tuple[str, str], ...]:
    """The ways to cut a word in two, the longest first part first; after a hyphen it may always be cut.

    Names and abbreviations, anything with a capital, stay whole. Before a letter with a trema a word is not
    broken: the trema would have to go (reëel, re-eel; Woordenlijst Nederlandse Taal, Leidraad 15), and the
    text could no longer be copied as it was typed.
    """
    places: set[int] = set()
    start = 0
    for part in word.split("-"):
        if start:
            places.add(start)
        if len(part) >= SHORTEST and part.isalpha() and part.islower():
            places |= {start + place for place in _positions(part)}
        start += len(part) + 1
    return tuple((word[:place], word[place:]) for place in sorted(places, reverse=True))


def _positions(word: str) -> list[int]:
    return [
        int(place)
        for place in _dutch().positions(word)
        if _FEWEST_BEFORE <= place <= len(word) - _FEWEST_AFTER and word[place] not in _TREMA
    ]


@cache
def _dutch() -> Pyphen:
    from pyphen import Pyphen

    return Pyphen(lang="nl_NL")


def widest_piece(word: str, measure: Callable[[str], float]) -> float:
    """The width of the longest part of a word that cannot be broken, with the hyphen it gets."""
    stem = word.strip(_AROUND)
    lead = word.index(stem)
    edges = [0, *sorted(lead + len(first) for first, _ in breaks(stem)), len(word)]
    return max(measure(word[start:end] + ("-" if end < len(word) else "")) for start, end in pairwise(edges))
