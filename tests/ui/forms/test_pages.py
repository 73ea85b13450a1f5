"""The screens of knelpunten, raadplegingen and overleggen, in the real window."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from huurdersapp.actions import history, records
from huurdersapp.actions.context import Context
from huurdersapp.base import clock
from huurdersapp.records import ALL
from huurdersapp.records.knelpunt_status import NEEDS, NEXT
from huurdersapp.ui.forms.knelpunt_steps import StepPanel
from huurdersapp.ui.forms.quick_form import QuickForm
from huurdersapp.ui.main_window import MainWindow
from huurdersapp.ui.pages.raadpleging import response
from huurdersapp.ui.place import Place
from tests.windows import OpenWindow, press, type_into

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
Settled = Callable[[MainWindow], None]
KNELPUNT = {"titel": "Lift staat stil", "categorie": "onderhoud", "gemeld_op": "2019-08-01"}


def make(ctx: Context, kind: str, **values: Any) -> int:
    """A record."""
    return int(records.create(ctx, ALL[kind], [values]).records[0]["nummer"])


def panel(window: MainWindow) -> StepPanel:
    """The panel with the next step that is shown."""
    return next(each for each in window.findChildren(StepPanel) if each.isVisible())


def form_of(window: MainWindow) -> QuickForm:
    """The small form that is shown."""
    return next(each for each in window.findChildren(QuickForm) if each.isVisible())


def shown(window: MainWindow, words: str) -> QPushButton:
    """The button with these words that can be seen."""
    return next(
        each for each in window.findChildren(QPushButton) if each.text() == words and each.isVisible()
    )


def labels(window: MainWindow) -> list[str]:
    """All words that can be seen."""
    return [each.text() for each in window.findChildren(QLabel) if each.isVisible()]


def test_a_knelpunt_is_made_from_the_keyboard_alone(
    office: Context, open_window: OpenWindow, qtbot: QtBot, settled: Settled
) -> None:
    window = open_window(office)
    window.go(Place("knelpunt"))
    settled(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    page: Any = window.page
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.form.fields.boxes["titel"].editor.line)
    type_into(qtbot, "Lift stuk")
    press(qtbot, Qt.Key.Key_Tab)
    type_into(qtbot, "ond")
    page.form.fields.boxes["omschrijving"].editor.edit.setFocus()
    press(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settled(window)
    assert records.show(office, ALL["knelpunt"], 1)["titel"] == "Lift stuk"
    assert window.message.text() == "Opgeslagen: Lift stuk."
    assert QApplication.focusWidget() is page.form.fields.boxes["titel"].editor.line
    window.undo()
    assert history.next_undo(office) is None


def test_a_step_asks_its_day_and_a_line_and_is_undone_as_one(
    office: Context, open_window: OpenWindow, qtbot: QtBot, settled: Settled
) -> None:
    number = make(office, "knelpunt", **KNELPUNT)
    window = open_window(office)
    window.go(Place("knelpunt", number))
    settled(window)
    panel(window).openers["beoordeeld"].click()
    form = form_of(window)
    assert list(form.fields.boxes) == ["datum", "toelichting"]
    assert form.fields.value("datum") == clock.today().isoformat()
    type_into(qtbot, "Speelt in meer woningen")
    form.save_button.click()
    settled(window)
    saved = records.show(office, ALL["knelpunt"], number)
    assert saved["status"] == "beoordeeld"
    assert saved["stappen"][-1]["toelichting"] == "Speelt in meer woningen"
    assert saved["stappen"][-1]["door"] == "Jo Prins"
    assert window.message.text() == "Stap vastgelegd: Beoordeeld."
    qtbot.waitUntil(lambda: "beoordeeld" not in panel(window).openers)
    window.undo()
    settled(window)
    assert records.show(office, ALL["knelpunt"], number)["status"] == "gemeld"


def test_every_step_that_may_follow_has_a_button_and_asks_what_it_needs(
    office: Context, open_window: OpenWindow, settled: Settled
) -> None:
    number = make(office, "knelpunt", **KNELPUNT)
    window = open_window(office)
    window.go(Place("knelpunt", number))
    settled(window)
    steps = panel(window)
    assert set(steps.openers) == set(NEXT["gemeld"])
    for step in NEXT["gemeld"]:
        form = steps.begin(step)
        needs = (*NEEDS.get(step, ()), *(["agendapunt"] if step == "ingebracht" else []))
        assert tuple(form.fields.boxes) == ("datum", *needs, "toelichting")
        assert all(form.fields.boxes[key].item.required for key in NEEDS.get(step, ()))


def test_a_step_that_misses_something_says_so_at_its_field_and_saves_nothing(
    office: Context, open_window: OpenWindow, qtbot: QtBot, settled: Settled
) -> None:
    number = make(office, "knelpunt", **KNELPUNT)
    window = open_window(office)
    window.go(Place("knelpunt", number))
    settled(window)
    steps = panel(window)
    steps.more.click()
    steps.openers["afgewezen"].click()
    form = form_of(window)
    form.save_button.click()
    assert form.fields.boxes["reden"].fault.text() == "Vul bij deze stap ook ‘Reden’ in."
    assert QApplication.focusWidget() is form.fields.boxes["reden"].editor.first_focus()
    assert records.show(office, ALL["knelpunt"], number)["status"] == "gemeld"


def test_what_is_typed_of_a_step_survives_larger_letters(
    office: Context, open_window: OpenWindow, qtbot: QtBot, settled: Settled
) -> None:
    number = make(office, "knelpunt", **KNELPUNT)
    window = open_window(office)
    window.go(Place("knelpunt", number))
    settled(window)
    panel(window).openers["opgelost"].click()
    type_into(qtbot, "Gemaakt")
    window.look.set_zoom(140)
    settled(window)
    qtbot.waitUntil(lambda: any(each.isVisible() for each in window.findChildren(QuickForm)))
    assert form_of(window).fields.value("toelichting") == "Gemaakt"
    window.look.set_zoom(100)


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"respons_totaal": 100, "populatie_aantal": 312}, "100 van 312 reacties (32 %)"),
        ({"respons_totaal": 8, "populatie_aantal": 20}, "8 van 20 reacties"),
        ({"respons_totaal": 1}, "1 reactie"),
        (
            {"kanalen": [{"respons": 20, "uitgenodigd": 60}, {"respons": 30, "uitgenodigd": 40}]},
            "50 van 100 reacties (50 %)",
        ),
        ({}, ""),
    ],
)
def test_the_response_is_said_in_words(values: dict[str, Any], words: str) -> None:
    record = {"respons_totaal": None, "populatie_aantal": None, "kanalen": [], **values}
    assert response(record, 30) == words


def test_the_feedback_of_a_raadpleging_is_recorded_in_a_few_fields(
    office: Context, open_window: OpenWindow, qtbot: QtBot, settled: Settled
) -> None:
    number = make(
        office, "raadpleging", titel="Panel", start_op="2019-05-01", sluit_op="2019-06-01", respons_totaal=40
    )
    window = open_window(office)
    window.go(Place("raadpleging", number))
    settled(window)
    shown(window, "Terugkoppeling vastleggen…").click()
    form = form_of(window)
    type_into(qtbot, "Nieuwsbrief")
    form.save_button.click()
    settled(window)
    saved = records.show(office, ALL["raadpleging"], number)
    assert (saved["terugkoppeling_op"], saved["terugkoppeling_hoe"]) == ("2019-09-02", "Nieuwsbrief")
    assert saved["status"] == "teruggekoppeld"
    qtbot.waitUntil(lambda: any("nu: Teruggekoppeld" in text for text in labels(window)))


def test_an_overleg_shows_what_came_of_it_and_makes_an_actiepunt_with_it_filled_in(
    office: Context, open_window: OpenWindow, settled: Settled
) -> None:
    party = make(office, "partij", naam="Lefier", soort="corporatie")
    number = make(office, "overleg", soort="bo", datum="2019-08-20")
    make(office, "actiepunt", wat="Lift laten maken", partij=party, overleg=number)
    knelpunt = make(office, "knelpunt", **KNELPUNT)
    records.change(
        office, ALL["knelpunt"], knelpunt, {"inbreng": [{"overleg": number, "datum": "2019-08-20"}]}
    )
    window = open_window(office)
    window.go(Place("overleg", number, values={"deel": "ingebracht"}))
    settled(window)
    assert "Ingebrachte knelpunten: 1" in labels(window)
    window.go(Place("overleg", number, values={"deel": "acties"}))
    settled(window)
    assert {"Nog te doen", "Lefier  ·  Er is geen laatste dag afgesproken."} <= set(labels(window))
    shown(window, "+ Actiepunt of toezegging").click()
    page: Any = window.page
    form = page.panel.form
    form.fields.boxes["wat"].editor.set_typed("Bellen")
    form.save_button.click()
    settled(window)
    made = records.show(office, ALL["actiepunt"], 2)
    assert (made["wat"], made["overleg"], made["afgesproken_op"]) == ("Bellen", number, "2019-08-20")
