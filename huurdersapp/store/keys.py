"""The key of the store: random, in a slot of `sleutel.json`. An open slot means "nog niet beveiligd"."""

from __future__ import annotations

import re
import secrets
from pathlib import Path
from typing import Literal

import msgspec

from huurdersapp.base import files
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _

FILE = "sleutel.json"
_KEY = re.compile(r"[0-9a-f]{96}")


class OpenSlot(msgspec.Struct, tag_field="soort", tag="open", forbid_unknown_fields=True):
    """The key as it is: whoever has the folder can read the store. A password replaces this slot."""

    sleutel: str


class KeyFile(msgspec.Struct, forbid_unknown_fields=True):
    """All slots; each opens the same store. `in_gebruik`: the store was made whole, so that it should be there."""

    formaat: Literal[1]
    sloten: list[OpenSlot]
    in_gebruik: bool = False


def make(folder: Path) -> str:
    """Make a random key (32 bytes and 16 bytes of salt, in hexadecimal) and put it in an open slot.

    A key that is there already is used: copies of an earlier store may need it.
    """
    if (folder / FILE).exists():
        return read(folder)
    key = secrets.token_hex(48)
    _write(folder, KeyFile(1, [OpenSlot(key)]))
    return key


def in_use(folder: Path) -> bool:
    """Whether a store was once made whole with this key; without a key file it was not."""
    return (folder / FILE).exists() and _content(folder / FILE).in_gebruik


def mark_used(folder: Path) -> None:
    """Say that the store of this key is there: from now on its absence is a loss, not a new beginning."""
    content = _content(folder / FILE)
    if not content.in_gebruik:
        content.in_gebruik = True
        _write(folder, content)


def _write(folder: Path, content: KeyFile) -> None:
    files.write(folder / FILE, msgspec.json.format(msgspec.json.encode(content), indent=2), private=True)


def read(folder: Path) -> str:
    """The key from the open slot; raises UserError when the key file is missing or not readable as one."""
    path = folder / FILE
    for slot in _content(path).sloten:
        if _KEY.fullmatch(slot.sleutel):
            return slot.sleutel
    raise _unreadable(path)


def _content(path: Path) -> KeyFile:
    try:
        return msgspec.json.decode(path.read_bytes(), type=KeyFile)
    except FileNotFoundError as fault:
        raise UserError(
            _("Het sleutelbestand {path} ontbreekt. Zonder sleutel is de administratie niet te lezen."),
            _("Zet het sleutelbestand uit een reservekopie terug."),
            path=path,
        ) from fault
    except (OSError, msgspec.DecodeError, RecursionError) as fault:
        raise _unreadable(path) from fault


def _unreadable(path: Path) -> UserError:
    return UserError(
        _("Het sleutelbestand {path} is niet leesbaar."),
        _("Zet het sleutelbestand uit een reservekopie terug."),
        path=path,
    )
