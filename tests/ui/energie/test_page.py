"""The screen of visits: its kinds, filters and totals, what stands under a visit, and its papers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from huurdersapp.actions import energie, energie_formulieren, lists, records
from huurdersapp.actions.context import Context
from huurdersapp.ui.energie.saving_card import SavingCard
from huurdersapp.ui.energie.visit_steps import VisitSteps
from huurdersapp.ui.forms.quick_form import QuickForm
from huurdersapp.ui.main_window import MainWindow
from huurdersapp.ui.place import Place
from tests.journeys.keyboard import Person
from tests.windows import OpenWindow, named

Settled = Callable[[MainWindow], None]
VISIT: dict[str, Any] = {
    "datum": "2019-08-20",
    "coach": 1,
    "postcode": "7822 AP",
    "huisnummer": 14,
    "gas_jaar": 1350,
    "maatregelen": [
        {"maatregel": 1, "aantal": 3},
        {"maatregel": 2},
        {"maatregel": 5, "hoe_ver": "besproken"},
    ],
    "toestemmingen": [{"doel": "contact"}, {"doel": "bezoek"}],
}


@pytest.fixture
def person(qtbot: QtBot, open_window: OpenWindow, practice: Context, settled: Settled) -> Person:
    """Somebody who looks at visit 1 of 2."""
    energie.save_visit(practice, VISIT)
    energie.save_visit(
        practice, {"datum": "2018-03-01", "coach": 1, "zonder_adres": True, "gesproken": False}
    )
    window = open_window(practice)
    window.go(Place("energiebezoek", 1))
    settled(window)
    return Person(qtbot, window)


def page_of(person: Person) -> Any:
    """The screen that is shown."""
    return person.window.page


def click(person: Person, words: str) -> None:
    """Press a button that can be seen."""
    button = named(person.window, QPushButton, words)
    assert isinstance(button, QPushButton)
    button.click()
    person.settle()


def visit(ctx: Context) -> dict[str, Any]:
    """Visit 1 as it is now."""
    return records.show(ctx, ctx.spec("energiebezoek"), 1)


def step(person: Person, words: str) -> QuickForm:
    """Begin a step under the visit."""
    click(person, words)
    (panel,) = page_of(person).view.findChildren(VisitSteps)
    assert panel.form is not None
    return panel.form  # type: ignore[no-any-return]  # found by its class


def numbers(person: Person) -> list[int]:
    """The numbers of the visits in the list."""
    model = page_of(person).pane.model
    return [int(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_the_screen_brings_its_measures_and_figures_along(open_window: OpenWindow, office: Context) -> None:
    window = open_window(office)
    window.go(Place("energiebezoek"))
    assert len(energie.measures(office)) > 9
    assert lists.count(office, office.spec("rekentarief")) > 0


def test_ready_filters_and_totals_tell_of_what_is_shown(person: Person) -> None:
    page = page_of(person)
    assert page.totals.text().startswith(
        "2 bezoeken, 1 gesproken, 2 maatregelen geplaatst, verwacht per jaar"
    )
    click(person, "Dit jaar")
    assert numbers(person) == [1]
    assert page.totals.text().startswith("1 bezoek, 1 gesproken, 2 maatregelen")
    assert page.totals.text().endswith("indicatief.")
    click(person, "Niemand gesproken")
    assert numbers(person) == [2]
    assert page.totals.text() == "1 bezoek, 0 gesproken."


def test_mine_are_the_visits_of_the_coach_who_was_used_last(
    person: Person, practice: Context, settled: Settled
) -> None:
    assert "Van mij" not in [chip.text() for chip in page_of(person).bar.chips]
    window = person.window
    window.go(Place("energiebezoek", doing="nieuw", values={"coach": 1, "zonder_adres": True}))
    person.press("Ctrl+S").settle()
    window.go(Place("energiebezoek", kind="maatregel"))
    window.go(Place("energiebezoek", kind="energiebezoek"))
    settled(window)
    click(person, "Van mij")
    assert numbers(person) == [3, 1, 2]


def test_each_kind_has_its_list_and_a_visit_is_meant_where_nothing_is_said(person: Person) -> None:
    page = page_of(person)
    for words, kind in (
        ("Energiecoaches", "energiecoach"),
        ("Bezoekformulieren", "bezoekformulier"),
        ("Maatregelen", "maatregel"),
        ("Rekentarieven", "rekentarief"),
    ):
        click(person, words)
        assert page.kind == kind
        assert not page.totals.isVisible()
    person.window.go(Place("energiebezoek", doing="nieuw"))
    assert page.kind == "energiebezoek"


def test_a_coach_of_whom_something_misses_is_told(person: Person, practice: Context) -> None:
    records.create(practice, practice.spec("energiecoach"), [{"naam": "Ria Smit", "opleiding": "Basis"}])
    person.window.go(Place("energiebezoek", 2, kind="energiecoach"))
    person.settle()
    assert any(
        "Nog niet bekend: VOG gezien op, Geheimhouding getekend op." in text for text in person.labels()
    )


def test_what_is_expected_has_its_sources_and_what_was_not_added(person: Person) -> None:
    (card,) = page_of(person).view.findChildren(SavingCard)
    assert card.isVisible()
    words = "\n".join(person.labels())
    assert "Verwachte besparing per jaar, indicatief" in words
    assert "Radiatorfolie: 30 m³ gas" in words
    assert "Vuistregel van energiecoaches" in words
    assert "Niet meegeteld: 1 m³ gas." in words, "folie and strips save on the same heating"


def test_an_attempt_a_reading_and_aftercare_are_put_down_under_the_visit(
    person: Person, practice: Context
) -> None:
    form = step(person, "Afspraak of poging vastleggen…")
    form.fields.boxes["uitkomst"].editor.set_value("niet_thuis")
    assert form.save()
    person.settle()
    form = step(person, "Meterstand na een jaar…")
    form.fields.boxes["meter"].editor.set_value("gas")
    form.fields.boxes["stand"].editor.set_value(12345)
    assert form.save()
    person.settle()
    form = step(person, "Nazorg vastleggen…")
    form.fields.boxes["tevreden"].editor.set_value(5)
    still: Any = form.fields.boxes["maatregelen"].editor
    assert list(still._rows) == [1, 2], "what was only spoken of is not asked about"
    still._rows[2].set_value("nee")
    assert form.save()
    person.settle()
    now = visit(practice)
    assert [line["uitkomst"] for line in now["contactmomenten"]] == ["niet_thuis"]
    assert [(line["moment"], line["stand"]) for line in now["meterstanden"]] == [("na_een_jaar", 12345)]
    assert (now["status"], now["nazorg_op"], now["tevreden"]) == ("nazorg_gedaan", "2019-09-02", 5)
    assert [line["na_nazorg"] for line in now["maatregelen"]] == [None, "nee", None]


def test_a_consent_is_withdrawn_as_easily_as_it_was_given(person: Person, practice: Context) -> None:
    step(person, "Toestemming intrekken…")
    person.press("1").tab_to("Vastleggen").press("Space").settle()
    assert [(line["doel"], line["ingetrokken_op"]) for line in visit(practice)["toestemmingen"]] == [
        ("contact", "2019-09-02"),
        ("bezoek", None),
    ]


def test_a_step_that_was_begun_stands_open_again(person: Person, settled: Settled) -> None:
    form = step(person, "Nazorg vastleggen…")
    form.fields.boxes["nazorg_opmerking"].editor.first_focus().setFocus()
    person.type("Strip is los")
    person.window.go(Place("vandaag"))
    person.window.go(Place("energiebezoek", 1))
    settled(person.window)
    (panel,) = page_of(person).view.findChildren(VisitSteps)
    assert panel.form is not None
    assert panel.form.fields.value("nazorg_opmerking") == "Strip is los"


def test_the_paper_for_the_tenant_is_seen(person: Person) -> None:
    click(person, "Bezoekverslag")
    person.until(lambda: page_of(person).preview.paper is not None)
    assert person.heading == "Bezoekverslag"
    click(person, "Terug naar bezoek")
    assert page_of(person).number == 1


def test_sheets_are_handed_out_seen_and_stand_in_the_list_of_what_is_out(
    person: Person, practice: Context
) -> None:
    click(person, "Lege formulieren afdrukken…")
    page = page_of(person)
    page.count.setValue(2)
    click(person, "Formulieren maken")
    person.until(lambda: page.preview.paper is not None)
    assert [each.coach for each in energie_formulieren.sheets_out(practice)] == ["Jan de Vries"] * 2
    assert "B 0001 tot en met B 0002" in person.message
    click(person, "Formulieren nog uit")
    assert page_of(person).kind == "bezoekformulier"
    assert page_of(person).pane.model.rowCount() == 2
    person.window.go(Place("bezoekformulieren", 2))
    person.until(lambda: page.preview.paper is not None)
    assert page.file_name(page.preview.paper) == "Bezoekformulier B 0002"


def test_undo_takes_sheets_that_were_handed_out_back(person: Person, practice: Context) -> None:
    click(person, "Lege formulieren afdrukken…")
    page_of(person).count.setValue(2)
    named(person.window, QPushButton, "Formulieren maken").setFocus()
    person.press("Space")
    person.until(lambda: page_of(person).preview.paper is not None)
    person.press("Ctrl+Z").settle()
    assert energie_formulieren.sheets_out(practice) == ()
    person.until(lambda: not page_of(person).to_printer.isVisible())
