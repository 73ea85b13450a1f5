"""Searching everything: with the box above the screens, the keyboard, and the way to the record or to its list."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from huurdersapp.actions import lists
from huurdersapp.actions.context import Context
from huurdersapp.actions.records import discard
from huurdersapp.base.settings import LAST_PLACE
from huurdersapp.ui.main_window import MainWindow
from huurdersapp.ui.pages.zoeken import OF_A_KIND, SearchPage
from huurdersapp.ui.place import Place
from tests.windows import press, type_into

Settled = Callable[[MainWindow], None]


@pytest.fixture
def search(window: MainWindow, qtbot: QtBot, settled: Settled) -> Callable[[str], SearchPage]:
    """Search from Vandaag as people do: Ctrl+F, the words, Enter."""

    def ask(words: str) -> SearchPage:
        press(qtbot, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
        type_into(qtbot, words)
        press(qtbot, Qt.Key.Key_Return)
        settled(window)
        page = window.page
        assert isinstance(page, SearchPage)
        return page

    return ask


def shown(page: SearchPage) -> list[str]:
    return [row.text() for row in page.list.rows]


def test_finds_are_grouped_by_kind_with_the_words_marked(
    search: Callable[[str], SearchPage], example: Context
) -> None:
    page = search("schimmel")
    headings = [row.text() for row in page.list.rows if row.key is None]
    assert "Knelpunten (8)" in headings
    assert "Raadplegingen (1)" in headings
    marked = 0
    for row in page.list.rows:
        if row.key is not None:
            places = [part.text[start:end] for part in row.paragraphs for start, end in part.found]
            marked += bool(places)
            # what is found by a line or by a choice has nothing to mark in what is shown of it
            assert {place.lower() for place in places} <= {"schimmel"}
    assert marked >= 8
    kinds = example.store.catalogue.specs.values()
    found = sum(lists.count(example, spec, words="schimmel") for spec in kinds)
    assert page.count.text() == f"{found} keer gevonden: ‘schimmel’"


def test_enter_opens_the_record_on_its_screen(
    search: Callable[[str], SearchPage], qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = search("schimmel kinderkamer")
    gone: list[Place] = []
    monkeypatch.setattr(window, "go", gone.append)
    page.desk.went.disconnect()
    page.desk.went.connect(gone.append)
    press(qtbot, Qt.Key.Key_Down)
    assert page.list.hasFocus()
    press(qtbot, Qt.Key.Key_Return)
    assert [(place.page, place.kind, place.number) for place in gone] == [("knelpunt", "knelpunt", 10)]


def test_all_of_a_kind_open_as_their_list_with_the_same_words(
    search: Callable[[str], SearchPage], example: Context
) -> None:
    page = search("huur")
    gone: list[Place] = []
    page.desk.went.disconnect()
    page.desk.went.connect(gone.append)
    row = next(row for row in page.list.rows if row.key == ("alle", "afspraak"))
    count = lists.count(example, example.spec("afspraak"), words="huur")
    assert count > OF_A_KIND
    assert row.text() == f"Alle {count} in Akkoord"
    page.list.select(row.key)
    page.list.opened.emit(row.key)
    assert gone == [Place("akkoord", words="huur", title="Gevonden: ‘huur’", kind="afspraak")]


def test_every_kind_that_has_finds_is_named_with_its_number(
    search: Callable[[str], SearchPage], example: Context
) -> None:
    page = search("huur")
    headings = {row.text() for row in page.list.rows if row.key is None}
    for spec in example.store.catalogue.specs.values():
        if count := lists.count(example, spec, words="huur"):
            assert f"{spec.plural} ({count})" in headings


def test_while_one_types_the_finds_follow_and_the_box_keeps_the_focus(
    search: Callable[[str], SearchPage], qtbot: QtBot, window: MainWindow, settled: Settled
) -> None:
    page = search("schimmel")
    window.search.setFocus()
    window.search.selectAll()
    with qtbot.waitSignal(window.search.typed):
        type_into(qtbot, "voordeur")
    settled(window)
    assert window.search.hasFocus()
    assert any("voordeur" in text.lower() for text in shown(page))
    assert page.place().words == "voordeur"
    press(qtbot, Qt.Key.Key_Down)
    assert page.list.hasFocus()


def test_nothing_found_gives_advice(search: Callable[[str], SearchPage]) -> None:
    page = search("zzzqqq")
    assert page.list.rows == []
    assert page.count.text() == (
        "Niets gevonden voor ‘zzzqqq’. Probeer minder woorden, of een deel van een woord."
    )


def test_a_number_is_found_and_accents_do_not_matter(
    search: Callable[[str], SearchPage], window: MainWindow, settled: Settled
) -> None:
    page = search("kn 16")
    assert ("knelpunt", 16) in [row.key for row in page.list.rows]
    page.show_place(Place("zoeken", words="schímmel"))
    settled(window)
    assert ("knelpunt", 16) in [row.key for row in page.list.rows]


def test_what_was_thrown_away_is_no_longer_found(
    search: Callable[[str], SearchPage], example: Context, window: MainWindow, settled: Settled, qtbot: QtBot
) -> None:
    page = search("schimmel kinderkamer")
    assert ("knelpunt", 10) in [row.key for row in page.list.rows]
    discard(example, example.spec("knelpunt"), 10)
    qtbot.waitUntil(lambda: ("knelpunt", 10) not in [row.key for row in page.list.rows])


def test_what_was_searched_for_is_not_kept(
    search: Callable[[str], SearchPage], example: Context, window: MainWindow
) -> None:
    search("schimmel")
    window.close()
    assert "schimmel" not in example.settings.get(LAST_PLACE)
    assert "schimmel" not in (example.folder / "instellingen.json").read_text(encoding="utf-8")


def test_a_screen_reader_hears_what_each_find_is(search: Callable[[str], SearchPage]) -> None:
    page = search("schimmel kinderkamer")
    view = QAccessible.queryAccessibleInterface(page.list)
    assert view.text(QAccessible.Text.Name) == "Wat er gevonden is"
    names = [view.child(at).text(QAccessible.Text.Name) for at in range(view.childCount())]
    assert any("Schimmel in de hoek" in name and "Knelpunt 10" in name for name in names)
