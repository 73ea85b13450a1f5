"""Stops at every statement of an upgrade: what a program killed there would leave on disk, and a program that is."""

from __future__ import annotations

import hashlib
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from unittest import mock

from huurdersapp.store import driver, keys
from huurdersapp.store.opening import open_store

COPIES = "reservekopieen"


@contextmanager
def listened(hear: Callable[[], object]) -> Iterator[None]:
    """Call `hear` before every statement of every connection, those of the program and of the driver itself."""
    real = driver._opened

    def opened(*how: Any) -> Any:
        connection = real(*how)
        connection.set_trace_callback(lambda _statement: hear())
        return connection

    with mock.patch.object(driver, "_opened", opened):
        yield


@dataclass
class Images:
    """The files of a folder as they were before each statement; equal ones are kept once.

    A killed process leaves what it wrote, synced or not: the system has it. So a copy of the files at that moment is
    what the next start finds. `copied` says of each whether a whole backup was there already.
    """

    folder: Path
    statements: int = 0
    kept: dict[str, dict[str, bytes]] = field(default_factory=dict)
    copied: dict[str, bool] = field(default_factory=dict)
    _seen: tuple[Any, ...] = ()

    def take(self) -> None:
        """One more statement is about to be carried out."""
        self.statements += 1
        store = self.folder / driver.FILE
        files = [path for path in (store, driver.log_of(store), self.folder / keys.FILE) if path.exists()]
        copies = self.folder / COPIES
        whole = copies.is_dir() and any(not path.name.startswith(".") for path in copies.iterdir())
        seen = (whole, *((path.name, path.stat().st_size, path.stat().st_mtime_ns) for path in files))
        if seen == self._seen:
            return
        self._seen = seen
        content = {path.name: path.read_bytes() for path in files}
        digest = hashlib.sha256(repr(sorted(content.items())).encode()).hexdigest()
        self.kept[digest] = content
        self.copied[digest] = whole


def killed_at(folder: Path, statement: int) -> None:
    """Open the store of a folder, and be killed before this statement."""
    count = 0

    def hear() -> None:
        nonlocal count
        count += 1
        if count == statement:
            os.kill(os.getpid(), signal.SIGKILL)

    with listened(hear):
        open_store(folder).close()
