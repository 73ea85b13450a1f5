"""What holds for every test: no network, no real data folder, nothing left behind, nothing logged unseen."""

from __future__ import annotations

import gc
import logging
import os
import re
import shutil
import socket
import sys
import tempfile
import threading
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from sqlalchemy import create_engine

from huurdersapp.store import laptop
from tests.figures import figures

__all__ = ["figures"]

os.environ["QT_QPA_PLATFORM"] = "offscreen"


def _in_memory() -> None:
    """Where there is a disk in memory with room, the files of tests lie there: each step waits for the disk until it is
    safe, and thousands of tests would wait with it. The long proofs use the real disk."""
    place, room = Path("/dev/shm"), 4_000_000_000
    wanted = os.environ.get("TMPDIR") is None and not os.environ.get("HUURDERSAPP_SOAK")
    if wanted and os.access(place, os.W_OK) and shutil.disk_usage(place).free > room:
        os.environ["TMPDIR"] = tempfile.tempdir = str(place)


_in_memory()

# The same examples on every machine and in every run; `--hypothesis-profile=soak` looks for new ones.
settings.register_profile("ci", derandomize=True, deadline=None, database=None)
settings.register_profile(
    "soak", max_examples=2_000, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("ci")

_numbers = count(1)
_NETWORK = frozenset({"socket.__new__", "socket.getaddrinfo"})


class NetworkRefused(AssertionError):
    """A test, or the code it tests, reached for the network."""


def _refuse_network(event: str, args: tuple[object, ...]) -> None:
    """An audit hook rather than a patched class: it also sees sockets that are made below Python's own."""
    if event not in _NETWORK:  # first: Python tells millions of events, such as each id()
        return
    if event == "socket.__new__" and args[1] in (socket.AF_INET, socket.AF_INET6):
        raise NetworkRefused("The program works without network; so do its tests.")
    if event == "socket.getaddrinfo":
        raise NetworkRefused(f"The program works without network; a test looked up {args[0]!r}.")


sys.addaudithook(_refuse_network)


def pytest_collection_finish() -> None:
    """What was imported and collected stays till the end: the collector need not look it over again and again."""
    gc.collect()
    gc.freeze()
    # Records and windows come by the hundred thousand; after each 700 of them is a tenth of all the time.
    gc.set_threshold(20_000, 20, 50)


class _Written(dict[Any, Any]):
    """Statements as they were written out, for the stores of all tests: each test opens its own, and writing them out
    takes longer than carrying them out.

    SQLAlchemy asks by dialect too, and makes one for each store; ours are all alike.
    """

    MOST = 12_000

    def get(self, key: Any, default: Any = None) -> Any:
        return super().get(key[1:], default)

    def __setitem__(self, key: Any, value: Any) -> None:
        if len(self) >= self.MOST:
            self.clear()
        super().__setitem__(key[1:], value)


@pytest.fixture(scope="session", autouse=True)
def _statements_are_written_once() -> Iterator[None]:
    """Every store of these tests uses the same written-out statements."""
    written = _Written()

    def create(*args: Any, **options: Any) -> Any:
        return create_engine(*args, **options, execution_options={"compiled_cache": written})

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("huurdersapp.store.connection.create_engine", create)
        yield


@pytest.fixture(scope="session", autouse=True)
def _no_real_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The folders of the person who runs the tests stay out of reach, for longer-lived fixtures too."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HUURDERSAPP_GEGEVENS", str(home / "gegevens"))
        patch.delenv("HUURDERSAPP_WACHTWOORD_BESTAND", raising=False)
        for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"):
            patch.setenv(name, str(home))
        for name in ("CACHE", "CONFIG", "DATA", "STATE"):
            patch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
        # One laptop for all processes of a run: what one of them prepared, another may open as its own.
        laptop.home().mkdir(parents=True)
        (laptop.home() / laptop.TOKEN).write_text("0" * 32, encoding="ascii")
        yield


@pytest.fixture(autouse=True)
def data_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A data folder of this test alone, not made yet, and gone after it: thousands of them fill a disk."""
    folder = tmp_path_factory.getbasetemp() / f"gegevens-{next(_numbers)}"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HUURDERSAPP_GEGEVENS", str(folder))
        yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(autouse=True)
def _no_threads_left() -> Iterator[None]:
    """A thread that outlives its test may still write in a store that the next test opens."""
    before = set(threading.enumerate())
    yield
    started = [thread for thread in threading.enumerate() if thread not in before]
    for thread in started:
        thread.join(5)
    left = [thread.name for thread in started if thread.is_alive()]
    assert not left, f"threads left behind: {left}"


@pytest.fixture(autouse=True)
def _no_unseen_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """Warnings and errors in our log fail the test, unless `@pytest.mark.expects_log(pattern)` names them.

    A marker that nothing answers to fails too. The record factory sees what handlers may miss: the program
    sets its own handlers when it starts.
    """
    expected = {str(mark.args[0]): False for mark in request.node.iter_markers("expects_log")}
    unexpected: list[str] = []
    make_record = logging.getLogRecordFactory()

    def factory(*args: object, **kwargs: object) -> logging.LogRecord:
        record = make_record(*args, **kwargs)
        if record.name.partition(".")[0] == "huurdersapp" and record.levelno >= logging.WARNING:
            message = record.getMessage()
            matching = [pattern for pattern in expected if re.search(pattern, message)]
            expected.update(dict.fromkeys(matching, True))
            if not matching:
                unexpected.append(f"{record.levelname} {record.name}: {message}")
        return record

    logging.setLogRecordFactory(factory)
    yield
    logging.setLogRecordFactory(make_record)
    assert not unexpected, f"unexpected in the log: {unexpected}"
    missing = [pattern for pattern, seen in expected.items() if not seen]
    assert not missing, f"expected in the log but not seen: {missing}"
