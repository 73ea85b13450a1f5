"""What one does in a list: throw away, make, change, undo; and what happens elsewhere meanwhile."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from huurdersapp.actions import concepten, history, records
from huurdersapp.actions.context import Context
from huurdersapp.base.errors import UserError
from huurdersapp.records import kern
from huurdersapp.ui.main_window import MainWindow
from huurdersapp.ui.place import Place
from tests.ui.lists.conftest import AMOUNT
from tests.ui.lists.helpers import Settled, ctrl, form_of, names, opened, shown
from tests.windows import OpenWindow, named, press, type_into

# -- throwing away -------------------------------------------------------------------------------------------------


def test_delete_takes_the_record_away_without_a_question_and_undo_brings_it_back(
    open_window: OpenWindow, many: Context, settled: Settled, qtbot: QtBot
) -> None:
    window = open_window(many)
    page = opened(window)
    settled(window)
    first, second = shown(page, 0), shown(page, 1)
    press(qtbot, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.number == page.pane.model.number(0))
    press(qtbot, Qt.Key.Key_Delete)
    settled(window)
    assert shown(page, 0) == second
    assert page.pane.model.rowCount() == AMOUNT - 1
    assert window.message.text().startswith("Verwijderd: Kern")
    window.undo()
    settled(window)
    qtbot.waitUntil(lambda: page.pane.model.rowCount() == AMOUNT)
    assert shown(page, 0) == first


@pytest.mark.qt_log_ignore("propagateSizeHints")  # of the platform without a screen
def test_many_records_go_after_a_question_that_tells_how_many(
    open_window: OpenWindow, many: Context, settled: Settled, qtbot: QtBot
) -> None:
    window = open_window(many)
    page = opened(window)
    settled(window)
    page.pane.table.go_to(0)
    for _ in range(24):
        press(qtbot, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert page.pane.chosen_count() == 25
    qtbot.waitUntil(lambda: page.number is not None)
    press(qtbot, Qt.Key.Key_Delete)
    box = page.findChild(QMessageBox)
    assert box is not None
    assert "25 kernen" in box.text()
    assert box.defaultButton().text() == "Annuleren"
    assert page.pane.model.rowCount() == AMOUNT
    next(button for button in box.buttons() if button.text().startswith("Verwijder")).click()
    settled(window)
    assert page.pane.model.rowCount() == AMOUNT - 25


# -- news ----------------------------------------------------------------------------------------------------------


def test_a_step_from_elsewhere_is_seen_and_nobody_loses_his_place(
    open_window: OpenWindow, many: Context, settled: Settled, qtbot: QtBot
) -> None:
    window = open_window(many)
    page = opened(window)
    settled(window)
    table, model = page.pane.table, page.pane.model
    table.go_to(1200)
    settled(window)
    at, top = model.number(1200), shown(page, table.rowAt(0))
    records.create(many, kern.SPEC, [{"naam": "Aa"}, {"naam": "Ab"}])
    qtbot.waitUntil(lambda: model.rowCount() == AMOUNT + 2)
    settled(window)
    assert model.number(table.row()) == at
    assert shown(page, table.rowAt(0)) == top
    assert shown(page, 0) == "Aa"
    assert page.pane.chosen() == [at]


def test_a_changed_record_is_painted_anew_where_it_stands(
    open_window: OpenWindow, many: Context, settled: Settled, qtbot: QtBot
) -> None:
    window = open_window(many)
    page = opened(window)
    settled(window)
    number = page.pane.model.number(3)
    assert number is not None
    page.open_record(number)
    records.change(many, kern.SPEC, number, {"soort": "gebied", "toelichting": "Nieuw hier"})
    qtbot.waitUntil(lambda: shown(page, 3, 2) == "Gebied")
    assert page.number == number
    settled(window)


def test_what_somebody_else_throws_away_leaves_the_detail(
    window: MainWindow, example: Context, qtbot: QtBot
) -> None:
    page = opened(window, "complex")
    number = page.pane.model.number(2)
    assert number is not None
    page.open_record(number)
    records.discard(example, page.spec, number)
    qtbot.waitUntil(lambda: page.number != number)
    assert number not in [page.pane.model.number(row) for row in range(page.pane.model.rowCount())]


# -- forms and concepts --------------------------------------------------------------------------------------------


def test_a_new_record_by_keyboard_stands_in_the_list_and_is_open(
    window: MainWindow, qtbot: QtBot, settled: Settled
) -> None:
    page = opened(window, "kern")
    settled(window)
    ctrl(qtbot, Qt.Key.Key_N)
    form = page.form
    assert form is not None
    qtbot.waitUntil(lambda: form.isAncestorOf(QApplication.focusWidget() or window))
    type_into(qtbot, "Aardscheveld")
    ctrl(qtbot, Qt.Key.Key_S)
    settled(window)
    assert form_of(page) is None
    assert "Aardscheveld" in names(page)
    assert page.view.title.text() == "Aardscheveld"
    assert page.pane.number() == page.number


def test_leaving_a_form_keeps_a_concept_that_the_chip_lists(
    window: MainWindow, qtbot: QtBot, settled: Settled, example: Context
) -> None:
    page = opened(window, "kern")
    ctrl(qtbot, Qt.Key.Key_N)
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QLineEdit) and page.form is not None)
    type_into(qtbot, "Half")
    press(qtbot, Qt.Key.Key_Escape)
    assert form_of(page) is None
    assert [each.titel for each in concepten.every(example)] == ["Half"]
    settled(window)
    named(page, QPushButton, "Concepten 1").click()  # type: ignore[attr-defined]
    assert QApplication.focusWidget() is page.concepts
    press(qtbot, Qt.Key.Key_Return)
    form = form_of(page)
    assert form is not None
    assert form.heading() == "Half"
    form.drop()
    assert concepten.every(example) == []


def test_f2_changes_the_record_that_is_shown(window: MainWindow, qtbot: QtBot, settled: Settled) -> None:
    page = opened(window, "kern")
    settled(window)
    qtbot.waitUntil(lambda: page.number is not None)
    press(qtbot, Qt.Key.Key_F2)
    form = form_of(page)
    assert form is not None
    assert form.number == page.number


def test_a_record_that_is_not_there_is_told(window: MainWindow) -> None:
    page = opened(window, "kern")
    with pytest.raises(UserError):
        page.open_record(99_999)
    window.go(Place("contacten", 99_999, kind="kern"))
    assert "99999" in window.message.text()


def test_undo_from_the_menu_is_told_and_seen(window: MainWindow, example: Context, qtbot: QtBot) -> None:
    page = opened(window, "kern")
    records.create(example, kern.SPEC, [{"naam": "Tijdelijk"}])
    qtbot.waitUntil(lambda: "Tijdelijk" in names(page))
    history.undo(example)
    qtbot.waitUntil(lambda: "Tijdelijk" not in names(page))
