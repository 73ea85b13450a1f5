"""What one does with bewonerscommissies besides filling them in: support them, see to their overleg and mandate; and what
there is to warn of.

Support adds up in one way (`support`), for the line above the list and for the trimesterverslag.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import aliased

from huurdersapp.actions import lists, records
from huurdersapp.actions.context import Context
from huurdersapp.actions.knelpunten import lines
from huurdersapp.actions.plain import Resolver
from huurdersapp.base import clock
from huurdersapp.base.errors import UserError
from huurdersapp.base.formats import day_named
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.base.period import Period, parse
from huurdersapp.base.settings import PERCENTAGE_FROM
from huurdersapp.records.commissie import (
    ROLLEN,
    SOON,
    Commissie,
    CommissieOndersteuning,
    not_met_in,
)
from huurdersapp.records.draft import read
from huurdersapp.records.rules import within
from huurdersapp.records.spec import RecordSpec
from huurdersapp.store.step import ReadSession, StepSession

KIND = "commissie"
YEAR = timedelta(days=365)
SUPPORTED_IN = "ondersteund_in="
"""The condition of a list on commissies that were supported in a period."""


@dataclass(frozen=True, slots=True)
class Support:
    """What was done for a commissie in a period: how many times, what, and in how many hours (None: nobody said)."""

    times: int = 0
    kinds: tuple[str, ...] = ()
    hours: int | None = None


@dataclass(frozen=True, slots=True)
class Totals:
    """What a list of commissies adds up to. `period` is the code of the time over which support is counted."""

    count: int
    homes: int
    supported: int
    times: int
    hours: int
    period: str


# -- reading ------------------------------------------------------------------------------------------------------


def support(db: ReadSession, period: Period, which: ColumnElement[bool] | None = None) -> dict[str, Support]:
    """What was done in a period for each commissie (its key) for which something was, and that meets `which`."""
    line = aliased(CommissieOndersteuning)  # the condition may have lines of its own
    query = select(line.ouder_id, line.soort, line.uren).join(Commissie, Commissie.id == line.ouder_id)
    query = query.where(line.verwijderd.is_(None), within(line.datum, (period.first, period.last)))
    query = query.where(Commissie.verwijderd.is_(None) if which is None else which)
    found: dict[str, Support] = {}
    for key, kind, hours in db.execute(query.order_by(line.ouder_id, line.volgorde)):
        was = found.get(key, Support())
        total = was.hours if hours is None else (was.hours or 0) + hours
        found[key] = Support(was.times + 1, tuple(dict.fromkeys((*was.kinds, kind))), total)
    return found


def totals(ctx: Context, where: Iterable[str] = (), words: str = "", on: date | None = None) -> Totals:
    """What stands above the list with these conditions and words. Support is that of the period for which the list asks,
    else of this year."""
    spec, where = ctx.spec(KIND), tuple(where)
    asked = next((each.removeprefix(SUPPORTED_IN) for each in where if each.startswith(SUPPORTED_IN)), "")
    period = parse(asked or str((on or clock.today()).year))
    with ctx.store.reading() as db:
        condition = lists.build(db, spec, where, words).condition()
        query = select(func.count(), func.sum(Commissie.aantal_woningen)).where(condition)
        count, homes = db.execute(query).one()
        helped = support(db, period, condition).values()
    return Totals(
        count,
        int(homes or 0),
        len(helped),
        sum(each.times for each in helped),
        sum(each.hours or 0 for each in helped),
        period.code(),
    )


def supported(ctx: Context, number: int, on: date | None = None) -> Support:
    """What was done for one commissie this year."""
    period = parse(str((on or clock.today()).year))
    with ctx.store.reading() as db:
        key = records.find(db, ctx.spec(KIND), number).id
        return support(db, period, Commissie.id == key).get(key, Support())


def lacks_meeting(ctx: Context, number: int, on: date | None = None) -> bool:
    """Whether no overleg with the landlord is held or planned this year (Overlegwet art. 5b, text of 27-07-2015)."""
    day = on or clock.today()
    with ctx.store.reading() as db:
        key = records.find(db, ctx.spec(KIND), number).id
        year = (date(day.year, 1, 1), date(day.year, 12, 31))
        query = select(Commissie.id).where(Commissie.id == key, not_met_in(year))
        return db.execute(query).first() is not None


def mandate(ctx: Context, record: Mapping[str, Any]) -> str:
    """For how many households it speaks, "" when nobody signed. A share says something from ten households on."""
    signed, homes = record["mandaat_getekend"], record["aantal_woningen"]
    if signed is None:
        return ""
    if not homes:
        text = ngettext("{signed} huishouden tekende", "{signed} huishoudens tekenden", signed)
    else:
        text = ngettext(
            "{signed} van {homes} huishouden tekende", "{signed} van {homes} huishoudens tekenden", homes
        )
    text = text.format(signed=signed, homes=homes)
    if record["mandaat_op"]:
        text = _("{text} ({day})").format(text=text, day=day_named(_day(record["mandaat_op"])))
    if homes and homes >= ctx.settings.get(PERCENTAGE_FROM) and signed <= homes:
        text = _("{text}. Dat is {share} %").format(text=text, share=round(100 * signed / homes))
    return _("{text}.").format(text=text)


def seated(record: Mapping[str, Any], on: date | None = None) -> list[Mapping[str, Any]]:
    """The members whose term has not ended, the chair first."""
    day, order = on or clock.today(), list(ROLLEN.keys())
    found = [line for line in record["leden"] if not line["tot"] or _day(line["tot"]) >= day]
    return sorted(found, key=lambda line: order.index(line["rol"]))


def warnings(record: Mapping[str, Any], lacks: bool, on: date | None = None) -> list[str]:
    """What there is to see to, in sentences; nothing of a commissie that is no more. `lacks`: see `lacks_meeting`."""
    day = on or clock.today()
    if record["opgeheven_op"] and _day(record["opgeheven_op"]) < day:
        return []
    return [*_seats(record, day), *_duties(record, lacks, day)]


def _seats(record: Mapping[str, Any], day: date) -> Iterator[str]:
    if not any(line["rol"] == "voorzitter" for line in seated(record, day)):
        yield _("Er is geen voorzitter.")
    for line in record["leden"]:
        if not line["tot"] or not day - YEAR <= _day(line["tot"]) <= day + SOON:
            continue
        text = _("De termijn van {name} ({role}) eindigt op {day}.")
        if _day(line["tot"]) < day:
            text = _("De termijn van {name} ({role}) eindigde op {day}.")
        role = ROLLEN.label(line["rol"]).lower()
        yield text.format(name=line["naam"], role=role, day=day_named(_day(line["tot"])))


def _duties(record: Mapping[str, Any], lacks: bool, day: date) -> Iterator[str]:
    if lacks:
        yield _("Dit jaar is er geen overleg met de verhuurder, ook niet gepland.")
    told = record["jaarverslag_op"]
    if not told:
        yield _("Huurders kregen nog geen verslag.")
    elif _day(told) < day - YEAR:
        yield _("Huurders kregen al langer dan een jaar geen verslag (laatst op {day}).").format(
            day=day_named(_day(told))
        )


def _day(text: str) -> date:
    return date.fromisoformat(text)


# -- writing ------------------------------------------------------------------------------------------------------


def add_support(
    ctx: Context, number: int, values: Mapping[str, Any], *, origin: object | None = None
) -> list[str]:
    """Record what was done for it, in one step; gives what to look at again. Raises Refused."""
    return _add(ctx, number, "ondersteuning", values, _("{name}: ondersteuning"), origin)


def add_member(
    ctx: Context, number: int, values: Mapping[str, Any], *, fills: bool = True, origin: object | None = None
) -> list[str]:
    """Put somebody in it, in one step; an empty seat is filled with that (`fills`). Raises Refused."""
    return _add(ctx, number, "leden", values, _("{name}: lid erbij"), origin, fills=fills)


def set_mandate(
    ctx: Context, number: int, values: Mapping[str, Any], *, origin: object | None = None
) -> list[str]:
    """Say how many signed, of how many, and when. Raises Refused."""
    spec = ctx.spec(KIND)
    with ctx.store.step(_("Mandaat bijwerken"), origin=origin) as db:
        return _changed(db, spec, records.find(db, spec, number), values)


def link_meeting(ctx: Context, number: int, meeting: int, *, origin: object | None = None) -> list[str]:
    """Say that an overleg is one of this commissie with its landlord, in one step. Raises Refused when it already is."""
    return _add(ctx, number, "overleggen", meeting, _("{name}: overleg koppelen"), origin)


def plan_meeting(
    ctx: Context, number: int, values: Mapping[str, Any], *, origin: object | None = None
) -> int:
    """Make an overleg of this commissie with its landlord, linked to it, in one step; gives its number. Raises Refused.

    Whether we are there too is said at the overleg: the commissie may do it alone.
    """
    spec, meetings = ctx.spec(KIND), ctx.spec("overleg")
    with ctx.store.step(_("Overleg van bewonerscommissie plannen"), origin=origin) as db:
        row: Any = records.find(db, spec, number)
        given: dict[str, Any] = {"soort": "bewonerscommissie", "eigen_aanwezig": False, **values}
        draft, faults = read(meetings, given, Resolver(db))
        draft.values["verhuurder"] = row.verhuurder_id
        faults += records.verified(db, draft, faults)
        records.refuse(meetings, faults)
        made: Any = records.write(db, draft)
        db.flush()
        kept = [line.overleg_id for line in db.lines(spec.part["overleggen"].spec, row.id)]
        _changed(db, spec, row, {"overleggen": [*_numbers(db, kept), made.nummer]})
        return int(made.nummer)


def _add(
    ctx: Context,
    number: int,
    part: str,
    line: Any,
    label: str,
    origin: object | None,
    *,
    fills: bool = False,
) -> list[str]:
    """One more line of a part."""
    spec = ctx.spec(KIND)
    link = spec.part[part].link
    with ctx.store.reading() as db:
        name = records.find(db, spec, number).naam  # type: ignore[attr-defined]  # a Commissie
    with ctx.store.step(label.format(name=name), origin=origin) as db:
        row: Any = records.find(db, spec, number)
        if link is None:
            raw: dict[str, Any] = {part: [*lines(db, spec, part, row.id), dict(line)]}
        else:
            column = spec.part[part].spec.fields[link].column
            kept = [getattr(each, column) for each in db.lines(spec.part[part].spec, row.id)]
            numbers = _numbers(db, kept)
            if line in numbers:
                raise UserError(_("Dit overleg hoort er al bij."), _("Kies een ander overleg."))
            raw = {part: [*numbers, line]}
        if fills and row.vacatures:
            raw["vacatures"] = row.vacatures - 1
        return _changed(db, spec, row, raw)


def _changed(db: StepSession, spec: RecordSpec, row: Any, raw: Mapping[str, Any]) -> list[str]:
    """Change the record within a step; gives what to look at again of what was changed, not of the rest of it."""
    draft, faults = records.reviewed(db, spec, row, dict(raw))
    records.refuse(spec, faults)
    records.write(db, draft, row)
    return [
        fault.told_for(spec)
        for fault in faults
        if fault.warning and fault.place[:1] and fault.place[0] in raw
    ]


def _numbers(db: ReadSession, keys: list[str]) -> list[int]:
    """The numbers of these meetings, in this order."""
    table = db.catalogue.specs["overleg"].table
    found = dict(db.execute(select(table.c.id, table.c.nummer).where(table.c.id.in_(keys))).all())
    return [found[key] for key in keys]
