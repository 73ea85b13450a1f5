"""An administration with thousands of places, to scroll through."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from huurdersapp import app
from huurdersapp.actions.context import Context
from huurdersapp.base import clock, jobs
from huurdersapp.records import kern
from huurdersapp.store import bulk
from tests.example_store import TODAY

AMOUNT = 2_345


def rows(amount: int) -> list[dict[str, object]]:
    kinds = ("kern", "wijk", "gebied")
    return [
        {"naam": f"Dorp {number * 7919 % amount:04}", "soort": kinds[number % 3]} for number in range(amount)
    ]


@pytest.fixture(scope="session")
def many_made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An administration with thousands of places, made once, to copy."""
    folder = tmp_path_factory.mktemp("veel") / "gegevens"
    with app.opened(folder, create=True, author="Jo Prins") as ctx:
        jobs.run(bulk.load(ctx.store, "Laden", bulk.drafts_of(kern.SPEC, rows(AMOUNT)), AMOUNT))
    return folder


@pytest.fixture
def many(many_made: Path, data_folder: Path) -> Iterator[Context]:
    """A copy of it for this test alone."""
    shutil.copytree(many_made, data_folder)
    with clock.fixed(TODAY), app.opened(data_folder) as ctx:
        yield ctx
