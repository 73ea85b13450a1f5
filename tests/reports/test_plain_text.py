"""The plain words of a document: all of them, in reading order."""

from __future__ import annotations

from huurdersapp.reports.document import (
    Bullets,
    Choices,
    Document,
    FieldRow,
    Heading,
    KeyFigure,
    KeyFigures,
    Lines,
    PageBreak,
    Paragraph,
    QrCode,
    Signatures,
    Span,
    Table,
    WritingLines,
)
from huurdersapp.reports.document import Column as Head
from huurdersapp.reports.plain_text import plain_text

LETTER = Document(
    "Ons advies",
    "De Linde",
    (
        Lines(("De Linde", "Postbus 1")),
        Heading("Ons advies"),
        Paragraph(("Wij adviseren ", Span("positief", bold=True), ".\u00a0Dag")),
        Bullets(("De huur", "De planning"), numbered=True),
        Bullets(("Los",)),
        Table(
            "Uitslag", (Head("Antwoord"), Head("n")), (("Ja", "60"),), totals=("Samen", "60"), note="Let op"
        ),
        KeyFigures((KeyFigure("12", "bezoeken"),)),
        PageBreak(),
        Choices("Wat vindt u?", ("Goed", "Niet goed"), many=False),
        WritingLines("Nog iets?", 2),
        FieldRow((("Datum", 1),), ("3 mei",)),
        QrCode("https://example.org"),
        Signatures((("J. de Boer", "voorzitter"), ("A. Kok", ""))),
    ),
    imprint="Rekening NL00",
)


def test_each_block_is_a_paragraph_of_lines() -> None:
    assert plain_text(LETTER).split("\n\n") == [
        "De Linde\nPostbus 1",
        "Ons advies",
        "Wij adviseren positief. Dag",
        "1. De huur\n2. De planning",
        "• Los",
        "Uitslag\nAntwoord | n\nJa | 60\nSamen | 60\nLet op",
        "12 bezoeken",
        "Wat vindt u?\nGoed\nNiet goed",
        "Nog iets?",
        "Datum: 3 mei",
        "https://example.org",
        "J. de Boer, voorzitter\nA. Kok",
        "Rekening NL00",
    ]
