"""Buildings of a renovation before the window: one of 23 homes in two staircases, and a row of nine."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from huurdersapp.actions import records, renovatie_antwoord
from huurdersapp.actions.context import Context
from huurdersapp.app import opened
from huurdersapp.base import clock
from huurdersapp.ui.draagvlak.board import Board
from huurdersapp.ui.main_window import MainWindow
from huurdersapp.ui.pages.draagvlak import BoardPage
from huurdersapp.ui.place import Place
from tests.actions.renovatie import project, unit
from tests.example_store import TODAY
from tests.journeys.keyboard import Person
from tests.windows import OpenWindow

FLAT, ROW = 1, 2
"""Numbers of the buildings."""
SAID_ON = date(2019, 6, 10)


@pytest.fixture(scope="module")
def street_made(office_made: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A flat of 23 homes (15 of 22 tenants said yes, one home is empty) and a row of nine without storeys; made once."""
    folder = tmp_path_factory.mktemp("straat") / "gegevens"
    shutil.copytree(office_made, folder)
    with clock.fixed(TODAY), opened(folder) as ctx:
        renovation = project(ctx, peiling_aan=True)
        unit(ctx, renovation, naam="Flat", woningen_totaal=23)
        unit(ctx, project(ctx, titel="Daken"), naam="Rij", woningen_totaal=9)
        flat = [
            {
                "eenheid": FLAT,
                "straat": "Dreef",
                "huisnummer": 2 * at + 2,
                "trappenhuis": f"portiek {'AB'[at // 12]}",
                "verdieping": at % 12 // 3,
                "deur": at % 3 + 1,
            }
            for at in range(23)
        ]
        row = [{"eenheid": ROW, "straat": "Laan", "huisnummer": 2 * at + 1} for at in range(9)]
        records.create(ctx, ctx.spec("renovatiewoning"), [*flat, *row])
        renovatie_antwoord.answer(ctx, range(1, 16), "ja", op=SAID_ON, vorm="akkoordverklaring")
        renovatie_antwoord.answer(ctx, [16], "nee", op=SAID_ON, vorm="mondeling")
        renovatie_antwoord.answer(ctx, [17], "leeg")
    return folder


@pytest.fixture
def street(street_made: Path, data_folder: Path) -> Iterator[Context]:
    """A copy for this test alone."""
    shutil.copytree(street_made, data_folder)
    with clock.fixed(TODAY), opened(data_folder) as ctx:
        yield ctx


@pytest.fixture
def me(street: Context, open_window: OpenWindow, qtbot: QtBot) -> Person:
    """Somebody at the window."""
    return Person(qtbot, open_window(street)).settle()


@pytest.fixture
def calm(me: Person, settled: Callable[[MainWindow], None]) -> Callable[[], None]:
    """Wait until what was written is told, read and shown."""

    def wait() -> None:
        for _round in range(3):  # it is told, which asks, which may ask again
            me.bot.wait(5)
            settled(me.window)

    return wait


@pytest.fixture
def flat(me: Person, settled: Callable[[MainWindow], None]) -> BoardPage:
    """The board of the flat, with the keys on it."""
    me.window.go(Place("draagvlak", FLAT))
    settled(me.window)
    page = me.window.page
    assert isinstance(page, BoardPage)
    assert me.focus is page.board
    return page


def home(ctx: Context, number: int) -> dict[str, object]:
    """A home as it is kept."""
    return records.show(ctx, ctx.spec("renovatiewoning"), number)


def stand_at(page: BoardPage, number: int) -> Board:
    """Put the keys on a home."""
    page.board.go_to(number)
    page.board.setFocus()
    return page.board


def key(board: Board, which: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key on the board, at once after the one before."""
    QTest.keyClick(board, which, modifier)
