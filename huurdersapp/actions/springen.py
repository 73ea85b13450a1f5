"""Records that somebody comes back to: where they were, and what was made or changed last, as people call them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from huurdersapp.actions.context import Context
from huurdersapp.actions.plain import title
from huurdersapp.actions.stappen import latest
from huurdersapp.store import queries
from huurdersapp.store.step import ReadSession


class Named(NamedTuple):
    """A record: kind, number, and how people call it."""

    kind: str
    number: int
    title: str


def named(ctx: Context, keys: Iterable[tuple[str, int]]) -> list[Named]:
    """These records by kind and number, those that are not there (any more) left out."""
    with ctx.store.reading() as db:
        return list(_named(db, keys))


def lately(ctx: Context, size: int) -> list[Named]:
    """The records that were made or changed last, the last first."""
    with ctx.store.reading() as db:
        return [Named(item.kind, item.number, item.title) for item in latest(db, size)]


def _named(db: ReadSession, keys: Iterable[tuple[str, int]]) -> Iterator[Named]:
    for kind, number in keys:
        spec = db.catalogue.specs.get(kind)
        if spec is not None and (row := queries.by_number(db, spec, number)) is not None:
            yield Named(kind, number, title(spec, row))
