"""Which meetings are of one kind, and what earlier ones left open: promises, tasks of ours, items that were refused."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, select

from huurdersapp.actions import records
from huurdersapp.actions.actiepunten import stand_of
from huurdersapp.actions.context import Context
from huurdersapp.base import clock
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.actiepunt import Actiepunt, open_on
from huurdersapp.records.overleg import NAMED, Overleg
from huurdersapp.records.partij import Partij
from huurdersapp.store.step import ReadSession

KIND, AGENDA = "overleg", "agendapunten"
LONGEST = 120
"""Signs of what an item is called that the program makes."""


@dataclass(frozen=True, slots=True)
class Left:
    """Something that was left open before: an actiepunt or toezegging (its kind and number), or an item of ours that was
    refused (of the meeting). `subject` is how it would be called on an agenda, `words` how it stands."""

    kind: str
    number: int
    subject: str
    words: str
    theirs: bool = False

    @property
    def key(self) -> str:
        """Tells it from the others."""
        return f"{self.kind} {self.number} {self.subject}"


def short(subject: str) -> str:
    """What an item of an agenda is called."""
    told = " ".join(subject.split())
    return told if len(told) <= LONGEST else f"{told[:LONGEST]}…"


def left_open(ctx: Context, number: int) -> list[Left]:
    """What was left open in earlier meetings of this kind: what others promised first, then what we would do, then items
    of ours that were refused the last time. What stands on this agenda already is left out."""
    spec = ctx.spec(KIND)
    with ctx.store.reading() as db:
        row: Any = records.find(db, spec, number)
        there = {line.onderwerp.casefold() for line in db.lines(spec.part[AGENDA].spec, row.id)}
        found = read_left(db, row)
    return [each for each in found if each.subject.casefold() not in there]


def read_left(db: ReadSession, row: Any) -> list[Left]:
    """The same of a meeting that was read, also what stands on its agenda."""
    return [*_promised(db, row), *_refused(db, row)]


def _promised(db: ReadSession, row: Any) -> list[Left]:
    on = min(row.datum, clock.today())
    earlier = select(Overleg.id).where(*_same_kind(row), Overleg.datum < row.datum)
    query = (
        select(Actiepunt, Partij)
        .outerjoin(Partij, Partij.id == Actiepunt.partij_id)
        .where(Actiepunt.verwijderd.is_(None), Actiepunt.overleg_id.in_(earlier), open_on(on))
        .order_by(Actiepunt.uiterlijk.is_(None), Actiepunt.uiterlijk, Actiepunt.nummer)
    )
    made = []
    item: Any
    party: Any
    for item, party in db.execute(query):
        theirs = party is not None and not party.eigen
        who = (party.korte_naam or party.naam) if party is not None else item.persoon or ""
        subject = short(_("{what} ({who})").format(what=item.wat, who=who) if who else item.wat)
        words = stand_of(item.uiterlijk, item.gedaan_op, item.vervallen_op, on).words
        made.append(Left("actiepunt", item.nummer, subject, words, theirs))
    return sorted(made, key=lambda each: not each.theirs)


def _refused(db: ReadSession, row: Any) -> list[Left]:
    before = previous(db, row)
    if before is None:
        return []
    items = db.lines(db.catalogue.specs[KIND].part[AGENDA].spec, before.id)
    return [
        Left(
            KIND,
            before.nummer,
            item.onderwerp,
            _("Niet op de agenda gezet: {why}").format(why=item.geweigerd_reden or "?"),
        )
        for item in items
        if item.eigen_punt and item.geweigerd
    ]


def _same_kind(row: Any) -> list[ColumnElement[bool]]:
    """Meetings of the same kind with the same name, akkoord and landlord, that were not called off."""
    asked = [
        Overleg.verwijderd.is_(None),
        Overleg.afgelast.is_not(True),
        Overleg.soort == row.soort,
        Overleg.id != row.id,
    ]
    if row.soort in NAMED:
        asked.append(Overleg.werkgroep == row.werkgroep if row.werkgroep else Overleg.werkgroep.is_(None))
    if row.akkoord_id is not None:
        asked.append((Overleg.akkoord_id == row.akkoord_id) | Overleg.akkoord_id.is_(None))
    if row.soort in ("verhuurder", "bewonerscommissie"):
        asked.append(Overleg.verhuurder_id.is_not_distinct_from(row.verhuurder_id))
    return asked


def previous(db: ReadSession, row: Any) -> Any:
    """The meeting of the same kind before this one; None when there was none."""
    query = select(Overleg).where(*_same_kind(row), Overleg.datum < row.datum)
    return db.scalars(query.order_by(Overleg.datum.desc(), Overleg.nummer.desc()).limit(1)).first()


def following(db: ReadSession, row: Any) -> Any:
    """The meeting of the same kind after this one; None when there is none."""
    query = select(Overleg).where(*_same_kind(row), Overleg.datum > row.datum)
    return db.scalars(query.order_by(Overleg.datum, Overleg.nummer).limit(1)).first()
