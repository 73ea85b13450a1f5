"""A form that nobody saved yet is kept as it is, at once, and outside everything else."""

from __future__ import annotations

import contextlib
import json
import random
import signal
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from huurdersapp.base import clock, jobs
from huurdersapp.base.events import Changes
from huurdersapp.store import check, concepts, undo
from huurdersapp.store.concepts import Concept
from huurdersapp.store.store import Store
from tests.processes import PROCESSES
from tests.store import killed, proef

ODD: dict[str, Any] = {
    "titel": "  half getypt",
    "dag": "31-2-20",
    "aantal": "drie",
    "leeg": None,
    "regels": [{"tekst": "a", "opties": [1, 2.5, True]}],
    "half": "\ud800 nul\0 bel\a",
    "niet te tellen": float("inf"),
    "groot": 10**40,
}


def test_whatever_the_form_has_comes_back_as_it_was(store: Store) -> None:
    kept = concepts.keep(store, Concept(soort="proef", gegevens=ODD, titel="Half \ud800 getypt"))
    (found,) = concepts.every(store)
    assert found.gegevens == ODD
    assert found.titel == "Half ? getypt"
    assert (found.id, found.soort, found.nummer) == (kept.id, "proef", None)
    assert found.begonnen.tzinfo is not None


def test_a_value_that_json_does_not_know_is_kept_as_text(store: Store) -> None:
    concepts.keep(store, Concept(soort="proef", gegevens={"dag": datetime(2019, 3, 5, tzinfo=UTC)}))
    assert concepts.every(store)[0].gegevens == {"dag": "2019-03-05 00:00:00+00:00"}


def test_a_concept_is_written_over_and_the_last_one_comes_first(store: Store) -> None:
    start = datetime(2019, 3, 5, 12, tzinfo=UTC)
    with clock.fixed(start):
        first = concepts.keep(store, Concept(soort="proef", gegevens={"titel": "a"}))
        second = concepts.keep(store, Concept(soort="proef", nummer=4, gegevens={"titel": "b"}))
        other = concepts.keep(store, Concept(soort="kern", nummer=4))
    assert [each.id for each in concepts.every(store)] == [other.id, second.id, first.id]
    with clock.fixed(start + timedelta(minutes=2)):
        again = concepts.keep(store, first)
    assert again.begonnen == start
    assert again.bijgewerkt == start + timedelta(minutes=2)
    assert concepts.every(store) == [again, other, second]
    assert concepts.find(store, "proef", None) == again
    assert concepts.find(store, "proef", 4) == second
    assert concepts.find(store, "proef", 5) is None
    concepts.drop(store, again.id)
    concepts.drop(store, again.id)
    assert concepts.find(store, "proef", None) is None
    assert concepts.every(store) == [other, second]


def test_nothing_but_the_concepts_knows_of_it(store: Store) -> None:
    """No step, no undo, no find, no other table; only those who ask hear of it."""
    proef.add(store, titel="Er al")
    before, seq = proef.content(store), store.head.seq
    told: list[Changes] = []
    store.bus.listen(told.append)
    kept = concepts.keep(store, Concept(soort="proef", gegevens={"titel": "Onvindbaar"}))
    after = proef.content(store)
    assert len(after.pop("concept")) == 1
    assert before.pop("concept") == []
    assert after == before
    assert store.head.seq == seq
    assert [step.label for step in undo.undoable(store)] == ["Proef opslaan"]
    concepts.drop(store, kept.id)
    assert [changes.touched for changes in told] == [frozenset({("concept", kept.id)})] * 2
    assert not told[0].kinds() & set(store.catalogue.tree), "no list may think that it was touched"
    assert jobs.run(check.check(store)) == []


