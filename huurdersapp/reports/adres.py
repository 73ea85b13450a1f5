"""An address on paper: how it is written, and the order in which somebody walks along it."""

from __future__ import annotations

import re
from dataclasses import dataclass

_POSTCODE = re.compile(r"([1-9]\d{3})\s*([A-Za-z]{2})")
_PARTS = re.compile(r"\d+|\D+")


@dataclass(frozen=True, slots=True)
class Adres:
    """A home without a name. `toevoeging` may be typed as "a", "-1" or "bis"; `plaats` in any case."""

    straat: str
    huisnummer: int
    toevoeging: str = ""
    postcode: str = ""
    plaats: str = ""


def house_number(address: Adres) -> str:
    """Number and addition as the lists of the program say them: "14", "14-A", "14-BIS"."""
    addition = _bare(address.toevoeging)
    return f"{address.huisnummer}-{addition}" if addition else str(address.huisnummer)


def street_line(address: Adres) -> str:
    """The street with the number: "Laan van de Marel 14-A"."""
    return f"{_one_line(address.straat)} {house_number(address)}".strip()


def place_line(address: Adres) -> str:
    """The last line on an envelope: "7822 AP  EMMEN".

    One space inside the postcode, two before the place, all in capitals (docs/design.md). A postcode that is not
    Dutch stays as it was typed.
    """
    return "  ".join(
        part for part in (_postcode(address.postcode), _one_line(address.plaats).upper()) if part
    )


def said(address: Adres) -> str:
    """The address in running text: "Laan van de Marel 14-A, 7822 AP Emmen"."""
    place = " ".join(part for part in (_postcode(address.postcode), _one_line(address.plaats)) if part)
    return ", ".join(part for part in (street_line(address), place) if part)


def in_order(address: Adres) -> tuple[int, tuple[tuple[int, int, str], ...]]:
    """What to sort by along a street: the number, then the addition; 2 comes before 10, and 1 before A."""
    parts = _PARTS.findall(_bare(address.toevoeging))
    return address.huisnummer, tuple((0, int(p), "") if p.isdecimal() else (1, 0, p) for p in parts)


def _postcode(text: str) -> str:
    found = _POSTCODE.fullmatch(_one_line(text))
    return f"{found[1]} {found[2].upper()}" if found else _one_line(text)


def _bare(addition: str) -> str:
    return _one_line(addition).lstrip("- ").upper()


def _one_line(text: str) -> str:
    return " ".join(text.split())
