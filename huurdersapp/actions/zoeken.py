"""Search everywhere: what is found, and why: the field in which the words stand, with the words marked in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from huurdersapp.actions import lists
from huurdersapp.actions.context import Context
from huurdersapp.actions.marks import Mark, marks, snippet
from huurdersapp.actions.plain import title
from huurdersapp.actions.records import HIGHEST
from huurdersapp.records.base import Record
from huurdersapp.records.spec import RecordSpec
from huurdersapp.records.text import fold
from huurdersapp.store import queries
from huurdersapp.store.search import terms
from huurdersapp.store.step import ReadSession

_NUMBER = re.compile(r"(?P<kind>[^\W\d_]*)\s*#?(?P<number>\d{1,18})")


@dataclass(frozen=True, slots=True)
class Hit:
    """A record that was found. `field` is the label of where the words stand when the title has not all of them, `text` a
    snippet of it; both are empty when the title says it all, or when it was found by its number. The marks are places
    in `title` and `text`. `more`: words stand in other fields or lines of it too."""

    kind: str
    number: int
    title: str
    title_marks: tuple[Mark, ...] = ()
    field: str = ""
    text: str = ""
    text_marks: tuple[Mark, ...] = ()
    more: bool = False


def find(ctx: Context, words: str, limit: int = queries.PAGE) -> list[Hit]:
    """The records that the words find: first the one that has this number ("knelpunt 12", "kn 12", "12"), then as
    `lists.search` ranks them."""
    searched = terms(words)
    with ctx.store.reading() as db:
        numbered = list(_numbered(db, words))
    found = [(spec, number) for spec, number, _name in lists.search(ctx, words, limit)]
    asked = list(dict.fromkeys([*((spec.key, number) for spec, number in [*numbered, *found])]))[:limit]
    with ctx.store.reading() as db:
        hits = [_hit(db, db.catalogue.specs[kind], number, searched) for kind, number in asked]
    return [hit for hit in hits if hit is not None]


def _numbered(db: ReadSession, words: str) -> Iterator[tuple[RecordSpec, int]]:
    """The records of which somebody typed the number, of any kind or of one that begins so."""
    match = _NUMBER.fullmatch(words.strip())
    if match is None or int(match["number"]) > HIGHEST:
        return
    begin = "".join(fold(match["kind"]))
    for spec in db.catalogue.specs.values():
        names = ("".join(fold(str(name))) for name in (spec.key, spec.label, spec.plural))
        fits = any(name.startswith(begin) for name in names)
        if fits and queries.by_number(db, spec, int(match["number"])) is not None:
            yield spec, int(match["number"])


def _hit(db: ReadSession, spec: RecordSpec, number: int, words: Sequence[str]) -> Hit | None:
    row = queries.by_number(db, spec, number)
    if row is None:
        return None
    name = title(spec, row)
    in_title = marks(name, words)
    missing = [word for word in words if not marks(name, [word])]
    places = [
        (label, text, [word for word in words if marks(text, [word])])
        for label, text in _texts(db, spec, row)
        if text != name
    ]
    places = [place for place in places if place[2]]
    if not missing or not places:
        return Hit(spec.key, number, name, in_title, more=bool(places))
    # The place that has most of what the title lacks, then most of all words; of equal ones the first.
    best = max(places, key=lambda place: (len(set(missing) & set(place[2])), len(place[2])))
    label, text, _words = best
    shown, text_marks = snippet(text, [word for word in missing if word in best[2]] or best[2])
    if len(best[2]) > 1:
        text_marks = marks(shown, best[2])
    return Hit(spec.key, number, name, in_title, label, shown, text_marks, len(places) > 1)


def _texts(db: ReadSession, spec: RecordSpec, row: Record) -> Iterator[tuple[str, str]]:
    """What search finds a record by: label and text of its own fields and of those of its lines."""
    yield from _own(spec, row, "")
    for part in db.catalogue.searched[spec.key]:
        owners: list[str] = [row.id]
        lines: list[Any] = []
        for step in db.catalogue.path_down(spec, part):
            lines = db.alive(step, step.table.c.ouder_id.in_(owners))
            owners = [line.id for line in lines]
        for line in lines:
            yield from _own(part, line, str(part.label))


def _own(spec: RecordSpec, row: Any, before: str) -> Iterator[tuple[str, str]]:
    for key in spec.search:
        item = spec.fields[key]
        value = getattr(row, item.column)
        if value:
            label = ": ".join(dict.fromkeys(filter(None, [before, item.label])))
            yield label, item.choices.label(value) if item.choices else str(value)
