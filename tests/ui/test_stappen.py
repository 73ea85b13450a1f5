"""The last steps: each can be undone from the list, or the list says why not."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from huurdersapp.actions import history, lists, prullenbak_legen, records
from huurdersapp.actions.context import Context
from huurdersapp.base import jobs
from huurdersapp.store import undo_large
from huurdersapp.ui.main_window import MainWindow
from huurdersapp.ui.pages.stappen import LastStepsPage
from tests.windows import OpenWindow, press

Settled = Callable[[MainWindow], None]


def opened(window: MainWindow) -> LastStepsPage:
    window.menus.actions["stappen"].trigger()
    assert isinstance(window.page, LastStepsPage)
    return window.page


def names(ctx: Context) -> list[str]:
    return [item["naam"] for item in lists.find(ctx, ctx.spec("kern"))]


def add(ctx: Context, name: str) -> int:
    return int(records.create(ctx, ctx.spec("kern"), [{"naam": name}]).records[0]["nummer"])


def test_a_step_from_the_middle_is_undone_with_the_keyboard(
    open_window: OpenWindow, office: Context, qtbot: QtBot
) -> None:
    for name in ("Emmen", "Weerdinge", "Nieuw-Dordrecht"):
        add(office, name)
    window = open_window(office)
    press(qtbot, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    page = window.page
    assert isinstance(page, LastStepsPage)
    assert QApplication.focusWidget() is page.list
    assert page.list.item(0).text().endswith("door Jo Prins: Kern opslaan")
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Return)
    assert sorted(names(office)) == ["Emmen", "Nieuw-Dordrecht"]
    assert window.message.text() == "Ongedaan gemaakt: Kern opslaan."
    assert page.list.currentRow() == 1, "the place in the list stays"
    assert page.list.item(1).text().endswith("(kan niet meer terug)")
    assert page.told.text() == "‘Kern opslaan’ is al ongedaan gemaakt."
    assert not page.button.isEnabled()
    press(qtbot, Qt.Key.Key_Return)
    assert window.message.text() == "‘Kern opslaan’ is al ongedaan gemaakt."
    history.redo(office)
    qtbot.waitUntil(page.button.isEnabled)
    press(qtbot, Qt.Key.Key_Escape)
    assert window.page is not None
    assert window.page.key == "vandaag"


def test_what_was_built_upon_or_lies_below_an_erasing_says_why(
    open_window: OpenWindow, office: Context, qtbot: QtBot
) -> None:
    number = add(office, "Emmen")
    records.change(office, office.spec("kern"), number, {"naam": "Emmen-Oost"})
    page = opened(open_window(office))
    page.list.setCurrentRow(1)
    assert page.told.text() == "Daarna is hieraan nog iets gewijzigd."
    records.discard(office, office.spec("kern"), number)
    jobs.run(prullenbak_legen.leeg(office))
    qtbot.waitUntil(lambda: "Prullenbak geleegd" in page.list.item(0).text())
    page.list.setCurrentRow(0)
    assert page.told.text() == "Dit kan niet ongedaan worden gemaakt: wat is gewist, komt niet terug."
    for row in range(1, page.list.count() - 1):
        page.list.setCurrentRow(row)
        assert page.told.text().startswith("Verder terug dan ‘Prullenbak geleegd’ van ")
        assert not page.button.isEnabled()


def test_a_large_load_is_undone_beside_the_window(
    open_window: OpenWindow, office: Context, settled: Settled, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(undo_large, "LARGE", 1)
    add(office, "Emmen")
    window = open_window(office)
    page = opened(window)
    page.button.click()
    settled(window)
    assert names(office) == []
    assert window.message.text() == "Ongedaan gemaakt: Kern opslaan."


def test_a_new_administration_has_only_its_beginning(open_window: OpenWindow, office: Context) -> None:
    page = opened(open_window(office))
    assert page.list.count() >= 1
    page.list.setCurrentRow(page.list.count() - 1)
    assert page.told.text() == "Dit kan niet ongedaan worden gemaakt."
