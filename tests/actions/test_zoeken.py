"""Searching tells why something is found, with the words marked in the text as it was typed."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huurdersapp.actions import lists, records, zoeken
from huurdersapp.actions.context import Context
from huurdersapp.actions.marks import WIDE, marks, snippet
from huurdersapp.records.text import fold
from huurdersapp.store.search import terms
from tests.actions.conftest import Made

SIGNS = "abBéëßłŁĳøæœıİ™½ﬁ…-.’ 12e\u0301\u0308ΣςⅣ⑴한"


def marked(text: str, *words: str) -> list[str]:
    return [text[start:end] for start, end in marks(text, words)]


@pytest.mark.parametrize(
    ("text", "word", "found"),
    [
        ("Een crème brûlée", "creme", ["crème"]),
        ("cre\u0300me", "creme", ["cre\u0300me"]),
        ("Badkamerschimmel en Schimmel", "schimmel", ["schimmel", "Schimmel"]),
        ("Straße", "strasse", ["Straße"]),
        ("Wałęsa", "walesa", ["Wałęsa"]),
        ("ĳsbaan", "ijsbaan", ["ĳsbaan"]),
        ("Ĳsbaan", "ijs", ["Ĳs"]),
        ("de en den", "de", ["de", "de"]),
        ("onde de", "de", ["de"]),
        ("niets", "zzz", []),
        ("banana", "ana", ["anana"]),
    ],
)
def test_a_word_is_marked_as_it_was_typed(text: str, word: str, found: list[str]) -> None:
    assert marked(text, word) == found


@given(st.text(SIGNS, max_size=40) | st.text(max_size=30), st.text(SIGNS, min_size=1, max_size=6))
def test_each_mark_folds_to_something_that_holds_a_word(text: str, typed: str) -> None:
    words = terms(typed)
    for start, end in marks(text, words):
        assert any(word in "".join(fold(text[start:end])) for word in words)


@given(st.text(SIGNS, max_size=40), st.data())
def test_every_word_that_search_finds_is_marked(text: str, data: st.DataObject) -> None:
    for word in fold(unicodedata.normalize("NFC", text)):
        if len(word) > 2:
            at = data.draw(st.integers(0, len(word) - 3))
            assert marks(unicodedata.normalize("NFC", text), [word[at : at + 3]])


@given(st.lists(st.text("abcdefgh", min_size=1, max_size=14), max_size=80), st.data())
def test_a_snippet_is_short_has_the_word_and_is_cut_between_words(
    parts: list[str], data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(parts)))
    plain = " ".join([*parts[:place], "wijkraad", *parts[place:]])
    shown, places = snippet(plain, ["wijkraad"])
    assert [shown[start:end] for start, end in places] == ["wijkraad"]
    assert len(shown) <= WIDE + 2
    assert set(shown.strip("…").split()) <= set(plain.split())


def test_a_long_word_alone_is_cut_through() -> None:
    shown, places = snippet("x" * 300 + "schimmel" + "x" * 300, ["schimmel"])
    assert len(shown) <= WIDE + 2
    assert [shown[start:end] for start, end in places] == ["schimmel"]


def hits(ctx: Context, words: str) -> list[tuple[str, int]]:
    return [(hit.kind, hit.number) for hit in zoeken.find(ctx, words)]


def test_a_hit_says_in_which_field_the_words_stand(office: Context, made: Made) -> None:
    long = "Er is veel gebeurd. " * 20 + "De crème muur is nat. " + "En verder niets bijzonders. " * 20
    made("knelpunt", titel="Lek", categorie="onderhoud", omschrijving=long)
    (hit,) = zoeken.find(office, "creme")
    assert (hit.title, hit.title_marks, hit.field, hit.more) == ("Lek", (), "Omschrijving", False)
    assert [hit.text[start:end] for start, end in hit.text_marks] == ["crème"]
    assert len(hit.text) <= WIDE + 2


def test_words_in_the_title_are_marked_there_and_the_rest_in_its_field(office: Context, made: Made) -> None:
    made(
        "knelpunt", titel="Lekkage", categorie="onderhoud", omschrijving="Water", aanvulling="Nog meer water"
    )
    (hit,) = zoeken.find(office, "lekkage")
    assert (hit.title_marks, hit.field, hit.text, hit.more) == (((0, 7),), "", "", False)
    (hit,) = zoeken.find(office, "lekkage water")
    assert (hit.title_marks, hit.field, hit.more) == (((0, 7),), "Omschrijving", True)
    assert hit.text_marks == ((0, 5),)


def test_words_in_a_line_are_told_with_the_list_they_stand_in(office: Context, made: Made) -> None:
    stappen = [
        {"status": "gemeld", "datum": "2019-09-01"},
        {"status": "beoordeeld", "datum": "2019-09-02", "toelichting": "De loodgieter komt"},
    ]
    made("knelpunt", titel="Lek", categorie="onderhoud", gemeld_op="2019-09-01", stappen=stappen)
    (hit,) = zoeken.find(office, "loodgieter")
    assert (hit.field, hit.text) == ("Stap: Toelichting", "De loodgieter komt")


@pytest.mark.parametrize("words", ["knelpunt 2", "Knelpunten 2", "kn 2", "kn2", "knelpunt #2"])
def test_a_kind_with_a_number_finds_that_record_first(office: Context, made: Made, words: str) -> None:
    for at in range(3):
        made("knelpunt", titel=f"Lek {at}", categorie="onderhoud")
        made("kern", naam=f"Dorp {at}")
    assert hits(office, words)[0] == ("knelpunt", 2)


def test_a_number_alone_finds_every_kind_and_then_the_words(office: Context, made: Made) -> None:
    made("knelpunt", titel="Lek", categorie="onderhoud")
    made("kern", naam="Dorp")
    made("knelpunt", titel="Kamer 1", categorie="onderhoud")
    assert hits(office, "1") == [("knelpunt", 1), ("kern", 1), ("knelpunt", 2)]
    assert hits(office, "9" * 30) == []
    records.discard(office, office.spec("knelpunt"), 1)
    assert hits(office, "knelpunt 1") == []


def test_the_order_is_that_of_the_list_of_finds(example: Context) -> None:
    for words in ("schimmel", "emmen", "huur", "de"):
        ranked = [(spec.key, number) for spec, number, _name in lists.search(example, words)]
        assert hits(example, words) == ranked
        for hit in zoeken.find(example, words):
            assert hit.title_marks or hit.text_marks
