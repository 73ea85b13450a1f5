"""What the texts of a row say: a postcode, a house number with its addition, a street, a year.

Nothing is guessed that could be something else: what cannot be read for certain is a fault with its reason, since a home
with a wrong number is worse than one that is not there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.adres import tidy_addition
from huurdersapp.records.rules import as_postcode

LONGEST_ADDITION = 12
"""Signs. The BAG has a letter and four signs (Catalogus BAG 2018); landlords also write such as `bis boven`."""
SHOWN = 40
"""Signs of a cell in a sentence about it."""
Key = tuple[str, int, str]
"""By what a home is known: postcode, number, and its addition without regard for how it is written."""
POSTCODE = re.compile(r"[1-9]\d{3} [A-Z]{2}")
_SPACES = re.compile(r"[\s.\-]+")
_NUMBER = re.compile(r"(\d{1,5})(?!\d)\s*(.*)", re.DOTALL)
_ADDITION = re.compile(r"[\s\-/.,]*((?:[^\W_]+(?:[\s\-/.]+|$))*)")
_STREET = re.compile(r"(\S.*?)[\s,]+((?:(?:1[89]|20)\d\d(?:-\d{4})?[\s,]+)?)(\d.*)", re.DOTALL)
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20|21)\d\d(?!\d)")
_WHOLE = re.compile(r"(\d+)[.,]0+")
"""A number as some programs write it: 14.0."""
_AS_DAY = re.compile(
    r"\d{4}-\d\d-\d\d|\d{1,2}[-/ ](?:jan|feb|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec)[.a-z]*", re.IGNORECASE
)
_RANGE = re.compile(r"\bt/?m\b|\btot\b|[&+]|,\s*\d|\ben\s+\d", re.IGNORECASE)
_PIECES = re.compile(r"\d+|[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Door:
    """What stands on a door: its number and addition, and the street where that was told along with it."""

    number: int
    addition: str | None
    street: str | None = None


def postcode(text: str) -> str:
    """A postcode as the post writes it, however it was typed; anything else as it is."""
    return as_postcode(_SPACES.sub("", text))


def is_postcode(text: str) -> bool:
    """Whether this is a Dutch postcode, however it is written."""
    return POSTCODE.fullmatch(postcode(text)) is not None


def is_number(text: str) -> bool:
    """Whether this begins as a house number does."""
    return _NUMBER.fullmatch(text.strip()) is not None


def ends_with_number(text: str) -> bool:
    """Whether this is a street with a house number behind it."""
    return _STREET.fullmatch(text.strip()) is not None


def year(text: str) -> int | None:
    """The year in which a home was built, also out of a day; None when there is none."""
    found = _YEAR.search(text)
    return int(found[0]) if found else None


def key_of(postcode: str, number: int, addition: str | None) -> Key:
    """What a home is known by: `A-3`, `A 3` and `a3` behind a number are the same door, `11` and `1-1` are not."""
    return postcode, number, "-".join(_PIECES.findall((addition or "").casefold()))


def door(cells: Mapping[str, str]) -> Door | str:
    """Number, addition and street of a row, from columns of their own or from one; else what is wrong, in a sentence."""
    whole, typed = cells.get("straat_en_nummer", ""), cells.get("huisnummer", "")
    street = None
    if whole and typed:
        found = _STREET.fullmatch(whole)
        street = _street(found) if found else whole
    elif whole:
        if (found := _STREET.fullmatch(whole)) is None:
            return _("In ‘{text}’ staat geen huisnummer.").format(text=whole[:SHOWN])
        street, typed = _street(found), found[3]
    if not typed:
        return _("Het huisnummer ontbreekt.")
    if _AS_DAY.fullmatch(typed):
        return _("Van dit huisnummer is een datum gemaakt: ‘{text}’. Typ het opnieuw, als tekst.").format(
            text=typed[:SHOWN]
        )
    return _door(typed, cells, street)


def _door(typed: str, cells: Mapping[str, str], street: str | None) -> Door | str:
    parted = _NUMBER.fullmatch(_WHOLE.sub(r"\1", typed) if _WHOLE.fullmatch(typed) else typed)
    if parted is None or int(parted[1]) == 0:
        return _("‘{text}’ is geen huisnummer.").format(text=typed[:SHOWN])
    behind, letter, more = parted[2].strip(), cells.get("huisletter", ""), cells.get("toevoeging", "")
    if _RANGE.search(behind) or _RANGE.search(more):
        return _("‘{text}’ is meer dan één adres. Zet elk adres op een eigen rij.").format(
            text=f"{typed} {more}".strip()[:SHOWN]
        )
    written = _joined(behind, letter, more)
    readable = _ADDITION.fullmatch(written) if len(written) <= LONGEST_ADDITION else None
    if readable is None:
        return _("‘{text}’ is geen toevoeging bij een huisnummer.").format(text=written[:SHOWN])
    return Door(int(parted[1]), tidy_addition(readable[1].strip(" -/.")), street)


def _joined(*parts: str) -> str:
    """The pieces of an addition in one, each once: some lists repeat the letter in the column behind it."""
    found: list[str] = []
    for part in (each.strip(" \t\n-/.,") for each in parts):
        pieces, known = _PIECES.findall(part.casefold()), _PIECES.findall("-".join(found).casefold())
        if part and (not pieces or pieces != known):
            found.append(part)
    return "-".join(found)


def _street(found: re.Match[str]) -> str:
    return f"{found[1]} {found[2]}".strip(" ,\t\n")
