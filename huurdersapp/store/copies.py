"""The copies that lie somewhere: when and why each was made, how large it is, and whether it was read back.

A copy is a folder with the store, its key file and a small note (`kopie.json`) that holds counts and moments only.
Without the driver and SQLAlchemy, so that a list can be shown where nothing can be opened.
"""

from __future__ import annotations

import contextlib
import re
import shutil
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, datetime
from pathlib import Path

import msgspec

from huurdersapp.base import clock, files
from huurdersapp.base.i18n import LazyText, lazy

FOLDER = "reservekopieen"
"""The folder of copies in a data folder."""
KEPT = "bewaard"
"""The folder in a data folder of stores that made room for a restored one."""
ON_STICK = "huurdersapp-reservekopie"
"""The folder of copies on a stick."""
STORE = "huurdersapp.store"
NOTE = "kopie.json"
UPGRADE, BY_HAND, CLOSING, HALF_HOUR, LOADING, ERASING, STICK = (
    "voor-bijwerken",
    "met-de-hand",
    "afsluiten",
    "tussendoor",
    "voor-laden",
    "voor-wissen",
    "usb",
)
_WORDS: dict[str, LazyText] = {
    UPGRADE: lazy("voor het bijwerken van het programma"),
    BY_HAND: lazy("zelf gemaakt"),
    CLOSING: lazy("bij het afsluiten"),
    HALF_HOUR: lazy("tussendoor"),
    LOADING: lazy("voor het inlezen"),
    ERASING: lazy("voor het wissen"),
    STICK: lazy("voor de usb-stick"),
    "voor-terugzetten": lazy("van voor het terugzetten"),
    "nieuwe-sleutel": lazy("bij een nieuwe sleutel"),
    "beschadigd": lazy("beschadigd"),
}
_NAME = re.compile(r"(\d{4}-\d{2}-\d{2}-\d{6})(?:-(.*?))?(?:-\d+)?")


class Note(msgspec.Struct, frozen=True):
    """What stands in `kopie.json`: no personal data. `laptop` and `stap` are the end of the journal in the copy."""

    gemaakt_op: datetime
    waarom: str
    bytes: int
    gecontroleerd: bool
    laptop: str = ""
    stap: int = 0
    sha256: str = ""
    rijen: dict[str, int] = msgspec.field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Copy:
    """One copy: its folder, the moment (UTC), why it was made, size of its store in bytes, whether it was read back.

    `head` is the laptop and the number of its last step; None for a copy of which that is not known.
    """

    path: Path
    made_at: datetime
    why: str
    size: int
    verified: bool
    head: tuple[str, int] | None = None

    @property
    def words(self) -> str:
        """Why it was made, in words."""
        return str(_WORDS.get(self.why, self.why.replace("-", " ")))


def every(folder: Path) -> tuple[Copy, ...]:
    """The copies in a data folder, the newest first."""
    return within(folder / FOLDER)


def kept(folder: Path) -> tuple[Copy, ...]:
    """The stores that made room for a restored one, the newest first."""
    return within(folder / KEPT)


def within(home: Path) -> tuple[Copy, ...]:
    """The copies in a folder of copies, the newest first; what is no copy is passed over.

    One from the future was made while the clock was wrong: when it really was nobody knows, so it comes last.
    """
    found: list[Copy] = []
    now = clock.now()
    with contextlib.suppress(OSError):
        found = [copy for path in home.iterdir() if (copy := read(path)) is not None]
    return tuple(
        sorted(found, key=lambda copy: (copy.made_at <= now, copy.made_at, copy.path.name), reverse=True)
    )


def read(path: Path) -> Copy | None:
    """The copy of this folder; None where there is none. One without a note tells what its name says."""
    store = path / STORE
    try:
        if path.name.startswith(".") or not store.is_file():
            return None
        size, changed = store.stat().st_size, store.stat().st_mtime
    except OSError:
        return None
    if (note := note_of(path)) is not None:
        head = (note.laptop, note.stap) if note.laptop else None
        return Copy(path, note.gemaakt_op, note.waarom, size, note.gecontroleerd and size == note.bytes, head)
    named = _NAME.fullmatch(path.name)
    made = datetime.fromtimestamp(changed).astimezone()
    if named is not None:
        with contextlib.suppress(ValueError, OverflowError):
            told = datetime.strptime(named[1], "%Y-%m-%d-%H%M%S").astimezone()
            made = told if _is_sound(told) else made
    return Copy(path, made, (named[2] if named else None) or BY_HAND, size, verified=False)


def note_of(path: Path) -> Note | None:
    """The note of a copy; None where it has none, or one that cannot be read."""
    try:
        note = msgspec.json.decode((path / NOTE).read_bytes(), type=Note)
    except (OSError, msgspec.DecodeError, RecursionError):
        return None
    return note if note.gemaakt_op.tzinfo is not None and _is_sound(note.gemaakt_op) else None


def _is_sound(moment: datetime) -> bool:
    """Whether it can be shown in any zone: folders and notes may have been made by anybody."""
    return MINYEAR < moment.year < MAXYEAR


def write_note(path: Path, note: Note) -> None:
    """Put the note into a copy; raises UserError where that cannot be written."""
    files.write(path / NOTE, msgspec.json.format(msgspec.json.encode(note), indent=2))


def remove(copy: Path) -> bool:
    """Take a copy away, and tell whether it is gone: under another name first, so that half a copy never counts."""
    part = copy.with_name(f".{copy.name}.deel")
    try:
        copy.replace(part)
    except OSError:
        return False
    shutil.rmtree(part, ignore_errors=True)
    return True


def plain_name(copy: Path) -> str:
    """The name of a copy as the program gives it: one that somebody renamed may not be possible on every stick."""
    found = read(copy)
    if found is None or _NAME.fullmatch(copy.name):
        return copy.name
    return f"{found.made_at.astimezone():%Y-%m-%d-%H%M%S}-{STICK}"


def free_name(wanted: Path) -> Path:
    """This name, or with a number where it is taken."""
    name, count = wanted, 1
    while name.exists():
        count += 1
        name = wanted.with_name(f"{wanted.name}-{count}")
    return name
