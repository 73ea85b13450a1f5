"""The plain values of the overdrachtsdossier for a new board; `overdracht.py` writes it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from huurdersapp.reports.document import Source
from huurdersapp.reports.renovatie_values import Renovatie
from huurdersapp.reports.values import NUL, Getal, Periode


@dataclass(frozen=True, slots=True)
class Zaak:
    """Something that the new board takes over: what, of whom, the day that matters and what to know of it."""

    wat: str
    wie: str = ""
    dag: date | None = None
    weten: str = ""
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Lijst:
    """Things of one kind, and how many there are in the administration."""

    zaken: tuple[Zaak, ...] = ()
    aantal: Getal = NUL


GEEN = Lijst()


@dataclass(frozen=True, slots=True)
class Moment:
    """Something of the agenda of the coming year. `wanneer` is in words; `vooraf` is what must be ready before it."""

    wanneer: str
    wat: str
    vooraf: tuple[str, ...] = ()
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Persoon:
    """Somebody we work with: of a party, a landlord or a commissie. No address, telephone or e-mail."""

    naam: str
    functie: str = ""
    van: str = ""
    waarvoor: str = ""
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class OverdrachtValues:
    """All that the dossier says, with full numbers: it stays inside. `map` is the folder of the administration."""

    organisatie: str
    periode: Periode
    op: date
    adviezen: Lijst = GEEN
    wachten: Lijst = GEEN
    voorwaarden: Lijst = GEEN
    brieven_uit: Lijst = GEEN
    brieven_binnen: Lijst = GEEN
    brieven_concept: Lijst = GEEN
    beloften: Lijst = GEEN
    beloften_te_laat: Getal = NUL
    eigen: Lijst = GEEN
    eigen_te_laat: Getal = NUL
    agenda: tuple[Moment, ...] = ()
    personen: tuple[Persoon, ...] = ()
    commissies: Lijst = GEEN
    raadplegingen: Lijst = GEEN
    campagnes: Lijst = GEEN
    renovaties: tuple[Renovatie, ...] = ()
    knelpunten: Lijst = GEEN
    individueel: Getal = NUL
    individueel_wacht: Getal = NUL
    besluiten: tuple[Zaak, ...] = ()
    verantwoorden: tuple[Zaak, ...] = ()
    map: str = ""
    voorbeeld: bool = False
