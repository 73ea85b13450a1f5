"""What is erased is gone: from row, journal, index, file and log of the file."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3
from sqlalchemy import Connection

from huurdersapp.base import jobs
from huurdersapp.base.errors import UserError
from huurdersapp.base.events import Changes
from huurdersapp.store import check, concepts, contents, erase, keys, queries, search, undo
from huurdersapp.store import connection as connections
from huurdersapp.store import driver as drivers
from huurdersapp.store.concepts import Concept
from huurdersapp.store.driver import connect
from huurdersapp.store.store import Store
from tests.store import proef

NAME = "Wxyqz Vujkpelstra"
GRAMS = [b"wxy", b"xyq", b"yqz", b"vuj", b"ujk", b"jkp"]
"""Three signs that no other text in the store holds."""


@pytest.fixture
def plain(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """The same store without its cipher, so that a test can read the bytes of every page, free ones too."""
    path = folder / "huurdersapp.store"
    driver = connect(path, keys.read(folder))
    driver.execute("ATTACH ? AS plain KEY ''", (str(folder / "plain"),))
    driver.execute("PRAGMA plain.synchronous=OFF")
    driver.execute("SELECT sqlcipher_export('plain')")
    driver.execute("DETACH plain")
    driver.close()
    (folder / "plain").replace(path)

    def without_key(path: Path, key: str, *, create: bool = False) -> Any:
        driver = sqlcipher3.connect(path, isolation_level=None, check_same_thread=False)
        for setting in drivers.SETTINGS:
            driver.execute(f"PRAGMA {setting}")
        return driver

    for module in ("driver", "connection", "opening", "backup"):
        monkeypatch.setattr(f"huurdersapp.store.{module}.connect", without_key, raising=False)
    monkeypatch.setattr(drivers, "assert_encrypted", lambda path: None)
    monkeypatch.setattr(connections, "assert_sound", lambda connection, **options: None)
    monkeypatch.setattr(check, "_look_at_file", lambda db, faults: None)
    with proef.opened(folder) as store:
        yield store


def holds(store: Store) -> list[str]:
    """In which files the planted name, or a piece of it as the index has it, can be read."""
    found = []
    for path in (store.path, store.path.with_name(f"{store.path.name}-wal")):
        data = path.read_bytes() if path.exists() else b""
        words = [NAME.encode(), *(word.encode() for word in NAME.lower().split()), *GRAMS]
        found += [f"{path.name}: {word.decode()}" for word in words if word in data]
    return found


def planted(store: Store) -> str:
    """A record with the name, written, changed, and changed back."""
    for number in range(40):
        proef.add(store, titel=f"Ander {number}", melder=f"Iemand {number}")
    key = proef.add(store, melder=NAME)
    proef.change(store, key, melder="Iemand anders", verhaal=f"Gebeld met {NAME}")
    proef.change(store, key, melder=NAME, verhaal=f"{NAME} teruggebeld")
    for number in range(40):
        proef.add(store, titel=f"Later {number}", melder=f"Iemand {number}")
    return key


@pytest.mark.parametrize("checkpointed", [True, False], ids=["in the file", "in the log"])
def test_an_erased_name_is_nowhere_in_the_bytes(plain: Store, checkpointed: bool) -> None:
    store, key = plain, planted(plain)
    if checkpointed:
        connections.checkpoint(store.engine)
    before = holds(store)
    assert any(NAME in found for found in before), "the scan is blind"
    assert any("wxy" in found and "wxyqz" not in found for found in before), "the scan does not see the index"
    erase.erase(store, "proef", key, ["melder", "verhaal"], "Contactgegevens gewist", "verzoek")
    assert holds(store) == []
    with store.reading() as db:
        assert queries.hits(db, "wxyqz") == []
        assert queries.hits(db, "lekkage") == [("proef", key)]
    found = proef.values(store, key)
    assert (found["melder"], found["verhaal"], found["titel"]) == (None, None, "Lekkage")
    assert proef.rows(
        store, "SELECT count(*) FROM journal_change WHERE row = ? AND field = 'melder'", key
    ) == [(4,)]
    told = proef.rows(store, "SELECT entity, row, field, reason FROM journal_erased ORDER BY field")
    assert told == [("proef", key, name, "verzoek") for name in ("melder", "verhaal")]
    assert jobs.run(check.check(store)) == []
    proef.change(store, key, melder="Nieuwe melder")
    assert jobs.run(check.check(store)) == []


@pytest.mark.parametrize("checkpointed", [True, False], ids=["in the file", "in the log"])
@pytest.mark.parametrize("of_line", [False, True], ids=["of the record", "of a line of it"])
def test_a_form_of_an_erased_record_is_nowhere_in_the_bytes(
    plain: Store, of_line: bool, checkpointed: bool
) -> None:
    """What somebody was changing and did not save may hold what must go; forms of others stay."""
    key, line, _answer = proef.add_tree(plain)
    number = proef.values(plain, key)["nummer"]
    digest, _size = jobs.run(contents.keep(plain, io.BytesIO(f"{NAME} ".encode() * 3000)))
    others = [
        concepts.keep(plain, Concept(soort="proef", nummer=other, gegevens={"melder": "Iemand"}))
        for other in (None, number + 1)
    ]
    others.append(concepts.keep(plain, Concept(soort="kern", nummer=number)))
    typed = {"melder": NAME, "stukken": [{"inhoud": digest}]}
    for _ in range(2):
        concepts.keep(plain, Concept(soort="proef", nummer=number, titel=NAME, gegevens=typed))
    if checkpointed:
        connections.checkpoint(plain.engine)
    assert holds(plain), "the scan is blind"
    told: list[Changes] = []
    plain.bus.listen(told.append)
    entity, row, column = ("proef_vraag", line, "tekst") if of_line else ("proef", key, "melder")
    gone = {(concepts.ENTITY, each.id) for each in concepts.every(plain) if each not in others}
    assert len(gone) == 2
    erase.erase(plain, entity, row, [column], "Gewist", "verzoek")
    assert holds(plain) == []
    assert {each.id for each in concepts.every(plain)} == {each.id for each in others}
    assert told[0].touched == gone | {(entity, row)}
    assert jobs.run(check.check(plain)) == []


@pytest.mark.parametrize("checkpointed", [True, False], ids=["in the file", "in the log"])
def test_a_content_that_was_let_go_is_nowhere_in_the_bytes(plain: Store, checkpointed: bool) -> None:
    """No kind of record of these tests has attachments, so nothing needs it."""
    jobs.run(contents.keep(plain, io.BytesIO(f"{NAME} ".encode() * 3000)))
    if checkpointed:
        connections.checkpoint(plain.engine)
    assert holds(plain), "the scan is blind"
    assert contents.tidy(plain) == 1
    assert holds(plain) == []
    assert contents.tidy(plain) == 0


def test_without_erasing_the_scan_still_finds_what_was_changed_away(plain: Store) -> None:
    proef.change(plain, planted(plain), melder=None, verhaal=None)
    connections.checkpoint(plain.engine)
    assert holds(plain)


def test_a_text_that_may_not_be_empty_says_that_it_was_erased(store: Store) -> None:
    key, line, _ = proef.add_tree(store, NAME)
    erase.erase(store, "proef", key, ["titel"], "Gewist", "verzoek")
    erase.erase(store, "proef_vraag", line, ["tekst"], "Gewist", "verzoek")
    assert proef.values(store, key)["titel"] == erase.GONE
    with store.reading() as db:
        assert [row.tekst for row in db.lines(proef.VRAAG, key)] == [erase.GONE]
        assert queries.hits(db, "hoe vaak") == []
        assert queries.hits(db, "gebeld") == [("proef", key)]
    assert jobs.run(check.check(store)) == []


def test_an_erasing_that_fails_erases_nothing(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    key = proef.add(store, melder=NAME)
    before = proef.content(store)
    monkeypatch.setattr("huurdersapp.store.search.rebuild", lambda connection: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        erase.erase(store, "proef", key, ["melder"], "Gewist", "verzoek")
    with pytest.raises(KeyError):
        erase.erase(store, "proef", "weg", ["melder"], "Gewist", "verzoek")
    assert proef.content(store) == before


def test_many_rows_are_erased_in_one_step_with_one_new_index(
    plain: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those that were put away or whose making was undone too; what never held anything gets no line of its own."""
    rows = [proef.add(plain, titel=f"Huis {number}", melder=f"{NAME} {number}") for number in range(6)]
    proef.change(plain, rows[1], melder=None)
    proef.change(plain, rows[2], verwijderd="prullenbak")
    rows.append(proef.add(plain, titel="Huis 6", melder=NAME))
    undo.undo(plain)
    rows.append(proef.add(plain, titel="Nooit iemand"))
    other = proef.add(plain, titel="Ander", melder="Iemand anders")
    number = proef.values(plain, rows[3])["nummer"]
    concepts.keep(plain, Concept(soort="proef", nummer=number, gegevens={"melder": NAME}))
    fresh = concepts.keep(plain, Concept(soort="proef", titel=NAME, gegevens={"melder": NAME}))
    stays = concepts.keep(plain, Concept(soort="proef", gegevens={"melder": "Iemand anders"}))
    before, rebuilt, told = plain.head.seq, search.rebuild, list[Changes]()
    counted: list[object] = []

    def counting(run: Connection) -> None:
        counted.append(run)
        rebuilt(run)

    monkeypatch.setattr(search, "rebuild", counting)
    plain.bus.listen(told.append)
    assert (
        erase.erase_many(
            plain, "proef", rows, ["melder", "verhaal"], "Gewist", "verzoek", concepts=[fresh.id]
        )
        == 7
    )
    assert holds(plain) == []
    assert (plain.head.seq, len(counted), len(told)) == (before + 1, 1, 1)
    assert {row for kind, row in told[0].touched if kind == "proef"} == set(rows)
    assert [each.id for each in concepts.every(plain)] == [stays.id]
    assert proef.values(plain, other)["melder"] == "Iemand anders"
    marked = proef.rows(plain, "SELECT row, field FROM journal_erased ORDER BY row")
    assert marked == sorted((key, "melder") for key in rows[:-1])
    assert jobs.run(check.check(plain)) == []
    with pytest.raises(UserError, match="wat toen is gewist, komt niet terug"):
        undo.undo(plain)
    assert undo.redoable(plain) == []
    assert erase.erase_many(plain, "proef", rows, ["melder"], "Gewist", "verzoek") == 0
    assert plain.head.seq == before + 1, "there was nothing left, so there is no step"
    with pytest.raises(KeyError):
        erase.erase_many(plain, "proef", [other, "weg"], ["melder"], "Gewist", "verzoek")
    assert proef.values(plain, other)["melder"] == "Iemand anders"


