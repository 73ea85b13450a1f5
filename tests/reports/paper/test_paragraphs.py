"""Lines hold as many words as fit, and words are broken where Dutch breaks them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huurdersapp.reports.document import Lines, Paragraph, Span, Text
from huurdersapp.reports.fonts import SOFT_HYPHEN, tidy
from huurdersapp.reports.paper.hyphens import breaks
from huurdersapp.reports.paper.paragraphs import text_block
from huurdersapp.reports.paper.style import BODY, LINES, TextStyle
from huurdersapp.reports.paper.tagging import Element
from tests.reports.paper_samples import TALK, pdf_of, plain_report
from tools.paper_words import page_lines, pdf_texts

WIDTH = 200.0


def lines_of(text: Text, style: TextStyle = BODY, room: float = WIDTH) -> list[str]:
    """The lines of a text in a column, as they are drawn."""
    block = text_block(text, style, Element("P"), room)
    block.wrap(room, 1e6)
    if not block.blPara.lines:
        return []
    block.finish_lines()
    if block.blPara.kind:
        assert all(line.extraSpace > -0.01 for line in block.blPara.lines)
        return ["".join(part.text for part in line.words) for line in block.blPara.lines]
    assert all(spare > -0.01 for spare, _ in block.blPara.lines)
    return [" ".join(words) for _, words in block.blPara.lines]


@pytest.mark.parametrize(
    ("word", "places"),
    [
        ("huurdersvereniging", "huur·ders·ver·e·ni·ging"),
        ("achterbanraadpleging", "ach·ter·ban·raad·ple·ging"),
        ("geïnteresseerd", "geïn·te·res·seerd"),
        ("reëel", "reëel"),
        ("kort", "kort"),
        ("Klazienaveen", "Klazienaveen"),
        ("Emmer-Compascuum", "Emmer-·Compascuum"),
    ],
)
def test_words_are_broken_as_dutch_does(word: str, places: str) -> None:
    edges = sorted([0, *(len(first) for first, _ in breaks(word)), len(word)])
    parts = [word[start:end] for start, end in pairwise(edges)]
    assert "·".join(parts) == places
    assert [first for first, _ in breaks(word)] == sorted((f for f, _ in breaks(word)), key=len, reverse=True)


TEXTS = st.text(alphabet="abcdefghijklmnopqrstuvwxyzé -/\n", max_size=300)


@given(TEXTS)
def test_no_line_is_wider_than_its_room_and_no_letter_is_lost(text: str) -> None:
    said = "".join(lines_of(text)).replace(SOFT_HYPHEN, "")
    assert said.split() == tidy(text).split()


@given(TEXTS, TEXTS, TEXTS)
def test_text_in_several_looks_breaks_as_well(one: str, two: str, three: str) -> None:
    lines = lines_of((one, Span(two, bold=True), Span(three, italic=True, href="x")))
    said = "".join(lines).replace(SOFT_HYPHEN, "")
    assert said.split() == (one + two + three).split()


def test_a_line_that_ends_inside_a_word_ends_in_a_soft_hyphen_and_any_other_in_a_space() -> None:
    for whole in (TALK, (TALK[:20], Span(TALK[20:], bold=True))):
        *lines, last = lines_of(whole)
        assert any(line.endswith(SOFT_HYPHEN) for line in lines)
        assert all(line.endswith((SOFT_HYPHEN, " ")) for line in lines)
        assert not last.endswith(" ")


def test_a_word_is_not_broken_where_it_need_not() -> None:
    text = "de huurdersvereniging vraagt de woningcorporatie om opheldering"
    assert SOFT_HYPHEN not in "".join(lines_of(text, LINES))
    assert lines_of("huurdersvereniging", LINES, 60)[0].endswith(SOFT_HYPHEN)


def test_a_word_that_has_a_hyphen_of_its_own_keeps_it() -> None:
    first, second = lines_of("Emmer-Compascuum", LINES, 90)
    assert (first, second) == ("Emmer-", "Compascuum")


def test_a_space_before_a_link_is_not_part_of_the_link() -> None:
    text = ("zie ", Span("hier", href="https://www.example.org"), " verder")
    data, _ = pdf_of(plain_report(Paragraph(text)))
    shown = [line for line in page_lines(data)[0] if line.text.strip() in {"zie", "hier", "verder"}]
    assert len({line.piece for line in shown}) == 3
    assert [line.text for line in shown] == ["zie ", "hier", " verder"]


def test_a_link_that_goes_on_on_the_next_page_is_a_link_there_too() -> None:
    words = "een lange verwijzing " * 30
    data, written = pdf_of(
        plain_report(*(Paragraph("regel") for _ in range(24)), Paragraph((Span(words, href="https://x.nl"),)))
    )
    assert written.pages == 2
    assert _kinds(data, "verwijzing") == {"/Link"}


def _kinds(data: bytes, word: str) -> set[str]:
    return {kind for kind, text in pdf_texts(data) if word in text}


def test_an_address_is_cut_behind_a_slash() -> None:
    lines = lines_of("zie https://www.example.org/" + "pad/" * 40, room=150)
    assert lines[0] == "zie "
    assert all(line.endswith("/") for line in lines[1:])


def test_the_two_spaces_after_a_postcode_stay() -> None:
    data, _ = pdf_of(plain_report(Lines(("Postbus 12", "7800 AA  EMMEN"))))
    assert "7800 AA  EMMEN" in [line.text for line in page_lines(data)[0]]


@pytest.mark.parametrize("start", range(9))
def test_a_word_that_goes_on_on_the_next_page_is_one_word_for_who_listens(start: int) -> None:
    words = "a" * (start + 1) + " " + "bovenste verdiepingen onderhoudswerkzaamheden " * 60
    heard = []
    for lines in range(20, 25):
        text = ("Een ", Span("vet", bold=True), " woord ", words)
        document = plain_report(*[Paragraph("regel")] * lines, Paragraph(text))
        heard.append("".join(text for _, text in pdf_texts(pdf_of(document)[0])))
    assert [text for text in heard if "- " in text] == []
