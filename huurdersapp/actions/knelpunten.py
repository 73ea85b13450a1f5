"""What one does with knelpunten besides filling them in: count somebody who has the same, put a pattern on an agenda,
record a reaction; and what stands above their list.

A *report* is a knelpunt, and each "ook last van" of it. What was bundled counts in the knelpunt in which it was bundled.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import and_, case, func, select

from huurdersapp.actions import lists, records
from huurdersapp.actions.context import Context
from huurdersapp.actions.knelpunt_patronen import Pattern as Pattern
from huurdersapp.actions.knelpunt_patronen import patterns as patterns
from huurdersapp.actions.names import Names
from huurdersapp.actions.plain import draft_of
from huurdersapp.base import clock
from huurdersapp.base.errors import UserError
from huurdersapp.base.formats import day_long
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.records.knelpunt_filters import LATE_TIMES
from huurdersapp.records.knelpunt_status import ENDS, OPEN
from huurdersapp.records.knelpunt_tables import Knelpunt
from huurdersapp.records.knelpunt_termijn import asked_on
from huurdersapp.records.rules import Period, none_or_after, within
from huurdersapp.records.spec import RecordSpec
from huurdersapp.store.step import ReadSession, StepSession

KIND = "knelpunt"


@dataclass(frozen=True, slots=True)
class Waiting:
    """How long a reaction is waited for, in sentences; `late` when its last day has passed."""

    words: str
    late: bool


@dataclass(frozen=True, slots=True)
class Summary:
    """What stands above a list: how many of it are open, by status, new in this trimester and late, and how many tenants
    are touched by what is not bundled."""

    open: int
    new: int
    late: int
    tenants: int
    by_status: Mapping[str, int]


# -- writing ------------------------------------------------------------------------------------------------------


def lines(db: ReadSession, spec: RecordSpec, part: str, owner: str) -> list[dict[str, Any]]:
    """The lines of a part as `records.reviewed` leaves them as they are."""
    return [{"id": line.id} for line in db.lines(spec.part[part].spec, owner)]


def changed(db: StepSession, spec: RecordSpec, row: Any, raw: Mapping[str, Any]) -> list[str]:
    """Change a record within a step; gives what to look at again, raises Refused when a rule is broken."""
    draft, faults = records.reviewed(db, spec, row, raw)
    records.refuse(spec, faults)
    records.write(db, draft, row)
    db.flush()
    return [fault.told_for(spec) for fault in faults if fault.warning]


def also(ctx: Context, number: int, *, origin: object | None = None) -> int:
    """Count one more who has the same, in one step; gives how many there are now. Raises UserError when it is not there."""
    spec = ctx.spec(KIND)
    label = _("Knelpunt {number}: ook last van").format(number=number)
    with ctx.store.step(label, origin=origin) as db:
        row: Any = records.find(db, spec, number)
        count = (row.ook_last_van or 0) + 1
        changed(db, spec, row, {"ook_last_van": count})
    return count


def put_on_agenda(
    ctx: Context, numbers: Sequence[int], meeting: int, subject: str, *, origin: object | None = None
) -> list[str]:
    """Make an item of our own on the agenda of a meeting and mark these knelpunten with today, in one step.

    Gives what to look at again. Raises UserError when something is not there, Refused when a rule is broken.
    """
    spec, meetings = ctx.spec(KIND), ctx.spec("overleg")
    if not subject.strip():
        raise UserError(_("Er is nog geen onderwerp."), _("Typ wat er op de agenda komt."))
    with ctx.store.step(_("Op de agenda zetten"), origin=origin) as db:
        row = records.find(db, meetings, meeting)
        item = {"onderwerp": subject.strip(), "bedoeling": "bespreken", "eigen_punt": True}
        items = [*lines(db, meetings, "agendapunten", row.id), item]
        told = changed(db, meetings, row, {"agendapunten": items})
        for number in dict.fromkeys(numbers):
            found: Any = records.find(db, spec, number)
            if found.geagendeerd_op is None:
                told += changed(db, spec, found, {"geagendeerd_op": clock.today().isoformat()})
    return told


def react(
    ctx: Context, number: int, line: str | None, values: Mapping[str, Any], *, origin: object | None = None
) -> list[str]:
    """Record what was answered: on the line of `inbreng` with this key (None: nowhere was it brought in), and the day on
    the knelpunt where none stands. `values` has reactie, reactie_op and reactie_van; raises Refused."""
    spec = ctx.spec(KIND)
    with ctx.store.step(_("Knelpunt {number}: reactie").format(number=number), origin=origin) as db:
        row: Any = records.find(db, spec, number)
        raw: dict[str, Any] = {}
        if row.reactie_ontvangen_op is None:
            raw["reactie_ontvangen_op"] = values.get("reactie_op")
        if line is not None:
            kept = lines(db, spec, "inbreng", row.id)
            raw["inbreng"] = [{**each, **values} if each["id"] == line else each for each in kept]
        return changed(db, spec, row, raw)


def may_be_printed(ctx: Context, number: int, line: str, yes: bool, *, origin: object | None = None) -> None:
    """Say of a photo whether reports may show it, in one step."""
    spec = ctx.spec(KIND)
    with ctx.store.step(_("Knelpunt {number}: foto in rapport").format(number=number), origin=origin) as db:
        row = records.find(db, spec, number)
        kept = lines(db, spec, "bijlagen", row.id)
        changed(
            db,
            spec,
            row,
            {"bijlagen": [{**each, "mag_in_rapport": yes} if each["id"] == line else each for each in kept]},
        )


# -- reading ------------------------------------------------------------------------------------------------------


def waiting(ctx: Context, number: int, on: date | None = None) -> Waiting | None:
    """How long a reaction has been waited for on a day (today), None when none is waited for.

    Raises UserError when the knelpunt is not there.
    """
    spec = ctx.spec(KIND)
    with ctx.store.reading() as db:
        row: Any = records.find(db, spec, number)
        if row.status in ENDS or row.reactie_ontvangen_op is not None:
            return None
        asked, expected = asked_on(draft_of(db, spec, row)), row.reactie_verwacht_op
        who = _who(db, row)
    return waiting_of(asked, expected, who, on or clock.today())


def _who(db: ReadSession, row: Any) -> str:
    names = Names(db)
    for kind, key in (("partij", row.partij_id), ("verhuurder", row.verhuurder_id)):
        if key is not None:
            names.load(kind, [key])
            return names.of(kind, key)
    return ""


def waiting_of(asked: date | None, expected: date | None, who: str, on: date) -> Waiting | None:
    """The sentences for days that are known: asked on, expected on (either may be missing), and of whom."""
    if (asked is None or asked > on) and expected is None:
        return None
    said = [_waited((on - asked).days, who)] if asked is not None and asked <= on else []
    late = expected is not None and expected < on
    if expected is not None:
        said.append(_left((expected - on).days, expected))
        if late and asked is not None and (times := _times(asked, expected, on)) >= LATE_TIMES:
            said.append(_("Dat is al {times} keer zo lang als afgesproken.").format(times=times))
    return Waiting(" ".join(said), late)


def _times(asked: date, expected: date, on: date) -> int:
    term = (expected - asked).days
    return (on - asked).days // term if term > 0 else 0


def _waited(days: int, who: str) -> str:
    if not days:
        text = (
            _("Vandaag is een reactie gevraagd aan {who}.") if who else _("Vandaag is een reactie gevraagd.")
        )
        return text.format(who=who)
    if who:
        text = ngettext(
            "Wacht {days} dag op een reactie van {who}.", "Wacht {days} dagen op een reactie van {who}.", days
        )
    else:
        text = ngettext("Wacht {days} dag op een reactie.", "Wacht {days} dagen op een reactie.", days)
    return text.format(days=days, who=who)


def _left(days: int, last: date) -> str:
    if days < 0:
        return ngettext("{days} dag te laat.", "{days} dagen te laat.", -days).format(days=-days)
    if not days:
        return _("Vandaag is de laatste dag.")
    text = ngettext("Nog {days} dag, uiterlijk {day}.", "Nog {days} dagen, uiterlijk {day}.", days)
    return text.format(days=days, day=day_long(last))


def summary(
    ctx: Context,
    where: Iterable[str] = (),
    words: str = "",
    on: date | None = None,
) -> Summary:
    """What stands above the list with these conditions and words: counted from the same records."""
    on, spec = on or clock.today(), ctx.spec(KIND)
    is_open = Knelpunt.status.in_(OPEN)
    # What is open today is so by its status: no step lies in the future.
    late = and_(is_open, Knelpunt.reactie_verwacht_op < on, none_or_after(Knelpunt.reactie_ontvangen_op, on))
    tenants = case((Knelpunt.status != "gebundeld", Knelpunt.huurders_geraakt), else_=0)
    with ctx.store.reading() as db:
        condition = lists.build(db, spec, where, words).condition()
        query = select(
            Knelpunt.status,
            func.count(),
            func.sum(case((within(Knelpunt.gemeld_op, trimester(on)), 1), else_=0)),
            func.sum(case((late, 1), else_=0)),
            func.sum(func.coalesce(tenants, 0)),
        )
        rows = db.execute(query.where(condition).group_by(Knelpunt.status)).all()
    by_status = {status: count for status, count, *_rest in rows}
    new, overdue, touched = (sum(int(row[at] or 0) for row in rows) for at in (2, 3, 4))
    return Summary(sum(by_status.get(key, 0) for key in OPEN), new, overdue, touched, by_status)


def trimester(on: date) -> Period:
    """The period of four months in which a day lies, up to and including its last day."""
    from huurdersapp.base import period

    found = period.parse(f"{on.year}-T{(on.month + 3) // 4}")
    return found.first, found.last
