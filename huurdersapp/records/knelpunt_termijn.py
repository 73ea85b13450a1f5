"""When a reaction to a knelpunt should come: from what was agreed for its category, when it was asked."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from huurdersapp.base import working_days
from huurdersapp.base.formats import day_long
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.behandeltermijn import Behandeltermijn
from huurdersapp.records.draft import Draft, Fault

EXPECTED = "reactie_verwacht_op"


def asked_on(draft: Draft) -> date | None:
    """The day on which a reaction was asked: the last of `reactie_gevraagd_op` and the steps `ingebracht`."""
    days = [step["datum"] for step in draft.lines("stappen") if step["status"] == "ingebracht"]
    return max((day for day in (*days, draft["reactie_gevraagd_op"]) if day is not None), default=None)


def term_of(db: Session, category: str | None, landlord: str | None) -> Behandeltermijn | None:
    """What was agreed for a category: with this landlord, else with all; of several the one that was made last."""
    own = Behandeltermijn.verhuurder_id
    query = (
        select(Behandeltermijn)
        .where(Behandeltermijn.categorie == category, Behandeltermijn.verwijderd.is_(None))
        .where(or_(own.is_(None), own == landlord))
        .order_by(own.is_(None), Behandeltermijn.nummer.desc())
        .limit(1)
    )
    return db.scalars(query).first()


def last_day(start: date, count: int, kind: str) -> date:
    """The last day of a term of so many days; the first day does not count."""
    if kind == "werkdagen":
        return working_days.working_days_after(start, count)
    return start + timedelta(days=count)


def fill_expected(db: Session, draft: Draft) -> Iterable[Fault]:
    """Fill `reactie_verwacht_op` when a reaction is asked; what somebody typed stays. A day on which nobody works is
    told and not moved."""
    start = asked_on(draft)
    if (
        start is not None
        and draft["reactie_ontvangen_op"] is None
        and (draft.before is None or asked_on(draft.before) != start)
        and not _typed(db, draft)
    ):
        draft.values[EXPECTED] = _expected(db, draft) or draft[EXPECTED]
    yield from _told(draft)


def _expected(db: Session, draft: Draft) -> date | None:
    start = asked_on(draft)
    agreed = term_of(db, draft["categorie"], draft["verhuurder"])
    return None if start is None or agreed is None else last_day(start, agreed.dagen, agreed.soort)


def _typed(db: Session, draft: Draft) -> bool:
    """Whether somebody typed the day, or took it away, now or before."""
    before = draft.before
    if before is None:
        return draft[EXPECTED] is not None
    if draft.changed(EXPECTED):
        return True
    return before[EXPECTED] is not None and before[EXPECTED] != _expected(db, before)


def _told(draft: Draft) -> Iterable[Fault]:
    last = draft[EXPECTED]
    if last is None or draft["reactie_ontvangen_op"] is not None or not draft.changed(EXPECTED):
        return
    if not working_days.is_working_day(last):
        text = _("De laatste dag is {day}. De eerste werkdag daarna is {next}.")
        named = day_long(last)
        if name := working_days.holiday(last):
            named = _("{day} ({holiday})").format(day=named, holiday=name)
        after = day_long(working_days.next_working_day(last))
        yield Fault(text.format(day=named, next=after), (EXPECTED,), warning=True)
