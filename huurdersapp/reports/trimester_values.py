"""The plain values of the trimesterverslag for the bestuurlijk overleg (BO); `trimester.py` writes it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from huurdersapp.reports.document import Chart, Source, Trend
from huurdersapp.reports.renovatie_values import Renovatie
from huurdersapp.reports.small_numbers import DEFAULTS, SmallNumberSettings
from huurdersapp.reports.values import NUL, ONBEKEND, Getal, Periode, Raadpleging

IndicatorSoort = Literal["aantal", "aandeel", "bedrag", "getal", "ja_nee", "tekst", "deel"]
Gevolgd = Literal["gevolgd", "deels", "niet", "geen_reactie"]


@dataclass(frozen=True, slots=True)
class Activiteit:
    """What was done for an afspraak. `personen` marks that `aantal` counts persons, households or homes.

    Visits to households go in as one activity with their count, never as one activity each: the rows could
    be counted. The same records counted elsewhere carry an equal `Source`, so that both are hidden together.

    `aantal` with `enkelvoud`/`meervoud` prints as "twaalf energiebezoeken"; without a word it is left out. `uitkomst` says
    what came of it; `soort` is the kind of record, empty where it is a count of several.
    """

    omschrijving: str
    op: date | None = None
    tot: date | None = None
    aantal: Getal | None = None
    enkelvoud: str = ""
    meervoud: str = ""
    personen: bool = True
    source: Source | None = None
    soort: str = ""
    uitkomst: str = ""
    geheim: bool = False


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

    `deel`: so many (`getal`) of all (`noemer`), which are no persons and never a percentage.
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
class Reekswaarde:
    """One value of a measure: about when, how much, and of whom."""

    wanneer: str
    waarde: str
    wie: str = ""


@dataclass(frozen=True, slots=True)
class MaatStand:
    """How a measure of the akkoord stands at the end of the period, whosever it is.

    `stand` is a key of the rule ("achter"), `oordeel` the same in words, `waarde` what was measured, `doel` what was wanted
    and `regel` by which rule it was judged. `van` are those whose measure it is (`van_ons`: huurdersorganisaties), `door` who
    should have delivered the value that did not come. `verloop` is its drawing where there are two or more values (`reeks`).
    """

    tekst: str
    nummer: str = ""
    stand: str = ""
    oordeel: str = ""
    waarde: str = ""
    doel: str = ""
    regel: str = ""
    van: tuple[str, ...] = ()
    van_ons: bool = False
    door: str = ""
    hoofdmaat: bool = False
    reeks: tuple[Reekswaarde, ...] = ()
    verloop: Trend | Chart | None = None
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Indicator:
    """A measure of the akkoord, or one of our own (`eigen_voorstel`), with its value now and before.

    `grens` is the limit in percent on which an aandeel decides something (70 for the 70%-rule): a share
    is never rounded over it. `vorige_in_waarde`: the earlier value is part of the present one (both count
    from January, say), so that their difference can be computed. `personen`: it counts persons,
    households or homes. `streefwaarde` is the goal in words. `stand` says how it stands where nobody counts it here.
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
    stand: MaatStand | None = None


@dataclass(frozen=True, slots=True)
class Thema:
    """A theme of the akkoord with the part of the huurdersorganisaties in it, and the measures of all parties (`maten`).
    `sleutel` names its part of the report."""

    naam: str
    hoofddoel: str = ""
    doelen: tuple[str, ...] = ()
    afspraken: tuple[Afspraak, ...] = ()
    indicatoren: tuple[Indicator, ...] = ()
    sleutel: str = ""
    maten: tuple[MaatStand, ...] = ()


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
    """A promise of another party that is still open on the last day of the period. `weer`: in which overleggen it came up
    again after it was made."""

    wie: str
    wat: str
    toegezegd_op: date | None = None
    overleg: str = ""
    uiterlijk: date | None = None
    source: Source | None = None
    weer: tuple[str, ...] = ()
    geheim: bool = False


@dataclass(frozen=True, slots=True)
class VoorwaardeRegel:
    """A condition of an advies: what the landlord said of it (a label in lower case), and when it had to be and was met."""

    tekst: str
    uiterlijk: date | None = None
    reactie: str = ""
    reden: str = ""
    voldaan_op: date | None = None


@dataclass(frozen=True, slots=True)
class AdviesRegel:
    """An advies of the period. `soort` and `uitkomst` are labels as on screen, in lower case. Of its `voorwaarden`
    (how many) the landlord took over some, partly or not; to some was `voldaan` in or before the period. One that is
    `geheim` is counted, and never named."""

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
    lijst: tuple[VoorwaardeRegel, ...] = ()
    geheim: bool = False


@dataclass(frozen=True, slots=True)
class OverlegRegel:
    """An overleg of the period that the organisation attended; `geheime_punten` are those of `eigen_punten` that are
    confidential."""

    soort: str
    datum: date
    met: str = ""
    eigen_punten: tuple[str, ...] = ()
    source: Source | None = None
    geheime_punten: tuple[str, ...] = ()


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
    """What the BO is asked to decide, answer or do, and of whom it is asked (`aan`)."""

    tekst: str
    toelichting: str = ""
    uiterlijk: date | None = None
    source: Source | None = None
    aan: str = ""


@dataclass(frozen=True, slots=True)
class TrimesterValues:
    """All that the trimesterverslag says. Empty means: there was none.

    `gevraagd` None means that nobody has filled it in yet; an empty row that nothing is asked.
    `versie` is "concept" or "vastgesteld"; `voorbeeld` prints the mark of example data. `reden_leeg` says in
    the words of the organisation why nothing happened in an empty period. `sinds` has per kind of record the day of the
    first one: what was before it cannot be compared. `lopend`: the period is not over yet. `geheim` has the numbers of the
    raadplegingen that are counted and never named outside. `los`: its small numbers were protected by themselves, so it must
    not lie beside the report of another period.
    """

    organisaties: tuple[str, ...]
    akkoord: str
    periode: Periode
    gemaakt_op: date
    versie: str = "concept"
    bestemd_voor: str = "het bestuurlijk overleg (BO)"
    vragen_kop: str = "Wat wij van het BO vragen"
    samenvatting: tuple[str, ...] = ()
    gevraagd: tuple[Vraagpunt, ...] | None = None
    themas: tuple[Thema, ...] = ()
    raadplegingen: tuple[Raadpleging, ...] = ()
    knelpunten: KnelpuntCijfers = GEEN_KNELPUNTEN
    uitgelicht: tuple[UitgelichtKnelpunt, ...] = ()
    bezoeken: BezoekCijfers = GEEN_BEZOEKEN
    campagnes: tuple[CampagneRegel, ...] = ()
    commissies: tuple[CommissieRegel, ...] = ()
    renovaties: tuple[Renovatie, ...] = ()
    toezeggingen: tuple[Toezegging, ...] = ()
    adviezen: tuple[AdviesRegel, ...] = ()
    overleggen: tuple[OverlegRegel, ...] = ()
    bronnen: tuple[str, ...] = ()
    reden_leeg: str = ""
    voorbeeld: bool = False
    sinds: Mapping[str, date] = field(default_factory=dict)
    lopend: bool = False
    geheim: frozenset[str] = frozenset()
    los: bool = False
    small: SmallNumberSettings = DEFAULTS
