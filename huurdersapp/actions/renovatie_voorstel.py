"""A changed proposal of the landlord: a new version, and who answers again, in one step with one undo."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import select

from huurdersapp.actions import records
from huurdersapp.actions.context import Context
from huurdersapp.actions.plain import plain_of
from huurdersapp.actions.renovatie_antwoord import Done, Homes
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.draagvlak import EMPTY
from huurdersapp.records.renovatie_dag import of_project
from huurdersapp.records.renovatie_tables import OPNIEUW, Renovatiewoning, Voorstel
from huurdersapp.records.renovatiewoning import OF_ANSWER, lapsed, lapsed_by
from huurdersapp.store.step import StepSession

PROJECT, HOME = "renovatieproject", "renovatiewoning"


def propose(
    ctx: Context,
    project: int,
    voorstel: Mapping[str, Any],
    opnieuw: str,
    homes: Sequence[int] = (),
    *,
    origin: object | None = None,
) -> Done:
    """Add a version of the proposal to a project; who answers again has no answer any more from its day.

    `voorstel`: the fields of the proposal as JSON has them (`datum`, `document`, `werk` ...), without its number.
    `opnieuw`: alle, sommige (the homes with these numbers) or geen. An answer that no longer counts is kept with the home.
    Empty homes stay empty. Gives the homes that answer again; raises Refused and UserError.
    """
    if opnieuw not in {choice.key for choice in OPNIEUW.items}:
        raise UserError(_("Kies wie opnieuw antwoordt: alle, sommige of geen."))
    if (opnieuw == "sommige") != bool(homes):
        raise UserError(_wrong_homes(opnieuw))
    with ctx.store.step(_("Nieuwe versie van het voorstel"), origin=origin) as db:
        line, warnings = _added(db, project, {**voorstel, "opnieuw": opnieuw})
        numbers = _all(db, line.ouder_id) if opnieuw == "alle" else list(homes)
        found = Homes(db, numbers)
        for row in found.rows:
            if found.place(row).project.id != line.ouder_id:
                raise UserError(_("{home} hoort niet bij dit project. Kies een andere."), home=row.naam)
            _ask_again(found, row, line.versie, line.datum)
    return Done(tuple(row.nummer for row in found.rows), warnings)


def _wrong_homes(opnieuw: str) -> str:
    if opnieuw == "sommige":
        return _("Kies welke woningen opnieuw antwoorden.")
    return _("Woningen kiezen kan alleen als een deel opnieuw antwoordt.")


def _added(db: StepSession, number: int, voorstel: Mapping[str, Any]) -> tuple[Any, tuple[str, ...]]:
    """The new line of the project, and what to look at again."""
    spec = db.catalogue.specs[PROJECT]
    row: Any = records.find(db, spec, number)
    if row.afgesloten_op is not None:
        raise UserError(_("Dit project is afgesloten. Open het eerst weer."))
    there = list(next(iter(plain_of(db, spec, [row.id])))["voorstellen"])
    row = records.find(db, spec, number)
    # The number of a version is the program's: the next one.
    fresh = {key: value for key, value in voorstel.items() if key not in ("id", "versie")}
    draft, faults = records.reviewed(db, spec, row, {"voorstellen": [*there, fresh]})
    records.refuse(spec, faults)
    records.write(db, draft, row)
    db.flush()
    newest = select(Voorstel).where(Voorstel.ouder_id == row.id, Voorstel.verwijderd.is_(None))
    line = db.scalars(newest.order_by(Voorstel.versie.desc())).first()
    told = [fault.told_for(spec) for fault in faults if fault.place[:1] == ("voorstellen",)]
    return line, tuple(told)


def _all(db: StepSession, project: str) -> list[int]:
    query = select(Renovatiewoning.nummer).where(of_project(project), Renovatiewoning.verwijderd.is_(None))
    return list(db.scalars(query.order_by(Renovatiewoning.nummer)))


def _ask_again(found: Homes, row: Renovatiewoning, version: int, since: date) -> None:
    """This tenant answers on the new version, and so does whoever comes to live in an empty home."""
    before = found.before(row)
    draft = found.before(row)
    draft.values["vraagt_versie"] = version
    if row.instemming != EMPTY:
        kept = lapsed_by(before.lines("eerder"), since, but=EMPTY)
        if row.instemming != "niet_benaderd":
            kept.append(lapsed(before, since))
        draft.parts["eerder"] = kept
        draft.values |= {"instemming": "niet_benaderd"} | dict.fromkeys(OF_ANSWER)
    found.write(row, draft)
