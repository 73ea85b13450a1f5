"""The store: lists and search at 1,000, 100,000 and 1,000,000 records, a save, and a load, against plain SQL.

Plain SQL means the same driver, key and file, the same columns in the same order, or exactly the same rows written.
The filled files are kept under build/bench; they are made again when the tables change.
"""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import count
from pathlib import Path
from statistics import median
from typing import Any

from bench.ratio import Measured, ratio, seconds, show
from huurdersapp.base import jobs, paths
from huurdersapp.records import kern
from huurdersapp.records.kern import Kern
from huurdersapp.store import bulk, queries
from huurdersapp.store.driver import connect
from huurdersapp.store.opening import exists, open_store
from huurdersapp.store.queries import After, Query
from huurdersapp.store.store import Store

SIZES = (1_000, 100_000, 1_000_000)
HOME = paths.own("db").parent / "build" / "bench"
LIST_AIM, FLAT_AIM, SEARCH_FLAT_AIM, SAVE_AIM, LOAD_AIM = 1.6, 1.25, 1.5, 5.0, 2.0
OPEN_AIM = 1.1
COLUMNS = ("nummer", "naam", "soort", "ligt_in_id")
ROUNDS, OPENINGS, SAVES, LOADS, LOADED = 21, 101, 301, 5, 100_000
RARE = 250
FILTER = ("{alive} AND +soort = ? ORDER BY naam, id", "{alive} AND soort = ? ORDER BY +naam, +id")
SEARCH = (
    "{alive} AND EXISTS (SELECT 1 FROM search_doc WHERE row = kern.id AND instr(folded, ?) > 0) ORDER BY naam, id",
    "{alive} AND id IN (SELECT row FROM search_doc WHERE entity = 'kern' AND rowid IN "
    "(SELECT rowid FROM search_index WHERE search_index MATCH ?) AND instr(folded, ?) > 0) ORDER BY +naam, +id",
)
_WORDS = ("kerk", "school", "plein", "winkels", "station", "molen", "park", "brug")


def rows(amount: int) -> Iterator[dict[str, object]]:
    """Places with names that differ. Whatever the amount, 250 are a municipality and 250 others hold a rare word; the
    rest are mostly villages, and nearly a quarter hold the word `kerk`."""
    often = amount // RARE
    for number in range(amount):
        scattered = number * 7919 % amount
        kind = (
            "gemeente"
            if number % often == 1
            else "gebied"
            if number % 10 > 8
            else "wijk"
            if number % 10 > 6
            else "kern"
        )
        rare = " zeldzaam" if number % often == 2 else ""
        words = f"{_WORDS[scattered % 8]} en {_WORDS[scattered // 8 % 8]}{rare}"
        yield {"naam": f"Dorp {scattered}", "soort": kind, "toelichting": words}


def filled(amount: int) -> Store:
    """The kept store with so many records, made when it is not there."""
    schema = hashlib.sha256((paths.own("db") / "schema.sql").read_bytes()).hexdigest()[:8]
    folder = HOME / f"{amount}-{schema}"
    if not exists(folder):
        HOME.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=f"{amount}-", suffix=".deel", dir=HOME) as name:
            part = Path(name) / "store"
            with open_store(part, create=True) as store:
                jobs.run(bulk.load(store, "Laden", bulk.drafts_of(kern.SPEC, rows(amount)), amount))
            if not exists(folder):  # else another run was first
                part.rename(folder)
    return open_store(folder)


