"""One program at a time on a folder, and never locked for good."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from huurdersapp.base import paths
from huurdersapp.base.errors import UserError
from huurdersapp.store import lock
from tests.figures import Figures
from tests.store import proef

PROJECT = Path(__file__).parents[2]
HOLD = """
import sys, time
from pathlib import Path
from huurdersapp.store.lock import FolderLock
lock = FolderLock(Path(sys.argv[1]))
lock.acquire()
print("held", flush=True)
sys.stdin.read()
"""
START = """
import sys
from pathlib import Path
from huurdersapp.base.errors import UserError
from huurdersapp.store.lock import FolderLock
print("ready", flush=True)
while sys.stdin.readline():
    lock = FolderLock(Path(sys.argv[1]))
    try:
        lock.acquire()
        print("held", flush=True)
    except UserError as fault:
        print(fault.text, flush=True)
    sys.stdin.readline()
    lock.release()
    print("ready", flush=True)
"""


def started(script: str, folder: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", script, str(folder)],
        cwd=PROJECT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def line(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def say(processes: list[subprocess.Popen[str]]) -> None:
    """Let them go on, all at once."""
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()


def end(process: subprocess.Popen[str]) -> None:
    process.communicate()


def test_a_second_opening_is_refused_and_says_who_has_it(folder: Path) -> None:
    with proef.opened(folder):
        with pytest.raises(UserError) as told, proef.opened(folder):
            raise AssertionError
        assert "al geopend door" in told.value.text
        assert lock._user() in told.value.text
    with proef.opened(folder):
        pass
    assert not (folder / paths.HOLDER).exists()


def test_another_process_is_refused_until_the_first_ends(folder: Path) -> None:
    holder = started(HOLD, folder)
    assert line(holder) == "held"
    with pytest.raises(UserError, match="al geopend"), proef.opened(folder):
        raise AssertionError
    end(holder)
    with proef.opened(folder) as store:
        proef.add(store)


def test_the_lock_dies_with_a_killed_process(tmp_path: Path, figures: Figures) -> None:
    for _ in range(20):
        holder = started(HOLD, tmp_path)
        assert line(holder) == "held"
        holder.kill()
        end(holder)
        one = lock.FolderLock(tmp_path)
        one.acquire()
        one.release()
    figures.tell(
        "Houder van het slot gestopt", seed=None, goal="0 op slot gebleven", found={"keer": 20, "op slot": 0}
    )


NOTE_HOLD = """
import sys
from pathlib import Path
note = Path(sys.argv[1]) / "huurdersapp.bezet"
if note.exists():
    print("refused", flush=True)
else:
    note.write_text("ik")
    print("held", flush=True)
    sys.stdin.read()
"""
"""A lock as a program might make it with a file alone."""


def test_the_harness_notices_a_lock_that_is_only_a_note(tmp_path: Path) -> None:
    """The twin: after the first kill nobody gets in any more."""
    holder = started(NOTE_HOLD, tmp_path)
    assert line(holder) == "held"
    holder.kill()
    end(holder)
    second = started(NOTE_HOLD, tmp_path)
    assert line(second) == "refused"
    end(second)


def test_what_a_killed_program_left_never_decides_and_who_has_it_is_told(folder: Path) -> None:
    note = folder / paths.HOLDER
    told = b'{"naam": "Fatima", "computer": "LAPTOP-7", "proces": 1, "sinds": "2 september 2019 om 10:00"}'
    note.write_bytes(told)
    assert not lock.FolderLock(folder).is_held()
    with proef.opened(folder):
        note.write_bytes(told)
        with pytest.raises(UserError) as fault, proef.opened(folder):
            raise AssertionError
    assert fault.value.text == (
        "Deze administratie is al geopend door Fatima op computer LAPTOP-7, sinds 2 september 2019 om 10:00."
    )


def test_asking_whether_a_folder_is_open_leaves_nothing_in_it(tmp_path: Path) -> None:
    assert not lock.FolderLock(tmp_path).is_held()
    assert list(tmp_path.iterdir()) == []


def test_of_starts_at_the_same_moment_exactly_one_wins(tmp_path: Path, figures: Figures) -> None:
    pair = [started(START, tmp_path) for _ in range(2)]
    for _ in range(50):
        assert [line(process) for process in pair] == ["ready", "ready"]
        say(pair)
        told = sorted(line(process) for process in pair)
        assert told[1] == "held", told
        assert "al geopend" in told[0], told
        say(pair)
    for process in pair:
        end(process)
    figures.tell("Twee tegelijk gestart", seed=None, goal="elke keer één", found={"keer": 50, "fout": 0})


@pytest.mark.parametrize("note", ["", "{", "geen json"])
def test_a_note_that_cannot_be_read_is_no_reason_to_stop(folder: Path, note: str) -> None:
    with proef.opened(folder):
        (folder / paths.HOLDER).write_text(note)
        with pytest.raises(UserError, match="een ander programma"), proef.opened(folder):
            raise AssertionError


def test_a_failed_opening_gives_the_folder_free(folder: Path) -> None:
    key = (folder / "sleutel.json").read_bytes()
    (folder / "sleutel.json").write_text("{}")
    for _ in range(2):
        with pytest.raises(UserError, match="sleutelbestand"), proef.opened(folder):
            raise AssertionError
    (folder / "sleutel.json").write_bytes(key)
    with proef.opened(folder):
        pass


def test_closing_twice_does_nothing_more(folder: Path) -> None:
    with proef.opened(folder) as store:
        store.close()
        with proef.opened(folder) as second:
            store.close()
            proef.add(second)
            with pytest.raises(UserError, match="al geopend"), proef.opened(folder):
                raise AssertionError
