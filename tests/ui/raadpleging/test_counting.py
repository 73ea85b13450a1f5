"""Counting paper forms in the window (ux, point 36): keys, taking back, keeping, and saving as one step."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from huurdersapp.actions import concepten, history
from huurdersapp.actions.context import Context
from huurdersapp.app import opened
from huurdersapp.ui.forms.step_concept import place_of
from huurdersapp.ui.main_window import MainWindow
from huurdersapp.ui.pages.tellen import CountPage
from huurdersapp.ui.place import Place
from tests.journeys.keyboard import Person
from tests.ui.raadpleging.conftest import button, make, shown
from tests.windows import OpenWindow, named

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
At = Callable[..., tuple[Person, int]]
Settled = Callable[[MainWindow], None]


def page(me: Person) -> CountPage:
    found = me.window.page
    assert isinstance(found, CountPage)
    return found


def counts(ctx: Context, number: int) -> list[list[int]]:
    return [[option["aantal"] for option in line["opties"]] for line in shown(ctx, number)["vragen"]]


def test_a_form_is_counted_with_a_key_for_each_answer(at: At, office: Context) -> None:
    me, number = at("tellen")
    assert me.focus is page(me).board
    me.press("1")
    assert page(me).board.question.text() == "Wat vindt u belangrijk?"
    me.press("1", "3", "Return")
    me.press("1", "Return")
    assert page(me).board.form.text() == "Formulier 2"
    assert page(me).board.counts[0].text() == "1 keer"
    me.press("2", "0", "0")
    me.press("Ctrl+S").settle()
    assert me.message == "Tellen vastgelegd: 2 formulieren."
    assert counts(office, number) == [[1, 1], [1, 0, 1], [1]]
    saved = shown(office, number)
    assert [line["beantwoord_door"] for line in saved["vragen"]] == [2, 1, 1]
    assert (saved["kanalen"][0]["respons"], saved["respons_totaal"]) == (2, 2)


def test_what_was_counted_is_undone_in_one_go(at: At, office: Context) -> None:
    me, number = at("tellen")
    before = shown(office, number)
    me.press("1", "2", "Return", "0", "Ctrl+S").settle()
    assert history.next_undo(office) == "Tellen: 1 formulier"
    me.press("Ctrl+Z").settle()
    assert shown(office, number) == before


def test_ctrl_z_takes_keys_back_and_nothing_that_was_saved(at: At, office: Context) -> None:
    me, number = at("tellen")
    me.press("1", "1", "2")
    me.press("Ctrl+Z", "Ctrl+Z", "Ctrl+Z", "Ctrl+Z", "Ctrl+Z")
    board = page(me).board
    assert (board.tally.keys, board.tally.at) == ([], 0)
    assert board.hint.text() == "Er is geen toets meer om terug te nemen."
    assert shown(office, number)["titel"] == "Renovatie Kerkhoflaan"
    me.press("2", "0", "0", "Ctrl+S").settle()
    assert counts(office, number)[0] == [0, 1]


def test_enter_after_a_digit_means_no_more_than_that_digit(at: At) -> None:
    me, _number = at("tellen")
    me.press("1", "Return")
    board = page(me).board
    assert (board.tally.keys, board.tally.at) == (["1"], 1)
    me.press("2", "Return", "0", "Return")
    assert (board.tally.forms, board.tally.at) == (1, 0)
    assert board.hint.text() == "Druk 1 tot en met 2, of 0 als er niets is ingevuld."


def test_a_key_that_means_nothing_says_which_ones_do(at: At) -> None:
    me, _number = at("tellen")
    me.press("7")
    assert page(me).board.hint.text() == "Druk 1 tot en met 2, of 0 als er niets is ingevuld."
    assert page(me).board.tally.keys == []


def test_answers_in_own_words_are_typed_and_sorted(at: At, office: Context) -> None:
    me, number = at("tellen")
    me.press("1", "0")
    me.press("N").type("Lift").press("Return")
    me.press("T").type("Zij heeft schulden").press("Return")
    board = page(me).board
    assert "schulden" in board.hint.text()
    me.press("Return")
    me.press("0", "0", "2", "Return").press("Ctrl+S").settle()
    saved = shown(office, number)
    assert [(option["tekst"], option["aantal"]) for option in saved["vragen"][2]["opties"]] == [
        ("Parkeren", 0),
        ("Lift", 2),
    ]
    assert [line["tekst"] for line in saved["citaten"]] == ["Zij heeft schulden"]


def test_escape_leaves_the_words_and_not_the_counting(at: At) -> None:
    me, _number = at("tellen")
    me.press("1", "0", "N").type("Lif").press("Escape")
    assert me.focus is page(me).board
    assert page(me).board.tally.codes[2] == []


def test_a_form_that_is_not_finished_is_asked_about(at: At, office: Context) -> None:
    me, number = at("tellen")
    me.press("1", "Ctrl+S")
    assert page(me).asked.text() == "Formulier 1 is nog niet af. Telt de rest als niet ingevuld?"
    assert me.name == "Ja, niet ingevuld"
    me.press("Space").settle()
    assert counts(office, number) == [[1, 0], [0, 0, 0], [0]]


def test_one_question_of_all_forms_can_be_counted_first(at: At, office: Context) -> None:
    me, number = at("tellen")
    me.tab_to("Hoe telt u?").press("Down").settle()
    me.press("1", "1", "2")
    assert me.focus is page(me).board
    me.tab_to("Welke vraag?").press("Down")
    me.press("1", "Return", "0")
    me.press("Ctrl+S")
    assert "vraag 1: 3; vraag 2: 2; vraag 3: 0" in page(me).asked.text()
    named(page(me), QPushButton, "Ja, opslaan").setFocus()
    me.press("Space").settle()
    assert counts(office, number)[0] == [2, 1]
    assert shown(office, number)["respons_totaal"] == 3


def test_the_replies_of_the_chosen_channel_rise(at: At, office: Context) -> None:
    me, number = at("tellen")
    box = page(me).channel
    box.setCurrentIndex(box.findData("bijeenkomst"))
    me.press("1", "0", "0", "Ctrl+S").settle()
    assert [(line["kanaal"], line["respons"]) for line in shown(office, number)["kanalen"]] == [
        ("brief", None),
        ("bijeenkomst", 1),
    ]


def test_a_kill_loses_no_key_that_was_pressed_two_seconds_ago(
    at: At, office: Context, tmp_path: Path, open_window: OpenWindow, settled: Settled, qtbot: QtBot
) -> None:
    me, number = at("tellen")
    me.press("1", "1", "3", "Return", "0", "2")
    qtbot.waitUntil(lambda: bool(concepten.every(office)), timeout=2000)
    # What lies on the disk at this moment is all that a killed program leaves behind.
    left = tmp_path / "na de stroomuitval"
    shutil.copytree(office.folder, left)
    me.press("1")
    with opened(left) as ctx:
        (concept,) = concepten.every(ctx)
        assert place_of(concept) == Place("tellen", number)
        window = open_window(ctx)
        window.go(place_of(concept))
        settled(window)
        board = page(Person(qtbot, window)).board
        assert board.tally.keys == ["1", "1", "3", "e", "0", "2"]
        assert board.form.text() == "Formulier 2"
        window.close()


def test_one_can_go_on_later_where_one_was(at: At, office: Context) -> None:
    me, number = at("tellen")
    me.press("1", "0", "0", "2")
    me.tab_to("Later verder").press("Space").settle()
    me.until(lambda: bool(concepten.every(office)))
    button(me, "Verder tellen (1 formulier)").click()
    me.settle()
    assert page(me).board.tally.keys == ["1", "0", "0", "2"]
    me.tab_to("Niet opslaan").press("Space").settle()
    assert concepten.every(office) == []
    button(me, "Toch verder gaan").click()
    me.settle()
    assert page(me).board.tally.keys == ["1", "0", "0", "2"]
    assert shown(office, number)["respons_totaal"] is None


def test_nothing_to_count_says_what_to_do(office: Context, open_window: OpenWindow, settled: Settled) -> None:
    number = make(office, "raadpleging", titel="Leeg")
    window = open_window(office)
    window.go(Place("tellen", number))
    settled(window)
    assert "Maak eerst de vragen." in window.message.text()
