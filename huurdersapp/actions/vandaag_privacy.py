"""What Vandaag tells of privacy: a data leak whose hours run, and the yearly round when it is a year ago.

No words of a leak stand there: anyone may see the first screen. The moment is told and not the hours that are left, as the
page is kept and shown again.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sqlalchemy import func, select

from huurdersapp.actions import datalek
from huurdersapp.actions.opschoonronde_lezen import last_round
from huurdersapp.actions.vandaag_jaar import Line
from huurdersapp.actions.vandaag_tellen import LOOKED
from huurdersapp.base import clock
from huurdersapp.base.formats import day_long, day_named
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.period import months_later
from huurdersapp.records.bewaren import PLEKKEN
from huurdersapp.records.datalek_klok import discovered
from huurdersapp.store.journal import STEP, VECTOR, moment_of
from huurdersapp.store.step import ReadSession

ROUND = "opschoonronde"
YEAR = 12
"""Months between two rounds."""


def leaks(db: ReadSession, on: date) -> Iterator[Line]:
    """Leaks that may still have to be told to the Autoriteit Persoonsgegevens, the first to end first, and then those that
    must be told to the people themselves."""
    now = clock.now() if on == clock.today() else discovered(on)
    for row, hours in datalek.lopend(db, now):
        until = hours.tot.astimezone()
        text = _("Datalek {number}: meld het vóór {day} om {time} uur, of schrijf op waarom niet.")
        if hours.te_laat:
            text = _(
                "Datalek {number} is niet op tijd gemeld. De 72 uur waren voorbij op {day} om {time} uur."
            )
        words = text.format(number=row.nummer, day=day_long(until.date()), time=f"{until:%H:%M}")
        yield Line(words, hours.te_laat, datalek.KIND, row.nummer)
    for number in datalek.te_vertellen(db):
        words = _("Datalek {number}: vertel het ook de mensen om wie het gaat, zo snel u kunt.")
        yield Line(words.format(number=number), False, datalek.KIND, number)


def round_due(db: ReadSession, on: date) -> Iterator[Line]:
    """The yearly round, a year after the last one; where there never was one, a year after the administration began, as soon
    as there are data of people."""
    last = last_round(db)
    since = last or _begun(db)
    if since is None or months_later(since, YEAR) > on or (last is None and not _people(db)):
        return
    text = (
        _("De laatste opschoonronde was op {day}. Kijk weer van wie de bewaartermijn voorbij is.")
        if last is not None
        else _("Er was nog geen opschoonronde. Kijk van wie de bewaartermijn voorbij is.")
    )
    yield Line(text.format(day=day_named(since)), False, ROUND, None)


def _people(db: ReadSession) -> bool:
    """Whether data of people stand in one of the newest records of some kind."""
    for plek in PLEKKEN:
        if plek.entity == plek.kind:
            table = plek.table
            newest = select(table.c.id).order_by(table.c.nummer.desc()).limit(LOOKED)
            found = select(table.c.id).where(table.c.id.in_(newest), plek.filled()).limit(1)
            if db.scalar(found) is not None:
                return True
    return False


def _begun(db: ReadSession) -> date | None:
    """The day of the first step of any laptop."""
    query = select(func.min(STEP.c.hlc)).join(VECTOR, VECTOR.c.device == STEP.c.device).where(STEP.c.seq == 1)
    first = db.connection().execute(query).scalar()
    return moment_of(first).astimezone().date() if first is not None else None
