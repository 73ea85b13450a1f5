"""A whole campagne in the window with the keyboard alone: made, counted, walked, looked at, and its flyer printed."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from huurdersapp.actions import history, records
from huurdersapp.actions.context import Context
from huurdersapp.records import ALL
from huurdersapp.ui.campagne.figures import StandPanel
from huurdersapp.ui.main_window import MainWindow
from huurdersapp.ui.pages.looplijst import WalkPage
from huurdersapp.ui.preview.preview import Preview
from tests.journeys.keyboard import Person
from tests.windows import OpenWindow
from tools.paper_words import pdf_words

# Qt says these of windows and of files where there is no real screen.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def me(office: Context, open_window: OpenWindow, qtbot: QtBot) -> Person:
    """Somebody at the window of an administration that knows six homes in one complex."""

    def make(kind: str, *objects: dict[str, object]) -> None:
        records.create(office, ALL[kind], list(objects))

    make("partij", {"naam": "Huurdersvereniging Emmen", "soort": "huurdersorganisatie", "eigen": True})
    make("kern", {"naam": "Emmerhout", "soort": "wijk"})
    make("verhuurder", {"naam": "Lefier"})
    make("complex", {"naam": "Brinkhof", "verhuurder": 1, "kern": 1})
    home = {"postcode": "7811 AA", "straat": "Brink", "plaats": "Emmen", "kern": 1, "complex": 1}
    make("adres", *({**home, "huisnummer": number} for number in range(1, 7)))
    window: MainWindow = open_window(office)
    return Person(qtbot, window).settle()


def make(me: Person) -> None:
    """A campagne with a goal, for the homes of a complex."""
    me.press("Ctrl+5").press("Ctrl+N").settle()
    me.type("Warm wonen")
    me.tab_to("Begint op").type("1-8")
    me.tab_to("Wanneer is het gelukt").choose("Deelname")
    me.tab_to("Hoeveel wilt u er halen").type("10")
    me.tab_to("Complexen").find("Brinkhof")
    me.settle()
    me.tab_to("Neem 6 adressen over").press("Space")
    assert me.name.startswith("Hoeveel huishoudens dat zijn")
    me.press("Ctrl+S").settle()
    assert me.message == "Opgeslagen: Warm wonen."


def add(me: Person, channel: str, place: str, **counts: str) -> None:
    """An action of today."""
    me.tab_to("+ Actie").press("Space")
    me.tab_to("Kanaal").choose(channel)
    if place:
        me.tab_to("Straat of plek").press("Ctrl+A").type(place)
    for name, count in counts.items():
        me.tab_to(name).type(count)
    me.tab_to("Vastleggen").press("Space").settle()
    assert me.message.startswith("Actie vastgelegd."), me.message
    me.until(lambda: me.name.startswith("+ Actie")).settle()


def walk(me: Person) -> None:
    """Six homes with one key each; a wrong one is taken back."""
    me.tab_to("Looplijst invullen").press("Space").settle()
    page = me.window.page
    assert isinstance(page, WalkPage)
    me.press("g", "n", "n", "Ctrl+Z", "d", "f", "g", "d")
    assert page.board.sums.text() == "Bereik 5, contact 4, deelname 2"
    me.press("Ctrl+S").settle()
    assert me.message.startswith("Looplijst vastgelegd: 6 woningen."), me.message


def see_figures(me: Person) -> None:
    """Progress, totals and steps; behind a number stand its actions."""
    page = me.window.page
    assert page is not None
    (figures,) = page.findChildren(StandPanel)
    me.until(lambda: "stappen" in figures.cards)
    words = me.labels()
    assert "Deelname 5 van 10 (50\N{NO-BREAK SPACE}%)" in words
    assert "1 campagne. Bereik 11, contact 9, deelname 5." in words
    me.tab_to("Contact: 9.").press("Space")
    assert "02-09-2019: 4 bij Looplijst, Brink" in me.labels()


def see_flyer(me: Person) -> None:
    """The flyer as it will be printed."""
    me.tab_to("Flyer", "Shift+Tab").press("Space")
    page = me.window.page
    assert page is not None
    (preview,) = page.findChildren(Preview)
    me.until(lambda: preview.paper is not None)
    assert preview.paper is not None
    assert preview.paper.pages == 1
    assert "Warm wonen" in " ".join(pdf_words(preview.paper.pdf))


def test_a_campagne_from_its_goal_to_its_flyer(me: Person, office: Context) -> None:
    make(me)
    add(me, "Brief", "Brink", Bereik="6")
    add(me, "Bijeenkomst", "Wijkgebouw", Contact="4", Deelname="3")
    me.tab_to("+1 gesprek").press("Space").settle()
    assert me.message.startswith("Gesprek geteld: nu 5 bij Bijeenkomst, Wijkgebouw."), me.message
    me.until(lambda: me.name == "+1 gesprek").settle()
    walk(me)
    saved = records.show(office, ALL["campagne"], 1)
    counts = [(line["bereik"], line["contacten"], line["deelnemers"]) for line in saved["acties"]]
    assert counts == [(6, None, None), (None, 5, 3), (5, 4, 2)]
    assert saved["doelgroep_aantal"] == 6
    see_figures(me)
    see_flyer(me)
    labels = [entry.label for entry in history.steps(office)]
    assert labels.count("Gesprek bijtellen") == 1
    assert me.pressed < 500
