"""Until when what a report counted is kept."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from huurdersapp.records.spec import RecordSpec
from huurdersapp.store import journal
from huurdersapp.store.step import ReadSession


def moment_of(db: ReadSession) -> Hashable:
    """What stays the same for as long as nothing is written that a report can count: what a writer chose for a report is
    not, so that a preview of a changed text does not count all of its year again."""
    spec = db.catalogue.specs["verslag"]
    return journal.last_beside(db.connection(), [spec.table.name, *_lines(spec)])


def _lines(spec: RecordSpec) -> Iterator[str]:
    """The tables of the lines of a kind."""
    for part in spec.parts:
        yield part.spec.table.name
        yield from _lines(part.spec)
