"""Lines hold as many words as fit, and words are broken where Dutch breaks them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huurdersapp.reports.document import Span
from huurdersapp.reports.fonts import SOFT_HYPHEN, face, tidy
from huurdersapp.reports.paper.breaking import break_lines, break_plain, breaks, segments

WIDTH = 200.0
SIZE = 11.0


def shown(word: str) -> str:
    """A word with hyphens where it may be broken."""
    parts, end = [], len(word)
    for position, mark in breaks(word):
        parts.append(("" if not mark else "·") + word[position:end])
        end = position
    return "".join([word[:end], *(part if part.startswith("·") else "|" + part for part in reversed(parts))])


@pytest.mark.parametrize(
    ("word", "places"),
    [
        ("huurdersvereniging", "huur·ders·ver·e·ni·ging"),
        ("achterbanraadpleging", "ach·ter·ban·raad·ple·ging"),
        ("geïnteresseerd", "geïn·te·res·seerd"),
        ("reëel", "reëel"),
        ("kort", "kort"),
        ("Klazienaveen", "Klazienaveen"),
        ("Emmer-Compascuum", "Emmer-|Compascuum"),
        ("12.345,67", "12.345,67"),
        ("(energiecoaches),", "(ener·gie·coa·ches),"),
    ],
)
def test_words_are_broken_as_dutch_does(word: str, places: str) -> None:
    assert shown(word) == places


TEXTS = st.text(alphabet="abcdefghijklmnopqrstuvwxyzé -\n", max_size=300)


@given(TEXTS)
def test_no_line_is_wider_than_its_room_and_no_letter_is_lost(text: str) -> None:
    letters = face("regular")
    lines = break_plain(tidy(text), letters, SIZE, WIDTH, True)
    assert all(letters.width(line.rstrip(" "), SIZE) <= WIDTH + 0.01 for line in lines)
    assert "".join(lines).replace(SOFT_HYPHEN, "").replace(" ", "") == "".join(text.split())


@given(TEXTS, TEXTS, TEXTS)
def test_text_in_several_looks_breaks_as_well(one: str, two: str, three: str) -> None:
    pieces = segments((one, Span(two, bold=True), Span(three, italic=True, href="x")), "regular")
    lines = break_lines(pieces, SIZE, WIDTH, True)
    for line in lines:
        width = sum(face(look.face).width(text, SIZE) for look, text in line)
        last = line[-1][1] if line else ""
        assert width - face("bold").width(" ", SIZE) * (len(last) - len(last.rstrip(" "))) <= WIDTH + 0.01
    said = "".join(text for line in lines for _, text in line).replace(SOFT_HYPHEN, "").replace(" ", "")
    assert said == "".join((one + two + three).split())


def test_a_word_is_not_broken_where_it_need_not() -> None:
    text = "de huurdersvereniging vraagt de woningcorporatie om opheldering"
    assert SOFT_HYPHEN not in "".join(break_plain(text, face("regular"), SIZE, WIDTH, False))
    narrow = break_plain("huurdersvereniging", face("regular"), SIZE, 60, False)
    assert narrow[0].endswith(SOFT_HYPHEN)


def test_a_space_before_a_link_is_not_part_of_the_link() -> None:
    (line,) = break_lines(segments(("zie ", Span("hier", href="x"), " verder"), "regular"), SIZE, WIDTH, True)
    assert [text for _, text in line] == ["zie ", "hier", " verder"]
