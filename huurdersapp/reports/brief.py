"""The Dutch business letter: head, reference lines, parts, closing. Every kind of letter has this form.

Order and signs as docs/design.md has them: sender, addressee, place and day, references, "Betreft:", salutation
with a comma, the parts, the closing with its signatures, bijlagen, kopie aan. What a letter says is not known here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from huurdersapp.reports.adviesbrief_values import Afzender, Geadresseerde
from huurdersapp.reports.brief_tekst import bonded_block, typed_place
from huurdersapp.reports.document import (
    MARK_EXAMPLE,
    Block,
    Bullets,
    Document,
    Heading,
    Lines,
    Logo,
    PageBreak,
    Paragraph,
    Signatures,
    Span,
    Text,
    plain,
)
from huurdersapp.reports.language import capital, clause, day_long
from huurdersapp.reports.prose import one_line, text_blocks

MARK_CONCEPT = "CONCEPT"
"""Stands on each page of a letter that was not fixed yet."""
ONE_LINE = 85
"""Signs that fit on a line of a letter, more or less."""
MOST_LINES = 6
"""Lines of an address (docs/design.md: three to six)."""


@dataclass(frozen=True, slots=True)
class BriefDeel:
    """A part of a letter: its heading (may be empty), and its text as it is typed, or blocks that are ready."""

    kop: str = ""
    tekst: str = ""
    blokken: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class BriefValues:
    """All that stands on a letter.

    `aan` are the lines of the address (see `address_lines` and `typed_address`). `betreft` goes on after
    "Betreft:". `ondertekenaars` are (name, function) pairs, voorzitter first. `venster` is the side of the window of
    the envelope, `onderregel` the line at the foot of the first page. `concept` marks a letter that is not fixed yet;
    `voorbeeld` prints the mark of example data.
    """

    afzender: Afzender
    aan: tuple[str, ...]
    plaats: str
    datum: date
    betreft: str
    delen: tuple[BriefDeel, ...] = ()
    aanhef: str = "Geacht bestuur,"
    ons_kenmerk: str = ""
    uw_kenmerk: str = ""
    groet: str = "Met vriendelijke groet,"
    ondertekenaars: tuple[tuple[str, str], ...] = ()
    bijlagen: tuple[str, ...] = ()
    kopie_aan: tuple[str, ...] = ()
    venster: Literal["left", "right"] = "left"
    onderregel: str = ""
    beeldmerk: Logo | None = None
    trefwoorden: tuple[str, ...] = ()
    concept: bool = False
    voorbeeld: bool = False


def brief_document(values: BriefValues) -> Document:
    """The letter as a neutral document."""
    addressee = values.aan[0] if values.aan else ""
    marks = [MARK_EXAMPLE] * values.voorbeeld + [MARK_CONCEPT] * values.concept
    return Document(
        title=capital(_subject(values)),
        author=values.afzender.naam,
        subject=f"Brief aan {one_line(addressee)}" if addressee else "Brief",
        keywords=values.trefwoorden,
        blocks=letter_blocks(values),
        kind="letter",
        mark=" · ".join(marks) or None,
        footer=values.afzender.naam,
        window=values.venster,
        logo=values.beeldmerk,
        imprint=one_line(values.onderregel),
    )


def letter_blocks(values: BriefValues) -> tuple[Block, ...]:
    """The blocks of one letter, from the sender to the last copy."""
    return (*_head(values), Paragraph(_salutation(values.aanhef)), *_text(values), *_close(values))


def _subject(values: BriefValues) -> str:
    return clause(one_line(values.betreft))


def _salutation(text: str) -> str:
    """With its comma, also where it was typed without one."""
    text = one_line(text).rstrip(".")
    return text if not text or text.endswith(",") else f"{text},"


def _head(values: BriefValues) -> list[Block]:
    sender = values.afzender
    reach = (sender.telefoon, sender.email, sender.website)
    reference = [
        f"{label}: {one_line(text)}"
        for label, text in (("Ons kenmerk", values.ons_kenmerk), ("Uw kenmerk", values.uw_kenmerk))
        if text.strip()
    ]
    name = Span(sender.naam, bold=True)
    return [
        Lines(_filled(name, *map(typed_place, sender.adres), *reach), "sender"),
        Lines(_filled(*values.aan), "addressee"),
        Lines((", ".join(text for text in (values.plaats, day_long(values.datum)) if text),)),
        Lines((*reference, f"Betreft: {_subject(values)}"), "reference"),
    ]


def _filled(*lines: Text) -> tuple[Text, ...]:
    return tuple(line for line in lines if line)


def _text(values: BriefValues) -> list[Block]:
    """The parts; what is kept together with the closing is decided there."""
    blocks: list[Block] = []
    for part in values.delen:
        told = [*part.blokken, *(text_blocks(part.tekst) if part.tekst.strip() else ())]
        if part.kop and told:
            blocks.append(Heading(one_line(part.kop)))
        blocks += map(bonded_block, told)
    return _with_closing(blocks)


def _with_closing(blocks: list[Block]) -> list[Block]:
    """The last lines go along with the closing: two of them, so that a last paragraph of one line takes another."""
    for place in (-1, -2):
        last = blocks[place] if len(blocks) >= -place else None
        if not isinstance(last, Paragraph | Bullets):
            break
        blocks[place] = replace(last, keep_with_next=True)
        if not isinstance(last, Paragraph) or len(plain(last.text)) > ONE_LINE:
            break
    return blocks


def _close(values: BriefValues) -> list[Block]:
    name = Span(values.afzender.naam, bold=True)
    blocks: list[Block] = [Paragraph(values.groet, keep_with_next=True), Lines((name,))]
    if values.ondertekenaars:
        blocks.append(Signatures(values.ondertekenaars))
    blocks += _listed(values.bijlagen, "Bijlage", "Bijlagen", numbered=True)
    return blocks + _listed(values.kopie_aan, "Kopie aan", "Kopie aan", numbered=False)


def _listed(items: tuple[str, ...], one: str, more: str, *, numbered: bool) -> list[Block]:
    """One on the line of its title, several below it."""
    texts = [one_line(item) for item in items if item.strip()]
    if len(texts) < 2:
        return [Lines((f"{one}: {text}",)) for text in texts]
    return [
        Lines(
            (f"{more}:", *(f"{place}. {text}" if numbered else text for place, text in enumerate(texts, 1)))
        )
    ]


# -- addresses -----------------------------------------------------------------------------------------------------


def address_lines(to: Geadresseerde) -> tuple[str, ...]:
    """The address of an organisation: name, department, "t.a.v. …", street, "7811 AB  EMMEN"."""
    attention = f"t.a.v. {one_line(to.ter_attentie_van)}" if to.ter_attentie_van.strip() else ""
    *street, town = [one_line(line) if "  " not in line else line.strip() for line in to.adres] or [""]
    return _fitting([one_line(to.naam), one_line(to.afdeling), attention, *street, typed_place(town)])


def typed_address(text: str) -> tuple[str, ...]:
    """An address as it was typed, line by line; the line with the postcode as it belongs on an envelope."""
    return _fitting([typed_place(line) for line in text.splitlines()])


def _fitting(lines: Iterable[str]) -> tuple[str, ...]:
    """At most six lines: what is more goes on the line before it, so that the place stays the last one."""
    kept = [line for line in lines if line.strip()]
    while len(kept) > MOST_LINES:
        kept[1:3] = [f"{kept[1]}, {kept[2]}"]
    return tuple(kept)


# -- to many -------------------------------------------------------------------------------------------------------


def many_document(letter: Document, addresses: Sequence[tuple[str, tuple[str, ...]]]) -> Document:
    """A letter to each of these addresses in one document, each on its own pages.

    Each address has a name, which stands at the foot of its further pages. Raises ValueError without any address.
    """
    if not addresses:
        raise ValueError("a document of letters needs an address")
    blocks: list[Block] = []
    for name, lines in addresses:
        blocks.append(PageBreak(one_line(name) or "Brief"))
        blocks += [
            Lines(lines, "addressee") if isinstance(block, Lines) and block.role == "addressee" else block
            for block in letter.blocks
        ]
    return replace(letter, subject=f"{len(addresses)} brieven", blocks=tuple(blocks))
