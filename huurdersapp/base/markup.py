"""Long texts as people type them: lines, lists of lines, and words in bold or italic. The one place that reads the signs.

The signs are a small part of Markdown: `**vet**`, `*cursief*`, lines that begin with a dash (also * • –), and lines that
are numbered 1., 2., … on end. Every other sign means itself, and so does a star that nothing closes. A backslash before
a star, or before the sign that would begin a list, takes its meaning away. An empty line ends a list and a paragraph.

Bold and italic are read by markdown-it with all its other rules off. Lines are read here: Markdown would make a list of
"1. januari", and join lines that people typed apart.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline

Kind = Literal["text", "bullet", "number"]
Escape = Callable[[str, bool], str]
_DASH = re.compile(r"[-*•–]\s+(?=\S)")
_NUMBER = re.compile(r"(\d+)\.\s+(?=\S)")
_FREED = re.compile(r"(\\*)\\(?=[-•–]\s)|(\d+\\*)\\(?=\.\s)")
"""The beginning of a line up to and with the backslash that makes plain text of a sign for lists."""
_LIKE_LIST = re.compile(r"(?=\\*[-•–]\s)|\d+(?=\\+\.\s)")
_LIKE_NUMBER = re.compile(r"\d+(?=\.\s)")
_SLASHES = re.compile(r"(\\+)(\*?)")
_BEFORE_STAR = re.compile(r"(\\*)\*")
_BREAK = re.compile(r"\r\n|[\n\r\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words with one look."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it was typed, or an item of a list; neighbours of one kind make one list. No pieces: an empty line."""

    pieces: tuple[Piece, ...] = ()
    kind: Kind = "text"

    @property
    def text(self) -> str:
        """Its words, without looks."""
        return "".join(piece.text for piece in self.pieces)


# -- reading -------------------------------------------------------------------------------------------------------


def read(text: str) -> tuple[Line, ...]:
    """The lines of a text, without empty ones before and after it."""
    if not text.strip():
        return ()
    lines = [line.strip() for line in _BREAK.split(text.strip())]
    return tuple(_line(line, kind) for line, kind in zip(lines, _kinds(lines), strict=True))


def words(text: str) -> str:
    """The text as it was typed, without the signs for bold and italic: for a cell, a title or a search."""
    if "*" not in text and "\\" not in text:
        return text
    return "\n".join("".join(piece.text for piece in pieces) for pieces in typed(text))


def typed(text: str) -> list[tuple[Piece, ...]]:
    """The words of each line with their looks, and with the signs of lists as they were typed."""
    lines = _BREAK.split(text)
    return [
        _typed(line, kind) for line, kind in zip(lines, _kinds([line.strip() for line in lines]), strict=True)
    ]


def _typed(line: str, kind: Kind) -> tuple[Piece, ...]:
    begin = len(line) - len(line.lstrip())
    body = line[begin:]
    return _merged([Piece(line[:begin] + body[: _sign(body, kind)]), *_line(body, kind).pieces])


def _sign(line: str, kind: Kind) -> int:
    """How many signs at the beginning of a stripped line say that it is an item."""
    found = {"text": None, "bullet": _DASH, "number": _NUMBER}[kind]
    match = found.match(line) if found else None
    return match.end() if match else 0


def _line(line: str, kind: Kind) -> Line:
    if kind == "text" and (freed := _FREED.match(line)):
        line = line[: freed.end() - 1] + line[freed.end() :]
    return Line(_pieces(line[_sign(line, kind) :] if kind != "text" else line), kind)


def _kinds(lines: Sequence[str]) -> list[Kind]:
    """What stripped lines are. Numbers make a list when they go 1., 2., … without a gap, at least two of them."""
    kinds: list[Kind] = ["bullet" if _DASH.match(line) else "text" for line in lines]
    run: list[int] = []
    for place, line in enumerate([*lines, ""]):
        found = _NUMBER.match(line)
        if found and found[1] == str(len(run) + 1):
            run.append(place)
            continue
        if len(run) > 1 and not found:
            for at in run:
                kinds[at] = "number"
        run = [place] if found and found[1] == "1" else []
    return kinds


