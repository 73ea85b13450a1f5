"""The program is killed while somebody types: what stood there two seconds earlier is there again, and counts nowhere."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from PySide6.QtCore import QThread

from huurdersapp.actions import concepten, lists
from huurdersapp.app import opened
from huurdersapp.records import ALL

SECONDS = 2.0
"""What is older than this is kept, whatever happens."""
ROUNDS = 30 if os.environ.get("HUURDERSAPP_SOAK") else 3


def killed_after(folder: Path, seconds: float, *twin: str) -> tuple[float, list[tuple[float, int]]]:
    """Let the typist type for so long after its first word, kill it, and give the moment and what it had told."""
    command = [sys.executable, "-m", "tests.ui.forms.typist", str(folder), *twin]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        told = [process.stdout.readline()]
        QThread.msleep(round(seconds * 1000))
        killed = time.monotonic()
        process.send_signal(signal.SIGKILL)
        told += process.stdout.readlines()
    words = [line.split() for line in told if line.endswith("\n")]
    return killed, [(float(at), int(number)) for at, number in words]


def kept_words(folder: Path) -> int:
    """How many of the words that were typed stand in the concept; -1 when there is no concept. Nothing is counted."""
    with opened(folder) as ctx:
        assert lists.count(ctx, ALL["knelpunt"]) == 0
        found = concepten.find(ctx, "knelpunt")
        if found is None:
            return -1
        assert found.titel == "Lift staat stil"
        text = found.gegevens["velden"].get("omschrijving", "")
        concepten.drop(ctx, found.id)
    words = text.split()
    assert (
        words == [f"woord{number}" for number in range(len(words))] or words[-1] in f"woord{len(words) - 1}"
    )
    return len(words)


def test_what_was_typed_two_seconds_before_a_kill_is_in_the_concept(data_folder: Path) -> None:
    chance = random.Random(20191122)
    with opened(data_folder, create=True, author="Jo Prins"):
        pass
    for _round in range(ROUNDS):
        killed, told = killed_after(data_folder, chance.uniform(2.1, 4.5))
        due = [number for at, number in told if at < killed - SECONDS]
        assert due, "the typist was too slow to try anything"
        assert kept_words(data_folder) > due[-1]


def test_a_form_that_keeps_nothing_would_be_found_out(data_folder: Path) -> None:
    with opened(data_folder, create=True, author="Jo Prins"):
        pass
    killed, told = killed_after(data_folder, 2.5, "slapend")
    assert [number for at, number in told if at < killed - SECONDS]
    assert kept_words(data_folder) == -1
