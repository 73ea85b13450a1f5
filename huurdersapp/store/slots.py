"""One slot of the key file: the key of the store, sealed under something that a person knows.

ChaCha20-Poly1305 under Argon2id (RFC 9106): whoever finds the file must try every guess at the cost of a tenth of a
second and 64 MiB. Kind, name and cost of a slot are bound to it, so that nobody can put one in the place of another.
"""

from __future__ import annotations

import base64
import secrets
import unicodedata
from typing import Annotated, Literal

import msgspec

from huurdersapp.base import clock
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _

Kind = Literal["wachtwoord", "herstelcode", "tweede"]
PASSWORD: Kind = "wachtwoord"
CODE: Kind = "herstelcode"
SECOND: Kind = "tweede"
LONGEST = 10_000
"""Signs of a password; more is a file that was pasted by mistake."""


class Cost(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """What one guess costs. The limits keep a file that somebody prepared from choking the laptop that reads it."""

    geheugen: Annotated[int, msgspec.Meta(ge=8, le=1024 * 1024)]
    rondes: Annotated[int, msgspec.Meta(ge=1, le=10)]
    banen: Annotated[int, msgspec.Meta(ge=1, le=16)]


COST = Cost(64 * 1024, 3, 4)
"""64 MiB, 3 rounds, 4 lanes: about 145 ms on an ordinary laptop; memory in KiB."""


class SealedSlot(msgspec.Struct, tag_field="soort", tag="dicht", forbid_unknown_fields=True, frozen=True):
    """The key of the store, sealed; `waarmee` opens it, `id` is random and only tells one slot from another."""

    waarmee: Kind
    id: str
    gemaakt_op: str
    kosten: Cost
    zout: str
    gesloten: str


def seal(kind: Kind, secret: str, key: str) -> SealedSlot:
    """A new slot in which this secret seals the key of the store; raises UserError for an empty or endless secret."""
    name, salt = secrets.token_hex(8), secrets.token_bytes(16)
    box = _box(_derived(plain(secret), salt, COST), bytes.fromhex(key), _bound(kind, name, COST))
    return SealedSlot(kind, name, clock.now().isoformat(timespec="seconds"), COST, _text(salt), _text(box))


def unseal(slot: SealedSlot, secret: str) -> str | None:
    """The key of the store, or None where the secret is another one or the slot was touched.

    Raises ValueError for a slot that no program of ours wrote.
    """
    salt, box = _bytes(slot.zout), _bytes(slot.gesloten)
    found = _unbox(
        _derived(plain(secret), salt, slot.kosten), box, _bound(slot.waarmee, slot.id, slot.kosten)
    )
    return None if found is None else found.hex()


def plain(secret: str) -> bytes:
    """The bytes of what was typed: one form for é, however the keyboard makes it; nothing else is changed.

    Raises UserError for an empty, endless or unreadable one.
    """
    if not secret:
        raise UserError(_("Het wachtwoord is leeg."), _("Typ het wachtwoord."))
    if len(secret) > LONGEST:
        raise UserError(_("Dit wachtwoord is te lang."), _("Neem er een van hooguit 10.000 tekens."))
    try:
        return unicodedata.normalize("NFC", secret).encode()
    except UnicodeEncodeError as fault:
        raise UserError(
            _("In het wachtwoord staat een teken dat niet leesbaar is."), _("Typ het opnieuw.")
        ) from fault


def seal_inside(key: str, content: bytes) -> str:
    """Content that only who has the key of the store can read, for the key file itself."""
    return _text(_box(_inner(key), content, b"huurdersapp binnen"))


def unseal_inside(key: str, sealed: str) -> bytes | None:
    """What `seal_inside` sealed; None when this is another key, or nothing that it sealed."""
    try:
        return _unbox(_inner(key), _bytes(sealed), b"huurdersapp binnen")
    except ValueError:
        return None


def _inner(key: str) -> bytes:
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(SHA256(), 32, None, b"huurdersapp sleutelbestand").derive(bytes.fromhex(key))


def _derived(secret: bytes, salt: bytes, cost: Cost) -> bytes:
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    return Argon2id(
        salt=salt, length=32, iterations=cost.rondes, lanes=cost.banen, memory_cost=cost.geheugen
    ).derive(secret)


def _bound(kind: str, name: str, cost: Cost) -> bytes:
    return f"huurdersapp slot|{kind}|{name}|{cost.geheugen}|{cost.rondes}|{cost.banen}".encode()


def _box(key: bytes, content: bytes, bound: bytes) -> bytes:
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    nonce = secrets.token_bytes(12)
    return nonce + ChaCha20Poly1305(key).encrypt(nonce, content, bound)


def _unbox(key: bytes, box: bytes, bound: bytes) -> bytes | None:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    try:
        return ChaCha20Poly1305(key).decrypt(box[:12], box[12:], bound)
    except InvalidTag:
        return None


def _text(content: bytes) -> str:
    return base64.b64encode(content).decode()


def _bytes(text: str) -> bytes:
    return base64.b64decode(text, validate=True)
