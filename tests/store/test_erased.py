"""The list of what was erased: without personal data, beside the store, and done once more after a restore."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest

from huurdersapp.base import clock, jobs
from huurdersapp.store import check, concepts, erase, erased, preferences, sticks
from huurdersapp.store.concepts import Concept
from huurdersapp.store.erase import Blank, Erasing
from huurdersapp.store.erased import Erased
from huurdersapp.store.store import Store
from tests.store import proef

NAME = "Wxyqz Vujkpelstra"
LONG_AGO = "2011-01-01T00:00:00+00:00"


def listed(store: Store) -> tuple[Erased, ...]:
    with store.reading() as db:
        return erased.known(store.folder, db.connection())


def test_each_erasing_is_in_the_list_beside_the_store(store: Store) -> None:
    keys = [proef.add(store, melder=NAME) for _ in range(3)]
    erase.erase_many(store, "proef", keys[:2], ["melder"], "Gewist", "verzoek 1")
    erase.erase(store, "proef", keys[2], ["melder"], "Gewist", "verzoek 2")
    found = erased.known(store.folder)
    assert [(each.entity, each.row, each.field, each.reason) for each in found] == [
        ("proef", key, "melder", f"verzoek {1 + (key == keys[2])}") for key in sorted(keys)
    ]
    assert found == listed(store)
    groups = json.loads((store.folder / erased.FILE).read_text())["gewist"]
    assert [len(group["sleutels"]) for group in groups] == [2, 1]
    assert NAME not in (store.folder / erased.FILE).read_text()


def test_what_stayed_of_a_text_is_known_from_the_store_alone(store: Store) -> None:
    key = proef.add(store, verhaal=f"Gebeld met {NAME}.")
    erase.erase_all(
        store, Erasing([Blank("proef", key, "verhaal", text="Gebeld met (gewist).")]), "Gewist", "verzoek"
    )
    proef.change(store, key, verhaal="Later anders.")
    (own,), (file,) = listed(store), erased.known(store.folder)
    assert (own.text, file.text) == ("Gebeld met (gewist).", None)
    assert jobs.run(check.check(store)) == []


def test_a_list_that_names_what_a_row_cannot_be_without_harms_nothing(store: Store) -> None:
    key, line, _answer = proef.add_tree(store, melder=NAME)
    at = clock.now().isoformat()
    items = [
        Erased("proef_vraag", line, "ouder_id", at, "x"),
        Erased("proef_vraag", line, "volgorde", at, "x"),
    ]
    assert erased.again(store, [*items, Erased("proef", key, "melder", at, "x")]) == 1
    assert proef.values(store, key)["melder"] is None
    assert jobs.run(check.check(store)) == []


@pytest.mark.expects_log("A part of the list")
@pytest.mark.parametrize("moment", ["2026-01-01", "gisteren", ""])
def test_a_part_with_a_moment_that_is_none_is_passed_over_and_the_rest_counts(
    store: Store, moment: str
) -> None:
    """Somebody edited the list: putting a copy back must still work, and the rest is erased again."""
    key = proef.add(store, melder=NAME)
    erase.erase_many(store, "proef", [key], ["melder"], "Gewist", "verzoek")
    path = store.folder / erased.FILE
    content = json.loads(path.read_text())
    group = content["gewist"][0]
    content["gewist"] = [{**group, "op": moment, "sleutels": ["x"]}, group]
    path.write_text(json.dumps(content))
    found = erased.known(store.folder)
    assert [each.row for each in found] == [key]
    assert path.with_name("gewist-onleesbaar.json").exists()
    erased.note(store.folder, found)
    assert erased.known(store.folder) == found


@pytest.mark.expects_log("what was erased cannot be read")
@pytest.mark.parametrize("content", [b"", b"{", b'{"formaat": 2, "gewist": []}', b"\xff\xfe", b"[" * 100_000])
def test_a_list_that_cannot_be_read_stops_nothing_and_is_put_aside(store: Store, content: bytes) -> None:
    key = proef.add(store, melder=NAME)
    path = store.folder / erased.FILE
    path.write_bytes(content)
    assert erased.known(store.folder) == ()
    assert path.with_name("gewist-onleesbaar.json").read_bytes() == content
    erase.erase(store, "proef", key, ["melder"], "Gewist", "verzoek")
    assert [each.row for each in erased.known(store.folder)] == [key]


def test_what_a_cut_off_erasing_did_not_note_is_noted_by_the_next(store: Store) -> None:
    first, second = proef.add(store, melder=NAME), proef.add(store, melder=NAME)
    erase.erase(store, "proef", first, ["melder"], "Gewist", "verzoek")
    (store.folder / erased.FILE).unlink()
    erase.erase(store, "proef", second, ["melder"], "Gewist", "verzoek")
    assert {each.row for each in erased.known(store.folder)} == {first, second}


@pytest.fixture
def older(folder: Path, tmp_path: Path) -> tuple[Path, str, tuple[Erased, ...]]:
    """A copy of before an erasing, the key of the row, and what was erased since."""
    with proef.opened(folder) as store:
        key = proef.add(store, melder=NAME, verhaal=f"Gebeld met {NAME}.")
        proef.add(store, melder="Iemand anders")
        concepts.keep(store, Concept(soort="proef", titel=NAME))
        preferences.put(store, "zoeken", [NAME])
        preferences.put(store, sticks.KEY, ["stick"])
    copy = proef.copied(folder, tmp_path / "kopie")
    with proef.opened(folder) as store, clock.fixed(clock.today() + timedelta(days=1)):
        blanks = [Blank("proef", key, "melder"), Blank("proef", key, "verhaal", text="Gebeld met (gewist).")]
        erase.erase_all(store, Erasing(blanks), "Gewist", "verzoek")
        items = listed(store)
    return copy, key, items


def test_it_is_erased_once_more_with_the_forms_and_the_memory_of_screens(
    older: tuple[Path, str, tuple[Erased, ...]],
) -> None:
    copy, key, items = older
    with proef.opened(copy) as store:
        assert erased.again(store, items) == 1
        found = proef.values(store, key)
        assert (found["melder"], found["verhaal"], found["titel"]) == (
            None,
            "Gebeld met (gewist).",
            "Lekkage",
        )
        assert concepts.every(store) == []
        assert preferences.get(store, "zoeken") is None
        assert preferences.get(store, sticks.KEY) == ["stick"], "where copies are must be looked up one day"
        assert [(each.at, each.reason) for each in listed(store)] == [
            (each.at, each.reason) for each in items
        ]
        assert jobs.run(check.check(store)) == []
        proef.change(store, key, melder="Nieuwe melder")
        assert erased.again(store, items) == 0, "it is known here, so what was typed since stays"
        assert proef.values(store, key)["melder"] == "Nieuwe melder"


def test_from_the_list_alone_all_of_the_text_goes(older: tuple[Path, str, tuple[Erased, ...]]) -> None:
    copy, key, items = older
    with proef.opened(copy) as store:
        assert erased.again(store, [Erased(*each.key, each.at, each.reason) for each in items]) == 1
        assert proef.values(store, key)["verhaal"] is None


def test_what_is_not_there_or_was_written_later_stays(store: Store) -> None:
    key = proef.add(store, melder="Nieuwe melder")
    preferences.put(store, "zoeken", ["lek"])
    strange = [
        Erased("proef", key, "melder", "2009-01-01T00:00:00+00:00", "verzoek"),
        Erased("proef", "weg", "melder", LONG_AGO, "verzoek"),
        Erased("proef", key, "bestaat_niet", LONG_AGO, "verzoek"),
        Erased("bestaat_niet", key, "melder", LONG_AGO, "verzoek"),
    ]
    head = store.head
    assert erased.again(store, strange) == 0
    assert store.head == head
    assert proef.values(store, key)["melder"] == "Nieuwe melder"
    assert preferences.get(store, "zoeken") == ["lek"]


def test_keeping_what_stands_there_blanks_only_the_history(store: Store) -> None:
    key = proef.add(store, melder=NAME, aantal=3)
    proef.change(store, key, melder="Iemand", aantal=4)
    what = Erasing([Blank("proef", key, column, keep=True) for column in ("melder", "aantal")])
    assert erase.erase_all(store, what, "Gewist", "verzoek") == 1
    found = proef.values(store, key)
    assert (found["melder"], found["aantal"]) == ("Iemand", 4)
    kept = proef.rows(
        store, "SELECT field, old, new FROM journal_change WHERE row = ? AND new IS NOT NULL", key
    )
    assert ("melder", None, '"Iemand"') in kept
    assert not any(NAME in (old or "") + (new or "") for _field, old, new in kept)
    assert jobs.run(check.check(store)) == []
