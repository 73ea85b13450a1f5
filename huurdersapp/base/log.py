"""The log: what the program did and where it failed, without names, addresses or typed text.

Only fixed sentences, kinds and numbers are logged, and of an exception only its class and the places in
the code: its message may quote what somebody typed.
"""

from __future__ import annotations

import logging
import traceback
from pathlib import Path
from types import TracebackType

LOGGER = logging.getLogger("huurdersapp")
LOGGER.addHandler(logging.NullHandler())  # else Python tells on the terminal what no log file takes
FOLDER = "log"
FILE = "huurdersapp.log"


class _Formatter(logging.Formatter):
    def formatException(  # noqa: N802 - the name is logging's
        self, ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
    ) -> str:
        return "\n".join(trace(ei[1])) if ei[1] is not None else ""


def trace(fault: BaseException) -> list[str]:
    """Class and places of an exception and its causes, without any value."""
    lines: list[str] = []
    current: BaseException | None = fault
    while current is not None:
        lines.append(type(current).__name__)
        frames = traceback.extract_tb(current.__traceback__)
        lines += [f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
        current = current.__cause__ or (None if current.__suppress_context__ else current.__context__)
    return lines


def start(folder: Path) -> None:
    """Log into `folder`/log, at most five files of 1 MB; a place that cannot be written is no reason to stop."""
    from huurdersapp.base.log_file import LogFile

    stop()
    try:
        (folder / FOLDER).mkdir(parents=True, exist_ok=True)
        handler = LogFile(
            folder / FOLDER / FILE,
            maxBytes=1_000_000,
            backupCount=4,
            encoding="utf-8",
            delay=True,
        )
    except OSError:
        return
    handler.setFormatter(_Formatter("%(asctime)s %(levelname)s %(message)s"))
    LOGGER.addHandler(handler)
    LOGGER.setLevel(logging.INFO)


def stop() -> None:
    """Close the log files (before a folder is moved, and between tests)."""
    for handler in list(LOGGER.handlers):
        if isinstance(handler, logging.FileHandler):
            LOGGER.removeHandler(handler)
            handler.close()
