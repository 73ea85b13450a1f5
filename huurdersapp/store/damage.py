"""Found damage, and the mark that stays beside the store until it is whole again.

While the mark stands no copy is thinned or written over: the last good one may be the only one. The mark holds no data
of the administration, only when damage was seen and in which words it was told.
"""

from __future__ import annotations

import contextlib
from datetime import datetime
from pathlib import Path

import msgspec

from huurdersapp.base import clock, files
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.store.lock import LOCK

FILE = "beschadigd.json"


class Mark(msgspec.Struct, frozen=True):
    """When damage was seen first, and what was said of it."""

    gevonden_op: datetime
    woorden: tuple[str, ...]


class Damaged(UserError):
    """The store of `folder` cannot be read whole: time for a copy, or for what can still be read."""

    def __init__(self, folder: Path, text: str, hint: str) -> None:
        super().__init__(text, hint, path=folder / "huurdersapp.store")
        self.folder = folder


def unreadable(path: Path, *, marking: bool = True) -> Damaged:
    """The fault for a store that cannot be read any more; leaves the mark, unless the store is only looked at."""
    fault = Damaged(
        path.parent,
        _("Het bestand {path} is niet te lezen: het is beschadigd, of het sleutelbestand hoort er niet bij."),
        _("Bewaar dit bestand en zet een reservekopie uit de map reservekopieen ervoor in de plaats."),
    )
    if marking:
        mark(path.parent, (fault.text,))
    return fault


def mark(folder: Path, words: tuple[str, ...] | list[str]) -> None:
    """Leave the mark beside the store; the first one stays.

    Only in a folder that some program holds: a copy that is looked at stays byte for byte as it was. On a disk that
    is full or may only be read there is no mark; the damage is found again the next time.
    """
    if (folder / LOCK).exists() and not (folder / FILE).exists():
        with contextlib.suppress(UserError):
            files.write(folder / FILE, msgspec.json.encode(Mark(clock.now(), tuple(words))), private=True)


def marked(folder: Path) -> Mark | None:
    """The mark of a folder; None where no damage was seen. A mark that cannot be read still is one."""
    try:
        return msgspec.json.decode((folder / FILE).read_bytes(), type=Mark)
    except FileNotFoundError:
        return None
    except (OSError, msgspec.DecodeError):
        return Mark(clock.now(), ())


def clear(folder: Path) -> None:
    """Take the mark away: the whole file was looked over and is well, or a good one came in its place."""
    with contextlib.suppress(OSError):
        (folder / FILE).unlink(missing_ok=True)
