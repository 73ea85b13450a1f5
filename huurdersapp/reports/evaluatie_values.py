"""The plain values of the evaluatie of a year: what was reached of the akkoord, and how the parties worked together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from huurdersapp.reports.document import Source
from huurdersapp.reports.small_numbers import DEFAULTS, SmallNumberSettings
from huurdersapp.reports.trimester_values import Vraagpunt
from huurdersapp.reports.values import ONBEKEND, Getal, Raadpleging

ACHTER = ("achter", "niet_gehaald")
"""Stands for which the parties choose a way on."""
STANDEN: tuple[tuple[str, str], ...] = (
    ("niet_gehaald", "Niet gehaald"),
    ("achter", "Loopt achter"),
    ("niet_aangeleverd", "Niet aangeleverd"),
    ("boven_de_bandbreedte", "Boven de bandbreedte"),
    ("nog_niet_te_zeggen", "Nog niet te zeggen"),
    ("op_schema", "Op schema"),
    ("gehaald", "Gehaald"),
)
"""How a measure or goal stands, in words for paper; what asks for attention comes first."""


@dataclass(frozen=True, slots=True)
class Maat:
    """A measure: what was agreed, and what was reached and when. `telling` is a count of persons or households that we keep
    ourselves: it obeys the rule of small numbers, and `bereikt` is then only its unit."""

    nummer: int
    code: str
    tekst: str
    afgesproken: str = ""
    bereikt: str = ""
    peil: str = ""
    telling: Getal | None = None
    stand: str = "nog_niet_te_zeggen"
    regel: str = ""
    oordeel: str = ""
    """Why the organisation judges otherwise than the rule does."""
    door: str = ""
    """Who should have delivered a value that is not there."""
    eigen_voorstel: bool = False
    nul: bool = False
    """It counts itself, and there was none."""
    verborgen: bool = False
    """Another report of the same year does not print this count, because a small one would follow from it."""
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Gedaan:
    """What a party did for a goal: the activity of its overview, with what was planned and what came of it in words."""

    wie: str
    wat: str
    gepland: str = ""
    gehaald: str = ""
    resultaat: str = ""
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Inspanning:
    """An extra effort that was promised."""

    wie: str
    wat: str
    uiterlijk: date | None = None
    gedaan_op: date | None = None
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Afwijking:
    """A goal that was signalled as off schedule, what we propose and what was chosen (`keuze` "": not chosen yet)."""

    over: str
    waarom: str
    voorstel: str = ""
    keuze: str = ""
    gekozen_op: date | None = None
    overleg: str = ""
    toelichting: str = ""
    inspanningen: tuple[Inspanning, ...] = ()
    afgerond: bool = False
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Bijstelling:
    """A change of a goal or measure that was decided."""

    over: str
    besloten_op: date
    reden: str
    keuze: str = ""
    verschillen: tuple[tuple[str, str, str], ...] = ()
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Doel:
    """A goal with its stand, its measures, what was done for it, and what was decided because it is off schedule."""

    nummer: int
    code: str
    tekst: str
    stand: str = "nog_niet_te_zeggen"
    maten: tuple[Maat, ...] = ()
    gedaan: tuple[Gedaan, ...] = ()
    afwijkingen: tuple[Afwijking, ...] = ()
    bijstellingen: tuple[Bijstelling, ...] = ()
    source: Source | None = None

    @property
    def achter(self) -> bool:
        """Whether it is off schedule."""
        return self.stand in ACHTER

    @property
    def gekozen(self) -> bool:
        """Whether the parties chose a way on."""
        return bool(self.bijstellingen) or any(one.keuze or one.afgerond for one in self.afwijkingen)


@dataclass(frozen=True, slots=True)
class Thema:
    """A theme of the akkoord with its goals."""

    naam: str
    sleutel: str
    hoofddoel: str = ""
    doelen: tuple[Doel, ...] = ()


@dataclass(frozen=True, slots=True)
class Overleg:
    """A meeting of the parties: the days between agenda and meeting say whether there was time to read."""

    naam: str
    soort: str
    datum: date
    agenda_op: date | None = None
    verslag_op: date | None = None
    verslag_status: str = ""
    wij_erbij: bool = True
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Moment:
    """A fixed moment of the year agenda: when it was planned, and what became of it."""

    naam: str
    gepland: str
    stand: str
    gedaan_op: date | None = None
    uiterlijk: date | None = None
    """Its last day, where it has one."""
    reden: str = ""
    overleg: bool = False
    """It is a meeting of the parties."""
    gehouden: bool = True
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Nakomen:
    """How a party kept what it promised, in numbers."""

    naam: str
    op_tijd: Getal
    te_laat: Getal
    vervallen: Getal
    open: Getal
    open_te_laat: Getal
    zelf: bool = False

    @property
    def alle(self) -> int:
        """All that it had promised."""
        parts = (self.op_tijd, self.te_laat, self.vervallen, self.open, self.open_te_laat)
        return sum(one.waarde or 0 for one in parts)


@dataclass(frozen=True, slots=True)
class Belofte:
    """A promise that was kept late, or not at all; `zelf`: it is ours. `gedaan_op` may lie after the year; `open` is so as
    long as nobody did or dropped it."""

    wie: str
    wat: str
    uiterlijk: date | None
    gedaan_op: date | None = None
    open: bool = False
    zelf: bool = False
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class OverzichtDag:
    """The overview of a party for the next year: by its last day, and when it was settled."""

    partij: str
    uiterlijk: date | None
    aangeleverd_op: date | None = None
    vastgesteld_op: date | None = None
    afgesproken_op: date | None = None
    """The last day on which one of its activities came into the prestatieafspraken."""
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class EvaluatieValues:
    """All that the evaluatie says. Empty means: there was none."""

    organisaties: tuple[str, ...]
    akkoord: str
    jaar: int
    van: date
    tot: date
    gemaakt_op: date
    bekend_tot: date
    """The day from which the year is looked at: at most 1 March of the next year."""
    themas: tuple[Thema, ...] = ()
    opties: tuple[str, ...] = ()
    """The ways on that the akkoord offers for a goal off schedule."""
    kiest: str = "het bestuurlijk overleg"
    gevraagd: tuple[Vraagpunt, ...] = ()
    overleggen: tuple[Overleg, ...] = ()
    momenten: tuple[Moment, ...] = ()
    nakomen: tuple[Nakomen, ...] = ()
    beloften: tuple[Belofte, ...] = ()
    adviezen: Mapping[str, Getal] = field(default_factory=dict)
    """The numbers of the scorecard over the year, by their keys."""
    overzichten: tuple[OverzichtDag, ...] = ()
    afspraken_voor: date | None = None
    """The last day for agreeing on the next year."""
    raadplegingen: tuple[Raadpleging, ...] = ()
    antwoorden: Getal = ONBEKEND
    reden_leeg: str = ""
    small: SmallNumberSettings = DEFAULTS
    voorbeeld: bool = False

    @property
    def doelen(self) -> tuple[Doel, ...]:
        """All goals, in the order of the akkoord."""
        return tuple(doel for thema in self.themas for doel in thema.doelen)
