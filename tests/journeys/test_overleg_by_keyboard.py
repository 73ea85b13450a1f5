"""Somebody without a mouse prepares a BO, keeps its minutes and prints them; each step can be undone."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from huurdersapp.actions import lists, records
from huurdersapp.actions.context import Context
from huurdersapp.ui.main_window import MainWindow
from tests.journeys.keyboard import Person

# Qt says these of windows where there is no real screen.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def me(window: MainWindow, qtbot: QtBot) -> Person:
    """Somebody at the window with the example, whose day is 1 September 2021."""
    return Person(qtbot, window).settle()


def the_meeting(ctx: Context) -> dict[str, Any]:
    return lists.find(ctx, ctx.spec("overleg"), ("datum=2021-09-01", "soort=bo"))[0]


def found(ctx: Context, kind: str, *where: str) -> list[dict[str, Any]]:
    return lists.find(ctx, ctx.spec(kind), where)


def agenda(ctx: Context) -> list[str]:
    return [item["onderwerp"] for item in the_meeting(ctx)["agendapunten"]]


def to_section(me: Person, name: str) -> None:
    """To a section of the meeting that is shown, from wherever the focus is in it."""
    me.tab_to(name, "Shift+Tab").press("Space").settle()


def fill(me: Person, opener: str, first: str) -> None:
    """Open a small form and wait until its first field has the focus."""
    me.tab_to(opener).press("Space")
    me.until(lambda: me.name.startswith(first))


def test_a_bo_is_prepared_held_and_printed_without_a_mouse(me: Person, example: Context) -> None:
    # A new BO of today.
    me.press("Ctrl+8").settle().press("Ctrl+N")
    me.until(lambda: me.name.startswith("Soort"))
    me.choose("Bestuurlijk").tab_to("Datum").type("1-9-2021").press("Ctrl+S").settle()
    me.until(lambda: bool(found(example, "overleg", "datum=2021-09-01", "soort=bo")))
    number = the_meeting(example)["nummer"]
    me.until(lambda: "BO 01-09-2021" in me.labels())

    # An agenda of four items, of which one is our own; Ctrl+Enter goes on to the next.
    fill(me, "+ Agendapunt", "Onderwerp")
    for subject in ("Verslag van 9 juli", "Activiteitenoverzichten", "Rondvraag"):
        me.type(subject).press("Ctrl+Return").settle()
        me.until(lambda subject=subject: subject in agenda(example))  # type: ignore[misc]
        me.until(lambda: me.name.startswith("Onderwerp"))
    me.type("Kou in de Zonnedauwflat").tab_to("Door ons ingebracht").press("Space", "Ctrl+S").settle()
    me.until(lambda: len(agenda(example)) == 4)
    assert [item["eigen_punt"] for item in the_meeting(example)["agendapunten"]] == [False] * 3 + [True]
    me.until(lambda: "4. Kou in de Zonnedauwflat (door ons ingebracht)" in me.labels())
    me.tab_to("Agendapunt 4: Omhoog", "Shift+Tab").press("Space").settle()
    me.until(lambda: agenda(example)[2] == "Kou in de Zonnedauwflat")

    # Two knelpunten are brought in at once, and come back with one undo.
    to_section(me, "Ingebracht")
    fill(me, "Knelpunten inbrengen…", "In deze lijst zoeken")
    me.press("Tab", "Space", "Tab", "Space", "Ctrl+S").settle()
    me.until(lambda: len(agenda(example)) == 6)
    brought = found(example, "knelpunt", f"inbreng.overleg={number}")
    assert len(brought) == 2
    me.press("Ctrl+Z").settle()
    me.until(lambda: len(agenda(example)) == 4)
    assert not found(example, "knelpunt", f"inbreng.overleg={number}")
    me.press("Ctrl+Y").settle()
    me.until(lambda: len(agenda(example)) == 6)
    assert len(found(example, "knelpunt", f"inbreng.overleg={number}")) == 2
    me.until(lambda: "Ingebrachte knelpunten: 2" in me.labels())

    # Two promises of Lefier.
    back_to(me, "Te doen")
    fill(me, "+ Actiepunt of toezegging", "Wat")
    for what, last in (("Ramen nalopen", "Ctrl+Return"), ("Brief sturen", "Ctrl+S")):
        me.type(what).tab_to("Van wie: partij").find("Lefier").tab_to("Uiterlijk").type("1-10-2021")
        me.press(last).settle()
        me.until(lambda what=what: bool(found(example, "actiepunt", f"wat={what}")))  # type: ignore[misc]
        if last == "Ctrl+Return":
            me.until(lambda: me.name.startswith("Wat"))
    promises = found(example, "actiepunt", f"overleg={number}", "toezegging=ja")
    assert {item["wat"] for item in promises} == {"Ramen nalopen", "Brief sturen"}
    me.until(lambda: any("Nog 30 dagen" in text for text in me.labels()))
    me.until(lambda: me.name == "+ Actiepunt of toezegging").settle()

    # The minutes, settled.
    back_to(me, "Verslag")
    fill(me, "Verslag schrijven…", "Verslag")
    me.type("Het was een goed gesprek.").press("Ctrl+S").settle()
    me.until(lambda: the_meeting(example)["verslag_status"] == "concept")
    me.until(lambda: "Concept" in me.labels())
    fill(me, "Verslag vaststellen…", "Verslag vastgesteld op")
    me.press("Ctrl+S").settle()
    me.until(lambda: the_meeting(example)["verslag_vastgesteld_op"] == "2021-09-01")
    me.press("Ctrl+Z").settle()
    assert the_meeting(example)["verslag_status"] == "concept"
    me.press("Ctrl+Y").settle()
    me.until(lambda: "Vastgesteld" in me.labels())

    # Ctrl+P shows it as it will be printed.
    me.press("Ctrl+P").settle()
    me.until(lambda: me.heading == "Verslag")
    page: Any = me.window.page
    me.until(lambda: page.preview.paper is not None)
    assert page.preview.paper.document.mark == "VOORBEELD – verzonnen gegevens"  # no concept any more
    assert records.show(example, example.spec("overleg"), number)["verslag_status"] == "vastgesteld"


def back_to(me: Person, section: str) -> None:
    """To a section after an undo, which leaves the focus in the list or on the record."""
    me.until(lambda: QApplication.focusWidget() is not None)
    to_section(me, section)
