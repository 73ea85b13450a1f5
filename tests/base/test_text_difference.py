"""The difference between two texts can be read: which sentences, and in them which words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as some

from huurdersapp.base.text_difference import Change, Piece, changed, differences

OLD = (
    "Betreft: ons advies\n\nWij adviseren positief. De huur blijft gelijk.\n\n"
    "1. U meldt de planning.\n2. U herstelt de galerij."
)


def told(old: str, new: str) -> list[tuple[str, str, str]]:
    return [(one.kind, one.old, one.new) for one in changed(differences(old, new))]


def test_a_text_does_not_differ_from_itself() -> None:
    assert told(OLD, OLD) == []
    assert [one.new for one in differences(OLD, OLD)] == [
        "Betreft: ons advies",
        "Wij adviseren positief.",
        "De huur blijft gelijk.",
        "1. U meldt de planning.",
        "2. U herstelt de galerij.",
    ]


def test_a_changed_sentence_tells_its_words() -> None:
    (change,) = changed(differences(OLD, OLD.replace("positief", "negatief")))
    assert change == Change(
        "anders",
        "Wij adviseren positief.",
        "Wij adviseren negatief.",
        1,
        (Piece("gelijk", "Wij adviseren "), Piece("weg", "positief."), Piece("erbij", "negatief.")),
    )


def test_sentences_that_came_and_went_are_told_as_such() -> None:
    assert told(OLD, OLD.replace(" De huur blijft gelijk.", "")) == [("weg", "De huur blijft gelijk.", "")]
    added = OLD.replace("positief.", "positief. Wij hebben 96 huurders gesproken.")
    assert told(OLD, added) == [("erbij", "", "Wij hebben 96 huurders gesproken.")]


def test_a_sentence_put_before_one_that_changed_is_not_taken_for_it() -> None:
    new = OLD.replace("1. U meldt de planning.", "Voorwaarden zijn er ook.\n1. U meldt de hele planning.")
    assert told(OLD, new) == [
        ("erbij", "", "Voorwaarden zijn er ook."),
        ("anders", "1. U meldt de planning.", "1. U meldt de hele planning."),
    ]


def test_an_article_of_the_law_is_one_sentence() -> None:
    text = "Dat staat in art. 5 lid 2. Het geldt."
    assert [one.new for one in differences(text, text)] == ["Dat staat in art. 5 lid 2.", "Het geldt."]


@given(some.text("ab .\n", max_size=60), some.text("ab .\n", max_size=60))
def test_both_texts_can_be_read_back_from_it(old: str, new: str) -> None:
    found = differences(old, new)

    def words(text: str) -> list[str]:
        return text.split()

    assert words(" ".join(one.old for one in found)) == words(old)
    assert words(" ".join(one.new for one in found)) == words(new)
    for one in found:
        if one.kind == "anders":
            assert "".join(piece.text for piece in one.pieces if piece.kind != "erbij") == one.old
            assert "".join(piece.text for piece in one.pieces if piece.kind != "weg") == one.new
        assert (one.kind == "gelijk") == (one.old == one.new)
