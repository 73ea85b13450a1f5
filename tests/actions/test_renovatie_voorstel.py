"""A changed proposal: who answers again, what happens to the answers that are there, and one undo."""

from __future__ import annotations

from datetime import date

import pytest

from huurdersapp.actions import history, records
from huurdersapp.actions.context import Context
from huurdersapp.actions.renovatie_antwoord import answer
from huurdersapp.actions.renovatie_stand import project_stand, telling
from huurdersapp.actions.renovatie_voorstel import propose
from huurdersapp.base.errors import UserError
from huurdersapp.records.draagvlak import Telling
from tests.actions.conftest import TODAY, changed, shown, steps
from tests.actions.renovatie import homes, project, stand, unit

MAY, JUNE, JULY = date(2019, 5, 1), date(2019, 6, 1), date(2019, 7, 1)
CHANGED = {"datum": "2019-06-01", "wijziging": "Minder huur", "huur_per_maand": 1500}
HOME = "renovatiewoning"


@pytest.fixture
def of(office: Context) -> int:
    return project(office)


@pytest.fixture
def flat(office: Context, of: int) -> int:
    return unit(office, of)


@pytest.fixture
def doors(office: Context, flat: int) -> list[int]:
    """Six homes: two ja (one of them with a form), nee, geen reactie, not approached, empty."""
    made = homes(office, flat, 6)
    answer(office, made[:1], "ja", op=MAY, formulier="KL-1", vorm="akkoordverklaring")
    answer(office, made[1:2], "ja", op=MAY)
    answer(office, made[2:3], "nee", op=MAY)
    answer(office, made[3:4], "geen_reactie", op=MAY)
    answer(office, made[5:6], "leeg", op=MAY)
    return made


def test_all_answer_again_and_the_answers_of_before_are_kept(
    office: Context, of: int, flat: int, doors: list[int]
) -> None:
    before = steps(office)
    done = propose(office, of, CHANGED, "alle")
    assert (done.changed, steps(office)) == (6, before + 1)
    assert stand(office, flat).telling == Telling(niet_benaderd=5, leeg=1, woningen=6)
    assert stand(office, flat, date(2019, 5, 31)).telling == Telling(
        ja=2, nee=1, geen_reactie=1, niet_benaderd=1, leeg=1, woningen=6
    )
    home = shown(office, HOME, doors[0])
    assert [home[key] for key in ("instemming", "instemming_op", "formulier", "versie")] == [
        "niet_benaderd",
        None,
        None,
        None,
    ]
    (line,) = home["eerder"]
    assert [line[key] for key in ("versie", "instemming", "datum", "vervallen_op", "formulier")] == [
        1,
        "ja",
        "2019-05-01",
        "2019-06-01",
        "KL-1",
    ]
    assert [shown(office, HOME, number)["vraagt_versie"] for number in doors] == [2] * 6
    assert [len(shown(office, HOME, number)["eerder"]) for number in doors] == [1, 1, 1, 1, 0, 0]
    newest = shown(office, "renovatieproject", of)["voorstellen"][-1]
    assert [newest[key] for key in ("versie", "datum", "opnieuw", "huur_per_maand")] == [
        2,
        "2019-06-01",
        "alle",
        1500,
    ]


def test_undo_brings_the_answers_back_and_redo_takes_them_away(
    office: Context, of: int, flat: int, doors: list[int]
) -> None:
    before = [shown(office, HOME, number) for number in doors], shown(office, "renovatieproject", of)
    propose(office, of, CHANGED, "alle")
    after = [shown(office, HOME, number) for number in doors], shown(office, "renovatieproject", of)
    history.undo(office)
    assert (
        [shown(office, HOME, number) for number in doors],
        shown(office, "renovatieproject", of),
    ) == before
    history.redo(office)
    assert ([shown(office, HOME, number) for number in doors], shown(office, "renovatieproject", of)) == after


def test_some_answer_again_and_the_others_keep_their_answer(
    office: Context, of: int, flat: int, doors: list[int]
) -> None:
    done = propose(office, of, CHANGED, "sommige", [doors[0], doors[2], doors[2]])
    assert done.numbers == (doors[0], doors[2])
    assert stand(office, flat).telling == Telling(ja=1, geen_reactie=1, niet_benaderd=3, leeg=1, woningen=6)
    assert shown(office, HOME, doors[1])["vraagt_versie"] == 1
    with pytest.raises(UserError, match="Dreef 1: Dit antwoord is van vóór versie 2"):
        answer(office, doors[:1], "ja", op=MAY)
    answer(office, doors[:1], "nee", op=JULY)
    home = shown(office, HOME, doors[0])
    assert (home["versie"], len(home["eerder"])) == (2, 1)
    changed(office, HOME, doors[1], verdieping=3)


def test_nobody_answers_again_and_every_answer_stays(
    office: Context, of: int, flat: int, doors: list[int]
) -> None:
    before = stand(office, flat).telling
    assert propose(office, of, CHANGED, "geen").changed == 0
    assert stand(office, flat).telling == before
    with office.store.reading() as db:
        assert project_stand(db, of).versie == 2


def test_a_form_of_the_version_before_does_not_count_again(
    office: Context, of: int, doors: list[int]
) -> None:
    propose(office, of, CHANGED, "alle")
    for door in doors[:2]:
        with pytest.raises(UserError, match="Formulier KL-1 is al geteld bij Dreef 1"):
            answer(office, [door], "ja", op=JULY, formulier="KL-1")


