"""What Vandaag tells of the jaaragenda: which years run side by side, what comes next, and what of it wants attention.

The year is read once for the page: what it costs goes by the moments and overleggen of one year, not by all that is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from huurdersapp.actions import jaaragenda, jaaragenda_wij, vandaag_tellen
from huurdersapp.actions import jaaragenda_zinnen as said
from huurdersapp.actions.context import Context
from huurdersapp.actions.vandaag_agenda import OnDay
from huurdersapp.base.formats import day_named
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.base.period import Period
from huurdersapp.records.jaaragenda import PREPARING
from huurdersapp.records.jaaragenda_vorm import ANCHOR, OPEN, OWN, Meeting, Moment, WorkBack
from huurdersapp.records.jaaragenda_woorden import when
from huurdersapp.store.step import ReadSession

LATE = 60
"""Days that a moment is told after its last day: what was long ago nobody mends any more."""
NEAR = 14
"""Days ahead that the last day of a moment is told."""
BEFORE_MEETING = 21
"""Days before an overleg that values are told which it should settle."""
_LAW = "wet"
_OVERVIEW = "activiteitenoverzicht"
"""The word by which a moment is about these overviews."""
_BY_LAW = (7, 1)
"""Month and day on which they are there where the akkoord says nothing (Woningwet art. 43, text of 22-07-2015)."""


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence and the kind, number and conditions of what opens; `year` where that is a moment of the jaaragenda."""

    words: str
    late: bool
    kind: str
    number: int | None = None
    where: tuple[str, ...] = ()
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Seen:
    """The year as it stands on a day. `ours` are the moments of an akkoord in which we do something, and our own; what
    comes from the law alone is told in the jaaragenda. `next` is what comes first."""

    on: date
    sentences: tuple[str, ...] = ()
    preparing: tuple[int, ...] = ()
    moments: tuple[Moment, ...] = ()
    ours: tuple[Moment, ...] = ()
    next: Moment | None = None
    next_year: int = 0


def read(ctx: Context, on: date) -> Seen:
    """The year of a day; near its end the beginning of the next one too."""
    year = jaaragenda.year(ctx, on.year, today=on)
    known = {one.number: one for one in jaaragenda_wij.known(ctx)}
    several = len(year.strips) > 1
    sentences = []
    for strip in year.strips:
        if text := said.sentence(strip.stages):
            named = _("{akkoord}: {sentence}").format(akkoord=strip.name, sentence=text)
            sentences.append(named if several else text)
    preparing = [
        stage.goal_year
        for strip in year.strips
        for stage in strip.stages
        if stage.within and stage.phase == PREPARING
    ]
    moments = list(year.moments)
    next_year, coming = jaaragenda.next_moment(ctx, on, seen=year) or (on.year + 1, None)
    if on + timedelta(days=NEAR) > date(on.year, 12, 31) or next_year > on.year:
        moments += jaaragenda.year(ctx, on.year + 1, today=on).moments
    return Seen(
        on,
        tuple(sentences),
        tuple(sorted(set(preparing))),
        tuple(moments),
        tuple(
            moment
            for moment in moments
            if moment.kind in (ANCHOR, OWN) and jaaragenda_wij.is_ours(moment, known)
        ),
        coming if year.strips else None,
        next_year,
    )


def next_words(seen: Seen) -> str:
    """'Volgende: RG en BO oktober, over 4 weken.'; "" when nothing comes."""
    moment = seen.next
    if moment is None or moment.due is None:
        return ""
    if moment.first is not None and moment.first < seen.on:
        return _("Nu: {what}, nog tot en met {day}.").format(what=moment.name, day=day_named(moment.due))
    how_long = said.how_long(moment.due, seen.on)
    return _("Volgende: {what}, {how_long}.").format(what=moment.name, how_long=how_long)


# -- the month -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class YearDay(OnDay):
    """A moment in the list of days; `when` says its period in words."""

    when: str = ""
    year: int | None = None


def days(seen: Seen, month: Period) -> Iterator[YearDay]:
    """The open moments that begin or end in these days; an overleg stands there already by itself."""
    for moment in seen.moments:
        if moment.state != OPEN or moment.meetings or moment.kind not in (ANCHOR, OWN):
            continue
        if moment.whole_year:
            continue
        ends = [day for day in (moment.first, moment.last) if day is not None]
        inside = [day for day in ends if month.first <= day <= month.last]
        if inside and moment.record is not None:
            kind, number = moment.record
            yield YearDay(
                max(inside),
                moment.name,
                kind,
                number,
                when=when(moment),
                year=(moment.first or inside[0]).year,
            )


# -- what wants attention ------------------------------------------------------------------------------------------


def late(seen: Seen, *, legal: bool) -> Iterator[Line]:
    """Our moments of which the last day has passed: those of the law, or the other ones."""
    found = [
        moment
        for moment in seen.ours
        if said.is_late(moment)
        and moment.last is not None
        and moment.last >= seen.on - timedelta(days=LATE)
        and _is_legal(moment) == legal
    ]
    yield from _moments(
        seen,
        found,
        late=True,
        one=lambda moment: _("‘{what}’ moest klaar zijn op {day}.").format(
            what=moment.name, day=day_named(moment.last or seen.on)
        ),
        many=ngettext(
            "{count} moment van de jaaragenda is te laat.",
            "{count} momenten van de jaaragenda zijn te laat.",
            len(found),
        ),
    )


