"""Every number that somebody reads in the files of a report: on the page, in alternatives, cells, sheets and properties."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import docx
import pikepdf
import pypdfium2
from lxml import etree, html

from huurdersapp.reports.document import (
    Chart,
    Contents,
    Document,
    Funnel,
    Heading,
    KeyFigures,
    Progress,
    Shares,
    Table,
    Trend,
    plain,
)
from huurdersapp.reports.docx import write_docx
from huurdersapp.reports.html import write_html
from huurdersapp.reports.numbering import NUMBERED, caption, caption_word, numbered
from huurdersapp.reports.pdf import write_pdf
from huurdersapp.reports.tables_file import csv_files, write_xlsx
from tests.helpers_document import dump
from tests.reports.tables_read import csv_rows

CREATED = datetime(2026, 3, 5, 14, 30, tzinfo=UTC)
_NUMBER = re.compile(r"\d+")
_OF_A_PAGE = re.compile(r"Pagina \d+ van \d+")
_ABOUT_FILES = (
    "DocSecurity",
    "Pages",
    "Words",
    "Characters",
    "CharactersWithSpaces",
    "Lines",
    "Paragraphs",
    "TotalTime",
)
"""What an office program writes of a file by itself."""
_SHEET = re.compile(r"^'?\d+ ")
"""The number with which the name of a sheet begins."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d(T[\d:.]+(Z|[+-][\d:]+)?)?")
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
Numbers = Counter[str]
Grid = list[list[str]]


def numbers(texts: Iterable[str]) -> Numbers:
    return Counter(each for text in texts for each in _NUMBER.findall(text.replace("\u00a0", " ")))


def files_of(document: Document) -> dict[str, bytes]:
    """The files of a report by their ending; the CSV files together as "0.csv", "1.csv"."""
    made = {}
    for ending, write in (
        ("pdf", write_pdf),
        ("docx", write_docx),
        ("html", write_html),
        ("xlsx", write_xlsx),
    ):
        out = BytesIO()
        write(document, out, created=CREATED)
        made[ending] = out.getvalue()
    return made | {f"{place}.csv": data for place, data in enumerate(csv_files(document))}


def told(document: Document) -> Numbers:
    """The numbers of the neutral document: all that any file of it may tell, as often as it may."""
    whole = numbered(document)
    captions = [
        f"{caption_word(block)} {block.number}." for block in whole.blocks if isinstance(block, NUMBERED)
    ]
    return numbers([re.sub(r" → \w+\]", "]", dump(whole)), *captions])


def grids(document: Document) -> list[Grid]:
    """What its tables say, by row and column."""
    return [
        [
            [_flat(plain(cell)) for cell in row]
            for row in (*table.rows, *([table.totals] if table.totals else []))
        ]
        for table in numbered(document).blocks
        if isinstance(table, Table)
    ]


def more_than_told(document: Document, files: dict[str, bytes]) -> dict[str, object]:
    """Per file what it tells besides what stands in the document; empty when nothing does."""
    found: dict[str, object] = {}
    for name, data in files.items():
        place, _, ending = name.rpartition(".")
        extra = _csv(document, int(place), data) if place else _READ[ending](document, data)
        if extra:
            found[name] = extra
    return found


def _flat(text: str) -> str:
    return " ".join(text.replace("\u00a0", " ").replace("\u2011", "-").split())


def _others(document: Document, strings: Iterable[str]) -> list[str]:
    """The strings about the file itself that tell a number which its title page does not."""
    known = set(
        numbers((document.title, document.subtitle, document.subject, document.author, document.kind))
    )
    return [text for text in strings if set(numbers([_DAY.sub("", text)])) - known]


def _alternatives(document: Document) -> set[str]:
    return {_flat(text) for block in numbered(document).blocks if (text := getattr(block, "alternative", ""))}


def _strange(document: Document, alternatives: Iterable[str]) -> list[str]:
    known = _alternatives(document)
    return [text for text in map(_flat, alternatives) if text not in known and set(numbers([text]))]


