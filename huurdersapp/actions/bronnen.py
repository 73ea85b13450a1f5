"""The records that a paper stands on, with the values that they had: kept with a fixed version, compared with what is now.

Letters and reports each say which records these are, and which of their values count. Nothing that identifies a tenant is
kept: no part of a contact block, and where a value is only compared a short mark of it (`mark`).
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import msgspec

from huurdersapp.base.formats import day
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records import ALL
from huurdersapp.records.spec import Field

_MARK = "sha256:"


@dataclass(frozen=True, slots=True)
class Bron:
    """A record that a paper stands on: its kind, number and name, and its values as JSON has them."""

    kind: str
    number: int
    name: str
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Veranderd:
    """A source that is not what it was, in one sentence. What can be opened is the record with this number; or with number 0
    the list of its kind with the conditions `where`, as they are typed."""

    kind: str
    number: int
    text: str
    where: tuple[str, ...] = ()


class Stored(msgspec.Struct):
    """A source as it is kept."""

    soort: str
    nummer: int
    naam: str
    waarden: dict[str, Any]


def stored(found: Iterable[Bron]) -> list[Stored]:
    """The sources as they are kept."""
    return [Stored(one.kind, one.number, one.name, dict(one.values)) for one in found]


def read(kept: Iterable[Stored]) -> list[Bron]:
    """The sources that were kept."""
    return [Bron(one.soort, one.nummer, one.naam, one.waarden) for one in kept]


def as_text(found: Sequence[Bron]) -> str:
    """The sources as they are kept with a version."""
    return msgspec.json.format(msgspec.json.encode(stored(found)), indent=1).decode()


def from_text(text: str | None) -> list[Bron]:
    """The sources of a version, as they were then."""
    return read(msgspec.json.decode(text or "[]", type=list[Stored]))


def mark(value: Any) -> str:
    """A short mark of a value: the same for the same, and it tells nothing of it."""
    return _MARK + hashlib.sha256(msgspec.json.encode(value)).hexdigest()[:16]


def marked(value: Any) -> bool:
    """Whether a kept value is no more than a mark of it."""
    return isinstance(value, str) and value.startswith(_MARK) and len(value) == len(_MARK) + 16


def changes(
    before: Iterable[Bron], now: Iterable[Bron], keys: Callable[[str], Iterable[str]]
) -> list[Veranderd]:
    """What is not as it was, in words. `keys` says which values of a kind count, in the order in which they are told."""
    then = {(one.kind, one.number): one for one in before}
    there = {(one.kind, one.number): one for one in now}
    told: list[Veranderd] = []
    for key, one in there.items():
        if key not in then:
            told.append(Veranderd(*key, _("{name} is erbij gekomen.").format(name=called(one))))
        else:
            told += [Veranderd(*key, text) for text in moved(then[key], one, keys(one.kind))]
    for key, one in then.items():
        if key not in there:
            told.append(Veranderd(*key, _("{name} hoort er niet meer bij.").format(name=called(one))))
    return told


def moved(before: Bron, now: Bron, keys: Iterable[str]) -> Iterator[str]:
    """Which values of a record are others, each in a sentence."""
    spec = ALL[now.kind]
    for key in keys:
        old, new = before.values.get(key), now.values.get(key)
        if old == new:
            continue
        item = spec.fields.get(key)
        label = item.label if item else str(spec.part[key].label)
        counts = (0, 0) if item else (_count(old), _count(new))
        if item is not None and not (item.note.long or marked(old) or marked(new)):
            yield _said(now, label, _in_words(item, new), _in_words(item, old))
        elif counts[0] != counts[1]:
            yield _said(now, label, str(counts[1]), str(counts[0]))
        else:
            yield _("{name}: ‘{label}’ is veranderd.").format(name=called(now), label=label)


def _count(value: Any) -> int:
    """How many lines a list has, of which all are kept or the number alone."""
    return int(value["aantal"]) if isinstance(value, dict) else len(value or ())


def _said(one: Bron, label: str, new: str, old: str) -> str:
    words = _("{name}: {label} {new}, was {old}.")
    return words.format(name=called(one), label=f"{label[:1].lower()}{label[1:]}", new=new, old=old)


def called(one: Bron) -> str:
    """How a sentence names a record: its kind and number."""
    return _("{kind} {number}").format(kind=ALL[one.kind].label, number=one.number)


def _in_words(item: Field, value: Any) -> str:
    """A kept value as people read it."""
    if value is None:
        return _("leeg")
    if item.choices:
        return item.choices.label(value)
    if isinstance(value, bool):
        return _("ja") if value else _("nee")
    if item.type is date:
        return day(date.fromisoformat(value))
    return f"‘{value}’" if isinstance(value, str) else str(value)
