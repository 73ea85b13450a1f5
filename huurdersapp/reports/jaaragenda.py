"""The year agenda as a list: what is when, for which goal year, and the work before each meeting. For PDF and Word."""

from __future__ import annotations

from collections.abc import Iterable

from huurdersapp.records.jaaragenda_vorm import ANCHOR, DONE, DROPPED, LEGAL, MEETING, OWN, PAST, Jaar, Moment
from huurdersapp.records.jaaragenda_woorden import aim, dutch, note, stage, when, work
from huurdersapp.reports.document import (
    MARK_EXAMPLE,
    Block,
    Column,
    Document,
    Heading,
    Paragraph,
    Table,
    Text,
)
from huurdersapp.reports.language import capital, day_long, enumeration
from huurdersapp.reports.prose import one_line, plain_line

KINDS = {ANCHOR: "", OWN: "Eigen moment", MEETING: "Overleg", LEGAL: "Uit de wet"}
"""What stands where a moment serves no goal year."""
SUMMER = (
    "Welke weken van de zomer vakantie zijn, verschilt per streek en per jaar. "
    "De weken die hier gelden, zijn een schatting en niet nagezocht."
)
NOTHING_MOVED = "Valt een dag in het weekend, op een feestdag of in de zomer, dan staat dat erbij. De dag blijft dezelfde."


def title_of(jaar: Jaar) -> str:
    """What the papers are called."""
    return f"Jaaragenda {jaar.year}"


def jaaragenda_document(jaar: Jaar) -> Document:
    """The list as a neutral document."""
    title = title_of(jaar)
    blocks: list[Block] = [*_years(jaar), *_moments(jaar), *_work(jaar), Paragraph(NOTHING_MOVED, "note")]
    if not jaar.summer_checked:
        blocks.append(Paragraph(SUMMER, "note"))
    blocks.append(Paragraph(f"Stand van {day_long(jaar.today)}.", "note"))
    return Document(
        title=title,
        author=jaar.organisation or title,
        subject=enumeration([strip.name for strip in jaar.strips]) if jaar.strips else "Jaaragenda",
        keywords=("jaaragenda", str(jaar.year)),
        blocks=tuple(blocks),
        subtitle=one_line(jaar.organisation),
        mark=MARK_EXAMPLE if jaar.example else None,
        footer=jaar.organisation,
    )


def _years(jaar: Jaar) -> list[Block]:
    """Which years the akkoorden are busy with."""
    found: list[Block] = []
    for strip in jaar.strips:
        busy = [stage(item, dutch) for item in strip.stages if item.within]
        if busy:
            first, *rest = busy
            said = enumeration([first, *(text[:1].lower() + text[1:] for text in rest)])
            found.append(Paragraph(f"{one_line(strip.name)}: {said[:1].lower()}{said[1:]}.", "lead"))
    return found or [
        Paragraph("Er is dit jaar geen akkoord. Dit zijn de eigen momenten en die uit de wet.", "lead")
    ]


def _moments(jaar: Jaar) -> list[Block]:
    if not jaar.moments:
        return [Paragraph("Er staat dit jaar niets in de agenda.")]
    return [
        Heading("Wat er wanneer is"),
        Table(
            "Momenten op volgorde van dag",
            (Column("Wanneer", width=1.5), Column("Wat", width=2.4), Column("Waarvoor", width=1.7), Column("Let op", width=2)),
            tuple(_row(moment) for moment in jaar.moments),
            row_heads=False,
        ),
    ]  # fmt: skip


def _row(moment: Moment) -> tuple[Text, ...]:
    return when(moment, dutch), _what(moment), _serves(moment), " ".join(remarks(moment)) or "–"


def named(moment: Moment) -> str:
    """The name, with what else is done in the same round."""
    others = dict.fromkeys(one_line(item.name) for item in moment.aims if item.name != moment.name)
    name = one_line(moment.name)
    return f"{name}, met {enumeration(list(others))}" if others else name


def _what(moment: Moment) -> str:
    """The name, and the overleggen that are planned for it."""
    if moment.kind == MEETING or not moment.meetings:
        return named(moment)
    return f"{named(moment)}. Gepland: {enumeration([one_line(item.name) for item in moment.meetings])}"


def _serves(moment: Moment) -> str:
    """The goal years, each once, with the phase."""
    found = list(
        dict.fromkeys(filter(None, (aim(item.phase, item.goal_year, dutch) for item in moment.aims)))
    )
    return "; ".join(found) if found else KINDS[moment.kind] or "–"


def remarks(moment: Moment) -> Iterable[str]:
    """What is to be known of a moment: its state, why it was moved, where it comes from, and about its days."""
    if moment.state == DONE:
        yield "Gedaan."
    elif moment.state == DROPPED:
        yield "Gaat niet door."
    elif moment.state == PAST and moment.date_kind in ("uiterlijk", "voor"):
        yield "Nog niet als gedaan gemeld."
    if moment.moved:
        yield "Verzet."
    if moment.reason:
        yield capital(_sentence(moment.reason))
    for source in dict.fromkeys(item.source for item in moment.aims if item.origin == "wet" and item.source):
        yield f"Bron: {one_line(source)}."
    for item in moment.notes:
        yield note(item, dutch)
    if moment.remark:
        yield capital(_sentence(moment.remark))


def _sentence(text: str) -> str:
    line = plain_line(text).rstrip()
    return line if line.endswith((".", "!", "?")) else f"{line}."


def _work(jaar: Jaar) -> list[Block]:
    """The work before the meetings, in the order of its days."""
    found = [(line, moment) for moment in jaar.moments for line in moment.back]
    if not found:
        return []
    found.sort(key=lambda item: (item[0].last, item[0].first, item[0].name))
    rows = []
    for line, moment in found:
        names = [item.name for item in moment.meetings if item.number == line.meeting]
        told = ["Gedaan." if line.done else "", "" if line.certain else "De dag is nog niet bekend."]
        told += [note(item, dutch) for item in line.notes]
        rows.append(
            (
                work(line, dutch),
                one_line(line.name),
                one_line(names[0] if names else moment.name),
                " ".join(filter(None, told)) or "–",
            )
        )
    sources = list(dict.fromkeys(line.source for line, _moment in found if line.source))
    return [
        Heading("Werk vooraf"),
        Table(
            "Wat vóór een overleg klaar moet zijn",
            (Column("Wanneer", width=1.7), Column("Wat", width=1.6), Column("Waarvoor", width=1.6), Column("Let op", width=2)),
            tuple(rows),
            row_heads=False,
            note=" ".join(map(_sentence, sources)) or None,
        ),
    ]  # fmt: skip
