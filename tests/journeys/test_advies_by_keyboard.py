"""Somebody without a mouse, in an administration with nothing in it, puts down what a landlord asks and sees the days run."""

from __future__ import annotations

from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from huurdersapp.actions import lists
from huurdersapp.actions.context import Context
from tests.journeys.keyboard import Person
from tests.windows import OpenWindow

# Qt says these of windows where there is no real screen.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
MOST_KEYS = 140
"""With the words themselves, until the days are counted down."""


@pytest.fixture
def me(open_window: OpenWindow, office: Context, qtbot: QtBot) -> Person:
    """Somebody at the window on 2 September 2019."""
    return Person(qtbot, open_window(office)).settle()


def case(ctx: Context) -> dict[str, Any]:
    return lists.find(ctx, ctx.spec("advies"))[0]


def step(me: Person, opener: str, first: str) -> None:
    """Open the small form of a step and wait until its first empty field has the focus."""
    me.tab_to(opener).press("Space")
    me.until(lambda: me.name.startswith(first))


def test_from_nothing_to_a_case_with_a_clock(me: Person, office: Context) -> None:
    me.press("Ctrl+6").settle().press("Ctrl+N")
    me.until(lambda: me.name.startswith("Onderwerp"))
    me.type("Nieuwe daken").tab_to("Verhuurder").find("Woonstad Verweg")
    me.until(lambda: me.name == "Toevoegen").press("Space")
    me.until(lambda: bool(lists.find(office, office.spec("verhuurder"))))
    me.tab_to("Ontvangen op").type("5-8-2019").press("Ctrl+S").settle()
    me.until(lambda: bool(lists.find(office, office.spec("advies"))))
    me.until(lambda: "Nog 14 dagen, uiterlijk maandag 16 september 2019." in me.labels())
    assert "De verhuurder gaf geen termijn. De wet geeft minstens zes weken." in me.labels()
    assert me.pressed <= MOST_KEYS

    # Why this day, with the keyboard.
    me.tab_to("Laatste dag voor ons advies. Waarom deze dag?").press("Space")
    me.until(lambda: any("Ontvangen op: maandag 5 augustus 2019" in text for text in me.labels()))

    # The landlord named a day: too early, which is told and kept; undone by name.
    step(me, "Termijn van de verhuurder…", "Uiterste datum volgens de verhuurder")
    me.type("10-9-2019").press("Ctrl+S").settle()
    me.until(lambda: case(office)["termijn_dagen"] == 36)
    me.until(lambda: "Nog 8 dagen, uiterlijk dinsdag 10 september 2019." in me.labels())
    assert "De wet geeft minstens zes weken (42 dagen)." in me.message
    me.press("Ctrl+Z").settle()
    me.until(lambda: case(office)["termijn_dagen"] is None)
    me.until(lambda: "Nog 14 dagen, uiterlijk maandag 16 september 2019." in me.labels())

    # Our advies and the decision of the board: what comes next has the focus each time.
    step(me, "Ons advies…", "Ons advies")
    me.choose("Neg").press("Ctrl+S").settle()
    me.until(lambda: case(office)["status"] == "concept")
    me.until(lambda: me.name == "Besluit van het bestuur…").press("Space")
    me.until(lambda: me.name.startswith("Aanwezig"))
    me.type("A, B en C").press("Tab").type("3 voor").press("Ctrl+S").settle()
    me.until(lambda: case(office)["status"] == "akkoord")
    me.until(lambda: me.name == "Brief vastleggen")
    assert case(office)["vastgesteld_op"] == "2019-09-02"
