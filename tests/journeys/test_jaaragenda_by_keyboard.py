"""Somebody without a mouse sees to the year: moves a round, takes that back, says what is done, makes the BO from its moment,
plans the work before it, and takes the year along as a calendar."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import vobject
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from huurdersapp.actions import akkoord, lists, records
from huurdersapp.actions.context import Context
from huurdersapp.base import clock
from huurdersapp.base import jobs as work
from huurdersapp.base.paths import own
from tests.journeys.keyboard import Person
from tests.windows import OpenWindow

# Qt says these of windows where there is no real screen.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
ROUND = "In oktober: RG en BO oktober"


@pytest.fixture
def emmen(office: Context) -> Iterator[Context]:
    """An administration with the akkoord of Emmen, on the first of September 2021."""
    work.run(akkoord.load(office, own("resources") / "akkoorden" / "emmen-2019-2024.json"))
    spec = office.spec("partij")
    ours = next(row for row in lists.find(office, spec) if row["soort"] == "huurdersorganisatie")
    records.change(office, spec, ours["nummer"], {"eigen": True})
    with clock.fixed(date(2021, 9, 1)):
        yield office


@pytest.fixture
def me(open_window: OpenWindow, emmen: Context, qtbot: QtBot) -> Person:
    """Somebody at the window."""
    return Person(qtbot, open_window(emmen)).settle()


def to_the_year(me: Person) -> None:
    """From anywhere to the list of the year."""
    me.press("Ctrl+K").type("jaaragenda").settle().press("Return")
    me.until(lambda: me.heading == "Jaaragenda").settle()
    me.window.activateWindow()  # a real screen does this when the box of Ctrl+K goes
    me.until(me.window.isActiveWindow).until(lambda: me.name == "Momenten van het jaar")


def come_to(me: Person, words: str) -> None:
    """Walk through the list to the row that begins so."""
    me.press("Home")
    for _step in range(60):
        if me.row().startswith(words):
            return
        me.press("Down")
    raise AssertionError(f"no row begins with {words!r}")


def test_the_year_is_seen_to_without_a_mouse(me: Person, emmen: Context, tmp_path: Path) -> None:
    to_the_year(me)
    come_to(me, ROUND)
    me.press("F2").until(lambda: me.name.startswith("Op of van"))
    me.type("14-10-2021").tab_to("Waarom het anders is").type("De wethouder kan eerder niet.")
    me.tab_to("Vastleggen").press("Space").settle()
    me.until(lambda: me.message == "Verzet: RG en BO oktober.")
    me.until(lambda: me.row().startswith("Op 14 oktober 2021: RG en BO oktober"))
    assert "Reden: De wethouder kan eerder niet." in me.row()

    me.press("Ctrl+Z").settle().until(lambda: me.row().startswith(ROUND))

    come_to(me, "In februari: Gezamenlijke evaluatie")
    me.press("Return").until(lambda: me.name == "Gedaan").press("Space").settle()
    me.until(lambda: me.message == "Gedaan: Gezamenlijke evaluatie.")
    me.until(lambda: "Gedaan op 1 september 2021" in me.row())

    come_to(me, ROUND)
    me.press("Return").tab_to("BO maken…").press("Space").settle()
    me.until(lambda: me.heading.startswith("Overleg"))
    me.press("Ctrl+S").settle()
    me.until(lambda: lists.count(emmen, emmen.spec("overleg")) == 1)
    meeting = lists.find(emmen, emmen.spec("overleg"))[0]
    assert (meeting["soort"], meeting["datum"]) == ("bo", "2021-10-01")

    to_the_year(me)
    come_to(me, ROUND)
    me.press("Return").tab_to("In de agenda zetten").press("Space").settle()
    me.until(lambda: "bij de actiepunten" in me.message)
    planned = lists.find(emmen, emmen.spec("actiepunt"))
    assert planned
    assert {each["overleg"] for each in planned} == {meeting["nummer"]}

    me.press("Ctrl+P").settle().until(lambda: me.heading == "Jaar op één blad")
    me.tab_to("Opslaan als agendabestand (.ics)…", "Shift+Tab").press("Space")
    path = tmp_path / "jaar.ics"
    (dialog,) = (each for each in me.window.findChildren(QFileDialog) if each.isVisible())
    dialog.fileSelected.emit(str(path))
    dialog.close()
    me.until(path.exists).settle()
    found = vobject.readOne(path.read_text(encoding="utf-8"))
    assert "BO 01-10-2021" in " ".join(event.summary.value for event in found.vevent_list)
