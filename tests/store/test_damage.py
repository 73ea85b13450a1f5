"""Damage to the file is always noticed, never taken for data."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from huurdersapp.base import clock, jobs
from huurdersapp.base.errors import Stopped, UserError
from huurdersapp.records import ALL
from huurdersapp.store import backup, bulk, check, damage, driver, keys, restore
from huurdersapp.store import place as place_of_stores
from huurdersapp.store.store import Store
from tests.figures import Figures
from tests.store import proef

SOAK = bool(os.environ.get("HUURDERSAPP_SOAK"))
FLIPS = 5_000 if SOAK else 300
SERIES = 5
FIRST_PAGE = 200
"""A place in what opening always reads."""
SEED = random.randrange(2**32) if SOAK else 20190305


@pytest.fixture(scope="module")
def slim(prepared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store without the tables of the real kinds: those are read again by every connection."""
    folder = proef.copied(prepared, tmp_path_factory.mktemp("klein") / "store")
    connection = driver.connect(folder / driver.FILE, keys.read(folder))
    connection.execute("PRAGMA foreign_keys=OFF")
    for table in {spec.key for root in ALL.values() for spec in root.tree()}:
        connection.execute(f"DROP TABLE {table}")
    connection.execute("VACUUM")
    connection.close()
    return folder


@pytest.fixture
def filled(slim: Path, tmp_path: Path) -> Path:
    """The closed file of a store with some pages, and a copy of it beside."""
    folder = proef.copied(slim, tmp_path / "administratie")
    with proef.opened(folder) as store:
        for number in range(30):
            proef.add_tree(store, f"Boom {number}", verhaal="Tekst " * 40)
        backup.make(store.path, store.key, "vooraf")
    return folder / "huurdersapp.store"


def looked_over(path: Path) -> str:
    """How the damage shows: the sentence at opening or at the check, or that it does not."""
    try:
        with proef.opened(path.parent) as store:
            faults = jobs.run(check.check(store))
    except UserError as fault:
        return fault.text
    return faults[0] if faults else ""


