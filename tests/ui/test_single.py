"""A second start on the same folder: the first window comes forward; a call that nobody answers ends with a sentence."""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from huurdersapp.actions import vooraf
from huurdersapp.app import opened
from huurdersapp.base import paths
from huurdersapp.ui import single
from huurdersapp.ui.pages.niet_open import NotOpenPage
from tests.ui.programs import Start

FIRST = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from huurdersapp.ui import moments, run
from huurdersapp.ui.main_window import MainWindow

forward = MainWindow.come_forward
def come_forward(window):
    forward(window)
    print("forward", flush=True)
    window.close()
MainWindow.come_forward = come_forward
tell = moments.tell
moments.tell = lambda moment: print(moment, flush=True) if moment == moments.READY else None
sys.exit(run.run(Path(sys.argv[1])))
"""


@pytest.fixture
def folder(example_made: Path, data_folder: Path) -> Path:
    """A copy of the example."""
    shutil.copytree(example_made, data_folder)
    return data_folder


@pytest.fixture
def first(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """A program of its own that has the folder open, and closes when it is called."""
    command = [sys.executable, "-c", FIRST, str(folder)]
    program = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8")
    assert program.stdout is not None
    assert program.stdout.readline() == "klaar\n"
    yield program
    program.stdout.close()
    program.kill()
    program.wait(20)


def second(folder: Path) -> subprocess.CompletedProcess[str]:
    """The program started on the same folder."""
    command = [sys.executable, "-m", "huurdersapp", "--gegevens", str(folder)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, timeout=60)


def test_the_second_start_brings_the_first_window_forward(folder: Path, first: subprocess.Popen[str]) -> None:
    ran = second(folder)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")
    assert first.stdout is not None
    assert first.stdout.readline() == "forward\n"
    assert first.wait(20) == 0
    assert not (folder / single.CALL).exists()


def test_a_folder_that_a_command_has_open_is_told_in_a_sentence(folder: Path) -> None:
    with opened(folder):
        ran = second(folder)
    assert ran.returncode == 1
    assert ran.stderr.startswith("Deze administratie is al geopend door ")
    assert ran.stderr.endswith("Sluit haar daar eerst.\n")
    assert not (folder / single.CALL).exists()


def test_what_a_killed_program_left_behind_does_no_harm(folder: Path, start: Start) -> None:
    (folder / paths.HOLDER).write_text(
        '{"naam": "Jo", "computer": "x", "proces": 1, "sinds": "gisteren"}', "utf-8"
    )
    (folder / single.CALL).write_text("1\n", "ascii")
    assert single.call(folder, lambda: vooraf.is_open(folder)) == "vrij"
    program = start(folder)
    assert program.exit_code == 0
    assert not (folder / single.CALL).exists()


def test_a_call_waits_for_a_command_that_is_nearly_done(folder: Path) -> None:
    go_on = threading.Event()

    def is_open() -> bool:
        held = vooraf.is_open(folder)
        go_on.set()  # asked once: now the other may end
        return held

    def hold() -> None:
        with opened(folder):
            holding.set()
            go_on.wait(20)

    holding = threading.Event()
    other = threading.Thread(target=hold)
    other.start()
    assert holding.wait(20)
    assert single.call(folder, is_open) == "vrij"
    other.join(20)


def test_a_folder_that_was_taken_while_the_window_opened_is_told_in_it(
    folder: Path, start: Start, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(single.call, "__defaults__", (0.2,))
    with opened(folder):
        program = start(folder, NotOpenPage)
        assert program.exit_code == 1


def test_no_socket_is_opened(folder: Path) -> None:
    script = (
        "import sys; sys.addaudithook(lambda event, args: print(event, args) if event.startswith('socket.') else None);"
        + FIRST.replace(
            "print(moment, flush=True) if moment == moments.READY",
            "QApplication.quit() if moment == moments.READY",
        )
    )
    command = [sys.executable, "-c", script, str(folder)]
    ran = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, timeout=60)
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout == ""
