"""The register of letters: each number once, in its order, and what is missing is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from huurdersapp.actions import bijlagen, brievenregister, records, samen_wijzigen
from huurdersapp.actions.context import Context
from huurdersapp.base.errors import UserError
from huurdersapp.store import undo
from tests.actions.conftest import Made, changed, shown, steps


def numbers_of(ctx: Context, year: int = 2019) -> list[str]:
    return [one.registered for one in brievenregister.register(ctx, year)]


def test_two_letters_in_one_step_get_two_numbers(office: Context) -> None:
    letters = [{"onderwerp": text, "verstuurd_op": "2019-08-01"} for text in ("Een", "Twee", "Drie")]
    saved = records.create(office, office.spec("brief"), letters)
    assert [row["registernummer"] for row in saved.records] == ["2019-001", "2019-002", "2019-003"]


def test_letters_that_are_changed_together_each_get_their_own(office: Context, made: Made) -> None:
    letters = [made("brief", onderwerp=text) for text in ("Een", "Twee", "Drie")]
    samen_wijzigen.change_many(office, office.spec("brief"), letters, {"verstuurd_op": "2019-08-01"})
    assert [shown(office, "brief", number)["registernummer"] for number in letters] == [
        "2019-001",
        "2019-002",
        "2019-003",
    ]


def test_the_register_tells_each_letter_in_its_order(office: Context, made: Made) -> None:
    made("verhuurder", naam="Lefier")
    made("brief", onderwerp="Ons advies", verhuurder=1, verstuurd_op="2019-08-02", datum="2019-08-01")
    made("brief", richting="binnen", onderwerp="Reactie", aan="J. Smit\nEmmen", ontvangen_op="2019-08-09")
    made("brief", onderwerp="Nog niet verstuurd")
    made("brief", richting="binnen", onderwerp="Van een ander jaar", ontvangen_op="2018-08-09")
    first, second = brievenregister.register(office, 2019)
    assert (first.registered, first.letter, first.incoming, first.who) == ("2019-001", 1, False, "Lefier")
    assert (str(first.day), first.subject, first.status, first.gone) == (
        "2019-08-02",
        "Ons advies",
        "Verstuurd",
        "",
    )
    assert (second.registered, second.incoming, second.who) == ("2019-002", True, "J. Smit")
    assert (str(second.day), second.status) == ("2019-08-09", "Binnengekomen")
    assert brievenregister.years(office) == [2019, 2018]
    assert brievenregister.register(office, 2017) == []


def test_a_letter_thrown_away_leaves_a_gap_that_is_told(office: Context, made: Made) -> None:
    for text in ("Een", "Twee", "Drie"):
        made("brief", onderwerp=text, verstuurd_op="2019-08-01")
    told = records.discard(office, office.spec("brief"), 2)
    assert told == ["Nummer 2019-002 blijft leeg in het brievenregister."]
    assert numbers_of(office) == ["2019-001", "2019-002", "2019-003"]
    gap = brievenregister.register(office, 2019)[1]
    assert (gap.letter, gap.gone) == (None, "Brief 2 ligt in de prullenbak.")
    records.discard(office, office.spec("brief"), 3)
    assert shown(office, "brief", made("brief", onderwerp="Vier", verstuurd_op="2019-08-01"))[
        "registernummer"
    ] == ("2019-004")


def test_a_letter_without_a_number_goes_without_a_word_about_it(office: Context, made: Made) -> None:
    made("brief", onderwerp="Concept")
    assert records.discard(office, office.spec("brief"), 1) == []


def test_a_number_whose_step_was_undone_is_not_given_to_another(office: Context, made: Made) -> None:
    letter = made("brief", onderwerp="Een")
    changed(office, "brief", letter, verstuurd_op="2019-08-01")
    undo.undo(office.store)
    assert shown(office, "brief", letter)["registernummer"] is None
    made("brief", onderwerp="Twee", verstuurd_op="2019-08-01")
    undo.undo(office.store)
    third = made("brief", onderwerp="Drie", verstuurd_op="2019-08-01")
    assert shown(office, "brief", third)["registernummer"] == "2019-003"
    register = brievenregister.register(office, 2019)
    assert [one.letter for one in register] == [None, None, third]
    assert all("ongedaan gemaakt" in one.gone for one in register[:2])


def test_a_letter_that_came_in_has_its_files_and_answers_ours(
    office: Context, made: Made, tmp_path: Path
) -> None:
    ours = made("brief", onderwerp="Ons verzoek", verstuurd_op="2019-08-01", antwoord_voor="2019-08-15")
    scan = tmp_path / "Réactie.pdf"
    scan.write_bytes(b"%PDF-1.7 scan")
    begun = steps(office)
    values = {
        "onderwerp": "Uw verzoek",
        "aan": "Lefier",
        "hun_kenmerk": "LEF/2019/31",
        "datum": "2019-08-12",
        "ontvangen_op": "2019-08-13",
        "antwoord_op": ours,
        "antwoord_voor": "2019-09-01",
    }
    (row,) = brievenregister.came_in(office, values, [scan]).records
    assert steps(office) == begun + 1
    assert (row["registernummer"], row["richting"], row["status"]) == ("2019-002", "binnen", "binnengekomen")
    (line,) = row["bijlagen"]
    assert line["naam"] == "Réactie.pdf"
    assert bijlagen.content(office, line["inhoud"]) == b"%PDF-1.7 scan"
    assert shown(office, "brief", ours)["beantwoord_op"] == "2019-08-13"
    assert shown(office, "brief", ours)["status"] == "beantwoord"
    undo.undo(office.store)
    assert shown(office, "brief", ours)["beantwoord_op"] is None


def test_a_second_answer_leaves_the_day_of_the_first(office: Context, made: Made) -> None:
    ours = made("brief", onderwerp="x", verstuurd_op="2019-08-01", beantwoord_op="2019-08-05")
    brievenregister.came_in(office, {"onderwerp": "y", "ontvangen_op": "2019-08-13", "antwoord_op": ours})
    assert shown(office, "brief", ours)["beantwoord_op"] == "2019-08-05"


@pytest.mark.parametrize(
    "values",
    [
        {"onderwerp": "y"},
        {"onderwerp": "y", "ontvangen_op": "2019-07-01"},
        {"onderwerp": "y", "ontvangen_op": "2019-08-13", "datum": "2019-08-20"},
        {"ontvangen_op": "2019-08-13"},
    ],
)
def test_what_cannot_be_leaves_nothing_behind(office: Context, made: Made, values: dict[str, str]) -> None:
    theirs = made("brief", richting="binnen", onderwerp="x", ontvangen_op="2019-08-01")
    ours = made("brief", onderwerp="x", verstuurd_op="2019-08-01")
    begun = steps(office)
    answers = theirs if values == {"onderwerp": "y"} else ours
    with pytest.raises(UserError):
        brievenregister.came_in(office, {**values, "antwoord_op": answers})
    assert steps(office) == begun
    assert shown(office, "brief", ours)["beantwoord_op"] is None


def test_an_answer_that_is_put_down_in_a_form_answers_the_letter(office: Context, made: Made) -> None:
    ours = made("brief", onderwerp="Vraag", verstuurd_op="2019-08-01", datum="2019-08-01")
    made("brief", richting="binnen", onderwerp="Reactie", antwoord_op=ours, ontvangen_op="2019-08-09")
    told = shown(office, "brief", ours)
    assert (told["beantwoord_op"], told["status"]) == ("2019-08-09", "beantwoord")
    undo.undo(office.store)
    told = shown(office, "brief", ours)
    assert (told["beantwoord_op"], told["status"]) == (None, "verstuurd")


def test_a_letter_that_came_in_is_answered_when_ours_is_sent(office: Context, made: Made) -> None:
    theirs = made("brief", richting="binnen", onderwerp="Vraag", ontvangen_op="2019-08-01")
    ours = made("brief", onderwerp="Antwoord", antwoord_op=theirs)
    assert shown(office, "brief", theirs)["status"] == "binnengekomen"
    changed(office, "brief", ours, verstuurd_op="2019-08-05")
    told = shown(office, "brief", theirs)
    assert (told["beantwoord_op"], told["status"]) == ("2019-08-05", "beantwoord")


def test_what_somebody_took_away_of_an_answer_stays_away(office: Context, made: Made) -> None:
    ours = made("brief", onderwerp="Vraag", verstuurd_op="2019-08-01")
    answer = made(
        "brief", richting="binnen", onderwerp="Bericht", antwoord_op=ours, ontvangen_op="2019-08-09"
    )
    changed(office, "brief", ours, beantwoord_op=None)
    changed(office, "brief", answer, onderwerp="Alleen een bericht van ontvangst")
    assert shown(office, "brief", ours)["beantwoord_op"] is None


def test_nothing_answers_a_letter_before_it_was_sent(office: Context, made: Made) -> None:
    ours = made("brief", onderwerp="Vraag", verstuurd_op="2019-08-10")
    made("brief", richting="binnen", onderwerp="Ouder", antwoord_op=ours, ontvangen_op="2019-08-09")
    assert shown(office, "brief", ours)["beantwoord_op"] is None
