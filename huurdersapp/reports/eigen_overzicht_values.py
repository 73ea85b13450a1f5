"""The plain values of the own activiteitenoverzicht."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from huurdersapp.reports.document import Source
from huurdersapp.reports.overzicht_values import OverzichtRegel, OverzichtSom
from huurdersapp.reports.small_numbers import DEFAULTS, SmallNumberSettings
from huurdersapp.reports.trimester_values import Vraagpunt
from huurdersapp.reports.values import Getal


@dataclass(frozen=True, slots=True)
class Regel:
    """An activity with the afspraak that it serves: its code, its text, and its record (`bron`). `telt` is not so for what was
    dropped."""

    regel: OverzichtRegel
    afspraak: str = ""
    tekst: str = ""
    bron: Source | None = None
    te_vaag: tuple[str, ...] = ()
    telt: bool = True
    telling: Getal | None = None
    """What our own logbook counts for it in the year before; with `personen` it obeys the rule of small numbers."""
    personen: bool = True


@dataclass(frozen=True, slots=True)
class Thema:
    """A theme with its activities ("" without one)."""

    naam: str
    sleutel: str
    regels: tuple[Regel, ...]


@dataclass(frozen=True, slots=True)
class Gat:
    """An afspraak that binds us and for which nothing is planned."""

    code: str
    tekst: str
    thema: str = ""
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Eigen:
    """The overview of one own organisation. `aanwezig` False: there is none. `vorig` are the lines of the year before."""

    nummer: int
    naam: str
    aanwezig: bool = False
    uiterlijk: date | None = None
    aangeleverd_op: date | None = None
    besproken_op: date | None = None
    vastgesteld_op: date | None = None
    themas: tuple[Thema, ...] = ()
    sommen: tuple[OverzichtSom, ...] = ()
    vorig: tuple[Regel, ...] = ()
    gaten: tuple[Gat, ...] = ()
    source: Source | None = None

    @property
    def regels(self) -> tuple[Regel, ...]:
        """All its activities."""
        return tuple(line for thema in self.themas for line in thema.regels)


@dataclass(frozen=True, slots=True)
class EigenValues:
    """All that the overview says. `jaren` are the years that it plans, `diepte` how precise the akkoord wants each of them."""

    organisaties: tuple[str, ...]
    akkoord: str
    jaar: int
    jaren: tuple[int, ...]
    gemaakt_op: date
    overzichten: tuple[Eigen, ...] = ()
    diepte: tuple[tuple[int, str], ...] = ()
    gevraagd: tuple[Vraagpunt, ...] = ()
    reden_leeg: str = ""
    small: SmallNumberSettings = DEFAULTS
    voorbeeld: bool = False
