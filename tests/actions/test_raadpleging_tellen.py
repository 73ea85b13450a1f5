"""Counting paper forms: what each key does, that each can be taken back, and what is saved of it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from huurdersapp.actions import history, raadpleging_tellen, records
from huurdersapp.actions.context import Context
from huurdersapp.actions.raadpleging_tellen import NEXT, Asked, Tally, asked
from huurdersapp.base.errors import UserError
from huurdersapp.records import ALL
from tests.actions.conftest import Made

RENOVATION: dict[str, Any] = {
    "titel": "Renovatie",
    "start_op": "2019-08-01",
    "sluit_op": "2019-09-30",
    "kanalen": [{"kanaal": "brief", "uitgenodigd": 40}],
    "vragen": [
        {"tekst": "Wilt u dit plan?", "soort": "ja_nee", "opties": [{"tekst": "Ja"}, {"tekst": "Nee"}]},
        {
            "tekst": "Wat vindt u belangrijk?",
            "soort": "meer_keuzes",
            "opties": [{"tekst": "Huur"}, {"tekst": "Warmte"}, {"tekst": "Rust"}],
        },
        {"tekst": "Wat wilt u nog zeggen?", "soort": "open", "opties": [{"tekst": "Parkeren"}]},
    ],
}


def questions(*shapes: tuple[str, int]) -> list[Asked]:
    return [
        Asked(
            f"v{at}",
            f"Vraag {at}",
            kind,
            tuple((f"v{at}o{place}", f"Antwoord {place}") for place in range(many)),
        )
        for at, (kind, many) in enumerate(shapes)
    ]


def pressed(tally: Tally, *keys: str) -> Tally:
    for key in keys:
        assert tally.press(key), key
    return tally


def test_a_digit_is_enough_for_one_answer_and_goes_on() -> None:
    tally = pressed(Tally(questions(("ja_nee", 2), ("keuze", 3))), "1", "3", "2", "3", "1")
    assert (tally.forms, tally.form, tally.at) == (2, 3, 1)
    assert (tally.counts(0), tally.counts(1)) == ([2, 1], [0, 0, 2])
    assert sum(tally.counts(0)) == tally.answered(0)


def test_digits_tick_more_answers_and_enter_goes_on() -> None:
    tally = pressed(Tally(questions(("meer_keuzes", 3))), "1", "3", "1", "2", "e")
    assert not tally.press("e")
    pressed(tally, "0")
    assert tally.counts(0) == [0, 1, 1]
    assert (tally.forms, tally.answered(0)) == (2, 1)


def test_nought_is_a_form_on_which_nothing_was_filled_in() -> None:
    tally = pressed(Tally(questions(("schaal", 5))), "4", "0", "5")
    assert (tally.forms, tally.answered(0), sum(tally.counts(0))) == (3, 2, 2)


@pytest.mark.parametrize("key", ["3", "x", "e", "+Lift", "=woorden", ">1"])
def test_a_key_that_means_nothing_here_changes_nothing(key: str) -> None:
    tally = pressed(Tally(questions(("ja_nee", 2))), "1")
    assert not tally.press(key)
    assert (tally.keys, tally.counts(0)) == (["1"], [1, 0])


def test_a_scale_to_ten_has_a_key_for_its_last_answer() -> None:
    tally = pressed(Tally(questions(("schaal", 10))), "a", "9")
    assert tally.counts(0)[8:] == [1, 1]


def test_every_key_can_be_taken_back_as_far_as_the_first() -> None:
    shapes = (("ja_nee", 2), ("meer_keuzes", 3), ("open", 1))
    keys = ["1", "1", "2", "e", "+Lift", "=de lift staat stil", "e", "2", "0", "0"]
    steps = []
    tally = Tally(questions(*shapes))
    for key in keys:
        steps.append(json.dumps([tally.done, tally.at, sorted(tally.chosen), tally.codes, tally.text]))
        pressed(tally, key)
    for key, before in zip(reversed(keys), reversed(steps), strict=True):
        assert tally.undo() == key
        assert json.dumps([tally.done, tally.at, sorted(tally.chosen), tally.codes, tally.text]) == before
    assert tally.undo() == ""


def test_one_question_of_all_forms_can_be_counted_before_the_next() -> None:
    tally = Tally(questions(("ja_nee", 2), ("ja_nee", 2)), by_form=False)
    pressed(tally, "1", "1", "2", ">1", "2", "2")
    assert (tally.counts(0), tally.counts(1), tally.forms) == ([2, 1], [0, 2], 3)
    assert tally.uneven()
    assert not pressed(tally, "1").uneven()


def test_what_is_kept_gives_the_same_counting_again() -> None:
    tally = pressed(Tally(questions(("ja_nee", 2), ("open", 0))), "1", "+Lift", "e", "2")
    again, channel = raadpleging_tellen.restored(json.loads(json.dumps(tally.kept("brief"))))
    assert (again.done, again.codes, again.at, again.keys, channel) == (
        tally.done,
        tally.codes,
        tally.at,
        tally.keys,
        "brief",
    )


def test_the_rest_of_a_form_that_was_begun_counts_as_not_filled_in() -> None:
    tally = pressed(Tally(questions(("ja_nee", 2), ("meer_keuzes", 2), ("ja_nee", 2))), "1", "2")
    assert tally.unfinished
    tally.fill()
    assert (tally.forms, tally.unfinished, tally.counts(1), tally.answered(2)) == (1, False, [0, 1], 0)


def test_all_that_was_counted_is_saved_in_one_step_that_can_be_undone(office: Context) -> None:
    spec = ALL["raadpleging"]
    number = records.create(office, spec, [RENOVATION]).records[0]["nummer"]
    before = records.show(office, spec, number)
    tally = Tally(raadpleging_tellen.asked(before))
    for _form in range(3):
        pressed(tally, "1", "1", "2", "e", "1", "+Lift", "=De lift doet het niet", "e")
    pressed(tally, "2", "0", "0")
    raadpleging_tellen.save(office, number, tally, "brief")
    saved = records.show(office, spec, number)
    first, second, third = saved["vragen"]
    assert [option["aantal"] for option in first["opties"]] == [3, 1]
    assert first["beantwoord_door"] == 4
    assert [option["aantal"] for option in second["opties"]] == [3, 3, 0]
    assert second["beantwoord_door"] == 3
    assert [(option["tekst"], option["aantal"]) for option in third["opties"]] == [
        ("Parkeren", 3),
        ("Lift", 3),
    ]
    assert [(line["tekst"], line["mag_in_rapport"]) for line in saved["citaten"]] == [
        ("De lift doet het niet", False)
    ] * 3
    assert (saved["kanalen"][0]["respons"], saved["respons_totaal"], saved["status"]) == (4, 4, "loopt")
    assert history.next_undo(office) is not None
    history.undo(office)
    assert records.show(office, spec, number) == before


def test_a_second_counting_adds_to_the_first(office: Context) -> None:
    spec = ALL["raadpleging"]
    number = records.create(office, spec, [RENOVATION]).records[0]["nummer"]
    for channel in ("brief", "huis_aan_huis", "brief"):
        tally = Tally(raadpleging_tellen.asked(records.show(office, spec, number)))
        raadpleging_tellen.save(office, number, pressed(tally, "1", "1", "e", "0"), channel)
    saved = records.show(office, spec, number)
    assert [option["aantal"] for option in saved["vragen"][0]["opties"]] == [3, 0]
    assert [(line["kanaal"], line["respons"]) for line in saved["kanalen"]] == [
        ("brief", 2),
        ("huis_aan_huis", 1),
    ]
    assert saved["respons_totaal"] == 3


def test_nothing_is_saved_when_the_questions_are_others_by_now(office: Context) -> None:
    spec = ALL["raadpleging"]
    number = records.create(office, spec, [RENOVATION]).records[0]["nummer"]
    record = records.show(office, spec, number)
    tally = pressed(Tally(raadpleging_tellen.asked(record)), "1", "1", "e", "0")
    records.change(office, spec, number, {"vragen": record["vragen"][1:]})
    with pytest.raises(UserError, match="De vragen zijn veranderd"):
        raadpleging_tellen.save(office, number, tally, "brief")


def test_an_answer_in_own_words_warns_of_what_must_not_be_kept(office: Context) -> None:
    assert "schulden" in " ".join(raadpleging_tellen.privacy(office, "Zij heeft schulden"))
    assert raadpleging_tellen.privacy(office, "De lift doet het niet") == []


@pytest.mark.parametrize(("kind", "answered"), [("ja_nee", 13), ("meer_keuzes", None)])
def test_counting_goes_on_from_answers_of_which_nobody_told_by_how_many(
    office: Context, made: Made, kind: str, answered: int | None
) -> None:
    options = [{"tekst": "Ja", "aantal": 6}, {"tekst": "Nee", "aantal": 4}]
    number = made("raadpleging", titel="Plan", vragen=[{"tekst": "Eens?", "soort": kind, "opties": options}])
    tally = Tally(asked(records.show(office, office.spec("raadpleging"), number)))
    for key in ("1", NEXT, "1", NEXT, "2", NEXT) if kind == "meer_keuzes" else ("1", "1", "2"):
        tally.press(key)
    raadpleging_tellen.save(office, number, tally, "brief")
    (question,) = records.show(office, office.spec("raadpleging"), number)["vragen"]
    assert [option["aantal"] for option in question["opties"]] == [8, 5]
    assert question["beantwoord_door"] == answered
