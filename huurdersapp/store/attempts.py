"""How long to wait after wrong passwords: kept beside the key file, so that starting again does not help.

Only a count and a moment stand in the file. It slows down somebody at the keyboard; whoever took the files along is
slowed down by the cost of each guess (`slots.COST`).
"""

from __future__ import annotations

import contextlib
from datetime import UTC, datetime
from math import ceil
from pathlib import Path

import msgspec

from huurdersapp.base import clock, files
from huurdersapp.base.errors import UserError

FILE = "sleutel.pogingen"
FREE = 5
"""Wrong ones before the first wait."""
FIRST, LONGEST = 5, 60
"""Seconds of the first wait, doubled each time, and of the longest."""


class _Attempts(msgspec.Struct):
    mis: int = 0
    op: str = ""


def wait(folder: Path, *, trace: bool = True) -> int:
    """Seconds before the next try counts; 0 when one may try at once.

    A clock that was set back begins the wait again: it neither ends it nor makes it longer. Without `trace`, or where
    nothing can be written, it ends it: else it would never end.
    """
    found = _read(folder)
    needed = _pause(found.mis)
    if not needed:
        return 0
    try:
        gone = (clock.now() - datetime.fromisoformat(found.op).astimezone(UTC)).total_seconds()
    except (ValueError, OverflowError):
        gone = -1.0
    if gone < 0:
        if trace:
            _write(folder, found.mis)
        return 0 if _read(folder) == found else needed
    return max(0, ceil(needed - gone))


def missed(folder: Path) -> int:
    """Remember one wrong try; gives the seconds to wait now."""
    count = _read(folder).mis + 1
    _write(folder, count)
    return _pause(count)


def forget(folder: Path) -> None:
    """The right one was given."""
    with contextlib.suppress(OSError):
        (folder / FILE).unlink(missing_ok=True)


def _pause(count: int) -> int:
    return 0 if count < FREE else min(LONGEST, FIRST << min(count - FREE, 8))


def _read(folder: Path) -> _Attempts:
    try:
        return msgspec.json.decode((folder / FILE).read_bytes(), type=_Attempts)
    except (OSError, msgspec.DecodeError, RecursionError):
        return _Attempts()


def _write(folder: Path, count: int) -> None:
    # Only a brake: on a full disk or in a folder that may only be read the right password must still open.
    with contextlib.suppress(UserError):
        files.write(
            folder / FILE, msgspec.json.encode(_Attempts(count, clock.now().isoformat())), private=True
        )
