"""What holds for the form of every kind of record."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from huurdersapp.actions import history, lists, records
from huurdersapp.actions.context import Context
from huurdersapp.app import opened
from huurdersapp.records import ALL
from huurdersapp.ui.forms.layouts import layout_of
from huurdersapp.ui.forms.merging import same
from tests.records.samples import SAMPLES
from tests.ui.forms.helpers import OpenForm, fill_fields, heard, settle

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


def test_a_sample_of_every_kind_is_entered_with_its_form(
    office: Context, samples_made: Path, tmp_path: Path, open_form: OpenForm, qtbot: QtBot
) -> None:
    shutil.copytree(samples_made, tmp_path / "zo")
    with opened(tmp_path / "zo") as other:
        wanted = {kind: _typed(kind, records.show(other, ALL[kind], 1)) for kind in SAMPLES}
    for kind, sample in SAMPLES.items():
        form = open_form(office, kind, alone=True)
        form.new()
        fill_fields(qtbot, form, form.fields, sample)
        settle(qtbot, form)
        assert form.save(), (kind, form.summary.accessibleName())
        assert same(_typed(kind, records.show(office, ALL[kind], 1)), wanted[kind]), kind


def _typed(kind: str, record: dict[str, object]) -> object:
    """A record without its ids, and without the parts that are made elsewhere."""
    elsewhere = set(layout_of(ALL[kind]).hidden) & set(ALL[kind].part)
    return _without_ids({key: value for key, value in record.items() if key not in elsewhere})


def _without_ids(value: object) -> object:
    if isinstance(value, dict):
        return {key: _without_ids(item) for key, item in value.items() if key != "id"}
    return [_without_ids(item) for item in value] if isinstance(value, list) else value


def test_what_is_opened_and_saved_without_a_change_stays_as_it_was(
    full: Context, open_form: OpenForm
) -> None:
    step = history.next_undo(full)
    for kind in SAMPLES:
        before = records.show(full, ALL[kind], 1)
        form = open_form(full, kind, alone=True)
        form.edit(1)
        for group in form.fields.groups:
            group.open(True)
        assert not form.dirty
        for key in form.fields.boxes:
            assert same(form.fields.value(key), before[key]), (kind, key)
        assert form.save()
        assert heard(form).said == ["Er was niets veranderd."]
        assert records.show(full, ALL[kind], 1) == before
    assert history.next_undo(full) == step


def test_every_field_of_a_kind_is_in_its_form_and_every_input_has_a_name(
    full: Context, open_form: OpenForm
) -> None:
    for kind in SAMPLES:
        form = open_form(full, kind, alone=True)
        form.edit(1)
        for key in (*form.spec.fields, *form.spec.part):
            if key != "nummer" and key not in layout_of(form.spec).hidden:
                assert form.fields.box(key) is not None, (kind, key)
        for widget in form.findChildren(QWidget):
            if (
                isinstance(widget, QLineEdit | QPlainTextEdit | QPushButton | QComboBox)
                and widget.isVisible()
            ):
                assert widget.accessibleName() or getattr(widget, "text", str)(), (kind, widget)


def test_a_form_of_every_kind_counts_nothing_until_it_is_saved(office: Context, open_form: OpenForm) -> None:
    form = open_form(office, "kern")
    form.new()
    form.fields.boxes["naam"].editor.line.setText("Erm")  # type: ignore[attr-defined]  # it is one line
    form.keeper.typed()
    form.keep()
    assert lists.count(office, ALL["kern"]) == 0
