"""Counts as they stand on paper: in a cell, in a sentence, with their records, or who did not deliver them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from huurdersapp.reports.document import Source, Span
from huurdersapp.reports.language import NBSP, aantal, enumeration, in_words, number, percent
from huurdersapp.reports.small_numbers import HIDDEN, LEFT_OUT, Figures, Key, Protected
from huurdersapp.reports.values import Getal


@dataclass(frozen=True, slots=True)
class Absent:
    """A number that was expected and not delivered: what it is about, and by whom it should have been."""

    what: str
    by: str


class Counter:
    """Writes the protected counts of one document, and remembers what was not delivered."""

    def __init__(self, shown: Protected) -> None:
        self.shown = shown
        self.absent: list[Absent] = []

    def shows(self, *keys: Key) -> bool:
        """Whether all these counts are known and may be printed."""
        return all(self.shown.knows(key) and self.shown.shows(key) for key in keys)

    def cell(self, key: Key, getal: Getal | None = None, what: str = "") -> Span:
        """A count in a table: "12", "<5", "x", or "niet aangeleverd door …"."""
        if not self.shown.knows(key):
            return Span(self.not_delivered(getal.door if getal else "", what), italic=True)
        return Span(self.shown.text(key), source=self.shown.source(key))

    def figure(self, key: Key) -> Span:
        """A count in a sentence among other figures: in digits, or "minder dan vijf"."""
        words = "niet getoond" if self.shown.state(key) in ("hidden", "gone") else self._words(key)
        return Span(words or self.shown.text(key), source=self.shown.source(key))

    def counted(self, key: Key, singular: str, plural: str) -> Span:
        """A counted word in a sentence: "twaalf huurders", "minder dan vijf huurders"."""
        words = self._words(key)
        if words:
            text = f"{words} {plural}"
        else:
            value = self.shown.value(key)
            text = aantal(value or 0, singular, plural)
        return Span(text, source=self.shown.source(key))

    def share(self, part: Key, whole: Key, least: int, limit: int | None = None) -> str:
        """A share in percent, or nothing where it may not be printed: too few, or a count is hidden."""
        if not self.shows(part, whole):
            return ""
        parts, all_of = self.shown.value(part) or 0, self.shown.value(whole) or 0
        return percent(parts, all_of, limit=limit) if all_of >= max(1, least) else ""

    def hidden_note(self, keys: Iterable[Key]) -> str:
        """What stands below a table in which a count is hidden; empty where none is."""
        states = {self.shown.state(key) for key in keys if self.shown.knows(key)}
        if not states & {"small", "hidden", "gone"}:
            return ""
        signs = [self.shown.settings.small_text] if "small" in states else []
        signs += [HIDDEN] if "hidden" in states else []
        signs += [LEFT_OUT] if "gone" in states else []
        return f"{enumeration(tuple(signs))}: niet getoond, zodat niemand te herkennen is."

    def not_delivered(self, by: str, what: str = "") -> str:
        """The words for a number that is not there; it is remembered for the list at the end."""
        if not by:
            return "niet vastgelegd"
        self.absent.append(Absent(what, by))
        return f"niet aangeleverd door {by}"

    def _words(self, key: Key) -> str:
        state = self.shown.state(key)
        if state == "small":
            return f"minder dan {in_words(self.shown.settings.hide_below)}"
        return "" if state == "shown" else "een niet getoond aantal"


def add(figures: Figures, key: Key, getal: Getal, persons: bool = True, rank: int = 1) -> bool:
    """Enter a count if there is one. False when it was not delivered."""
    if getal.waarde is None:
        return False
    if persons:
        figures.persons(key, getal.waarde, getal.source, rank)
    else:
        figures.free(key, getal.waarde, getal.source)
    return True


def plain_count(count: int, source: Source | None = None) -> Span:
    """A count of own activities in digits; it is never hidden."""
    return Span(number(count), source=source)


def all_sources(items: tuple[Source | None, ...]) -> Source | None:
    """The records behind several rows together, where each row knows its own records one by one."""
    known = [item for item in items if item is not None]
    if not known or len(known) != len(items) or len({item.kind for item in known}) > 1:
        return None
    if any(not item.ids for item in known):
        return None
    return Source(known[0].kind, ids=tuple(dict.fromkeys(i for item in known for i in item.ids)))


def sum_slip(parts: list[int], said: int, names: list[str] | None = None) -> str:
    """What is told when parts do not add up: "78 + 206 = 284, niet 285"."""
    terms = [f"{number(n)}{NBSP}({names[i]})" if names else number(n) for i, n in enumerate(parts)]
    return f"{' + '.join(terms)} = {number(sum(parts))}, niet {number(said)}"


UNCHANGED = "Wij hebben de cijfers niet aangepast."
