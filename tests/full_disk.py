"""Disks that are nearly full: a small one of their own where one may mount, else what SQLite itself says."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import event

from huurdersapp.store.store import Store


def mounted(folder: Path, *options: str) -> bool:
    """Whether this user may mount here (only the super-user of some machines may)."""
    if os.name != "posix" or os.geteuid() != 0 or shutil.which("mount") is None:
        return False
    return subprocess.run(["mount", *options, str(folder)], capture_output=True, check=False).returncode == 0


@contextmanager
def small_disk(folder: Path) -> Iterator[Path | None]:
    """A disk of 12 MB of its own, or None where none can be had."""
    folder.mkdir()
    if not mounted(folder, "-t", "tmpfs", "-o", "size=12m", "tmpfs"):
        yield None
        return
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def fill(disk: Path, left: int) -> Path:
    """A file that leaves so many bytes of the disk."""
    ballast = disk / "ballast"
    with ballast.open("wb") as file:
        file.write(bytes(max(shutil.disk_usage(disk).free - left, 0)))
    return ballast


def limit(store: Store, pages: int | None) -> None:
    """Where no disk can be made: let SQLite itself say that it is full, with the same code, once so many pages are added;
    None takes it away again."""
    with contextlib.closing(store.engine.raw_connection()) as driver:
        connection: Any = driver.driver_connection
        now = connection.execute("PRAGMA page_count").fetchone()[0]
    most = now + pages if pages is not None else 1_073_741_823

    def obey(driver: Any, record: object, proxy: object) -> None:
        driver.execute(f"PRAGMA max_page_count={most}")

    event.listen(store.engine, "checkout", obey)
