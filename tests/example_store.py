"""The example administration and a new one with nothing in it, made once in a run and copied by whoever needs one."""

from __future__ import annotations

import shutil
from collections import OrderedDict
from collections.abc import Hashable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

import pytest

from huurdersapp.actions import akkoord, records, trimester_maten, voorbeeld
from huurdersapp.actions.verslagen import samen
from huurdersapp.actions.verslagen.moment import moment_of
from huurdersapp.app import opened
from huurdersapp.base import clock, jobs
from huurdersapp.store.store import Store
from tests.akkoorden import EMMEN
from tests.prepared import made_once
from tests.records.samples import SAMPLES

TODAY = date(2019, 9, 2)
"""The day on which the new administration is begun."""
AUTHOR = "Jo Prins"


class OfCopies:
    """What the program keeps of what it read, for all copies in which the same was written: reading the years of a
    report takes seconds, and most tests look at a copy of the example in which they write nothing.

    The program asks this by the store; what it keeps there has the moment in its key too. Within `one_test` it is kept of
    other administrations as well: of each command that opens one again.
    """

    KEPT = 12
    """Moments: those of a test that writes, beside that of the example."""

    def __init__(self) -> None:
        self._kept: OrderedDict[Hashable, Any] = OrderedDict()
        self._own: WeakKeyDictionary[Store, Any] = WeakKeyDictionary()
        self._of_test: dict[Hashable, Any] | None = None

    @contextmanager
    def one_test(self) -> Iterator[None]:
        """A test that opens its administration more than once, such as for each command."""
        self._of_test = {}
        yield
        self._of_test = None

    def setdefault(self, store: Store, empty: Any) -> Any:
        """What is kept of an administration as it is now."""
        if not store.example and self._of_test is None:
            return self._own.setdefault(store, empty)
        with store.reading() as db:
            key = moment_of(db)  # what a writer chose for a report is none of what is kept
        if not store.example and self._of_test is not None:
            return self._of_test.setdefault(key, empty)
        kept = self._kept.setdefault(key, empty)
        self._kept.move_to_end(key)
        while len(self._kept) > self.KEPT:
            self._kept.popitem(last=False)
        return kept

    def clear(self) -> None:
        """Keep nothing."""
        self._kept.clear()
        self._own.clear()


KEPT = OfCopies(), OfCopies()


@pytest.fixture(scope="session")
def reports_kept() -> Iterator[tuple[OfCopies, ...]]:
    """What is kept of what reports read; one for the process, whichever tests ask first."""
    with pytest.MonkeyPatch.context() as patch:
        for module, of_copies in zip((samen, trimester_maten), KEPT, strict=True):
            patch.setattr(module, "_kept", of_copies)
        yield KEPT


@pytest.fixture(scope="session")
def example_made(tmp_path_factory: pytest.TempPathFactory, reports_kept: object) -> Path:
    """The example, made once, to copy; what is read of it for a report is kept for whoever copies it next."""

    def make(folder: Path) -> None:
        with opened(folder, create=True, example=True, author="Voorbeeld") as ctx:
            jobs.run(voorbeeld.make(ctx))

    return made_once(tmp_path_factory, "voorbeeld", make)


@pytest.fixture(scope="session")
def office_made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new administration of Jo Prins, made once, to copy."""

    def make(folder: Path) -> None:
        with clock.fixed(TODAY), opened(folder, create=True, author=AUTHOR):
            pass

    return made_once(tmp_path_factory, "leeg", make)


@pytest.fixture(scope="session")
def samples_made(tmp_path_factory: pytest.TempPathFactory, office_made: Path) -> Path:
    """That administration with one sample of every kind, each with number 1; to be copied."""

    def make(folder: Path) -> None:
        shutil.copytree(office_made, folder)
        with clock.fixed(TODAY), opened(folder) as ctx:
            for kind, sample in SAMPLES.items():
                assert records.create(ctx, ctx.spec(kind), [sample]).records[0]["nummer"] == 1

    return made_once(tmp_path_factory, "alles", make)


@pytest.fixture(scope="session")
def emmen_made(tmp_path_factory: pytest.TempPathFactory, office_made: Path) -> Path:
    """That administration with the akkoord of Emmen; to be copied."""

    def make(folder: Path) -> None:
        shutil.copytree(office_made, folder)
        with clock.fixed(TODAY), opened(folder) as ctx:
            jobs.run(akkoord.load(ctx, EMMEN))

    return made_once(tmp_path_factory, "emmen", make)
