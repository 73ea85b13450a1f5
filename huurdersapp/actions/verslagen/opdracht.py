"""What a report is asked for, and what came of reading it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from huurdersapp.base.period import Period
from huurdersapp.records.verslag_soorten import BUITEN
from huurdersapp.reports.document import Source
from huurdersapp.reports.rapport import CONCEPT, Kader, Keuze, Onderdeel


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

    `vergelijken` is geen, vorige, jaar or beide; `reden_leeg` says why nothing happened in an empty period. `versie` is what
    the paper says of itself: "concept", or of a fixed version its number and day. `getypt` are the fields that lead over
    its record says. `eigen` are the writer's own words by the key of their part, for a kind that makes room for them.
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
    versie: str = CONCEPT
    getypt: tuple[str, ...] = ()
    eigen: tuple[tuple[str, str], ...] = ()

    @property
    def buiten(self) -> bool:
        """Whether it is for people outside, who read nothing that is confidential."""
        return self.publiek in BUITEN


@dataclass(frozen=True, slots=True)
class Gelezen:
    """A report as its kind reads it from the store: what stands around it, all its parts, what the person should know, and
    whether there was nothing to tell. `sources` are records it rests on that no number of it opens. `vragen` is what the
    kind proposes to ask, each with its `herkomst`: what is asked in the end says `gevraagd`. `let_op` tells what the writer
    should know of own texts."""

    kader: Kader
    onderdelen: tuple[Onderdeel, ...]
    warnings: tuple[str, ...] = ()
    empty: bool = False
    sources: tuple[Source, ...] = ()
    vragen: tuple[Vraag, ...] = ()
    let_op: Callable[[Sequence[Keuze]], Iterable[str]] = lambda _keuzes: ()


def gevraagd(eigen: Sequence[Vraag], voorstellen: Sequence[Vraag]) -> tuple[Vraag, ...]:
    """What the meeting is asked: what the writer kept, in his order, then the proposals that he did not speak of.

    A question of the writer with a `herkomst` stands for that proposal: with `weg` neither is asked, and what he left
    empty comes from the proposal as it is now. Without text, and without that proposal, it is gone.
    """
    proposed = {each.herkomst: each for each in voorstellen}
    asked = [filled(each, proposed.get(each.herkomst)) for each in eigen if not each.weg]
    named = {each.herkomst for each in eigen if each.herkomst}
    return tuple(
        [each for each in asked if each.tekst] + [each for each in voorstellen if each.herkomst not in named]
    )


def filled(own: Vraag, proposal: Vraag | None) -> Vraag:
    """The question of a writer, with what he left empty from the proposal that it stands for."""
    if proposal is None or not own.herkomst:
        return own
    return replace(
        own,
        tekst=own.tekst or proposal.tekst,
        toelichting=own.toelichting or proposal.toelichting,
        uiterlijk=own.uiterlijk or proposal.uiterlijk,
        aan=own.aan or proposal.aan,
    )
