"""One window on a data folder: a second start calls the first one, which comes to the front.

The call is a small file in the data folder; no socket is opened. The lock of the folder says whether somebody is there
to answer, so that a call file that was left behind does no harm. Who answers throws the file away.
"""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QFileSystemWatcher, QObject, Signal

CALL = "huurdersapp.roep"
"""The call file."""
PATIENCE = 5.0
"""Seconds that a second start waits for an answer."""
_PAUSE = 0.05

Answer = Literal["geantwoord", "vrij", "stil"]


class Answering(QObject):
    """Hears the calls of later starts on a folder that this program holds; `called` at each of them."""

    called = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = folder / CALL
        self._watcher = QFileSystemWatcher(self)
        self._watcher.addPath(str(folder))
        self._watcher.directoryChanged.connect(self._look)
        self._take()  # one of before this program had the folder: the window is just opening

    def _look(self) -> None:
        if self._take():
            self.called.emit()

    def _take(self) -> bool:
        try:
            self._file.unlink()
        except OSError:
            return False
        return True

    def close(self) -> None:
        """Hear nothing more."""
        self._watcher.removePaths(self._watcher.directories())


def call(folder: Path, is_open: Callable[[], bool], patience: float = PATIENCE) -> Answer:
    """Call the program that has this folder, and wait for its answer: `geantwoord` when its window comes to the front,
    `vrij` when nobody has the folder (any more), `stil` when somebody does who does not answer."""
    file = folder / CALL
    if not is_open():
        return "vrij"
    try:
        file.write_text(f"{os.getpid()}\n", encoding="ascii")
    except OSError:
        return "stil"
    until = time.monotonic() + patience
    try:
        while time.monotonic() < until:
            if not file.exists():
                return "geantwoord"
            if not is_open():
                return "vrij"
            time.sleep(_PAUSE)
        return "stil"
    finally:
        with contextlib.suppress(OSError):
            file.unlink(missing_ok=True)
