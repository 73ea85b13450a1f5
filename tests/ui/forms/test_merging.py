"""What of a form is to be saved, beside what others changed."""

from __future__ import annotations

from typing import Any

from huurdersapp.ui.forms.merging import merged, same, to_save


def test_only_what_differs_is_saved() -> None:
    before = {"titel": "Lift", "aantal": 5, "tekst": None, "lijst": []}
    typed = {"titel": " Lift ", "aantal": 5.0, "tekst": "", "lijst": []}
    assert to_save(before, before, typed) == {}
    assert to_save(before, before, {**typed, "aantal": 6, "tekst": "Ja"}) == {"aantal": 6, "tekst": "Ja"}


def test_links_of_two_people_are_joined() -> None:
    assert merged([1, 2], [2, 3], [1, 2, 4]) == [2, 3, 4]
    assert merged([1, 2], [1, 2], [1]) == [1]


def test_lines_of_two_people_are_joined_field_by_field() -> None:
    basis: list[Any] = [{"id": "a", "x": 1, "y": 1}, {"id": "b", "x": 2}, {"id": "c", "x": 3}]
    ours: list[Any] = [{"id": "c", "x": 3}, {"id": "a", "x": 1, "y": 9}, {"x": 7}]
    theirs: list[Any] = [{"id": "a", "x": 5, "y": 1}, {"id": "b", "x": 2}, {"id": "d", "x": 4}]
    assert merged(basis, ours, theirs) == [{"id": "a", "x": 5, "y": 9}, {"x": 7}, {"id": "d", "x": 4}]


def test_a_line_that_was_thrown_away_while_it_was_changed_comes_back_as_a_new_one() -> None:
    basis = [{"id": "a", "x": 1, "in": [{"id": "i", "z": 1}]}]
    ours = [{"id": "a", "x": 2, "in": [{"id": "i", "z": 1}]}]
    assert merged(basis, ours, []) == [{"x": 2, "in": [{"z": 1}]}]


def test_what_is_empty_is_the_same_however_it_is_empty() -> None:
    assert same({"a": None, "b": [], "c": ""}, {})
    assert not same([{"a": 1}], [])
