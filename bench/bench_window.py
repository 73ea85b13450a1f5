"""The window: from the start of the process until it is painted and until Vandaag stands there, against a bare Qt window.

Measured from outside: the program writes its moments on request (`huurdersapp.ui.moments`), on the clock of the system.
Without a screen Qt draws in memory. Where Xvfb, GnuCash and Gramps are installed, all of them are also started on the
same screen, and the last change of what stands on it counts.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from bench.bench_store import filled
from bench.ratio import Measured, show
from huurdersapp.actions import voorbeeld
from huurdersapp.app import opened
from huurdersapp.base import jobs
from huurdersapp.base.settings import LAST_PLACE
from huurdersapp.ui import moments
from huurdersapp.ui.today_read import keep

ROUNDS = 7
FIRST_AIM, ROWS_AIM, FLAT_AIM, PEER_AIM, BUILT_AIM = 1.3, 3.5, 1.1, 1.0, 1.2
FEW, MANY = 1_000, 1_000_000
BUILT = Path(__file__).parent.parent / "build" / "huurdersapp" / "huurdersapp"
"""Where `make build` puts the program."""
PEERS = {"GnuCash": ["gnucash", "--nofile"], "Gramps": ["gramps"]}
BARE = """
import os, time
from PySide6.QtCore import QEvent, QLocale, QObject, Qt, QTimer, QTranslator, Signal
from PySide6.QtGui import QAction, QColor, QFont, QGuiApplication, QKeySequence, QPalette, QStandardItemModel
from PySide6.QtWidgets import (
    QApplication, QComboBox, QFrame, QHBoxLayout, QLabel, QLineEdit, QListView, QMainWindow, QMenu, QProgressBar,
    QPushButton, QStackedWidget, QVBoxLayout, QWidget,
)
class Window(QMainWindow):
    def event(self, event):
        done = super().event(event)
        if event.type() == QEvent.Type.UpdateRequest:
            with open(os.environ["HUURDERSAPP_MEET"], "w") as file:
                file.write(f"venster {time.monotonic_ns()}\\nstilstand 0\\n")
        return done
app = QApplication([])
window = Window()
window.resize(1280, 680)
window.show()
app.exec()
"""
_PATIENCE, _QUIET, _BANDS = 60.0, 4.0, 40
_SCREEN = (1280, 800)


def bare() -> list[str]:
    """A window with nothing in it, and nothing imported but the same parts of Qt: their names alone cost a sixth."""
    return [sys.executable, "-c", BARE]


def ours(folder: Path) -> list[str]:
    """The program on this data folder."""
    return [sys.executable, "-m", "huurdersapp", "--gegevens", str(folder)]


def example(folder: Path) -> Path:
    """An example to look at."""
    with opened(folder, create=True, example=True) as ctx:
        jobs.run(voorbeeld.make(ctx))
    return folder


def at_rest(folder: Path) -> None:
    """As a program leaves it that was closed: the start is stopped in the middle."""
    with opened(folder) as ctx:
        ctx.settings.set(LAST_PLACE, "")
        keep(ctx)


def told(command: list[str], place: Path) -> dict[str, float]:
    """Milliseconds from the start of this process until each of its moments, and the longest block."""
    place.unlink(missing_ok=True)
    environment = {
        "QT_QPA_PLATFORM": "offscreen",
        **_own_bytecode(place.parent),
        moments.VARIABLE: str(place),
    }
    begun = time.monotonic_ns()
    program = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
    try:
        until = time.monotonic() + _PATIENCE
        while not place.exists() or moments.BLOCK not in place.read_text("ascii"):
            if time.monotonic() > until or program.poll() is not None:
                raise RuntimeError(f"{command[-1]} told nothing")
            time.sleep(0.01)
    finally:
        program.kill()
        program.wait()
    lines = [line.split() for line in place.read_text("ascii").splitlines()]
    return {
        name: float(figure) if name == moments.BLOCK else (int(figure) - begun) / 1e6
        for name, figure in lines
    }


def _own_bytecode(place: Path) -> dict[str, str]:
    """The environment in which Python compiles a module once, as where the program is installed, also when it must not
    write beside the source here."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"PYTHONPYCACHEPREFIX": str(place / "bytecode")}


def in_turns(ways: dict[str, Callable[[], dict[str, float]]]) -> dict[str, dict[str, float]]:
    """The medians of each way; they take turns, so that a slow moment of the machine falls on all."""
    found: dict[str, list[dict[str, float]]] = {name: [] for name in ways}
    for _round in range(ROUNDS + 1):
        for name, way in ways.items():
            found[name].append(way())
    return {
        name: {moment: median(one[moment] for one in rounds[1:]) for moment in rounds[-1]}
        for name, rounds in found.items()
    }


