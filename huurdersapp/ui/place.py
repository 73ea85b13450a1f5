"""Where somebody is in the window: a screen, and what it shows. Going back, jumping and starting again use it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

Doing = Literal["tonen", "nieuw", "wijzigen"]


@dataclass(frozen=True, slots=True)
class Place:
    """A screen (`page`, a key of the registry) and what it shows.

    `number`: the record that is open. `where` and `words`: the list behind a number, as on the command line
    (`--waar`, `--zoek`); `title` says in words which list that is. `doing`: show the record, or have its form open;
    `values` are filled in a new form, `concept` is the draft that it goes on with.
    """

    page: str
    number: int | None = None
    where: tuple[str, ...] = ()
    words: str = ""
    title: str = ""
    doing: Doing = "tonen"
    values: Mapping[str, Any] = field(default_factory=dict)
    concept: str | None = None
    kind: str | None = None

    def to_json(self) -> dict[str, Any]:
        """As it is kept from one start to the next."""
        return asdict(self)

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> Place:
        """Raises TypeError or KeyError for what an other version kept; start with Vandaag then."""
        values = {name: kept[name] for name in cls.__slots__ if name in kept}
        values["where"] = tuple(values.get("where", ()))
        return cls(**values)
