"""The scorecard on the screen: what landlords did with the adviezen, and the list behind each number."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from huurdersapp.actions import scorekaart
from huurdersapp.actions.context import Context
from huurdersapp.ui.lists.list_page import ListPage
from huurdersapp.ui.main_window import MainWindow
from huurdersapp.ui.pages.scorekaart import COLUMNS, ScorePage
from huurdersapp.ui.place import Place
from tests.windows import OpenWindow, named

Settle = Callable[[MainWindow], None]


def page(window: MainWindow) -> ScorePage:
    shown = window.page
    assert isinstance(shown, ScorePage)
    return shown


def labels(widget: QWidget) -> list[str]:
    return [each.text() for each in widget.findChildren(QLabel) if each.isVisible()]


def test_one_comes_from_the_adviezen_and_goes_back(window: MainWindow, settled: Settle) -> None:
    window.go(Place("advies"))
    settled(window)
    shown: Any = window.page
    shown.score.click()
    settled(window)
    assert window.heading.text() == "Scorekaart"
    page(window).back.click()
    settled(window)
    assert window._key == "advies"


def test_every_number_opens_the_list_that_it_counts(
    window: MainWindow, example: Context, settled: Settle
) -> None:
    whole = scorekaart.scorekaart(example)
    window.go(Place("scorekaart"))
    settled(window)
    assert f"{whole.total['totaal'].count} adviezen verstuurd" in labels(page(window))
    wanted = [
        (row.name, row[key])
        for group in whole.groups
        for row in group.rows
        for key in COLUMNS
        if row[key].count
    ]
    assert len(wanted) > 20
    for name, found in (wanted[0], wanted[1], wanted[-1]):
        window.go(Place("scorekaart"))
        settled(window)
        button = named(page(window), QPushButton, f"{name}, {found.label}: {found.count}")
        assert isinstance(button, QPushButton)
        button.click()
        settled(window)
        listed = window.page
        assert isinstance(listed, ListPage)
        assert listed.pane.model.count == found.records


def test_a_landlord_and_a_year_are_chosen(window: MainWindow, example: Context, settled: Settle) -> None:
    window.go(Place("scorekaart"))
    settled(window)
    shown = page(window)
    shown.landlord.setCurrentIndex(shown.landlord.findText("Lefier"))
    shown.year.setCurrentIndex(shown.year.findText("2020"))
    shown.year.activated.emit(shown.year.currentIndex())
    settled(window)
    number = shown.landlord.currentData()
    expected = scorekaart.scorekaart(example, number, (2020, 2020)).total["totaal"].count
    assert 0 < expected < scorekaart.scorekaart(example).total["totaal"].count
    assert shown.found.card.landlord == "Lefier"
    assert f"{expected} adviezen verstuurd" in labels(shown)
    assert (shown.place().number, shown.place().values) == (number, {"jaar": 2020})


def test_without_adviezen_it_says_what_will_stand_here(
    open_window: OpenWindow, office: Context, settled: Settle
) -> None:
    window = open_window(office)
    window.go(Place("scorekaart"))
    settled(window)
    assert any("nog geen advies verstuurd" in text for text in labels(page(window)))


def test_with_little_room_the_columns_stand_under_each_other(window: MainWindow, settled: Settle) -> None:
    window.go(Place("scorekaart"))
    settled(window)
    assert page(window).wide
    window.look.set_zoom(200)
    settled(window)
    assert not page(window).wide
    assert page(window).area.horizontalScrollBar().maximum() == 0