@pytest.mark.parametrize("at", ["update_search", "contents.let_go", "StepWriter.close", "search.rebuild"])
def test_an_erasing_of_many_that_breaks_off_leaves_all(
    store: Store, monkeypatch: pytest.MonkeyPatch, at: str
) -> None:
    rows = [proef.add(store, melder=NAME) for _ in range(3)]
    concepts.keep(store, Concept(soort="proef", nummer=1, gegevens={"melder": NAME}))
    before, head = proef.content(store), store.head
    monkeypatch.setattr(f"huurdersapp.store.erase.{at}", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        erase.erase_many(store, "proef", rows, ["melder"], "Gewist", "verzoek")
    assert proef.content(store) == before
    assert store.head == head


def test_lines_of_many_records_are_erased_with_the_forms_of_those(store: Store) -> None:
    trees = [proef.add_tree(store, NAME) for _ in range(3)]
    for number in (1, 2, 3):
        concepts.keep(store, Concept(soort="proef", nummer=number))
    lines = [line for _key, line, _answer in trees[:2]]
    assert erase.erase_many(store, "proef_vraag", lines, ["tekst"], "Gewist", "verzoek") == 2
    assert [each.nummer for each in concepts.every(store)] == [3]
    with store.reading() as db:
        assert queries.hits(db, "hoe vaak") == [("proef", trees[2][0])]
