"""Every connection has its settings, the file is always encrypted, and what goes wrong becomes a sentence."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import sqlcipher3

from huurdersapp.base.errors import UserError
from huurdersapp.store import connection as connections
from huurdersapp.store import driver, keys
from huurdersapp.store.opening import open_store
from huurdersapp.store.store import Store
from tests.store import proef

EXPECTED = {
    "journal_mode": "wal",
    "synchronous": 2,
    "foreign_keys": 1,
    "secure_delete": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "temp_store": 2,
    "busy_timeout": 5000,
    "mmap_size": 0,
    "cipher_status": "1",
}


def settings(driver: Any) -> dict[str, object]:
    found = {name: driver.execute(f"PRAGMA {name}").fetchone() for name in EXPECTED}
    return {name: row[0] if row else None for name, row in found.items()}


def test_every_connection_of_the_pool_has_its_settings(store: Store) -> None:
    proef.add(store)
    drivers = [store.engine.raw_connection() for _ in range(3)]
    try:
        assert [settings(driver.driver_connection) for driver in drivers] == [EXPECTED] * 3
    finally:
        for driver in drivers:
            driver.close()


def test_a_reading_connection_cannot_write_and_a_writing_one_can_again(store: Store) -> None:
    for _ in range(3):
        with store.reading() as db:
            assert db.connection().exec_driver_sql("PRAGMA query_only").scalar() == 1
        proef.add(store)


def test_a_store_of_an_older_sqlite_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "OLDEST_SQLITE", (99, 0, 0))
    with pytest.raises(RuntimeError, match="older"), proef.opened(folder):
        raise AssertionError


def test_a_plain_file_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = folder / "huurdersapp.store"
    path.unlink()
    plain = sqlcipher3.connect(path)
    plain.execute("CREATE TABLE geheim (a)")
    plain.commit()
    plain.close()
    with pytest.raises(UserError, match="niet te lezen"), proef.opened(folder):
        raise AssertionError
    # Even when somebody forgets to give the key.
    monkeypatch.setattr(
        "huurdersapp.store.opening.connect", lambda path, key, create: sqlcipher3.connect(path)
    )
    with pytest.raises(RuntimeError, match="not encrypted"), proef.opened(folder):
        raise AssertionError


@pytest.mark.parametrize("setting", ["journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"])
def test_a_setting_that_does_not_take_is_noticed(
    folder: Path, monkeypatch: pytest.MonkeyPatch, setting: str
) -> None:
    other = {"journal_mode=WAL": "journal_mode=DELETE", "synchronous=FULL": "synchronous=OFF"}
    wrong = [other.get(each, "foreign_keys=OFF") if each == setting else each for each in driver.SETTINGS]
    monkeypatch.setattr(driver, "SETTINGS", tuple(wrong))
    with pytest.raises(RuntimeError, match="did not take"), proef.opened(folder):
        raise AssertionError


def test_no_file_of_the_store_shows_what_stands_in_it(store: Store) -> None:
    planted = ["Yildirimstraat", "Klachtenboek", "Geheimpje"]
    for word in planted:
        proef.add(store, word, titel=word, melder=word)
    files = [path for path in store.folder.rglob("*") if path.is_file()]
    assert {path.name for path in files} >= {"huurdersapp.store", "huurdersapp.store-wal", "sleutel.json"}
    for path in files:
        data = path.read_bytes()
        assert not data.startswith(b"SQLite format 3")
        for word in [*planted, "proef", "journal_step"]:
            for code in ("utf-8", "utf-16-le"):
                assert word.encode(code) not in data
                assert word.lower().encode(code) not in data


def test_a_refused_commit_leaves_no_transaction_open(store: Store) -> None:
    """A COMMIT that fails on a foreign key leaves its transaction open: the next step must not find it so."""
    for _ in range(5):
        with pytest.raises(Exception, match="FOREIGN KEY"):
            proef.add(store, verwant_id="bestaat-niet")
        proef.add(store)
    assert proef.rows(store, "SELECT count(*) FROM proef") == [(5,)]


FAULTS = {
    13: "De schijf is vol",
    8: "alleen te lezen",
    5: "even bezet",
    6: "even bezet",
    11: "beschadigd",
    26: "beschadigd",
    10: "beschadigd",
    10 | 2 << 8: "beschadigd",
    14: "niet worden geopend",
}


@pytest.mark.parametrize(("code", "words"), FAULTS.items())
def test_what_can_happen_to_a_file_becomes_a_sentence(tmp_path: Path, code: int, words: str) -> None:
    fault = sqlcipher3.OperationalError("x")
    fault.sqlite_errorcode = code
    with pytest.raises(UserError, match=words) as told, connections.people_errors(tmp_path / "x.store"):
        raise fault
    assert told.value.hint
    assert told.value.__cause__ is fault


def test_what_is_our_own_fault_stays_so(tmp_path: Path) -> None:
    for fault in (
        sqlcipher3.IntegrityError("x"),
        sqlcipher3.OperationalError("no such table"),
        KeyError("x"),
    ):
        with pytest.raises(type(fault)), connections.people_errors(tmp_path):
            raise fault


def test_a_key_file_of_another_store_is_told_apart_from_nothing_at_all(folder: Path) -> None:
    (folder / keys.FILE).unlink()
    with pytest.raises(UserError, match=r"sleutelbestand .* ontbreekt"), proef.opened(folder):
        raise AssertionError
    keys.make(folder)
    with pytest.raises(UserError, match="sleutelbestand hoort er niet bij"), proef.opened(folder):
        raise AssertionError


@pytest.mark.parametrize(
    "content",
    ["", "{", "[]", '{"formaat": 2, "sloten": []}', '{"formaat": 1, "sloten": []}',
     '{"formaat": 1, "sloten": [{"soort": "open", "sleutel": "kort"}]}', "[" * 100_000],
)  # fmt: skip
def test_a_key_file_that_is_none_is_refused_in_words(folder: Path, content: str) -> None:
    (folder / keys.FILE).write_text(content)
    with pytest.raises(UserError, match="niet leesbaar"), proef.opened(folder):
        raise AssertionError


def test_the_key_file_is_for_this_user_alone(folder: Path) -> None:
    assert (folder / keys.FILE).stat().st_mode & 0o077 == 0


def test_a_store_that_is_gone_is_a_loss_and_not_a_new_beginning(folder: Path) -> None:
    open_store(folder).close()
    store = folder / "huurdersapp.store"
    before = store.read_bytes()
    store.write_bytes(b"")
    for create in (False, True):
        with pytest.raises(UserError, match="beschadigd"):
            open_store(folder, create=create)
    store.unlink()
    for create in (False, True):
        with pytest.raises(UserError, match="ontbreekt"):
            open_store(folder, create=create)
    store.write_bytes(before)
    open_store(folder).close()


def test_a_making_that_was_cut_off_may_begin_again(tmp_path: Path) -> None:
    key = keys.make(tmp_path)
    (tmp_path / "huurdersapp.store").write_bytes(b"")
    open_store(tmp_path, create=True).close()
    assert keys.read(tmp_path) == key
    assert keys.in_use(tmp_path)
