"""A data leak: the hours that run, whether it must be told and to whom. What stood on a computer tells `stond_erop`.

AVG art. 33 lid 1: within 72 hours to the Autoriteit Persoonsgegevens, unless a risk is unlikely; lid 5: written down in any
case. Art. 34 lid 1: to the people themselves at a high risk; lid 3 sub a: not when nobody can read what was lost.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import or_, select

from huurdersapp.actions.context import Context
from huurdersapp.actions.records import find
from huurdersapp.base import clock
from huurdersapp.base.formats import day_long
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.records.datalek import Datalek
from huurdersapp.records.datalek_klok import discovered, last_moment, people_must_know, told_in_time
from huurdersapp.store.step import ReadSession

KIND = "datalek"


@dataclass(frozen=True, slots=True)
class Klok:
    """The hours of a leak. `uren` are whole hours that are left, rounded down (negative: so many over it, rounded up);
    `loopt` while it may still have to be told, `te_laat` when the time is over; `zin` says it."""

    ontdekt: datetime
    tot: datetime
    uren: int
    loopt: bool
    te_laat: bool
    zin: str


@dataclass(frozen=True, slots=True)
class Oordeel:
    """What the law asks for: `melden` to the Autoriteit Persoonsgegevens, `vertellen` to the people; None while nobody has
    judged the risk. `zinnen` explain it, with the article."""

    melden: bool | None
    vertellen: bool | None
    zinnen: tuple[str, ...]


def klok(row: Datalek, now: datetime | None = None) -> Klok:
    """How the 72 hours of a leak stand at a moment (now)."""
    at = now or clock.now()
    until = last_moment(row.ontdekt_op, row.ontdekt_om)
    left = (until - at) / timedelta(hours=1)
    hours = math.floor(left)
    runs = row.gemeld_ap_op is None and row.risico != "onwaarschijnlijk" and row.afgerond_op is None
    return Klok(
        discovered(row.ontdekt_op, row.ontdekt_om),
        until,
        hours,
        runs,
        runs and left < 0,
        _clock_words(row, until, left, runs=runs),
    )


def _clock_words(row: Datalek, until: datetime, left: float, *, runs: bool) -> str:
    if row.gemeld_ap_op is not None:
        in_time = told_in_time(row.ontdekt_op, row.ontdekt_om, row.gemeld_ap_op, row.gemeld_ap_om)
        return (
            _("Het is op tijd gemeld.")
            if in_time
            else _("Het is gemeld, later dan 72 uur na de ontdekking. Schrijf op waarom.")
        )
    if not runs and row.risico in ("risico", "hoog"):
        return _("Dit lek is afgerond, maar niet gemeld. Bij een risico voor mensen moet dat wel.")
    if not runs:
        return _("Er hoeft niets gemeld te worden. Het lek staat wel in uw lijst.")
    when = _until(until)
    if left < 0:
        return _("De 72 uur zijn voorbij. Meld het lek alsnog, en schrijf erbij waarom het later werd.")
    hours = math.floor(left)
    if hours < 1:
        return _("U hebt nog minder dan een uur om te melden: tot {when}.").format(when=when)
    text = ngettext(
        "U hebt nog {count} uur om te melden: tot {when}. Nachten en weekenden tellen mee.",
        "U hebt nog {count} uur om te melden: tot {when}. Nachten en weekenden tellen mee.",
        hours,
    )
    return text.format(count=hours, when=when)


def _until(until: datetime) -> str:
    here = until.astimezone()
    return _("{day} om {time} uur").format(day=day_long(here.date()), time=f"{here:%H:%M}")


def oordeel(row: Datalek) -> Oordeel:
    """Whether the leak must be told, by what the board wrote down of risk and security; advice, no legal judgement."""
    locked = row.beveiligd == "dicht"
    match row.risico:
        case "onwaarschijnlijk":
            told = (
                _(
                    "U vindt een risico voor mensen onwaarschijnlijk. Dan meldt u niet (AVG artikel 33 lid 1)."
                ),
                _("Schrijf op waarom u dat vindt. Het lek blijft in deze lijst (AVG artikel 33 lid 5)."),
            )
            return Oordeel(False, False, told)
        case "risico":
            told = (
                _("Meld het lek bij de Autoriteit Persoonsgegevens (AVG artikel 33 lid 1)."),
                _("Dat kan op haar website. Weet u nog niet alles, meld dan wat u weet en vul later aan."),
            )
            return Oordeel(True, False, told)
        case "hoog":
            told = (
                _("Meld het lek bij de Autoriteit Persoonsgegevens (AVG artikel 33 lid 1)."),
                _(
                    "Niemand kan de gegevens lezen. Dan hoeft u het de mensen niet te vertellen (artikel 34 lid 3)."
                )
                if locked
                else _("Vertel het ook de mensen om wie het gaat, zo snel u kunt (AVG artikel 34 lid 1)."),
            )
            return Oordeel(True, people_must_know(row.risico, row.beveiligd), told)
    first = (
        _("Het was versleuteld en op slot. Dan is een risico meestal onwaarschijnlijk.")
        if locked
        else _("Bekijk met het bestuur welk risico mensen lopen. Kijk daarvoor wat er op stond.")
    )
    return Oordeel(None, None, (first, _("Kies daarna hoe groot het risico is. De uren lopen door.")))


def lopend(db: ReadSession, now: datetime | None = None) -> list[tuple[Datalek, Klok]]:
    """Leaks of which nobody has said that they are over or need no telling, the first to end first."""
    open_ones = select(Datalek).where(
        Datalek.verwijderd.is_(None),
        Datalek.afgerond_op.is_(None),
        Datalek.gemeld_ap_op.is_(None),
        or_(Datalek.risico.is_(None), Datalek.risico != "onwaarschijnlijk"),
    )
    found = [(row, klok(row, now)) for row in db.scalars(open_ones)]
    return sorted(found, key=lambda pair: (pair[1].tot, pair[0].nummer))


def te_vertellen(db: ReadSession) -> list[int]:
    """The numbers of leaks that still have to be told to the people themselves (AVG art. 34 lid 1)."""
    untold = select(Datalek).where(
        Datalek.verwijderd.is_(None), Datalek.afgerond_op.is_(None), Datalek.gemeld_mensen_op.is_(None)
    )
    found = db.scalars(untold.order_by(Datalek.nummer))
    return [row.nummer for row in found if people_must_know(row.risico, row.beveiligd)]


def of_number(ctx: Context, number: int) -> tuple[Klok, Oordeel]:
    """Clock and advice of one leak; raises UserError when it is not there."""
    with ctx.store.reading() as db:
        row: Any = find(db, ctx.spec(KIND), number)
        return klok(row), oordeel(row)


def stappen(row: Datalek) -> Iterator[tuple[str, bool]]:
    """What is to be done with a leak, in order, and whether it was: for a page that leads somebody through it."""
    judged = oordeel(row)
    yield _("Opschrijven wat er gebeurde"), bool(row.omschrijving)
    yield _("Nagaan om welke gegevens het gaat"), bool(row.gegevens)
    yield _("Samen bepalen hoe groot het risico is"), bool(row.risico and row.afweging)
    if judged.melden is not False:
        yield _("Melden bij de Autoriteit Persoonsgegevens"), row.gemeld_ap_op is not None
    if judged.vertellen:
        yield _("Vertellen aan de mensen zelf"), row.gemeld_mensen_op is not None
    yield _("Opschrijven wat u eraan deed"), bool(row.maatregelen)
