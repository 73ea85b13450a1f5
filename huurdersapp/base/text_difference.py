"""What changed between two texts, sentence by sentence, and within a sentence word by word.

The sentences are aligned by difflib; two that stand at the same place and are alike are told as one that changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from rapidfuzz import fuzz

Kind = Literal["gelijk", "weg", "erbij", "anders"]
ALIKE = 50.0
"""Per cent of the signs that two sentences share at least before they are told as one that changed."""
_SENTENCE = re.compile(r"(?<=[.!?…])(?<!^\d\.)(?<!^\d\d\.)[ \t]+(?=[^\W\d_]|[‘“\"'(])")
_WORD = re.compile(r"\s+|[^\s]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words in a row that are the same (`gelijk`), went away (`weg`) or came (`erbij`)."""

    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """A sentence (a heading, a line of an address) in both texts.

    `anders` has it as it was and as it is, and `pieces` says which words; `weg` has no new text, `erbij` no old one.
    `paragraph` counts the paragraphs of the new text (of the old one for what went away), from 0.
    """

    kind: Kind
    old: str
    new: str
    paragraph: int
    pieces: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class _Sentence:
    text: str
    paragraph: int


def differences(old: str, new: str) -> list[Change]:
    """All sentences in their order, with what happened to each; for a text with itself all of them are `gelijk`."""
    before, after = list(_sentences(old)), list(_sentences(new))
    matcher = SequenceMatcher(None, [one.text for one in before], [one.text for one in after], autojunk=False)
    found: list[Change] = []
    for tag, begin, end, start, stop in matcher.get_opcodes():
        if tag == "equal":
            found += [Change("gelijk", one.text, one.text, one.paragraph) for one in after[start:stop]]
        else:
            found += _replaced(before[begin:end], after[start:stop])
    return found


def changed(changes: Sequence[Change]) -> list[Change]:
    """Only what is not the same in both."""
    return [change for change in changes if change.kind != "gelijk"]


def _sentences(text: str) -> Iterator[_Sentence]:
    for place, paragraph in enumerate(re.split(r"\n{2,}", text.strip("\n"))):
        for line in paragraph.splitlines():
            for sentence in _SENTENCE.split(line):
                if sentence.strip():
                    yield _Sentence(sentence.strip(), place)


def _replaced(before: Sequence[_Sentence], after: Sequence[_Sentence]) -> Iterator[Change]:
    """Sentences that took the place of others: those that are alike are paired, in their order."""
    start = 0
    for one in before:
        scores = [fuzz.ratio(one.text, other.text) for other in after[start:]]
        best = max(scores, default=0.0)
        if best < ALIKE:
            yield Change("weg", one.text, "", one.paragraph)
            continue
        place = start + scores.index(best)
        yield from _added(after[start:place])
        other = after[place]
        yield Change("anders", one.text, other.text, other.paragraph, _words(one.text, other.text))
        start = place + 1
    yield from _added(after[start:])


def _added(sentences: Sequence[_Sentence]) -> Iterator[Change]:
    return (Change("erbij", "", one.text, one.paragraph) for one in sentences)


def _words(old: str, new: str) -> tuple[Piece, ...]:
    before, after = _WORD.findall(old), _WORD.findall(new)
    pieces: list[Piece] = []
    for tag, begin, end, start, stop in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            pieces.append(Piece("gelijk", "".join(after[start:stop])))
            continue
        if end > begin:
            pieces.append(Piece("weg", "".join(before[begin:end])))
        if stop > start:
            pieces.append(Piece("erbij", "".join(after[start:stop])))
    return tuple(pieces)
