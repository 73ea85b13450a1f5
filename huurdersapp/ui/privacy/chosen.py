"""What somebody found and chose for a request: kept as long as the administration is open, and never written down.

It holds names. So it lies in memory alone, and not in the places that the window remembers.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from huurdersapp.actions.inzage import Keuze
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.privacy import found_words
from huurdersapp.ui.privacy.texts import words_of

if TYPE_CHECKING:
    from huurdersapp.actions.persoon import Treffer


@dataclass
class Choice:
    """Of one request: what was typed to search, what was found, what is ticked, what the board said of texts, and which
    words of others are blacked out in them.
    """

    typed: dict[str, str] = field(default_factory=dict)
    found: tuple[Treffer, ...] | None = None
    ticked: set[str] = field(default_factory=set)
    texts: dict[str, str] = field(default_factory=dict)
    black: dict[str, str] = field(default_factory=dict)

    def is_about(self, hit: Treffer) -> bool:
        """Whether the board said that this finding is about the person."""
        if found_words.is_text(hit):
            return self.texts.get(hit.sleutel, found_words.OTHER) != found_words.OTHER
        return hit.sleutel in self.ticked

    def shown(self) -> tuple[Keuze, ...]:
        """What comes in an overview, and how."""
        return tuple(self._shown(each.sleutel) for each in self.found or () if self.is_about(each))

    def _shown(self, key: str) -> Keuze:
        if self.texts.get(key) == found_words.HIDDEN:
            return Keuze(key, "zwart", words_of(self.black.get(key, "")))
        return Keuze(key)

    def forget(self) -> None:
        """The data are gone: forget them here too."""
        self.typed, self.found = {}, None
        for kept in (self.ticked, self.texts, self.black):
            kept.clear()


class Choices(QObject):
    """The choices of all requests, by their numbers; goes with the desk."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._kept: dict[int, Choice] = {}

    def of(self, number: int) -> Choice:
        """The choice of this request, an empty one where there is none yet."""
        return self._kept.setdefault(number, Choice())


def choices_of(desk: Desk) -> Choices:
    """The choices that go with this desk."""
    found = desk.findChild(Choices)
    return found if isinstance(found, Choices) else Choices(desk)
