"""Watches the disk of an open administration: a calm line when it is nearly full, or can be taken out."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from huurdersapp.actions import plaats, voorkeuren
from huurdersapp.base import clock
from huurdersapp.ui.desk import Desk

EVERY = 10 * 60 * 1000
"""Milliseconds between two looks at the disk."""
SAID = "schijf_gezegd"
"""The preference that holds the last day on which it was said."""


class RoomWatch(QObject):
    """Lives as long as the desk."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._said = ""
        timer = QTimer(self)
        timer.timeout.connect(self.look)
        timer.start(EVERY)
        QTimer.singleShot(0, self, self.look)

    def look(self) -> None:
        """Say what there is to say, once a day."""
        self._desk.ask(self, "ruimte", self._found, self._tell)

    def _found(self) -> str | None:
        folder = self._desk.ctx.folder
        return plaats.weinig_ruimte(folder) or plaats.waarschuwing(folder)

    def _tell(self, text: str | None) -> None:
        today = clock.today().isoformat()
        if text is None or today in (self._said, voorkeuren.get(self._desk.ctx, SAID)):
            return
        self._said = today  # also where the disk is too full to remember it
        self._desk.say(text, tone="let_op")
        self._desk.safely(lambda: voorkeuren.put(self._desk.ctx, SAID, today))
