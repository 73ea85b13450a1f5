"""What the store says of itself: at present only whether it holds example data."""

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
