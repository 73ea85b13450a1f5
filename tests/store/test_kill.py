"""A killed program loses nothing that it said was saved, and leaves nothing half done.

The child writes and tells on a pipe; the parent kills it at a random moment, opens the store and compares. One store
lives through a whole series, so that the child also starts on what kills left behind. `make soak` kills more often.
"""

from __future__ import annotations

import contextlib
import os
import random
import signal
import time
from pathlib import Path

import pytest

from huurdersapp.base import jobs
from huurdersapp.store import check
from huurdersapp.store.store import Store
from tests.figures import Figures
from tests.processes import PROCESSES
from tests.store import killed, proef

SOAK = bool(os.environ.get("HUURDERSAPP_SOAK"))
KILLS = 3_000 if SOAK else 200
SERIES = 10
"""Series of kills, each on a store of its own, so that they can run beside each other and stay small."""
SEED = random.randrange(2**32) if SOAK else 20190305

NAME = "Programma gestopt tijdens opslaan"


def life(folder: Path, dice: random.Random, *, too_early: bool = False) -> list[int]:
    """Let the child write some steps, kill it in one of the next, and give the step numbers that it told."""
    ears, mouth = PROCESSES.Pipe(duplex=False)
    child = PROCESSES.Process(target=killed.main, args=(folder, mouth, too_early))
    child.start()
    mouth.close()
    told = [ears.recv() for _ in range(dice.randrange(1, 8))]
    time.sleep(dice.uniform(0, 0.01))
    child.kill()
    with ears, contextlib.suppress(EOFError):
        while True:
            told.append(ears.recv())
    child.join()
    assert child.exitcode == -signal.SIGKILL, "the child ended by itself"
    child.close()
    return told


def lost(store: Store, told: int) -> str:
    """What is not as the child said: a step that is not there, or a fault in the store."""
    seq = store.head.seq
    if seq < told:
        return f"said that step {told} was saved, the last one there is {seq}"
    if seq > told + 1:
        return f"{seq - told} steps more than were told"
    faults = jobs.run(check.check(store))
    return faults[0] if faults else ""


@pytest.mark.parametrize("series", range(SERIES))
def test_a_killed_program_loses_nothing_and_leaves_nothing_half(
    folder: Path, series: int, figures: Figures
) -> None:
    dice = random.Random(SEED + series)
    steps = between = 0
    for kill in range(KILLS // SERIES):
        told = life(folder, dice)
        with proef.opened(folder) as store:
            assert lost(store, told[-1]) == "", f"seed {SEED}, series {series}, kill {kill}"
            between += store.head.seq > told[-1]
        steps += len(told)
    figures.tell(
        NAME,
        seed=SEED,
        goal="0 verloren",
        found={
            "keer gestopt": KILLS // SERIES,
            "stappen gemeld": steps,
            "verloren": 0,
            "wel geschreven, nog niet gemeld": between,
        },
    )


def test_the_harness_notices_a_program_that_speaks_too_early(folder: Path, figures: Figures) -> None:
    dice = random.Random(SEED)
    for kill in range(30):
        told = life(folder, dice, too_early=True)
        with proef.opened(folder) as store:
            if lost(store, told[-1]):
                found = {"keer gestopt": kill + 1, "verloren": 1}
                figures.tell(NAME, seed=SEED, goal="meer dan 0 verloren", found=found, twin=True)
                return
    raise AssertionError("thirty kills of a program that lies, and nothing seen: the harness is blind")


def test_the_harness_notices_half_a_step(store: Store) -> None:
    proef.add_tree(store)
    with store.engine.execution_options(write=True).connect() as connection, connection.begin():
        driver = connection.connection.dbapi_connection
        assert driver is not None
        driver.cursor().execute("DELETE FROM proef_antwoord")
    assert lost(store, store.head.seq)
