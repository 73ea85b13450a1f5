"""The plain values of the papers of an overleg: agenda, verslag and list of actions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from huurdersapp.reports.adviesbrief_values import Afzender
from huurdersapp.reports.document import MARK_EXAMPLE, Source

Bedoeling = Literal["bespreken", "besluiten", "informeren", "input"]
MARK_CONCEPT = "CONCEPT – nog niet vastgesteld"
"""Stands on each page of minutes that were not settled."""


@dataclass(frozen=True, slots=True)
class Punt:
    """An item of the agenda. `eigen`: brought in by the organisation itself; `geweigerd`: kept off the agenda, with what
    was told as `reden`. `code` is what its decision is called (2020-07-B3)."""

    onderwerp: str
    bedoeling: str = ""
    eigen: bool = False
    stuk: str = ""
    wie: str = ""
    minuten: int | None = None
    over: str = ""
    bespreking: str = ""
    besluit: str = ""
    code: str = ""
    geweigerd: bool = False
    reden: str = ""
    gevraagd_op: date | None = None


@dataclass(frozen=True, slots=True)
class Stuk:
    """A document of the meeting by its name."""

    naam: str
    vertrouwelijk: bool = False


@dataclass(frozen=True, slots=True)
class Actie:
    """Something to do, or done. `partij` is an organisation, `persoon` somebody's name; `overleg` where it was agreed."""

    wat: str
    partij: str = ""
    persoon: str = ""
    uiterlijk: date | None = None
    gedaan_op: date | None = None
    uitkomst: str = ""
    toezegging: bool = False
    overleg: str = ""
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class OverlegPapier:
    """A meeting as its agenda and verslag need it.

    `deelnemers`: the paper is for who sits in the meeting; only then it has names of persons and confidential documents.
    `acties` are those of this meeting, `openstaand` what earlier ones left open. `datum_papier` is the day of the paper.
    """

    organisatie: Afzender
    naam: str
    datum: date
    datum_papier: date
    begintijd: str = ""
    eindtijd: str = ""
    plaats: str = ""
    voorzitter: str = ""
    notulist: str = ""
    partijen: tuple[str, ...] = ()
    uitgenodigd: str = ""
    aanwezig: str = ""
    afgemeld: str = ""
    punten: tuple[Punt, ...] = ()
    stukken: tuple[Stuk, ...] = ()
    acties: tuple[Actie, ...] = ()
    openstaand: tuple[Actie, ...] = ()
    verslag: str = ""
    vastgesteld: bool = False
    vastgesteld_op: date | None = None
    volgende_op: date | None = None
    afgelast: bool = False
    afgelast_reden: str = ""
    deelnemers: bool = False
    voorbeeld: bool = False
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Actielijst:
    """All that is open on a day, of everybody or (`van`) of one meeting or party, named in a few words."""

    organisatie: Afzender
    datum: date
    acties: tuple[Actie, ...] = ()
    over: str = ""
    deelnemers: bool = False
    voorbeeld: bool = False
    toezeggingen_source: Source | None = None
    eigen_source: Source | None = None


def mark(*, example: bool, concept: bool = False) -> str | None:
    """What stands on each page."""
    told = [text for text, there in ((MARK_EXAMPLE, example), (MARK_CONCEPT, concept)) if there]
    return " · ".join(told) or None
