"""Reports of any length with every kind of block in all sorts of places, as chance has it, and what is wrong with their pages."""

from __future__ import annotations

import random
from dataclasses import replace
from functools import cache
from io import BytesIO

from PIL import Image, ImageDraw

from huurdersapp.reports.document import (
    MARK_EXAMPLE,
    Block,
    Bullets,
    Chart,
    Column,
    Contents,
    Document,
    FrontPage,
    Funnel,
    FunnelStep,
    Heading,
    KeyFigure,
    KeyFigures,
    Logo,
    Paragraph,
    Picture,
    Progress,
    ProgressRow,
    Series,
    Shares,
    SharesRow,
    Span,
    Table,
)
from huurdersapp.reports.paper.style import BOTTOM, PAGE_HEIGHT, TOP
from tests.reports.paper_samples import TALK, trend
from tools.paper_words import Shown

KERNEN = ("Emmen", "Klazienaveen", "Schoonebeek", "Nieuw-Amsterdam", "Emmer-Compascuum", "Barger-Compascuum")
CLASSES = ("A++", "A+", "A", "B", "C", "D", "E", "F", "G")
_HEADINGS = ("OpenSans-Bold", (18.0, 13.5))


@cache
def photo(wide: int = 900, high: int = 600, kind: str = "JPEG") -> bytes:
    """A drawing of a house, as a photo."""
    picture = Image.new("RGB", (wide, high), "#88aacc")
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, high * 0.6, wide, high), fill="#557755")
    pen.polygon(
        [(wide * 0.2, high * 0.7), (wide * 0.4, high * 0.4), (wide * 0.6, high * 0.7)], fill="#884433"
    )
    written = BytesIO()
    picture.save(written, kind)
    return written.getvalue()


def progress() -> Progress:
    """Measures with a target, a band, a limit, without a target, and without a value."""
    return Progress(
        "Hoe de afspraken ervoor staan",
        "Nieuwbouw 42 van 60, loopt achter; levensloop 128 van 110 tot 150, op schema.",
        (
            ProgressRow(
                "Nieuwbouw van sociale huurwoningen",
                42,
                "42 van 60 woningen",
                60,
                60,
                "doel 60",
                "loopt achter",
            ),
            ProgressRow(
                "Levensloopgeschikte woningen", 128, "128 woningen", 110, 150, "110 tot 150", "op schema"
            ),
            ProgressRow("Wachttijd in maanden", 9, "9 maanden", None, 6, "hoogstens 6", "niet gehaald"),
            ProgressRow("Huisbezoeken", 300, "300 bezoeken", 100, 100, "doel 100", "gehaald"),
            ProgressRow("Label B of beter", None, "niet aangeleverd door De Deel", 70, None, "minstens 70%"),
            ProgressRow("Klachten over vocht", None, "<5", None, 20, "hoogstens 20", "op schema"),
            ProgressRow("Nog niet begonnen", 0, "0", 10, 10, "doel 10"),
            ProgressRow("Zonder doel", 12, "12"),
        ),
    )


def shares() -> Shares:
    """Energy labels of two years, one with classes that are not shown, and of a place where nothing is known."""
    return Shares(
        "Energielabels van de huurwoningen",
        "In 2018 had 25% label C; in 2022 had 24% label B.",
        CLASSES,
        (
            SharesRow(
                "2018",
                (1, 3, 12, 18, 25, 20, 12, 6, 3),
                tuple(f"{n}%" for n in (1, 3, 12, 18, 25, 20, 12, 6, 3)),
            ),
            SharesRow(
                "2022 (voorlopig)",
                (4, 8, 22, 24, 20, 12, None, None, 2),
                ("4%", "8%", "22%", "24%", "20%", "12%", "<5", "<5", "2%"),
            ),
            SharesRow("Klazienaveen met omstreken", (None,) * 9, ("niet bekend",) * 9),
        ),
    )


def funnel() -> Funnel:
    """From benaderd to nazorg, with a step that is not shown."""
    return Funnel(
        "Van benaderd tot nazorg",
        "Van 1.240 huurders die zijn benaderd kregen er 12 nazorg.",
        (
            FunnelStep("Benaderd", 1240, "1.240", 1500, "doel 1.500"),
            FunnelStep("Bereikt", 610, "610", 600, "doel 600"),
            FunnelStep("Aangemeld", 188, "188"),
            FunnelStep("Bezocht", 142, "142", 150, "doel 150"),
            FunnelStep("Maatregelen genomen", None, "<5"),
            FunnelStep("Nazorg", 12, "12", 40, "doel 40"),
        ),
    )


def picture(share: float = 0.6) -> Picture:
    """A photo."""
    return Picture(photo(), "Een woning in de zon", "Een huis met een rood dak op een grasveld", share)


