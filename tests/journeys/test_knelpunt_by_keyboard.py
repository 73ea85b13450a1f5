"""Knelpunten with the keyboard alone: quick entry, what was reported before, bundling, a pattern on the agenda, a term."""

from __future__ import annotations

from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from huurdersapp.actions import records
from huurdersapp.actions.context import Context
from tests.journeys.keyboard import Person
from tests.windows import OpenWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
TITLE = "De lift staat stil 2"
MOST_KEYS = 45
"""For a knelpunt with a title of twenty letters, an onderdeel and a complex."""


def make(ctx: Context, kind: str, **values: Any) -> int:
    return int(records.create(ctx, ctx.spec(kind), [values]).records[0]["nummer"])


def shown(ctx: Context, number: int, kind: str = "knelpunt") -> dict[str, Any]:
    return records.show(ctx, ctx.spec(kind), number)


@pytest.fixture
def home(office: Context) -> Context:
    """The office with a complex, a coming meeting and four of the same."""
    make(office, "verhuurder", naam="Lefier")
    make(office, "kern", naam="Emmermeer", soort="wijk")
    make(office, "complex", naam="Kerkhoflaan", verhuurder=1, kern=1)
    make(office, "overleg", soort="verhuurder", datum="2019-10-01")
    for room in ("badkamer", "keuken", "slaapkamer", "gang"):
        make(office, "knelpunt", titel=f"Schimmel in de {room}", categorie="vocht_schimmel", complex=1)
    return office


@pytest.fixture
def me(home: Context, open_window: OpenWindow, qtbot: QtBot) -> Person:
    """Somebody at the window, on the screen of knelpunten."""
    return Person(qtbot, open_window(home)).settle().press("Ctrl+4").settle()


def test_a_knelpunt_with_its_part_and_complex_takes_few_keys(me: Person, home: Context) -> None:
    before = me.pressed
    me.press("Ctrl+N").settle()
    me.type(TITLE).press("Tab").type("lift").press("Tab", "Tab")
    me.find("Kerk")
    me.press("Ctrl+S").settle()
    assert me.pressed - before <= MOST_KEYS
    kept = shown(home, 5)
    found = [kept[key] for key in ("titel", "categorie", "subcategorie", "complex", "kern", "verhuurder")]
    assert found == [TITLE, "onderhoud", "onderhoud_installaties", 1, 1, 1]
    assert me.message.startswith(f"Opgeslagen: {TITLE}")


def test_who_has_the_same_is_counted_and_that_is_taken_back(me: Person, home: Context) -> None:
    me.press("Ctrl+N").settle()
    me.type("Schimel in badkamer")
    form: Any = me.window.page.form  # type: ignore[union-attr]  # the screen of knelpunten
    me.until(lambda: bool(form.alike.found)).settle()
    me.tab_to("Ook last van: +1: Schimmel in de badkamer").press("Space").settle()
    assert shown(home, 1)["ook_last_van"] == 1
    assert me.message == "Geteld bij ‘Schimmel in de badkamer’. Ook last van: 1."
    me.press("Ctrl+Z").settle()
    assert shown(home, 1)["ook_last_van"] == 0


def test_what_is_selected_is_bundled_and_undone(me: Person, home: Context) -> None:
    me.press("Home", "Shift+Down", "Shift+Down").settle()
    me.tab_to("Bundelen…").press("Space").settle()
    me.tab_to("Titel van het nieuwe knelpunt").press("Ctrl+A").type("Schimmel overal")
    me.tab_to("Bundelen").press("Space").settle()
    assert shown(home, 5)["titel"] == "Schimmel overal"
    assert shown(home, 5)["ook_last_van"] == 2
    me.press("Ctrl+Z").settle()
    assert all(shown(home, number)["status"] == "gemeld" for number in range(1, 5))


def test_a_pattern_comes_with_one_more_report_and_goes_on_the_agenda(me: Person, home: Context) -> None:
    me.tab_to("+1 ook last van").press("Space").settle()
    me.until(lambda: me.window.page.patterns.isVisible()).settle()  # type: ignore[union-attr]
    me.tab_to("Zet op de agenda…: Patroon: 5 meldingen").press("Space").settle()
    assert me.name.startswith("Overleg")
    me.tab_to("Zet op de agenda").press("Space").settle()
    (item,) = shown(home, 1, "overleg")["agendapunten"]
    assert item["onderwerp"] == "Vocht en schimmel in complex Kerkhoflaan (5 meldingen)"
    assert me.message == f"Op de agenda gezet: {item['onderwerp']}."


def test_a_term_is_agreed_and_a_reaction_waited_for(me: Person, home: Context) -> None:
    me.tab_to("Termijnen").press("Space").settle().press("Ctrl+N").settle()
    me.type("voc").tab_to("Hoeveel dagen").type("20").press("Ctrl+S").settle()
    assert me.message.startswith("Opgeslagen: Vocht en schimmel: 20 dagen")
    me.tab_to("Knelpunten").press("Space").settle()
    me.tab_to("Inbrengen…").press("Space")
    me.find("Overleg")
    me.tab_to("Agendapunt").type("Schimmel")
    me.tab_to("Vastleggen").press("Space").settle()
    waiting = "Nog 20 dagen, uiterlijk zondag 22 september 2019."
    me.until(lambda: any(waiting in text for text in me.labels()))
    assert "De laatste dag is zondag 22 september 2019." in me.message
