"""Widgets beside each other stand at one height, and what is wrong with a field stands right under it."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from huurdersapp.actions.context import Context
from huurdersapp.records.draft import Fault
from huurdersapp.ui.forms.flow import FlowLayout
from tests.ui.forms.helpers import OpenForm

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


def test_widgets_of_different_heights_stand_halfway_their_line(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    row = FlowLayout(holder, space=10)
    parts = [QWidget() for _part in range(4)]
    for part, (width, height) in zip(parts, [(100, 40), (100, 20), (150, 10), (60, 30)], strict=True):
        part.setFixedSize(width, height)
        row.addWidget(part)
    holder.resize(230, 200)
    holder.show()
    assert [(part.x(), part.y()) for part in parts] == [(0, 0), (110, 10), (0, 60), (160, 50)]
    assert row.heightForWidth(230) == 80


def test_lines_are_measured_again_only_when_something_in_them_changes(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    row = FlowLayout(holder, space=10)
    parts = [QWidget() for _part in range(3)]
    for part in parts:
        part.setMinimumSize(100, 40)
        row.addWidget(part)
    holder.show()
    assert (row.heightForWidth(330), row.heightForWidth(230)) == (40, 90)
    assert row.minimumSize() == QSize(100, 40)
    with monkeypatch.context() as patch:
        patch.setattr(row, "_least", None)  # it is not asked
        assert (row.heightForWidth(330), row.heightForWidth(230)) == (40, 90)
        assert row.minimumSize() == QSize(100, 40)

    parts[0].setMinimumHeight(60)
    assert (row.heightForWidth(330), row.heightForWidth(230)) == (60, 110)
    parts[0].hide()
    assert row.heightForWidth(230) == 40
    parts[0].show()
    parts[1].setMinimumSize(220, 50)
    assert (row.heightForWidth(230), row.minimumSize()) == (170, QSize(220, 60))
    parts[2].setParent(None)
    assert row.heightForWidth(150) == 120
    row.insert(0, parts[2])
    parts[2].show()
    assert row.heightForWidth(150) == 170
    row.setSpacing(0)
    row.setContentsMargins(0, 0, 0, 5)
    assert row.heightForWidth(150) == 155


def test_the_word_beside_the_buttons_stands_at_the_height_of_theirs(
    office: Context, open_form: OpenForm, qtbot: QtBot
) -> None:
    form = open_form(office, "knelpunt")
    form.new()
    form.fields.box("titel").editor.edited.emit()  # type: ignore[union-attr]  # it is there
    assert form.keeper.keep()
    label, button = form.kept_label, form.save_button

    def level() -> bool:
        return abs(label.geometry().center().y() - button.geometry().center().y()) <= 1

    qtbot.waitUntil(lambda: 0 < label.height() < button.height() and level())


def test_a_fault_under_a_day_stands_as_high_as_that_of_the_field_beside_it(
    office: Context, open_form: OpenForm, qtbot: QtBot
) -> None:
    form = open_form(office, "knelpunt")
    form.new()
    day, text = form.fields.boxes["gemeld_op"], form.fields.boxes["huurders_geraakt"]
    editor: Any = day.editor
    assert editor.said.isVisible()
    editor.line.setText("31-2")
    editor.finish()
    for box in (day, text):
        box.show_faults([Fault("Kijk dit na.", (box.item.key,))])

    def gap(box: QWidget, field: QWidget) -> int:
        fault: Any = box.fault  # type: ignore[attr-defined]  # it is a field's box
        return int(fault.mapTo(box, QPoint(0, 0)).y() - field.mapTo(box, QPoint(0, field.height())).y())

    other: Any = text.editor
    qtbot.waitUntil(lambda: gap(day, editor.line) <= gap(text, other.line) + 6)
    assert not editor.said.isVisible()
