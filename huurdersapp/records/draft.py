"""What somebody wants to write: checked values of a record and its parts, before anything is written.

The same road for a form, the command line and a load: plain JSON values in, a Draft and a list of faults out.
Faults say what and how; a warning stops nothing.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from huurdersapp.base.formats import day
from huurdersapp.base.formats import number as show_number
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.period import FIRST_YEAR, LAST_YEAR
from huurdersapp.records.base import Choices
from huurdersapp.records.spec import Field, PartSpec, RecordSpec
from huurdersapp.records.text import control_sign

Place = tuple[str | int, ...]
Resolve = Callable[[str, int | str], "str | Fault"]
"""Finds the key of a record of a kind by its number or unique name, or gives the fault to tell."""

WHOLE_LIMIT = 2**53
"""Beyond this a whole number does not survive other programs' JSON."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is not right: where, what and how to mend it.

    `command` is a sentence for who types commands; a form shows `text` alone, beside the field.
    """

    text: str
    place: Place = ()
    warning: bool = False
    command: str = ""

    def at(self, *place: str | int) -> Fault:
        """The same fault, seen from further outside."""
        return replace(self, place=(*place, *self.place))

    def sentence(self) -> str:
        """Place and text in one line with the command, the place by the names that JSON has."""
        return self._said(list(map(str, self.place)), self._whole())

    def sentence_for(self, spec: RecordSpec) -> str:
        """The same for who reads: the place by what people call the fields of the kind."""
        return self._said(self._labels(spec), self._whole())

    def told_for(self, spec: RecordSpec) -> str:
        """The same for the window: without commands to type."""
        return self._said(self._labels(spec), self.text)

    def _whole(self) -> str:
        return f"{self.text} {self.command}" if self.command else self.text

    def _labels(self, spec: RecordSpec) -> list[str]:
        names: list[str] = []
        for part in map(str, self.place):
            if part in spec.part:
                names.append(str(spec.part[part].label))
                spec = spec.part[part].spec
            else:
                names.append(spec.fields[part].label if part in spec.fields else part)
        return names

    def _said(self, names: list[str], text: str) -> str:
        for index, part in enumerate(self.place):
            if isinstance(part, int):
                # Records stand in the list that somebody gave, rows inside a record.
                words = _("regel {row}") if index else _("record {row}")
                names[index] = words.format(row=part + 1)
        return ": ".join([*filter(None, [", ".join(names)]), text])


@dataclass(slots=True)
class Draft:
    """A record as it is going to be: values by field key (links as record keys), lines by part key.

    `before` is the record as it was (None when it is new), `given` the keys that the person filled.
    """

    spec: RecordSpec
    values: dict[str, Any]
    parts: dict[str, list[Draft]] = field(default_factory=dict)
    id: str | None = None
    before: Draft | None = None
    given: frozenset[str] = frozenset()

    def __getitem__(self, key: str) -> Any:
        return self.values.get(key)

    def changed(self, key: str) -> bool:
        """Whether a field gets another value than it had."""
        return self.before is None or self.before.values.get(key) != self.values.get(key)

    def lines(self, key: str) -> list[Draft]:
        """The lines of a part."""
        return self.parts.get(key, [])


def read(
    spec: RecordSpec, raw: object, resolve: Resolve, before: Draft | None = None
) -> tuple[Draft, list[Fault]]:
    """Check plain JSON values against a spec; with `before` only the given keys change.

    Every fault is found, not just the first; the draft is only fit to be written when none is left that is
    not a warning.
    """
    if not isinstance(raw, Mapping):
        return Draft(spec, {}), [Fault(_('Zet de gegevens tussen accolades, als "veld": waarde.'))]
    values = dict(before.values) if before else {item.key: item.note.default for item in spec.fields.values()}
    draft = Draft(
        spec,
        values,
        dict(before.parts) if before else {},
        before.id if before else None,
        before,
        frozenset(map(str, raw)),
    )
    faults: list[Fault] = []
    for key, value in raw.items():
        if key in spec.fields:
            faults += _take(draft, spec.fields[key], value, resolve)
        elif key in spec.part:
            faults += _take_lines(draft, spec.part[key], value, resolve)
        elif key != "id":
            faults.append(_unknown(str(key), spec))
    spoiled = {fault.place[0] for fault in faults if fault.place}
    if not _stopped(faults):
        faults += spec.prepare(draft)
    faults += [fault for fault in _missing(draft) if not fault.place or fault.place[0] not in spoiled]
    if not _stopped(faults):
        faults += spec.check(draft)
    return draft, faults


def _stopped(faults: list[Fault]) -> bool:
    return any(not fault.warning for fault in faults)


def _take(draft: Draft, item: Field, value: object, resolve: Resolve) -> Iterator[Fault]:
    if item.key == "nummer":
        if draft.before is None:
            yield Fault(_("Het nummer geeft het programma zelf. Laat het weg."), (item.key,))
        elif value != draft.before.values["nummer"]:
            yield Fault(_("Het nummer van een record verandert niet. Laat het weg."), (item.key,))
        return
    result = convert(item, value, resolve)
    if isinstance(result, Fault):
        yield result.at(item.key)
    else:
        draft.values[item.key] = result


def _take_lines(draft: Draft, part: PartSpec, value: object, resolve: Resolve) -> Iterator[Fault]:
    if value is None:
        value = []
    if not isinstance(value, list):
        yield Fault(_("Zet hier een lijst: [ … ]."), (part.key,))
        return
    earlier = {line.id: line for line in (draft.before.lines(part.key) if draft.before else [])}
    by_link = {line.values[part.link]: line for line in earlier.values()} if part.link else {}
    lines: list[Draft] = []
    for index, raw in enumerate(value):
        if part.link:
            raw = {part.link: raw}
        known = raw.get("id") if isinstance(raw, dict) else None
        if known is not None and not (isinstance(known, str) and known in earlier):
            yield Fault(
                _('Deze regel hoort niet bij dit record. Laat "id" weg bij een nieuwe regel.'),
                (part.key, index),
            )
            continue
        line, faults = read(part.spec, raw, resolve, earlier.get(known))
        if part.link and (same := by_link.get(line.values.get(part.link))) is not None:
            line = same
        if part.link and any(line.values.get(part.link) == other.values.get(part.link) for other in lines):
            faults.append(Fault(_("Dit staat er twee keer. Laat er één weg."), (part.link,)))
        yield from (fault.at(part.key, index) for fault in faults)
        lines.append(line)
    draft.parts[part.key] = lines


def _missing(draft: Draft) -> Iterator[Fault]:
    for item in draft.spec.fields.values():
        if item.required and draft.values.get(item.key) is None:
            yield Fault(_("Vul {label} in.").format(label=_quoted(item.label)), (item.key,))
    for part in draft.spec.parts:
        if part.required and not draft.lines(part.key):
            yield Fault(
                _("Vul {label} in: ten minste één.").format(label=_quoted(str(part.label))), (part.key,)
            )


def convert(item: Field, value: object, resolve: Resolve) -> Any:
    """One JSON value as the Python value of a field (None for nothing), or the Fault to tell."""
    if value is None or value == "":
        return (
            item.note.default if item.note.default is not None and item.kind in ("ja_nee", "keuze") else None
        )
    match item.kind:
        case "tekst":
            return _text(item, value)
        case "keuze":
            return _choice(item, value)
        case "datum":
            return _moment(value) if item.type is datetime else _day(value)
        case "ja_nee":
            return value if isinstance(value, bool) else Fault(_("Zet hier true (ja) of false (nee)."))
        case "verwijzing":
            if isinstance(value, bool) or not isinstance(value, int | str):
                return Fault(_("Zet hier het nummer of de naam."))
            return resolve(item.note.ref or "", value)
        case _:
            return _number(item, value)


def _text(item: Field, value: object) -> str | Fault | None:
    if not isinstance(value, str):
        return Fault(_("Zet hier tekst, tussen aanhalingstekens."))
    text = value.replace("\r\n", "\n").replace("\r", "\n").strip()
    if (sign := control_sign(text)) is not None:
        return Fault(_("In de tekst staat een teken dat niet kan ({sign}). Haal het weg.").format(sign=sign))
    if "\n" in text and not item.note.long:
        return Fault(_("Zet dit op één regel."))
    return text or None


def _choice(item: Field, value: object) -> str | Fault:
    choices = item.choices
    assert choices is not None
    if isinstance(value, str) and value in set(choices.keys()):
        return value
    if isinstance(value, str) and (close := near(value, choices)) is not None:
        return Fault(
            _("{value} kan hier niet. Bedoelt u {close}?").format(value=_shown(value), close=_quoted(close))
        )
    return Fault(
        _("{value} kan hier niet. Kies uit: {choices}.").format(
            value=_shown(value), choices=", ".join(choices.keys())
        )
    )


def near(word: str, choices: Choices) -> str | None:
    """The key that somebody most likely meant who wrote something like it, or something like its label."""
    known = {str(item.label).casefold(): item.key for item in choices.items}
    known |= {item.key.casefold(): item.key for item in choices.items}
    close = difflib.get_close_matches(word[:60].casefold(), known, n=1)
    return known[close[0]] if close else None


def _day(value: object) -> date | Fault:
    text = value if isinstance(value, str) and len(value) == 10 else ""
    try:
        if text:
            found = date.fromisoformat(text)
            if FIRST_YEAR <= found.year <= LAST_YEAR:
                return found
            return Fault(_("Het jaar van {value} kan hier niet. Kijk de datum na.").format(value=value))
    except ValueError:
        if text[4] == text[7] == "-" and text.replace("-", "").isdigit():
            return Fault(_("De dag {value} bestaat niet. Kijk de datum na.").format(value=value))
    return Fault(
        _("{value} is geen datum. Schrijf de dag als jaar-maand-dag, zoals 2019-03-05.").format(
            value=_shown(value)
        )
    )


def _moment(value: object) -> datetime | Fault:
    """A moment as it is shown in JSON, with its zone."""
    try:
        found = datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        found = None
    if found is None or found.tzinfo is None:
        return Fault(_("{value} is geen moment. Laat het zoals het was.").format(value=_shown(value)))
    return found


def _number(item: Field, value: object) -> int | Decimal | Fault:
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        return Fault(_("Zet hier een getal, zonder aanhalingstekens."))
    exact = Decimal(str(value))
    if not exact.is_finite() or abs(exact) > WHOLE_LIMIT:
        return Fault(_("Dit getal is te groot. Kijk het na."))
    number: int | Decimal = exact
    if item.type is int:
        number = int(exact)
        if number != exact:
            return Fault(_("Zet hier een heel getal."))
    note = item.note
    if note.minimum is not None and number < note.minimum:
        return Fault(_("Het getal moet ten minste {limit} zijn.").format(limit=show_number(note.minimum)))
    if note.maximum is not None and number > note.maximum:
        return Fault(_("Het getal mag ten hoogste {limit} zijn.").format(limit=show_number(note.maximum)))
    return number


def _unknown(key: str, spec: RecordSpec) -> Fault:
    known = (*spec.fields, *spec.part)
    close = difflib.get_close_matches(key, known, n=1)
    text, command = _("Het veld {key} bestaat niet. Kies uit: {known}."), ""
    if close:
        text = _("Het veld {key} bestaat niet. Bedoelt u {close}?")
    elif "nummer" in spec.fields:
        text = _("Het veld {key} bestaat niet.")
        command = _("Welke velden er zijn, ziet u met: huurdersapp velden {kind}").format(kind=spec.key)
    said = text.format(key=_quoted(key[:60]), close=_quoted("".join(close)), known=", ".join(known))
    return Fault(said, (key,), command=command)


def _shown(value: object) -> str:
    return _quoted(value[:60]) if isinstance(value, str) else str(value)[:60]


def _quoted(text: str) -> str:
    return f"‘{text}’"


def too_early(key: str, earlier: date, later: date | None) -> Iterator[Fault]:
    """A fault on `key` when its day `later` lies before the day it must follow."""
    if later is not None and later < earlier:
        yield Fault(_("Deze dag ligt vóór {earlier}. Kijk de datum na.").format(earlier=day(earlier)), (key,))