def front() -> FrontPage:
    """A front page with all that can stand on it."""
    return FrontPage(
        ("Huurdersvereniging De Deel", "samen met de Huurdersraad Andersstad"),
        "Voor het bestuurlijk overleg van 12 september 2024",
        (("Datum", "3 september 2024"), ("Versie", "2, vastgelegd op 3 september 2024")),
        Logo(photo(900, 300, "PNG")),
    )


def long_report(chapters: int, seed: int = 2019, title: str = "Trimesterverslag") -> Document:
    """Some three pages a chapter; the same numbers give the same report."""
    dice = random.Random(seed)
    blocks: list[Block] = [Contents()]
    for chapter in range(1, chapters + 1):
        blocks += [
            Heading(f"Hoofdstuk {chapter}", key=f"h{chapter}"),
            Paragraph(TALK[: dice.randint(60, 250)], "lead"),
        ]
        for section in range(1, dice.randint(3, 5)):
            blocks.append(Heading(f"Onderdeel {chapter}.{section}", 2))
            for _ in range(dice.randint(1, 4)):
                blocks.append(_block(dice, chapter))
    return Document(
        title,
        "Huurdersvereniging De Deel",
        tuple(blocks),
        subtitle="Wat huurders ons vertelden, en wat wij van u vragen",
        mark=MARK_EXAMPLE,
        footer="Huurdersvereniging De Deel",
        front=front(),
    )


def of_length(pages: int) -> Document:
    """A report of one page, or of about so many."""
    if pages > 1:
        return long_report(max(1, round(pages / 3.6)))
    short = replace(long_report(1), front=None)
    return replace(short, blocks=(Heading("Kort"), Paragraph(TALK), Bullets(("een", "twee")), progress()))


def _block(dice: random.Random, chapter: int) -> Block:
    kind = dice.randint(0, 11)
    if kind <= 3:
        reference = Span("het hoofdstuk hiervoor", ref=f"h{max(1, chapter - 1)}")
        return Paragraph((TALK[: dice.randint(80, 400)] * dice.randint(1, 3), " Zie ", reference, "."))
    if kind == 4:
        return Bullets(tuple(TALK[: dice.randint(20, 200)] for _ in range(dice.randint(1, 7))))
    if kind <= 7:
        return _table(dice)
    drawn = (progress, shares, funnel, picture, trend, _chart, _figures)
    return dice.choice(drawn)()


def _chart() -> Chart:
    return Chart(
        "Knelpunten per kern", "Staven per kern.", KERNEN, (Series("Gemeld", (10.0, 17, None, 5, 8, 12)),)
    )


def _figures() -> KeyFigures:
    return KeyFigures((KeyFigure("1.234", "bereikte huurders"), KeyFigure("<5", "meldingen")))


def _table(dice: random.Random) -> Table:
    """A table of one to sixty rows, low or high, with and without a total and a note."""
    words = dice.choice((0, 0, 60, 160))
    rows = tuple(
        (dice.choice(KERNEN), str(dice.randint(5, 400)), TALK[: dice.randint(0, words)])
        for _ in range(dice.choice((1, 2, 3, 5, 8, 12, 30, 60)))
    )
    return Table(
        "Knelpunten per kern",
        (Column("Kern", width=2), Column("Gemeld", "right"), Column("Toelichting", width=3)),
        rows,
        ("Totaal", "36", "") if dice.random() < 0.5 else None,
        note="Aantallen van één tot en met vier staan als <5." if dice.random() < 0.5 else None,
        key=f"t{dice.randint(0, 10**9)}",
    )


def body(lines: list[Shown]) -> list[Shown]:
    """What stands on a page as part of what is read, so without its edges."""
    return [line for line in lines if line.piece is not None and line.text.strip()]


def bad_pages(pages: list[list[Shown]]) -> list[str]:
    """What is wrong: an empty page, a heading or a caption as last of a page, and a page that was left for no reason."""
    found = []
    for number, lines in enumerate(pages, 1):
        shown = body(lines)
        if not shown:
            found.append(f"{number}: leeg")
            continue
        last = min(shown, key=lambda line: line.y)
        if last.font == _HEADINGS[0] and round(last.size, 1) in _HEADINGS[1]:
            found.append(f"{number}: kop onderaan: {last.text}")
        if last.text.startswith("Tabel ") and last.font == "OpenSans-SemiBold":
            found.append(f"{number}: opschrift onderaan: {last.text}")
        first = max(
            (line for line in shown if line.font != "OpenSans-Bold" or line.size != 9.5),
            key=lambda line: line.y,
        )
        if first.text.startswith("Figuur ") and first.y > PAGE_HEIGHT - TOP - 40:
            found.append(f"{number}: bijschrift zonder beeld: {first.text}")
        if number < len(pages) and number > 1 and last.y > BOTTOM + 420:
            found.append(f"{number}: meer dan de helft wit")
    return found
