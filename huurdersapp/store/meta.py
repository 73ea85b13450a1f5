"""What the store says of itself: whether it holds example data, and on which laptop it is."""

from __future__ import annotations

from sqlalchemy import Column, Connection, String, Table, Text, select

from huurdersapp.records.base import Base

META = Table(
    "store_meta",
    Base.metadata,
    Column("key", String, primary_key=True),
    Column("value", Text, nullable=False),
)
_EXAMPLE = "voorbeeld"


def mark_example(connection: Connection) -> None:
    """Say that everything in this store is invented; there is no way back."""
    connection.execute(META.insert().values(key=_EXAMPLE, value="ja"))


def is_example(connection: Connection) -> bool:
    """Whether everything in this store is invented."""
    return connection.execute(select(META.c.value).where(META.c.key == _EXAMPLE)).scalar() is not None


def get(connection: Connection, key: str) -> str | None:
    """What stands under this key."""
    found: str | None = connection.execute(select(META.c.value).where(META.c.key == key)).scalar()
    return found


def put(connection: Connection, key: str, value: str) -> None:
    """Put a value under a key, within a writing transaction that is permitted."""
    connection.execute(META.insert().prefix_with("OR REPLACE").values(key=key, value=value))