def _pieces(text: str) -> tuple[Piece, ...]:
    """The words of one line with their looks."""
    if "*" not in text:
        return (Piece(text),) if text else ()
    reader = _reader()
    found: list[Piece] = []
    depth = {"strong": 0, "em": 0}
    for token in reader.inline.parse(text, reader, {}, []):
        if token.type == "text":
            found.append(Piece(token.content, depth["strong"] > 0, depth["em"] > 0))
        else:
            depth[token.tag] += token.nesting
    return _merged(found)


@cache
def _reader() -> MarkdownIt:
    """Markdown with bold and italic by stars, and nothing else. Loaded at the first star: it takes 60 ms."""
    from markdown_it import MarkdownIt

    reader = MarkdownIt("zero")
    reader.inline.ruler.at("emphasis", _star)
    reader.inline.ruler.at("escape", _slash)
    return reader.enable(["emphasis", "escape"])


def _star(state: StateInline, silent: bool) -> bool:
    """A run of stars opens before a sign and closes after one; Markdown's own rule leaves `**Let op:**zie` as it is."""
    from markdown_it.rules_inline.state_inline import Delimiter

    if silent or state.src[state.pos] != "*":
        return False
    before, after = state.src[: state.pos][-1:], state.src[state.pos :].lstrip("*")
    length = len(state.src) - state.pos - len(after)
    opens, closes = bool(after[:1].strip()), bool(before.strip())
    for _ in range(length):
        state.push("text", "", 0).content = "*"
        state.delimiters.append(Delimiter(ord("*"), length, len(state.tokens) - 1, -1, opens, closes))
    state.pos += length
    return True


def _slash(state: StateInline, silent: bool) -> bool:
    """Backslashes before a star: two stand for one, an odd one makes the star a sign. All others are themselves."""
    found = _SLASHES.match(state.src, state.pos)
    if silent or found is None:
        return False
    pairs, odd = divmod(len(found[1]), 2)
    if not found[2]:
        state.append_pending(found[1])
        state.pos = found.end()
    else:
        state.append_pending("\\" * pairs + "*" * odd)
        state.pos = found.end() - (not odd)
    return True


# -- writing -------------------------------------------------------------------------------------------------------


def write(lines: Iterable[Line]) -> str:
    """The lines as text, with backslashes only where a sign would get a meaning: `read` gives `tidy(lines)` again."""
    written: list[str] = []
    for empty, group in groupby(tidy(lines), key=lambda line: not line.pieces):
        part = list(group)
        written += [""] * len(part) if empty else _part(part)
    return "\n".join(written)


def _part(lines: Sequence[Line]) -> list[str]:
    written = [_written(line, place) for line, place in zip(lines, _places(lines), strict=True)]
    kinds = [line.kind for line in lines]
    if _kinds(written) == kinds:
        return written
    return [
        _LIKE_NUMBER.sub(r"\g<0>\\", text, count=1) if kind == "text" and _LIKE_NUMBER.match(text) else text
        for text, kind in zip(written, kinds, strict=True)
    ]


def _places(lines: Sequence[Line]) -> Iterator[int]:
    """The number of each line in its list."""
    for _kind, run in groupby(lines, key=lambda line: line.kind):
        yield from (place for place, _line in enumerate(run, 1))


def _written(line: Line, place: int) -> str:
    if line.kind == "bullet":
        return f"- {_signed(line.pieces)}"
    if line.kind == "number":
        return f"{place}. {_signed(line.pieces)}"
    text = _signed(line.pieces)
    if _DASH.match(text) and text[0] == "*":
        return "\\" + text
    found = _LIKE_LIST.match(text)
    return f"{text[: found.end()]}\\{text[found.end() :]}" if found else text


