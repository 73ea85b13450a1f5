"""What of a form is to be saved: only what the person changed, put beside what others changed meanwhile."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

Plain = Mapping[str, Any]


def tidy(value: Any) -> Any:
    """A value in the form in which two can be compared: what is empty is left out, and 5.0 is 5."""
    if isinstance(value, Mapping):
        return {key: kept for key, item in value.items() if (kept := tidy(item)) is not None}
    if isinstance(value, list | tuple):
        return [tidy(item) for item in value] or None
    if isinstance(value, str):
        return value.replace("\r\n", "\n").strip() or None
    return value


def same(one: Any, other: Any) -> bool:
    """Whether two plain values say the same."""
    return bool(tidy(one) == tidy(other))


def to_save(basis: Plain, now: Plain, values: Plain) -> dict[str, Any]:
    """Of the `values` that were typed those that differ from the record as it was (`basis`).

    Lists are joined line by line with how the record is `now`: a line that somebody else added meanwhile stays.
    """
    changed: dict[str, Any] = {}
    for key, value in values.items():
        if same(value, basis.get(key)):
            continue
        if isinstance(value, list):
            value = merged(basis.get(key) or [], value, now.get(key) or [])
        changed[key] = value
    return changed


def merged(basis: Sequence[Any], ours: Sequence[Any], theirs: Sequence[Any]) -> list[Any]:
    """Our lines in our order, with what others changed, added or took away since `basis`."""
    if not any(isinstance(line, Mapping) for line in (*basis, *ours, *theirs)):
        kept = [link for link in ours if link in theirs or link not in basis]
        return [*kept, *(link for link in theirs if link not in basis and link not in ours)]
    before, now = _by_id(basis), _by_id(theirs)
    result: list[Any] = []
    for line in ours:
        key = line.get("id")
        if key in now:
            result.append(_joined(before.get(key, {}), line, now[key]))
        elif key is None or not same(line, before.get(key)):
            result.append(_fresh(line))
    mine = _by_id(ours)
    return [*result, *(line for key, line in now.items() if key not in before and key not in mine)]


def _by_id(lines: Sequence[Any]) -> dict[Any, Any]:
    return {line["id"]: line for line in lines if line.get("id") is not None}


def _joined(before: Plain, ours: Plain, theirs: Plain) -> dict[str, Any]:
    joined = dict(theirs)
    for key, value in ours.items():
        if same(value, before.get(key)):
            continue
        if isinstance(value, list):
            value = merged(before.get(key) or [], value, theirs.get(key) or [])
        joined[key] = value
    return joined


def _fresh(line: Plain) -> dict[str, Any]:
    """A line that is not there any more (or not yet), as a new one."""
    made = {key: value for key, value in line.items() if key != "id"}
    for key, value in made.items():
        if isinstance(value, list):
            made[key] = [_fresh(item) if isinstance(item, Mapping) else item for item in value]
    return made
