"""The example administration and a new one with nothing in it, made once in a run and copied by whoever needs one."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from huurdersapp.actions import voorbeeld
from huurdersapp.app import opened
from huurdersapp.base import clock, jobs
from tests.prepared import made_once

TODAY = date(2019, 9, 2)
"""The day on which the new administration is begun."""
AUTHOR = "Jo Prins"


@pytest.fixture(scope="session")
def example_made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example, made once, to copy."""

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
