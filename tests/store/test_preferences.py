"""Screens remember, cheaply and without a trace in the history."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from huurdersapp.base import jobs
from huurdersapp.store import check, preferences
from huurdersapp.store.store import Store
from tests.store import proef


@pytest.mark.parametrize("value", [{"kolommen": ["a", "é"], "breed": 1.5}, [], "", 0, False, "Wxyqz"])
def test_what_was_put_is_there_the_next_time(folder: Path, value: Any) -> None:
    with proef.opened(folder) as store:
        assert preferences.get(store, "lijst") is None
        assert preferences.get(store, "lijst", 5) == 5
        preferences.put(store, "lijst", "eerst")
        preferences.put(store, "lijst", value)
        seq = store.head.seq
    with proef.opened(folder) as store:
        assert preferences.get(store, "lijst", "anders") == value
        assert store.head.seq == seq == 1
        assert jobs.run(check.check(store)) == []


def test_none_forgets_it(store: Store) -> None:
    preferences.put(store, "lijst", [1])
    preferences.put(store, "lijst", None)
    preferences.put(store, "lijst", None)
    assert preferences.get(store, "lijst", "weg") == "weg"
    assert proef.rows(store, "SELECT count(*) FROM voorkeur") == [(0,)]


def test_what_is_there_already_is_not_written_again(store: Store) -> None:
    preferences.put(store, "lijst", {"a": [1]})
    log = store.path.with_name(f"{store.path.name}-wal")
    before = log.stat().st_size
    preferences.put(store, "lijst", {"a": [1]})
    assert log.stat().st_size == before
    preferences.put(store, "lijst", {"a": [True]})
    assert preferences.get(store, "lijst")["a"][0] is True
    assert log.stat().st_size > before
