"""The report of a fault of the program itself: versions and places in the code, nothing that people typed."""

from __future__ import annotations

import platform
import sys
import tempfile
from importlib import metadata
from pathlib import Path

from huurdersapp import __version__
from huurdersapp.base import clock, log
from huurdersapp.base.i18n import gettext as _

_PACKAGES = ("alembic", "python-docx", "reportlab", "sqlalchemy", "sqlcipher3", "typer")


def sentences(fault: BaseException, folder: Path, command: str) -> str:
    """Write the report and tell the person about it."""
    calm = _("Er ging iets mis in het programma zelf. Dat ligt niet aan u; wat al was opgeslagen, is veilig.")
    path = _written(text(fault, command), folder)
    if path is None:
        return calm
    return f"{calm}\n" + _(
        "Wat er misging staat in {path}, zonder uw gegevens. Stuur dat aan de makers."
    ).format(path=path)


def text(fault: BaseException, command: str) -> str:
    """What the makers need: versions, the command's name, and where in the code it went wrong."""
    lines = [
        f"huurdersapp {__version__}",
        f"{clock.now():%Y-%m-%d %H:%M:%S} UTC",
        f"Python {sys.version.split()[0]}, {platform.system()} {platform.machine()}",
        *(f"{name} {_version(name)}" for name in _PACKAGES),
        f"opdracht: {command}",
        "",
        *log.trace(fault),
    ]
    return "\n".join(lines) + "\n"


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return "?"


def _written(content: str, folder: Path) -> Path | None:
    """In the log of the data folder when there is one, else among the temporary files, else nowhere."""
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
