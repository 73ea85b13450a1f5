"""The neutral document: what a report or letter says, without knowing the file format.

A report module turns plain values into a `Document`; `pdf.py` and `docx.py` write it. Both write the
same words in the same order, so every visible word lives in a block here and never in a writer.
Paper is always Dutch: nothing below `reports` calls gettext.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

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
    note: str | None = None
    key: str = ""
    """What `Span.ref` calls it."""
    number: int = 0
    """Its place among the tables of the document, from 1; filled by `numbering.numbered`, 0 in a letter."""


@dataclass(frozen=True, slots=True)
class Series:
    """One row of values of a chart; None is a value that may not be shown (small number) or is unknown."""

    name: str
    values: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart with its alternative text. The figures also stand in a table: a report always adds one."""

    caption: str
    alternative: str
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    kind: Literal["bar", "hbar", "stacked_hbar", "line"] = "hbar"
    unit: str = ""
    shown: tuple[tuple[str, ...], ...] | None = None
    """Direct labels per series and value where they differ from the plain number, such as "<5"."""
    key: str = ""
    number: int = 0
    """As for a `Table`; all figures are counted together."""


@dataclass(frozen=True, slots=True)
class TrendValue:
    """A value on a day with the figure that stands at it; `provisional` is not settled yet, `earlier` belongs to what was
    measured before this measure."""

    on: date
    value: float
    shown: str
    provisional: bool = False
    earlier: bool = False


@dataclass(frozen=True, slots=True)
class TrendTarget:
    """What should be reached in these years (None: in all of them): at least `low`, at most `high`, or both (a band);
    one number has them equal. `shown` says it in words."""

    low: float | None
    high: float | None
    shown: str
    first: int | None = None
    last: int | None = None


@dataclass(frozen=True, slots=True)
class Trend:
    """A measure through the years `first` to `last`: its values, its targets, and the straight `path` from the first
    measurement to them. `names` are the words of the legend: measured, provisional, earlier, path. The figures also
    stand in a table: a report always adds one."""

    caption: str
    alternative: str
    first: int
    last: int
    values: tuple[TrendValue, ...]
    targets: tuple[TrendTarget, ...] = ()
    path: tuple[tuple[date, float], ...] = ()
    unit: str = ""
    names: tuple[str, str, str, str] = (
        "Gemeten",
        "Nog niet vastgesteld",
        "Vorig akkoord",
        "Rechte lijn naar het doel",
    )
    key: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class ProgressRow:
    """One measure on its way: where it is and where it should be.

    `low` and `high` are what should be reached: at least `low`, at most `high`, or between both (a band); one number has
    them equal. `shown` says where it is in words ("42 van 60 woningen", "<5", "niet aangeleverd door Lefier"); with None
    as value there is no bar. `goal` says the target in words ("doel 60", "110 tot 150"), `state` how it stands
    ("op schema", "loopt achter"); colour alone says nothing.
    """

    label: str
    value: float | None
    shown: str
    low: float | None = None
    high: float | None = None
    goal: str = ""
    state: str = ""


@dataclass(frozen=True, slots=True)
class Progress:
    """Measures below each other, each with a bar towards its target or band.

    Each bar has a scale of its own, such that the targets stand below each other: the measures may have different units.
    The figures also stand in a table: a report always adds one.
    """

    caption: str
    alternative: str
    rows: tuple[ProgressRow, ...]
    key: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class SharesRow:
    """One whole in its classes: a value for each, None where it may not be shown or is unknown, and what stands there."""

    label: str
    values: tuple[float | None, ...]
    shown: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shares:
    """Wholes below each other, divided in classes that have an order, such as energy labels A to G.

    A bar is as long as the known classes together; those that are not shown stand beside it in words. From dark to light,
    with the name of the class in or below its piece. The figures also stand in a table: a report always adds one.
    """

    caption: str
    alternative: str
    classes: tuple[str, ...]
    rows: tuple[SharesRow, ...]
    key: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class FunnelStep:
    """One step of a funnel: how many came so far (None: not shown or unknown), in words, and what was aimed for."""

    label: str
    value: float | None
    shown: str
    goal: float | None = None
    goal_shown: str = ""


@dataclass(frozen=True, slots=True)
class Funnel:
    """How many are left at each step, from benaderd to nazorg; all on one scale, with the targets beside the bars.

    The figures also stand in a table: a report always adds one.
    """

    caption: str
    alternative: str
    steps: tuple[FunnelStep, ...]
    key: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class Picture:
    """A photo or drawing: the bytes of a JPEG or PNG, its caption, and in words what is to be seen on it.

    `width` is its share of the width of the text, 0 to 1; it becomes smaller where it would be too high for a page. It is
    put upright and printed without what a telephone wrote in it (`paper/photo.py`). One that cannot be read leaves a line
    that says so; whoever adds one should have checked it (`actions.fotos.cleaned`).
    """

    data: bytes
    caption: str
    alternative: str
    width: float = 1.0
    key: str = ""
    number: int = 0


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
    """The contents list stands here: headings of level 1 and 2 with their page numbers."""

    title: str = "Inhoud"


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
DrawnFigure = Chart | Trend | Progress | Shares | Funnel
"""What is drawn from figures; `paper.plots.plot_of` makes the drawing of each."""
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
