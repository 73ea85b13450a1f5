"""Changing many records at once, such as a status: one step with one undo; what a rule refuses stays as it was."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from huurdersapp.actions.context import Context
from huurdersapp.actions.plain import Plain, plain_of
from huurdersapp.actions.records import find, reviewed, write
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.records.spec import Field, RecordSpec

SHOWN = 3
"""So many reasons are told, and so many records of each."""


@dataclass(frozen=True, slots=True)
class Changed:
    """What was changed, what to look at again, and which records were not changed, with the reason in words."""

    spec: RecordSpec
    numbers: tuple[int, ...]
    refused: tuple[tuple[int, str], ...]
    warnings: tuple[tuple[int, str], ...] = ()

    def sentence(self) -> str:
        """What happened, for the message bar."""
        done = ngettext("{count} gewijzigd.", "{count} gewijzigd.", len(self.numbers)).format(
            count=len(self.numbers)
        )
        if self.refused:
            left = ngettext("{count} niet.", "{count} niet.", len(self.refused))
            done = f"{done} {left.format(count=len(self.refused))} {self._told(self.refused)}"
        if self.warnings:
            done = _("{text} Kijk nog even: {warnings}").format(text=done, warnings=self._told(self.warnings))
        return done

    def _told(self, reasons: Sequence[tuple[int, str]]) -> str:
        """Each reason once, with the records that it is about."""
        numbers: dict[str, list[int]] = {}
        for number, reason in reasons:
            numbers.setdefault(reason, []).append(number)
        return " ".join(
            _("{kind} {number}: {reason}").format(kind=self.spec.label, number=_named(those), reason=reason)
            for reason, those in list(numbers.items())[:SHOWN]
        )


def _named(numbers: Sequence[int]) -> str:
    told = ", ".join(str(number) for number in numbers[:SHOWN])
    more = len(numbers) - SHOWN
    return told if more <= 0 else _("{numbers} en nog {count}").format(numbers=told, count=more)


def choices_of(spec: RecordSpec) -> tuple[Field, ...]:
    """The fields that can be changed for many records at once: choices, yes/no, days, links and people in charge."""
    kinds = ("keuze", "ja_nee", "verwijzing", "datum")
    return tuple(
        item
        for item in spec.fields.values()
        if item.key != "nummer"
        and not item.note.personal
        and (item.kind in kinds or item.key == "behandelaar")
        and (not item.note.filled or item.key == "status")
    )


def change_many(
    ctx: Context,
    spec: RecordSpec,
    numbers: Sequence[int],
    values: Mapping[str, Any] | Callable[[Plain], Mapping[str, Any]],
    *,
    origin: object | None = None,
) -> Changed:
    """Give these records the same values, or what `values` makes of each, in one step.

    A record that a rule refuses is left as it was and told. Raises UserError when one is not there.
    """
    numbers = list(dict.fromkeys(numbers))
    # Without how many: what a rule refuses is not among them, and that is only known afterwards.
    label = _("{records} tegelijk wijzigen").format(records=spec.plural or spec.label)
    changed: list[int] = []
    refused: list[tuple[int, str]] = []
    warnings: list[tuple[int, str]] = []
    with ctx.store.step(label, origin=origin) as db:
        for number in numbers:
            row = find(db, spec, number)
            given = values(next(iter(plain_of(db, spec, [row.id])))) if callable(values) else values
            # Reading it as JSON lets go of what the session held.
            row = find(db, spec, number)
            draft, faults = reviewed(db, spec, row, dict(given))
            # Of a line that is added for somebody, such as a step, its place says nothing to them.
            stopping = [
                fault.text if len(fault.place) > 1 else fault.told_for(spec)
                for fault in faults
                if not fault.warning
            ]
            if stopping:
                refused.append((number, " ".join(stopping)))
                continue
            write(db, draft, row)
            changed.append(number)
            warnings += [(number, fault.text) for fault in faults]
    return Changed(spec, tuple(changed), tuple(refused), tuple(warnings))
