"""Long texts: what is typed is what is read, and what is read can be written again."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from huurdersapp.base.markup import Line, Piece, read, tidy, words, write

_TEXTS = st.one_of(
    st.sampled_from(
        [
            "*",
            "**",
            "\\",
            "\\*",
            "_",
            "#",
            "- ",
            "1. ",
            "2. ",
            "• ",
            "<b>",
            "é",
            " ",
            "  ",
            "\N{NO-BREAK SPACE}",
            "a",
            "(",
            ":",
            "*a*",
        ]
    ),
    st.text("ab*\\ -1.é_#>`<|:", max_size=4),
    st.text(max_size=3),
)
_PIECES = st.builds(Piece, _TEXTS, st.booleans(), st.booleans())
_LINES = st.builds(
    Line, st.lists(_PIECES, max_size=5).map(tuple), st.sampled_from(["text", "text", "bullet", "number"])
)
PLAIN = [
    "Een # kop, een > teken, een `accent`, een _streep_, <b> en | en https://voorbeeld.nl/a_b_c*",
    "5* hotel, 2 * 3 en een *",
    "C:\\map en \\\\server\\map\\",
    "Regel een\nregel twee\n\n\nna twee lege",
    "1. januari begint het",
    "2019. Een jaar",
    "-5 graden\n1.5 meter",
    "a ** b ** c",
    "*",
    "-",
]


@given(st.lists(_LINES, max_size=6))
@example([Line((Piece("C:\\", bold=True),))])
@example([Line((Piece("a", bold=True), Piece("b", True, True), Piece("c", italic=True)))])
@example([Line((Piece("a"),), "number"), Line((Piece("2. b"),))])
@example([Line((Piece("a"),), "number"), Line((Piece("b"),), "number"), Line((Piece("2019. Een jaar"),))])
def test_what_is_written_is_read_again(lines: list[Line]) -> None:
    neat = tidy(lines)

    assert read(write(lines)) == neat
    assert tidy(neat) == neat
    assert write(read(write(lines))) == write(lines)


@given(st.lists(_LINES, max_size=6))
def test_no_word_is_lost_whatever_its_looks(lines: list[Line]) -> None:
    said = [" ".join(line.text.split()) for line in lines]

    numbered = {f"1. {text}": text for text in said}
    kept = [" ".join(line.text.split()) for line in tidy(lines)]
    assert [text for text in said if text] == [
        numbered.get(text, text) if text not in said else text for text in kept if text
    ]


@given(st.text())
def test_a_text_that_somebody_typed_is_read_the_same_after_it_was_written(text: str) -> None:
    assert read(write(read(text))) == read(text)


@pytest.mark.parametrize("text", PLAIN)
def test_other_signs_are_text_and_get_no_backslash(text: str) -> None:
    lines = read(text)

    assert "\n".join(line.text for line in lines) == text
    assert not any(piece.bold or piece.italic for line in lines for piece in line.pieces)
    assert write(lines) == text
    assert words(text) == text


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("**vet**", [Piece("vet", bold=True)]),
        ("*schuin*", [Piece("schuin", italic=True)]),
        ("***beide***", [Piece("beide", True, True)]),
        (
            "een **vet *en schuin* woord**.",
            [
                Piece("een "),
                Piece("vet ", True),
                Piece("en schuin", True, True),
                Piece(" woord", True),
                Piece("."),
            ],
        ),
        ("**Let op:**zie", [Piece("Let op:", bold=True), Piece("zie")]),
        ("\\*geen\\* schuin", [Piece("*geen* schuin")]),
        ("**open", [Piece("**open")]),
        ("** los **", [Piece("** los **")]),
        ("\\\\*schuin*", [Piece("\\"), Piece("schuin", italic=True)]),
    ],
)
def test_stars_make_bold_and_italic(text: str, pieces: list[Piece]) -> None:
    (line,) = read(text)

    assert line.pieces == tuple(pieces)


def test_lists_are_lines_with_a_dash_or_a_number_and_a_backslash_makes_text_of_them() -> None:
    assert [(line.kind, line.text) for line in read("- a\n• b\n\n1. c\n2. d\n\n\\- e\n1\\. f\n2\\. g")] == [
        ("bullet", "a"),
        ("bullet", "b"),
        ("text", ""),
        ("number", "c"),
        ("number", "d"),
        ("text", ""),
        ("text", "- e"),
        ("text", "1. f"),
        ("text", "2. g"),
    ]


def test_the_words_alone_keep_lines_and_signs_of_lists() -> None:
    assert words("- **een**\n* *twee*\n\\- drie\n2 * 3") == "- een\n* twee\n- drie\n2 * 3"


_WORD = st.text("abé.:(*\\", min_size=1, max_size=4)
_LOOKED = st.builds(Piece, _WORD, st.booleans(), st.booleans())


@given(st.lists(_LOOKED, min_size=1, max_size=6))
def test_words_with_one_look_keep_it(pieces: list[Piece]) -> None:
    spaced = [each for piece in pieces for each in (piece, Piece(" "))][:-1]
    (line,) = read(write([Line(tuple(spaced))]))
    looks = [(sign, piece.bold, piece.italic) for piece in line.pieces for sign in piece.text if sign != " "]

    assert looks == [(sign, piece.bold, piece.italic) for piece in pieces for sign in piece.text]


@given(st.lists(_LOOKED.map(lambda piece: replace(piece, italic=False)), min_size=1, max_size=6))
def test_bold_may_begin_and_end_within_a_word(pieces: list[Piece]) -> None:
    line = Line(tuple(pieces))
    (found,) = read(write([line]))

    assert [(sign, piece.bold) for piece in found.pieces for sign in piece.text] == [
        (sign, piece.bold) for piece in pieces for sign in piece.text
    ]
