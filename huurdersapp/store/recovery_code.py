"""The recovery code: 155 random bits in 31 signs that cannot be mistaken for each other, and one that checks them.

The signs are those of Crockford's base 32 (no I, L, O or U). The check is a sum in the field of 32 elements in which
every place has a weight of its own: any one wrong sign is noticed, and any two that were exchanged (but the first and
the last).
"""

from __future__ import annotations

import secrets

SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH, GROUP = 32, 4
_DIGITS = 3
_READ_AS = str.maketrans("OIL", "011")
_BETWEEN = str.maketrans("", "", " -\u2010\u2011\u2012\u2013\u2014_.\t\r\n\u00a0")


def make() -> str:
    """A new code, as it is printed: eight groups of four."""
    places = [secrets.randbelow(32) for _ in range(LENGTH - 1)]
    places.append(_sum(places))
    signs = "".join(SIGNS[place] for place in places)
    return "-".join(signs[at : at + GROUP] for at in range(0, LENGTH, GROUP))


def looks_like(text: str) -> bool:
    """Whether somebody meant to type a code: about as many signs, all of them letters and digits, and some digits: a
    password of six words has as many letters, and a code without digits is one of many thousands."""
    bare = _bare(text)
    fits = LENGTH - 2 <= len(bare) <= LENGTH + 2 and bare.isascii() and bare.isalnum()
    return fits and sum(sign in "0123456789" for sign in text) >= _DIGITS


def read(text: str) -> str | None:
    """The code in the one form that seals: capitals without anything between; None when a sign is wrong or missing."""
    bare = _bare(text)
    if len(bare) != LENGTH or any(sign not in SIGNS for sign in bare):
        return None
    places = [SIGNS.index(sign) for sign in bare]
    return bare if _sum(places[:-1]) == places[-1] else None


def _bare(text: str) -> str:
    return text.translate(_BETWEEN).upper().translate(_READ_AS)


def _sum(places: list[int]) -> int:
    """Horner's rule with the element x of the field, modulo x⁵ + x² + 1: weights x³⁰ … 1, all different."""
    total = 0
    for place in places:
        total <<= 1
        total ^= 0b100101 if total & 32 else 0
        total ^= place
    return total
