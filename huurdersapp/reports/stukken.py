"""The front of the papers for a meeting: for which meeting they are, what there is, and on which page it begins."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from huurdersapp.reports.document import (
    MARK_EXAMPLE,
    Block,
    Bullets,
    Column,
    Document,
    Heading,
    Lines,
    Paragraph,
    Span,
    Table,
)
from huurdersapp.reports.language import capital, clause, day_long
from huurdersapp.reports.prose import one_line

PIECE = "#stuk-"
"""A link with this address and a number goes to the begin of that paper in the bundle (see `bundle`)."""


@dataclass(frozen=True, slots=True)
class StukRegel:
    """A paper in the bundle: what it is, more about it, and its pages (None while these are not known)."""

    titel: str
    toelichting: str = ""
    bladzijde: int | None = None
    bladzijden: int | None = None


@dataclass(frozen=True, slots=True)
class StukkenValues:
    """What stands on the front: the meeting, the papers in their order, and files that are handed out beside them."""

    organisatie: str
    titel: str
    overleg: str
    datum: date
    gemaakt_op: date
    begintijd: str = ""
    plaats: str = ""
    stukken: tuple[StukRegel, ...] = ()
    los: tuple[str, ...] = ()
    toelichting: tuple[Block, ...] = ()
    voorbeeld: bool = False


def voorkant(values: StukkenValues) -> Document:
    """The first pages of the bundle."""
    when = capital(day_long(values.datum)) + (f", {values.begintijd} uur" if values.begintijd else "")
    about = [f"Overleg: {one_line(values.overleg)}", f"Wanneer: {when}"]
    if values.plaats:
        about.append(f"Waar: {one_line(values.plaats)}")
    about += [f"Van: {one_line(values.organisatie)}", f"Gemaakt op: {day_long(values.gemaakt_op)}"]
    blocks: list[Block] = [Lines(tuple(about)), *values.toelichting, Heading("Wat u hier vindt")]
    if values.stukken:
        columns = (
            Column("Stuk", width=3),
            Column("Wat het is", width=2.6),
            Column("Vanaf bladzijde", "right", width=1.1),
            Column("Bladzijden", "right", width=1),
        )
        rows = tuple(
            (
                Span(f"{number}. {clause(one_line(item.titel))}", href=f"{PIECE}{number}"),
                one_line(item.toelichting) or "–",
                str(item.bladzijde or "–"),
                str(item.bladzijden or "–"),
            )
            for number, item in enumerate(values.stukken, 1)
        )
        blocks.append(Table("De stukken", columns, rows))
        blocks.append(
            Paragraph(
                "Boven aan elke bladzijde staat haar plaats in het geheel. Het nummer onderaan is dat van het stuk zelf.",
                "note",
            )
        )
    else:
        blocks.append(Paragraph("Er zijn voor dit overleg nog geen stukken."))
    if values.los:
        blocks += [
            Heading("Los bij deze stukken"),
            Paragraph("Deze bestanden horen erbij. Zij zijn door anderen gemaakt en zitten hier niet in:"),
            Bullets(tuple(one_line(name) for name in values.los)),
        ]
    return Document(
        title=values.titel,
        subtitle=one_line(values.overleg),
        author=values.organisatie,
        subject=f"Stukken voor {one_line(values.overleg)} van {day_long(values.datum)}",
        keywords=("overleg", "stukken"),
        blocks=tuple(blocks),
        mark=MARK_EXAMPLE if values.voorbeeld else None,
        footer=f"Stukken · {one_line(values.organisatie)}",
    )
