"""A goal off schedule goes from signal to decision in the order of the akkoord, and what was promised is kept in sight."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from huurdersapp.actions import afwijkingen, akkoord, history
from huurdersapp.actions.context import Context
from huurdersapp.actions.records import Refused
from huurdersapp.base import jobs
from tests.actions.conftest import Made, number_of, numbers, shown, steps

FOREIGN = Path("tests/data/akkoord-andersstad.json")
RULE = "Achter: 12 procent is gemeten, volgens de rechte lijn was 15 procent nodig."


def signalled(ctx: Context, code: str = "DU1-I1") -> int:
    measure = number_of(ctx, "indicator", code)
    values = {**afwijkingen.proposed(ctx, "indicator", measure, RULE), "gesignaleerd_op": "2019-05-01"}
    (row,) = afwijkingen.signal(ctx, "indicator", measure, values).records
    return int(row["nummer"])


def take(ctx: Context, case: int, step: str, **values: Any) -> list[str]:
    efforts = values.pop("efforts", ())
    return afwijkingen.take(ctx, case, {"stap": step, **values}, efforts)


def test_the_signal_begins_with_the_rule_and_belongs_to_measure_and_goal(emmen: Context) -> None:
    case = afwijkingen.case(emmen, signalled(emmen))
    assert (case.about, case.why, case.status, case.name) == (
        "DU1-I1", RULE, "gesignaleerd", "DU1-I1 niet op schema",
    )  # fmt: skip
    goal = shown(emmen, "indicator", number_of(emmen, "indicator", "DU1-I1"))["doel"]
    assert [each.number for each in afwijkingen.cases(emmen, "doel", goal)] == [case.number]
    assert case.goal == goal


def test_a_second_open_case_about_the_same_is_warned_of(emmen: Context) -> None:
    first, measure = signalled(emmen), number_of(emmen, "indicator", "DU1-I1")
    again = afwijkingen.signal(emmen, "indicator", measure, {"waarom": "Nog eens."})
    assert again.labelled == [f"Maat: Hierover loopt al een melding, met nummer {first}. Vul die liever aan."]
    other = afwijkingen.signal(
        emmen, "doel", afwijkingen.case(emmen, first).goal, {"waarom": "Het doel zelf."}
    )
    assert other.labelled == [], "the goal itself is another matter"


def test_the_whole_way_to_a_decision_with_extra_efforts_in_one_step(emmen: Context, made: Made) -> None:
    case = signalled(emmen)
    rg, bo = made("overleg", soort="rg", datum="2019-05-20"), made("overleg", soort="bo", datum="2019-06-03")
    take(emmen, case, "aan_rg", datum="2019-05-20", overleg=rg)
    take(emmen, case, "aan_bo", datum="2019-06-03", overleg=bo)
    (lefier,) = numbers(emmen, "partij", "naam=Lefier")
    before = steps(emmen)
    promise = {"wat": "50 woningen extra isoleren", "partij": lefier, "uiterlijk": "2020-12-31"}
    take(
        emmen, case, "besluit", datum="2019-06-03", overleg=bo, optie="extra_inspanning", efforts=[promise]
    )  # fmt: skip
    assert steps(emmen) == before + 1
    found = afwijkingen.case(emmen, case)
    assert [(step.key, step.meeting and step.meeting[0]) for step in found.steps] == [
        ("gesignaleerd", None), ("aan_rg", rg), ("aan_bo", bo), ("besluit", bo),
    ]  # fmt: skip
    assert found.steps[-1].option.startswith("Partijen bewegen")
    (effort,) = found.efforts
    assert (effort.what, effort.owner, str(effort.until)) == (promise["wat"], "Lefier", "2020-12-31")
    row = shown(emmen, "actiepunt", effort.number)
    assert (row["afgesproken_op"], row["overleg"], row["afwijking"]) == ("2019-06-03", bo, case)
    assert numbers(emmen, "actiepunt", "toezegging=ja") == [effort.number]
    history.undo(emmen)
    assert not numbers(emmen, "actiepunt")
    assert afwijkingen.case(emmen, case).status == "aan_bo"


def test_an_effort_that_cannot_be_takes_the_decision_back_too(emmen: Context) -> None:
    case = signalled(emmen)
    take(emmen, case, "aan_bo", datum="2019-06-03")
    with pytest.raises(Refused) as refused:
        take(emmen, case, "besluit", datum="2019-06-03", optie="extra_inspanning", efforts=[{"wat": None}])
    assert refused.value.faults[0].place == ("inspanningen", 0, "wat")
    assert afwijkingen.case(emmen, case).status == "aan_bo"


def test_a_dispute_comes_only_after_a_decision_and_says_why(emmen: Context) -> None:
    case = signalled(emmen)
    with pytest.raises(Refused, match="Eerst komt"):
        take(emmen, case, "geschil", toelichting="Wij zijn het oneens.")
    take(emmen, case, "aan_bo", datum="2019-06-03")
    take(emmen, case, "besluit", datum="2019-06-04", optie="doel_aanpassen")
    with pytest.raises(Refused, match="Vul ook in"):
        take(emmen, case, "geschil")
    take(emmen, case, "geschil", toelichting="Wij zijn het oneens.")
    assert afwijkingen.case(emmen, case).words == "Geschil"
    assert "laatste middel" in afwijkingen.dispute_words()
    assert "minister" not in afwijkingen.dispute_words(), "who decides is not known to the program"


def test_the_ways_on_are_those_of_the_akkoord_itself(office: Context) -> None:
    jobs.run(akkoord.load(office, FOREIGN))
    case = signalled(office, "A1x")
    assert afwijkingen.options(office, afwijkingen.case(office, case).goal) == [
        ("pauze", "De afspraak een jaar uitstellen.")
    ]
    take(office, case, "aan_bo", datum="2019-06-03")
    with pytest.raises(Refused, match="Kies uit: pauze"):
        take(office, case, "besluit", optie="extra_inspanning")
    take(office, case, "besluit", optie="pauze")
    assert afwijkingen.case(office, case).steps[-1].option == "De afspraak een jaar uitstellen."
