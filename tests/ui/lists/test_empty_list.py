"""A list with nothing in it says so, also where large letters leave little room for it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from huurdersapp.ui.lists.list_page import ListPage
from huurdersapp.ui.main_window import MainWindow
from huurdersapp.ui.place import Place


@pytest.mark.parametrize("zoom", [100, 200])
def test_its_words_keep_their_height_and_its_button_is_reached(
    window: MainWindow, settled: Callable[[MainWindow], None], zoom: int
) -> None:
    window.resize(1280, 680)
    window.look.set_zoom(zoom)
    window.go(Place("brieven", kind="briefsjabloon"))
    settled(window)
    page = window.page
    assert isinstance(page, ListPage)
    pane = page.pane
    for label in (pane.empty_title, pane.empty_text):
        assert label.height() >= label.heightForWidth(label.width())
    assert pane.empty_text.geometry().bottom() < pane.empty_button.geometry().top()
    for _press in range(30):
        if pane.empty_button.hasFocus():
            break
        QTest.keyClick(window, Qt.Key.Key_Tab)
    assert pane.empty_button.hasFocus()
    assert pane.empty_button.visibleRegion().boundingRect().size() == pane.empty_button.size()
