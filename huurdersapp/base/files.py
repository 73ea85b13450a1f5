"""Writing files so that there is either the old one or the whole new one, never half."""

from __future__ import annotations

import contextlib
import errno
import glob
import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _

FULL = (errno.ENOSPC, errno.EDQUOT)
READ_ONLY = (errno.EROFS, errno.EACCES, errno.EPERM)


@contextmanager
def written(path: Path, *, private: bool = False) -> Iterator[BinaryIO]:
    """A file to write in that gets its name only when all is on disk; on any fault nothing is left.

    `private`: readable by this user only. Raises UserError where the place cannot be written or the disk is full.
    """
    part: Path | None = None
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".deel", dir=path.parent)
        part = Path(name)
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        if not private:
            part.chmod(0o666 & ~_umask())
        part.replace(path)
        part = None
        sync_folder(path.parent)
    except OSError as fault:
        raise not_writable(path, fault) from fault
    finally:
        if part is not None:
            part.unlink(missing_ok=True)


def write(path: Path, content: bytes, *, private: bool = False) -> None:
    """Write `content` whole or not at all; raises UserError as `written`."""
    with written(path, private=private) as file:
        file.write(content)


def clear_parts(path: Path) -> None:
    """Take away what a program left that was killed while it wrote this file; only where nobody else writes it now."""
    for part in path.parent.glob(f".{glob.escape(path.name)}.*.deel"):
        with contextlib.suppress(OSError):
            part.unlink()


def write_all(contents: Mapping[Path, bytes]) -> None:
    """Write several files: all of them, or none, and then what stood there before stands there still.

    Raises UserError as `written`, about the file that could not be written.
    """
    before: dict[Path, Path | None] = {}
    try:
        for path, content in contents.items():
            before[path] = _put_aside(path)
            write(path, content)
    except BaseException:
        for path, old in before.items():
            _put_back(path, old)
        raise
    for old in before.values():
        if old is not None:
            old.unlink(missing_ok=True)


def _put_aside(path: Path) -> Path | None:
    """The file that stands there now under another name beside it; None where there is none."""
    try:
        if not path.is_file():
            return None
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".oud", dir=path.parent)
        os.close(handle)
        old = Path(name)
        try:
            path.replace(old)
        except OSError:
            old.unlink(missing_ok=True)
            raise
    except OSError as fault:
        raise not_writable(path, fault) from fault
    return old


def _put_back(path: Path, old: Path | None) -> None:
    with contextlib.suppress(OSError):
        if old is None:
            path.unlink(missing_ok=True)
        else:
            old.replace(path)


def not_writable(path: Path, fault: OSError) -> UserError:
    """The sentence for a file that cannot be written."""
    if fault.errno in FULL:
        return UserError(
            _("De schijf is vol. {path} is niet opgeslagen."),
            _("Maak ruimte vrij en probeer het opnieuw."),
            path=path,
        )
    if isinstance(fault, FileNotFoundError) and not path.parent.is_dir():
        return UserError(
            _("De map {folder} bestaat niet."),
            _("Maak de map eerst of kies een andere map."),
            folder=path.parent,
        )
    if isinstance(fault, NotADirectoryError | FileExistsError):
        return UserError(
            _("{path} is geen map."), _("Kies een map."), path=path.parent if path.is_dir() else path
        )
    if isinstance(fault, IsADirectoryError):
        return UserError(_("{path} is een map."), _("Geef een naam van een bestand."), path=path)
    return UserError(
        _("Het bestand {path} kan hier niet worden opgeslagen."),
        _("Kies een andere map, of sluit het bestand als het open staat in een ander programma."),
        path=path,
    )


class ReadOnly(UserError):
    """A folder, or the store in it, may only be read."""


def read_only(folder: Path) -> UserError:
    """The sentence for a folder, or the store in it, that may only be read."""
    return ReadOnly(
        _("De administratie in {folder} is alleen te lezen. Er is niets gewijzigd."),
        _("Geef uzelf schrijfrechten op deze map, of kopieer de map naar een andere plaats."),
        folder=folder,
    )


def sync_folder(folder: Path) -> None:
    """Make a rename durable, where the system can (Windows cannot open a folder)."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
