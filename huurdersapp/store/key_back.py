"""A lost key file, put back from a copy. Beside every copy lie the slots of its time; where they hold the key of the store,
nothing but the key file has to come back, and no work is lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.store import backup, copies, driver, keys, rekey, swap
from huurdersapp.store.lock import FolderLock

MOST = 8
"""Key files that are tried with one password: each costs a second or so on a slow laptop (`slots.COST`)."""


@dataclass(frozen=True, slots=True)
class PutBack:
    """From which copy the key file came, and the kind of slot that was opened (`keys.opened`)."""

    copy: copies.Copy
    opened_with: str


def possible(folder: Path) -> bool:
    """Whether the key file is lost while the store is there, and some copy has one."""
    return _is_lost(folder) and next(_found(folder), None) is not None


def needs_secret(folder: Path) -> bool:
    """Whether no key file beside a copy opens the store by itself."""
    return _open(folder, _found(folder)) is None


def put_back(folder: Path, secret: str | None = None) -> PutBack:
    """Put the newest key file of a copy that opens the store back in its place; `secret` opens its slots.

    The store is closed and stays as it is; takes its lock. Passwords are those of the time of that copy. Raises
    keys.Locked where a password is needed, WrongSecret, and UserError where the key file is not lost, no copy has a
    fitting one, or the folder is in use.
    """
    lock = FolderLock(folder)
    lock.acquire()
    try:
        swap.complete(folder)
        if not _is_lost(folder):
            raise UserError(
                _("Het sleutelbestand staat er en is leesbaar. Er is niets gewijzigd."),
                _("Open de administratie met het wachtwoord."),
            )
        found, copy, kind = _fitting(folder, secret)
        found.in_gebruik, found.nieuw = True, False
        keys.write(folder, found)
        rekey.settle(folder)
        return PutBack(copy, kind)
    finally:
        lock.release()


def _is_lost(folder: Path) -> bool:
    if not (folder / driver.FILE).is_file():
        return False
    try:
        keys.content(folder)
    except keys.KeyLost:
        return True
    except UserError:  # of a later program
        return False
    return False


def _found(folder: Path) -> Iterator[tuple[copies.Copy, keys.KeyFile]]:
    """The different key files beside copies, the newest first."""
    seen = set()
    for copy in (*copies.every(folder), *copies.kept(folder)):
        try:
            found = keys.content(copy.path)
        except UserError:
            continue
        if (sum_ := found.sum()) not in seen:
            seen.add(sum_)
            yield copy, found


def _fitting(folder: Path, secret: str | None) -> tuple[keys.KeyFile, copies.Copy, str]:
    store = folder / driver.FILE
    known = list(islice(_found(folder), MOST))
    if (open_one := _open(folder, known)) is not None:
        return open_one[1], open_one[0], keys.OPEN
    sealed = [(copy, found) for copy, found in known if found.open_key() is None]
    if not sealed:
        raise UserError(
            _("Bij geen van de reservekopieën ligt een sleutelbestand dat op deze administratie past."),
            _("Zet een reservekopie terug."),
        )
    if secret is None:
        raise keys.locked()
    right, slot, _key = keys.tried_each(
        folder, (found for _copy, found in sealed), secret, lambda _found, key: backup.readable(store, key)
    )
    return right, next(copy for copy, found in sealed if found is right), slot.waarmee


def _open(
    folder: Path, known: Iterable[tuple[copies.Copy, keys.KeyFile]]
) -> tuple[copies.Copy, keys.KeyFile] | None:
    """The first of these that opens the store without a password."""
    for copy, found in known:
        bare = found.open_key()
        if bare is not None and backup.readable(folder / driver.FILE, bare):
            return copy, found
    return None
