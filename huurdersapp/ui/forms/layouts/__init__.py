"""In which order and in which groups the fields of each kind stand, and what can be filled in beforehand.

A field that no layout names stands at the end, under "Meer gegevens": what is added to a record is never out of reach.
"""

from __future__ import annotations

from collections.abc import Mapping

from huurdersapp.records.spec import RecordSpec
from huurdersapp.ui.forms.layouts import (
    advising,
    agreement,
    energy,
    letters,
    people,
    plans,
    privacy,
    registers,
    renovation,
    reports,
    year,
)
from huurdersapp.ui.forms.layouts.shape import FILES, MORE, Group, Layout

__all__ = ["FILES", "LAYOUTS", "MORE", "Group", "Layout", "layout_of"]

LAYOUTS: Mapping[str, Layout] = {
    **registers.LAYOUTS,
    **energy.LAYOUTS,
    **renovation.LAYOUTS,
    **advising.LAYOUTS,
    **agreement.LAYOUTS,
    **letters.LAYOUTS,
    **reports.LAYOUTS,
    **year.LAYOUTS,
    **plans.LAYOUTS,
    **people.LAYOUTS,
    **privacy.LAYOUTS,
}


def layout_of(spec: RecordSpec) -> Layout:
    """The layout of a kind, with every field in it that it does not name."""
    known = LAYOUTS.get(spec.key, Layout(()))
    named = {key for group in known.groups for key in group.fields} | {"nummer", *known.hidden}
    rest = tuple(key for key in (*spec.fields, *spec.part) if key not in named)
    if not rest:
        return known
    # What must be filled in is not hidden away.
    folded = not any(spec.fields[key].required for key in rest if key in spec.fields)
    groups = (*known.groups, Group(MORE if known.groups else None, rest, folded and bool(known.groups)))
    return Layout(groups, known.today, known.me, known.last, known.hidden)
