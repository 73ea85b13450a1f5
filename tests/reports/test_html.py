"""The HTML says what the paper says, is right by the HTML Standard, keeps to itself, and can hold any text."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from justhtml import JustHTML
from PIL import Image

from huurdersapp.reports.document import (
    MARK_EXAMPLE,
    Block,
    Bullets,
    Column,
    Document,
    Heading,
    Lines,
    Logo,
    PageBreak,
    Paragraph,
    Picture,
    QrCode,
    Source,
    Span,
    Table,
)
from huurdersapp.reports.html import write_html
from huurdersapp.reports.paper.plots import plot_of
from huurdersapp.reports.paper.style import TEXT_WIDTH
from tests.html_rules import colour_findings, html_findings
from tests.reports.long_report import front, funnel, long_report, photo, progress, shares
from tests.reports.paper_samples import (
    CREATED,
    html_of,
    letter,
    pdf_of,
    plain_report,
    report,
    trend,
)
from tests.reports.test_form_blocks import FORM
from tools.paper_words import html_words, pdf_words

ADDRESS = "https://www.example.org/meedoen"
DOCUMENTS: dict[str, Document] = {
    "a report with every block twice": report(2),
    "a long report with a front page": long_report(8),
    "a letter": letter(),
    "a letter with a window on the right": letter("right"),
    "forms": plain_report(*FORM),
    "a qr code": plain_report(QrCode(ADDRESS), Paragraph(ADDRESS)),
    "parts that are handed out": plain_report(
        PageBreak("Formulier 1"), *FORM, PageBreak("Formulier 2"), *FORM
    ),
    "nothing": plain_report(),
    "a table without rows": plain_report(Table("Leeg", (Column("Kern"), Column("Aantal")), ())),
    "signs of every sort": plain_report(
        Heading("<b>& 'x' \"y\""),
        Paragraph("a\x00b\x85c\ufdd0d\U0001fffee < & > é e\u0301 中"),
        Bullets(("</ul>",)),
    ),
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_document_is_right_html_with_the_words_of_the_paper(name: str) -> None:
    document = DOCUMENTS[name]
    page = html_of(document)
    assert html_findings(page) == []
    assert html_words(page) == pdf_words(pdf_of(document)[0])


def test_letters_stand_out_in_light_and_in_dark() -> None:
    assert colour_findings() == []


def test_the_same_document_and_moment_give_the_same_bytes(tmp_path: Path) -> None:
    path = tmp_path / "verslag.html"
    write_html(report(), path, created=CREATED)
    assert path.read_bytes() == html_of(report())
    assert html_of(report()) == html_of(report())


def test_it_says_what_it_is_and_not_who_made_it() -> None:
    page = parsed(report())
    said = {node.attrs.get("name"): node.attrs.get("content") for node in page.query("meta")}
    assert page.query("head > title")[0].to_text() == "Trimesterverslag 2019-T1 (voorbeeld) & meer"
    assert (said["author"], said["dcterms.created"]) == (
        "Huurdersvereniging De Deel",
        "2026-03-05T14:30:00+01:00",
    )
    assert (said["description"], said["keywords"]) == (
        "Verslag voor het bestuurlijk overleg",
        "huurders, Emmen",
    )
    assert set(said) == {
        None, "viewport", "author", "description", "keywords", "dcterms.created", "generator", "referrer"
    }  # fmt: skip


def test_example_data_is_marked_before_all_else() -> None:
    page = parsed(report())
    assert page.query("body > header > *")[0].to_text().strip() == MARK_EXAMPLE
    assert not parsed(replace(report(), mark=None)).query(".mark")


def test_a_number_leads_to_no_record() -> None:
    number = Span("12", source=Source("knelpunt", (("kern", "Emmen"),), ("0190-geheim",)))
    data = html_of(plain_report(Paragraph(("Er zijn ", number, "."))))
    assert b"knelpunt" not in data
    assert b"geheim" not in data
    assert parsed(plain_report(Paragraph(number))).query("main a") == []


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "file:///etc", "//x.nl", "java\nscript:x"]
)
def test_what_could_run_or_read_something_is_no_link(address: str) -> None:
    document = plain_report(Paragraph(Span("hier", href=address)))
    assert parsed(document).query("main a") == []
    assert html_words(html_of(document))[-1] == "hier"


def test_a_text_leads_to_the_table_that_it_names() -> None:
    table = Table("Klachten", (Column("Kern"), Column("Aantal")), (("Emmen", "12"),), key="klachten")
    ways = (
        Span("de tabel", ref="klachten"),
        " en ",
        Span("de uitleg", ref="uitleg"),
        " en ",
        Span("weg", ref="weg"),
    )
    page = parsed(plain_report(Paragraph(ways), table, Paragraph("Zo is geteld.", key="uitleg")))
    found = {node.to_text().strip(): node.attrs["href"] for node in page.query("main a")}
    assert found == {"Tabel\u00a01": "#tabel-1", "de uitleg": "#alinea-1"}
    assert page.query("#tabel-1 caption")[0].to_text().strip() == "Tabel 1. Klachten"
    assert page.query("#alinea-1")[0].to_text().strip() == "Zo is geteld."


def test_the_contents_lead_to_every_heading_of_two_levels_and_are_a_list() -> None:
    page = parsed(report(2))
    ways = [node.attrs["href"] for node in page.query("nav a")]
    ids = [node.attrs["id"] for node in page.query("main h2, main h3") if node.attrs["id"] != "inhoud"]
    assert ways == [f"#{name}" for name in ids]
    assert len(page.query("nav > ul > li")) == 2
    assert [len(node.query("ul > li")) for node in page.query("nav > ul > li")] == [1, 1]


def test_a_table_has_heads_of_columns_and_rows_and_totals_of_its_own() -> None:
    (table,) = parsed(report()).query("table")
    assert [node.to_text().strip() for node in table.query('thead th[scope="col"]')] == [
        "Kern", "Gemeld", "Toelichting"
    ]  # fmt: skip
    assert len(table.query('tbody th[scope="row"]')) == len(table.query("tbody tr")) == 3
    assert [node.to_text().strip() for node in table.query("tfoot th, tfoot td")] == ["Totaal", "36", ""]


FIGURES = [progress(), shares(), funnel(), trend()]


@pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: type(figure).__name__)
def test_a_drawing_says_what_the_paper_draws_and_no_more(figure: Any) -> None:
    data = html_of(plain_report(figure)).decode()
    (svg,) = re.findall(r"<svg.*?</svg>", data, re.DOTALL)
    shown = [unescaped(text) for text in re.findall(r"<text[^>]*>(.*?)</text>", svg)]
    drawn = plot_of(figure, TEXT_WIDTH).drawing().contents
    assert shown == [shape.text for shape in drawn if hasattr(shape, "text")]
    assert len(re.findall(r"<(?:text|rect|path|polyline|polygon|line|circle)[ />]", svg)) == len(drawn)
    page = parsed(plain_report(figure))
    (name, told) = page.query("svg")[0].attrs["aria-labelledby"].split()
    assert inner(page, name) == figure.caption
    assert inner(page, told) == figure.alternative


def test_no_text_of_a_drawing_is_wider_than_on_paper() -> None:
    svg = re.findall(r"<svg.*?</svg>", html_of(plain_report(progress())).decode(), re.DOTALL)[0]
    texts = re.findall(r"<text ([^>]*)>[^<]", svg)
    assert texts
    assert all("textLength=" in text for text in texts)


def test_photos_stand_in_the_file_with_what_is_to_be_seen_and_without_what_a_telephone_wrote() -> None:
    camera = BytesIO()
    about = Image.Exif()
    about[0x010F] = "GeheimMerk"
    Image.open(BytesIO(photo())).save(camera, "JPEG", exif=about)
    page = html_of(plain_report(Picture(camera.getvalue(), "De wijk", "Een huis in een weiland")))
    image: Any = JustHTML(page.decode(), sanitize=False).query("img")[0]
    assert image.attrs["alt"] == "Een huis in een weiland"
    assert b"GeheimMerk" in camera.getvalue()
    assert b"GeheimMerk" not in decoded(image.attrs["src"])
    broken = plain_report(Picture(b"geen foto", "De wijk", "Een huis"))
    assert html_findings(html_of(broken)) == []
    assert "niet" in html_words(html_of(broken))


def test_the_front_page_has_the_mark_of_the_organisation_and_what_it_is() -> None:
    document = replace(report(), front=front())
    page = html_of(document)
    assert html_findings(page) == []
    assert html_words(page) == pdf_words(pdf_of(document)[0])
    assert len(parsed(document).query("h1")) == 1


def test_a_letter_has_a_title_to_hear_and_its_mark_to_see() -> None:
    document = replace(letter(), logo=Logo(photo(300, 100, "PNG"), alternative="Beeldmerk van De Deel"))
    page = parsed(document)
    assert page.query("h1.unseen")[0].to_text().strip() == "Advies over de huurverhoging"
    assert page.query("main img")[0].attrs["alt"] == "Beeldmerk van De Deel"
    assert "7800 AA\u00a0 EMMEN" in html_of(document).decode()


def test_a_page_break_is_one_for_the_printer_and_never_two() -> None:
    document = plain_report(
        PageBreak(), Paragraph("een"), PageBreak(), PageBreak(), Paragraph("twee"), PageBreak()
    )
    assert len(parsed(document).query(".break")) == 2


WORDS = st.text(max_size=40)


@settings(max_examples=60)
@given(texts=st.lists(WORDS, min_size=6, max_size=6))
def test_no_text_can_break_the_page(texts: list[str]) -> None:
    one, two, three, four, five, six = texts
    blocks: tuple[Block, ...] = (
        Heading(f"Kop {one}"),
        Paragraph((two, Span(three, bold=True, href=f"https://x.nl/{four}"))),
        Lines((five, six)),
        Bullets((one or "x", two)),
        Table(
            f"Tabel {three}", (Column(f"a{four}"), Column("b")), ((five, six), (Span(one, italic=True), "1"))
        ),
    )
    document = replace(plain_report(*blocks), title=f"Titel {six}", author=f"Wie {one}")
    page = html_of(document)
    assert html_findings(page) == []
    assert html_words(page) == pdf_words(pdf_of(document)[0])


def parsed(document: Document) -> Any:
    """The page as the checker reads it."""
    return JustHTML(html_of(document).decode(), sanitize=False)


def inner(page: Any, name: str) -> str:
    """The text of the element with this id, also of what is only heard."""
    (node,) = page.query(f"#{name}")
    return "".join(child.data for child in node.children)


def unescaped(text: str) -> str:
    from html import unescape

    return unescape(text)


def decoded(source: str) -> bytes:
    from base64 import b64decode

    return b64decode(source.partition(",")[2])
