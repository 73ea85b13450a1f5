"""A store that may only be read shows everything, refuses every change, and leaves its folder as it was."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest

from huurdersapp.base import jobs
from huurdersapp.base.errors import UserError
from huurdersapp.store import backup, check, concepts, driver, looking, preferences
from huurdersapp.store.concepts import Concept
from tests.readonly import KINDS, read_only, state
from tests.store import proef


def private_copies() -> set[str]:
    return {path.name for path in Path(tempfile.gettempdir()).glob(f"{looking.PRIVATE}*")}


@pytest.mark.parametrize("kind", KINDS)
def test_what_may_only_be_read_opens_and_stays_as_it_was(folder: Path, kind: str) -> None:
    with proef.opened(folder) as store:
        key = proef.add(store, melder="Fatima")
    with read_only(folder, kind):
        before = state(folder)
        with proef.opened(folder) as store:
            assert store.read_only
            assert proef.values(store, key)["melder"] == "Fatima"
            assert jobs.run(check.check(store)) == []
            with pytest.raises(UserError, match="alleen lezen") as told:
                proef.add(store)
            assert store.read_only in told.value.text
            assert told.value.hint
            preferences.put(store, "kolommen", ["titel"])
            concepts.keep(store, Concept(soort="proef", gegevens={"titel": "Half"}))
            assert concepts.every(store) == []
        assert state(folder) == before
    with proef.opened(folder) as store:
        assert store.read_only is None
        proef.add(store)


def test_a_copy_can_be_looked_at_and_stays_as_it_was(folder: Path) -> None:
    with proef.opened(folder) as store:
        key = proef.add(store)
        copy = backup.make(store.path, store.key, "proef")
        before = state(copy)
        with proef.opened(copy, read_only=True, key=store.key) as looked:
            assert looked.read_only
            assert proef.values(looked, key)["titel"] == "Lekkage"
            with pytest.raises(UserError, match="alleen lezen"):
                proef.add(looked)
        assert state(copy) == before


def crashed(folder: Path, home: Path) -> tuple[Path, str]:
    """The store of a program that was killed: what it said last stands in the log alone. Gives it and the record's key."""
    with proef.opened(folder) as store:
        key = proef.add(store, titel="Alleen in het log")
        shutil.copytree(folder, home)
    assert driver.log_of(home / driver.FILE).stat().st_size > 0
    return home, key


def test_what_a_killed_program_saved_is_shown_too(folder: Path, tmp_path: Path) -> None:
    home, key = crashed(folder, tmp_path / "gedood")
    copies = private_copies()
    with read_only(home, "beide"):
        before = state(home)
        with proef.opened(home) as store:
            assert proef.values(store, key)["titel"] == "Alleen in het log"
            assert len(private_copies() - copies) == 1
            with pytest.raises(UserError, match="alleen lezen"):
                proef.add(store)
        assert state(home) == before
    assert private_copies() == copies


def test_reading_it_where_it_lies_would_lose_what_stands_in_the_log(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The twin: without the private copy the record of the killed program is not there."""
    home, key = crashed(folder, tmp_path / "gedood")
    monkeypatch.setattr(looking, "_lies_still", lambda path: True)
    with read_only(home, "beide"), proef.opened(home) as store:
        assert proef.rows(store, "SELECT 1 FROM proef WHERE id = ?", key) == []


def test_who_looks_keeps_writers_away_and_a_writer_keeps_lookers_away(folder: Path) -> None:
    with proef.opened(folder) as store:
        with pytest.raises(UserError, match="al geopend"), proef.opened(folder, read_only=True):
            raise AssertionError
        proef.add(store)
    with proef.opened(folder, read_only=True), proef.opened(folder, read_only=True) as second:
        assert len(proef.rows(second, "SELECT 1 FROM proef")) == 1
        with pytest.raises(UserError, match="al geopend"), proef.opened(folder):
            raise AssertionError
    with proef.opened(folder):
        pass
