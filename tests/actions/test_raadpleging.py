"""The outcome of a raadpleging in numbers and words, and what its next step needs."""

from __future__ import annotations

from typing import Any

import pytest

from huurdersapp.actions import raadpleging, raadpleging_uitslag, records
from huurdersapp.actions.context import Context
from huurdersapp.records import ALL
from tests.actions.conftest import Made

EMPTY: dict[str, Any] = {
    "status": "voorbereiden", "vragen": [], "vraag": None, "kanalen": [], "populatie_aantal": None, "start_op": None,
    "sluit_op": None, "respons_totaal": None, "conclusies": None, "terugkoppeling_op": None,
    "terugkoppeling_hoe": None,
}  # fmt: skip


def yes_no(*counts: int | None, **values: Any) -> dict[str, Any]:
    texts = ("Ja", "Nee", "Weet niet")
    options = [{"tekst": text, "aantal": count} for text, count in zip(texts, counts, strict=False)]
    return {"tekst": "Wilt u het plan?", "soort": "keuze", "opties": options, **values}


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({}, ["de vragen", "hoeveel mensen u vraagt", "begindatum", "sluitdatum"]),
        ({"vraag": "Wilt u het?", "populatie_aantal": 10, "start_op": "2019-09-01"}, ["sluitdatum"]),
        ({"status": "loopt", "sluit_op": "2019-09-09", "respons_totaal": 4}, ["conclusies"]),
        (
            {"status": "uitslag", "conclusies": "Ja"},
            ["dag van de terugkoppeling", "hoe de huurders het hoorden"],
        ),
        ({"status": "teruggekoppeld"}, []),
    ],
)
def test_what_the_next_step_needs_is_said(values: dict[str, Any], words: list[str]) -> None:
    assert raadpleging.needed({**EMPTY, **values}) == words


def test_over_without_feedback_is_said(office: Context) -> None:
    closed = {**EMPTY, "sluit_op": "2019-08-30"}
    assert raadpleging.untold(closed).startswith(
        "Gesloten op 30-08-2019. De huurders hebben de uitslag nog niet"
    )
    assert raadpleging.untold({**closed, "terugkoppeling_op": "2019-09-01"}) == ""
    assert raadpleging.untold({**closed, "sluit_op": "2019-09-02"}) == ""


@pytest.mark.parametrize(
    ("selectie", "people", "answered", "words"),
    [
        ("allen", 3500, 783, "±3,1 procentpunt (alleen toeval; wie niet antwoordde kan anders denken)"),
        ("allen", 1285, 285, "±5,1 procentpunt (alleen toeval; wie niet antwoordde kan anders denken)"),
        ("steekproef", 300, 60, "±11,3 procentpunt (alleen toeval; wie niet antwoordde kan anders denken)"),
        ("steekproef", 120, 30, "±15,6 procentpunt (alleen toeval; wie niet antwoordde kan anders denken)"),
        ("zelfselectie", 3500, 783, "indicatief, geen steekproefmarge"),
        ("uitgenodigd", 3500, 783, "indicatief, geen steekproefmarge"),
        (None, 3500, 783, "indicatief, geen steekproefmarge"),
        ("allen", 40, 29, "geen steekproefmarge: daarvoor zijn minstens 30 reacties nodig"),
        (
            "allen",
            None,
            100,
            "geen steekproefmarge: vul in hoeveel mensen het zijn en hoeveel er antwoordden",
        ),
        ("allen", 90, 100, "geen steekproefmarge: er zijn meer reacties dan mensen"),
        ("allen", 100, 100, "iedereen antwoordde, dus er is geen steekproefmarge"),
    ],
)
def test_a_margin_is_only_said_where_chance_is_all_there_is(
    selectie: str | None, people: int | None, answered: int, words: str
) -> None:
    assert raadpleging_uitslag.precision(selectie, people, answered, 30) == words


