"""The store: saving against a bare insert, and opening, a page and a search at 1,000 and 100,000 records."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from sqlalchemy import select

from bench.ratio import compare
from huurdersapp.base import jobs
from huurdersapp.records import kern
from huurdersapp.records.kern import Kern
from huurdersapp.store import bulk, keys, search
from huurdersapp.store.connection import connect
from huurdersapp.store.opening import open_store
from huurdersapp.store.store import Store

numbers = count()


def save(store: Store) -> None:
    """One record through a step: with number, journal and search index."""
    with store.step("Kern opslaan") as db:
        db.add(Kern(naam=f"Dorp {next(numbers)}", soort="kern"))


def rows(amount: int) -> Iterator[dict[str, object]]:
    """Places with names that differ, one in a thousand with a rare word."""
    for number in range(amount):
        rare = " zeldzaam" if number % 1000 == 0 else ""
        yield {"naam": f"Dorp {number * 7919 % amount}{rare}", "soort": "kern"}


def filled(folder: Path, amount: int) -> Store:
    """A new store with so many records."""
    store = open_store(folder, create=True)
    jobs.run(bulk.load(store, "Laden", bulk.drafts_of(kern.SPEC, rows(amount)), amount))
    return store


def page(store: Store) -> None:
    """The first hundred by name."""
    with store.reading() as db:
        found = db.execute(select(Kern.id, Kern.naam).order_by(Kern.naam, Kern.id).limit(100)).all()
    assert len(found) == 100


def find(store: Store) -> None:
    """A hundred at most that hold a rare word."""
    with store.reading() as db:
        assert db.execute(search.hits("kern", ["zeldzaam"]).limit(100)).all()


def reopen(folder: Path) -> None:
    """Open and close."""
    open_store(folder).close()


def saving(folder: Path) -> None:
    """A step against one insert and commit in the same kind of file."""
    store = open_store(folder / "nieuw", create=True)
    bare = connect(folder / "kaal.db", keys.make(folder), create=True)
    bare.execute("CREATE TABLE kern (id TEXT PRIMARY KEY, naam TEXT)")

    def insert() -> None:
        bare.execute("BEGIN IMMEDIATE")
        bare.execute("INSERT INTO kern VALUES (?, ?)", (str(next(numbers)), "Dorp"))
        bare.execute("COMMIT")

    compare("opslaan in een stap tegen een kale insert", lambda: save(store), insert, 51)
    store.close()
    bare.close()


def main() -> None:
    """All of it in a temporary folder."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        saving(folder)
        with filled(folder / "klein", 1_000) as small, filled(folder / "groot", 100_000) as large:
            compare("eerste bladzijde bij 100.000 tegen 1.000", lambda: page(large), lambda: page(small), 51)
            compare("zoeken bij 100.000 tegen 1.000", lambda: find(large), lambda: find(small), 51)
        compare(
            "openen bij 100.000 tegen 1.000",
            lambda: reopen(folder / "groot"),
            lambda: reopen(folder / "klein"),
        )


if __name__ == "__main__":
    main()
