"""The plain values of the papers of a campaign; `looplijst.py`, `flyer.py` and `etiketten.py` write them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from huurdersapp.reports.adres import Adres

FlyerMaat = Literal["A4", "A5"]
VINKJES = ("Niet thuis", "Gesproken", "Doet mee", "Geen folder")
"""What somebody ticks at a door, in the order of the keys on screen."""


@dataclass(frozen=True, slots=True)
class LooplijstValues:
    """The homes that somebody walks along. They come in any order; names of people have no place here.

    `straten` keeps streets in the order in which they are walked; those that it does not name follow by name. `loper`
    and `datum` leave room to write where they are not known.
    """

    campagne: str
    adressen: tuple[Adres, ...]
    organisatie: str = ""
    loper: str = ""
    datum: date | None = None
    straten: tuple[str, ...] = ()
    vinkjes: tuple[str, ...] = VINKJES
    voorbeeld: bool = False


@dataclass(frozen=True, slots=True)
class FlyerValues:
    """What a flyer says. `tekst` may have bold, italic and lists; `waar`, `wanneer` and `contact` are lines.

    `link` is the address of a page; it becomes a QR code with the same address in words under it, and `link_tekst`
    says what one finds there ("Meld u aan").
    """

    titel: str
    organisatie: str
    tekst: str = ""
    wanneer: tuple[str, ...] = ()
    waar: tuple[str, ...] = ()
    contact: tuple[str, ...] = ()
    link: str = ""
    link_tekst: str = ""
    maat: FlyerMaat = "A5"
    voorbeeld: bool = False


@dataclass(frozen=True, slots=True)
class EtikettenVel:
    """A sheet of labels on A4, in mm: how many there are, how large, and where the first one begins.

    `tussen_breedte` and `tussen_hoogte` are the white between two labels. What is not given is chosen so that the
    labels stand in the middle of the sheet.
    """

    rijen: int = 8
    kolommen: int = 3
    breedte: float = 70.0
    hoogte: float = 37.0
    links: float | None = None
    boven: float | None = None
    tussen_breedte: float = 0.0
    tussen_hoogte: float = 0.0


VEL_3_BIJ_8 = EtikettenVel()
"""24 labels of 70 × 37 mm without white between them."""
VEL_2_BIJ_7 = EtikettenVel(rijen=7, kolommen=2, breedte=99.1, hoogte=38.1, tussen_breedte=2.5)
"""14 labels of 99,1 × 38,1 mm with 2,5 mm between the columns."""
AANHEF = "Aan de bewoners van dit adres"


@dataclass(frozen=True, slots=True)
class EtikettenValues:
    """Which labels are printed. `vanaf` is the first label that is still on the sheet, counted from 1, row by row.

    `aanhef` stands above each address; empty leaves it out. They are printed in the order given.
    """

    adressen: tuple[Adres, ...]
    vel: EtikettenVel = VEL_3_BIJ_8
    vanaf: int = 1
    aanhef: str = AANHEF
    titel: str = "Adresetiketten"
    organisatie: str = ""
    voorbeeld: bool = False
