"""What stands in the administration about people, in numbers: for a computer or stick that is gone (AVG art. 33 lid 3).

Counted is all that lies in the tables, also in the waste bin: who has the file has that too. Nobody is named.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import func, or_, select, true

from huurdersapp.actions import privacy_papier
from huurdersapp.actions.context import Context
from huurdersapp.actions.papier import Paper, Printed, laid_out, write_document, writer_for
from huurdersapp.base import clock
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.jobs import Job, Progress
from huurdersapp.records.base import UNDONE, Part
from huurdersapp.records.bewaren import PLEKKEN
from huurdersapp.records.bijlage import INHOUD
from huurdersapp.records.energiebezoek_tables import Energiebezoek
from huurdersapp.records.renovatie_tables import Renovatiewoning
from huurdersapp.records.spec import RecordSpec
from huurdersapp.reports.document import Document
from huurdersapp.reports.privacy_values import KopieErop, SoortErop, StondEropValues
from huurdersapp.store import contents, copies
from huurdersapp.store.concepts import CONCEPT
from huurdersapp.store.erase import GONE
from huurdersapp.store.opening import open_store
from huurdersapp.store.step import ReadSession

StondErop = StondEropValues
_EXTRA = {"renovatiewoning": ("straat", "huisnummer"), "adres": ("naam",)}
"""Addresses of homes: with them an answer or a label is about a household."""


@dataclass(frozen=True, slots=True)
class _Read:
    kinds: tuple[SoortErop, ...]
    households: int
    files: int
    forms: int


def wat_stond_erop(ctx: Context, op: date | None = None) -> StondErop:
    """What stands in the administration; with `op` (the day of the loss) what stood in the last copy of that day or before,
    and where there is no such copy what stands there now. Raises UserError when a copy cannot be opened."""
    found = _copy_before(ctx, op) if op is not None and op < clock.today() else None
    counted = _of_copy(ctx, found) if found is not None else _of_session(ctx.store.reading)
    with ctx.store.reading() as db:
        name = privacy_papier.sender(db).naam
    return StondEropValues(
        organisatie=name,
        gemaakt_op=clock.today(),
        stand_op=found.made_at if found is not None else clock.now(),
        soorten=counted.kinds,
        huishoudens=counted.households,
        bijlagen=counted.files,
        concepten=counted.forms,
        beveiliging=privacy_papier.security(ctx),
        kopieen=tuple(
            KopieErop(copy.made_at, copy.words, copy.size)
            for copy in (*copies.every(ctx.store.folder), *copies.kept(ctx.store.folder))
        ),
        sticks=tuple(privacy_papier.on_sticks(ctx)),
        uit_kopie=found is not None,
        voorbeeld=ctx.store.example,
        gevraagd=op if found is None and op is not None and op < clock.today() else None,
    )


def document(ctx: Context, op: date | None = None) -> Document:
    """The page for the file of the leak."""
    from huurdersapp.reports.stond_erop import stond_erop_document

    return stond_erop_document(wat_stond_erop(ctx, op))


def preview(ctx: Context, op: date | None = None, *, wanted: Callable[[], bool] = lambda: True) -> Paper:
    """The page as it is shown and saved; raises Stopped when no longer `wanted`."""
    return laid_out(ctx, document(ctx, op), wanted=wanted)


def write(ctx: Context, path: Path, op: date | None = None) -> Job[Printed]:
    """Write the page; raises UserError when it cannot be written."""
    writer_for(path)
    yield Progress(0, 1, _("Tellen wat erop stond"))
    return write_document(document(ctx, op), path)


def _copy_before(ctx: Context, op: date) -> copies.Copy | None:
    made = (copy for copy in copies.every(ctx.store.folder) if copy.made_at.astimezone().date() <= op)
    return next(made, None)


def _of_copy(ctx: Context, copy: copies.Copy) -> _Read:
    with open_store(copy.path, key=ctx.store.key, read_only=True) as store:
        return _of_session(store.reading)


def _of_session(reading: Callable[[], Any]) -> _Read:
    with reading() as db:
        return _Read(tuple(_kinds(db)), _households(db), _count(db, INHOUD), _count(db, CONCEPT))


def _kinds(db: ReadSession) -> Iterator[SoortErop]:
    """Kinds of which something may be about people, the most people first."""
    found = [made for spec in db.catalogue.specs.values() if (made := _kind(db, spec)) is not None]
    yield from sorted(found, key=lambda kind: (-kind.mensen, -kind.records, kind.naam))


def _kind(db: ReadSession, spec: RecordSpec) -> SoortErop | None:
    there = [one for one in spec.tree() if _columns(one)]
    if not there:
        return None
    table = spec.table
    records = db.scalar(select(func.count()).select_from(table).where(_seen(table))) or 0
    if not records:
        return None
    people: set[str] = set()
    fields: dict[str, int] = {}
    for one in there:
        line, columns = one.table, _columns(one)
        filled = [_filled(line.c[column]) for column in columns]
        owner = line.c.ouder_id if issubclass(one.cls, Part) else line.c.id
        people |= set(db.scalars(select(owner).where(_seen(line), or_(*filled)).distinct()))
        counts = db.execute(
            select(*(func.count().filter(condition) for condition in filled))
            .select_from(line)
            .where(_seen(line))
        ).one()
        for column, count in zip(columns, counts, strict=True):
            label = str(one.by_column[column].label)
            if count:
                fields[label] = fields.get(label, 0) + count
    return SoortErop(str(spec.plural), records, len(people), tuple(fields.items()))


def _columns(spec: RecordSpec) -> tuple[str, ...]:
    """The columns of a table in which something about people stands, besides free texts and files."""
    if contents.FIELD in spec.by_column:
        return ()
    named = dict.fromkeys(spec.personal())
    for plek in PLEKKEN:
        if plek.entity == spec.key:
            named |= dict.fromkeys(plek.columns)
    return tuple(named | dict.fromkeys(_EXTRA.get(spec.key, ())))


def _filled(column: Any) -> Any:
    return (column.is_not(None) & (column != GONE)) if column.type.python_type is str else column.is_not(None)


def _seen(table: Any) -> Any:
    return table.c.verwijderd.is_distinct_from(UNDONE) if "verwijderd" in table.c else true()


def _households(db: ReadSession) -> int:
    """Different addresses of visits and of homes of a renovation."""
    visit, home = Energiebezoek, Renovatiewoning
    found = {
        (row[0] or row[1], row[2], row[3] or "")
        for kind in (visit, home)
        for row in db.execute(
            select(kind.postcode, kind.straat, kind.huisnummer, kind.toevoeging).where(
                kind.huisnummer.is_not(None), _seen(kind.__table__)
            )
        )
    }
    return len(found)


def _count(db: ReadSession, table: Any) -> int:
    return int(db.connection().execute(select(func.count()).select_from(table)).scalar_one())
