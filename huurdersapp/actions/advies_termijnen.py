"""The clock of each case under the Overlegwet: how many days are left, why, and what can be done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from huurdersapp.actions.context import Context
from huurdersapp.actions.records import find
from huurdersapp.actions.voorbeeld import TODAY
from huurdersapp.base import clock
from huurdersapp.base.formats import day_long
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import lazy, ngettext
from huurdersapp.records import advies_vervolg
from huurdersapp.records.advies import ASKED
from huurdersapp.records.advies_tables import Advies
from huurdersapp.records.advies_termijn import FREE, Feit, Feiten, Termijn, feiten, no_objection, termijnen
from huurdersapp.records.advies_vervolg import Weg
from huurdersapp.records.advies_zinnen import Zin, zinnen
from huurdersapp.records.rules import none_or_after
from huurdersapp.records.verhuurder import Verhuurder
from huurdersapp.store.step import ReadSession

TITLES = {
    "laatste_dag": lazy("Laatste dag voor ons advies"),
    "laatste_dag_ons_standpunt": lazy("Laatste dag volgens ons"),
    "uitvoering_3a": lazy("De verhuurder mag beginnen: geen bezwaar"),
    "uitvoering_3b": lazy("De verhuurder mag beginnen: termijn voorbij"),
    "redenen_uiterlijk": lazy("Uiterste dag voor de redenen van de verhuurder"),
    "uitvoering_3c": lazy("De verhuurder mag beginnen: redenen gegeven"),
}
"""What each day is called on the screen."""
_WITHOUT_TERM = {
    "instemming": lazy("er loopt geen termijn; zonder uw instemming mag de verhuurder niet beginnen"),
    "ongevraagd": lazy("de wet geeft geen termijn voor een ongevraagd advies"),
    "agendering": lazy("de verhuurder zet dit op de agenda, of zegt waarom niet; de wet geeft geen dag"),
    "informatie": lazy("de verhuurder antwoordt zo spoedig mogelijk; de wet geeft geen dag"),
}


@dataclass(frozen=True, slots=True)
class Klok:
    """A case on a day. `laatste_dag` is the earlier one, by which we reckon for ourselves; `days_left` counts to it (below
    zero: too late) as long as the case waits for us (`running`). `vrij_vanaf`: from when the landlord may go ahead, at the
    earliest. `herinnering`: from when a reminder makes sense. `sentences` are for the letter, in Dutch."""

    number: int
    subject: str
    kind: str
    landlord: str
    on: date
    termijnen: tuple[Termijn, ...]
    laatste_dag: date | None
    days_left: int | None
    running: bool
    words: str
    vrij_vanaf: date | None
    herinnering: date | None
    warnings: tuple[str, ...]
    ways_on: tuple[Weg, ...]
    sentences: tuple[Zin, ...]

    def dag(self, key: str) -> Termijn | None:
        """The day with this key, where it applies."""
        return next((each for each in self.termijnen if each.sleutel == key), None)

    def zin(self, key: str) -> str:
        """The sentence for the letter with this key, "" where its facts are not there."""
        return next((each.tekst for each in self.sentences if each.sleutel == key), "")


def klok(ctx: Context, advies_number: int, on: date | None = None) -> Klok:
    """The clock of one case, on the day of today when none is given; raises UserError when the case is not there."""
    with ctx.store.reading() as db:
        return klok_of(db, find(db, ctx.spec("advies"), advies_number), _day(ctx, on))


def klokken(ctx: Context, on: date | None = None) -> list[Klok]:
    """The clocks of all cases that are open on a day: what waits for us first, in the order of the last days."""
    day = _day(ctx, on)
    with ctx.store.reading() as db:
        rows = db.alive(ctx.spec("advies"), none_or_after(Advies.afgesloten_op, day))
        found = [klok_of(db, row, day) for row in rows]
    return sorted(found, key=lambda one: (not one.running, one.laatste_dag or date.max, one.number))


def klok_of(db: ReadSession, row: Any, on: date) -> Klok:
    """The clock of a case that was read already, at the same moment as the rest of it."""
    landlord = db.get(Verhuurder, row.verhuurder_id) if row.verhuurder_id else None
    known = feiten(row, landlord)
    days = tuple(termijnen(known))
    last = next((each.datum for each in days if each.sleutel == "laatste_dag"), None)
    running = _waits_for_us(known)
    by_committee = row.commissie_id is not None and row.namens_id is None
    return Klok(
        number=row.nummer,
        subject=row.onderwerp,
        kind=row.soort,
        landlord=landlord.naam if landlord else "",
        on=on,
        termijnen=days,
        laatste_dag=last,
        days_left=(last - on).days if last is not None and running else None,
        running=running,
        words=_words(known, last, on),
        vrij_vanaf=min((each.datum for each in days if each.sleutel in FREE), default=None),
        herinnering=advies_vervolg.reminder_from(known),
        warnings=tuple(advies_vervolg.warnings(known, on, by_committee=by_committee)),
        ways_on=tuple(advies_vervolg.ways_on(known, on)),
        sentences=tuple(zinnen(known)),
    )


def _day(ctx: Context, on: date | None) -> date:
    """The example is looked at on its own day."""
    return on or (TODAY if ctx.store.example else clock.today())


def _waits_for_us(known: Feiten) -> bool:
    gone = (
        known.verstuurd_op,
        known.advies_ontvangen_op,
        known.geen_bezwaar_ontvangen_op,
        known.afgesloten_op,
    )
    return known.soort in ASKED and not any(gone)


# -- words -------------------------------------------------------------------------------------------------------------


def countdown(last: date, on: date) -> str:
    """'nog 4 dagen, uiterlijk donderdag 26 november 2026'; 'vandaag is de laatste dag'; '2 dagen te laat'."""
    left = (last - on).days
    if left < 0:
        return ngettext("{days} dag te laat", "{days} dagen te laat", -left).format(days=-left)
    if left == 0:
        return _("vandaag is de laatste dag")
    text = ngettext("nog {days} dag, uiterlijk {day}", "nog {days} dagen, uiterlijk {day}", left)
    return text.format(days=left, day=day_long(last))


def _words(known: Feiten, last: date | None, on: date) -> str:
    if known.afgesloten_op is not None:
        return _("afgesloten op {day}").format(day=day_long(known.afgesloten_op))
    if _waits_for_us(known) and last is not None and (known.soort != "instemming" or last >= on):
        return countdown(last, on)
    if known.soort in _WITHOUT_TERM:
        return str(_WITHOUT_TERM[known.soort])
    if _waits_for_us(known):
        return _("de termijn is nog niet te tellen")
    return _after_sending(known, on)


def _after_sending(known: Feiten, on: date) -> str:
    if advies_vervolg.answered(known):
        day = min(
            (day for day in (known.reactie_op, known.redenen_ontvangen_op) if day is not None), default=None
        )
        if day is None:
            return _("de verhuurder heeft gereageerd")
        return _("de verhuurder reageerde op {day}").format(day=day_long(day))
    if (free := no_objection(known)) is not None:
        return _("de verhuurder mag beginnen sinds {day}").format(day=day_long(free[0]))
    due = next((each for each in termijnen(known) if each.sleutel == "redenen_uiterlijk"), None)
    if due is not None and on <= due.datum_atw:
        return _("de verhuurder is aan zet, tot en met {day}").format(day=day_long(due.datum_atw))
    if due is not None:
        return _("nog geen reactie; de laatste dag was {day}").format(day=day_long(due.datum_atw))
    if known.advies_ontvangen_op is not None:
        return _("de verhuurder kreeg uw brief op {day}").format(day=day_long(known.advies_ontvangen_op))
    assert known.verstuurd_op is not None
    return _("verstuurd op {day}").format(day=day_long(known.verstuurd_op))


# -- facts in words, and as JSON ---------------------------------------------------------------------------------------


def fact_in_words(ctx: Context, fact: Feit) -> str:
    """'Ontvangen op: donderdag 5 maart 2026 (Stempel op de brief)'"""
    value = day_long(fact.waarde) if isinstance(fact.waarde, date) else _value(ctx, fact)
    text = _("{label}: {value} ({proof})") if fact.bewijs else _("{label}: {value}")
    return text.format(label=_label(ctx, fact), value=value, proof=fact.bewijs)


def as_json(ctx: Context, found: Termijn) -> dict[str, Any]:
    """A day as plain JSON values: {sleutel, datum, datum_atw, regel, feiten}."""
    return {
        "sleutel": found.sleutel,
        "datum": found.datum.isoformat(),
        "datum_atw": found.datum_atw.isoformat(),
        "regel": found.regel,
        "feiten": [
            {
                "veld": fact.veld,
                "label": _label(ctx, fact),
                "waarde": fact.waarde.isoformat() if isinstance(fact.waarde, date) else fact.waarde,
                "bewijs": fact.bewijs or None,
            }
            for fact in found.feiten
        ],
    }


def _label(ctx: Context, fact: Feit) -> str:
    return str(_field(ctx, fact).label)


def _field(ctx: Context, fact: Feit) -> Any:
    of_case = ctx.spec("advies").fields
    return of_case[fact.veld] if fact.veld in of_case else ctx.spec("verhuurder").fields[fact.veld]


def _value(ctx: Context, fact: Feit) -> str:
    item = _field(ctx, fact)
    if item.choices:
        return str(item.choices.label(fact.waarde))
    return f"{fact.waarde} {item.note.unit}" if item.note.unit else str(fact.waarde)
