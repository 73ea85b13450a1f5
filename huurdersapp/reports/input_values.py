"""The plain values of the input on the activiteitenoverzichten: what the others plan, and what tenants think of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from huurdersapp.reports.document import Source
from huurdersapp.reports.overzicht_values import InbrengPunt, OverzichtThema
from huurdersapp.reports.renovatie_values import Renovatie
from huurdersapp.reports.small_numbers import DEFAULTS, SmallNumberSettings
from huurdersapp.reports.trimester_values import Vraagpunt
from huurdersapp.reports.values import Raadpleging


@dataclass(frozen=True, slots=True)
class Gat:
    """A goal of the akkoord to which a party is bound and for which its overview plans nothing; `afspraken` are the codes of
    what it would do."""

    code: str
    tekst: str
    thema: str
    afspraken: tuple[str, ...] = ()
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """The overview of one party for the year, with our points on it. `aanwezig` False: it is not there."""

    nummer: int
    naam: str
    soort: str
    aanwezig: bool = True
    uiterlijk: date | None = None
    aangeleverd_op: date | None = None
    vastgesteld_op: date | None = None
    themas: tuple[OverzichtThema, ...] = ()
    te_vaag: tuple[str, ...] = ()
    punten: tuple[InbrengPunt, ...] = ()
    gaten: tuple[Gat, ...] = ()
    source: Source | None = None

    @property
    def aantal(self) -> int:
        """How many activities it has."""
        return sum(len(thema.regels) for thema in self.themas)


@dataclass(frozen=True, slots=True)
class Eerder:
    """A point of an earlier year, and what was said of it."""

    naam: str
    soort: str
    partij: str
    jaar: int
    ingebracht_op: date | None = None
    reactie: str = ""
    reactie_tekst: str = ""
    reactie_op: date | None = None
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class InputValues:
    """All that the input says. `jaren` are the years that the overviews plan; `diepte` says how precise the akkoord wants
    each of them. `raadplegingen` are those behind our points, by their number."""

    organisaties: tuple[str, ...]
    akkoord: str
    planjaar: int
    jaren: tuple[int, ...]
    gemaakt_op: date
    overleg: str = ""
    overleg_op: date | None = None
    plannen: tuple[Plan, ...] = ()
    eerder: tuple[Eerder, ...] = ()
    gevraagd: tuple[Vraagpunt, ...] = ()
    diepte: tuple[tuple[int, str], ...] = ()
    raadplegingen: Mapping[int, Raadpleging] = field(default_factory=dict)
    renovaties: tuple[Renovatie, ...] = ()
    reden_leeg: str = ""
    small: SmallNumberSettings = DEFAULTS
    voorbeeld: bool = False

    @property
    def punten(self) -> tuple[InbrengPunt, ...]:
        """All our points, party by party."""
        return tuple(punt for plan in self.plannen for punt in plan.punten)
