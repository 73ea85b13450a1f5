"""The example administration, made once in a run and copied by whoever needs it."""

from __future__ import annotations

from pathlib import Path

import pytest

from huurdersapp.actions import voorbeeld
from huurdersapp.app import opened
from huurdersapp.base import jobs


@pytest.fixture(scope="session")
def example_made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example, made once, to copy."""
    folder = tmp_path_factory.mktemp("voorbeeld") / "gegevens"
    with opened(folder, create=True, example=True, author="Voorbeeld") as ctx:
        jobs.run(voorbeeld.make(ctx))
    return folder
