"""Filling in a walk list: one key per home, each of which can be taken back, and only totals when it is done.

What was heard at one door is not kept: the keys live in a concept while somebody fills them in, and go when they are saved
as one action with sums.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from huurdersapp.actions.campagne_papier import as_address, walked
from huurdersapp.actions.campagnes import Home, add_action, homes
from huurdersapp.actions.context import Context
from huurdersapp.actions.records import Saved
from huurdersapp.base.i18n import LazyText, lazy
from huurdersapp.base.i18n import gettext as _
from huurdersapp.reports.adres import house_number

STEP = "looplijst"
"""How a concept says that it is a walk list."""
MARKS: Mapping[str, LazyText] = {
    "g": lazy("Gesproken"),
    "n": lazy("Niet thuis"),
    "d": lazy("Doet mee"),
    "f": lazy("Geen folder"),
}
"""The keys, and what each says of a home, as the paper has it."""
SPOKEN = ("g", "d")
"""Who takes part was spoken with."""


@dataclass(frozen=True, slots=True)
class Sums:
    """What a walk adds up to: how many homes have a mark, how often each mark, and the counts of its action."""

    homes: int
    marks: Mapping[str, int]
    bereik: int
    contacten: int
    deelnemers: int


class Walk:
    """Keys for homes in the order in which they are walked. `at` is the home that stands next, from 0.

    Going over a home again puts another mark in the place of the first.
    """

    def __init__(self, found: Sequence[Home], keys: Sequence[tuple[int, str]] = ()) -> None:
        self.homes = tuple(found)
        self._places = {home.number: place for place, home in enumerate(self.homes)}
        self.keys: list[tuple[int, str]] = [
            (number, key) for number, key in keys if number in self._places and key in MARKS
        ]
        self.at = 0
        if self.keys:
            self._go_on(self._places[self.keys[-1][0]])

    def press(self, key: str) -> bool:
        """Mark the home that stands next, and go on; whether the key meant something."""
        if key not in MARKS or not self.homes:
            return False
        self.keys.append((self.homes[self.at].number, key))
        self._go_on(self.at)
        return True

    def _go_on(self, place: int) -> None:
        self.at = min(place + 1, len(self.homes) - 1)

    def undo(self) -> bool:
        """Take the last key back and stand at its home again; whether there was one."""
        if not self.keys:
            return False
        number, _key = self.keys.pop()
        self.at = self._places[number]
        return True

    def mark(self, place: int) -> str:
        """The mark of a home; "" where it has none."""
        number = self.homes[place].number
        return next((key for home, key in reversed(self.keys) if home == number), "")

    def sums(self, *, in_letterbox: bool) -> Sums:
        """What it adds up to. `in_letterbox`: who was not at home got the folder, and was reached so."""
        last = dict(self.keys)
        found = Counter(last.values())
        spoken = sum(found[key] for key in SPOKEN)
        reached = spoken + (found["n"] if in_letterbox else 0)
        return Sums(len(last), {key: found[key] for key in MARKS}, reached, spoken, found["d"])

    def kept(self) -> list[list[Any]]:
        """The keys as a concept keeps them."""
        return [[number, key] for number, key in self.keys]


def walk(ctx: Context, number: int, street: str | None = None, keys: Sequence[Sequence[Any]] = ()) -> Walk:
    """The walk along the homes of a campagne in one street (None: in all); raises UserError when it is not there."""
    found = walked(homes(ctx, number), [] if street is None else [street])
    return Walk(found, [(int(home), str(key)) for home, key in keys])


def house(home: Home) -> str:
    """A home within its street: "14-A"."""
    return house_number(as_address(home))


def save(
    ctx: Context,
    number: int,
    done: Walk,
    *,
    street: str | None,
    on: date,
    in_letterbox: bool,
    origin: object | None = None,
) -> Saved:
    """Save a walk as one action with its sums; raises Refused as `add_action`."""
    sums = done.sums(in_letterbox=in_letterbox)
    marked = {number for number, _key in done.keys}
    there = [home for home in done.homes if home.number in marked]
    kernen, complexes = ({getattr(home, key) for home in there} for key in ("kern", "complex"))
    told = _("{homes} woningen langs geweest. Niet thuis: {out}. Geen folder: {none}.").format(
        homes=sums.homes, out=sums.marks["n"], none=sums.marks["f"]
    )
    values = {
        "datum": on.isoformat(),
        "naam": _("Looplijst"),
        "vorm": "individueel",
        "kanaal": "huis_aan_huis",
        "plek": street,
        "kern": kernen.pop() if len(kernen) == 1 else None,
        "complex": complexes.pop() if len(complexes) == 1 else None,
        "bereik": sums.bereik,
        "contacten": sums.contacten,
        "deelnemers": sums.deelnemers,
        "toelichting": told,
    }
    return add_action(ctx, number, values, origin=origin)