def _pdf(document: Document, data: bytes) -> list[object]:
    book = pypdfium2.PdfDocument(data)
    heads = "|".join(re.escape(block.text) for block in document.blocks if isinstance(block, Heading))
    in_contents = re.compile(rf"^(?:{heads})\s+\d+$", re.MULTILINE)
    pages = []
    for place in range(len(book)):
        text = _OF_A_PAGE.sub("", book[place].get_textpage().get_text_range().replace("\r", ""))
        pages.append(in_contents.sub("", text) if _has_contents(document) else text)
    repeated = Counter[str]()
    for table in document.blocks:
        if isinstance(table, Table):
            repeated += numbers(column.head for column in table.columns)
    running = numbers([document.title, document.subtitle, document.footer])
    allowed = told(document)
    for part in (repeated, running):
        for each, times in part.items():
            allowed[each] += times * len(book)
    extra: list[object] = [*(numbers(pages) - allowed)]
    with pikepdf.open(BytesIO(data)) as pdf:
        facts = [str(value) for key, value in pdf.docinfo.items() if "Date" not in key]
        texts = [str(pdf.Root.get("/Lang", ""))]
        alternatives = []
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Dictionary):
                alternatives += [str(thing[key]) for key in ("/Alt", "/ActualText", "/E") if key in thing]
                if "/Title" in thing and "/Dest" in thing:
                    texts.append(str(thing["/Title"]))
        extra += _others(document, facts) + _strange(document, alternatives)
        extra += [*(numbers(texts) - allowed)]
    return extra


def _has_contents(document: Document) -> bool:
    return any(isinstance(block, Contents) for block in document.blocks)


def _docx(document: Document, data: bytes) -> list[object]:
    extra: list[object] = []
    with ZipFile(BytesIO(data)) as book:
        around, alternatives, facts = [], [], []
        for name in book.namelist():
            if not name.endswith(".xml") or name.startswith("word/theme"):
                continue
            root = etree.fromstring(book.read(name))
            alternatives += [said for node in root.iter() for said in _said_of(node)]
            if name.startswith("docProps/"):
                facts += _facts(root)
            elif name != "word/document.xml":
                around += [_OF_A_PAGE.sub("", text) for text in _paragraphs(root)]
        body = _paragraphs(etree.fromstring(book.read("word/document.xml")))
    extra += [*(numbers(body) - told(document))]
    extra += _others(document, around) + _others(document, facts) + _strange(document, alternatives)
    word: Any = docx.Document(BytesIO(data))
    kinds = [type(block) for block in document.blocks if isinstance(block, (Table, KeyFigures))]
    if len(kinds) != len(word.tables):
        return [*extra, f"{len(word.tables)} tables, not {len(kinds)}"]
    read = [
        [[_flat(cell.text) for cell in row.cells] for row in table.rows]
        for table, kind in zip(word.tables, kinds, strict=True)
        if kind is Table
    ]
    return extra + _grids_beside(document, read)


def _facts(root: Any) -> list[str]:
    """What the properties of an office file say, without what the program counts by itself."""
    known = (*_ABOUT_FILES, "AppVersion", "revision", "i4")
    return [node.text for node in root.iter() if node.text and etree.QName(node).localname not in known]


def _said_of(node: Any) -> list[str]:
    return [value for key, value in node.attrib.items() if key in ("descr", "title")]


def _paragraphs(root: Any) -> list[str]:
    """The text of each paragraph, hidden text as well."""
    return ["".join(text.text or "" for text in each.iter(f"{_WORD}t")) for each in root.iter(f"{_WORD}p")]


def _html(document: Document, data: bytes) -> list[object]:
    root = html.fromstring(data)
    texts, said, kept = [], [], []
    for node in root.iter():
        if node.tag in ("style", "script"):
            continue
        if isinstance(node.tag, str):
            said += [value for key, value in node.attrib.items() if key in ("alt", "title", "aria-label")]
            kept += [value for key, value in node.attrib.items() if key.startswith("data-")]
        else:
            texts.append(str(node.text))
            continue
        texts += [node.text or "", *(child.tail or "" for child in node)]
    allowed = told(document)
    for block in numbered(document).blocks:
        # A drawing is called by its caption once more, and headings stand in the contents list as well.
        if isinstance(block, NUMBERED):
            allowed += numbers([caption(block)])
        elif isinstance(block, Heading):
            allowed += numbers([block.text])
    for each, times in numbers([document.title, document.subtitle]).items():
        allowed[each] += times
    extra: list[object] = [*(numbers(texts) - allowed)]
    facts = [value for node in root.iter("meta") for key, value in node.attrib.items() if key == "content"]
    extra += _others(document, [value for value in facts if "width" not in value])
    alternatives = [node.text_content() for node in root.iter("desc")]
    extra += (
        _strange(document, alternatives)
        + _drawn(document, root)
        + _strange(document, kept)
        + _strange(document, [text for text in said if text not in {_flat(t) for t in texts}])
    )
    read = [
        [[_flat(cell.text_content()) for cell in row] for row in table.iter("tr")]
        for table in root.iter("table")
    ]
    return extra + _grids_beside(document, read)


