"""The agenda of an overleg, to print or to send: when and where, what will be talked about, and which documents go along.

What the documents say is not in it. Names of persons and confidential documents are only on the paper for who sits in the
meeting.
"""

from __future__ import annotations

from huurdersapp.reports import overleg_delen as parts
from huurdersapp.reports.document import Block, Bullets, Column, Document, Heading, Paragraph, Table, Text
from huurdersapp.reports.language import sentence
from huurdersapp.reports.overleg_values import OverlegPapier, Punt, mark
from huurdersapp.reports.prose import one_line, plain_line


def agenda_document(values: OverlegPapier) -> Document:
    """The agenda as a neutral document; what is not known is left out."""
    name = one_line(values.naam)
    blocks: list[Block] = [*parts.called_off(values), parts.facts(values)]
    if values.deelnemers:
        blocks += parts.people("Uitgenodigd", values.uitgenodigd)
    blocks += [*_items(values), *parts.refused(values), *_left(values), *parts.documents(values)]
    return Document(
        title=f"Agenda {name}",
        subtitle=parts.on_day(values.datum),
        author=values.organisatie.naam,
        subject=f"Agenda van {name} op {parts.on_day(values.datum)}",
        keywords=("overleg", "agenda"),
        blocks=tuple(blocks),
        mark=mark(example=values.voorbeeld),
        footer=values.organisatie.naam,
    )


def _items(values: OverlegPapier) -> list[Block]:
    items = parts.shown(values)
    if not items:
        return [Heading("Agenda"), Paragraph("De agenda is nog niet gevuld.")]
    times = _times(values, items)
    wie = values.deelnemers and any(item.wie for item in items)
    columns = [Column("Nr.", "right", 0.5), *([Column("Tijd", width=0.7)] if any(times) else [])]
    columns += [Column("Onderwerp", width=4.2), Column("Bedoeling", width=1.3)]
    if wie:
        columns.append(Column("Wie", width=1.3))
    if any(item.minuten for item in items):
        columns.append(Column("Duur", "right", 0.9))

    def row(number: int, item: Punt, time: str) -> tuple[Text, ...]:
        cells: list[Text] = [str(number), *([time] if any(times) else [])]
        cells += [parts.subject(item, values.organisatie.naam), item.bedoeling.lower()]
        if wie:
            cells.append(one_line(item.wie))
        if any(each.minuten for each in items):
            cells.append(f"{item.minuten} min." if item.minuten else "")
        return tuple(cells)

    rows = tuple(row(at, item, time) for at, (item, time) in enumerate(zip(items, times, strict=True), 1))
    made: list[Block] = [
        Heading("Agenda"),
        Table("Waar het over gaat", tuple(columns), rows, row_heads=False),
    ]
    more = [f"Punt {at}: {text}" for at, item in enumerate(items, 1) if (text := _more(values, item))]
    return [*made, Bullets(tuple(more))] if more else made


def _more(values: OverlegPapier, item: Punt) -> str:
    """To what an item belongs, and its document."""
    told = [sentence(plain_line(item.over))] if item.over else []
    if name := parts.stuk(values, item):
        told.append(f"Stuk: {sentence(name)}")
    return " ".join(told)


def _times(values: OverlegPapier, items: list[Punt]) -> list[str]:
    """When each item begins, as long as those before it say how long they take."""
    if not values.begintijd or not any(item.minuten for item in items):
        return [""] * len(items)
    hours, minutes = map(int, values.begintijd.split(":"))
    at: int | None = 60 * hours + minutes
    told = []
    for item in items:
        told.append(f"{at // 60 % 24:02}:{at % 60:02}" if at is not None else "")
        at = at + item.minuten if at is not None and item.minuten else None
    return told


def _left(values: OverlegPapier) -> list[Block]:
    if not values.openstaand:
        return []
    title = "Wat nog openstaat uit eerder overleg"
    table = parts.actions(title, values.openstaand, values.datum_papier, names=values.deelnemers, where=True)
    return [Heading("Openstaand"), *table]
