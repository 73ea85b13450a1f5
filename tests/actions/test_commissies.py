"""What can be done for a bewonerscommissie, what there is to warn of, and what a list of them adds up to."""

from __future__ import annotations

from datetime import date

import pytest

from huurdersapp.actions import commissies, history, lists, records
from huurdersapp.actions.context import Context
from huurdersapp.actions.register_cijfers import committee_lines
from huurdersapp.base import jobs
from huurdersapp.base.errors import UserError
from huurdersapp.base.period import parse
from huurdersapp.store import check
from tests.actions.conftest import TODAY, Made

MEMBERS = [
    {"naam": "A. Voorbeeld", "rol": "lid"},
    {"naam": "B. Voorbeeld", "rol": "voorzitter", "tot": "2019-10-01"},
    {"naam": "C. Voorbeeld", "rol": "penningmeester", "tot": "2019-06-30"},
    {"naam": "D. Voorbeeld", "rol": "lid", "tot": "2017-06-30"},
]


def shown(ctx: Context, number: int) -> dict[str, object]:
    return records.show(ctx, ctx.spec("commissie"), number)


def warned(ctx: Context, number: int) -> list[str]:
    return commissies.warnings(shown(ctx, number), commissies.lacks_meeting(ctx, number))


def test_what_there_is_to_see_to_is_told_in_sentences(office: Context, made: Made) -> None:
    number = made("commissie", naam="Hommelbrink", leden=MEMBERS)
    assert warned(office, number) == [
        "De termijn van B. Voorbeeld (voorzitter) eindigt op 1 oktober 2019.",
        "De termijn van C. Voorbeeld (penningmeester) eindigde op 30 juni 2019.",
        "Dit jaar is er geen overleg met de verhuurder, ook niet gepland.",
        "Huurders kregen nog geen verslag.",
    ]
    assert [line["naam"] for line in commissies.seated(shown(office, number))] == [
        "B. Voorbeeld",
        "A. Voorbeeld",
    ]


def test_a_commissie_without_a_chair_or_with_an_old_report_is_told(office: Context, made: Made) -> None:
    number = made("commissie", naam="Hommelbrink", leden=MEMBERS[:1], jaarverslag_op="2018-08-01")
    told = warned(office, number)
    assert told[0] == "Er is geen voorzitter."
    assert told[-1] == "Huurders kregen al langer dan een jaar geen verslag (laatst op 1 augustus 2018)."


def test_of_a_commissie_that_is_no_more_nothing_is_told(office: Context, made: Made) -> None:
    number = made("commissie", naam="Hommelbrink", opgeheven_op="2019-01-01")
    assert warned(office, number) == []


def test_planning_an_overleg_takes_the_warning_away_in_one_step(office: Context, made: Made) -> None:
    landlord = made("verhuurder", naam="Lefier")
    number = made("commissie", naam="Hommelbrink", verhuurder=landlord)
    assert commissies.lacks_meeting(office, number)
    before = office.store.head.seq
    meeting = commissies.plan_meeting(office, number, {"datum": "2019-11-19", "plaats": "De Brink"})
    assert office.store.head.seq == before + 1
    assert not commissies.lacks_meeting(office, number)
    found = records.show(office, office.spec("overleg"), meeting)
    assert (found["soort"], found["verhuurder"], found["eigen_aanwezig"]) == (
        "bewonerscommissie",
        landlord,
        False,
    )
    assert shown(office, number)["overleggen"] == [meeting]
    history.undo(office)
    assert commissies.lacks_meeting(office, number)
    assert lists.count(office, office.spec("overleg")) == 0


def test_an_overleg_that_is_there_is_linked_once(office: Context, made: Made) -> None:
    number = made("commissie", naam="Hommelbrink")
    first, second = (
        made("overleg", soort="bewonerscommissie", datum=day) for day in ("2019-02-01", "2018-02-01")
    )
    commissies.link_meeting(office, number, second)
    assert commissies.lacks_meeting(office, number)
    commissies.link_meeting(office, number, first)
    assert not commissies.lacks_meeting(office, number)
    assert shown(office, number)["overleggen"] == [second, first]
    with pytest.raises(UserError, match="hoort er al bij"):
        commissies.link_meeting(office, number, first)


def test_a_day_that_was_not_typed_stops_planning_and_nothing_is_made(office: Context, made: Made) -> None:
    number = made("commissie", naam="Hommelbrink")
    with pytest.raises(records.Refused):
        commissies.plan_meeting(office, number, {"plaats": "De Brink"})
    assert lists.count(office, office.spec("overleg")) == 0


