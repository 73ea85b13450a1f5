"""Forms in a window of their own, and typing in them as people do."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from huurdersapp.actions.context import Context
from huurdersapp.app import opened
from huurdersapp.base import clock
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.editors.base import Editor
from huurdersapp.ui.forms.editors.choice import ButtonsEditor, ListEditor, TickEditor
from huurdersapp.ui.forms.editors.day import DayEditor
from huurdersapp.ui.forms.editors.finder import Finder
from huurdersapp.ui.forms.editors.lines import LinesEditor
from huurdersapp.ui.forms.editors.links import LinksEditor
from huurdersapp.ui.forms.editors.number import NumberEditor
from huurdersapp.ui.forms.editors.record import RecordEditor
from huurdersapp.ui.forms.editors.text import LineEditor, ProseEditor
from huurdersapp.ui.forms.field_set import FieldSet
from huurdersapp.ui.forms.record_form import RecordForm
from huurdersapp.ui.look import Look
from huurdersapp.ui.main_window import MainWindow
from tests.example_store import TODAY

OpenForm = Callable[..., RecordForm]


@pytest.fixture
def full(samples_made: Path, data_folder: Path) -> Iterator[Context]:
    """A copy of that administration for this test alone."""
    shutil.copytree(samples_made, data_folder)
    with clock.fixed(TODAY), opened(data_folder) as ctx:
        yield ctx


class Saying:
    """What a desk says, tells and offers."""

    def __init__(self, desk: Desk) -> None:
        self.said: list[str] = []
        self.offers: list[Callable[[], object]] = []
        self.crashes: list[BaseException] = []
        self.went: list[Any] = []
        desk.said.connect(self._hear)
        desk.crashed.connect(self.crashes.append)
        desk.went.connect(self.went.append)

    def _hear(self, text: str, tone: str, undo: object) -> None:
        self.said.append(text)
        if isinstance(undo, tuple):
            self.offers.append(undo[1])


@pytest.fixture
def open_form(qtbot: QtBot) -> Iterator[OpenForm]:
    """Open the form of a kind (`alone`: those before it are closed); `heard` of it holds what its desk said."""
    opened: list[tuple[RecordForm, Desk, Look, MainWindow]] = []

    def close() -> None:
        while opened:
            form, desk, look, window = opened.pop()
            crashes = heard(form).crashes
            desk.close()
            window.close()
            window.deleteLater()
            desk.deleteLater()
            look.set_zoom(100)
            look.deleteLater()
            qtbot.wait(0)
            assert not crashes, crashes

    def open_(
        ctx: Context, kind: str, size: tuple[int, int] = (1000, 620), zoom: int = 100, *, alone: bool = False
    ) -> RecordForm:
        if alone:
            close()
        look = Look(ctx.settings)
        look.set_zoom(zoom)
        desk = Desk(ctx, look)
        window = MainWindow(look)
        form = RecordForm(desk, kind)
        form.heard = Saying(desk)  # type: ignore[attr-defined]  # for the test alone
        window.resize(*size)
        window.show()
        window.show_alone(form)
        window.activateWindow()
        qtbot.waitUntil(form.isActiveWindow)
        opened.append((form, desk, look, window))
        return form

    yield open_
    close()
    qtbot.wait(0)


def heard(form: RecordForm) -> Saying:
    """What the desk of a form said."""
    saying: Saying = form.heard  # type: ignore[attr-defined]  # see open_form
    return saying


def settle(bot: QtBot, form: RecordForm) -> None:
    """Wait until everything that was asked beside the form has had its answer."""
    bot.waitUntil(lambda: form.desk.asker.idle, timeout=20_000)
    bot.wait(0)


def focus(editor: Editor) -> None:
    """Into a field."""
    editor.first_focus().setFocus()


def find_and_take(bot: QtBot, form: RecordForm, words: str) -> None:
    """Type words in the finder that has the focus and take the first that is found, with the keyboard."""
    finder: Any = QApplication.focusWidget()
    assert isinstance(finder, Finder), finder
    QTest.keyClicks(finder, str(words))
    QTest.keyClick(finder, Qt.Key.Key_Return)  # look now, without waiting for a pause in typing
    bot.waitUntil(lambda: finder.hits is not None and form.desk.asker.idle, timeout=20_000)
    QTest.keyClick(finder, Qt.Key.Key_Return)


def fill(bot: QtBot, form: RecordForm, editor: Editor, value: Any) -> None:
    """Enter a JSON value in an editor, in the way of that editor."""
    focus(editor)
    if isinstance(editor, TickEditor):
        if editor.value() != value:
            QTest.keyClick(editor.box, Qt.Key.Key_Space)
    elif isinstance(editor, ButtonsEditor):
        QTest.keyClicks(editor.first_focus(), str([*editor.buttons].index(value) + 1))
    elif isinstance(editor, ListEditor):
        editor.combo.setCurrentIndex(editor.combo.findData(value))
    elif isinstance(editor, DayEditor):
        editor.line.clear()
        year, month, day = value.split("-")
        QTest.keyClicks(editor.line, f"{day}-{month}-{year}")
    elif isinstance(editor, NumberEditor):
        editor.line.clear()
        QTest.keyClicks(editor.line, _number(value, money=editor.money))
    elif isinstance(editor, LineEditor):
        editor.line.selectAll()
        editor.line.insert(value)
        editor.line.textEdited.emit(value)
    elif isinstance(editor, ProseEditor):
        editor.edit.selectAll()
        editor.edit.insert_text(value)
    elif isinstance(editor, RecordEditor):
        find_and_take(bot, form, value)
    elif isinstance(editor, LinksEditor):
        for words in value:
            focus(editor)
            find_and_take(bot, form, words)
    elif isinstance(editor, LinesEditor):
        _fill_lines(bot, form, editor, value)
    else:
        raise AssertionError(f"no way to fill {editor}")


def _number(value: float, *, money: bool) -> str:
    return f"{value // 100},{value % 100:02}" if money else str(value).replace(".", ",")


def _fill_lines(
    bot: QtBot, form: RecordForm, editor: LinesEditor, value: Sequence[Mapping[str, Any]]
) -> None:
    for raw in value:
        QTest.keyClick(editor.add, Qt.Key.Key_Space)
        fields = editor.lines[-1].fields
        assert fields is not None
        fill_fields(bot, form, fields, raw)


def fill_fields(bot: QtBot, form: RecordForm, fields: FieldSet, raw: Mapping[str, Any]) -> None:
    """Enter the values of a record or a line, in the order of the form."""
    for group in fields.groups:
        for key in group.group.fields:
            if raw.get(key) is not None:
                box = fields.box(key)
                assert box is not None, key
                fill(bot, form, box.editor, raw[key])
