"""What the window asks of records besides the command line: all faults with their places, and its own echo."""

from __future__ import annotations

from typing import Any

import pytest

from huurdersapp.actions import history, records
from huurdersapp.actions.context import Context
from huurdersapp.base.errors import UserError
from huurdersapp.base.events import Changes
from tests.actions.conftest import Made, shown, steps

WRONG: dict[str, Any] = {"titel": "Lekkage", "categorie": "onderhoud", "gemeld_op": "2019-02-30", "kern": 7}


def heard(ctx: Context) -> list[Changes]:
    found: list[Changes] = []
    ctx.bus.listen(found.append)
    return found


def test_a_refusal_has_all_faults_with_their_places_and_writes_nothing(office: Context) -> None:
    spec, before = office.spec("knelpunt"), steps(office)
    with pytest.raises(records.Refused) as told:
        records.save(office, spec, WRONG)
    assert told.value.spec is spec
    assert [(fault.place, fault.warning) for fault in told.value.faults] == [
        (("gemeld_op",), False),
        (("kern",), False),
    ]
    assert steps(office) == before


def test_a_refusal_is_told_by_labels_in_the_window_and_by_names_on_the_command_line(office: Context) -> None:
    with pytest.raises(records.Refused) as told:
        records.save(office, office.spec("knelpunt"), WRONG)
    assert "- kern: Kern ‘7’ is niet bekend. Voer die eerst in, of kijk" in told.value.sentence()
    assert "- Kern of wijk: Kern ‘7’ is niet bekend." in told.value.told()
    assert "huurdersapp" not in told.value.told()


def test_a_refusal_keeps_the_warnings_too(office: Context) -> None:
    raw = {
        "titel": "Lekkage",
        "categorie": "onderhoud",
        "melder_naam": "A. de Boer",
        "reactie_ontvangen_op": "2031-01-01",
    }
    with pytest.raises(records.Refused) as told:
        records.save(office, office.spec("knelpunt"), raw)
    assert {fault.warning for fault in told.value.faults} == {True, False}
    assert "Melder" not in told.value.told()


def test_saving_makes_a_new_record_or_changes_the_one_that_is_named(office: Context, made: Made) -> None:
    spec = office.spec("kern")
    saved = records.save(office, spec, {"naam": "Emmen"})
    number = saved.records[0]["nummer"]
    records.save(office, spec, {"toelichting": "Groot"}, number)
    assert shown(office, "kern", number)["naam"] == "Emmen"
    assert shown(office, "kern", number)["toelichting"] == "Groot"


@pytest.mark.parametrize(
    "raw",
    [
        {"naam": "Zwartemeer", "soort": "kern", "ligt_in": "Emmen"},
        {"naam": ""},
        {"naam": "Emmen", "ligt_in": "Nergens"},
        {"naam": "Klazienaveen", "zzz": 1},
    ],
)
def test_checking_tells_what_saving_would_and_writes_nothing(
    office: Context, made: Made, raw: dict[str, Any]
) -> None:
    made("kern", naam="Emmen")  # in a village lies no other: a rule that needs other records
    spec, before = office.spec("kern"), steps(office)
    faults = records.check(office, spec, raw)
    with pytest.raises(records.Refused) as told:
        records.save(office, spec, raw)
    assert tuple(faults) == told.value.faults
    assert steps(office) == before


def test_checking_a_change_sees_what_the_record_already_has(office: Context, made: Made) -> None:
    number, spec = made("kern", naam="Emmen"), office.spec("kern")
    assert records.check(office, spec, {"toelichting": "Groot"}, number) == []
    assert [fault.place for fault in records.check(office, spec, {"naam": None}, number)] == [("naam",)]
    with pytest.raises(UserError, match="Kern 99 is er niet"):
        records.check(office, spec, {}, 99)


def test_the_window_knows_its_own_echo(office: Context) -> None:
    screen, news = object(), heard(office)
    spec = office.spec("kern")
    records.save(office, spec, {"naam": "Emmen"}, origin=screen)
    records.save(office, spec, {"naam": "Emmer-Compascuum"}, 1, origin=screen)
    records.discard(office, spec, 1, origin=screen)
    records.save(office, spec, {"naam": "Zwartemeer"})
    assert [change.origin for change in news] == [screen, screen, screen, None]


def test_several_records_go_into_the_bin_in_one_step_that_says_how_many(office: Context, made: Made) -> None:
    numbers = [made("knelpunt", titel=f"Lek {at}", categorie="onderhoud") for at in range(3)]
    made("actiepunt", wat="Bellen", persoon="Jo", knelpunt=numbers[0])
    before = steps(office)
    told = records.discard_many(office, office.spec("knelpunt"), [*numbers, numbers[0]])
    assert told == ["1 actiepunt noemt een van deze 3 knelpunten."]
    assert steps(office) == before + 1
    assert history.history(office, office.spec("knelpunt"), 2)[0].label == "3 × Knelpunt verwijderen"
    records.discard_many(office, office.spec("actiepunt"), [1])
    assert history.history(office, office.spec("actiepunt"), 1)[0].label == "Actiepunt 1 verwijderen"


def test_when_one_of_several_cannot_go_all_stay(office: Context, made: Made) -> None:
    made("knelpunt", titel="Lek", categorie="onderhoud")
    before = steps(office)
    with pytest.raises(UserError, match="Knelpunt 9 is er niet"):
        records.discard_many(office, office.spec("knelpunt"), [1, 9])
    assert steps(office) == before
    assert records.discard_many(office, office.spec("knelpunt"), []) == []


def test_what_the_window_tells_has_no_command_to_type(office: Context) -> None:
    with pytest.raises(UserError) as told:
        records.show(office, office.spec("kern"), 5)
    assert told.value.told() == "Kern 5 is er niet."
    assert told.value.sentence() == "Kern 5 is er niet. Kijk welke er zijn met: huurdersapp lijst kern"