@pytest.mark.expects_log(r"^Concept stuk of proef cannot be read and is left out$")
@pytest.mark.parametrize("text", ['{"melder": "Wxyqz', "", "[1, 2]", '"Wxyqz"', "null"])
def test_a_concept_that_cannot_be_read_stops_nothing(
    store: Store, text: str, caplog: pytest.LogCaptureFixture
) -> None:
    """It is left out and left alone, and the log holds nothing of what was typed."""
    good = concepts.keep(store, Concept(soort="proef", gegevens={"titel": "Heel"}))
    with store.beside() as connection:
        values = {"titel": "Wxyqz", "begonnen": good.begonnen, "bijgewerkt": clock.now()}
        connection.execute(
            concepts.CONCEPT.insert(), {"id": "stuk", "soort": "proef", "gegevens": text, **values}
        )
    assert concepts.every(store) == [good]
    assert concepts.find(store, "proef", None) == good
    assert "Wxyqz" not in caplog.text
    assert jobs.run(check.check(store)) == []
    assert proef.rows(store, "SELECT gegevens FROM concept WHERE id = 'stuk'") == [(text,)]


@pytest.mark.expects_log("cannot be read")
def test_a_moment_that_cannot_be_read_stops_nothing_either(store: Store) -> None:
    good = concepts.keep(store, Concept(soort="proef"))
    bad = concepts.keep(store, Concept(soort="proef", nummer=4))
    with store.beside() as connection:
        connection.exec_driver_sql("UPDATE concept SET begonnen = 'gisteren' WHERE id = ?", (bad.id,))
    assert concepts.every(store) == [good]


def test_a_concept_is_kept_while_somebody_reads(store: Store) -> None:
    with store.reading() as db:
        db.connection().exec_driver_sql("SELECT count(*) FROM concept").scalar()
        kept = concepts.keep(store, Concept(soort="proef"))
        assert db.connection().exec_driver_sql("SELECT count(*) FROM concept").scalar() == 0
    assert concepts.every(store) == [kept]


def test_a_concept_is_not_kept_in_the_middle_of_a_step(store: Store) -> None:
    with pytest.raises(RuntimeError), store.step("Stap"):
        concepts.keep(store, Concept(soort="proef"))


def last_told(folder: Path, dice: random.Random, *, too_early: bool = False) -> int:
    """Let a child keep a concept over and over, kill it, and give the last round that it said was kept."""
    ears, mouth = PROCESSES.Pipe(duplex=False)
    child = PROCESSES.Process(target=killed.concepts_main, args=(folder, mouth, too_early))
    child.start()
    mouth.close()
    told = [ears.recv() for _ in range(dice.randrange(1, 20))]
    time.sleep(dice.uniform(0, 0.005))
    child.kill()
    with ears, contextlib.suppress(EOFError):
        while True:
            told.append(ears.recv())
    child.join()
    assert child.exitcode == -signal.SIGKILL
    child.close()
    return int(told[-1])


def kept_round(folder: Path) -> int:
    with proef.opened(folder) as store:
        assert jobs.run(check.check(store)) == []
        (found,) = concepts.every(store)
        assert len(found.gegevens["verhaal"]) == found.gegevens["ronde"] % 5000
        return int(found.gegevens["ronde"])


def test_a_kill_right_after_keeping_loses_nothing(folder: Path) -> None:
    dice = random.Random(20190305)
    for _ in range(10):
        told = last_told(folder, dice)
        assert told <= kept_round(folder) <= told + 1


def test_the_harness_notices_a_program_that_speaks_before_it_kept(folder: Path) -> None:
    dice = random.Random(20190305)
    for _ in range(30):
        if kept_round_or_nothing(folder, last_told(folder, dice, too_early=True)):
            return
    raise AssertionError("thirty kills of a program that lies, and nothing seen: the harness is blind")


def kept_round_or_nothing(folder: Path, told: int) -> bool:
    with proef.opened(folder) as store:
        found = concepts.every(store)
    return not found or found[0].gegevens["ronde"] < told


def test_what_is_kept_is_plain_json_in_the_file(store: Store) -> None:
    concepts.keep(store, Concept(soort="proef", gegevens={"titel": "Lekkage"}))
    ((text,),) = proef.rows(store, "SELECT gegevens FROM concept")
    assert json.loads(text) == {"titel": "Lekkage"}
