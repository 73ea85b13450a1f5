"""How much a report costs: 40 tagged pages against a bare canvas that draws the same lines of text.

The report has a contents list, hyphenation, bookmarks, twelve tables and six charts. The bare canvas is
ReportLab's own: it gets every line ready, with its place, and neither breaks nor tags nor draws anything
else. Both run in one process, warm and in turns, and only the ratio of their medians counts.
"""

from __future__ import annotations

import random
from datetime import UTC, datetime
from importlib.resources import as_file, files
from io import BytesIO

from bench.ratio import Measured, compare
from bench.ratio import ratio as ratio_of
from huurdersapp.reports.document import (
    MARK_EXAMPLE,
    Block,
    Bullets,
    Chart,
    Column,
    Contents,
    Document,
    Heading,
    PageBreak,
    Paragraph,
    Series,
    Span,
    Table,
)
from huurdersapp.reports.pdf import write_pdf
from tools.paper_words import Shown, page_lines

AIM = 6.0
FLAT = 1.25
SHORT, LONG = 1, 60
"""Chapters of a report of some four pages and of one of about two hundred."""
CHAPTERS = 12
CREATED = datetime(2026, 3, 5, 12, 0, tzinfo=UTC)
VOCABULARY = (
    "huurdersorganisatie achterbanraadpleging energiecoach woningcorporatie prestatieafspraken leefbaarheid "
    "onderhoud schimmel verduurzaming isolatie huurverhoging bewonerscommissie gemeente overleg afspraak "
    "uitkomst toelichting deelnemers gesprek bijeenkomst vragenlijst knelpunt oplossing termijn verslag de het "
    "een en van voor met dat niet is zijn wordt op in aan bij ook over naar uit om te door geïnteresseerde "
    "coöperatie beëindiging huishoudens wijken dorpen samen verder volgend afgelopen trimester bestuurlijk"
)
WORDS = VOCABULARY.split()
KERNEN = ("Emmen", "Klazienaveen", "Schoonebeek", "Nieuw-Amsterdam", "Emmer-Compascuum", "Barger-Compascuum")


def sentences(dice: random.Random, count: int) -> str:
    """So many sentences of words from the field."""
    made = [" ".join(dice.choices(WORDS, k=dice.randint(8, 16))).capitalize() + "." for _ in range(count)]
    return " ".join(made)


def report(chapters: int = CHAPTERS, seed: int = 2019) -> Document:
    """The report that is measured: about three pages a chapter, for one seed always the same."""
    dice = random.Random(seed)
    blocks: list[Block] = [Contents(), PageBreak()]
    for chapter in range(1, chapters + 1):
        blocks += [Heading(f"Hoofdstuk {chapter}"), Paragraph(sentences(dice, 2), "lead")]
        for section in range(1, 4):
            blocks += [Heading(f"Onderdeel {chapter}.{section}", 2)]
            blocks += [Paragraph(sentences(dice, 5)) for _ in range(2)]
            strong = Span(sentences(dice, 1), bold=True)
            blocks.append(Paragraph((sentences(dice, 2), " ", strong, " ", sentences(dice, 2))))
            blocks.append(Bullets(tuple(sentences(dice, 1) for _ in range(4))))
        columns = (Column("Kern", width=2), *(Column(f"Jaar {year}", "right") for year in range(2019, 2024)))
        rows = tuple((kern, *(str(dice.randint(5, 400)) for _ in range(5))) for kern in KERNEN * 2)
        blocks.append(Table(f"Knelpunten per kern, deel {chapter}", columns, rows))
        if chapter % 2:
            series = tuple(
                Series(f"Jaar {year}", tuple(float(dice.randint(5, 90)) for _ in KERNEN)) for year in (1, 2)
            )
            blocks.append(Chart(f"Knelpunten, deel {chapter}", "Staven per kern", KERNEN, series))
    return Document(
        "Trimesterverslag",
        "Huurdersvereniging",
        tuple(blocks),
        mark=MARK_EXAMPLE,
        footer="Huurdersvereniging",
    )


def bare_canvas(pages: list[list[Shown]]) -> None:
    """Draw ready-made lines with ReportLab's canvas and nothing else."""
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(BytesIO(), initialFontName="bench-OpenSans-Regular", pageCompression=1)
    for lines in pages:
        for line in lines:
            canvas.setFont(f"bench-{line.font}", line.size)
            canvas.drawString(line.x, line.y, line.text)
        canvas.showPage()
    canvas.save()


def register_fonts() -> None:
    """The same font files for the bare canvas, under names of its own."""
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFont

    for face in ("Regular", "Bold", "SemiBold", "Italic"):
        with as_file(files("ttf_opensans") / "ttf" / f"OpenSans-{face}.ttf") as path:
            registerFont(TTFont(f"bench-OpenSans-{face}", str(path)))


def measure() -> list[Measured]:
    """What was measured, its ratio, and the ratio that we aim for."""
    register_fonts()
    document = report()
    finished = BytesIO()
    pages = write_pdf(document, finished, created=CREATED).pages
    lines = page_lines(finished.getvalue())
    what = f"verslag van {pages} pagina's tegen een kaal canvas"
    ratio = compare(what, lambda: write_pdf(document, BytesIO(), created=CREATED), lambda: bare_canvas(lines))
    return [(what, ratio, AIM), per_page()]


def per_page() -> Measured:
    """What a page costs in a long report, in pages of a short one."""
    (short, few), (long, many) = (_with_pages(chapters) for chapters in (SHORT, LONG))
    what = f"een bladzijde van een verslag van {many}, tegen een van {few}"
    times = many // few  # as long as the long one, so that a slow moment of the machine falls on both
    found = (
        ratio_of(lambda: _written(long), lambda: [_written(short) for _ in range(times)]) * times * few / many
    )
    print(f"{what}: {found:.2f} ×")
    return what, found, FLAT


def _with_pages(chapters: int) -> tuple[Document, int]:
    document = report(chapters)
    return document, _written(document)


def _written(document: Document) -> int:
    return write_pdf(document, BytesIO(), created=CREATED).pages


if __name__ == "__main__":
    measure()
