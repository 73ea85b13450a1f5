"""Somebody who has no mouse: presses keys where the focus is, reads what stands on the screen, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLabel, QLineEdit, QTableView, QWidget
from pytestqt.qtbot import QtBot

from huurdersapp.ui.forms.editors.finder import Finder
from huurdersapp.ui.frame.jump import Jump
from huurdersapp.ui.main_window import MainWindow
from huurdersapp.ui.text_list import TextList
from tests.ui import walk

PATIENCE = 60_000
"""Milliseconds, on a slow machine."""
MOST_TABS = 90
"""Further than this nobody goes on pressing Tab."""


class Person:
    """Presses keys and counts them (`pressed`)."""

    def __init__(self, bot: QtBot, window: MainWindow) -> None:
        self.bot, self.window = bot, window
        self.pressed = 0

    # -- pressing ------------------------------------------------------------------------------------------------

    @property
    def focus(self) -> QWidget:
        """What hears the next key: a list that is open above everything, or what has the focus."""
        popup = QApplication.activePopupWidget()
        if popup is not None:
            inside: QWidget | None = popup.focusWidget()
            return popup if inside is None else inside
        focus = QApplication.focusWidget() or QApplication.activeWindow()
        assert focus is not None, "nothing hears a key"
        return focus

    def press(self, *keys: str) -> Person:
        """Press keys by their names ("Ctrl+4", "Tab"), one after the other."""
        for key in keys:
            combination: Any = QKeySequence(key)[0]  # type: ignore[index]  # absent from the types of Qt
            QTest.keyClick(self.focus, combination.key(), combination.keyboardModifiers())
            self.pressed += 1
            self.bot.wait(0)
        return self

    def type(self, words: str) -> Person:
        """Type words."""
        QTest.keyClicks(self.focus, words)
        self.pressed += len(words)
        self.bot.wait(0)
        return self

    def tab_to(self, name: str, key: str = "Tab") -> Person:
        """Press Tab until the focus is on what has this name, or a name that begins so."""
        seen = []
        for _step in range(MOST_TABS):
            if (here := walk.name_of(self.focus)).startswith(name):
                return self
            seen.append(here)
            self.press(key)
        raise AssertionError(f"Tab does not come to {name!r}, only to {list(dict.fromkeys(seen))}")

    def choose(self, words: str) -> Person:
        """In a list that opens: type how the choice begins."""
        assert isinstance(self.focus, QComboBox), walk.told(self.focus)
        return self.type(words)

    def choose_file(
        self, path: Path, button: str = "Bestand kiezen…", lands: str = "Ja, dit klopt"
    ) -> Person:
        """Choose a file with a button and the dialog of Qt, and wait until the focus is where one goes on."""
        self.tab_to(button).press("Space")
        dialog = next(each for each in self.window.findChildren(QFileDialog) if each.isVisible())
        dialog.activateWindow()  # a real screen does this
        self.until(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
        self.press("Ctrl+A").type(str(path)).press("Return")
        self.window.activateWindow()
        self.until(
            lambda: not any(each.isVisible() for each in self.window.findChildren(QFileDialog))
        ).settle()
        return self.until(lambda: QApplication.focusWidget() is not None and self.name == lands).settle()

    def find(self, words: str) -> Person:
        """In a line that searches records: type words and take the first that is found."""
        finder = self.focus
        assert isinstance(finder, Finder), walk.told(finder)
        self.type(words)
        self.until(lambda: finder.hits is not None and self._idle())
        return self.press("Return")

    # -- looking -------------------------------------------------------------------------------------------------

    def until(self, seen: Callable[[], bool]) -> Person:
        """Wait until something can be seen."""
        self.bot.waitUntil(seen, timeout=PATIENCE)
        self.bot.wait(0)
        return self

    def settle(self) -> Person:
        """Wait until the window has nothing more to show."""
        return self.until(self._idle)

    def _idle(self) -> bool:
        desk = self.window.desk
        return desk is not None and desk.asker.idle and not desk.runner.jobs

    @property
    def heading(self) -> str:
        """What stands above the screen, also where large letters leave no room for it."""
        return self.window.heading.text()

    @property
    def message(self) -> str:
        """The line under the screen."""
        return self.window.message.text()

    @property
    def name(self) -> str:
        """What a screen reader calls the thing that has the focus."""
        return walk.name_of(self.focus)

    def labels(self) -> list[str]:
        """All words on labels that can be seen."""
        return [each.text() for each in self.window.findChildren(QLabel) if each.isVisible()]

    def row(self) -> str:
        """The words of the row of a list where the focus is."""
        view = self.focus
        if isinstance(view, TextList):
            return str(view.currentIndex().data())
        assert isinstance(view, QTableView), walk.told(view)
        at = view.currentIndex().row()
        if not view.selectionModel().isRowSelected(at):
            return ""
        model = view.model()
        return " | ".join(str(model.index(at, column).data() or "") for column in range(model.columnCount()))

    def goals(self) -> list[str]:
        """What the box of Ctrl+K offers, the one that Enter takes first."""
        (box,) = (each for each in self.window.findChildren(Jump) if each.isVisible())
        rows: Any = box.list.rows
        here = box.list.currentIndex().row()
        return [rows[here].text() if here >= 0 else "", *(row.text() for row in rows)]
