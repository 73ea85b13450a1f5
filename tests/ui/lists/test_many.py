"""What is selected in a list is changed at once, by keyboard, and doubles are made one: each with one undo."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from huurdersapp.actions import lists, records
from huurdersapp.actions.context import Context
from huurdersapp.ui.lists.list_page import ListPage
from huurdersapp.ui.lists.many import ManyCard
from huurdersapp.ui.main_window import MainWindow
from huurdersapp.ui.pages.samenvoegen import MergePage
from huurdersapp.ui.place import Place
from tests.windows import OpenWindow, press

Settled = Callable[[MainWindow], None]


@pytest.fixture
def reports(office: Context) -> list[int]:
    given: list[dict[str, Any]] = [
        {"titel": title, "categorie": "onderhoud", "gemeld_op": "2019-05-01"}
        for title in ("Lek", "Tocht", "Lift")
    ]
    saved = records.create(office, office.spec("knelpunt"), given)
    return [int(record["nummer"]) for record in saved.records]


def page(window: MainWindow) -> ListPage:
    assert isinstance(window.page, ListPage)
    return window.page


def status(ctx: Context, number: int) -> str:
    return str(records.show(ctx, ctx.spec("knelpunt"), number)["status"])


def test_a_status_is_given_to_all_that_is_selected_and_one_undo_takes_it_back(
    office: Context, reports: list[int], open_window: OpenWindow, settled: Settled, qtbot: QtBot
) -> None:
    window = open_window(office)
    window.go(Place("knelpunt"))
    settled(window)
    assert page(window).pane.many_button.isHidden()
    page(window).pane.table.setFocus()
    press(qtbot, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert page(window).pane.many_button.text() == "Met 3 tegelijk…"
    page(window).pane.many_button.click()
    card = page(window).findChild(ManyCard)
    assert card is not None
    assert QApplication.focusWidget() is card.field
    assert card.change_button.text() == "Wijzig 3 knelpunten"
    assert card.fields is not None
    assert not card.change()
    assert card.fault.text() == "Kies eerst de stap."
    card.fields.boxes["status"].editor.set_value("beoordeeld")
    card.fields.edited.emit("status")
    assert card.change()
    assert [status(office, number) for number in reports] == ["beoordeeld"] * 3
    assert records.show(office, office.spec("knelpunt"), reports[0])["stappen"][-1]["door"] == "Jo Prins"
    assert page(window).findChild(ManyCard) is None or page(window).task is None
    window.undo()
    assert [status(office, number) for number in reports] == ["gemeld"] * 3


def test_a_step_asks_what_it_needs_and_what_cannot_is_told(
    office: Context, reports: list[int], open_window: OpenWindow, settled: Settled
) -> None:
    records.change(office, office.spec("knelpunt"), reports[0], {"status": "opgelost"})
    window = open_window(office)
    window.go(Place("knelpunt", where=("nummer=1,2,3",), title="Alle"))
    settled(window)
    page(window).pane.table.selectAll()
    page(window).pane.many_button.click()
    card = page(window).findChild(ManyCard)
    assert card is not None
    assert card.fields is not None
    card.fields.boxes["status"].editor.set_value("afgewezen")
    card.fields.edited.emit("status")
    assert "reden" in card.fields.boxes
    card.fields.boxes["reden"].editor.set_value("Niet van ons")
    assert card.change()
    assert [status(office, number) for number in reports] == ["opgelost", "afgewezen", "afgewezen"]
    assert window.message.text().startswith("2 gewijzigd. 1 niet.")


def test_another_field_is_given_to_all_of_them(
    office: Context, reports: list[int], open_window: OpenWindow, settled: Settled
) -> None:
    window = open_window(office)
    window.go(Place("knelpunt"))
    settled(window)
    page(window).pane.table.selectAll()
    page(window).pane.many_button.click()
    card = page(window).findChild(ManyCard)
    assert card is not None
    card.field.setCurrentIndex(card.field.findData("prioriteit"))
    assert card.fields is not None
    card.fields.boxes["prioriteit"].editor.set_value("hoog")
    assert card.change()
    assert lists.count(office, office.spec("knelpunt"), ["prioriteit=hoog"]) == 3


@pytest.fixture
def people(office: Context) -> tuple[int, int]:
    one, other = (
        int(record["nummer"])
        for record in records.create(
            office,
            office.spec("contact"),
            [{"naam": "A. de Vries"}, {"naam": "A de Vries", "functie": "Wijkbeheerder"}],
        ).records
    )
    return one, other


def test_doubles_are_found_and_made_one_by_keyboard(
    office: Context, people: tuple[int, int], open_window: OpenWindow, settled: Settled, qtbot: QtBot
) -> None:
    window = open_window(office)
    window.go(Place("samenvoegen", kind="contact"))
    settled(window)
    merging = window.page
    assert isinstance(merging, MergePage)
    qtbot.waitUntil(lambda: bool(merging.pair_buttons))
    assert merging.told.text().startswith("1 paar lijkt dubbel.")
    assert QApplication.focusWidget() is merging.pair_buttons[0]
    press(qtbot, Qt.Key.Key_Space)
    assert merging.card is not None
    assert merging.card.choices["functie"].isChecked()
    assert not merging.card.choices["naam"].isChecked()
    merging.card.merge_button.setFocus()
    press(qtbot, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "geen dubbelen" in merging.told.text())
    assert lists.count(office, office.spec("contact")) == 1
    shown = records.show(office, office.spec("contact"), people[0])
    assert (shown["naam"], shown["functie"]) == ("A. de Vries", "Wijkbeheerder")
    window.undo()
    assert lists.count(office, office.spec("contact")) == 2


def test_who_says_that_there_are_two_is_not_asked_again(
    office: Context, people: tuple[int, int], open_window: OpenWindow, settled: Settled, qtbot: QtBot
) -> None:
    window = open_window(office)
    window.go(Place("samenvoegen", kind="contact", values={"een": people[0], "ander": people[1]}))
    settled(window)
    merging = window.page
    assert isinstance(merging, MergePage)
    assert merging.card is not None
    merging.card.different_button.click()
    qtbot.waitUntil(lambda: "geen dubbelen" in merging.told.text())
    assert lists.count(office, office.spec("contact")) == 2
