"""The quick entry of a visit, key by key (ux points 18 to 23)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from huurdersapp.actions import concepten, history, lists, records
from huurdersapp.actions.context import Context
from huurdersapp.ui.energie.quick_entry import QuickEntry
from huurdersapp.ui.energie.step_form import StepForm
from huurdersapp.ui.main_window import MainWindow
from huurdersapp.ui.place import Place
from tests.journeys.keyboard import Person
from tests.windows import OpenWindow

MOST_KEYS = 75
"""ux, point 18."""
REMARK = "Kou bij de voordeur, tocht"[:25]
Settled = Callable[[MainWindow], None]


@pytest.fixture
def person(qtbot: QtBot, open_window: OpenWindow, practice: Context, settled: Settled) -> Person:
    """Somebody who has the empty quick entry before them."""
    window = open_window(practice)
    window.go(Place("energiebezoek", doing="nieuw"))
    settled(window)
    assert isinstance(entry(window), QuickEntry)
    return Person(qtbot, window)


def entry(window: MainWindow) -> Any:
    """The form that is open."""
    assert window.page is not None
    form: Any = window.page.form  # type: ignore[attr-defined]
    return form


def visits(ctx: Context) -> list[dict[str, Any]]:
    """All visits, the first one first."""
    return lists.find(ctx, ctx.spec("energiebezoek"), order="nummer")


def said(person: Person) -> str:
    """What stands beside the address."""
    return str(entry(person.window).fields.groups[1].said.text())


def fill(person: Person, postcode: str = "7822ap", number: str = "14") -> None:
    """The visit of point 18, up to and with the remark."""
    person.type(postcode).press("Tab").type(number).press("Tab", "Tab")
    person.type("134").press("Tab").type("1350").press("Tab").type("2400").press("Tab")
    person.type("1").press("Tab").type(REMARK)


def test_a_visit_takes_far_less_than_75_keys(person: Person, practice: Context) -> None:
    fill(person)
    person.press("Ctrl+Return").settle()
    print(f"keys for a visit: {person.pressed}, of which {len(REMARK)} for the remark")
    assert person.pressed <= 55 < MOST_KEYS
    (visit,) = visits(practice)
    assert (visit["postcode"], visit["huisnummer"], visit["toevoeging"]) == ("7822 AP", 14, None)
    assert (visit["gas_jaar"], visit["stroom_jaar"], visit["warmte"]) == (1350, 2400, "goed")
    assert visit["opmerking"] == REMARK
    assert visit["status"] == "gedaan"
    assert [line["maatregel"] for line in visit["maatregelen"]] == [1, 3, 4]
    assert {(line["hoe_ver"], line["stand"]) for line in visit["maatregelen"]} == {
        ("geplaatst_coach", "gedaan")
    }


def test_after_save_and_next_the_postcode_waits_and_day_and_coach_stay(
    person: Person, practice: Context
) -> None:
    person.press("Alt+D").type("30-08-2019").press("Tab")
    entry(person.window).first_field().setFocus()
    fill(person)
    person.press("Ctrl+Return").settle()
    form = entry(person.window)
    assert person.focus is form.fields.boxes["postcode"].editor.line
    assert isinstance(person.focus, QLineEdit)
    assert person.focus.text() == ""
    fill(person)
    person.press("Ctrl+Return").settle()
    assert [(visit["datum"], visit["coach"]) for visit in visits(practice)] == [("2019-08-30", 1)] * 2


def test_a_known_address_is_filled_and_said(person: Person, practice: Context) -> None:
    person.type("7822ap").press("Tab").type("14")
    assert said(person) == "Laan van de Marel, Emmen – complex 112, Lefier"
    person.press("Tab", "Tab")
    assert person.name.startswith("Wat hebt u gedaan?"), "what is known is not asked"
    person.press("Ctrl+S").settle()
    (visit,) = visits(practice)
    assert (visit["straat"], visit["plaats"], visit["adres"]) == ("Laan van de Marel", "Emmen", 1)
    assert (visit["complex"], visit["verhuurder"], visit["kern"]) == (1, 1, 1)


def test_an_unknown_address_is_allowed_and_its_street_asked(person: Person, practice: Context) -> None:
    person.type("7822ap").press("Tab").type("99").press("Tab", "Tab")
    assert person.name.startswith("Straat")
    assert said(person).startswith("Dit adres staat nog niet in de lijst.")
    person.type("Laan van de Marel").press("Ctrl+S").settle()
    (visit,) = visits(practice)
    assert (visit["straat"], visit["huisnummer"], visit["adres"]) == ("Laan van de Marel", 99, None)


def test_digits_tick_measures_and_untick_them(person: Person, practice: Context) -> None:
    person.type("7822ap").press("Tab").type("14").press("Tab", "Tab")
    person.type("129").press("1")
    person.press("Right", "Space").press("Ctrl+S").settle()
    (visit,) = visits(practice)
    assert sorted(line["maatregel"] for line in visit["maatregelen"]) == [9]


def test_nought_shows_the_measures_without_a_digit(person: Person, practice: Context) -> None:
    person.type("7822ap").press("Tab").type("14").press("Tab", "Tab")
    person.press("0")
    assert person.name.endswith("Brievenbusborstel")
    person.press("Space", "Ctrl+S").settle()
    (visit,) = visits(practice)
    assert [line["maatregel"] for line in visit["maatregelen"]] == [10]


def test_the_measures_are_one_stop_for_tab(person: Person) -> None:
    person.type("7822ap").press("Tab").type("14").press("Tab", "Tab").type("5").press("Tab")
    assert person.name.startswith("Gas per jaar")
    person.press("Shift+Tab")
    assert person.name.startswith("Wat hebt u gedaan? 5")


def test_the_next_visit_begins_at_the_first_measure(person: Person) -> None:
    person.type("7822ap").press("Tab").type("14").press("Tab", "Tab").type("5").press("Ctrl+Return").settle()
    person.type("7822ap").press("Tab").type("14").press("Tab", "Tab")
    assert person.name.startswith("Wat hebt u gedaan? 1")


def knelpunt(person: Person) -> None:
    """A visit with a knelpunt that the landlord may hear of."""
    fill(person)
    person.press("Tab", "Space").type("ener").press("Tab").type("Enkel glas").press("Tab", "Space")
    person.press("Ctrl+S").settle()


def test_the_tick_makes_a_linked_knelpunt_with_consent(person: Person, practice: Context) -> None:
    knelpunt(person)
    (visit,), (found,) = visits(practice), lists.find(practice, practice.spec("knelpunt"))
    assert visit["knelpunten"] == [found["nummer"]]
    assert (found["titel"], found["categorie"], found["bron"]) == (
        "Enkel glas",
        "energie_isolatie",
        "energiecoach",
    )
    assert found["verhuurder"] == visit["verhuurder"]
    assert [line["doel"] for line in visit["toestemmingen"]] == ["verhuurder"]


def test_a_word_from_the_middle_finds_the_category_of_a_knelpunt_and_its_part(
    person: Person, practice: Context
) -> None:
    fill(person)
    person.press("Tab", "Space").type("badkamer").press("Tab")
    form = entry(person.window)
    assert form.knelpunt is not None
    assert form.knelpunt.fields.boxes["categorie"].editor.typed() == "vocht_badkamer"
    person.type("Zwarte plekken").press("Ctrl+S").settle()
    (found,) = lists.find(practice, practice.spec("knelpunt"))
    assert (found["categorie"], found["subcategorie"]) == ("vocht_schimmel", "vocht_badkamer")


def test_half_a_category_is_kept_as_it_was_typed(person: Person, practice: Context, settled: Settled) -> None:
    fill(person)
    person.press("Tab", "Space").type("xyzzy").press("Ctrl+S").settle()
    assert "Kies de categorie" in entry(person.window).summary.lines[0].text()
    person.press("Esc").settle()
    person.window.go(Place("energiebezoek", doing="nieuw"))
    settled(person.window)
    form = entry(person.window)
    assert form.knelpunt is not None
    assert form.knelpunt.fields.boxes["categorie"].editor.typed() == {"getypt": "xyzzy"}


def test_one_undo_takes_visit_and_knelpunt_back(person: Person, practice: Context) -> None:
    knelpunt(person)
    assert visits(practice)
    person.press("Ctrl+Z").settle()
    assert visits(practice) == []
    assert lists.count(practice, practice.spec("knelpunt")) == 0
    assert history.next_undo(practice) is None or "nergiebezoek" not in str(history.next_undo(practice))


def test_a_knelpunt_without_words_is_told_at_its_field(person: Person, practice: Context) -> None:
    fill(person)
    person.press("Tab", "Space", "Ctrl+S").settle()
    summary = entry(person.window).summary
    assert summary.isVisible()
    assert summary.hasFocus()
    assert ["Kies de categorie" in line.text() for line in summary.lines] == [True, False]
    assert visits(practice) == []


def test_no_address_and_nobody_spoken_to_are_one_key_each(person: Person, practice: Context) -> None:
    person.press("Alt+Z", "Alt+N", "Ctrl+S").settle()
    (visit,) = visits(practice)
    assert (visit["zonder_adres"], visit["gesproken"], visit["status"]) == (True, False, "niet_gesproken")


def test_an_empty_form_can_be_saved_and_is_told_what_it_needs(person: Person, practice: Context) -> None:
    assert entry(person.window).save_button.isEnabled()
    person.press("Ctrl+S").settle()
    assert visits(practice) == []
    assert any("postcode" in line.text() for line in entry(person.window).summary.lines)


def test_the_next_sheet_of_the_series_follows_by_itself(person: Person, practice: Context) -> None:
    spec = practice.spec("bezoekformulier")
    records.create(practice, spec, [{"coach": 1}, {"coach": 1}, {"coach": 1}])
    person.press("Alt+O").find("B 0001")
    entry(person.window).first_field().setFocus()
    fill(person)
    person.press("Ctrl+Return").settle()
    fill(person)
    person.press("Ctrl+Return").settle()
    assert [visit["formulier"] for visit in visits(practice)] == [1, 2]


def test_all_questions_go_on_with_what_was_typed(person: Person, practice: Context) -> None:
    fill(person)
    person.tab_to("Alle vragen").press("Space").settle()
    form = entry(person.window)
    assert isinstance(form, StepForm)
    assert form.fields.value("gas_jaar") == 1350
    assert len(form.fields.value("maatregelen")) == 3
    person.press("Ctrl+S").settle()
    (visit,) = visits(practice)
    assert visit["opmerking"] == REMARK
    assert concepten.every(practice) == []


def test_leaving_asks_nothing_and_coming_back_has_it_all(
    person: Person, practice: Context, settled: Settled
) -> None:
    fill(person)
    person.press("Tab", "Space").type("ener").press("Tab").type("Enkel glas")
    person.press("Esc").settle()
    assert QApplication.activeModalWidget() is None
    assert visits(practice) == []
    (concept,) = concepten.every(practice)
    assert concept.titel == "7822 AP 14"
    person.window.go(Place("energiebezoek", doing="nieuw"))
    settled(person.window)
    form = entry(person.window)
    assert isinstance(form, QuickEntry)
    assert form.fields.value("opmerking") == REMARK
    assert form.knelpunt is not None
    assert form.knelpunt.fresh() == {
        "categorie": "energie_isolatie",
        "titel": "Enkel glas",
        "toestemming": False,
    }


def test_who_comes_back_later_has_the_day_that_stood_there(
    person: Person, practice: Context, settled: Settled
) -> None:
    person.press("Alt+D").press("Ctrl+A").type("30-08-2019").press("Tab").tab_to("Postcode")
    fill(person)
    person.press("Ctrl+Return").settle()
    fill(person)
    person.type(" ook").press("Esc").settle()
    person.window.go(Place("energiebezoek", doing="nieuw"))
    settled(person.window)
    person.press("Ctrl+S").settle()
    assert [visit["datum"] for visit in visits(practice)] == ["2019-08-30"] * 2
