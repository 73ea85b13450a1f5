"""The plain values of a letter of advice under the Overlegwet; `adviesbrief.py` writes it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from huurdersapp.reports.renovatie_values import Renovatie
from huurdersapp.reports.small_numbers import DEFAULTS, SmallNumberSettings
from huurdersapp.reports.values import Raadpleging

AdviesUitkomst = Literal[
    "positief",
    "positief_mits",
    "negatief",
    "onthouding",
    "geen_bezwaar",
    "instemming",
    "instemming_mits",
    "geen_instemming",
]
"""The last three answer a request for consent about servicekosten (Overlegwet art. 5a)."""

AdviesSoort = Literal["adviesaanvraag", "instemming", "ongevraagd", "agendering", "informatie"]


@dataclass(frozen=True, slots=True)
class Afzender:
    """Who writes: name, post address in lines, and how to be reached."""

    naam: str
    adres: tuple[str, ...] = ()
    telefoon: str = ""
    email: str = ""
    website: str = ""


@dataclass(frozen=True, slots=True)
class Geadresseerde:
    """To whom: "Lefier", "Het bestuur", and the address lines as they belong on an envelope."""

    naam: str
    afdeling: str = ""
    ter_attentie_van: str = ""
    adres: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Aanvraag:
    """What the landlord sent. Days as `date`, the term in days as the landlord gave it (None: none given).
    `mondeling` and `onvolledig` are sentences that are ready: time that was only promised, and what is still missing."""

    brief_van: date | None = None
    ontvangen_op: date | None = None
    volledig_op: date | None = None
    kenmerk: str = ""
    voornemen: str = ""
    termijn_dagen: int | None = None
    laatste_dag: date | None = None
    verlengd_tot: date | None = None
    laatste_dag_ons_standpunt: date | None = None
    mondeling: str = ""
    onvolledig: str = ""


@dataclass(frozen=True, slots=True)
class Overweging:
    """One point with its argument; `kop` may stay empty."""

    tekst: str
    kop: str = ""


@dataclass(frozen=True, slots=True)
class AdviesbriefValues:
    """All that the letter says; a sentence is printed only if its fact is here.

    `onderwerp` completes "Betreft: advies over …" ("de renovatie van de Kerkhoflaan"). `besluit_op` is the
    day on which the board adopted the advice. `ondertekenaars` are (name, function) pairs, voorzitter
    first. `renovaties` are those that the advies is about, as far as tenants answered. `commissie` is the bewonerscommissie
    that the case belongs to. `proces` is criticism of the way to this advice, kept apart from its content. `concept` marks
    a letter that is not frozen yet; `redenen_dagen` is within how many days the landlord gives his reasons, `antwoord_voor`
    until when an answer is asked where no law says so. `voorbeeld` prints the mark of example data. `wet_stand` says which
    text of the Overlegwet is meant where the letter names an article;
    empty leaves it out.
    """

    afzender: Afzender
    geadresseerde: Geadresseerde
    plaats: str
    datum: date
    onderwerp: str
    uitkomst: AdviesUitkomst | None
    soort: AdviesSoort = "adviesaanvraag"
    betreft: str = ""
    aanhef: str = "Geacht bestuur,"
    ons_kenmerk: str = ""
    uw_kenmerk: str = ""
    aanvraag: Aanvraag | None = None
    aanleiding: str = ""
    toelichting_advies: str = ""
    besluit_op: date | None = None
    raadplegingen: tuple[Raadpleging, ...] = ()
    renovaties: tuple[Renovatie, ...] = ()
    overwegingen: tuple[Overweging, ...] = ()
    proces: str = ""
    voorwaarden: tuple[str, ...] = ()
    aanbevelingen: tuple[str, ...] = ()
    afwijkende_meningen: tuple[str, ...] = ()
    slot: str = ""
    ondertekenaars: tuple[tuple[str, str], ...] = ()
    bijlagen: tuple[str, ...] = ()
    kopie_aan: tuple[str, ...] = ()
    commissie: str = ""
    venster: Literal["left", "right"] = "left"
    concept: bool = False
    redenen_dagen: int = 14
    antwoord_voor: date | None = None
    wet_stand: str = "tekst van 27 juli 2015"
    voorbeeld: bool = False
    small: SmallNumberSettings = DEFAULTS
