"""What a campagne adds up to, and how a talk, a walk along the doors or an effect is counted.

Bereik, contact, deelname and effect are never added to each other. What was not counted is None and not 0: it is told as
"niet geteld" and leaves a sum alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from huurdersapp.actions import lists
from huurdersapp.actions.context import Context
from huurdersapp.actions.names import Names
from huurdersapp.actions.plain import Plain, plain_of
from huurdersapp.actions.records import Saved, find, refuse, reviewed, told, write
from huurdersapp.actions.telling import met
from huurdersapp.base import clock
from huurdersapp.base.errors import UserError
from huurdersapp.base.formats import number as written
from huurdersapp.base.i18n import LazyText, lazy
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.period import Period, parse
from huurdersapp.records.adres import Adres
from huurdersapp.records.campagne import added
from huurdersapp.records.campagne_adressen import in_audience
from huurdersapp.records.campagne_tables import COUNTED, KANALEN, Actie
from huurdersapp.records.draft import Fault
from huurdersapp.store import queries
from huurdersapp.store.step import ReadSession, StepSession

KIND = "campagne"
NAMES: Mapping[str, LazyText] = {
    "bereik": lazy("Bereik"),
    "contacten": lazy("Contact"),
    "deelnemers": lazy("Deelname"),
    "aangemeld": lazy("Aangemeld"),
}
"""What people call each count."""
WHERE = ("vorm", "kanaal", "kern", "complex", "plek")
"""What two actions share when one is a going on with the other."""


@dataclass(frozen=True, slots=True)
class Counts:
    """What some actions add up to; None is not counted."""

    acties: int
    bereik: int | None
    contacten: int | None
    deelnemers: int | None
    aangemeld: int | None

    def of(self, key: str) -> int | None:
        """One of the counts, by its field."""
        found: int | None = getattr(self, key)
        return found


def summed(lines: Iterable[Any]) -> Counts:
    """Actions (records, or anything with their counts) together: the one way in which they are added up."""
    rows = list(lines)
    return Counts(len(rows), *(added(getattr(row, key) for row in rows) for key in COUNTED))


def actions_in(db: ReadSession, campaign_id: str, period: Period | None = None) -> list[Any]:
    """The actions of a campagne, those of a period, in their order."""
    spec = db.catalogue.specs[KIND].part["acties"].spec
    return [line for line in db.lines(spec, campaign_id) if period is None or line.datum in period]


def said(count: int | None) -> str:
    """A count in words."""
    return _("niet geteld") if count is None else written(count)


# -- a list --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ListTotals:
    """What a list of campagnes adds up to. `within` has the actions of its period, where it is about one: these are what
    a report about that period counts."""

    campagnes: int
    all: Counts
    period: Period | None = None
    within: Counts | None = None


def list_totals(ctx: Context, where: Iterable[str] = (), words: str = "") -> ListTotals:
    """Add up the campagnes of a list; raises UserError for a condition that does not exist."""
    conditions = tuple(where)
    spec = ctx.spec(KIND)
    with ctx.store.reading() as db:
        keys = queries.keys(db, lists.build(db, spec, conditions, words))
        lines = _actions_of(db, keys)
    period = _period(conditions)
    within = None if period is None else summed(line for line in lines if line.datum in period)
    return ListTotals(len(keys), summed(lines), period, within)


def _actions_of(db: ReadSession, keys: Sequence[str]) -> list[Any]:
    """The day and the counts of the actions of these campagnes."""
    found: list[Any] = []
    columns = (Actie.datum, *(getattr(Actie, key) for key in COUNTED))
    for start in range(0, len(keys), lists.STRIDE):
        piece = keys[start : start + lists.STRIDE]
        asked = select(*columns).where(Actie.ouder_id.in_(piece), Actie.verwijderd.is_(None))
        found += db.execute(asked)
    return found


def _period(where: Iterable[str]) -> Period | None:
    named = (text.partition("=") for text in where)
    code = next((value for key, _sign, value in named if key.strip() == "gehouden_in"), None)
    return parse(code.strip()) if code else None


# -- addresses -----------------------------------------------------------------------------------------------------


def known_addresses(ctx: Context, complexes: Sequence[int], kernen: Sequence[int]) -> int:
    """How many homes are known that are let now in these complexes and kernen (their numbers), as `of_campaign` counts."""
    with ctx.store.reading() as db:
        keys = [_keys(db, "complex", complexes), _keys(db, "kern", kernen)]
        homes = in_audience(Adres.complex_id, Adres.kern_id, *keys)
        asked = select(Adres.id).where(homes, Adres.actief.is_(True), Adres.verwijderd.is_(None))
        return len(db.scalars(asked).all())


def _keys(db: ReadSession, kind: str, numbers: Sequence[int]) -> list[str]:
    table = db.catalogue.specs[kind].table
    return list(db.scalars(select(table.c.id).where(table.c.nummer.in_(numbers))))


@dataclass(frozen=True, slots=True)
class Home:
    """A home that a campagne is for."""

    number: int
    straat: str
    huisnummer: int
    toevoeging: str
    postcode: str
    plaats: str
    kern: int | None
    complex: int | None


def home_of(row: Adres, kern: int | None = None, wooncomplex: int | None = None) -> Home:
    """An address as a home, with the numbers of its kern and complex where they are asked for."""
    return Home(
        row.nummer,
        row.straat or "",
        row.huisnummer,
        row.toevoeging or "",
        row.postcode,
        row.plaats or "",
        kern,
        wooncomplex,
    )


def homes(ctx: Context, number: int) -> list[Home]:
    """The homes that are let now in the complexes and kernen of a campagne; raises UserError when it is not there."""
    with ctx.store.reading() as db:
        find(db, ctx.spec(KIND), number)
        known = met(db, "adres", ((KIND, str(number)), ("actief", "ja")))
        rows = db.scalars(select(Adres).where(known).order_by(Adres.nummer)).all()
        places = {kind: _numbers(db, kind) for kind in ("kern", "complex")}
        return [
            home_of(row, places["kern"].get(row.kern_id or ""), places["complex"].get(row.complex_id or ""))
            for row in rows
        ]


def _numbers(db: ReadSession, kind: str) -> dict[str, int]:
    table = db.catalogue.specs[kind].table
    return {row.id: row.nummer for row in db.execute(select(table.c.id, table.c.nummer))}


# -- counting ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Counted:
    """What a count came to: the number on the action now, the words for the action, and what is odd about it."""

    count: int
    where: str
    odd: tuple[str, ...]


def begun_like(lines: Sequence[Mapping[str, Any]]) -> Plain:
    """With what the next action begins: today, and the way and place of the last one of these."""
    last = lines[-1] if lines else {}
    known = {key: last[key] for key in WHERE if last.get(key) is not None}
    return {"datum": clock.today().isoformat(), **known}


def count_one(ctx: Context, number: int, key: str, *, origin: object | None = None) -> Counted:
    """One more (`contacten`, `deelnemers`) on today's action of the last way and place, made when there is none.

    Raises UserError when the campagne has no action yet: by which channel, nobody can know then.
    """
    spec = ctx.spec(KIND)
    label = _("Gesprek bijtellen") if key == "contacten" else _("Deelnemer bijtellen")
    with ctx.store.step(label, origin=origin) as db:
        row = find(db, spec, number)
        lines = _plain(db, row.id)["acties"]
        if not lines:
            raise UserError(_("Er is nog geen actie om bij te tellen."), _("Kies eerst ‘+ Actie’."))
        at = _todays(lines)
        if at is None:
            lines, at = [*lines, begun_like(lines)], len(lines)
        line = lines[at] = {**lines[at], key: (lines[at].get(key) or 0) + 1}
        draft, faults = reviewed(db, spec, row, {"acties": lines})
        refuse(spec, faults)
        write(db, draft, row)
        db.flush()
        where = way_of(Names(db), actions_in(db, row.id)[at])
    return Counted(int(line[key]), where, tuple(_odd(spec, faults, at, key)))


def _plain(db: StepSession, key: str) -> Plain:
    return next(iter(plain_of(db, db.catalogue.specs[KIND], [key])))


def _todays(lines: Sequence[Plain]) -> int | None:
    """The place of today's action that goes on with the last one."""
    today, last = clock.today().isoformat(), lines[-1]
    like = [last.get(key) for key in WHERE]
    found = (
        at
        for at in reversed(range(len(lines)))
        if lines[at]["datum"] == today and [lines[at].get(key) for key in WHERE] == like
    )
    return next(found, None)


