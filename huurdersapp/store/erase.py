"""Erasing for the AVG: named fields of records blanked in row, journal and index, as a floor for undo."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from sqlalchemy import and_, bindparam, delete, exists, func, or_, select, text
from sqlalchemy.orm.attributes import set_committed_value

from huurdersapp.base.events import Changes
from huurdersapp.base.i18n import gettext as _t
from huurdersapp.records.base import EMPTIED, Part, Record, Row
from huurdersapp.records.bijlage import INHOUD, Bestand
from huurdersapp.records.spec import RecordSpec
from huurdersapp.store import contents, erased, search
from huurdersapp.store.concepts import CONCEPT, ENTITY
from huurdersapp.store.connection import checkpoint, permit
from huurdersapp.store.erased import BYTES, Erased
from huurdersapp.store.journal import CHANGE, STEP, Change, StepHeader, StepWriter, from_json, moment_of
from huurdersapp.store.journal import GONE as REMOVED
from huurdersapp.store.preferences import VOORKEUR
from huurdersapp.store.step import ReadSession, update_search
from huurdersapp.store.store import Store

GONE = "(gewist)"
PIECE = 500
"""Rows at a time: fewer than the variables that one statement may have."""
_BLANK = text(
    "UPDATE journal_change SET old = NULL, new = NULL, salt = NULL "
    "WHERE entity = :entity AND row = :row AND field = :field"
)
_MARK = text("INSERT OR REPLACE INTO journal_erased VALUES (:entity, :row, :field, :at, :reason)")
_MARK_OF_BIN = text("INSERT OR IGNORE INTO journal_erased VALUES (:entity, :row, :field, :at, :reason)")
"""What somebody asked to be erased before stays known as that."""


@dataclass(frozen=True, slots=True)
class Blank:
    """A field of a row that goes. `text` is what stays of a text of which a part goes; without it nothing stays. `keep`: what
    stands there now stays, and only what the history says of it goes. `at` and `reason` are those of an earlier erasing that
    is done once more."""

    entity: str
    row: str
    column: str
    text: str | None = None
    keep: bool = False
    at: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Erasing:
    """All that goes in one step: fields, forms that were not saved (keys of concepts), what screens remember (keys of
    preferences), and contents by their SHA-256, whose bytes go while the lines that name them stay as they are.
    `tombs`: records of the waste bin (kind and key) of which only kind and number stay."""

    blanks: Sequence[Blank] = ()
    tombs: Sequence[tuple[str, str]] = ()
    concepts: Collection[str] = ()
    preferences: Collection[str] = ()
    contents: Collection[str] = ()


def erase(store: Store, entity: str, row: str, columns: Sequence[str], label: str, reason: str) -> None:
    """Blank these columns of one row for good; see `erase_many`."""
    erase_many(store, entity, [row], columns, label, reason)


def erase_many(
    store: Store,
    entity: str,
    rows: Collection[str],
    columns: Sequence[str],
    label: str,
    reason: str,
    *,
    concepts: Collection[str] = (),
) -> int:
    """Blank these columns of many rows of a kind for good; see `erase_all`."""
    blanks = [Blank(entity, row, column) for row in rows for column in columns]
    return erase_all(store, Erasing(blanks, concepts=concepts), label, reason)


def erase_all(store: Store, what: Erasing, label: str, reason: str) -> int:
    """Blank fields of rows of any kinds for good, in one step: in the rows, in every journal entry, in the search index.
    All of it or nothing. Gives how many rows there was something to erase of.

    A text that may not be empty becomes `GONE`. A field that never held anything is passed over. This is the one road by
    which a fixed version changes.

    The chain of hashes stays checkable, because hashes of salted values stand apart from the values. Nothing before
    this step can be undone any more. Forms of the records that were not saved (concepts) go too, as they may hold what
    was erased. With the `inhoud` of an attachment go its bytes, unless something else needs them; so do bytes that only such
    a concept named. `label` and `reason` hold no personal data. What older copies of the store still hold is for whoever
    keeps the copies; the list beside the store (`erased`) sees to it that restoring one erases again.

    Raises KeyError for a row that is not there.
    """
    told: set[tuple[str, str]] = set()
    head, rows = None, 0
    with store.transaction() as db:
        work = _Work(db, StepWriter(db.connection(), store.head, StepHeader(store.author, label, "erase")))
        by_kind: dict[str, dict[tuple[str, str], Blank]] = {}
        for blank in what.blanks:
            by_kind.setdefault(blank.entity, {})[blank.row, blank.column] = blank
        with permit(db.connection()):
            for entity, blanks in by_kind.items():
                work.blank(entity, blanks, reason)
            work.bury(what.tombs)
            told |= work.forget(what)
            gone = work.without_bytes(what.contents, reason)
            contents.let_go(db, gone | contents.unused(db, store.head.device, work.named))
            rows = len({change[:2] for change in work.changes})
            update_search(db, dict.fromkeys(change[:2] for change in work.changes), set())
            if work.changes or gone:
                head = work.writer.close()
                search.rebuild(db.connection())
        db.seal()
        store.head = head or store.head
        told |= work.looked
    checkpoint(store.engine)
    _note(store)
    store.bus.publish(Changes(label, frozenset(told)))
    return rows


def once_more(store: Store, items: Iterable[Erased]) -> int:
    """What `erased.again` does. Which copies were made on sticks stays known: where they are must be looked up one day."""
    from huurdersapp.store import sticks

    with store.reading() as db:
        here = {each.key: each for each in erased.in_store(db.connection())}
        items = [each for each in items if each.key not in here or here[each.key].moment < each.moment]
        there = list(_there(db, items))
        named = {each.row for each in items if (each.entity, each.field) == (INHOUD.name, BYTES)}
        bytes_of = set(db.scalars(select(INHOUD.c.sha256).where(INHOUD.c.sha256.in_(named))))
        if not there and not bytes_of:
            return 0
        last = max(each.moment for each in items)
        forms = select(CONCEPT.c.id).where(CONCEPT.c.bijgewerkt <= last)
        what = Erasing(
            [Blank(*each.key, each.text, at=each.at, reason=each.reason) for each in there],
            concepts=list(db.scalars(forms)),
            preferences=list(db.scalars(select(VOORKEUR.c.sleutel).where(VOORKEUR.c.sleutel != sticks.KEY))),
            contents=bytes_of,
        )
    return erase_all(store, what, _t("Opnieuw gewist na terugzetten"), "teruggezet")


def _there(db: ReadSession, items: Sequence[Erased]) -> Iterator[Erased]:
    """Those whose field is in this store, and was not written since."""
    by_kind: dict[str, list[Erased]] = {}
    for each in items:
        if each.field in db.catalogue.columns.get(each.entity, ()) and _may_go(db, each):
            by_kind.setdefault(each.entity, []).append(each)
    for entity, found in by_kind.items():
        table, rows = db.catalogue.tree[entity].table, set[str]()
        later: dict[tuple[str, str], int] = {}
        for piece in _pieces({each.row for each in found}):
            rows |= set(db.scalars(select(table.c.id).where(table.c.id.in_(piece))))
            written = (
                select(CHANGE.c.row, CHANGE.c.field, func.max(STEP.c.hlc))
                .join(STEP, (STEP.c.device == CHANGE.c.device) & (STEP.c.seq == CHANGE.c.seq))
                .where(CHANGE.c.entity == entity, CHANGE.c.row.in_(piece), CHANGE.c.new.is_not(None))
                .group_by(CHANGE.c.row, CHANGE.c.field)
            )
            later |= {(row, field): hlc for row, field, hlc in db.connection().execute(written)}
        for each in found:
            hlc = later.get((each.row, each.field))
            if each.row in rows and (hlc is None or moment_of(hlc) <= each.moment):
                yield each


def _may_go(db: ReadSession, item: Erased) -> bool:
    """Whether a row can be without this field, or a text can say that it is gone: no number, and no owner."""
    column = db.catalogue.tree[item.entity].table.c[item.field]
    return bool(column.nullable) or (column.type.python_type is str and not column.foreign_keys)


def _note(store: Store) -> None:
    """Let the file beside the store say all that the store says: also what a cut-off earlier one did not come to."""
    with store.reading() as db:
        erased.note(store.folder, erased.in_store(db.connection()))


class _Work:
    """What one erasing does to the tables, within its transaction."""

    def __init__(self, db: ReadSession, writer: StepWriter) -> None:
        self.db, self.writer, self.run = db, writer, db.connection()
        self.at = writer.moment.isoformat(timespec="milliseconds")
        self.changes: list[Change] = []
        self.looked: set[tuple[str, str]] = set()
        self.named: set[str] = set()
        """Contents that were named by what goes."""

    def blank(self, entity: str, blanks: dict[tuple[str, str], Blank], reason: str) -> None:
        """Blank these fields of rows of one kind, in the rows and in their journal, and drop the forms of their records."""
        db, spec = self.db, self.db.catalogue.tree[entity]
        found = _found(db, spec, {row for row, _column in blanks})
        held = _held(db, spec, found, list(blanks))
        self.named |= _contents(db, spec, [key for key, column in held if column == contents.FIELD])
        columns: dict[str, list[dict[str, Any]]] = {}
        for key, column in held:
            empty = None if spec.table.c[column].nullable else GONE
            blank = blanks[key, column]
            value = getattr(found[key], column) if blank.keep else blank.text or empty
            columns.setdefault(column, []).append({"key": key, "value": value})
            # Past the objects: those of a fixed version refuse every change.
            set_committed_value(found[key], column, value)
            self.changes.append(Change(entity, key, column, None, value))
        for column, values in columns.items():
            update = spec.table.update().where(spec.table.c.id == bindparam("key"))
            self.run.execute(update.values({column: bindparam("value")}), values)
        marks = [
            {
                "entity": entity,
                "row": key,
                "field": column,
                "at": blanks[key, column].at or self.at,
                "reason": blanks[key, column].reason or reason,
            }
            for key, column in held
        ]
        if marks:
            self.run.execute(
                _BLANK, [{name: each[name] for name in ("entity", "row", "field")} for each in marks]
            )
            self.run.execute(_MARK_OF_BIN if reason == erased.OF_THE_BIN else _MARK, marks)
            self.writer.add(self.changes[-len(marks) :])
        self.looked |= {(entity, key) for key in found}
        owner, records = _records(db, spec, list(found.values()))
        kind, numbers = CONCEPT.c.soort == owner.key, sorted({row.nummer for row in records})
        for piece in _pieces(numbers):
            self._drop_concepts(and_(kind, CONCEPT.c.nummer.in_(piece)))

    def bury(self, tombs: Sequence[tuple[str, str]]) -> None:
        """Take these records out of the waste bin for good: what is left of them is their kind and number."""
        by_kind: dict[str, list[str]] = {}
        for entity, key in tombs:
            by_kind.setdefault(entity, []).append(key)
        for entity, keys in by_kind.items():
            spec = self.db.catalogue.tree[entity]
            found = _found(self.db, spec, keys)
            for key in keys:
                self.changes.append(Change(entity, key, REMOVED, found[key].verwijderd, EMPTIED))
                set_committed_value(found[key], REMOVED, EMPTIED)
            update = spec.table.update().where(spec.table.c.id == bindparam("key"))
            self.run.execute(update.values({REMOVED: EMPTIED}), [{"key": key} for key in keys])
            self.writer.add(self.changes[-len(keys) :])
            self.looked |= {(entity, key) for key in keys}

    def forget(self, what: Erasing) -> set[tuple[str, str]]:
        """Drop these forms and what screens remember; gives the forms, for who shows them."""
        for piece in _pieces(what.concepts):
            self._drop_concepts(CONCEPT.c.id.in_(piece))
        for piece in _pieces(what.preferences):
            self.run.execute(delete(VOORKEUR).where(VOORKEUR.c.sleutel.in_(piece)))
        return {each for each in self.looked if each[0] == ENTITY}

    def without_bytes(self, digests: Collection[str], reason: str) -> set[str]:
        """Which of these contents are there; that their bytes go is put down, so that nobody misses them."""
        found: set[str] = set()
        for piece in _pieces(digests):
            found |= set(
                self.run.execute(select(INHOUD.c.sha256).where(INHOUD.c.sha256.in_(piece))).scalars()
            )
        for digest in sorted(found):
            mark = {"entity": INHOUD.name, "row": digest, "field": BYTES, "at": self.at, "reason": reason}
            self.run.execute(_MARK, mark)
        return found

    def _drop_concepts(self, ours: Any) -> None:
        """Take concepts away, and keep in mind which contents they named."""
        named = select(INHOUD.c.sha256).where(
            exists().where(ours, func.instr(CONCEPT.c.gegevens, INHOUD.c.sha256) > 0)
        )
        self.named |= set(self.run.execute(named).scalars())
        gone = self.run.execute(select(CONCEPT.c.id).where(ours)).scalars().all()
        self.looked |= {(ENTITY, key) for key in gone}
        self.run.execute(delete(CONCEPT).where(ours))


def _found(db: ReadSession, spec: RecordSpec, rows: Collection[str]) -> dict[str, Any]:
    cls = spec.cls
    found = {
        row.id: row for piece in _pieces(rows) for row in db.scalars(select(cls).where(cls.id.in_(piece)))
    }
    if missing := set(rows) - found.keys():
        raise KeyError(*missing)
    return found


def _held(
    db: ReadSession, spec: RecordSpec, found: dict[str, Any], fields: Sequence[tuple[str, str]]
) -> list[tuple[str, str]]:
    """The fields (row and column) in which something stands, or once stood."""
    known = {(key, column) for key, column in fields if getattr(found[key], column) is not None}
    once = select(CHANGE.c.row, CHANGE.c.field).where(
        CHANGE.c.entity == spec.key,
        CHANGE.c.field.in_({column for _key, column in fields}),
        or_(CHANGE.c.old.is_not(None), CHANGE.c.new.is_not(None)),
    )
    for piece in _pieces(found):
        rows = db.connection().execute(once.where(CHANGE.c.row.in_(piece)))
        known |= {(key, column) for key, column in rows}
    return [field for field in fields if field in known]


def _records(db: ReadSession, spec: RecordSpec, rows: list[Row]) -> tuple[RecordSpec, list[Record]]:
    """The records that these rows are, or that they stand in."""
    found: list[Any] = rows
    while issubclass(spec.cls, Part):
        keys = sorted({row.ouder_id for row in found})
        spec = db.catalogue.owner[spec.key]
        found = list(_found(db, spec, keys).values())
    return spec, found


def _contents(db: ReadSession, spec: RecordSpec, rows: Collection[str]) -> set[str]:
    """The contents that lines of attachments name, and those that they named before."""
    found: set[str] = set()
    for piece in _pieces(rows if issubclass(spec.cls, Bestand) else ()):
        query = select(CHANGE.c.old, CHANGE.c.new).where(
            CHANGE.c.entity == spec.key, CHANGE.c.row.in_(piece), CHANGE.c.field == contents.FIELD
        )
        written = (value for pair in db.connection().execute(query) for value in pair)
        found |= {from_json(value, str) for value in written if value is not None}
    return found


def _pieces(items: Iterable[Any]) -> Iterator[list[Any]]:
    source = iter(items)
    while piece := list(islice(source, PIECE)):
        yield piece
