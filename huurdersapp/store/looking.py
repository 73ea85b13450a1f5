"""Opening a store that may only be read, without changing anything of its folder: no lock file, no log, no note.

There are two ways. A file that lies still is read where it is, as SQLite's `immutable`: no locks, no files beside it.
Where that would not show everything, or not safely, it is read from a private copy that is thrown away at the end: where
a log lies beside it (a program was killed: what it said was saved stands in that log), where the store is of an older
version (the copy is brought up, the store is not), and where others may change the file meanwhile (a folder that is
synchronised, a network). The copy is as encrypted as the store.
"""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Engine

from huurdersapp.base import files
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.store import connection as connections
from huurdersapp.store import driver, migrate
from huurdersapp.store.connection import make_engine, people_errors
from huurdersapp.store.lock import LookLock
from huurdersapp.store.place import Misplaced

T = TypeVar("T")
PRIVATE = "huurdersapp-kijk-"
"""How the folder of a private copy begins, among the system's temporary files."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a store is open for reading only, and how that is mended; `misplaced` where it should not stand there."""

    text: str
    hint: str | None = None
    misplaced: Misplaced | None = None

    def refusal(self) -> UserError:
        """The sentence for who wants to change something."""
        command = self.misplaced.command if self.misplaced else None
        return UserError(_("U kunt nu alleen lezen. {reason}"), self.hint, command, reason=self.text)


def asked() -> Reason:
    """Somebody wants to look, and no more."""
    return Reason(
        _("U bekijkt deze gegevens alleen."), _("Open uw gewone administratie om iets te wijzigen.")
    )


def why(path: Path) -> Reason | None:
    """Why the store at `path` may only be read, as far as can be seen without touching anything; None when it may be
    written."""
    folder = path.parent
    if _is_read_only_disk(folder):
        return Reason(
            _("De schijf met uw gegevens is alleen te lezen."),
            _("Kijk of de schijf of de stick op slot staat, of kopieer de map naar deze computer."),
        )
    if not os.access(path, os.W_OK) or _is_marked(path):
        return Reason(
            _("Het bestand met uw gegevens is beveiligd tegen schrijven."),
            _("Haal bij de eigenschappen van het bestand {name} ‘alleen-lezen’ weg.").format(name=path.name),
        )
    if not os.access(folder, os.W_OK | os.X_OK) or _is_marked(folder, needed=os.name != "nt"):
        return of_folder()
    return None


def elsewhere(fault: Misplaced) -> Reason:
    """It stands where it should not: whoever wants to write moves it first."""
    return Reason(fault.text, _("Verhuis de gegevens naar deze computer."), fault)


def of_folder() -> Reason:
    """The folder does not take anything new."""
    return Reason(
        _("U mag in de map met uw gegevens niets wijzigen."),
        _("Geef uzelf schrijfrechten op deze map, of kopieer de map naar een andere plaats."),
    )


def _is_read_only_disk(folder: Path) -> bool:
    if not hasattr(os, "statvfs"):
        return False
    try:
        return bool(os.statvfs(folder).f_flag & os.ST_RDONLY)
    except OSError:
        return False


def _is_marked(path: Path, *, needed: bool = True) -> bool:
    """Whether nobody at all may write it: the super-user could, but whoever marked it did not want that."""
    try:
        return needed and not path.stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH)
    except OSError:
        return False


class Look:
    """A store that is looked at: its engine, and what has to be let go at the end."""

    def __init__(self, path: Path, key: str, *, shared: bool = False) -> None:
        """Raises UserError when somebody has it open to write, or it is damaged or of a newer program.

        `shared`: others may change the file meanwhile.
        """
        self._ends = ExitStack()
        try:
            if not shared:
                lock = LookLock(path.parent)
                lock.acquire()
                self._ends.callback(lock.release)
            with people_errors(path, marking=False):
                still = not shared and _lies_still(path)
                self.engine = self._still(path, key) if still else self._copy(path, key)
        except BaseException:
            self._ends.close()
            raise

    def reached(self, what: Callable[[], T]) -> T:
        """Do what needs the engine, and let go when it does not work."""
        try:
            return what()
        except BaseException:
            self.release()
            raise

    def release(self) -> None:
        """Let go of everything, and throw a private copy away."""
        self._ends.close()

    def _still(self, path: Path, key: str) -> Engine:
        driver.assert_encrypted(path)
        engine = make_engine(path, key, look=True)
        try:
            with engine.connect() as connection:
                connections.assert_sound(connection, look=True)
            if migrate.is_older(engine):
                engine.dispose()
                return self._copy(path, key)
        except BaseException:
            engine.dispose()
            raise
        self._ends.callback(engine.dispose)
        return engine

    def _copy(self, path: Path, key: str) -> Engine:
        """The store as it is now, in a folder that only this user can read."""
        try:
            home = Path(tempfile.mkdtemp(prefix=PRIVATE))
            self._ends.callback(shutil.rmtree, home, ignore_errors=True)
            copy = home / path.name
            shutil.copyfile(path, copy)
            log = driver.log_of(path)
            if log.exists():
                shutil.copyfile(log, driver.log_of(copy))
        except OSError as fault:
            raise files.not_writable(Path(tempfile.gettempdir()) / PRIVATE, fault) from fault
        driver.assert_encrypted(copy)
        engine = make_engine(copy, key)
        self._ends.callback(engine.dispose)
        with engine.connect() as connection:
            connections.assert_sound(connection)
        if migrate.is_older(engine):
            migrate.upgrade(engine)
        return engine


def _lies_still(path: Path) -> bool:
    log = driver.log_of(path)
    return not log.exists() or log.stat().st_size == 0
