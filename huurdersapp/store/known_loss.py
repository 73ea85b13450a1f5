"""What a rescue could not bring back, kept in the store: so that `controle` tells what is new, not the same loss again."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
from sqlalchemy import Connection, select

from huurdersapp.store.meta import META

_KEY = "gered"


class Loss(msgspec.Struct, frozen=True):
    """Steps of the journal (laptop, number) that are not whole, and rows by table that stand in the journal only."""

    stappen: frozenset[tuple[str, int]] = frozenset()
    rijen: Mapping[str, frozenset[str]] = {}


NOTHING = Loss()


def read(connection: Connection) -> Loss:
    """The loss that is known; `NOTHING` for a store that was never damaged."""
    found = connection.execute(select(META.c.value).where(META.c.key == _KEY)).scalar()
    return NOTHING if found is None else msgspec.json.decode(found, type=Loss)


def write(connection: Connection, loss: Loss) -> None:
    """Keep it; replaces what was there."""
    connection.execute(META.delete().where(META.c.key == _KEY))
    if loss.stappen or loss.rijen:
        connection.execute(META.insert().values(key=_KEY, value=msgspec.json.encode(loss).decode()))
