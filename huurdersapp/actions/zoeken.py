"""Search everywhere: what is found, and why: the field in which the words stand, with the words marked in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from huurdersapp.actions import lists
from huurdersapp.actions.context import Context
from huurdersapp.actions.marks import Mark, marks, snippet, standing
from huurdersapp.actions.names import called, unmarked
from huurdersapp.actions.records import HIGHEST
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
    asked = list(dict.fromkeys((spec.key, number) for spec, number in [*numbered, *found]))[:limit]
    with ctx.store.reading() as db:
        texts = {
            kind: _texts(db, kind, [number for other, number in asked if other == kind]) for kind, _n in asked
        }
    return [
        _hit(kind, number, texts[kind][number], searched) for kind, number in asked if number in texts[kind]
    ]


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


def _hit(kind: str, number: int, found: _Found, words: Sequence[str]) -> Hit:
    name = found.title
    in_title = marks(name, words)
    said = standing(name, words)
    missing = [word for word in words if word not in said]
    places = [(label, text, standing(text, words)) for label, text in found.texts if text != name]
    places = [place for place in places if place[2]]
    if not missing or not places:
        return Hit(kind, number, name, in_title, more=bool(places))
    # The place that has most of what the title lacks, then most of all words; of equal ones the first.
    label, text, there = max(places, key=lambda place: (len(set(missing) & set(place[2])), len(place[2])))
    shown, _places = snippet(text, [word for word in missing if word in there] or there)
    return Hit(kind, number, name, in_title, label, shown, marks(shown, there), len(places) > 1)


@dataclass(slots=True)
class _Found:
    """How a record is called, and what search finds it by: label and text of its fields and of those of its lines."""

    title: str
    texts: list[tuple[str, str]]


def _texts(db: ReadSession, kind: str, numbers: Sequence[int]) -> dict[int, _Found]:
    """Those of the live records of a kind with these numbers."""
    spec = db.catalogue.specs[kind]
    table = spec.table
    columns = [
        table.c.id,
        table.c.nummer,
        *(table.c[spec.fields[key].column] for key in (*spec.name, *spec.search)),
    ]
    query = select(*columns).where(table.c.nummer.in_(numbers), table.c.verwijderd.is_(None))
    found: dict[int, _Found] = {}
    roots: dict[str, int] = {}
    for key, number, *values in db.execute(query):
        roots[key] = number
        title = called(spec, number, values[: len(spec.name)])
        found[number] = _Found(title, list(_own(spec, values[len(spec.name) :], "")))
    for part in db.catalogue.searched[kind]:
        for number, inside in _lines(db, db.catalogue.path_down(spec, part), roots):
            found[number].texts += _own(part, inside, str(part.label))
    return found


def _lines(
    db: ReadSession, path: Iterable[RecordSpec], roots: Mapping[str, int]
) -> list[tuple[int, Sequence[Any]]]:
    """The searched values of all lines at the end of the path, each with the number of its record."""
    found: list[tuple[int, Sequence[Any]]] = []
    for spec in path:
        table = spec.table
        columns = [table.c.id, table.c.ouder_id, *(table.c[spec.fields[key].column] for key in spec.search)]
        query = select(*columns).where(table.c.ouder_id.in_(roots), table.c.verwijderd.is_(None))
        rows = db.execute(query.order_by(table.c.volgorde, table.c.id)).all()
        owners, roots = roots, {row[0]: roots[row[1]] for row in rows}
        found = [(owners[row[1]], row[2:]) for row in rows]
    return found


def _own(spec: RecordSpec, values: Sequence[Any], before: str) -> Iterator[tuple[str, str]]:
    for key, value in zip(spec.search, values, strict=True):
        if value:
            item = spec.fields[key]
            label = ": ".join(dict.fromkeys(filter(None, [before, item.label])))
            yield label, item.choices.label(value) if item.choices else unmarked(item, value)
