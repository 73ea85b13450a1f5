from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from huurdersapp.base import clock
from tests.records.world import World, new_world


@pytest.fixture
def world() -> Iterator[World]:
    """An empty administration on the 1st of July 2019."""
    with clock.fixed(date(2019, 7, 1)), new_world() as made:
        yield made
