"""Pages joined are the sorted list, whatever the order, the gaps and the ties."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huurdersapp.base import jobs
from huurdersapp.base.errors import Stopped
from huurdersapp.records.draft import Draft
from huurdersapp.store import bulk, pages, queries
from huurdersapp.store.queries import After, Query
from huurdersapp.store.step import ReadSession
from huurdersapp.store.store import Store
from tests.store import proef

TITLES = ["a", "A", "b", "Bé", "Be", "z", "aa", "Ĳs", ""]
RECORD = st.fixed_dictionaries(
    {
        "titel": st.sampled_from(TITLES),
        "soort": st.sampled_from(proef.SOORTEN.keys()),
        "aantal": st.none() | st.integers(-3, 3),
        "dag": st.none() | st.dates(date(2019, 1, 1), date(2019, 1, 5)),
        "gone": st.booleans(),
    }
)
ORDERS = [sign + key for key in ("titel", "soort", "aantal", "dag", "nummer", "bedrag") for sign in ("", "-")]


@pytest.fixture(scope="module")
def shared(prepared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """One store for all examples; each adds its own records and looks at those alone."""
    with proef.opened(proef.copied(prepared, tmp_path_factory.mktemp("shared") / "store")) as store:
        yield store


def folded_key(value: Any) -> Any:
    """As SQLite's NOCASE compares: only the letters a-z without case."""
    return (
        "".join(sign.lower() if sign.isascii() else sign for sign in value)
        if isinstance(value, str)
        else value
    )


@given(
    st.lists(RECORD, max_size=25),
    st.sampled_from(ORDERS),
    st.integers(1, 7),
    st.none() | st.sampled_from(proef.SOORTEN.keys()),
)
def test_pages_joined_are_the_sorted_list(
    shared: Store, records: list[dict[str, Any]], order: str, size: int, only: str | None
) -> None:
    with shared.reading() as db:
        start = queries.count(db, Query(proef.SPEC)) + queries.count(db, Query(proef.SPEC, binned=True))
    drafts = [
        Draft(proef.SPEC, {"klaar": False} | {k: v for k, v in each.items() if k != "gone"})
        for each in records
    ]
    jobs.run(bulk.load(shared, "Laden", drafts))
    table = proef.SPEC.table
    mine = table.c.nummer > start
    with shared.step("Weg") as db:
        numbers = [start + 1 + at for at, each in enumerate(records) if each["gone"]]
        for row in db.alive(proef.SPEC, mine):
            if row.nummer in numbers:
                db.discard(row)
    query = Query(proef.SPEC, (mine,), order=order)
    if only is not None:
        query = query.where(table.c.soort == only)
    column, down = query.sorted_by
    with shared.reading() as db:
        rows: list[Any] = []
        after: After | None = None
        while page := queries.page(db, query, ("nummer", "titel", column), after, size):
            assert len(page) <= size
            rows += page
            after = queries.end_of(page)
            if len(page) < size:
                break
        expected = [row for row in db.alive(proef.SPEC, mine) if only is None or row.soort == only]
        filled = sorted(
            (row for row in expected if getattr(row, column) is not None),
            key=lambda row: (
                folded_key(getattr(row, column)) if column == "titel" else getattr(row, column),
                row.id,
            ),
            reverse=down,
        )
        empty = sorted(
            (row for row in expected if getattr(row, column) is None), key=lambda row: row.id, reverse=down
        )
        assert [row.id for row in rows] == [row.id for row in (*filled, *empty)]
        assert [(row.nummer, row.titel) for row in rows] == [
            (row.nummer, row.titel) for row in (*filled, *empty)
        ]
        assert [row.sort_value for row in rows] == [getattr(row, column) for row in (*filled, *empty)]
        for road in ("sqlite", "sort", "walk"):
            again = query.pages(db, ("titel",)).page(db, None, -1, road)
            assert [row.id for row in again] == [row.id for row in rows]
        assert queries.keys(db, query) == [row.id for row in rows]
        assert queries.count(db, query) == len(rows)
        assert queries.count(db, query, at_most=3) == min(3, len(rows))
        look_at_fences(db, query, size, [row.id for row in rows])


