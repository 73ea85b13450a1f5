"""The shape of an akkoord file: what a Lokaal Akkoord consists of, as plain values without a database.

The file is JSON; docs/akkoordbestand.md explains it to people who write one. Names are Dutch, because they
are the field's own and because people type them. Fields left at their default are not written.
"""

from __future__ import annotations

from typing import Literal

import msgspec

FORMAAT = "huurdersapp-akkoord"
VERSIE = 1
ALLE_PARTIJEN = "alle partijen"
"""May stand wherever a party or role may stand; means everybody who signed."""

SoortPartij = Literal["gemeente", "corporatie", "huurdersorganisatie", "zorg", "overig"]
SoortKern = Literal["gemeente", "gebied", "kern", "wijk"]
Fase = Literal["voorbereiding", "uitvoering", "evaluatie"]
SoortDatum = Literal["in", "uiterlijk", "voor"]
Herkomst = Literal["bron", "uit_tekst", "voorstel"]
HerkomstAnker = Literal["bron", "wet", "afgeleid", "voorstel"]
Precisie = Literal["project", "wijk", "gemeente"]
Soort = Literal[
    "aantal", "aandeel", "bedrag", "verhouding", "klassenverdeling", "ja_nee", "tekst", "verwijzing"
]
Norm = Literal["minstens", "hoogstens", "tussen", "precies", "geen"]
Richting = Literal["toename", "afname", "stand"]
Tijd = Literal["per_jaar", "jaargemiddelde", "uiterlijk", "steeds"]
Telt = Literal[
    "raadplegingen",
    "knelpunten_gemeld",
    "knelpunten_ingebracht",
    "knelpunten_opgelost",
    "overleggen",
    "adviezen",
    "actiepunten",
    "bezoeken",
    "coaches",
    "huishoudens",
    "campagnes",
    "commissies",
    "visies",
    "programmas",
    "renovaties",
    "instemming",
]
Categorie = Literal[
    "onderhoud",
    "vocht_schimmel",
    "energie_isolatie",
    "renovatie_uitvoering",
    "huurprijs",
    "servicekosten",
    "betaalbaarheid_betaalachterstand",
    "toewijzing_doorstroming",
    "overlast",
    "leefbaarheid_woonomgeving",
    "veiligheid",
    "toegankelijkheid_zorg",
    "communicatie_bejegening",
    "overig",
]


