"""The frame: every screen can be reached, one that fails takes no other along, and it looks as it was left."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from huurdersapp.actions.context import Context
from huurdersapp.base.settings import TEXT_SIZE
from huurdersapp.ui.main_window import MainWindow
from huurdersapp.ui.pages.failed import FailedPage
from huurdersapp.ui.pages.registry import BY_KEY, Entry
from huurdersapp.ui.place import Place
from tests.windows import OpenWindow


def test_the_window_opens_on_vandaag(window: MainWindow) -> None:
    assert window.heading.text() == "Vandaag"
    assert window.windowTitle() == "Vandaag – huurdersapp"
    assert window.banner.isVisible()


def test_letters_grow_live_and_are_remembered(window: MainWindow, qtbot: QtBot, example: Context) -> None:
    before = window.heading.fontMetrics().height()
    qtbot.keyClick(window, Qt.Key.Key_Equal, Qt.KeyboardModifier.ControlModifier)
    assert window.heading.fontMetrics().height() >= before
    assert example.settings.get(TEXT_SIZE) == 110


def test_from_150_per_cent_the_navigation_is_one_choice_list(window: MainWindow) -> None:
    window.look.set_zoom(150)
    assert window.compact.isVisible()
    assert not window.navigation.isVisible()
    window.look.set_zoom(100)
    assert window.navigation.isVisible()


@pytest.mark.expects_log("Scherm stuk")
def test_a_screen_that_fails_says_why_and_the_rest_works(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = Entry("stuk", BY_KEY["vandaag"].label, "vandaag", "bestaat_niet")
    monkeypatch.setitem(BY_KEY, "stuk", broken)
    window.go(Place("stuk"))
    assert isinstance(window.stack.currentWidget(), FailedPage)
    window.go(Place("vandaag"))
    assert window.page is not None


def test_the_last_screen_is_open_again(
    open_window: OpenWindow, office: Context, settled: Callable[..., None]
) -> None:
    first = open_window(office)
    first.go(Place("instellingen"))
    first.close()
    again = open_window(office)
    assert again.page is not None
    assert again.page.key == "instellingen"
