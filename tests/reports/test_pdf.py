"""A PDF says what the document says, can be read aloud, and fits on its pages."""

from __future__ import annotations

import re
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from page import ValidationProfile
from pdfua import validate
from pypdfium2 import PdfDocument

from huurdersapp.reports.document import (
    MARK_EXAMPLE,
    Bullets,
    Column,
    Contents,
    Document,
    Heading,
    KeyFigure,
    KeyFigures,
    Lines,
    PageBreak,
    Paragraph,
    Signatures,
    Span,
    Table,
)
from huurdersapp.reports.fonts import missing_signs, tidy
from huurdersapp.reports.paper.style import MM, PAGE_HEIGHT
from huurdersapp.reports.pdf import write_pdf
from tests.reports.paper_samples import (
    CREATED,
    TALK,
    extracted,
    findings,
    letter,
    out_of_bounds,
    overlaps,
    pages_of,
    pdf_of,
    plain_report,
    report,
    text_of,
)
from tools.paper_words import page_lines, pdf_texts, pdf_words

DOCUMENTS = {
    "report": report(),
    "long report": report(12),
    "letter, window left": letter("left"),
    "letter, window right": letter("right"),
    "one page": pages_of(1),
    "40 pages": pages_of(40),
    "200 pages": pages_of(200),
    "nothing": plain_report(),
    "letter without words": Document("Brief", "De Deel", (), kind="letter"),
}


@pytest.mark.parametrize("document", DOCUMENTS.values(), ids=DOCUMENTS)
def test_every_pdf_can_be_read_aloud_and_kept(document: Document, tmp_path: Path) -> None:
    data, _ = pdf_of(document)
    assert findings(data, ValidationProfile.PDF_UA_1) == []
    assert findings(data, ValidationProfile.PDF_A_2A) == []
    path = tmp_path / "x.pdf"
    path.write_bytes(data)
    assert [finding.message for finding in validate(str(path)).findings] == []


def test_the_checker_sees_a_picture_without_words_and_a_font_that_is_not_inside() -> None:
    data, _ = pdf_of(report())
    for name in ("Alt", "FontFile2"):
        with pikepdf.open(BytesIO(data)) as pdf:
            for thing in pdf.objects:
                if isinstance(thing, pikepdf.Dictionary) and f"/{name}" in thing:
                    del thing[f"/{name}"]
            broken = BytesIO()
            pdf.save(broken)
        assert findings(broken.getvalue()) != []


@pytest.mark.parametrize("wanted", [1, 40, 200])
def test_the_number_of_pages_is_told(wanted: int) -> None:
    data, written = pdf_of(pages_of(wanted))
    with PdfDocument(data) as pdf:
        assert len(pdf) == written.pages == wanted


def test_the_same_document_and_moment_give_the_same_bytes() -> None:
    assert pdf_of(report())[0] == pdf_of(report())[0]
    other = BytesIO()
    write_pdf(report(), other, created=CREATED.replace(year=2027))
    assert other.getvalue() != pdf_of(report())[0]


def test_a_path_gets_the_whole_file_and_nothing_stays_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "verslag.pdf"
    path.write_text("oud", encoding="utf-8")
    write_pdf(report(), path, created=CREATED)
    assert path.read_bytes() == pdf_of(report())[0]
    assert list(tmp_path.iterdir()) == [path]


def test_a_place_that_is_not_there_leaves_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(OSError):
        write_pdf(report(), tmp_path / "weg" / "verslag.pdf", created=CREATED)


