"""Where words stand in a text as search sees them, as places in the text itself: ‘creme’ marks ‘crème’."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from huurdersapp.records.text import fold

Mark = tuple[int, int]
"""From this sign up to, not including, that one."""
WIDE = 120
"""Signs of a snippet, without the dots that say that there is more."""
_DOTS = "…"
_PIECE = re.compile(r"\S+")


def marks(text: str, words: Sequence[str]) -> tuple[Mark, ...]:
    """Where folded words stand, in order and never over each other: a word of three letters or more anywhere, a shorter
    one at the beginning of a word, as search finds them. A sign that folds to more signs is marked as a whole."""
    found: list[Mark] = []
    for piece in _PIECE.finditer(text) if standing(text, words) else ():
        if there := standing(piece[0], words):
            found += _marks(piece[0], piece.start(), there)
    return _joined(found)


def standing(text: str, words: Sequence[str]) -> list[str]:
    """Which of these folded words stand in a text."""
    folded = fold(text)
    return [
        word
        for word in words
        if any(word in one if len(word) > 2 else one.startswith(word) for one in folded)
    ]


def _marks(piece: str, begin: int, words: Sequence[str]) -> Iterator[Mark]:
    for letters, places in _words(piece):
        for word in words:
            at = letters.find(word) if len(word) > 2 else 0 if letters.startswith(word) else -1
            while at >= 0:
                yield begin + places[at][0], begin + places[at + len(word) - 1][1]
                at = letters.find(word, at + 1) if len(word) > 2 else -1


def snippet(text: str, words: Sequence[str], wide: int = WIDE) -> tuple[str, tuple[Mark, ...]]:
    """The piece of a text around the first place where a word stands, on one line and cut between words, with its marks."""
    plain = " ".join(text.split())
    places = marks(plain, words)
    first, last = _piece(plain, places[0] if places else (0, 0), wide)
    before, after = _DOTS if first else "", _DOTS if last < len(plain) else ""
    piece = plain[first:last]
    return f"{before}{piece}{after}", tuple(
        (start - first + len(before), end - first + len(before))
        for start, end in places
        if start >= first and end <= last
    )


def _piece(plain: str, mark: Mark, wide: int) -> Mark:
    """The piece of at most `wide` signs that has the mark, its edges between words where that can be."""
    if len(plain) <= wide:
        return 0, len(plain)
    first = max(0, min(mark[0] - wide // 3, len(plain) - wide))
    last = min(len(plain), max(first + wide, mark[1]))
    if first and (space := plain.find(" ", first, mark[0])) >= 0:
        first = space + 1
    if last < len(plain) and (space := plain.rfind(" ", max(mark[1], first), last + 1)) > 0:
        last = space
    return first, last


def _words(text: str) -> list[tuple[str, list[Mark]]]:
    """The folded words of a text, and for each of their letters the sign that it came from."""
    found: list[tuple[str, list[Mark]]] = []
    letters: list[str] = []
    places: list[Mark] = []
    for at, sign in enumerate(text):
        shown = fold(sign)
        if not shown and unicodedata.combining(sign) and places:
            places[-1] = (places[-1][0], at + 1)  # an accent that stands apart belongs to its letter
        elif not shown:
            _close(found, letters, places)
            letters, places = [], []
        for number, part in enumerate(shown):
            if number or _breaks(sign, part):
                _close(found, letters, places)
                letters, places = [], []
            letters += part
            places += [(at, at + 1)] * len(part)
    _close(found, letters, places)
    return found


def _breaks(sign: str, part: str) -> bool:
    """Whether a sign folds to a word with something before it that is no letter, as ⑴ to (1)."""
    plain = unicodedata.normalize("NFKD", sign)
    return len(plain) > 1 and not plain[0].isalnum() and bool(part)


def _close(found: list[tuple[str, list[Mark]]], letters: list[str], places: list[Mark]) -> None:
    if letters:
        found.append(("".join(letters), places))


def _joined(found: list[Mark]) -> tuple[Mark, ...]:
    joined: list[Mark] = []
    for start, end in sorted(found):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)
