"""The short form of the trimesterverslag: what deserves a line each, so that it stays within two pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from huurdersapp.reports.counting import Counter
from huurdersapp.reports.document import Block, Column, Paragraph, Span, Table, Text, spans
from huurdersapp.reports.language import aantal, capital, clause, day_long, enumeration, in_words
from huurdersapp.reports.prose import joined, one_line, plain_line
from huurdersapp.reports.raadpleging import response_share
from huurdersapp.reports.renovatie_delen import in_short
from huurdersapp.reports.trimester_overig import fate
from huurdersapp.reports.trimester_values import AdviesRegel, TrimesterValues


@dataclass(frozen=True, slots=True)
class Room:
    """So many raadplegingen, adviezen, renovations and knelpunten have a line (how many more there are is told), and whether
    the table of figures stands there, which the first page has in part."""

    raadplegingen: int = 2
    adviezen: int = 2
    knelpunten: int = 1
    renovaties: int = 1
    cijfers: bool = True


_FULL = Room()
_BESIDE = ((0, _FULL), (4, Room(1, 1, 1)), (9, Room(0, 0, 0, 0)), (20, Room(0, 0, 0, 0, cijfers=False)))
"""Up to so many lines of own words there is this room on two pages. With more of them three pages are needed anyway."""


def room_beside(own: int) -> Room:
    """The room beside so many lines of own words."""
    return next((room for lines, room in _BESIDE if own <= lines), _FULL)


def highlights_in_short(counter: Counter, values: TrimesterValues, room: Room = _FULL) -> list[Block]:
    """The raadplegingen, adviezen, renovations and collective knelpunten in a row each."""
    rows = [
        *_raadplegingen(counter, values, room),
        *_adviezen(values, room),
        *_renovaties(values, room),
        *_knelpunten(values, room),
    ]
    if not rows:
        return []
    columns = (
        Column("Wat", width=1),
        Column("Onderwerp", width=3.4),
        Column("Hoe het ervoor staat", width=2),
    )
    return [Table("Raadplegingen, adviezen en knelpunten", columns, tuple(rows))]


def explained_below(values: TrimesterValues, room: Room, blocks: Sequence[Block]) -> list[Block]:
    """The blocks with what explains them: below the last table, so that it never stands on a page by itself."""
    text = _explained(values, room)
    *before, last = blocks
    if not isinstance(last, Table):
        return [*blocks, Paragraph(text, "note")]
    return [*before, replace(last, note=text if last.note is None else (*spans(last.note), f" {text}"))]


def _raadplegingen(counter: Counter, values: TrimesterValues, room: Room) -> Iterator[tuple[Text, ...]]:
    for place, item in enumerate(values.raadplegingen[: room.raadplegingen]):
        answers: Text = "niet vastgelegd"
        if counter.shown.knows((place, "respons")):
            share = response_share(counter, place)
            told = counter.counted((place, "respons"), "antwoord", "antwoorden")
            answers = joined(told, f" ({share})" if share else "")
        yield "Raadpleging", Span(clause(one_line(item.titel)), source=item.source), answers


def _sent(values: TrimesterValues, room: Room) -> list[AdviesRegel]:
    # A renovation takes the place of the second advies: there is no more room on two pages.
    most = min(room.adviezen, 1) if values.renovaties and room.renovaties else room.adviezen
    return [item for item in values.adviezen if not item.geheim and item.verstuurd_op][:most]


def _adviezen(values: TrimesterValues, room: Room) -> Iterator[tuple[Text, ...]]:
    for item in _sent(values, room):
        subject = Span(capital(clause(one_line(item.onderwerp))), source=item.source)
        yield "Advies", subject, capital(fate(item).partition(" (")[0])


def _renovaties(values: TrimesterValues, room: Room) -> Iterator[tuple[Text, ...]]:
    for item in values.renovaties[: room.renovaties]:
        yield "Renovatie", Span(clause(one_line(item.titel)), source=item.source), in_short(item)


def _knelpunten(values: TrimesterValues, room: Room) -> Iterator[tuple[Text, ...]]:
    for item in values.uitgelicht[: room.knelpunten]:
        title = Span(clause(plain_line(item.titel)), source=item.source)
        yield "Knelpunt", title, capital(clause(item.status)) or "–"


def _left_out(values: TrimesterValues, room: Room) -> str:
    left = (
        (len(values.raadplegingen) - room.raadplegingen, "raadpleging", "raadplegingen"),
        (len(values.adviezen) - len(_sent(values, room)), "advies", "adviezen"),
        (len(values.renovaties) - room.renovaties, "renovatie", "renovaties"),
        (len(values.uitgelicht) - room.knelpunten, "knelpunt", "knelpunten"),
    )
    told = [aantal(count, singular, plural) for count, singular, plural in left if count > 0]
    return f" In het volledige verslag staan ook nog {enumeration(told)}." if told else ""


def _explained(values: TrimesterValues, room: Room) -> str:
    small = values.small
    text = f"De cijfers komen uit onze administratie op {day_long(values.gemaakt_op)}."
    if small.active:
        text += (
            f" ‘{small.small_text}’ is een aantal personen, huishoudens of woningen van één tot en met "
            f"{in_words(small.hide_below - 1)}; ‘x’ en een streepje staan waar een cijfer te veel zou zeggen."
        )
    if values.los:
        text += " Leg dit verslag niet naast dat van een trimester of een jaar."
    return text + _left_out(values, room)
