"""The neutral document: what a report or letter says, without knowing the file format.

A report module turns plain values into a `Document`; `pdf.py` and `docx.py` write it. Both write the
same words in the same order, so every visible word lives in a block here and never in a writer.
Paper is always Dutch: nothing below `reports` calls gettext.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from huurdersapp.reports import figures

# What is drawn, by one name for whoever makes or writes a document.
Chart = figures.Chart
DrawnFigure = figures.DrawnFigure
Funnel = figures.Funnel
FunnelStep = figures.FunnelStep
Picture = figures.Picture
Progress = figures.Progress
ProgressRow = figures.ProgressRow
Series = figures.Series
Shares = figures.Shares
SharesRow = figures.SharesRow
Trend = figures.Trend
TrendTarget = figures.TrendTarget
TrendValue = figures.TrendValue

Align = Literal["left", "right", "center"]
TICK = "☐"
"""A table cell with this sign alone has a box in it, to tick on paper."""
MARK_EXAMPLE = "VOORBEELD – verzonnen gegevens"
"""Stands on everything that was made from example data, on paper, in files and on screen."""


@dataclass(frozen=True, slots=True)
class Source:
    """The records behind a number: which list, filtered how, and which records it then shows.

    `where` holds pairs as they are typed after `--waar` on the command line; `ids` are record keys.
    """

    kind: str
    where: tuple[tuple[str, str], ...] = ()
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of text inside a paragraph or a cell, with its looks and, for a number, its source.

    `ref` is the `key` of a table, figure, heading or paragraph of the same document: the text leads there. For a table or
    figure `numbering.numbered` prints "tabel 3" or "figuur 2" in place of the text; where the document has nothing with
    that key (its part was left out) the text stays as it is, so it must make sense by itself.

        Paragraph(("Zie ", Span("de tabel van de klachten", ref="klachten"), "."))
    """

    text: str
    bold: bool = False
    italic: bool = False
    href: str | None = None
    source: Source | None = None
    ref: str = ""


