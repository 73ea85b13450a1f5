"""Who changed what: a plain bus that lists, forms and the window's bridge listen to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Changes:
    """What one step touched: (entity, key) pairs of records and their lines (a record also when only its lines were),
    the step's label and who caused it. A load names kinds with an empty key."""

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
        """Tell all listeners; what one of them raises comes out when the others have been told too."""
        first: Exception | None = None
        for listener in list(self._listeners):
            try:
                listener(changes)
            except Exception as fault:  # noqa: BLE001 - raised below, when nobody else misses the news
                first = first or fault
        if first is not None:
            raise first
