"""Somebody without a mouse, in an administration with no more than its own organisation in it, asks tenants what they think
and answers the landlord: a negative advies in which the raadpleging stands, fixed by the board."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from huurdersapp.actions import brief_versies, brieven, lists, records
from huurdersapp.actions.context import Context
from huurdersapp.ui.main_window import MainWindow
from huurdersapp.ui.pages.brief import LetterPage
from tests.journeys.keyboard import Person
from tests.journeys.test_raadpleging_by_keyboard import count, make
from tests.windows import OpenWindow
from tools.paper_words import pdf_words

# Qt says these of windows and of files where there is no real screen.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def me(office: Context, open_window: OpenWindow, qtbot: QtBot) -> Person:
    """Somebody at the window on 2 September 2019."""
    own = {"naam": "Huurdersvereniging Verweg", "soort": "huurdersorganisatie", "eigen": True}
    records.create(office, office.spec("partij"), [own])
    window: MainWindow = open_window(office)
    return Person(qtbot, window).settle()


def case(ctx: Context) -> dict[str, Any]:
    return lists.find(ctx, ctx.spec("advies"))[0]


def put_down_the_case(me: Person, office: Context) -> None:
    """What the landlord asks, and what our advies is."""
    me.press("Ctrl+6").settle().press("Ctrl+N")
    me.until(lambda: me.name.startswith("Onderwerp"))
    me.type("de sloop van de Kerkhoflaan").tab_to("Verhuurder").find("Woonstad Verweg")
    me.until(lambda: me.name == "Toevoegen").press("Space")
    me.until(lambda: bool(lists.find(office, office.spec("verhuurder"))))
    me.tab_to("Ontvangen op").type("5-8-2019").press("Ctrl+S").settle()
    me.until(lambda: bool(lists.find(office, office.spec("advies"))))
    me.tab_to("Ons advies…").press("Space")
    me.until(lambda: me.name.startswith("Ons advies"))
    me.choose("Neg").press("Ctrl+S").settle()
    me.until(lambda: case(office)["uitkomst"] == "negatief")
    me.until(lambda: me.name == "Besluit van het bestuur…")


def to_letter(me: Person) -> LetterPage:
    """From the case to its letter, where the first part waits to be written."""
    me.tab_to("Brief").press("Space")
    me.until(lambda: isinstance(me.window.page, LetterPage))
    page = me.window.page
    assert isinstance(page, LetterPage)
    me.until(lambda: QApplication.focusWidget() is page.parts.cards["aanleiding"].editor.edit)
    return page


def test_from_nothing_to_a_fixed_negative_advies_with_a_raadpleging(me: Person, office: Context) -> None:
    make(me)
    count(me)
    put_down_the_case(me, office)
    page = to_letter(me)

    # A part in own words.
    me.press("Ctrl+End").type(" Wij vinden dit een slecht plan.")
    # The outcome of the raadpleging, which is linked by that.
    me.tab_to("Uitslag invoegen").press("Space")
    me.until(lambda: me.name == "Welke raadpleging").find("Renovatie")
    me.until(lambda: case(office)["raadplegingen"] == [1])
    letter = brieven.read_case(office, case(office)["nummer"])
    assert letter.part("aanleiding").text.endswith("Wij vinden dit een slecht plan.")
    me.until(lambda: "Renovatie Kerkhoflaan" in page.parts.cards["achterban"].text())

    # The board agrees, and the letter is fixed.
    me.tab_to("Vastleggen…").press("Space")
    me.until(lambda: me.name.startswith("Aanwezig"))
    me.type("A, B en C").tab_to("Stemmen").type("3 voor").press("Ctrl+S").settle()
    me.until(lambda: me.message.startswith("Vastgelegd: versie 1, met nummer 2019-001."))
    me.until(lambda: me.name == "Versie 1 openen")
    assert letter.number is not None
    (version,) = brief_versies.versions(office, letter.number)
    assert "3 voor" in version.decision.tekst
    words = " ".join(pdf_words(brief_versies.pdf(office, letter.number, 1)))
    assert "Wij adviseren negatief" in words
    assert "Wij vinden dit een slecht plan." in words
    assert "CONCEPT" not in words

    # Ctrl+Z takes the fixing back by its name.
    me.press("Ctrl+Z").settle()
    me.until(lambda: not brief_versies.versions(office, letter.number or 0))
