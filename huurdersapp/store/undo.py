"""Undo and redo of named steps: a new step with the opposite values, as long as nothing changed since."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, exists, func, select
from sqlalchemy.orm import aliased

from huurdersapp.base import jobs
from huurdersapp.base.errors import UserError
from huurdersapp.base.events import Changes
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.jobs import Job
from huurdersapp.records.base import UNDONE, Row
from huurdersapp.records.spec import RecordSpec
from huurdersapp.store import connection as connections
from huurdersapp.store import floors, journal, undo_large
from huurdersapp.store.journal import (
    CHANGE,
    CREATED,
    STEP,
    StepHeader,
    StepKind,
    StepWriter,
    StoredStep,
    from_json,
    stored_step,
)
from huurdersapp.store.step import StepSession
from huurdersapp.store.store import Store

MENU = 50
"""How many steps the menu offers; the journal knows no limit."""


def undoable(store: Store, limit: int = MENU) -> list[StoredStep]:
    """The steps that can be undone, newest first: ordinary ones above the last floor that still stand."""
    with store.reading() as db:
        return _standing(db.connection(), store.head.device, limit, None)


def redoable(store: Store, limit: int = MENU) -> list[StoredStep]:
    """The steps that can be redone, the last undone first; none after something new was done."""
    with store.reading() as db:
        return redoable_in(db.connection(), store.head.device, limit)


def redoable_in(connection: Connection, device: str, limit: int) -> list[StoredStep]:
    """The same, as this connection sees it (-1: all of them)."""
    newest = connection.execute(
        select(func.max(STEP.c.seq)).where(STEP.c.device == device, STEP.c.kind == "do")
    ).scalar()
    word, later, step = aliased(STEP), aliased(STEP), STEP
    overruled = exists().where(
        later.c.device == device, later.c.target == word.c.target, later.c.seq > word.c.seq
    )
    query = (
        select(step)
        .join(word, (word.c.device == step.c.device) & (word.c.target == step.c.seq))
        .where(
            word.c.device == device,
            word.c.kind == "undo",
            word.c.seq > (newest or 0),
            step.c.seq > floor(connection, device),
            ~overruled,
        )
        .order_by(word.c.seq.desc())
        .limit(limit)
    )
    return [stored_step(row) for row in connection.execute(query)]


def undo(store: Store, step: StoredStep | None = None, *, origin: object | None = None) -> StoredStep:
    """Undo a step (the last one when none is named) and tell which it was.

    Raises UserError when there is nothing to undo, or when something that the step wrote was changed since.
    """
    return jobs.run(undoing(store, step, origin=origin))


def undoing(store: Store, step: StoredStep | None = None, *, origin: object | None = None) -> Job[StoredStep]:
    """`undo` as work that shows how far it is and can be stopped, for a large load."""
    with store.reading() as db:
        found = _standing(db.connection(), store.head.device, 1, step.seq if step else None)
    if not found or step not in (None, found[0]):
        raise UserError(_nothing(store, step))
    label = _("Ongedaan: {label}").format(label=found[0].label)
    yield from _turning(store, found[0], "undo", label, origin)
    return found[0]


def redo(store: Store, *, origin: object | None = None) -> StoredStep:
    """Do the last undone step again and tell which it was; raises UserError when there is none."""
    return jobs.run(redoing(store, origin=origin))


def redoing(store: Store, *, origin: object | None = None) -> Job[StoredStep]:
    """`redo` as work that shows how far it is and can be stopped, for a large load."""
    found = redoable(store, limit=1)
    if not found:
        raise UserError(_("Er is niets om opnieuw te doen."))
    label = _("Opnieuw: {label}").format(label=found[0].label)
    yield from _turning(store, found[0], "redo", label, origin)
    return found[0]


def is_long(store: Store, step: StoredStep) -> bool:
    """Whether turning this step round takes so long that it is done beside the window."""
    with store.reading() as db:
        return undo_large.is_large(db.connection(), step.device, step.seq)


def floor(connection: Connection, device: str) -> int:
    """The last step of this laptop beyond which nothing is undone: an erasing, or the beginning."""
    last = floors.last(connection, device)
    return 0 if last is None else last.seq


def _standing(connection: Connection, device: str, limit: int, seq: int | None) -> list[StoredStep]:
    """Steps that still stand, newest first, or the one with this number if it does."""
    word = aliased(STEP)
    last = (
        select(word.c.kind)
        .where(word.c.device == device, word.c.target == STEP.c.seq)
        .order_by(word.c.seq.desc())
        .limit(1)
        .scalar_subquery()
    )
    query = (
        select(STEP)
        .where(STEP.c.device == device, STEP.c.kind == "do", STEP.c.seq > floor(connection, device))
        .where(func.coalesce(last, "redo") == "redo")
        .order_by(STEP.c.seq.desc())
        .limit(limit)
    )
    if seq is not None:
        query = query.where(STEP.c.seq == seq)
    return [stored_step(row) for row in connection.execute(query)]


def _nothing(store: Store, step: StoredStep | None) -> str:
    """Why there is nothing to undo, or why not this step."""
    with store.reading() as db:
        connection = db.connection()
        if step is not None and step.device == store.head.device:
            return floors.why_not(connection, step)
        last = floors.last(connection, store.head.device)
        below = floors.words(connection, last) if last is not None else ""
    return " ".join(filter(None, (_("Er is niets om ongedaan te maken."), below)))


def _turning(store: Store, step: StoredStep, kind: StepKind, label: str, origin: object | None) -> Job[None]:
    """Turn a step round: a large one by sets where that is sure to be right, else row by row."""
    if is_long(store, step):
        header = StepHeader(store.author, label, kind, step.seq)
        with store.transaction() as db:
            source = step.seq if kind == "undo" else _last_undo(db, step)
            turning = undo_large.Turning(step.device, source, step.seq, kind)
            if undo_large.fits(db, turning):
                writer = StepWriter(db.connection(), store.head, header)
                touched = yield from undo_large.turn(db, writer, turning, header)
                with connections.permit(db.connection()):
                    head = writer.close()
                db.seal()
                store.head = head
            else:
                touched = set()
        if touched:
            store.bus.publish(Changes(label, frozenset((kind, "") for kind in touched), origin))
            return
    _turn(store, step, kind, label, origin)


def _turn(store: Store, step: StoredStep, kind: StepKind, label: str, origin: object | None) -> None:
    """Write the opposite of what `step` last did: an undo turns the step round, a redo turns its undo round."""
    header = StepHeader(store.author, label, kind, step.seq)
    with store.special(header, origin) as db:
        source = step.seq if kind == "undo" else _last_undo(db, step)
        changes = _changes(db, step.device, source)
        made: dict[tuple[str, str], dict[str, Any]] = {
            (change.entity, change.row): {} for change in changes if change.field == CREATED
        }
        written_since = _written_since(db, step) if kind == "undo" else frozenset()
        stale: list[str] = [
            _field_label(db, entity, field)
            for entity, row, field in sorted(written_since)
            if (entity, row) in made
        ]
        for change in reversed(changes):
            if change.field == CREATED:
                continue
            about = (change.entity, change.row)
            type_ = db.catalogue.types.get(change.entity, {}).get(change.field)
            if type_ is None:  # written by an older program, with a field that is no more
                stale.append(f"‘{change.field}’")
            elif (written := made.get(about)) is not None:
                written[change.field] = from_json(change.new, type_)
            elif (*about, change.field) in written_since:
                stale.append(_field_label(db, change.entity, change.field))
            else:
                _put_back(db, change, type_, stale)
        for (entity, key), written in made.items():
            _unmake(db, db.catalogue.tree[entity], key, written, stale)
            _refuse_used(db, entity, key, made, stale)
        if stale:
            raise UserError(
                _("‘{label}’ kan niet ongedaan worden gemaakt: daarna is {fields} gewijzigd."),
                _("Maak eerst die latere wijziging ongedaan."),
                label=step.label,
                fields=", ".join(dict.fromkeys(stale)),
            )


def _written_since(db: StepSession, step: StoredStep) -> frozenset[tuple[str, str, str]]:
    """The fields of this step that another step wrote after it and that still stands so: entity, row and field.

    The value alone does not tell: a later step may have written it away, and another one back. To undo this one between
    them would leave those with nothing to undo.
    """
    mine, later, word = CHANGE.alias(), CHANGE.alias(), STEP.alias()
    ours = (STEP.c.device == step.device) & ((STEP.c.seq == step.seq) | (STEP.c.target == step.seq))
    last = select(STEP.c.hlc).where(ours).order_by(STEP.c.seq.desc()).limit(1).scalar_subquery()
    query = (
        select(later.c.entity, later.c.row, later.c.field, word.c.device, word.c.seq, word.c.target)
        .select_from(mine.join(later, (later.c.entity == mine.c.entity) & (later.c.row == mine.c.row)))
        .join(word, (word.c.device == later.c.device) & (word.c.seq == later.c.seq))
        .where(mine.c.device == step.device, mine.c.seq == step.seq)
        .where((later.c.field == mine.c.field) | (mine.c.field == CREATED))
        .where(word.c.hlc > last)
        .distinct()
    )
    found = db.connection().execute(query).all()
    stands = {
        about: _stands(db, *about) for about in {(each.device, each.target or each.seq) for each in found}
    }
    return frozenset(
        (each.entity, each.row, each.field) for each in found if stands[each.device, each.target or each.seq]
    )


def _stands(db: StepSession, device: str, seq: int) -> bool:
    """Whether the last word on a step is not that it was undone."""
    words = select(STEP.c.kind).where(STEP.c.device == device, (STEP.c.seq == seq) | (STEP.c.target == seq))
    return db.connection().execute(words.order_by(STEP.c.seq.desc()).limit(1)).scalar() != "undo"


def _put_back(db: StepSession, change: Any, type_: type, stale: list[str]) -> None:
    """Give a field the value from before, or tell that it was changed since."""
    row: Row | None = db.get(db.catalogue.cls(change.entity), change.row)
    if row is None or getattr(row, change.field) != from_json(change.new, type_):
        stale.append(_field_label(db, change.entity, change.field))
    else:
        setattr(row, change.field, from_json(change.old, type_))


def _unmake(
    db: StepSession, spec: RecordSpec, key: str, written: Mapping[str, Any], stale: list[str]
) -> None:
    """Put away a row that the step made, if it is still wholly as the step made it: what was filled in later, in a
    field that was empty, would go too."""
    row: Row | None = db.get(spec.cls, key)
    later = [
        _field_label(db, spec.key, column)
        for column in db.catalogue.columns[spec.key]
        if row is None or getattr(row, column) != written.get(column)
    ]
    stale += later
    if row is not None and not later:
        row.verwijderd = UNDONE


def _refuse_used(
    db: StepSession, entity: str, key: str, made: Container[tuple[str, str]], stale: list[str]
) -> None:
    """Tell what came to hang on a row after the step that made it: lines, and links of other records."""
    for spec in db.catalogue.tree.values():
        table = spec.table
        for column in table.columns:
            if not any(foreign.column.table.name == entity for foreign in column.foreign_keys):
                continue
            query = select(table.c.id).where(column == key, table.c.verwijderd.is_(None))
            if any((spec.key, found) not in made for found in db.scalars(query)):
                stale.append(f"‘{spec.label}’")
                break


def _last_undo(db: StepSession, step: StoredStep) -> int:
    query = select(func.max(STEP.c.seq)).where(
        STEP.c.device == step.device, STEP.c.target == step.seq, STEP.c.kind == "undo"
    )
    return int(db.execute(query).scalar_one())


def _changes(db: StepSession, device: str, seq: int) -> Sequence[Any]:
    query = select(CHANGE).where(CHANGE.c.device == device, CHANGE.c.seq == seq).order_by(CHANGE.c.n)
    return db.connection().execute(query).all()


def _field_label(db: StepSession, entity: str, column: str) -> str:
    spec = db.catalogue.tree[entity]
    item = spec.by_column.get(column)
    return f"‘{item.label if item else spec.label}’"


def history(store: Store, entity: str, row: str) -> list[tuple[StoredStep, list[journal.Change]]]:
    """Each step that touched a row, newest first, with its changes as Python values (None where erased)."""
    with store.reading() as db:
        types = db.catalogue.types[entity]
        query = (
            select(CHANGE, STEP)
            .join(STEP, (STEP.c.device == CHANGE.c.device) & (STEP.c.seq == CHANGE.c.seq))
            .where(CHANGE.c.entity == entity, CHANGE.c.row == row)
            .order_by(STEP.c.hlc.desc(), CHANGE.c.n)
        )
        steps: dict[tuple[str, int], tuple[StoredStep, list[journal.Change]]] = {}
        for found in db.connection().execute(query):
            type_ = types.get(found.field, object)  # unknown when an older program wrote it
            values = (from_json(found.old, type_), from_json(found.new, type_))
            entry = steps.setdefault((found.device, found.seq), (stored_step(found), []))
            entry[1].append(journal.Change(entity, row, found.field, *values))
        return list(steps.values())
