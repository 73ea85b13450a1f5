"""The first look tells what was kept, or nothing; it never raises, never waits and leaves everything as it was."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from huurdersapp.base import jobs
from huurdersapp.store import check, driver, keys, preferences
from huurdersapp.store.driver import connect
from huurdersapp.store.glance import KEY, glance
from tests.store import proef

PROJECT = Path(__file__).parents[2]
TODAY = {"actiepunten": 3, "tekst": "één ‘huurder’"}


@pytest.fixture
def seen(folder: Path) -> Path:
    """A closed store with something to see."""
    with proef.opened(folder) as store:
        preferences.put(store, KEY, TODAY)
        preferences.put(store, "ander", {"a": 1})
    return folder


def state(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Every file with its bytes and its last change."""
    return {
        str(path.relative_to(folder)): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_it_tells_what_was_kept_and_leaves_everything_as_it_was(seen: Path) -> None:
    before = state(seen)
    assert glance(seen) == TODAY
    assert state(seen) == before
    with proef.opened(seen) as store:
        preferences.put(store, KEY, {"nieuw": True})
    assert glance(seen) == {"nieuw": True}


def test_it_needs_neither_sqlalchemy_nor_alembic_nor_qt(seen: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from huurdersapp.store.glance import glance\n"
        "print(glance(Path(sys.argv[1])))\n"
        "print([name for name in ('sqlalchemy', 'alembic', 'PySide6', 'babel') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(seen)], cwd=PROJECT, check=True, capture_output=True, text=True
    )
    assert done.stdout == f"{TODAY}\n[]\n"
    assert done.stderr == ""


def spoil(folder: Path, statement: str, *values: object) -> None:
    connection = connect(folder / driver.FILE, keys.read(folder))
    connection.execute(statement, values)
    connection.close()


def edit(name: str, change: Callable[[bytes], bytes]) -> Callable[[Path], object]:
    return lambda folder: (folder / name).write_bytes(change((folder / name).read_bytes()))


def folder_instead(path: Path) -> None:
    path.unlink()
    path.mkdir()


def plain(path: Path) -> None:
    """The same store without its cipher."""
    connection = connect(path, keys.read(path.parent))
    connection.execute("ATTACH ? AS plain KEY ''", (str(path.with_name("plain")),))
    connection.execute("SELECT sqlcipher_export('plain')")
    connection.execute("DETACH plain")
    connection.close()
    path.with_name("plain").replace(path)


NOTHING: dict[str, Callable[[Path], object]] = {
    "no folder": shutil.rmtree,
    "no store": lambda folder: (folder / driver.FILE).unlink(),
    "an empty store": edit(driver.FILE, lambda data: b""),
    "a folder in its place": lambda folder: folder_instead(folder / driver.FILE),
    "no key": lambda folder: (folder / keys.FILE).unlink(),
    "a closed slot": edit(keys.FILE, lambda data: data.replace(b'"open"', b'"wachtwoord"')),
    "another key": edit(keys.FILE, lambda data: data.replace(data[-70:-60], b"0123456789")),
    "nonsense for a key": edit(keys.FILE, lambda data: b"[" * 100_000),
    "an older store": lambda folder: spoil(folder, "UPDATE alembic_version SET version_num = '0001'"),
    "a newer store": lambda folder: spoil(folder, "UPDATE alembic_version SET version_num = '9999'"),
    "nothing kept": lambda folder: spoil(folder, "DELETE FROM voorkeur WHERE sleutel = ?", KEY),
    "no object": lambda folder: spoil(folder, "UPDATE voorkeur SET waarde = '[1]'"),
    "no JSON": lambda folder: spoil(folder, "UPDATE voorkeur SET waarde = '{'"),
    "half a file": edit(driver.FILE, lambda data: data[: len(data) // 2]),
    "the first page damaged": edit(
        driver.FILE, lambda data: data[:500] + bytes([data[500] ^ 1]) + data[501:]
    ),
    "a plain file": lambda folder: plain(folder / driver.FILE),
    "the header of a plain file": edit(driver.FILE, lambda data: b"SQLite format 3\0" + data[16:]),
    "text": edit(driver.FILE, lambda data: b"Dit is geen administratie\n" * 1000),
    "a log beside it": lambda folder: driver.log_of(folder / driver.FILE).write_bytes(b"x"),
}


@pytest.mark.parametrize("what", NOTHING)
def test_when_anything_is_not_as_it_should_be_it_tells_nothing(seen: Path, what: str) -> None:
    NOTHING[what](seen)
    before = state(seen)
    assert glance(seen) is None
    assert state(seen) == before


def test_what_is_open_elsewhere_is_left_alone(seen: Path) -> None:
    with proef.opened(seen) as store:
        assert glance(seen) is None
        preferences.put(store, KEY, {"later": 1})
        assert glance(seen) is None
    assert glance(seen) == {"later": 1}


def test_somebody_who_comes_to_write_meanwhile_makes_it_nothing(
    seen: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = driver.look

    def meanwhile(path: Path, key: str) -> object:
        found = real(path, key)
        with proef.opened(seen) as store:
            proef.add(store)
        return found

    monkeypatch.setattr(driver, "look", meanwhile)
    assert glance(seen) is None


KILLED = """
import os, signal, sys
from pathlib import Path
from huurdersapp.store import preferences
from huurdersapp.store.glance import KEY
from tests.store import proef
with proef.opened(Path(sys.argv[1])) as store:
    proef.add(store, titel="Net voor de stroom uitviel")
    preferences.put(store, KEY, {"laatst": 1})
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_what_a_kill_left_in_the_log_is_still_mended_by_opening(seen: Path) -> None:
    done = subprocess.run([sys.executable, "-c", KILLED, str(seen)], cwd=PROJECT, check=False)
    assert done.returncode == -signal.SIGKILL
    log = driver.log_of(seen / driver.FILE)
    assert log.stat().st_size > 0
    before = state(seen)
    assert glance(seen) is None
    assert state(seen) == before
    with proef.opened(seen) as store:
        assert proef.rows(store, "SELECT titel FROM proef") == [("Net voor de stroom uitviel",)]
        assert jobs.run(check.check(store)) == []
    assert glance(seen) == {"laatst": 1}


def open_files() -> int:
    """How many files this process has open, as far as the system tells it."""
    told = Path("/proc/self/fd")
    return len(list(told.iterdir())) if told.exists() else 0


def test_no_file_stays_open(seen: Path) -> None:
    before = open_files()
    for _ in range(5):
        assert glance(seen) == TODAY
    for what in ("the first page damaged", "another key"):
        NOTHING[what](seen)
        assert glance(seen) is None
    assert open_files() == before


def test_it_may_be_read_where_nothing_may_be_written(seen: Path) -> None:
    """As on a stick with a lock: the folder is read-only. (Who may do everything sees the same.)"""
    seen.chmod(0o500)
    try:
        assert glance(seen) == TODAY
    finally:
        seen.chmod(0o700)