class _Deel(msgspec.Struct, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A part of the file. A field it does not know is a fault: what is silently dropped is never missed."""


class Partij(_Deel):
    """One party, by its exact name. `rol` is the word that stands for the group in the text (corporaties)."""

    naam: str
    soort: SoortPartij
    rol: str
    korte_naam: str = ""
    andere_namen: list[str] = []
    huurders_van: str = ""
    ondertekenaar: bool = True
    toelichting: str = ""


class Kern(_Deel):
    """A place; `in_` (in the file: `in`) names the place it lies in."""

    naam: str
    soort: SoortKern
    in_: str = msgspec.field(default="", name="in")
    andere_namen: list[str] = []
    bron: str = ""
    toelichting: str = ""


class Begrip(_Deel):
    """A name or plan the akkoord refers to, with the other names it goes by."""

    naam: str
    tekst: str
    andere_namen: list[str] = []
    bron: str = ""


class Overlegvorm(_Deel):
    """A regular meeting of the parties, such as RG or BO; `sleutel` is what anchors refer to."""

    sleutel: str
    naam: str
    tekst: str = ""
    partijen: list[str] = []
    bron: str = ""


class Cyclusjaar(_Deel):
    """What happens in year 1, 2, … of the cycle; `voorbeeldjaar` is the calendar year the document gives."""

    jaar: int
    fase: Fase
    tekst: str
    voorbeeldjaar: int | None = None
    bron: str = ""
    letterlijk: str = ""
    twijfel: str = ""


class Diepte(_Deel):
    """How precise plans are for the years `jaar_van` to `jaar_tot` ahead (1 is the first planned year)."""

    jaar_van: int
    jaar_tot: int
    precisie: Precisie
    tekst: str
    bron: str


class Bijsteloptie(_Deel):
    """What may be done when a goal is off schedule."""

    sleutel: str
    tekst: str
    overleg: list[str] = []
    bron: str = ""


class Anker(_Deel):
    """A fixed moment of the year agenda, in year `jaar` of the cycle.

    Date and label are kept side by side and never derived from each other: a document may file a November
    deadline under "derde kwartaal". `soort_datum` is `in` (a month, or `maand` to `tot_maand`), `uiterlijk`
    (that day still counts) or `voor` (the day before is the last). Without `maand` the document names no
    month. `ronde` is the same for anchors that are one meeting when cycles overlap.
    """

    sleutel: str
    naam: str
    fase: Fase
    jaar: int
    soort_datum: SoortDatum
    bron: str
    maand: int | None = None
    dag: int | None = None
    tot_maand: int | None = None
    ronde: str = ""
    overleg: list[str] = []
    partijen: list[str] = []
    tekst: str = ""
    herkomst: HerkomstAnker = "bron"
    letterlijk: str = ""
    twijfel: str = ""


class Regel(_Deel):
    """How something fills itself from what the organisation logs: count these, narrowed by the lists."""

    telt: Telt
    categorieen: list[Categorie] = []
    overlegsoort: list[str] = []
    trefwoorden: list[str] = []


class Afspraak(_Deel):
    """What one or more parties will do. `trefwoord` is the keyword in the margin; `letterlijk` the words of
    the document, kept where `twijfel` says what is unclear about them; `verwijst_naar` names afspraken."""

    code: str
    tekst: str
    partijen: list[str]
    bron: str
    trefwoord: str = ""
    samen_met: list[str] = []
    kernen: list[str] = []
    van: int | None = None
    tot: int | None = None
    verwijst_naar: list[str] = []
    regel: Regel | None = None
    toelichting: str = ""
    letterlijk: str = ""
    twijfel: str = ""


class Streefwaarde(_Deel):
    """A target. `jaar` is the year it must be true in; which of waarde, min and max stands here follows from
    the norm of the indicator. Money in euro, shares in percent, ja_nee as true or false."""

    jaar: int | None = None
    waarde: bool | int | float | None = None
    min: int | float | None = None
    max: int | float | None = None
    klasse: str = ""
    precisie: Precisie | None = None
    kern: str = ""
    circa: bool = False
    toelichting: str = ""


class Indicator(_Deel):
    """A measure. `herkomst`: `bron` stands in the document as a measure, `uit_tekst` follows from a figure in
    a goal or afspraak, `voorstel` is our own. `akkoord_maten.py` says which combinations are possible.

    `prijspeil` is the year of the price level of an amount, or of the limit `grensbedrag` (euro) of a share.
    `verwijst_naar` holds codes of indicators, or a party: then all measures of that party in the same theme.
    """

    code: str
    tekst: str
    partijen: list[str]
    bron: str
    herkomst: Herkomst
    soort: Soort
    norm: Norm
    streefwaarden: list[Streefwaarde]
    richting: Richting = "stand"
    tijd: Tijd | None = None
    eenheid: str = ""
    prijspeil: int | None = None
    grensbedrag: int | float | None = None
    klassen: list[str] = []
    hoofd: bool = False
    kernen: list[str] = []
    verwijst_naar: list[str] = []
    afspraken: list[str] = []
    regel: Regel | None = None
    toelichting: str = ""
    letterlijk: str = ""
    twijfel: str = ""


class Hoofddoel(_Deel):
    """The main goal of a theme, with the year it names, if any."""

    tekst: str
    bron: str
    jaar: int | None = None


class Doel(_Deel):
    """One statement of what the parties want, with what they do for it and how it is measured.

    `onderwerp` groups goals of one part of a theme, in our words.
    """

    code: str
    tekst: str
    bron: str
    afspraken: list[Afspraak]
    indicatoren: list[Indicator]
    onderwerp: str = ""
    trefwoord: str = ""
    partijen: list[str] = []
    kernen: list[str] = []
    toelichting: str = ""
    letterlijk: str = ""
    twijfel: str = ""


class Thema(_Deel):
    """A theme; its goals in the order of the document."""

    code: str
    naam: str
    doelen: list[Doel]
    hoofddoel: Hoofddoel | None = None
    toelichting: str = ""


class Akkoordbestand(_Deel):
    """A whole akkoord, from year `van` to `tot`; `werkafspraken` are about working together."""

    formaat: str
    versie: int
    naam: str
    gemeente: str
    van: int
    tot: int
    partijen: list[Partij]
    themas: list[Thema]
    bron: str = ""
    toelichting: str = ""
    cyclus_jaren: int = 1
    cyclus: list[Cyclusjaar] = []
    overleggen: list[Overlegvorm] = []
    ankers: list[Anker] = []
    diepte: list[Diepte] = []
    bijstelopties: list[Bijsteloptie] = []
    werkafspraken: list[Afspraak] = []
    begrippen: list[Begrip] = []
    kernen: list[Kern] = []
