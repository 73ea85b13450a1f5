"""Jumping with Ctrl+K: screens, commands and records, all with the keyboard."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from huurdersapp.actions import records
from huurdersapp.actions.context import Context
from huurdersapp.ui.frame.jump import Jump
from huurdersapp.ui.main_window import MainWindow
from huurdersapp.ui.place import Place
from tests.windows import press, type_into

CTRL = Qt.KeyboardModifier.ControlModifier
Settled = Callable[[MainWindow], None]


@pytest.fixture
def gone(window: MainWindow) -> list[Place]:
    """Where somebody was sent, instead of going there."""
    assert window.desk is not None
    found: list[Place] = []
    window.desk.went.disconnect()
    window.desk.went.connect(found.append)
    return found


@pytest.fixture
def jump(window: MainWindow, qtbot: QtBot, settled: Settled) -> Callable[[str], Jump]:
    """Ctrl+K, and type."""

    def ask(words: str = "") -> Jump:
        press(qtbot, Qt.Key.Key_K, CTRL)
        settled(window)
        box = window.findChild(Jump)
        assert isinstance(box, Jump)
        assert box.line.hasFocus()
        if words:
            type_into(qtbot, words)
            qtbot.waitUntil(lambda: box._known == words)
        return box

    return ask


def texts(box: Jump) -> list[str]:
    return [row.text() for row in box.list.rows]


def test_a_screen_is_reached_by_a_piece_of_its_name(
    jump: Callable[[str], Jump], gone: list[Place], qtbot: QtBot
) -> None:
    box = jump("adv")
    assert texts(box)[0].startswith("Adviezen")
    press(qtbot, Qt.Key.Key_Return)
    assert gone == [Place("advies")]


def test_a_new_record_begins_from_its_words(
    jump: Callable[[str], Jump], gone: list[Place], qtbot: QtBot
) -> None:
    jump("nieuw kn")
    press(qtbot, Qt.Key.Key_Return)
    assert gone == [Place("knelpunt", doing="nieuw", kind="knelpunt")]


@pytest.mark.parametrize("typed", ["knelpunt 12", "kn 12", "KN12"])
def test_a_record_is_reached_by_its_number(
    jump: Callable[[str], Jump], gone: list[Place], qtbot: QtBot, typed: str
) -> None:
    jump(typed)
    press(qtbot, Qt.Key.Key_Return)
    assert gone == [Place("knelpunt", 12, kind="knelpunt")]


def test_enter_right_after_typing_waits_for_what_was_meant(
    jump: Callable[[], Jump], gone: list[Place], qtbot: QtBot
) -> None:
    box = jump()
    type_into(qtbot, "knelpunt 1")
    qtbot.waitUntil(lambda: box._known == "knelpunt 1")
    type_into(qtbot, "2")
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(gone))
    assert gone == [Place("knelpunt", 12, kind="knelpunt")]


def test_a_record_is_reached_by_its_words_with_the_arrows(
    jump: Callable[[str], Jump], gone: list[Place], qtbot: QtBot
) -> None:
    box = jump("schimmel")
    assert 0 < len(box.list.rows) <= 8
    second = box.list.rows[1].key
    press(qtbot, Qt.Key.Key_Down)
    assert box.line.hasFocus()
    assert box.list.current_key() == second
    press(qtbot, Qt.Key.Key_Return)
    assert [f"{place.kind} {place.number}" for place in gone] == [second]


def test_a_command_of_the_menu_is_done(jump: Callable[[str], Jump], window: MainWindow, qtbot: QtBot) -> None:
    before = window.look.zoom
    jump("grotere")
    press(qtbot, Qt.Key.Key_Return)
    assert window.look.zoom == before + 10


def test_escape_closes_it_and_gives_the_focus_back(
    jump: Callable[[str], Jump], window: MainWindow, qtbot: QtBot
) -> None:
    window.search.setFocus()
    box = jump("schim")
    press(qtbot, Qt.Key.Key_Escape)
    assert window.search.hasFocus()
    assert not box.isVisible()


def test_pressed_twice_it_is_closed_again(jump: Callable[[], Jump], window: MainWindow, qtbot: QtBot) -> None:
    window.search.setFocus()
    jump()
    press(qtbot, Qt.Key.Key_K, CTRL)
    assert window.search.hasFocus()
    assert [box for box in window.findChildren(Jump) if box.isVisible()] == []


def test_it_closes_when_one_goes_on_elsewhere(
    jump: Callable[[], Jump], window: MainWindow, qtbot: QtBot
) -> None:
    box = jump()
    window.search.setFocus()
    qtbot.waitUntil(lambda: not [one for one in window.findChildren(Jump) if one.isVisible()])
    assert window.search.hasFocus()
    del box


def test_records_of_a_moment_ago_stand_on_top(
    jump: Callable[[], Jump], window: MainWindow, settled: Settled
) -> None:
    for number in (3, 7):
        window.go(Place("akkoord", number, kind="afspraak"))
        settled(window)
    window.go(Place("vandaag"))
    box = jump()
    keys = [row.key for row in box.list.rows]
    assert keys[:2] == ["afspraak 7", "afspraak 3"]


def test_what_was_changed_last_is_offered_too(
    jump: Callable[[], Jump], window: MainWindow, example: Context
) -> None:
    records.change(example, example.spec("knelpunt"), 5, {"titel": "Anders genoemd"})
    rows = {row.key: row.text() for row in jump().list.rows}
    assert rows["knelpunt 5"] == "Anders genoemd   Knelpunt 5, pas gewijzigd"


def test_nothing_found_is_said(jump: Callable[[str], Jump]) -> None:
    box = jump("zzzqqq")
    assert box.none.isVisible()
    assert box.none.text() == "Niets gevonden. Probeer een ander woord."


def test_it_fits_with_large_letters_in_a_small_window(
    jump: Callable[[str], Jump], window: MainWindow
) -> None:
    window.resize(1024, 600)
    window.look.set_zoom(200)
    box = jump("schimmel")
    assert window.rect().contains(box.geometry())
    window.look.set_zoom(100)
    window.resize(800, 480)
    assert window.rect().contains(box.geometry())


def test_every_part_has_a_name(jump: Callable[[], Jump]) -> None:
    box = jump()
    assert box.line.accessibleName() == "Springen naar"
    assert box.list.accessibleName() == "Waar u heen kunt"
    assert QApplication.focusWidget() is box.line


def test_escape_closes_it_also_when_the_screen_under_it_was_built_anew(
    jump: Callable[..., Jump], window: MainWindow, qtbot: QtBot, settled: Settled
) -> None:
    window.go(Place("vandaag"))
    settled(window)
    box = jump()
    before = QApplication.focusWidget()
    assert box._before is not None
    shiboken6.delete(box._before)
    with qtbot.captureExceptions() as faults:
        press(qtbot, Qt.Key.Key_Escape)
        qtbot.wait(0)
    assert not faults
    assert before is not QApplication.focusWidget()


def test_a_screen_that_begins_so_comes_before_a_record_of_a_moment_ago(
    jump: Callable[[str], Jump], example: Context
) -> None:
    records.create(example, example.spec("actiepunt"), [{"wat": "Bellen over de lift", "persoon": "Jo"}])
    box = jump("over")
    assert "Bellen over de lift" in [goal.text for goal in box._shown.values()]
    assert box.list.current_key() == "scherm overleg"
