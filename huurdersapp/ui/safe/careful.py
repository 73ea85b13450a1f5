"""Safe mode: after two starts that ended in a crash the program begins with as little as it can."""

from __future__ import annotations

import contextlib
from pathlib import Path

FILE = "huurdersapp.starts"
"""How many starts in a row did not go well; it is gone while all is well."""
MOST = 2
WELL_AFTER = 30_000
"""Milliseconds after which a start counts as one that went well."""


class Starts:
    """Of one data folder. What cannot be read or written counts as a start that went well."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE

    def begin(self) -> bool:
        """A start begins; whether so many before it crashed that it had better be a careful one."""
        before = 0
        with contextlib.suppress(OSError, ValueError):
            before = int(self._path.read_text(encoding="ascii")[:4])
        if self._path.parent.is_dir():
            with contextlib.suppress(OSError):
                self._path.write_text(f"{min(before, 98) + 1}\n", encoding="ascii")
        return before >= MOST

    def well(self) -> None:
        """It went well."""
        with contextlib.suppress(OSError):
            self._path.unlink(missing_ok=True)
