"""What happened in a case, which conditions are open, and what a landlord's answers add up to."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from huurdersapp.actions import advies_verloop, records
from huurdersapp.actions.advies_verloop import open_conditions, proposed_reaction, timeline
from huurdersapp.actions.context import Context
from huurdersapp.base.errors import UserError
from tests.actions.conftest import Made, changed, numbers, shown


def case(made: Made, **values: Any) -> int:
    if not values.get("verhuurder"):
        values["verhuurder"] = "Lefier"
    return made("advies", onderwerp="de sloop", **values)


@pytest.fixture
def lefier(made: Made) -> int:
    return made("verhuurder", naam="Lefier")


def test_all_that_happened_stands_in_the_order_of_its_days(office: Context, made: Made, lefier: int) -> None:
    asked = made("raadpleging", titel="Over de sloop", start_op="2019-03-10", sluit_op="2019-03-20")
    number = case(
        made,
        brief_verhuurder_op="2019-03-01",
        kenmerk_verhuurder="LEF-7",
        ontvangen_op="2019-03-04",
        ontvangen_bewijs="Stempel",
        uitkomst="positief_mits",
        vastgesteld_op="2019-04-01",
        stemmen="5 voor, 0 tegen",
        verstuurd_op="2019-04-02",
        verstuurd_wijze="post",
        advies_ontvangen_op="2019-04-03",
        reactie="deels",
        reactie_op="2019-04-20",
        raadplegingen=[asked],
        voorwaarden=[
            {"tekst": "Geen *hogere* huur", "voldaan_op": "2019-07-01", "voldaan_bewijs": "De brief"}
        ],
        gebeurtenissen=[
            {
                "datum": "2019-03-12",
                "soort": "telefoon",
                "richting": "uit",
                "met": "Lefier",
                "tekst": "Gebeld",
                "beantwoord_op": "2019-03-14",
            }
        ],
    )
    made("brief", onderwerp="Vraag om advies", richting="binnen", ontvangen_op="2019-03-04", advies=number)
    made("brief", onderwerp="Ons advies", verstuurd_op="2019-04-02", advies=number)
    made("brief", onderwerp="Nog een vraag", verstuurd_op="2019-03-13", advies=number)
    made("brief", onderwerp="Concept", advies=number)
    made("brief", onderwerp="Van een andere zaak", verstuurd_op="2019-03-13")
    made("overleg", soort="rg", datum="2019-05-06", agendapunten=[{"onderwerp": "Sloop", "advies": number}])
    assert [
        (item.on.isoformat(), item.what, item.detail, item.record) for item in timeline(office, number)
    ] == [
        ("2019-03-01", "De verhuurder schreef zijn brief", "LEF-7", None),
        ("2019-03-04", "Wij ontvingen de brief", "Stempel · 2019-001", ("brief", 1)),
        ("2019-03-10", "Raadpleging begonnen", "Over de sloop", ("raadpleging", asked)),
        ("2019-03-12", "Telefoon", "Gebeld · Van ons · Lefier", None),
        ("2019-03-13", "Wij verstuurden een brief", "Nog een vraag · 2019-003", ("brief", 3)),
        ("2019-03-14", "Er kwam antwoord", "Gebeld", None),
        ("2019-03-20", "Raadpleging afgelopen", "Over de sloop", ("raadpleging", asked)),
        ("2019-04-01", "Het bestuur besloot", "Positief, onder voorwaarden · 5 voor, 0 tegen", None),
        ("2019-04-02", "Wij verstuurden onze brief", "Post · 2019-002", ("brief", 2)),
        ("2019-04-03", "De verhuurder ontving onze brief", "", None),
        ("2019-04-20", "De verhuurder reageerde", "Deels gevolgd", None),
        ("2019-05-06", "Stond op de agenda", "RG 06-05-2019 · Sloop", ("overleg", 1)),
        ("2019-07-01", "Aan voorwaarde 1 is voldaan", "Geen hogere huur · De brief", None),
    ]


def test_what_was_thrown_away_did_not_happen(office: Context, made: Made, lefier: int) -> None:
    number = case(made, ontvangen_op="2019-03-04")
    made("brief", onderwerp="Vraag", verstuurd_op="2019-03-13", advies=number)
    made("overleg", soort="rg", datum="2019-05-06", agendapunten=[{"onderwerp": "Sloop", "advies": number}])
    assert len(timeline(office, number)) == 3
    records.discard(office, office.spec("brief"), 1)
    records.discard(office, office.spec("overleg"), 1)
    assert [item.what for item in timeline(office, number)] == ["Wij ontvingen de brief"]
    with pytest.raises(UserError):
        timeline(office, 9)


def test_a_second_letter_of_a_day_and_a_meeting_to_come_are_told_as_such(
    office: Context, made: Made, lefier: int
) -> None:
    number = case(made, verstuurd_op="2019-04-02")
    for subject in ("Ons advies", "Een tweede brief"):
        made("brief", onderwerp=subject, verstuurd_op="2019-04-02", advies=number)
    for day in ("2019-09-02", "2019-09-03"):
        made("overleg", soort="rg", datum=day, agendapunten=[{"onderwerp": "Sloop", "advies": number}])
    assert [(item.what, item.record) for item in timeline(office, number)] == [
        ("Wij verstuurden onze brief", ("brief", 1)),
        ("Wij verstuurden een brief", ("brief", 2)),
        ("Stond op de agenda", ("overleg", 1)),
        ("Staat op de agenda", ("overleg", 2)),
    ]


def test_every_day_of_a_case_is_told(office: Context) -> None:
    """A day that is added to a case later must not be forgotten here."""
    days = {key for key, item in office.spec("advies").fields.items() if item.kind == "datum"}
    assert days - {"verlengd_tot"} == set(advies_verloop._DAYS)


def test_every_case_of_the_example_can_be_told(example: Context) -> None:
    told = {number: timeline(example, number) for number in numbers(example, "advies")}
    assert all([item.on for item in found] == sorted(item.on for item in found) for found in told.values())
    assert all(told[number] for number in told)
    kinds = {item.kind for found in told.values() for item in found}
    assert kinds == {"dag", "gebeurtenis", "overleg", "raadpleging", "voorwaarde"}
    letters = {item.record for found in told.values() for item in found if item.record}
    assert {("brief", 1), ("brief", 2), ("brief", 3)} <= letters


def test_open_conditions_are_those_of_the_list_that_nobody_met_or_refused(
    office: Context, made: Made, lefier: int
) -> None:
    sent = {"uitkomst": "positief_mits", "verstuurd_op": "2019-04-02"}
    lines = [
        {"tekst": "Zonder dag"},
        {"tekst": "Op tijd", "termijn": "2019-12-01", "reactie": "overgenomen"},
        {"tekst": "Te laat", "termijn": "2019-09-01"},
        {"tekst": "Vandaag", "termijn": "2019-09-02"},
        {"tekst": "Voldaan", "termijn": "2019-09-01", "voldaan_op": "2019-08-01"},
        {"tekst": "Geweigerd", "termijn": "2019-09-01", "reactie": "niet"},
    ]
    number = case(made, **sent, voorwaarden=lines)
    case(made, uitkomst="positief_mits", voorwaarden=lines)
    case(made, **sent, afgesloten_op="2019-08-01", voorwaarden=lines)
    case(made, **sent, voorwaarden=lines[4:])
    found = open_conditions(office)
    assert [(item.number, item.text, item.late, item.reaction) for item in found] == [
        (number, "Te laat", True, ""),
        (number, "Vandaag", False, ""),
        (number, "Op tijd", False, "Overgenomen"),
        (number, "Zonder dag", False, ""),
    ]
    assert numbers(office, "advies", "voorwaarden_open_op=2019-09-02") == [number]
    assert found[0].landlord == "Lefier"
    earlier = [item.text for item in open_conditions(office, date(2019, 7, 31))]
    assert "Voldaan" in earlier
    assert open_conditions(office, date(2019, 4, 1)) == []


@pytest.mark.parametrize(
    ("conditions", "advice", "whole"),
    [
        ([], [], None),
        ([None], [], None),
        ([None, "overgenomen"], [], None),
        ([None, "deels"], [], "deels"),
        ([None, "overgenomen", "niet"], [], "deels"),
        (["overgenomen"], ["niet"], "gevolgd"),
        (["niet", "niet"], ["overgenomen"], "niet"),
        (["overgenomen", "niet"], [], "deels"),
        ([], ["overgenomen"], "gevolgd"),
        ([], ["niet"], "niet"),
    ],
)
def test_answers_on_lines_add_up_to_a_proposal(
    office: Context,
    made: Made,
    lefier: int,
    conditions: list[str | None],
    advice: list[str | None],
    whole: str,
) -> None:
    number = case(made)
    record = changed(
        office,
        "advies",
        number,
        voorwaarden=[{"tekst": "Iets", "reactie": each} for each in conditions],
        aanbevelingen=[{"tekst": "Iets", "reactie": each} for each in advice],
    )
    assert proposed_reaction(record) == whole
    assert shown(office, "advies", number)["reactie"] is None
