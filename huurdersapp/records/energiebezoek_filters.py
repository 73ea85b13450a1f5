"""Counting visits: one set of conditions for lists, panels and reports, so that their numbers are the same."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select
from sqlalchemy.orm import aliased

from huurdersapp.records import kern
from huurdersapp.records.energiebezoek_tables import (
    BezoekKnelpunt,
    BezoekMaatregel,
    Contactmoment,
    Energiebezoek,
)
from huurdersapp.records.rules import Period, none_or_after, within

DONE = ("gedaan", "nazorg_gedaan")
"""Statuses of a visit that took place, at which somebody was spoken with."""


def done_in(period: Period) -> ColumnElement[bool]:
    """Somebody was visited and spoken with in the period: what counts as a visit everywhere."""
    return and_(within(Energiebezoek.datum, period), visited())


def visited() -> ColumnElement[bool]:
    """It took place and somebody was spoken with."""
    return Energiebezoek.status.in_(DONE)


def households_in(period: Period) -> ColumnElement[bool]:
    """The first visit to a home in the period, so that a home visited twice counts once; without an address each counts,
    unless it says itself that it was the same home (`zelfde_woning`, after the address was erased)."""
    earlier = aliased(Energiebezoek)
    same = and_(
        earlier.postcode == Energiebezoek.postcode,
        earlier.huisnummer == Energiebezoek.huisnummer,
        func.coalesce(earlier.toevoeging, "") == func.coalesce(Energiebezoek.toevoeging, ""),
    )
    bound = (
        earlier.id == Energiebezoek.zelfde_woning_id,
        earlier.zelfde_woning_id == Energiebezoek.zelfde_woning_id,
        earlier.zelfde_woning_id == Energiebezoek.id,
    )
    # One question each, as each has an index of its own.
    seen = (_before(earlier, period, one) for one in (same, *bound))
    return and_(done_in(period), *(~exists(one) for one in seen))


def _before(earlier: Any, period: Period, same: ColumnElement[bool]) -> Select[Any]:
    """Visits of the period that came before this one, to the same home."""
    before = or_(
        earlier.datum < Energiebezoek.datum,
        and_(earlier.datum == Energiebezoek.datum, earlier.id < Energiebezoek.id),
    )
    there = (earlier.verwijderd.is_(None), earlier.status.in_(DONE), within(earlier.datum, period))
    return select(earlier.id).where(same, *there, before).correlate(Energiebezoek)


def tried_in(period: Period) -> ColumnElement[bool]:
    """The coach stood at the door in the period, also when nobody opened."""
    return and_(
        within(Energiebezoek.datum, period),
        Energiebezoek.status.in_((*DONE, "niet_gesproken")),
    )


def asked_in(period: Period) -> ColumnElement[bool]:
    """Asked for in the period."""
    return within(Energiebezoek.aangevraagd_op, period)


def open_on(on: date) -> ColumnElement[bool]:
    """Asked for or planned, and not done by that day."""
    waits = or_(Energiebezoek.datum.is_(None), Energiebezoek.datum > on, Energiebezoek.status == "gepland")
    asked = or_(Energiebezoek.aangevraagd_op.is_(None), Energiebezoek.aangevraagd_op <= on)
    return and_(waits, asked, none_or_after(Energiebezoek.vervallen_op, on))


def aftercare_due_on(on: date) -> ColumnElement[bool]:
    """Aftercare was planned by that day and was not given."""
    return and_(Energiebezoek.nazorg_gepland_op <= on, Energiebezoek.nazorg_op.is_(None), visited())


def with_measure(maatregel_id: str) -> ColumnElement[bool]:
    """This measure was spoken of or done."""
    return exists().where(
        BezoekMaatregel.ouder_id == Energiebezoek.id,
        BezoekMaatregel.verwijderd.is_(None),
        BezoekMaatregel.maatregel_id == maatregel_id,
    )


def with_progress(hoe_ver: str) -> ColumnElement[bool]:
    """At least one measure came this far."""
    return exists().where(
        BezoekMaatregel.ouder_id == Energiebezoek.id,
        BezoekMaatregel.verwijderd.is_(None),
        BezoekMaatregel.hoe_ver == hoe_ver,
    )


def for_landlord(yes: bool) -> ColumnElement[bool]:
    """A knelpunt came out of it."""
    found = exists().where(BezoekKnelpunt.ouder_id == Energiebezoek.id, BezoekKnelpunt.verwijderd.is_(None))
    return found if yes else ~found


def no_show_in(period: Period) -> ColumnElement[bool]:
    """Nobody was at home for an appointment in the period."""
    return exists().where(
        Contactmoment.ouder_id == Energiebezoek.id,
        Contactmoment.verwijderd.is_(None),
        Contactmoment.uitkomst == "niet_thuis",
        within(Contactmoment.datum, period),
    )


def inside(kern_id: str) -> ColumnElement[bool]:
    """It lies in this kern, wijk, gebied or gemeente."""
    return kern.inside(Energiebezoek.kern_id, kern_id)
