"""What tenants answered, for one door or for many: one step, all or nothing, and sentences that name the home."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from sqlalchemy import event

from huurdersapp.actions import history, records
from huurdersapp.actions.context import Context
from huurdersapp.actions.renovatie_antwoord import answer, contact, notice, sound, worry
from huurdersapp.base.errors import UserError
from huurdersapp.store.search import DOC
from tests.actions.conftest import TODAY, changed, shown, steps
from tests.actions.renovatie import homes, project, stand, unit

MAY, JUNE = date(2019, 5, 1), date(2019, 6, 1)
HOME = "renovatiewoning"


@pytest.fixture
def of(office: Context) -> int:
    """A project with a peiling."""
    return project(office, peiling_aan=True)


@pytest.fixture
def flat(office: Context, of: int) -> int:
    return unit(office, of)


@pytest.fixture
def doors(office: Context, flat: int) -> list[int]:
    """Six homes without an answer."""
    return homes(office, flat, 6)


def of_home(ctx: Context, number: int, *keys: str) -> list[Any]:
    found = shown(ctx, HOME, number)
    return [found[key] for key in keys]


def refusal(ctx: Context, *args: Any, **values: Any) -> str:
    """Why an answer is refused; nothing of it is written then."""
    before = steps(ctx)
    with pytest.raises(UserError) as caught:
        answer(ctx, *args, **values)
    assert steps(ctx) == before
    return str(caught.value).removeprefix("Er is niets opgeslagen. ")


def test_many_doors_are_one_step_with_one_undo(office: Context, flat: int, doors: list[int]) -> None:
    before = steps(office)
    done = answer(office, doors, "ja", op=MAY, vorm="telling", door="Fatima")
    assert (done.numbers, done.sentence()) == (tuple(doors), "6 woningen gewijzigd.")
    assert steps(office) == before + 1
    kept = of_home(office, doors[3], "instemming", "instemming_op", "vorm", "opgehaald_door", "versie")
    assert kept == ["ja", "2019-05-01", "telling", "Fatima", 1]
    history.undo(office)
    assert stand(office, flat).telling.niet_benaderd == 6
    assert of_home(office, doors[3], "instemming_op", "vorm") == [None, None]


def test_an_answer_without_a_day_is_of_today(office: Context, doors: list[int]) -> None:
    answer(office, doors[:1], "nee")
    assert of_home(office, doors[0], "instemming_op") == [TODAY.isoformat()]


def test_who_already_said_so_keeps_day_and_form(office: Context, doors: list[int]) -> None:
    answer(office, doors[:1], "ja", op=MAY, formulier="KL-1", vorm="akkoordverklaring")
    done = answer(office, doors[:3], "ja", op=JUNE, vorm="email")
    assert done.numbers == tuple(doors[1:3])
    kept = of_home(office, doors[0], "instemming_op", "formulier", "vorm", "eerder")
    assert kept == ["2019-05-01", "KL-1", "akkoordverklaring", []]
    before = steps(office)
    again = answer(office, doors[:3], "ja")
    assert (again.changed, again.sentence()) == (0, "Er is niets veranderd: zo stond het al.")
    assert answer(office, doors[:1], "ja", op=MAY, formulier="KL-1").changed == 0
    assert steps(office) == before


def test_of_one_home_what_is_new_is_taken_over(office: Context, doors: list[int]) -> None:
    answer(office, doors[:1], "ja", op=MAY)
    assert answer(office, doors[:1], "ja", op=JUNE, formulier="KL-1").changed == 1
    assert of_home(office, doors[0], "instemming_op", "formulier") == ["2019-06-01", "KL-1"]


def test_who_thinks_again_keeps_the_answer_of_before(office: Context, doors: list[int]) -> None:
    answer(office, doors[:1], "ja", op=MAY, formulier="KL-1", vorm="akkoordverklaring", door="Fatima")
    answer(office, doors[:1], "nee", op=JUNE)
    (line,) = of_home(office, doors[0], "eerder")[0]
    del line["id"]
    assert line == {
        "versie": 1,
        "instemming": "ja",
        "datum": "2019-05-01",
        "vervallen_op": "2019-06-01",
        "vorm": "akkoordverklaring",
        "formulier": "KL-1",
        "opgehaald_door": "Fatima",
    }
    assert of_home(office, doors[0], "formulier", "vorm") == [None, None]


def test_a_slip_that_is_mended_keeps_the_real_answer_once(office: Context, doors: list[int]) -> None:
    answer(office, doors[:1], "ja", op=MAY, formulier="KL-1")
    answer(office, doors[:1], "leeg")
    answer(office, doors[:1], "ja", op=MAY, formulier="KL-1")
    assert of_home(office, doors[0], "instemming", "eerder", "formulier") == ["ja", [], "KL-1"]
    answer(office, doors[:1], "nee", op=MAY)
    assert of_home(office, doors[0], "instemming", "eerder") == ["nee", []]


def test_a_tenant_who_left_is_not_known_any_more(office: Context, doors: list[int]) -> None:
    changed(office, HOME, doors[0], huurder="A. Voorbeeld", telefoon="0591-1", peiling="voor")
    done = answer(office, doors[:2], "leeg")
    assert done.warnings == ("Dreef 1: Wat u van de huurder wist, is weggehaald.",)
    assert of_home(office, doors[0], "huurder", "telefoon", "peiling", "peiling_op") == [None] * 4
    history.undo(office)
    assert of_home(office, doors[0], "huurder") == ["A. Voorbeeld"]


def test_what_cannot_be_names_the_home(office: Context, flat: int, doors: list[int]) -> None:
    early = "Dit antwoord is van vóór versie 1 van het voorstel (01-03-2019). Kijk de datum na."
    assert refusal(office, doors[:1], "ja", op=date(2019, 2, 28)) == f"Dreef 1: {early}"
    some = refusal(office, doors, "ja", op=date(2019, 2, 28))
    assert some == f"Dreef 1, Dreef 2, Dreef 3 en nog 3: {early}"
    assert (
        refusal(office, doors[:1], "ja", op=date(2019, 9, 3))
        == "Dreef 1: Deze dag moet nog komen. Kijk de datum na."
    )
    answer(office, doors[:1], "ja", formulier="KL-1")
    assert refusal(office, doors[1:2], "ja", formulier="kl-1") == (
        "Dreef 2: Formulier kl-1 is al geteld bij Dreef 1. Elk formulier telt één keer."
    )
    assert refusal(office, doors[1:3], "ja", formulier="KL-2") == (
        "Een formulier hoort bij één woning. Kies één woning, of laat het nummer weg."
    )
    assert refusal(office, [doors[1], 999], "ja") == "Woning in een project 999 is er niet."
    assert refusal(office, doors[1:2], "misschien") == "‘misschien’ kan hier niet."
    assert refusal(office, doors[1:2], "leeg", vorm="email") == (
        "Dreef 2: Dit hoort bij een ja of een nee. Kies eerst het antwoord."
    )


def test_there_are_not_more_answers_than_homes(office: Context, of: int) -> None:
    small = unit(office, of, naam="Blok", woningen_totaal=3)
    made = homes(office, small, 4, first=50)
    told = refusal(office, made, "ja")
    assert "Meer antwoorden dan woningen: Blok heeft er 3. Kijk het aantal bij de eenheid na." in told
    assert answer(office, made[:3], "ja").changed == 3
    assert "Meer antwoorden" in refusal(office, made[3:], "nee")
    room = homes(office, small, 1, first=50, huurovereenkomst="kamer 2")
    assert answer(office, room, "ja").changed == 1


def test_there_is_no_answer_without_a_proposal_or_in_a_closed_project(office: Context) -> None:
    bare = project(office, titel="Dak", voorstellen=[])
    made = homes(office, unit(office, bare), 1, first=70)
    assert "Er is nog geen voorstel" in refusal(office, made, "ja")
    assert answer(office, made, "geen_reactie").changed == 1
    changed(office, "renovatieproject", bare, afgesloten_op=TODAY.isoformat())
    assert refusal(office, made, "leeg") == "Dreef 70: Dit project is afgesloten. Open het eerst weer."
    with pytest.raises(UserError, match="Dreef 70: Dit project is afgesloten"):
        contact(office, made)


def test_one_wrong_home_keeps_all_from_being_written(office: Context, flat: int, doors: list[int]) -> None:
    changed(office, HOME, doors[4], vraagt_versie=1)
    records.change(
        office,
        office.spec("renovatieproject"),
        1,
        {"voorstellen": [*shown(office, "renovatieproject", 1)["voorstellen"], {"datum": "2019-06-01"}]},
    )
    changed(office, HOME, doors[5], vraagt_versie=2)
    assert "Dreef 6: Dit antwoord is van vóór versie 2" in refusal(office, doors, "ja", op=MAY)
    assert stand(office, flat).telling.ja == 0


def test_a_peiling_never_counts_and_can_be_taken_away(office: Context, flat: int, doors: list[int]) -> None:
    before = stand(office, flat).telling
    assert sound(office, doors[:4], "voor", JUNE).changed == 4
    assert sound(office, doors[:5], "voor").numbers == (doors[4],)
    assert stand(office, flat).telling == before
    assert of_home(office, doors[0], "peiling", "peiling_op") == ["voor", "2019-06-01"]
    assert sound(office, doors, None).changed == 5
    assert of_home(office, doors[0], "peiling", "peiling_op") == [None, None]
    answer(office, doors[:1], "leeg")
    with pytest.raises(UserError, match="Dreef 1: Een lege woning heeft geen huurder"):
        sound(office, doors[:2], "voor")
    changed(office, "renovatieproject", 1, peiling_aan=False)
    with pytest.raises(UserError, match="Dreef 2: Bij dit project houdt u geen eigen peiling bij"):
        sound(office, doors[1:2], "tegen")
    with pytest.raises(UserError, match="kan hier niet"):
        sound(office, doors[1:2], "misschien")


def test_contacts_are_kept_in_their_order_for_many_doors(office: Context, doors: list[int]) -> None:
    contact(office, doors[:2], datum=JUNE, uitkomst="niet_thuis", terug_op=date(2019, 9, 9), door="Fatima")
    before = steps(office)
    assert contact(office, doors, wijze="brief").changed == 6
    assert steps(office) == before + 1
    assert [line["datum"] for line in of_home(office, doors[0], "contacten")[0]] == [
        "2019-06-01",
        "2019-09-02",
    ]
    history.undo(office)
    (line,) = of_home(office, doors[1], "contacten")[0]
    assert (line["uitkomst"], line["door"], line["terug_op"]) == ("niet_thuis", "Fatima", "2019-09-09")
    assert of_home(office, doors[5], "contacten") == [[]]


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"datum": date(2019, 9, 3)}, "Deze dag moet nog komen"),
        ({"datum": JUNE, "terug_op": MAY}, "Deze dag ligt vóór"),
        ({"wijze": "duif"}, "kan hier niet"),
        ({"uitkomst": "boos"}, "kan hier niet"),
    ],
)
def test_a_contact_that_cannot_be_is_refused(
    office: Context, doors: list[int], given: dict[str, Any], told: str
) -> None:
    before = steps(office)
    with pytest.raises(UserError, match=told):
        contact(office, doors, **given)
    assert steps(office) == before


def test_worries_are_counted_per_building_and_never_below_nothing(office: Context, flat: int) -> None:
    assert worry(office, flat, "overlast").sentence() == "Overlast tijdens het werk: 1 keer genoemd."
    assert worry(office, flat, "huurprijs", 4).sentence() == "Hogere huur of servicekosten: 4 keer genoemd."
    worry(office, flat, "overlast", -5)
    counts = {
        line["onderwerp"]: line["aantal"] for line in shown(office, "bouwkundige_eenheid", flat)["zorgen"]
    }
    assert counts == {"overlast": 0, "huurprijs": 4}
    before = steps(office)
    assert worry(office, flat, "overlast", -1).changed == 0
    assert worry(office, flat, "planning", -1).changed == 0
    for building, subject in ((flat, "weer"), (99, "overlast")):
        with pytest.raises(UserError):
            worry(office, building, subject)
    assert steps(office) == before


def test_a_notice_of_its_own_follows_a_proposal(office: Context, flat: int, doors: list[int]) -> None:
    assert notice(office, doors[:2], date(2019, 8, 1)).changed == 2
    assert stand(office, flat).naar_rechter == 2
    assert notice(office, doors[:2], date(2019, 8, 1)).changed == 0
    with pytest.raises(UserError, match="Dreef 3: Deze brief is van vóór het voorstel"):
        notice(office, doors[2:3], date(2019, 2, 1))
    assert notice(office, doors[:1], None).changed == 1
    assert stand(office, flat).naar_rechter == 1


def test_a_form_and_a_list_that_is_changed_at_once_keep_what_was_before_too(
    office: Context, doors: list[int]
) -> None:
    changed(office, HOME, doors[0], instemming="ja", instemming_op="2019-05-01", formulier="KL-1")
    changed(office, HOME, doors[0], instemming="nee", instemming_op="2019-06-01")
    changed(office, HOME, doors[0], verdieping=9)
    (line,) = of_home(office, doors[0], "eerder")[0]
    assert (line["instemming"], line["formulier"], line["vervallen_op"]) == ("ja", "KL-1", "2019-06-01")
    with pytest.raises(UserError, match="Formulier KL-1 is al geteld bij Dreef 1"):
        changed(office, HOME, doors[1], instemming="ja", formulier="KL-1")


def questions(ctx: Context, homes_: list[int], said: str) -> int:
    """How often the records are asked something while these homes get an answer; the index of search goes home by home."""
    asked: list[str] = []

    def heard(*args: Any) -> None:
        asked.append(args[2])

    event.listen(ctx.store.engine, "before_cursor_execute", heard)
    try:
        assert answer(ctx, homes_, said).changed == len(homes_)
    finally:
        event.remove(ctx.store.engine, "before_cursor_execute", heard)
    return sum(text.startswith("SELECT") and DOC.name not in text for text in asked)


def test_forty_doors_ask_the_store_no_more_than_two(office: Context, flat: int) -> None:
    made = homes(office, flat, 42)
    few, many = questions(office, made[:2], "ja"), questions(office, made[2:], "ja")
    assert few == many
    assert questions(office, made[:2], "nee") == questions(office, made[2:], "nee")


def test_of_many_doors_those_that_are_empty_stay_empty_and_are_named(
    office: Context, flat: int, doors: list[int]
) -> None:
    answer(office, doors[:2], "leeg")
    done = answer(office, doors, "ja")
    assert done.numbers == tuple(doors[2:])
    assert done.sentence() == "4 woningen gewijzigd. Dreef 1, Dreef 2: Deze woning is leeg en bleef leeg."
    assert (stand(office, flat).telling.leeg, stand(office, flat).telling.ja) == (2, 4)
    assert answer(office, doors[:2], "niet_benaderd").numbers == tuple(doors[:2]), "both at once are meant"
