"""Sentences about the term, ready for a letter to the landlord. Paper is always Dutch, so nothing here is translated.

A letter argues the latest day (see advies_termijn.py); each sentence is there only if its facts are.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from huurdersapp.base.formats import day_named
from huurdersapp.base.markup import words
from huurdersapp.records.advies_termijn import Feiten, extended_to, termijnen
from huurdersapp.records.verhuurder import LEGAL_TERM_DAYS

_SMALL = (
    "De",
    "Het",
    "Een",
    "Wat",
    "Hoe",
    "Welke",
    "Wie",
    "Waarom",
    "Wanneer",
    "Hoeveel",
    "Of",
    "Uw",
    "Geen",
)
"""First words that are no name."""


@dataclass(frozen=True, slots=True)
class Zin:
    """Some sentences that stand or fall together: `sleutel` is geen_termijn, korte_termijn, mondeling, standpunt or
    onvolledig."""

    sleutel: str
    tekst: str


def zinnen(known: Feiten) -> list[Zin]:
    """The sentences that fit this case, in the order in which a letter says them."""
    return list(_sentences(known)) if known.soort == "adviesaanvraag" else []


def _sentences(known: Feiten) -> Iterator[Zin]:
    yield from _of_term(known)
    if known.verlengd_mondeling:
        until = f" tot en met {day_named(known.verlengd_tot)}" if known.verlengd_tot else ""
        yield Zin(
            "mondeling",
            f"U hebt gezegd dat wij meer tijd krijgen{until}. Wilt u dat schriftelijk bevestigen?",
        )
    ours = next((each for each in termijnen(known) if each.sleutel == "laatste_dag_ons_standpunt"), None)
    if ours is not None and known.volledig_op is not None:
        complete = f"Op {day_named(known.volledig_op)} was uw informatie volledig. Volgens ons begon de termijn toen pas"
        # Of a term that is too short the sentence about it names the day: six weeks from the same start.
        until = "" if _is_short(known) else f", en loopt die tot en met {day_named(ours.datum)}"
        yield Zin("standpunt", f"{complete}{until} (Overlegwet artikel 4 en artikel 5 lid 1).")
    missing = _missing(known.ontbreekt)
    if missing and known.volledig_op is None:
        yield Zin(
            "onvolledig",
            f"Uw informatie is nog niet volledig. Wij missen: {missing}. Volgens ons begint de termijn pas "
            "als wij ook dit hebben (Overlegwet artikel 4 en artikel 5 lid 1).",
        )


def _of_term(known: Feiten) -> Iterator[Zin]:
    legal = legal_day(known)
    if legal is None:
        return
    if known.termijn_dagen is None:
        yield Zin(
            "geen_termijn",
            f"U hebt ons geen termijn gegeven. De wet geeft ons minstens zes weken, dus tot en met {day_named(legal)} "
            "(Overlegwet artikel 5 lid 1).",
        )
    elif _is_short(known):
        days = "1 dag" if known.termijn_dagen == 1 else f"{known.termijn_dagen} dagen"
        yield Zin(
            "korte_termijn",
            f"U hebt ons {days} gegeven. De wet geeft ons minstens zes weken, dus tot en met {day_named(legal)} "
            "(Overlegwet artikel 5 lid 1).",
        )


def _is_short(known: Feiten) -> bool:
    return known.termijn_dagen is not None and known.termijn_dagen < LEGAL_TERM_DAYS


def legal_day(known: Feiten) -> date | None:
    """The end of the six weeks that the law gives at least; None where the landlord extended the term that far himself."""
    start = known.volledig_op or known.ontvangen_op
    if start is None:
        return None
    legal, longer = start + timedelta(LEGAL_TERM_DAYS), extended_to(known)
    return legal if longer is None or longer < legal else None


def _missing(text: str | None) -> str:
    """What is missing, as the end of a sentence: lines after each other, each beginning small where that is surely no name."""
    lines = [line.strip().removeprefix("- ").rstrip(".;:, ") for line in words(text or "").split("\n")]
    return "; ".join(_small(line) for line in lines if line)


def _small(line: str) -> str:
    return line[:1].lower() + line[1:] if line.split(" ")[0] in _SMALL else line
