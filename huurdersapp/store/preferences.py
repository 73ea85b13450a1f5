"""What screens remember: columns chosen, filters of one's own, the last screen; JSON values by key.

They may hold words that somebody searched for, and those are personal: so they lie here, in the encrypted file, and not
in the settings beside it. No journal follows them.
"""

from __future__ import annotations

from typing import Any

import msgspec
from sqlalchemy import Column, String, Table, Text, select

from huurdersapp.records.base import Base
from huurdersapp.store.store import Store

VOORKEUR = Table(
    "voorkeur",
    Base.metadata,
    Column("sleutel", String, primary_key=True),
    Column("waarde", Text, nullable=False),
)


def get(store: Store, key: str, default: Any = None) -> Any:
    """The value that was put under this key, `default` when there is none."""
    found = _text(store, key)
    return default if found is None else msgspec.json.decode(found)


def put(store: Store, key: str, value: Any) -> None:
    """Remember a plain JSON value; what is there already is not written again. None forgets the key.

    In a store that is only looked at nothing is kept, without a word: nobody asked for it.
    """
    if store.read_only:
        return
    text = None if value is None else msgspec.json.encode(value).decode()
    if text == _text(store, key):
        return
    with store.beside() as connection:
        if text is None:
            connection.execute(VOORKEUR.delete().where(VOORKEUR.c.sleutel == key))
        else:
            row = {"sleutel": key, "waarde": text}
            connection.execute(VOORKEUR.insert().prefix_with("OR REPLACE"), row)


def _text(store: Store, key: str) -> str | None:
    with store.reading() as db:
        return db.connection().execute(select(VOORKEUR.c.waarde).where(VOORKEUR.c.sleutel == key)).scalar()
