"""The year on one page as it is printed, and the same year as a file for a calendar."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import vobject
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from huurdersapp.actions.context import Context
from huurdersapp.ui.main_window import MainWindow
from huurdersapp.ui.page import Page
from huurdersapp.ui.pages.jaaragenda import JaaragendaPage
from huurdersapp.ui.pages.jaaragenda_papier import YearPaperPage
from huurdersapp.ui.place import Place
from tests.windows import named


def shown(window: MainWindow, bot: QtBot, kind: str | None = None, year: int = 2021) -> YearPaperPage:
    window.go(Place("jaaragenda_papier", kind=kind, values={"jaar": year}))
    page = window.page
    assert isinstance(page, YearPaperPage)
    bot.waitUntil(lambda: page.preview.paper is not None, timeout=20_000)
    return page


def at(window: MainWindow) -> Page:
    """The screen that is open."""
    assert window.page is not None
    return window.page


def test_the_year_stands_on_one_page_and_the_list_on_more(window: MainWindow, qtbot: QtBot) -> None:
    page = shown(window, qtbot)
    assert page.preview.paper is not None
    assert page.preview.paper.pages == 1
    assert page.file_name(page.preview.paper) == "Jaaragenda 2021"
    for row, pages in ((1, 1), (2, 2)):
        with qtbot.waitSignal(page.preview.made, timeout=20_000) as made:
            page.form.setCurrentIndex(row)
            page.form.activated.emit(row)
        assert made.args is not None
        assert made.args[0].pages >= pages


def test_another_year_is_another_page(window: MainWindow, qtbot: QtBot) -> None:
    page = shown(window, qtbot)
    with qtbot.waitSignal(page.preview.made, timeout=20_000) as made:
        page.year.setValue(2020)
    assert made.args is not None
    assert page.file_name(made.args[0]) == "Jaaragenda 2020"
    assert page.place().values["jaar"] == 2020
    back = named(page, QPushButton, "Naar de jaaragenda")
    assert isinstance(back, QPushButton)
    back.click()
    assert isinstance(window.page, JaaragendaPage)
    assert window.page.number_of_year == 2020


def test_the_calendar_reminds_so_many_days_before_as_somebody_chooses(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, settled: Callable[[MainWindow], None]
) -> None:
    page = shown(window, qtbot, "ics")
    assert page.ics.hasFocus()
    found = {}
    for days in (-1, 3):
        path = tmp_path / f"{days}.ics"
        page.days.setValue(days)
        page.save_calendar(path)
        qtbot.waitUntil(path.exists)
        settled(window)
        calendar = vobject.readOne(path.read_text(encoding="utf-8"))
        found[days] = {
            alarm.trigger.value
            for event in calendar.vevent_list
            for alarm in getattr(event, "valarm_list", ())
        }
    assert len(found[-1]) > 1, "as each moment says itself"
    assert all(-timedelta(days=3) <= each <= -timedelta(days=2) for each in found[3])
    words = [each.text() for each in page.findChildren(QLabel) if each.isVisible()]
    assert any(text.startswith("Opgeslagen: ") for text in words)


def test_ctrl_p_on_the_jaaragenda_leads_here(window: MainWindow, example: Context, qtbot: QtBot) -> None:
    window.go(Place("jaaragenda", values={"jaar": 2020}))
    page = at(window)
    assert isinstance(page, JaaragendaPage)
    qtbot.waitUntil(lambda: page.year is not None)
    page.commands()["afdrukken"]()
    assert isinstance(at(window), YearPaperPage)
    assert at(window).place().values["jaar"] == 2020
