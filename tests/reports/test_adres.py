"""An address is written as on an envelope, and sorted as one walks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huurdersapp.records import adres as known
from huurdersapp.reports.adres import Adres, house_number, in_order, place_line, said, street_line


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("", "14"),
        ("a", "14-A"),
        ("-a", "14-A"),
        (" A ", "14-A"),
        ("-1", "14-1"),
        ("bis", "14-BIS"),
        ("a 2", "14-A 2"),
    ],
)
def test_an_addition_is_written_as_the_lists_write_it(typed: str, shown: str) -> None:
    home = Adres("Laan van de Marel", 14, typed)
    assert house_number(home) == shown
    assert street_line(home) == known.said(
        home.straat, home.huisnummer, known.tidy_addition(typed), None, None
    )


@pytest.mark.parametrize(
    ("postcode", "place", "line"),
    [
        ("7811ab", "Emmen", "7811 AB  EMMEN"),
        (" 7811  AB ", "emmen ", "7811 AB  EMMEN"),
        ("", "Emmen", "EMMEN"),
        ("7811 AB", "", "7811 AB"),
        ("49808", "Lingen", "49808  LINGEN"),
        ("", "", ""),
        ("7881 AB", "Emmer-Compascuüm", "7881 AB  EMMER-COMPASCUÜM"),
    ],
)
def test_the_last_line_has_one_space_inside_the_postcode_and_two_before_the_place(
    postcode: str, place: str, line: str
) -> None:
    assert place_line(Adres("Brink", 1, postcode=postcode, plaats=place)) == line


def test_in_running_text_a_place_is_no_shout() -> None:
    assert (
        said(Adres("Laan van de Marel", 14, "a", "7822ap", "Emmen"))
        == "Laan van de Marel 14-A, 7822 AP Emmen"
    )
    assert said(Adres("", 3)) == "3"


def test_homes_stand_in_the_order_in_which_one_walks() -> None:
    typed = ["bis", "b", "10", "", "2", "a", "a10", "a2", "-1"]
    homes = sorted((Adres("Brink", 7, addition) for addition in typed), key=in_order)
    assert [home.toevoeging for home in homes] == ["", "-1", "2", "10", "a", "a2", "a10", "b", "bis"]
    assert in_order(Adres("Brink", 9)) < in_order(Adres("Brink", 10)) < in_order(Adres("Brink", 10, "a"))


@given(st.lists(st.text(max_size=6), max_size=8))
def test_any_addition_can_be_sorted_and_written(typed: list[str]) -> None:
    homes = sorted((Adres("Brink", 7, addition) for addition in typed), key=in_order)
    assert len(homes) == len(typed)
    assert all(house_number(home).startswith("7") for home in homes)
