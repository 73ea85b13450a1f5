"""A place where something of a person may stand, as plain values."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from huurdersapp.actions.persoon_lijkt import Zeker

Aard = Literal[
    "contactblok",
    "vrije_tekst",
    "brief",
    "versie",
    "bijlage",
    "concept",
    "geschiedenis",
    "erbij",
    "scherm",
    "auteur",
]
Waar = Literal["nu", "prullenbak", "ongedaan", "geschiedenis"]


@dataclass(frozen=True, slots=True)
class Plek:
    """Where a finding stands in the tables, for erasing: the row, its columns, and of a text the part that is meant."""

    entity: str
    row: str
    columns: tuple[str, ...] = ()
    begin: int = 0
    eind: int = 0
    gevonden: str = ""


@dataclass(frozen=True, slots=True)
class Treffer:
    """A place where something of the person may stand.

    Attributes:
        sleutel: the same finding has the same key as long as nothing there changes.
        aard: a contact block, a hit in a free text, a letter to the person, a fixed version, a file, a form that was not
            saved, what only the history knows, what belongs to the same record, what a screen remembers, or the name of
            who worked with the program.
        soort, soort_naam, nummer, titel: of the record in which it stands; nummer None for what is no record.
        onderdeel: the list in that record, empty for the record itself.
        velden, waarden: labels and values of what is filled there, side by side.
        waarom: in sentences why this may be the person; `zeker` how sure that is.
        vrije_tekst: of a hit in a text the sentence around it.
        waar: now, in the waste bin, of what was undone, or only in the history.
        bewaren: why this had better be kept, as a proposal; empty where nothing speaks for it.
        kan_weg: whether it can be erased at all.
    """

    sleutel: str
    aard: Aard
    soort: str
    soort_naam: str
    nummer: int | None
    titel: str
    onderdeel: str
    velden: tuple[str, ...]
    waarden: tuple[str, ...]
    waarom: str
    zeker: Zeker
    vrije_tekst: str | None = None
    waar: Waar = "nu"
    bewaren: str = ""
    kan_weg: bool = True
    plek: Plek = field(default_factory=lambda: Plek("", ""), repr=False)


def short(text: str) -> str:
    """A text in one line, cut where it is long."""
    plain = " ".join(text.split())
    return plain if len(plain) <= 200 else f"{plain[:199]}…"
