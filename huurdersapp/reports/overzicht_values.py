"""The plain values of the papers about activiteitenoverzichten: the overview of a party, the prestatieafspraken of a year,
the input for the BO, and a wijk- or dorpsvisie. Amounts in cents; what is empty is not printed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from huurdersapp.reports.document import Source
from huurdersapp.reports.small_numbers import DEFAULTS, SmallNumberSettings


@dataclass(frozen=True, slots=True)
class OverzichtJaar:
    """A line in one year: planned and realised."""

    jaar: int
    aantal: Decimal | None = None
    bedrag: int | None = None
    aantal_gedaan: Decimal | None = None
    bedrag_gedaan: int | None = None


@dataclass(frozen=True, slots=True)
class OverzichtRegel:
    """An activiteit; `thema` is "" where it has none, `status` the words for it."""

    naam: str
    thema: str = ""
    eenheid: str = ""
    plaats: str = ""
    project: str = ""
    samen_met: str = ""
    status: str = ""
    resultaat: str = ""
    afgesproken: bool = False
    jaren: tuple[OverzichtJaar, ...] = ()
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class OverzichtSom:
    """What lines add up to in a year: numbers of one unit, or ("") amounts in cents."""

    eenheid: str
    jaar: int
    gepland: Decimal | None
    gedaan: Decimal | None


@dataclass(frozen=True, slots=True)
class OverzichtThema:
    """A theme of an overview, in the order of the akkoord."""

    naam: str
    regels: tuple[OverzichtRegel, ...]
    sommen: tuple[OverzichtSom, ...] = ()


@dataclass(frozen=True, slots=True)
class OverzichtValues:
    """The overview of one party: `jaren` are the years that it plans, `diepte` says per year how precise that is."""

    organisatie: str
    partij: str
    akkoord: str
    jaar: int
    jaren: tuple[int, ...]
    themas: tuple[OverzichtThema, ...]
    sommen: tuple[OverzichtSom, ...] = ()
    diepte: tuple[tuple[int, str], ...] = ()
    status: str = ""
    aangeleverd_op: date | None = None
    besproken_op: date | None = None
    vastgesteld_op: date | None = None
    datum: date | None = None
    voorbeeld: bool = False


@dataclass(frozen=True, slots=True)
class AfspraakPartij:
    """What one party promised in a year. `aangeleverd` False: there is no overview yet; `verwacht_op` its last day."""

    naam: str
    themas: tuple[OverzichtThema, ...]
    sommen: tuple[OverzichtSom, ...] = ()
    aangeleverd: bool = True
    verwacht_op: date | None = None
    vastgesteld_op: date | None = None
    adviesrecht: str = ""
    adviesrecht_op: date | None = None
    adviesrecht_reden: str = ""


@dataclass(frozen=True, slots=True)
class PrestatieafsprakenValues:
    """The prestatieafspraken of a year: of each party what was agreed, with `jaren` (this one and the outlook)."""

    organisatie: str
    akkoord: str
    jaar: int
    jaren: tuple[int, ...]
    partijen: tuple[AfspraakPartij, ...]
    datum: date | None = None
    voorbeeld: bool = False


@dataclass(frozen=True, slots=True)
class InbrengGrond:
    """What a point rests on: a raadpleging with how many answered, or knelpunten with how many reports (`aantal` None: not
    known). Both count persons."""

    soort: str
    naam: str
    aantal: int | None
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class InbrengPunt:
    """A question, wish, objection or support. Its texts were typed."""

    soort: str
    naam: str
    thema: str = ""
    activiteit: str = ""
    tekst: str = ""
    onderbouwing: str = ""
    gronden: tuple[InbrengGrond, ...] = ()
    reactie: str = ""
    reactie_tekst: str = ""
    reactie_op: date | None = None
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class InbrengValues:
    """The input on the overviews of others: per party its points, in the order in which they are said."""

    organisatie: str
    overleg: str
    partijen: tuple[tuple[str, tuple[InbrengPunt, ...]], ...]
    overleg_op: date | None = None
    datum: date | None = None
    small: SmallNumberSettings = DEFAULTS
    voorbeeld: bool = False


@dataclass(frozen=True, slots=True)
class VisieBijeenkomst:
    """A moment at which tenants could take part; `bewoners` counts persons."""

    wat: str
    datum: date | None = None
    bewoners: int | None = None
    wij_erbij: bool = False
    uitkomst: str = ""


@dataclass(frozen=True, slots=True)
class VisieOnderdeel:
    """An activity of a programme, with what it costs in cents."""

    wat: str
    wie: str = ""
    eigen: bool = False
    kosten: int | None = None
    gepland_op: date | None = None
    gedaan_op: date | None = None


@dataclass(frozen=True, slots=True)
class VisieValues:
    """A wijk- or dorpsvisie or a programme leefbaarheid, with who took part and what we brought in."""

    organisatie: str
    naam: str
    soort: str
    kernen: tuple[str, ...] = ()
    jaar: int | None = None
    status: str = ""
    vastgesteld_op: date | None = None
    trekker: str = ""
    inhoud: str = ""
    eigen_inbreng: str = ""
    inbreng_op: date | None = None
    bijeenkomsten: tuple[VisieBijeenkomst, ...] = ()
    onderdelen: tuple[VisieOnderdeel, ...] = ()
    raadplegingen: tuple[InbrengGrond, ...] = ()
    afspraken: tuple[str, ...] = ()
    datum: date | None = None
    small: SmallNumberSettings = DEFAULTS
    source: Source | None = None
    voorbeeld: bool = False
