"""A fault of ours: what was typed is kept first, then it is told calmly, with a report without anything personal."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from huurdersapp.actions import concepten
from huurdersapp.actions.concepten import Concept
from huurdersapp.actions.context import Context
from huurdersapp.base import clock, log
from huurdersapp.ui.catching import caught
from huurdersapp.ui.crash import CrashDialog
from huurdersapp.ui.main_window import MainWindow
from tests.windows import OpenWindow, press

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # of the platform without a screen
SECRET = "Mevrouw De Vries, Brink 3"


@pytest.fixture(autouse=True)
def _none_left(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> Iterator[None]:
    """Each test begins without a crash before it."""
    monkeypatch.setattr(CrashDialog, "_last", ("", 0.0))
    yield
    if CrashDialog.shown is not None:
        CrashDialog.shown.reject()
    qtbot.wait(0)


def fault(text: str = SECRET) -> Exception:
    """A fault with a place in the code, and something personal in its message."""
    try:
        raise ValueError(text)
    except ValueError as raised:
        return raised


def words(dialog: CrashDialog) -> list[str]:
    """What stands in the window."""
    return [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]


def test_it_keeps_what_was_typed_and_says_until_when_all_is_saved(
    open_window: OpenWindow, office: Context
) -> None:
    at, window = datetime(2019, 9, 2, 14, 3, tzinfo=UTC), open_window(office)

    def keep() -> None:
        with clock.fixed(at):
            concepten.keep(office, Concept(soort="knelpunt", titel="Lekkage"))

    dialog = CrashDialog.tell(fault(), window, keep)
    assert dialog is not None
    assert dialog.isVisible()
    assert f"Alles tot {at.astimezone():%H:%M} is opgeslagen." in words(dialog)
    assert "Dat ligt niet aan u. U kunt meestal gewoon verder werken." in words(dialog)
    assert [one.titel for one in concepten.every(office)] == ["Lekkage"]


def test_the_report_has_nothing_personal_and_lies_in_the_log(window: MainWindow, example: Context) -> None:
    dialog = CrashDialog.tell(fault(), window)
    assert dialog is not None
    assert not dialog.report.isVisible()
    dialog.show_report.click()
    report = dialog.report.toPlainText()
    assert "ValueError" in report
    assert "test_crash.py" in report
    assert "scherm: vandaag" in report
    assert SECRET not in report
    assert str(example.folder) not in report
    path = next((example.folder / log.FOLDER).glob("fout-*.txt"))
    assert path.read_text("utf-8") == report
    assert any(str(path) in line for line in words(dialog))
    dialog.copy.click()
    assert QGuiApplication.clipboard().text() == report


@pytest.mark.expects_log("Bewaren bij een fout")
def test_a_screen_that_cannot_keep_its_words_is_told_too(window: MainWindow) -> None:
    def broken() -> None:
        raise RuntimeError(SECRET)

    dialog = CrashDialog.tell(fault(), window, broken)
    assert dialog is not None
    assert "Wat u net typte, kon niet worden bewaard. Kijk het na als u verder gaat." in words(dialog)


def test_crashes_do_not_pile_up(window: MainWindow) -> None:
    first = CrashDialog.tell(fault(), window)
    assert first is not None
    same = fault()
    assert CrashDialog.tell(same, window) is first
    assert CrashDialog.tell(KeyError("x"), window) is first
    assert len([one for one in window.findChildren(CrashDialog) if one.isVisible()]) == 1
    assert "KeyError" in first.report.toPlainText()


def test_the_same_fault_a_moment_later_is_a_line_and_no_window(window: MainWindow, qtbot: QtBot) -> None:
    again = fault()
    dialog = CrashDialog.tell(again, window)
    assert dialog is not None
    dialog.go_on.click()
    assert CrashDialog.shown is None
    assert CrashDialog.tell(again, window) is None
    assert window.message.text() == "Dat ging weer mis, door een fout in het programma."


def test_escape_goes_on_and_the_program_works(window: MainWindow, qtbot: QtBot) -> None:
    dialog = CrashDialog.tell(fault(), window)
    assert dialog is not None
    qtbot.waitUntil(dialog.go_on.hasFocus)
    press(qtbot, Qt.Key.Key_Escape)
    assert CrashDialog.shown is None
    assert window.exit_code == 0
    window.go_to("instellingen")
    assert window.page is not None
    assert window.page.key == "instellingen"


def test_ending_after_a_crash_closes_the_window_and_ends_with_70(window: MainWindow) -> None:
    dialog = CrashDialog.tell(fault(), window)
    assert dialog is not None
    dialog.stop.click()
    assert not window.isVisible()
    assert window.exit_code == 70


@pytest.mark.expects_log("Fout in het programma")
def test_faults_in_slots_and_threads_are_heard(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[BaseException] = []
    before = sys.excepthook, threading.excepthook
    button = QPushButton()
    qtbot.addWidget(button)
    button.clicked.connect(lambda: 1 / 0)
    with caught(heard.append):
        button.click()
        thread = threading.Thread(target=lambda: [][1])
        thread.start()
        thread.join()
        QTimer.singleShot(0, lambda: dict[str, int]()["x"])
        qtbot.waitUntil(lambda: len(heard) == 3)
    assert [type(one) for one in heard] == [ZeroDivisionError, IndexError, KeyError]
    assert (sys.excepthook, threading.excepthook) == before
