"""Hulp: the handbook opens at the right page, and versions and log can be looked at."""

from __future__ import annotations

import logging

from PySide6.QtCore import Qt, QUrl
from pytestqt.qtbot import QtBot

from huurdersapp.base import log
from huurdersapp.ui.main_window import MainWindow
from huurdersapp.ui.pages.hulp import HelpPage, chapters, heading
from huurdersapp.ui.place import Place


def shown(window: MainWindow) -> HelpPage:
    page = window.page
    assert isinstance(page, HelpPage)
    return page


def test_f1_opens_the_page_of_this_screen_and_going_back_returns(window: MainWindow, qtbot: QtBot) -> None:
    window.go(Place("instellingen"))
    qtbot.keyClick(window, Qt.Key.Key_F1)
    assert shown(window).text.toPlainText().startswith("Instellingen")
    qtbot.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.page is not None
    assert window.page.key == "instellingen"


def test_every_page_has_a_title_and_its_links_lead_somewhere(window: MainWindow) -> None:
    window.go(Place("hulp"))
    page = shown(window)
    for name, path in chapters().items():
        assert heading(path)
        for link in path.read_text(encoding="utf-8").split("](")[1:]:
            target = link.partition(")")[0]
            assert target.removesuffix(".md") in chapters(), f"{name} links to {target}"
    page.text.anchorClicked.emit(QUrl("instellingen.md"))
    assert page.text.toPlainText().startswith("Instellingen")


def test_words_are_found_in_all_pages(window: MainWindow) -> None:
    window.go(Place("hulp"))
    page = shown(window)
    pages = [page.contents.item(row).text() for row in range(page.contents.count())]
    page.search.setText("usb-stick")
    found = [page.contents.item(row).text() for row in range(page.contents.count())]
    assert {"Reservekopieën", "Instellingen"} <= set(found) < set(pages)
    page.search.setText("xyzzy")
    assert "Niets gevonden" in page.text.toPlainText()


def test_versions_and_log_can_be_copied(window: MainWindow, qapp: object) -> None:
    log.LOGGER.info("Regel voor het logboek")
    for handler in logging.getLogger("huurdersapp").handlers:
        handler.flush()
    window.go(Place("hulp", words="logboek"))
    page = shown(window)
    assert "Regel voor het logboek" in page.text.toPlainText()
    window.go(Place("hulp", words="over"))
    assert "PySide6" in page.text.toPlainText()
    page.copy.click()
    assert window.message.text() == "De tekst is gekopieerd."


def test_pages_in_the_list_have_room_to_be_read_and_hit(window: MainWindow, qtbot: QtBot) -> None:
    window.go(Place("hulp"))
    contents = shown(window).contents
    qtbot.waitExposed(contents)
    heights = {contents.visualItemRect(contents.item(row)).height() for row in range(contents.count())}
    assert min(heights) >= 28
