"""Putting a store that was made ready in the place of the present one, so that a kill leaves the old or the new one.

A folder cannot change two files at once. So a small marker is written first; from then on the new store counts, and
whoever opens the folder first brings the moves to their end. Without the marker the old one stands, and what was made
ready is cleared away.
"""

from __future__ import annotations

import contextlib
import shutil
from pathlib import Path

import msgspec

from huurdersapp.base import files
from huurdersapp.base.errors import UserError
from huurdersapp.store.lock import FolderLock

MARKER = "terugzetten.json"
READY = ".terugzetten"
"""The folder in the data folder in which the new store is made ready."""
STORE, KEY = "huurdersapp.store", "sleutel.json"
LOST_NAME = "voor-terugzetten"
BESIDE = (f"{STORE}-wal", f"{STORE}-shm")


class Marker(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """Where the present files go: a folder within `bewaard`."""

    bewaard: str


def reached(step: str) -> None:
    """A place between two steps of which each leaves something on disk: where tests end the program."""


def pending(folder: Path) -> bool:
    """Whether a change of stores was cut off here: `finish` comes before anything else."""
    return (folder / MARKER).exists()


def finish(folder: Path) -> None:
    """Bring a change of stores that was cut off to its end, or clear away what was made ready for one that never began;
    raises UserError when somebody has the folder open."""
    if not pending(folder):
        if (folder / READY).exists():
            with contextlib.suppress(UserError):  # waste is no reason not to open, or to look
                _held(folder)
        return
    _held(folder)


def _held(folder: Path) -> None:
    lock = FolderLock(folder)
    lock.acquire()
    try:
        complete(folder)
    finally:
        lock.release()


def change(folder: Path, aside: Path) -> None:
    """Put what lies in `READY` in the place of the present files, which go to `aside`; the caller holds the folder.

    Raises UserError where that cannot be written; it is finished at the next opening then, or has not begun.
    """
    files.write(folder / MARKER, msgspec.json.encode(Marker(aside.name)))
    reached("marker")
    complete(folder)


def complete(folder: Path) -> None:
    """Do what the marker says, from wherever it was cut off; the caller holds the folder."""
    if not pending(folder):
        shutil.rmtree(folder / READY, ignore_errors=True)
        return
    ready, aside = folder / READY, folder / "bewaard" / _read(folder).bewaard
    try:
        aside.mkdir(parents=True, exist_ok=True)
        if (
            ready / STORE
        ).exists():  # the log belongs to the store that goes, and is gone before the new one is there
            for name in BESIDE:
                _move(folder / name, aside / name)
        for name in (STORE, KEY):
            if (ready / name).exists():
                _move(folder / name, aside / name)
                _move(ready / name, folder / name)
        reached("in place")
        (folder / MARKER).unlink()
        files.sync_folder(folder)
    except OSError as fault:
        raise files.not_writable(folder / STORE, fault) from fault
    shutil.rmtree(ready, ignore_errors=True)


def _move(old: Path, new: Path) -> None:
    if old.exists():
        old.replace(new)
        reached(f"{old.name} moved")
        files.sync_folder(new.parent)
        files.sync_folder(old.parent)


def _read(folder: Path) -> Marker:
    """What the marker says. One that cannot be read still says that the new store counts; only where the present one
    goes is lost with it, and a place of its own does as well."""
    with contextlib.suppress(OSError, msgspec.DecodeError, RecursionError):
        marker = msgspec.json.decode((folder / MARKER).read_bytes(), type=Marker)
        if marker.bewaard == Path(marker.bewaard).name and marker.bewaard.strip("."):
            return marker
    name, count = LOST_NAME, 1
    while (folder / "bewaard" / name).exists():
        count += 1
        name = f"{LOST_NAME}-{count}"
    files.write(
        folder / MARKER, msgspec.json.encode(Marker(name))
    )  # all goes to one place, however often it is cut off
    return Marker(name)
