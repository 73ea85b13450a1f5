"""Copies of the store: made while it is open, encrypted with the same key, read back before they count."""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from huurdersapp.base import clock, files
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.store import copies, damage, keys
from huurdersapp.store.copies import FOLDER, Copy, Note, every
from huurdersapp.store.driver import FILE, DatabaseError, connect, make_copy

__all__ = ["FOLDER", "Copy", "every", "make", "same_as_last"]
_PIECE = 1024 * 1024
_one_at_a_time = threading.RLock()
"""Within this program; whoever makes a copy holds the folder, so that no other program is at it."""


def make(path: Path, key: str, why: str, *, home: Path | None = None) -> Path:
    """Copy the store at `path` into the folder of copies (or `home`), with the key file beside it; gives its folder.

    The copy is written under another name, read back whole, compared with the rows of that moment, and only then gets
    its name. `why` is part of that name ("voor-bijwerken"). Raises UserError when it cannot be made or is not good, and
    for a store that was found damaged: of that no copy is made until a good one came in its place.
    """
    home = home or path.parent / FOLDER
    if damage.marked(path.parent) is not None:
        raise UserError(
            _("Er is geen reservekopie gemaakt, omdat de administratie beschadigd is."),
            _("Zet eerst een goede reservekopie terug."),
        )
    moment = clock.now()
    name = f"{moment.astimezone():%Y-%m-%d-%H%M%S}-{why}"
    part = home / f".{name}.deel"
    with _one_at_a_time:
        try:
            _sweep(home)
            part.mkdir(parents=True)
            rows, head = _copy(path, part / FILE, key)
            files.write(part / keys.FILE, (path.parent / keys.FILE).read_bytes(), private=True)
            _describe(part, Note(moment, why, 0, True, *head, rijen=rows))
            files.sync_folder(part)
            whole = copies.free_name(home / name)
            part.replace(whole)
            files.sync_folder(home)
        except DatabaseError as fault:
            raise not_made(fault, home / name) from fault
        except OSError as fault:
            raise files.not_writable(home / name, fault) from fault
        finally:
            with contextlib.suppress(OSError):
                shutil.rmtree(part)
    return whole


def not_made(fault: Exception, wanted: Path) -> UserError:
    """The sentence for a copy that the driver could not make or found not good."""
    if getattr(fault, "sqlite_errorcode", 0) & 0xFF == _FULL or "disk is full" in str(fault):
        return UserError(
            _("De schijf is vol. Er is geen reservekopie gemaakt."),
            _("Maak ruimte vrij en probeer het opnieuw."),
        )
    return UserError(
        _("De reservekopie is niet gelukt. Er is niets gewijzigd."),
        _("Kijk of de schijf ruimte heeft en of het bestand heel is."),
    )


_FULL = 13
"""SQLITE_FULL of sqlite.org/rescode.html."""


def same_as_last(folder: Path, head: tuple[str, int]) -> Copy | None:
    """A good copy since which nothing was written: `head` is the laptop and number of the last step now."""
    return next((copy for copy in every(folder) if copy.verified and copy.head == head), None)


def _sweep(home: Path) -> None:
    """Clear away what a copy left that was killed half way; whoever makes one holds the folder, so nobody is at it."""
    for part in home.glob(".*.deel"):
        shutil.rmtree(part, ignore_errors=True)


def _copy(path: Path, target: Path, key: str) -> tuple[dict[str, int], tuple[str, int]]:
    """Write the copy and read it back; gives its rows by table and the end of its journal."""
    with contextlib.closing(connect(path, key)) as source:
        if not is_whole(source):
            raise DatabaseError("the store is not whole")
        source.execute("BEGIN")  # counts and copy see one moment
        rows, head = counted(source), head_of(source)
        with contextlib.closing(make_copy(target, key)) as copy:
            source.backup(copy)
        source.execute("ROLLBACK")
    with contextlib.closing(connect(target, key)) as check:
        if faults_of(check) or counted(check) != rows:
            raise DatabaseError("the copy is not good")
        check.execute("PRAGMA journal_mode=DELETE")
    with target.open("rb+") as file:
        os.fsync(file.fileno())
    return rows, head


def is_whole(source: Any) -> bool:
    """Whether each page of a store can be read, before it is copied: one that cannot comes into the copy as zeros, without a
    word, and the copy is well for whoever looks at that alone.

    Looked at twice before it says no: another thread may just be writing a page.
    """
    for _turn in range(2):
        source.execute("PRAGMA wal_checkpoint(PASSIVE)")  # what is in the log stands in the file then
        if not source.execute("PRAGMA cipher_integrity_check").fetchall():
            return True
    return False


def faults_of(connection: Any) -> list[str]:
    """What is wrong with the pages of a store, as SQLCipher and SQLite say it."""
    return [
        str(row[0])
        for pragma in ("cipher_integrity_check", "quick_check")
        for row in connection.execute(f"PRAGMA {pragma}").fetchall()
        if row[0] != "ok"
    ]


def counted(connection: Any) -> dict[str, int]:
    """The number of rows of every table, those of the search index too."""
    names = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' "
        "AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name"
    ).fetchall()
    return {
        name: int(connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]) for (name,) in names
    }


def head_of(connection: Any) -> tuple[str, int]:
    """The laptop of this store and the number of its last step; nothing and 0 for a store that has no laptop yet."""
    try:
        row = connection.execute(
            "SELECT d.device, v.seq FROM journal_device d JOIN journal_vector v ON v.device = d.device WHERE d.own = 1"
        ).fetchone()
    except DatabaseError:
        return "", 0
    return (row[0], row[1]) if row else ("", 0)


def readable(path: Path, key: str) -> bool:
    """Whether this key opens the store, and it has the name of a laptop."""
    try:
        with contextlib.closing(connect(path, key)) as connection:
            return bool(head_of(connection)[0])
    except DatabaseError:
        return False


def _describe(part: Path, note: Note) -> None:
    store = part / FILE
    copies.write_note(
        part, msgspec.structs.replace(note, bytes=store.stat().st_size, sha256=digest_of(store))
    )


def digest_of(path: Path, *, fresh: bool = False) -> str:
    """The SHA-256 of a file that lies still; `fresh`: read from the disk itself, as far as the system can be told so."""
    digest = hashlib.sha256()
    for piece in pieces(path, fresh=fresh):
        digest.update(piece)
    return digest.hexdigest()


def pieces(path: Path, *, fresh: bool = False) -> Iterator[bytes]:
    """A file that lies still, a megabyte at a time; never the store that is open (its locks would drop)."""
    forget: Callable[..., None] | None = getattr(os, "posix_fadvise", None)
    with path.open("rb") as file:
        if fresh and forget is not None:
            forget(file.fileno(), 0, 0, getattr(os, "POSIX_FADV_DONTNEED", 4))
        while piece := file.read(_PIECE):
            yield piece
