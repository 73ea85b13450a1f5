"""Lists in the window: one of 1,000 and one of 1,000,000 records, against the store alone.

"The store alone" reads the same page and paints the same words in a bare QTableView. Nothing is shown on a real screen.
"""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import median
from time import monotonic, perf_counter

from PySide6.QtCore import QAbstractTableModel, QEventLoop, QModelIndex, QPersistentModelIndex, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableView

from bench.bench_store import filled
from bench.ratio import Measured, ratio, show
from huurdersapp.actions.context import Context
from huurdersapp.actions.listed import Listed
from huurdersapp.actions.rows import Line
from huurdersapp.app import opened
from huurdersapp.ui import application
from huurdersapp.ui.lists.list_page import ListPage
from huurdersapp.ui.look import Look
from huurdersapp.ui.main_window import MainWindow
from huurdersapp.ui.place import Place

FEW, MANY = 1_000, 1_000_000
ROUNDS = 15
STORE_AIM, FLAT_AIM, JUMP_AIM, MEMORY_AIM, BLOCK_AIM = 1.6, 1.25, 1.6, 1.2, 1.0
BLOCK = 0.1
"""Seconds that the window may not answer."""
PLACES = 40
"""How often somebody drags the scroll bar."""
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
MIDDLE = 0.4503
"""Near the middle, where the rows in sight stand in one page, of a thousand as of a million."""
KERNEN = ("soort=kern",)
"""A filter that leaves most."""


class _Words(QAbstractTableModel):
    """Rows that are in memory already: the least that a table can be."""

    def __init__(self, rows: list[Line]) -> None:
        super().__init__()
        self._rows = rows

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return len(self._rows[0].words)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        return self._rows[index.row()].words[index.column()] if role == Qt.ItemDataRole.DisplayRole else None


class Screen:
    """The real window with the list of places open, and the bare table beside it."""

    def __init__(self, ctx: Context) -> None:
        self.ctx = ctx
        self.window = MainWindow(Look(ctx.settings))
        self.window.resize(1280, 680)
        self.window.show()
        self.window.open(ctx, Place("contacten", kind="kern"))
        page = self.window.page
        assert isinstance(page, ListPage)
        self.page = page
        self.bare = QTableView()
        self.bare.resize(page.pane.table.size())
        self.bare.show()
        self.settle()

    def settle(self) -> None:
        """Let everything be answered."""
        wait(lambda: self.window.desk is not None and self.window.desk.asker.idle)

    def open(self, where: tuple[str, ...] = (), order: str = "") -> None:
        """Open the list anew and paint it."""
        listed = self._listed(where, order)
        self.page.pane.show_list(listed, filtered=bool(where))
        self.page.pane.table.grab()
        listed.drop()

    def open_bare(self, where: tuple[str, ...] = (), order: str = "") -> None:
        """The same page by the store alone, in a bare table."""
        model = _Words(self._listed(where, order).page())
        self.bare.setModel(model)
        self.bare.grab()
        self.bare.setModel(None)

    def count(self, where: tuple[str, ...] = (), order: str = "") -> None:
        """Open the list and wait until its length is known."""
        self.page.pane.show_list(self._listed(where, order), filtered=bool(where))
        self.settle()

    def _listed(self, where: tuple[str, ...], order: str) -> Listed:
        return Listed(self.ctx, self.page.spec, where, "", order)

    def jump(self, share: float) -> None:
        """Drag the scroll bar and paint what is there, fetched anew."""
        table = self.page.pane.table
        table.records.forget()
        bar = table.verticalScrollBar()
        bar.setValue(int(bar.maximum() * share))
        table.grab()

    def close(self) -> None:
        """Close the window."""
        self.bare.close()
        self.window.close()


def wait(done: Callable[[], bool], longest: float = 60) -> None:
    """Let the event loop turn until something is so."""
    loop, end = QEventLoop(), monotonic() + longest
    timer = QTimer()
    timer.timeout.connect(lambda: loop.quit() if done() or monotonic() > end else None)
    timer.start(1)
    loop.exec()
    timer.stop()


@contextmanager
def screen(amount: int) -> Iterator[Screen]:
    """The window on the kept store of so many places."""
    with filled(amount) as store:
        folder = store.folder
    with opened(folder) as ctx:
        made = Screen(ctx)
        try:
            yield made
        finally:
            made.close()


