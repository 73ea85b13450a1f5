"""A program that is killed while it puts a copy back, or makes one, leaves the old or the new, never neither.

`make soak` kills ten times as often.
"""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from huurdersapp.base import jobs
from huurdersapp.base.errors import UserError
from huurdersapp.store import backup, check, copies, keys, swap
from tests.figures import Figures
from tests.processes import PROCESSES
from tests.store import proef, restored

SOAK = bool(os.environ.get("HUURDERSAPP_SOAK"))
SERIES = 3
KILLS = (300 if SOAK else 30) // SERIES
SEED = random.randrange(2**32) if SOAK else 20190305
RESTORE, BACKUP = "Gestopt tijdens terugzetten", "Gestopt tijdens een reservekopie"
OLD, NEW = {"Eerste", "Tweede"}, {"Eerste"}
LONGEST = 60
"""More steps than a restore has."""


@pytest.fixture
def with_copy(folder: Path) -> tuple[Path, Path, str]:
    """A closed store, a copy of it in which something is still missing, and the key."""
    with proef.opened(folder) as store:
        proef.add(store, titel="Eerste")
        copy = backup.make(store.path, store.key, "met-de-hand")
        proef.add(store, titel="Tweede")
        return folder, copy, store.key


@contextlib.contextmanager
def child(target: Callable[..., None], *args: Any) -> Iterator[tuple[Any, Any]]:
    """A process that has begun."""
    ears, mouth = PROCESSES.Pipe(duplex=False)
    process = PROCESSES.Process(target=target, args=tuple(mouth if arg is PIPE else arg for arg in args))
    process.start()
    mouth.close()
    with ears:
        assert ears.recv() == "begin"
        yield process, ears
    process.join()
    process.close()


PIPE = object()


def state(folder: Path) -> str:
    """Which store is there after the next start: the old or the new; raises AssertionError for anything else."""
    try:
        with proef.opened(folder) as store:
            titles = {row[0] for row in proef.rows(store, "SELECT titel FROM proef")}
            faults = jobs.run(check.check(store))
    except UserError as fault:
        raise AssertionError(f"it does not open: {fault.text}") from fault
    assert faults == []
    assert titles in (OLD, NEW), titles
    assert not swap.pending(folder)
    assert not (folder / swap.READY).exists()
    return "old" if titles == OLD else "new"


def old_is_kept(folder: Path) -> bool:
    """Whether what made room is still there, whole."""
    for kept in copies.kept(folder):
        with proef.opened(kept.path, read_only=True) as store:
            if {row[0] for row in proef.rows(store, "SELECT titel FROM proef")} == OLD:
                return True
    return False


def killed_at_each_step(origin: Path, place: Path, key: str, *, in_two_steps: bool = False) -> Iterator[str]:
    for step in range(1, LONGEST):
        folder = proef.copied(origin, place / str(step))
        (copy,) = (folder / backup.FOLDER).iterdir()
        with child(restored.main, folder, copy, key, step, PIPE, in_two_steps) as (_process, ears):
            ended = False
            with contextlib.suppress(EOFError):
                ended = ears.recv() == "end"
        if ended:
            return
        found = state(folder)
        assert found == "old" or old_is_kept(folder), "the old one is lost"
        shutil.rmtree(folder)
        yield found


def test_a_restore_that_is_killed_at_any_step_leaves_the_old_or_the_new(
    with_copy: tuple[Path, Path, str], tmp_path: Path, figures: Figures
) -> None:
    folder, _copy, key = with_copy
    found = list(killed_at_each_step(folder, tmp_path / "stap", key))
    assert found == sorted(found, reverse=True), "once it is the new one it stays so"
    assert found.count("old") > 3
    assert found.count("new") > 3
    figures.tell(RESTORE, seed=None, goal="0 half", found={"stappen": len(found), "half": 0})


