"""Another language is chosen while the program runs: what was there before is gone, and hinders nothing."""

from __future__ import annotations

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from huurdersapp.ui.main_window import MainWindow
from huurdersapp.ui.place import Place


def test_letters_and_colours_change_after_another_language_was_chosen_in_the_settings(
    window: MainWindow, qtbot: QtBot, settled: Callable[[MainWindow], None]
) -> None:
    for key in ("instellingen", "knelpunt", "vandaag", "hulp", "prullenbak"):
        window.go(Place(key))
        settled(window)
    before = window.desk
    assert before is not None
    before.spoken.emit("en")
    qtbot.waitUntil(lambda: window.desk is not None and window.desk is not before)
    settled(window)
    with qtbot.captureExceptions() as faults:
        window.look.step(1)
        window.look.set_scheme("donker")
        qtbot.wait(0)
    assert not faults
    assert window.look.zoom == 110
