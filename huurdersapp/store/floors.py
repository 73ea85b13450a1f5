"""The floors of undo: the steps beyond which nothing is undone, and why a step cannot be undone, in words."""

from __future__ import annotations

from sqlalchemy import Connection, select

from huurdersapp.base.formats import day
from huurdersapp.base.i18n import gettext as _
from huurdersapp.store.journal import FLOORS, STEP, StoredStep, stored_step

BEGIN = 1
"""The number of the first step of a laptop."""


def last(connection: Connection, device: str) -> StoredStep | None:
    """The last floor of a laptop: an erasing, or how its store came to be (new, restored, saved from a damaged file)."""
    query = (
        select(STEP)
        .where(STEP.c.device == device, STEP.c.kind.in_(FLOORS))
        .order_by(STEP.c.seq.desc())
        .limit(1)
    )
    row = connection.execute(query).first()
    return None if row is None else stored_step(row)


def words(connection: Connection, floor: StoredStep) -> str:
    """Why nothing before this floor can be undone; nothing where there is nothing before it."""
    facts = {"step": floor.label, "day": day(floor.moment.astimezone().date())}
    if floor.kind == "erase":
        return _("Verder terug dan ‘{step}’ van {day} kan niet: wat toen is gewist, komt niet terug.").format(
            **facts
        )
    earlier = select(STEP.c.seq).where(STEP.c.device != floor.device).limit(1)
    if floor.seq > BEGIN or connection.execute(earlier).first() is not None:
        return _("Verder terug dan ‘{step}’ van {day} kan niet.").format(**facts)
    return ""


def itself(floor: StoredStep) -> str:
    """Why a floor itself cannot be undone."""
    if floor.kind == "erase":
        return _("Dit kan niet ongedaan worden gemaakt: wat is gewist, komt niet terug.")
    return _("Dit kan niet ongedaan worden gemaakt.")


def why_not(connection: Connection, step: StoredStep) -> str:
    """Why this step, that does not stand (any more), cannot be undone."""
    floor = last(connection, step.device)
    if step.kind in FLOORS:
        return itself(step)
    if floor is not None and step.seq < floor.seq:
        return words(connection, floor)
    return _("‘{label}’ is al ongedaan gemaakt.").format(label=step.label)
