"""Folders and files that may only be read, and what a folder holds, to see that nothing changed."""

from __future__ import annotations

import hashlib
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.full_disk import mounted

KINDS = ("bestand", "map", "beide", "schijf")
"""The store's file may only be read, its folder, both, or the whole disk (where one may mount)."""


@contextmanager
def read_only(folder: Path, kind: str) -> Iterator[None]:
    """The folder of a store may only be read, in one of the `KINDS`.

    A mark that nobody may write is believed, so that the super-user, who may write everywhere, sees it too.
    """
    if kind == "schijf" and mounted(folder, "--bind", str(folder)):
        try:
            subprocess.run(["mount", "-o", "remount,ro,bind", str(folder)], check=True)
            yield
        finally:
            subprocess.run(["umount", str(folder)], check=True)
        return
    file = folder / "huurdersapp.store"
    if kind in ("bestand", "beide", "schijf"):
        file.chmod(0o400)
    if kind in ("map", "beide", "schijf"):
        folder.chmod(0o500)
    try:
        yield
    finally:
        folder.chmod(0o700)
        file.chmod(0o600)


def state(folder: Path) -> dict[str, tuple[int, int, str]]:
    """Each file and folder in it, and it itself: how it may be used, when it was changed, and what is in it."""
    found = {}
    for path in (folder, *sorted(folder.rglob("*"))):
        known = path.stat()
        content = hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
        found[str(path.relative_to(folder))] = (known.st_mode, known.st_mtime_ns, content)
    return found
