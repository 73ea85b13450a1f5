"""The whole program in a test: the window with its administration, from a data folder on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from huurdersapp.base import i18n, paths
from huurdersapp.ui.run import Program

Start = Callable[..., Program]


@pytest.fixture
def start(qtbot: QtBot) -> Iterator[Start]:
    """Start the program on a folder and wait until it shows this kind of widget (by default a screen of an open
    administration); it is closed when the test ends."""
    programs: list[Program] = []

    def start_(folder: Path, shown: type[QWidget] | None = None, home: Path | None = None) -> Program:
        program = Program(folder, home)
        programs.append(program)
        program.window.show()
        wait_for(qtbot, program, shown)
        return program

    yield start_
    for program in programs:
        program.window.close()
        qtbot.waitUntil(partial(getattr, program, "is_closed"), timeout=30_000)
        program.window.deleteLater()
        program.deleteLater()
    i18n.use_language("nl", paths.own("translations"))
    qtbot.wait(0)


def wait_for(qtbot: QtBot, program: Program, shown: type[QWidget] | None = None) -> None:
    """Wait until the window shows this kind of widget, or a screen of an open administration."""

    def there() -> bool:
        window = program.window
        if shown is not None:
            return isinstance(window.stack.currentWidget(), shown)
        return window.desk is not None and window.page is not None

    qtbot.waitUntil(there, timeout=30_000)
