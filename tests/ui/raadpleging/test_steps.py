"""The steps of a raadpleging (ux, point 39): what is needed, and that day and person are kept."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from huurdersapp.actions import history
from huurdersapp.actions.context import Context
from huurdersapp.records import ALL
from huurdersapp.ui.forms.quick_form import QuickForm
from huurdersapp.ui.raadpleging.steps import StepsPanel
from tests.journeys.keyboard import Person
from tests.ui.raadpleging.conftest import button, shown
from tests.windows import type_into

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
At = Callable[..., tuple[Person, int]]


def panel(me: Person) -> StepsPanel:
    return next(each for each in me.window.findChildren(StepsPanel) if each.isVisible())


def said(me: Person) -> list[str]:
    return [each.text() for each in panel(me).findChildren(QLabel) if each.isVisibleTo(panel(me))]


def begin(me: Person, words: str) -> QuickForm:
    button(me, words).click()
    return next(each for each in me.window.findChildren(QuickForm) if each.isVisible())


def test_what_the_next_step_needs_stands_there(at: At) -> None:
    me, _number = at("raadpleging", start_op=None, sluit_op=None)
    assert said(me)[:7] == ["nu: Voorbereiden", "›", "Loopt", "›", "Uitslag", "›", "Teruggekoppeld"]
    assert "Nog nodig: begindatum, sluitdatum" in said(me)


def test_beginning_asks_for_its_days(at: At, office: Context, qtbot: QtBot) -> None:
    me, number = at("raadpleging", start_op=None, sluit_op=None)
    form = begin(me, "Beginnen…")
    assert form.fields.value("start_op") == "2019-09-02"
    assert not form.save()
    assert form.fields.boxes["sluit_op"].fault.text()
    form.fields.boxes["sluit_op"].editor.first_focus().setFocus()
    type_into(qtbot, "30-9")
    assert form.save()
    me.settle()
    saved = shown(office, number)
    assert (saved["status"], saved["start_op"], saved["sluit_op"]) == ("loopt", "2019-09-02", "2019-09-30")


def test_a_step_keeps_its_day_and_who_took_it(at: At, office: Context, qtbot: QtBot) -> None:
    me, number = at("raadpleging", sluit_op="2019-08-30", respons_totaal=40)
    assert any("De huurders hebben de uitslag nog niet gehoord." in text for text in said(me))
    form = begin(me, "Terugkoppeling vastleggen…")
    assert not form.save()
    form.fields.boxes["terugkoppeling_hoe"].editor.first_focus().setFocus()
    type_into(qtbot, "Nieuwsbrief")
    assert form.save()
    me.settle()
    saved = shown(office, number)
    assert (saved["status"], saved["terugkoppeling_op"]) == ("teruggekoppeld", "2019-09-02")
    last = history.history(office, ALL["raadpleging"], number)[0]
    assert last.author == "Jo Prins"
    assert last.moment.date().isoformat() == "2019-09-02"
    assert "terugkoppeling_op" in str(history.plain([last])) or "Teruggekoppeld op" in str(
        history.plain([last])
    )
    me.until(lambda: "nu: Teruggekoppeld" in said(me))
    assert not any("nog niet gehoord" in text for text in said(me))


def test_filling_in_more_of_an_outcome_takes_no_step_back(at: At, office: Context) -> None:
    told = {"terugkoppeling_op": "2019-09-01", "terugkoppeling_hoe": "Brief", "respons_totaal": 40}
    me, number = at("raadpleging", sluit_op="2019-08-30", **told)
    form = begin(me, "Uitslag vastleggen…")
    form.fields.boxes["conclusies"].editor.set_typed("Toch nog iets")
    assert form.save()
    me.settle()
    saved = shown(office, number)
    assert (saved["status"], saved["sluit_op"], saved["conclusies"]) == (
        "teruggekoppeld",
        "2019-08-30",
        "Toch nog iets",
    )


def test_closing_before_its_day_closes_it_today(at: At, office: Context) -> None:
    me, number = at("raadpleging")
    form = begin(me, "Uitslag vastleggen…")
    assert form.fields.value("sluit_op") == "2019-09-02"
    assert form.save()
    me.settle()
    assert (shown(office, number)["status"], shown(office, number)["sluit_op"]) == ("uitslag", "2019-09-02")
