"""A step is written whole or not at all, and nothing is written past it."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from threading import Barrier, Thread
from typing import Any

import pytest
from sqlalchemy import delete, insert, text, update
from sqlalchemy.exc import IntegrityError

from huurdersapp.base.events import Changes
from huurdersapp.store.step import StepSession
from huurdersapp.store.store import Store
from tests.store import proef
from tests.store.proef import Proef, ProefAntwoord, ProefVraag

ALL_KINDS: dict[str, Any] = {
    "titel": "Lekkage",
    "soort": "klacht",
    "aantal": 3,
    "bedrag": 1250,
    "maat": Decimal("19.90"),
    "dag": date(2019, 3, 5),
    "moment": datetime(2019, 3, 5, 12, 0, 0, 123456, UTC),
    "klaar": True,
    "melder": "Gül Yıldız",
    "verhaal": "Nat\nen koud",
}


def test_a_step_writes_every_kind_of_value_and_reads_it_back(store: Store) -> None:
    found = proef.values(store, proef.add(store, **ALL_KINDS))
    assert {name: found[name] for name in ALL_KINDS} == ALL_KINDS | {
        "moment": datetime(2019, 3, 5, 12, 0, 0, 123000, UTC)
    }
    assert found["nummer"] == 1
    assert str(found["maat"]) == "19.90"


def test_a_step_that_fails_leaves_nothing(store: Store) -> None:
    proef.add(store)
    before = proef.content(store)
    with pytest.raises(ZeroDivisionError):
        proef.fail(store)
    assert proef.content(store) == before
    proef.add(store)
    assert proef.rows(store, "SELECT max(seq), count(*) FROM journal_step") == [(3, 3)]


def test_a_step_whose_journal_fails_leaves_nothing(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    before = proef.content(store)
    for place in ("journal.StepWriter.close", "search.put", "step.StepSession.seal"):
        with monkeypatch.context() as patch:
            patch.setattr(f"huurdersapp.store.{place}", lambda *_, **__: 1 / 0)
            with pytest.raises(ZeroDivisionError):
                proef.add(store)
        assert proef.content(store) == before
    proef.add(store)
    assert proef.rows(store, "SELECT max(seq), count(*) FROM journal_step") == [(2, 2)]


def test_a_step_that_changes_nothing_leaves_no_trace(store: Store) -> None:
    key = proef.add(store)
    told: list[Changes] = []
    store.bus.listen(told.append)
    before = proef.content(store)
    with store.step("Niets") as db:
        row = db.get_one(Proef, key)
        row.titel = "Anders"
        db.flush()
        row.titel = "Lekkage"
    assert proef.content(store) == before
    assert told == []


def test_rows_of_one_step_may_refer_to_each_other_in_any_order(store: Store) -> None:
    key, line, _ = proef.add_tree(store)
    with store.reading() as db:
        assert [row.id for row in db.lines(proef.VRAAG, key)] == [line]
    with pytest.raises(IntegrityError), store.step("Wees") as db:
        db.add(ProefVraag(ouder_id="bestaat-niet", volgorde=0, tekst="Van wie"))


def test_the_step_tells_what_it_touched_once_it_is_written(store: Store) -> None:
    told: list[tuple[Changes, int]] = []
    store.bus.listen(lambda changes: told.append((changes, len(proef.rows(store, "SELECT 1 FROM proef")))))
    origin = object()
    with store.step("Twee", origin=origin) as db:
        first, second = Proef(titel="Een"), Proef(titel="Twee")
        db.add_all([first, second])
        db.flush()
        assert told == []
    touched = frozenset({("proef", first.id), ("proef", second.id)})
    assert told == [(Changes("Twee", touched, origin), 2)]


def test_a_changed_line_tells_of_its_record_too(store: Store) -> None:
    key, _, inner = proef.add_tree(store)
    told: list[Changes] = []
    store.bus.listen(told.append)
    with store.step("Antwoord") as db:
        db.get_one(ProefAntwoord, inner).tekst = "Gemaild"
    assert told == [Changes("Antwoord", frozenset({("proef", key), ("proef_antwoord", inner)}))]


def test_each_kind_counts_its_own_numbers_and_never_gives_one_twice(store: Store) -> None:
    with store.step("Drie") as db:
        rows = [Proef(titel=str(number)) for number in range(3)]
        db.add_all(rows)
        db.flush()
        db.discard(rows[2])
    assert [row.nummer for row in rows] == [1, 2, 3]
    assert proef.values(store, proef.add(store))["nummer"] == 4


WRITES: dict[str, Callable[[StepSession, Any], object]] = {
    "orm insert": lambda db, key: db.execute(insert(Proef).values(id="x", titel="x", nummer=9)),
    "orm bulk insert": lambda db, key: db.execute(insert(Proef), [{"id": "x", "titel": "x", "nummer": 9}]),
    "orm update": lambda db, key: db.execute(update(Proef).values(titel="x")),
    "orm delete": lambda db, key: db.execute(delete(Proef)),
    "query update": lambda db, key: db.query(Proef).update({"titel": "x"}),
    "query delete": lambda db, key: db.query(Proef).delete(),
    "bulk_insert_mappings": lambda db, key: db.bulk_insert_mappings(
        Proef.__mapper__, [{"id": "x", "titel": "x", "nummer": 9, "soort": "vraag", "klaar": False}]
    ),
    "bulk_save_objects": lambda db, key: db.bulk_save_objects([Proef(id="x", titel="x", nummer=9)]),
    "core insert": lambda db, key: db.execute(proef.SPEC.table.insert().values(id="x", titel="x", nummer=9)),
    "core on the connection": lambda db, key: db.connection().execute(proef.SPEC.table.delete()),
    "text": lambda db, key: db.execute(text("DELETE FROM proef")),
    "text in lower case after space": lambda db, key: db.execute(text("\n  delete from proef")),
    "text after a remark": lambda db, key: db.execute(text("/* x */ DELETE FROM proef")),
    "with": lambda db, key: db.execute(text("WITH x AS (SELECT 1) DELETE FROM proef")),
    "driver sql": lambda db, key: db.connection().exec_driver_sql("INSERT INTO proef (id) VALUES ('x')"),
    "replace": lambda db, key: db.connection().exec_driver_sql("REPLACE INTO proef (id) VALUES ('x')"),
    "drop": lambda db, key: db.connection().exec_driver_sql("DROP TABLE proef_bij"),
    "pragma": lambda db, key: db.connection().exec_driver_sql("PRAGMA query_only=OFF"),
    "attach": lambda db, key: db.connection().exec_driver_sql("ATTACH 'x.db' AS x"),
    "vacuum": lambda db, key: db.connection().exec_driver_sql("VACUUM"),
    "savepoint": lambda db, key: db.connection().begin_nested(),
}


@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES.keys())
@pytest.mark.parametrize("where", ["reading", "step"])
def test_a_write_past_the_journal_is_refused(store: Store, where: str, write: Callable[..., object]) -> None:
    key = proef.add(store)
    before = proef.content(store)
    session: Any = store.reading() if where == "reading" else store.step("Langs")
    with pytest.raises(RuntimeError, match="past the journal"), session as db:
        write(db, key)
    assert proef.content(store) == before


def test_a_change_in_a_reading_session_cannot_be_written(store: Store) -> None:
    key = proef.add(store)
    with store.reading() as db:
        db.get_one(Proef, key).titel = "Stil"
        with pytest.raises(RuntimeError, match="past the journal"):
            db.commit()
    assert proef.values(store, key)["titel"] == "Lekkage"


def test_sqlite_itself_refuses_a_write_in_a_reading_session(store: Store) -> None:
    with store.reading() as db:
        driver: Any = db.connection().connection.dbapi_connection
        with pytest.raises(Exception, match="readonly"):
            driver.execute("DELETE FROM journal_step")
    proef.add(store)


def test_a_reading_that_remembers_asks_once_and_keeps_its_rows(store: Store) -> None:
    key = proef.add(store)
    asked: list[str] = []
    with store.reading() as db:
        assert not db.remembers
        for _again in range(2):
            db.once("dag", lambda: asked.append("elke keer"))
        db.remember()
        for _again in range(2):
            assert db.once("dag", lambda: asked.append("een keer")) is None
        assert asked == ["elke keer"] * 2 + ["een keer"]
        db.get(Proef, key)
        assert [row.id for row in db.identity_map.values() if isinstance(row, Proef)] == [key], (
            "nobody else holds it"
        )
        lines = db.lines(proef.VRAAG, key)
        lines.append("van wie vroeg")
        assert db.lines(proef.VRAAG, key) == lines[:-1]
    with store.reading() as db:
        assert not db.remembers


def test_a_reading_that_ends_lets_go_of_what_it_remembered(store: Store) -> None:
    key = proef.add(store)
    gc.disable()  # what waits for the collector may wait for ever: it is told to leave alone what stays
    try:
        with store.reading() as db:
            db.remember()
            row = weakref.ref(db.get_one(Proef, key))
            db.lines(proef.VRAAG, key)
            assert row() is not None
            db.expunge_all()
            assert row() is None, "work on many records lets go of each piece"
            row = weakref.ref(db.get_one(Proef, key))
        assert row() is None
        assert not db.remembers
        reading = weakref.ref(db)
        del db
        assert reading() is None
    finally:
        gc.enable()


def test_a_step_asks_each_time_since_it_writes(store: Store) -> None:
    key = proef.add(store)
    with store.step("Erbij") as db:
        db.remember()
        assert not db.remembers
        before = len(db.lines(proef.VRAAG, key))
        db.add(ProefVraag(ouder_id=key, tekst="En nu?", volgorde=9))
        assert len(db.lines(proef.VRAAG, key)) == before + 1


def test_a_hard_delete_is_refused(store: Store) -> None:
    key = proef.add(store)
    before = proef.content(store)
    with pytest.raises(RuntimeError, match="hard delete"), store.step("Weg") as db:
        db.delete(db.get_one(Proef, key))
    assert proef.content(store) == before


@pytest.mark.parametrize("name", ["commit", "rollback", "begin_nested"])
def test_a_step_cannot_be_cut_in_pieces(store: Store, name: str) -> None:
    before = proef.content(store)

    def cut() -> None:
        with store.step("Half") as db:
            db.add(Proef(titel="Half"))
            db.flush()
            getattr(db, name)()

    with pytest.raises(RuntimeError, match="step is"):
        cut()
    assert proef.content(store) == before


def test_a_key_never_changes(store: Store) -> None:
    key = proef.add(store)
    with pytest.raises(RuntimeError, match="key never changes"), store.step("Sleutel") as db:
        db.get_one(Proef, key).id = "anders"
    assert proef.values(store, key)["titel"] == "Lekkage"


def test_a_step_inside_a_step_is_refused(store: Store) -> None:
    with pytest.raises(RuntimeError, match="inside"), store.step("Buiten"), store.step("Binnen"):
        raise AssertionError
    proef.add(store)


def test_a_line_that_moves_is_found_at_its_new_owner_only(store: Store) -> None:
    old, line, _ = proef.add_tree(store, "Oud")
    new = proef.add(store, titel="Nieuw")
    with store.step("Verplaatsen") as db:
        db.get_one(ProefVraag, line).ouder_id = new
    docs = dict(proef.rows(store, "SELECT row, folded FROM search_doc"))
    assert "gebeld" not in docs[old]
    assert "gebeld" in docs[new]


def test_sixty_increments_in_each_of_three_threads_all_count(store: Store) -> None:
    key = proef.add(store, aantal=0)

    def count_up() -> None:
        for _ in range(60):
            with store.step("Tellen") as db:
                row = db.get_one(Proef, key)
                assert row.aantal is not None
                row.aantal += 1

    threads = [Thread(target=count_up) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert proef.values(store, key)["aantal"] == 180


def test_a_reader_sees_one_moment_while_others_write(store: Store) -> None:
    left, right = proef.add(store, aantal=0), proef.add(store, aantal=0)
    ready, rounds = Barrier(2), 150

    def write() -> None:
        ready.wait()
        for number in range(1, rounds + 1):
            with store.step("Samen") as db:
                db.get_one(Proef, left).aantal = number
                db.get_one(Proef, right).aantal = number

    thread = Thread(target=write)
    thread.start()
    ready.wait()
    seen = set()
    while thread.is_alive():
        with store.reading() as db:
            first = db.get_one(Proef, left).aantal
            db.expunge_all()
            assert db.get_one(Proef, right).aantal == first
        seen.add(first)
    thread.join()
    assert len(seen) > 2, "the writer was never seen half way"


def test_a_step_waits_for_another_thread_and_then_says_so(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    from huurdersapp.base.errors import UserError

    monkeypatch.setattr("huurdersapp.store.store.PATIENCE", 0.01)
    faults: list[UserError] = []

    def other() -> None:
        try:
            proef.add(store)
        except UserError as fault:
            faults.append(fault)

    with store.step("Lang") as db:
        db.add(Proef(titel="Lang"))
        thread = Thread(target=other)
        thread.start()
        thread.join()
    assert "even bezet" in faults[0].text
    assert [row[0] for row in proef.rows(store, "SELECT titel FROM proef")] == ["Lang"]


def test_nested_lines_are_searched_under_their_record(store: Store) -> None:
    key, _line, inner = proef.add_tree(store)
    with store.step("Antwoord") as db:
        db.get_one(ProefAntwoord, inner).tekst = "Gemaild"
    assert proef.rows(store, "SELECT folded FROM search_doc WHERE row = ?", key) == [
        ("  boom  vraag  gemaild  hoe  vaak",)
    ]
