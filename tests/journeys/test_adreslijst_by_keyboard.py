"""Somebody without a mouse loads the addresses of a landlord: in four steps, with what goes wrong on the way."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from huurdersapp.actions import history, lists
from huurdersapp.actions.context import Context
from huurdersapp.base import jobs
from huurdersapp.store import check
from huurdersapp.ui.main_window import MainWindow
from tests.journeys.keyboard import Person

# Qt says these of windows and of files where there is no real screen.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
HEAD = "Postcode;Huisnr;Toev;Straatnaam;Woonplaats;Complexnummer;Energielabel"
Write = Callable[[str], Path]


@pytest.fixture
def me(window: MainWindow, qtbot: QtBot) -> Person:
    """Somebody at the window with the example."""
    return Person(qtbot, window).settle()


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a list as a landlord sends it."""

    def made(text: str) -> Path:
        path = tmp_path / "lijst van maart.csv"
        path.write_text(text, encoding="cp1252")
        return path

    return made


def homes(ctx: Context) -> int:
    return lists.count(ctx, ctx.spec("adres"))


def to_the_page(me: Person) -> None:
    """From anywhere to the page on which addresses are loaded, as its button offers it."""
    me.press("Ctrl+K").type("contacten").settle()
    me.until(lambda: "Contacten" in me.goals()[0]).press("Return")
    me.window.activateWindow()  # a real screen does this when the box of Ctrl+K goes
    me.until(lambda: me.heading == "Contacten" and QApplication.focusWidget() is not None).settle()
    me.tab_to("Adressen").press("Space").settle()
    me.tab_to("Adressen laden uit een lijst…").press("Space").settle()
    assert me.heading == "Adressen laden"


def said(me: Person, words: str) -> bool:
    return any(words in text for text in me.labels())


def test_a_list_is_chosen_looked_at_loaded_and_taken_back(me: Person, example: Context, write: Write) -> None:
    before = homes(example)
    rows = "".join(f"7811 XY;{number};;Proefstraat;Emmen;P-1;D\n" for number in range(1, 1201))
    to_the_page(me)
    me.choose_file(write(f"{HEAD}\n{rows}7811 XY;1;;Proefstraat;Emmen;P-1;D\n78;2;;Proefstraat;Emmen;;\n"))
    assert said(me, "1.202 rijen, 7 kolommen")
    me.press("Space").settle()
    me.until(lambda: me.name.startswith("Verhuurder"))
    me.find("Lefier").tab_to("Van welke lijst").type("Lijst van maart")
    me.tab_to("Rijen nakijken").press("Space").settle()
    me.until(lambda: me.name == "1.200 adressen laden")
    assert said(me, "1.200 nieuwe adressen, 0 gewijzigd, 1 al bekend, 1 met een fout.")
    assert said(me, "1 rij met een fout, die wordt niet geladen")
    assert said(me, "1 nieuw complex")
    assert homes(example) == before
    me.press("Space").settle()
    me.until(lambda: me.heading == "Contacten")
    assert me.message == "1.200 adressen geladen."
    assert homes(example) == before + 1200
    new = lists.find(example, example.spec("adres"), ("straat=Proefstraat", "huisnummer=7"))
    lefier = lists.find(example, example.spec("verhuurder"), ("naam=Lefier",))[0]["nummer"]
    assert (new[0]["bron"], new[0]["verhuurder"]) == ("Lijst van maart", lefier)
    me.press("Ctrl+Z").settle()
    assert homes(example) == before
    assert lists.count(example, example.spec("complex"), ("naam=P-1",)) == 0
    assert jobs.run(check.check(example.store)) == []


def test_the_same_file_again_says_that_all_was_known(me: Person, example: Context, write: Write) -> None:
    path = write(f"{HEAD}\n7811 XY;1;;Proefstraat;Emmen;;D\n")
    for _turn in range(2):
        to_the_page(me)
        me.choose_file(path)
        me.press("Space").settle()
        me.tab_to("Rijen nakijken").press("Space").settle()
        me.until(lambda: me.name in ("1 adres laden", "Naar de adressen"))
        if me.name == "1 adres laden":
            me.press("Space").settle()
            me.until(lambda: me.message == "1 adres geladen.")
    assert said(me, "Alles uit dit bestand was al bekend (0 nieuw).")
    me.press("Space").settle()
    assert me.heading == "Contacten"
    assert history.next_undo(example) == "1 adres laden"


def test_columns_that_nobody_knows_are_chosen_by_keyboard_and_remembered(
    me: Person, example: Context, write: Write
) -> None:
    path = write("A;B;C\nDe Brink;14 A-3;7811 XY\nDe Brink;16;7811 XY\n")
    to_the_page(me)
    me.choose_file(path)
    me.press("Space").settle()
    me.until(lambda: me.name.startswith("Huisnummer"))
    me.type("B").tab_to("Straat").type("A").tab_to("Rijen nakijken").press("Space").settle()
    me.until(lambda: me.name == "2 adressen laden")
    assert said(me, "De Brink 14-A-3, 7811 XY")
    me.tab_to("Ander bestand kiezen…", "Shift+Tab")
    me.press("Alt+Left").settle()
    to_the_page(me)
    me.choose_file(path, "Ander bestand kiezen…")
    # The same names of columns are known from now on.
    me.press("Space").settle()
    me.until(lambda: me.name.startswith("Verhuurder"))
    me.tab_to("Rijen nakijken").press("Space").settle()
    me.until(lambda: me.name == "2 adressen laden")
    assert homes(example) == 1200


def test_a_file_that_is_no_list_is_told_on_the_page_and_stays_chosen(me: Person, write: Write) -> None:
    to_the_page(me)
    me.choose_file(write("%PDF-1.4 een brief"), lands="Ander bestand kiezen…")
    me.until(lambda: said(me, "Dit bestand is geen gewone tabel."))
    assert said(me, "Bestand: lijst van maart.csv")
    assert me.name == "Ander bestand kiezen…"


def test_a_file_is_read_in_another_way_after_nee(me: Person, write: Write) -> None:
    to_the_page(me)
    me.choose_file(write(f"{HEAD}\n7811 XY;1;;Café;Emmen;;D\n"))
    me.tab_to("Nee, anders lezen").press("Space").settle()
    assert me.name == "Tekens"
    me.choose("Oude").settle()
    assert said(me, "1 rij, 7 kolommen")
    me.tab_to("Ja, dit klopt", "Shift+Tab").press("Space").settle()
    me.until(lambda: me.name.startswith("Verhuurder"))


def test_rows_with_faults_go_to_a_file_to_be_mended(me: Person, write: Write, tmp_path: Path) -> None:
    to_the_page(me)
    me.choose_file(write(f"{HEAD}\n7811 XY;1;;Proefstraat;Emmen;;D\n78;2;;Proefstraat;Emmen;;\n"))
    me.press("Space").settle()
    me.tab_to("Rijen nakijken").press("Space").settle()
    me.until(lambda: me.name == "1 adres laden")
    out = tmp_path / "fouten.csv"
    me.choose_file(out, "Rijen die niet kloppen opslaan…", "Rijen die niet kloppen opslaan…")
    me.until(out.exists)
    assert "‘78’ is geen postcode" in out.read_text(encoding="utf-8-sig")
