"""What happened to a record and its lines, read from the journal; back to what was, by step or by field."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import select

from huurdersapp.actions import stappen, terugzetten
from huurdersapp.actions.context import Context
from huurdersapp.actions.names import Names, in_words
from huurdersapp.actions.plain import Plain
from huurdersapp.actions.records import HIGHEST, find, missing
from huurdersapp.base.errors import UserError
from huurdersapp.base.formats import day, moment
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.jobs import Job
from huurdersapp.records.base import EMPTIED, IN_BIN, Record
from huurdersapp.records.spec import Field, RecordSpec
from huurdersapp.store import queries
from huurdersapp.store import undo as store_undo
from huurdersapp.store.floors import why_not
from huurdersapp.store.journal import CREATED, ERASED, Change, StoredStep
from huurdersapp.store.step import ReadSession

Event = Literal["gemaakt", "gewijzigd", "gewist", "weggegooid", "teruggehaald", "geleegd"]
"""What happened; `geleegd`: it went with the emptying of the waste bin, and only its number stays."""
_GONE = "verwijderd"


@dataclass(frozen=True, slots=True)
class Source:
    """Where something happened: the row (of kind or list `entity`) and the value that it had before."""

    entity: str
    row: str
    old: Any = None


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that a step did: to a field, or (without one) to the record or line as a whole.

    `part` and `line` say in which list inside the record, and which line of it. Values are in words, None where
    there was none.
    """

    event: Event
    part: str | None = None
    part_label: str | None = None
    line: str | None = None
    field: str | None = None
    label: str | None = None
    old: str | None = None
    new: str | None = None
    source: Source | None = dataclasses.field(default=None, repr=False, compare=False)

    @property
    def can_go_back(self) -> bool:
        """Whether `put_back` knows what to do with it: a changed field, or a line that was thrown away."""
        changed = self.event == "gewijzigd" and self.field is not None
        return self.source is not None and (changed or (self.event == "weggegooid" and self.part is not None))


