"""Lists as people ask for them: words to find, conditions as "veld=waarde", and the same rows in a file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import select

from huurdersapp.actions.conditions import known_key, typed, unknown_field
from huurdersapp.actions.context import Context
from huurdersapp.actions.names import Names, in_a_cell
from huurdersapp.actions.plain import Plain, plain_of, title
from huurdersapp.actions.rows import page, shown_items
from huurdersapp.actions.sheets import WRITERS, example_mark
from huurdersapp.base import files
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.jobs import Job, Progress
from huurdersapp.records.spec import Field, RecordSpec
from huurdersapp.store import queries
from huurdersapp.store.queries import Query
from huurdersapp.store.search import DOC, terms
from huurdersapp.store.step import ReadSession

STRIDE = 500
"""Records between two reports of progress."""
RANKED = 1000
"""Finds that are put in the order of how well they fit; whoever finds more adds a word."""


def build(
    db: ReadSession,
    spec: RecordSpec,
    where: Iterable[str] = (),
    words: str = "",
    order: str = "",
    *,
    binned: bool = False,
) -> Query:
    """The list that these words ask for; raises UserError for an unknown field or an impossible value."""
    if order:
        downwards = "-" if order.startswith("-") else ""
        key = known_key(spec, order.removeprefix("-"))
        if key not in spec.fields:
            raise unknown_field(spec, order.removeprefix("-"))
        order = downwards + key
    return Query(spec, tuple(typed(db, spec, text) for text in where), words, order, binned)


def find(
    ctx: Context, spec: RecordSpec, where: Iterable[str] = (), words: str = "", order: str = ""
) -> list[Plain]:
    """All records of a list as JSON values, never just a page."""
    with ctx.store.reading() as db:
        return list(plain_of(db, spec, queries.keys(db, build(db, spec, where, words, order))))


def count(ctx: Context, spec: RecordSpec, where: Iterable[str] = (), words: str = "") -> int:
    """How many records a list has."""
    with ctx.store.reading() as db:
        return queries.count(db, build(db, spec, where, words))


def search(ctx: Context, words: str, limit: int = queries.PAGE) -> list[tuple[RecordSpec, int, str]]:
    """Kind, number and name of the records of any kind that the words find (-1: of all of them).

    First where the words stand by themselves, then where words begin so, then where they stand inside others; within
    that the newest first. Of very many finds only the newest `RANKED` are put in that order.
    """
    found: list[tuple[RecordSpec, int, str]] = []
    with ctx.store.reading() as db:
        hits = queries.hits(db, words, limit if limit < 0 else max(limit, RANKED))
        for kind, key in _ranked(db, hits, terms(words))[: None if limit < 0 else limit]:
            spec = db.catalogue.specs[kind]
            if (row := db.get(spec.cls, key)) is not None:
                found.append((spec, vars(row)["nummer"], title(spec, row)))
    return found


def _ranked(db: ReadSession, hits: Sequence[tuple[str, str]], words: Sequence[str]) -> list[tuple[str, str]]:
    first = [key for _kind, key in hits[:RANKED]]
    texts: dict[str, str] = {}
    for start in range(0, len(first), STRIDE):
        asked = select(DOC.c.row, DOC.c.folded).where(DOC.c.row.in_(first[start : start + STRIDE]))
        texts |= {row.row: row.folded for row in db.execute(asked)}
    ranked = sorted(hits[:RANKED], key=lambda hit: sum(_distance(texts[hit[1]], word) for word in words))
    return [*ranked, *hits[RANKED:]]


def _distance(text: str, word: str) -> int:
    """How far a folded text is from saying this word: 0 itself, 1 the beginning of a word, 2 inside one.

    Before every word of a folded text stand two spaces.
    """
    if f"  {word}  " in f"{text}  ":
        return 0
    return 1 if f"  {word}" in text else 2


def shown_rows(
    ctx: Context, spec: RecordSpec, query_words: str, where: Iterable[str], order: str, size: int
) -> list[list[str]]:
    """The first rows of a list in words, as its columns show them."""
    with ctx.store.reading() as db:
        query = build(db, spec, where, query_words, order)
        return [list(line.words) for line in page(db, query, shown_items(spec), size=size)]


def export(
    ctx: Context,
    spec: RecordSpec,
    path: Path,
    where: Iterable[str] = (),
    words: str = "",
    order: str = "",
    *,
    columns: Sequence[str] = (),
    labels: bool = False,
) -> Job[int]:
    """Write a list to .csv, .xlsx or .json and give the number of records; a stopped job leaves no file.

    CSV and Excel have a column per field under its own name, choices by key and links by name; lists within records
    and contact details stay out. JSON has everything, as `toon` shows it. `columns` are the only ones, in that order.
    `labels` is how the window writes: columns under their labels and choices in words; days in CSV as dd-mm-jjjj,
    because Dutch Excel takes those for days whatever the column is set to, and jjjj-mm-dd is what other programs read.
    """
    ending = path.suffix.lower()
    if ending not in (*WRITERS, ".json"):
        raise UserError(_("Een lijst kan naar .csv, .xlsx of .json."), _("Geef een naam die zo eindigt."))
    items = [item for item in shown_items(spec, columns or tuple(spec.fields)) if not item.note.personal]
    rows: list[Any] = []
    with ctx.store.reading() as db:
        keys = queries.keys(db, build(db, spec, where, words, order))
        yield Progress(0, len(keys), _("Gegevens lezen"))
        for row in plain_of(db, spec, keys) if ending == ".json" else _cells(db, spec, items, keys, labels):
            rows.append(row)
            if len(rows) % STRIDE == 0:
                yield Progress(len(rows), len(keys), _("Gegevens lezen"))
    yield Progress(len(keys), len(keys), _("Bestand opslaan"))
    mark = example_mark(ctx.store.example)
    if ending == ".json":
        files.write(path, msgspec.json.format(msgspec.json.encode(rows), indent=2))
    else:
        files.write(path, WRITERS[ending](spec, items, rows, mark, labels))
    return len(keys)


def _cells(
    db: ReadSession, spec: RecordSpec, items: Sequence[Field], keys: Sequence[str], labels: bool
) -> Iterator[list[Any]]:
    """The values of these fields, links by name, read some hundreds of records at a time."""
    names, table = Names(db), spec.table
    columns = [table.c.id, *(table.c[item.column] for item in items)]
    for start in range(0, len(keys), STRIDE):
        piece = keys[start : start + STRIDE]
        rows = {key: values for key, *values in db.execute(select(*columns).where(table.c.id.in_(piece)))}
        names.load_columns(items, rows.values())
        for key in piece:
            yield [
                in_a_cell(item, value, names)
                if value and (item.note.ref or (labels and (item.choices or item.note.long)))
                else value
                for item, value in zip(items, rows[key], strict=True)
            ]
