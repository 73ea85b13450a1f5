"""What a report stands on: the records behind its numbers and statements, as they were when a version was fixed.

Of each record only what may matter is kept: choices, days and numbers as they were, and of texts and lists a mark by which a
change is seen. Nothing that identifies a tenant is among it. Of a kind with very many records (visits) no record is kept, but
their number and one mark of all of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import select

from huurdersapp.actions import bronnen
from huurdersapp.actions.bronnen import Bron, Stored, Veranderd, mark
from huurdersapp.actions.plain import Plain, plain_of, simple
from huurdersapp.actions.verslagen.keuzes import KIND
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.records import ALL
from huurdersapp.records.bijlage import Bestand
from huurdersapp.records.spec import Field, RecordSpec
from huurdersapp.reports.document import (
    Block,
    Bullets,
    KeyFigures,
    Lines,
    Paragraph,
    Source,
    Span,
    Table,
    Text,
    spans,
)
from huurdersapp.store.step import ReadSession

ONE_BY_ONE = 300
"""Of a kind with more records than this no record is kept by itself."""
TOLD = 20
"""Of more changed records of a kind than this, the number is told."""
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Menigte:
    """Very many records of a kind: how many, a mark of all of them, and the conditions of a list that shows them."""

    kind: str
    where: tuple[str, ...]
    count: int
    mark: str


@dataclass(frozen=True, slots=True)
class Stand:
    """All that a report stands on at one moment."""

    records: tuple[Bron, ...] = ()
    crowds: tuple[Menigte, ...] = ()


class _Crowd(msgspec.Struct):
    soort: str
    waar: list[str]
    aantal: int
    kenmerk: str


class _Kept(msgspec.Struct):
    bronnen: list[Stored] = []
    menigten: list[_Crowd] = []
    veranderd: str = ""


def as_text(stand: Stand, changed: str = "") -> str:
    """What is kept with a version; `changed` are the words of its part about what changed since the version before."""
    crowds = [_Crowd(one.kind, list(one.where), one.count, one.mark) for one in stand.crowds]
    kept = _Kept(bronnen.stored(stand.records), crowds, changed)
    return msgspec.json.format(msgspec.json.encode(kept), indent=1).decode()


def from_text(text: str | None) -> tuple[Stand, str]:
    """What was kept with a version."""
    kept = msgspec.json.decode(text or "{}", type=_Kept)
    crowds = tuple(Menigte(one.soort, tuple(one.waar), one.aantal, one.kenmerk) for one in kept.menigten)
    return Stand(tuple(bronnen.read(kept.bronnen)), crowds), kept.veranderd


# -- reading -------------------------------------------------------------------------------------------------------


def stand_of(db: ReadSession, sources: Iterable[Source]) -> Stand:
    """The records of these sources as they are now, each once."""
    keys: dict[str, dict[str, None]] = {}
    where: dict[str, tuple[str, ...]] = {}
    for source in sources:
        if source.kind == KIND:
            continue
        keys.setdefault(source.kind, {}).update(dict.fromkeys(source.ids))
        if source.where and len(source.ids) > 1:
            where.setdefault(source.kind, tuple(f"{key}={value}" for key, value in source.where))
    records: list[Bron] = []
    crowds: list[Menigte] = []
    for kind, ids in sorted(keys.items()):
        spec = db.catalogue.specs[kind]
        if len(ids) > ONE_BY_ONE:
            crowds.append(Menigte(kind, where.get(kind, ()), len(ids), _digest(db, spec, sorted(ids))))
        else:
            found = (
                Bron(kind, plain["nummer"], "", _values(spec, plain)) for plain in _plain(db, spec, list(ids))
            )
            records += sorted(found, key=lambda one: one.number)
    return Stand(tuple(records), tuple(crowds))


def sources_of(blocks: Iterable[Block]) -> Iterator[Source]:
    """The sources behind all that these blocks say."""
    for block in blocks:
        for text in _texts(block):
            yield from (span.source for span in spans(text) if span.source is not None)


def _texts(block: Block) -> Iterator[Text]:
    match block:
        case Paragraph():
            yield block.text
        case Bullets():
            yield from block.items
        case Lines():
            yield from block.lines
        case Table():
            for row in (*block.rows, block.totals or ()):
                yield from row
        case KeyFigures():
            yield from (item.value for item in block.items if isinstance(item.value, Span))


def _plain(db: ReadSession, spec: RecordSpec, ids: Sequence[str]) -> list[Plain]:
    """The records of these keys that are in the store, as JSON values."""
    there = set(db.scalars(select(spec.table.c.id).where(spec.table.c.id.in_(ids)))) if ids else set()
    return list(plain_of(db, spec, [key for key in ids if key in there]))


def _values(spec: RecordSpec, plain: Plain) -> dict[str, Any]:
    """The values of a record that are kept, without those that are empty."""
    found: dict[str, Any] = {}
    for item in _counting(spec):
        value = plain.get(item.key)
        if value not in (None, ""):
            found[item.key] = value if _told(item) else mark(value)
    for part in spec.parts:
        lines = plain.get(part.key)
        if lines and not issubclass(part.spec.cls, Bestand):
            found[part.key] = {
                "aantal": len(lines),
                "kenmerk": mark([_bare(part.spec, line) for line in lines]),
            }
    return found


def _told(item: Field) -> bool:
    """Whether the value itself may be kept: what was chosen or counted, no words of people and no other record."""
    return item.kind != "tekst" and not item.note.ref


def _counting(spec: RecordSpec) -> list[Field]:
    """The fields of which a change counts; nothing of a contact block."""
    return [item for item in spec.fields.values() if item.key != "nummer" and not item.note.personal]


def _bare(spec: RecordSpec, line: Any) -> Any:
    """A line without what identifies somebody, and without its key."""
    if not isinstance(line, dict):
        return line
    bare = {item.key: line.get(item.key) for item in spec.fields.values() if not item.note.personal}
    for part in spec.parts:
        bare[part.key] = [_bare(part.spec, inner) for inner in line.get(part.key, [])]
    return bare


def _digest(db: ReadSession, spec: RecordSpec, ids: Sequence[str]) -> str:
    """One mark of all these records."""
    columns = [spec.table.c.id, *(spec.table.c[item.column] for item in _counting(spec))]
    marks: list[str] = []
    for start in range(0, len(ids), _AT_ONCE):
        piece = select(*columns).where(spec.table.c.id.in_(ids[start : start + _AT_ONCE]))
        rows = db.execute(piece.order_by(spec.table.c.id))
        marks.append(mark([[simple(value) for value in row] for row in rows]))
    return mark(marks)


# -- comparing -----------------------------------------------------------------------------------------------------


def changes(before: Stand, now: Stand) -> list[Veranderd]:
    """What is not as it was, in sentences, kind by kind."""
    told: list[Veranderd] = []
    for kind in dict.fromkeys((*_kinds(before), *_kinds(now))):
        crowds = _crowd(before, kind), _crowd(now, kind)
        if crowds[0] is None and crowds[1] is None:
            told += _apart(kind, _records(before, kind), _records(now, kind))
        else:
            told += _together(kind, _count(before, kind), _count(now, kind), crowds)
    return told


def _kinds(stand: Stand) -> list[str]:
    return [*(one.kind for one in stand.records), *(one.kind for one in stand.crowds)]


def _records(stand: Stand, kind: str) -> dict[int, Bron]:
    return {one.number: one for one in stand.records if one.kind == kind}


def _crowd(stand: Stand, kind: str) -> Menigte | None:
    return next((one for one in stand.crowds if one.kind == kind), None)


def _count(stand: Stand, kind: str) -> int:
    crowd = _crowd(stand, kind)
    return len(_records(stand, kind)) if crowd is None else crowd.count


def _apart(kind: str, then: Mapping[int, Bron], now: Mapping[int, Bron]) -> Iterator[Veranderd]:
    came, went = (
        [number for number in now if number not in then],
        [number for number in then if number not in now],
    )
    if len(came) == 1:
        yield Veranderd(
            kind, came[0], _("{name} is erbij gekomen.").format(name=bronnen.called(now[came[0]]))
        )
    elif came:
        yield Veranderd(kind, 0, _came(kind, len(came)), _numbers(came))
    if len(went) == 1:
        name = bronnen.called(then[went[0]])
        yield Veranderd(kind, went[0], _("{name} hoort er niet meer bij.").format(name=name))
    elif went:
        yield Veranderd(kind, 0, _went(kind, len(went)), _numbers(went))
    same = {
        number: list(bronnen.moved(then[number], now[number], _keys(kind)))
        for number in now
        if number in then
    }
    moved = [number for number, texts in same.items() if texts]
    if len(moved) > TOLD:
        words = ngettext("Er is een {kind} veranderd.", "Er zijn {count} {kinds} veranderd.", len(moved))
        yield Veranderd(kind, 0, _said(words, kind, len(moved)), _numbers(moved))
    else:
        yield from (Veranderd(kind, number, text) for number in moved for text in same[number])


def _together(
    kind: str, before: int, now: int, crowds: tuple[Menigte | None, Menigte | None]
) -> Iterator[Veranderd]:
    then, there = crowds
    where = there.where if there else then.where if then else ()
    if now > before:
        yield Veranderd(kind, 0, _came(kind, now - before), where)
    elif now < before:
        yield Veranderd(kind, 0, _went(kind, before - now), where)
    elif then is None or there is None or then.mark != there.mark:
        words = _("Van de {kinds} is iets veranderd.")
        yield Veranderd(kind, 0, _said(words, kind, now), where)


def _came(kind: str, count: int) -> str:
    words = ngettext("Er is een {kind} bijgekomen.", "Er zijn {count} {kinds} bijgekomen.", count)
    return _said(words, kind, count)


def _went(kind: str, count: int) -> str:
    words = ngettext("Een {kind} hoort er niet meer bij.", "{count} {kinds} horen er niet meer bij.", count)
    return _said(words, kind, count)


def _said(words: str, kind: str, count: int) -> str:
    spec = ALL[kind]
    return words.format(kind=str(spec.label).lower(), kinds=str(spec.plural).lower(), count=count)


def _numbers(numbers: Iterable[int]) -> tuple[str, ...]:
    return (f"nummer={','.join(map(str, sorted(numbers)))}",)


def _keys(kind: str) -> list[str]:
    spec = ALL[kind]
    return [*spec.fields, *(part.key for part in spec.parts)]
