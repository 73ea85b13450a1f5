"""Who changed what: a plain bus that lists, forms and the window's bridge listen to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Changes:
    """What one step touched: (entity, key) pairs of records, the step's label and who caused it."""

    label: str
    touched: frozenset[tuple[str, str]]
    origin: object | None = None

    def kinds(self) -> frozenset[str]:
        """The kinds of record that were touched."""
        return frozenset(entity for entity, _ in self.touched)


@dataclass(slots=True)
class Bus:
    """Tells everybody who asked about each Changes, in the order in which they asked."""

    _listeners: list[Callable[[Changes], None]] = field(default_factory=list)

    def listen(self, listener: Callable[[Changes], None]) -> Callable[[], None]:
        """Add a listener; call what it returns to stop listening."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def publish(self, changes: Changes) -> None:
        """Tell all listeners."""
        for listener in list(self._listeners):
            listener(changes)
