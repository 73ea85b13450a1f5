"""A record that is made in passing: what is typed of it is part of the concept of the form around it."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from huurdersapp.actions import lists
from huurdersapp.actions.context import Context
from huurdersapp.records import ALL
from huurdersapp.ui.forms.editors.quick_add import QuickAdd
from huurdersapp.ui.forms.record_form import RecordForm
from tests.ui.forms.helpers import OpenForm

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


def adding(form: RecordForm) -> QuickAdd | None:
    return next((each for each in form.findChildren(QuickAdd) if each.isVisible()), None)


def press(parent: QWidget, words: str) -> None:
    next(each for each in parent.findChildren(QPushButton) if each.text() == words).click()


def begin(form: RecordForm, key: str, words: str, bot: QtBot) -> QuickAdd:
    """Add a record that is called so to the field with this key."""
    box = form.fields.box(key)
    assert box is not None
    finder: Any = box.editor.first_focus()
    finder.setFocus()
    QTest.keyClicks(finder, words)
    QTest.keyClick(finder, Qt.Key.Key_Return)
    bot.waitUntil(lambda: finder.hits is not None and form.desk.asker.idle)
    QTest.keyClick(finder, Qt.Key.Key_Return)
    found = adding(form)
    assert found is not None
    return found


@pytest.mark.parametrize(("kind", "key"), [("knelpunt", "kern"), ("raadpleging", "kernen")])
def test_what_is_typed_there_comes_back_with_the_concept(
    kind: str, key: str, office: Context, open_form: OpenForm, qtbot: QtBot
) -> None:
    form = open_form(office, kind)
    form.new()
    small = begin(form, key, "Erm", qtbot)
    name: Any = small.boxes["naam"].editor.first_focus()
    name.setFocus()
    name.end(False)
    QTest.keyClicks(name, "elo")
    with qtbot.waitSignal(form.keeper.kept, timeout=2_000):
        pass
    again = open_form(office, kind)
    again.new()
    back = adding(again)
    assert back is not None
    assert back.typed() == small.typed()
    assert back.typed()["naam"] == "Ermelo"
    assert lists.count(office, ALL["kern"]) == 0
    press(back, "Toevoegen")
    assert lists.count(office, ALL["kern"]) == 1
    assert adding(again) is None
    assert again.fields.value(key) in (1, [1])


def test_what_was_cancelled_is_not_in_the_concept_any_more(
    office: Context, open_form: OpenForm, qtbot: QtBot
) -> None:
    form = open_form(office, "knelpunt")
    form.new()
    small = begin(form, "kern", "Erm", qtbot)
    press(small, "Annuleren")
    assert QApplication.focusWidget() is form.fields.boxes["kern"].editor.first_focus()
    assert form.keep()
    again = open_form(office, "knelpunt")
    again.new()
    assert adding(again) is None
    assert again.fields.boxes["kern"].editor.typed() == {"gezocht": "Erm"}


def test_a_form_that_begins_anew_has_none_open(office: Context, open_form: OpenForm, qtbot: QtBot) -> None:
    form = open_form(office, "knelpunt")
    form.new()
    begin(form, "kern", "Erm", qtbot)
    begin(form, "kern", "a", qtbot)
    assert len([each for each in form.findChildren(QuickAdd) if each.isVisible()]) == 1
    form.drop()
    assert adding(form) is None
