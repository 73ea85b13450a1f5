"""Emptying the waste bin: the contents of what was thrown away go for good, kind and number stay."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import Select, select

from huurdersapp.actions import reservekopie
from huurdersapp.actions.context import Context
from huurdersapp.actions.names import Names
from huurdersapp.actions.prullenbak import Row, in_bin, kinds_asked, thrown_at
from huurdersapp.base import clock
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.jobs import Job, Progress
from huurdersapp.records.spec import RecordSpec
from huurdersapp.store.erase import Blank, Erasing, erase_all
from huurdersapp.store.erased import OF_THE_BIN
from huurdersapp.store.journal import moment_of
from huurdersapp.store.step import ReadSession

EVERYTHING = 10_000_000
"""More than ever lie in a bin."""
PIECE = 400
"""Rows asked for in one question."""


@dataclass(frozen=True, slots=True)
class Stays:
    """A record that stays in the bin, because something that was not thrown away still points at it."""

    kind: str
    number: int
    title: str


@dataclass(frozen=True, slots=True)
class Emptying:
    """What emptying would do: how many records of each kind go for good, and which stay."""

    counts: Mapping[str, int]
    stays: tuple[Stays, ...]

    @property
    def total(self) -> int:
        """How many records go."""
        return sum(self.counts.values())


def wat_gaat(ctx: Context, kind: str | None = None, older_than_days: int | None = None) -> Emptying:
    """What `leeg` would do now."""
    with ctx.store.reading() as db:
        go, stay = _chosen(ctx, db, kind, older_than_days)
        return _told(db, go, stay)


def leeg(ctx: Context, kind: str | None = None, older_than_days: int | None = None) -> Job[Emptying]:
    """Blank what lies in the waste bin (of this kind, and thrown away more than so many days ago) in row, history and
    search, in one step; gives what was done. A copy of the administration is made first.

    Nothing before this step can be undone any more. Kind and number stay, so that no number is ever given twice. What a
    record that was not thrown away still points at stays in the bin: its name is needed there.
    """
    with ctx.store.reading() as db:
        go, stay = _chosen(ctx, db, kind, older_than_days)
        blanks = list(_blanks(db, go))
        done = _told(db, go, stay)
    if not go:
        return done
    yield Progress(0, 2, _("Reservekopie maken"))
    yield from reservekopie.before(ctx, "voor-prullenbak-legen")
    yield Progress(1, 2, _("Prullenbak legen"))
    erase_all(ctx.store, Erasing(blanks, tombs=go), _("Prullenbak geleegd"), OF_THE_BIN)
    return done


def _chosen(
    ctx: Context, db: ReadSession, kind: str | None, older_than_days: int | None
) -> tuple[list[Row], list[Row]]:
    rows = in_bin(db, kinds_asked(ctx, kind), EVERYTHING)
    if older_than_days is not None:
        before = clock.now() - timedelta(days=older_than_days)
        thrown = thrown_at(db, rows)
        rows = [row for row in rows if row in thrown and moment_of(thrown[row][0]) < before]
    needed = _needed(db, rows)
    return [row for row in rows if row not in needed], [row for row in rows if row in needed]


def _needed(db: ReadSession, rows: Sequence[Row]) -> set[Row]:
    """Those at which something points that was not thrown away."""
    by_kind: dict[str, list[str]] = {}
    for kind, key in rows:
        by_kind.setdefault(kind, []).append(key)
    found: set[Row] = set()
    for spec in db.catalogue.tree.values():
        for item in spec.fields.values():
            keys = by_kind.get(item.note.ref or "", [])
            column = spec.table.c[item.column]
            for start in range(0, len(keys), PIECE):
                query = _alive(db, spec, select(column).where(column.in_(keys[start : start + PIECE])))
                found |= {(str(item.note.ref), key) for key in db.scalars(query.distinct())}
    return found


def _alive(db: ReadSession, spec: RecordSpec, query: Select[Any]) -> Select[Any]:
    """The same of rows that were not thrown away, nor what they stand in."""
    query = query.where(spec.table.c.verwijderd.is_(None))
    while (owner := db.catalogue.owner.get(spec.key)) is not None:
        query = query.join(owner.table, owner.table.c.id == spec.table.c.ouder_id)
        query = query.where(owner.table.c.verwijderd.is_(None))
        spec = owner
    return query


def _blanks(db: ReadSession, rows: Iterable[Row]) -> Iterator[Blank]:
    """All fields of these records and of the lines in them, as far as a field may be empty or is a text of their own."""
    by_kind: dict[str, list[str]] = {}
    for kind, key in rows:
        by_kind.setdefault(kind, []).append(key)
    for kind, keys in by_kind.items():
        yield from _of_spec(db, db.catalogue.specs[kind], keys)


def _of_spec(db: ReadSession, spec: RecordSpec, keys: Sequence[str]) -> Iterator[Blank]:
    columns = [
        item.column
        for item in spec.fields.values()
        if item.column != "nummer" and (spec.table.c[item.column].nullable or _own_words(spec, item.column))
    ]
    for key in keys:
        for column in columns:
            yield Blank(spec.key, key, column)
    for part in spec.parts:
        table, inner = part.spec.table, list[str]()
        for start in range(0, len(keys), PIECE):
            # Also lines that were taken out before: their words stand in the history.
            inner += db.scalars(select(table.c.id).where(table.c.ouder_id.in_(keys[start : start + PIECE])))
        yield from _of_spec(db, part.spec, inner)


def _own_words(spec: RecordSpec, column: str) -> bool:
    """Whether it is a text that somebody typed: no choice, no link, no day and no number."""
    item = spec.by_column[column]
    return item.kind == "tekst" and item.note.choices is None and item.note.ref is None


def _told(db: ReadSession, go: Sequence[Row], stay: Sequence[Row]) -> Emptying:
    counts: dict[str, int] = {}
    for kind, _key in go:
        counts[kind] = counts.get(kind, 0) + 1
    names = Names(db)
    for kind in {kind for kind, _key in stay}:
        names.load(kind, [key for other, key in stay if other == kind])
    return Emptying(counts, tuple(Stays(kind, *names.numbered(kind, key)) for kind, key in stay))