def measure() -> list[Measured]:
    """Until the first paint, until the rows, with few and with many records, and beside others."""
    with tempfile.TemporaryDirectory() as temporary:
        place = Path(temporary) / "momenten"
        folders = {"example": example(Path(temporary) / "voorbeeld")}
        for amount in (FEW, MANY):
            with filled(amount) as store:
                kept = store.folder
            folders[str(amount)] = Path(shutil.copytree(kept, Path(temporary) / str(amount)))

        def way(folder: Path) -> Callable[[], dict[str, float]]:
            def once() -> dict[str, float]:
                at_rest(folder)
                return told(ours(folder), place)

            return once

        def built() -> dict[str, float]:
            at_rest(folders["example"])
            return told([str(BUILT), "--gegevens", str(folders["example"])], place)

        ways = {
            "bare": lambda: told(bare(), place),
            **{name: way(folder) for name, folder in folders.items()},
        }
        if BUILT.exists():
            ways["built"] = built
        else:
            print("Zonder make build wordt het gebouwde programma niet gemeten")
        found = in_turns(ways)
        at_rest(folders["example"])
        return [*_ratios(found), *_beside_peers(folders["example"])]


def _ratios(found: dict[str, dict[str, float]]) -> Iterator[Measured]:
    base = found["bare"][moments.FIRST_PAINT]
    for name, seen in found.items():
        print(f"{name}: " + ", ".join(f"{moment} {figure:.0f} ms" for moment, figure in seen.items()))
    start, few, many = found["example"], found[str(FEW)], found[str(MANY)]
    yield "start: eerste venster tegen een kaal venster", start[moments.FIRST_PAINT] / base, FIRST_AIM
    yield "start: Vandaag met regels tegen een kaal venster", start[moments.ROWS] / base, ROWS_AIM
    if (built := found.get("built")) is not None:
        for moment, words in ((moments.FIRST_PAINT, "eerste venster"), (moments.ROWS, "Vandaag")):
            yield (
                f"start: {words} van het gebouwde programma tegen de bron",
                built[moment] / start[moment],
                BUILT_AIM,
            )
    for moment, words in ((moments.ROWS, "Vandaag"), (moments.READY, "klaar")):
        yield f"start: {words} bij {MANY:,} tegen {FEW:,} gegevens", many[moment] / few[moment], FLAT_AIM


# -- beside other programs, on one screen ------------------------------------------------------------------------


@contextmanager
def screen() -> Iterator[tuple[str, Path]]:
    """A screen in memory: its name, and the file with what stands on it."""
    with tempfile.TemporaryDirectory() as place:
        number, write = os.pipe()
        size = f"{_SCREEN[0]}x{_SCREEN[1]}x24"
        command = [
            "Xvfb",
            "-displayfd",
            str(write),
            "-fbdir",
            place,
            "-screen",
            "0",
            size,
            "-nolisten",
            "tcp",
        ]
        server = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        try:
            with os.fdopen(number) as answer:
                yield f":{answer.readline().strip()}", Path(place) / "Xvfb_screen0"
        finally:
            server.terminate()
            server.wait()


def settled(command: list[str], display: str, picture: Path, home: Path) -> float:
    """Milliseconds from the start of a program until the last change of the screen; a cursor that blinks is none."""
    environment = {name: value for name, value in _own_bytecode(home).items() if name != "QT_QPA_PLATFORM"}
    environment |= {"DISPLAY": display, "HOME": str(home), "LANG": "C.UTF-8"}
    seen, begun = _bands(picture), time.monotonic()
    program = subprocess.Popen(
        command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    changed = 0.0
    try:
        while (now := time.monotonic() - begun) < _PATIENCE and (not changed or now - changed < _QUIET):
            current = _bands(picture)
            if sum(before != after for before, after in zip(seen, current, strict=True)) > 1:
                changed = now
            seen = current
            time.sleep(0.01)
    finally:
        os.killpg(program.pid, 9)
        program.wait()
    return changed * 1000


def _bands(picture: Path) -> list[int]:
    content = picture.read_bytes()
    size = len(content) // _BANDS + 1
    return [zlib.crc32(content[at : at + size]) for at in range(0, len(content), size)]


def _beside_peers(folder: Path) -> list[Measured]:
    """The same moment of ours and theirs: when the screen comes to rest."""
    there = {name: command for name, command in PEERS.items() if shutil.which(command[0])}
    for name in PEERS.keys() - there.keys():
        print(f"{name} is hier niet, en wordt dus niet vergeleken")
    if not there or not shutil.which("Xvfb"):
        print("Zonder Xvfb en een ander programma wordt niets naast elkaar gestart")
        return []
    with tempfile.TemporaryDirectory() as home, screen() as (display, picture):

        def way(command: list[str]) -> Callable[[], dict[str, float]]:
            return lambda: {"rust": settled(command, display, picture, Path(home))}

        def mine() -> dict[str, float]:
            at_rest(folder)
            return way(ours(folder))()

        found = in_turns({"wij": mine, **{name: way(command) for name, command in there.items()}})
    for name, seen in found.items():
        print(f"{name}: scherm in rust na {seen['rust']:.0f} ms")
    return [
        (f"start: scherm in rust tegen {name}", found["wij"]["rust"] / found[name]["rust"], PEER_AIM)
        for name in there
    ]


if __name__ == "__main__":
    show(measure())
