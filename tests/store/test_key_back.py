"""A lost or damaged key file comes back from a copy, and all work is still there."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from huurdersapp.base import jobs
from huurdersapp.base.errors import UserError
from huurdersapp.store import attempts, backup, check, key_back, keys, securing
from tests.store import proef
from tests.store.secured import OTHER, PASSWORD, cheap, first

__all__ = ["cheap"]
pytestmark = pytest.mark.usefixtures("cheap")
DAMAGE: dict[str, Callable[[Path], object]] = {
    "gone": lambda path: path.unlink(),
    "empty": lambda path: path.write_bytes(b""),
    "cut off": lambda path: path.write_bytes(path.read_bytes()[:40]),
    "another sum": lambda path: path.write_bytes(path.read_bytes().replace(b'"som": "', b'"som": "0')),
}


def filled(folder: Path) -> None:
    """A copy, and work that came after it."""
    with proef.opened(folder) as store:
        proef.add(store, titel="Voor de kopie")
        backup.make(store.path, store.key, "met-de-hand")
    with proef.opened(folder) as store:
        proef.add(store, titel="Na de kopie")


def seen(folder: Path, secret: str | None = None) -> list[str]:
    with proef.opened(folder, secret=secret) as store:
        assert jobs.run(check.check(store)) == []
        return [row[0] for row in proef.rows(store, "SELECT titel FROM proef ORDER BY nummer")]


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_without_a_password_it_comes_back_and_nothing_is_lost(
    folder: Path, damage: Callable[[Path], object]
) -> None:
    filled(folder)
    damage(folder / keys.FILE)
    with pytest.raises(keys.KeyLost):
        seen(folder)
    assert key_back.possible(folder)
    assert not key_back.needs_secret(folder)
    assert key_back.put_back(folder).opened_with == keys.OPEN
    assert seen(folder) == ["Voor de kopie", "Na de kopie"]
    assert not key_back.possible(folder)


def test_with_a_password_it_asks_that_of_the_copy(folder: Path) -> None:
    filled(folder)
    first(folder)
    (folder / keys.FILE).unlink()
    assert key_back.needs_secret(folder)
    with pytest.raises(keys.Locked):
        key_back.put_back(folder)
    with pytest.raises(keys.WrongSecret):
        key_back.put_back(folder, OTHER)
    assert not (folder / keys.FILE).exists()
    assert key_back.put_back(folder, PASSWORD).opened_with == "wachtwoord"
    assert seen(folder, PASSWORD) == ["Voor de kopie", "Na de kopie"]


def test_an_open_key_file_of_another_key_does_not_hide_that_a_password_is_needed(
    folder: Path, tmp_path: Path
) -> None:
    filled(folder)
    first(folder)
    with proef.opened(tmp_path / "ander", create=True) as store:
        strange = backup.make(store.path, store.key, "met-de-hand")
    shutil.copytree(strange, folder / "reservekopieen" / "2026-01-01-120000-van-een-ander")
    (folder / keys.FILE).unlink()
    assert key_back.needs_secret(folder)
    with pytest.raises(keys.Locked):
        key_back.put_back(folder)
    key_back.put_back(folder, PASSWORD)
    assert len(seen(folder, PASSWORD)) == 2


def test_an_older_copy_opens_with_the_password_of_its_time(folder: Path) -> None:
    filled(folder)
    first(folder)
    securing.change(folder, PASSWORD, OTHER)
    with proef.opened(folder, secret=OTHER) as store:
        proef.add(store, titel="Na het nieuwe wachtwoord")
        backup.make(store.path, store.key, "afsluiten")
    (folder / keys.FILE).unlink()
    newest = backup.every(folder)[0].path
    assert key_back.put_back(folder, PASSWORD).copy.path != newest
    assert len(seen(folder, PASSWORD)) == 3
    (folder / keys.FILE).unlink()
    assert key_back.put_back(folder, OTHER).copy.path == newest
    assert len(seen(folder, OTHER)) == 3


def test_wrong_passwords_wait_longer_and_longer(folder: Path) -> None:
    filled(folder)
    first(folder)
    (folder / keys.FILE).unlink()
    for _try in range(attempts.FREE):
        with pytest.raises(keys.WrongSecret):
            key_back.put_back(folder, OTHER)
    with pytest.raises(keys.WrongSecret) as told:
        key_back.put_back(folder, PASSWORD)
    assert told.value.wait > 0


def test_the_key_of_another_administration_is_not_put_here(folder: Path, tmp_path: Path) -> None:
    filled(folder)
    with proef.opened(tmp_path / "ander", create=True) as store:
        strange = backup.make(store.path, store.key, "met-de-hand")
    for each in backup.every(folder):
        shutil.copy(strange / keys.FILE, each.path / keys.FILE)
    (folder / keys.FILE).unlink()
    with pytest.raises(UserError, match="Bij geen van de reservekopieën"):
        key_back.put_back(folder)
    assert not (folder / keys.FILE).exists()


def test_a_key_file_that_is_well_is_left_alone(folder: Path) -> None:
    filled(folder)
    before = (folder / keys.FILE).read_bytes()
    assert not key_back.possible(folder)
    with pytest.raises(UserError, match="Er is niets gewijzigd"):
        key_back.put_back(folder)
    assert (folder / keys.FILE).read_bytes() == before


def test_nothing_is_put_back_while_another_has_the_folder(folder: Path) -> None:
    filled(folder)
    with proef.opened(folder):
        (folder / keys.FILE).unlink()
        with pytest.raises(UserError, match="open"):
            key_back.put_back(folder)
