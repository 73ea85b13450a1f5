"""Where things lie: the program's own data (checkout, wheel or frozen) and the user's data folder."""

from __future__ import annotations

import contextlib
import json
import os
import sys
from importlib.util import find_spec
from pathlib import Path

import platformdirs

DATA_VARIABLE = "HUURDERSAPP_GEGEVENS"
MOVED, ORIGIN = "verhuisd.json", "huurdersapp.herkomst"
"""The note in a data folder that tells where its administration went, and the sign in the folder where it came."""
HOLDER = "huurdersapp.bezet"
"""The note in a data folder that says who has it open."""


def own(name: str) -> Path:
    """A folder of the program's own data: `resources`, `db`, `translations` or `docs`.

    In a frozen program it lies beside the packed code, in a wheel under `_data`, in a checkout at the top.
    """
    package = Path(__file__).resolve().parent.parent
    packed = package / "_data"
    if getattr(sys, "frozen", False):
        packed = Path(getattr(sys, "_MEIPASS", package.parent)) / "huurdersapp" / "_data"
    return packed / name if packed.is_dir() else package.parent / name


def of_package(name: str) -> Path:
    """The folder of an installed package whose files are wanted without importing it; in a frozen program its data
    files lie under the same name."""
    if getattr(sys, "frozen", False):
        return Path(getattr(sys, "_MEIPASS", "")) / name
    found = find_spec(name)
    assert found is not None
    assert found.origin is not None
    return Path(found.origin).parent


def data_folder(named: Path | None = None) -> Path:
    """The folder with store, keys, backups and settings: the one named, else the one of the
    environment variable HUURDERSAPP_GEGEVENS, else `local_folder`; or the one to which that moved."""
    if named is not None:
        return followed(named)
    if variable := os.environ.get(DATA_VARIABLE):
        return followed(Path(variable))
    return followed(local_folder())


def followed(folder: Path) -> Path:
    """This folder, or the one to which its administration moved."""
    for _turn in range(9):
        if (to := moved_to(folder)) is None:
            break
        folder = to
    return folder


def moved_to(folder: Path) -> Path | None:
    """Where the administration of this folder went; None where it is still here.

    Only the folder that bears the sign of the note counts: of a move that was cut off there is no such folder.
    """
    to, sign = told_to(folder)
    try:
        return to if to is not None and _origin(to)[0] == sign else None
    except (OSError, IndexError):
        return None


def origins(folder: Path) -> tuple[Path, ...]:
    """The folders in which the administration of this one stood before, the last one first."""
    try:
        return tuple(map(Path, _origin(folder)[1:]))
    except OSError:
        return ()


def origin(sign: str, old: Path) -> bytes:
    """What a folder that takes over from `old` holds: the sign, and where it came from."""
    lines = [sign, str(old.absolute()), *map(str, origins(old))]
    return "\n".join(lines).encode("utf-8", "surrogateescape")


def _origin(folder: Path) -> list[str]:
    return (folder / ORIGIN).read_bytes().decode("utf-8", "surrogateescape").split("\n")


def told_to(folder: Path) -> tuple[Path | None, str]:
    """Where the note in this folder says that the administration went, and the sign of the folder that is meant."""
    note = folder / MOVED
    if note.exists():  # hardly ever
        with contextlib.suppress(OSError, ValueError, TypeError, KeyError):
            told = json.loads(note.read_bytes())
            return Path(told["naar"]), str(told["teken"])
    return None, ""


def local_folder() -> Path:
    """The user's local application folder: never a roaming or synchronised one."""
    return Path(platformdirs.user_data_path("huurdersapp", appauthor=False, roaming=False))


def example_folder(beside: Path | None = None) -> Path:
    """The folder of the example, beside this one (by default the normal one), so that looking round never touches real
    data."""
    normal = data_folder(beside)
    return normal.with_name(normal.name + "-voorbeeld")
