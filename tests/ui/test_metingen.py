"""The list of metingen: what is selected is confirmed and settled in one step for one overleg; changes and cases are lists
beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from huurdersapp.actions import akkoord, lists, metingen, records
from huurdersapp.actions.context import Context
from huurdersapp.base import clock, jobs
from huurdersapp.ui.lists import list_tasks
from huurdersapp.ui.main_window import MainWindow
from huurdersapp.ui.pages.metingen import KINDS, MetingenPage
from huurdersapp.ui.pages.registry import page_of
from huurdersapp.ui.place import Place
from tests.akkoorden import FOREIGN
from tests.journeys.keyboard import Person
from tests.windows import OpenWindow

Settled = Callable[[MainWindow], None]


@pytest.fixture
def numbers(office: Context) -> Iterator[list[int]]:
    """Values of the foreign akkoord, looked at in 2026."""
    jobs.run(akkoord.load(office, FOREIGN))
    (measure,) = lists.find(office, office.spec("indicator"), ["soort=aantal"])[:1]
    with clock.fixed(clock.today().replace(year=2026)):
        yield [
            metingen.enter(
                office, {"indicator": measure["nummer"], "periode": str(year), "waarde": year - 2020}
            ).records[0]["nummer"]
            for year in (2024, 2025)
        ]


def test_by_keyboard_all_that_is_selected_is_settled_in_one_step_and_turned_back(
    open_window: OpenWindow, office: Context, numbers: list[int], settled: Settled, qtbot: QtBot
) -> None:
    window = open_window(office)
    window.go(Place("metingen", kind="meting"))
    settled(window)
    page = window.page
    assert isinstance(page, MetingenPage)
    person = Person(qtbot, window)
    person.press("Home", "Ctrl+A")
    person.tab_to("Vaststellen", "Shift+Tab").press("Space")
    person.tab_to("Vastgesteld op").type("1-3-2026")
    person.tab_to("Vastleggen").press("Space")
    settled(window)
    spec = office.spec("meting")
    assert [records.show(office, spec, number)["status"] for number in numbers] == ["vastgesteld"] * 2
    person.press("Ctrl+Z")
    settled(window)
    assert [records.show(office, spec, number)["status"] for number in numbers] == ["concept"] * 2


def test_more_than_can_be_done_at_once_are_told_and_left(
    open_window: OpenWindow,
    office: Context,
    numbers: list[int],
    settled: Settled,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(list_tasks, "MOST_AT_ONCE", len(numbers) - 1)
    window = open_window(office)
    window.go(Place("metingen", kind="meting"))
    settled(window)
    page = window.page
    assert isinstance(page, MetingenPage)
    person = Person(qtbot, window)
    person.press("Home", "Ctrl+A")
    person.tab_to("Vaststellen", "Shift+Tab").press("Space")
    assert window.message.text() == "Dat zijn er te veel tegelijk. Kies er hoogstens 1."
    assert page.task is None


def test_without_day_or_overleg_it_says_what_to_fill_in(
    open_window: OpenWindow, office: Context, numbers: list[int], settled: Settled, qtbot: QtBot
) -> None:
    window = open_window(office)
    window.go(Place("metingen", numbers[0], kind="meting"))
    settled(window)
    page = window.page
    assert isinstance(page, MetingenPage)
    person = Person(qtbot, window)
    page.take_further("bevestigd")
    person.tab_to("Vastleggen").press("Space")
    assert page.task is not None
    said = " ".join(each.text() for each in page.task.findChildren(QLabel) if each.isVisible())
    assert "Kies in welk overleg dit was, of op welke dag." in said
    assert records.show(office, office.spec("meting"), numbers[0])["status"] == "concept"


def test_the_kinds_above_the_list_give_way_where_a_record_has_the_screen_to_itself(
    open_window: OpenWindow, office: Context, numbers: list[int], settled: Settled
) -> None:
    window = open_window(office)
    window.resize(1024, 600)
    window.go(Place("metingen", kind="meting"))
    settled(window)
    page = window.page
    assert isinstance(page, MetingenPage)
    assert page.kinds_row.isVisible()
    page.open_record(numbers[0])
    settled(window)
    assert not page.kinds_row.isVisible()
    page.to_list()
    settled(window)
    assert page.kinds_row.isVisible()


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_has_its_list_here(
    open_window: OpenWindow, office: Context, settled: Settled, kind: str
) -> None:
    window = open_window(office)
    assert page_of(kind) == "metingen"
    window.go(Place("metingen", kind=kind))
    settled(window)
    page = window.page
    assert isinstance(page, MetingenPage)
    assert page.kind == kind
    assert page.title() == str(office.spec(kind).plural)
    assert page.further["vastgesteld"].isVisible() == (kind == "meting")


def test_with_large_letters_the_list_keeps_its_room_and_the_rest_comes_with_more(
    open_window: OpenWindow, office: Context, numbers: list[int], settled: Settled
) -> None:
    window = open_window(office)
    window.resize(1280, 680)
    window.look.set_zoom(200)
    window.go(Place("metingen", kind="meting"))
    settled(window)
    page = window.page
    assert isinstance(page, MetingenPage)
    table = page.pane.table
    assert table.viewport().height() >= table.rowHeight(0), "at least one row is seen"
    further = (*page.further.values(), page.load_button)
    assert not any(button.isVisible() for button in further)
    page.bar.more_button.click()
    assert all(button.isVisible() for button in further)
    page.bar.more_button.click()
    window.look.set_zoom(100)
    assert all(button.isVisible() for button in further)


@pytest.mark.usefixtures("numbers")
def test_a_new_bijstelling_begins_at_the_point_that_changes(
    open_window: OpenWindow, office: Context, settled: Settled, qtbot: QtBot
) -> None:
    window = open_window(office)
    window.go(Place("metingen", kind="bijstelling"))
    settled(window)
    Person(qtbot, window).press("Ctrl+N")
    settled(window)
    assert window.page is not None
    assert window.page.key == "akkoord"
    assert "Bijstellen…" in window.message.text()
    assert lists.find(office, office.spec("bijstelling")) == []