def test_the_harness_notices_a_change_in_two_steps(
    with_copy: tuple[Path, Path, str], tmp_path: Path, figures: Figures
) -> None:
    folder, _copy, key = with_copy
    with pytest.raises(AssertionError, match="it does not open"):
        list(killed_at_each_step(folder, tmp_path / "stap", key, in_two_steps=True))
    figures.tell(RESTORE, seed=None, goal="meer dan 0 half", found={"half": 1}, twin=True)


@pytest.mark.parametrize("series", range(SERIES))
def test_a_restore_that_is_killed_at_any_moment_leaves_the_old_or_the_new(
    with_copy: tuple[Path, Path, str], series: int, figures: Figures
) -> None:
    folder, copy, key = with_copy
    dice = random.Random(SEED + series)
    found = []
    for _ in range(KILLS):
        with child(restored.main, folder, copy, key, None, PIPE, False) as (process, _ears):
            time.sleep(dice.uniform(0, 0.5))
            process.kill()
        found.append(state(folder))
        assert found[-1] == "old" or old_is_kept(folder), f"seed {SEED}, series {series}"
    figures.tell(
        RESTORE,
        seed=SEED,
        goal="0 half, 0 kwijt",
        found={"keer gestopt": KILLS, "daarna het nieuwe": found.count("new"), "half": 0, "kwijt": 0},
    )


def half_copies(folder: Path) -> list[str]:
    """The copies that count as good and are not."""
    wrong = []
    for copy in copies.every(folder):
        note = copies.note_of(copy.path)
        assert note is not None
        if copy.verified and backup.digest_of(copy.path / copies.STORE) != note.sha256:
            wrong.append(copy.path.name)
        assert keys.read(copy.path)
    return wrong


@pytest.fixture
def with_three(folder: Path) -> Path:
    """A store with three good copies."""
    with proef.opened(folder) as store:
        for _ in range(3):
            backup.make(store.path, store.key, "met-de-hand")
    return folder


@pytest.mark.parametrize("series", range(SERIES))
def test_a_killed_copy_never_counts_and_three_good_ones_stay(
    with_three: Path, series: int, figures: Figures
) -> None:
    dice = random.Random(SEED + series)
    for kill in range(KILLS):
        with child(restored.copying, with_three, PIPE, False) as (process, _ears):
            time.sleep(dice.uniform(0, 0.2))
            process.kill()
        assert half_copies(with_three) == [], f"seed {SEED}, series {series}, kill {kill}"
        assert len([copy for copy in copies.every(with_three) if copy.verified]) >= 3
    with proef.opened(with_three) as store:
        assert jobs.run(check.check(store)) == []
        newest = copies.every(with_three)[0]
        assert backup.make(store.path, store.key, "daarna").is_dir()
    assert not list((with_three / backup.FOLDER).glob(".*")), "what was killed is cleared away"
    with proef.opened(newest.path, read_only=True) as store:
        assert jobs.run(check.check(store)) == []
    figures.tell(
        BACKUP, seed=SEED, goal="0 half, 0 kwijt", found={"keer gestopt": KILLS, "half": 0, "kwijt": 0}
    )


def test_the_harness_notices_copies_that_are_written_where_they_count(
    with_three: Path, figures: Figures
) -> None:
    dice = random.Random(SEED)
    for kill in range(40):
        with (
            contextlib.suppress(FileNotFoundError),
            child(restored.copying, with_three, PIPE, True) as (
                process,
                _ears,
            ),
        ):
            time.sleep(dice.uniform(0, 0.02))
            process.kill()
        found = [
            copy
            for copy in copies.every(with_three)
            if backup.digest_of(copy.path / copies.STORE) != getattr(copies.note_of(copy.path), "sha256", "")
        ]
        if found:
            figures.tell(
                BACKUP,
                seed=SEED,
                goal="meer dan 0 half",
                found={"keer gestopt": kill + 1, "half": 1},
                twin=True,
            )
            return
    raise AssertionError("forty kills of careless copies, and nothing seen: the harness is blind")
