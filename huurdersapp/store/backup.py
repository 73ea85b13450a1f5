"""Copies of the store: made while it is open, encrypted with the same key, read back before they count."""

from __future__ import annotations

import contextlib
import shutil
from pathlib import Path

from huurdersapp.base import clock, files
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.store import keys
from huurdersapp.store.driver import DatabaseError, connect

FOLDER = "reservekopieen"


def make(path: Path, key: str, why: str) -> Path:
    """Copy the store at `path` into the folder of copies, with the key file beside it; gives the copy's folder.

    The copy is written under another name, read back whole and only then gets its name. `why` is part of that
    name ("voor-bijwerken"). Raises UserError when it cannot be made or is not good.
    """
    home = path.parent / FOLDER
    name = f"{clock.now().astimezone():%Y-%m-%d-%H%M%S}-{why}"
    part = home / f".{name}.deel"
    try:
        _sweep(home)
        part.mkdir(parents=True)
        _copy(path, part / path.name, key)
        files.write(part / keys.FILE, (path.parent / keys.FILE).read_bytes(), private=True)
        files.sync_folder(part)
        whole = _free_name(home / name)
        part.replace(whole)
        files.sync_folder(home)
    except DatabaseError as fault:
        raise UserError(
            _("De reservekopie is niet gelukt. Er is niets gewijzigd."),
            _("Kijk of de schijf ruimte heeft en of het bestand heel is."),
        ) from fault
    except OSError as fault:
        raise files.not_writable(home / name, fault) from fault
    finally:
        with contextlib.suppress(OSError):
            shutil.rmtree(part)
    return whole


def _sweep(home: Path) -> None:
    """Clear away what a copy left that was killed half way; whoever makes one holds the folder, so nobody is at it."""
    for part in home.glob(".*.deel"):
        shutil.rmtree(part, ignore_errors=True)


def _copy(path: Path, target: Path, key: str) -> None:
    source, copy = connect(path, key), connect(target, key, create=True)
    try:
        source.backup(copy)
        copy.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        copy.close()
        source.close()
    check = connect(target, key)
    try:
        for pragma in ("cipher_integrity_check", "quick_check"):
            found = [row[0] for row in check.execute(f"PRAGMA {pragma}").fetchall() if row[0] != "ok"]
            if found:
                raise DatabaseError("the copy is not good")
        check.execute("PRAGMA journal_mode=DELETE")
    finally:
        check.close()


def _free_name(wanted: Path) -> Path:
    name, count = wanted, 1
    while name.exists():
        count += 1
        name = wanted.with_name(f"{wanted.name}-{count}")
    return name