def _odd(spec: Any, faults: Sequence[Fault], at: int, key: str) -> Iterator[str]:
    for fault in faults:
        if fault.place == ("acties", at, key):
            yield fault.text


def way_of(names: Names, line: Any) -> str:
    """The way and place of an action in a few words: "Huis aan huis, Kerkhoflaan"."""
    channel, place = KANALEN.label(line.kanaal), place_of(names, line)
    return _("{channel}, {place}").format(channel=channel, place=place) if place else channel


def place_of(names: Names, line: Any) -> str:
    """Where an action was, as exactly as is known: street, complex or kern; empty where nothing is."""
    if line.plek:
        return str(line.plek)
    if line.complex_id:
        return names.of("complex", line.complex_id)
    return names.of("kern", line.kern_id) if line.kern_id else ""


def add_action(
    ctx: Context, number: int, values: Mapping[str, Any], *, origin: object | None = None
) -> Saved:
    """One more action, in one step; raises Refused with the place of each fault."""
    return _add_line(ctx, number, "acties", values, _("Actie vastleggen"), origin)


def add_measure(
    ctx: Context, number: int, values: Mapping[str, Any], *, origin: object | None = None
) -> Saved:
    """One more meting, in one step; raises Refused with the place of each fault."""
    return _add_line(ctx, number, "metingen", values, _("Meting vastleggen"), origin)


def set_effect(
    ctx: Context, number: int, values: Mapping[str, Any], *, origin: object | None = None
) -> Saved:
    """What the campagne changed, in one step; raises Refused."""
    spec = ctx.spec(KIND)
    with ctx.store.step(_("Effect vastleggen"), origin=origin) as db:
        row = find(db, spec, number)
        draft, faults = reviewed(db, spec, row, dict(values))
        refuse(spec, faults)
        write(db, draft, row)
    return told(ctx, spec, [row], [fault for fault in faults if fault.place[:1] == ("effect_aantal",)])


def _add_line(
    ctx: Context, number: int, part: str, values: Mapping[str, Any], label: str, origin: object | None
) -> Saved:
    spec = ctx.spec(KIND)
    line = {key: value for key, value in values.items() if value is not None}
    with ctx.store.step(label, origin=origin) as db:
        row = find(db, spec, number)
        lines = _plain(db, row.id)[part]
        draft, faults = reviewed(db, spec, row, {part: [*lines, line]})
        refuse(spec, faults)
        write(db, draft, row)
    # What is odd about earlier lines was told when these were saved.
    return told(ctx, spec, [row], [fault for fault in faults if fault.place[:2] == (part, len(lines))])