def near(seen: Seen, *, legal: bool) -> Iterator[Line]:
    """Our moments with a last day in the next two weeks."""
    found = [
        moment
        for moment in seen.ours
        if moment.state == OPEN
        and moment.date_kind in ("uiterlijk", "voor")
        and moment.last is not None
        and seen.on <= moment.last <= seen.on + timedelta(days=NEAR)
        and _is_legal(moment) == legal
    ]
    yield from _moments(
        seen,
        found,
        late=False,
        one=lambda moment: _("‘{what}’ moet klaar zijn op {day}.").format(
            what=moment.name, day=day_named(moment.last or seen.on)
        ),
        many=ngettext(
            "{count} moment van de jaaragenda moet binnen twee weken klaar zijn.",
            "{count} momenten van de jaaragenda moeten binnen twee weken klaar zijn.",
            len(found),
        ),
    )


def _moments(
    seen: Seen, found: list[Moment], *, late: bool, one: Callable[[Moment], str], many: str
) -> Iterator[Line]:
    if not found:
        return
    first = min(found, key=lambda moment: moment.last or date.max)
    kind, number = first.record or ("jaaragenda", None)
    words = one(first) if len(found) == 1 else many.format(count=len(found))
    yield Line(words, late, kind, number, year=(first.last or seen.on).year)


def _is_legal(moment: Moment) -> bool:
    return any(aim.origin == _LAW for aim in moment.aims)


def late_work(seen: Seen) -> Iterator[Line]:
    """Work before an overleg that should be ready and is in nobody's list; what is an actiepunt is told as one."""
    found: list[tuple[Moment, WorkBack]] = [
        (moment, step)
        for moment in seen.moments
        for step in moment.back
        if step.certain and step.action is None and step.last < seen.on <= step.counted_from
    ]
    if not found:
        return
    moment, step = min(found, key=lambda item: item[1].last)
    kind, number = moment.record or ("jaaragenda", None)
    if len(found) == 1:
        text = _("Vóór ‘{what}’ moest klaar zijn: {step}. De laatste dag was {day}.")
        words = text.format(what=moment.name, step=step.name.lower(), day=day_named(step.last))
    else:
        text = ngettext(
            "Vóór een overleg is {count} stap te laat.",
            "Vóór een overleg zijn {count} stappen te laat.",
            len(found),
        )
        words = text.format(count=len(found))
    yield Line(words, True, kind, number, year=step.counted_from.year)


def late_overviews(db: ReadSession, seen: Seen) -> Iterator[Line]:
    """Overviews of parties for a year that is being prepared, which should have been handed in."""
    lasts = [
        moment.last
        for moment in seen.moments
        if moment.kind == ANCHOR and _OVERVIEW in moment.name.casefold() and moment.last is not None
    ]
    until = max(lasts) if lasts else date(seen.on.year, *_BY_LAW)
    if until >= seen.on:
        return
    for year in seen.preparing:
        where = (f"jaar={year}", "status=voorbereiding", "aangeleverd_op=")
        count = vandaag_tellen.count(db, _OVERVIEW, where)
        if count:
            text = ngettext(
                "{count} activiteitenoverzicht voor {year} is nog niet aangeleverd.",
                "{count} activiteitenoverzichten voor {year} zijn nog niet aangeleverd.",
                count,
            )
            yield Line(text.format(count=vandaag_tellen.said(count), year=year), True, _OVERVIEW, where=where)


def unsettled(db: ReadSession, seen: Seen) -> Iterator[Line]:
    """Values that are concept while an overleg comes that could confirm them."""
    meeting = _next_meeting(seen)
    if meeting is None or meeting.day > seen.on + timedelta(days=BEFORE_MEETING):
        return
    where = ("status=concept", "geldend=ja")
    count = vandaag_tellen.count(db, "meting", where)
    if count:
        text = ngettext(
            "{count} meting is nog concept. Op {day} is {meeting}.",
            "{count} metingen zijn nog concept. Op {day} is {meeting}.",
            count,
        )
        yield Line(
            text.format(count=vandaag_tellen.said(count), day=day_named(meeting.day), meeting=meeting.name),
            False,
            "meting",
            where=where,
        )


def _next_meeting(seen: Seen) -> Meeting | None:
    """The next overleg that belongs to the akkoord."""
    found = [
        meeting
        for moment in seen.moments
        if moment.kind == ANCHOR
        for meeting in moment.meetings
        if meeting.day >= seen.on
    ]
    return min(found, key=lambda meeting: meeting.day, default=None)


def waiting(db: ReadSession) -> Iterator[Line]:
    """Goals off schedule that wait for a decision of the BO."""
    where = ("status=aan_bo",)
    count = vandaag_tellen.count(db, "afwijking", where)
    if count:
        text = ngettext(
            "{count} doel ligt niet op schema en wacht op een besluit.",
            "{count} doelen liggen niet op schema en wachten op een besluit.",
            count,
        )
        yield Line(text.format(count=vandaag_tellen.said(count)), False, "afwijking", where=where)
