"""What one does with an overleg besides filling it in: its agenda, what is brought in, its minutes, and the next one.

Each of these is one step with one undo.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import select

from huurdersapp.actions import records
from huurdersapp.actions.context import Context
from huurdersapp.actions.knelpunten import changed, lines
from huurdersapp.actions.overleg_openstaand import following, left_open, short
from huurdersapp.actions.plain import Resolver
from huurdersapp.base import clock
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.akkoord import Overlegvorm
from huurdersapp.records.contact import Contact, in_function_on
from huurdersapp.records.draft import read
from huurdersapp.records.knelpunt_status import ENDS, NEXT, STATUS
from huurdersapp.records.overleg import SOORTEN, Overleg
from huurdersapp.records.partij import Partij
from huurdersapp.records.verhuurder import Verhuurder
from huurdersapp.store.step import ReadSession, StepSession

KIND = "overleg"
AGENDA = "agendapunten"
KEPT = ("soort", "werkgroep", "akkoord", "verhuurder", "thema", "voorzitter", "notulist")
"""What the next meeting of a kind has from the one before, besides its people, time and place."""


# -- the agenda ----------------------------------------------------------------------------------------------------


def add_item(
    ctx: Context, number: int, values: Mapping[str, Any], *, origin: object | None = None
) -> list[str]:
    """Put one more item on the agenda; gives what to look at again, raises Refused."""
    return _agenda(ctx, number, _("Agendapunt toevoegen"), lambda items: [*items, dict(values)], origin)


def change_item(
    ctx: Context, number: int, item: str, values: Mapping[str, Any], *, origin: object | None = None
) -> list[str]:
    """Change an item (its key) of the agenda; raises Refused."""

    def change(items: list[dict[str, Any]]) -> list[dict[str, Any]]:
        return [{**each, **values} if each["id"] == item else each for each in items]

    return _agenda(ctx, number, _("Agendapunt wijzigen"), change, origin)


def move_item(ctx: Context, number: int, item: str, by: int, *, origin: object | None = None) -> int:
    """Move an item up (-1) or down (1); gives its place from 1. One that is at the end already stays there."""
    place = 0

    def move(items: list[dict[str, Any]]) -> list[dict[str, Any]]:
        nonlocal place
        at = next((at for at, each in enumerate(items) if each["id"] == item), None)
        if at is None:
            raise _no_item()
        place = min(max(at + by, 0), len(items) - 1)
        items.insert(place, items.pop(at))
        return items

    _agenda(ctx, number, _("Agendapunt verplaatsen"), move, origin)
    return place + 1


def remove_item(ctx: Context, number: int, item: str, *, origin: object | None = None) -> None:
    """Take an item off the agenda."""

    def remove(items: list[dict[str, Any]]) -> list[dict[str, Any]]:
        kept = [each for each in items if each["id"] != item]
        if len(kept) == len(items):
            raise _no_item()
        return kept

    _agenda(ctx, number, _("Agendapunt weghalen"), remove, origin)


def _no_item() -> UserError:
    return UserError(_("Dit agendapunt is er niet meer."), _("Kijk op de agenda wat er nu staat."))


def _agenda(
    ctx: Context,
    number: int,
    label: str,
    change: Callable[[list[dict[str, Any]]], list[dict[str, Any]]],
    origin: object | None,
) -> list[str]:
    spec = ctx.spec(KIND)
    with ctx.store.step(label, origin=origin) as db:
        row = records.find(db, spec, number)
        return _changed(db, row, {AGENDA: change(lines(db, spec, AGENDA, row.id))})


def _changed(db: StepSession, row: Any, raw: Mapping[str, Any]) -> list[str]:
    """Change a meeting; gives what to look at again of what was changed, not of the rest of it."""
    spec = db.catalogue.specs[KIND]
    draft, faults = records.reviewed(db, spec, row, dict(raw))
    records.refuse(spec, faults)
    records.write(db, draft, row)
    db.flush()
    return [fault.told_for(spec) for fault in faults if fault.warning and fault.place[:1][0] in raw]


def mark_confidential(
    ctx: Context, number: int, line: str, yes: bool, *, origin: object | None = None
) -> None:
    """Say of a document (the key of its line) whether it is confidential, in one step."""
    spec = ctx.spec(KIND)
    with ctx.store.step(_("Vertrouwelijk aangeven"), origin=origin) as db:
        row = records.find(db, spec, number)
        kept = lines(db, spec, "bijlagen", row.id)
        found = [{**each, "vertrouwelijk": yes} if each["id"] == line else each for each in kept]
        _changed(db, row, {"bijlagen": found})


# -- bringing in ---------------------------------------------------------------------------------------------------


def bring_in(
    ctx: Context, number: int, knelpunten: Sequence[int], *, origin: object | None = None
) -> list[str]:
    """Bring knelpunten into a meeting, each as an item of our own, in one step.

    Of a meeting that was held they get the step `ingebracht` on its day. One that is still to come only has them on its
    agenda (see `to_record`): what was not discussed is not brought in. Raises UserError for a meeting that is called off
    and for what is closed, Refused when a rule is broken.
    """
    spec, what = ctx.spec(KIND), ctx.spec("knelpunt")
    with ctx.store.step(_("Knelpunten inbrengen"), origin=origin) as db:
        row: Any = records.find(db, spec, number)
        _goes_on(row)
        items = lines(db, spec, AGENDA, row.id)
        there = {line.knelpunt_id for line in db.lines(spec.part[AGENDA].spec, row.id)}
        told: list[str] = []
        for each in dict.fromkeys(knelpunten):
            found: Any = records.find(db, what, each)
            if found.id not in there:
                items.append(_own(found.titel, knelpunt=each))
            told += _brought(db, row, found)
        return [*_changed(db, row, {AGENDA: items}), *told]


def bring_indicators(
    ctx: Context, number: int, indicatoren: Sequence[int], *, origin: object | None = None
) -> list[str]:
    """Put measures of an akkoord on the agenda as items of our own, in one step."""
    spec, what = ctx.spec(KIND), ctx.spec("indicator")
    with ctx.store.step(_("Maten inbrengen"), origin=origin) as db:
        row: Any = records.find(db, spec, number)
        _goes_on(row)
        items = lines(db, spec, AGENDA, row.id)
        there = {line.indicator_id for line in db.lines(spec.part[AGENDA].spec, row.id)}
        for each in dict.fromkeys(indicatoren):
            found: Any = records.find(db, what, each)
            if found.id not in there:
                items.append(_own(f"{found.code}: {found.tekst}", indicator=each))
        return _changed(db, row, {AGENDA: items})


def to_record(ctx: Context, number: int) -> list[tuple[int, str]]:
    """Number and title of the knelpunten that stood on the agenda of a meeting that was held, and of which nothing says
    yet that they were brought in there."""
    with ctx.store.reading() as db:
        row: Any = records.find(db, ctx.spec(KIND), number)
        if row.afgelast or row.datum > clock.today():
            return []
        return [(found.nummer, found.titel) for found in _unrecorded(db, row)]


def record_brought_in(ctx: Context, number: int, *, origin: object | None = None) -> list[str]:
    """Record of all these (`to_record`) that they were brought in, in one step; raises Refused."""
    with ctx.store.step(_("Ingebrachte knelpunten vastleggen"), origin=origin) as db:
        row: Any = records.find(db, ctx.spec(KIND), number)
        _goes_on(row)
        return [text for found in _unrecorded(db, row) for text in _brought(db, row, found)]


def _unrecorded(db: ReadSession, row: Any) -> list[Any]:
    spec, what = db.catalogue.specs[KIND], db.catalogue.specs["knelpunt"]
    keys = [
        line.knelpunt_id
        for line in db.lines(spec.part[AGENDA].spec, row.id)
        if line.knelpunt_id is not None and not line.geweigerd
    ]
    found = [db.get(what.cls, key) for key in dict.fromkeys(keys)]
    return [
        each for each in found if each is not None and each.verwijderd is None and not _is_in(db, row, each)
    ]


def _is_in(db: ReadSession, row: Any, found: Any) -> bool:
    brought = db.lines(db.catalogue.specs["knelpunt"].part["inbreng"].spec, found.id)
    return any(line.overleg_id == row.id for line in brought)


def _goes_on(row: Any) -> None:
    if row.afgelast:
        raise UserError(_("{name} ging niet door."), _("Kies een overleg dat wel doorgaat."), name=row.naam)


def _own(subject: str, **links: Any) -> dict[str, Any]:
    """An item of ours."""
    return {"onderwerp": short(subject), "bedoeling": "bespreken", "eigen_punt": True, **links}


def _brought(db: StepSession, row: Any, found: Any) -> list[str]:
    """Say of a knelpunt that it was brought into this meeting; of one that is still to come that it is on its agenda."""
    spec = db.catalogue.specs["knelpunt"]
    if row.datum > clock.today():
        if found.geagendeerd_op is not None:
            return []
        return changed(db, spec, found, {"geagendeerd_op": clock.today().isoformat()})
    if _is_in(db, row, found):
        return []
    if found.status in ENDS:
        raise UserError(
            _("Knelpunt {number} is al afgesloten ({status})."),
            _("Heropen het eerst, of kies een ander."),
            number=found.nummer,
            status=STATUS.label(found.status).lower(),
        )
    day = row.datum.isoformat()
    line = {"overleg": row.nummer, "datum": day, "agendapunt": found.titel}
    raw: dict[str, Any] = {"inbreng": [*lines(db, spec, "inbreng", found.id), line]}
    steps = db.lines(spec.part["stappen"].spec, found.id)
    # A knelpunt that went on since keeps its steps: that it was brought in there too is told by the line alone.
    if "ingebracht" in NEXT[found.status] and (not steps or steps[-1].datum <= row.datum):
        step = {"status": "ingebracht", "datum": day, "overleg": row.nummer}
        raw["stappen"] = [*lines(db, spec, "stappen", found.id), step]
    return changed(db, spec, found, raw)


# -- what was left open --------------------------------------------------------------------------------------------


def carry_on(ctx: Context, number: int, chosen: Sequence[str], *, origin: object | None = None) -> list[str]:
    """Put what was left open (`Left.key`) on this agenda as items of ours, in one step."""
    found = [each for each in left_open(ctx, number) if each.key in set(chosen)]
    made = [_own(each.subject) for each in found]
    return _agenda(ctx, number, _("Openstaand op de agenda zetten"), lambda items: [*items, *made], origin)


# -- the minutes and the next meeting ------------------------------------------------------------------------------


def settling_day(ctx: Context, number: int) -> date | None:
    """On which day the minutes were probably settled: in the next meeting of that kind, when that was held."""
    with ctx.store.reading() as db:
        row: Any = records.find(db, ctx.spec(KIND), number)
        found = following(db, row)
        return found.datum if found is not None and found.datum <= clock.today() else None


def settle(ctx: Context, number: int, on: str | None, *, origin: object | None = None) -> list[str]:
    """Say that the minutes are settled, and on which day (ISO); raises Refused, UserError for a meeting that is still to
    come."""
    with ctx.store.step(_("Verslag vaststellen"), origin=origin) as db:
        row: Any = records.find(db, ctx.spec(KIND), number)
        _goes_on(row)
        if row.datum > clock.today():
            raise UserError(
                _("{name} moet nog komen."),
                _("Stel het verslag vast als het overleg er is geweest."),
                name=row.naam,
            )
        return _changed(db, row, {"verslag_status": "vastgesteld", "verslag_vastgesteld_op": on})


def call_off(ctx: Context, number: int, why: str | None, *, origin: object | None = None) -> list[str]:
    """Say that a meeting does not take place, and why."""
    with ctx.store.step(_("Overleg gaat niet door"), origin=origin) as db:
        row = records.find(db, ctx.spec(KIND), number)
        return _changed(db, row, {"afgelast": True, "afgelast_reden": why, "eigen_aanwezig": False})


def plan_next(ctx: Context, number: int, values: Mapping[str, Any], *, origin: object | None = None) -> int:
    """Make the next meeting of this kind, with the same people, and say here when it is; gives its number. Raises
    Refused."""
    spec = ctx.spec(KIND)
    known = records.show(ctx, spec, number)
    kept = {key: known[key] for key in (*KEPT, "begintijd", "eindtijd", "plaats", "partijen")}
    kept["uitgenodigd"] = known["uitgenodigd"] or known["aanwezig"]
    given = {**kept, **{key: value for key, value in values.items() if value is not None}}
    given = {key: value for key, value in given.items() if value not in (None, [])}
    with ctx.store.step(_("Volgend overleg plannen"), origin=origin) as db:
        row: Any = records.find(db, spec, number)
        draft, faults = read(spec, given, Resolver(db))
        faults += records.verified(db, draft, faults)
        records.refuse(spec, faults)
        made: Any = records.write(db, draft)
        db.flush()
        if row.volgende_op is None and made.datum >= row.datum:
            _changed(db, row, {"volgende_op": made.datum.isoformat()})
        return int(made.nummer)


# -- names ---------------------------------------------------------------------------------------------------------


def people(
    ctx: Context, partijen: Sequence[int], verhuurder: int | None, on: date | None = None
) -> list[str]:
    """Who may be invited: the people of these parties and this landlord who are in function, each as it is written in a
    list of names ("Naam, functie (organisatie)"); without parties everybody."""
    day = on or clock.today()
    with ctx.store.reading() as db:
        query = (
            select(Contact.naam, Contact.functie, Partij.korte_naam, Partij.naam, Partij.nummer)
            .add_columns(Verhuurder.naam, Verhuurder.nummer)
            .outerjoin(Partij, Partij.id == Contact.partij_id)
            .outerjoin(Verhuurder, Verhuurder.id == Contact.verhuurder_id)
            .where(Contact.verwijderd.is_(None), in_function_on(day))
            .order_by(Partij.naam, Verhuurder.naam, Contact.naam)
        )
        found = db.execute(query).all()
    told = []
    for name, function, initials, party, party_number, landlord, landlord_number in found:
        if (partijen or verhuurder) and not (
            party_number in partijen or (landlord_number is not None and landlord_number == verhuurder)
        ):
            continue
        of = initials or party or landlord
        text = f"{name}, {function}" if function else name
        told.append(f"{text} ({of})" if of else text)
    return told


def names_used(ctx: Context, soort: str) -> list[str]:
    """Names of meetings of a kind that were used before, the latest first; for other kinds also the fixed meetings of the
    akkoorden that are of none of our kinds."""
    with ctx.store.reading() as db:
        query = (
            select(Overleg.werkgroep, Overleg.datum)
            .where(Overleg.verwijderd.is_(None), Overleg.soort == soort, Overleg.werkgroep.is_not(None))
            .order_by(Overleg.datum.desc())
        )
        used = [name for name, _day in db.execute(query) if name]
        if soort == "overig":
            known = SOORTEN.keys()
            fixed = select(Overlegvorm.naam, Overlegvorm.sleutel).where(Overlegvorm.verwijderd.is_(None))
            used += [name for name, key in db.execute(fixed) if key.casefold() not in known]
    return list(dict.fromkeys(used))
