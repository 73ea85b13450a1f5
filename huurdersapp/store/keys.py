"""The key of the store: random, in the slots of `sleutel.json`.

An open slot means "nog niet beveiligd". From the first password on every slot is sealed (`slots`): the password, the
recovery code on paper, and the password of a second board member. Each opens the same key.
"""

from __future__ import annotations

import hashlib
import re
import secrets
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Literal

import msgspec

from huurdersapp.base import files
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.store import attempts, recovery_code
from huurdersapp.store.slots import CODE, SealedSlot, unseal, unseal_inside

FILE = "sleutel.json"
OPEN, KEY = "open", "sleutel"
"""How a store was opened, beside the kinds of sealed slots: an open slot, or the key itself (`Store.opened_with`)."""
FORM = 2
"""The newest form of the key file that this program knows."""
LARGEST = 100_000
"""Bytes of a key file; more is something else under its name."""
_KEY = re.compile(r"[0-9a-f]{96}")


class Locked(UserError):
    """The administration has a password, and none was given (or a remembered key that no longer fits)."""


class KeyLost(UserError):
    """The key file is missing or cannot be read: that of a copy may take its place (`key_back`)."""


class Newer(UserError):
    """The key file is of a later program: bringing that up is what helps, not another key file."""


class WrongSecret(UserError):
    """The password or code is not the right one; `wait` is the number of seconds before the next try counts."""

    def __init__(self, text: str, hint: str | None = None, *, wait: int = 0) -> None:
        super().__init__(text, hint)
        self.wait = wait


class _Form(msgspec.Struct):
    formaat: int


class OpenSlot(msgspec.Struct, tag_field="soort", tag="open", forbid_unknown_fields=True, frozen=True):
    """The key as it is: whoever has the folder can read the store. A password replaces this slot."""

    sleutel: str


class KeyFile(msgspec.Struct, forbid_unknown_fields=True):
    """All slots; each opens the same store.

    `in_gebruik`: the store was made whole, so that it should be there. `merk`: changes with each new key of the store,
    and tells the copies of an earlier one apart. `nieuw`: the store under this key still lies under another name (see
    `rekey`). `binnen`: sealed under the key itself: the names that stand at slots; it also tells whether a key is the
    right one. `som`: over slots, `merk` and `binnen`, so that damage is not taken for a wrong password.
    """

    formaat: Literal[1, 2]
    sloten: list[OpenSlot | SealedSlot]
    in_gebruik: bool = False
    merk: str = ""
    nieuw: bool = False
    binnen: str = ""
    som: str = ""

    def sealed(self) -> list[SealedSlot]:
        """The slots that need a secret."""
        return [slot for slot in self.sloten if isinstance(slot, SealedSlot)]

    def open_key(self) -> str | None:
        """The key in the open slot, where there is one."""
        return next((slot.sleutel for slot in self.sloten if isinstance(slot, OpenSlot)), None)

    def sum(self) -> str:
        """Of what must not be changed unseen."""
        return hashlib.sha256(msgspec.json.encode([self.sloten, self.merk, self.binnen])).hexdigest()


def make(folder: Path) -> str:
    """Make a random key (32 bytes and 16 bytes of salt, in hexadecimal) and put it in an open slot.

    A key that is there already is used: copies of an earlier store may need it.
    """
    if (folder / FILE).exists():
        return read(folder)
    key = new_key()
    write(folder, KeyFile(2, [OpenSlot(key)], merk=new_mark()))
    return key


def new_key() -> str:
    """A random key of a store: 32 bytes and 16 bytes of salt, in hexadecimal."""
    return secrets.token_hex(48)


def new_mark() -> str:
    """What tells the copies under this key from those under another."""
    return secrets.token_hex(8)


def in_use(folder: Path) -> bool:
    """Whether a store was once made whole with this key; without a key file it was not."""
    return (folder / FILE).exists() and content(folder).in_gebruik


def mark_used(folder: Path) -> None:
    """Say that the store of this key is there: from now on its absence is a loss, not a new beginning."""
    found = content(folder)
    if not found.in_gebruik:
        found.in_gebruik = True
        write(folder, found)


def needs_secret(folder: Path) -> bool:
    """Whether a password is needed to open the administration here. Never raises: where there is no key file, or none
    that can be read, opening tells what is the matter."""
    try:
        return content(folder).open_key() is None
    except UserError:
        return False


def read(folder: Path) -> str:
    """The key from the open slot; raises Locked where there is none, and UserError when the key file is missing or not
    readable as one."""
    key = content(folder).open_key()
    if key is None:
        raise locked()
    return key


def locked() -> Locked:
    """The sentence for an administration that has a password, where none was given."""
    return Locked(
        _("Deze administratie is beveiligd met een wachtwoord."), _("Open haar met het wachtwoord.")
    )


def unlock(folder: Path, secret: str) -> str:
    """The key of the store, with the password, the recovery code or the password of a second board member.

    Raises WrongSecret for another one, and when it has to wait; UserError for a key file that cannot be read.
    """
    return opened(folder, secret)[0]


def opened(
    folder: Path, secret: str | None = None, key: str | None = None, *, trace: bool = True
) -> tuple[str, str]:
    """The key of the store and the kind of slot it came from, with an open slot, a secret or the key itself.

    Without `trace` nothing is written in the folder: wrong tries of before count, and those of now are not kept. Raises
    Locked without any where one is needed, or with a key that is not of this store; and what `unlock` raises.
    """
    found = content(folder)
    if (bare := found.open_key()) is not None:
        return bare, OPEN
    if key is not None:
        if not fits(folder, key):
            raise locked()
        return key, KEY
    if secret is None:
        raise locked()
    slot, raw = tried(folder, found, secret, trace=trace)
    return raw, slot.waarmee