def _signed(pieces: Sequence[Piece]) -> str:
    """The pieces of a line with their stars; stars that mean themselves get a backslash only when they must."""
    plain = _starred(pieces, lambda text, _next_is_star: text)
    return plain if _pieces(plain) == tuple(pieces) else _starred(pieces, _escaped)


def _starred(pieces: Sequence[Piece], escape: Escape) -> str:
    ends = [Piece(""), *pieces, Piece("")]
    signs = [
        "**" * (one.bold != other.bold) + "*" * (one.italic != other.italic) for one, other in pairwise(ends)
    ]
    texts = [escape(piece.text, bool(sign)) for piece, sign in zip(pieces, signs[1:], strict=True)]
    return "".join(f"{sign}{text}" for sign, text in zip(signs, [*texts, ""], strict=True))


def _escaped(text: str, next_is_star: bool) -> str:
    text = _BEFORE_STAR.sub(lambda found: f"{found[1] * 2}\\*", text)
    bare = text.rstrip("\\")
    return text + "\\" * (len(text) - len(bare)) if next_is_star else text


# -- one form ------------------------------------------------------------------------------------------------------


def tidy(lines: Iterable[Line]) -> tuple[Line, ...]:
    """The lines in the one form in which they can be written.

    No spaces around a line; no items without words, no empty lines around the whole; a list with one number is a line.
    Spaces where the look changes have none, and a word in which looks change too often for the signs gets one look.
    """
    neat = [replace(line, pieces=_neat(line.pieces)) for line in lines]
    neat = [line for line in neat if line.pieces or line.kind == "text"]
    told: list[Line] = []
    for kind, group in groupby(neat, key=lambda line: line.kind):
        run = list(group)
        if kind == "number" and len(run) == 1:
            run = [Line(_merged([Piece("1. "), *run[0].pieces]))]
        told += run
    filled = [place for place, line in enumerate(told) if line.pieces]
    return tuple(told[filled[0] : filled[-1] + 1]) if filled else ()


def _neat(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    signs = [
        Piece(sign, piece.bold, piece.italic) for piece in pieces for sign in _BREAK.sub(" ", piece.text)
    ]
    text = "".join(sign.text for sign in signs)
    first, last = len(text) - len(text.lstrip()), len(text.rstrip())
    neat = _merged(_spaced(signs[first:last]))
    if _readable(neat):
        return neat
    return _merged(_spaced([sign for word in _word_runs(neat) for sign in word]))


def _readable(pieces: tuple[Piece, ...]) -> bool:
    return _pieces(_starred(pieces, _escaped)) == pieces


def _spaced(signs: Sequence[Piece]) -> list[Piece]:
    """Signs with spaces as their neighbours where those look alike, and plain where not."""
    runs = [(space, list(run)) for space, run in groupby(signs, key=lambda sign: sign.text.isspace())]
    for at, (space, run) in enumerate(runs):
        if space:
            before, after = runs[at - 1][1][-1], runs[at + 1][1][0]
            same = (before.bold, before.italic) == (after.bold, after.italic)
            look = replace(before, text="") if same else Piece("")
            run[:] = [replace(look, text=sign.text) for sign in run]
    return [sign for _space, run in runs for sign in run]


def _word_runs(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Words and spaces in turn, each word with the first look that it has."""
    signs = [replace(piece, text=sign) for piece in pieces for sign in piece.text]
    for _space, run in groupby(signs, key=lambda sign: sign.text.isspace()):
        word = list(run)
        look = next((sign for sign in word if sign.bold or sign.italic), word[0])
        yield [replace(look, text=sign.text) for sign in word]


def _merged(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Neighbours with one look as one piece, none of them empty."""
    found: list[Piece] = []
    for piece in pieces:
        if found and (found[-1].bold, found[-1].italic) == (piece.bold, piece.italic):
            found[-1] = replace(piece, text=found[-1].text + piece.text)
        elif piece.text:
            found.append(piece)
    return tuple(found)
