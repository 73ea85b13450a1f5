"""A Word file says the same as the paper, in styles that Word knows."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Length, Pt
from docx.text.paragraph import Paragraph as WordParagraph
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from huurdersapp.reports.document import (
    MARK_EXAMPLE,
    Bullets,
    Chart,
    Column,
    Contents,
    Document,
    Heading,
    Lines,
    Paragraph,
    Series,
    Signatures,
    Span,
    Table,
)
from huurdersapp.reports.docx import write_docx
from huurdersapp.reports.paper.style import BOTTOM, PAGE_HEIGHT, TEXT_WIDTH, TOP
from tests.reports.long_report import picture, progress, shares
from tests.reports.paper_samples import CREATED, docx_of, letter, pages_of, pdf_of, plain_report, report
from tools.paper_words import docx_words, pdf_words

SAMPLES = {
    "report": report(2),
    "letter, window left": letter("left"),
    "letter, window right": letter("right"),
    "address before sender": replace(
        letter(), blocks=(letter().blocks[1], letter().blocks[0], *letter().blocks[2:])
    ),
    "pages": pages_of(5),
    "nothing": plain_report(),
    "letter without words": Document("Brief", "De Deel", (), kind="letter"),
}


def xml(data: bytes, part: str = "document") -> str:
    """One part of a Word file."""
    with ZipFile(BytesIO(data)) as archive:
        return archive.read(f"word/{part}.xml").decode("utf-8")


@pytest.mark.parametrize("document", SAMPLES.values(), ids=SAMPLES)
def test_pdf_and_word_file_have_the_same_words_in_the_same_order(document: Document) -> None:
    assert docx_words(docx_of(document)) == pdf_words(pdf_of(document)[0])


def test_the_comparison_sees_one_word_more_and_two_words_exchanged() -> None:
    said = docx_words(docx_of(report()))
    more = replace(report(), blocks=(*report().blocks, Paragraph("erbij")))
    exchanged = replace(report(), blocks=tuple(reversed(report().blocks)))
    assert pdf_words(pdf_of(more)[0]) == [*said, "erbij"]
    assert pdf_words(pdf_of(exchanged)[0]) != said


@settings(max_examples=60)
@given(st.text(max_size=200), st.text(max_size=80), st.text(max_size=40))
def test_whatever_is_typed_gives_a_file_with_the_same_words(text: str, cell: str, name: str) -> None:
    document = plain_report(
        Paragraph((text, Span(cell, bold=True, href="https://example.org/" + name))),
        Table(name, (Column(cell),), ((text,),), row_heads=False),
        Lines((cell, name)),
        Bullets((text,)),
        Signatures(((name, cell),)),
    )
    data = docx_of(document)
    docx.Document(BytesIO(data))
    assert docx_words(data) == pdf_words(pdf_of(document)[0])


def test_the_same_document_and_moment_give_the_same_bytes() -> None:
    assert docx_of(report()) == docx_of(report())
    with ZipFile(BytesIO(docx_of(report()))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_path_gets_the_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "verslag.docx"
    answer = write_docx(report(), path, created=CREATED)
    assert path.read_bytes() == docx_of(report())
    assert list(tmp_path.iterdir()) == [path]
    assert answer.missing_signs == ()


def test_the_facts_about_the_document_stand_in_it() -> None:
    facts = docx.Document(BytesIO(docx_of(report()))).core_properties
    assert facts.title == "Trimesterverslag 2019-T1 (voorbeeld) & meer"
    assert facts.author == "Huurdersvereniging De Deel"
    assert facts.subject == "Verslag voor het bestuurlijk overleg"
    assert facts.keywords == "huurders, Emmen"
    assert facts.language == "nl-NL"
    assert facts.created is not None
    assert facts.created.isoformat() == "2026-03-05T13:30:00+00:00"


def test_the_text_stands_in_real_styles() -> None:
    document = docx.Document(BytesIO(docx_of(report())))
    styles = {paragraph.text: paragraph.style.name for paragraph in document.paragraphs if paragraph.style}
    assert styles["Trimesterverslag 2019-T1 (voorbeeld) & meer"] == "Title"
    assert styles["Hoofdstuk 1: achterban"] == "Heading 1"
    assert styles["Wat wij hoorden"] == "Heading 2"
    assert styles["Cijfers"] == "Heading 3"
    assert styles["eerste punt"] == "List Bullet"
    assert styles["stap één"] == "List Number"
    assert styles["Tabel 1. Knelpunten per kern"] == "Caption"
    fonts = {style.font.name for style in document.styles if style.type == WD_STYLE_TYPE.PARAGRAPH}
    assert fonts <= {None, "Open Sans"}
    assert 'w:lang w:val="nl-NL"' in xml(docx_of(report()), "styles")


def test_every_style_that_is_used_is_there() -> None:
    data = docx_of(report()) + b""
    known = set(re.findall(r'w:styleId="(\w+)"', xml(data, "styles")))
    for part in ("document", "header1", "header2", "footer1", "footer2"):
        assert set(re.findall(r'w:(?:pStyle|tblStyle|rStyle) w:val="(\w+)"', xml(data, part))) <= known


def test_the_head_of_a_table_returns_and_is_marked() -> None:
    table = docx.Document(BytesIO(docx_of(report()))).tables[1]
    assert [cell.text for cell in table.rows[0].cells] == ["Kern", "Gemeld", "Toelichting"]
    code = xml(docx_of(report()))
    assert code.count("<w:tblHeader/>") == 1
    assert 'w:firstRow="1" w:lastRow="1" w:firstColumn="1"' in code


def test_a_short_table_stays_on_one_page_and_a_long_one_keeps_its_head_with_its_first_row() -> None:
    def kept(rows: int) -> list[bool | None]:
        lines = tuple((f"rij {number}",) for number in range(rows))
        document = docx.Document(BytesIO(docx_of(plain_report(Table("Lijst", (Column("Kop"),), lines)))))
        cells = [row.cells[0].paragraphs[0] for row in document.tables[0].rows]
        return [cell.paragraph_format.keep_with_next for cell in cells]

    assert kept(3) == [True, True, True, None]
    assert kept(40) == [True, *[None] * 40]


def test_no_picture_is_wider_or_higher_than_the_text() -> None:
    many = tuple(f"kern {number}" for number in range(90))
    tall = Chart("Kernen", "Negentig staven.", many, (Series("Gemeld", (1.0,) * 90),))
    document = docx.Document(BytesIO(docx_of(replace(report(), blocks=(*report().blocks, tall)))))
    assert len(document.inline_shapes) == 6
    for shape in document.inline_shapes:
        assert shape.width <= Pt(TEXT_WIDTH)
        assert shape.height < Pt(PAGE_HEIGHT - TOP - BOTTOM)


def test_every_numbered_list_begins_at_one() -> None:
    data = docx_of(plain_report(Bullets(("a", "b"), numbered=True), Bullets(("c", "d"), numbered=True)))
    lists = re.findall(r'<w:numId w:val="(\d+)"/>', xml(data))
    assert lists[0] == lists[1] != lists[2] == lists[3]
    for number in set(lists):
        assert re.search(
            rf'<w:num w:numId="{number}">.*?<w:startOverride w:val="1"/>', xml(data, "numbering")
        )


def test_charts_are_pictures_with_their_words() -> None:
    data = docx_of(report())
    assert 'descr="Staafdiagram: Emmen 10 en 4, Klazienaveen 17 en 5."' in xml(data)
    with ZipFile(BytesIO(data)) as archive:
        pictures = [name for name in archive.namelist() if name.endswith(".png")]
        assert len(pictures) == 5
        for name in pictures:
            image = Image.open(BytesIO(archive.read(name)))
            assert image.width > 1_200
            assert len(set(image.convert("L").tobytes())) > 10


def test_the_mark_stands_in_the_header_of_every_page() -> None:
    for document in (report(), letter()):
        data = docx_of(document)
        assert MARK_EXAMPLE in xml(data, "header1")
        assert MARK_EXAMPLE in xml(data, "header2")
        assert "<w:titlePg/>" in xml(data)
    without = docx_of(replace(report(), mark=None))
    assert "VOORBEELD" not in xml(without, "header1") + xml(without, "header2")


def test_page_numbers_count_themselves_and_a_letter_begins_without() -> None:
    for part, letter_has, report_has in (("footer1", False, True), ("footer2", True, True)):
        assert (" PAGE " in xml(docx_of(letter()), part)) == letter_has
        assert (" PAGE " in xml(docx_of(report()), part)) == report_has


def test_a_contents_list_leads_to_its_headings_and_is_left_out_without_any() -> None:
    code = xml(docx_of(report(2)))
    goals = re.findall(r'w:anchor="(\w+)"', code)
    assert len(goals) == 4
    assert all(f'w:name="{goal}"' in code for goal in goals)
    assert "TOC" not in xml(docx_of(plain_report(Contents(), Paragraph("x"))))
    assert "Inhoud" in xml(docx_of(plain_report(Contents(), Heading("x"))))


def test_a_link_leads_to_its_address() -> None:
    data = docx_of(report())
    with ZipFile(BytesIO(data)) as archive:
        relations = archive.read("word/_rels/document.xml.rels").decode("utf-8")
    assert 'Target="https://www.example.org/?a=1&amp;b=é" TargetMode="External"' in relations


def test_signs_that_our_font_lacks_stay_for_word_and_forbidden_ones_are_named() -> None:
    stream = BytesIO()
    written = write_docx(plain_report(Paragraph("中 en \x07 samen")), stream, created=CREATED)
    assert "中 en □ samen" in xml(stream.getvalue())
    assert written.missing_signs == ("U+0007",)


def test_what_the_file_says_about_itself_is_cut_where_word_takes_no_more() -> None:
    facts = docx.Document(BytesIO(docx_of(replace(report(), title="Verslag " * 50)))).core_properties
    assert facts.title == ("Verslag " * 50)[:255]


def test_nothing_is_left_of_the_file_that_ours_began_as() -> None:
    data = docx_of(letter())
    with ZipFile(BytesIO(data)) as archive:
        assert not [name for name in archive.namelist() if "thumbnail" in name or "customXml" in name]
        assert b"python-docx" not in archive.read("docProps/core.xml")
    document = docx.Document(BytesIO(data))
    assert {style.name for style in document.styles if style.type == WD_STYLE_TYPE.TABLE} == {
        "Normal Table",
        "Huurders tabel",
        "Huurders kerncijfers",
        "Huurders ondertekening",
    }
    assert "Heading 4" not in document.styles
    assert set(re.findall(r'w:pStyle w:val="(\w+)"', xml(data, "numbering"))) == {"ListBullet", "ListNumber"}


def test_another_font_is_named_for_where_ours_is_not_installed() -> None:
    assert '<w:font w:name="Open Sans"><w:altName w:val="Segoe UI"/>' in xml(docx_of(letter()), "fontTable")


@pytest.mark.parametrize(("window", "left"), [("left", 0), ("right", 80)])
def test_the_address_stands_where_the_window_is(window: str, left: float) -> None:
    document = docx.Document(BytesIO(docx_of(letter("left" if window == "left" else "right"))))
    name, rest, address, body = document.paragraphs[:4]
    assert name.text.strip() == "Huurdersvereniging De Deel"
    assert address.text.startswith("Stichting Voorbeeld")
    top = document.sections[0].top_margin
    assert top is not None
    assert address.paragraph_format.left_indent is not None
    assert address.paragraph_format.left_indent.mm == pytest.approx(left, abs=0.2)
    above = [name, rest]
    height = top.mm + sum(height_of(paragraph) for paragraph in above)
    before = address.paragraph_format.space_before
    assert before is not None
    assert 45 <= height + before.mm <= 50
    after = address.paragraph_format.space_after
    assert after is not None
    assert 95 <= height + height_of(address) + after.mm <= 101
    assert body.text.startswith("Emmen, 5 maart 2026")


def height_of(paragraph: WordParagraph) -> float:
    """The height of a paragraph of exact lines in millimetres, with the white above it."""
    looks = paragraph.paragraph_format
    assert isinstance(looks.line_spacing, Length)
    assert looks.space_before is not None
    lines = paragraph.text.count("\n") + 1
    return float(looks.space_before.mm + lines * looks.line_spacing.mm)


def test_pictures_begin_at_the_margin_and_stay_with_their_captions() -> None:
    blocks = (progress(), picture(), shares())
    word = docx.Document(BytesIO(docx_of(plain_report(*blocks))))
    inlines = word.element.body.xpath(".//wp:inline")
    assert len(inlines) == 3
    assert all(inline.get(f"dist{side}") == "0" for inline in inlines for side in "TBLR")
    styles = [paragraph.style.name for paragraph in word.paragraphs if paragraph.style is not None]
    for place, style in enumerate(styles):
        if style == "Figuur":
            assert styles[place + 1] == "Caption"
    for name in ("Figuur", "Inleiding"):
        assert (
            "w:keepNext"
            in xml(docx_of(plain_report(*blocks)), "styles")
            .split(f'w:val="{name}"')[1]
            .split("</w:style>")[0]
        )


def test_tables_and_figures_are_numbered_by_fields_that_word_can_count_again() -> None:
    table = Table("Klachten", (Column("Kern"),), (("Emmen",),))
    word = docx.Document(BytesIO(docx_of(plain_report(progress(), table, picture(), table))))
    fields = [words.text.strip() for words in word.element.body.xpath(".//w:instrText")]
    assert [words.split()[1] for words in fields if words.startswith("SEQ")] == [
        "Figuur",
        "Tabel",
        "Figuur",
        "Tabel",
    ]
    captions = [
        each.text for each in word.paragraphs if each.style is not None and each.style.name == "Caption"
    ]
    assert [each.split(".")[0] for each in captions] == ["Figuur 1", "Tabel 1", "Figuur 2", "Tabel 2"]
