"""What people typed is printed in the order in which they typed it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huurdersapp.reports.document import Bullets, Paragraph, Span, Text, plain
from huurdersapp.reports.language import capital, clause, sentence
from huurdersapp.reports.prose import plain_line, running, text_blocks, titled


def told(text: str) -> list[str | tuple[str, ...]]:
    """A paragraph as its words, a list as its items, with "1" first if it is numbered."""
    found: list[str | tuple[str, ...]] = []
    for block in text_blocks(text):
        if isinstance(block, Bullets):
            items = tuple(plain(item) for item in block.items)
            found.append(("1", *items) if block.numbered else items)
        else:
            assert isinstance(block, Paragraph)
            found.append(plain(block.text))
    return found


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("a\n- b\nc", ["a", ("b",), "c"]),
        ("- b\nc", [("b",), "c"]),
        ("* punt\n# kop\nlang", [("punt",), "# kop\nlang"]),
        ("a\nb\n\nc", ["a\nb", "c"]),
        ("- a\r\n- b\r\n\r\nc", [("a", "b"), "c"]),
        ("Zo:\n1. a\n2. b\n- c\nd", ["Zo:", ("1", "a", "b"), ("c",), "d"]),
        ("Zo\n1. januari begint het", ["Zo\n1. januari begint het"]),
        ("2. b\n3. c", ["2. b\n3. c"]),
        ("1. a\n2. b\n4. c", ["1. a\n2. b\n4. c"]),
        ("-5 graden\n1.5 meter", ["-5 graden\n1.5 meter"]),
    ],
)
def test_blocks_stand_in_the_order_of_the_lines(text: str, blocks: list[str | tuple[str, ...]]) -> None:
    assert told(text) == blocks


@given(st.lists(st.sampled_from(["a", "- b", "* c", "1. d", "2. e", "3. f", ""]), max_size=9))
def test_no_line_is_lost_or_changes_place(lines: list[str]) -> None:
    said = " ".join(part if isinstance(part, str) else " ".join(part) for part in told("\n".join(lines)))

    assert [sign for sign in said if sign.isalpha()] == [line[-1] for line in lines if line]


def test_bold_and_italic_words_are_spans_in_paragraphs_and_lists() -> None:
    told, listed = text_blocks("Een **vet** woord\nen *schuin*.\n- **a** b")

    assert isinstance(told, Paragraph)
    assert told.text == (
        "Een ",
        Span("vet", bold=True),
        " woord\nen ",
        Span("schuin", italic=True),
        ".",
    )
    assert listed == Bullets(((Span("a", bold=True), " b"),))


@pytest.mark.parametrize(
    ("text", "change", "said"),
    [
        ("een **vet**  woord\nen meer", sentence, ("een ", Span("vet", bold=True), " woord en meer.")),
        ("**vet.**", clause, (Span("vet", bold=True),)),
        (" plat \n", sentence, "plat."),
        ("**vet**", capital, "Vet"),
        ("", sentence, ""),
    ],
)
def test_a_long_text_in_a_sentence_of_ours_keeps_its_looks(
    text: str, change: Callable[[str], str], said: Text
) -> None:
    assert running(text, change) == said


@given(st.text("ab* \n.-\\1"))
def test_running_text_and_its_plain_line_say_the_same(text: str) -> None:
    assert plain(running(text, sentence)) == sentence(plain_line(text))


def test_a_text_goes_along_with_the_list_under_it_only() -> None:
    first, _items, last = text_blocks("a\n- b\nc")

    assert isinstance(first, Paragraph)
    assert isinstance(last, Paragraph)
    assert (first.keep_with_next, last.keep_with_next) == (True, False)


def test_a_title_leads_a_paragraph_or_stands_above_a_list() -> None:
    title = Span("Zo:", bold=True)

    assert titled(title, text_blocks("a")) == [Paragraph((title, " ", "a"))]
    assert titled(title, text_blocks("- a")) == [Paragraph(title, keep_with_next=True), Bullets(("a",))]
    assert titled(title, []) == [Paragraph(title)]
