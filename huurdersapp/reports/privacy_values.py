"""The plain values of the papers about privacy: the register, the statement and "Wat stond erop?"."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from huurdersapp.reports.adviesbrief_values import Afzender
from huurdersapp.reports.document import Source


@dataclass(frozen=True, slots=True)
class VerwerkingRegel:
    """One processing activity as the board keeps it; empty is not filled in. `soort` is the key of the data, `grondslag` in
    words, `herkomst` where they come from, said to the person."""

    naam: str
    soort: str
    doel: str = ""
    betrokkenen: str = ""
    gegevens: str = ""
    grondslag: str = ""
    grondslag_toelichting: str = ""
    ontvangers: str = ""
    maanden: int | None = None
    motivering: str = ""
    beveiliging: str = ""
    sinds: date | None = None
    source: Source | None = None
    herkomst: str = ""


@dataclass(frozen=True, slots=True)
class Beveiliging:
    """How the administration is secured now.

    Attributes:
        wachtwoord: a password is asked. `onthouden`: this computer opens it without asking.
        herstelcode, tweede: there is a recovery code; a second board member can open it.
        kopieen: how many copies lie on this computer, `oudste` the day of the oldest; `langst`: after how many months
            one goes. `sticks`: how many were made on sticks, as far as the program knows.
    """

    wachtwoord: bool
    herstelcode: bool = False
    tweede: bool = False
    onthouden: bool = False
    kopieen: int = 0
    oudste: date | None = None
    langst: int | None = None
    sticks: int = 0


@dataclass(frozen=True, slots=True)
class PrivacyValues:
    """What the register and the statement say. `ronde` is the day of the last yearly round."""

    organisatie: Afzender
    datum: date
    verwerkingen: tuple[VerwerkingRegel, ...]
    beveiliging: Beveiliging
    ronde: date | None = None
    voorbeeld: bool = False


@dataclass(frozen=True, slots=True)
class SoortErop:
    """One kind of record: how many there are, of how many something about people stands there, and in which fields."""

    naam: str
    records: int
    mensen: int
    velden: tuple[tuple[str, int], ...]
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class KopieErop:
    """A copy: when it was made, why in words, and its size in bytes where that is known."""

    gemaakt_op: datetime
    waarom: str
    bytes: int | None


@dataclass(frozen=True, slots=True)
class StondEropValues:
    """What stood on a computer.

    Attributes:
        stand_op: the moment of which this is the contents; `uit_kopie`: read from a copy of that moment.
        huishoudens: different addresses of visits and homes of a renovation.
        bijlagen: files in it, such as photos. `concepten`: forms that were not saved.
        sticks: copies on sticks that the program knows of.
    """

    organisatie: str
    gemaakt_op: date
    stand_op: datetime
    soorten: tuple[SoortErop, ...]
    huishoudens: int
    bijlagen: int
    concepten: int
    beveiliging: Beveiliging
    kopieen: tuple[KopieErop, ...] = ()
    sticks: tuple[KopieErop, ...] = ()
    uit_kopie: bool = False
    voorbeeld: bool = False
    gevraagd: date | None = field(default=None)
