"""What the screen of the jaaragenda asks besides the year itself: who we are in each akkoord, as what kind of overleg its
meetings are kept, and what is written down at several moments at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from huurdersapp.actions import records
from huurdersapp.actions.context import Context
from huurdersapp.actions.jaaragenda_bronnen import catalogue
from huurdersapp.actions.plain import Resolver
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.agendamoment import Agendamoment
from huurdersapp.records.akkoord import Akkoord, AkkoordPartij, Overlegvorm
from huurdersapp.records.akkoord_structuur import ALLE_PARTIJEN
from huurdersapp.records.anker import Anker
from huurdersapp.records.draft import read
from huurdersapp.records.jaaragenda_vorm import MEETING, OWN, Moment
from huurdersapp.records.overleg import SOORTEN
from huurdersapp.records.partij import Partij
from huurdersapp.store.step import ReadSession, StepSession

KIND = "agendamoment"


@dataclass(frozen=True, slots=True)
class Body:
    """A regular meeting of an akkoord: as which kind of overleg it is kept. `name` goes with the kind "overig"."""

    key: str
    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class Known:
    """An akkoord: `us` are the words that mean us in it (in small letters), `bodies` its meetings by their keys."""

    number: int
    name: str
    us: frozenset[str]
    bodies: Mapping[str, Body]


@dataclass(frozen=True, slots=True)
class At:
    """A moment to write something down at: its agendamoment, or as long as there is none its handle: the number of its
    anchor or the key of a day of the law."""

    handle: int | str | None
    agenda: int | None


def known(ctx: Context) -> tuple[Known, ...]:
    """Every akkoord, the newest years first."""
    with ctx.store.reading() as db:
        us, bodies = _us(db), _bodies(db)
        query = (
            select(Akkoord.id, Akkoord.nummer, Akkoord.naam)
            .where(Akkoord.verwijderd.is_(None))
            .order_by(Akkoord.geldig.desc(), Akkoord.van_jaar.desc(), Akkoord.nummer)
        )
        return tuple(
            Known(number, name, frozenset((ALLE_PARTIJEN, *us.get(key, ()))), bodies.get(key, {}))
            for key, number, name in db.execute(query)
        )


def _us(db: ReadSession) -> dict[str, list[str]]:
    """By akkoord the names and roles of our own organisation in it."""
    columns = (AkkoordPartij.ouder_id, AkkoordPartij.rol, Partij.naam, Partij.korte_naam, Partij.andere_namen)
    query = (
        select(*columns)
        .join(Partij, Partij.id == AkkoordPartij.partij_id)
        .where(Partij.eigen.is_(True), AkkoordPartij.verwijderd.is_(None), Partij.verwijderd.is_(None))
    )
    found: dict[str, list[str]] = {}
    for key, *names, others in db.execute(query):
        words = [*names, *(others or "").split(",")]
        found.setdefault(key, []).extend(word.strip().casefold() for word in words if word and word.strip())
    return found


def _bodies(db: ReadSession) -> dict[str, dict[str, Body]]:
    query = select(Overlegvorm.ouder_id, Overlegvorm.sleutel, Overlegvorm.naam).where(
        Overlegvorm.verwijderd.is_(None)
    )
    found: dict[str, dict[str, Body]] = {}
    for owner, key, name in db.execute(query):
        found.setdefault(owner, {})[key] = body(key, name)
    return found


def body(key: str, name: str = "") -> Body:
    """How a meeting of an akkoord is kept; one that has no kind of its own goes by its name."""
    kind = key.casefold()
    if kind in {item.key for item in SOORTEN.items}:
        return Body(key, kind, "")
    return Body(key, "overig", name or key)


def is_ours(moment: Moment, akkoorden: Mapping[int, Known]) -> bool:
    """Whether we do something in it: it is our own, an overleg of ours, or it names us or nobody."""
    if moment.kind in (OWN, MEETING) or not moment.parties:
        return True
    akkoord = akkoorden.get(moment.akkoord or 0)
    return akkoord is None or any(party.casefold() in akkoord.us for party in moment.parties)


def note(
    ctx: Context,
    places: Sequence[At],
    year: int,
    typed: Mapping[str, Any],
    label: str,
    *,
    origin: object | None = None,
) -> list[str]:
    """Write the same fields at these moments of a year, in one step with this label; gives what to look at again.

    Raises Refused when a rule says no: nothing was written then.
    """
    spec = ctx.spec(KIND)
    told: list[str] = []
    with ctx.store.step(label, origin=origin) as db:
        resolver = Resolver(db)
        for place in places:
            number = place.agenda or _there(db, place.handle, year)
            if number is not None:
                row = records.find(db, spec, number)
                draft, faults = records.reviewed(db, spec, row, dict(typed))
                records.refuse(spec, faults)
                records.write(db, draft, row)
            else:
                draft, faults = read(spec, {**_new(place.handle, year), **typed}, resolver)
                faults += records.verified(db, draft, faults)
                records.refuse(spec, faults)
                records.write(db, draft)
            db.flush()
            told += [fault.told_for(spec) for fault in faults if fault.warning]
    return told


def _new(handle: int | str | None, year: int) -> dict[str, Any]:
    """What an agendamoment begins with."""
    law = next((item for item in catalogue().dates if item.key == handle), None)
    if law is None:
        return {"anker": handle, "jaar": year}
    first, last = law.days(year)
    assert first is not None
    assert last is not None
    return {"naam": law.name, "jaar": year, "van": first.isoformat(), "tot": last.isoformat()}


def _there(db: StepSession, handle: int | str | None, year: int) -> int | None:
    """The agendamoment of an anchor in a year, made since it was shown."""
    if not isinstance(handle, int):
        return None
    query = (
        select(Agendamoment.nummer)
        .join(Anker, Anker.id == Agendamoment.anker_id)
        .where(Anker.nummer == handle, Agendamoment.jaar == year, Agendamoment.verwijderd.is_(None))
        .order_by(Agendamoment.nummer)
        .limit(1)
    )
    found: int | None = db.execute(query).scalar_one_or_none()
    return found


def done_label(count: int) -> str:
    """What the step is called that says that moments are done."""
    return _("Gedaan: moment van de jaaragenda") if count == 1 else _("Gedaan: momenten van de jaaragenda")
