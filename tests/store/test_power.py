"""A power cut loses nothing that was said to be saved, and leaves no half step; see power.py."""

from __future__ import annotations

import os
import random
from collections import Counter
from pathlib import Path

import pytest

from tests.figures import Figures
from tests.store import power

SOAK = bool(os.environ.get("HUURDERSAPP_SOAK"))
CUTS = 20_000 if SOAK else 1_000
SERIES = 5
EACH = 100
"""Cuts in one run of commits."""
SEED = random.randrange(2**32) if SOAK else 20190305
NAME = "Stroomuitval"


def played(folder: Path, dice: random.Random, cuts: int, synchronous: str) -> Counter[str]:
    """What was found after so many cuts."""
    found: Counter[str] = Counter()
    for run in range(-(-cuts // EACH)):
        made, image = folder / f"run{run}", folder / f"beeld{run}"
        made.mkdir()
        image.mkdir()
        tape = power.written(made, dice, synchronous)
        for _ in range(min(EACH, cuts - run * EACH)):
            files, told = power.cut(tape, dice)
            last, state, whole = power.reopened(image, files)
            found["keer stroomuitval"] += 1
            found["beschadigd"] += not whole
            found["kwijt"] += whole and last < told
            # The step that was being written may be there, whole; no later one can.
            found["half"] += whole and (last > told + 1 or (last > 0 and state != tape.states[last]))
        for path in made.iterdir():
            path.unlink()
    return found


@pytest.mark.parametrize("series", range(SERIES))
def test_a_power_cut_loses_nothing_that_was_said_to_be_saved(
    tmp_path: Path, series: int, figures: Figures
) -> None:
    found = played(tmp_path, random.Random(SEED + series), CUTS // SERIES, "FULL")
    figures.tell(NAME, seed=SEED, goal="0 kwijt, 0 half, 0 beschadigd", found=found)
    assert found == {"keer stroomuitval": CUTS // SERIES, "kwijt": 0, "half": 0, "beschadigd": 0}


def test_the_harness_notices_a_store_that_does_not_wait_for_the_disk(
    tmp_path: Path, figures: Figures
) -> None:
    found = played(tmp_path, random.Random(SEED), CUTS // SERIES, "NORMAL")
    figures.tell(NAME, seed=SEED, goal="meer dan 0 kwijt", found=found, twin=True)
    assert found["kwijt"] > 0, "nothing lost without waiting: the harness is blind"
    assert found["beschadigd"] == 0
