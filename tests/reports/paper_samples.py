"""Documents with everything in them, and ways to look at what was written."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from io import BytesIO
from itertools import pairwise
from typing import Literal

from page import ValidationProfile, validate_pdf_bytes
from pypdfium2 import PdfDocument

from huurdersapp.reports.document import (
    MARK_EXAMPLE,
    TICK,
    Block,
    Bullets,
    Chart,
    Column,
    Contents,
    Document,
    Heading,
    KeyFigure,
    KeyFigures,
    Lines,
    PageBreak,
    Paragraph,
    Series,
    Signatures,
    Source,
    Span,
    Table,
    Trend,
    TrendTarget,
    TrendValue,
)
from huurdersapp.reports.docx import write_docx
from huurdersapp.reports.fonts import FaceName, font_name, tidy, width
from huurdersapp.reports.html import write_html
from huurdersapp.reports.paper.style import BOTTOM, MARGIN, PAGE_HEIGHT, TEXT_WIDTH
from huurdersapp.reports.pdf import write_pdf
from huurdersapp.reports.written import Written
from tests.html_rules import html_findings
from tests.reports.tables_read import check_tables
from tools.paper_words import Shown, docx_words, html_words, page_lines, pdf_words

CREATED = datetime(2026, 3, 5, 14, 30, tzinfo=timezone(timedelta(hours=1)))
TALK = (
    "De huurdersorganisatie heeft in het tweede trimester dertien achterbanraadplegingen gehouden over "
    "prestatieafspraken, energiebesparing en de leefbaarheid in de wijken. Geïnteresseerde huurders konden hun "
    "ervaringen delen met energiecoaches en met de woningcorporatie; de opkomst was hoger dan verwacht, vooral "
    "in Emmerhout en Klazienaveen. "
)
NAMES: tuple[FaceName, ...] = ("regular", "italic", "bold", "bold_italic", "semibold")
FACES = {font_name(name): name for name in NAMES}


def chapter(number: int) -> tuple[Block, ...]:
    """Every kind of block once."""
    kernen = ("Emmen", "Klazienaveen", "Emmer-Compascuum met omstreken")
    return (
        Heading(f"Hoofdstuk {number}: achterban"),
        Paragraph("Een openingszin die vertelt waar dit hoofdstuk over gaat.", "lead"),
        KeyFigures(
            (
                KeyFigure("1.234", "bereikte huurders"),
                KeyFigure(Span("<5", source=Source("knelpunt", (("kern", "Emmen"),))), "meldingen"),
                KeyFigure("€ 1.250", "besteed"),
            )
        ),
        Paragraph(TALK * 2),
        Heading("Wat wij hoorden", 2),
        Paragraph(
            (
                TALK,
                Span("vet en belangrijk", bold=True),
                ", ",
                Span("schuin", italic=True),
                " en ",
                Span(
                    "een verwijzing naar de website van de organisatie",
                    href="https://www.example.org/?a=1&b=é",
                ),
                ". ",
                TALK,
            )
        ),
        Bullets(("eerste punt", "tweede punt", ("derde ", Span("vet", bold=True), " punt"))),
        Bullets(("stap één", TALK), numbered=True),
        Heading("Cijfers", 3),
        Paragraph("Hieronder de cijfers.", keep_with_next=True),
        Table(
            "Knelpunten per kern",
            (Column("Kern", width=2), Column("Gemeld", "right"), Column("Toelichting", width=3)),
            tuple((kern, Span("12", source=Source("knelpunt")), TALK[:90]) for kern in kernen),
            ("Totaal", "36", ""),
            note="Aantallen van één tot en met vier staan als <5.",
        ),
        Chart(
            "Knelpunten per kern",
            "Staafdiagram: Emmen 10 en 4, Klazienaveen 17 en 5.",
            kernen,
            (Series("Gemeld", (10, 17, None)), Series("Opgelost", (4, 5, 0.5))),
        ),
        Chart(
            "Verloop",
            "Lijn die stijgt van 10 naar 54.",
            ("T1", "T2", "T3"),
            (Series("Bezoeken", (10, None, 54)), Series("Doel", (20, 30, 50))),
            kind="line",
            unit="bezoeken",
        ),
        Chart(
            "Staand",
            "Drie staven.",
            ("jan", "feb", "mrt"),
            (Series("Bezoeken", (10, 40, 33)),),
            kind="bar",
            unit="%",
        ),
        Chart(
            "Gestapeld",
            "Emmen 10 eens en 20 oneens.",
            ("Emmen", "Hoogeveen"),
            (Series("Eens", (10, 40)), Series("Neutraal", (5, 5)), Series("Oneens", (20, None))),
            kind="stacked_hbar",
            shown=(("10", "40"), ("5", "5"), ("20", "–")),
        ),
        trend(),
        Paragraph("Een citaat van een huurder die blij was met het bezoek.", "quote"),
        Paragraph("Kleine letters: bron en beperkingen.", "note"),
        Lines(("Te behandelen in:", ("het ", Span("bestuurlijk", bold=True), " overleg"))),
    )


def trend() -> Trend:
    """A measure with a band, two targets, a straight line and values of both akkoorden."""
    return Trend(
        "Levensloopgeschikte woningen",
        "Lijn die stijgt van 0 in 2018 naar 80 in 2020; het doel is 110 tot 150 in 2021.",
        2017,
        2026,
        (
            TrendValue(date(2017, 12, 31), 12, "12", earlier=True),
            TrendValue(date(2018, 12, 31), 0, "0"),
            TrendValue(date(2019, 12, 31), 35, "35"),
            TrendValue(date(2020, 12, 31), 80, "80", provisional=True),
        ),
        (TrendTarget(110, 150, "doel 2021: 110 tot 150", 2021), TrendTarget(270, None, "doel: 270", 2026)),
        ((date(2018, 12, 31), 0), (date(2021, 12, 31), 110), (date(2026, 12, 31), 270)),
        "woningen",
    )


def report(chapters: int = 1) -> Document:
    """A report with every kind of block in each of its chapters."""
    blocks: tuple[Block, ...] = (Contents(), PageBreak())
    for number in range(1, chapters + 1):
        blocks += chapter(number)
    return Document(
        "Trimesterverslag 2019-T1 (voorbeeld) & meer",
        "Huurdersvereniging De Deel",
        (
            *blocks,
            Signatures((("Jan de Vries", "voorzitter"), ("Şükrü Yılmaz", "secretaris"), ("Ann", "lid"))),
        ),
        subtitle="Achterban, energie en leefbaarheid",
        subject="Verslag voor het bestuurlijk overleg",
        keywords=("huurders", "Emmen"),
        mark=MARK_EXAMPLE,
        footer="Huurdersvereniging De Deel",
    )


def letter(window: Literal["left", "right"] = "left", paragraphs: int = 6) -> Document:
    """A letter of some pages."""
    return Document(
        "Advies over de huurverhoging",
        "Huurdersvereniging De Deel",
        (
            Lines(
                (
                    "Huurdersvereniging De Deel",
                    "Postbus 12",
                    "7800 AA  EMMEN",
                    "0591 00 00 00",
                    "info@deel.example",
                ),
                "sender",
            ),
            Lines(
                ("Stichting Voorbeeld", "t.a.v. het bestuur", "Postbus 2055", "7801 CB  EMMEN"), "addressee"
            ),
            Lines(
                ("Emmen, 5 maart 2026", "Ons kenmerk: A-2026-3", ("Betreft: ", Span("advies", bold=True))),
                "reference",
            ),
            Paragraph("Geacht bestuur,"),
            *(Paragraph(TALK * 2) for _ in range(paragraphs)),
            Heading("Ons advies"),
            Bullets(("ja, mits", "nee, tenzij")),
            Paragraph("Met vriendelijke groet,", keep_with_next=True),
            Signatures((("Jan de Vries", "voorzitter"), ("Mieke Jansen", "secretaris"))),
            Paragraph("Bijlage: geen"),
        ),
        kind="letter",
        window=window,
        mark=MARK_EXAMPLE,
        footer="Huurdersvereniging De Deel",
    )


def plain_report(*blocks: Block) -> Document:
    """A report of these blocks and nothing else."""
    return Document("Verslag", "De Deel", blocks)


def pages_of(wanted: int) -> Document:
    """A report of exactly so many pages."""
    first = report(1)
    breaks = tuple(
        block for n in range(wanted - 1) for block in (PageBreak(), Heading(f"Blad {n}"), Paragraph(TALK))
    )
    return replace(first, blocks=(Heading("Begin"), Paragraph(TALK), *breaks))


def pdf_of(document: Document) -> tuple[bytes, Written]:
    """The PDF of a document, and what the writer answered."""
    stream = BytesIO()
    written = write_pdf(document, stream, created=CREATED)
    return stream.getvalue(), written


def docx_of(document: Document) -> bytes:
    """The Word file of a document."""
    stream = BytesIO()
    write_docx(document, stream, created=CREATED)
    return stream.getvalue()


def html_of(document: Document) -> bytes:
    """The HTML file of a document."""
    stream = BytesIO()
    write_html(document, stream, created=CREATED)
    return stream.getvalue()


def findings(data: bytes, profile: ValidationProfile = ValidationProfile.PDF_UA_1) -> list[str]:
    """What the checker has to say about a PDF."""
    return [
        f"{failure.rule_id}: {failure.message}"
        for failure in validate_pdf_bytes(data, profile=profile).failures
    ]


def extracted(data: bytes) -> list[str]:
    """The text of each page as a viewer copies it, with words that were hyphenated whole again."""
    with PdfDocument(data) as pdf:
        texts = [page.get_textpage().get_text_range() for page in pdf]
    return [text.replace("\ufffe", "") for text in texts]


def text_of(data: bytes) -> str:
    """The text of all pages with single spaces."""
    return " ".join(" ".join(extracted(data)).split())


def end_of(line: Shown) -> float:
    """Where a string on a page ends, its last space not counted."""
    return line.x + width(line.text.rstrip(" "), FACES[line.font], line.size)


def out_of_bounds(data: bytes) -> list[Shown]:
    """The strings that stand outside the margins: too far right, or in the room of the page number."""
    right = MARGIN + TEXT_WIDTH + 0.5
    bottom = BOTTOM - 1
    foot = PAGE_HEIGHT - 60
    return [
        line
        for lines in page_lines(data)
        for line in lines
        if (end_of(line) > right and line.text)
        or line.x < MARGIN - 0.5
        or (line.y < bottom and line.piece is not None)
        or line.y > foot + 60
    ]


def overlaps(data: bytes) -> list[tuple[str, str]]:
    """Strings on one line of a page that run into each other."""
    found = []
    for lines in page_lines(data):
        rows: dict[float, list[Shown]] = {}
        for line in lines:
            rows.setdefault(round(line.y, 1), []).append(line)
        for row in rows.values():
            row.sort(key=lambda line: line.x)
            found += [(a.text, b.text) for a, b in pairwise(row) if end_of(a) > b.x + 0.5]
    return found


def check_paper(document: Document) -> Written:
    """That a document can be read aloud and kept for ever, stays on its pages, and says the same in Word and in a browser,
    with the same figures in a spreadsheet; how it was written."""
    data, written = pdf_of(document)
    assert findings(data, ValidationProfile.PDF_UA_1) == []
    assert findings(data, ValidationProfile.PDF_A_2A) == []
    assert out_of_bounds(data) == []
    assert overlaps(data) == []
    assert written.missing_signs == ()
    check_forms(document, data)
    return written


def check_forms(document: Document, data: bytes) -> None:
    """That a document says in Word and in a browser what its PDF says, with the same figures in a spreadsheet."""
    said, page = pdf_words(data), html_of(document)
    assert _without_boxes(document, docx_words(docx_of(document))) == said
    assert _without_boxes(document, html_words(page)) == said
    assert html_findings(page) == []
    check_tables(document)


def _without_boxes(document: Document, words: list[str]) -> list[str]:
    """Boxes to tick in a table are drawn on paper, and signs elsewhere."""
    tables = (block for block in document.blocks if isinstance(block, Table))
    has_boxes = any(TICK in row for table in tables for row in table.rows)
    return [word for word in words if word != tidy(TICK)] if has_boxes else words
