"""Somebody without a mouse sees to a bewonerscommissie: plans its overleg, logs support, adds a chair, and undoes it."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from huurdersapp.actions import commissies, lists, records
from huurdersapp.actions.context import Context
from huurdersapp.ui.main_window import MainWindow
from tests.journeys.keyboard import Person

# Qt says these of windows where there is no real screen.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
NAME = "Bewonerscommissie De Heidehoek"


@pytest.fixture
def me(window: MainWindow, qtbot: QtBot) -> Person:
    """Somebody at the window with the example."""
    return Person(qtbot, window).settle()


def found(ctx: Context) -> dict[str, Any]:
    return lists.find(ctx, ctx.spec("commissie"), (f"naam={NAME}",))[0]


def to_the_commissie(me: Person) -> None:
    """From anywhere to the commissie of which much is to be seen to."""
    me.press("Ctrl+K").type("bewonerscommissies").settle().press("Return")
    me.window.activateWindow()  # a real screen does this when the box of Ctrl+K goes
    me.until(lambda: me.heading == "Bewonerscommissies" and QApplication.focusWidget() is not None).settle()
    if NAME not in me.labels():
        me.press("Down", "Home")
    me.until(lambda: NAME in me.labels()).settle()


def test_what_is_told_is_seen_to_with_small_forms(me: Person, example: Context) -> None:
    to_the_commissie(me)
    assert {"Er is geen voorzitter.", "2 lege plekken"} <= set(me.labels())
    lacks = "Dit jaar is er geen overleg met de verhuurder, ook niet gepland."
    assert lacks in me.labels()

    me.tab_to("Overleg plannen…").press("Space")
    me.until(lambda: me.name.startswith("Datum"))
    me.type("24-11-2021").tab_to("Plaats").type("De Brink").tab_to("Vastleggen").press("Space").settle()
    me.until(lambda: me.message == f"Gepland: overleg van {NAME}.")
    me.until(lambda: lacks not in me.labels())
    number = found(example)["nummer"]
    assert not commissies.lacks_meeting(example, number)

    me.tab_to("Lid toevoegen…").press("Space")
    me.until(lambda: me.name.startswith("Naam"))
    me.type("Jo Zwartsluis").tab_to("Rol").type("V").tab_to("Vastleggen").press("Space").settle()
    me.until(lambda: me.message == f"Toegevoegd: lid van {NAME}.")
    me.until(lambda: "Er is geen voorzitter." not in me.labels() and "1 lege plek" in me.labels())

    before = commissies.supported(example, number)
    me.tab_to("Ondersteuning vastleggen…").press("Space")
    me.until(lambda: me.name.startswith("Wat"))
    me.type("T").tab_to("Uren").type("3").tab_to("Vastleggen").press("Space").settle()
    me.until(lambda: me.message == f"Vastgelegd: ondersteuning van {NAME}.")
    after = commissies.supported(example, number)
    assert (after.times, after.hours) == (before.times + 1, (before.hours or 0) + 3)

    me.press("Ctrl+Z", "Ctrl+Z", "Ctrl+Z").settle()
    assert commissies.supported(example, number) == before
    assert commissies.lacks_meeting(example, number)
    assert records.show(example, example.spec("commissie"), number)["vacatures"] == 2


def test_the_chips_and_the_line_above_the_list_tell_the_same(me: Person, example: Context) -> None:
    to_the_commissie(me)
    me.press("Ctrl+L").tab_to("Geen overleg dit jaar", "Shift+Tab").press("Space").settle()
    total = commissies.totals(example, ("zonder_overleg_in=2021",))
    assert total.count
    me.until(lambda: any(text.startswith(f"{total.count} commissie") for text in me.labels()))


def test_what_was_typed_in_a_small_form_stands_there_again(me: Person, example: Context) -> None:
    to_the_commissie(me)
    me.tab_to("Mandaat bijwerken…").press("Space")
    me.until(lambda: me.name.startswith("Hoeveel huishoudens tekenden"))
    me.type("40").press("Ctrl+1").settle()
    assert me.heading == "Vandaag"
    to_the_commissie(me)
    me.tab_to("Vastleggen").press("Space").settle()
    me.until(lambda: me.message == f"Vastgelegd: mandaat van {NAME}.")
    me.until(lambda: any(text.startswith("40 van 72 huishoudens tekenden") for text in me.labels()))
    assert found(example)["mandaat_getekend"] == 40
