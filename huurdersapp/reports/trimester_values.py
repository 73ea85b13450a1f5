"""The plain values of the trimesterverslag for the bestuurlijk overleg (BO); `trimester.py` writes it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from huurdersapp.reports.document import Source
from huurdersapp.reports.small_numbers import DEFAULTS, SmallNumberSettings
from huurdersapp.reports.values import NUL, ONBEKEND, Getal, Periode, Raadpleging

IndicatorSoort = Literal["aantal", "aandeel", "bedrag", "getal", "ja_nee", "tekst"]
Gevolgd = Literal["gevolgd", "deels", "niet", "geen_reactie"]


@dataclass(frozen=True, slots=True)
class Activiteit:
    """What was done for an afspraak. `personen` marks that `aantal` counts persons, households or homes.

    Visits to households go in as one activity with their count, never as one activity each: the rows could
    be counted. The same records counted elsewhere carry an equal `Source`, so that both are hidden together.

    `aantal` with `enkelvoud`/`meervoud` prints as "twaalf energiebezoeken"; without a word it is left out.
    """

    omschrijving: str
    op: date | None = None
    tot: date | None = None
    aantal: Getal | None = None
    enkelvoud: str = ""
    meervoud: str = ""
    personen: bool = True
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Afspraak:
    """What the huurdersorganisaties were to do, in the words of the akkoord, and what they did."""

    tekst: str
    nummer: str = ""
    activiteiten: tuple[Activiteit, ...] = ()
    toelichting: str = ""
    eigen_voorstel: bool = False
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Meetwaarde:
    """One measured value. `aantal`: `getal`. `aandeel`: `getal` of `noemer`. `bedrag`: cents in `getal`.

    Kind `getal`: `waarde` as it is, with the unit of the indicator. `ja_nee`: 1 or 0 in `getal`. `tekst`:
    `tekst`. `peil` says about when it is, such as "in deze periode" or "op 30 april 2019".
    """

    getal: Getal = ONBEKEND
    noemer: Getal | None = None
    waarde: Decimal | None = None
    tekst: str = ""
    peil: str = ""


NIET_GEMETEN = Meetwaarde()


@dataclass(frozen=True, slots=True)
class Indicator:
    """A measure of the akkoord, or one of our own (`eigen_voorstel`), with its value now and before.

    `grens` is the limit in percent on which an aandeel decides something (70 for the 70%-rule): a share
    is never rounded over it. `vorige_in_waarde`: the earlier value is part of the present one (both count
    from January, say), so that their difference can be computed. `personen`: it counts persons,
    households or homes. `streefwaarde` is the goal in words.
    """

    tekst: str
    soort: IndicatorSoort = "aantal"
    waarde: Meetwaarde = NIET_GEMETEN
    vorige: Meetwaarde | None = None
    vorige_in_waarde: bool = False
    eenheid: str = ""
    streefwaarde: str = ""
    grens: int | None = None
    eigen_voorstel: bool = False
    personen: bool = False
    nummer: str = ""
    bron: str = ""


@dataclass(frozen=True, slots=True)
class Thema:
    """A theme of the akkoord with the part of the huurdersorganisaties in it. `sleutel` names its part of the report."""

    naam: str
    hoofddoel: str = ""
    doelen: tuple[str, ...] = ()
    afspraken: tuple[Afspraak, ...] = ()
    indicatoren: tuple[Indicator, ...] = ()
    sleutel: str = ""


@dataclass(frozen=True, slots=True)
class Stand:
    """Knelpunten at the begin, what came in, what was reopened and closed, and at the end."""

    begin: Getal = NUL
    nieuw: Getal = NUL
    heropend: Getal = NUL
    afgehandeld: Getal = NUL
    eind: Getal = NUL


GEEN_STAND = Stand()


@dataclass(frozen=True, slots=True)
class KnelpuntRij:
    """One row of a breakdown. `groepen` are the wider rows it may be merged into, narrowest first.

    A kern: ("Emmen-Oost", "gemeente Emmen"). A subcategory: ("Onderhoud",).
    """

    naam: str
    individueel: Getal = NUL
    collectief: Getal = NUL
    groepen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KnelpuntCijfers:
    """All figures about knelpunten. Individueel = omvang individueel (a household); collectief = the rest.

    `per_categorie` and `per_kern` divide the knelpunten reported in the period (`nieuw`), `per_status`
    those that are open at the end (`eind`), `per_afloop` those that were closed in the period.
    """

    individueel: Stand = GEEN_STAND
    collectief: Stand = GEEN_STAND
    ingebracht_individueel: Getal = NUL
    ingebracht_collectief: Getal = NUL
    per_categorie: tuple[KnelpuntRij, ...] = ()
    per_kern: tuple[KnelpuntRij, ...] = ()
    per_status: tuple[KnelpuntRij, ...] = ()
    per_afloop: tuple[KnelpuntRij, ...] = ()


GEEN_KNELPUNTEN = KnelpuntCijfers()


@dataclass(frozen=True, slots=True)
class UitgelichtKnelpunt:
    """A collective knelpunt that the BO should know about. `status` is the label, in lower case."""

    titel: str
    omschrijving: str = ""
    nummer: str = ""
    plaats: str = ""
    categorie: str = ""
    gemeld_op: date | None = None
    status: str = ""
    ingebracht_op: date | None = None
    ingebracht_in: str = ""
    reactie: str = ""
    huurders_geraakt: int | None = None
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Toezegging:
    """A promise of another party that is still open on the last day of the period."""

    wie: str
    wat: str
    toegezegd_op: date | None = None
    overleg: str = ""
    uiterlijk: date | None = None
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class AdviesRegel:
    """An advies of the period. `soort` and `uitkomst` are labels as on screen, in lower case. Of its `voorwaarden`
    (how many) the landlord took over some, partly or not; to some was `voldaan` in or before the period."""

    onderwerp: str
    verhuurder: str
    soort: str = "advies"
    uitkomst: str = ""
    nummer: str = ""
    verstuurd_op: date | None = None
    reactie_op: date | None = None
    gevolgd: Gevolgd | None = None
    redenen: str = ""
    source: Source | None = None
    ontvangen_op: date | None = None
    herinnerd_op: date | None = None
    voorwaarden: int = 0
    overgenomen: int = 0
    deels: int = 0
    niet: int = 0
    voldaan: int = 0


@dataclass(frozen=True, slots=True)
class OverlegRegel:
    """An overleg of the period that the organisation attended."""

    soort: str
    datum: date
    met: str = ""
    eigen_punten: tuple[str, ...] = ()
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class BezoekRij:
    """Visits in a kern. `groepen` as in `KnelpuntRij`."""

    naam: str
    gesproken: Getal = NUL
    groepen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BezoekCijfers:
    """Energiebezoeken of the period. `aan_de_deur` = `gesproken` + `niet_gesproken`; the others are among `gesproken`,
    save `nazorg`: that is of visits of any time."""

    aan_de_deur: Getal = NUL
    gesproken: Getal = NUL
    niet_gesproken: Getal = NUL
    geplaatst: Getal = NUL
    met_knelpunt: Getal = NUL
    nazorg: Getal = NUL
    per_kern: tuple[BezoekRij, ...] = ()


GEEN_BEZOEKEN = BezoekCijfers()


@dataclass(frozen=True, slots=True)
class CampagneRegel:
    """A campagne of the period with what its `acties` of the period add up to; an unknown count was not kept.

    Reach, contact and taking part are three things: none is ever shown as another.
    """

    titel: str
    van: date | None = None
    tot: date | None = None
    vormen: tuple[str, ...] = ()
    acties: int = 0
    bereik: Getal = ONBEKEND
    contacten: Getal = ONBEKEND
    deelnemers: Getal = ONBEKEND
    aangemeld: Getal = ONBEKEND
    doel: str = ""
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class CommissieRegel:
    """A bewonerscommissie that was supported in the period: how often, with what, and in how many hours."""

    naam: str
    keren: int
    wat: tuple[str, ...] = ()
    uren: int | None = None
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Vraagpunt:
    """What the BO is asked to decide, answer or do."""

    tekst: str
    toelichting: str = ""
    uiterlijk: date | None = None
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class TrimesterValues:
    """All that the trimesterverslag says. Empty means: there was none.

    `gevraagd` None means that nobody has filled it in yet; an empty row that nothing is asked.
    `versie` is "concept" or "vastgesteld"; `voorbeeld` prints the mark of example data. `reden_leeg` says in
    the words of the organisation why nothing happened in an empty period.
    """

    organisaties: tuple[str, ...]
    akkoord: str
    periode: Periode
    gemaakt_op: date
    versie: str = "concept"
    bestemd_voor: str = "het bestuurlijk overleg (BO)"
    samenvatting: tuple[str, ...] = ()
    gevraagd: tuple[Vraagpunt, ...] | None = None
    themas: tuple[Thema, ...] = ()
    raadplegingen: tuple[Raadpleging, ...] = ()
    knelpunten: KnelpuntCijfers = GEEN_KNELPUNTEN
    uitgelicht: tuple[UitgelichtKnelpunt, ...] = ()
    bezoeken: BezoekCijfers = GEEN_BEZOEKEN
    campagnes: tuple[CampagneRegel, ...] = ()
    commissies: tuple[CommissieRegel, ...] = ()
    toezeggingen: tuple[Toezegging, ...] = ()
    adviezen: tuple[AdviesRegel, ...] = ()
    overleggen: tuple[OverlegRegel, ...] = ()
    bronnen: tuple[str, ...] = ()
    reden_leeg: str = ""
    voorbeeld: bool = False
    small: SmallNumberSettings = DEFAULTS