@pytest.mark.parametrize("series", range(SERIES))
def test_every_flipped_bit_is_noticed_and_put_right(
    filled: Path, series: int, figures: Figures, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Noticed at opening or when it is looked over, and then the last good copy is put back."""
    monkeypatch.setattr("os.fsync", lambda handle: None)  # no power is cut here, and the disk is slow
    monkeypatch.setattr(place_of_stores, "unfit", lambda *folder, **how: None)
    whole, folder = filled.read_bytes(), filled.parent
    copy = next(folder.joinpath(backup.FOLDER).iterdir())
    aside = shutil.copytree(folder, folder.with_name("heel"), ignore=shutil.ignore_patterns("*.slot"))
    with proef.opened(aside) as store:
        right = records(store)
    dice = random.Random(SEED + series)
    seen: Counter[str] = Counter()
    for _ in range(FLIPS // SERIES):
        place, bit = dice.randrange(len(whole)), dice.randrange(8)
        damaged = bytearray(whole)
        damaged[place] ^= 1 << bit
        filled.write_bytes(damaged)
        told = looked_over(filled)
        assert told, f"seed {SEED}: bit {bit} of byte {place} was not noticed"
        assert "beschadigd" in told
        seen["bij nakijken" if "bladzijde" in told else "bij openen"] += 1
        done = jobs.run(restore.restore(folder, copy, keys.read(folder), specs=proef.SPECS))
        assert damage.marked(folder) is None
        with proef.opened(folder) as store:  # the restore itself looked the whole file over
            assert records(store) == right, f"seed {SEED}: bit {bit} of byte {place}"
        assert done.kept is not None
        assert (done.kept / filled.name).read_bytes() == bytes(damaged), "the damaged file is kept"
        shutil.rmtree(done.kept)
        fresh(folder, aside)
    figures.tell(
        "Omgevallen bits, elk daarna hersteld",
        seed=SEED,
        goal="alle opgemerkt en hersteld",
        found={"bits": FLIPS // SERIES, "niet opgemerkt": 0, "niet hersteld": 0, **seen},
    )
    assert looked_over(filled) == "", "the harness sees damage where there is none"


def records(store: Store) -> list[tuple[Any, ...]]:
    """What stands in the store, apart from its journal and the name of the laptop."""
    return [
        row
        for table in ("proef", "proef_vraag", "proef_antwoord", "search_doc")
        for row in proef.rows(
            store,
            f"SELECT * FROM {table} ORDER BY id"
            if table != "search_doc"
            else "SELECT row, folded FROM search_doc ORDER BY row",
        )
    ]


def fresh(folder: Path, aside: Path) -> None:
    """The folder as it was before the damage."""
    for path in folder.glob("huurdersapp.store*"):
        path.unlink()
    shutil.copy(aside / driver.FILE, folder / driver.FILE)


def test_the_harness_notices_a_store_whose_pages_have_no_seal(figures: Figures, tmp_path: Path) -> None:
    """Plain SQLite: most flipped bits are taken for data."""
    path = tmp_path / "gewoon.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE t (tekst TEXT)")
    connection.executemany("INSERT INTO t VALUES (?)", [("Tekst " * 40,)] * 500)
    connection.commit()
    connection.close()
    whole, dice, missed = path.read_bytes(), random.Random(SEED), 0
    for _ in range(50):
        data = bytearray(whole)
        data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
        path.write_bytes(data)
        connection = sqlite3.connect(path)
        try:
            missed += connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        except sqlite3.DatabaseError:
            continue
        finally:
            connection.close()
    figures.tell(
        "Omgevallen bits, elk daarna hersteld",
        seed=SEED,
        goal="meer dan 0 niet opgemerkt",
        found={"bits": 50, "niet opgemerkt": missed},
        twin=True,
    )
    assert missed > 0


def test_the_copy_puts_a_damaged_store_right(filled: Path) -> None:
    filled.write_bytes(filled.read_bytes()[:8192])
    assert "beschadigd" in looked_over(filled)
    (copy,) = (filled.parent / backup.FOLDER).iterdir()
    filled.write_bytes((copy / filled.name).read_bytes())
    assert looked_over(filled) == ""


def looked_over_in_the_background(path: Path) -> str:
    """How the damage shows at opening or in the look at the file of that day."""
    try:
        with proef.opened(path.parent) as store:
            faults = jobs.run(check.file(store))
            assert check.due(store) == bool(faults)
    except UserError as fault:
        return fault.text
    return faults[0] if faults else ""


def test_the_look_of_the_day_finds_what_opening_does_not_see(filled: Path) -> None:
    whole = filled.read_bytes()
    dice = random.Random(SEED + 1)
    seen: Counter[str] = Counter()
    anywhere = (dice.randrange(len(whole)) for _ in range(FLIPS // 5))
    for place in (FIRST_PAGE, *anywhere):
        filled.write_bytes(
            whole[:place] + bytes([whole[place] ^ 1 << dice.randrange(8)]) + whole[place + 1 :]
        )
        told = looked_over_in_the_background(filled)
        assert "beschadigd" in told, f"seed {SEED}: a flip at {place} was not noticed"
        seen["look" if "bladzijde" in told else "opening"] += 1
    assert set(seen) == {"look", "opening"}, "both are needed"
    filled.write_bytes(whole)
    assert looked_over_in_the_background(filled) == "", "the harness sees damage where there is none"


def test_the_file_is_looked_over_once_a_day(folder: Path) -> None:
    with clock.fixed(date(2019, 3, 5)), proef.opened(folder) as store:
        assert check.due(store)
        with pytest.raises(Stopped):
            jobs.run(check.file(store), stop=lambda: True)
        assert check.due(store), "broken off is not looked over"
        assert jobs.run(check.file(store)) == []
        assert not check.due(store)
    with clock.fixed(date(2019, 3, 6)), proef.opened(folder) as store:
        assert check.due(store)


def test_the_look_of_the_day_breaks_off_in_the_middle_of_a_statement(filled: Path) -> None:
    with proef.opened(filled.parent) as store:
        jobs.run(
            bulk.load(
                store, "Laden", bulk.drafts_of(proef.SPEC, ({"titel": f"Lek {n}"} for n in range(4_000)))
            )
        )
        with pytest.raises(Stopped):
            jobs.run(check.file(store, stop=lambda: True))
        assert check.due(store)
        assert jobs.run(check.file(store)) == []


def steps_to_open(folder: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    """How many instructions SQLite needs to open a store, all its connections together."""
    count = 0

    def counted() -> bool:
        nonlocal count
        count += 1
        return False

    real = driver._opened

    def watched(*how: Any) -> Any:
        connection = real(*how)
        connection.set_progress_handler(counted, 1)
        return connection

    with monkeypatch.context() as patch:
        patch.setattr(driver, "_opened", watched)
        with proef.opened(folder):
            return count


def test_opening_asks_no_more_of_a_large_store_than_of_a_small_one(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    few = steps_to_open(folder, monkeypatch)
    with proef.opened(folder) as store:
        proef.add_tree(store)
        jobs.run(
            bulk.load(
                store, "Laden", bulk.drafts_of(proef.SPEC, ({"titel": f"Lek {n}"} for n in range(4_000)))
            )
        )
    assert few > 100, "nothing was counted"
    assert abs(steps_to_open(folder, monkeypatch) - few) < 10


CUTS: dict[str, Callable[[bytes], bytes]] = {
    "a page short": lambda data: data[:-4096],
    "half": lambda data: data[: len(data) // 2],
    "half a page short": lambda data: data[:-2048],
    "one page": lambda data: data[:4096],
    "a few bytes": lambda data: data[:100],
    "nothing": lambda data: b"",
    "zeroes": lambda data: bytes(len(data)),
    "a page of zeroes": lambda data: data[: 4096 * 9] + bytes(4096) + data[4096 * 10 :],
    "two pages exchanged": lambda data: data[: 4096 * 9] + data[4096 * 10 : 4096 * 11] + data[4096 * 9 : 4096 * 10]
    + data[4096 * 11 :],
    "text": lambda data: b"Dit is geen administratie\n" * 1000,
}  # fmt: skip


@pytest.mark.parametrize("cut", CUTS)
def test_a_file_that_is_not_whole_is_noticed(filled: Path, cut: str) -> None:
    filled.write_bytes(CUTS[cut](filled.read_bytes()))
    before = filled.read_bytes()
    assert "beschadigd" in looked_over(filled)
    assert filled.read_bytes() == before, "a damaged file must stay as it is, for whoever may mend it"


def test_a_damaged_store_is_not_copied_over_good_copies(filled: Path) -> None:
    data = bytearray(filled.read_bytes())
    data[len(data) // 2] ^= 1
    filled.write_bytes(data)
    key = (filled.parent / "sleutel.json").read_text()
    with pytest.raises(UserError, match="reservekopie is niet gelukt"):
        backup.make(filled, key.split('"sleutel": "')[1][:96], "beschadigd")
    assert len(list((filled.parent / backup.FOLDER).iterdir())) == 1


def test_damage_stays_marked_beside_the_store_until_it_is_whole(filled: Path) -> None:
    whole = filled.read_bytes()
    place = len(whole) // 2
    filled.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
    assert damage.marked(filled.parent) is None
    assert "beschadigd" in looked_over_in_the_background(filled)
    first = damage.marked(filled.parent)
    assert first is not None
    assert "beschadigd" in first.woorden[0]
    looked_over(filled)
    assert damage.marked(filled.parent) == first, "when it was seen first stays told"
    filled.write_bytes(whole)
    with proef.opened(filled.parent) as store:
        assert check.due(store), "after damage the day is not done"
        assert jobs.run(check.file(store)) == []
    assert damage.marked(filled.parent) is None


def test_a_store_that_does_not_open_is_marked_and_says_where(filled: Path) -> None:
    filled.write_bytes(bytes(len(filled.read_bytes())))
    with pytest.raises(damage.Damaged) as told, proef.opened(filled.parent):
        raise AssertionError
    assert told.value.folder == filled.parent
    assert damage.marked(filled.parent) is not None


def test_a_copy_that_nobody_holds_gets_no_mark(filled: Path) -> None:
    damage.mark(filled.parent / backup.FOLDER, ["stuk"])
    assert damage.marked(filled.parent / backup.FOLDER) is None
