"""A coach comes home and types three visits with the keyboard alone, then looks what came of them."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from huurdersapp.actions import concepten, history, lists, records
from huurdersapp.actions.context import Context
from huurdersapp.ui.main_window import MainWindow
from tests.journeys.keyboard import Person
from tests.ui.preview.waiting import ready

# Qt says this where there is no real screen.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
MOST_KEYS = 75
"""For one visit (ux, point 18)."""
POSTCODE, NUMBER = "9999ZZ", "14"


@pytest.fixture
def me(window: MainWindow, qtbot: QtBot, example: Context) -> Person:
    """Somebody at the window with the example, in which one home more is known."""
    home = {"postcode": POSTCODE, "huisnummer": 14, "straat": "Laan van de Marel", "plaats": "Emmen"}
    records.create(example, example.spec("adres"), [home])
    return Person(qtbot, window).settle()


def newest(ctx: Context) -> dict[str, object]:
    """The visit that was entered last."""
    spec = ctx.spec("energiebezoek")
    (found,) = lists.shown_rows(ctx, spec, "", (), "-nummer", 1)
    return records.show(ctx, spec, int(found[0]))


def quick_visit(me: Person) -> int:
    """Type a visit from the postcode up to and with the remark; gives how many keys that took."""
    before = me.pressed
    me.type(POSTCODE.lower()).press("Tab").type(NUMBER).press("Tab", "Tab")
    assert me.name.startswith("Wat hebt u gedaan?")
    me.type("123").press("Tab").type("1350").press("Tab").type("2400").press("Tab")
    me.type("2").press("Tab").type("Kou bij de voordeur tocht").press("Ctrl+Return").settle()
    return me.pressed - before


def test_visits_by_keyboard_from_vandaag_to_the_paper(me: Person, example: Context) -> None:
    spec = example.spec("energiebezoek")
    before = lists.count(example, spec)
    me.press("Ctrl+1").settle()
    me.tab_to("+ Energiebezoek").press("Space").settle()
    assert me.name.startswith("Energiecoach"), "nobody knows yet who it was"
    me.find("Aaltje").press("Alt+D").press("Ctrl+A").type("gisteren").press("Tab")
    me.tab_to("Postcode")

    keys = quick_visit(me)
    print(f"keys for a visit: {keys}")
    assert keys <= 55 < MOST_KEYS
    assert me.name == "Postcode"
    assert "Laan van de Marel 14" in me.message
    assert quick_visit(me) == keys, "day and coach are kept"
    assert lists.count(example, spec) == before + 2
    assert newest(example)["datum"] == "2021-08-31"

    # The third has a knelpunt, and more questions than the quick entry asks.
    me.type(POSTCODE).press("Tab").type(NUMBER).press("Tab", "Tab").type("4")
    me.tab_to("Er is een knelpunt").press("Space").type("ener").press("Tab").type("Enkel glas")
    me.press("Tab", "Space").tab_to("Alle vragen").press("Space").settle()
    me.press("Alt+3").tab_to("Coach: schimmel").press("1")
    me.press("Ctrl+PgDown").settle()
    me.press("Down", "C").type("6")
    me.press("Alt+5").tab_to("Toestemming: Contact voor nazorg").press("Space")
    me.press("Ctrl+S").settle()
    visit = newest(example)
    assert visit["schimmel_gezien"] == "ja"
    assert isinstance(visit["maatregelen"], list)
    assert len(visit["maatregelen"]) == 2
    assert isinstance(visit["knelpunten"], list)
    knelpunt = records.show(example, example.spec("knelpunt"), visit["knelpunten"][0])
    assert (knelpunt["titel"], knelpunt["bron"]) == ("Enkel glas", "energiecoach")
    assert visit["nazorg_gepland_op"] == "2021-12-31", "four months after yesterday, which was kept"
    assert concepten.every(example) == []

    # What came of it stands under the visit, and on paper.
    assert any("Verwachte besparing per jaar, indicatief" in text for text in me.labels())
    me.tab_to("Bezoekverslag").press("Space").settle()
    preview = me.window.page.preview  # type: ignore[union-attr]  # the screen of a paper
    assert ready(me.bot, preview).pages >= 1
    me.press("Alt+Left").settle()
    assert me.heading == "Energiebezoeken"

    # One step was one visit with its knelpunt: one undo takes both back.
    me.press("Ctrl+Z").settle()
    assert lists.count(example, spec) == before + 2
    assert lists.count(example, example.spec("knelpunt"), ["bron=energiecoach", "titel=Enkel glas"]) == 0
    assert history.next_undo(example) is not None
