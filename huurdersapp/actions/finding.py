"""Finding the record that a link goes to, while somebody types, and saying how it is called."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from huurdersapp.actions import lists
from huurdersapp.actions.context import Context
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.base import Record
from huurdersapp.records.spec import RecordSpec

MOST = 8
"""So many are offered at a time: more words find better."""
LOOKED_AT = 60
"""Of so many finds those come first whose name begins with the words."""
QUICK = ("kern", "partij", "verhuurder", "complex")
"""Kinds that can be made in passing, with nothing but what they must have."""


@dataclass(frozen=True, slots=True)
class Found:
    """A record to choose: how it is called, and what tells it from others with that name."""

    number: int
    name: str
    more: str = ""


def find(ctx: Context, kind: str, words: str, without: Sequence[int] = ()) -> list[Found]:
    """The records of a kind that the words find, those first whose name begins so; without words the first of its list."""
    spec = ctx.spec(kind)
    shown = lists.shown_rows(ctx, spec, words, (), "", LOOKED_AT)
    begin = words.strip().casefold()
    found = sorted(
        (_found(spec, row) for row in shown),
        key=lambda hit: bool(begin) and not hit.name.casefold().startswith(begin),
    )
    if words.strip().isdecimal():
        found = [*_numbered(ctx, spec, int(words)), *found]
    unique = {item.number: item for item in found if item.number not in without}
    return list(unique.values())[:MOST]


def listed(ctx: Context, kind: str, where: Sequence[str], most: int) -> list[Found]:
    """The first records of a list with these conditions."""
    spec = ctx.spec(kind)
    return [_found(spec, row) for row in lists.shown_rows(ctx, spec, "", where, "", most)]


def _numbered(ctx: Context, spec: RecordSpec, number: int) -> list[Found]:
    if number >= 10**9:
        return []
    rows = lists.shown_rows(ctx, spec, "", [f"nummer={number}"], "", 1)
    return [_found(spec, row) for row in rows]


def _found(spec: RecordSpec, row: Sequence[str]) -> Found:
    words = dict(zip(spec.columns, row, strict=True))
    number = int(words.pop("nummer"))
    name = next((words.pop(key) for key in spec.name if words.get(key)), f"{spec.label} {number}")
    said = [_("nummer {number}").format(number=number)]
    said += [text for key, text in words.items() if text and spec.fields[key].kind != "ja_nee"]
    return Found(number, name, " · ".join(said))


def called(ctx: Context, kind: str, numbers: Sequence[int]) -> dict[int, str]:
    """How the records with these numbers are called; one in the waste bin has its name and says so."""
    spec = ctx.spec(kind)
    names: dict[int, str] = {}
    with ctx.store.reading() as db:
        table = spec.table
        columns = [
            table.c.nummer,
            table.c.verwijderd,
            *(table.c[spec.fields[key].column] for key in spec.name),
        ]
        for number, gone, *found in db.execute(select(*columns).where(table.c.nummer.in_(numbers))):
            name = next((str(text) for text in found if text), f"{spec.label} {number}")
            if gone is None or number not in names:
                names[number] = name if gone is None else _("{name} (weggegooid)").format(name=name)
    return names


def quick_fields(spec: RecordSpec) -> tuple[str, ...]:
    """What one must fill in to make such a record in passing; nothing when that cannot be done."""
    assert issubclass(spec.cls, Record)
    return tuple(key for key, item in spec.fields.items() if item.required) if spec.key in QUICK else ()
