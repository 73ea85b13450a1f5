"""Reading the log back for a report: when faults occurred, of which class, and where in the code.

The sentence of a line is left out: only what has the form of a class and of a place in the code is taken.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from huurdersapp.base import log

_HEAD = re.compile(r"(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d),\d{3} (WARNING|ERROR|CRITICAL) ")
_ANY_HEAD = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3} [A-Z]+ ")
_CLASS = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,60}", re.ASCII)
_PLACE = re.compile(r"  [A-Za-z_<][A-Za-z0-9_.<> -]{0,60}:\d{1,6} [A-Za-z_<][A-Za-z0-9_<>]{0,60}", re.ASCII)
LARGEST = 6_000_000
"""Bytes of the log that are read at most: it keeps five files of 1 MB."""


@dataclass(frozen=True, slots=True)
class Seen:
    """One line that warned of something, at a moment of this computer; `trace`: classes and places in the code."""

    moment: datetime
    level: str
    trace: tuple[str, ...]


def faults(folder: Path, since: datetime) -> list[Seen]:
    """What went wrong since then (a moment without zone, as the log writes it), the oldest first; never raises."""
    found: list[Seen] = []
    for lines in _entries(_text(folder)):
        head = _HEAD.match(lines[0])
        with contextlib.suppress(ValueError):
            if head is not None and (moment := datetime.fromisoformat(head[1])) >= since:
                found.append(Seen(moment, head[2], tuple(_trace(lines[1:]))))
    return found


def _text(folder: Path) -> str:
    names = [f"{log.FILE}.{number}" for number in range(4, 0, -1)] + [log.FILE]
    text = ""
    for name in names:
        with contextlib.suppress(OSError), (folder / log.FOLDER / name).open("rb") as source:
            text += source.read(LARGEST).decode("utf-8", errors="replace")
    return text


def _entries(text: str) -> Iterator[list[str]]:
    entry: list[str] = []
    for line in text.splitlines():
        if _ANY_HEAD.match(line):
            if entry:
                yield entry
            entry = [line]
        elif entry:
            entry.append(line)
    if entry:
        yield entry


def _trace(lines: list[str]) -> Iterator[str]:
    """Places, and a class where a place follows it: a word alone may be anything."""
    for line, after in zip(lines, [*lines[1:], ""], strict=True):
        if _PLACE.fullmatch(line) or (_CLASS.fullmatch(line) and _PLACE.fullmatch(after)):
            yield line
