"""What Vandaag tells of the clocks of the Overlegwet: cases that wait for us, landlords who should have answered, and what
is due in a year with a landlord."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import func, or_, select
from sqlalchemy.orm import aliased

from huurdersapp.actions import plichten
from huurdersapp.actions.plichten import Plicht
from huurdersapp.actions.vandaag_tellen import LOOKED
from huurdersapp.base.formats import day_named
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.records.advies import ASKED, conditions_open_on, open_on
from huurdersapp.records.advies_tables import Advies, Voorwaarde
from huurdersapp.records.advies_termijn import Feiten, termijnen
from huurdersapp.records.advies_vervolg import reminder_from
from huurdersapp.records.rules import none_or_after
from huurdersapp.records.verhuurder import Verhuurder
from huurdersapp.store.step import ReadSession

SOON = 7
"""Days ahead that a last day is told before other work."""
NEAR = 14
"""Days ahead that the nearest last day always has a line, however much else is late."""
LONG_AGO = 60
"""Days after which a day that passed is told after everything else: nobody can still be in time."""
MEETING_FROM = 7
"""Month from which a yearly overleg that is not planned is told."""
TRAINING_FROM = 10
"""Month from which days of training that are left are told."""
_OF_TERM = ("soort", "ontvangen_op", "volledig_op", "termijn_dagen", "verlengd_tot", "verlengd_mondeling")
_OF_ANSWER = ("soort", "uitkomst", "advies_ontvangen_op", "reactie")


@dataclass(frozen=True, slots=True)
class Case:
    """A case that waits for us until a day; `consent`: of a request for consent, in which no term of the law runs out."""

    number: int
    title: str
    day: date
    consent: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence and the record that opens; `day` where it is about one."""

    words: str
    late: bool
    kind: str
    number: int
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Clocks:
    """Cases that wait for us, each list by last day: passed a short time ago, coming soon, later, and long ago."""

    passed: tuple[Case, ...] = ()
    soon: tuple[Case, ...] = ()
    later: tuple[Case, ...] = ()
    long_ago: tuple[Case, ...] = ()

    def near(self, on: date) -> Clocks:
        """Only the nearest last day that is still to come, where it comes within two weeks."""
        for case in (*self.soon, *self.later)[:1]:
            if (case.day - on).days <= NEAR:
                return Clocks(soon=(case,)) if case in self.soon else Clocks(later=(case,))
        return Clocks()

    def days(self, first: date, last: date) -> Iterator[Line]:
        """The last days that lie in a period, for the list of days."""
        for case in (*self.long_ago, *self.passed, *self.soon, *self.later):
            if first <= case.day <= last:
                words = _("Laatste dag voor advies ‘{title}’").format(title=case.title)
                yield Line(words, False, "advies", case.number, case.day)


def clocks(db: ReadSession, on: date) -> Clocks:
    """The cases that wait for us on a day."""
    found = sorted(_terms(db, on), key=lambda case: (case.day, case.number))
    days = [(case, (case.day - on).days) for case in found]
    return Clocks(
        tuple(case for case, left in days if -LONG_AGO <= left < 0),
        tuple(case for case, left in days if 0 <= left <= SOON),
        tuple(case for case, left in days if left > SOON),
        tuple(case for case, left in reversed(days) if left < -LONG_AGO),
    )


def _terms(db: ReadSession, on: date) -> Iterator[Case]:
    query = (
        select(Advies.nummer, Advies.onderwerp, *(getattr(Advies, key) for key in _OF_TERM))
        .where(open_on(on), Advies.verwijderd.is_(None), Advies.soort.in_(ASKED))
        .where(Advies.verstuurd_op.is_(None), Advies.afgesloten_op.is_(None))
        .where(Advies.advies_ontvangen_op.is_(None), Advies.geen_bezwaar_ontvangen_op.is_(None))
        .order_by(Advies.ontvangen_op.desc(), Advies.id.desc())
        .limit(LOOKED)
    )
    for number, title, *values in db.execute(query):
        known = Feiten(**dict(zip(_OF_TERM, values, strict=True)))
        last = next((each.datum for each in termijnen(known) if each.sleutel == "laatste_dag"), None)
        if last is not None:
            yield Case(number, title, last, known.soort == "instemming")


