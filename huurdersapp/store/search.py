"""Search over all records: an index of three letters at a time over folded text, kept by every step.

SQLite only (FTS5). The folded words of a record stand in `search_doc`, two spaces before each: so the three
signs "  h" and " hu" exist in the index too, and one index answers both the beginning of a word (from one letter)
and its inside (from three). The index holds no text itself (`content=''`) and no positions (`detail=none`), which
halves it; a hit is checked against the folded text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Index,
    Integer,
    Select,
    String,
    Table,
    Text,
    and_,
    column,
    exists,
    func,
    select,
    table,
)

from huurdersapp.base.markup import words
from huurdersapp.records.base import Base
from huurdersapp.records.spec import RecordSpec
from huurdersapp.records.text import fold

DOC = Table(
    "search_doc",
    Base.metadata,
    Column("rowid", Integer, primary_key=True),
    Column("entity", String, nullable=False),
    Column("row", String, nullable=False),
    Column("folded", Text, nullable=False),
    Index("ix_search_doc_row", "row"),
)
INDEX = table("search_index", column("rowid"), column("search_index"))
CREATE_INDEX = (
    "CREATE VIRTUAL TABLE search_index USING fts5("
    "folded, content='', detail=none, tokenize='trigram case_sensitive 1')",
)
# Without the option secure-delete: with detail=none it takes other records out of the index too (SQLite 3.53.4;
# check() sees it within ten steps). Erasing makes the index again as a whole, see `rebuild`.
MOST = 40
"""Words of a search that count, and groups of three signs that the index is asked for."""
_ADD = "INSERT INTO search_index(rowid, folded) VALUES (?, ?)"
_DROP = "INSERT INTO search_index(search_index, rowid, folded) VALUES ('delete', ?, ?)"


def folded(texts: Iterable[str | None]) -> str:
    """The text of a record as the index has it."""
    return "".join(f"  {word}" for text in texts if text for word in fold(text))


def document(
    spec: RecordSpec, values: Mapping[str, Any], lines: Iterable[tuple[RecordSpec, Mapping[str, Any]]]
) -> str:
    """What search finds a record by: its own search fields, its choices' words, and those of its lines.

    The order of the lines does not matter, so that one can check what the index says, however it was made.
    """
    inside = sorted(shown for part, line in lines for shown in _texts(part, line) if shown)
    return folded([*_texts(spec, values), *inside])


def _texts(spec: RecordSpec, values: Mapping[str, Any]) -> Iterable[str | None]:
    for key in spec.search:
        item = spec.fields[key]
        value = values.get(item.column)
        if item.choices and value:
            yield item.choices.label(value)
        else:
            yield words(value) if item.note.long and value else value


def put(connection: Connection, entity: str, row: str, new: str | None, known: bool = True) -> None:
    """Let the index say `new` of a record (None: not findable); `known` False skips looking for what it said."""
    run = connection.exec_driver_sql
    found = run("SELECT rowid, folded FROM search_doc WHERE row = ?", (row,)).first() if known else None
    if found is not None and found[1] != new:
        run(_DROP, (found[0], found[1]))
        if new is None:
            run("DELETE FROM search_doc WHERE rowid = ?", (found[0],))
        else:
            run("UPDATE search_doc SET folded = ? WHERE rowid = ?", (new, found[0]))
            run(_ADD, (found[0], new))
    elif found is None and new is not None:
        done = run("INSERT INTO search_doc (entity, row, folded) VALUES (?, ?, ?)", (entity, row, new))
        run(_ADD, (done.lastrowid, new))


def put_many(connection: Connection, docs: Sequence[tuple[str, str, str]]) -> None:
    """Add (entity, row, folded) of many new records at once."""
    first = connection.exec_driver_sql("SELECT coalesce(max(rowid), 0) + 1 FROM search_doc").scalar_one()
    connection.exec_driver_sql(
        "INSERT INTO search_doc (rowid, entity, row, folded) VALUES (?, ?, ?, ?)",
        [(first + index, *doc) for index, doc in enumerate(docs)],
    )
    connection.exec_driver_sql(_ADD, [(first + index, doc[2]) for index, doc in enumerate(docs)])


def replace_many(connection: Connection, entity: str, rows: Sequence[str], shown: Mapping[str, str]) -> None:
    """Let the index say `shown` of many records at once, and nothing of those of `rows` that are not in it."""
    known = connection.execute(
        select(DOC.c.rowid, DOC.c.row, DOC.c.folded).where(DOC.c.entity == entity, DOC.c.row.in_(rows))
    ).all()
    stale = [(rowid, text) for rowid, row, text in known if shown.get(row) != text]
    if stale:
        connection.exec_driver_sql(_DROP, stale)
        connection.exec_driver_sql(
            "DELETE FROM search_doc WHERE rowid = ?", [(rowid,) for rowid, _text in stale]
        )
    right = {row for _rowid, row, text in known if shown.get(row) == text}
    if fresh := [(entity, row, text) for row, text in shown.items() if row not in right]:
        put_many(connection, fresh)


def rebuild(connection: Connection) -> None:
    """Make the index again from the folded texts: after erasing nothing of the old letters is left in it."""
    connection.exec_driver_sql("INSERT INTO search_index(search_index) VALUES ('delete-all')")
    connection.exec_driver_sql("INSERT INTO search_index(rowid, folded) SELECT rowid, folded FROM search_doc")
    connection.exec_driver_sql("INSERT INTO search_index(search_index) VALUES ('optimize')")


def terms(words: str) -> list[str]:
    """The folded words of a search, each once; without any the search finds nothing.

    Somebody may paste a whole letter: after `MOST` words the rest does not count.
    """
    return list(dict.fromkeys(fold(words)))[:MOST]


def found(words: Sequence[str]) -> Select[Any]:
    """A select of the rows of `search_doc` that the index finds by the words; their texts may still say otherwise."""
    grams: dict[str, None] = {}
    for word in words:
        if len(grams) > MOST:
            break  # the texts themselves are looked at below
        shown = word if len(word) >= 3 else f"  {word}"[-3:]
        grams |= {f'"{shown[at : at + 3]}"': None for at in range(min(len(shown) - 2, MOST))}
    return select(INDEX.c.rowid).where(INDEX.c.search_index.op("MATCH")(" AND ".join(grams)))


def _checks(words: Sequence[str]) -> list[ColumnElement[bool]]:
    """The conditions on the text itself: a word of three letters or more anywhere, a shorter one at a beginning."""
    return [func.instr(DOC.c.folded, word if len(word) > 2 else f"  {word}") > 0 for word in words]


def matches(words: Sequence[str]) -> ColumnElement[bool]:
    """The condition on `search_doc` that all words are found."""
    return and_(DOC.c.rowid.in_(found(words)), *_checks(words))


def says(key: ColumnElement[str], words: Sequence[str]) -> ColumnElement[bool]:
    """The condition that the text of the record with this key has all words, without the index: for a record at a time."""
    return exists().where(DOC.c.row == key, *_checks(words))


def hits(entity: str, words: Sequence[str]) -> Any:
    """A select of the keys of the records of a kind that the words find."""
    return select(DOC.c.row).where(DOC.c.entity == entity, matches(words))
