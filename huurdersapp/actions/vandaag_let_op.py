"""The lines of "Let op": what has passed its day first, within that what the law sets a term for, a campagne last."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice

from huurdersapp.actions import (
    plichten,
    vandaag_jaar,
    vandaag_klokken,
    vandaag_kopie,
    vandaag_privacy,
    vandaag_renovatie,
    vandaag_tellen,
)
from huurdersapp.actions.knelpunt_patronen import Pattern
from huurdersapp.actions.vandaag_tellen import Seen, said
from huurdersapp.base.formats import day_named
from huurdersapp.base.i18n import LazyText, lazy, ngettext
from huurdersapp.base.i18n import gettext as _
from huurdersapp.store.step import ReadSession

PROMISED = "toezegging=ja"
"""The condition of actiepunten that others promised."""
SECOND_HALF = 7
"""Month from which an overleg that has to be this year is told: before that there is time enough."""


@dataclass(frozen=True, slots=True)
class Target:
    """What opens: the record with a number, or (without one) the list of a kind with these conditions. With a `year` it is
    a moment of the jaaragenda of that year. Beside a number the conditions only say of which list it is."""

    kind: str
    number: int | None = None
    where: tuple[str, ...] = ()
    year: int | None = None

    @property
    def promised(self) -> bool:
        """Whether it is about what others promised, which have a list of their own."""
        return self.kind == "actiepunt" and PROMISED in self.where


@dataclass(frozen=True, slots=True)
class LetOp:
    """Something that wants attention, as a sentence; `late` when its day has passed."""

    words: str
    late: bool
    target: Target


@dataclass(frozen=True, slots=True)
class _Question:
    """Something that waits without a last day: which list it is (`{on}` is the day), what finds it on a short road, and
    the words for one thing and for more."""

    kind: str
    where: tuple[str, ...]
    find: Callable[[ReadSession, tuple[str, ...], date], Seen]
    one: LazyText
    many: LazyText


_AT_LAST = (
    _Question(
        "renovatieproject",
        ("niet_gewist_op={on}",),
        vandaag_renovatie.not_erased,
        lazy("Renovatie ‘{title}’ is klaar. Sluit het project af: dan worden de namen gewist."),
        lazy("{count} renovaties zijn klaar, en de namen staan er nog. Sluit die projecten af."),
    ),
    _Question(
        "raadpleging",
        ("terugkoppeling_open_op={on}",),
        vandaag_tellen.feedback_due,
        lazy("Vertel de huurders wat raadpleging ‘{title}’ opleverde."),
        lazy("Van {count} raadplegingen kennen de huurders de uitslag nog niet."),
    ),
    _Question(
        "bezoekformulier",
        ("te_lang_uit_op={on}",),
        vandaag_tellen.sheets_out,
        lazy("Bezoekformulier {title} is al langer dan 30 dagen weg."),
        lazy("{count} bezoekformulieren zijn al langer dan 30 dagen weg."),
    ),
    _Question(
        "commissie",
        ("termijn_loopt_af_op={on}", "actief_op={on}"),
        vandaag_tellen.committees,
        lazy("Bij ‘{title}’ loopt de termijn van een lid af."),
        lazy("Bij {count} bewonerscommissies loopt de termijn van een lid af."),
    ),
    _Question(
        "campagne",
        ("zonder_conclusies_op={on}",),
        vandaag_tellen.unlearned,
        lazy("Schrijf op wat u leerde van campagne ‘{title}’."),
        lazy("Bij {count} campagnes staat nog niet wat u ervan leerde."),
    ),
)
"""In the order in which they weigh."""


def most_urgent(
    db: ReadSession,
    on: date,
    patterns: list[Pattern],
    year: vandaag_jaar.Seen,
    clocks: vandaag_klokken.Clocks,
    most: int,
) -> list[LetOp]:
    """The first lines of what wants attention, with always one for a last day of the law that comes within two weeks."""
    found = list(islice(_urgent(db, on, patterns, year, clocks), most))
    near = clocks.near(on)
    for line in (*_coming(near.soon, on), *_clocked(vandaag_klokken.later(near, on))):
        if line not in found:
            found[-1] = line
    return found


def _urgent(
    db: ReadSession,
    on: date,
    patterns: list[Pattern],
    year: vandaag_jaar.Seen,
    clocks: vandaag_klokken.Clocks,
) -> Iterator[LetOp]:
    """What wants attention on a day, overdue first. Each is only asked for when the ones before it leave room."""
    duties = plichten.duties(db, on, only_kept=True)
    care = vandaag_tellen.aftercare_due(db, _aftercare(on), on)
    care_is_late = care.day is not None and care.day < on
    yield from _of_year(vandaag_privacy.leaks(db, on))
    yield from _passed(clocks.passed, on)
    yield from _clocked(vandaag_klokken.reminders(db, on))
    yield from _clocked(vandaag_klokken.conditions(db, on, long_ago=False))
    yield from _clocked(vandaag_klokken.accounts(duties, on, late=True))
    yield from _of_year(vandaag_jaar.late(year, legal=True))
    yield from _late_points(db, on)
    yield from _of_year(vandaag_jaar.late_work(year))
    yield from _of_year(vandaag_jaar.late(year, legal=False))
    yield from _late_reactions(db, on)
    if care_is_late:
        yield from _care(care, on)
    yield from _of_year(vandaag_jaar.late_overviews(db, year))
    yield from _coming(clocks.soon, on)
    yield from _clocked(vandaag_renovatie.weeks(db, on))
    yield from _clocked(vandaag_renovatie.metings(db, on))
    yield from _clocked(vandaag_klokken.accounts(duties, on, late=False))
    yield from _of_year(vandaag_jaar.near(year, legal=True))
    yield from _of_year(vandaag_jaar.near(year, legal=False))
    yield from _of_year(vandaag_jaar.unsettled(db, year))
    yield from _of_year(vandaag_jaar.waiting(db))
    yield from _of_year(vandaag_kopie.stick(db, on))
    yield from _unseen(db, on)
    yield from _come_back(db, on)
    yield from _without_meeting(db, on)
    yield from _clocked(vandaag_klokken.of_the_year(duties, on))
    yield from _clocked(vandaag_klokken.later(clocks, on))
    if not care_is_late:
        yield from _care(care, on)
    yield from _patterns(patterns)
    for each in _AT_LAST:
        yield from _asked(db, on, each)
    yield from _of_year(vandaag_privacy.round_due(db, on))
    yield from _passed(clocks.long_ago, on)
    yield from _clocked(vandaag_klokken.conditions(db, on, long_ago=True))


def _clocked(lines: Iterator[vandaag_klokken.Line]) -> Iterator[LetOp]:
    for line in lines:
        yield LetOp(line.words, line.late, Target(line.kind, line.number))


def _of_year(lines: Iterator[vandaag_jaar.Line]) -> Iterator[LetOp]:
    for line in lines:
        yield LetOp(line.words, line.late, Target(line.kind, line.number, line.where, line.year))


# -- overdue -------------------------------------------------------------------------------------------------------


def _passed(passed: Iterable[vandaag_klokken.Case], on: date) -> Iterator[LetOp]:
    """Terms that have passed, one by one. Where consent is asked nothing is lost with the day."""
    for case in passed:
        text = (
            _("Voor ‘{title}’ vroeg de verhuurder instemming. De gevraagde dag was {day}.")
            if case.consent
            else _("Voor advies ‘{title}’ is de termijn voorbij. De laatste dag was {day}.")
        )
        words = text.format(title=case.title, day=_when(case.day, on))
        yield LetOp(words, not case.consent, Target("advies", case.number))


def _late_points(db: ReadSession, on: date) -> Iterator[LetOp]:
    for ours in (True, False):
        where = ("toezegging=nee" if ours else PROMISED, f"te_laat_op={on}")
        seen = vandaag_tellen.late_points(db, where)
        if seen.count == 1:
            text = (
                _("Actiepunt ‘{title}’ moest {day} klaar zijn.")
                if ours
                else _("Toezegging ‘{title}’ is te laat. De laatste dag was {day}.")
            )
            target = Target("actiepunt", seen.number, () if ours else (PROMISED,))
            yield LetOp(text.format(title=seen.title, day=_when(seen.day, on)), True, target)
        elif seen.count:
            text = _("{count} actiepunten zijn te laat.") if ours else _("{count} toezeggingen zijn te laat.")
            yield _many(text, seen, Target("actiepunt", where=where), late=True)


def _late_reactions(db: ReadSession, on: date) -> Iterator[LetOp]:
    expected = (f"reactie_te_laat_op={on}",)
    seen = vandaag_tellen.late_reactions(db, expected, on)
    if seen.count == 1:
        text = _("Op knelpunt ‘{title}’ kwam nog geen antwoord. Dat werd {day} verwacht.")
        yield LetOp(
            text.format(title=seen.title, day=_when(seen.day, on)), True, Target("knelpunt", seen.number)
        )
    elif seen.count:
        text = _("Op {count} knelpunten kwam nog geen antwoord.")
        yield _many(text, seen, Target("knelpunt", where=expected), late=True)


def _aftercare(on: date) -> tuple[str, ...]:
    return (f"nazorg_open_op={on}",)


def _care(seen: Seen, on: date) -> Iterator[LetOp]:
    """Aftercare, by count only: the name of a visit is somebody's address, and anyone may see this page."""
    if seen.count:
        text = ngettext(
            "Bij {count} energiebezoek is het tijd voor nazorg.",
            "Bij {count} energiebezoeken is het tijd voor nazorg.",
            seen.count,
        )
        late = seen.day is not None and seen.day < on
        yield _many(text, seen, Target("energiebezoek", where=_aftercare(on)), late=late)


