"""Tables and figures are numbered once, in their order, and texts name them by that number and lead to them."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pikepdf
from docx import Document as WordFile

from huurdersapp.reports.document import (
    Block,
    Bullets,
    Column,
    Document,
    Heading,
    Lines,
    PageBreak,
    Paragraph,
    Span,
    Table,
    Text,
    plain,
)
from huurdersapp.reports.numbering import NUMBERED, caption, numbered
from huurdersapp.reports.plain_text import plain_text
from tests.reports.long_report import funnel, picture, progress, shares
from tests.reports.paper_samples import docx_of, findings, letter, pdf_of, plain_report, text_of, trend
from tools.paper_words import docx_words, pdf_words

TABLE = Table("Klachten", (Column("Kern"),), (("Emmen",),), key="klachten")


def said(*texts: Text, blocks: tuple[Block, ...] = (TABLE,)) -> list[str]:
    document = numbered(plain_report(*(Paragraph(text) for text in texts), *blocks))
    return [
        plain(block.text).replace("\u00a0", " ") for block in document.blocks if isinstance(block, Paragraph)
    ]


def test_tables_and_figures_are_counted_apart_in_their_order() -> None:
    blocks = (TABLE, progress(), trend(), Heading("Verder"), TABLE, picture(), shares(), funnel())
    made = numbered(plain_report(*blocks)).blocks
    captions = [caption(block) for block in made if isinstance(block, NUMBERED)]
    assert [words.split(".")[0] for words in captions] == [
        "Tabel 1",
        "Figuur 1",
        "Figuur 2",
        "Tabel 2",
        "Figuur 3",
        "Figuur 4",
        "Figuur 5",
    ]


def test_a_document_that_is_numbered_stays_the_same_and_one_that_is_cut_is_counted_anew() -> None:
    document = numbered(plain_report(TABLE, Paragraph(("Zie ", Span("x", ref="klachten"))), TABLE))
    assert numbered(document) is document
    later = numbered(replace(document, blocks=document.blocks[2:]))
    (block,) = later.blocks
    assert isinstance(block, Table)
    assert caption(block) == "Tabel 1. Klachten"


def test_a_letter_has_no_numbers() -> None:
    data, _ = pdf_of(replace(letter(), blocks=(*letter().blocks, TABLE)))
    assert "Klachten" in text_of(data)
    assert "Tabel 1" not in text_of(data)


def test_a_text_names_the_table_with_a_capital_where_a_sentence_begins() -> None:
    ref = Span("de tabel", ref="klachten")
    assert said(("In ", ref, " staat het. ", ref, " toont meer (", ref, ").")) == [
        "In tabel 1 staat het. Tabel 1 toont meer (tabel 1)."
    ]
    assert said(ref, (ref, "!")) == ["Tabel 1", "Tabel 1!"]


def test_without_the_table_the_words_stay_and_lead_nowhere() -> None:
    ref = Span("de tabel met klachten", ref="klachten")
    document = numbered(plain_report(Paragraph(("Zie ", ref, "."))))
    assert said(("Zie ", ref, "."), blocks=()) == ["Zie de tabel met klachten."]
    (block,) = document.blocks
    assert isinstance(block, Paragraph)
    assert block.text == ("Zie ", Span("de tabel met klachten"), ".")
    assert findings(pdf_of(document)[0]) == []


def test_items_lines_and_cells_name_tables_too() -> None:
    ref: Text = ("zie ", Span("x", ref="klachten"))
    rows = Table("Meer", (Column("Waar"),), ((ref,),), totals=(ref,))
    document = plain_report(TABLE, Bullets((ref, "twee")), Lines((ref,)), rows)
    assert plain_text(document).count("zie tabel 1") == 4


def leading() -> Document:
    """Texts that lead to a table, a figure, a heading and a note, from before and from behind."""
    texts = tuple(
        Paragraph(("Zie ", Span("dat", ref=key), " en verder."))
        for key in ("klachten", "foto", "kop", "noot")
    )
    return plain_report(
        *texts,
        PageBreak(),
        Heading("Het hoofdstuk", key="kop"),
        TABLE,
        replace(picture(), key="foto"),
        Paragraph("[1] Een noot.", "note", key="noot"),
        PageBreak(),
        *texts,
    )


def test_on_paper_each_leads_to_its_page_and_is_a_link_for_whoever_listens() -> None:
    data, _ = pdf_of(leading())
    assert findings(data) == []
    with pikepdf.open(BytesIO(data)) as pdf:
        notes = [note for page in pdf.pages for note in page.get("/Annots", [])]
        goals = [note.Dest[0].objgen for note in notes]
        assert goals == [pdf.pages[1].objgen] * 8
        assert [str(note.Contents) for note in notes][:4] == ["tabel\u00a01", "figuur\u00a01", "dat", "dat"]


def test_in_word_each_leads_to_a_bookmark_that_is_there_and_the_words_are_those_of_paper() -> None:
    data = docx_of(leading())
    body = WordFile(BytesIO(data)).element.body
    names = body.xpath(".//w:bookmarkStart/@w:name")
    anchors = body.xpath(".//w:hyperlink/@w:anchor")
    assert len(anchors) == 8
    assert set(anchors) <= set(names)
    assert len(names) == len(set(names))
    assert docx_words(data) == pdf_words(pdf_of(leading())[0])
