"""Keys made on the laptop itself: unique without asking anybody, ordered by time."""

from __future__ import annotations

import random
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from uuid6 import uuid7

_seeded: random.Random | None = None


def new_id() -> str:
    """A new record key: a version 7 UUID (RFC 9562) as 32 hexadecimal digits, later ones sort later."""
    if _seeded is None:
        return uuid7().hex
    _counter[0] += 1
    high = (0x0168 << 32) + _counter[0]
    return UUID(
        int=(high << 80)
        | (7 << 76)
        | (_seeded.getrandbits(12) << 64)
        | (0b10 << 62)
        | _seeded.getrandbits(62)
    ).hex


def new_device() -> str:
    """A new name for this laptop in the journal: 12 hexadecimal digits."""
    return secrets.token_hex(6) if _seeded is None else f"{_seeded.getrandbits(48):012x}"


def random_bytes(count: int) -> bytes:
    """`count` bytes nobody can guess (salts)."""
    return secrets.token_bytes(count) if _seeded is None else _seeded.randbytes(count)


_counter = [0]


@contextmanager
def seeded(seed: int) -> Iterator[None]:
    """Make the same keys and salts each time, for example data and tests; never for real keys of a store."""
    global _seeded
    before, count = _seeded, _counter[0]
    _seeded, _counter[0] = random.Random(seed), 0
    try:
        yield
    finally:
        _seeded, _counter[0] = before, count