def test_the_response_is_told_in_all_and_per_channel(office: Context, made: Made) -> None:
    number = made(
        "raadpleging",
        titel="Servicekosten",
        populatie_aantal=312,
        selectie="allen",
        kanalen=[
            {"kanaal": "brief", "uitgenodigd": 200, "respons": 60},
            {"kanaal": "online", "uitgenodigd": 112, "respons": 40},
        ],
    )
    found = raadpleging_uitslag.outcome(office, number)
    assert found.response == "100 van 312 reacties (32 %)"
    assert [line.words for line in found.channels] == [
        "60 van 200 uitgenodigd (30 %), 60 % van alle reacties",
        "40 van 112 uitgenodigd (36 %), 40 % van alle reacties",
    ]
    assert found.precision.startswith("±8,1 procentpunt")


def test_a_total_that_differs_from_its_parts_is_asked_about_and_not_mended(
    office: Context, made: Made
) -> None:
    number = made(
        "raadpleging",
        titel="Fusie",
        respons_totaal=285,
        kanalen=[{"kanaal": "brief", "respons": 78}, {"kanaal": "online", "respons": 206}],
        vragen=[yes_no(200, 84, beantwoord_door=285)],
    )
    found = raadpleging_uitslag.outcome(office, number)
    assert "Reacties samen: De kanalen zijn samen 284. Klopt het totaal?" in found.slips
    assert any(
        "De antwoorden zijn samen 284, en 285 mensen antwoordden. Klopt dat?" in slip for slip in found.slips
    )
    assert found.response == "285 reacties"


def test_a_group_that_hardly_answered_is_named_and_one_that_is_most_warned_of(
    office: Context, made: Made
) -> None:
    number = made(
        "raadpleging",
        titel="Enquête",
        respons_totaal=783,
        populatie_aantal=3500,
        groepen=[
            {"naam": "18 tot 30 jaar", "indeling": "leeftijd", "aantal": 700, "respons": 42},
            {"naam": "30 jaar en ouder", "indeling": "leeftijd", "aantal": 2800, "respons": 741},
            {"naam": "Kerkhoflaan", "indeling": "straat", "aantal": 300, "respons": 500},
            {"naam": "Brink", "indeling": "straat", "aantal": 3200, "respons": 283},
        ],
    )
    found = raadpleging_uitslag.outcome(office, number)
    assert "Weinig reacties van: 18 tot 30 jaar." in found.warnings
    assert "De meeste reacties (500 van 783) komen uit één groep: Kerkhoflaan." in found.warnings
    assert not any("30 jaar en ouder" in warning for warning in found.warnings)
    assert found.groups[0] == raadpleging_uitslag.Line("18 tot 30 jaar", "42 van 700 (6 %): weinig", True)


def test_under_thirty_answers_there_are_no_percentages(office: Context, made: Made) -> None:
    number = made("raadpleging", titel="Avond", vragen=[yes_no(20, 9, beantwoord_door=29)])
    (question,) = raadpleging_uitslag.outcome(office, number).questions
    assert [(answer.count, answer.share) for answer in question.now.answers] == [(20, ""), (9, "")]
    assert "Bij minder dan 30 antwoorden geven wij geen percentages." in question.notes


def test_shares_that_do_not_make_a_hundred_say_so(office: Context, made: Made) -> None:
    number = made(
        "raadpleging", titel="Drie", vragen=[yes_no(20, 20, 20, beantwoord_door=60), yes_no(30, 15, 15)]
    )
    first, second = raadpleging_uitslag.outcome(office, number).questions
    assert [answer.share.replace("\N{NO-BREAK SPACE}", " ") for answer in first.now.answers] == ["33,3 %"] * 3
    assert "Telt door afronding niet op tot 100." in first.notes
    assert "Telt door afronding niet op tot 100." not in second.notes


def test_where_more_answers_are_possible_nothing_is_added_up(office: Context, made: Made) -> None:
    options = [{"tekst": "Huur", "aantal": 50}, {"tekst": "Rust", "aantal": 45}]
    line = {"tekst": "Wat telt?", "soort": "meer_keuzes", "beantwoord_door": 60, "opties": options}
    thirds = {**yes_no(20, 20, 20), "soort": "meer_keuzes"}
    number = made("raadpleging", titel="Meer", vragen=[line, thirds])
    question, other = raadpleging_uitslag.outcome(office, number).questions
    assert not any("afronding" in note for note in other.notes)
    assert "Meer antwoorden mogelijk." in question.notes
    assert not any("afronding" in note for note in question.notes)
    assert question.now.answers[0].share.startswith("83,3")


