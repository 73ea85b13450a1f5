"""The form of every letter: head, window, signs, pages, closing; as PDF and as Word."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import Literal

import docx
import pytest
from pypdfium2 import PdfDocument

from huurdersapp.reports.adviesbrief_values import Afzender, Geadresseerde
from huurdersapp.reports.brief import (
    BriefDeel,
    BriefValues,
    address_lines,
    brief_document,
    many_document,
    typed_address,
)
from huurdersapp.reports.brief_tekst import bonded
from huurdersapp.reports.document import Document, Logo, Paragraph, plain
from huurdersapp.reports.paper.style import MM, PAGE_HEIGHT
from tests.reports.brief_samples import POINT, SHORT, long, picture
from tests.reports.paper_samples import check_paper, docx_of, extracted, findings, pdf_of, text_of

Window = Literal["left", "right"]
WINDOWS: tuple[Window, ...] = ("left", "right")
KINDS = {
    "kaal": BriefValues(SHORT.afzender, SHORT.aan, "", SHORT.datum, "een vraag"),
    "een bladzijde": SHORT,
    "vier bladzijden": replace(SHORT, delen=long()),
    "concept": replace(SHORT, concept=True, voorbeeld=True),
    "beeldmerk als foto": replace(SHORT, beeldmerk=Logo(picture("JPEG"))),
    "doorzichtig beeldmerk": replace(SHORT, beeldmerk=Logo(picture("PNG", "RGBA"))),
    "grijs beeldmerk": replace(SHORT, beeldmerk=Logo(picture("PNG", "L"))),
    "lange onderregel": replace(SHORT, onderregel="Vereniging van huurders te Emmen. " * 12),
}


@pytest.mark.parametrize("window", WINDOWS)
@pytest.mark.parametrize("name", KINDS)
def test_every_letter_can_be_read_aloud_and_says_the_same_in_word(name: str, window: Window) -> None:
    written = check_paper(brief_document(replace(KINDS[name], venster=window)))
    assert written.pages == {"vier bladzijden": 4}.get(name, 1)


# -- the window of the envelope, measured on the page ----------------------------------------------------------------


def boxes(data: bytes, texts: tuple[str, ...]) -> list[tuple[float, float, float, float]]:
    """Where texts stand on the first page: left, top, right, bottom in mm from the upper left corner."""
    found = []
    with PdfDocument(data) as pdf:
        page = pdf[0].get_textpage()
        for text in texts:
            place = page.search(text).get_next()
            assert place is not None, text
            for number in range(page.count_rects(*place)):
                left, bottom, right, top = page.get_rect(number)
                found.append((left / MM, (PAGE_HEIGHT - top) / MM, right / MM, (PAGE_HEIGHT - bottom) / MM))
    return found


LONG_SENDER = replace(
    SHORT.afzender,
    naam="Stichting Gezamenlijke Huurdersorganisaties van Emmen, Borger-Odoorn en Coevorden",
    adres=(
        "Bewonerscentrum De Weerdinger Erven",
        "Weerdingerstraat 200 achterzijde",
        "7811 CA  EMMEN",
        "Nederland",
    ),
)
ADDRESSES = {
    "zes regels": SHORT.aan,
    "drie regels": ("Lefier", "Postbus 2055", "7801 CB  EMMEN"),
    "lange namen": (
        "Stichting Christelijke Woningcorporatie IJsselmuiden en Omstreken",
        "t.a.v. de heer mr. drs. J.W. van der Wal-van IJzendoorn",
        "Burgemeester van Roijensingel 20",
        "8011 CS  ZWOLLE",
    ),
}


@pytest.mark.parametrize("sender", [SHORT.afzender, LONG_SENDER], ids=["kort", "lang"])
@pytest.mark.parametrize("address", ADDRESSES.values(), ids=ADDRESSES)
@pytest.mark.parametrize("window", WINDOWS)
def test_the_address_lies_within_the_window_and_nothing_else_does(
    window: Window, address: tuple[str, ...], sender: Afzender
) -> None:
    values = replace(SHORT, venster=window, aan=address, afzender=sender)
    data, _ = pdf_of(brief_document(values))
    left, right = (25, 105) if window == "left" else (105, 185)
    with PdfDocument(data) as pdf:
        page = pdf[0].get_textpage()
        page.count_rects()
        rects = [page.get_rect(number) for number in range(page.count_rects())]
        inside = page.get_text_bounded(
            left=left * MM - 1, right=right * MM, top=PAGE_HEIGHT - 45 * MM, bottom=PAGE_HEIGHT - 87 * MM
        )
    assert " ".join(inside.split()) == " ".join(" ".join(address).split())
    lines = [
        (x0 / MM, (PAGE_HEIGHT - y1) / MM, x1 / MM, (PAGE_HEIGHT - y0) / MM)
        for x0, y0, x1, y1 in rects
        if PAGE_HEIGHT - 95 * MM < (y0 + y1) / 2 < PAGE_HEIGHT - 41 * MM and left - 1 < x0 / MM < right
    ]
    assert len(lines) >= len(address)
    for x0, y0, x1, y1 in lines:
        assert left - 0.2 <= x0
        assert x1 <= right + 0.2
        assert y0 >= 45
        assert y1 <= 47 + 40


@pytest.mark.parametrize("window", WINDOWS)
def test_the_window_can_be_found_out_of_place(window: Window) -> None:
    """The measure sees a letter of the other window."""
    data, _ = pdf_of(brief_document(replace(SHORT, venster=window)))
    (x, *_), *_ = boxes(data, ("Postbus 2055",))
    assert x == pytest.approx(25 if window == "left" else 105, abs=0.6)


@pytest.mark.parametrize("window", WINDOWS)
@pytest.mark.parametrize(("size", "wide"), [((900, 300), 45.0), ((300, 900), 45.0), ((3000, 100), 120.0)])
def test_the_mark_stays_above_the_window_and_beside_the_sender(
    window: Window, size: tuple[int, int], wide: float
) -> None:
    values = replace(SHORT, venster=window, beeldmerk=Logo(picture(size=size), wide))
    data, _ = pdf_of(brief_document(values))
    with PdfDocument(data) as pdf:
        (image,) = pdf[0].get_objects(filter=[3])
        left, bottom, right, top = image.get_bounds()
    assert (PAGE_HEIGHT - bottom) / MM <= 42
    assert (PAGE_HEIGHT - top) / MM >= 16
    assert left / MM >= (25 if window == "left" else 105) - 0.1
    assert right / MM <= (117 if window == "left" else 185) + 0.1
    assert (right - left) / (top - bottom) == pytest.approx(size[0] / size[1], rel=0.02)


def test_word_has_the_mark_at_the_same_place_with_its_words() -> None:
    word = docx.Document(BytesIO(docx_of(brief_document(SHORT))))
    (anchor,) = word.element.body.xpath(".//wp:anchor")
    assert anchor.xpath("./wp:docPr/@descr") == ["Beeldmerk van Huurdersfederatie Zuidoost Drenthe"]
    across, down = (int(text) for text in anchor.xpath(".//wp:posOffset/text()"))
    assert across / 36000 == pytest.approx(25, abs=0.1)
    assert down / 36000 == pytest.approx(17, abs=0.1)
    assert len(word.part.package.image_parts) == 1


# -- order and signs -------------------------------------------------------------------------------------------------


def test_the_order_is_that_of_a_dutch_letter() -> None:
    text = text_of(pdf_of(brief_document(SHORT))[0])
    order = [
        "Huurdersfederatie Zuidoost Drenthe",
        "Woningstichting IJsbrand",
        "7801 CB EMMEN",
        "Emmen, 5 maart 2026 Ons kenmerk: A-2026-3 Uw kenmerk: HB/26-0114 Betreft: ons advies",
        "Geacht bestuur,",
        "Aanleiding",
        "Met vriendelijke groet,",
        "Jan van der Vries",
        "Bijlagen:",
        "Kopie aan: Gemeente Emmen",
    ]
    places = [text.index(words) for words in order]
    assert places == sorted(places)
    assert "2026." not in text.split("Geacht")[0]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Geacht bestuur", "Geacht bestuur,"),
        ("Beste huurder,", "Beste huurder,"),
        ("Geachte heer X.", "Geachte heer X,"),
    ],
)
def test_a_comma_follows_the_salutation(typed: str, printed: str) -> None:
    blocks = brief_document(replace(SHORT, aanhef=typed)).blocks
    assert printed in [plain(block.text) for block in blocks if isinstance(block, Paragraph)]


def test_no_line_ends_between_a_number_and_its_sign() -> None:
    assert bonded("€ 25,50 op 5 maart volgens artikel 5 lid 2, dus 12 % in 14 dagen") == (
        "€\u00a025,50 op 5\u00a0maart volgens artikel\u00a05 lid\u00a02, dus 12\u00a0% in 14\u00a0dagen"
    )
    assert bonded("23 woningen in 2026 mee") == "23 woningen in 2026 mee"
    assert bonded("12 maandelijkse") == "12 maandelijkse"


def test_an_address_has_at_most_six_lines_and_ends_with_the_place() -> None:
    lines = address_lines(
        Geadresseerde(
            "Lefier",
            "Het bestuur",
            "de heer Van der Wal",
            ("Gebouw A", "Etage 2", "Straat 1", "7811ab emmen"),
        )
    )
    assert len(lines) == 6
    assert lines[-1] == "7811 AB  EMMEN"
    assert lines[1] == "Het bestuur, t.a.v. de heer Van der Wal"
    assert typed_address("Mevrouw Jansen\n\nLaan 1\n 7811  ab Emmer-Compascuum ") == (
        "Mevrouw Jansen",
        "Laan 1",
        "7811 AB  EMMER-COMPASCUUM",
    )
    assert typed_address("Rue de l'Été 1\nB-1000 Brussel") == ("Rue de l'Été 1", "B-1000 Brussel")


def test_a_part_without_text_leaves_no_heading() -> None:
    text = text_of(pdf_of(brief_document(replace(SHORT, delen=(BriefDeel("Leeg", "  "),))))[0])
    assert "Leeg" not in text


# -- pages -----------------------------------------------------------------------------------------------------------


def test_the_closing_is_never_alone_on_a_page() -> None:
    """From one line too few to some too many, the last lines of the text go along with the signatures."""
    for points in range(1, 9):
        for last in (
            POINT * 2,
            "- eerst dit is wat wij nu aan u vragen\n- dan dat andere doen wij samen met u",
        ):
            delen = (BriefDeel("Onze overwegingen", "\n\n".join([POINT * 2] * points)), BriefDeel("", last))
            pages = extracted(pdf_of(brief_document(replace(SHORT, delen=delen)))[0])
            (page,) = [page for page in pages if "Met vriendelijke groet" in page]
            before, _, after = page.partition("Met vriendelijke groet")
            assert "voorzitter" in after
            assert "secretaris" in after
            assert len(before.split()) > 8


def test_page_numbers_begin_on_the_second_page_and_the_bottom_line_stands_on_the_first() -> None:
    pages = extracted(pdf_of(brief_document(replace(SHORT, delen=long())))[0])
    assert len(pages) == 4
    assert "Pagina" not in pages[0]
    assert "KvK 01000000" in pages[0]
    for number, page in enumerate(pages[1:], 2):
        assert f"Pagina {number} van 4" in page
        assert "KvK" not in page


def test_a_concept_says_so_on_every_page() -> None:
    pages = extracted(pdf_of(brief_document(replace(SHORT, delen=long(), concept=True)))[0])
    assert all(page.count("CONCEPT") == 1 for page in pages)
    assert "CONCEPT" not in text_of(pdf_of(brief_document(SHORT))[0])


# -- to many ---------------------------------------------------------------------------------------------------------


def to_homes(count: int, values: BriefValues = SHORT) -> Document:
    homes = [
        (f"Laan {n}", ("Aan de bewoners van", f"Laan {n}", "7811 AB  EMMEN")) for n in range(1, count + 1)
    ]
    return many_document(brief_document(values), homes)


def test_each_home_gets_its_own_letter_with_its_own_address() -> None:
    data, written = pdf_of(to_homes(3))
    pages = extracted(data)
    assert written.pages == len(pages) == 3
    for number, page in enumerate(pages, 1):
        assert [n for n in (1, 2, 3) if f"Laan {n}" in page] == [number]
        assert "KvK" in page
        assert "Pagina" not in page


def test_letters_of_three_pages_begin_on_a_sheet_of_their_own() -> None:
    data, written = pdf_of(to_homes(2, replace(SHORT, delen=long(10))))
    pages = extracted(data)
    assert written.pages == 7
    assert pages[3].strip() == ""
    assert "Pagina 3 van 3" in pages[6]
    assert "Laan 2" in pages[6]


def test_letters_to_many_can_be_read_aloud() -> None:
    for values in (SHORT, replace(SHORT, delen=long(10), voorbeeld=True, concept=True)):
        data, _ = pdf_of(to_homes(3, values))
        assert findings(data) == []
