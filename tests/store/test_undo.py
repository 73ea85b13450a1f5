"""Every step can be undone and redone, as long as nothing else was built on it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from huurdersapp.base import clock, formats, jobs
from huurdersapp.base.errors import UserError
from huurdersapp.records.base import IN_BIN, UNDONE
from huurdersapp.store import backup, bulk, check, erase, queries, restore, undo
from huurdersapp.store.queries import Query
from huurdersapp.store.store import Store
from tests.store import proef
from tests.store.proef import Proef, ProefAntwoord, ProefBij, ProefVraag


@pytest.fixture(autouse=True)
def _sound(store: Store) -> object:
    """Whatever was undone, the store is whole after it."""
    yield
    if not store._closed:
        assert jobs.run(check.check(store)) == []


def found(store: Store, words: str) -> list[str]:
    with store.reading() as db:
        return [row for _kind, row in queries.hits(db, words)]


def labels(store: Store) -> tuple[list[str], list[str]]:
    return [step.label for step in undo.undoable(store)], [step.label for step in undo.redoable(store)]


def test_related_rows_go_and_come_back_together(store: Store) -> None:
    keys = proef.add_tree(store, dag=date(2019, 3, 5))
    before = proef.values(store, keys[0])
    assert undo.undo(store).label == "Boom opslaan"
    with store.reading() as db:
        gone = [
            db.get_one(cls, key).verwijderd
            for cls, key in zip((Proef, ProefVraag, ProefAntwoord), keys, strict=True)
        ]
    assert gone == [UNDONE] * 3
    assert found(store, "gebeld") == []
    assert undo.redo(store).label == "Boom opslaan"
    assert proef.values(store, keys[0]) == before
    with store.reading() as db:
        assert [row.tekst for row in db.lines(proef.ANTWOORD, keys[1])] == ["Drie keer gebeld"]
    assert found(store, "gebeld") == [keys[0]]


def test_a_change_of_more_records_is_undone_whole(store: Store) -> None:
    first, second = proef.add(store, aantal=1), proef.add(store, aantal=2)
    with store.step("Samen") as db:
        db.get_one(Proef, first).aantal = 10
        db.get_one(Proef, second).aantal = None
        db.get_one(Proef, first).verwant_id = second
    undo.undo(store)
    assert (proef.values(store, first)["aantal"], proef.values(store, second)["aantal"]) == (1, 2)
    assert proef.values(store, first)["verwant_id"] is None
    undo.redo(store)
    assert (proef.values(store, first)["aantal"], proef.values(store, second)["aantal"]) == (10, None)
    assert proef.values(store, first)["verwant_id"] == second


def test_undo_and_redo_survive_closing(store: Store, folder: Path) -> None:
    key = proef.add(store)
    proef.change(store, key, titel="Tweede")
    proef.change(store, key, titel="Derde")
    undo.undo(store)
    store.close()
    with proef.opened(folder) as again:
        assert labels(again) == (["Proef wijzigen", "Proef opslaan"], ["Proef wijzigen"])
        undo.redo(again)
        assert proef.values(again, key)["titel"] == "Derde"
        for title in ("Tweede", "Lekkage"):
            undo.undo(again)
            assert proef.values(again, key)["titel"] == title
        undo.undo(again)
        assert labels(again) == ([], ["Proef opslaan", "Proef wijzigen", "Proef wijzigen"])
        for _ in range(3):
            undo.redo(again)
        assert proef.values(again, key)["titel"] == "Derde"


def test_undo_and_redo_may_go_up_and_down_without_end(store: Store) -> None:
    key = proef.add(store, aantal=0)
    for number in range(1, 4):
        proef.change(store, key, f"Naar {number}", aantal=number)
    for _ in range(3):
        for number in (2, 1, 0):
            assert undo.undo(store).label == f"Naar {number + 1}"
            assert proef.values(store, key)["aantal"] == number
        for number in (1, 2, 3):
            assert undo.redo(store).label == f"Naar {number}"
            assert proef.values(store, key)["aantal"] == number


def test_a_step_from_the_middle_can_be_undone(store: Store) -> None:
    key = proef.add(store)
    proef.change(store, key, "Titel", titel="Anders")
    proef.change(store, key, "Aantal", aantal=5)
    middle = undo.undoable(store)[1]
    assert undo.undo(store, middle) == middle
    found = proef.values(store, key)
    assert (found["titel"], found["aantal"]) == ("Lekkage", 5)
    assert labels(store) == (["Aantal", "Proef opslaan"], ["Titel"])
    with pytest.raises(UserError):
        undo.undo(store, middle)


def test_what_was_changed_since_is_told_and_nothing_is_undone(store: Store) -> None:
    key = proef.add(store)
    proef.change(store, key, "Eerst", titel="Anders", aantal=1)
    first = undo.undoable(store)[0]
    proef.change(store, key, "Later", titel="Nog anders")
    before = proef.content(store)
    with pytest.raises(UserError) as told:
        undo.undo(store, first)
    assert told.value.text == "‘Eerst’ kan niet ongedaan worden gemaakt: daarna is ‘Titel’ gewijzigd."
    assert told.value.hint == "Maak eerst die latere wijziging ongedaan."
    assert proef.content(store) == before


def test_a_value_that_went_away_and_came_back_was_changed_since(store: Store) -> None:
    """To undo the first of three would leave the last with nothing to undo."""
    key = proef.add(store, titel="een")
    for title in ("twee", "een", "twee"):
        proef.change(store, key, f"Naar {title}", titel=title)
    first = undo.undoable(store)[2]
    with pytest.raises(UserError, match="daarna is ‘Titel’ gewijzigd"):
        undo.undo(store, first)
    made = undo.undoable(store)[3]
    proef.change(store, key, "Naar een", titel="een")
    with pytest.raises(UserError, match="daarna is ‘Titel’ gewijzigd"):
        undo.undo(store, made)
    before = proef.values(store, key)
    for _time in range(5):
        undo.undo(store)
    assert undo.undoable(store) == []
    for _time in range(5):
        undo.redo(store)
    assert proef.values(store, key) == before


def test_what_was_undone_since_is_not_in_the_way(store: Store) -> None:
    key = proef.add(store, titel="een")
    proef.change(store, key, titel="twee")
    proef.change(store, key, titel="drie")
    undo.undo(store)
    undo.undo(store)
    undo.redo(store)
    undo.redo(store)
    second = undo.undoable(store)[1]
    undo.undo(store)
    undo.undo(store, second)
    assert proef.values(store, key)["titel"] == "een"


def test_a_record_that_was_worked_on_does_not_disappear(store: Store) -> None:
    key = proef.add(store)
    made = undo.undoable(store)[0]
    proef.change(store, key, "Bijgevuld", verhaal="Dit was leeg toen het record werd gemaakt")
    with pytest.raises(UserError, match="daarna is ‘Verhaal’ gewijzigd"):
        undo.undo(store, made)
    undo.undo(store)
    undo.undo(store, made)
    assert proef.values(store, key)["verwijderd"] == UNDONE


@pytest.mark.parametrize("hang", ["line", "inner line", "link", "reference"])
def test_a_record_that_others_hang_on_does_not_disappear(store: Store, hang: str) -> None:
    key, line, _ = proef.add_tree(store)
    made = undo.undoable(store)[0]
    other = proef.add(store)
    with store.step("Later") as db:
        if hang == "line":
            db.add(ProefVraag(ouder_id=key, volgorde=1, tekst="Later"))
        elif hang == "inner line":
            db.add(ProefAntwoord(ouder_id=line, volgorde=1, tekst="Later"))
        elif hang == "link":
            db.add(ProefBij(ouder_id=other, volgorde=0, ander_id=key))
        else:
            db.get_one(Proef, other).verwant_id = key
    with pytest.raises(UserError, match="kan niet ongedaan"):
        undo.undo(store, made)
    undo.undo(store)
    undo.undo(store, made)
    assert proef.values(store, key)["verwijderd"] == UNDONE


def test_after_new_work_nothing_can_be_redone(store: Store) -> None:
    key = proef.add(store)
    proef.change(store, key, titel="Anders")
    undo.undo(store)
    proef.add(store, "Nieuw werk")
    assert labels(store)[1] == []
    with pytest.raises(UserError, match="niets om opnieuw"):
        undo.redo(store)


def test_nothing_is_undone_in_a_new_store(store: Store) -> None:
    with pytest.raises(UserError):
        undo.undo(store)
    with pytest.raises(UserError):
        undo.redo(store)


def test_undo_is_a_step_with_a_name_of_its_own(store: Store) -> None:
    key = proef.add(store)
    undo.undo(store)
    undo.redo(store)
    assert [step.label for step, _changes in undo.history(store, "proef", key)] == [
        "Opnieuw: Proef opslaan",
        "Ongedaan: Proef opslaan",
        "Proef opslaan",
    ]


def test_the_waste_bin_gives_back_what_was_thrown_away(store: Store) -> None:
    key, line, _ = proef.add_tree(store, "Boom", aantal=4)
    with store.step("Verwijderen") as db:
        db.discard(db.get_one(Proef, key))
    assert proef.values(store, key)["verwijderd"] == IN_BIN
    assert found(store, "boom") == []
    with store.reading() as db:
        assert queries.keys(db, Query(proef.SPEC)) == []
        assert queries.keys(db, Query(proef.SPEC, binned=True)) == [key]
    undo.undo(store)
    assert proef.values(store, key)["aantal"] == 4
    assert found(store, "gebeld") == [key]
    with store.step("Regel weg") as db:
        db.discard(db.get_one(ProefVraag, line))
    assert found(store, "gebeld") == []
    undo.undo(store)
    assert found(store, "gebeld") == [key]


def test_a_record_whose_making_was_undone_is_not_in_the_waste_bin(store: Store) -> None:
    proef.add(store)
    undo.undo(store)
    with store.reading() as db:
        assert queries.count(db, Query(proef.SPEC, binned=True)) == 0


def test_of_a_store_without_steps_nothing_is_said_about_erasing(store: Store) -> None:
    with pytest.raises(UserError) as told:
        undo.undo(store)
    assert told.value.told() == "Er is niets om ongedaan te maken."


def test_erasing_is_a_floor_and_says_so(store: Store) -> None:
    key = proef.add(store, melder="Gül Yıldız")
    erase.erase(store, "proef", key, ["melder"], "Gewist", "verzoek")
    assert labels(store) == ([], [])
    with pytest.raises(UserError) as told:
        undo.undo(store)
    day = formats.day(clock.today())
    below = f"Verder terug dan ‘Gewist’ van {day} kan niet: wat toen is gewist, komt niet terug."
    assert told.value.told() == f"Er is niets om ongedaan te maken. {below}"
    proef.change(store, key, titel="Daarna")
    (after,) = undo.undoable(store)
    with pytest.raises(UserError) as told:
        undo.undo(store, replace(after, seq=after.seq - 2))
    assert told.value.told() == below
    undo.undo(store)
    assert proef.values(store, key)["titel"] == "Lekkage"
    with pytest.raises(UserError) as told:
        undo.undo(store, after)
    assert told.value.told() == f"‘{after.label}’ is al ongedaan gemaakt."


def test_a_copy_that_was_put_back_is_a_floor_and_says_so(store: Store, folder: Path) -> None:
    proef.add(store)
    copy = backup.make(store.path, store.key, "met-de-hand")
    before = proef.content(store)
    proef.add(store, titel="Daarna")
    store.close()
    jobs.run(restore.restore(folder, copy, store.key, specs=proef.SPECS))
    with proef.opened(folder) as again:
        now = {name: rows for name, rows in proef.content(again).items() if not name.startswith("journal_")}
        assert {name: before[name] for name in now} == now, "as many of everything, and the same"
        assert labels(again) == ([], [])
        with pytest.raises(UserError) as told:
            undo.undo(again)
        assert told.value.told().startswith(
            "Er is niets om ongedaan te maken. Verder terug dan ‘Reservekopie van "
        )


def test_a_load_is_undone_in_one_go(store: Store) -> None:
    rows = [{"titel": f"Record {number}"} for number in range(30)]
    jobs.run(bulk.load(store, "Laden", bulk.drafts_of(proef.SPEC, rows)))
    undo.undo(store)
    assert proef.rows(store, "SELECT count(*) FROM proef WHERE verwijderd IS NULL") == [(0,)]
    assert found(store, "record") == []
    undo.redo(store)
    assert proef.rows(store, "SELECT count(*) FROM proef WHERE verwijderd IS NULL") == [(30,)]
    assert len(found(store, "record")) == 30


def test_a_step_of_an_older_program_with_a_field_that_is_no_more_cannot_be_undone(store: Store) -> None:
    from huurdersapp.store.connection import permit
    from huurdersapp.store.journal import Change, StepHeader, StepWriter

    key = proef.add(store)
    with store.transaction() as db:
        with permit(db.connection()):
            writer = StepWriter(db.connection(), store.head, StepHeader("Oud", "Oud werk"))
            writer.add([Change("proef", key, "vervallen", None, "x")])
            head = writer.close()
        db.seal()
        store.head = head
    with pytest.raises(UserError, match="‘vervallen’"):
        undo.undo(store)
    assert undo.history(store, "proef", key)[0][1][0].new == "x"
