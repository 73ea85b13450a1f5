"""A load writes many records in one step, or nothing."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from huurdersapp.base import ids, jobs
from huurdersapp.base.errors import Stopped
from huurdersapp.base.events import Changes
from huurdersapp.base.jobs import Progress
from huurdersapp.records.draft import Draft
from huurdersapp.store import bulk, check, queries
from huurdersapp.store.store import Store
from tests.store import proef


def trees(amount: int) -> list[Draft]:
    """Records with lines, each referring to the next, that is written later."""
    keys = [ids.new_id() for _ in range(amount)]
    return [
        Draft(
            proef.SPEC,
            {
                "titel": f"Record {number}",
                "soort": "klacht",
                "klaar": True,
                "maat": Decimal("1.50"),
                "dag": date(2019, 1, 1 + number % 28),
                "verwant": keys[number + 1] if number + 1 < amount else None,
            },
            {
                "vragen": [
                    Draft(
                        proef.VRAAG,
                        {"tekst": f"Vraag {number}-{place}"},
                        {"antwoorden": [Draft(proef.ANTWOORD, {"tekst": f"Antwoord {number}-{place}"})]},
                    )
                    for place in range(2)
                ],
                "bij": [Draft(proef.BIJ, {"ander": keys[0]})],
            },
            id=keys[number],
        )
        for number in range(amount)
    ]


def test_a_load_writes_records_lines_journal_and_index_in_one_step(store: Store) -> None:
    proef.add(store)
    told: list[Changes] = []
    store.bus.listen(told.append)
    drafts = trees(50)
    assert jobs.run(bulk.load(store, "Laden", drafts, 50)) == 50
    assert told == [Changes("Laden", frozenset({("proef", "")}))]
    assert proef.rows(store, "SELECT label FROM journal_step WHERE seq > 2") == [("Laden",)]
    counts = [proef.rows(store, f"SELECT count(*) FROM {kind}")[0][0] for kind in ("proef", *PARTS)]
    assert counts == [51, 100, 100, 50]
    assert [n for (n,) in proef.rows(store, "SELECT nummer FROM proef ORDER BY nummer")] == [*range(1, 52)]
    with store.reading() as db:
        assert queries.hits(db, "antwoord 17") == [("proef", drafts[17].id)]
        assert [row.tekst for row in db.lines(proef.VRAAG, str(drafts[17].id))] == [
            "Vraag 17-0",
            "Vraag 17-1",
        ]
    found = proef.values(store, str(drafts[3].id))
    assert (str(found["maat"]), found["dag"], found["klaar"]) == ("1.50", date(2019, 1, 4), True)
    assert jobs.run(check.check(store)) == []


PARTS = ("proef_vraag", "proef_antwoord", "proef_bij")


def test_a_load_and_a_step_write_the_same(store: Store) -> None:
    values: dict[str, Any] = {"titel": "Gelijk", "soort": "klacht", "klaar": False, "aantal": 0}
    keys = [proef.add(store, **values), ids.new_id()]
    jobs.run(bulk.load(store, "Laden", [Draft(proef.SPEC, values, id=keys[1])]))
    told = [
        proef.rows(
            store,
            "SELECT field, old, new FROM journal_change WHERE row = ? AND field NOT IN ('id', 'nummer')",
            key,
        )
        for key in keys
    ]
    assert sorted(told[0]) == sorted(told[1])
    assert len({folded for (folded,) in proef.rows(store, "SELECT folded FROM search_doc")}) == 1


def test_an_empty_load_leaves_no_trace(store: Store) -> None:
    before = proef.content(store)
    assert jobs.run(bulk.load(store, "Laden", [])) == 0
    assert proef.content(store) == before


def test_a_stopped_load_leaves_nothing(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk, "CHUNK", 10)
    before = proef.content(store)
    seen: list[Progress] = []
    with pytest.raises(Stopped):
        jobs.run(bulk.load(store, "Laden", trees(50), 50), seen.append, stop=lambda: len(seen) == 3)
    assert [progress.done for progress in seen] == [10, 20, 30]
    assert proef.content(store) == before
    proef.add(store)


def test_a_load_that_fails_half_way_leaves_nothing(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk, "CHUNK", 10)
    before = proef.content(store)
    drafts = trees(30)
    drafts[25].values["verwant"] = "bestaat-niet"
    with pytest.raises(Exception, match="FOREIGN KEY"):
        jobs.run(bulk.load(store, "Laden", drafts))
    assert proef.content(store) == before
    drafts[25].values["verwant"] = None
    assert jobs.run(bulk.load(store, "Laden", drafts)) == 30
