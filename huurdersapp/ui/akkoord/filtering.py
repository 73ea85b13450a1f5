"""What is asked of the points of an akkoord: which of them fit, how many each choice would leave, and how a filter is kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import cached_property
from typing import Any, Literal

from huurdersapp.actions.akkoord_lezen import Point, Reading
from huurdersapp.ui.found import flat, says

Choice = Literal["party", "keyword", "status", "place"]
CHOICES: tuple[Choice, ...] = ("party", "keyword", "status", "place")
OPEN: Mapping[Choice, Any] = {"party": 0, "keyword": "", "status": "", "place": 0}
"""The choices of which nothing is chosen."""
STAND, TASK = "stand", "afspraak"
"""What a status is of: `stand:achter` of measures (with the afspraken and goals that these are about), `afspraak:gedaan`
of afspraken themselves."""
OWN = "zelf"
"""The status of what the organisation added itself."""
_KEPT = {
    "party": "partij", "ours": "eigen", "first": "eigen_eerst", "keyword": "trefwoord", "status": "stand",
    "place": "plaats",
}  # fmt: skip
_LIST, _PART, _NONE = "lijst", "deel", "filter"
OPENED = "punt=open"
"""The condition of a place that asks for everything about its point, and not only for its row in the list."""


@dataclass(frozen=True, slots=True)
class Filter:
    """The folded words that points all have, a party (0: any), ours, a keyword of the margin, a status, a place (0: any),
    and for one kind only these numbers. `first` puts our own duties before those of others; it leaves everything."""

    terms: tuple[str, ...] = ()
    party: int = 0
    ours: bool = False
    kind: str = ""
    numbers: frozenset[int] = frozenset()
    keyword: str = ""
    status: str = ""
    place: int = 0
    first: bool = False

    def empty(self) -> bool:
        """Whether it leaves everything."""
        return self.chosen() == 0 and not (self.terms or self.kind)

    def chosen(self) -> int:
        """How many choices are made, words aside."""
        return sum(map(bool, (self.party, self.ours, self.keyword, self.status, self.place)))

    def to_json(self) -> dict[str, Any]:
        """What is chosen, as it is remembered for the next time: without the words."""
        return {word: getattr(self, name) for name, word in _KEPT.items() if getattr(self, name)}

    @classmethod
    def from_json(cls, kept: Any) -> Filter:
        """What another version kept and this one does not know is left out."""
        if not isinstance(kept, Mapping):
            return cls()
        types = {each.name: type(each.default) for each in fields(cls)}
        found = {name: kept.get(word) for name, word in _KEPT.items()}
        known: dict[str, Any] = {name: value for name, value in found.items() if type(value) is types[name]}
        return cls(**known)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a place of this screen asks besides its point: a filter, a part of the akkoord, or the list behind a number.
    None for what it does not speak of. `opened`: everything about the point."""

    filter: Filter | None = None
    part: tuple[str, int] | None = None
    kind: str = ""
    where: tuple[str, ...] = ()
    opened: bool = False

    def conditions(self) -> tuple[str, ...]:
        """As a place keeps it."""
        found = [OPENED] if self.opened else []
        found += [f"{_PART}={self.part[0]}:{self.part[1]}"] if self.part else []
        if self.kind:
            return (*found, f"{_LIST}={self.kind}", *self.where)
        if self.filter is not None:
            kept = self.filter.to_json()
            found += [f"{word}={_word(value)}" for word, value in kept.items()] or [f"{_NONE}="]
        return tuple(found)


def asked_of(kind: str | None, number: int | None, where: Sequence[str]) -> Asked:
    """What the conditions of a place ask; those of a list that came from another screen have no mark of their own."""
    part, opened = None, OPENED in where
    rest = [one for one in where if one != OPENED]
    if rest and rest[0].startswith(f"{_PART}="):
        name, _colon, which = rest.pop(0).partition("=")[2].partition(":")
        part = (name, int(which)) if which.isdecimal() else None
    if rest and rest[0].startswith(f"{_LIST}="):
        return Asked(None, part, rest[0].partition("=")[2], tuple(rest[1:]), opened)
    if kind and not number and rest:
        return Asked(None, part, kind, tuple(rest), opened)
    pairs = dict(one.partition("=")[::2] for one in rest)
    if not pairs:
        return Asked(None, part, opened=opened)
    known: dict[str, Any] = {word: value for word, value in pairs.items() if word in _KEPT.values()}
    for name in ("partij", "plaats"):
        known[name] = int(known.get(name) or 0) if str(known.get(name) or "0").isdecimal() else 0
    for name in ("eigen", "eigen_eerst"):
        known[name] = known.get(name) == "ja"
    return Asked(Filter.from_json(known), part, opened=opened)


def _word(value: object) -> str:
    return "ja" if value is True else str(value)


class Picker:
    """Answers filters about one akkoord. `stands` are the stands by kind and number, as far as they are known."""

    def __init__(self, reading: Reading, words: Callable[[Point], Iterable[str]]) -> None:
        self.reading, self._words = reading, words
        self.own = reading.own()
        self.stands: Mapping[tuple[str, int], str] = {}
        self._near = {area.number: area.near for area in reading.places}

    @cached_property
    def _flat(self) -> list[str]:
        return [flat(" ".join(self._words(point))) for point in self.reading.points]

    def fits(self, at: int, wanted: Filter) -> bool:
        """Whether the point at this place of the reading answers to a filter."""
        point = self.reading.points[at]
        if wanted.kind and (point.kind != wanted.kind or point.number not in wanted.numbers):
            return False
        if wanted.ours and not self.own & set(point.parties):
            return False
        for choice in CHOICES:
            asked = getattr(wanted, choice)
            if asked and asked not in self._has(point, choice):
                return False
        return not wanted.terms or says(self._flat[at], wanted.terms)

    def _has(self, point: Point, choice: Choice) -> Iterable[Any]:
        """The options of a choice that would find a point."""
        match choice:
            case "party":
                return point.parties
            case "keyword":
                return (point.keyword,)
            case "place":
                return {area for area, near in self._near.items() if near & set(point.places)}
            case _:
                return tuple(self._states(point))

    def _states(self, point: Point) -> Iterator[str]:
        if (stand := self.stands.get((point.kind, point.number))) is not None:
            yield f"{STAND}:{stand}"
        if point.kind == "afspraak" and point.status:
            yield f"{TASK}:{point.status}"
        if point.added:
            yield OWN

    def counts(self, scope: Sequence[int], wanted: Filter, choice: Choice) -> Counter[Any]:
        """How many points of these each option of a choice would leave, with everything else that is asked."""
        others: dict[str, Any] = {choice: OPEN[choice]}
        rest = replace(wanted, **others)
        found: Counter[Any] = Counter()
        for at in scope:
            if self.fits(at, rest):
                found.update(set(self._has(self.reading.points[at], choice)))
        return found
