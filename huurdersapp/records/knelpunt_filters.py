"""Counting knelpunten: one set of conditions for lists and reports, so that their numbers are the same.

For every history, also one that two laptops merged oddly:
open at the begin + nieuw + heropend - afgehandeld = open at the end. The four exclude each other where they
must: a knelpunt is open before the period, or reported in it, or was closed before it and came back.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from sqlalchemy import ColumnElement, and_, case, exists, func, not_, or_, select

from huurdersapp.records.knelpunt_status import ENDS
from huurdersapp.records.knelpunt_tables import Inbreng, Knelpunt, Stap
from huurdersapp.records.overleg import Overleg
from huurdersapp.records.rules import Period, none_or_after, within

LATE_TIMES = 3
"""Waiting so many times the term is said apart, as Signalen does (Amsterdam/signals, issue 728)."""


def status_on(on: date) -> ColumnElement[str]:
    """The status at the end of that day; steps of one day count in the order in which they stand."""
    last = (
        select(Stap.status)
        .where(Stap.ouder_id == Knelpunt.id, Stap.verwijderd.is_(None), Stap.datum <= on)
        .order_by(Stap.datum.desc(), Stap.volgorde.desc(), Stap.id.desc())
        .limit(1)
        .correlate(Knelpunt)
        .scalar_subquery()
    )
    return case((last == "heropend", "beoordeeld"), else_=func.coalesce(last, "gemeld"))


def open_on(on: date) -> ColumnElement[bool]:
    """Reported by the end of that day and not closed."""
    return and_(Knelpunt.gemeld_op <= on, status_on(on).not_in(ENDS))


def closed_on(on: date) -> ColumnElement[bool]:
    """Reported by the end of that day and closed."""
    return and_(Knelpunt.gemeld_op <= on, status_on(on).in_(ENDS))


def new_in(period: Period) -> ColumnElement[bool]:
    """Reported in the period."""
    return within(Knelpunt.gemeld_op, period)


def reopened_in(period: Period) -> ColumnElement[bool]:
    """Closed on the day before the period, and taken up again in it.

    Any step that is no end counts as taking up again: after an end that is heropend, and what two laptops
    merged may lack that one step.
    """
    return and_(closed_on(_day_before(period)), _has_step(period, Stap.status.not_in(ENDS)))


def handled_in(period: Period) -> ColumnElement[bool]:
    """Of what was open at the begin or came in during the period, what is closed on its last day."""
    there = or_(open_on(_day_before(period)), new_in(period), reopened_in(period))
    return and_(there, not_(open_on(period[1])))


def ended_in(period: Period, status: str) -> ColumnElement[bool]:
    """Handled in the period, with this end; over all ends this adds up to `handled_in`."""
    return and_(handled_in(period), status_on(period[1]) == status)


def stand(status: str) -> Callable[[date], ColumnElement[bool]]:
    """The condition that this was the status at the end of a day."""
    return lambda on: and_(Knelpunt.gemeld_op <= on, status_on(on) == status)


def brought_into(kind: str) -> ColumnElement[bool]:
    """Brought into an overleg of this kind, at whatever time."""
    return exists().where(
        Inbreng.ouder_id == Knelpunt.id,
        Inbreng.verwijderd.is_(None),
        Inbreng.overleg_id == Overleg.id,
        Overleg.soort == kind,
    )


def solved_in(period: Period) -> ColumnElement[bool]:
    """Handled in the period because it was solved."""
    return ended_in(period, "opgelost")


def promised_in(period: Period) -> ColumnElement[bool]:
    """Somebody promised to solve it in the period."""
    return _has_step(period, Stap.status == "toegezegd")


def brought_in(period: Period) -> ColumnElement[bool]:
    """Discussed in an overleg in the period, by a step or by a line of inbreng (several overleggen may follow)."""
    meeting = (
        select(Overleg.datum).where(Overleg.id == Inbreng.overleg_id).correlate(Inbreng).scalar_subquery()
    )
    line = exists().where(
        Inbreng.ouder_id == Knelpunt.id,
        Inbreng.verwijderd.is_(None),
        within(func.coalesce(Inbreng.datum, meeting), period),
    )
    return or_(_has_step(period, Stap.status == "ingebracht"), line)


def reaction_late_on(on: date) -> ColumnElement[bool]:
    """Open on that day, while a reaction should have been here and was not."""
    return and_(
        open_on(on), Knelpunt.reactie_verwacht_op < on, none_or_after(Knelpunt.reactie_ontvangen_op, on)
    )


def awaiting_on(on: date) -> ColumnElement[bool]:
    """Open on that day, while a reaction was asked and had not come."""
    asked = or_(
        Knelpunt.reactie_gevraagd_op <= on,
        Knelpunt.reactie_verwacht_op.is_not(None),
        _has_step((date.min, on), Stap.status == "ingebracht"),
    )
    return and_(open_on(on), asked, none_or_after(Knelpunt.reactie_ontvangen_op, on))


def late_thrice_on(on: date) -> ColumnElement[bool]:
    """A reaction that is late, and for which was waited at least three times as long as was agreed.

    Counted from the day on which it was asked last, as the words on screen are (`knelpunt_termijn.asked_on`).
    """
    brought = (
        select(func.max(Stap.datum))
        .where(
            Stap.ouder_id == Knelpunt.id,
            Stap.verwijderd.is_(None),
            Stap.status == "ingebracht",
        )
        .correlate(Knelpunt)
        .scalar_subquery()
    )
    asked = Knelpunt.reactie_gevraagd_op
    last = func.max(func.coalesce(asked, brought), func.coalesce(brought, asked))
    start = func.julianday(last)
    term = func.julianday(Knelpunt.reactie_verwacht_op) - start
    waited = func.julianday(on.isoformat()) - start
    return and_(reaction_late_on(on), term > 0, waited >= LATE_TIMES * term)


def collective(yes: bool) -> ColumnElement[bool]:
    """Wider than one household."""
    return Knelpunt.omvang != "individueel" if yes else Knelpunt.omvang == "individueel"


def told_back(yes: bool) -> ColumnElement[bool]:
    """Whether tenants heard what became of it."""
    return Knelpunt.teruggekoppeld_op.is_not(None) if yes else Knelpunt.teruggekoppeld_op.is_(None)


def _has_step(period: Period, condition: ColumnElement[bool]) -> ColumnElement[bool]:
    return exists().where(
        Stap.ouder_id == Knelpunt.id, Stap.verwijderd.is_(None), within(Stap.datum, period), condition
    )


def _day_before(period: Period) -> date:
    """The day before the period; the first day there is has none, and then nothing was open before."""
    return period[0] - timedelta(days=1) if period[0] > date.min else date.min
