"""What Vandaag tells of copies: that the last one on a stick is a month ago, or that there never was one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

import msgspec
from sqlalchemy import func, select

from huurdersapp.actions.reservekopie import STICK_EVERY
from huurdersapp.actions.vandaag_jaar import Line
from huurdersapp.base.formats import day_named
from huurdersapp.base.i18n import gettext as _
from huurdersapp.store import meta, sticks
from huurdersapp.store.journal import STEP, VECTOR, moment_of
from huurdersapp.store.preferences import VOORKEUR
from huurdersapp.store.step import ReadSession

PAGE = "reservekopieen"


def stick(db: ReadSession, on: date) -> Iterator[Line]:
    """After 30 days without a copy on a stick; where there never was one, after 30 days of use. Not for the example."""
    last, begun = _last(db), _begun(db)
    since = last or begun
    if since is None or on - since < STICK_EVERY or meta.is_example(db.connection()):
        return
    text = (
        _("De laatste kopie op een usb-stick is van {day}. Maak er weer een.")
        if last is not None
        else _(
            "Er is nog geen kopie op een usb-stick. Zonder zo’n kopie bent u alles kwijt als de laptop stukgaat."
        )
    )
    yield Line(text.format(day=day_named(since)), False, PAGE)


def _last(db: ReadSession) -> date | None:
    text = db.connection().execute(select(VOORKEUR.c.waarde).where(VOORKEUR.c.sleutel == sticks.KEY)).scalar()
    try:
        moments = [datetime.fromisoformat(each["op"]) for each in msgspec.json.decode(text or "[]")]
    except (msgspec.DecodeError, KeyError, TypeError, ValueError):
        return None
    return max(moments).astimezone().date() if moments else None


def _begun(db: ReadSession) -> date | None:
    """The day of the first step of any laptop."""
    first = select(func.min(STEP.c.hlc)).join(VECTOR, VECTOR.c.device == STEP.c.device).where(STEP.c.seq == 1)
    found = db.connection().execute(first).scalar()
    return moment_of(found).astimezone().date() if found is not None else None
