"""A value put in under a measure: the fields that fit it, faults at these fields, and a better version of a settled one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from huurdersapp.actions import akkoord, history, lists, metingen, records, standen
from huurdersapp.actions.context import Context
from huurdersapp.base import clock, jobs
from huurdersapp.ui.akkoord.meting_form import MetingForm
from tests.akkoorden import FOREIGN
from tests.windows import OpenWindow, named, press, type_into

Opened = Callable[[str], MetingForm]


@pytest.fixture
def measures(office: Context) -> Context:
    """The akkoord of another municipality, looked at in 2026."""
    jobs.run(akkoord.load(office, FOREIGN))
    return office


@pytest.fixture
def opened(measures: Context, open_window: OpenWindow) -> Iterator[Opened]:
    """The form of a measure, by its code, on a page of its own in a real window."""
    with clock.fixed(date(2026, 3, 2)):
        window = open_window(measures)
        assert window.desk is not None
        desk, holder = window.desk, QWidget(window)
        column = QVBoxLayout(holder)
        holder.setGeometry(window.rect())

        def open_(code: str) -> MetingForm:
            form = MetingForm(desk, metingen.measure_called(measures, code))
            column.addWidget(form)
            holder.show()
            holder.raise_()
            return form

        yield open_
        holder.hide()
        holder.deleteLater()


def labels(form: MetingForm) -> list[str]:
    assert form.form is not None
    return [box.words() for box in form.form.fields.boxes.values()]


def fill(form: MetingForm, **values: Any) -> None:
    assert form.form is not None
    for key, value in values.items():
        form.form.fields.boxes[key.replace("_at_", " ")].editor.set_typed(value)


def told(form: MetingForm, key: str) -> str:
    assert form.form is not None
    return " ".join(fault.text for fault in form.form.fields.boxes[key].faults)


def test_two_clicks_and_a_number_from_a_measure_to_a_value(
    opened: Opened, measures: Context, qtbot: QtBot
) -> None:
    form = opened("A1y")
    qtbot.mouseClick(named(form, QPushButton, "Meting toevoegen…"), Qt.MouseButton.LeftButton)
    assert form.form is not None
    assert (
        labels(form)[:2] == ["Periode", "Waarde (doel: 2,5 tot 3,5 kamers per 10 studenten)"]
        or labels(form)[:2]
    )
    focus = QApplication.focusWidget()
    assert isinstance(focus, QLineEdit)
    assert focus is form.form.fields.boxes["waarde"].editor.first_focus()
    type_into(qtbot, "3,5")
    with qtbot.waitSignal(form.saved):
        qtbot.mouseClick(form.form.save_button, Qt.MouseButton.LeftButton)
    (made,) = lists.find(measures, measures.spec("meting"), order="nummer")
    now = records.show(measures, measures.spec("meting"), made["nummer"])
    assert (now["van"], now["tot"], now["waarde"], now["status"]) == (
        "2025-01-01",
        "2025-12-31",
        3.5,
        "concept",
    )
    assert standen.stand(measures, metingen.measure_called(measures, "A1y")).key == "gehaald"
    history.undo(measures)
    assert lists.find(measures, measures.spec("meting")) == []


def test_of_a_year_that_was_settled_no_other_value_is_proposed(opened: Opened, measures: Context) -> None:
    number = metingen.measure_called(measures, "A1y")
    (made,) = metingen.enter(measures, {"indicator": number, "periode": "2025", "waarde": 3}).records
    form = opened("A1y")
    form.add()
    assert form.form is not None
    assert form.form.fields.boxes["periode"].editor.value() == "2025", "a concept may still be told anew"
    metingen.settle(measures, [made["nummer"]], on=date(2026, 2, 1))
    form = opened("A1y")
    form.add()
    assert form.form is not None
    assert form.form.fields.boxes["periode"].editor.value() is None
    assert form.form.where() == "periode"


def test_by_keyboard_alone(opened: Opened, measures: Context, qtbot: QtBot) -> None:
    form = opened("B1x")
    form.openers["meting"].setFocus()
    press(qtbot, Qt.Key.Key_Space)
    type_into(qtbot, "125000,50")
    assert form.form is not None
    form.form.save_button.setFocus()
    press(qtbot, Qt.Key.Key_Space)
    assert lists.find(measures, measures.spec("meting"))[0]["waarde"] == 125000.5


def test_classes_stand_with_their_targets_and_a_wrong_sum_is_told(opened: Opened, measures: Context) -> None:
    form = opened("B1y")
    form.add()
    assert labels(form)[1:4] == [
        "droog (doel: 70 tot 90 in 2027) (%)", "vochtig (doel: hoogstens 30 in 2027) (%)",
        "nat (doel: hoogstens 5 in 2027) (%)",
    ]  # fmt: skip
    assert form.form is not None
    fill(form, klasse_at_0="70", klasse_at_1="20", klasse_at_2="5")
    assert not form.form.save()
    assert form.form.whole.text() == (
        "De klassen zijn samen 95 %. Samen moeten zij 100 % zijn; kijk de getallen na."
    )
    fill(form, klasse_at_2="101")
    assert not form.form.save()
    assert "101 % kan niet" in told(form, "klasse 2")
    fill(form, klasse_at_1="25", klasse_at_2="5")
    assert form.form.save()
    assert standen.stand(measures, metingen.measure_called(measures, "B1y")).last is not None


def test_a_share_may_be_given_by_its_parts(opened: Opened, measures: Context) -> None:
    form = opened("B1w")
    form.add()
    assert form.form is not None
    fill(form, periode="2025", teller="12", noemer="10")
    assert not form.form.save()
    assert "120 % is meer dan het geheel" in told(form, "waarde")
    fill(form, noemer="160")
    assert form.form.save()
    assert lists.find(measures, measures.spec("meting"))[0]["waarde"] == 7.5


def test_a_period_that_cannot_be_is_told_at_its_field(opened: Opened) -> None:
    form = opened("A1x")
    form.add()
    assert form.form is not None
    fill(form, periode="")
    assert not form.form.save()
    assert told(form, "periode") == "Vul de periode in."
    for period, sentence in (
        ("ooit", "bestaat niet"),
        ("2031", "moet nog komen"),
        ("2026", "moet nog komen"),
    ):
        fill(form, periode=period, waarde="5")
        assert not form.form.save()
        assert sentence in told(form, "periode")


def test_what_was_settled_gets_a_better_version_with_a_reason(opened: Opened, measures: Context) -> None:
    number = metingen.measure_called(measures, "B1w")
    (old,) = metingen.enter(
        measures, {"indicator": number, "periode": "2025", "teller": 12, "noemer": 160}
    ).records
    metingen.settle(measures, [old["nummer"]], on=date(2026, 2, 1))
    form = opened("B1w")
    form.better(old["nummer"])
    assert form.form is not None
    assert form.form.fields.value("periode") == "2025"
    assert form.form.fields.value("teller") == 12
    fill(form, teller="14")
    assert not form.form.save()
    assert told(form, "correctie_reden")
    fill(form, correctie_reden="Twee klachten vergeten.")
    assert form.form.save()
    (better,) = lists.find(measures, measures.spec("meting"), ["geldend=ja"])
    now = records.show(measures, measures.spec("meting"), better["nummer"])
    assert (now["versie"], now["waarde"], now["vervangt"]) == (2, 8.8, old["nummer"])


def test_a_better_version_that_was_begun_stands_open_again(opened: Opened, measures: Context) -> None:
    number = metingen.measure_called(measures, "B1w")
    (old,) = metingen.enter(measures, {"indicator": number, "periode": "2025", "waarde": 7}).records
    form = opened("B1w")
    form.better(old["nummer"])
    assert form.form is not None
    fill(form, waarde="8,5")
    form.form.keeper.typed()
    assert form.form.keeper.flush()
    again = opened("B1w")
    assert again.form is not None
    assert again.form.fields.value("waarde") == 8.5


def test_a_meeting_needs_to_know_what_was_done_there(opened: Opened, measures: Context) -> None:
    records.create(measures, measures.spec("overleg"), [{"soort": "rg", "datum": "2026-02-10"}])
    form = opened("A1x")
    form.add()
    assert form.form is not None
    fill(form, waarde="5")
    form.form.fields.boxes["overleg"].editor.set_value(1)
    assert not form.form.save()
    assert "bevestigd of vastgesteld" in told(form, "overleg")
    form.form.fields.boxes["status"].editor.set_value("bevestigd")
    assert form.form.save()
    (made,) = lists.find(measures, measures.spec("meting"))
    now = records.show(measures, measures.spec("meting"), made["nummer"])
    assert (now["status"], now["bevestigd_op"]) == ("bevestigd", "2026-02-10")


def test_yes_words_and_references_have_the_fields_that_fit(opened: Opened, measures: Context) -> None:
    text = opened("B1v")
    text.add()
    assert labels(text)[1] == "In woorden"
    assert opened("B1z").isHidden(), "a reference has no value of its own"
    made = {"doel": 1, "code": "A1q", "tekst": "Er is een loket.", "soort": "ja_nee"}
    records.create(measures, measures.spec("indicator"), [made])
    form = opened("A1q")
    form.add()
    assert form.form is not None
    assert not form.form.save()
    assert told(form, "ja_nee") == "Vul de waarde in."
    form.form.fields.boxes["ja_nee"].editor.set_value("nee")
    assert form.form.save()
    assert [row["waarde"] for row in lists.find(measures, measures.spec("meting"))] == [0]
