"""Administrations to try the actions on: an empty office, and a copy of the example."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from huurdersapp.actions import lists, records, voorbeeld
from huurdersapp.actions.context import Context
from huurdersapp.actions.plain import Plain
from huurdersapp.app import opened
from huurdersapp.base import clock
from tests.example_store import TODAY, emmen_made, example_made, office_made, reports_kept, samples_made

__all__ = ["TODAY", "emmen_made", "example_made", "office_made", "reports_kept", "samples_made"]
FILLED = ("emmen_made", "samples_made")
"""What an office may begin with, where a test or what it uses asks for it."""
Made = Callable[..., int]
"""Make a record of a kind from its values and give its number."""


@pytest.fixture
def office(request: pytest.FixtureRequest, office_made: Path, data_folder: Path) -> Iterator[Context]:
    """A new administration on the 2nd of September 2019, with nothing in it; or what the test names of `FILLED`."""
    filled = next((name for name in FILLED if name in request.fixturenames), None)
    shutil.copytree(request.getfixturevalue(filled) if filled else office_made, data_folder)
    with clock.fixed(TODAY), opened(data_folder) as ctx:
        yield ctx


@pytest.fixture
def made(office: Context) -> Made:
    """Make a record in the office."""

    def make(kind: str, **values: Any) -> int:
        (record,) = records.create(office, office.spec(kind), [values]).records
        return int(record["nummer"])

    return make


@pytest.fixture(scope="module")
def example(example_made: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Context]:
    """The example on the day on which it is kept, only to be looked at."""
    folder = tmp_path_factory.mktemp("bekeken") / "gegevens"
    shutil.copytree(example_made, folder)
    with clock.fixed(voorbeeld.TODAY), opened(folder) as ctx:
        yield ctx
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def own_example(example_made: Path, data_folder: Path) -> Iterator[Context]:
    """A copy of the example for this test alone."""
    shutil.copytree(example_made, data_folder)
    with clock.fixed(voorbeeld.TODAY), opened(data_folder) as ctx:
        yield ctx


@pytest.fixture
def emmen(office: Context, emmen_made: Path) -> Context:
    """The office with the akkoord of Emmen."""
    return office


def numbers(ctx: Context, kind: str, *where: str) -> list[int]:
    """The numbers of the records that these conditions find, lowest first."""
    return [row["nummer"] for row in lists.find(ctx, ctx.spec(kind), where, order="nummer")]


def shown(ctx: Context, kind: str, number: int) -> Plain:
    """A record as JSON values."""
    return records.show(ctx, ctx.spec(kind), number)


def changed(ctx: Context, kind: str, number: int, **values: Any) -> Plain:
    """The record after these fields were changed."""
    (record,) = records.change(ctx, ctx.spec(kind), number, values).records
    return record


def steps(ctx: Context) -> int:
    """How many steps were written so far."""
    return ctx.store.head.seq


def number_of(ctx: Context, kind: str, code: str) -> int:
    """The number of the one record of a kind that has this code."""
    (found,) = numbers(ctx, kind, f"code={code}")
    return found
