"""What can be done with the slots of the key file: the first password, changing it, a new code, a second person.

For whoever holds the lock of a closed folder. Only the first password and a new key touch the store itself; all else
writes the key file, whole or not at all.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec

from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.jobs import Job
from huurdersapp.store import attempts, keys, recovery_code, rekey
from huurdersapp.store.keys import KeyFile
from huurdersapp.store.slots import (
    CODE,
    PASSWORD,
    SECOND,
    Kind,
    SealedSlot,
    plain,
    seal,
    seal_inside,
    unseal_inside,
)


class _Inside(msgspec.Struct):
    """What only who opened the administration can read in the key file: the names at the slots."""

    namen: dict[str, str] = {}


def first(folder: Path, password: str) -> Job[str]:
    """The first password: a new key for the store, sealed under the password and a recovery code; gives that code.

    Raises UserError where there is a password already, and what `rekey.renew` raises.
    """
    rekey.settle(folder)
    old = keys.content(folder).open_key()
    if old is None:
        raise UserError(
            _("Deze administratie heeft al een wachtwoord."), _("U kunt het wachtwoord wel wijzigen.")
        )
    plain(password)
    return (yield from _renew(folder, old, password))


def new_key(folder: Path, password: str) -> Job[str]:
    """A new key for the store, under the same password and a new recovery code; gives that code. A second board member
    has to type a password again, because nobody else knows it.

    Raises UserError for anything else than the password, and what `rekey.renew` raises.
    """
    rekey.settle(folder)
    _content, slot, old = _opened(folder, password)
    if slot.waarmee != PASSWORD:
        raise UserError(
            _("Dit kan alleen met het wachtwoord zelf."),
            _("Stel eerst met de herstelcode een nieuw wachtwoord in."),
        )
    return (yield from _renew(folder, old, password))


def _renew(folder: Path, old: str, password: str) -> Job[str]:
    new, code = keys.new_key(), recovery_code.make()
    slots = [seal(PASSWORD, password, new), seal(CODE, recovery_code.read(code) or "", new)]
    content = KeyFile(2, list(slots), merk=keys.new_mark(), binnen=_inside(new, {}))
    yield from rekey.renew(folder, old, new, content)
    return code


def change(folder: Path, secret: str, new: str) -> None:
    """Another password: that of the second board member when `secret` is theirs, else the first one."""
    content, slot, key = _opened(folder, secret)
    kind: Kind = SECOND if slot.waarmee == SECOND else PASSWORD
    _refuse_known(folder, content, new, but=kind)
    old = next((one for one in content.sealed() if one.waarmee == kind), None)
    made = seal(kind, new, key)
    names = _names(content, key)
    if old is not None and old.id in names:
        names[made.id] = names.pop(old.id)
    _replace(folder, content, key, kind, made, names)


def new_code(folder: Path, secret: str) -> str:
    """A new recovery code in place of the earlier one."""
    content, _slot, key = _opened(folder, secret)
    code = recovery_code.make()
    made = seal(CODE, recovery_code.read(code) or "", key)
    _replace(folder, content, key, CODE, made, _names(content, key))
    return code


def second(folder: Path, secret: str, name: str, new: str) -> None:
    """A password for a second board member; raises UserError where there is one already."""
    content, _slot, key = _opened(folder, secret)
    if not name.strip():
        raise UserError(_("De naam is leeg."), _("Vul de naam van het tweede bestuurslid in."))
    if any(slot.waarmee == SECOND for slot in content.sealed()):
        raise UserError(
            _("Er is al een tweede bestuurslid met een wachtwoord."), _("Haal dat wachtwoord eerst weg.")
        )
    _refuse_known(folder, content, new)
    made = seal(SECOND, new, key)
    _replace(folder, content, key, SECOND, made, _names(content, key) | {made.id: name.strip()})


def second_gone(folder: Path, secret: str) -> None:
    """Take away the password of the second board member; the one of the first has to stay."""
    content, _slot, key = _opened(folder, secret)
    kinds = [slot.waarmee for slot in content.sealed()]
    if SECOND not in kinds:
        raise UserError(_("Er is geen tweede bestuurslid met een wachtwoord."))
    if PASSWORD not in kinds:
        raise UserError(
            _("Dit is het enige wachtwoord van deze administratie."), _("Stel eerst een ander in.")
        )
    _replace(folder, content, key, SECOND, None, _names(content, key))


def names(folder: Path, key: str | None) -> dict[str, str]:
    """The names at the slots, for who has the key; without it, or with another one, there are none."""
    content = keys.content(folder)
    return _names(content, key) if key is not None and content.binnen else {}


def _opened(folder: Path, secret: str) -> tuple[KeyFile, SealedSlot, str]:
    """The key file, the slot that this secret opens, and the key. Raises as `keys.unlock`, and UserError where there is
    no password yet."""
    content = keys.content(folder)
    if content.open_key() is not None:
        raise UserError(
            _("Deze administratie heeft nog geen wachtwoord."), _("Stel eerst een wachtwoord in.")
        )
    slot, key = keys.tried(folder, content, secret)
    return content, slot, key


def _refuse_known(folder: Path, content: KeyFile, new: str, but: str = "") -> None:
    """One password for two people would make it unclear whose is changed."""
    others = KeyFile(2, [slot for slot in content.sealed() if slot.waarmee not in (but, CODE)])
    if others.sloten and keys.find(folder, others, new) is not None:
        raise UserError(
            _("Dit wachtwoord is al van het andere bestuurslid."), _("Kies voor ieder een eigen wachtwoord.")
        )
    plain(new)


def _replace(
    folder: Path, content: KeyFile, key: str, kind: str, made: SealedSlot | None, names: dict[str, str]
) -> None:
    slots: list[Any] = [slot for slot in content.sealed() if slot.waarmee != kind]
    content.sloten = slots if made is None else [*slots, made]
    content.binnen = _inside(key, _of(names, (slot.id for slot in content.sealed())))
    rekey.reached("slot made")
    keys.write(folder, content)
    rekey.reached("slot in place")
    attempts.forget(folder)


def _of(names: dict[str, str], known: Iterable[str]) -> dict[str, str]:
    return {name: names[name] for name in known if name in names}


def _inside(key: str, names: dict[str, str]) -> str:
    return seal_inside(key, msgspec.json.encode(_Inside(names)))


def _names(content: KeyFile, key: str) -> dict[str, str]:
    found = unseal_inside(key, content.binnen)
    return {} if found is None else msgspec.json.decode(found, type=_Inside).namen