# -- what is to be done --------------------------------------------------------------------------------------------


def _coming(coming: Iterable[vandaag_klokken.Case], on: date) -> Iterator[LetOp]:
    """Terms that end this week, one by one."""
    for case in coming:
        left = (case.day - on).days
        text = ngettext(
            "Voor advies ‘{title}’ hebt u nog {left} dag, tot en met {day}.",
            "Voor advies ‘{title}’ hebt u nog {left} dagen, tot en met {day}.",
            left,
        )
        if not left:
            text = _("Advies ‘{title}’ moet vandaag de deur uit.")
        yield LetOp(
            text.format(title=case.title, left=left, day=day_named(case.day)),
            False,
            Target("advies", case.number),
        )


def _unseen(db: ReadSession, on: date) -> Iterator[LetOp]:
    """Coaches who will go to people's homes, and whose VOG nobody has seen."""
    where = ("vog_gezien_op=", f"bezoek_gepland_vanaf={on}")
    seen = vandaag_tellen.unseen_coaches(db, where, on)
    yield from _told(
        seen,
        "energiecoach",
        where,
        _("{title} gaat op energiebezoek, maar de VOG is nog niet gezien."),
        _("{count} coaches gaan op energiebezoek, maar hun VOG is nog niet gezien."),
    )