def test_the_facts_about_the_document_stand_in_it_twice_and_agree() -> None:
    data, _ = pdf_of(report())
    with pikepdf.open(BytesIO(data)) as pdf:
        info = {key: str(value) for key, value in pdf.docinfo.items()}
        xmp = pdf.Root.Metadata.read_bytes().decode("utf-8")
        assert pdf.Root.Lang == "nl-NL"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert pdf.pdf_version == "1.7"
    assert info["/Title"] == "Trimesterverslag 2019-T1 (voorbeeld) & meer"
    assert info["/Author"] == "Huurdersvereniging De Deel"
    assert info["/Subject"] == "Verslag voor het bestuurlijk overleg"
    assert info["/Keywords"] == "huurders, Emmen"
    assert info["/CreationDate"] == "D:20260305143000+01'00'"
    assert "Trimesterverslag 2019-T1 (voorbeeld) &amp; meer" in xmp
    assert "2026-03-05T14:30:00+01:00" in xmp


def test_all_fonts_are_inside() -> None:
    with pikepdf.open(BytesIO(pdf_of(report())[0])) as pdf:
        fonts = {
            str(font.BaseFont): font.FontDescriptor
            for page in pdf.pages
            for font in page.resources.Font.values()
        }
        assert all("/FontFile2" in descriptor for descriptor in fonts.values())
    assert {name.split("+")[1] for name in fonts} >= {"OpenSans-Regular", "OpenSans-Bold", "OpenSans-Italic"}


SPECIAL = "<b>&amp; \\(x) <para> % {} € ë ij ĳ ł ş ğ ı İ ń ę “aanhaling” – … 1.234 % Łódź Çelik’s"


def test_text_comes_out_as_it_was_typed() -> None:
    data, written = pdf_of(
        plain_report(Paragraph(SPECIAL), Bullets((SPECIAL,)), Paragraph((Span(SPECIAL, bold=True), "!")))
    )
    assert text_of(data).count(SPECIAL) == 3
    assert written.missing_signs == ()


def test_a_composed_and_a_taken_apart_letter_are_the_same_on_paper() -> None:
    data, written = pdf_of(plain_report(Paragraph(unicodedata.normalize("NFD", "één coöperatie"))))
    assert "één coöperatie" in text_of(data)
    assert written.missing_signs == ()


def test_signs_that_the_font_lacks_are_shown_as_a_box_and_named() -> None:
    data, written = pdf_of(plain_report(Paragraph("Wij 中 en 😀 samen"), Heading("中")))
    assert "Wij □ en □ samen" in text_of(data)
    assert written.missing_signs == ("U+4E2D (中)", "U+1F600 (😀)")
    assert findings(data) == []


def test_ten_thousand_characters_in_one_paragraph_are_all_there() -> None:
    text = (TALK * 40)[:10_000].strip()
    data, written = pdf_of(plain_report(Paragraph(text)))
    assert "".join(text.split()) in "".join(
        "".join(drop_furniture(page)).replace(" ", "") for page in extracted(data)
    )
    assert written.pages > 2
    assert pdf_words(data) == ["Verslag", *text.split()]


def drop_furniture(page: str) -> list[str]:
    """The lines of a page without running head and foot."""
    return [line for line in page.splitlines() if line != "Verslag" and not re.match(r"Pagina \d+ van", line)]


@settings(max_examples=60)
@given(st.text(max_size=400), st.lists(st.text(max_size=60), min_size=3, max_size=3))
def test_whatever_is_typed_is_there_in_order_and_stays_within_the_margins(
    text: str, cells: list[str]
) -> None:
    table = Table("Tabel", (Column("a"), Column("b", "right"), Column("c", width=0.3)), (tuple(cells),) * 2)
    document = plain_report(Paragraph(text), Paragraph(("x ", Span(text, bold=True), text)), table)
    data, written = pdf_of(document)
    said = "".join(pdf_words(data))
    for part in (text, *cells):
        assert "".join(tidy(part).split()) in said
        assert set(missing_signs(part)) <= set(written.missing_signs)
    assert out_of_bounds(data) == []
    assert findings(data) == []


