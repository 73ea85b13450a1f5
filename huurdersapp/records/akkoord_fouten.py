"""Faults in an akkoord file: where they stand and how they are told to the person who wrote the file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import lazy

MAX_FOUTEN = 10
"""So many faults are written out; whoever mends ten reads the file again anyway."""

EEN = {
    "partijen": lazy("partij"),
    "kernen": lazy("kern"),
    "begrippen": lazy("begrip"),
    "overleggen": lazy("overleg"),
    "overleg": lazy("overleg"),
    "cyclus": lazy("cyclusjaar"),
    "diepte": lazy("diepte"),
    "bijstelopties": lazy("bijsteloptie"),
    "ankers": lazy("anker"),
    "themas": lazy("thema"),
    "doelen": lazy("doel"),
    "afspraken": lazy("afspraak"),
    "werkafspraken": lazy("werkafspraak"),
    "indicatoren": lazy("indicator"),
    "streefwaarden": lazy("streefwaarde"),
}
"""What one element of a list is called in a sentence; other lists keep their own name."""


@dataclass(frozen=True)
class Plek:
    """A place in the file, as people would point at it: thema 2 ‘Duurzaamheid’, doel 1. Empty for the top."""

    delen: tuple[str, ...]

    def element(self, lijst: str, nummer: int, naam: object = None) -> Plek:
        """The element with this number (from 1) of the list called `lijst`."""
        woord = str(EEN.get(lijst, lijst))
        quoted = f" ‘{kort(naam)}’" if isinstance(naam, str) and naam.strip() else ""
        return Plek((*self.delen, f"{woord} {nummer}{quoted}"))

    def veld(self, naam: str) -> Plek:
        """The block that stands at this field."""
        return Plek((*self.delen, naam))

    def __str__(self) -> str:
        return ", ".join(self.delen)


@dataclass
class Fouten:
    """The faults found so far, for one file."""

    bestand: str
    regels: list[str] = field(default_factory=list)
    bovenaan: bool = False
    """Whether the last fault stands at the top of the file and not in a part of it."""

    def add(self, plek: Plek, wat: str, herstel: str) -> None:
        """Note one fault: what is wrong (without a full stop) and how to mend it (sentences, or nothing)."""
        self.bovenaan = not plek.delen
        told = f"{wat}." if self.bovenaan else f"{plek}: {wat}."
        self.regels.append(f"{told} {herstel}".strip())

    def __bool__(self) -> bool:
        return bool(self.regels)

    def raise_if_any(self) -> None:
        """Raise one UserError that lists the faults, if there are any; the file is named once, in front."""
        if not self.regels:
            return
        if len(self.regels) == 1:
            raise UserError(f"{self.bestand}{':' if self.bovenaan else ','} {self.regels[0]}")
        if len(self.regels) > MAX_FOUTEN:
            head = _("In {name} kloppen {count} dingen niet. Dit zijn de eerste {shown}:").format(
                name=self.bestand, count=len(self.regels), shown=MAX_FOUTEN
            )
        else:
            head = _("In {name} kloppen {count} dingen niet:").format(
                name=self.bestand, count=len(self.regels)
            )
        lines = (f"- {line[0].upper()}{line[1:]}" for line in self.regels[:MAX_FOUTEN])
        raise UserError("\n".join([head, *lines]))


def kort(text: object) -> str:
    """A value from the file inside a sentence: one line, not too long, nothing a terminal would obey."""
    plain = "".join(sign if sign.isprintable() else " " for sign in str(text))
    plain = " ".join(plain.split())
    return plain if len(plain) <= 60 else plain[:57] + "…"


def bedoelt_u(value: str, known: Iterable[str]) -> str:
    """A sentence that helps with an unknown word: the nearest known one, or all of them if they are few.

    Empty when nothing is known: then there is nothing to choose from.
    """
    options = list(dict.fromkeys(known))
    folded: Mapping[str, str] = {option.casefold(): option for option in reversed(options)}
    near = get_close_matches(value.casefold(), list(folded), n=1, cutoff=0.7)
    if near:
        return _("Bedoelt u ‘{near}’?").format(near=kort(folded[near[0]]))
    if not options:
        return ""
    listed = ", ".join(f"‘{kort(option)}’" for option in options[:12])
    return _("Kies uit {options}.").format(options=listed + (", …" if len(options) > 12 else ""))
