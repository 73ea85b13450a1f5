"""The real window on a real administration, for every test that looks and clicks."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from huurdersapp.actions import voorbeeld
from huurdersapp.actions.context import Context
from huurdersapp.app import opened
from huurdersapp.base import clock, i18n, paths
from huurdersapp.ui import application
from huurdersapp.ui.look import Look
from huurdersapp.ui.main_window import MainWindow
from tests.example_store import TODAY

OpenWindow = Callable[[Context], MainWindow]


@pytest.fixture(scope="session", autouse=True)
def _letters(qapp: QApplication) -> None:
    """The same letters on every machine."""
    application.make()
    application.use_own_letters()


class QuickBot(QtBot):
    """Looks every 2 ms whether what is waited for came, instead of every 10: most of it takes less, and thousands of waits
    are minutes."""

    POLL, OURS = 10, 2

    def wait(self, ms: int) -> None:
        """As long as asked, but the pause between two looks of `waitUntil`."""
        super().wait(self.OURS if ms == self.POLL else ms)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """The hand at the keyboard and the mouse."""
    return QuickBot(request)


@pytest.fixture
def office(office_made: Path, data_folder: Path) -> Iterator[Context]:
    """A new administration on the 2nd of September 2019, with nothing in it."""
    shutil.copytree(office_made, data_folder)
    with clock.fixed(TODAY), opened(data_folder) as ctx:
        yield ctx


@pytest.fixture
def example(example_made: Path, data_folder: Path) -> Iterator[Context]:
    """A copy of the example for this test alone, on the day on which it is kept."""
    shutil.copytree(example_made, data_folder)
    with clock.fixed(voorbeeld.TODAY), opened(data_folder) as ctx:
        yield ctx


@pytest.fixture
def open_window(qtbot: QtBot) -> Iterator[OpenWindow]:
    """Open the window on an administration, 1280 by 680, as people see it; it is closed when the test ends."""
    windows: list[MainWindow] = []

    def open_(ctx: Context) -> MainWindow:
        look = Look(ctx.settings)
        window = MainWindow(look)
        look.setParent(window)
        windows.append(window)
        window.resize(1280, 680)
        window.show()
        window.open(ctx)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    yield open_
    for window in windows:
        window.close()
        # It closes when the work that goes on has stopped.
        qtbot.waitUntil(partial(_is_closed, window), timeout=60_000)
        window.deleteLater()
    i18n.use_language("nl", paths.own("translations"))
    qtbot.wait(0)


def _is_closed(window: MainWindow) -> bool:
    return window.desk is None


@pytest.fixture
def window(open_window: OpenWindow, example: Context) -> MainWindow:
    """The window on the example."""
    return open_window(example)


@pytest.fixture
def settled(qtbot: QtBot) -> Callable[[MainWindow], None]:
    """Wait until everything that was asked beside the window has had its answer."""

    def wait(window: MainWindow) -> None:
        def done() -> bool:
            return window.desk is not None and window.desk.asker.idle and not window.desk.runner.jobs

        qtbot.waitUntil(done, timeout=60_000)
        qtbot.wait(0)
        for _round in range(10):  # a layout that is answered may ask one for what lies in it, and so on
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)

    return wait


def named(parent: QObject, kind: type[QWidget], name: str) -> QWidget:
    """The visible widget of a kind with these words on it, or this name for a screen reader."""
    for widget in parent.findChildren(kind):
        words = (getattr(widget, "text", str)(), widget.accessibleName())
        if name in (word.replace("&", "") for word in words) and widget.isVisible():
            return widget
    raise AssertionError(f"no visible {kind.__name__} named {name!r}")


def type_into(bot: QtBot, text: str) -> None:
    """Type into whatever has the focus, as a person does."""
    focus = QApplication.focusWidget()
    assert focus is not None, "nothing has the focus"
    bot.keyClicks(focus, text)


def press(bot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the focus is."""
    focus = QApplication.focusWidget() or QApplication.activeWindow()
    assert focus is not None, "nothing has the focus"
    bot.keyClick(focus, key, modifier)