@pytest.mark.parametrize(
    "document",
    [
        plain_report(
            Paragraph("x" * 3_000), Paragraph("W" * 300, "lead"), Heading("onleesbaarlangwoord" * 20)
        ),
        plain_report(Bullets(("y" * 500, "https://www.example.org/" + "pad/" * 60))),
        plain_report(Paragraph((Span("z" * 400, bold=True), "q" * 400, " einde"))),
        replace(report(), title="Titel" * 60, subtitle="o" * 300, footer="voet " * 80),
        replace(
            letter(),
            blocks=(Lines(("naam" * 40, "straat" * 40), "sender"), Lines(("t" * 200,) * 3, "addressee")),
        ),
    ],
)
def test_very_long_words_are_broken_instead_of_running_off_the_page(document: Document) -> None:
    data, _ = pdf_of(document)
    if document.kind == "report":
        assert out_of_bounds(data) == []
    assert overlaps(data) == []
    assert findings(data) == []


def test_the_sampled_documents_stay_within_their_margins() -> None:
    data, _ = pdf_of(report(3))
    assert out_of_bounds(data) == []


def test_bookmarks_follow_the_headings_and_lead_to_their_pages() -> None:
    data, _ = pdf_of(report(3))
    texts = extracted(data)
    with PdfDocument(data) as pdf:
        marks = [(mark.level, mark.get_title(), mark.get_dest().get_index()) for mark in pdf.get_toc()]
    assert [(level, title) for level, title, _ in marks][:3] == [
        (0, "Hoofdstuk 1: achterban"),
        (1, "Wat wij hoorden"),
        (2, "Cijfers"),
    ]
    assert len(marks) == 9
    assert all(title in texts[page] for _, title, page in marks)


def test_the_contents_list_tells_the_pages_where_the_headings_stand() -> None:
    data, _ = pdf_of(report(5))
    first, *rest = extracted(data)
    told = re.findall(r"(Hoofdstuk \d+: achterban) *(\d+)", first)
    assert len(told) == 5
    for title, number in told:
        assert title in rest[int(number) - 2]


def test_a_contents_list_of_many_pages_still_counts_right() -> None:
    headings = [block for n in range(150) for block in (Heading(f"Onderwerp {n:03}"), Paragraph(TALK))]
    data, _ = pdf_of(plain_report(Contents(), PageBreak(), *headings))
    pages = extracted(data)
    told = dict(re.findall(r"(Onderwerp \d{3}) *(\d+)", "\n".join(pages[:6])))
    assert len(told) == 150
    assert all(title in pages[int(number) - 1] for title, number in told.items())
    assert findings(data) == []


@pytest.mark.parametrize("filler", range(30, 47))
def test_no_heading_stands_alone_at_the_foot_of_a_page(filler: int) -> None:
    lines = Lines(tuple(f"regel {n}" for n in range(filler)))
    data, _ = pdf_of(plain_report(lines, Heading("Kop een"), Heading("Kop twee", 2), Paragraph(TALK * 2)))
    pages = [[line for line in page if line.piece is not None] for page in page_lines(data)]
    place = next(n for n, page in enumerate(pages) if any(line.text == "Kop een" for line in page))
    after = [line.text for line in pages[place]]
    assert len(after[after.index("Kop een") :]) >= 4


@pytest.mark.parametrize("filler", range(34, 42))
def test_no_item_of_a_list_stands_alone_on_a_page(filler: int) -> None:
    lines = Lines(tuple(f"regel {n}" for n in range(filler)))
    pages = extracted(pdf_of(plain_report(lines, Bullets(tuple(f"punt {n}" for n in range(5)))))[0])
    assert all(page.count("punt") != 1 for page in pages)


def test_page_numbers_stand_on_every_page_of_a_report_and_from_the_second_page_of_a_letter() -> None:
    pages = extracted(pdf_of(report(2))[0])
    assert all(f"Pagina {n} van {len(pages)}" in page for n, page in enumerate(pages, 1))
    first, second, *_ = extracted(pdf_of(letter())[0])
    assert "Pagina" not in first
    assert "Pagina 2 van" in second


