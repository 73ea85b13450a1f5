"""The waste bin: what lies in it, and the way back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from huurdersapp.actions import lists, prullenbak, records
from huurdersapp.actions.context import Context
from huurdersapp.ui.main_window import MainWindow
from huurdersapp.ui.pages.prullenbak import BinPage
from huurdersapp.ui.place import Place
from tests.windows import OpenWindow, named, press

Settled = Callable[[MainWindow], None]
# Qt says this of a question where there is no real screen.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


def opened(window: MainWindow, kind: str | None = None) -> BinPage:
    window.go(Place("prullenbak", kind=kind))
    assert isinstance(window.page, BinPage)
    return window.page


def throw(ctx: Context, kind: str, amount: int) -> list[int]:
    spec = ctx.spec(kind)
    numbers = [record["nummer"] for record in lists.find(ctx, spec)][:amount]
    for number in numbers:
        records.discard(ctx, spec, number)
    return numbers


def test_an_empty_bin_says_what_it_is_for(open_window: OpenWindow, office: Context) -> None:
    page = opened(open_window(office))
    assert page.stack.currentIndex() == 1
    assert not page.restore_button.isVisible()


def test_enter_brings_the_newest_back_and_one_can_go_there(
    window: MainWindow, example: Context, qtbot: QtBot, settled: Settled
) -> None:
    first, second = throw(example, "actiepunt", 2)
    page = opened(window)
    settled(window)
    assert page.status.text() == "2 in de prullenbak"
    assert QApplication.focusWidget() is page.table
    assert page.model.rows[0].number == second
    press(qtbot, Qt.Key.Key_Return)
    assert [each.number for each in page.model.rows] == [first]
    assert window.message.text().startswith("Teruggezet: ")
    assert window.message.undo.isVisible()
    page.open_button.click()
    assert window.page is not None
    assert window.page.place().number == second


def test_several_come_back_together(window: MainWindow, example: Context, qtbot: QtBot) -> None:
    throw(example, "actiepunt", 3)
    page = opened(window)
    page.table.selectAll()
    assert page.restore_button.text() == "3 terugzetten"
    named(page, QPushButton, "3 terugzetten").click()  # type: ignore[attr-defined]
    assert prullenbak.count(example) == 0
    assert page.stack.currentIndex() == 1


def test_one_kind_can_be_shown_alone(window: MainWindow, example: Context) -> None:
    throw(example, "actiepunt", 1)
    throw(example, "overleg", 1)
    page = opened(window, "overleg")
    assert [each.kind for each in page.model.rows] == ["overleg"]
    page.kinds.setCurrentIndex(page.kinds.findData("kern"))
    page.load()
    assert page.empty_title.text() == "Hier ligt niets van deze soort."
    page.all_button.click()
    assert len(page.model.rows) == 2


def test_what_is_thrown_away_elsewhere_appears(window: MainWindow, example: Context, qtbot: QtBot) -> None:
    page = opened(window)
    throw(example, "kern", 1)
    qtbot.waitUntil(lambda: len(page.model.rows) == 1)


def test_emptying_asks_first_and_enter_does_no_harm(
    window: MainWindow, example: Context, qtbot: QtBot, settled: Settled
) -> None:
    throw(example, "actiepunt", 2)
    throw(example, "overleg", 1)
    page = opened(window, "actiepunt")
    page.empty_button.click()
    settled(window)
    assert page.box is not None
    assert page.box.text() == "U wist 2 dingen voor altijd. Terugzetten kan dan niet meer."
    assert page.box.defaultButton().text() == "Annuleren"
    press(qtbot, Qt.Key.Key_Return)
    settled(window)
    assert prullenbak.count(example) == 3
    page.empty_button.click()
    settled(window)
    next(each for each in page.box.buttons() if each.text() == "Voor altijd wissen").click()
    settled(window)
    assert window.message.text() == "2 dingen gewist."
    assert prullenbak.count(example, "actiepunt") == 0
    assert prullenbak.count(example) == 1, "another kind than the one that is shown stays"


def test_what_something_points_at_stays_in_the_bin_and_says_so(
    window: MainWindow, example: Context, settled: Settled
) -> None:
    (number, *_rest) = throw(example, "kern", 1)
    page = opened(window, "kern")
    page.empty_button.click()
    settled(window)
    assert page.box is None
    assert window.message.text() == "1 ding blijft liggen, want iets anders verwijst er nog naar."
    assert [each.number for each in page.model.rows] == [number]
