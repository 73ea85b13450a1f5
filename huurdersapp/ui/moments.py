"""Moments of the start, told to who measures from outside, and how long the window did not answer meanwhile."""

from __future__ import annotations

import os
import time
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from huurdersapp.base import log

VARIABLE = "HUURDERSAPP_MEET"
"""Names the file that gets a line for each moment: its name, and nanoseconds of the monotonic clock of the system."""
FIRST_PAINT, ROWS, READY = "venster", "rijen", "klaar"
BLOCK = "stilstand"
"""The longest block, in milliseconds."""
_BEAT = 5
"""Milliseconds between two looks at the clock."""


def tell(moment: str) -> None:
    """Write a moment down, when somebody asked for it."""
    _write(moment, time.monotonic_ns())


def _write(name: str, figure: int) -> None:
    if asked := os.environ.get(VARIABLE):
        with Path(asked).open("a", encoding="ascii") as file:
            file.write(f"{name} {figure}\n")


class Pulse(QObject):
    """Measures the longest time that the event loop did not come round, from `begin` to `end`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setInterval(_BEAT)
        self._timer.timeout.connect(self._beat)
        self._last, self._longest = 0.0, 0.0

    def begin(self) -> None:
        """Start measuring."""
        self._last = time.monotonic()
        self._timer.start()

    def _beat(self) -> None:
        now = time.monotonic()
        self._longest = max(self._longest, now - self._last)
        self._last = now

    def end(self) -> int:
        """Stop, log the longest block in milliseconds, and give it."""
        self._beat()
        self._timer.stop()
        block = round(self._longest * 1000)
        log.LOGGER.info("Het venster stond bij de start hoogstens %s ms stil", block)
        _write(BLOCK, block)
        return block
