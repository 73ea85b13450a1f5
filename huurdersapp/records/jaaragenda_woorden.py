"""The year agenda in words, for the screen (translated) and for paper and calendar files (always Dutch).

Each function takes `say`, which gives a text in the language that is wanted: gettext for the screen. Paper gives `dutch`.
Months are Dutch always, as everywhere on our screens.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from huurdersapp.base.formats import LOCALE, day_named
from huurdersapp.base.i18n import gettext, lazy
from huurdersapp.records.jaaragenda import Note, Stage
from huurdersapp.records.jaaragenda_vorm import DONE, DROPPED, MEETING, OPEN, PAST, Moment, WorkBack

Say = Callable[[str], str]
_PHASES = {
    "voorbereiding": lazy("Voorbereiding van {year}"),
    "uitvoering": lazy("Uitvoering van {year}"),
    "evaluatie": lazy("Evaluatie van {year}"),
}
_STATES = {
    OPEN: lazy("Komt nog"),
    DONE: lazy("Gedaan"),
    DROPPED: lazy("Gaat niet door"),
    PAST: lazy("Voorbij"),
}
_FROM_TO = lazy("Van {first} tot en met {last}")
_IN, _IN_TO, _ON = lazy("In {month}"), lazy("Van {month} tot en met {last}"), lazy("Op {day}")
_AT_LATEST, _BEFORE, _SOMETIME = lazy("Uiterlijk {day}"), lazy("Vóór {day}"), lazy("Ergens in het jaar")
_WHOLE_YEAR = lazy("Het hele jaar")
_WEEKEND = lazy("{day} valt in het weekend.")
_HOLIDAY = lazy("{day} is een feestdag: {name}.")
_SUMMER = lazy("Dit valt in de zomer: veel mensen zijn dan weg.")
_SUMMER_GUESS = lazy("Dit valt in de zomer. Welke weken dat zijn, is een schatting.")
_SPAN = lazy("{first} tot en met {last}")
_SURE, _UNSURE = lazy("Voor het overleg op {day}"), lazy("De dag van het overleg is nog niet bekend.")


def dutch(text: str) -> str:
    """For paper: the words as they are."""
    return text


def stage(item: Stage, say: Say = gettext) -> str:
    """ "Voorbereiding van 2022" """
    return say(_PHASES[item.phase].msgid).format(year=item.goal_year)


def aim(phase: str, goal_year: int | None, say: Say = gettext) -> str:
    """The phase and goal year that a moment serves; empty for a day of the law."""
    return say(_PHASES[phase].msgid).format(year=goal_year) if phase in _PHASES else ""


def state(moment: Moment, say: Say = gettext) -> str:
    """The state of a moment in words."""
    return say(_STATES[moment.state].msgid)


def month(number: int) -> str:
    """The Dutch name of a month."""
    from babel.dates import get_month_names

    return str(get_month_names("wide", locale=LOCALE)[number])


def when(moment: Moment, say: Say = gettext) -> str:
    """When it is: "In februari", "Uiterlijk 15 november", "Vóór 15 december", "Op 12 februari 2021"."""
    first, last = moment.first, moment.last
    if first is None or last is None:
        return say(_SOMETIME.msgid)
    if (first, last) == (date(first.year, 1, 1), date(first.year, 12, 31)):
        return say(_WHOLE_YEAR.msgid)
    if moment.whole_months:
        if first.month == last.month:
            return say(_IN.msgid).format(month=month(first.month))
        return say(_IN_TO.msgid).format(month=month(first.month), last=month(last.month))
    if first != last:
        return say(_FROM_TO.msgid).format(first=day_named(first), last=day_named(last))
    if not moment.moved and not moment.meetings and moment.kind != MEETING:
        if moment.date_kind == "uiterlijk":
            return say(_AT_LATEST.msgid).format(day=day_named(first))
        if moment.date_kind == "voor":
            return say(_BEFORE.msgid).format(day=day_named(date.fromordinal(last.toordinal() + 1)))
    return say(_ON.msgid).format(day=day_named(first))


def note(item: Note, say: Say = gettext) -> str:
    """What to know of a day, as a sentence; nothing was moved for it."""
    if item.kind == "feestdag":
        return say(_HOLIDAY.msgid).format(day=day_named(item.day), name=item.name)
    if item.kind == "weekend":
        return say(_WEEKEND.msgid).format(day=day_named(item.day))
    return say((_SUMMER if item.checked else _SUMMER_GUESS).msgid)


def work(item: WorkBack, say: Say = gettext) -> str:
    """The days of the work before a meeting: "5 maart 2021" or "1 februari 2021 tot en met 5 maart 2021"."""
    if item.first == item.last:
        return day_named(item.last)
    return say(_SPAN.msgid).format(first=day_named(item.first), last=day_named(item.last))


def work_for(item: WorkBack, say: Say = gettext) -> str:
    """For which meeting it is, or that its day is not known."""
    if item.certain:
        return say(_SURE.msgid).format(day=day_named(item.counted_from))
    return say(_UNSURE.msgid)
