"""From the plain bus of the core to a Qt signal: what was changed, told on the window's own thread."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal

from huurdersapp.base.events import Bus, Changes


class Bridge(QObject):
    """`changed` carries the Changes of each step, whichever thread took it; silent after `close`."""

    changed = Signal(object)
    _heard = Signal(object)

    def __init__(self, bus: Bus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # Queued: a list that is refreshed while a step is still being told would read inside of it.
        self._heard.connect(self.changed, Qt.ConnectionType.QueuedConnection)
        self._leave = bus.listen(self._hear)

    def _hear(self, changes: Changes) -> None:
        self._heard.emit(changes)

    def close(self) -> None:
        """Stop listening."""
        self._leave()
