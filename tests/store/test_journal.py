"""The journal says who did what and when, as a chain that shows every hand on it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any

import msgspec
import pytest
from sqlalchemy import Connection

from huurdersapp.base import clock, jobs
from huurdersapp.store import bulk, check, journal, undo
from huurdersapp.store.connection import permit
from huurdersapp.store.store import Store
from tests.store import proef
from tests.store.test_step import ALL_KINDS

NOON = datetime(2019, 3, 5, 12, tzinfo=UTC)


def run(connection: Connection, statement: str) -> None:
    with permit(connection):
        assert connection.exec_driver_sql(statement).rowcount != 0


def faults(store: Store) -> list[str]:
    return jobs.run(check.check(store))


def test_a_step_says_who_when_what_and_from_what_to_what(store: Store) -> None:
    with clock.fixed(NOON):
        key = proef.add(store, "Proef opslaan", **ALL_KINDS)
    with clock.fixed(NOON + timedelta(days=1)):
        proef.change(store, key, "Proef wijzigen", titel="Lek dak", dag=None)
    later, made = undo.history(store, "proef", key)
    assert (later[0].label, later[0].author, later[0].moment) == (
        "Proef wijzigen",
        "Fatima",
        NOON + timedelta(days=1),
    )
    assert {(change.field, change.old, change.new) for change in later[1]} == {
        ("titel", "Lekkage", "Lek dak"),
        ("dag", ALL_KINDS["dag"], None),
    }
    assert made[0].label == "Proef opslaan"
    written = {change.field: change.new for change in made[1]}
    expected = proef.values(store, key) | {"titel": "Lekkage", "dag": ALL_KINDS["dag"]}
    assert written == {name: value for name, value in expected.items() if value is not None}
    assert all(change.old is None for change in made[1])
    assert proef.rows(store, "SELECT DISTINCT context FROM journal_step") == [("{}",)]


def test_steps_are_numbered_without_gaps_also_past_failures(store: Store) -> None:
    for number in range(10):
        if number % 3:
            proef.add(store)
        else:
            with pytest.raises(ZeroDivisionError):
                proef.fail(store)
    assert [seq for (seq,) in proef.rows(store, "SELECT seq FROM journal_step ORDER BY seq")] == [
        *range(1, 8)
    ]
    assert proef.rows(store, "SELECT seq, hlc FROM journal_vector") == proef.rows(
        store, "SELECT seq, hlc FROM journal_step ORDER BY seq DESC LIMIT 1"
    )


def test_the_order_of_steps_survives_a_clock_that_is_set_back(store: Store, folder: Any) -> None:
    for moment in (NOON, NOON, NOON + timedelta(days=365), NOON - timedelta(days=11), NOON):
        with clock.fixed(moment):
            proef.add(store)
    store.close()
    with clock.fixed(NOON - timedelta(days=3000)), proef.opened(folder) as again:
        proef.add(again)
        clocks = [hlc for (hlc,) in proef.rows(again, "SELECT hlc FROM journal_step ORDER BY seq")]
    assert clocks[1:] == sorted(set(clocks[1:]))
    assert journal.moment_of(clocks[-1]) == NOON + timedelta(days=365)


def test_each_value_has_its_own_salt_and_hash(store: Store) -> None:
    for _ in range(2):
        proef.add(store, titel="Gelijk")
    found = proef.rows(store, "SELECT old, new, salt, hash FROM journal_change WHERE field = 'titel'")
    assert found[0][2] != found[1][2]
    assert found[0][3] != found[1][3]
    for _old, new, salt, digest in found:
        assert digest == sha256(salt + b"-\0+" + new.encode()).digest()
        assert len(salt) == journal.SALT


@pytest.mark.parametrize("value", [*ALL_KINDS.values(), "", "nul\\u0000", 'aanhaling "', -(2**53), "ĳ ł ş"])
def test_a_value_comes_back_from_the_journal_as_it_was(value: Any) -> None:
    text = journal.to_json(value)
    assert text is not None
    msgspec.json.decode(text)
    back = journal.from_json(text, type(value))
    if isinstance(value, datetime):
        assert back == value.replace(microsecond=123000)
    else:
        assert (type(back), str(back)) == (type(value), str(value))


def test_the_chain_is_sound_after_every_kind_of_step(store: Store) -> None:
    key = proef.add(store, **ALL_KINDS)
    proef.change(store, key, titel="Anders")
    undo.undo(store)
    undo.redo(store)
    proef.add_tree(store)
    jobs.run(bulk.load(store, "Laden", bulk.drafts_of(proef.SPEC, [{"titel": "a"}] * 3)))
    assert faults(store) == []


TAMPERING = {
    "a value": "UPDATE journal_change SET new = '\"Lek dak\"' WHERE new = '\"Lekkage\"'",
    "a value with its table": "UPDATE journal_change SET old = '\"x\"' WHERE field = 'titel' AND old IS NULL",
    "a salt": "UPDATE journal_change SET salt = zeroblob(16) WHERE field = 'titel'",
    "a value made to look erased": "UPDATE journal_change SET new = NULL, salt = NULL WHERE field = 'titel'",
    "a hash": "UPDATE journal_change SET hash = zeroblob(32) WHERE field = 'titel'",
    "the field": "UPDATE journal_change SET field = 'verhaal' WHERE field = 'titel'",
    "a change gone": "DELETE FROM journal_change WHERE field = 'soort'",
    "the last change gone": "DELETE FROM journal_change WHERE n > 0 AND seq = 3",
    "a change added": "INSERT INTO journal_change SELECT device, seq, 99, entity, row, 'aantal', NULL, '3', salt, hash"
    " FROM journal_change WHERE field = 'titel' AND seq = 2",
    "the author": "UPDATE journal_step SET author = 'Piet' WHERE seq = 2",
    "the label": "UPDATE journal_step SET label = 'Niets' WHERE seq = 2",
    "the moment": "UPDATE journal_step SET hlc = hlc - 65536 WHERE seq = 2",
    "the hash of a step": "UPDATE journal_step SET hash = zeroblob(32) WHERE seq = 2",
    "a step gone": "DELETE FROM journal_step WHERE seq = 2",
    "the last step gone": "DELETE FROM journal_step WHERE seq = 3",
    "the number of the laptop": "UPDATE journal_vector SET seq = 2",
    "a record": "UPDATE proef SET titel = 'Lek dak'",
    "a record gone": "DELETE FROM proef",
    "a record added": "INSERT INTO proef (id, titel, soort, klaar, nummer) VALUES ('x', 'x', 'vraag', 0, 9)",
    "a record brought back": "UPDATE proef SET verwijderd = 'prullenbak' WHERE nummer = 1",
    "the text of search": "UPDATE search_doc SET folded = '  lek' WHERE rowid = 1",
    "the text of search gone": "DELETE FROM search_doc WHERE rowid = 1",
    "the text of search twice": "INSERT INTO search_doc SELECT rowid + 9, entity, row, folded FROM search_doc LIMIT 1",
    "the index of search": "INSERT INTO search_index(search_index, rowid, folded)"
    " SELECT 'delete', rowid, folded FROM search_doc",
    "the index of search too full": "INSERT INTO search_index(rowid, folded) VALUES (77, '  spook')",
    "a line without owner": "UPDATE proef_vraag SET ouder_id = 'weg'",
}


@pytest.mark.parametrize("statement", TAMPERING.values(), ids=TAMPERING.keys())
def test_every_hand_on_the_file_is_noticed(store: Store, statement: str) -> None:
    proef.add(store)
    proef.add_tree(store)
    assert faults(store) == []
    with store.engine.execution_options(write=True).connect() as connection:
        driver: Any = connection.connection.dbapi_connection
        driver.execute("PRAGMA foreign_keys=OFF")
        with connection.begin():
            run(connection, statement)
        driver.execute("PRAGMA foreign_keys=ON")
    found = faults(store)
    assert found
    assert all(fault.endswith(".") for fault in found)


def test_the_last_step_beside_some_tables_is_the_last_that_another_table_tells_of(store: Store) -> None:
    def beside(*tables: str) -> tuple[str, int, bytes]:
        with store.reading() as db:
            return journal.last_beside(db.connection(), tables)

    key = proef.add(store, "Proef opslaan", **ALL_KINDS)
    assert beside() == beside("dossier") == (store.head.device, store.head.seq, store.head.hash)
    start = beside("proef")
    assert start[1] < store.head.seq
    proef.change(store, key, "Proef wijzigen", titel="Lek dak")
    undo.undo(store)
    assert beside("proef") == start
    assert beside("dossier")[1] == store.head.seq
