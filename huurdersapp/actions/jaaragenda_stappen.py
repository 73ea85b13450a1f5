"""Writing in the year agenda: moving a moment, saying that it was done or does not take place, undoing that, and putting
the work before a meeting among the actiepunten. Each is one step with one undo."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from huurdersapp.actions import records
from huurdersapp.actions.afzender import own
from huurdersapp.actions.context import Context
from huurdersapp.actions.jaaragenda_bronnen import agreements_of, catalogue, told_of
from huurdersapp.actions.jaaragenda_opbouw import Builder, action_text
from huurdersapp.actions.plain import Resolver
from huurdersapp.base import clock
from huurdersapp.base.errors import UserError
from huurdersapp.base.formats import day
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.records.agendamoment import Agendamoment
from huurdersapp.records.anker import Anker
from huurdersapp.records.draft import Fault, read
from huurdersapp.records.jaaragenda import Anchor, Step
from huurdersapp.records.overleg import Overleg
from huurdersapp.records.partij import Partij
from huurdersapp.store.step import ReadSession, StepSession

KIND = "agendamoment"


def move(
    ctx: Context,
    anker: int | str,
    jaar: int,
    van: date,
    tot: date | None,
    reden: str,
    *,
    origin: object | None = None,
) -> int:
    """Give the moment of an anchor (and of its round) other days in one calendar year; gives the number of its
    agendamoment.

    `anker` is the number of the anchor, or the key of a day of the law. Raises Refused without a reason.
    """
    values = {"van": van.isoformat(), "tot": tot.isoformat() if tot else None, "reden": reden}
    return _say(ctx, anker, jaar, values | {"vervallen": False}, _("Moment verzetten"), origin)


def done(ctx: Context, anker: int | str, jaar: int, on: date, *, origin: object | None = None) -> int:
    """Say that it was done on that day; raises Refused for a day that is still to come."""
    values = {"gedaan_op": on.isoformat(), "vervallen": False}
    return _say(ctx, anker, jaar, values, _("Moment is gedaan"), origin)


def drop(ctx: Context, anker: int | str, jaar: int, reden: str, *, origin: object | None = None) -> int:
    """Say that it does not take place this year, and why."""
    values = {"vervallen": True, "gedaan_op": None, "reden": reden}
    return _say(ctx, anker, jaar, values, _("Moment gaat niet door"), origin)


def restore(ctx: Context, anker: int | str, jaar: int, *, origin: object | None = None) -> None:
    """Let it be as the template says again; does nothing when it is."""
    with ctx.store.step(_("Moment weer zoals het was"), origin=origin) as db:
        for row in _said(db, _target(db, anker), jaar):
            db.discard(row)


class _Target:
    """The anchor that is spoken of: a record with the others of its round, or a day of the law."""

    def __init__(self, anchors: list[Anker], legal: Anchor | None) -> None:
        self.anchors, self.legal = anchors, legal

    @property
    def keys(self) -> list[str]:
        return [row.id for row in self.anchors]


def _target(db: ReadSession, anker: int | str) -> _Target:
    if isinstance(anker, str):
        found = next((item for item in catalogue().dates if item.key == anker), None)
        if found is None:
            raise UserError(_("Deze dag staat niet bij de dagen van de wet."), key=anker[:40])
        return _Target([], found)
    spec = db.catalogue.specs["anker"]
    row: Any = records.find(db, spec, anker)
    if not row.ronde:
        return _Target([row], None)
    same = db.alive(spec, Anker.akkoord_id == row.akkoord_id, Anker.ronde == row.ronde)
    when = (row.soort_datum, row.maand, row.dag, row.tot_maand)
    others = [
        item
        for item in same
        if item.id != row.id and (item.soort_datum, item.maand, item.dag, item.tot_maand) == when
    ]
    return _Target([row, *others], None)


def _said(db: ReadSession, target: _Target, jaar: int) -> list[Agendamoment]:
    """What was said of it for that year."""
    spec = db.catalogue.specs[KIND]
    if target.legal is not None:
        mine = (Agendamoment.anker_id.is_(None), Agendamoment.naam == target.legal.name)
    else:
        mine = (Agendamoment.anker_id.in_(target.keys), Agendamoment.anker_id.is_not(None))
    return db.alive(spec, Agendamoment.jaar == jaar, *mine)


def _say(
    ctx: Context, anker: int | str, jaar: int, values: Mapping[str, Any], label: str, origin: object | None
) -> int:
    spec = ctx.spec(KIND)
    with ctx.store.step(label, origin=origin) as db:
        target = _target(db, anker)
        known = _said(db, target, jaar)
        if known:
            row: Any = known[0]
            draft, faults = records.reviewed(db, spec, row, dict(values))
        else:
            row = None
            draft, faults = read(spec, {**_new(target, jaar), **values}, Resolver(db))
            faults = [*faults, *records.verified(db, draft, faults)]
        if target.legal is not None and "reden" in values and not values["reden"]:
            faults.append(
                Fault(_("Schrijf erbij waarom u dit verzet, of waarom het niet doorgaat."), ("reden",))
            )
        records.refuse(spec, faults)
        written: Any = records.write(db, draft, row)
        db.flush()
        return int(written.nummer)


def _new(target: _Target, jaar: int) -> dict[str, Any]:
    if target.legal is None:
        return {"anker": target.anchors[0].nummer, "jaar": jaar}
    first, last = target.legal.days(jaar)
    assert first is not None
    assert last is not None
    return {"naam": target.legal.name, "jaar": jaar, "van": first.isoformat(), "tot": last.isoformat()}


def plan_back(ctx: Context, *overleggen: int, origin: object | None = None) -> list[int]:
    """Put the work before one or more overleggen (those of a round) among the actiepunten, in one step: of the own
    organisation, with its last day, linked to the overleg. Gives their numbers.

    What was put there before is not made again: the list is empty when all of it is there. Raises UserError when an
    overleg is not there, was held or does not go on, when no step belongs to its kind, and without an own organisation.
    """
    with ctx.store.step(_("Voorbereiding in de actiepunten"), origin=origin) as db:
        party = own(db)
        return [
            number
            for overleg in overleggen
            for number in _planned(db, party, records.find(db, ctx.spec("overleg"), overleg))
        ]


def _planned(db: StepSession, party: Partij, row: Any) -> list[int]:
    """The numbers of the actiepunten that were made for one overleg."""
    _check(row)
    spec, made = db.catalogue.specs["actiepunt"], []
    for step in _lines(db, row):
        first, last = step.days(row.datum)
        values: dict[str, Any] = {
            "wat": action_text(step, row),
            "partij": party.nummer,
            "uiterlijk": last.isoformat(),
            "overleg": row.nummer,
        }
        if first < last:
            values["toelichting"] = f"Van {day(first)} tot en met {day(last)}."
        draft, faults = read(spec, values, Resolver(db))
        records.refuse(spec, [*faults, *records.verified(db, draft, faults)])
        written: Any = records.write(db, draft)
        db.flush()
        made.append(int(written.nummer))
    return made


def plan_back_words(made: list[int]) -> str:
    """What to say after `plan_back`."""
    if not made:
        return _("De stappen vooraf staan al bij de actiepunten.")
    return ngettext(
        "{count} stap vooraf staat nu bij de actiepunten.",
        "{count} stappen vooraf staan nu bij de actiepunten.",
        len(made),
    ).format(count=len(made))


def _check(row: Overleg) -> None:
    if row.afgelast:
        raise UserError(_("Dit overleg gaat niet door."), _("Kies een ander overleg."))
    if row.datum < clock.today():
        raise UserError(_("Dit overleg is al geweest."), _("Kies een overleg dat nog komt."))


def _lines(db: StepSession, row: Overleg) -> list[Step]:
    """The steps before this overleg that are no actiepunt yet; raises UserError where it has no steps at all."""
    year = row.datum.year
    found = agreements_of(db, [year])
    told = told_of(db, year, found, alone=False)
    builder = Builder(year, clock.today(), found, told, catalogue().summer)
    steps = builder.steps_before(row)
    if not steps:
        raise UserError(
            _("Bij dit soort overleg horen geen stappen vooraf."),
            _("Maak ze bij Stappen vooraf, of kies een bestuurlijk overleg."),
        )
    return [step for step in steps if (row.id, action_text(step, row)) not in told.actions]