def test_a_new_member_takes_an_empty_seat(office: Context, made: Made) -> None:
    number = made("commissie", naam="Hommelbrink", vacatures=1, leden=MEMBERS[:1])
    commissies.add_member(office, number, {"naam": "E. Voorbeeld", "rol": "voorzitter"})
    record = shown(office, number)
    assert record["vacatures"] == 0
    assert [line["naam"] for line in commissies.seated(record)] == ["E. Voorbeeld", "A. Voorbeeld"]
    commissies.add_member(office, number, {"naam": "F. Voorbeeld", "rol": "lid"})
    assert shown(office, number)["vacatures"] == 0


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"mandaat_getekend": 27, "aantal_woningen": 40, "mandaat_op": "2017-04-20"},
         "27 van 40 huishoudens tekenden (20 april 2017). Dat is 68 %."),
        ({"mandaat_getekend": 5, "aantal_woningen": 9}, "5 van 9 huishoudens tekenden."),
        ({"mandaat_getekend": 1}, "1 huishouden tekende."),
        ({"mandaat_getekend": 45, "aantal_woningen": 40}, "45 van 40 huishoudens tekenden."),
        ({}, ""),
    ],
)  # fmt: skip
def test_the_mandate_has_a_share_from_ten_households_on(
    office: Context, made: Made, values: dict[str, object], told: str
) -> None:
    number = made("commissie", naam="Hommelbrink", **values)
    assert commissies.mandate(office, shown(office, number)) == told


def test_the_line_above_the_list_adds_up_what_the_list_shows(office: Context, made: Made) -> None:
    helped = {"soort": "advies", "uren": 3}
    made("commissie", naam="Een", aantal_woningen=40, ondersteuning=[
        {"datum": "2019-03-01", **helped}, {"datum": "2019-04-01", "soort": "training"}, {"datum": "2018-04-01", **helped},
    ])  # fmt: skip
    two = made("commissie", naam="Twee", aantal_woningen=60, vacatures=2)
    commissies.add_support(office, two, {"datum": "2019-05-01", **helped})
    made("commissie", naam="Drie", opgeheven_op="2018-01-01")
    assert commissies.totals(office) == commissies.Totals(3, 100, 2, 3, 6, "2019")
    assert commissies.totals(office, ("met_lege_plek=ja",)) == commissies.Totals(1, 60, 1, 1, 3, "2019")
    assert commissies.totals(office, ("ondersteund_in=2018",)) == commissies.Totals(1, 40, 1, 1, 3, "2018")
    assert commissies.totals(office, words="drie") == commissies.Totals(1, 0, 0, 0, 0, "2019")
    assert commissies.supported(office, two) == commissies.Support(1, ("advies",), 3)
    assert commissies.supported(office, two, date(2018, 1, 1)) == commissies.Support()


@pytest.mark.parametrize("period", ["2020-T1", "2020", "2021-T2"])
def test_the_line_above_the_list_and_the_trimesterverslag_say_the_same(example: Context, period: str) -> None:
    with example.store.reading() as db:
        lines = committee_lines(db, parse(period))
    found = commissies.totals(example, (f"ondersteund_in={period}",))
    assert lines
    assert (found.supported, found.count) == (len(lines), len(lines))
    assert found.hours == sum(line.uren or 0 for line in lines)
    assert found.times == sum(line.keren for line in lines)


def test_the_administration_stays_whole(office: Context, made: Made) -> None:
    number = made("commissie", naam="Hommelbrink", vacatures=1)
    commissies.plan_meeting(office, number, {"datum": TODAY.isoformat()})
    commissies.add_member(office, number, {"naam": "E. Voorbeeld"})
    commissies.add_support(office, number, {"datum": TODAY.isoformat(), "soort": "advies"})
    commissies.set_mandate(office, number, {"mandaat_getekend": 12, "mandaat_op": TODAY.isoformat()})
    assert jobs.run(check.check(office.store)) == []


def test_a_chair_whose_term_is_over_leaves_an_empty_seat(office: Context, made: Made) -> None:
    gone = {"naam": "C. Voorbeeld", "rol": "voorzitter", "tot": "2019-06-30"}
    spec = office.spec("commissie")
    told = [fault.text for fault in records.check(office, spec, {"naam": "Hommelbrink", "leden": [gone]})]
    assert told == ["Er staat geen voorzitter bij. Is die plek leeg?"]
    there = {**gone, "tot": "2019-10-30"}
    assert records.check(office, spec, {"naam": "Hommelbrink", "leden": [there]}) == []
