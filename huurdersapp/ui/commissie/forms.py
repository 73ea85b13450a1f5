"""The small forms under a bewonerscommissie: support, overleg, mandate, a member."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from huurdersapp.actions import commissies
from huurdersapp.base import clock
from huurdersapp.base.i18n import LazyText, lazy
from huurdersapp.records.spec import RecordSpec
from huurdersapp.ui.desk import Desk

Do = Callable[[Desk, int, dict[str, Any], object], object]


@dataclass(frozen=True, slots=True)
class Small:
    """A small form: its button, of which record its fields are (a part of the commissie, or another kind), which fields,
    which of these it cannot do without, what saves them, and what is said then."""

    label: LazyText
    title: LazyText
    keys: tuple[str, ...]
    needed: tuple[str, ...]
    do: Do
    said: LazyText
    part: str = ""
    kind: str = ""
    values: Callable[[Mapping[str, Any]], dict[str, Any]] = field(default=lambda _record: {})

    def spec(self, desk: Desk) -> RecordSpec:
        """Of which record the fields are."""
        if self.part:
            return desk.ctx.spec(commissies.KIND).part[self.part].spec
        return desk.ctx.spec(self.kind or commissies.KIND)


def _today(_record: Mapping[str, Any]) -> dict[str, Any]:
    return {"datum": clock.today().isoformat()}


def _mandate(record: Mapping[str, Any]) -> dict[str, Any]:
    return {"aantal_woningen": record["aantal_woningen"], "mandaat_op": clock.today().isoformat()}


def _member(_record: Mapping[str, Any]) -> dict[str, Any]:
    return {"van": clock.today().isoformat()}


FORMS: Mapping[str, Small] = {
    "ondersteuning": Small(
        lazy("Ondersteuning vastleggen…"),
        lazy("Ondersteuning"),
        ("datum", "soort", "uren", "toelichting"),
        (),
        lambda desk, number, typed, origin: commissies.add_support(desk.ctx, number, typed, origin=origin),
        lazy("Vastgelegd: ondersteuning van {name}."),
        part="ondersteuning",
        values=_today,
    ),
    "plannen": Small(
        lazy("Overleg plannen…"),
        lazy("Overleg met de verhuurder"),
        ("datum", "begintijd", "plaats"),
        (),
        lambda desk, number, typed, origin: commissies.plan_meeting(desk.ctx, number, typed, origin=origin),
        lazy("Gepland: overleg van {name}."),
        kind="overleg",
    ),
    "koppelen": Small(
        lazy("Overleg koppelen…"),
        lazy("Een overleg dat er al is"),
        ("overleg",),
        (),
        lambda desk, number, typed, origin: commissies.link_meeting(
            desk.ctx, number, typed["overleg"], origin=origin
        ),
        lazy("Gekoppeld: overleg van {name}."),
        part="overleggen",
    ),
    "mandaat": Small(
        lazy("Mandaat bijwerken…"),
        lazy("Mandaat"),
        ("mandaat_getekend", "aantal_woningen", "mandaat_op"),
        ("mandaat_getekend",),
        lambda desk, number, typed, origin: commissies.set_mandate(desk.ctx, number, typed, origin=origin),
        lazy("Vastgelegd: mandaat van {name}."),
        values=_mandate,
    ),
    "lid": Small(
        lazy("Lid toevoegen…"),
        lazy("Nieuw lid"),
        ("naam", "rol", "van", "tot", "telefoon", "email"),
        (),
        lambda desk, number, typed, origin: commissies.add_member(desk.ctx, number, typed, origin=origin),
        lazy("Toegevoegd: lid van {name}."),
        part="leden",
        values=_member,
    ),
}
"""By the name that a concept has for the step."""
