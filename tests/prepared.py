"""Administrations that take long to make: made once in a run, for all its processes, and copied by whoever needs one.

A new administration goes through every version of its tables; that takes many times longer than opening a copy.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QLockFile

WORKER = "PYTEST_XDIST_WORKER"
"""What pytest-xdist calls the process in which a part of the tests runs."""


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """The data folder of this name that `make` fills, by the first process of this run that asks for it.

    It is only to be copied: other processes copy it at the same time.
    """
    own = factory.getbasetemp()
    shared = (own.parent if WORKER in os.environ else own) / "klaar"
    shared.mkdir(exist_ok=True)
    folder = shared / name
    lock = QLockFile(str(shared / f"{name}.slot"))
    lock.setStaleLockTime(0)  # only of a process that is gone: making may take long
    assert lock.lock(), f"{name}: {lock.error()}"
    try:
        if not folder.exists():
            unfinished = shared / f"{name}-{os.getpid()}"
            shutil.rmtree(unfinished, ignore_errors=True)
            make(unfinished)
            unfinished.rename(folder)
    finally:
        lock.unlock()
    return folder
