"""A report in parts: what its maker gives, what its writer chose and wrote, and the document that follows from both.

The maker of a kind of report gives all its parts (`Onderdeel`), counted and protected together. The writer chooses which of
them are printed, in which order, with which own words (`Keuze`). A part that is left out hides nothing and shows nothing
more: the numbers of the others are those of the complete report.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from string import ascii_uppercase

from huurdersapp.reports.document import (
    MARK_EXAMPLE,
    Block,
    Contents,
    Document,
    FrontPage,
    Heading,
    Lines,
    Logo,
    PageBreak,
    Text,
    plain,
)
from huurdersapp.reports.language import capital
from huurdersapp.reports.prose import one_line, text_blocks

CONCEPT = "concept"
"""What the paper of a report that was not fixed says of its version."""
_CONTENTS = 36
"""So many lines of a contents list fit on a page."""
_VOOR = "Voor"
"""The line about a report that says whom it is for."""


@dataclass(frozen=True, slots=True)
class Onderdeel:
    """A part of a report as its maker gives it. Its `blocks` have no heading of level 1: that is its title.

    `voorstel` are sentences made from the facts that the writer may take over (Markdown). `leeg`: there is nothing to tell,
    and `blocks` say so. `bijlage`: an annex, after the other parts. `vast`: the first page, which cannot be moved or left
    out. `aan`: there unless the writer leaves it out.
    """

    sleutel: str
    titel: str
    blocks: tuple[Block, ...]
    voorstel: str = ""
    leeg: bool = False
    bijlage: bool = False
    vast: bool = False
    aan: bool = True


@dataclass(frozen=True, slots=True)
class Keuze:
    """What the writer chose for a part: its place (from 1), left out (`weg`) or taken in (`bij`), an own heading, own words
    (Markdown) that stand below the heading, and blocks (pictures) that follow these."""

    sleutel: str
    plaats: int | None = None
    weg: bool = False
    bij: bool = False
    kop: str = ""
    tekst: str = ""
    beelden: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Kader:
    """What stands around the parts: title, for whom, and the lines about the report on its first page."""

    titel: str
    auteur: str
    ondertitel: str = ""
    over: tuple[Text, ...] = ()
    onderwerp: str = ""
    trefwoorden: tuple[str, ...] = ()
    voettekst: str = ""
    """What stands at the foot of each page, behind the version."""
    versie: str = ""
    """`CONCEPT`, or of a fixed version its number and day: "2, vastgelegd op 3 maart 2026". Without it nothing is said."""
    versieregel: bool = True
    """Whether the version has a line among those about the report; at the foot of each page it always stands."""
    voorbeeld: bool = False
    inhoud: bool = True
    """Whether there is a contents list after the first page."""
    voorblad: bool = False
    """Whether there is a front page before it."""
    beeldmerk: Logo | None = None
    """What stands at the head of the front page."""
    publiek: str = field(default="bo")

    @property
    def regels(self) -> tuple[Text, ...]:
        """The lines about the report, with the one about its version."""
        told = self.versie and self.versieregel
        return (*self.over, f"Versie: {self.versie}") if told else self.over

    @property
    def voet(self) -> str:
        """What stands at the foot of each page: "Concept · …" or "Versie 2 · …"."""
        fixed = f"Versie {self.versie.partition(',')[0]}" if self.versie else ""
        word = capital(CONCEPT) if self.versie == CONCEPT else fixed
        return " · ".join(filter(None, (word, self.voettekst)))


def geordend(onderdelen: Sequence[Onderdeel], keuzes: Iterable[Keuze] = ()) -> list[Onderdeel]:
    """All parts in the order of the writer, also those that are left out: the first page, the parts, the annexes.

    A part without a place, such as one that is new since the writer chose, comes after the part that it follows by nature.
    """
    chosen = by_key(keuzes)
    ordered: list[Onderdeel] = []
    for group in (
        [part for part in onderdelen if part.vast],
        [part for part in onderdelen if not part.vast and not part.bijlage],
        [part for part in onderdelen if part.bijlage],
    ):
        ordered += _placed(group, chosen)
    return ordered


def _placed(parts: Sequence[Onderdeel], chosen: Mapping[str, Keuze]) -> list[Onderdeel]:
    def place(part: Onderdeel) -> int | None:
        return chosen[part.sleutel].plaats if part.sleutel in chosen and not part.vast else None

    result = sorted((part for part in parts if place(part) is not None), key=lambda part: place(part) or 0)
    for at, part in enumerate(parts):
        if place(part) is None:
            before = [other.sleutel for other in parts[:at]]
            keys = [other.sleutel for other in result]
            after = max((keys.index(key) + 1 for key in before[-1:] if key in keys), default=0)
            result.insert(after, part)
    return result


def by_key(keuzes: Iterable[Keuze]) -> dict[str, Keuze]:
    """The choices by the key of their part."""
    return {keuze.sleutel: keuze for keuze in keuzes}


def staat_erin(part: Onderdeel, keuze: Keuze | None) -> bool:
    """Whether this part is printed."""
    if part.vast or keuze is None:
        return part.vast or part.aan
    return keuze.bij or (part.aan and not keuze.weg)


def rapport_document(kader: Kader, onderdelen: Sequence[Onderdeel], keuzes: Iterable[Keuze] = ()) -> Document:
    """The report as a neutral document: the first page, the contents, the parts in the chosen order, the annexes."""
    chosen = by_key(keuzes)
    printed = [
        part for part in geordend(onderdelen, chosen.values()) if staat_erin(part, chosen.get(part.sleutel))
    ]
    front = _voorblad(kader) if kader.voorblad else None
    blocks: list[Block] = [Lines(kader.regels)] if kader.regels and front is None else []
    for part in printed:
        if part.vast:
            blocks += _part(part, chosen.get(part.sleutel))
    rest = [part for part in printed if not part.vast and not part.bijlage]
    annexes = [part for part in printed if part.bijlage]
    if kader.inhoud and rest:
        blocks.append(Contents(depth=_depth(printed)))
    for part in rest:
        blocks += _part(part, chosen.get(part.sleutel))
    for letter, part in zip(_letters(), annexes, strict=False):
        if part is annexes[0]:
            blocks.append(PageBreak())
        blocks += _part(part, chosen.get(part.sleutel), f"Bijlage {letter}: ")
    return Document(
        title=kader.titel,
        subtitle=kader.ondertitel,
        author=kader.auteur,
        subject=kader.onderwerp,
        keywords=kader.trefwoorden,
        blocks=tuple(blocks),
        mark=MARK_EXAMPLE if kader.voorbeeld else None,
        footer=kader.voet,
        front=front,
    )


def _depth(parts: Sequence[Onderdeel]) -> int:
    """Two levels of headings in the contents list, where it then stays within a page."""
    below = [
        block for part in parts for block in part.blocks if isinstance(block, Heading) and block.level == 2
    ]
    return 2 if len(parts) + len(below) <= _CONTENTS else 1


def _voorblad(kader: Kader) -> FrontPage:
    """The lines about the report, on a page of their own."""
    audience: list[str] = []
    facts: list[tuple[str, str]] = []
    for line in map(plain, kader.regels):
        label, colon, words = line.partition(": ")
        if label == _VOOR or not colon:
            audience.append(f"{label} {words}".strip())
        elif words != kader.auteur:  # whose report it is stands at its head
            facts.append((label, words))
    return FrontPage((kader.auteur,), "\n".join(audience), tuple(facts), kader.beeldmerk)


def _part(part: Onderdeel, keuze: Keuze | None, before: str = "") -> Iterator[Block]:
    title = one_line(keuze.kop) if keuze and keuze.kop.strip() else part.titel
    yield Heading(before + title)
    if keuze is not None:
        yield from text_blocks(keuze.tekst)
        yield from keuze.beelden
    yield from part.blocks


def _letters() -> Iterator[str]:
    yield from ascii_uppercase
    for first in ascii_uppercase:
        yield from (first + second for second in ascii_uppercase)
