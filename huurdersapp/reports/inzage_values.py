"""The plain values of the two papers for one person: what is kept of him, and that it was erased."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from huurdersapp.reports.adviesbrief_values import Afzender

BLACK = "[zwart]"
"""What stands for words about others. In words: who hears the page must know it too, and not every font has such signs."""


@dataclass(frozen=True, slots=True)
class Gegeven:
    """One place in which something of the person stands: in what it is ("Knelpunt 12"), fields with their values, or a text
    in which others may have been blacked out, and since when it is there."""

    wat: str
    velden: tuple[tuple[str, str], ...] = ()
    tekst: str = ""
    sinds: date | None = None


@dataclass(frozen=True, slots=True)
class InzageDeel:
    """What is kept for one purpose, with what the register of processing says of it; empty is not written down yet.

    `maanden`: the term, `herkomst` where the data come from.
    """

    naam: str
    gegevens: tuple[Gegeven, ...]
    doel: str = ""
    grondslag: str = ""
    ontvangers: str = ""
    maanden: int | None = None
    herkomst: str = ""


@dataclass(frozen=True, slots=True)
class InzageValues:
    """The answer to a request for access. `weg`: in how many places a text was left out because it is about others."""

    organisatie: Afzender
    datum: date
    verzoek: int
    ontvangen_op: date
    naam: str
    delen: tuple[InzageDeel, ...]
    weg: int = 0
    voorbeeld: bool = False


@dataclass(frozen=True, slots=True)
class Gebleven:
    """Records that stay: which, and why."""

    wat: str
    reden: str


@dataclass(frozen=True, slots=True)
class WisbewijsValues:
    """The certificate of an erasing.

    Attributes:
        naam: of the person; empty in the one that the organisation keeps.
        gewist_op: the day of the erasing.
        gewist: per kind of record how many.
        kopieen: how many copies of before the erasing there are, `kopieen_tot` until when they may be kept; `sticks`: how
            many of before it were made on sticks, as far as the program knows.
    """

    organisatie: Afzender
    datum: date
    verzoek: int
    ontvangen_op: date
    gewist_op: date
    gewist: tuple[tuple[str, int], ...]
    blijft: tuple[Gebleven, ...]
    kopieen: int
    kopieen_tot: date
    naam: str = ""
    sticks: int = 0
    voorbeeld: bool = False