def reminders(db: ReadSession, on: date) -> Iterator[Line]:
    """Cases in which the landlord should have answered a short time ago, and nobody reminded him."""
    query = (
        select(
            Advies.nummer,
            Advies.onderwerp,
            Verhuurder.redenen_dagen,
            *(getattr(Advies, key) for key in _OF_ANSWER),
        )
        .outerjoin(Verhuurder, Verhuurder.id == Advies.verhuurder_id)
        .where(Advies.verwijderd.is_(None), Advies.advies_ontvangen_op <= on)
        .where(Advies.reactie_op.is_(None), Advies.redenen_ontvangen_op.is_(None))
        .where(Advies.herinnerd_op.is_(None), Advies.afgesloten_op.is_(None))
        .order_by(Advies.advies_ontvangen_op.desc(), Advies.id.desc())
        .limit(LOOKED)
    )
    for number, title, days, *values in db.execute(query):
        known = Feiten(redenen_dagen=days, **dict(zip(_OF_ANSWER, values, strict=True)))
        since = reminder_from(known)
        if since is not None and since <= on <= since + timedelta(LONG_AGO):
            text = _("Op advies ‘{title}’ kwam geen reactie. Stuur de verhuurder een herinnering.")
            yield Line(text.format(title=title), True, "advies", number)


def conditions(db: ReadSession, on: date, *, long_ago: bool) -> Iterator[Line]:
    """Cases with a condition that was not met on its day, one line each, the newest day first; those in which every such
    day lies far behind are told apart, after all else."""
    condition = aliased(Voorwaarde)
    last = func.max(condition.termijn)
    far = on - timedelta(LONG_AGO)
    query = (
        select(Advies.nummer, Advies.onderwerp, last)
        .join(condition, condition.ouder_id == Advies.id)
        .where(Advies.verwijderd.is_(None), conditions_open_on(on))
        .where(condition.verwijderd.is_(None), condition.termijn < on)
        .where(none_or_after(condition.voldaan_op, on))
        .where(or_(condition.reactie.is_(None), condition.reactie != "niet"))
        .group_by(Advies.id, Advies.nummer, Advies.onderwerp)
        .having(last < far if long_ago else last >= far)
        .order_by(last.desc(), Advies.nummer)
        .limit(LOOKED)
    )
    for number, title, day in db.execute(query):
        text = _("Aan een voorwaarde van advies ‘{title}’ is nog niet voldaan. De laatste dag was {day}.")
        if day is not None:
            yield Line(text.format(title=title, day=day_named(day)), True, "advies", number)


# -- the year with a landlord ------------------------------------------------------------------------------------------


def accounts(found: list[Plicht], on: date, *, late: bool) -> Iterator[Line]:
    """Accounts of the costs of last year: those that are late, or those that are due soon."""
    for duty in found:
        if duty.sleutel != plichten.VERANTWOORDING or duty.number is None or duty.jaar >= on.year:
            continue
        wanted = plichten.LATE if late else plichten.OPEN
        if duty.stand != wanted or not duty.geldt or (on - duty.dag).days > LONG_AGO:
            continue
        text = (
            _("De kosten van {year} zijn nog niet verantwoord aan {landlord}. De laatste dag was {day}.")
            if late
            else _("Verantwoord de kosten van {year} aan {landlord}, uiterlijk {day}.")
        )
        words = text.format(year=duty.jaar, landlord=duty.naam, day=day_named(duty.dag))
        yield Line(words, late, "verhuurderjaar", duty.number)


def of_the_year(found: list[Plicht], on: date) -> Iterator[Line]:
    """Overleg and training that this year should still bring."""
    for duty in found:
        if duty.number is None or duty.jaar != on.year or duty.stand != plichten.OPEN:
            continue
        if duty.sleutel == plichten.OVERLEG and on.month >= MEETING_FROM:
            text = _("Met {landlord} is dit jaar nog geen overleg geweest of gepland.")
            yield Line(text.format(landlord=duty.naam), False, "verhuurderjaar", duty.number)
        elif duty.sleutel == plichten.SCHOLING and on.month >= TRAINING_FROM:
            text = _("Scholing bij {landlord}: {words}.")
            yield Line(
                text.format(landlord=duty.naam, words=duty.words), False, "verhuurderjaar", duty.number
            )


def later(found: Clocks, on: date) -> Iterator[Line]:
    """Clocks that run on for more than a week."""
    for case in found.later:
        left = (case.day - on).days
        text = ngettext(
            "Advies ‘{title}’: nog {left} dag, tot en met {day}.",
            "Advies ‘{title}’: nog {left} dagen, tot en met {day}.",
            left,
        )
        words = text.format(title=case.title, left=left, day=day_named(case.day))
        yield Line(words, False, "advies", case.number)
