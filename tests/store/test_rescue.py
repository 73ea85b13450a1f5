"""Of a damaged store every row whose pages are whole comes back, as it was, and none that was not there.

What should come back is reckoned from the whole store: which pages each row stands on, read beforehand, and what
SQLCipher itself says that is in it.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import os
import random
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from huurdersapp.actions import redden
from huurdersapp.base import clock, jobs
from huurdersapp.base.errors import Stopped, UserError
from huurdersapp.records import ALL
from huurdersapp.store import btree, bulk, check, contents, damage, driver, keys, migrate, pagefile, rescue
from huurdersapp.store.opening import open_store
from huurdersapp.store.rescue_read import Column, Reader, Shape
from huurdersapp.store.store import Store
from tests.figures import Figures

SOAK = bool(os.environ.get("HUURDERSAPP_SOAK"))
SERIES = 3
TIMES = 600 if SOAK else 12
SEED = random.randrange(2**32) if SOAK else 20190305
ALL_TREE = {spec.key: spec for root in ALL.values() for spec in root.tree()}
Rows = dict[str, dict[str, tuple[Any, ...]]]
Loss = dict[str, dict[str, set[int]]]


@dataclass(frozen=True)
class Whole:
    """The store before the damage: its folder and key, its bytes, its rows, and the pages that each stands on."""

    folder: Path
    key: str
    data: bytes
    rows: Rows
    pages: Loss

    @property
    def path(self) -> Path:
        return self.folder / driver.FILE


def rows_of(store: Store) -> Rows:
    with store.reading() as db:
        run = db.connection().execute
        return {
            key: {row.id: tuple(row) for row in run(select(spec.table))}
            for key, spec in db.catalogue.tree.items()
        }


def pages_of(path: Path, key: str) -> Loss:
    """The pages that each row stands on, by its key."""
    look = driver.look(path, key)
    places = {
        table: [row[1] for row in look.execute(f"PRAGMA table_info({table})")].index("id")
        for table in ALL_TREE
    }
    look.close()
    pages = pagefile.Pages(path, driver.log_of(path), key)
    reader, touched = Reader(pages), set[int]()
    list(reader.survey())

    def read(number: int) -> bytes | None:
        touched.add(number)
        return pages.page(number)

    found: Loss = {}
    for table, numbers in reader._of.items():
        for number in numbers:
            page = pages.page(number)
            assert page is not None
            for row in btree.rows(page, number, read):
                assert row is not None
                found.setdefault(table, {})[str(row.values[places.get(table, 0)])] = {number, *touched}
                touched.clear()
    pages.close()
    return found


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory, samples_made: Path) -> Whole:
    """One of every kind, many of two, long texts, and an attachment."""
    folder = shutil.copytree(samples_made, tmp_path_factory.mktemp("heel") / "administratie")
    with clock.fixed(date(2019, 9, 2)), open_store(folder, author="Fatima") as store:
        kern = ({"naam": f"Kern {number}"} for number in range(400))
        jobs.run(bulk.load(store, "Laden", bulk.drafts_of(ALL["kern"], kern)))
        long = (
            {"naam": f"Partij {number}", "soort": "anders", "toelichting": "Lang " * 2000}
            for number in range(6)
        )
        jobs.run(bulk.load(store, "Laden", bulk.drafts_of(ALL["partij"], long)))
        rows, key = rows_of(store), store.key
    path = folder / driver.FILE
    return Whole(folder, key, path.read_bytes(), rows, pages_of(path, key))


@pytest.fixture(autouse=True)
def _quick(whole: Whole, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """The empty store of a rescue, made once: going through every version of the tables takes longer than all else."""
    ready = tmp_path_factory.getbasetemp() / f"leeg-{whole.key[:8]}.store"
    real = rescue.empty

    def copied(target: Path, key: str, version: str) -> None:
        if not ready.exists():
            real(ready, key, version)
        shutil.copy(ready, target)

    monkeypatch.setattr(rescue, "empty", copied)


def damaged(whole: Whole, folder: Path, numbers: set[int], dice: random.Random) -> Path:
    """A copy of the store with one bit turned on each of these pages."""
    data = bytearray(whole.data)
    for number in numbers:
        data[(number - 1) * pagefile.SIZE + dice.randrange(pagefile.SIZE)] ^= 1 << dice.randrange(8)
        if number == 1:  # the salt of the first page is in the key as well
            data[100] ^= 1
    shutil.copytree(whole.folder, folder, ignore=shutil.ignore_patterns("*.slot"))
    (folder / driver.FILE).write_bytes(data)
    return folder / driver.FILE


def wrong(whole: Whole, got: Rows, bad: set[int]) -> Iterator[str]:
    """What did not come back although its pages are whole, and what came back otherwise."""
    for table, rows in whole.rows.items():
        spec, names = ALL_TREE[table], [column.key for column in ALL_TREE[table].table.columns]
        links = {
            column.key: next(iter(column.foreign_keys)).column.table.name
            for column in spec.table.columns
            if column.foreign_keys
        }
        yield from (f"{table} {key} was never there" for key in got[table].keys() - rows.keys())
        for key, row in rows.items():
            said = dict(zip(names, row, strict=True))
            gone = {name for name, to in links.items() if said[name] and said[name] not in got.get(to, {})}
            if key not in got[table]:
                must = [name for name in gone if not spec.table.c[name].nullable]
                if not whole.pages[table][key] & bad and not must:
                    yield f"{table} {key} did not come back"
            elif got[table][key] != tuple(None if name in gone else said[name] for name in names):
                yield f"{table} {key} is not what it was"


def missing(whole: Whole, got: Rows, pages: set[int]) -> Iterator[str]:
    """The rows that stand on these pages and did not come back, in the words of `wrong`."""
    for table, rows in whole.pages.items():
        if table in got:
            yield from (
                f"{table} {key} did not come back"
                for key, on in rows.items()
                if on & pages and key not in got[table]
            )


def saved(path: Path, key: str, to: Path) -> tuple[rescue.Rescued, Rows]:
    told = jobs.run(rescue.rescue(path, key, to))
    with open_store(to) as store:
        return told, rows_of(store)


@pytest.mark.parametrize("series", range(SERIES))
def test_every_row_whose_pages_are_whole_comes_back_as_it_was(
    whole: Whole, tmp_path: Path, series: int, figures: Figures
) -> None:
    dice = random.Random(SEED + series)
    count = len(whole.data) // pagefile.SIZE
    lost = back = nowhere = 0
    for turn in range(TIMES // SERIES):
        bad = {dice.randrange(1, count + 1) for _ in range(dice.choice((1, 2, 5, 20, 80)))}
        if turn == 0:
            bad |= {1}  # the list of tables, and where SQLCipher stops
        path = damaged(whole, tmp_path / f"stuk{turn}", bad, dice)
        before = path.read_bytes()
        told, got = saved(path, whole.key, tmp_path / f"gered{turn}")
        found = list(wrong(whole, got, bad))
        # Where tree, journal and index of a page are all lost nobody can say whose rows they are: that page is told.
        unplaced = set(missing(whole, got, set(told.loose))) if told.loose else set()
        assert not set(found) - unplaced, f"seed {SEED}, series {series}, turn {turn}"
        nowhere += len(found)
        gone = sum(len(rows.keys() - got[table].keys()) for table, rows in whole.rows.items())
        assert not gone or redden._lost(told), f"seed {SEED}, series {series}, turn {turn}: lost and not told"
        assert told.damaged == len(bad)
        assert told.left == [], "what was saved fits together"
        assert path.read_bytes() == before
        back += sum(map(len, got.values()))
        lost += sum(len(rows) - len(got[table]) for table, rows in whole.rows.items())
        shutil.rmtree(path.parent)
        shutil.rmtree(tmp_path / f"gered{turn}")
    figures.tell(
        "Redden van leesbare rijen",
        seed=SEED,
        goal="0 rijen van hele bladzijden kwijt of anders",
        found={
            "keer": TIMES // SERIES,
            "rijen terug": back,
            "rijen van kapotte bladzijden": lost,
            "niet te plaatsen en gemeld": nowhere,
            "fout": 0,
        },
    )
    assert SOAK or nowhere == 0


def test_the_harness_notices_a_rescue_that_trusts_damaged_pages(
    whole: Whole, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, figures: Figures
) -> None:
    monkeypatch.setattr(pagefile.Pages, "_fits", lambda self, sealed, number: len(sealed) == pagefile.SIZE)
    dice, bad = random.Random(SEED), {page for pages in whole.pages["kern"].values() for page in pages}
    for turn in range(30):  # a page of nonsense often has no row in it that could be believed
        path = damaged(whole, tmp_path / f"stuk{turn}", bad, dice)
        try:
            _told, got = saved(path, whole.key, tmp_path / f"gered{turn}")
            found = list(wrong(whole, got, bad))
        except TypeError:  # bytes where words should stand
            found = ["what it believed cannot be written"]
        if found:
            told = {"keer": turn + 1, "fout": len(found)}
            figures.tell("Redden van leesbare rijen", seed=SEED, goal="meer dan 0", found=told, twin=True)
            return
    raise AssertionError("thirty rescues that trust anything, and nothing wrong seen: the harness is blind")


def test_nothing_is_lost_where_the_history_is_whole(whole: Whole, tmp_path: Path) -> None:
    """The pages of a whole kind are gone; its records come out of the journal."""
    bad = {page for pages in whole.pages["kern"].values() for page in pages}
    path = damaged(whole, tmp_path / "stuk", bad, random.Random(1))
    told = jobs.run(redden.redden(path.parent, tmp_path / "gered"))
    assert told.alles
    assert "Er is niets verloren." in told.woorden
    with open_store(tmp_path / "gered") as store:
        assert rows_of(store) == whole.rows
        assert jobs.run(check.check(store)) == []


def test_what_is_lost_is_named_by_its_number(whole: Whole, tmp_path: Path) -> None:
    """A page of records and a page of the journal that tells of others: nothing is made again then."""
    key, pages = next(iter(whole.pages["kern"].items()))
    number = ALL_TREE["kern"].table.columns.keys().index("nummer")
    here = sorted(
        whole.rows["kern"][other][number] for other, on in whole.pages["kern"].items() if on == pages
    )
    last = max(max(on) for on in whole.pages["journal_change"].values())
    path = damaged(whole, tmp_path / "stuk", {*pages, last}, random.Random(1))
    told = jobs.run(redden.redden(path.parent, tmp_path / "gered"))
    assert not told.alles
    shown = " ".join(told.woorden)
    assert f"Kernen: {len(whole.rows['kern']) - len(here)} gered." in told.woorden
    assert ", ".join(map(str, here[: redden.MANY])) in shown
    with open_store(tmp_path / "gered") as store:
        assert key not in rows_of(store)["kern"]
        assert jobs.run(check.check(store)) == [], "a loss that is known is not told again"


def test_the_new_store_has_a_name_of_its_own_and_the_same_key(whole: Whole, tmp_path: Path) -> None:
    path = damaged(whole, tmp_path / "stuk", {2, 3}, random.Random(1))
    with open_store(shutil.copytree(whole.folder, tmp_path / "kopie")) as store:
        device = store.head.device
    jobs.run(rescue.rescue(path, whole.key, tmp_path / "gered"))
    with open_store(tmp_path / "gered") as store:
        assert store.head.device != device
        assert store.key == whole.key
        store_check = jobs.run(check.check(store))
    assert store_check == []
    assert sorted(one.name for one in (tmp_path / "gered").iterdir() if one.suffix != ".slot") == sorted(
        one.name for one in whole.folder.iterdir() if one.suffix != ".slot" and one.is_file()
    )


def test_what_was_only_in_the_log_is_saved_too(whole: Whole, tmp_path: Path) -> None:
    """A program that was killed leaves its last steps in the log beside the file."""
    folder = shutil.copytree(whole.folder, tmp_path / "administratie")
    with open_store(folder, author="Fatima") as store:
        with store.step("Kern opslaan") as db:
            db.add(ALL["kern"].cls(nummer=9001, naam="Zuidlaren"))
        killed = shutil.copytree(folder, tmp_path / "gedood", ignore=shutil.ignore_patterns("*.slot"))
    assert driver.log_of(killed / driver.FILE).stat().st_size > 0
    told, got = saved(killed / driver.FILE, whole.key, tmp_path / "gered")
    assert len(got["kern"]) == len(whole.rows["kern"]) + 1
    assert not told.log_broken
    log = driver.log_of(killed / driver.FILE)
    data = bytearray(log.read_bytes())
    data[32 + 24 + 100] ^= 1
    log.write_bytes(data)
    told, got = saved(killed / driver.FILE, whole.key, tmp_path / "gered2")
    assert told.log_broken
    assert got == whole.rows, "the step that is half in the log is not there at all"


def test_attachments_come_back_only_when_their_bytes_are_what_they_were(whole: Whole, tmp_path: Path) -> None:
    folder = shutil.copytree(whole.folder, tmp_path / "administratie")
    data = random.Random(1).randbytes(50_000)
    with open_store(folder, author="Fatima") as store:
        digest, _size = jobs.run(contents.keep(store, io.BytesIO(data)))
    path = folder / driver.FILE
    pages = pages_of(path, whole.key)["inhoud"][digest]
    assert digest == hashlib.sha256(data).hexdigest()
    assert len(pages) > 10
    jobs.run(rescue.rescue(path, whole.key, tmp_path / "heel"))
    with open_store(tmp_path / "heel") as store, store.reading() as db:
        assert b"".join(contents.pieces(db, digest)) == data
    raw = bytearray(path.read_bytes())
    raw[(max(pages) - 1) * pagefile.SIZE] ^= 1
    path.write_bytes(raw)
    jobs.run(rescue.rescue(path, whole.key, tmp_path / "stuk"))
    with open_store(tmp_path / "stuk") as store, store.reading() as db, pytest.raises(UserError):
        list(contents.pieces(db, digest))


@pytest.mark.parametrize("name", ["0005", "0007"])
def test_a_store_of_an_earlier_version_is_saved_into_one_of_now(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    released = Path(__file__).parents[2] / "db" / "released"
    folder = tmp_path / "oud"
    folder.mkdir()
    shutil.copy(released / f"{name}.sleutel.json", folder / keys.FILE)
    data = bytearray((released / f"{name}.store").read_bytes())
    data[3 * pagefile.SIZE + 5] ^= 1
    (folder / driver.FILE).write_bytes(data)
    told = jobs.run(redden.redden(folder, tmp_path / "gered"))
    assert told.aantal > 10
    with open_store(tmp_path / "gered") as store:
        assert migrate.version(store.engine) == migrate.HEAD
        assert jobs.run(check.check(store)) == []


def test_nothing_is_left_of_a_rescue_that_cannot_be(whole: Whole, tmp_path: Path) -> None:
    to = tmp_path / "gered"
    with pytest.raises(UserError, match="Geen enkele bladzijde"):
        jobs.run(rescue.rescue(whole.path, "0" * 96, to))
    with pytest.raises(Stopped):
        jobs.run(rescue.rescue(whole.path, whole.key, to), stop=lambda: True)
    with open_store(shutil.copytree(whole.folder, tmp_path / "open")) as store, pytest.raises(UserError):
        jobs.run(rescue.rescue(store.path, whole.key, to))
    assert not list(tmp_path.glob("*gered*"))
    assert not list(tmp_path.glob(".*"))
    to.mkdir()
    (to / "brief.txt").write_text("van iemand")
    with pytest.raises(UserError, match="niet leeg"):
        jobs.run(rescue.rescue(whole.path, whole.key, to))
    assert (to / "brief.txt").read_text() == "van iemand"
    assert damage.marked(whole.folder) is None


def trees(path: Path, key: str) -> dict[str, set[int]]:
    """The pages of each tree, by the name of its table or index."""
    pages = pagefile.Pages(path, driver.log_of(path), key)
    reader = Reader(pages)
    list(reader.survey())
    found = {name: set(reader._tree(root, set())) for name, root in reader._roots.items()}
    pages.close()
    return found


def test_a_loose_page_is_placed_by_any_index_that_is_left(whole: Whole, tmp_path: Path) -> None:
    """The tree of a table, all that the journal says and the index on its keys are gone; the pages with rows are whole."""
    of = trees(whole.path, whole.key)
    gone = [name for name in of if name.startswith(("journal_change", "ix_journal", "search_"))]
    gone += [name for name in of if "kern" in name and name not in ("kern", "ix_kern_naam_id")]
    rows = {page for pages in whole.pages["kern"].values() for page in pages}
    bad = {page for name in gone for page in of[name]} | (of["kern"] - rows)
    path = damaged(whole, tmp_path / "stuk", bad, random.Random(1))
    told, got = saved(path, whole.key, tmp_path / "gered")
    assert got["kern"] == whole.rows["kern"]
    assert not told.loose


def test_a_row_is_of_the_one_table_whose_links_and_columns_it_fits() -> None:
    """Also one from before an upgrade, and one of which nothing tells the key; never one of another table."""
    text, number = Column((str,), filled=True), Column((int,), filled=True)
    last = Column((str,), no_key=True)
    one, other, own = "1" * 32, "2" * 32, "3" * 32
    shape = Shape("doel_kern", (text, text, number, text, last, Column()), 3, {0: "doel", 1: "kern"}, {})
    row, of = (one, other, 1, own, None), {one: "doel", other: "kern"}
    assert shape.may_be(row, of)
    assert shape.may_be((*row, 5), {**of, own: "doel_kern"})
    assert not shape.may_be(row, {**of, own: "afspraak_kern"}), "its key is of another table"
    assert not shape.may_be(row, {**of, one: "afspraak"}), "it hangs on another table"
    assert not shape.may_be((one, other, "1", own, None), of)
    assert not shape.may_be((one, other, 1, own, one), of), "a key where none can be"
    assert not shape.may_be((one, None, 1, own, None), of)
    assert not shape.may_be((*row, None, None), of)
    assert not shape.may_be(row[:4][:-1], of)


def test_attachments_come_back_when_the_tree_above_them_is_gone(whole: Whole, tmp_path: Path) -> None:
    folder = shutil.copytree(whole.folder, tmp_path / "administratie")
    with open_store(folder, author="Fatima") as store:
        kept = [jobs.run(contents.keep(store, io.BytesIO(bytes([n]) * 9_000)))[0] for n in range(1, 12)]
    path = folder / driver.FILE
    rows = {page for pages in pages_of(path, whole.key)["inhoud"].values() for page in pages}
    above = trees(path, whole.key)["inhoud"] - rows
    assert above
    raw = bytearray(path.read_bytes())
    for page in above:
        raw[(page - 1) * pagefile.SIZE] ^= 1
    path.write_bytes(raw)
    jobs.run(rescue.rescue(path, whole.key, tmp_path / "gered"))
    with open_store(tmp_path / "gered") as store, store.reading() as db:
        found = {hashlib.sha256(b"".join(contents.pieces(db, digest))).hexdigest(): digest for digest in kept}
        assert found == {digest: digest for digest in kept}


def test_nothing_is_promised_of_what_the_history_does_not_know(whole: Whole, tmp_path: Path) -> None:
    """Forms that were not saved stand in no history; and of a file that was cut off the missing pages are damaged."""
    of, dice = trees(whole.path, whole.key), random.Random(1)
    path = damaged(whole, tmp_path / "stuk", of["concept"] | of["sqlite_autoindex_concept_1"], dice)
    told = jobs.run(redden.redden(path.parent, tmp_path / "gered"))
    assert not told.alles
    assert "Er is niets verloren." not in told.woorden
    path = damaged(whole, tmp_path / "kort", set(), dice)
    path.write_bytes(whole.data[: -5 * pagefile.SIZE])
    with contextlib.closing(pagefile.Pages(path, driver.log_of(path), whole.key)) as pages:
        assert [number for number in range(1, len(pages) + 1) if pages.page(number) is None] == list(
            range(len(pages) - 4, len(pages) + 1)
        )
