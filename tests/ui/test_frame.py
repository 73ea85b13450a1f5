"""Menu, keys and message bar: each command has its Windows word, its key, and tells what it did."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Generator
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from huurdersapp.actions import lists, records
from huurdersapp.actions.context import Context
from huurdersapp.base.errors import UserError
from huurdersapp.base.jobs import Job, Progress
from huurdersapp.ui.main_window import MainWindow
from huurdersapp.ui.place import Place
from tests.windows import OpenWindow

CTRL = Qt.KeyboardModifier.ControlModifier


def new_kern(ctx: Context, name: str) -> None:
    records.create(ctx, ctx.spec("kern"), [{"naam": name, "soort": "kern"}])


def kernen(ctx: Context) -> int:
    return lists.count(ctx, ctx.spec("kern"))


def test_no_key_stands_for_two_things(window: MainWindow) -> None:
    keys = [key.toString() for action in window.menus.actions.values() for key in action.shortcuts()]
    assert [key for key, count in Counter(keys).items() if count > 1] == []


def test_the_keys_of_the_guide_are_there(window: MainWindow) -> None:
    wanted = {
        "nieuw": "Ctrl+N", "opslaan": "Ctrl+S", "opslaan_en_volgende": "Ctrl+Return", "ongedaan": "Ctrl+Z",
        "opnieuw": "Ctrl+Y", "overal_zoeken": "Ctrl+F", "springen": "Ctrl+K", "afdrukken": "Ctrl+P",
        "verwijderen": "Del", "sluiten": "Esc", "hulp": "F1", "terug": "Alt+Left", "gewoon": "Ctrl+0",
        "naar_vandaag": "Ctrl+1", "naar_raadpleging": "Ctrl+2", "naar_knelpunt": "Ctrl+4", "naar_advies": "Ctrl+6",
        "naar_akkoord": "Ctrl+7", "naar_overleg": "Ctrl+8", "naar_verslag": "Ctrl+9",
    }  # fmt: skip
    for name, key in wanted.items():
        assert QKeySequence(key) in window.menus.actions[name].shortcuts(), name


def test_the_menu_names_the_step_and_ctrl_z_takes_it_back(
    office: Context, open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window(office)
    new_kern(office, "Klazienaveen")
    window.name_undo()
    assert window.menus.actions["ongedaan"].text() == "Ongedaan maken: Kern opslaan"
    window.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert kernen(office) == 0
    assert window.message.text() == "Ongedaan gemaakt: Kern opslaan."
    window.name_undo()
    assert window.menus.actions["opnieuw"].text() == "Opnieuw doen: Kern opslaan"
    qtbot.keyClick(window, Qt.Key.Key_Y, CTRL)
    assert kernen(office) == 1


def test_nothing_to_undo_is_told_in_a_sentence(office: Context, open_window: OpenWindow) -> None:
    window = open_window(office)
    window.undo()
    assert window.message.text() == "Er is niets om ongedaan te maken."


def test_a_message_stays_until_the_next_action_and_can_take_the_step_back(
    office: Context, open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window(office)
    assert window.desk is not None
    new_kern(office, "Klazienaveen")
    window.desk.say("Opgeslagen: Klazienaveen.", undo=True)
    assert window.message.undo.isVisible()
    window.go(Place("instellingen"))
    assert window.message.text() == "Opgeslagen: Klazienaveen."
    qtbot.mouseClick(window.message.undo, Qt.MouseButton.LeftButton)
    assert kernen(office) == 0
    window.message.close_button.click()
    assert window.message.text() == ""


def test_what_went_wrong_does_not_follow_to_the_next_screen(window: MainWindow, qtbot: QtBot) -> None:
    assert window.desk is not None
    window.go(Place("hulp"))
    window.desk.tell(UserError("Deze toets doet hier niets."))
    assert window.message.text() == "Deze toets doet hier niets."
    window.go(Place("instellingen"))
    assert window.message.text() == ""
    window.desk.tell(UserError("Deze toets doet hier niets."))
    qtbot.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.message.text() == ""


def test_alt_left_goes_back_and_knows_the_way(window: MainWindow, qtbot: QtBot) -> None:
    for key in ("instellingen", "hulp", "vandaag"):
        window.go(Place(key))
    seen = []
    for _step in range(3):
        qtbot.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
        assert window.page is not None
        seen.append(window.page.key)
    assert seen[:2] == ["hulp", "instellingen"]


def test_long_work_shows_how_far_it_is_and_can_be_stopped(
    window: MainWindow, qtbot: QtBot, settled: Callable[[MainWindow], None]
) -> None:
    cleaned: list[str] = []

    def endless() -> Job[None]:
        try:
            done = 0
            while True:
                yield Progress(done % 100, 100, "Bezig")
                done += 1
        finally:
            cleaned.append("netjes")

    assert window.desk is not None
    running = window.desk.run(endless(), "Lang werk", lambda _result: None)
    qtbot.waitUntil(window.work_bar.isVisible, timeout=5000)
    with qtbot.waitSignal(running.stopped, timeout=5000):
        window.work_bar.stop.click()
    settled(window)
    assert cleaned == ["netjes"]
    assert not window.work_bar.isVisible()
    assert window.message.text() == "Gestopt: Lang werk."


def test_work_that_must_be_alone_holds_everything_else(
    window: MainWindow, qtbot: QtBot, settled: Callable[[MainWindow], None]
) -> None:
    held: list[str] = []

    def short() -> Generator[Progress, None, str]:
        yield Progress(0, 1, "")
        return "klaar"

    assert window.desk is not None
    window.desk.run(short(), "Laden", held.append, alone=True)
    assert not window.stack.isEnabled()
    settled(window)
    assert held == ["klaar"]
    assert window.stack.isEnabled()


def test_f6_goes_round_the_parts_of_the_window(window: MainWindow, qtbot: QtBot) -> None:
    window.go(Place("instellingen"))
    parts = (("navigatie", window.navigation), ("zoeken", window.search), ("scherm", window.stack))
    seen = []
    for _step in range(6):
        qtbot.keyClick(window, Qt.Key.Key_F6)
        focus: QWidget | None = window.focusWidget()
        assert focus is not None
        seen.append(next(name for name, part in parts if focus is part or part.isAncestorOf(focus)))
    assert seen == ["navigatie", "zoeken", "scherm"] * 2


def test_the_banner_stands_above_examples(window: MainWindow) -> None:
    assert window.banner.isVisible()
    buttons = [button.text() for button in window.banner.findChildren(QPushButton)]
    assert buttons == ["Stoppen met voorbeelden"]


def test_real_data_have_no_banner(office: Context, open_window: OpenWindow) -> None:
    assert not open_window(office).banner.isVisible()


def test_what_is_asked_after_the_administration_was_closed_is_let_go(
    window: MainWindow, settled: Callable[[MainWindow], None]
) -> None:
    settled(window)
    desk = window.desk
    assert desk is not None
    window.close()
    desk.ask(window, "te laat", lambda: 1, lambda _answer: None)
    assert desk.asker.idle


def test_an_asker_that_asks_often_is_listened_to_once_and_gets_no_answer_when_it_is_gone(
    window: MainWindow, settled: Callable[[MainWindow], None]
) -> None:
    desk, answers = window.desk, list[int]()
    assert desk is not None
    asker, gate = QObject(), threading.Event()
    desk.ask(asker, "vraag", partial(int, 0), answers.append)
    heard = asker.receivers("2destroyed()")
    for number in range(1, 5):
        desk.ask(asker, f"vraag {number}", partial(int, number), answers.append)
    assert asker.receivers("2destroyed()") == heard
    settled(window)
    assert answers == [0, 1, 2, 3, 4]
    desk.ask(asker, "laatste", lambda: int(gate.wait()), answers.append)
    delete(asker)
    gate.set()
    settled(window)
    assert answers == [0, 1, 2, 3, 4]
