"""What a report is asked for, and what came of reading it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from huurdersapp.base.period import Period
from huurdersapp.records.verslag_soorten import BUITEN
from huurdersapp.reports.document import Source
from huurdersapp.reports.rapport import Kader, Onderdeel


@dataclass(frozen=True, slots=True)
class Vraag:
    """What the meeting is asked by the writer. `herkomst` names the record that it was proposed from ("actiepunt 12"); with
    `weg` that proposal is left out. `aan` is the number of a partij."""

    tekst: str = ""
    toelichting: str = ""
    uiterlijk: date | None = None
    aan: int | None = None
    herkomst: str = ""
    weg: bool = False


@dataclass(frozen=True, slots=True)
class Opdracht:
    """Which report to make. Records are named by their numbers; `nummer` is that of its own record, None without one.

    `vergelijken` is geen, vorige, jaar or beide; `reden_leeg` says why nothing happened in an empty period.
    """

    soort: str
    span: Period
    akkoord: int | None = None
    publiek: str = "bo"
    kort: bool = False
    vergelijken: str = "beide"
    voorblad: bool = False
    overleg: int | None = None
    thema: int | None = None
    kern: int | None = None
    datum: date | None = None
    reden_leeg: str = ""
    vragen: tuple[Vraag, ...] = ()
    nummer: int | None = None
    titel: str = ""

    @property
    def buiten(self) -> bool:
        """Whether it is for people outside, who read nothing that is confidential."""
        return self.publiek in BUITEN


@dataclass(frozen=True, slots=True)
class Gelezen:
    """A report as its kind reads it from the store: what stands around it, all its parts, what the person should know, and
    whether there was nothing to tell. `sources` are records it rests on that no number of it opens."""

    kader: Kader
    onderdelen: tuple[Onderdeel, ...]
    warnings: tuple[str, ...] = ()
    empty: bool = False
    sources: tuple[Source, ...] = ()
