"""Faults of ours that nobody caught: told in a window instead of being lost in a slot or a thread."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from types import TracebackType
from typing import Any

from PySide6.QtWidgets import QApplication

from huurdersapp.base import log


class caught:  # noqa: N801 - used as a function
    """While its block runs, faults of ours that nobody caught, in slots and in threads, go to `tell` as well as to the
    log."""

    def __init__(self, tell: Callable[[BaseException], object]) -> None:
        self._tell = tell

    def __enter__(self) -> None:
        self._before = sys.excepthook, threading.excepthook
        sys.excepthook = self._hear
        threading.excepthook = self._hear_thread

    def __exit__(self, *ended: object) -> None:
        sys.excepthook, threading.excepthook = self._before

    def _hear(
        self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None = None
    ) -> None:
        if isinstance(fault, (KeyboardInterrupt, SystemExit)):
            QApplication.quit()
            return
        log.LOGGER.error("Fout in het programma", exc_info=fault)
        self._tell(fault)

    def _hear_thread(self, told: Any) -> None:
        if told.exc_value is not None:
            self._hear(told.exc_type, told.exc_value)
