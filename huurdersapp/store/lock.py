"""One program at a time on a data folder: a lock of the operating system, which dies with its process."""

from __future__ import annotations

import contextlib
import getpass
import os
import platform
import sys
from pathlib import Path

import msgspec
from filelock import FileLock, Timeout

from huurdersapp.base import clock, files
from huurdersapp.base.errors import UserError
from huurdersapp.base.formats import moment
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.paths import HOLDER

LOCK = "huurdersapp.slot"


class Holder(msgspec.Struct):
    """Who has the folder open: a note for people; only the lock itself decides."""

    naam: str
    computer: str
    proces: int
    sinds: str


class FolderLock:
    """The lock of a data folder, held from `acquire` to `release` or the end of the process."""

    def __init__(self, folder: Path) -> None:
        self._note = folder / HOLDER
        # No fallback: a lock that is only a file would stay behind after a kill, and lock the folder for good.
        self._lock = FileLock(
            folder / LOCK, timeout=0, thread_local=False, is_singleton=False, fallback_to_soft=False
        )

    def acquire(self) -> None:
        """Take the lock; raises UserError naming who has it."""
        try:
            self._lock.acquire()
        except Timeout as fault:
            raise self.refusal() from fault
        except OSError as fault:
            if fault.errno in files.READ_ONLY:
                raise files.read_only(self._note.parent) from fault
            raise files.not_writable(self._note, fault) from fault
        holder = Holder(_user(), platform.node(), os.getpid(), moment(clock.now()))
        # Only a note: on a full disk people must still be able to open, read and print.
        with contextlib.suppress(UserError):
            files.write(self._note, msgspec.json.encode(holder))

    def refusal(self) -> UserError:
        """The sentence for a folder that somebody else has."""
        return UserError(
            _("Deze administratie is al geopend door {who}."), _("Sluit haar daar eerst."), who=self._who()
        )

    def is_held(self) -> bool:
        """Whether another program, or another `FolderLock`, has the folder now; takes no note, makes no file and never
        raises."""
        if not Path(self._lock.lock_file).exists():
            return False
        try:
            with self._lock:
                return False
        except Timeout:
            return True
        except OSError:
            return False

    def release(self) -> None:
        """Give the folder free."""
        if self._lock.is_locked:
            with contextlib.suppress(OSError):
                self._note.unlink(missing_ok=True)
            self._lock.release()

    def _who(self) -> str:
        try:
            holder = msgspec.json.decode(self._note.read_bytes(), type=Holder)
        except (OSError, msgspec.DecodeError):
            return _("een ander programma")
        return _("{name} op computer {computer}, sinds {since}").format(
            name=holder.naam, computer=holder.computer, since=holder.sinds
        )


class LookLock:
    """Keeps writers away from a folder that is looked at, without writing anything in it; several may look.

    Where there is no lock file nobody ever had the folder open to write, as in a copy.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._handle: int | None = None

    def acquire(self) -> None:
        """Raises UserError naming who has the folder open to write."""
        try:
            handle = os.open(self._folder / LOCK, os.O_RDONLY)
        except OSError:
            return  # there is none, or it is not for us to read: then nobody can be asked
        if not _share(handle):
            os.close(handle)
            raise FolderLock(self._folder).refusal()
        self._handle = handle

    def release(self) -> None:
        """Let writers in again."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


if sys.platform == "win32":
    import msvcrt

    def _share(handle: int) -> bool:
        """Windows knows no shared lock here: the second who looks is told that the folder is taken."""
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _share(handle: int) -> bool:
        """A lock beside those of others who look; False where somebody has it to write."""
        try:
            fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return True  # a file system without locks: nobody can have one
        return True


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return _("een onbekende gebruiker")
