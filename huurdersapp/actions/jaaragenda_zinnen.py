"""What the screen says of the jaaragenda besides the words it shares with paper: where a moment stands, what a year is for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from huurdersapp.base.formats import day_named
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import lazy, ngettext
from huurdersapp.records.jaaragenda import PHASES, Stage
from huurdersapp.records.jaaragenda_vorm import DONE, DROPPED, LEGAL, OPEN, OWN, PAST, Moment
from huurdersapp.records.jaaragenda_woorden import aim, month, when


def heading(moment: Moment) -> str:
    """Under which heading of the list it stands."""
    if moment.first is None:
        return _("Ergens in het jaar")
    if moment.whole_year:
        return _("Het hele jaar")
    return month(moment.first.month).capitalize()


def aims(moment: Moment) -> str:
    """Which years it serves: 'Voorbereiding van 2022, uitvoering van 2021'."""
    found = dict.fromkeys(filter(None, (aim(item.phase, item.goal_year) for item in moment.aims)))
    if not found:
        return {OWN: _("Eigen moment"), LEGAL: _("Uit de wet")}.get(moment.kind, "")
    first, *rest = found
    return ", ".join((first, *(text[:1].lower() + text[1:] for text in rest)))


def is_now(moment: Moment, today: date) -> bool:
    """Whether it is open and falls in the month of that day; what lasts all year does not count."""
    if moment.state != OPEN or moment.first is None or moment.whole_year:
        return False
    months = (today.year, today.month)
    last = moment.last or moment.first
    return (moment.first.year, moment.first.month) <= months <= (last.year, last.month)


def is_late(moment: Moment) -> bool:
    """Whether its last day passed and that day was a limit."""
    return moment.state == PAST and moment.date_kind in ("uiterlijk", "voor")


def state(moment: Moment, today: date) -> str:
    """Where it stands; "" for what is still to come."""
    if moment.state == DONE:
        if moment.done_on is None:
            return _("Gedaan")
        return _("Gedaan op {day}").format(day=day_named(moment.done_on))
    if moment.state == DROPPED:
        return (
            _("Gaat niet door: {reason}").format(reason=moment.reason)
            if moment.reason
            else _("Gaat niet door")
        )
    if is_late(moment):
        return _("Te laat")
    if moment.state == PAST:
        return _("Voorbij. Is het gedaan?")
    return _("Deze maand") if is_now(moment, today) else ""


def moved(moment: Moment) -> str:
    """From when it was moved and why; "" when it was not."""
    if not moment.moved or moment.state == DROPPED:
        return ""
    months = _whole_months(moment.planned_first, moment.planned_last)
    template = replace(
        moment,
        first=moment.planned_first,
        last=moment.planned_last,
        moved=False,
        meetings=(),
        whole_months=months,
    )
    before = when(template)
    text = _("Verzet. Eerst: {before}. Reden: {reason}") if moment.reason else _("Verzet. Eerst: {before}.")
    return text.format(before=before[:1].lower() + before[1:], reason=moment.reason)


def _whole_months(first: date | None, last: date | None) -> bool:
    if first is None or last is None:
        return False
    return first.day == 1 and (last + timedelta(days=1)).day == 1


def how_long(until: date, today: date) -> str:
    """'over 5 weken', 'morgen'."""
    days = (until - today).days
    if days <= 0:
        return _("vandaag")
    if days == 1:
        return _("morgen")
    if days < 14:
        return ngettext("over {count} dag", "over {count} dagen", days).format(count=days)
    weeks = days // 7
    if weeks < 14:
        return ngettext("over {count} week", "over {count} weken", weeks).format(count=weeks)
    months = days // 30
    return ngettext("over {count} maand", "over {count} maanden", months).format(count=months)


_DOING = {
    ("voorbereiding", "uitvoering", "evaluatie"): lazy(
        "U bereidt {voorbereiding} voor, voert {uitvoering} uit en evalueert {evaluatie}."
    ),
    ("voorbereiding", "uitvoering"): lazy("U bereidt {voorbereiding} voor en voert {uitvoering} uit."),
    ("voorbereiding", "evaluatie"): lazy("U bereidt {voorbereiding} voor en evalueert {evaluatie}."),
    ("uitvoering", "evaluatie"): lazy("U voert {uitvoering} uit en evalueert {evaluatie}."),
    ("voorbereiding",): lazy("U bereidt {voorbereiding} voor."),
    ("uitvoering",): lazy("U voert {uitvoering} uit."),
    ("evaluatie",): lazy("U evalueert {evaluatie}."),
}


def sentence(stages: Iterable[Stage]) -> str:
    """What a year is for: 'U bereidt 2022 voor, voert 2021 uit en evalueert 2020.'; "" when the akkoord has nothing in it."""
    years: dict[str, list[int]] = {phase: [] for phase in PHASES}
    for stage in stages:
        if stage.within:
            years[stage.phase].append(stage.goal_year)
    named = {phase: _listed(found) for phase, found in years.items() if found}
    return str(_DOING[tuple(named)]).format(**named) if named else ""


def _listed(years: list[int]) -> str:
    words = [str(year) for year in sorted(years)]
    if len(words) == 1:
        return words[0]
    return _("{first} en {last}").format(first=", ".join(words[:-1]), last=words[-1])
