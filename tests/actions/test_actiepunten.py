"""How a task or a promise stands, how often it was postponed, and the text that reminds of it."""

from __future__ import annotations

from datetime import date

import pytest

from huurdersapp.actions import actiepunten, history, records
from huurdersapp.actions.context import Context
from huurdersapp.base.errors import UserError
from tests.actions.conftest import Made, shown, steps

TODAY = date(2019, 9, 2)


@pytest.mark.parametrize(
    ("values", "words", "is_open", "late"),
    [
        ({"uiterlijk": "2019-09-06"}, "Nog 4 dagen, uiterlijk vrijdag 6 september 2019.", True, False),
        ({"uiterlijk": "2019-09-03"}, "Nog 1 dag, uiterlijk dinsdag 3 september 2019.", True, False),
        ({"uiterlijk": "2019-09-02"}, "Vandaag is de laatste dag.", True, False),
        ({"uiterlijk": "2019-08-30"}, "3 dagen te laat.", True, True),
        ({"uiterlijk": "2019-09-01"}, "1 dag te laat.", True, True),
        ({}, "Er is geen laatste dag afgesproken.", True, False),
        (
            {"uiterlijk": "2019-08-30", "gedaan_op": "2019-09-01"},
            "Gedaan op zondag 1 september 2019.",
            False,
            False,
        ),
        ({"vervallen_op": "2019-09-01"}, "Vervallen op zondag 1 september 2019.", False, False),
    ],
)
def test_how_it_stands_is_told_in_words(
    office: Context, made: Made, values: dict[str, str], words: str, is_open: bool, late: bool
) -> None:
    number = made("actiepunt", wat="a", persoon="p", **values)
    found = actiepunten.stand(shown(office, "actiepunt", number), TODAY)
    assert (found.words, found.open, found.late) == (words, is_open, late)


def test_postponing_keeps_the_old_last_days_and_counts_them(office: Context, made: Made) -> None:
    number = made("actiepunt", wat="a", persoon="p", uiterlijk="2019-09-06")
    assert actiepunten.postponed_words(actiepunten.postponed(office, number)) == ""
    actiepunten.postpone(office, number, "2019-10-01")
    actiepunten.postpone(office, number, "2019-11-01")
    records.change(office, office.spec("actiepunt"), number, {"uiterlijk": "2019-10-15"})  # earlier again
    assert actiepunten.postponed(office, number) == [date(2019, 9, 6), date(2019, 10, 1)]
    told = actiepunten.postponed_words(actiepunten.postponed(office, number))
    assert told == "2 keer uitgesteld. De laatste dag was eerst vrijdag 6 september 2019."
    with pytest.raises(UserError, match="laatste dag"):
        actiepunten.postpone(office, number, None)


def test_postponing_that_was_undone_does_not_count_until_it_is_done_again(
    office: Context, made: Made
) -> None:
    number = made("actiepunt", wat="a", persoon="p", uiterlijk="2019-09-06")
    actiepunten.postpone(office, number, "2019-10-01")
    history.undo(office)
    assert actiepunten.postponed(office, number) == []
    history.redo(office)
    assert actiepunten.postponed(office, number) == [date(2019, 9, 6)]
    history.undo(office)
    assert actiepunten.postponed(office, number) == []


def test_a_task_that_is_done_becomes_a_note(office: Context, made: Made) -> None:
    number = made("actiepunt", wat="a", persoon="p")
    actiepunten.finish(office, number, {"gedaan_op": "2019-09-01", "uitkomst": "De folder is er."})
    found = shown(office, "actiepunt", number)
    assert (found["gedaan_op"], found["uitkomst"]) == ("2019-09-01", "De folder is er.")
    assert not actiepunten.stand(found).open
    history.undo(office)
    assert actiepunten.stand(shown(office, "actiepunt", number)).open
    actiepunten.drop(office, number, {"vervallen_op": "2019-09-02", "uitkomst": "Niet meer nodig."})
    assert not actiepunten.stand(shown(office, "actiepunt", number)).open


def test_many_of_a_meeting_are_one_step_and_agreed_on_its_day(office: Context, made: Made) -> None:
    meeting = made("overleg", soort="bo", datum="2019-08-20")
    before = steps(office)
    first, second = actiepunten.add_many(
        office, meeting, [{"wat": "a", "persoon": "p"}, {"wat": "b", "persoon": "q", "uiterlijk": None}]
    )
    assert steps(office) == before + 1
    for number in (first, second):
        found = shown(office, "actiepunt", number)
        assert (found["overleg"], found["afgesproken_op"]) == (meeting, "2019-08-20")


def test_the_reminder_tells_what_when_and_how_late(office: Context, made: Made) -> None:
    made("partij", naam="Huurdersbelang", soort="huurdersorganisatie", eigen=True)
    made("partij", naam="Lefier", soort="corporatie")
    meeting = made("overleg", soort="bo", datum="2019-05-20")
    late = made("actiepunt", wat="Ramen nalopen.", partij="Lefier", overleg=meeting, uiterlijk="2019-08-30")
    assert actiepunten.reminder(office, late) == (
        "Beste Lefier,\n\n"
        "In het overleg ‘BO 20-05-2019’ spraken wij dit met u af: Ramen nalopen.\n\n"
        "De laatste dag hiervoor was 30 augustus 2019. Dat is 3 dagen geleden.\n\n"
        "Wilt u ons laten weten hoe het ermee staat?\n\n"
        "Met vriendelijke groet,\nHuurdersbelang"
    )
    bare = made("actiepunt", wat="Bellen")
    assert "Eerder spraken wij" in actiepunten.reminder(office, bare)
    actiepunten.finish(office, late, {"gedaan_op": "2019-09-01"})
    with pytest.raises(UserError, match="al gedaan"):
        actiepunten.reminder(office, late)
