"""Cuts a text into lines: as many words as fit, Dutch hyphenation where a word does not.

Most paragraphs have one face throughout and take a short way; the others carry pieces of several looks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from huurdersapp.reports.document import Source, Span, Text, spans
from huurdersapp.reports.fonts import SOFT_HYPHEN, Face, FaceName, face, tidy

if TYPE_CHECKING:
    from pyphen import Pyphen

_SHORT = 40
_SHORTEST = 7
_FEWEST_BEFORE, _FEWEST_AFTER = 3, 3
_GAP = 0.08
"""A word is hyphenated only where more than this share of the line would stay white."""
_TREMA = frozenset("äëïöüÄËÏÖÜ")
_BREAK_AFTER = frozenset("-/–—_@=&?+")


@dataclass(frozen=True, slots=True)
class Look:
    """How a piece of a paragraph looks, where it leads and which records are behind it."""

    face: FaceName
    href: str | None = None
    source: Source | None = None


Segment = tuple[Look, str]
Line = list[Segment]
Word = list[Segment]


def segments(text: Text, base: FaceName) -> list[Segment]:
    """The text as tidied pieces of one look each."""
    if isinstance(text, str):
        return [(_plain_look(base), tidy(text))]
    return [(_look(span, base), tidy(span.text)) for span in spans(text) if span.text]


@cache
def _plain_look(base: FaceName) -> Look:
    return Look(base)


def _look(span: Span, base: FaceName) -> Look:
    bold = span.bold or base in ("bold", "semibold")
    italic = span.italic or base == "italic"
    name: FaceName = "bold_italic" if bold and italic else "italic" if italic else base
    if span.bold and not italic:
        name = "bold"
    return Look(name, span.href, span.source)


def break_lines(pieces: Sequence[Segment], size: float, width: float, hyphenate: bool) -> list[Line]:
    """The lines that fit in `width` points; every line but the last of a paragraph ends in its space.

    With `hyphenate` any word may be broken; without it only one that is wider than a whole line. A line that
    ends inside a word ends in a soft hyphen, so that whoever copies or listens gets the word.
    """
    if not pieces:
        return [[]]
    if len(pieces) == 1:
        look, text = pieces[0]
        return [[(look, line)] for line in break_plain(text, face(look.face), size, width, hyphenate)]
    return _break_mixed(pieces, size, width, hyphenate)


def break_plain(text: str, letters: Face, size: float, width: float, hyphenate: bool) -> list[str]:
    """Lines of a text in one face; see `break_lines`."""
    limit = width * 1000 / size
    first, *others = text.split("\n")
    lines = _plain_lines(first, letters, limit, hyphenate)
    for part in others:
        lines[-1] = f"{lines[-1].removesuffix(' ')} "
        lines += _plain_lines(part, letters, limit, hyphenate)
    return lines


def _plain_lines(text: str, letters: Face, limit: float, hyphenate: bool) -> list[str]:
    """Lines of a text without line breaks; `limit` in thousandths of the font size."""
    widths = letters.words
    if len(text) < _SHORT and widths[text] <= limit:
        return [text]
    lines: list[str] = []
    line: list[str] = []
    room = limit
    for word in text.split(" "):
        length = widths[word]
        if length <= room:
            line.append(word)
            room -= length + letters.space
            continue
        rest = word
        while True:
            head, rest = _cut(
                rest, letters, room if line else limit, hyphenate and room > _GAP * limit, not line
            )
            if head:
                line.append(head)
                lines.append(" ".join(line))
            elif line:
                lines.append(" ".join(line) + " ")
            line = []
            if widths[rest] <= limit:
                break
        line = [rest]
        room = limit - widths[rest] - letters.space
    lines.append(" ".join(line))
    return lines


def _cut(word: str, letters: Face, room: float, hyphenate: bool, forced: bool) -> tuple[str, str]:
    """The first part of a word that fits, and the rest; the part is empty if nothing fits and need not."""
    for position, mark in breaks(word):
        if mark and not (hyphenate or forced):
            continue
        head = word[:position] + mark
        if letters.words[head] <= room:
            return head, word[position:]
    if not forced:
        return "", word
    used = 0.0
    for index, sign in enumerate(word):
        used += letters.widths[ord(sign)]
        if used > room and index:
            return word[:index], word[index:]
    return word, ""


@lru_cache(maxsize=20_000)
def breaks(word: str) -> tuple[tuple[int, str], ...]:
    """Where a word may be broken, the last place first, with the sign that must be added there.

    Names and abbreviations, anything with a capital, stay whole as long as they fit on a line.
    Before a letter with a trema a word is not broken: the trema would have to go (reëel, re-eel;
    Woordenlijst Nederlandse Taal, Leidraad 15), and the text could no longer be copied as it was typed.
    """
    places = {
        i: "" for i, sign in enumerate(word[:-1], 1) if sign in _BREAK_AFTER and word[i] not in _BREAK_AFTER
    }
    start = 0
    for end in [*places, len(word)]:
        part = word[start:end]
        stem = part.strip("‘’“”\"'()[],.;:!?-–/")
        if len(stem) >= _SHORTEST and stem.isalpha() and stem.islower():
            lead = start + part.index(stem)
            for position in _dutch().positions(stem):
                if _FEWEST_BEFORE <= position <= len(stem) - _FEWEST_AFTER and stem[position] not in _TREMA:
                    places.setdefault(lead + int(position), SOFT_HYPHEN)
        start = end
    return tuple(sorted(places.items(), reverse=True))


@cache
def _dutch() -> Pyphen:
    from pyphen import Pyphen

    return Pyphen(lang="nl_NL")


def _break_mixed(pieces: Sequence[Segment], size: float, width: float, hyphenate: bool) -> list[Line]:
    limit = width * 1000 / size
    lines: list[Line] = []
    for paragraph in _paragraphs(pieces):
        if lines and lines[-1]:
            look, text = lines[-1][-1]
            lines[-1][-1] = (look, f"{text.removesuffix(' ')} ")
        line: Line = []
        room = limit
        for word in paragraph:
            length = sum(face(look.face).words[text] for look, text in word)
            space = face(line[-1][0].face).space if line else 0.0
            if space + length <= room:
                _append(line, word, spaced=bool(line))
                room -= space + length
                continue
            if line:
                head, rest = _cut_mixed(word, room - space, hyphenate and room > _GAP * limit, forced=False)
                if head:
                    _append(line, head, spaced=True)
                else:
                    line[-1] = (line[-1][0], line[-1][1] + " ")
                lines.append(line)
                word = rest
            while sum(face(look.face).words[text] for look, text in word) > limit:
                head, word = _cut_mixed(word, limit, hyphenate, forced=True)
                lines.append(head)
            line = list(word)
            room = limit - sum(face(look.face).words[text] for look, text in word)
        lines.append(line)
    return lines


def _cut_mixed(word: Word, room: float, hyphenate: bool, forced: bool) -> tuple[Word, Word]:
    """Like `_cut`, for a word in several looks: between its pieces only when nothing else helps."""
    if len(word) == 1:
        look, text = word[0]
        head, rest = _cut(text, face(look.face), room, hyphenate, forced)
        return ([(look, head)] if head else []), ([(look, rest)] if rest else [])
    if not forced:
        return [], word
    fitting: Word = []
    for index, (look, text) in enumerate(word):
        length = face(look.face).words[text]
        if length > room:
            head, rest = _cut(text, face(look.face), room, hyphenate, forced=not fitting)
            tail = [(look, rest)] if rest else []
            return fitting + ([(look, head)] if head else []), tail + word[index + 1 :]
        fitting.append((look, text))
        room -= length
    return fitting, []


def _append(line: Line, word: Word, spaced: bool) -> None:
    """Put a word at the end of a line; the space before it never becomes part of a link."""
    if not word and line:
        line[-1] = (line[-1][0], line[-1][1] + " ")
    for look, text in word:
        if spaced and line[-1][0] != look and line[-1][0].href is None:
            line[-1] = (line[-1][0], line[-1][1] + " ")
        elif spaced:
            text = " " + text
        spaced = False
        if line and line[-1][0] == look:
            line[-1] = (look, line[-1][1] + text)
        else:
            line.append((look, text))


def _paragraphs(pieces: Sequence[Segment]) -> list[list[Word]]:
    """The pieces as words per forced line; a word is a row of pieces without a space between them."""
    paragraphs: list[list[Word]] = [[[]]]
    for look, text in pieces:
        for row, part in enumerate(text.split("\n")):
            if row:
                paragraphs.append([[]])
            words = paragraphs[-1]
            for index, chunk in enumerate(part.split(" ")):
                if index:
                    words.append([])
                if chunk:
                    words[-1].append((look, chunk))
    return paragraphs
