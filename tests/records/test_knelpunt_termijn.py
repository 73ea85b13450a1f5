"""When a reaction should come follows from what was agreed, and what somebody typed stays."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.records.world import World


@pytest.fixture
def agreed(world: World) -> World:
    """Lefier answers about damp in 10 working days, others in 28 days; Lefier has a complex."""
    world.make("verhuurder", naam="Lefier")
    world.make("verhuurder", naam="Domesta")
    world.make("kern", naam="Emmermeer", soort="wijk")
    world.make("complex", naam="Kerkhoflaan", verhuurder="Lefier", kern="Emmermeer")
    world.make("overleg", soort="bo", datum="2019-04-15")
    world.make("behandeltermijn", categorie="vocht_schimmel", dagen=28)
    world.make(
        "behandeltermijn", categorie="vocht_schimmel", verhuurder="Lefier", dagen=10, soort="werkdagen"
    )
    return world


def damp(**values: Any) -> dict[str, Any]:
    return {"titel": "Schimmel", "categorie": "vocht_schimmel", "gemeld_op": "2019-03-01"} | values


def test_asking_a_reaction_fills_the_day_that_was_agreed_with_this_landlord(agreed: World) -> None:
    asked = {"reactie_gevraagd_op": "2019-04-15"}
    ours = agreed.make("knelpunt", **damp(verhuurder="Lefier", **asked))
    other = agreed.make("knelpunt", **damp(verhuurder="Domesta", **asked))
    nobody = agreed.make("knelpunt", **damp(**asked))
    # 16, 17, 18, 23, 24, 25, 26, 29, 30 April, 1 May: Good Friday, Easter Monday between; King's Day is a Saturday.
    assert ours.reactie_verwacht_op == date(2019, 5, 1)
    assert other.reactie_verwacht_op == nobody.reactie_verwacht_op == date(2019, 5, 13)


def test_a_complex_brings_its_landlord_and_place_and_so_the_term(agreed: World) -> None:
    made = agreed.make("knelpunt", **damp(complex="Kerkhoflaan", reactie_gevraagd_op="2019-04-15"))
    shown = agreed.shown(made)
    assert (shown["verhuurder"], shown["kern"]) == (1, 1)
    assert made.reactie_verwacht_op == date(2019, 5, 1)


def test_a_place_that_was_typed_stays(agreed: World) -> None:
    made = agreed.make("knelpunt", **damp(complex="Kerkhoflaan", verhuurder="Domesta"))
    assert agreed.shown(made)["verhuurder"] == 2


def test_bringing_it_in_asks_a_reaction_too(agreed: World) -> None:
    row = agreed.make("knelpunt", **damp())
    assert row.reactie_verwacht_op is None
    steps = agreed.shown(row)["stappen"]
    brought = {"status": "ingebracht", "datum": "2019-04-15", "overleg": 1}
    row = agreed.change(row, stappen=[*steps, brought])
    assert row.reactie_verwacht_op == date(2019, 5, 13)


def test_what_was_typed_is_never_overwritten(agreed: World) -> None:
    typed = agreed.make(
        "knelpunt", **damp(reactie_gevraagd_op="2019-04-15", reactie_verwacht_op="2019-04-30")
    )
    assert typed.reactie_verwacht_op == date(2019, 4, 30)
    later = agreed.change(typed, reactie_gevraagd_op="2019-04-16")
    assert later.reactie_verwacht_op == date(2019, 4, 30)


def test_what_was_filled_moves_along_with_the_day_of_asking_until_somebody_takes_it_away(
    agreed: World,
) -> None:
    row = agreed.make("knelpunt", **damp(reactie_gevraagd_op="2019-04-15"))
    row = agreed.change(row, reactie_gevraagd_op="2019-04-16")
    assert row.reactie_verwacht_op == date(2019, 5, 14)
    row = agreed.change(row, reactie_verwacht_op=None)
    row = agreed.change(row, titel="Anders")
    assert row.reactie_verwacht_op is None


def test_nothing_is_expected_when_the_reaction_came_or_nothing_was_agreed(agreed: World) -> None:
    came = damp(reactie_gevraagd_op="2019-04-15", reactie_ontvangen_op="2019-04-20")
    assert agreed.make("knelpunt", **came).reactie_verwacht_op is None
    other = damp(categorie="overlast", reactie_gevraagd_op="2019-04-15")
    assert agreed.make("knelpunt", **other).reactie_verwacht_op is None


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (
            "2019-04-20",
            "De laatste dag is zaterdag 20 april 2019. De eerste werkdag daarna is dinsdag 23 april 2019.",
        ),
        (
            "2019-04-19",
            "De laatste dag is vrijdag 19 april 2019 (Goede vrijdag). De eerste werkdag daarna is dinsdag 23 april 2019.",
        ),
        ("2019-04-18", None),
    ],
)
def test_a_last_day_on_which_nobody_works_is_told_and_not_moved(
    world: World, day: str, said: str | None
) -> None:
    given = damp(reactie_gevraagd_op="2019-04-01", reactie_verwacht_op=day)
    told = [fault.text for fault in world.read("knelpunt", given)[1]]
    assert told == ([said] if said else [])
    assert world.make("knelpunt", **given).reactie_verwacht_op == date.fromisoformat(day)


def test_three_times_the_term_is_told_apart(world: World) -> None:
    world.make("knelpunt", **damp(reactie_gevraagd_op="2019-04-01", reactie_verwacht_op="2019-04-11"))
    world.make("overleg", soort="bo", datum="2019-04-01")
    steps = [{"status": "ingebracht", "datum": "2019-04-01", "overleg": 1}]
    world.make("knelpunt", **damp(stappen=steps, reactie_verwacht_op="2019-04-11"))
    for key, first in (("reactie_te_laat_op", date(2019, 4, 12)), ("vaker_te_laat", date(2019, 5, 1))):
        assert world.found("knelpunt", key, first) == [1, 2]
        assert world.found("knelpunt", key, date.fromordinal(first.toordinal() - 1)) == []


def test_waiting_begins_when_a_reaction_was_asked_and_ends_when_it_came(world: World) -> None:
    world.make("knelpunt", **damp())
    world.make("knelpunt", **damp(reactie_gevraagd_op="2019-04-01", reactie_ontvangen_op="2019-04-20"))
    waiting = [
        world.found("knelpunt", "wacht_op_reactie_op", date(2019, *day)) for day in ((3, 31), (4, 1), (4, 20))
    ]
    assert waiting == [[], [2], []]


def test_words_about_health_or_debts_are_told_at_their_field_and_kept(world: World) -> None:
    given = damp(
        titel="Gezin is ziek", omschrijving="Zij heeft astma.", aanvulling="Er is een huurachterstand.",
        stappen=[{"status": "beoordeeld", "datum": "2019-03-02", "toelichting": "Hij heeft COPD."}],
    )  # fmt: skip
    row = world.make("knelpunt", **given)
    assert world.warned("knelpunt", given) == ["titel", "omschrijving", "aanvulling", "stappen.1.toelichting"]
    assert world.warned("knelpunt", {"titel": "Schimmel"}, row) == []
