"""The password of the administration and what goes with it, for the window and the command line.

All of it is for a closed folder, unless said otherwise; each takes the lock itself.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import msgspec

from huurdersapp.actions import sleutelbos, wachtwoord
from huurdersapp.base import paths
from huurdersapp.base.errors import UserError
from huurdersapp.base.formats import moment as shown
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.jobs import Job
from huurdersapp.store import driver, key_back, keys, looking, place, rekey, securing, sticks, swap
from huurdersapp.store.connection import people_errors
from huurdersapp.store.lock import FolderLock


@dataclass(frozen=True, slots=True)
class Slot:
    """One way to open: `soort` is open, wachtwoord, herstelcode or tweede; `naam` of a second board member."""

    soort: str
    naam: str
    gemaakt_op: datetime | None


@dataclass(frozen=True, slots=True)
class Toestand:
    """How an administration is secured; `onthouden`: this computer opens it without asking, `onthouden_kan`: it could."""

    beveiligd: bool
    sloten: tuple[Slot, ...]
    onthouden: bool
    onthouden_kan: bool


@dataclass(frozen=True, slots=True)
class Eerste:
    """What a new key gave: the recovery code, the copies that were removed (`weg`), those on sticks that still open with
    the earlier key (`elders`), and what did not work out (`let_op`)."""

    herstelcode: str
    weg: tuple[str, ...]
    elders: tuple[str, ...]
    let_op: str = ""


def toestand(folder: Path, key: str | None = None) -> Toestand:
    """How the administration is secured, open or closed; names only with its key. Raises UserError for a key file that
    cannot be read."""
    content = keys.content(folder)
    if content.open_key() is not None:
        return Toestand(False, (Slot(keys.OPEN, "", None),), False, False)
    names = securing.names(folder, key)
    slots = tuple(
        Slot(slot.waarmee, names.get(slot.id, ""), _moment(slot.gemaakt_op)) for slot in content.sealed()
    )
    return Toestand(True, slots, onthouden_sleutel(folder) is not None, sleutelbos.kan())


def _moment(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def eerste_wachtwoord(folder: Path, password: str) -> Job[Eerste]:
    """Secure the administration: a new key, a fresh copy, and what the old key opens removed from this computer.

    Can be stopped until the key is replaced. Raises UserError for a password that is too easy to guess, where there is one
    already, for a full disk and for a damaged store: then all is as it was.
    """
    wachtwoord.eis(password)
    with _held(folder):
        if (key := keys.content(folder).open_key()) is not None:
            wachtwoord.eis(password, eigen_namen(folder, key))
        code = yield from securing.first(folder, password)
        return _done(folder, password, code)


def nieuwe_sleutel(folder: Path, secret: str) -> Job[Eerste]:
    """The same for an administration whose key may be in other hands, such as after a laptop was lost: the password
    stays, the recovery code is new, and a second board member must be given a password again."""
    with _held(folder):
        code = yield from securing.new_key(folder, secret)
        sleutelbos.vergeet(folder)
        return _done(folder, secret, code)


def _done(folder: Path, password: str, code: str) -> Eerste:
    """From here on the code must reach the person: nothing is raised."""
    elsewhere = _left_behind(folder)
    try:
        rekey.settle(folder)
        key = keys.unlock(folder, password)
        elsewhere += _elsewhere(folder, key)
        gone = rekey.tidy(folder, key)
    except UserError as fault:
        return Eerste(code, (), elsewhere, fault.told())
    return Eerste(code, gone, elsewhere)


def eigen_namen(folder: Path, key: str) -> tuple[str, ...]:
    """Name and place of the organisation itself: what everybody thinks of first. None of a store that cannot tell."""
    try:
        with contextlib.closing(driver.connect(folder / driver.FILE, key)) as db:
            rows = db.execute("SELECT naam, korte_naam, plaats FROM partij WHERE eigen").fetchall()
    except driver.DatabaseError:
        return ()
    return tuple(name for row in rows for name in row if name)


def _left_behind(folder: Path) -> tuple[str, ...]:
    """The folders in which the administration stood before, with what still lies there under the earlier key."""
    known = (old for old in paths.origins(folder) if (old / keys.FILE).exists())
    return tuple(str(old) for old in known if any(old.rglob(f"{driver.FILE}*")))


def _elsewhere(folder: Path, key: str) -> tuple[str, ...]:
    """Copies that were made on sticks: nobody can remove these but the person."""
    path = folder / driver.FILE
    with people_errors(path), contextlib.closing(driver.connect(path, key)) as db:
        known = db.execute("SELECT 1 FROM sqlite_master WHERE name = 'voorkeur'").fetchone()
        if not known:  # of an early version, that is brought up when it is opened
            return ()
        row = db.execute("SELECT waarde FROM voorkeur WHERE sleutel = ?", (sticks.KEY,)).fetchone()
    try:
        found = msgspec.json.decode(row[0], type=list[dict[str, str]]) if row else []
    except msgspec.DecodeError:
        return ()
    return tuple(each["map"] for each in found if "map" in each)


def wijzig(folder: Path, secret: str, new: str) -> None:
    """Another password, with the present one or the recovery code; a second board member changes their own."""
    wachtwoord.eis(new)
    with _held(folder):
        wachtwoord.eis(new, eigen_namen(folder, keys.unlock(folder, secret)))
        securing.change(folder, secret, new)


def nieuwe_herstelcode(folder: Path, secret: str) -> str:
    """A new recovery code; the earlier one is void from now on."""
    with _held(folder):
        return securing.new_code(folder, secret)


def tweede(folder: Path, secret: str, naam: str, new: str) -> None:
    """A password of their own for a second board member."""
    wachtwoord.eis(new)
    with _held(folder):
        wachtwoord.eis(new, eigen_namen(folder, keys.unlock(folder, secret)))
        securing.second(folder, secret, naam, new)


def tweede_weg(folder: Path, secret: str) -> None:
    """Take that password away."""
    with _held(folder):
        securing.second_gone(folder, secret)


def onthoud(folder: Path, secret: str) -> None:
    """Let this computer open the administration without asking, for who is logged in; raises UserError where the computer
    has no place for it."""
    sleutelbos.onthoud(folder, keys.unlock(folder, secret))


def vergeet(folder: Path) -> None:
    """Ask for the password again from now on."""
    sleutelbos.vergeet(folder)


def neem_mee(folder: Path, to: Path) -> None:
    """What this computer remembers goes along with an administration that moved; never raises."""
    with contextlib.suppress(UserError):
        if keys.needs_secret(to) and (key := sleutelbos.sleutel(folder)) is not None:
            if keys.fits(to, key):
                sleutelbos.onthoud(to, key)
            sleutelbos.vergeet(folder)


def onthouden_sleutel(folder: Path) -> str | None:
    """The key that this computer remembers, where it still fits; never raises."""
    key = sleutelbos.sleutel(folder)
    try:
        return key if key is not None and keys.fits(folder, key) else None
    except UserError:
        return None


def is_terug_te_zetten(folder: Path) -> bool:
    """Whether the key file is lost, the administration is there, and beside a copy lies a key file."""
    return key_back.possible(folder)


def terug_vraagt(folder: Path) -> bool:
    """Whether putting the key file back needs a password."""
    return key_back.needs_secret(folder)


def terugzetten(folder: Path, secret: str | None = None) -> str:
    """Put a lost key file back from the newest copy whose key fits, and tell of when it is; see `key_back.put_back`."""
    found = key_back.put_back(folder, secret)
    when = shown(found.copy.made_at.astimezone())
    if found.opened_with == keys.OPEN:
        return _("Het sleutelbestand van de reservekopie van {when} is teruggezet.").format(when=when)
    return _(
        "Het sleutelbestand van de reservekopie van {when} is teruggezet. De wachtwoorden van toen gelden weer."
    ).format(when=when)


@contextmanager
def _held(folder: Path) -> Iterator[None]:
    """The folder for oneself; raises UserError where the administration can be looked at only."""
    if (misplaced := place.unfit(folder)) is not None:
        raise misplaced
    if (folder / driver.FILE).exists() and (why := looking.why(folder / driver.FILE)) is not None:
        raise why.refusal()
    lock = FolderLock(folder)
    lock.acquire()
    try:
        swap.complete(folder)
        rekey.settle(folder)
        yield
    finally:
        lock.release()
