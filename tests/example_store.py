"""The example administration and a new one with nothing in it, made once in a run and copied by whoever needs one."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from huurdersapp.actions import akkoord, records, voorbeeld
from huurdersapp.app import opened
from huurdersapp.base import clock, jobs
from tests.akkoorden import EMMEN
from tests.prepared import made_once
from tests.records.samples import SAMPLES

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
