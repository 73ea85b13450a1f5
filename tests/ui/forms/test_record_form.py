"""What holds for the form of every kind of record."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from huurdersapp.actions import history, lists, records
from huurdersapp.actions.context import Context
from huurdersapp.records import ALL
from huurdersapp.ui.forms.merging import same
from tests.records.samples import SAMPLES
from tests.ui.forms.helpers import OpenForm, fill_fields, heard, make_samples, settle

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")
KINDS = [*SAMPLES]


@pytest.mark.parametrize("kind", KINDS)
def test_a_sample_of_every_kind_is_entered_with_its_form(
    office: Context, open_form: OpenForm, qtbot: QtBot, kind: str
) -> None:
    make_samples(office, kind)
    spec = ALL[kind]
    wanted = {key: value for key, value in SAMPLES[kind].items() if key not in ("bijlagen", "stukken")}
    if kind == "advies":
        wanted["bijlagen"] = SAMPLES[kind]["bijlagen"]
    other = records.create(office, spec, [wanted]).records[0]
    history.undo(office)
    form = open_form(office, kind)
    form.new()
    fill_fields(qtbot, form, form.fields, wanted)
    settle(qtbot, form)
    assert form.save(), form.summary.accessibleName()
    typed = records.show(office, spec, other["nummer"] + 1)
    for record in (typed, other):
        record.pop("nummer")
    assert same(_without_ids(typed), _without_ids(other))


def _without_ids(value: object) -> object:
    if isinstance(value, dict):
        return {key: _without_ids(item) for key, item in value.items() if key != "id"}
    return [_without_ids(item) for item in value] if isinstance(value, list) else value


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_opened_and_saved_without_a_change_stays_as_it_was(
    office: Context, open_form: OpenForm, qtbot: QtBot, kind: str
) -> None:
    numbers = make_samples(office)
    before = records.show(office, ALL[kind], numbers[kind])
    step = history.next_undo(office)
    form = open_form(office, kind)
    form.edit(numbers[kind])
    for group in form.fields.groups:
        group.open(True)
    assert not form.dirty
    assert all(same(form.fields.value(key), before[key]) for key in form.fields.boxes)
    assert form.save()
    assert heard(form).said == ["Er was niets veranderd."]
    assert history.next_undo(office) == step
    assert records.show(office, ALL[kind], numbers[kind]) == before


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_of_a_kind_is_in_its_form_and_has_a_name(
    office: Context, open_form: OpenForm, kind: str
) -> None:
    form = open_form(office, kind)
    form.new()
    for key in (*form.spec.fields, *form.spec.part):
        if key != "nummer" and (kind, key) != ("knelpunt", "status"):
            assert form.fields.box(key) is not None, key
    for widget in form.findChildren(QWidget):
        if isinstance(widget, QLineEdit | QPlainTextEdit | QPushButton) and widget.isVisible():
            assert widget.accessibleName() or getattr(widget, "text", str)(), widget


def test_a_form_of_every_kind_counts_nothing_until_it_is_saved(office: Context, open_form: OpenForm) -> None:
    form = open_form(office, "kern")
    form.new()
    form.fields.boxes["naam"].editor.line.setText("Erm")  # type: ignore[attr-defined]  # it is one line
    form.keeper.typed()
    form.keep()
    assert lists.count(office, ALL["kern"]) == 0
