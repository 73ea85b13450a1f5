"""Stores with a password for tests, made at a cost that takes no time, and the process that test_rekey.py kills."""

from __future__ import annotations

import contextlib
import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from pathlib import Path

import pytest
from sqlalchemy.orm import configure_mappers

from huurdersapp.base import jobs
from huurdersapp.store import driver, keys, rekey, securing, slots
from huurdersapp.store.lock import FolderLock

configure_mappers()  # once, before the forks
PASSWORD, OTHER = "kwelder tuba penseel", "loslaten lijster prei"
CHEAP = slots.Cost(8, 1, 1)
"""One round over a few KiB, instead of a tenth of a second."""


@pytest.fixture
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """New slots cost nothing."""
    monkeypatch.setattr(slots, "COST", CHEAP)


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """The lock of a folder, with what a killed program left put right."""
    lock = FolderLock(folder)
    lock.acquire()
    try:
        rekey.settle(folder)
        yield
    finally:
        lock.release()


def first(folder: Path, password: str = PASSWORD) -> tuple[str, str]:
    """Give a closed store its first password; gives the recovery code and the key."""
    with held(folder):
        code = jobs.run(securing.first(folder, password))
        key = keys.unlock(folder, password)
        rekey.tidy(folder, key)
    return code, key


def opens(folder: Path, key: str) -> list[str]:
    """The files in a folder that open with a key."""
    found = []
    for path in folder.rglob("*"):
        if path.is_file() and path.stat().st_size >= 1024:
            with contextlib.suppress(driver.DatabaseError), contextlib.closing(driver.look(path, key)) as db:
                db.execute("SELECT count(*) FROM sqlite_master").fetchone()
                found.append(path.relative_to(folder).as_posix())
    return found


def main(what: str, folder: Path, secret: str, new: str, end: str, wrong: bool, mouth: Connection) -> None:
    """Do it, and die where `end` says; `wrong` turns in the order that loses a store."""
    slots.COST = CHEAP
    steps = []

    def reached(step: str) -> None:
        steps.append(step)
        if f"{step} {steps.count(step)}" == end:
            os.kill(os.getpid(), signal.SIGKILL)

    rekey.reached = reached
    if wrong:
        rekey._turn = _wrong_turn
    mouth.send("begun")
    with held(folder):
        if what == "first":
            jobs.run(securing.first(folder, new))
            rekey.tidy(folder, keys.unlock(folder, new))
        elif what == "new key":
            jobs.run(securing.new_key(folder, secret))
            rekey.tidy(folder, keys.unlock(folder, secret))
        else:
            securing.change(folder, secret, new)
    mouth.send(steps)


def _wrong_turn(folder: Path, content: keys.KeyFile) -> None:
    """The store first, and then the key that opens it."""
    (folder / rekey.NEW).replace(folder / driver.FILE)
    rekey.reached("store in place")
    keys.write(folder, content)