def longest_block(do: Callable[[], None]) -> float:
    """The longest time in seconds that the event loop did not come round while something went on."""
    timer, worst, last = QTimer(), 0.0, perf_counter()

    def beat() -> None:
        nonlocal worst, last
        now = perf_counter()
        worst, last = max(worst, now - last), now

    timer.timeout.connect(beat)
    timer.start(0)
    do()
    beat()
    timer.stop()
    return worst


def blocks(many: Screen) -> Iterator[Measured]:
    """How long the window stands still when a list of a million is opened, counted, filtered, searched and dragged through."""
    ways: tuple[tuple[str, Callable[[], None]], ...] = (
        ("openen en tellen", lambda: many.count()),
        ("filteren", lambda: many.count(KERNEN)),
        ("sorteren", lambda: many.count((), "-nummer")),
        ("zoeken", lambda: _search(many)),
        ("slepen", lambda: _drag(many)),
    )
    for name, do in ways:
        do()
        found = median(longest_block(do) for _ in range(3))
        yield f"langste stilstand bij 1.000.000, {name}, tegen 0,1 s", found / BLOCK, BLOCK_AIM


def _search(many: Screen) -> None:
    many.page.bar.search.setFocus()
    QTest.keyClicks(many.page.bar.search, "kerk")
    wait(lambda: many.page.pane.model.listed is not None and many.page.pane.model.listed.words == "kerk")
    many.settle()
    many.page.bar.clear()
    many.settle()


def _drag(many: Screen) -> None:
    bar = many.page.pane.table.verticalScrollBar()
    places = [bar.maximum() * at // PLACES for at in range(PLACES)]
    timer = QTimer()
    timer.timeout.connect(lambda: bar.setValue(places.pop()) if places else None)
    timer.start(5)
    wait(lambda: not places)
    timer.stop()


def measure() -> list[Measured]:
    """All of it."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application.make()
    found: list[Measured] = []
    with ExitStack() as stack:
        few, many = stack.enter_context(screen(FEW)), stack.enter_context(screen(MANY))
        gc.freeze()  # as the program does when it has opened
        for name, where, order in (
            ("openen", (), ""),
            ("sorteren", (), "-nummer"),
            ("filteren", KERNEN, ""),
        ):
            found += _opening(name, few, many, where, order)
        few.count()
        many.count()
        times = ratio(lambda: many.jump(MIDDLE), lambda: few.jump(MIDDLE), ROUNDS)
        found.append(("lijst: naar het midden, 1.000.000 tegen 1.000", times, JUMP_AIM))
        found += blocks(many)
    found.append(("lijst: geheugen, 1.000.000 tegen 1.000", memory(MANY) / memory(FEW), MEMORY_AIM))
    return found


def _opening(name: str, few: Screen, many: Screen, where: tuple[str, ...], order: str) -> Iterator[Measured]:
    def ours() -> None:
        many.open(where, order)

    alone = ratio(ours, lambda: many.open_bare(where, order), ROUNDS)
    yield f"lijst: {name} bij 1.000.000 tegen alleen de opslag", alone, STORE_AIM
    yield (
        f"lijst: {name}, 1.000.000 tegen 1.000",
        ratio(ours, lambda: few.open(where, order), ROUNDS),
        FLAT_AIM,
    )


def memory(amount: int) -> int:
    """The most memory (kB) of a program that opens the list, counts it and is dragged through it."""
    done = subprocess.run(
        [sys.executable, "-m", "bench.bench_lists", str(amount)],
        check=True,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parent.parent,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )
    return int(done.stdout.split()[-1])


def _tell_memory(amount: int) -> None:
    application.make()
    with screen(amount) as shown:
        for place in range(PLACES):
            shown.jump(place / PLACES)
        # Not ru_maxrss: a new program inherits that of the one that started it.
        status = Path("/proc/self/status").read_text(encoding="ascii", errors="replace")
        print(next(line.split()[1] for line in status.splitlines() if line.startswith("VmHWM")))


if __name__ == "__main__":
    if len(sys.argv) > 1:
        _tell_memory(int(sys.argv[1]))
    else:
        sys.exit(0 if show(measure()) else 1)
