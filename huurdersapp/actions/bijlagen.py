"""Attachments: bringing a file in, and getting it out again.

A line of the part that `records.bijlage.part_of(spec)` names has the values that `keep` gives: naam, inhoud, grootte.
"""

from __future__ import annotations

import io
import os
import re
import tempfile
import unicodedata
from pathlib import Path
from typing import BinaryIO

from huurdersapp.actions import bekeken, fotos
from huurdersapp.actions.context import Context
from huurdersapp.actions.plain import Plain
from huurdersapp.base import files, jobs
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.jobs import Job, Progress
from huurdersapp.store import contents

_FORBIDDEN = re.compile(r'[<>:"/\\|?*]')
_DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)
_LONGEST = 120
"""Signs of a file name: with the folders around it it must stay below what Windows can open."""


def keep(ctx: Context, path: Path) -> Plain:
    """Copy a file into the store at once; gives naam, inhoud (SHA-256) and grootte (bytes) for a line.

    The same bytes are kept once. Of a photo only what `fotos.cleaned` leaves is kept, so without the place where it was
    taken. Raises UserError for a folder, a file above 50 MB, one that cannot be read, a photo that cannot be cleaned,
    and a full disk; nothing is kept then.
    """
    return jobs.run(keeping(ctx, path))


def keeping(ctx: Context, path: Path) -> Job[Plain]:
    """`keep` as work beside the window; stopped, nothing is kept."""
    try:
        if not path.is_file():
            raise UserError(*_no_file(path), path=path)
        with path.open("rb") as file:
            content = yield from _without_notes(file)
            digest, size = yield from contents.keep(ctx.store, content)
    except (OSError, ValueError) as fault:
        raise UserError(
            _("Het bestand {path} kan niet worden gelezen."),
            _("Kijk of u het mag openen, en of het niet open staat in een ander programma."),
            path=path,
        ) from fault
    return {"naam": clean_name(path.name), "inhoud": digest, "grootte": size}


def _without_notes(file: BinaryIO) -> Job[BinaryIO]:
    """The file itself, or for a photo what may be kept of it."""
    head = file.read(fotos.HEAD)
    file.seek(0)
    if not fotos.is_picture(head):
        return file
    yield Progress(0, None, _("Foto kleiner maken"))
    size = file.seek(0, os.SEEK_END)
    file.seek(0)
    if size > contents.LIMIT:
        return file  # which is told to be too large
    return io.BytesIO(fotos.cleaned(file.read(size)))


def _no_file(path: Path) -> tuple[str, str]:
    if path.is_dir():
        return _("{path} is een map."), _("Kies één bestand, of maak van de map eerst een zip-bestand.")
    if path.exists():
        return _("{path} is geen gewoon bestand."), _("Kies een ander bestand.")
    return _("Het bestand {path} bestaat niet."), _("Kijk de naam en de map na.")


def clean_name(name: str) -> str:
    """A file name as a text that can be kept and shown: control characters and half signs become a line."""
    name = unicodedata.normalize("NFC", name)
    return (
        "".join("_" if unicodedata.category(sign) in ("Cc", "Cs") else sign for sign in name).strip() or "_"
    )


def content(ctx: Context, digest: str) -> bytes:
    """The bytes of an attachment; raises UserError when they are not there."""
    with ctx.store.reading() as db:
        return b"".join(contents.pieces(db, digest))


def save_as(ctx: Context, digest: str, target: Path, *, private: bool = False) -> None:
    """Write an attachment to a file, whole or not at all; raises UserError when it cannot be written."""
    jobs.run(saving(ctx, digest, target, private=private))


def saving(ctx: Context, digest: str, target: Path, *, private: bool = False) -> Job[None]:
    """`save_as` as work beside the window; stopped, there is no file."""
    with ctx.store.reading() as db, files.written(target, private=private) as file:
        for piece in contents.pieces(db, digest):
            yield Progress(file.tell(), None, _("Bestand opslaan"))
            file.write(piece)


def open_copy(ctx: Context, digest: str, name: str) -> Path:
    """A copy of an attachment to look at, in a folder of its own that only this user can enter; it cannot be written.

    What somebody would change in it is lost, so it says so itself by being read-only. `remove_copies` takes all copies
    away: at the end of the program, and at its start for what a kill left.
    """
    return jobs.run(copying(ctx, digest, name))


def copying(ctx: Context, digest: str, name: str) -> Job[Path]:
    """`open_copy` as work beside the window."""
    home = ctx.folder / bekeken.COPIES
    try:
        home.mkdir(mode=0o700, exist_ok=True)
        place = Path(tempfile.mkdtemp(dir=home)) / _file_name(name)
    except OSError as fault:
        raise files.not_writable(home / name, fault) from fault
    yield from saving(ctx, digest, place, private=True)
    place.chmod(0o400)
    return place


def _file_name(name: str) -> str:
    """A name that every system takes, in no other folder than the one it is put in, with its ending."""
    name = _FORBIDDEN.sub("_", clean_name(name)).rstrip(". ") or "bijlage"
    if name.startswith(".") or _DEVICES.match(name):
        name = f"_{name}"
    stem, dot, ending = name.rpartition(".")
    if not dot or len(ending) > 10:
        return name[:_LONGEST]
    return f"{stem[: _LONGEST - len(ending) - 1]}.{ending}"


def remove_copies(ctx: Context) -> None:
    """Take away the copies that `open_copy` made; one that another program holds stays until the next time."""
    bekeken.remove(ctx.folder)


def unused(ctx: Context) -> list[str]:
    """The contents (SHA-256) that nothing needs: no line, also not in the waste bin or undone, and no concept."""
    with ctx.store.reading() as db:
        return sorted(contents.unused(db, ctx.store.head.device))


def tidy(ctx: Context) -> int:
    """Let go of those, and tell how many. Only while no form is open: what was just chosen is named by nothing yet."""
    return contents.tidy(ctx.store)
