"""The processes that test_restore_kill.py and test_backup_kill.py kill: restoring, or copying and thinning, for ever."""

from __future__ import annotations

import os
import shutil
import signal
from multiprocessing.connection import Connection
from pathlib import Path

from sqlalchemy.orm import configure_mappers

from huurdersapp.base import jobs
from huurdersapp.store import backup, copies, restore, swap, tidying
from tests.store import proef

configure_mappers()  # once, before the forks


def die() -> None:
    """At once, without any chance to clear away."""
    os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))


def main(folder: Path, copy: Path, key: str, at: int | None, pipe: Connection, in_two_steps: bool) -> None:
    """Restore once and die at the step with number `at`, or (None) restore for ever; tells when it begins.

    `in_two_steps` changes the stores without the marker that says which one counts.
    """
    if in_two_steps:
        swap.change = changed_without_marker
    count = 0

    def reached(step: str) -> None:
        nonlocal count
        count += 1
        if count == at:
            die()

    restore.reached = swap.reached = reached
    pipe.send("begin")
    while True:
        jobs.run(restore.restore(folder, copy, key, specs=proef.SPECS))
        if at is not None:
            pipe.send("end")
            return


def changed_without_marker(folder: Path, aside: Path) -> None:
    """The present files away, then the new ones: nobody knows half way which count."""
    for name in (swap.STORE, swap.KEY):
        (folder / name).replace(aside / name)
        swap.reached(name)
    for name in (swap.STORE, swap.KEY):
        (folder / swap.READY / name).replace(folder / name)
        swap.reached(name)


def copying(folder: Path, pipe: Connection, careless: bool) -> None:
    """Copies for ever, of which only what must stay stays; `careless` writes each where it counts, note first."""
    with proef.opened(folder) as store:
        pipe.send("begin")
        number = 0
        while True:
            number += 1
            if careless:
                newest = copies.every(folder)[0]
                place = newest.path.with_name(f"2019-03-05-120000-slordig-{number}")
                place.mkdir(exist_ok=True)
                shutil.copyfile(newest.path / copies.NOTE, place / copies.NOTE)
                content = (newest.path / copies.STORE).read_bytes()
                with (place / copies.STORE).open("wb") as file:
                    for start in range(0, len(content), 65_536):
                        file.write(content[start : start + 65_536])
                        file.flush()
            else:
                proef.add(store)
                backup.make(store.path, store.key, "tussendoor")
                tidying.tidy(folder, months=12, cap=1)
