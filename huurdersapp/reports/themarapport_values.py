"""The plain values of the themarapport, about one theme of an akkoord; `themarapport.py` writes it."""

from __future__ import annotations

from dataclasses import dataclass

from huurdersapp.reports.document import Source
from huurdersapp.reports.renovatie_values import Renovatie
from huurdersapp.reports.trimester_values import Thema, TrimesterValues, Vraagpunt
from huurdersapp.reports.values import NUL, Getal
from huurdersapp.reports.wijkrapport_values import Melding, Zaak


@dataclass(frozen=True, slots=True)
class Belofte:
    """An afspraak of the akkoord: its words, and who does it."""

    tekst: str
    nummer: str = ""
    wie: str = ""
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Doel:
    """A goal of the theme with the afspraken of all parties under it."""

    tekst: str
    nummer: str = ""
    onderwerp: str = ""
    afspraken: tuple[Belofte, ...] = ()
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class ThemaValues:
    """All that the themarapport says.

    `basis` holds what the trimesterverslag of the same days says; `plaats` is the place of the theme in it, and `thema` the
    theme itself with the measures of all parties. `raadplegingen` and `campagnes` are places in `basis`.
    """

    basis: TrimesterValues
    plaats: int
    thema: Thema
    doelen: tuple[Doel, ...] = ()
    collectief_nieuw: Getal = NUL
    collectief_open: Getal = NUL
    collectief_opgelost: Getal = NUL
    meldingen: tuple[Melding, ...] = ()
    raadplegingen: tuple[int, ...] = ()
    campagnes: tuple[int, ...] = ()
    renovaties: tuple[Renovatie, ...] = ()
    adviezen: tuple[Zaak, ...] = ()
    verzwegen: int = 0
    beloften: tuple[Zaak, ...] = ()
    gevraagd: tuple[Vraagpunt, ...] = ()
    voor: str = ""