def _come_back(db: ReadSession, on: date) -> Iterator[LetOp]:
    """Homes of a renovation, by count only, as for aftercare."""
    seen = vandaag_renovatie.come_back(db, on)
    if seen.count:
        text = ngettext(
            "Bij {count} woning van een renovatie zou u terugkomen.",
            "Bij {count} woningen van een renovatie zou u terugkomen.",
            seen.count + seen.more,
        )
        yield _many(text, seen, Target("renovatiewoning", where=vandaag_renovatie.back(on)), late=False)


def _without_meeting(db: ReadSession, on: date) -> Iterator[LetOp]:
    """Bewonerscommissies that have no overleg with the landlord this year (Overlegwet art. 5b)."""
    if on.month < SECOND_HALF:
        return
    where = (f"zonder_overleg_in={on.year}",)
    yield from _told(
        vandaag_tellen.committees(db, where, on),
        "commissie",
        where,
        _("Bij ‘{title}’ is dit jaar geen overleg met de verhuurder geweest of gepland."),
        _("Bij {count} bewonerscommissies is dit jaar geen overleg met de verhuurder geweest of gepland."),
    )


def _patterns(found: list[Pattern]) -> Iterator[LetOp]:
    """Of many reports of the same the largest pattern; the rest stands above the list of knelpunten."""
    for each in found[:1]:
        text = _("{pattern}.").format(pattern=each.words)
        yield LetOp(text, False, Target("knelpunt", where=each.where))


def _asked(db: ReadSession, on: date, each: _Question) -> Iterator[LetOp]:
    where = tuple(text.format(on=on) for text in each.where)
    yield from _told(each.find(db, where, on), each.kind, where, str(each.one), str(each.many))


# -- words ---------------------------------------------------------------------------------------------------------


def _told(seen: Seen, kind: str, where: tuple[str, ...], one: str, many: str) -> Iterator[LetOp]:
    """One thing by its name, more by their number."""
    if seen.count == 1 and not seen.more:
        yield LetOp(one.format(title=seen.title), False, Target(kind, seen.number))
    elif seen.count:
        yield _many(many, seen, Target(kind, where=where), late=False)


def _many(text: str, seen: Seen, target: Target, *, late: bool) -> LetOp:
    return LetOp(text.format(count=said(seen.count, seen.more)), late, target)


def _when(day: date | None, on: date) -> str:
    if day is None:
        return ""
    ago = (on - day).days
    return {1: _("gisteren"), 2: _("eergisteren")}.get(ago) or _("op {day}").format(day=day_named(day))