def look_at_fences(db: ReadSession, query: Query, size: int, right: list[str]) -> None:
    """Each page, fetched by its post alone and in any order, joined to the list; and as many as there are."""
    total, posts = queries.fences(db, query, size)
    assert total == len(right)
    assert len(posts) == total // size
    found: dict[int, list[str]] = {}
    for number in reversed(range(-(-total // size))):
        after = posts[number - 1] if number else None
        found[number] = [row.id for row in queries.page(db, query, (), after, size)]
    assert [key for number in sorted(found) for key in found[number]] == right


def test_values_of_a_page_have_their_own_types(store: Store) -> None:
    from tests.store.test_step import ALL_KINDS

    proef.add(store, **ALL_KINDS)
    with store.reading() as db:
        (row,) = queries.page(db, Query(proef.SPEC), tuple(ALL_KINDS))
    found = {name: getattr(row, name) for name in ALL_KINDS if name != "moment"}
    assert found == {name: value for name, value in ALL_KINDS.items() if name != "moment"}
    assert {name: type(value) for name, value in found.items()} == {
        name: type(value) for name, value in ALL_KINDS.items() if name != "moment"
    }


@pytest.mark.parametrize("words", ["", "lek", "dak"])
@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("rare", [True, False])
def test_words_and_a_filter_narrow_a_list_in_any_order(
    store: Store, words: str, order: str, rare: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages, "FEW", 1)
    rows = [
        {"titel": f"{'Lek' if number % 3 else 'Nat dak'} {number}", "aantal": number % 5 or None,
         "soort": "zeldzaam" if number % 50 == 0 else "klacht", "bedrag": -number}
        for number in range(120)
    ]  # fmt: skip
    jobs.run(bulk.load(store, "Laden", bulk.drafts_of(proef.SPEC, rows)))
    kind = "zeldzaam" if rare else "klacht"
    query = Query(proef.SPEC, (proef.SPEC.table.c.soort == kind,), words, order)
    with store.reading() as db:
        found: list[Any] = []
        while page := queries.page(db, query, ("titel",), queries.end_of(found), 11):
            found += page
        expected = [row for row in rows if row["soort"] == kind and words in str(row["titel"]).lower()]
        assert sorted(row.titel for row in found) == sorted(str(row["titel"]) for row in expected)
        assert [row.id for row in found] == queries.keys(db, query)
        look_at_fences(db, query, 11, queries.keys(db, query))
        if order.lstrip("-") not in ("soort", "bedrag"):  # the filter's own column, and one that has no index
            assert query.road(db, 11) == ("sort" if rare else "walk")


def test_a_record_is_found_by_its_number_while_it_lives(store: Store) -> None:
    key = proef.add(store)
    with store.reading() as db:
        found = queries.by_number(db, proef.SPEC, 1)
        assert found is not None
        assert found.id == key
        assert queries.by_number(db, proef.SPEC, 2) is None
    proef.change(store, key, verwijderd="prullenbak")
    with store.reading() as db:
        assert queries.by_number(db, proef.SPEC, 1) is None


def many(store: Store, amount: int) -> None:
    rows = [
        {"titel": f"Lek {number * 7919 % amount}", "aantal": number % 9 or None} for number in range(amount)
    ]
    jobs.run(bulk.load(store, "Laden", bulk.drafts_of(proef.SPEC, rows)))


@pytest.mark.parametrize("order", ["titel", "-aantal", "bedrag"])
def test_a_walk_along_a_list_stops_when_it_is_told(store: Store, order: str) -> None:
    many(store, 5_000)
    query, asked = Query(proef.SPEC, order=order), 0

    def stop() -> bool:
        nonlocal asked
        asked += 1
        return asked == 2

    with store.reading() as db:
        with pytest.raises(Stopped):
            queries.fences(db, query, stop=stop)
        assert asked == 2
        # The same session goes on, and nobody asks any more.
        assert queries.fences(db, query).total == 5_000
        assert asked == 2


def test_another_thread_stops_a_read(store: Store) -> None:
    many(store, 2_000)
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    wanted, busy = threading.Event(), threading.Event()
    ended: list[Stopped] = []

    def asked() -> bool:
        busy.set()
        return wanted.is_set()

    def work() -> None:
        try:
            with store.reading(stop=asked) as db:
                db.connection().exec_driver_sql(endless)
        except Stopped as fault:
            ended.append(fault)

    worker = threading.Thread(target=work)
    worker.start()
    assert busy.wait(30)
    proef.add(store)  # others go on
    wanted.set()
    worker.join(30)
    assert [type(fault) for fault in ended] == [Stopped]
    with store.reading(stop=lambda: False) as db:
        assert queries.count(db, Query(proef.SPEC)) == 2_001
    proef.add(store)


def test_a_list_in_the_order_of_an_index_is_outlined_without_a_look_at_its_rows(store: Store) -> None:
    many(store, 500)
    with store.reading() as db:
        driver: Any = db.connection().connection.dbapi_connection
        statements: list[str] = []
        driver.set_trace_callback(statements.append)
        queries.keys(db, Query(proef.SPEC, order="titel"))
        driver.set_trace_callback(None)
        plan = [row[3] for row in driver.execute(f"EXPLAIN QUERY PLAN {statements[-1]}")]
    assert "SCAN walked USING COVERING INDEX ix_proef_titel_id" in plan