class Ways:
    """The questions that lists ask, each in our way and in plain SQL."""

    def __init__(self, store: Store, amount: int) -> None:
        self.store, self.driver = store, connect(store.path, store.key)
        with store.reading() as db:
            middle = self.driver.execute(
                "SELECT naam, id FROM kern ORDER BY naam, id LIMIT 1 OFFSET ?", (amount // 2,)
            ).fetchone()
            self.middle = After(*middle)
            assert queries.count(db, Query(kern.SPEC)) == amount

    def all(self) -> dict[str, tuple[Callable[[], object], Callable[[], object]]]:
        """Name → ours, plain."""
        listed, table, key = Query(kern.SPEC), kern.SPEC.table, self.middle
        return {
            "eerste bladzijde": self._pair(listed, ["{alive} ORDER BY naam, id"]),
            "bladzijde in het midden": self._pair(
                listed, ["{alive} AND (naam, id) > (?, ?) ORDER BY naam, id"], *key, after=key
            ),
            "sorteren op andere kolom": self._pair(
                Query(kern.SPEC, order="-nummer"), ["{alive} ORDER BY nummer DESC, id DESC"]
            ),
            "filter, veel": self._pair(listed.where(table.c.soort == "kern"), FILTER, "kern"),
            "filter, weinig": self._pair(listed.where(table.c.soort == "gemeente"), FILTER, "gemeente"),
            "zoeken, veel": self._pair(Query(kern.SPEC, words="kerk"), SEARCH, "kerk"),
            "zoeken, weinig": self._pair(Query(kern.SPEC, words="zeldzaam"), SEARCH, "zeldzaam"),
        }

    def _pair(
        self, query: Query, tails: Sequence[str], *values: object, after: After | None = None
    ) -> tuple[Callable[[], object], Callable[[], object]]:
        """Ours, and the fastest of the ways to say it in SQL."""

        def ours() -> list[Any]:
            with self.store.reading() as db:
                return queries.page(db, query, COLUMNS, after)

        plain = min(
            (self._plain(query, tail, values) for tail in tails), key=lambda way: (way(), seconds(way))[1]
        )
        assert [row[0] for row in ours()] == [row[0] for row in plain()]
        return ours, plain

    def _plain(self, query: Query, tail: str, values: Sequence[object]) -> Callable[[], list[Any]]:
        condition = tail.format(alive="verwijderd IS NULL")
        statement = (
            f"SELECT id, {query.sorted_by[0]}, {', '.join(COLUMNS)} FROM kern WHERE {condition} LIMIT 200"
        )
        if "MATCH" in tail:
            values = (grams(str(values[0])), *values)
        return lambda: self.driver.execute(statement, values).fetchall()


def grams(word: str) -> str:
    """The MATCH of a word of more than three letters."""
    return " AND ".join(f'"{word[at : at + 3]}"' for at in range(len(word) - 2))


def lists() -> Iterator[Measured]:
    """Every question at every size against plain SQL, and the largest against the smallest."""
    for size in SIZES:
        with filled(size) as store:
            for name, (ours, plain) in Ways(store, size).all().items():
                yield (
                    f"{name}, {size:_} tegen kale SQL".replace("_", "."),
                    ratio(ours, plain, ROUNDS),
                    LIST_AIM,
                )
    yield from flatness(SIZES[0], FLAT_AIM, searching=False)
    # In a thousand records a word is found by looking at few; the index only begins to work beyond that.
    yield from flatness(SIZES[1], SEARCH_FLAT_AIM, searching=True)


def flatness(base: int, aim: float, *, searching: bool) -> Iterator[Measured]:
    """The questions (those with words, or the others) at the largest size against a smaller one."""
    with filled(base) as small, filled(SIZES[-1]) as large:
        few, many = Ways(small, base).all(), Ways(large, SIZES[-1]).all()
        for name in few:
            if name.startswith("zoeken") is searching:
                what = f"{name}, {SIZES[-1]:_} tegen {base:_}".replace("_", ".")
                yield what, ratio(many[name][0], few[name][0], ROUNDS), aim


def opening() -> Measured:
    """Opening and closing the largest store against the smallest: it reads the same few pages of each."""
    with filled(SIZES[0]) as small, filled(SIZES[-1]) as large:
        folders = small.folder, large.folder

    def way(folder: Path) -> Callable[[], object]:
        return lambda: open_store(folder).close()

    found = ratio(way(folders[1]), way(folders[0]), OPENINGS)
    return f"openen, {SIZES[-1]:_} tegen {SIZES[0]:_}".replace("_", "."), found, OPEN_AIM


class Rows:
    """All that a load or steps wrote, to be written once more without the store."""

    def __init__(self, path: Path, key: str) -> None:
        driver = connect(path, key)
        self._tables: dict[str, list[tuple[Any, ...]]] = {}
        self._inserts: dict[str, str] = {}
        for name in ("kern", "journal_change", "journal_step", "search_doc"):
            found = driver.execute(f"SELECT * FROM {name}")
            columns = ", ".join(f'"{each[0]}"' for each in found.description)
            marks = ", ".join("?" * len(found.description))
            self._inserts[name] = f"INSERT INTO {name} ({columns}) VALUES ({marks})"
            self._tables[name] = [
                row for row in found.fetchall() if name != "journal_step" or row[6] != "start"
            ]
        self._index = [(row[0], row[3]) for row in self._tables["search_doc"]]
        driver.close()

    def all(self) -> Iterator[tuple[str, list[tuple[Any, ...]]]]:
        """Statement and rows, table by table."""
        for name, statement in self._inserts.items():
            yield statement, self._tables[name]
        yield "INSERT INTO search_index (rowid, folded) VALUES (?, ?)", self._index

    def step(self, at: int) -> Iterator[tuple[str, list[tuple[Any, ...]]]]:
        """Statement and rows of one of the steps of one record each."""
        seq = self._tables["journal_step"][at][1]
        changes = self._by_step.setdefault(seq, [])
        yield self._inserts["kern"], [self._tables["kern"][at]]
        yield self._inserts["journal_change"], changes
        yield self._inserts["journal_step"], [self._tables["journal_step"][at]]
        yield self._inserts["search_doc"], [self._tables["search_doc"][at]]
        yield "INSERT INTO search_index (rowid, folded) VALUES (?, ?)", [self._index[at]]

    @cached_property
    def _by_step(self) -> dict[int, list[tuple[Any, ...]]]:
        found: dict[int, list[tuple[Any, ...]]] = {}
        for row in self._tables["journal_change"]:
            found.setdefault(row[1], []).append(row)
        return found


def written(driver: Any, parts: Iterator[tuple[str, list[tuple[Any, ...]]]]) -> None:
    """These rows in one plain transaction."""
    driver.execute("BEGIN IMMEDIATE")
    for statement, found in parts:
        driver.executemany(statement, found)
    driver.execute("UPDATE journal_vector SET seq = seq + 1, hlc = hlc + 1")
    driver.execute("COMMIT")


def save(store: Store, number: int) -> None:
    """One step with one new record."""
    with store.step("Kern opslaan") as db:
        db.add(Kern(naam=f"Dorp {number}", soort="kern", toelichting=f"kerk en plein {number}"))


def saving(folder: Path) -> Measured:
    """A step with one record against the same rows in one plain transaction of a copy."""
    store = open_store(folder / "opslaan", create=True, author="Fatima")
    store.close()
    for name in ("vooraf", "kaal"):
        shutil.copytree(store.folder, folder / name)
    with open_store(folder / "vooraf") as first:
        for number in range(SAVES + 1):
            save(first, number)
    same = Rows(folder / "vooraf" / store.path.name, store.key)
    driver, numbers, places = connect(folder / "kaal" / store.path.name, store.key), count(), count()
    with open_store(store.folder) as again:
        found = ratio(
            lambda: save(again, next(numbers)), lambda: written(driver, same.step(next(places))), SAVES
        )
    driver.close()
    return "opslaan van een record tegen dezelfde rijen kaal", found, SAVE_AIM


def loading(folder: Path) -> Measured:
    """A load against the same rows by plain executemany, each time into an empty store."""
    store = open_store(folder / "leeg", create=True, author="Fatima")
    store.close()
    same: list[Rows] = []
    times: tuple[list[float], list[float]] = ([], [])
    for number in range(LOADS):
        into = folder / f"laden-{number}"
        shutil.copytree(store.folder, into)
        with open_store(into) as target:
            drafts = bulk.drafts_of(kern.SPEC, rows(LOADED))
            times[0].append(seconds(lambda: jobs.run(bulk.load(target, "Laden", drafts, LOADED))))  # noqa: B023
        same = same or [Rows(target.path, store.key)]
        shutil.rmtree(into)
        shutil.copytree(store.folder, into)
        driver = connect(into / store.path.name, store.key)
        times[1].append(seconds(lambda: written(driver, same[0].all())))  # noqa: B023
        driver.close()
        shutil.rmtree(into)
    return (
        "laden van 100.000 records tegen dezelfde rijen kaal",
        median(times[0]) / median(times[1]),
        LOAD_AIM,
    )


def measure() -> list[Measured]:
    """All of it."""
    with tempfile.TemporaryDirectory() as name:
        return [opening(), saving(Path(name)), *lists(), loading(Path(name))]


if __name__ == "__main__":
    show(measure())