@dataclass(frozen=True, slots=True)
class Entry:
    """One step as far as it touched the record; `step` is what `undo` takes."""

    moment: datetime
    author: str
    label: str
    happenings: list[Happening]
    step: StoredStep | None = dataclasses.field(default=None, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class _Place:
    """A row of the record: itself, or a line in the list `part` (a path, for a list within a list)."""

    spec: RecordSpec
    row: str
    part: str | None = None
    part_label: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """A step of this laptop, in the list of what was done. `can_undo`: it still stands, and what it wrote was not
    changed since; `undo` has the last word, for what came to hang on it. `why`: why it cannot be undone."""

    label: str
    moment: datetime
    author: str
    can_undo: bool
    stored: StoredStep
    why: str = ""


@dataclass(frozen=True, slots=True)
class Turned:
    """A step that was undone or done again: its label, and the records that it touched and that can be opened, as kind
    and number (at most `stappen.MOST`)."""

    label: str
    touched: tuple[tuple[str, int], ...]

    def __str__(self) -> str:
        return self.label


def undo(ctx: Context, step: StoredStep | None = None, *, origin: object | None = None) -> Turned:
    """Undo a step (the last one when none is named); raises UserError when there is none or it was built upon."""
    return _turned(ctx, store_undo.undo(ctx.store, step, origin=origin))


def redo(ctx: Context, *, origin: object | None = None) -> Turned:
    """Do the last undone step again; raises UserError when there is none."""
    return _turned(ctx, store_undo.redo(ctx.store, origin=origin))


def undoing(ctx: Context, step: StoredStep | None = None, *, origin: object | None = None) -> Job[Turned]:
    """`undo` as work that shows how far it is; stopped, it changes nothing."""
    done = yield from store_undo.undoing(ctx.store, step, origin=origin)
    return _turned(ctx, done)


def redoing(ctx: Context, *, origin: object | None = None) -> Job[Turned]:
    """`redo` as work that shows how far it is; stopped, it changes nothing."""
    step = yield from store_undo.redoing(ctx.store, origin=origin)
    return _turned(ctx, step)


def undo_takes_long(ctx: Context, step: StoredStep | None = None) -> bool:
    """Whether the step (by default the last one) is a load so large that undoing it is work beside the window."""
    asked = [step] if step is not None else store_undo.undoable(ctx.store, 1)
    return any(store_undo.is_long(ctx.store, each) for each in asked)


def redo_takes_long(ctx: Context) -> bool:
    """The same for the step that `redo` would take."""
    return any(store_undo.is_long(ctx.store, step) for step in store_undo.redoable(ctx.store, 1))


def _turned(ctx: Context, step: StoredStep) -> Turned:
    with ctx.store.reading() as db:
        return Turned(step.label, stappen.touched(db, step))


def next_undo(ctx: Context) -> str | None:
    """The label of the step that `undo` would take, for the menu."""
    return next((step.label for step in store_undo.undoable(ctx.store, 1)), None)


def next_redo(ctx: Context) -> str | None:
    """The label of the step that `redo` would take, for the menu."""
    return next((step.label for step in store_undo.redoable(ctx.store, 1)), None)


def steps(ctx: Context, limit: int = store_undo.MENU, *, floors: bool = False) -> list[Step]:
    """What was done on this laptop, newest first; undoing and redoing are no steps of their own here.

    With `floors` the steps beyond which nothing is undone are there too, such as an erasing.
    """
    standing = {step.seq for step in store_undo.undoable(ctx.store, limit)}
    with ctx.store.reading() as db:
        done = stappen.done(db, ctx.store.head.device, limit, floors=floors)
        stale = stappen.built_upon(db, [step for step in done if step.seq in standing])
        why = {step.seq: why_not(db.connection(), step) for step in done if step.seq not in standing}
    why |= {seq: _("Daarna is hieraan nog iets gewijzigd.") for seq in stale}
    return [
        Step(step.label, step.moment, step.author, step.seq not in why, step, why.get(step.seq, ""))
        for step in done
    ]


def put_back(
    ctx: Context, spec: RecordSpec, number: int, happening: Happening, *, origin: object | None = None
) -> str:
    """Give one field its old value again, or bring back a line that was thrown away, in a step of its own; gives its
    label. What else changed since stays.

    Raises Refused when a rule forbids it; UserError when the record is not there or lies in the waste bin, when it is
    so already, and for what cannot go back this way (see `Happening.can_go_back`).
    """
    source = happening.source
    if source is None or not happening.can_go_back:
        raise UserError(_("Dit is hier niet terug te zetten."), _("Kies een veld dat is gewijzigd."))
    what = (happening.label if happening.field else happening.part_label) or ""
    label = _("{kind} {number}: {what} terugzetten").format(
        kind=spec.label, number=number, what=what[:1].lower() + what[1:]
    )
    with ctx.store.step(label, origin=origin) as db:
        row = there(db, spec, number)
        path = tuple((happening.part or "").split(".")) if happening.part else ()
        if happening.field is not None:
            terugzetten.field(db, spec, row, path, source.row, happening.field, source.old)
        else:
            terugzetten.line(db, spec, row, path, source.row)
    return label


def there(db: ReadSession, spec: RecordSpec, number: int) -> Record:
    """The live record with this number; raises UserError that tells whether it lies in the waste bin."""
    table = spec.table
    binned = select(table.c.id).where(table.c.nummer == number, table.c.verwijderd == IN_BIN)
    if number <= HIGHEST and queries.by_number(db, spec, number) is None and db.scalar(binned) is not None:
        raise UserError(
            _("{label} {number} ligt in de prullenbak."),
            _("Zet het daar eerst terug."),
            label=spec.label,
            number=number,
        )
    return find(db, spec, number)


def history(ctx: Context, spec: RecordSpec, number: int) -> list[Entry]:
    """Each step that touched a record or its lines, newest first; of a record in the waste bin too.

    Raises UserError when there never was one with this number.
    """
    with ctx.store.reading() as db:
        given = spec.table.c.nummer == number
        keys = list(db.scalars(select(spec.table.c.id).where(given))) if number <= HIGHEST else []
        if not keys:
            raise missing(spec, number)
        places = [place for key in keys for place in _places(db, _Place(spec, key))]
        names = Names(db)
        steps: dict[tuple[str, int], tuple[StoredStep, list[Happening]]] = {}
        for place in places:
            for step, changes in store_undo.history(ctx.store, place.spec.key, place.row):
                happenings = steps.setdefault((step.device, step.seq), (step, []))[1]
                happenings += _happenings(place, changes, names, _erased(db, place))
    found = sorted(steps.values(), key=lambda pair: (pair[0].moment, pair[0].seq), reverse=True)
    return [Entry(step.moment, step.author, step.label, happenings, step) for step, happenings in found]


def _places(db: ReadSession, owner: _Place) -> Iterator[_Place]:
    yield owner
    for part in owner.spec.parts:
        table = part.spec.table
        path = f"{owner.part}.{part.key}" if owner.part else part.key
        query = select(table.c.id).where(table.c.ouder_id == owner.row).order_by(table.c.volgorde, table.c.id)
        for key in db.scalars(query):
            yield from _places(db, _Place(part.spec, key, path, str(part.spec.label)))


def _erased(db: ReadSession, place: _Place) -> dict[str, str]:
    """When and why each field of a row was erased, in words."""
    query = select(ERASED.c.field, ERASED.c.erased_at, ERASED.c.reason).where(
        ERASED.c.entity == place.spec.key, ERASED.c.row == place.row
    )
    return {
        field: _("(gewist op {day}: {reason})").format(
            day=day(datetime.fromisoformat(at).astimezone().date()), reason=reason
        )
        for field, at, reason in db.connection().execute(query)
    }


def _happenings(
    place: _Place, changes: Sequence[Change], names: Names, erased: Mapping[str, str]
) -> Iterator[Happening]:
    where: dict[str, Any] = {
        "part": place.part,
        "part_label": place.part_label,
        "line": place.row if place.part else None,
    }
    made = any(change.field == CREATED for change in changes)
    if made:
        yield Happening("gemaakt", **where)
    for change in changes:
        item = place.spec.by_column.get(change.field)
        source = None if made else Source(place.spec.key, place.row, change.old)
        if change.field == _GONE:
            yield Happening(_whole(change.new), **where, source=source)
        elif item is not None and item.key != "nummer":
            old, new = _in_words(item, change.old, names), _in_words(item, change.new, names)
            event: Event = "gewijzigd"
            if old is None and new is None:
                # The journal keeps no change from nothing to nothing: both were blanked by erasing.
                event = "gewist"
                old = new = erased.get(change.field, _("(gewist)"))
            yield Happening(event, **where, field=item.key, label=item.label, old=old, new=new, source=source)


def _whole(state: object) -> Event:
    if state == EMPTIED:
        return "geleegd"
    return "weggegooid" if state else "teruggehaald"


def _in_words(item: Field, value: Any, names: Names) -> str | None:
    return None if value is None else in_words(item, value, names)


def plain(entries: Sequence[Entry]) -> list[Plain]:
    """A history as JSON values, newest first, moments in UTC."""
    return [
        {
            "wanneer": entry.moment.isoformat(timespec="seconds"),
            "wie": entry.author,
            "stap": entry.label,
            "wijzigingen": [
                {
                    "gebeurtenis": item.event,
                    "lijst": item.part,
                    "regel": item.line,
                    "veld": item.field,
                    "label": item.label,
                    "oud": item.old,
                    "nieuw": item.new,
                }
                for item in entry.happenings
            ],
        }
        for entry in entries
    ]


def lines(entries: Sequence[Entry]) -> Iterator[str]:
    """A history to read: a line for each step, and below it what it did."""
    for entry in entries:
        who = entry.author or _("zonder naam")
        yield _("{moment}  {who}: {step}").format(moment=moment(entry.moment), who=who, step=entry.label)
        for item in entry.happenings:
            if (text := _line(item)) is not None:
                yield f"    {text}"


def _line(item: Happening) -> str | None:
    match item.event:
        case "gemaakt":
            return _("{what} erbij").format(what=item.part_label) if item.part_label else None
        case "weggegooid":
            return _("{what} weg").format(what=item.part_label) if item.part_label else _("Weggehaald")
        case "teruggehaald":
            return _("{what} terug").format(what=item.part_label) if item.part_label else _("Teruggehaald")
        case "geleegd":
            return _("Gewist met de prullenbak")
        case "gewist":
            return f"{_of(item)}: {item.new}"
        case "gewijzigd":
            return f"{_of(item)}: {_change(item)}"


def _of(item: Happening) -> str:
    """The field with the list it stands in, said once where both have the same name."""
    return ": ".join(dict.fromkeys(filter(None, [item.part_label, item.label])))


def _change(item: Happening) -> str:
    old, new = (None if text is None else " ".join(text.split()) for text in (item.old, item.new))
    if old is None:
        return new or _("(leeg)")
    return f"{old} → {_('(leeg)') if new is None else new}"
