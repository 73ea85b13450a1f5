"""What hangs together with a record: what names it, and what it names, as lists that can be opened."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from huurdersapp.actions.conditions import condition
from huurdersapp.actions.context import Context
from huurdersapp.actions.names import Names, called
from huurdersapp.actions.plain import draft_of
from huurdersapp.actions.records import find
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.draft import Draft
from huurdersapp.records.spec import RecordSpec
from huurdersapp.store import queries
from huurdersapp.store.queries import Query
from huurdersapp.store.step import ReadSession

MOST = 20
"""Records that are named; the rest stands in the list."""
AT_MOST = 1000
"""Beyond this they are not counted one by one."""


@dataclass(frozen=True, slots=True)
class Related:
    """Records of one kind that hang together with another in one way.

    `items` are numbers and titles, at most `MOST` of the `count` there are (which stops at `AT_MOST`). `where` are the
    conditions of the list that has them all; none where the record itself names them.
    """

    kind: str
    label: str
    items: tuple[tuple[int, str], ...]
    count: int
    where: tuple[str, ...] = ()


def related(ctx: Context, spec: RecordSpec, number: int) -> list[Related]:
    """What a record names, then what names it; raises UserError when it is not there.

    What lies in the waste bin is left out on both sides.
    """
    with ctx.store.reading() as db:
        row = find(db, spec, number)
        return [*_named(db, draft_of(db, spec, row)), *_naming(db, spec, number)]


def _named(db: ReadSession, draft: Draft) -> Iterator[Related]:
    found: dict[tuple[str, str], dict[str, None]] = {}
    for label, kind, key in _links(draft, ""):
        found.setdefault((label, kind), {})[key] = None
    names = Names(db)
    for (label, kind), keys in found.items():
        names.load(kind, keys)
        items = [
            (number, names.of(kind, key)) for key in keys if (number := names.number(kind, key)) is not None
        ]
        if items:
            yield Related(kind, label, tuple(items[:MOST]), len(items))


def _links(draft: Draft, label: str) -> Iterator[tuple[str, str, str]]:
    for item in draft.spec.fields.values():
        if item.note.ref and draft[item.key]:
            yield label or item.label, item.note.ref, draft[item.key]
    for part in draft.spec.parts:
        for line in draft.lines(part.key):
            yield from _links(line, label or str(part.label))


def _naming(db: ReadSession, spec: RecordSpec, number: int) -> Iterator[Related]:
    for other in db.catalogue.specs.values():
        routes = list(_routes(other, spec.key, ()))
        for path, label in routes:
            plural = str(other.plural or other.label)
            if len(routes) > 1:
                plural = _("{records} (bij ‘{field}’)").format(records=plural, field=label)
            query = Query(other, (condition(db, other, path, str(number)),))
            if count := queries.count(db, query, AT_MOST):
                where = (f"{path}={number}",)
                yield Related(other.key, plural, _first(db, query), count, where)


def _routes(spec: RecordSpec, kind: str, path: tuple[str, ...], label: str = "") -> Iterator[tuple[str, str]]:
    """The fields by which records of a kind, or their lines, name those of `kind`: as a condition calls them."""
    for item in spec.fields.values():
        if item.note.ref == kind:
            yield ".".join((*path, item.key)), label or item.label
    for part in spec.parts:
        yield from _routes(part.spec, kind, (*path, part.key), label or str(part.label))


def _first(db: ReadSession, query: Query) -> tuple[tuple[int, str], ...]:
    spec = query.spec
    columns = [spec.fields[key].column for key in spec.name]
    found = queries.page(db, query, list(dict.fromkeys(["nummer", *columns])), size=MOST)
    return tuple(
        (row.nummer, called(spec, row.nummer, [getattr(row, name) for name in columns])) for row in found
    )
