"""A record in words, to read: every filled field with its label, and its lists line by line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from huurdersapp.actions.context import Context
from huurdersapp.actions.names import Names, in_words
from huurdersapp.actions.plain import draft_of, title
from huurdersapp.actions.records import find
from huurdersapp.records.draft import Draft
from huurdersapp.records.spec import RecordSpec


@dataclass(frozen=True, slots=True)
class Shown:
    """One field in words, or a list inside the record with the fields of each of its lines."""

    label: str
    text: str = ""
    lines: list[list[Shown]] = field(default_factory=list)


def whole(ctx: Context, spec: RecordSpec, number: int) -> tuple[str, list[Shown]]:
    """The name of a record and all that is filled in; raises UserError when it is not there."""
    with ctx.store.reading() as db:
        row = find(db, spec, number)
        return title(spec, row), list(_shown(draft_of(db, spec, row), Names(db)))


def _shown(draft: Draft, names: Names) -> Iterator[Shown]:
    spec = draft.spec
    for item in spec.fields.values():
        text = in_words(item, draft.values.get(item.key), names)
        if text and item.key != "nummer":
            unit = f" {item.note.unit}" if item.note.unit else ""
            yield Shown(item.label, text + unit)
    for part in spec.parts:
        lines = [list(_shown(line, names)) for line in draft.lines(part.key)]
        if part.link and lines:
            yield Shown(str(part.label), "\n".join(item.text for line in lines for item in line))
        elif lines:
            yield Shown(str(part.label), lines=lines)
