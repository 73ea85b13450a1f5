"""The plain values of the papers of a renovation. None of them has a field for a name, a telephone or a peiling of a
tenant, except the walk list when names were asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from huurdersapp.records.draagvlak import Telling
from huurdersapp.reports.document import Source
from huurdersapp.reports.small_numbers import DEFAULTS, SmallNumberSettings

Bronnen = Mapping[str, Source]
"""The records behind the counts of a Telling: by huurders, ja, nee, open, leeg and alle."""
VINKJES = ("Niet thuis", "Gesproken", "Formulier", "Geen contact")
"""What somebody ticks at a door. An answer stands on the form that a tenant signs, never on this list."""


@dataclass(frozen=True, slots=True)
class TelbladWoning:
    """A home and what was answered, to which version: `antwoord` and `vorm` are keys of `renovatie_woorden`."""

    naam: str
    antwoord: str
    datum: date | None = None
    vorm: str = ""
    formulier: str = ""
    versie: int | None = None


@dataclass(frozen=True, slots=True)
class TelbladDeel:
    """The homes of one staircase, "" where homes have none, with their count."""

    naam: str
    woningen: tuple[TelbladWoning, ...]
    telling: Telling
    bronnen: Bronnen = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TelbladValues:
    """A count of one building on one day. `afgesproken` is a share above the law that the landlord promised.

    `blanco` leaves the answers open to fill in by hand; `zonder_adressen` is for a notice board. `mondeling` is how many
    of those who agreed only said so.
    """

    organisatie: str
    project: str
    eenheid: str
    geteld_op: date
    telling: Telling
    delen: tuple[TelbladDeel, ...] = ()
    verhuurder: str = ""
    omschrijving: str = ""
    versie: int | None = None
    voorstel_op: date | None = None
    voorstel_stuk: str = ""
    afgesproken: int | None = None
    mondeling: int = 0
    bronnen: Bronnen = field(default_factory=dict)
    blanco: bool = False
    zonder_adressen: bool = False
    small: SmallNumberSettings = DEFAULTS
    voorbeeld: bool = False


@dataclass(frozen=True, slots=True)
class LijstWoning:
    """A home to walk to. `huurder` is filled only where names were asked for; `laatst` says what was heard there last."""

    naam: str
    straat: str = ""
    huisnummer: int | None = None
    toevoeging: str = ""
    trappenhuis: str = ""
    verdieping: int | None = None
    deur: int | None = None
    laatst: str = ""
    huurder: str = ""


@dataclass(frozen=True, slots=True)
class RenovatielijstValues:
    """The homes of a building to walk along, odd and even numbers apart or `per_trappenhuis`."""

    organisatie: str
    project: str
    eenheid: str
    woningen: tuple[LijstWoning, ...]
    per_trappenhuis: bool = False
    alleen_open: bool = False
    met_namen: bool = False
    loper: str = ""
    datum: date | None = None
    stand_op: date | None = None
    voorbeeld: bool = False


@dataclass(frozen=True, slots=True)
class VoorstelVersie:
    """One version of the proposal. `huur` is in cents a month; `weer_gevraagd` how many answers lapsed because of it."""

    versie: int
    datum: date
    document: str = ""
    werk: str = ""
    huur: int | None = None
    huur_toelichting: str = ""
    sociaal_plan: str = ""
    verhuizen: str = ""
    wijziging: str = ""
    opnieuw: str = ""
    weer_gevraagd: int = 0


@dataclass(frozen=True, slots=True)
class Verbonden:
    """A record that belongs to the project: what it is called, and what came of it. `aantal` is a count of persons that
    `wat` names ("antwoorden"), None where nobody was counted."""

    naam: str
    wanneer: str = ""
    uitkomst: str = ""
    aantal: int | None = None
    wat: str = ""
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Zorg:
    """Something that tenants of a building worry about: how many said so, and what we ask for it."""

    sleutel: str
    naam: str
    aantal: int
    gevraagd: str = ""


@dataclass(frozen=True, slots=True)
class VerslagEenheid:
    """A building in the report. `verhuurder` is the landlord's own count (agreed, of how many, on which day)."""

    naam: str
    telling: Telling
    omschrijving: str = ""
    mondeling: int = 0
    aangezegd_op: date | None = None
    rechter_dagen: tuple[date, date] | None = None
    naar_rechter: int = 0
    verhuurder: tuple[int, int | None, date | None] | None = None
    zorgen: tuple[Zorg, ...] = ()
    bronnen: Bronnen = field(default_factory=dict)
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class RenovatieverslagValues:
    """A project as the bestuurlijk overleg reads it, on one day."""

    organisatie: str
    titel: str
    op: date
    verhuurder: str = ""
    status: str = ""
    waar: str = ""
    aanleiding: str = ""
    stand: str = ""
    gevraagd: str = ""
    meting_van: date | None = None
    meting_tot: date | None = None
    meting_door: str = ""
    uitvoering_van: date | None = None
    uitvoering_tot: date | None = None
    afgesproken: int | None = None
    afgesproken_bron: str = ""
    voorstellen: tuple[VoorstelVersie, ...] = ()
    eenheden: tuple[VerslagEenheid, ...] = ()
    adviezen: tuple[Verbonden, ...] = ()
    raadplegingen: tuple[Verbonden, ...] = ()
    campagnes: tuple[Verbonden, ...] = ()
    afspraken: tuple[Verbonden, ...] = ()
    afgesloten_op: date | None = None
    small: SmallNumberSettings = DEFAULTS
    voorbeeld: bool = False


@dataclass(frozen=True, slots=True)
class ZorgenEenheid:
    """What tenants of one building worry about."""

    naam: str
    zorgen: tuple[Zorg, ...] = ()
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class ZorgenbladValues:
    """What tenants worry about, per building, to talk about with the landlord. `intern` prints every count as it is."""

    organisatie: str
    titel: str
    op: date
    eenheden: tuple[ZorgenEenheid, ...] = ()
    verhuurder: str = ""
    intern: bool = False
    small: SmallNumberSettings = DEFAULTS
    voorbeeld: bool = False
