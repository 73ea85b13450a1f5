"""Somebody without a mouse brings the last answers of the example in, sees that it is reached, and takes one back."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from huurdersapp.actions import lists, renovatie_stand
from huurdersapp.actions.context import Context
from huurdersapp.ui.draagvlak.board import Board
from huurdersapp.ui.main_window import MainWindow
from tests.journeys.keyboard import Person

# Qt says this where there is no real screen.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def one_short(ctx: Context) -> str:
    """The building of the example that lacks one ja."""
    units = lists.find(ctx, ctx.spec("bouwkundige_eenheid"))
    with ctx.store.reading() as db:
        stands = [renovatie_stand.eenheid_stand(db, int(unit["nummer"])) for unit in units]
    (found,) = (stand.naam for stand in stands if stand.telling.nog_nodig == 1)
    return found


def told(me: Person) -> str:
    """What a screen reader says of the square where the keys are."""
    board = me.focus
    assert isinstance(board, Board)
    return str(board.board.door(board.currentIndex()) and board.currentIndex().data(11))


def test_the_last_answer_is_typed_on_the_board_and_taken_back(
    window: MainWindow, example: Context, qtbot: QtBot
) -> None:
    me, name = Person(qtbot, window).settle(), one_short(example)
    me.press("Ctrl+K").type(name).settle().press("Return")
    window.activateWindow()  # a real screen does this when the box of Ctrl+K goes
    me.until(lambda: me.heading == "Renovatie" and QApplication.focusWidget() is not None).settle()
    me.tab_to("Draagvlak bijhouden").press("Space").settle()
    me.until(lambda: me.heading == f"Draagvlak: {name}").settle()
    assert "Nog 1 nodig: 16 van de 17." in me.labels()
    for _door in range(23):
        if "geen reactie" in told(me):
            break
        me.press("Right")
    before = told(me)
    me.press("J").settle()
    me.until(lambda: "70 % is gehaald: 17 nodig, 17 gegeven." in me.labels())
    assert told(me).startswith(before.split(":")[0] + ": ja, ")
    me.press("Ctrl+Z").settle()
    me.until(lambda: "Nog 1 nodig: 16 van de 17." in me.labels())
    assert told(me) == before
