"""What happened in a case from first to last, which conditions are still open, and what a landlord's answers add up to.

The steps themselves are put down by advies_stappen.py.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import select

from huurdersapp.actions.context import Context
from huurdersapp.actions.names import Names
from huurdersapp.actions.records import find
from huurdersapp.base import clock
from huurdersapp.base.i18n import LazyText, lazy
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.markup import words
from huurdersapp.records.advies import conditions_open_on
from huurdersapp.records.advies_tables import (
    GEBEURTENISSEN,
    GESCHIL,
    OVERGENOMEN,
    REACTIES,
    RICHTINGEN,
    UITKOMSTEN,
    WIJZEN,
)
from huurdersapp.records.base import Choices
from huurdersapp.records.brief import Brief
from huurdersapp.records.brief_soorten import SOORTEN as BRIEFSOORTEN
from huurdersapp.records.overleg import Agendapunt, Overleg
from huurdersapp.records.raadpleging_tables import Raadpleging
from huurdersapp.records.spec import RecordSpec
from huurdersapp.store.step import ReadSession

KIND = "advies"


@dataclass(frozen=True, slots=True)
class Gebeurd:
    """One thing that happened on a day: what, and in `detail` its proof and what was said.

    `kind` is "dag" (a day that the law or the case counts from), "gebeurtenis", "brief", "overleg", "raadpleging" or
    "voorwaarde"; `record` is the kind and number of what can be opened.
    """

    on: date
    what: str
    detail: str
    kind: str
    record: tuple[str, int] | None = None


@dataclass(frozen=True, slots=True)
class OpenVoorwaarde:
    """A condition of an advies that was sent, that the landlord did not refuse and did not meet yet; `late` when its day
    has passed."""

    number: int
    subject: str
    landlord: str
    line: str
    text: str
    due: date | None
    late: bool
    reaction: str


_DAYS: Mapping[str, tuple[LazyText, tuple[str, ...]]] = {
    "brief_verhuurder_op": (lazy("De verhuurder schreef zijn brief"), ("kenmerk_verhuurder",)),
    "ontvangen_op": (lazy("Wij ontvingen de brief"), ("ontvangen_bewijs",)),
    "volledig_op": (lazy("De informatie was volgens ons volledig"), ("volledig_bewijs",)),
    "vastgesteld_op": (
        lazy("Het bestuur besloot"),
        ("uitkomst", "vastgesteld_door", "aanwezig", "stemmen"),
    ),
    "verstuurd_op": (lazy("Wij verstuurden onze brief"), ("verstuurd_wijze", "verstuurd_bewijs")),
    "advies_ontvangen_op": (lazy("De verhuurder ontving onze brief"), ("advies_ontvangen_bewijs",)),
    "geen_bezwaar_ontvangen_op": (lazy("De verhuurder ontving ‘geen bezwaar’"), ("geen_bezwaar_bewijs",)),
    "reactie_op": (lazy("De verhuurder reageerde"), ("reactie", "reactie_bewijs")),
    "redenen_ontvangen_op": (
        lazy("Wij ontvingen zijn redenen op papier"),
        ("reactie_toelichting", "redenen_bewijs"),
    ),
    "herinnerd_op": (lazy("Wij stuurden een herinnering"), ()),
    "overleg_gevraagd_op": (lazy("Wij vroegen om overleg"), ()),
    "overlegd_op": (lazy("Wij overlegden met de verhuurder"), ()),
    "geschil_op": (lazy("Wij legden het geschil voor"), ("geschil_bij",)),
    "uitspraak_op": (lazy("Er kwam een uitspraak"), ("uitspraak",)),
    "afgesloten_op": (lazy("De zaak is afgesloten"), ("afgesloten_reden",)),
}
"""The days of a case in the order of the case, each with what is told about it."""
_CHOICES: Mapping[str, Choices] = {
    "uitkomst": UITKOMSTEN,
    "verstuurd_wijze": WIJZEN,
    "reactie": REACTIES,
    "geschil_bij": GESCHIL,
}
_LETTER_OF = {"uit": ("verstuurd_op", "herinnerd_op"), "binnen": ("ontvangen_op", "reactie_op")}
"""Days of a case on which a letter went or came: one that has the same day is that letter."""


def timeline(ctx: Context, number: int) -> list[Gebeurd]:
    """All that happened in a case, oldest first; raises UserError when it is not there."""
    spec = ctx.spec(KIND)
    with ctx.store.reading() as db:
        row: Any = find(db, spec, number)
        letters = db.alive(db.catalogue.specs["brief"], Brief.advies_id == row.id)
        days, rest = _with_letters(dict(_days(row)), letters)
        found = [
            *days.values(),
            *(_letter(letter, on) for letter, on in rest),
            *_happened(db, spec, row),
            *_met(db, spec, row),
            *_meetings(db, row),
            *_consulted(db, spec, row),
        ]
    return sorted(found, key=lambda item: item.on)


def _days(row: Any) -> Iterator[tuple[str, Gebeurd]]:
    for key, (what, told) in _DAYS.items():
        on = getattr(row, key)
        if on is not None:
            yield key, Gebeurd(on, str(what), _detail(_shown(row, name) for name in told), "dag")


def _shown(row: Any, key: str) -> str:
    value = getattr(row, key)
    if value and (choices := _CHOICES.get(key)) is not None:
        return choices.label(value)
    return words(value) if value else ""


def _detail(parts: Iterable[str]) -> str:
    return " · ".join(" ".join(part.split()) for part in parts if part)


def _with_letters(
    days: dict[str, Gebeurd], letters: Iterable[Any]
) -> tuple[dict[str, Gebeurd], list[tuple[Any, date]]]:
    """The days of a case, each with the letter of that day, and the letters that are left with their day."""
    rest = []
    for letter in letters:
        on = letter.verstuurd_op if letter.richting == "uit" else letter.ontvangen_op or letter.datum
        if on is None:
            continue
        for key in _LETTER_OF[letter.richting]:
            told = days.get(key)
            if told is not None and told.on == on and told.record is None:
                days[key] = replace(
                    told,
                    record=("brief", letter.nummer),
                    detail=_detail((told.detail, letter.registernummer or "")),
                )
                break
        else:
            rest.append((letter, on))
    return days, rest


def _letter(letter: Any, on: date) -> Gebeurd:
    what = _("Wij verstuurden een brief") if letter.richting == "uit" else _("Er kwam een brief")
    kind = BRIEFSOORTEN.label(letter.soort) if letter.soort != "brief" else ""
    detail = _detail((letter.onderwerp, kind, letter.registernummer or ""))
    return Gebeurd(on, what, detail, "brief", ("brief", letter.nummer))


def _happened(db: ReadSession, spec: RecordSpec, row: Any) -> Iterator[Gebeurd]:
    for line in db.lines(spec.part["gebeurtenissen"].spec, row.id):
        who = _detail((RICHTINGEN.label(line.richting) if line.richting else "", line.met or ""))
        yield Gebeurd(
            line.datum,
            GEBEURTENISSEN.label(line.soort),
            _detail((words(line.tekst), who)),
            "gebeurtenis",
        )
        if line.beantwoord_op is not None:
            yield Gebeurd(
                line.beantwoord_op, _("Er kwam antwoord"), _detail((words(line.tekst),)), "gebeurtenis"
            )


def _met(db: ReadSession, spec: RecordSpec, row: Any) -> Iterator[Gebeurd]:
    for place, line in enumerate(db.lines(spec.part["voorwaarden"].spec, row.id), 1):
        if line.voldaan_op is not None:
            yield Gebeurd(
                line.voldaan_op,
                _("Aan voorwaarde {place} is voldaan").format(place=place),
                _detail((words(line.tekst), line.voldaan_bewijs or "")),
                "voorwaarde",
            )


def _meetings(db: ReadSession, row: Any) -> Iterator[Gebeurd]:
    query = (
        select(Agendapunt, Overleg)
        .join(Overleg, Overleg.id == Agendapunt.ouder_id)
        .where(Agendapunt.advies_id == row.id, Agendapunt.verwijderd.is_(None), Overleg.verwijderd.is_(None))
        .order_by(Overleg.datum, Agendapunt.volgorde)
    )
    today = clock.today()
    for item, meeting in db.execute(query):
        what = _("Stond op de agenda") if meeting.datum <= today else _("Staat op de agenda")
        detail = _detail((meeting.naam, item.onderwerp, words(item.besluit or "")))
        yield Gebeurd(meeting.datum, what, detail, "overleg", ("overleg", meeting.nummer))


def _consulted(db: ReadSession, spec: RecordSpec, row: Any) -> Iterator[Gebeurd]:
    keys = [line.raadpleging_id for line in db.lines(spec.part["raadplegingen"].spec, row.id)]
    for found in db.alive(db.catalogue.specs["raadpleging"], Raadpleging.id.in_(keys)):
        ends: tuple[tuple[date | None, str], ...] = (
            (found.start_op, _("Raadpleging begonnen")),
            (found.sluit_op, _("Raadpleging afgelopen")),
        )
        if found.start_op == found.sluit_op:
            ends = ((found.start_op, _("Raadpleging gehouden")),)
        for on, what in ends:
            if on is not None:
                yield Gebeurd(on, what, found.titel, "raadpleging", ("raadpleging", found.nummer))


# -- conditions --------------------------------------------------------------------------------------------------------


def open_conditions(ctx: Context, on: date | None = None) -> list[OpenVoorwaarde]:
    """The conditions that are open on a day (today), those whose day comes first in front.

    The list behind it is `voorwaarden_open_op`, which has each case once.
    """
    on = on or clock.today()
    spec = ctx.spec(KIND)
    with ctx.store.reading() as db:
        rows = db.alive(spec, conditions_open_on(on))
        names = Names(db)
        names.load("verhuurder", [row.verhuurder_id for row in rows if row.verhuurder_id])
        found = [
            OpenVoorwaarde(
                row.nummer,
                row.onderwerp,
                names.of("verhuurder", row.verhuurder_id) if row.verhuurder_id else "",
                line.id,
                " ".join(words(line.tekst).split()),
                line.termijn,
                line.termijn is not None and line.termijn < on,
                OVERGENOMEN.label(line.reactie) if line.reactie else "",
            )
            for row in rows
            for line in db.lines(spec.part["voorwaarden"].spec, row.id)
            if (line.voldaan_op is None or line.voldaan_op > on) and line.reactie != "niet"
        ]
    return sorted(found, key=lambda item: (item.due or date.max, item.number))


_ADDS_UP: Mapping[str, Callable[[set[Any]], bool]] = {
    "gevolgd": lambda said: said == {"overgenomen"},
    "niet": lambda said: said == {"niet"},
    "deels": lambda said: None not in said or "deels" in said or {"overgenomen", "niet"} <= said,
}


def proposed_reaction(record: Mapping[str, Any]) -> str | None:
    """What the landlord did with the advies as a whole, by what he said of each condition (of each recommendation where
    there are no conditions): a proposal for `reactie`. None while too little is known.

    `record` has JSON values. Of a negative advies and the like, without lines, only a person can say it.
    """
    lines = record["voorwaarden"] or record["aanbevelingen"]
    said = {line.get("reactie") for line in lines}
    if not lines or said == {None}:
        return None
    return next((key for key, adds_up in _ADDS_UP.items() if adds_up(said)), None)
