"""What held for a home of a renovation on a day: conditions on homes, for lists and for every count.

The present answer holds from its own day. Before that day one of the earlier answers may have held, until it lapsed. What
has no day holds since the last of those lapsed, or always: since when is not known then.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, ScalarSelect, String, and_, case, cast, exists, func, or_, select
from sqlalchemy.orm import aliased

from huurdersapp.records.draagvlak import ANSWERED, COURT_DAYS, EMPTY
from huurdersapp.records.renovatie_tables import (
    PERSONAL,
    BouwkundigeEenheid,
    Contactmoment,
    EerderAntwoord,
    Renovatieproject,
    Renovatiewoning,
)

_LONG_AGO = date(1, 1, 1)
ORAL = "mondeling"
"""The way of answering that leaves nothing to show."""


def _earlier(column: Any, on: date) -> ScalarSelect[Any]:
    """A column of the earlier answer that held on that day; nothing where none did."""
    held = select(column).where(
        EerderAntwoord.ouder_id == Renovatiewoning.id,
        EerderAntwoord.verwijderd.is_(None),
        func.coalesce(EerderAntwoord.datum, _LONG_AGO) <= on,
        EerderAntwoord.vervallen_op > on,
    )
    newest = held.order_by(EerderAntwoord.volgorde.desc()).limit(1)
    return newest.correlate(Renovatiewoning).scalar_subquery()


def _before_lapse(on: date) -> ColumnElement[bool]:
    """Something else held after that day, and lapsed."""
    return exists().where(
        EerderAntwoord.ouder_id == Renovatiewoning.id,
        EerderAntwoord.verwijderd.is_(None),
        EerderAntwoord.vervallen_op > on,
    )


def said_on(on: date) -> ColumnElement[str]:
    """The instemming that held on that day. Of a day before the first that is known: not approached yet."""
    undated = and_(Renovatiewoning.instemming_op.is_(None), ~_before_lapse(on))
    return case(
        (Renovatiewoning.instemming_op <= on, Renovatiewoning.instemming),
        else_=func.coalesce(
            _earlier(EerderAntwoord.instemming, on),
            case((undated, Renovatiewoning.instemming), else_="niet_benaderd"),
        ),
    )


def form_on(on: date) -> ColumnElement[Any]:
    """How the answer that held on that day came in."""
    return case(
        (Renovatiewoning.instemming_op <= on, Renovatiewoning.vorm),
        else_=_earlier(EerderAntwoord.vorm, on),
    )


def empty_on(on: date) -> ColumnElement[bool]:
    """Without a tenant on that day."""
    return said_on(on) == EMPTY


def counts_on(on: date) -> ColumnElement[bool]:
    """In the count on that day: it has a tenant."""
    return said_on(on) != EMPTY


def agreed_on(on: date) -> ColumnElement[bool]:
    """The tenant agreed, by what held on that day."""
    return said_on(on) == "ja"


def refused_on(on: date) -> ColumnElement[bool]:
    """The tenant did not agree, and said so."""
    return said_on(on) == "nee"


def open_on(on: date) -> ColumnElement[bool]:
    """In the count, without an answer that held on that day."""
    return said_on(on).not_in((*ANSWERED, EMPTY))


def silent_on(on: date) -> ColumnElement[bool]:
    """Was asked, and had not answered on that day."""
    return said_on(on) == "geen_reactie"


def not_asked_on(on: date) -> ColumnElement[bool]:
    """Had not been approached on that day."""
    return said_on(on) == "niet_benaderd"


def only_said_on(on: date) -> ColumnElement[bool]:
    """Answered without anything on paper, by what held on that day."""
    return and_(said_on(on).in_(ANSWERED), form_on(on) == ORAL)


def notice() -> ColumnElement[Any]:
    """The day of the landlord's written notice to this tenant: the own one, or that of the eenheid."""
    of_unit = (
        select(BouwkundigeEenheid.aangezegd_op)
        .where(BouwkundigeEenheid.id == Renovatiewoning.eenheid_id)
        .scalar_subquery()
    )
    return func.coalesce(Renovatiewoning.aangezegd_op, of_unit)


def may_go_to_court(on: date) -> ColumnElement[bool]:
    """Did not agree, had the notice, and the eight weeks are not over on that day (without the Algemene termijnenwet)."""
    first = on - timedelta(days=COURT_DAYS)
    return and_(
        said_on(on).not_in(("ja", EMPTY)),
        or_(Renovatiewoning.rechter_op.is_(None), Renovatiewoning.rechter_op > on),
        notice() >= first,
        notice() <= on,
    )


def back_by(on: date) -> ColumnElement[bool]:
    """We said that we would come back by that day, there was no answer and no contact since, and the project is not closed."""
    other = aliased(Contactmoment)
    later = (
        select(func.max(other.datum))
        .where(other.ouder_id == Renovatiewoning.id, other.verwijderd.is_(None))
        .correlate(Renovatiewoning)
        .scalar_subquery()
    )
    promised = exists().where(
        Contactmoment.ouder_id == Renovatiewoning.id,
        Contactmoment.verwijderd.is_(None),
        Contactmoment.terug_op <= on,
        Contactmoment.datum == later,
    )
    running = (
        select(BouwkundigeEenheid.id)
        .join(Renovatieproject, Renovatieproject.id == BouwkundigeEenheid.project_id)
        .where(
            BouwkundigeEenheid.verwijderd.is_(None),
            Renovatieproject.verwijderd.is_(None),
            Renovatieproject.afgesloten_op.is_(None),
        )
    )
    waits = Renovatiewoning.instemming.not_in((*ANSWERED, EMPTY))
    return and_(promised, waits, Renovatiewoning.eenheid_id.in_(running))


def names_kept() -> ColumnElement[bool]:
    """Something is kept there that is erased when its project is closed."""
    return or_(*(getattr(Renovatiewoning, key).is_not(None) for key in PERSONAL))


def of_project(project_id: str) -> ColumnElement[bool]:
    """It stands in an eenheid of this project that is there."""
    units = select(BouwkundigeEenheid.id).where(
        BouwkundigeEenheid.project_id == project_id, BouwkundigeEenheid.verwijderd.is_(None)
    )
    return Renovatiewoning.eenheid_id.in_(units)


def same_home() -> ColumnElement[str]:
    """What is the same for two rows that are one home with two huurovereenkomsten: the address, else the door."""
    address = (Renovatiewoning.straat, Renovatiewoning.huisnummer, Renovatiewoning.toevoeging)
    door = (Renovatiewoning.trappenhuis, Renovatiewoning.verdieping, Renovatiewoning.deur)
    return case(
        (Renovatiewoning.huisnummer.is_not(None), func.lower(_joined(address))),
        (Renovatiewoning.deur.is_not(None), func.lower("deur|" + _joined(door))),
        else_=Renovatiewoning.id,
    )


def _joined(columns: Iterable[Any]) -> ColumnElement[str]:
    first, *rest = (func.coalesce(cast(column, String), "") for column in columns)
    found: ColumnElement[str] = first
    for each in rest:
        found = found + "|" + each
    return found
