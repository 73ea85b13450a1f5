"""Measures of a new akkoord carry on those of the old one where somebody says so, and only then."""

from __future__ import annotations

from pathlib import Path

import pytest

from huurdersapp.actions import akkoord, history, opvolging, records
from huurdersapp.actions.context import Context
from huurdersapp.actions.opvolging import Measure, likeness, proposals
from huurdersapp.actions.records import Refused
from huurdersapp.base import jobs
from huurdersapp.base.errors import UserError
from tests.actions.conftest import Made, changed, numbers, shown, steps

FOREIGN = Path("tests/data/akkoord-andersstad.json")


@pytest.fixture
def two(office: Context, made: Made) -> Context:
    """The foreign akkoord (1), and one after it (2) with a measure that is nearly the same, and a new one."""
    jobs.run(akkoord.load(office, FOREIGN))
    made("akkoord", naam="Woonpact 2028-2031", van_jaar=2028, tot_jaar=2031)
    thema = made("thema", code="N", naam="Nieuw", akkoord=2)
    doel = made("doel", code="N1", tekst="Doel", thema=thema)
    given = {"doel": doel, "soort": "aantal", "norm": "geen", "eenheid": "kamers"}
    made("indicator", code="N1-I1", tekst="Kamers erbij voor studenten.", **given)
    made("indicator", code="N1-I2", tekst="Bomen in de straat.", **{**given, "eenheid": "bomen"})
    return office


def code(ctx: Context, name: str) -> int:
    (found,) = numbers(ctx, "indicator", f"code={name}")
    return found


def test_without_a_predecessor_nothing_can_be_linked(two: Context) -> None:
    found = opvolging.succession(two, 2)
    assert (found.old, found.lines, found.others) == (None, (), ((1, shown(two, "akkoord", 1)["naam"]),))
    with pytest.raises(UserError, match="horen niet bij deze twee akkoorden"):
        opvolging.carry_on(two, 2, {code(two, "A1x"): [code(two, "N1-I1")]})
    with pytest.raises(Refused, match="waarvan dit de opvolger is"):
        changed(two, "indicator", code(two, "N1-I1"), voorgangers=[{"indicator": code(two, "A1x")}])


def test_what_looks_alike_is_proposed_and_never_filled_in(two: Context) -> None:
    opvolging.follow(two, 2, 1)
    found = opvolging.succession(two, 2)
    line = next(each for each in found.lines if each.old.code == "A1x")
    assert [number for number, _per_cent in line.proposed] == [code(two, "N1-I1")]
    assert all(not each.chosen for each in found.lines)
    assert len(found.lines) == 8
    assert [each.code for each in found.fresh] == ["N1-I1", "N1-I2"]


def test_what_somebody_chose_is_linked_in_one_step_and_undone_in_one(two: Context) -> None:
    opvolging.follow(two, 2, 1)
    old, other, new, tree = (code(two, name) for name in ("A1x", "A1z", "N1-I1", "N1-I2"))
    before = steps(two)
    assert opvolging.carry_on(two, 2, {old: [new], other: [new, tree]}) == 2
    assert steps(two) == before + 1
    assert [line["indicator"] for line in shown(two, "indicator", new)["voorgangers"]] == [old, other]
    found = opvolging.succession(two, 2)
    assert {each.old.code: each.chosen for each in found.lines if each.chosen} == {
        "A1x": (new,),
        "A1z": (new, tree),
    }
    assert found.fresh == ()
    assert opvolging.carry_on(two, 2, {old: [new]}) == 0, "nothing changes, so there is no step"
    opvolging.carry_on(two, 2, {other: []})
    assert [line["indicator"] for line in shown(two, "indicator", new)["voorgangers"]] == [old]
    history.undo(two)
    history.undo(two)
    assert shown(two, "indicator", new)["voorgangers"] == []


def test_what_was_written_beside_a_link_stays_with_it(two: Context) -> None:
    opvolging.follow(two, 2, 1)
    old, new = code(two, "A1x"), code(two, "N1-I1")
    changed(two, "indicator", new, voorgangers=[{"indicator": old, "toelichting": "Nu ook starters."}])
    opvolging.carry_on(two, 2, {code(two, "A1z"): [new], old: [new]})
    assert shown(two, "indicator", new)["voorgangers"][0]["toelichting"] == "Nu ook starters."


def test_an_akkoord_never_comes_after_itself(two: Context, made: Made) -> None:
    opvolging.follow(two, 2, 1)
    made("akkoord", naam="Derde", van_jaar=2032, tot_jaar=2035, voorganger=2)
    for akkoord_number, before in ((1, 3), (1, 2), (1, 1), (2, 2)):
        with pytest.raises(Refused, match="zijn eigen opvolger"):
            opvolging.follow(two, akkoord_number, before)
    assert shown(two, "akkoord", 1)["voorganger"] is None


def test_another_predecessor_takes_the_links_away_in_the_same_step(two: Context, made: Made) -> None:
    opvolging.follow(two, 2, 1)
    new = code(two, "N1-I1")
    opvolging.carry_on(two, 2, {code(two, "A1x"): [new]})
    made("akkoord", naam="Oud", van_jaar=2016, tot_jaar=2018)
    opvolging.follow(two, 2, 3)
    assert shown(two, "indicator", new)["voorgangers"] == []
    history.undo(two)
    assert len(shown(two, "indicator", new)["voorgangers"]) == 1


def test_another_text_of_a_linked_measure_can_still_be_saved(two: Context) -> None:
    opvolging.follow(two, 2, 1)
    new = code(two, "N1-I1")
    opvolging.carry_on(two, 2, {code(two, "A1x"): [new]})
    records.change(two, two.spec("akkoord"), 2, {"voorganger": None})
    assert changed(two, "indicator", new, tekst="Kamers")["tekst"] == "Kamers"


def test_kind_and_unit_make_less_alike() -> None:
    one = Measure(1, "A", "Woningen erbij", "aantal", "woningen")
    assert likeness(one, one) == 100
    assert likeness(one, Measure(2, "B", "Woningen erbij", "aandeel", "woningen")) == 75
    assert likeness(one, Measure(3, "C", "Woningen erbij", "aantal", "huizen")) == 90
    assert proposals(one, [Measure(4, "D", "Bomen", "aantal", "bomen")]) == ()
