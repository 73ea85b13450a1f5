"""Copies of attachments that somebody looked at in another program: they are not encrypted, so they never stay."""

from __future__ import annotations

import contextlib
import shutil
from pathlib import Path

from huurdersapp.store.lock import FolderLock

COPIES = "bekeken"
"""The folder in a data folder in which they are put."""


def remove(folder: Path) -> None:
    """Take them away, for whoever has the administration open; what another program holds stays until the next time."""
    home = folder / COPIES
    with contextlib.suppress(OSError):
        for path in home.glob("*/*"):
            path.chmod(0o600)  # Windows does not delete what cannot be written
    shutil.rmtree(home, ignore_errors=True)


def remove_left(folder: Path) -> None:
    """Take away what a killed program left, of an administration that is not open: the password need not be known."""
    if not (folder / COPIES).is_dir():
        return
    with contextlib.suppress(OSError):
        if not FolderLock(folder).is_held():
            remove(folder)
