"""Rules that several record types share: order of days, postcodes, conditions on days for filters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, and_, or_

from huurdersapp.base import clock
from huurdersapp.base.formats import day
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.draft import Draft, Fault
from huurdersapp.records.spec import RecordSpec

Period = tuple[date, date]
"""First and last day, both included."""

_POSTCODE = re.compile(r"([1-9]\d{3})\s*([A-Za-z]{2})")


def tidy_postcode(draft: Draft, key: str) -> None:
    """Write a Dutch postcode as the post does, 7824 AA; anything else stays as it was typed."""
    if draft[key]:
        draft.values[key] = as_postcode(draft[key])


def as_postcode(text: str) -> str:
    """A Dutch postcode as the post writes it, 7824 AA; anything else as it is."""
    found = _POSTCODE.fullmatch(text.strip())
    return f"{found[1]} {found[2].upper()}" if found else text


def odd_postcode(draft: Draft, key: str) -> Iterator[Fault]:
    """A warning for a postcode that is not a Dutch one: it may be a foreign one, so it is kept."""
    if draft[key] and not _POSTCODE.fullmatch(draft[key]):
        yield Fault(
            _("Dit lijkt geen Nederlandse postcode, zoals 7824 AA. Kijk hem na."), (key,), warning=True
        )


def in_order(draft: Draft, *keys: str) -> Iterator[Fault]:
    """Faults for days that lie before a day that must come first; empty days are skipped."""
    last_key: str | None = None
    for key in keys:
        if draft[key] is None:
            continue
        if last_key is not None and draft[key] < draft[last_key]:
            label = draft.spec.fields[last_key].label
            yield Fault(
                _("Deze dag ligt vóór ‘{label}’ ({day}). Kijk de datums na.").format(
                    label=label, day=day(draft[last_key])
                ),
                (key,),
            )
        else:
            last_key = key


def years_in_order(draft: Draft, first: str, last: str) -> Iterator[Fault]:
    """A fault when the last year lies before the first."""
    if draft[first] is not None and draft[last] is not None and draft[last] < draft[first]:
        yield Fault(_("Dit jaar ligt vóór {year}. Kijk de jaren na.").format(year=draft[first]), (last,))


def not_in_future(draft: Draft, *keys: str, warning: bool = False) -> Iterator[Fault]:
    """Faults (or warnings) for days of things that happened but lie after today."""
    for key in keys:
        if draft[key] is not None and draft[key] > clock.today():
            yield Fault(_("Deze dag moet nog komen. Kijk de datum na."), (key,), warning)


def only_once(draft: Draft, part: str, *keys: str) -> Iterator[Fault]:
    """Faults for lines of a part that say the same thing (the same year, the same record) twice."""
    seen: set[tuple[Any, ...]] = set()
    for index, line in enumerate(draft.lines(part)):
        value = tuple(line[key] for key in keys)
        if value in seen:
            yield Fault(_("Dit staat er twee keer. Laat er één weg."), (part, index, keys[0]))
        seen.add(value)


def new_line(spec: RecordSpec, **values: Any) -> Draft:
    """A line that the program adds to a part, with the defaults of its fields."""
    defaults = {item.key: item.note.default for item in spec.fields.values()}
    return Draft(spec, {**defaults, **values})


def amended(line: Draft, **values: Any) -> Draft:
    """The line with other values; the line itself stays as it was, because `before` may hold it too."""
    return replace(line, values={**line.values, **values}, before=line.before or (line if line.id else None))


def follow_facts(draft: Draft, derived: str, facts: tuple[str, ...], moving: tuple[str, ...] = ()) -> None:
    """Fill `status` from the facts, unless the person has just chosen another one.

    A chosen status stays until one of the facts (fields, or the number of lines of a part) changes; those in
    `moving` pass with time, so they are looked at with every change.
    """
    if draft["status"] is not None and "status" in draft.given and draft.changed("status"):
        return
    before = draft.before
    if before is None or draft["status"] is None or draft["status"] in moving:
        draft.values["status"] = derived
        return
    moved = any(
        draft.changed(key) if key in draft.spec.fields else len(draft.lines(key)) != len(before.lines(key))
        for key in facts
    )
    if moved:
        draft.values["status"] = derived


def lines_of(text: str | None) -> list[str]:
    """The words of a field that holds one on each line."""
    return [line for line in (text or "").split("\n") if line]


def as_lines(words: Iterable[str]) -> str | None:
    """Words as such a field keeps them; none is nothing."""
    return "\n".join(words) or None


def within(column: Any, period: Period) -> ColumnElement[bool]:
    """The day lies in the period."""
    return and_(column >= period[0], column <= period[1])


def none_or_after(column: Any, on: date) -> ColumnElement[bool]:
    """It had not happened yet at the end of that day."""
    return or_(column.is_(None), column > on)