Text = str | Span | tuple[str | Span, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A chapter or section title; level 1 is a chapter. Headings make bookmarks and the contents list."""

    text: str
    level: int = 1
    key: str = ""
    """What `Span.ref` calls it."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. `note` is small print (limits, sources), `lead` an opening line, `quote` indented."""

    text: Text
    style: Literal["body", "lead", "note", "quote"] = "body"
    keep_with_next: bool = False
    key: str = ""
    """What `Span.ref` calls it, such as a note."""


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list, with bullets or with numbers."""

    items: tuple[Text, ...]
    numbered: bool = False
    keep_with_next: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A table column: head, alignment and share of the width (weights, not points)."""

    head: str
    align: Align = "left"
    width: float = 1.0


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a caption above it, repeated heads, and the first column as row head if asked."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Text, ...], ...]
    totals: tuple[Text, ...] | None = None
    row_heads: bool = True
    note: Text | None = None
    key: str = ""
    """What `Span.ref` calls it."""
    number: int = 0
    """Its place among the tables of the document, from 1; filled by `numbering.numbered`, 0 in a letter."""


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """One large number with its words."""

    value: Span | str
    label: str


@dataclass(frozen=True, slots=True)
class KeyFigures:
    """Key figures, at most four of them beside each other."""

    items: tuple[KeyFigure, ...]

    def rows(self) -> tuple[tuple[KeyFigure, ...], ...]:
        """The figures as they stand beside each other: four at most, and no single one left over."""
        count = -(-len(self.items) // 4)
        size = -(-len(self.items) // count) if count else 1
        return tuple(self.items[start : start + size] for start in range(0, len(self.items), size))


@dataclass(frozen=True, slots=True)
class PageBreak:
    """The next block starts on a new page.

    With a name a `part` begins there that is handed out by itself, such as a numbered form: on a front page, with
    the title again, its name at the foot, and page numbers from 1. As first block it names the first part.
    """

    part: str = ""


@dataclass(frozen=True, slots=True)
class Lines:
    """Short lines kept together without space between them: an address, "Betreft: …", a signature line."""

    lines: tuple[Text, ...]
    role: Literal["sender", "addressee", "reference", "plain"] = "plain"


@dataclass(frozen=True, slots=True)
class Signatures:
    """Places to sign, side by side: name and function, with room above for the signature."""

    signers: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """The contents list stands here: headings of its levels with their page numbers. It stays on one page where it can."""

    title: str = "Inhoud"
    depth: int = 2
    """So many levels of headings stand in it."""


@dataclass(frozen=True, slots=True)
class Choices:
    """A question with a box before each option, to tick on paper: squares where `many` are allowed, else circles.

    The options stand below each other, or in so many `columns`; with 0 side by side where they are short.
    `help` is a line below the question. An option that ends with a colon has a line to write on; `chosen` are the
    places of the options that are ticked already. It stays on one page.

        Choices("Welke hulp kent u?", ("De Voorzieningenwijzer", "Geen", "Anders:"), many=True)
    """

    question: str
    options: tuple[str, ...]
    many: bool
    columns: int = 0
    help: str = ""
    chosen: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class WritingLines:
    """A label with ruled lines below it to write on, as `WritingLines("Wat wilt u nog kwijt?", 4)`.

    `value` is printed above the lines, `help` below the label. It stays on one page.
    """

    label: str
    lines: int
    value: str = ""
    help: str = ""


@dataclass(frozen=True, slots=True)
class FieldRow:
    """Short fields side by side: a label, and below it a line to write on, or with one of the `values` printed on it.

    Each field has its label and its share of the width (a weight, not points).

        FieldRow((("Datum", 1), ("Naam van de coach", 2)), ("3 maart 2026", ""))
    """

    fields: tuple[tuple[str, float], ...]
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class QrCode:
    """A QR code of the address of a page. The address must also stand in words below it: a report always adds it."""

    address: str


FormBlock = Choices | WritingLines | FieldRow
Numbered = Table | DrawnFigure | Picture
"""What has a caption with a number."""
Block = (
    Heading
    | Paragraph
    | Bullets
    | Numbered
    | KeyFigures
    | PageBreak
    | Lines
    | Signatures
    | Contents
    | FormBlock
    | QrCode
)


@dataclass(frozen=True, slots=True)
class Logo:
    """The mark of an organisation at the head of a letter: the bytes of a PNG or JPEG, and its width in mm.

    It stands above the window of the envelope, and is made smaller where it would come into it.
    """

    data: bytes
    width: float = 45.0
    alternative: str = "Beeldmerk"


@dataclass(frozen=True, slots=True)
class FrontPage:
    """The first page of a report, with nothing else on it: title and subtitle of the document, and what stands here.

    `organisations` are named above the title, ours first; `audience` says for whom it is ("Voor het bestuurlijk overleg
    van 12 maart 2026"); `facts` are lines such as ("Versie", "2, vastgelegd op 3 maart 2026"). The page has no page number,
    but counts as page 1. The title does not come again on the next page.
    """

    organisations: tuple[str, ...] = ()
    audience: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    logo: Logo | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A whole report or letter, ready for any writer.

    `mark` is printed on each page (example data); `kind` "letter" has a letterhead on page 1 and page
    numbers from page 2, "report" has a title block and page furniture on every page.
    """

    title: str
    author: str
    blocks: tuple[Block, ...]
    kind: Literal["report", "letter"] = "report"
    subtitle: str = ""
    subject: str = ""
    keywords: tuple[str, ...] = ()
    mark: str | None = None
    footer: str = ""
    window: Literal["left", "right"] = "left"
    """Letter: on which side the window of a C5/EA5 envelope is."""
    logo: Logo | None = None
    """Letter: the mark at the head of its first page."""
    imprint: str = ""
    """Letter: the line at the foot of its first page, such as a bank account."""
    text_size: float = 11.0
    """Running text in points; headings and lists grow along, tables and the letterhead do not."""
    front: FrontPage | None = None
    """Report: a first page with the title alone; without one the title stands above the text."""


def plain(text: Text) -> str:
    """The words of a text without looks."""
    if isinstance(text, str):
        return text
    if isinstance(text, Span):
        return text.text
    return "".join(part if isinstance(part, str) else part.text for part in text)


def spans(text: Text) -> tuple[Span, ...]:
    """The text as a row of spans."""
    parts: Sequence[str | Span] = text if isinstance(text, tuple) else (text,)
    return tuple(Span(part) if isinstance(part, str) else part for part in parts)
