"""The plain values of the papers of an energy visit; `bezoekverslag.py` and `bezoekformulier.py` write them.

The caller fills them from its queries. Amounts are `Decimal` and reckoned by the caller, so that screen and paper
cannot differ. What is None or empty is not known, and then its sentence is not printed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from huurdersapp.reports.adres import Adres
from huurdersapp.reports.adviesbrief_values import Afzender

Stand = Literal["besproken", "uitgereikt", "geplaatst_coach", "geplaatst_bewoner", "niet_geplaatst"]
"""What became of a measure during the visit. Who placed it matters: what was only shown saves little (ECN)."""

Wanneer = Literal["gedaan", "te_doen", "later"]
"""Done at the visit, for the tenant to do now, or for later."""


@dataclass(frozen=True, slots=True)
class Besparing:
    """What a measure is expected to save in a year: m³ gas, kWh, litres of water, euro and kg CO2.

    `bron` and `jaar` tell who said so and when: "Milieu Centraal", 2022. `voorwaarde` says for which home it holds.
    """

    gas_m3: Decimal | None = None
    stroom_kwh: Decimal | None = None
    water_liter: Decimal | None = None
    euro: Decimal | None = None
    co2_kg: Decimal | None = None
    bron: str = ""
    jaar: int | None = None
    voorwaarde: str = ""


@dataclass(frozen=True, slots=True)
class Maatregel:
    """One measure of a visit.

    `aantal` with its `eenheid` ("stuks", "meter") says how much was placed or handed out. `uitleg` is one or two
    sentences for the tenant: how to do it. `let_op` is a warning that must stand beside it.
    """

    naam: str
    stand: Stand = "besproken"
    wanneer: Wanneer | None = None
    aantal: Decimal | None = None
    eenheid: str = ""
    uitleg: str = ""
    let_op: str = ""
    besparing: Besparing | None = None


@dataclass(frozen=True, slots=True)
class Meterstand:
    """A reading of a meter at the visit: "Gas", 12345, "m³"."""

    naam: str
    stand: Decimal
    eenheid: str


@dataclass(frozen=True, slots=True)
class Verbruik:
    """The use in a year: "gas", 1200, "m³", and where that came from ("uw jaarrekening van 2025")."""

    naam: str
    per_jaar: Decimal
    eenheid: str
    bron: str = ""


@dataclass(frozen=True, slots=True)
class Tarief:
    """The variable prices that euros were reckoned with, in euro per m³ and per kWh, and their day and source."""

    gas_per_m3: Decimal | None = None
    stroom_per_kwh: Decimal | None = None
    peildatum: date | None = None
    bron: str = ""


@dataclass(frozen=True, slots=True)
class Co2Factor:
    """The factors that CO2 was reckoned with, in kg per m³ and per kWh, of which year and by whom."""

    gas_per_m3: Decimal | None = None
    stroom_per_kwh: Decimal | None = None
    jaar: int | None = None
    bron: str = ""


@dataclass(frozen=True, slots=True)
class Toestemming:
    """What the tenant agreed to: the text that was shown, its version, and the days of giving and withdrawing."""

    tekst: str
    versie: str = ""
    gegeven_op: date | None = None
    ingetrokken_op: date | None = None


@dataclass(frozen=True, slots=True)
class Bewaard:
    """What the organisation keeps of this visit ("uw adres", "uw telefoonnummer"), why, and until when.

    `waarom` is a whole sentence. Either `tot` is a day, or `maanden` counts from the last contact.
    """

    wat: tuple[str, ...] = ()
    waarom: str = ""
    tot: date | None = None
    maanden: int | None = None


@dataclass(frozen=True, slots=True)
class BezoekVerslag:
    """All that the paper for the tenant says.

    `coach` is a first name or a name. `bewoner` is only filled where the name is known with consent: it makes the
    greeting. `per_post` puts the address in the window of an envelope. `voor_verhuurder` are the points that only the
    landlord can mend; `doorgeven` says whether the tenant agreed that we tell the landlord (None: not asked).
    `samen` is the saving of all measures where overlapping ones were counted once. `nazorg_op` is about when we ask
    how it went. `concept` and `voorbeeld` mark the paper.
    """

    organisatie: Afzender
    datum: date
    coach: str = ""
    adres: Adres | None = None
    bewoner: str = ""
    per_post: bool = False
    maatregelen: tuple[Maatregel, ...] = ()
    verhuurder: str = ""
    voor_verhuurder: tuple[str, ...] = ()
    doorgeven: bool | None = None
    meterstanden: tuple[Meterstand, ...] = ()
    verbruik: tuple[Verbruik, ...] = ()
    samen: Besparing | None = None
    tarief: Tarief | None = None
    co2: Co2Factor | None = None
    vervolg_op: date | None = None
    vervolg: str = ""
    nazorg_op: date | None = None
    toestemmingen: tuple[Toestemming, ...] = ()
    bewaard: Bewaard | None = None
    venster: Literal["left", "right"] = "left"
    voorbeeld: bool = False


@dataclass(frozen=True, slots=True)
class FormulierToestemming:
    """A box to tick on the empty sheet: the text as it was decided on, with its version ("versie 2, 1 maart 2026")."""

    tekst: str
    versie: str = ""


@dataclass(frozen=True, slots=True)
class Keuzes:
    """The words beside the boxes of the empty sheet, in the order of the screen; the defaults serve without a store."""

    woningtype: tuple[str, ...] = (
        "eengezinswoning",
        "portiekwoning",
        "galerijwoning",
        "appartement met lift",
        "boven- of benedenwoning",
        "seniorenwoning",
        "overig",
    )
    energielabel: tuple[str, ...] = ("A++++", "A+++", "A++", "A+", "A", "B", "C", "D", "E", "F", "G")
    verwarming: tuple[str, ...] = ("cv-ketel", "blokverwarming", "warmtenet", "warmtepomp", "anders")
    koken: tuple[str, ...] = ("gas", "elektrisch of inductie")
    glas: tuple[str, ...] = ("enkel", "dubbel", "HR", "gemengd")
    ventilatie: tuple[str, ...] = ("natuurlijk", "mechanisch", "balans", "weet ik niet")
    bewoners: tuple[str, ...] = ("1", "2", "3 of 4", "5 of meer")
    warmte: tuple[str, ...] = ("goed", "matig", "slecht", "weet ik niet")
    gezegd: tuple[str, ...] = ("ja", "nee", "weet ik niet")
    gezien: tuple[str, ...] = ("ja", "nee", "niet gekeken")


@dataclass(frozen=True, slots=True)
class BezoekFormulier:
    """What is printed on the empty visit sheet before anybody writes on it.

    `maatregelen` are the names of the measures in the order of the keys on screen. `terug_naar` says where the sheet
    goes when it is filled in.
    """

    organisatie: str
    maatregelen: tuple[str, ...] = ()
    toestemmingen: tuple[FormulierToestemming, ...] = ()
    keuzes: Keuzes = Keuzes()
    terug_naar: str = ""
    voorbeeld: bool = False
