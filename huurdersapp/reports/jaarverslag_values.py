"""The plain values of the jaarverslag for the achterban; `jaarverslag.py` writes it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from huurdersapp.reports.document import Source
from huurdersapp.reports.trimester_values import TrimesterValues
from huurdersapp.reports.values import NUL, Getal

Antwoord = Literal["gevolgd", "deels", "niet", "geen", ""]
"""What a landlord did with an advies; "" while he did not say."""


@dataclass(frozen=True, slots=True)
class Organisatie:
    """Our own organisation, and how a tenant reaches it."""

    naam: str
    plaats: str = ""
    adres: tuple[str, ...] = ()
    telefoon: str = ""
    email: str = ""
    website: str = ""


@dataclass(frozen=True, slots=True)
class Uitgebracht:
    """An advies that was sent in the year, what the landlord did with it and why."""

    onderwerp: str
    verhuurder: str
    uitkomst: str
    verstuurd_op: date
    antwoord: Antwoord = ""
    redenen: str = ""
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Bereikt:
    """Something that was done in the year: a problem that was solved, or a promise that was kept. `wie` did it."""

    wat: str
    waar: str = ""
    wie: str = ""
    op: date | None = None
    uitkomst: str = ""
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Vertraagd:
    """A promise of somebody else that was late at the end of the year."""

    wat: str
    wie: str
    uiterlijk: date
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class SoortOverleg:
    """How often we took part in meetings of one kind."""

    naam: str
    aantal: Getal


@dataclass(frozen=True, slots=True)
class Geld:
    """What a landlord paid for our work in the year, and what of it was spent; amounts in cents, None: not kept."""

    verhuurder: str
    vergoeding: int | None = None
    besteed: int | None = None
    verantwoord_op: date | None = None
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Commissie:
    """A bewonerscommissie at the end of the year; `lege_plekken` None: not known."""

    naam: str
    plaats: str = ""
    lege_plekken: int | None = None
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Voornemen:
    """Something that we plan for the next year."""

    naam: str
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class JaarValues:
    """All that the jaarverslag says.

    `basis` holds what the trimesterverslag of the same days says: the same counts, so that both may lie side by side.
    `gebruikt` says per number of a raadpleging what was done with it, and `geheim` has the numbers of those not told of.
    Of what is confidential only the counts are here when the report is for people outside: `verzwegen` is how many
    adviezen that leaves out.
    """

    basis: TrimesterValues
    organisaties: tuple[Organisatie, ...] = ()
    verhuurders: tuple[str, ...] = ()
    adviezen_verstuurd: Getal = NUL
    per_antwoord: tuple[tuple[Antwoord, Getal], ...] = ()
    adviezen: tuple[Uitgebracht, ...] = ()
    verzwegen: int = 0
    gebruikt: tuple[tuple[str, tuple[str, ...]], ...] = ()
    geheim: tuple[str, ...] = ()
    overleggen: Getal = NUL
    per_overleg: tuple[SoortOverleg, ...] = ()
    collectief_opgelost: Getal = NUL
    opgelost: tuple[Bereikt, ...] = ()
    nagekomen_aantal: Getal = NUL
    nagekomen: tuple[Bereikt, ...] = ()
    te_laat_aantal: Getal = NUL
    te_laat: tuple[Vertraagd, ...] = ()
    geld: tuple[Geld, ...] = ()
    commissies: tuple[Commissie, ...] = ()
    commissies_aantal: Getal = NUL
    voornemens: tuple[Voornemen, ...] = ()
    buiten: bool = True
