"""Somebody without a mouse follows a renovation from nothing: project, proposal, building, ten homes, answers, telblad."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from huurdersapp.actions import lists, records, renovatie_stand
from huurdersapp.actions.context import Context
from huurdersapp.ui.preview.preview import Preview
from tests.journeys.keyboard import Person
from tests.windows import OpenWindow
from tools.paper_words import pdf_words

# Qt says these of windows where there is no real screen.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def to_renovations(me: Person) -> None:
    """From anywhere; the screen says what it is for, and what to do first."""
    me.press("Ctrl+K").type("renovatie").settle().press("Return")
    me.window.activateWindow()  # a real screen does this when the box of Ctrl+K goes
    me.until(lambda: me.heading == "Renovatie" and QApplication.focusWidget() is not None).settle()
    assert any("of 70 % is gehaald" in text for text in me.labels())


def make_project(me: Person) -> None:
    """A project with the landlord's proposal."""
    me.press("Ctrl+N").settle()
    me.until(lambda: me.name.startswith("Titel"))
    me.type("Gevels Dreef").press("Ctrl+S").settle()
    me.until(lambda: any("nog geen voorstel" in text for text in me.labels())).settle()
    me.tab_to("Voorstel vastleggen…").press("Space")
    me.until(lambda: me.name.startswith("Naam of kenmerk"))
    me.type("Brief 12").tab_to("Vastleggen").press("Space").settle()
    me.until(lambda: me.message == "Vastgelegd: voorstel van Gevels Dreef.")
    me.until(lambda: any(text.startswith("Versie 1") for text in me.labels())).settle()


def make_building(me: Person) -> None:
    """A building of the project, with ten homes by their numbers."""
    me.tab_to("Eenheid maken").press("Space").settle()
    me.until(lambda: me.name.startswith("Naam"))
    me.type("Flat Dreef").press("Ctrl+S").settle()
    me.until(lambda: "Er staan nog geen woningen in dit gebouw." in me.labels()).settle()
    me.tab_to("Woningen maken…").press("Space").settle()
    me.until(lambda: me.name == "Met huisnummers")
    me.tab_to("Straat").type("Dreef").tab_to("Eerste huisnummer").type("1")
    me.tab_to("Laatste huisnummer").type("19").tab_to("Bekijken wat er komt").press("Space")
    me.until(lambda: me.name == "10 woningen maken").press("Space").settle()
    me.until(lambda: me.message.startswith("10 woningen gemaakt in Flat Dreef."))
    me.until(lambda: "Nog 7 nodig: 0 van de 7." in me.labels()).settle()


def answer(me: Person) -> None:
    """Everybody says yes, in one step, on the board of the building."""
    me.tab_to("Draagvlak bijhouden").press("Space").settle()
    me.until(lambda: me.heading.startswith("Draagvlak")).settle()
    me.press("Ctrl+A", "J").settle()


def see_telblad(me: Person) -> str:
    """The telblad as it will be printed."""
    me.press("Alt+Left").settle()
    me.until(lambda: me.heading == "Renovatie").settle()
    me.press("Ctrl+P").settle()
    page = me.window.page
    assert page is not None
    (preview,) = page.findChildren(Preview)
    me.until(lambda: preview.paper is not None)
    assert preview.paper is not None
    return " ".join(pdf_words(preview.paper.pdf))


def test_a_renovation_from_nothing_to_its_telblad(
    office: Context, open_window: OpenWindow, qtbot: QtBot
) -> None:
    ours = {"naam": "Huurdersvereniging Verweg", "soort": "huurdersorganisatie", "eigen": True}
    records.create(office, office.spec("partij"), [ours])
    me = Person(qtbot, open_window(office)).settle()
    to_renovations(me)
    make_project(me)
    make_building(me)
    answer(me)
    with office.store.reading() as db:
        (unit,) = (item["nummer"] for item in lists.find(office, office.spec("bouwkundige_eenheid")))
        telling = renovatie_stand.telling(db, unit)
    assert (telling.huurders, telling.ja, telling.gehaald) == (10, 10, True)
    words = see_telblad(me)
    assert "Telblad Flat Dreef" in words
