"""Bringing a whole administration to another folder, such that a program that is killed leaves one whole one to work with.

Everything is copied beside the new place and read back. Then a note in the old folder says where it went, the copy gets
its name, and the old store gets another one, so that nobody opens it by mistake. The note counts only when the new folder
bears the same sign: before that moment the old folder is the administration, after it the new one. Where the old folder
may only be read there can be no note: the new one then goes on under a new name of this laptop, as a copy does.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import secrets
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec

from huurdersapp.base import files, paths
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.jobs import Job, Progress
from huurdersapp.store import driver, keys, place, rekey, swap
from huurdersapp.store.driver import FILE, DatabaseError, connect
from huurdersapp.store.lock import LOCK, FolderLock, LookLock

ASIDE = f"{FILE}.verhuisd"
"""The name that the old store gets."""
NOTE = "Verhuisd.txt"
"""What people find in the old folder."""
_BESIDE = (f"{FILE}-wal", f"{FILE}-shm", f"{FILE}-journal")
_STAY = frozenset({FILE, *_BESIDE, LOCK, paths.HOLDER, paths.MOVED, paths.ORIGIN, NOTE, "huurdersapp.roep"})
_SERVICES = ("._sync_", ".sync_", ".stfolder", ".stignore", ".dropbox", ".csync", ".tmp.drive")
"""What a service that synchronises left behind: it would make the new folder look like the old one."""
_SPARE = 20_000_000
"""Bytes that stay free on the disk to which it goes."""


class Moved(UserError):
    """The administration of `folder` stands in `to` now."""

    def __init__(self, folder: Path, to: Path) -> None:
        super().__init__(
            _("Deze administratie is verhuisd naar {to}."), _("Open haar daar."), folder=folder, to=to
        )
        self.folder, self.to = folder, to


@dataclass(frozen=True, slots=True)
class Result:
    """Where it stands now. `stays`: the old folder could not be marked. `warning`: of a stick, if it is one."""

    to: Path
    stays: bool
    warning: str | None


def reached(step: str) -> None:
    """A place between two steps of which each leaves something on disk: where tests end the program."""


def refuse_moved(folder: Path) -> None:
    """Raise Moved where the administration went elsewhere, once its going is finished; for whoever opens a folder."""
    if (to := paths.moved_to(folder)) is not None:
        with contextlib.suppress(OSError, UserError):
            _put_aside(folder, to)
        raise Moved(folder, to)
    if not (folder / FILE).exists() and (folder / ASIDE).exists():
        to, _sign = paths.told_to(folder)
        if to is not None:  # it cannot be reached from this computer
            raise Moved(folder, to)


def move(folder: Path, to: Path, secret: str | None = None, key: str | None = None) -> Job[Result]:
    """Bring the closed administration of `folder` to the empty or new folder `to`; see the module.

    Raises UserError when somebody has it open, when it cannot stand there, when there is no room, for another password;
    then all is as it was. May be stopped until the last yield.
    """
    refuse_moved(folder)
    to = to.resolve()  # a name of its own, also of `.` and of a link
    _expect_free(folder, to)
    lock = _taken(folder)
    part = to.with_name(f".{to.name}.deel")
    try:
        raw, _slot = keys.opened(folder, secret, key)
        _clear(part)
        yield from _copy(folder, part)
        yield Progress(1, 2, _("Nalezen"))
        _read_back(part, raw)
        sign = secrets.token_hex(16)
        files.write(part / paths.ORIGIN, paths.origin(sign, folder))
        reached("made ready")
        stays = not _marked(folder, to, sign)
        if stays:
            _as_copy(part / FILE, raw)
        files.sync_folder(part)
        with contextlib.suppress(OSError):
            to.rmdir()  # it was there and empty
        part.replace(to)
        files.sync_folder(to.parent)
        reached("in place")
        if not stays:
            with contextlib.suppress(OSError, UserError):
                _put_aside(folder, to)
    except OSError as fault:
        raise files.not_writable(to / FILE, fault) from fault
    finally:
        shutil.rmtree(part, ignore_errors=True)
        if paths.moved_to(folder) is None:
            with contextlib.suppress(OSError):
                (folder / paths.MOVED).unlink(missing_ok=True)
        lock.release()
    return Result(to, stays, place.removable(to))


# -- before ----------------------------------------------------------------------------------------------------------


def _expect_free(folder: Path, to: Path) -> None:
    old, new = folder.resolve(), to.resolve()
    if not (folder / FILE).exists():
        raise UserError(_("Er is nog geen administratie in {folder}."), folder=folder)
    if old == new or new.is_relative_to(old) or old.is_relative_to(new):
        raise UserError(
            _("De nieuwe map mag niet in de oude staan, en de oude niet in de nieuwe."),
            _("Kies een andere map."),
        )
    if (fault := place.unfit(to)) is not None:
        raise fault
    try:
        if to.exists() and any(to.iterdir()):
            raise UserError(
                _("In de map {to} staan al andere bestanden."), _("Kies een lege of een nieuwe map."), to=to
            )
        to.parent.mkdir(parents=True, exist_ok=True)
        free = shutil.disk_usage(to.parent).free
    except OSError as error:
        raise files.not_writable(to, error) from error
    if free < sum(path.stat().st_size for path in _whole(folder)) + _SPARE:
        raise UserError(
            _("Op de schijf van {to} is te weinig ruimte."),
            _("Maak ruimte vrij of kies een andere map."),
            to=to,
        )


def _taken(folder: Path) -> FolderLock | LookLock:
    """The folder for oneself, also where it may only be read; with what was cut off in it finished."""
    swap.finish(folder)
    lock = FolderLock(folder)
    try:
        lock.acquire()
    except files.ReadOnly:
        look = LookLock(folder)
        look.acquire()
        return look
    try:
        swap.complete(folder)
        rekey.settle(folder)
    except BaseException:
        lock.release()
        raise
    return lock


def _whole(folder: Path) -> Iterator[Path]:
    """All files that belong to the administration, its store first."""
    yield folder / FILE
    if driver.log_of(folder / FILE).exists():
        yield driver.log_of(folder / FILE)
    for path in sorted(folder.rglob("*")):
        top = path.relative_to(folder).parts[0]
        if top in _STAY or top.startswith(_SERVICES) or top.endswith(".deel"):
            continue
        if path.is_file() and not path.is_symlink():
            yield path


# -- copying ---------------------------------------------------------------------------------------------------------


def _copy(folder: Path, part: Path) -> Job[None]:
    """Copy and read back everything; the bytes of the store too, which nobody writes while we have the folder."""
    everything = list(_whole(folder))
    for done, path in enumerate(everything):
        yield Progress(done, len(everything) + 1, _("Kopiëren"))
        target = part / path.relative_to(folder)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
        with target.open("rb+") as file:
            os.fsync(file.fileno())
        shutil.copystat(path, target)
        if _print(path) != _print(target):
            raise UserError(
                _("{path} veranderde tijdens het kopiëren. Er is niets verhuisd."),
                _("Zet het synchroniseren even uit en probeer het opnieuw."),
                path=path,
            )
        if done in (0, len(everything) // 2):
            reached("copied a file")


def _print(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _read_back(part: Path, key: str) -> None:
    """Whether the copy opens whole. One that is as damaged as the old store may go: it is mended where it can be
    written, from a copy."""
    path = part / FILE
    with contextlib.suppress(DatabaseError), contextlib.closing(connect(path, key)) as copy:
        copy.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        copy.execute("PRAGMA quick_check").fetchall()
    reached("read back")


def _as_copy(path: Path, key: str) -> None:
    """Let the new store see at its first opening that it is a copy (`laptop.strange`): the old one stays as it is."""
    with contextlib.suppress(DatabaseError), contextlib.closing(connect(path, key)) as copy:
        copy.execute("INSERT OR REPLACE INTO store_meta (key, value) VALUES ('laptop', 'verhuisd')")
        copy.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _clear(part: Path) -> None:
    """What an earlier move left that was killed."""
    if part.exists():
        shutil.rmtree(part)
    part.mkdir(parents=True)


# -- the old folder --------------------------------------------------------------------------------------------------


def _marked(folder: Path, to: Path, sign: str) -> bool:
    """Say in the old folder where it goes; False where nothing can be written there."""
    try:
        note = {"naar": str(to.absolute()), "teken": sign}
        files.write(folder / paths.MOVED, msgspec.json.encode(note))
    except UserError:
        return False
    reached("marked")
    return True


def _put_aside(folder: Path, to: Path) -> None:
    """Give the old store another name, and tell people."""
    path = folder / FILE
    if not path.exists():
        return
    text = _(
        "Uw gegevens zijn verhuisd naar:\n{to}\n\n"
        "Het programma opent ze daar vanzelf. Wat in deze map staat, is van voor de verhuizing.\n"
        "Werkt alles in de nieuwe map? Gooi deze map dan weg, ook bij de dienst die hem synchroniseert.\n"
    )
    files.write(folder / NOTE, text.format(to=to).encode())
    reached("told")
    for name in _BESIDE:  # the log first: it must not lie beside a store of another name for long
        if (old := folder / name).exists():
            old.replace(folder / name.replace(FILE, ASIDE, 1))
    reached("old log aside")
    path.replace(folder / ASIDE)
    files.sync_folder(folder)
    reached("old store aside")