def test_a_version_from_before_an_answer_leaves_the_answers_that_stay_right(
    office: Context, of: int, flat: int, doors: list[int]
) -> None:
    answer(office, doors[4:5], "nee", op=JULY)
    propose(office, of, CHANGED, "sommige", doors[:1])
    home = shown(office, HOME, doors[4])
    assert (home["instemming"], home["versie"], home["vraagt_versie"]) == ("nee", 1, 1)
    changed(office, HOME, doors[4], opgehaald_door="Fatima")
    assert stand(office, flat).telling.nee == 2


def test_an_answer_that_came_when_the_new_version_was_out_held_on_no_day(
    office: Context, of: int, flat: int, doors: list[int]
) -> None:
    answer(office, doors[4:5], "nee", op=JULY)
    propose(office, of, CHANGED, "alle")
    with office.store.reading() as db:
        for day in (JUNE, JULY, TODAY):
            assert telling(db, flat, day).nee == 0
    assert len(shown(office, HOME, doors[4])["eerder"]) == 1


def test_who_says_the_same_of_a_newer_version_keeps_both(
    office: Context, of: int, flat: int, doors: list[int]
) -> None:
    propose(office, of, CHANGED, "geen")
    answer(office, doors[:1], "ja", op=JULY, formulier="KL-9")
    home = shown(office, HOME, doors[0])
    assert (home["versie"], home["formulier"], home["eerder"][0]["formulier"]) == (2, "KL-9", "KL-1")
    assert stand(office, flat, MAY).telling.ja == stand(office, flat).telling.ja == 2
    # The day was wrong: with the form of the day before it is one answer.
    answer(office, doors[:1], "ja", op=date(2019, 7, 2), formulier="KL-9")
    assert len(shown(office, HOME, doors[0])["eerder"]) == 1
    changed(office, HOME, doors[0], formulier="KL-9", verdieping=4)


def test_a_new_tenant_of_an_empty_home_answers_on_the_new_version(
    office: Context, of: int, flat: int, doors: list[int]
) -> None:
    propose(office, of, CHANGED, "alle")
    answer(office, doors[5:], "ja", op=JULY)
    assert shown(office, HOME, doors[5])["versie"] == 2
    assert stand(office, flat, date(2019, 6, 15)).telling.leeg == 1


def test_that_a_home_was_empty_is_no_answer_that_lapses(
    office: Context, of: int, flat: int, doors: list[int]
) -> None:
    answer(office, doors[5:], "ja", op=JULY)
    propose(office, of, CHANGED, "alle")
    with office.store.reading() as db:
        assert [telling(db, flat, day).leeg for day in (JUNE, date(2019, 6, 30), JULY)] == [1, 1, 0]


def test_a_version_of_which_the_day_was_wrong_takes_the_lapsed_answers_along(
    office: Context, of: int, flat: int, doors: list[int]
) -> None:
    propose(office, of, CHANGED, "alle")
    first, second = shown(office, "renovatieproject", of)["voorstellen"]
    changed(office, "renovatieproject", of, voorstellen=[first, {**second, "datum": "2019-06-20"}])
    with office.store.reading() as db:
        assert [telling(db, flat, day).ja for day in (date(2019, 6, 19), date(2019, 6, 20))] == [2, 0]
    history.undo(office)
    with office.store.reading() as db:
        assert telling(db, flat, JUNE).ja == 0


def test_a_version_on_which_tenants_must_answer_stays(office: Context, of: int, doors: list[int]) -> None:
    propose(office, of, CHANGED, "sommige", doors[:1])
    first = shown(office, "renovatieproject", of)["voorstellen"][:1]
    with pytest.raises(UserError, match="Huurders moeten antwoorden op versie 2"):
        changed(office, "renovatieproject", of, voorstellen=first)
    history.undo(office)
    changed(office, "renovatieproject", of, voorstellen=first)


def test_only_homes_of_the_project_answer_again(office: Context, of: int, doors: list[int]) -> None:
    other = homes(office, unit(office, project(office, titel="Dak"), naam="Toren"), 1, first=90)
    before = steps(office)
    for who, chosen, told in (
        ("sommige", other, "Dreef 90 hoort niet bij dit project"),
        ("sommige", [], "Kies welke woningen opnieuw antwoorden"),
        ("alle", doors, "Woningen kiezen kan alleen als een deel opnieuw antwoordt"),
        ("iedereen", [], "Kies wie opnieuw antwoordt"),
        ("sommige", [999], "999 is er niet"),
    ):
        with pytest.raises(UserError, match=told):
            propose(office, of, CHANGED, who, chosen)
    assert steps(office) == before
    assert propose(office, of, CHANGED, "alle").changed == 6
    assert shown(office, HOME, other[0])["vraagt_versie"] == 1


def test_a_version_that_cannot_be_changes_nothing(office: Context, of: int, doors: list[int]) -> None:
    before = steps(office)
    for values, told in (
        ({"datum": "2019-03-01"}, "Versie 2 moet van een latere dag zijn dan versie 1"),
        ({"wijziging": "Minder huur"}, "Datum van het voorstel"),
        ({"datum": "2019-06-01", "kleur": "rood"}, "kleur"),
    ):
        with pytest.raises(UserError, match=told):
            propose(office, of, values, "alle")
    records.change(office, office.spec("renovatieproject"), of, {"afgesloten_op": TODAY.isoformat()})
    with pytest.raises(UserError, match="Dit project is afgesloten"):
        propose(office, of, CHANGED, "alle")
    assert steps(office) == before + 1


def test_the_first_proposal_of_a_project_asks_everybody(office: Context) -> None:
    bare = project(office, titel="Dak", voorstellen=[])
    made = homes(office, unit(office, bare), 2, first=90)
    propose(office, bare, {"datum": "2019-06-01", "versie": 7}, "alle")
    assert shown(office, "renovatieproject", bare)["voorstellen"][0]["versie"] == 1
    assert answer(office, made, "ja", op=JULY).changed == 2
