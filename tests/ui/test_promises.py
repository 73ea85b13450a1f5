"""What the window promises on every screen: saving is never refused beforehand, empty lists explain themselves, and
nothing needs a mouse that drags."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import huurdersapp.ui
from huurdersapp.actions.context import Context
from huurdersapp.records import ALL
from huurdersapp.ui.lists.list_page import ListPage
from huurdersapp.ui.main_window import MainWindow
from huurdersapp.ui.pages.registry import ENTRIES, page_of
from huurdersapp.ui.place import Place
from tests.windows import OpenWindow, press

DROPPED_HERE = {"forms/record_form.py", "inlezen/page.py"}
"""Files can be dropped on a form; its button [Bestand toevoegen] does the same (forms/test_editors.py). A list of addresses
as well; its button [Bestand kiezen…] does the same (test_adreslijst.py)."""


ASSISTED = {"opschoonronde": "opschonen"}
"""Kinds that are not filled in by hand: what makes one opens instead of a form."""


def _is_shown(window: MainWindow, key: str) -> bool:
    return window.page is not None and window.page.key == key


def list_kinds() -> list[str]:
    """The kinds of record that have a list of their own."""
    pages = {entry.key for entry in ENTRIES if entry.listed} - {"akkoord"}
    return [kind for kind in ALL if page_of(kind) in pages]


def test_saving_is_possible_in_every_form_also_when_nothing_is_right_yet(
    open_window: OpenWindow, office: Context, qtbot: QtBot
) -> None:
    window = open_window(office)
    for kind in list_kinds():
        window.go(Place(page_of(kind), doing="nieuw", kind=kind))
        if kind in ASSISTED:
            qtbot.waitUntil(partial(_is_shown, window, ASSISTED[kind]))
            continue
        page = window.page
        assert isinstance(page, ListPage), kind
        form = page.form
        assert form is not None, kind
        assert form.save_button.isEnabled(), kind
        press(qtbot, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
        if page.form is form:  # something has to be filled in first: that is told, and one can try again
            assert form.summary.isVisible(), kind
            assert form.summary.isAncestorOf(QApplication.focusWidget()), kind  # type: ignore[arg-type]
            assert form.save_button.isEnabled(), kind


def test_every_empty_list_says_what_it_is_for_and_has_one_button(
    open_window: OpenWindow, office: Context, settled: Callable[[MainWindow], None]
) -> None:
    window, told = open_window(office), dict[str, str]()
    for kind in list_kinds():
        window.go(Place(page_of(kind), kind=kind, title="Alle"))
        settled(window)
        page = window.page
        assert isinstance(page, ListPage), kind
        if page.pane.model.rowCount():  # what every administration has from its beginning
            continue
        told[kind] = page.pane.empty_text.text()
        assert page.pane.empty_title.isVisible(), kind
        assert page.pane.empty_button.isVisible(), kind
        assert page.pane.empty_button.text(), kind
    assert len(told) >= 6
    assert all(told.values()), told


def test_nothing_is_done_by_dragging_alone() -> None:
    folder = Path(huurdersapp.ui.__file__).parent
    words = (
        "setAcceptDrops",
        "dropEvent",
        "QDrag",
        "setDragEnabled",
        "setDragDropMode",
        "setSectionsMovable",
    )
    found = {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*.py")
        if any(word in path.read_text(encoding="utf-8") for word in words)
    }
    assert found == DROPPED_HERE


def test_the_next_action_takes_the_message_away(window: MainWindow, qtbot: QtBot) -> None:
    window.go(Place("knelpunt"))
    assert window.desk is not None
    window.desk.say("Opgeslagen: dakgoot.", undo=True)
    window.go(Place("overleg"))
    assert window.message.text() == "Opgeslagen: dakgoot."
    press(qtbot, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert window.message.text() == ""