def fits(folder: Path, key: str) -> bool:
    """Whether this is the key of a store with a password; raises UserError for a key file that cannot be read."""
    return bool(_KEY.fullmatch(key)) and unseal_inside(key, content(folder).binnen) is not None


def tried(folder: Path, found: KeyFile, secret: str, *, trace: bool = True) -> tuple[SealedSlot, str]:
    """The slot that this secret opens and the key in it; raises WrongSecret, also when it has to wait. `trace` as for
    `opened`."""
    return tried_each(folder, [found], secret, lambda _found, _key: True, trace=trace)[1:]


def tried_each(
    folder: Path,
    files_of_keys: Iterable[KeyFile],
    secret: str,
    is_it: Callable[[KeyFile, str], bool],
    *,
    trace: bool = True,
) -> tuple[KeyFile, SealedSlot, str]:
    """The first of these key files that the secret opens and whose key `is_it`, with that slot and key; all of them
    together are one try at the password of `folder`. Raises as `tried`."""
    if pause := attempts.wait(folder, trace=trace):
        raise _too_soon(pause)
    for found in files_of_keys:
        slot = find(folder, found, secret)
        if slot is not None and is_it(found, slot[1]):
            if trace:
                attempts.forget(folder)
            return found, *slot
    raise _wrong(secret, attempts.missed(folder) if trace else 0)


def find(folder: Path, found: KeyFile, secret: str) -> tuple[SealedSlot, str] | None:
    """The slot that this secret opens, and the key in it."""
    code = recovery_code.read(secret)
    for slot in sorted(found.sealed(), key=lambda slot: (slot.waarmee == CODE) is (code is None)):
        if slot.waarmee == CODE and code is None:
            continue
        try:
            key = unseal(slot, code if slot.waarmee == CODE and code else secret)
        except (ValueError, MemoryError) as fault:
            raise _unreadable(folder / FILE) from fault
        if key is not None:
            return slot, key
    return None


def _wrong(secret: str, pause: int) -> WrongSecret:
    if recovery_code.looks_like(secret) and recovery_code.read(secret) is None:
        text = _("In de herstelcode zit een typefout.")
        hint = _("Kijk op het blad en typ de acht groepen opnieuw.")
    elif recovery_code.read(secret) is not None:
        text = _("Deze herstelcode hoort niet bij deze administratie.")
        hint = _("Kijk of u het nieuwste blad hebt: een nieuwe code maakt de vorige onbruikbaar.")
    else:
        text, hint = _("Het wachtwoord klopt niet."), _("Kijk of Caps Lock aan staat en typ het opnieuw.")
    return WrongSecret(text, f"{hint} {_waiting(pause)}".strip() if pause else hint, wait=pause)


def _too_soon(pause: int) -> WrongSecret:
    return WrongSecret(_("Er is te vaak een verkeerd wachtwoord getypt."), _waiting(pause), wait=pause)


def _waiting(pause: int) -> str:
    return ngettext(
        "Over {count} seconde kunt u het opnieuw proberen.",
        "Over {count} seconden kunt u het opnieuw proberen.",
        pause,
    ).format(count=pause)


def write(folder: Path, found: KeyFile) -> None:
    """Write the key file whole and read it back; raises UserError when that does not work, and the old one stands."""
    found.formaat = 2
    found.som = found.sum()
    files.write(folder / FILE, msgspec.json.format(msgspec.json.encode(found), indent=2), private=True)
    if content(folder).som != found.som:
        raise _unreadable(folder / FILE)


def content(folder: Path) -> KeyFile:
    """The key file as it stands; raises UserError when it is missing, damaged or not one."""
    path = folder / FILE
    try:
        if path.stat().st_size > LARGEST:
            raise _unreadable(path)
        found = msgspec.json.decode(path.read_bytes(), type=KeyFile)
    except FileNotFoundError as fault:
        raise KeyLost(
            _("Het sleutelbestand {path} ontbreekt. Zonder sleutel is de administratie niet te lezen."),
            *_way_back(),
            path=path,
        ) from fault
    except (OSError, msgspec.DecodeError, RecursionError) as fault:
        raise _newer(path) or _unreadable(path) from fault
    if not _is_whole(found):
        raise _unreadable(path)
    return found


def _newer(path: Path) -> Newer | None:
    """The sentence for a key file of a later program; None for another one."""
    try:
        form = msgspec.json.decode(path.read_bytes(), type=_Form).formaat
    except (OSError, msgspec.DecodeError, RecursionError):
        return None
    if form <= FORM:
        return None
    return Newer(
        _("Deze administratie is gemaakt met een nieuwere versie van het programma ({version})."),
        _("Werk eerst het programma bij. Er is niets gewijzigd."),
        version=form,
    )


def _is_whole(found: KeyFile) -> bool:
    bare = found.open_key()
    if bare is not None and not _KEY.fullmatch(bare):
        return False
    if found.formaat == 2 and found.som != found.sum():
        return False
    kinds = [slot.waarmee if isinstance(slot, SealedSlot) else OPEN for slot in found.sloten]
    # One of each: a file that somebody prepared may not let each guess cost as many times as it has slots.
    return 0 < len(kinds) == len(set(kinds))


def _unreadable(path: Path) -> KeyLost:
    return KeyLost(
        _("Het sleutelbestand {path} is niet leesbaar."),
        *_way_back(),
        path=path,
    )


def _way_back() -> tuple[str, str]:
    return (
        _("Zet het sleutelbestand uit een reservekopie terug."),
        _("Dat doet: huurdersapp sleutel terugzetten"),
    )