def test_the_mark_stands_on_every_page_and_is_read_aloud_once() -> None:
    for document in (report(2), letter()):
        data, _ = pdf_of(document)
        assert all(page.count(MARK_EXAMPLE) == 1 for page in extracted(data))
        with pikepdf.open(BytesIO(data)) as pdf:
            assert next(str(kid.S) for kid in pdf.Root.StructTreeRoot.K.K) == "/Mark"
    assert MARK_EXAMPLE not in text_of(pdf_of(replace(report(), mark=None))[0])


@pytest.mark.parametrize(("window", "left"), [("left", 25), ("right", 105)])
def test_the_address_stands_in_the_window_of_the_envelope(window: str, left: float) -> None:
    document = letter("left" if window == "left" else "right")
    for lines in (4, 6, 9):
        address = tuple(f"Regel {n} van het adres" for n in range(lines))
        blocks = (document.blocks[0], Lines(address, "addressee"), *document.blocks[2:])
        data, _ = pdf_of(replace(document, blocks=blocks))
        shown = [line for line in page_lines(data)[0] if line.text.startswith("Regel")]
        assert len(shown) == lines
        for line in shown:
            assert line.x / MM == pytest.approx(left, abs=0.1)
            assert (PAGE_HEIGHT - line.y - 0.75 * line.size) / MM >= 47
            assert (PAGE_HEIGHT - line.y + 0.3 * line.size) / MM <= 87
        others = [line for line in page_lines(data)[0] if line.text.startswith(("Emmen, ", "Geacht"))]
        assert all((PAGE_HEIGHT - line.y) / MM > 95 for line in others)


def test_nothing_of_the_sender_shows_through_the_window() -> None:
    for window in ("left", "right"):
        data, _ = pdf_of(letter("left" if window == "left" else "right"))
        first = page_lines(data)[0]
        sender = [line for line in first if line.text.strip() in {"Postbus 12", "info@deel.example"}]
        middle = 105 * MM
        assert len(sender) == 2
        assert all((line.x > middle) == (window == "left") for line in sender)


def test_places_to_sign_stay_together_with_the_greeting() -> None:
    for paragraphs in range(3, 9):
        data, _ = pdf_of(letter(paragraphs=paragraphs))
        pages = [page for page in extracted(data) if "Met vriendelijke groet" in page]
        assert len(pages) == 1
        assert "voorzitter" in pages[0]
        assert "secretaris" in pages[0]
        assert "nee, tenzij" in pages[0]


def test_the_last_lines_of_a_long_paragraph_go_along_with_the_signatures() -> None:
    for length in range(20, 46):
        text = Paragraph(
            "Een regel die precies zo lang is dat hij de breedte van het blad ongeveer vult. " * length
        )
        document = replace(
            letter(), blocks=(text, Paragraph("Groet,", keep_with_next=True), *letter().blocks[-2:])
        )
        pages = [page for page in extracted(pdf_of(document)[0]) if "Groet," in page]
        assert "Een regel" in pages[0]
        assert "voorzitter" in pages[0]


def test_numbers_tell_where_their_records_are() -> None:
    data, written = pdf_of(report())
    assert {place.source.kind for place in written.places} == {"knelpunt"}
    assert len(written.places) == 4
    shown = {line.text.strip(): line for line in page_lines(data)[written.places[0].page]}
    left, top, right, bottom = written.places[0].box
    line = shown["<5"]
    assert left - 0.01 <= line.x < right
    assert top < PAGE_HEIGHT - line.y < bottom


def test_each_text_stands_in_the_right_kind_of_element() -> None:
    kinds: dict[str, str] = {}
    for kind, text in pdf_texts(pdf_of(report())[0]):
        if text.strip():
            kinds.setdefault(text.strip(), kind)
    assert kinds["Hoofdstuk 1: achterban"] == "/H1"
    assert kinds["Wat wij hoorden"] == "/H2"
    assert kinds["Cijfers"] == "/H3"
    assert kinds["eerste punt"] == "/LBody"
    assert kinds["Gemeld"] == "/TH"
    assert kinds["12"] == "/TD"
    assert kinds["Tabel 1. Knelpunten per kern"] == "/Caption"
    assert kinds["Figuur 1. Knelpunten per kern"] == "/Caption"
    assert kinds["Trimesterverslag 2019-T1 (voorbeeld) & meer"] == "/Title"


