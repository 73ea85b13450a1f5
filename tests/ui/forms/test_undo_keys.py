"""Ctrl+Z in a form: first the typing in the field, and where there is none the last step."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from huurdersapp.actions import lists, records
from huurdersapp.actions.context import Context
from huurdersapp.records import ALL
from huurdersapp.ui.forms.record_form import RecordForm
from huurdersapp.ui.lists.list_page import ListPage
from huurdersapp.ui.main_window import MainWindow
from huurdersapp.ui.place import Place
from tests.windows import OpenWindow, press, type_into

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
Settled = Callable[[MainWindow], None]
CTRL = Qt.KeyboardModifier.ControlModifier


def begin(window: MainWindow, kind: str, settled: Settled, bot: QtBot) -> RecordForm:
    """A new form of this kind, in its first field."""
    window.go(Place(kind))
    settled(window)
    press(bot, Qt.Key.Key_N, CTRL)
    page = window.page
    assert isinstance(page, ListPage)
    assert page.form is not None
    form = page.form
    bot.waitUntil(lambda: QApplication.focusWidget() is form.first_field())
    return form


def test_after_saving_and_beginning_the_next_ctrl_z_takes_the_record_back(
    open_window: OpenWindow, office: Context, settled: Settled, qtbot: QtBot
) -> None:
    window = open_window(office)
    records.create(office, ALL["kern"], [{"naam": "Emmen"}])
    form = begin(window, "knelpunt", settled, qtbot)
    boxes: dict[str, Any] = form.fields.boxes
    type_into(qtbot, "Lift stuk")
    boxes["categorie"].editor.first_focus().setFocus()
    type_into(qtbot, "ond")
    boxes["titel"].editor.line.setFocus()
    press(qtbot, Qt.Key.Key_Return, CTRL)
    settled(window)
    assert lists.count(office, ALL["knelpunt"]) == 1, form.summary.accessibleName()
    assert QApplication.focusWidget() is boxes["titel"].editor.line
    press(qtbot, Qt.Key.Key_Z, CTRL)
    assert lists.count(office, ALL["knelpunt"]) == 0
    assert window.message.text().startswith("Ongedaan gemaakt: ")
    press(qtbot, Qt.Key.Key_Y, CTRL)
    assert lists.count(office, ALL["knelpunt"]) == 1
    assert window.message.text().startswith("Opnieuw gedaan: ")


@pytest.mark.parametrize("key", ["titel", "omschrijving"])
def test_what_is_typed_in_a_field_is_undone_before_a_step(
    key: str, open_window: OpenWindow, office: Context, settled: Settled, qtbot: QtBot
) -> None:
    window = open_window(office)
    records.create(office, ALL["kern"], [{"naam": "Emmen"}])
    form = begin(window, "knelpunt", settled, qtbot)
    editor = form.fields.boxes[key].editor
    editor.first_focus().setFocus()
    type_into(qtbot, "Lift")
    assert editor.value() == "Lift"
    while editor.value():
        press(qtbot, Qt.Key.Key_Z, CTRL)
        assert lists.count(office, ALL["kern"]) == 1
    press(qtbot, Qt.Key.Key_Z, CTRL)
    assert lists.count(office, ALL["kern"]) == 0
