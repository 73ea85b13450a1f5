"""Records that somebody wants to jump to: by kind and number ("knelpunt 12", "kn 12"), by words, or where they were."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from huurdersapp.actions.context import Context
from huurdersapp.actions.lists import search
from huurdersapp.actions.names import Names
from huurdersapp.records.spec import RecordSpec
from huurdersapp.records.text import fold
from huurdersapp.store import queries
from huurdersapp.store.step import ReadSession

MOST = 8
_NUMBERED = re.compile(r"\s*([^\W\d_]*)\s*(\d{1,9})\s*")
_BY_NUMBER_ALONE = ("knelpunt", "raadpleging", "overleg", "actiepunt", "advies")
"""Kinds that people know by their number; for another one they type its name too."""


class Found(NamedTuple):
    """A record: kind, the word for that kind, number, and how people call it."""

    kind: str
    label: str
    number: int
    title: str


def find(ctx: Context, text: str, limit: int = MOST) -> list[Found]:
    """The records that a text asks for, first by number and then by words, each once."""
    found: dict[tuple[str, int], Found] = {}
    with ctx.store.reading() as db:
        for item in _numbered(db, text):
            found[item.kind, item.number] = item
    if len(found) < limit and text.strip():
        for spec, number, title in search(ctx, text, limit):
            found.setdefault((spec.key, number), Found(spec.key, str(spec.label), number, title))
    return list(found.values())[:limit]


def named(ctx: Context, keys: Iterable[tuple[str, int]]) -> list[Found]:
    """These records by kind and number, those that are not there (any more) left out."""
    with ctx.store.reading() as db:
        specs = db.catalogue.specs
        found = [_by_number(db, specs[kind], number) for kind, number in keys if kind in specs]
    return [item for item in found if item is not None]


def kinds_meant(word: str, specs: Mapping[str, RecordSpec]) -> list[RecordSpec]:
    """The kinds whose name begins with a word, in the order in which people meet them: "kn" is a knelpunt."""
    folded = "".join(fold(word))
    if not folded:
        return [specs[key] for key in _BY_NUMBER_ALONE if key in specs]
    names = ((spec, (spec.key, str(spec.label), str(spec.plural))) for spec in specs.values())
    return [spec for spec, words in names if any("".join(fold(one)).startswith(folded) for one in words)]


def _numbered(db: ReadSession, text: str) -> Iterator[Found]:
    if (asked := _NUMBERED.fullmatch(text)) is None:
        return
    for spec in kinds_meant(asked[1], db.catalogue.specs):
        if (item := _by_number(db, spec, int(asked[2]))) is not None:
            yield item


def _by_number(db: ReadSession, spec: RecordSpec, number: int) -> Found | None:
    row = queries.by_number(db, spec, number)
    if row is None:
        return None
    return Found(spec.key, str(spec.label), number, Names(db).of(spec.key, row.id))
