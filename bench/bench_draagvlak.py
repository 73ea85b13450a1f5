"""The board of a building with 400 doors against one with 40, and against what people wait for without noticing.

Opening counts from the moment that somebody asks until all squares are painted; a key from its press until its square says
the new answer, and until the count follows. Nothing is shown on a real screen.
"""

from __future__ import annotations

import gc
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from bench.bench_lists import wait
from bench.ratio import Measured, ratio, seconds, show
from huurdersapp.actions import records
from huurdersapp.actions.context import Context
from huurdersapp.app import opened
from huurdersapp.ui import application
from huurdersapp.ui.look import Look
from huurdersapp.ui.main_window import MainWindow
from huurdersapp.ui.pages.draagvlak import BoardPage
from huurdersapp.ui.place import Place

FEW, MANY = 40, 400
ACROSS = 20
"""Doors beside each other."""
ROUNDS = 11
OPEN, KEY = 0.3, 0.1
"""Seconds."""
OPEN_AIM, KEY_AIM, COUNT_AIM, FLAT_AIM = 1.0, 1.0, 1.0, 4.0


def filled(ctx: Context) -> None:
    """A project with a building of each size; a third of the tenants said something."""
    made = records.create(
        ctx, ctx.spec("renovatieproject"), [{"titel": "Gevels", "voorstellen": [{"datum": "2019-03-01"}]}]
    )
    for number, amount in enumerate((FEW, MANY), 1):
        unit = {"naam": f"Flat {amount}", "project": made.records[0]["nummer"]}
        records.create(ctx, ctx.spec("bouwkundige_eenheid"), [unit])
        homes = [
            {
                "eenheid": number,
                "straat": f"Straat {amount}",
                "huisnummer": at + 1,
                "trappenhuis": f"trap {at % ACROSS // 5}",
                "verdieping": at // ACROSS,
                "deur": at % ACROSS + 1,
                "instemming": ("ja", "niet_benaderd", "geen_reactie")[at % 3],
            }
            for at in range(amount)
        ]
        records.create(ctx, ctx.spec("renovatiewoning"), homes)


class Screen:
    """The real window with a board."""

    def __init__(self, ctx: Context) -> None:
        self.window = MainWindow(Look(ctx.settings))
        self.window.resize(1280, 680)
        self.window.show()
        self.window.open(ctx, Place("draagvlak", 1))
        self.settle()

    def settle(self) -> None:
        """Let everything be answered."""
        wait(lambda: self.window.desk is not None and self.window.desk.asker.idle)

    @property
    def page(self) -> BoardPage:
        """The board."""
        page = self.window.page
        assert isinstance(page, BoardPage)
        return page

    def open(self, number: int) -> None:
        """Come from the other building and paint this one."""
        self.window.go(Place("draagvlak", number))
        self.settle()
        self.window.grab()

    def press(self) -> None:
        """Go to the next door, answer, and paint."""
        board = self.page.board
        QTest.keyClick(board, Qt.Key.Key_Right)
        here = board.board.door(board.currentIndex())
        other = here is not None and here.instemming == "ja"
        QTest.keyClick(board, Qt.Key.Key_N if other else Qt.Key.Key_J)
        board.viewport().repaint()

    def count(self) -> None:
        """The same, until the count follows."""
        self.press()
        self.settle()

    def close(self) -> None:
        """Close the window."""
        self.window.close()


@contextmanager
def screen() -> Iterator[Screen]:
    """The window on a store with both buildings."""
    with (
        tempfile.TemporaryDirectory() as name,
        opened(Path(name) / "gegevens", create=True, author="Fatima") as ctx,
    ):
        filled(ctx)
        made = Screen(ctx)
        try:
            yield made
        finally:
            made.close()


def measure() -> list[Measured]:
    """Opening, a key, and the count after it."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application.make()
    with screen() as shown:
        gc.freeze()  # as the program does when it has opened
        flat = ratio(lambda: shown.open(2), lambda: shown.open(1), ROUNDS)
        opening = _usual(lambda: shown.open(2), before=lambda: shown.open(1))
        shown.open(2)
        pressing = _usual(shown.press, before=shown.settle)
        counting = _usual(shown.count, before=shown.settle)
    print(f"bord van 400 deuren: open {opening * 1000:.0f} ms, toets {pressing * 1000:.0f} ms,")
    print(f"  toets met de telling {counting * 1000:.0f} ms")
    return [
        ("bord: 400 deuren openen tegen 0,3 s", opening / OPEN, OPEN_AIM),
        ("bord: een toets bij 400 deuren tegen 0,1 s", pressing / KEY, KEY_AIM),
        ("bord: een toets met de telling tegen 0,1 s", counting / KEY, COUNT_AIM),
        ("bord: openen, 400 tegen 40 deuren", flat, FLAT_AIM),
    ]


def _usual(do: Callable[[], None], before: Callable[[], None]) -> float:
    found = []
    for _round in range(ROUNDS):
        before()
        found.append(seconds(do))
    return median(found)


if __name__ == "__main__":
    sys.exit(0 if show(measure()) else 1)
