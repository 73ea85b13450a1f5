"""Where the doors stand and what is said of each: pure, without a window."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from PySide6.QtGui import QColor

from huurdersapp.actions.renovatie_stand import Deur
from huurdersapp.base import clock
from huurdersapp.records.draagvlak import INSTEMMING
from huurdersapp.ui.draagvlak.doors import SHORT, SIGNS, Choice, again, marks, sentence, short_names
from huurdersapp.ui.draagvlak.grid import Column, lay_out
from huurdersapp.ui.draagvlak.squares import COLOURS, PATTERNS, TINT, blend
from huurdersapp.ui.theme import DARK, LIGHT, Tokens
from tests.ui.test_theme import contrast

PLAIN: dict[str, Any] = {
    "trappenhuis": None,
    "verdieping": None,
    "deur": None,
    "instemming": "niet_benaderd",
    "instemming_op": None,
    "versie": None,
    "vraagt_versie": 1,
    "peiling": None,
    "contacten": 0,
    "laatste_contact": None,
    "terug_op": None,
    "formulier": None,
    "mondeling": False,
    "naar_rechter_tot": None,
}


def door(number: int, name: str = "", **values: Any) -> Deur:
    return Deur(nummer=number, id=str(number), naam=name or f"Dreef {number}", **{**PLAIN, **values})


def placed(doors: list[Deur], fitting: int = 4) -> tuple[tuple[str, ...], list[list[int | None]]]:
    """The words of the rows, and the numbers of the homes in them."""
    grid = lay_out(doors, short_names(doors), fitting)
    cells = [[None if at is None else doors[at].nummer for at in line] for line in grid.cells]
    return grid.rows, cells


def test_storeys_stand_below_each_other_and_staircases_beside_each_other() -> None:
    doors = [
        door(1, trappenhuis="portiek A", verdieping=0, deur=1),
        door(2, trappenhuis="portiek A", verdieping=0, deur=2),
        door(3, trappenhuis="portiek A", verdieping=1, deur=2),
        door(4, trappenhuis="Portiek B", verdieping=-1, deur=1),
        door(5, trappenhuis="portiek b", verdieping=1, deur=1),
    ]
    rows, cells = placed(doors)
    assert rows == ("verdieping 1", "begane grond", "kelder 1")
    assert cells == [[None, 3, 5], [1, 2, None], [None, None, 4]]
    columns = lay_out(doors, short_names(doors), 4).columns
    assert columns == (Column("portiek A", 1), Column("portiek A", 2), Column("Portiek B", 1))
    assert columns[1].words() == "portiek A, deur 2"


def test_staircases_stand_by_their_doors_where_those_are_numbered_on() -> None:
    doors = [
        door(7, trappenhuis="Oost", verdieping=0, deur=3),
        door(8, trappenhuis="Oost", verdieping=0, deur=4),
        door(1, trappenhuis="West", verdieping=0, deur=1),
        door(2, trappenhuis="West", verdieping=0, deur=2),
    ]
    assert placed(doors)[1] == [[1, 2, 7, 8]]
    same = [
        door(at, trappenhuis=stairs, verdieping=0, deur=number)
        for at, (stairs, number) in enumerate([("Oost", 1), ("Oost", 2), ("West", 1), ("West", 2)])
    ]
    assert placed(same)[1] == [[0, 1, 2, 3]]


def test_two_agreements_behind_one_door_stand_beside_each_other() -> None:
    doors = [door(at, verdieping=0, deur=1) for at in (1, 2)] + [door(3, verdieping=1, deur=1)]
    assert placed(doors)[1] == [[3, None], [1, 2]]


def test_homes_without_a_storey_stand_in_the_order_of_their_numbers() -> None:
    rows, cells = placed([door(at) for at in (1, 3, 5, 7, 9)], fitting=3)
    assert rows == ("1 – 5", "7 – 9")
    assert cells == [[1, 3, 5], [7, 9, None]]
    assert placed([door(1)])[0] == ("1",)
    mixed = [door(1, verdieping=2, deur=1), door(2, verdieping=2, deur=2), door(3), door(4), door(5)]
    assert placed(mixed)[1] == [[1, 2], [3, 4], [5, None]]


def test_every_home_has_one_square() -> None:
    doors = [
        door(
            at, trappenhuis=[None, "A", "B"][at % 3], verdieping=[None, 0, 1, 5][at % 4], deur=at % 5 or None
        )
        for at in range(1, 61)
    ]
    found = [number for line in placed(doors)[1] for number in line if number is not None]
    assert sorted(found) == list(range(1, 61))


def test_a_street_that_all_have_is_left_out() -> None:
    assert short_names([door(1, "Lange Dreef 14-A"), door(2, "Lange Dreef 2, kamer 1")]) == {
        1: "14-A",
        2: "2, kamer 1",
    }
    assert short_names([door(1, "Dreef 1"), door(2, "Laan 2")]) == {1: "Dreef 1", 2: "Laan 2"}
    by_door = door(1, "portiek A, verdieping 3, deur 4", verdieping=3, deur=4)
    assert short_names([by_door, door(2, "Dreef 2")]) == {1: "deur 4", 2: "2"}


@pytest.mark.parametrize(
    ("values", "told"),
    [
        (
            {
                "trappenhuis": "portiek B",
                "verdieping": 2,
                "instemming": "ja",
                "instemming_op": date(2026, 5, 12),
                "versie": 2,
            },
            "Dreef 14-A, verdieping 2, portiek B: ja, 12 mei 2026, versie 2",
        ),
        ({"instemming": "leeg"}, "Dreef 14-A: leeg"),
        (
            {"vraagt_versie": 2, "peiling": "twijfel", "terug_op": date(2026, 5, 3)},
            "Dreef 14-A: nog niet benaderd, moet opnieuw antwoorden, op versie 2, peiling: twijfelt, "
            "terugkomen op 3 mei 2026",
        ),
        (
            {"instemming": "nee", "mondeling": True, "naar_rechter_tot": date(2026, 6, 1)},
            "Dreef 14-A: nee, alleen mondeling, kan naar de rechter tot en met 1 juni 2026",
        ),
    ],
)
def test_a_square_is_a_sentence_for_who_hears_it(values: dict[str, Any], told: str) -> None:
    assert sentence(door(1, "Dreef 14-A", **values)) == told


def test_a_home_that_is_called_by_its_door_does_not_say_it_twice() -> None:
    home = door(1, "portiek A, verdieping 3, deur 4", trappenhuis="portiek A", verdieping=3, deur=4)
    assert sentence(home) == "portiek A, verdieping 3, deur 4: nog niet benaderd"


def test_what_must_be_done_stands_before_what_is_only_known() -> None:
    assert marks(door(1, vraagt_versie=2, terug_op=date(2026, 5, 3))) == ["opnieuw, versie 2", "terug 3-5"]
    assert marks(door(1, instemming="ja", vraagt_versie=2, mondeling=True)) == ["mondeling"]


def test_the_choices_take_their_doors() -> None:
    late, later = date(2019, 9, 1), date(2019, 9, 3)
    doors = {
        "ja": door(1, instemming="ja", vraagt_versie=2),
        "opnieuw": door(2, vraagt_versie=2),
        "terug": door(3, instemming="geen_reactie", terug_op=late),
        "straks": door(4, terug_op=later, trappenhuis="Portiek A"),
        "leeg": door(5, instemming="leeg", vraagt_versie=2),
    }
    assert [name for name, each in doors.items() if again(each)] == ["opnieuw"]
    with clock.fixed(date(2019, 9, 2)):
        taken = {
            what: [name for name, each in doors.items() if Choice(what).takes(each)]
            for what in ("alles", "open", "opnieuw", "terugkomen")
        }
    assert taken == {
        "alles": list(doors),
        "open": ["opnieuw", "terug", "straks"],
        "opnieuw": ["opnieuw"],
        "terugkomen": ["terug"],
    }
    assert [name for name, each in doors.items() if Choice("trappenhuis", "portiek a").takes(each)] == [
        "straks"
    ]


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
def test_words_and_edges_of_a_square_stand_out(tokens: Tokens) -> None:
    for answer, name in COLOURS.items():
        ink = getattr(tokens, name)
        ground = blend(QColor(ink), QColor(tokens.card), TINT).name()
        assert contrast(tokens.text, ground) >= 4.5, answer
        assert contrast(ink, tokens.card) >= 3, answer
    assert contrast(tokens.muted, tokens.card) >= 4.5
    assert contrast(tokens.selected, tokens.card) >= 3


def test_no_two_answers_look_the_same_without_their_colour() -> None:
    looks = {(SIGNS[each.key], str(SHORT[each.key]), PATTERNS.get(each.key)) for each in INSTEMMING.items}
    assert len({sign for sign, _word, _pattern in looks}) == len(looks) == 5
    assert len({pattern for _sign, _word, pattern in looks}) == 5
