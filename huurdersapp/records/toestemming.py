"""The texts to which people consent, with their version, from the catalogue that comes with the program."""

from __future__ import annotations

import json
from dataclasses import dataclass

from huurdersapp.base.paths import own

CATALOGUE = own("resources") / "catalogi" / "toestemming.json"


@dataclass(frozen=True, slots=True)
class Tekst:
    """What is asked for a purpose, in the words of this version; printed on the visit sheet and the bezoekverslag."""

    doel: str
    versie: str
    tekst: str


def _read() -> tuple[Tekst, ...]:
    told = json.loads(CATALOGUE.read_text(encoding="utf-8"))
    return tuple(Tekst(item["doel"], told["versie"], item["tekst"]) for item in told["teksten"])


TEKSTEN = _read()
VERSIE = TEKSTEN[0].versie
"""The version that is asked now; a consent keeps the one that it was given to."""


def text_of(doel: str, versie: str) -> str:
    """What was asked for this purpose in this version; empty where the program does not have that version (any more)."""
    return next((each.tekst for each in TEKSTEN if (each.doel, each.versie) == (doel, versie)), "")
