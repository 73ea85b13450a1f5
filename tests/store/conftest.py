from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from huurdersapp.store.store import Store
from tests.example_store import office_made, samples_made
from tests.store import proef

__all__ = ["office_made", "samples_made"]


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed store with the throw-away type, made once: migrations are too slow for every test."""
    folder = tmp_path_factory.mktemp("prepared") / "store"
    proef.prepare(folder)
    return folder


@pytest.fixture
def folder(prepared: Path, tmp_path: Path) -> Path:
    """The folder of a closed store of this test alone."""
    return proef.copied(prepared, tmp_path / "administratie")


@pytest.fixture
def store(folder: Path) -> Iterator[Store]:
    """An open store of this test alone, with the throw-away type."""
    with proef.opened(folder) as opened:
        yield opened
