"""All that is still to be done: what others promised, per organisation and the latest first, and then what we do."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from huurdersapp.reports import overleg_delen as parts
from huurdersapp.reports.document import Block, Document, Heading, Paragraph, Source, Span
from huurdersapp.reports.language import aantal, day_long
from huurdersapp.reports.overleg_values import Actie, Actielijst, mark
from huurdersapp.reports.prose import joined, one_line


def actielijst_document(values: Actielijst) -> Document:
    """The list as a neutral document. What is done is not on it: that is a note at its meeting."""
    items = sorted((item for item in values.acties if item.gedaan_op is None), key=_order)
    theirs, ours = ([one for one in items if one.toezegging is which] for which in (True, False))
    about = f" {one_line(values.over)}" if values.over else ""
    return Document(
        title=f"Actielijst{about}",
        subtitle=f"Stand op {day_long(values.datum)}",
        author=values.organisatie.naam,
        subject="Wat nog te doen is, en wie dat doet",
        keywords=("actiepunten", "toezeggingen"),
        blocks=(
            _summed(values, theirs, ours),
            *_promises(values, theirs),
            *_tasks(values, ours),
        ),
        mark=mark(example=values.voorbeeld),
        footer=values.organisatie.naam,
    )


def _order(item: Actie) -> tuple[bool, date, str]:
    return item.uiterlijk is None, item.uiterlijk or date.max, item.wat


def _summed(values: Actielijst, theirs: Sequence[Actie], ours: Sequence[Actie]) -> Paragraph:
    if not theirs and not ours:
        return Paragraph("Er staat niets open.")

    def counted(items: Sequence[Actie], one: str, more: str, source: Source | None) -> Span:
        return Span(aantal(len(items), one, more, digits=True), bold=True, source=source)

    late = sum(1 for item in (*theirs, *ours) if item.uiterlijk and item.uiterlijk < values.datum)
    text = joined(
        "Open: ",
        counted(theirs, "toezegging van een ander", "toezeggingen van anderen", values.toezeggingen_source),
        " en ",
        counted(ours, "actiepunt", "actiepunten", values.eigen_source),
        ". ",
        f"Daarvan {'is' if late == 1 else 'zijn'} er {late} te laat."
        if late
        else "Niets daarvan is te laat.",
    )
    return Paragraph(text)


def _promises(values: Actielijst, items: Sequence[Actie]) -> list[Block]:
    """Per organisation: that of the latest promise first."""
    order = {party: at for at, party in enumerate(dict.fromkeys(item.partij for item in items))}
    blocks: list[Block] = [Heading("Toezeggingen van anderen")] if items else []
    for party, found in groupby(sorted(items, key=lambda item: order[item.partij]), lambda item: item.partij):
        blocks += parts.actions(
            one_line(party), list(found), values.datum, names=values.deelnemers, where=True
        )
    return blocks


def _tasks(values: Actielijst, items: Sequence[Actie]) -> list[Block]:
    if not items:
        return []
    table = parts.actions("Van onszelf", items, values.datum, names=values.deelnemers, where=True)
    return [Heading("Wat wij doen"), *table]
