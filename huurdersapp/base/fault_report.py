"""The report of a fault of the program itself: versions and places in the code, nothing that people typed."""

from __future__ import annotations

import platform
import sys
import tempfile
from pathlib import Path

from huurdersapp import __version__
from huurdersapp.base import clock, log

_PACKAGES = (
    "alembic",
    "cryptography",
    "keyring",
    "msgspec",
    "pyside6-essentials",
    "python-docx",
    "reportlab",
    "sqlalchemy",
    "sqlcipher3",
    "typer",
)


def text(fault: BaseException, doing: str) -> str:
    """What the makers need: versions, what was going on (a command or a screen by its own name, nothing typed), and
    where in the code it went wrong."""
    return "\n".join([*about(), doing, "", *log.trace(fault)]) + "\n"


def about() -> list[str]:
    """The program, the moment, the system and the packages, in lines."""
    return [
        f"huurdersapp {__version__}",
        f"{clock.now():%Y-%m-%d %H:%M:%S} UTC",
        f"Python {sys.version.split()[0]}, {platform.system()} {platform.machine()}",
        *(f"{name} {_version(name)}" for name in _PACKAGES),
    ]


def _version(package: str) -> str:
    from importlib import metadata  # slow, and only a crash needs it

    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return "?"


def write(content: str, folder: Path) -> Path | None:
    """Keep a report in the log of the data folder when there is one, else among the temporary files; None when neither
    takes it."""
    places = [Path(tempfile.gettempdir())]
    if folder.is_dir():
        places.insert(0, folder / log.FOLDER)
    for place in places:
        path = place / f"fout-{clock.now():%Y%m%d-%H%M%S-%f}.txt"
        try:
            place.mkdir(exist_ok=True)
            path.write_text(content, encoding="utf-8")
        except OSError:
            continue
        return path
    return None
