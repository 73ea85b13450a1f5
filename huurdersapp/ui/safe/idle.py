"""Whether somebody is still there: minutes without a key or a mouse, sleep of the computer, and its own lock screen."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import SLOT, QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QWindow

from huurdersapp.base import log

TICK = 5_000
"""Milliseconds between two looks at the clock."""
SLEPT = 30.0
"""Seconds between two looks after which the computer has slept in between."""
_USED = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)
_SYSTEM = (
    (
        "org.freedesktop.login1",
        "/org/freedesktop/login1",
        "org.freedesktop.login1.Manager",
        "PrepareForSleep",
    ),
)
_SESSION = (
    (
        "org.freedesktop.ScreenSaver",
        "/org/freedesktop/ScreenSaver",
        "org.freedesktop.ScreenSaver",
        "ActiveChanged",
    ),
    ("org.freedesktop.ScreenSaver", "/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged"),
    ("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged"),
)


class Idle(QObject):
    """`gone` when nobody was there for so many minutes, or the computer goes to sleep, slept, or locks its screen.

    Only the windows of this program are listened to, as whole windows: not each of the many things in them.
    """

    gone = Signal()

    def __init__(
        self,
        minutes: Callable[[], int],
        parent: QObject | None = None,
        now: Callable[[], float] = time.time,
    ) -> None:
        super().__init__(parent)
        self._minutes, self._now = minutes, now
        self._windows: list[QWindow] = []
        self._used = self._looked = now()
        self._timer = QTimer(self)
        self._timer.setInterval(TICK)
        self._timer.timeout.connect(self.look)
        self._listening = False

    def begin(self) -> None:
        """Listen from now on."""
        self.touch()
        if self._timer.isActive():
            return
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.focusWindowChanged.connect(self._watch)
        self._watch(QGuiApplication.focusWindow())
        self._timer.start()
        self._hear_system()

    def end(self) -> None:
        """Listen no more, until `begin`."""
        if not self._timer.isActive():
            return
        self._timer.stop()
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.focusWindowChanged.disconnect(self._watch)

    def touch(self) -> None:
        """Somebody is there."""
        self._used = self._looked = self._now()

    def look(self) -> None:
        """Look at the clock: that of the wall, as the others stand still while a computer sleeps."""
        now, before = self._now(), self._looked
        self._looked = now
        if now < before:  # the clock was set back
            self._used = min(self._used, now)
        if now - before > SLEPT + TICK / 1000 or now - self._used >= 60 * self._minutes():
            self.touch()
            self.gone.emit()

    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)  # a second time takes the place of the first

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _USED:
            self._used = self._now()
        return False

    # -- what the system tells -----------------------------------------------------------------------------------

    def _hear_system(self) -> None:
        """On Linux the desktop tells of sleep and of its lock screen; elsewhere the clock tells it afterwards."""
        if self._listening or not sys.platform.startswith("linux"):
            return
        self._listening = True
        try:
            from PySide6.QtDBus import QDBusConnection

            for bus, calls in (
                (QDBusConnection.systemBus(), _SYSTEM),
                (QDBusConnection.sessionBus(), _SESSION),
            ):
                if bus.isConnected():
                    for call in calls:
                        self._connect(bus, *call)
        except (ImportError, RuntimeError, TypeError, ValueError) as fault:
            log.LOGGER.info("No word from the desktop: %s", type(fault).__name__)

    def _connect(self, bus: Any, service: str, path: str, interface: str, name: str) -> None:
        bus.connect(service, path, interface, name, self, SLOT("heard(bool)"))

    @Slot(bool)
    def heard(self, begins: bool) -> None:
        """The computer goes to sleep or locks its screen (True), or is back."""
        if begins and self._timer.isActive():
            self.gone.emit()
