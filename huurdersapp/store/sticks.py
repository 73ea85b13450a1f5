"""Copies on a stick: where sticks are, writing one and reading it back byte by byte, and which ones were made."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import msgspec

from huurdersapp.base import files
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.jobs import Job, Progress
from huurdersapp.store import backup, copies, keys, preferences
from huurdersapp.store.store import Store

KEY = "reservekopie_usb"
"""The preference that holds which copies were made on sticks: in the store, as a path may name a person."""
MOST = 20
SPARE = 1_000_000
"""Bytes that stay free beside a copy."""
_REMOVABLE = 2
"""DRIVE_REMOVABLE of GetDriveTypeW."""


class SameDisk(UserError):
    """The place is on the disk of the administration itself; whoever is sure may ask again."""


@dataclass(frozen=True, slots=True)
class OnStick:
    """A copy that was made elsewhere: its folder, and when."""

    path: Path
    at: datetime


class _Noted(msgspec.Struct):
    map: str
    op: datetime


def places() -> list[Path]:
    """The sticks and other removable disks that are in the computer now."""
    if sys.platform == "win32":
        return [Path(letter) for letter in _letters()]
    if sys.platform == "darwin":
        return [path for path in _mounted(Path("/Volumes")) if not path.is_symlink()]
    found: list[Path] = []
    for home in (Path("/media"), Path("/run/media")):
        found += _mounted(home)
        found += [path for user in _inside(home) for path in _mounted(user)]
    return sorted(set(found))


def _letters() -> Iterator[str]:
    import ctypes

    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - it is there on Windows only
    present = kernel.GetLogicalDrives()
    for place in range(26):
        root = f"{chr(ord('A') + place)}:\\"
        if present >> place & 1 and kernel.GetDriveTypeW(root) == _REMOVABLE:
            yield root


def _mounted(home: Path) -> list[Path]:
    return [path for path in _inside(home) if os.path.ismount(path)]


def _inside(home: Path) -> list[Path]:
    try:
        return sorted(path for path in home.iterdir() if path.is_dir())
    except OSError:
        return []


def write(store: Store, local: Path, to: Path, *, sure: bool = False) -> Job[Path]:
    """Put the copy in folder `local` on a stick, read it back from there byte by byte, and note that; gives its folder.

    Raises SameDisk for a place on the disk of the store unless `sure`, and UserError for a place that is not there, has too
    little room, or gives back something else.
    """
    expect_place(store.folder, to, sure)
    _expect_room(local, to)
    home, name = to / copies.ON_STICK, copies.plain_name(local)
    part = home / f".{name}.deel"
    try:
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir(parents=True)
        for each in (copies.STORE, keys.FILE, copies.NOTE):
            yield from _copy(local / each, part / each, _("Kopiëren naar de stick"))
        for each in (copies.STORE, keys.FILE, copies.NOTE):
            yield from _compare(local / each, part / each)
        files.sync_folder(part)
        whole = copies.free_name(home / name)
        part.replace(whole)
        files.sync_folder(home)
    except OSError as fault:
        raise files.not_writable(home / name, fault) from fault
    finally:
        shutil.rmtree(part, ignore_errors=True)
    _note(store, whole, copies.read(whole))
    return whole


def expect_place(folder: Path, to: Path, sure: bool) -> None:
    """Raise UserError for a place that is not there, and SameDisk for one on the disk of the store, unless `sure`."""
    if not to.is_dir():
        raise UserError(
            _("De map {folder} is er niet."), _("Kijk of de stick in de computer zit."), folder=to
        )
    if not sure and device_of(to) == device_of(folder):
        raise SameDisk(
            _("De map {folder} staat op dezelfde schijf als uw administratie."),
            _("Gaat die schijf stuk, dan bent u ook deze kopie kwijt. Kies een usb-stick."),
            _("Wilt u het toch: zet er --zeker bij."),
            folder=to,
        )


def _expect_room(local: Path, to: Path) -> None:
    needed = sum((local / name).stat().st_size for name in (copies.STORE, keys.FILE, copies.NOTE)) + SPARE
    if shutil.disk_usage(to).free < needed:
        raise UserError(
            _("Op de stick is te weinig ruimte. Er is {size} MB nodig."),
            _("Maak ruimte vrij op de stick, of neem een andere."),
            size=max(round(needed / 1_000_000), 1),
        )


def device_of(path: Path) -> int:
    """The number of the disk on which a folder is."""
    return path.stat().st_dev


def _copy(source: Path, target: Path, text: str) -> Job[None]:
    total, done = source.stat().st_size, 0
    with target.open("xb") as file:
        for piece in backup.pieces(source):
            yield Progress(done // 1024, total // 1024, text)
            file.write(piece)
            done += len(piece)
        file.flush()
        os.fsync(file.fileno())


def _compare(source: Path, target: Path) -> Job[None]:
    """Whether the stick gives back what was written, from the stick itself as far as the system can be told so."""
    total, done = source.stat().st_size, 0
    read = backup.pieces(target, fresh=True)
    for piece in backup.pieces(source):
        yield Progress(done // 1024, total // 1024, _("Teruglezen van de stick"))
        if next(read, b"") != piece:
            raise _not_the_same()
        done += len(piece)
    if next(read, b""):
        raise _not_the_same()


def _not_the_same() -> UserError:
    return UserError(
        _("De stick geeft iets anders terug dan er op is gezet. De kopie is weer verwijderd."),
        _("Neem een andere stick: deze is niet betrouwbaar."),
    )


def made(store: Store) -> tuple[OnStick, ...]:
    """The copies that were made on sticks, the newest first. Whether they are still there nobody knows."""
    try:
        noted = msgspec.convert(preferences.get(store, KEY, []), list[_Noted])
    except msgspec.ValidationError:
        return ()
    return tuple(OnStick(Path(each.map), each.op) for each in noted)


def _note(store: Store, path: Path, copy: copies.Copy | None) -> None:
    from huurdersapp.base import clock

    at = copy.made_at if copy is not None else clock.now()
    known = [_Noted(str(each.path), each.at) for each in made(store) if each.path != path]
    preferences.put(store, KEY, msgspec.to_builtins([_Noted(str(path), at), *known][:MOST]))
