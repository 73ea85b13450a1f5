"""What a round finds: rows whose term is over, what only the history still knows, and texts that a person must read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import func, or_, select

from huurdersapp.actions import prullenbak
from huurdersapp.actions.context import Context
from huurdersapp.base.i18n import LazyText, lazy
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.base import UNDONE
from huurdersapp.records.bewaren import KINDS, PLEKKEN, Plek, over_by
from huurdersapp.records.bijlage import Bestand
from huurdersapp.records.opschoonronde import Opschoonronde, OpschoonrondeSoort
from huurdersapp.store import contents
from huurdersapp.store.erase import GONE
from huurdersapp.store.journal import CHANGE, to_json
from huurdersapp.store.step import ReadSession

NOTHING = (0, 0, 0)
BIN_DAYS = timedelta(days=30)
"""So long what was thrown away is kept at hand."""
LONGEST = 2_000
"""Signs of a text that are shown."""
_AT_ONCE = 500
_PLACES_OF_FILES = ("knelpunt_bijlage", "raadpleging_bijlage", "campagne_bijlage")
"""Files that are read one by one: a letter or a photo may have nobody in it. Those of visits go by themselves."""


@dataclass(frozen=True, slots=True)
class Los:
    """A free text or a file of something that is over: the record it stands in, what it is called, and its words. `columns`
    are what goes when somebody chooses it; `opvalt` says in words why somebody may be recognised, empty where nothing
    in the words says so."""

    soort: str
    kind: str
    number: int
    owner: str
    entity: str
    row: str
    columns: tuple[str, ...]
    label: str
    text: str
    opvalt: str = ""


def counted(db: ReadSession, soort: str, until: date) -> tuple[int, int, int]:
    """Records of a kind of data that were over by a day: those of the list, those in the waste bin, and those of which only
    the history still knows something."""
    kind = KINDS[soort]
    table = db.catalogue.specs[kind].table
    query = select(table.c.verwijderd, func.count()).where(over_by(kind, until)).group_by(table.c.verwijderd)
    found: dict[str | None, int] = {row[0]: row[1] for row in db.connection().execute(query)}
    there = set(db.scalars(select(table.c.id).where(over_by(kind, until))))
    known = {
        owner
        for plek in PLEKKEN
        if plek.soort == soort and plek.columns
        for _row, owner in rows(db, plek, until)
    }
    binned = sum(count for state, count in found.items() if state not in (None, UNDONE))
    return found.get(None, 0), binned, len(known - there) + found.get(UNDONE, 0)


def rows(db: ReadSession, plek: Plek, until: date) -> list[tuple[str, str]]:
    """Keys of the rows of a place of which something goes, each with the key of its record: rows in which it stands, and
    rows in whose history it stood. Also what lies in the waste bin, and what was undone."""
    table = plek.table
    once = select(CHANGE.c.row).where(
        CHANGE.c.entity == plek.entity,
        CHANGE.c.field.in_(plek.columns),
        or_(_said(CHANGE.c.old), _said(CHANGE.c.new)),
    )
    owner = table.c.id if plek.entity == plek.kind else table.c.ouder_id
    query = select(table.c.id, owner).where(plek.over(until), or_(plek.filled(), table.c.id.in_(once)))
    found = db.connection().execute(query.order_by(table.c.id))
    return [(key, above) for key, above in found]


def _said(column: Any) -> Any:
    return column.is_not(None) & (column != to_json(GONE))


def contents_of(db: ReadSession, plek: Plek, keys: Sequence[str]) -> set[str]:
    """The bytes of fixed versions: their line keeps the SHA-256 by which anybody can show what was sent, the words go."""
    spec = db.catalogue.tree[plek.entity]
    if not issubclass(spec.cls, Bestand) or contents.FIELD in plek.columns:
        return set()
    found: set[str] = set()
    for piece in _pieces(keys):
        found |= set(db.scalars(select(spec.table.c[contents.FIELD]).where(spec.table.c.id.in_(piece))))
    return {digest for digest in found if digest and digest != GONE}


def keys_of(db: ReadSession, records: Iterable[tuple[str, int]]) -> Mapping[str, Mapping[str, int]]:
    """The keys of these records (kind and number) with their numbers, by kind."""
    by_kind: dict[str, list[int]] = {}
    for kind, number in records:
        by_kind.setdefault(kind, []).append(number)
    found: dict[str, dict[str, int]] = {}
    for kind, numbers in by_kind.items():
        table = db.catalogue.specs[kind].table
        query = select(table.c.id, table.c.nummer).where(table.c.nummer.in_(numbers))
        found[kind] = {row[0]: row[1] for row in db.connection().execute(query)}
    return found


def labels(db: ReadSession, soort: str) -> Iterator[str]:
    """What goes of a kind, in the words of its fields."""
    seen: set[str] = set()
    for plek in PLEKKEN:
        if plek.soort != soort:
            continue
        spec = db.catalogue.tree[plek.entity]
        files = contents.FIELD in plek.columns
        for label in (
            [_("Foto’s en andere bestanden")]
            if files
            else [spec.by_column[column].label for column in plek.columns]
        ):
            if label not in seen:
                seen.add(label)
                yield label


def los(db: ReadSession, days: Mapping[str, date]) -> list[Los]:
    """Free texts and files of records that were over by these days and that no earlier round showed: first those in which
    something like a name or number stands, then as they come."""
    return sorted(_los(db, days, _shown(db)), key=lambda item: not item.opvalt)


def _shown(db: ReadSession) -> dict[str, date]:
    """Per kind of data the day up to which an earlier round showed the texts."""
    line = OpschoonrondeSoort
    query = (
        select(line.soort, func.max(line.tot))
        .join(Opschoonronde, Opschoonronde.id == line.ouder_id)
        .where(Opschoonronde.verwijderd.is_(None), line.verwijderd.is_(None), line.tot.is_not(None))
        .group_by(line.soort)
    )
    return {row[0]: row[1] for row in db.execute(query) if row[1] is not None}


def _los(db: ReadSession, days: Mapping[str, date], shown: Mapping[str, date]) -> Iterator[Los]:
    for plek in PLEKKEN:
        if plek.soort in days and plek.texts:
            yield from _texts(db, plek, days[plek.soort], shown.get(plek.soort))
    for entity in _PLACES_OF_FILES:
        owner = db.catalogue.owner[entity].key
        soort = next(soort for soort, kind in KINDS.items() if kind == owner)
        if soort in days:
            yield from _files(db, soort, owner, entity, days[soort], shown.get(soort))


def _texts(db: ReadSession, plek: Plek, until: date, shown: date | None) -> Iterator[Los]:
    spec, table = db.catalogue.tree[plek.entity], plek.table
    owner = db.catalogue.specs[plek.kind].table
    above = table.c.id if plek.entity == plek.kind else table.c.ouder_id
    columns = [table.c[name] for name in plek.texts]
    query = (
        select(table.c.id.label("key"), owner.c.id.label("above"), owner.c.nummer, *columns).join(
            owner, owner.c.id == above
        )
        if plek.entity != plek.kind
        else select(table.c.id.label("key"), table.c.id.label("above"), table.c.nummer, *columns)
    )
    query = query.where(plek.over(until), plek.filled(plek.texts), table.c.verwijderd.is_(None))
    if shown is not None:
        # What the board kept the last time still has its names, and is asked about again.
        query = query.where(or_(~plek.over(shown), plek.filled()))
    for row in db.connection().execute(query.order_by(owner.c.nummer, table.c.id)):
        for name in plek.texts:
            text = getattr(row, name)
            if text and text != GONE:
                yield Los(
                    plek.soort,
                    plek.kind,
                    row.nummer,
                    row.above,
                    plek.entity,
                    row.key,
                    (name,),
                    str(spec.by_column[name].label),
                    text[:LONGEST],
                    _recognised(text),
                )


_SIGNS: tuple[tuple[re.Pattern[str], LazyText], ...] = (
    (re.compile(r"[\w.+-]+@[\w-]+\.\w"), lazy("Er lijkt een e-mailadres in te staan.")),
    (re.compile(r"(?<!\d)(?:\+31|0)[\d -]{8,12}\d"), lazy("Er lijkt een telefoonnummer in te staan.")),
    (re.compile(r"\b[1-9]\d{3} ?[A-Z]{2}\b"), lazy("Er lijkt een postcode in te staan.")),
    (
        re.compile(r"\b(?:mevrouw|mevr|mw|meneer|mijnheer|dhr|familie|fam)\b\.? *[A-Z]", re.IGNORECASE),
        lazy("Er lijkt een naam in te staan."),
    ),
)


def _recognised(text: str) -> str:
    """Why somebody may be recognised in a text, in words; empty where no sign of it was found."""
    return next((str(said) for sign, said in _SIGNS if sign.search(text)), "")


def _files(
    db: ReadSession, soort: str, kind: str, entity: str, until: date, shown: date | None
) -> Iterator[Los]:
    spec, owner = db.catalogue.tree[entity], db.catalogue.specs[kind].table
    table = spec.table
    over = _owners_over(soort, kind, until)
    query = (
        select(table.c.id, owner.c.id.label("above"), owner.c.nummer, table.c.naam)
        .join(owner, owner.c.id == table.c.ouder_id)
        .where(over, table.c.verwijderd.is_(None), table.c.inhoud != GONE)
    )
    if shown is not None:
        query = query.where(~_owners_over(soort, kind, shown))
    label = str(spec.label)
    for row in db.connection().execute(query.order_by(owner.c.nummer, table.c.id)):
        columns = ("naam", "inhoud", "toelichting")
        yield Los(soort, kind, row.nummer, row.above, entity, row.id, columns, label, row.naam)


def _owners_over(soort: str, kind: str, until: date) -> Any:
    """Records of a kind that were over: by the place of the record itself, or by the end of what stands in it."""
    own = next((plek for plek in PLEKKEN if plek.soort == soort and plek.entity == kind), None)
    if own is not None:
        return own.over(until)
    ends = {"raadpleging": "vastgesteld_op", "campagne": "eind_op"}
    table = next(plek for plek in PLEKKEN if plek.soort == soort).table.metadata.tables[kind]
    return table.c[ends[kind]] <= until


def old_in_bin(ctx: Context, on: date) -> int:
    """How many records lie in the waste bin for more than thirty days."""
    count, after = 0, None
    while page := prullenbak.page(ctx, after=after):
        count += sum(item.moment.astimezone().date() <= on - BIN_DAYS for item in page)
        after = page[-1]
    return count


def last_round(db: ReadSession) -> date | None:
    """The day of the last round."""
    query = select(func.max(Opschoonronde.gehouden_op)).where(Opschoonronde.verwijderd.is_(None))
    return db.scalar(query)


def _pieces(keys: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(keys), _AT_ONCE):
        yield keys[start : start + _AT_ONCE]
