"""All questions of a visit in five steps: one form, one concept, one save."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from huurdersapp.actions import concepten, energie, history, lists, records
from huurdersapp.actions.context import Context
from huurdersapp.ui.energie.step_form import StepForm
from huurdersapp.ui.main_window import MainWindow
from huurdersapp.ui.place import Place
from tests.journeys.keyboard import Person
from tests.windows import OpenWindow

Settled = Callable[[MainWindow], None]
GLASS = 18
"""The measure `Beter glas`, of which the landlord must take care."""
VISIT = {
    "datum": "2019-08-20",
    "coach": 1,
    "postcode": "7822 AP",
    "huisnummer": 14,
    "gas_jaar": 1350,
    "maatregelen": [{"maatregel": 1, "aantal": 3}],
    "toestemmingen": [{"doel": "contact"}],
}


@pytest.fixture
def person(qtbot: QtBot, open_window: OpenWindow, practice: Context, settled: Settled) -> Person:
    """Somebody who changes a visit."""
    energie.save_visit(practice, VISIT)
    window = open_window(practice)
    window.go(Place("energiebezoek", 1, doing="wijzigen"))
    settled(window)
    return Person(qtbot, window)


def form_of(person: Person) -> StepForm:
    """The form that is open."""
    form = person.window.page.form  # type: ignore[union-attr]  # a list page
    assert isinstance(form, StepForm)
    return form


def visit(ctx: Context) -> dict[str, Any]:
    """The visit as it is now."""
    return records.show(ctx, ctx.spec("energiebezoek"), 1)


def to_table(person: Person, name: str) -> None:
    """To the row of a measure."""
    person.press("Alt+4")
    table = form_of(person).table
    assert table is not None
    names = [table.table.model().index(row, 0).data() for row in range(table.table.rowCount())]
    at = names.index(name)
    while table.table.currentRow() != at:
        person.press("Down" if table.table.currentRow() < at else "Up")


def test_keys_go_to_a_step_and_to_the_one_beside(person: Person) -> None:
    form = form_of(person)
    person.press("Alt+3")
    assert form.steps.step == 2
    assert person.name.startswith("Hoe warm krijgt men het huis")
    person.press("Ctrl+PgUp")
    assert form.steps.step == 1
    person.press("Ctrl+PgDown", "Ctrl+PgDown")
    assert form.steps.step == 3
    assert person.focus is form.table.table  # type: ignore[union-attr]  # its step is shown


def test_only_the_fields_of_one_step_are_seen(person: Person) -> None:
    form = form_of(person)
    for step in range(5):
        person.press(f"Alt+{step + 1}")
        shown = {key for key, box in form.fields.boxes.items() if box.isVisibleTo(form)}
        assert shown
        assert shown <= set(form.steps.keys_of(step))


def test_the_buttons_of_the_steps_say_how_much_is_filled(person: Person) -> None:
    person.press("Alt+2")
    names = [button.accessibleName() for button in form_of(person).step_buttons]
    assert names[1] == "Stap 2, Gebruik, 1 ingevuld"
    assert names[3] == "Stap 4, Maatregelen, 1 ingevuld"


def test_what_the_tenant_says_and_the_coach_sees_are_two_columns(person: Person, practice: Context) -> None:
    person.press("Alt+3")
    boxes = form_of(person).fields.boxes
    said, seen = boxes["vocht_gezegd"], boxes["vocht_gezien"]
    assert (
        said.mapTo(person.window, said.rect().center()).x()
        < seen.mapTo(person.window, seen.rect().topLeft()).x()
    )
    heads = [label for label in person.labels() if label in ("De bewoner zegt", "De coach ziet")]
    assert heads == ["De bewoner zegt", "De coach ziet"]
    person.tab_to("Bewoner: vocht").press("1")
    person.tab_to("Coach: vocht").press("2", "Ctrl+S").settle()
    assert (visit(practice)["vocht_gezegd"], visit(practice)["vocht_gezien"]) == ("ja", "nee")


def test_single_keys_fill_a_row(person: Person, practice: Context) -> None:
    to_table(person, "Ledlampen")
    person.press("U", "L").type("12")
    to_table(person, "Radiatorfolie")
    person.press("W")
    to_table(person, "Tochtstrips")
    person.press("Space")
    to_table(person, "Deurdranger")
    person.press("C", "Delete").press("Ctrl+S").settle()
    lines = {line["maatregel"]: line for line in visit(practice)["maatregelen"]}
    assert (lines[3]["hoe_ver"], lines[3]["stand"], lines[3]["aantal"]) == ("uitgereikt", "later", 12)
    assert (lines[1]["hoe_ver"], lines[1]["stand"], lines[1]["aantal"]) == ("geplaatst_bewoner", "gedaan", 3)
    assert (lines[2]["hoe_ver"], lines[2]["stand"]) == ("geplaatst_coach", "gedaan")
    assert set(lines) == {1, 2, 3}


def test_the_buttons_under_the_table_do_the_same(person: Person, practice: Context) -> None:
    to_table(person, "Ledlampen")
    person.tab_to("Ledlampen, hoe ver").press("2")
    person.tab_to("Ledlampen, aantal").type("2,5")
    person.tab_to("Ledlampen, toelichting").type("in de keuken").press("Ctrl+S").settle()
    line = next(line for line in visit(practice)["maatregelen"] if line["maatregel"] == 3)
    assert (line["hoe_ver"], line["aantal"], line["toelichting"]) == ("uitgereikt", 2.5, "in de keuken")


def test_for_the_landlord_is_one_key_and_makes_a_linked_knelpunt_with_consent(
    person: Person, practice: Context
) -> None:
    to_table(person, "Beter glas")
    person.press("V")
    assert form_of(person).table.table.currentItem() is not None  # type: ignore[union-attr]
    person.press("Ctrl+S").settle()
    (found,) = lists.find(practice, practice.spec("knelpunt"))
    now = visit(practice)
    assert now["knelpunten"] == [found["nummer"]]
    line = next(line for line in now["maatregelen"] if line["maatregel"] == GLASS)
    assert (line["wie"], line["stand"], line["hoe_ver"]) == ("verhuurder", "te_doen", "besproken")
    assert {each["doel"] for each in now["toestemmingen"]} == {"contact", "verhuurder"}
    person.press("Ctrl+Z").settle()
    assert lists.count(practice, practice.spec("knelpunt")) == 0
    assert visit(practice)["knelpunten"] == []


def test_a_knelpunt_is_made_once_however_often_the_visit_is_saved(
    person: Person, practice: Context, settled: Settled
) -> None:
    to_table(person, "Beter glas")
    person.press("V", "Ctrl+S").settle()
    person.window.go(Place("energiebezoek", 1, doing="wijzigen"))
    settled(person.window)
    to_table(person, "Beter glas")
    person.press("V", "V", "L", "Ctrl+S").settle()
    assert lists.count(practice, practice.spec("knelpunt")) == 1
    assert visit(practice)["maatregelen"][-1]["stand"] == "later"


def test_a_consent_shows_its_text_and_is_withdrawn_by_unticking(person: Person, practice: Context) -> None:
    person.press("Alt+5")
    assert any("‘Ik vind goed dat u mij over drie tot zes maanden" in text for text in person.labels())
    person.tab_to("Toestemming: Contact voor nazorg").press("Space")
    person.tab_to("Toestemming: Meterstanden bewaren").press("Space").press("Ctrl+S").settle()
    lines = {line["doel"]: line for line in visit(practice)["toestemmingen"]}
    assert lines["contact"]["ingetrokken_op"] == "2019-09-02"
    assert lines["meterstanden"]["ingetrokken_op"] is None
    assert lines["meterstanden"]["tekstversie"]


def test_a_fault_opens_its_step(person: Person) -> None:
    form = form_of(person)
    person.press("Alt+2").tab_to("Gas per jaar").press("Ctrl+A").type("veel").press("Alt+4", "Ctrl+S")
    assert form.summary.isVisible()
    form.summary.lines[0].linkActivated.emit("veld")
    person.settle()
    assert form.steps.step == 1
    assert person.name.startswith("Gas per jaar")


def test_all_steps_are_one_concept_and_come_back_at_the_same_step(
    person: Person, practice: Context, settled: Settled
) -> None:
    person.press("Alt+2").tab_to("Water per jaar").type("80")
    to_table(person, "Beter glas")
    person.press("V", "Esc").settle()
    (concept,) = concepten.every(practice)
    assert concept.nummer == 1
    person.window.go(Place("energiebezoek", 1, doing="wijzigen"))
    settled(person.window)
    form = form_of(person)
    assert form.steps.step == 3
    assert form.table is not None
    assert form.table.told_landlord() == (GLASS,)
    assert form.fields.value("water_jaar") == 80
    person.press("Ctrl+S").settle()
    assert visit(practice)["water_jaar"] == 80
    assert lists.count(practice, practice.spec("knelpunt")) == 1
    assert history.next_undo(practice) is not None


def test_a_measure_that_is_no_longer_used_stays_at_its_visit(
    person: Person, practice: Context, settled: Settled
) -> None:
    person.press("Esc").settle()
    records.save(practice, practice.spec("maatregel"), {"actief": False}, 1)
    person.window.go(Place("energiebezoek", 1, doing="wijzigen"))
    settled(person.window)
    to_table(person, "Radiatorfolie")
    person.press("N", "Ctrl+S").settle()
    assert visit(practice)["maatregelen"][0]["hoe_ver"] == "niet_geplaatst"


def test_a_known_address_fills_what_is_empty_and_another_one_takes_it_back(
    person: Person, practice: Context, settled: Settled
) -> None:
    person.press("Esc").settle()
    person.window.go(Place("energiebezoek", doing="nieuw"))
    settled(person.window)
    person.tab_to("Alle vragen").press("Space").settle()
    form = form_of(person)
    person.tab_to("Postcode").type("7822ap").press("Tab").type("14").press("Tab")
    assert form.fields.value("straat") == "Laan van de Marel"
    assert form.fields.value("complex") == 1
    person.press("Shift+Tab").press("Ctrl+A").type("98").press("Tab")
    assert form.fields.value("straat") is None
    person.tab_to("Straat").type("Brink").tab_to("Huisnummer", "Shift+Tab").press("Ctrl+A").type("14")
    person.press("Ctrl+S").settle()
    made = records.show(practice, practice.spec("energiebezoek"), 2)
    assert (made["straat"], made["complex"], made["huisnummer"]) == ("Brink", 1, 14)


def test_the_chosen_row_stays_in_sight_in_a_small_window(person: Person) -> None:
    person.window.resize(1024, 600)
    person.press("Alt+4")
    form = form_of(person)
    assert form.table is not None
    for _row in range(form.table.table.rowCount() - 1):
        person.press("Down")
    row = form.table.table.visualRect(form.table.table.currentIndex())
    where = form.table.table.viewport().mapTo(form.area.viewport(), row.center())
    assert form.area.viewport().rect().contains(where)
