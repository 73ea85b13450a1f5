"""The ways to a report: the list of all of them, Ctrl+K, search, and from the records that it tells about."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from huurdersapp.actions import lists
from huurdersapp.actions.context import Context
from huurdersapp.ui.frame.jump import Jump
from huurdersapp.ui.main_window import MainWindow
from huurdersapp.ui.pages.verslag import ReportPage
from huurdersapp.ui.pages.verslagen import ReportsPage
from huurdersapp.ui.place import Place
from tests.journeys.keyboard import Person
from tests.ui.preview.waiting import ready
from tests.windows import named

# Qt says this of each window with a smallest size of its own where there is no real screen.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


def test_enter_in_the_list_opens_the_report_where_it_is_made(
    window: MainWindow, qtbot: QtBot, example: Context
) -> None:
    me = Person(qtbot, window).settle()
    me.press("Ctrl+9").settle()
    me.tab_to("Alle verslagen").press("Space").settle()
    assert me.heading == "Alle verslagen"
    page = window.page
    assert isinstance(page, ReportsPage)
    assert page.pane.model.rowCount() == lists.count(example, example.spec("verslag"))
    me.until(lambda: page.pane.table.hasFocus())
    chosen = page.pane.number()
    me.press("Return").settle()
    report = window.page
    assert isinstance(report, ReportPage)
    assert report.place().number == chosen
    me.press("Alt+Left").settle()
    assert me.heading == "Alle verslagen"


def test_the_list_is_narrowed_by_state_and_kind(window: MainWindow, qtbot: QtBot, example: Context) -> None:
    me = Person(qtbot, window).settle()
    window.go(Place("verslagen"))
    me.settle()
    page = window.page
    assert isinstance(page, ReportsPage)
    for chip, where in (
        ("Concept", "status=concept"),
        ("Verstuurd", "status=verstuurd"),
        ("Trimesterverslag", "soort=trimester"),
    ):
        named(page, QPushButton, chip).click()  # type: ignore[attr-defined]
        me.settle()
        assert page.pane.model.rowCount() == lists.count(example, example.spec("verslag"), [where])


def test_a_new_report_begins_with_its_pages(window: MainWindow, qtbot: QtBot) -> None:
    me = Person(qtbot, window).settle()
    window.go(Place("verslagen"))
    me.settle().press("Ctrl+N").settle()
    assert isinstance(window.page, ReportPage)


def test_all_reports_are_reached_from_anywhere(window: MainWindow, qtbot: QtBot) -> None:
    me = Person(qtbot, window).settle()
    me.press("Ctrl+K").type("alle versl").settle()
    assert window.findChildren(Jump)
    me.until(lambda: me.goals()[0].startswith("Alle verslagen")).press("Return").settle()
    assert me.heading == "Alle verslagen"


def test_the_outcome_of_a_raadpleging_is_put_in_the_report_of_its_period(
    window: MainWindow, qtbot: QtBot, example: Context
) -> None:
    (row,) = lists.find(example, example.spec("raadpleging"), ["nummer=4"])
    window.go(Place("raadpleging", 4))
    named(window, QPushButton, "Zet uitslag in verslag…").click()  # type: ignore[attr-defined]
    page = window.page
    assert isinstance(page, ReportPage)
    ready(qtbot, page.preview)
    year, month = int(row["sluit_op"][:4]), int(row["sluit_op"][5:7])
    assert page.place().values["periode"] == f"{year}-T{(month - 1) // 4 + 1}"
    assert page.bench.card is not None
    assert page.bench.card.part.key == "raadplegingen"
    assert page.bench.card.editor.edit.hasFocus()
    assert page.place().number is None, "looking keeps nothing"
