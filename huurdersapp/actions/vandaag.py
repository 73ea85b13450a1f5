"""The page Vandaag: what wants attention, this month's days, what was done last, and three lines on how it goes.

It costs the same however much is kept: numbers stop at `MANY`, and where no index leads to what is wanted only the
`LOOKED` nearest records are looked at.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

import msgspec

from huurdersapp.actions import (
    vandaag_agenda,
    vandaag_jaar,
    vandaag_klokken,
    vandaag_renovatie,
    vandaag_tellen,
)
from huurdersapp.actions.context import Context
from huurdersapp.actions.knelpunt_patronen import patterns
from huurdersapp.actions.stappen import latest
from huurdersapp.actions.vandaag_klokken import SOON
from huurdersapp.actions.vandaag_let_op import LetOp as LetOp
from huurdersapp.actions.vandaag_let_op import Target as Target
from huurdersapp.actions.vandaag_let_op import most_urgent
from huurdersapp.actions.vandaag_tellen import said
from huurdersapp.actions.voorbeeld import TODAY
from huurdersapp.base import clock
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.base.period import Period
from huurdersapp.records.jaaragenda_woorden import when
from huurdersapp.store import backup
from huurdersapp.store.step import ReadSession

MOST = 5
"""Lines of `let_op`."""
LAST = 8
"""Records that were made or changed last."""


@dataclass(frozen=True, slots=True)
class Dag:
    """A day of this month and what is on it; `when` in words where it is more than that day."""

    day: date
    words: str
    target: Target
    when: str = ""


@dataclass(frozen=True, slots=True)
class Jaar:
    """What the year is for, a sentence for each akkoord, and what comes next, with the moment that opens."""

    sentences: tuple[str, ...] = ()
    next: str = ""
    when: str = ""
    target: Target | None = None


@dataclass(frozen=True, slots=True)
class Laatst:
    """A record that was made (`made`) or changed a short time ago; `moment` in UTC."""

    kind: str
    number: int
    title: str
    moment: datetime
    author: str
    made: bool


@dataclass(frozen=True, slots=True)
class Voortgang:
    """A number with its words ("open knelpunten") and the list behind it; `number` may be "999+"."""

    number: str
    words: str
    target: Target


@dataclass(frozen=True, slots=True)
class Verder:
    """A form that was left, as the caller tells it: `key` is the concept's."""

    key: str
    kind: str
    number: int | None
    title: str
    moment: datetime


@dataclass(frozen=True, slots=True)
class Vandaag:
    """All of the page on `day`. `verder` is for the caller to fill (`dataclasses.replace`); `kopie` is one line on the
    newest copy, None when there is nothing to say."""

    day: date
    jaar: Jaar = Jaar()
    let_op: tuple[LetOp, ...] = ()
    agenda: tuple[Dag, ...] = ()
    laatste: tuple[Laatst, ...] = ()
    voortgang: tuple[Voortgang, ...] = ()
    verder: tuple[Verder, ...] = ()
    kopie: str | None = None

    def to_json(self) -> dict[str, Any]:
        """As plain JSON values."""
        found: dict[str, Any] = msgspec.to_builtins(self)
        return found

    @classmethod
    def from_json(cls, shown: object) -> Vandaag:
        """Back from what `to_json` gave; raises ValueError for anything else (an older program wrote it)."""
        return msgspec.convert(shown, cls)


def day_of(ctx: Context) -> date:
    """The day on which an administration is looked at: the example stands still."""
    return TODAY if ctx.store.example else clock.today()


def today(ctx: Context) -> Vandaag:
    """The page as it is now."""
    on = day_of(ctx)
    year = vandaag_jaar.read(ctx, on)
    with ctx.store.reading() as db:
        clocks = vandaag_klokken.clocks(db, on)
        return Vandaag(
            on,
            _year(year),
            tuple(most_urgent(db, on, patterns(ctx, on), year, clocks, MOST)),
            tuple(_agenda(db, on, year, clocks)),
            tuple(_last(db)),
            tuple(_progress(db, on)),
            kopie=_copy(ctx, on),
        )


def _year(seen: vandaag_jaar.Seen) -> Jaar:
    words, moment = vandaag_jaar.next_words(seen), seen.next
    if not words or moment is None:
        return Jaar(seen.sentences)
    kind, number = moment.record or ("jaaragenda", None)
    return Jaar(seen.sentences, words, when(moment), Target(kind, number, year=seen.next_year))


def _agenda(db: ReadSession, on: date, year: vandaag_jaar.Seen, clocks: vandaag_klokken.Clocks) -> list[Dag]:
    """This month; near its end the next seven days too."""
    end = max(on.replace(day=monthrange(on.year, on.month)[1]), on + timedelta(days=SOON))
    month = Period(on.replace(day=1), end)
    found = [
        Dag(item.day, item.words, Target(item.kind, item.number, item.where))
        for item in vandaag_agenda.days(db, month)
    ]
    found += [
        Dag(item.day, item.words, Target(item.kind, item.number))
        for item in vandaag_renovatie.days(db, month)
    ]
    found += [
        Dag(item.day, item.words, Target(item.kind, item.number, year=item.year), item.when)
        for item in vandaag_jaar.days(year, month)
    ]
    found += [
        Dag(item.day, item.words, Target(item.kind, item.number))
        for item in clocks.days(month.first, month.last)
        if item.day is not None
    ]
    return sorted(found, key=lambda item: item.day)[: vandaag_agenda.MOST]


def _last(db: ReadSession) -> Iterator[Laatst]:
    for done in latest(db, LAST):
        yield Laatst(done.kind, done.number, done.title, done.moment, done.author, done.made)


def _progress(db: ReadSession, on: date) -> Iterator[Voortgang]:
    number = vandaag_tellen.count(db, "knelpunt", vandaag_tellen.OPEN_KNELPUNTEN)
    words = ngettext("knelpunt staat open", "knelpunten staan open", number)
    yield Voortgang(said(number), words, Target("knelpunt", where=vandaag_tellen.OPEN_KNELPUNTEN))
    kept = vandaag_tellen.count(db, "actiepunt", ("toezegging=ja", f"gedaan_in={on.year}"))
    promised = ("toezegging=ja", f"open_op={on}")
    number = vandaag_tellen.open_points(db, promised)
    text = ngettext(
        "toezegging van anderen staat open; dit jaar nagekomen: {kept}",
        "toezeggingen van anderen staan open; dit jaar nagekomen: {kept}",
        number,
    )
    yield Voortgang(said(number), text.format(kept=said(kept)), Target("actiepunt", where=promised))
    held = (f"gehouden_in={on.year}",)
    number = vandaag_tellen.held(db, held, on.year)
    words = ngettext("raadpleging dit jaar", "raadplegingen dit jaar", number)
    yield Voortgang(said(number), words, Target("raadpleging", where=held))


def _copy(ctx: Context, on: date) -> str | None:
    """How old the newest copy is; the example needs none."""
    home = ctx.folder / backup.FOLDER
    if ctx.store.example or not home.is_dir():
        return None
    names = sorted((path.name[:10] for path in home.iterdir() if path.name[:2] == "20"), reverse=True)
    try:
        made = date.fromisoformat(names[0]) if names else None
    except ValueError:
        return None
    if made is None:
        return None
    days = (on - made).days
    if days <= 0:
        return _("De laatste reservekopie is van vandaag.")
    text = ngettext(
        "De laatste reservekopie is van gisteren.", "De laatste reservekopie is {days} dagen oud.", days
    )
    return text.format(days=days)