def _drawn(document: Document, root: Any) -> list[object]:
    """Words in a drawing that the drawing of the neutral document does not carry."""
    extra: list[object] = []
    drawings = [node for node in root.iter("svg") if node.find("title") is not None]
    blocks = [
        block for block in document.blocks if isinstance(block, (Chart, Trend, Progress, Shares, Funnel))
    ]
    if len(drawings) != len(blocks):
        return [f"{len(drawings)} drawings, not {len(blocks)}"]
    for node, block in zip(drawings, blocks, strict=True):
        said = numbers([dump(replace(document, blocks=(replace(block, alternative=""),)))])
        said -= numbers([dump(replace(document, blocks=()))])
        extra += numbers(each.text_content() for each in node.iter("text")) - said
    return extra


def _grids_beside(document: Document, read: list[Grid]) -> list[object]:
    """Cells in which a table says another number than the neutral one at this row and column."""
    expected = grids(document)
    if len(expected) != len(read):
        return [f"{len(read)} tables, not {len(expected)}"]
    wrong: list[object] = []
    for wanted, found in zip(expected, read, strict=True):
        rows = found[len(found) - len(wanted) :]
        for row, cells in zip(wanted, rows, strict=True):
            wrong += [
                (cell, text)
                for cell, text in zip(row, cells, strict=False)
                if _NUMBER.findall(cell) != _NUMBER.findall(text)
            ]
            wrong += cells[len(row) :]
    return wrong


def _xlsx(document: Document, data: bytes) -> list[object]:
    """All values of all sheets, also of hidden ones, with texts that no cell uses, notes and properties."""
    facts, sheets, others = [], [], []
    with ZipFile(BytesIO(data)) as book:
        shared = [
            "".join(text.text or "" for text in each.iter("{*}t"))
            for each in etree.fromstring(book.read("xl/sharedStrings.xml"))
        ]
        unused = set(range(len(shared)))
        for name in book.namelist():
            root = etree.fromstring(book.read(name)) if name.endswith(".xml") else None
            if root is None or name == "xl/sharedStrings.xml":
                continue
            if name.startswith("docProps/"):
                facts += [_SHEET.sub("", fact) for fact in _facts(root)]
            elif name.startswith("xl/worksheets/"):
                sheets.append((int(_NUMBER.findall(name)[-1]), _cells(root, shared, unused)))
            else:
                others += [text.text or "" for text in root.iter("{*}t")]
                others += [_SHEET.sub("", str(each.get("name"))) for each in root.iter("{*}sheet")]
    extra: list[object] = [*_others(document, (*facts, *others)), *(shared[place] for place in unused)]
    for (_, cells), table in zip(sorted(sheets), _tables(document), strict=True):
        extra += numbers(cells) - _of_table(table) - numbers([document.title, document.subtitle])
    return extra


def _cells(root: Any, shared: list[str], unused: set[int]) -> list[str]:
    """The values of a sheet, and what stands above and below it when it is printed."""
    found = [each.text or "" for each in (*root.iter("{*}oddHeader"), *root.iter("{*}f"))]
    for cell in root.iter("{*}c"):
        for value in (text.text or "" for text in cell.iter("{*}v", "{*}t")):
            if cell.get("t") == "s":
                unused.discard(int(value))
            found.append(shared[int(value)] if cell.get("t") == "s" else value)
    return found


def _tables(document: Document) -> list[Table]:
    return [block for block in numbered(document).blocks if isinstance(block, Table)]


def _of_table(table: Table) -> Numbers:
    """The numbers of one table with its caption and note."""
    cells = [plain(cell) for row in (*table.rows, table.totals or ()) for cell in row]
    return numbers(
        [caption(table), *(column.head for column in table.columns), *cells, plain(table.note or "")]
    )


def _csv(document: Document, place: int, data: bytes) -> list[object]:
    rows = csv_rows(data)
    return [*(numbers(cell for row in rows for cell in row) - _of_table(_tables(document)[place]))]


_READ = {"pdf": _pdf, "docx": _docx, "html": _html, "xlsx": _xlsx}
