"""What is filled in by hand: boxes of 4 mm, lines to write on, and a question that stays on one page."""

from __future__ import annotations

import re
from io import BytesIO

import pikepdf
from hypothesis import given, settings
from hypothesis import strategies as st
from page import ValidationProfile

from huurdersapp.reports.document import Block, Choices, FieldRow, Paragraph, WritingLines
from huurdersapp.reports.paper.forms import columns_for
from huurdersapp.reports.paper.style import MM
from tests.reports.paper_samples import (
    TALK,
    docx_of,
    extracted,
    findings,
    out_of_bounds,
    overlaps,
    pdf_of,
    plain_report,
)
from tests.reports.test_docx import xml
from tools.paper_words import docx_words, pdf_words

FORM: tuple[Block, ...] = (
    Choices("Vindt u het onderhoud goed?", ("Ja", "Nee", "Weet ik niet"), many=False, chosen=(1,)),
    Choices(
        "Welke hulp kent u?",
        ("De Voorzieningenwijzer", "Kwijtschelding van gemeentelijke belasting", "Anders:"),
        many=True,
        help="U mag er meer kiezen.",
        chosen=(0,),
    ),
    Choices("Wat is gedaan?", tuple(f"maatregel {n}" for n in range(7)), many=True, columns=3),
    WritingLines("Wat wilt u nog kwijt?", 4),
    WritingLines("Opmerkingen", 2, "De ketel is van 1998.", "Alles wat u opvalt."),
    FieldRow((("Datum", 1), ("Naam van de coach", 2)), ("3 maart 2026", "")),
)


def test_a_form_can_be_read_aloud_and_kept() -> None:
    data, written = pdf_of(plain_report(*FORM))
    assert findings(data, ValidationProfile.PDF_UA_1) == []
    assert findings(data, ValidationProfile.PDF_A_2A) == []
    assert out_of_bounds(data) == []
    assert overlaps(data) == []
    assert written.missing_signs == ()


def test_paper_and_word_ask_the_same() -> None:
    document = plain_report(*FORM)
    assert docx_words(docx_of(document)) == pdf_words(pdf_of(document)[0])


def test_whoever_listens_hears_each_box() -> None:
    with pikepdf.open(BytesIO(pdf_of(plain_report(*FORM))[0])) as pdf:
        heard = [
            str(thing.ActualText)
            for thing in pdf.objects
            if isinstance(thing, pikepdf.Dictionary) and thing.get("/S") == "/Lbl"
        ]
    assert sorted(heard) == sorted("○◉○" + "☒☐☐" + "☐" * 7)


def test_boxes_are_at_least_four_millimetres() -> None:
    with pikepdf.open(BytesIO(pdf_of(plain_report(FORM[1]))[0])) as pdf:
        drawn = [
            (float(step.operands[2]), float(step.operands[3]))
            for step in pikepdf.parse_content_stream(pdf.pages[0])
            if str(step.operator) == "re"
        ]
    boxes = [size for size in drawn if size[0] == size[1]]
    assert len(boxes) == 3
    assert all(side >= 4 * MM for side, _ in boxes)


def test_short_options_stand_side_by_side_and_long_ones_below_each_other() -> None:
    assert columns_for(Choices("?", ("Ja", "Nee"), many=False)) == 2
    assert columns_for(Choices("?", ("Ja", "Anders:"), many=False)) == 1
    assert columns_for(Choices("?", ("Ja", "Nee, maar dat komt nog wel een keer, denk ik"), many=False)) == 1
    assert columns_for(Choices("?", tuple("abcdefghijkl"), many=True)) == 1
    assert columns_for(Choices("?", tuple(str(n) for n in range(11)), many=False)) == 11
    assert columns_for(Choices("?", ("Ja", "Nee"), many=False, columns=5)) == 2
    assert columns_for(Choices("?", (), many=False)) == 1


def test_a_question_is_not_divided_over_two_pages() -> None:
    options = tuple(f"keuze {n}" for n in range(12))
    for before in range(1, 9):
        data, _ = pdf_of(plain_report(*[Paragraph(TALK)] * before, Choices("Vraag?", options, many=True)))
        assert sum(all(f"keuze {n}" in page for n in range(12)) for page in extracted(data)) == 1


def test_a_question_longer_than_a_page_goes_on_on_the_next() -> None:
    options = tuple(f"keuze {n}." for n in range(70))
    data, written = pdf_of(plain_report(Choices("Vraag?", options, many=True)))
    assert written.pages == 3
    text = " ".join(extracted(data))
    assert all(option in text for option in options)
    assert findings(data) == []


@settings(max_examples=25)
@given(st.text(max_size=90), st.lists(st.text(max_size=60), max_size=7), st.integers(0, 4))
def test_whatever_is_asked_fits_and_says_the_same_in_word(
    question: str, options: list[str], columns: int
) -> None:
    document = plain_report(
        Choices(question, tuple(options), many=True, columns=columns),
        WritingLines(question, 2, "".join(options)),
        FieldRow(((question, 1), ("Datum", 3)), (question, "x")),
    )
    data, _ = pdf_of(document)
    assert out_of_bounds(data) == []
    assert docx_words(docx_of(document)) == pdf_words(data)


def test_options_in_word_are_items_of_a_list_with_a_box() -> None:
    data = docx_of(plain_report(*FORM))
    signs = re.findall(r'<w:lvlText w:val="([○◉☐☒])"/>', xml(data, "numbering"))
    assert sorted(signs) == sorted("○◉☐☒")
    document = xml(data)
    assert document.count('<w:pStyle w:val="Keuze"/><w:keepNext') == 2 + 2 + 6
    known = set(re.findall(r'<w:num w:numId="(\d+)"', xml(data, "numbering")))
    assert set(re.findall(r'<w:numId w:val="(\d+)"', document)) <= known


def test_a_word_file_without_a_form_has_no_boxes() -> None:
    assert "☐" not in xml(docx_of(plain_report(Paragraph("x"))), "numbering")
