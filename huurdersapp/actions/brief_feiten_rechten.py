"""The facts of the letter that explains to tenants what their rights are in a renovation, from their building.

Nothing of what anybody answered stands in it, and no name.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from huurdersapp.actions.context import Context
from huurdersapp.base import clock
from huurdersapp.base.sjabloon import Value
from huurdersapp.records.draagvlak import Telling, court_days, needed
from huurdersapp.records.renovatie_tables import BouwkundigeEenheid, Renovatieproject
from huurdersapp.records.verhuurder import Verhuurder
from huurdersapp.reports.brief_delen import as_fact
from huurdersapp.reports.document import Block
from huurdersapp.reports.language import clause, day_long, money, number
from huurdersapp.reports.prose import one_line, text_blocks
from huurdersapp.store.step import ReadSession

JA = "ja"
MOVING = {"nee": "blijven", "enkele_dagen": "enkele_dagen", "tijdelijk": "wisselwoning"}
"""The word of the template for what a proposal says of moving out."""


def facts(
    ctx: Context, db: ReadSession, row: Any
) -> tuple[Mapping[str, Value], Mapping[str, tuple[Block, ...]]]:
    """Of a letter (a `brief`) the words and the blocks that its template may name; none where it has no building."""
    unit = db.get(BouwkundigeEenheid, row.eenheid_id) if row.eenheid_id else None
    project = db.get(Renovatieproject, unit.project_id) if unit is not None else None
    if unit is None or unit.verwijderd is not None or project is None or project.verwijderd is not None:
        return {}, {}
    day: date = row.verstuurd_op or row.datum or clock.today()
    words: dict[str, Value] = {
        "project": as_fact(clause(one_line(project.titel))),
        "eenheid": as_fact(clause(one_line(unit.naam))),
        **_landlord(db, project),
        **_counted(db, unit),
        **_notice(unit, day),
    }
    if project.meting_tot is not None and project.meting_tot >= day:
        words["meting_tot"] = day_long(project.meting_tot)
    told, blocks = _proposal(db, project)
    return {**words, **told}, blocks


def _landlord(db: ReadSession, project: Renovatieproject) -> dict[str, Value]:
    found = db.get(Verhuurder, project.verhuurder_id) if project.verhuurder_id else None
    return {"verhuurder": as_fact(found.naam)} if found is not None else {}


def _proposal(
    db: ReadSession, project: Renovatieproject
) -> tuple[dict[str, Value], dict[str, tuple[Block, ...]]]:
    """The newest version."""
    part = db.catalogue.specs["renovatieproject"].part["voorstellen"].spec
    versions = sorted(db.lines(part, project.id), key=lambda line: line.versie or 0)
    if not versions:
        return {}, {}
    line: Any = versions[-1]
    words: dict[str, Value] = {
        "voorstel_van": day_long(line.datum),
        "gewijzigd": JA if len(versions) > 1 else "",
        "huur_erbij": money(line.huur_per_maand) if (line.huur_per_maand or 0) > 0 else "",
    }
    if line.verhuizen in MOVING:
        words[MOVING[line.verhuizen]] = JA
    return words, {"werk": tuple(text_blocks(line.werk)) if (line.werk or "").strip() else ()}


def _counted(db: ReadSession, unit: BouwkundigeEenheid) -> dict[str, Value]:
    from huurdersapp.actions.renovatie_stand import telling

    found: Telling = telling(db, unit.id)
    if not found.alle_woningen:
        return {}
    if not found.vermoeden_mogelijk:
        return {"klein": JA}
    words: dict[str, Value] = {"tien_of_meer": JA}
    if found.huurders:
        words |= {"huurders": number(found.huurders), "nodig": number(needed(found.huurders))}
    return words


def _notice(unit: BouwkundigeEenheid, day: date) -> dict[str, Value]:
    if unit.aangezegd_op is None:
        return {}
    last, moved = court_days(unit.aangezegd_op)
    return {
        "aangezegd_op": day_long(unit.aangezegd_op),
        "rechter_tot": day_long(last),
        # Who is told that it is over does not go any more, so that is told of the later day.
        "rechter_voorbij": JA if moved < day else "",
        "rechter_atw": day_long(moved) if last < moved >= day else "",
    }
