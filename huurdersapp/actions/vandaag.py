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

from huurdersapp.actions import vandaag_agenda, vandaag_tellen
from huurdersapp.actions.context import Context
from huurdersapp.actions.knelpunt_patronen import Pattern, patterns
from huurdersapp.actions.stappen import latest
from huurdersapp.actions.vandaag_tellen import Seen, said
from huurdersapp.actions.voorbeeld import TODAY
from huurdersapp.base import clock
from huurdersapp.base.formats import day_named
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.base.period import Period
from huurdersapp.store import backup
from huurdersapp.store.step import ReadSession

MOST = 5
"""Lines of `let_op`."""
LAST = 8
"""Records that were made or changed last."""
SOON = 7
"""Days ahead that a last day is told."""


@dataclass(frozen=True, slots=True)
class Target:
    """What opens: the record with a number, or (without one) the list of a kind with these conditions."""

    kind: str
    number: int | None = None
    where: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LetOp:
    """Something that wants attention, as a sentence; `late` when its day has passed."""

    words: str
    late: bool
    target: Target


@dataclass(frozen=True, slots=True)
class Dag:
    """A day of this month and what is on it."""

    day: date
    words: str
    target: Target


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
    with ctx.store.reading() as db:
        return Vandaag(
            on,
            tuple(_let_op(db, on, patterns(ctx, on)))[:MOST],
            tuple(_agenda(db, on)),
            tuple(_last(db)),
            tuple(_progress(db, on)),
            kopie=_copy(ctx, on),
        )


def _let_op(db: ReadSession, on: date, found_patterns: list[Pattern]) -> list[LetOp]:
    """Overdue first, in the order in which they weigh."""
    found = [*_late(db, on), *_terms(db, on), *_patterns(found_patterns), *_due(db, on)]
    return sorted(found, key=lambda item: not item.late)


def _late(db: ReadSession, on: date) -> Iterator[LetOp]:
    for ours in (True, False):
        where = (f"toezegging={'nee' if ours else 'ja'}", f"te_laat_op={on}")
        seen = vandaag_tellen.late_points(db, where)
        if seen.count == 1:
            text = (
                _("Actiepunt ‘{title}’ moest {day} klaar zijn.")
                if ours
                else _("Toezegging ‘{title}’ is te laat. De laatste dag was {day}.")
            )
            yield LetOp(
                text.format(title=seen.title, day=_when(seen.day, on)), True, Target("actiepunt", seen.number)
            )
        elif seen.count:
            text = _("{count} actiepunten zijn te laat.") if ours else _("{count} toezeggingen zijn te laat.")
            yield _many(text, seen, Target("actiepunt", where=where))
    expected = (f"reactie_te_laat_op={on}",)
    seen = vandaag_tellen.late_reactions(db, expected, on)
    if seen.count == 1:
        text = _("Op knelpunt ‘{title}’ kwam nog geen antwoord. Dat werd {day} verwacht.")
        yield LetOp(
            text.format(title=seen.title, day=_when(seen.day, on)), True, Target("knelpunt", seen.number)
        )
    elif seen.count:
        yield _many(
            _("Op {count} knelpunten kwam nog geen antwoord."), seen, Target("knelpunt", where=expected)
        )


def _terms(db: ReadSession, on: date) -> Iterator[LetOp]:
    """Last days of adviesaanvragen: those that have passed together, those of this week one by one."""
    passed: list[Seen] = []
    coming: list[Seen] = []
    for seen in vandaag_tellen.terms(db, on):
        if seen.day is not None and seen.day <= on + timedelta(days=SOON):
            (passed if seen.day < on else coming).append(seen)
    if len(passed) == 1:
        text = _("Voor advies ‘{title}’ is de termijn voorbij. De laatste dag was {day}.")
        yield LetOp(
            text.format(title=passed[0].title, day=_when(passed[0].day, on)),
            True,
            Target("advies", passed[0].number),
        )
    elif passed:
        text = _("Voor {count} adviezen is de termijn voorbij.").format(count=said(len(passed)))
        yield LetOp(text, True, Target("advies", where=(f"open_op={on}",)))
    for seen in coming:
        assert seen.day is not None
        left = (seen.day - on).days
        text = ngettext(
            "Voor advies ‘{title}’ hebt u nog {left} dag, tot en met {day}.",
            "Voor advies ‘{title}’ hebt u nog {left} dagen, tot en met {day}.",
            left,
        )
        if not left:
            text = _("Advies ‘{title}’ moet vandaag de deur uit.")
        yield LetOp(
            text.format(title=seen.title, left=left, day=day_named(seen.day)),
            False,
            Target("advies", seen.number),
        )


def _patterns(found: list[Pattern]) -> Iterator[LetOp]:
    """Of many reports of the same the largest pattern; the rest stands above the list of knelpunten."""
    for each in found[:1]:
        text = _("{pattern}.").format(pattern=each.words)
        yield LetOp(text, False, Target("knelpunt", where=each.where))


def _due(db: ReadSession, on: date) -> Iterator[LetOp]:
    where = (f"terugkoppeling_open_op={on}",)
    seen = vandaag_tellen.feedback_due(db, where)
    if seen.count == 1:
        text = _("Vertel de huurders wat raadpleging ‘{title}’ opleverde.")
        yield LetOp(text.format(title=seen.title), False, Target("raadpleging", seen.number))
    elif seen.count:
        text = _("Van {count} raadplegingen kennen de huurders de uitslag nog niet.")
        yield LetOp(text.format(count=said(seen.count)), False, Target("raadpleging", where=where))


def _many(text: str, seen: Seen, target: Target) -> LetOp:
    return LetOp(text.format(count=said(seen.count, seen.more)), True, target)


def _when(day: date | None, on: date) -> str:
    if day is None:
        return ""
    ago = (on - day).days
    return {1: _("gisteren"), 2: _("eergisteren")}.get(ago) or _("op {day}").format(day=day_named(day))


def _agenda(db: ReadSession, on: date) -> list[Dag]:
    """This month; near its end the next seven days too."""
    end = max(on.replace(day=monthrange(on.year, on.month)[1]), on + timedelta(days=SOON))
    found = vandaag_agenda.days(db, Period(on.replace(day=1), end))
    return [Dag(item.day, item.words, Target(item.kind, item.number)) for item in found]


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
