"""With what a form begins: what can be known of a new record, and what was left of an earlier time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from huurdersapp.actions import concepten, lists, records, voorkeuren
from huurdersapp.actions.concepten import Concept
from huurdersapp.actions.context import Context
from huurdersapp.base import clock
from huurdersapp.base.settings import AUTHOR
from huurdersapp.records.spec import RecordSpec
from huurdersapp.ui.forms.layouts import layout_of
from huurdersapp.ui.forms.merging import same
from huurdersapp.ui.forms.step_concept import is_step


def known(ctx: Context, spec: RecordSpec) -> dict[str, Any]:
    """Today, who works here, and what was used the last time."""
    layout = layout_of(spec)
    values: dict[str, Any] = dict.fromkeys(layout.today, clock.today().isoformat())
    if author := ctx.settings.get(AUTHOR):
        values |= dict.fromkeys(layout.me, author)
    last = voorkeuren.get(ctx, _key(spec), {})
    for key in layout.last:
        kind = spec.fields[key].note.ref
        if kind is None and last.get(key):
            values[key] = last[key]
        if kind is None:
            continue
        # It may have been thrown away since.
        if (number := last.get(key)) and lists.count(ctx, ctx.spec(kind), [f"nummer={number}"]):
            values[key] = number
    return values


def remember(ctx: Context, spec: RecordSpec, record: Mapping[str, Any]) -> None:
    """Keep what the next new record of this kind begins with."""
    if keys := layout_of(spec).last:
        voorkeuren.put(ctx, _key(spec), {key: record.get(key) for key in keys})


def _key(spec: RecordSpec) -> str:
    return f"formulier.{spec.key}.laatste"


def concept_of(ctx: Context, spec: RecordSpec, number: int | None, key: str | None) -> Concept | None:
    """The concept with this key, else the last one of the kind or of the record; None when there is none."""
    known = [item for item in concepten.every(ctx) if not is_step(item)]
    mine = (item for item in known if (item.soort, item.nummer) == (spec.key, number))
    return next((item for item in known if item.id == key), None) or next(mine, None)


def saved_already(ctx: Context, spec: RecordSpec, values: Mapping[str, Any]) -> bool:
    """Whether the record that was made last has all these values: the program ended just after saving it."""
    last = lists.shown_rows(ctx, spec, "", (), "-nummer", 1)
    if not last or not values:
        return False
    record = records.show(ctx, spec, int(last[0][0]))
    return all(same(_bare(record.get(key)), _bare(value)) for key, value in values.items())


def _bare(value: Any) -> Any:
    """Lines without the keys that saving gave them."""
    if isinstance(value, list):
        return [_bare(item) for item in value]
    if isinstance(value, Mapping):
        return {key: _bare(item) for key, item in value.items() if key != "id"}
    return value
