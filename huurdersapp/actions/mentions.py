"""What still names a record that is thrown away, and what goes away with it: sentences, found by the specs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Table, select

from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.records.spec import RecordSpec
from huurdersapp.store.step import ReadSession

Gone = Mapping[str, Sequence[str]]
"""Keys of the records that go away, by kind."""
_AT_ONCE = 500


def sentences(db: ReadSession, spec: RecordSpec, numbers: Sequence[int], gone: Gone) -> list[str]:
    """What a person should know who throws away the records with these numbers, and with them all of `gone`.

    Read it before anything is gone: what goes away itself does not count as naming.
    """
    told: list[str] = []
    inside = [
        _counted(db.catalogue.specs[kind], len(keys)) for kind, keys in gone.items() if kind != spec.key
    ]
    if inside:
        told.append(_("Dit gaat mee weg: {parts}.").format(parts=", ".join(inside)))
    for other, count in _mentions(db, gone):
        text = ngettext("{records} noemt {thrown}.", "{records} noemen {thrown}.", count)
        if inside:
            text = ngettext(
                "{records} noemt {thrown} of iets daaruit.",
                "{records} noemen {thrown} of iets daaruit.",
                count,
            )
        told.append(text.format(records=_counted(other, count), thrown=_thrown(spec, numbers)))
    return told


def _thrown(spec: RecordSpec, numbers: Sequence[int]) -> str:
    if len(numbers) == 1:
        return f"{str(spec.label).lower()} {numbers[0]}"
    return _("een van deze {records}").format(records=_counted(spec, len(numbers)))


def _counted(spec: RecordSpec, count: int) -> str:
    name = spec.label if count == 1 else spec.plural or spec.label
    return f"{count} {str(name).lower()}"


def _mentions(db: ReadSession, gone: Gone) -> Iterator[tuple[RecordSpec, int]]:
    """How many live records of each kind name one that goes away, themselves or in a line of theirs."""
    for spec in db.catalogue.specs.values():
        found = _naming(db, spec, gone, ()) - set(gone.get(spec.key, ()))
        if found:
            yield spec, len(found)


def _naming(db: ReadSession, spec: RecordSpec, gone: Gone, owners: tuple[Table, ...]) -> set[str]:
    """The keys of the outermost records; `owners` are the tables around this one, the nearest first."""
    found: set[str] = set()
    for item in spec.fields.values():
        keys = gone.get(item.note.ref or "", ())
        for start in range(0, len(keys), _AT_ONCE):
            found |= set(
                db.scalars(
                    _outermost(spec.table, owners).where(
                        spec.table.c[item.column].in_(keys[start : start + _AT_ONCE])
                    )
                )
            )
    for part in spec.parts:
        found |= _naming(db, part.spec, gone, (spec.table, *owners))
    return found


def _outermost(table: Table, owners: tuple[Table, ...]) -> Any:
    """A select of the live records around the rows of a table."""
    query = select((owners[-1] if owners else table).c.id).where(table.c.verwijderd.is_(None))
    inner = table
    for owner in owners:
        query = query.where(inner.c.ouder_id == owner.c.id, owner.c.verwijderd.is_(None))
        inner = owner
    return query
