"""The process that test_move.py kills: moves an administration, and stops at the step that was asked for."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from huurdersapp.base import jobs
from huurdersapp.store import move

STEPS = (
    "copied a file",
    "read back",
    "made ready",
    "marked",
    "in place",
    "told",
    "old log aside",
    "old store aside",
)


def main(folder: Path, to: Path, until: str, forgetful: bool) -> None:
    """Move, and be killed at `until`; `forgetful` leaves no note in the old folder before the new one is there."""

    def reached(step: str) -> None:
        if step == until:
            os.kill(os.getpid(), signal.SIGKILL if sys.platform != "win32" else signal.SIGTERM)

    move.reached = reached
    if forgetful:
        move._marked = lambda folder, to, sign: True
    jobs.run(move.move(folder, to))
