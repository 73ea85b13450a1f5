"""What a look over the store found, without drowning people in it."""

from __future__ import annotations

from huurdersapp.base.i18n import ngettext

MANY = 10
"""Sentences told of one kind of fault; the rest are counted."""


class Faults:
    """Sentences by kind of fault, in the order in which they were found."""

    def __init__(self) -> None:
        self._told: list[str] = []
        self._counts: dict[str, int] = {}

    def add(self, kind: str, sentence: str) -> None:
        """One more fault."""
        self._counts[kind] = count = self._counts.get(kind, 0) + 1
        if count <= MANY:
            self._told.append(sentence)

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of which there is one."""
        return frozenset(self._counts)

    def found(self) -> list[str]:
        """All sentences, and how many more there are."""
        more = sum(count - MANY for count in self._counts.values() if count > MANY)
        if not more:
            return list(self._told)
        rest = ngettext("En er klopt nog {count} ding niet.", "En er kloppen nog {count} dingen niet.", more)
        return [*self._told, rest.format(count=more)]