def test_the_same_question_of_an_earlier_year_stands_beside_it(office: Context, made: Made) -> None:
    made("raadpleging", titel="2017", sluit_op="2017-05-01", vragen=[yes_no(40, 20, sleutel="plan")])
    made("raadpleging", titel="Later", sluit_op="2019-12-01", vragen=[yes_no(1, 2, sleutel="plan")])
    number = made(
        "raadpleging",
        titel="2019",
        sluit_op="2019-08-01",
        vragen=[yes_no(30, 30, sleutel="plan"), yes_no(5, 5)],
    )
    first, second = raadpleging_uitslag.outcome(office, number).questions
    assert [(year.words, [answer.count for answer in year.answers]) for year in first.years] == [
        ("2019", [30, 30]),
        ("2017", [40, 20]),
    ]
    assert len(second.years) == 1


def test_twice_in_one_year_the_day_tells_them_apart(office: Context, made: Made) -> None:
    made("raadpleging", titel="Lente", sluit_op="2019-04-01", vragen=[yes_no(40, 20, sleutel="plan")])
    made("raadpleging", titel="Oud", sluit_op="2015-04-01", vragen=[yes_no(4, 2, sleutel="plan")])
    made("raadpleging", titel="Ouder", sluit_op="2014-04-01", vragen=[yes_no(4, 2, sleutel="plan")])
    number = made("raadpleging", titel="Nu", sluit_op="2019-08-01", vragen=[yes_no(3, 3, sleutel="Plan")])
    (question,) = raadpleging_uitslag.outcome(office, number).questions
    assert [year.words for year in question.years] == ["01-08-2019", "01-04-2019", "01-04-2015"]


def test_a_question_can_be_put_again_and_is_then_compared(office: Context, made: Made) -> None:
    made("raadpleging", titel="Vorig jaar", sluit_op="2018-05-01", vragen=[yes_no(40, 20)])
    (found,) = raadpleging.earlier_questions(office, None, "plan vorig")
    assert found.source == "Vorig jaar (2018)"
    assert found.line == {
        "tekst": "Wilt u het plan?",
        "soort": "keuze",
        "sleutel": "Wilt u het plan?",
        "opties": [{"tekst": "Ja"}, {"tekst": "Nee"}],
    }
    number = made("raadpleging", titel="Nu", sluit_op="2019-05-01", vragen=[found.line])
    (question,) = raadpleging_uitslag.outcome(office, number).questions
    assert [year.words for year in question.years] == ["2019", "2018"]
    assert raadpleging.earlier_questions(office, None, "zwembad") == []


def test_an_open_advies_can_stand_on_it(office: Context, made: Made) -> None:
    number = made("raadpleging", titel="Renovatie")
    landlord = made("verhuurder", naam="Lefier")
    advies = made("advies", onderwerp="Sloop", verhuurder=landlord, ontvangen_op="2019-08-20")
    assert raadpleging.open_adviezen(office, number) == [(advies, "Sloop")]
    assert raadpleging.put_in_advies(office, number, advies) == "Sloop"
    assert records.show(office, ALL["advies"], advies)["raadplegingen"] == [number]
    assert raadpleging.open_adviezen(office, number) == []


def test_what_closed_today_stays_closed_when_more_is_filled_in(office: Context, made: Made) -> None:
    number = made("raadpleging", titel="Nu", start_op="2019-08-01")
    records.change(office, ALL["raadpleging"], number, {"sluit_op": "2019-09-02", "status": "uitslag"})
    records.change(office, ALL["raadpleging"], number, {"conclusies": "Ja", "respons_totaal": 12})
    assert records.show(office, ALL["raadpleging"], number)["status"] == "uitslag"
