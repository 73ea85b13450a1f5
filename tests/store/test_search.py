"""What people type finds the records they mean."""

from __future__ import annotations

import pytest

from huurdersapp.store import queries
from huurdersapp.store.queries import Query
from huurdersapp.store.store import Store
from tests.store import proef
from tests.store.proef import Proef


def found(store: Store, words: str) -> list[str]:
    """Keys by both roads: over all kinds, and as a list of one kind."""
    with store.reading() as db:
        anywhere = [row for _kind, row in queries.hits(db, words)]
        listed = queries.keys(db, Query(proef.SPEC, words=words))
        paged = [row.id for row in queries.page(db, Query(proef.SPEC, words=words), ("titel",))]
        assert sorted(listed) == sorted(paged) == sorted(anywhere)
        assert queries.count(db, Query(proef.SPEC, words=words)) == len(listed)
    return anywhere


TITLE = "Lekkage bij Gül Yılmaz-Wałęsa, Rĳnstraat 12b: condensatieproblemen in de cv (’s-Gravenhage) Straße Çelik Handelsmerk™"


@pytest.mark.parametrize(
    "words",
    [
        "l", "le", "lek", "lekkage", "LEKKAGE", "Lèkkagé", "gul", "GÜL", "yilmaz", "YILMAZ", "Yılmaz", "walesa",
        "Wałęsa", "rijnstraat", "RIJN", "Rĳn", "rĳnstraat", "12", "1", "12b", "ondens", "problem", "ekk", "cv", "c",
        "s-gravenhage", "'s-Gravenhage", "gravenhage", "strasse", "STRASSE", "Straße", "çelik", "celik",
        "lekkage yilmaz", "yilmaz lekkage", "lek con 12", "  lekkage  ", "lekkage!", '"lekkage"', "lekkage*",
        "rijnstraat 12b", "vraag", "handelsmerktm", "HandelsmerkTM",
    ],
)  # fmt: skip
def test_a_record_is_found_by(store: Store, words: str) -> None:
    key = proef.add(store, titel=TITLE)
    assert found(store, words) == [key]


@pytest.mark.parametrize(
    "words",
    [
        "kk",
        "ek",
        "k",
        "2b",
        "lekkages",
        "gol",
        "lekkage daken",
        "lekkageb",
        "gulyil",
        "condensprobleem",
        "zeldzaam",
        "13",
    ],
)
def test_a_record_is_not_found_by(store: Store, words: str) -> None:
    proef.add(store, titel=TITLE)
    assert found(store, words) == []


@pytest.mark.parametrize("words", ["!", "-", "''", '"', "(", "*", "€", "__"])
def test_signs_alone_find_nothing_and_break_nothing(store: Store, words: str) -> None:
    proef.add(store, titel=TITLE)
    assert found(store, words) == []


@pytest.mark.parametrize("words", ["", "   "])
def test_no_words_are_no_condition_on_a_list(store: Store, words: str) -> None:
    key = proef.add(store)
    with store.reading() as db:
        assert queries.keys(db, Query(proef.SPEC, words=words)) == [key]
        assert queries.hits(db, words) == []


@pytest.mark.parametrize("count", [1_000, 50_000])
def test_a_whole_letter_may_be_pasted_in_the_search_box(store: Store, count: int) -> None:
    letter = " ".join(f"woord{number}" for number in range(count // 8))
    proef.add(store, titel="Anders")
    key = proef.add(store, titel="Brief", verhaal=letter)
    assert found(store, letter[:count]) == [key]
    assert found(store, "x" * count) == []


def test_a_choice_is_found_by_its_words(store: Store) -> None:
    key = proef.add(store, soort="zeldzaam")
    assert found(store, "geval") == [key]


def test_a_change_is_found_by_its_new_words_only(store: Store) -> None:
    key = proef.add(store, titel="Lekkage")
    proef.change(store, key, titel="Schimmel")
    assert (found(store, "lekkage"), found(store, "schimmel")) == ([], [key])


def test_what_is_in_the_bin_is_not_found_until_it_is_back(store: Store) -> None:
    key = proef.add(store)
    proef.change(store, key, verwijderd="prullenbak")
    assert found(store, "lekkage") == []
    proef.change(store, key, titel="Intussen anders")
    assert found(store, "intussen") == []
    with store.reading() as db:
        assert queries.keys(db, Query(proef.SPEC, binned=True)) == [key]
    proef.change(store, key, verwijderd=None)
    assert found(store, "intussen") == [key]


def test_the_newest_is_told_first_and_no_more_than_asked(store: Store) -> None:
    keys = [proef.add(store, titel=f"Lek {number}") for number in range(12)]
    with store.reading() as db:
        assert [row for _kind, row in queries.hits(db, "lek", limit=5)] == keys[:-6:-1]


def test_a_step_that_fails_changes_nothing_in_search(store: Store) -> None:
    key = proef.add(store)

    def fail() -> None:
        with store.step("Half") as db:
            db.get_one(Proef, key).titel = "Schimmel"
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert (found(store, "lekkage"), found(store, "schimmel")) == ([key], [])
