"""Several papers as one file: each page as it was, with bookmarks, tags and numbers that go on."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import cache
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from page import ValidationProfile

from huurdersapp.reports.bundle import Piece, bundled, is_ours, page_counts
from huurdersapp.reports.document import (
    MARK_EXAMPLE,
    Block,
    Column,
    Contents,
    Document,
    Heading,
    Paragraph,
    Span,
    Table,
)
from huurdersapp.reports.paper.metadata import about
from huurdersapp.reports.pdf import write_pdf
from huurdersapp.reports.stukken import StukkenValues, StukRegel, voorkant
from tests.reports.paper_samples import findings

MADE = datetime(2026, 1, 1, 12, tzinfo=UTC)
FACTS = about(Document(title="Stukken BO 12 februari 2019", author="Huurdersfederatie", blocks=()), MADE)


@cache
def paper(name: str, pages: int = 1) -> bytes:
    blocks: list[Block] = [
        Paragraph(("Zie ", Span("onze pagina", href="https://example.nl"), ".")),
        Heading(f"Begin van {name}"),
        Contents(),
        *(Paragraph(f"{name}: " + "woorden " * 320) for _ in range(pages)),
        Heading("Cijfers", 2),
        Table("Bezoeken", (Column("Kern"), Column("Aantal", "right")), (("Emmen", "12"),)),
    ]
    stream = BytesIO()
    made = Document(title=name, author="Huurdersfederatie", blocks=tuple(blocks), mark=MARK_EXAMPLE)
    write_pdf(made, stream, created=MADE)
    return stream.getvalue()


def pieces(count: int = 3) -> list[Piece]:
    return [Piece(f"Stuk {place}", paper(f"Stuk {place}", place)) for place in range(1, count + 1)]


@pytest.mark.parametrize("profile", [ValidationProfile.PDF_UA_1, ValidationProfile.PDF_A_2A])
@pytest.mark.parametrize("count", [1, 2, 5])
def test_it_can_be_read_aloud_and_kept(count: int, profile: ValidationProfile) -> None:
    assert findings(bundled(pieces(count), FACTS), profile) == []


def test_every_page_is_there_in_order_with_its_place_in_the_whole() -> None:
    counts = page_counts(pieces())
    whole = pypdfium2.PdfDocument(bundled(pieces(), FACTS))
    assert len(whole) == sum(counts)
    texts = [page.get_textpage().get_text_range() for page in whole]
    for place, text in enumerate(texts[1:], 2):
        assert f"Stukken BO 12 februari 2019 · {place} van {len(whole)}" in text
    assert "van" not in texts[0].splitlines()[0]
    for piece, start in zip(pieces(), (0, counts[0], counts[0] + counts[1]), strict=True):
        alone = pypdfium2.PdfDocument(piece.pdf)
        for place, page in enumerate(alone):
            words = page.get_textpage().get_text_range()
            assert set(words.split()) <= set(texts[start + place].split())


def test_the_bookmarks_of_every_paper_stand_below_its_own() -> None:
    counts = page_counts(pieces())
    found = [
        (item.level, item.get_title(), dest.get_index() if (dest := item.get_dest()) else None)
        for item in pypdfium2.PdfDocument(bundled(pieces(), FACTS)).get_toc()
    ]
    assert [item for item in found if item[0] == 0] == [
        (0, "Stuk 1", 0),
        (0, "Stuk 2", counts[0]),
        (0, "Stuk 3", counts[0] + counts[1]),
    ]
    assert (1, "Begin van Stuk 2", counts[0]) in found
    assert found[-1] == (2, "Cijfers", sum(counts) - 1)


def test_it_is_read_in_order_and_every_mark_finds_its_element() -> None:
    with pikepdf.open(BytesIO(bundled(pieces(), FACTS))) as whole:
        tree = whole.Root.StructTreeRoot
        assert [str(part.T) for part in tree.K.K] == ["Stuk 1", "Stuk 2", "Stuk 3"]
        numbers = tree.ParentTree.Nums
        held = {int(numbers[at]): numbers[at + 1] for at in range(0, len(numbers), 2)}
        assert list(held) == sorted(held)
        assert len(held) == int(tree.ParentTreeNextKey)
        for place, page in enumerate(whole.pages):
            for element in held[int(page.obj.StructParents)]:
                kids = element.K if isinstance(element.K, pikepdf.Array) else [element]
                assert any(kid.get("/Pg") == page.obj for kid in kids if hasattr(kid, "get")), place
        links = [note for page in whole.pages for note in page.obj.get("/Annots", [])]
        assert len({int(note.StructParent) for note in links}) == len(links) > 3
        assert all(held[int(note.StructParent)].S == "/Link" for note in links)


def test_a_link_of_a_contents_list_goes_to_its_page_in_the_whole() -> None:
    with pikepdf.open(BytesIO(bundled(pieces(), FACTS))) as whole:
        at = {page.obj.objgen: place for place, page in enumerate(whole.pages)}
        start = page_counts(pieces())[0]
        inside = [note for note in whole.pages[start].obj.Annots if "/Dest" in note]
        assert [at[note.Dest[0].objgen] for note in inside] == [start, start + page_counts(pieces())[1] - 1]


def test_a_link_on_the_front_goes_to_the_paper_that_it_names() -> None:
    stream = BytesIO()
    lines = tuple(StukRegel(piece.title) for piece in pieces())
    front = voorkant(
        StukkenValues("Wij", "Stukken", "BO", date(2019, 2, 12), date(2019, 2, 1), stukken=lines)
    )
    write_pdf(front, stream, created=MADE)
    counts = page_counts(pieces())
    data = bundled([Piece("Voorkant", stream.getvalue()), *pieces()], FACTS)
    assert findings(data) == []
    with pikepdf.open(BytesIO(data)) as whole:
        at = {page.obj.objgen: place for place, page in enumerate(whole.pages)}
        goals = [at[note.Dest[0].objgen] for note in whole.pages[0].obj.Annots]
    assert goals == [1, 1 + counts[0], 1 + counts[0] + counts[1]]


def test_the_same_papers_give_the_same_bytes() -> None:
    assert bundled(pieces(), FACTS) == bundled(pieces(), FACTS)


def test_only_our_own_papers_can_go_in() -> None:
    other = BytesIO()
    with pikepdf.new() as made:
        made.add_blank_page()
        made.save(other)
    assert is_ours(paper("Stuk 1"))
    assert not is_ours(other.getvalue())
    assert not is_ours(b"geen pdf")
