"""The plain values of the wijkrapport, about a kern, wijk, gebied or gemeente; `wijkrapport.py` writes it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from huurdersapp.reports.document import Source
from huurdersapp.reports.renovatie_values import Renovatie
from huurdersapp.reports.trimester_values import TrimesterValues
from huurdersapp.reports.values import NUL, Getal
from huurdersapp.reports.wijkrapport_cijfers import Plek

FEWEST = 10
"""Homes from which on a place has a report of its own, and a complex a row of its own."""


@dataclass(frozen=True, slots=True)
class Complex:
    """A complex with its homes; None: not known. `namen` are those of small ones that were put together."""

    naam: str
    verhuurder: str = ""
    woningen: int | None = None
    bouwjaar: int | None = None
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Melding:
    """A problem that touches more tenants, and how it stands at the end of the period."""

    titel: str
    plaats: str = ""
    categorie: str = ""
    gemeld_op: date | None = None
    stand: str = ""
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Zaak:
    """An advies, a decision, a promise or a visie about the place, told in a line; `geheim`: not for people outside."""

    wat: str
    wie: str = ""
    op: date | None = None
    uitkomst: str = ""
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class WijkValues:
    """All that the wijkrapport says.

    `basis` holds what the trimesterverslag of the same days says; `plek` are the names of the place and of all that lies in
    it, as the rows per kern there are called. `raadplegingen` and `campagnes` are the places in `basis` of those that are
    about it. `gevraagd_over` is the smaller place that was asked for where this one stands in its stead.
    """

    basis: TrimesterValues
    naam: str
    plek: Plek
    soort: str = ""
    ligt_in: str = ""
    kernen: tuple[str, ...] = ()
    gevraagd_over: str = ""
    woningen: Getal = NUL
    complexen: tuple[Complex, ...] = ()
    kleine_complexen: int = 0
    kleine_woningen: int = 0
    commissies: tuple[Zaak, ...] = ()
    collectief_nieuw: Getal = NUL
    collectief_open: Getal = NUL
    collectief_ingebracht: Getal = NUL
    collectief_opgelost: Getal = NUL
    meldingen: tuple[Melding, ...] = ()
    raadplegingen: tuple[int, ...] = ()
    campagnes: tuple[int, ...] = ()
    maatregelen: tuple[str, ...] = ()
    renovaties: tuple[Renovatie, ...] = ()
    adviezen: tuple[Zaak, ...] = ()
    verzwegen: int = 0
    visies: tuple[Zaak, ...] = ()
    besluiten: tuple[Zaak, ...] = ()
    beloften: tuple[Zaak, ...] = ()
    vragen: tuple[Zaak, ...] = ()
    voor: str = ""