def test_a_heading_that_skips_a_level_is_raised() -> None:
    data, _ = pdf_of(
        plain_report(Heading("Diep", 3), Paragraph("x"), Heading("Dieper", 3), Heading("Nog dieper", 3))
    )
    assert [kind for kind, text in pdf_texts(data) if text.strip() and kind.startswith("/H")] == [
        "/H1",
        "/H2",
        "/H3",
    ]
    assert findings(data) == []


def test_a_link_leads_to_its_address_and_lies_over_its_words() -> None:
    data, _ = pdf_of(report())
    with pikepdf.open(BytesIO(data)) as pdf:
        links = [
            (page, str(note.A.URI), str(note.Contents), [float(edge) for edge in note.Rect])
            for page, sheet in enumerate(pdf.pages)
            for note in sheet.get("/Annots", [])
            if "/A" in note
        ]
    assert {address for _, address, _, _ in links} == {"https://www.example.org/?a=1&b=%C3%A9"}
    assert " ".join(words for _, _, words, _ in links) == "een verwijzing naar de website van de organisatie"
    for page, _, words, (left, low, right, high) in links:
        line = next(line for line in page_lines(data)[page] if line.text.strip() == words)
        assert left - 0.1 <= line.x < right
        assert low < line.y < high


@pytest.mark.parametrize("filler", range(30, 44))
def test_no_line_of_a_paragraph_stands_alone_on_a_page(filler: int) -> None:
    text = " ".join(f"woord{n}" for n in range(60))
    document = plain_report(Lines(tuple(f"regel {n}" for n in range(filler))), Paragraph(text))
    pages = [[line.text for line in page if "woord" in line.text] for page in page_lines(pdf_of(document)[0])]
    assert all(len(lines) != 1 for lines in pages)


LONG = "Een zin die steeds terugkomt en zo een heel lange tekst maakt. " * 120


@pytest.mark.parametrize(
    "document",
    [
        plain_report(KeyFigures((KeyFigure(LONG[:900], "w"), KeyFigure("1", LONG), KeyFigure("2", "x")))),
        plain_report(Signatures(tuple((f"Naam {n}", "lid") for n in range(41)))),
        plain_report(Contents(), Heading(LONG), Paragraph("x", keep_with_next=True), PageBreak()),
        plain_report(Table("t", (Column("a"), Column("b")), (("x", LONG),), note=LONG)),
        plain_report(Table("t", (Column("a"), Column("b")), (("x", LONG[:3600]),), note="Een noot.")),
        plain_report(Table(LONG, tuple(Column("k") for _ in range(200)), (("waarde",) * 200,) * 3)),
        plain_report(Table(LONG, (Column(LONG),), (("x",),) * 30)),
        plain_report(Lines((LONG,)), Paragraph(LONG, "quote", keep_with_next=True), Bullets((LONG,) * 3)),
        plain_report(PageBreak(), PageBreak(), Paragraph("x"), PageBreak()),
    ],
    ids=[
        "key figures",
        "signatures",
        "heading",
        "table and note",
        "tall row",
        "columns",
        "head",
        "texts",
        "breaks",
    ],
)
def test_whatever_is_too_large_for_a_page_is_still_written(document: Document) -> None:
    data, written = pdf_of(document)
    assert findings(data) == []
    with PdfDocument(data) as pdf:
        assert len(pdf) == written.pages < 40


def test_documents_can_be_written_at_the_same_time() -> None:
    documents = [report(2), letter(), pages_of(3), report(1)]
    alone = [pdf_of(document)[0] for document in documents]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda document: pdf_of(document)[0], documents * 2))
    assert together == alone * 2
