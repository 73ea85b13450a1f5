"""Typing counts in a table: sums at once, and what differs is asked about, never mended."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from huurdersapp.actions import concepten
from huurdersapp.actions.context import Context
from huurdersapp.ui.pages.aantallen import TotalsPage
from huurdersapp.ui.place import Place
from tests.journeys.keyboard import Person
from tests.ui.raadpleging.conftest import shown

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
At = Callable[..., tuple[Person, int]]
CHANNELS: list[dict[str, Any]] = [{"kanaal": "brief", "respons": 78}, {"kanaal": "online", "respons": 206}]


def page(me: Person) -> TotalsPage:
    found = me.window.page
    assert isinstance(found, TotalsPage)
    return found


def fill(me: Person, *numbers: str) -> Person:
    for number in numbers:
        me.type(number).press("Tab")
    return me


def test_sums_are_shown_while_one_types_and_a_difference_is_asked_about(at: At, office: Context) -> None:
    me, number = at("aantallen", kanalen=CHANNELS)
    fill(me, "78", "206", "285")
    board = page(me).board
    assert board.replies_sum.text() == "Samen 284"
    assert board.replies_asked.text() == "De kanalen zijn samen 284. Klopt het totaal?"
    fill(me, "200", "84", "285")
    _line, added, asked = board._sums[0]
    assert added.text() == "Samen 284"
    assert asked.text() == "De antwoorden zijn samen 284, en 285 mensen antwoordden. Klopt dat?"
    me.press("Ctrl+S").settle()
    assert me.message.startswith("Aantallen vastgelegd. Kijk nog even: ")
    saved = shown(office, number)
    assert saved["respons_totaal"] == 285
    assert saved["vragen"][0]["beantwoord_door"] == 285
    assert [option["aantal"] for option in saved["vragen"][0]["opties"]] == [200, 84]


def test_where_more_answers_are_possible_there_is_no_sum(at: At) -> None:
    me, _number = at("aantallen")
    _line, added, asked = page(me).board._sums[1]
    assert (added.text(), asked.isHidden()) == ("Meer antwoorden mogelijk.", True)


@pytest.mark.parametrize("text", ["veel", "-3", "2,5"])
def test_what_is_no_whole_number_is_told_at_its_field(at: At, office: Context, text: str) -> None:
    me, number = at("aantallen")
    fill(me, "12", text)
    me.press("Ctrl+S").settle()
    board = page(me).board
    key = "respons_totaal"
    assert not board.faults[key].isHidden()
    assert me.focus is board.editors[key].line
    assert shown(office, number)["respons_totaal"] is None


def test_what_is_typed_is_kept_and_goes_on(at: At, office: Context, qtbot: QtBot) -> None:
    me, number = at("aantallen")
    fill(me, "12")
    qtbot.waitUntil(lambda: bool(concepten.every(office)), timeout=2000)
    me.window.go(Place("vandaag"))
    me.settle()
    me.window.go(Place("aantallen", number))
    me.settle()
    line = shown(office, number)["kanalen"][0]
    assert page(me).board.editors[line["id"]].line.text() == "12"
    me.press("Ctrl+S").settle()
    assert shown(office, number)["kanalen"][0]["respons"] == 12
    assert concepten.every(office) == []
