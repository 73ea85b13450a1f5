"""Ways to hold every number of a report against the list behind it."""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Hashable, Iterator, Mapping
from typing import Any

from huurdersapp.actions import lists, verslag
from huurdersapp.actions.context import Context
from huurdersapp.actions.telling import met
from huurdersapp.actions.verslagen.opdracht import Opdracht
from huurdersapp.base import clock, period
from huurdersapp.reports.document import (
    Block,
    Bullets,
    Document,
    KeyFigures,
    Paragraph,
    Source,
    Span,
    Table,
    Text,
    spans,
)
from huurdersapp.reports.language import in_words
from huurdersapp.reports.rapport import rapport_document
from huurdersapp.reports.values import Getal

KEPT = 12
"""So many reports are kept: those of one file of tests, each year in full and in short."""
_kept: OrderedDict[Hashable, verslag.Gemaakt] = OrderedDict()
NO_RECORDS = ("raadpleging", "meting", "knelpunt")
"""Behind a number about these stand answers, values or reports of tenants: more or fewer than there are records."""


def document_of(ctx: Context, kind: str, code: str, *, annexes: bool = True, **more: Any) -> Document:
    """A report as its kind gives it, with all its parts, and with or without its annexes."""
    made = verslag.make(ctx, Opdracht(kind, period.parse(code), **more))
    return rapport_document(
        made.read.kader, [part for part in made.read.onderdelen if annexes or not part.bijlage]
    )


def kept_document(ctx: Context, kind: str, code: str, *, annexes: bool = True, **more: Any) -> Document:
    """The same for tests that look at what was made of an administration in which nothing changes: it is made once for
    all of them. A test that changes how a report is made, or asks twice whether it is the same, makes its own."""
    head = ctx.store.head
    key = (head.device, head.seq, head.hash, clock.today(), kind, code, *sorted(more.items()))
    if key not in _kept:
        _kept[key] = verslag.make(ctx, Opdracht(kind, period.parse(code), **more))
        while len(_kept) > KEPT:
            _kept.popitem(last=False)
    read = _kept[key].read
    return rapport_document(read.kader, [part for part in read.onderdelen if annexes or not part.bijlage])


def texts(blocks: tuple[Block, ...]) -> Iterator[Text]:
    """Every text that blocks print, cell by cell."""
    for block in blocks:
        match block:
            case Paragraph():
                yield block.text
            case Bullets():
                yield from block.items
            case KeyFigures():
                yield from (item.value for item in block.items)
            case Table():
                yield from (cell for row in (*block.rows, block.totals or ()) for cell in row)


def sourced(made: Document) -> Iterator[tuple[Span, Source]]:
    """The pieces of text behind which records stand."""
    for text in texts(made.blocks):
        for span in spans(text):
            if span.source is not None:
                yield span, span.source


def said(text: str) -> int | None:
    """The number with which a text begins, in digits or in words; None when it is no number with a counted word."""
    first = re.match(r"([\d.]+|[a-zé]+)(?:[ \u00a0]|$)", text.lower())
    if first is None:
        return None
    word = first[1].replace(".", "")
    if word.isdecimal():
        return int(word)
    return next((count for count in range(21) if in_words(count) == word), None)


def check_numbers(ctx: Context, made: Document) -> int:
    """Hold each printed number against its list, and each source against its records; tells how many were numbers."""
    held = 0
    for span, source in sourced(made):
        spec = ctx.spec(source.kind)
        where = [f"{key}={value}" for key, value in source.where]
        with ctx.store.reading() as db:
            keys = db.scalars(
                spec.table.select()
                .with_only_columns(spec.table.c.id)
                .where(met(db, source.kind, source.where))
            )
            assert set(source.ids) == set(keys), (span.text, source)
        count = said(span.text)
        one = len(source.ids) == 1 and not span.text.replace(".", "").isdecimal()
        if count is not None and not one and source.kind not in NO_RECORDS:  # of one record it is the name
            assert lists.count(ctx, spec, where) == count, (span.text, where)
            held += 1
    return held


def getallen(thing: object) -> Iterator[Getal]:
    """All counts in values, however deep."""
    if isinstance(thing, Getal):
        yield thing
    elif isinstance(thing, Mapping):
        for item in thing.values():
            yield from getallen(item)
    elif isinstance(thing, tuple):
        for item in thing:
            yield from getallen(item)
    elif hasattr(thing, "__dataclass_fields__") and not isinstance(thing, Source):
        for name in thing.__dataclass_fields__:
            yield from getallen(getattr(thing, name))


def tables(made: Document) -> dict[str, Table]:
    """The tables of a document by what stands above them."""
    return {block.caption: block for block in made.blocks if isinstance(block, Table)}
