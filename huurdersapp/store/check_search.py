"""Whether search finds every record by its words, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import select

from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.spec import RecordSpec
from huurdersapp.store import search
from huurdersapp.store.faults import Faults
from huurdersapp.store.step import ReadSession

PIECE = 500
KINDS = frozenset({"document", "index"})
"""Faults that are told here; `repair.search_again` puts all of them right."""


def documents(db: ReadSession, faults: Faults) -> Iterator[int]:
    """Compare the folded text of every record with its fields and lines, both ways."""
    run = db.connection().exec_driver_sql
    expected = 0
    for spec in db.catalogue.specs.values():
        after = ""
        table = spec.table
        while rows := (
            db.connection()
            .execute(select(table).where(table.c.id > after).order_by(table.c.id).limit(PIECE))
            .mappings()
            .all()
        ):
            after = rows[-1]["id"]
            docs = run(
                "SELECT row, folded FROM search_doc WHERE entity = ? AND row BETWEEN ? AND ?",
                (spec.key, rows[0]["id"], after),
            )
            said: dict[str, str] = dict(docs.all())
            alive: list[Mapping[str, Any]] = [dict(row) for row in rows if row["verwijderd"] is None]
            right = texts_of(db, spec, alive)
            expected += len(right)
            for row in rows:
                if said.get(row["id"]) != right.get(row["id"]):
                    faults.add(
                        "document",
                        _("{kind} {number} wordt niet goed gevonden bij zoeken.").format(
                            kind=spec.label, number=row["nummer"]
                        ),
                    )
            yield len(rows)
    if run("SELECT count(*) FROM search_doc").scalar_one() != expected:
        faults.add("document", _("Bij zoeken komen er meer of minder records voor dan er zijn."))


def texts_of(db: ReadSession, spec: RecordSpec, rows: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    """The folded text of each of these records, by key."""
    lines: dict[str, list[tuple[RecordSpec, Mapping[str, Any]]]] = {row["id"]: [] for row in rows}
    for part in db.catalogue.searched[spec.key]:
        roots = {row["id"]: row["id"] for row in rows}
        for step in db.catalogue.path_down(spec, part):
            table = step.table
            query = select(table).where(table.c.ouder_id.in_(list(roots)), table.c.verwijderd.is_(None))
            found = db.connection().execute(query).mappings().all() if roots else []
            if step is part:
                for line in found:
                    lines[roots[line["ouder_id"]]].append((part, dict(line)))
            roots = {line["id"]: roots[line["ouder_id"]] for line in found}
    return {row["id"]: search.document(spec, row, lines[row["id"]]) for row in rows}


def index(db: ReadSession, faults: Faults) -> Iterator[int]:
    """Compare the index with the folded texts: of each three signs, in how many texts and in which they stand."""
    driver: Any = db.connection().connection.dbapi_connection
    right: dict[str, list[int]] = {}
    count = 0
    for rowid, folded in driver.execute("SELECT rowid, folded FROM search_doc"):
        for gram in {folded[at : at + 3] for at in range(len(folded) - 2)}:
            sums = right.setdefault(gram, [0, 0])
            sums[0] += 1
            sums[1] += rowid
        count += 1
        if count % PIECE == 0:
            yield PIECE
    with _vocabulary(driver) as vocabulary:
        said = {
            term: [texts, total]
            for term, texts, total in driver.execute(
                f"SELECT term, count(*), sum(doc) FROM {vocabulary} GROUP BY term"
            )
        }
    wrong = sum(said.get(gram) != sums for gram, sums in right.items()) + len(said.keys() - right.keys())
    if wrong:
        faults.add("index", _("De index van zoeken klopt op {count} plaatsen niet.").format(count=wrong))
    yield count


@contextmanager
def _vocabulary(driver: Any) -> Iterator[str]:
    """A view of what is in the index; it lies in memory, but even that counts as a change for a connection that looks."""
    driver.execute("PRAGMA query_only=OFF")
    try:
        driver.execute("CREATE VIRTUAL TABLE temp.search_terms USING fts5vocab(main, search_index, instance)")
        try:
            yield "temp.search_terms"
        finally:
            driver.execute("DROP TABLE temp.search_terms")
    finally:
        driver.execute("PRAGMA query_only=ON")
