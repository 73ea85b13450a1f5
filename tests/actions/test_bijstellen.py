"""A decision of the parties changes the point and keeps what it was, in one step that can be undone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huurdersapp.actions import akkoord, bijstellen, history, records
from huurdersapp.actions.bijstellen import Difference, side_by_side
from huurdersapp.actions.context import Context
from huurdersapp.actions.records import Refused
from huurdersapp.base import jobs
from tests.actions.conftest import Made, changed, number_of, numbers, shown, steps

FOREIGN = Path("tests/data/akkoord-andersstad.json")
DECISION = {"besloten_op": "2019-06-03", "optie": "doel_aanpassen", "reden": "Er komt meer geld."}


def test_the_point_is_changed_and_the_bijstelling_made_in_one_step(emmen: Context, made: Made) -> None:
    meeting = made("overleg", soort="bo", datum="2019-06-03")
    goal = number_of(emmen, "doel", "DU2")
    was, before = shown(emmen, "doel", goal)["tekst"], steps(emmen)
    saved = bijstellen.adjust(emmen, "doel", goal, {"tekst": "Nieuw doel"}, {**DECISION, "overleg": meeting})
    assert steps(emmen) == before + 1
    (row,) = saved.records
    assert (row["naam"], row["doel"], row["overleg"]) == ("Bijstelling DU2 03-06-2019", goal, meeting)
    assert [(line["veld"], line["oud"], line["nieuw"]) for line in row["verschillen"]] == [
        ("Tekst", was, "Nieuw doel")
    ]
    assert shown(emmen, "doel", goal)["tekst"] == "Nieuw doel"
    history.undo(emmen)
    assert shown(emmen, "doel", goal)["tekst"] == was
    assert not numbers(emmen, "bijstelling")


def test_a_bijstelling_is_read_with_its_meeting_and_the_words_of_the_akkoord(
    emmen: Context, made: Made
) -> None:
    meeting = made("overleg", soort="bo", datum="2019-06-03")
    goal = number_of(emmen, "doel", "DU2")
    bijstellen.adjust(emmen, "doel", goal, {"tekst": "Nieuw doel"}, {**DECISION, "overleg": meeting})
    (one,) = bijstellen.adjustments(emmen, "doel", goal)
    assert one.meeting == (meeting, "BO 03-06-2019")
    assert one.option == "De doelen aanpassen op grond van nieuwe inzichten."
    assert (one.reason, one.differences[0].new) == ("Er komt meer geld.", "Nieuw doel")


def targets(ctx: Context, measure: int) -> list[dict[str, Any]]:
    return [dict(line) for line in shown(ctx, "indicator", measure)["streefwaarden"]]


def test_targets_are_told_in_words_with_their_year(office: Context, made: Made) -> None:
    jobs.run(akkoord.load(office, FOREIGN))
    measure = number_of(office, "indicator", "A1x")
    lines = targets(office, measure)
    lines[0]["min"] = 80
    del lines[1]
    lines.append({"jaar": 2027, "min": 300})
    decision = {**DECISION, "optie": "pauze"}
    (row,) = bijstellen.adjust(office, "indicator", measure, {"streefwaarden": lines}, decision).records
    assert [(line["veld"], line["oud"], line["nieuw"]) for line in row["verschillen"]] == [
        (
            "Streefwaarde 2025",
            "minstens 100 kamers in 2025, Noordkade, per project",
            "minstens 80 kamers in 2025, Noordkade, per project",
        ),
        ("Streefwaarde 2027", None, "minstens 300 kamers in 2027"),
        ("Streefwaarde 2026", "minstens 250 kamers in 2026", None),
    ]
    assert [line["min"] for line in targets(office, measure)] == [80, 300]


def test_an_afspraak_can_be_put_off_a_year_by_the_option_of_its_own_akkoord(office: Context) -> None:
    jobs.run(akkoord.load(office, FOREIGN))
    point = number_of(office, "afspraak", "A1a")
    assert bijstellen.options(office, "afspraak", point) == [("pauze", "De afspraak een jaar uitstellen.")]
    decision = {**DECISION, "optie": "pauze"}
    bijstellen.adjust(office, "afspraak", point, {"tot_jaar": 2027}, decision)
    (one,) = bijstellen.adjustments(office, "afspraak", point)
    assert one.differences == (Difference("Tot en met jaar", "2026", "2027"),)
    with pytest.raises(Refused, match=r"noemt deze mogelijkheid niet. Kies uit: pauze"):
        bijstellen.adjust(office, "afspraak", point, {"tot_jaar": 2025}, DECISION)
    assert shown(office, "afspraak", point)["tot_jaar"] == 2027, "nothing half written"


@pytest.mark.parametrize(
    ("values", "decision", "place"),
    [
        ({}, {}, "tekst"),
        ({"tekst": None}, {}, "tekst"),
        ({"tekst": "Nieuw"}, {"reden": None}, "reden"),
        ({"tekst": "Nieuw"}, {"besloten_op": None}, "besloten_op"),
        ({"tekst": "Nieuw"}, {"optie": "iets"}, "optie"),
    ],
)
def test_what_is_missing_is_told_at_its_place_and_nothing_is_written(
    emmen: Context, values: dict[str, Any], decision: dict[str, Any], place: str
) -> None:
    goal = number_of(emmen, "doel", "DU2")
    was, before = shown(emmen, "doel", goal)["tekst"], steps(emmen)
    with pytest.raises(Refused) as refused:
        bijstellen.adjust(emmen, "doel", goal, values, {**DECISION, **decision})
    assert [fault.place for fault in refused.value.faults if not fault.warning] == [(place,)]
    assert (shown(emmen, "doel", goal)["tekst"], steps(emmen)) == (was, before)


def test_mending_a_slip_of_the_pen_makes_no_bijstelling(emmen: Context) -> None:
    goal = number_of(emmen, "doel", "DU2")
    changed(emmen, "doel", goal, tekst="Zonder tikfout")
    assert bijstellen.adjustments(emmen, "doel", goal) == []


def test_throwing_a_bijstelling_away_leaves_the_point(emmen: Context) -> None:
    goal = number_of(emmen, "doel", "DU2")
    (row,) = bijstellen.adjust(emmen, "doel", goal, {"tekst": "Nieuw doel"}, DECISION).records
    records.discard(emmen, emmen.spec("bijstelling"), row["nummer"])
    assert shown(emmen, "doel", goal)["tekst"] == "Nieuw doel"


def test_a_case_goes_on_to_the_decision_and_one_of_another_goal_is_refused(
    emmen: Context, made: Made
) -> None:
    goal, other = number_of(emmen, "doel", "DU2"), number_of(emmen, "doel", "BB1")
    case = made("afwijking", doel=goal, waarom="Te traag.", gesignaleerd_op="2019-05-01")
    with pytest.raises(Refused, match="hoort bij een ander doel"):
        bijstellen.adjust(emmen, "doel", other, {"tekst": "Anders"}, {**DECISION, "afwijking": case})
    bijstellen.adjust(emmen, "doel", goal, {"tekst": "Nieuw doel"}, {**DECISION, "afwijking": case})
    row = shown(emmen, "afwijking", case)
    assert [(line["stap"], line["datum"], line["optie"]) for line in row["stappen"]] == [
        ("gesignaleerd", "2019-05-01", None),
        ("aan_bo", "2019-06-03", None),
        ("besluit", "2019-06-03", "doel_aanpassen"),
    ]
    history.undo(emmen)
    assert shown(emmen, "afwijking", case)["status"] == "gesignaleerd"


def test_what_differs_is_marked_by_word() -> None:
    left, right = side_by_side("In 2021 zijn 100 woningen klaar", "In 2022 zijn 80 woningen klaar")
    assert [piece.text.strip() for piece in left if piece.mark == "gone"] == ["2021", "100"]
    assert [piece.text.strip() for piece in right if piece.mark == "new"] == ["2022", "80"]


@given(st.text("ab \n.", max_size=40), st.text("ab \n.", max_size=40))
def test_the_pieces_joined_are_the_texts_and_what_is_the_same_is_the_same(old: str, new: str) -> None:
    left, right = side_by_side(old, new)
    if old.strip() and new.strip():
        assert ("".join(p.text for p in left), "".join(p.text for p in right)) == (old, new)
    same = ["".join(p.text for p in side if p.mark == "same") for side in (left, right)]
    assert same[0] == same[1]
    if old == new:
        assert {piece.mark for piece in (*left, *right)} <= {"same"}
