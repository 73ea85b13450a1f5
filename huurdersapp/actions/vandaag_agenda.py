"""The days of the page Vandaag: meetings, visits, campagnes, last days of actiepunten, closing days, and when a reaction
should come."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, func, select, true

from huurdersapp.actions.vandaag_tellen import LOOKED, OPEN
from huurdersapp.base.i18n import LazyText, lazy, ngettext
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.period import Period
from huurdersapp.records.actiepunt import Actiepunt
from huurdersapp.records.campagne_tables import KANALEN, Actie, Campagne
from huurdersapp.records.energiebezoek_tables import Energiebezoek
from huurdersapp.records.knelpunt_tables import Knelpunt
from huurdersapp.records.overleg import Overleg
from huurdersapp.records.raadpleging_tables import Raadpleging
from huurdersapp.store.step import ReadSession

MOST = 40
"""Days that are shown; of each kind at most so many."""


@dataclass(frozen=True, slots=True)
class OnDay:
    """What is on a day, and the record that it is about or (without a number) the list."""

    day: date
    words: str
    kind: str
    number: int | None = None
    where: tuple[str, ...] = ()


def days(db: ReadSession, month: Period) -> list[OnDay]:
    """What is on in these days, in their order."""
    found = [
        *_of(
            db,
            Overleg,
            Overleg.datum,
            Overleg.naam,
            month,
            lazy("{title}"),
            among=Overleg.afgelast.is_not(True),
        ),
        *_of(
            db,
            Actiepunt,
            Actiepunt.uiterlijk,
            Actiepunt.wat,
            month,
            lazy("Laatste dag voor ‘{title}’"),
            Actiepunt.gedaan_op.is_(None),
            Actiepunt.vervallen_op.is_(None),
        ),
        *_of(
            db,
            Raadpleging,
            Raadpleging.sluit_op,
            Raadpleging.titel,
            month,
            lazy("Raadpleging ‘{title}’ sluit"),
        ),
        *_of(
            db,
            Knelpunt,
            Knelpunt.reactie_verwacht_op,
            Knelpunt.titel,
            month,
            lazy("Antwoord verwacht op knelpunt ‘{title}’"),
            Knelpunt.reactie_ontvangen_op.is_(None),
            among=Knelpunt.status.in_(OPEN),
        ),
        *_visits(db, month),
        *_campaigns(db, month),
    ]
    return sorted(found, key=lambda item: (item.day, item.kind, item.number or 0))[:MOST]


def _visits(db: ReadSession, month: Period) -> Iterator[OnDay]:
    """How many visits are planned on a day: whom they are to stands nowhere on the first screen."""
    query = (
        select(Energiebezoek.datum, func.count())
        .where(Energiebezoek.status == "gepland", Energiebezoek.verwijderd.is_(None))
        .where(Energiebezoek.datum >= month.first, Energiebezoek.datum <= month.last)
        .group_by(Energiebezoek.datum)
    )
    for on, count in db.execute(query):
        assert on is not None  # it lies in the month
        words = ngettext("{count} energiebezoek gepland", "{count} energiebezoeken gepland", count)
        yield OnDay(on, words.format(count=count), "energiebezoek", where=(f"datum={on}", "status=gepland"))


def _campaigns(db: ReadSession, month: Period) -> Iterator[OnDay]:
    """The actions of campagnes, those of one campagne by the same channel on a day together."""
    near = (
        select(Actie.id)
        .where(Actie.datum >= month.first, Actie.datum <= month.last, Actie.verwijderd.is_(None))
        .order_by(Actie.datum, Actie.id)
        .limit(LOOKED)
    )
    query = (
        select(Actie.datum, Actie.kanaal, Campagne.nummer, Campagne.titel)
        .join(Campagne, Campagne.id == Actie.ouder_id)
        .where(Actie.id.in_(near), Campagne.verwijderd.is_(None), Campagne.status != "vervallen")
        .distinct()
        .order_by(Actie.datum, Campagne.nummer, Actie.kanaal)
        .limit(MOST)
    )
    for on, channel, number, title in db.execute(query):
        words = _("Campagne ‘{title}’: {channel}").format(title=title, channel=KANALEN.label(channel).lower())
        yield OnDay(on, words, "campagne", number)


def _of(
    db: ReadSession,
    record: Any,
    day: Any,
    title: Any,
    month: Period,
    words: LazyText,
    *open_: ColumnElement[bool],
    among: ColumnElement[bool] | None = None,
) -> Iterator[OnDay]:
    """`open_` is what an index knows; `among` is asked of what that leads to."""
    near = (
        select(record.id)
        .where(day >= month.first, day <= month.last, record.verwijderd.is_(None), *open_)
        .order_by(day, record.id)
        .limit(LOOKED)
    )
    query = (
        select(day, record.nummer, title)
        .where(record.id.in_(near), true() if among is None else among)
        .order_by(day, record.nummer)
        .limit(MOST)
    )
    for on, number, name in db.execute(query):
        yield OnDay(on, str(words).format(title=name), record.__tablename__, number)
