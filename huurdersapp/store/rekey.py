"""A new key for the whole store, such that a program that is killed at any point leaves the old one or the new one.

The store is written again beside the old one, under the new key, and read back whole. Then the new key file takes the
place of the old one, in one move: that is the moment on which all turns. It says that the store still lies under its
other name (`KeyFile.nieuw`), so that whoever opens next can bring it to its place: `settle`. Before that moment what lies
beside is waste, and `settle` clears it away.

What the old key opens must go from the laptop too: copies, and stores that were kept aside. That is `tidy`, which first
makes a copy under the new key; a note beside the key file keeps it due until it is done.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from huurdersapp.base import files, paths
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.jobs import Job, Progress
from huurdersapp.base.log import LOGGER
from huurdersapp.store import attempts, backup, copies, driver, keys, looking, swap
from huurdersapp.store.connection import damaged, people_errors

NEW = f"{driver.FILE}.nieuw"
DUE = "sleutel.opruimen"
"""The note that copies under an earlier key are still there; holds the mark of the new key."""
WHY = "nieuwe-sleutel"
_IN_USE = 3600
"""Seconds after which a private copy is no longer of a program that runs."""
_BESIDE = ("-wal", "-shm", "-journal")


class _Due(msgspec.Struct):
    merk: str


def reached(step: str) -> None:
    """A place between two steps of which each leaves something on disk: where tests end the program."""


def renew(folder: Path, old: str, new: str, content: keys.KeyFile) -> Job[None]:
    """Bring the closed store of a folder from its old key to a new one, and put `content` (the slots of the new one) in
    place of the key file. For whoever holds the folder's lock.

    Until the last yield everything can be stopped, and then all is as it was. Raises UserError for a full disk, a folder
    that may not be written and a store that is damaged. From the moment on that the new key counts nothing is raised: what
    cannot be finished now, as where another program has the file open, is for the next `settle`.
    """
    path, made = folder / driver.FILE, folder / NEW
    try:
        with people_errors(path):
            yield Progress(0, 3, _("Opnieuw versleutelen"))
            _copy(path, old, made, new)
            reached("written")
            yield Progress(1, 3, _("Nalezen"))
            _compare(path, old, made, new)
            _sync(made)
            reached("read back")
        yield Progress(2, 3, _("Sleutel vervangen"))
        _turn(folder, content)
    except BaseException:
        if not _is_new(folder, content.merk):
            settle(folder)
        raise
    with contextlib.suppress(UserError):
        settle(folder)


def _turn(folder: Path, content: keys.KeyFile) -> None:
    """From the old key to the new one, in the one move of the key file."""
    files.write(folder / DUE, msgspec.json.encode(_Due(content.merk)), private=True)
    reached("told what is due")
    content.in_gebruik = content.nieuw = True
    keys.write(folder, content)
    reached("key in place")


def settle(folder: Path) -> None:
    """Finish a change of key that was cut off, or clear away what it left; for whoever holds the folder's lock.

    Does nothing more where the key file cannot be read: then nobody knows which of the stores is the right one.
    """
    files.clear_parts(folder / keys.FILE)
    try:
        content = keys.content(folder)
    except UserError:
        return
    path, made = folder / driver.FILE, folder / NEW
    try:
        if not content.nieuw:
            _clear(folder, content)
            return
        if made.exists():
            # The log of the old store first: beside the new one it would be taken for its own.
            _drop(path, whole=False)
            reached("old log gone")
            made.replace(path)
            files.sync_folder(folder)
            reached("store in place")
        _drop(made)
    except OSError as fault:
        raise files.not_writable(path, fault) from fault
    content.nieuw = False
    keys.write(folder, content)
    reached("settled")


def standing(folder: Path) -> Path:
    """The file that the present key opens, for whoever may not write here: after a change of key that was cut off the store
    still lies under its other name. Raises UserError for a key file that cannot be read."""
    made = folder / NEW
    return made if keys.content(folder).nieuw and made.exists() else folder / driver.FILE


def _clear(folder: Path, content: keys.KeyFile) -> None:
    _drop(folder / NEW)
    for name in (keys.FILE, DUE, attempts.FILE, paths.HOLDER):
        for part in folder.glob(f".{name}.*.deel"):
            part.unlink(missing_ok=True)
    if (folder / DUE).exists() and not _is_due(folder, content):
        (folder / DUE).unlink(missing_ok=True)


def tidy(folder: Path, key: str) -> tuple[str, ...]:
    """Make a good copy under the present key and take away what an earlier one opens, where that is due; gives the names
    of what went. For whoever holds the lock, after `settle`.

    Raises UserError when the copy cannot be made: then nothing is taken away and it stays due.
    """
    content = keys.content(folder)
    if not _is_due(folder, content):
        return ()
    if not any(copy for copy in _copies(folder) if _mark(copy) == content.merk):
        backup.make(folder / driver.FILE, key, WHY)
    reached("copied")
    gone = []
    for old in list(olds(folder)):
        if _remove(old) and folder in old.parents:
            gone.append(old.name)
        reached("one gone")
    (folder / DUE).unlink(missing_ok=True)
    return tuple(gone)


def tidy_at_opening(folder: Path, key: str) -> None:
    """The same for a store that is being opened, where a program was killed: what does not work out now stays due."""
    try:
        tidy(folder, key)
    except UserError:
        LOGGER.info("Copies under an earlier key are still there")


def olds(folder: Path) -> Iterator[Path]:
    """Everything in a data folder that the present key does not open: copies, and stores that were kept aside."""
    mark = keys.content(folder).merk
    for copy in _copies(folder):
        if _mark(copy) != mark:
            yield copy
    if (folder / swap.READY).is_dir() and not swap.pending(folder):
        yield folder / swap.READY
    yield from _left_behind()
    own = {driver.FILE, *(driver.FILE + end for end in _BESIDE)}
    for path in folder.glob(f"{driver.FILE}*"):
        if path.name not in own and not path.name.startswith(NEW):
            yield path


def _left_behind() -> Iterator[Path]:
    """Private copies of a program that was killed while somebody only looked; a fresh one may be in use."""
    for path in Path(tempfile.gettempdir()).glob(f"{looking.PRIVATE}*"):
        with contextlib.suppress(OSError):
            if time.time() - path.stat().st_mtime > _IN_USE:
                yield path


def _copies(folder: Path) -> Iterator[Path]:
    for home in (copies.FOLDER, copies.KEPT):
        with contextlib.suppress(FileNotFoundError, NotADirectoryError):
            for copy in sorted((folder / home).iterdir()):
                if copy.is_dir() and not copy.is_symlink() and any(copy.glob(f"{driver.FILE}*")):
                    yield copy


def _mark(copy: Path) -> str | None:
    """The mark of the key of a copy; None for one whose key nobody can tell."""
    try:
        content = keys.content(copy)
    except UserError:
        return None
    return content.merk if content.open_key() is None else None


def _remove(path: Path) -> bool:
    """Whether it is gone; what lies outside the data folder may be of somebody else."""
    try:
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
    except OSError as fault:
        if path.name.startswith(looking.PRIVATE):
            return False
        raise UserError(
            _("{path} is niet verwijderd. Dit bestand is nog met de oude sleutel te lezen."),
            _("Sluit het bestand als het open staat in een ander programma, en verwijder het zelf."),
            path=path,
        ) from fault
    return True


def _is_new(folder: Path, mark: str) -> bool:
    try:
        return keys.content(folder).merk == mark
    except UserError:
        return True  # nobody knows: then nothing is cleared away


def _is_due(folder: Path, content: keys.KeyFile) -> bool:
    try:
        due = msgspec.json.decode((folder / DUE).read_bytes(), type=_Due)
    except (OSError, msgspec.DecodeError):
        return False
    return due.merk == content.merk


def _copy(path: Path, old: str, made: Path, new: str) -> None:
    _drop(made)
    with contextlib.closing(driver.connect(path, old)) as source:
        source.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if not backup.is_whole(source):
            raise damaged(path)
        with contextlib.closing(driver.make_copy(made, new)) as copy:
            source.backup(copy)
    if os.name == "posix":
        made.chmod(path.stat().st_mode & 0o777)


def _compare(path: Path, old: str, made: Path, new: str) -> None:
    with (
        contextlib.closing(driver.connect(path, old)) as source,
        contextlib.closing(driver.connect(made, new)) as copy,
    ):
        for pragma in ("cipher_integrity_check", "quick_check"):
            if [row for row in copy.execute(f"PRAGMA {pragma}").fetchall() if row[0] != "ok"]:
                raise damaged(path)
        if _counts(source) != _counts(copy):
            raise damaged(path)
        copy.execute("PRAGMA journal_mode=DELETE")


def _counts(connection: Any) -> dict[str, int]:
    names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    return {
        name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in sorted(names)
    }


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
    files.sync_folder(path.parent)


def _drop(path: Path, *, whole: bool = True) -> None:
    """The file with what SQLite keeps beside it, or only that."""
    for end in ("", *_BESIDE) if whole else _BESIDE:
        path.with_name(path.name + end).unlink(missing_ok=True)
