"""All that keeps an administration safe in the window: its lock, copies of their own accord, and leaving it for work on
its folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.jobs import Job, Progress
from huurdersapp.base.settings import LOCK_AFTER
from huurdersapp.ui.place import Place
from huurdersapp.ui.safe.door import Door
from huurdersapp.ui.safe.errand import Errand
from huurdersapp.ui.safe.idle import Idle
from huurdersapp.ui.work import RunningJob

if TYPE_CHECKING:
    from huurdersapp.actions.context import Context
    from huurdersapp.ui.run import Program
    from huurdersapp.ui.safe.looking import Looking


class Keeping(QObject):
    """Of one program, for as long as it runs."""

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self._program = program
        self.door = Door(program)
        self.idle = Idle(self._minutes, self)
        self.idle.gone.connect(self._nobody_there)
        self._looking: Looking | None = None
        window = program.window
        window.away_wanted.connect(self._away)
        window.lock_wanted.connect(self.lock)
        window.look_wanted.connect(self._look_into)
        window.home_wanted.connect(self._home, Qt.ConnectionType.QueuedConnection)
        window.usual_wanted.connect(self._usual, Qt.ConnectionType.QueuedConnection)
        window.opened.connect(self._opened)
        window.before_closing = self._last_copy

    def shown(self, ctx: Context) -> None:
        """An administration is open: whether it is locked when nobody is there."""
        from huurdersapp.actions import vooraf

        if vooraf.needs_secret(self._program.folder):
            self.idle.begin()

    def closing(self) -> None:
        """It is closed: nothing to watch."""
        self.idle.end()

    def _minutes(self) -> int:
        settings = self._program.settings
        return settings.get(LOCK_AFTER) if settings is not None else LOCK_AFTER.default

    def lock(self) -> None:
        """Lock the administration; where it has no password yet, show where to make one."""
        from huurdersapp.actions import vooraf

        locked = self.door.lock()
        desk = self._program.window.desk
        if not locked and desk is not None and not vooraf.needs_secret(self._program.folder):
            desk.go(Place("beveiliging"))
            desk.say(_("Er is nog geen wachtwoord. Kies er eerst een."), tone="let_op")

    def _nobody_there(self) -> None:
        """Minutes without anybody, or the computer sleeps; long work is waited for."""
        desk = self._program.window.desk
        if desk is not None and not desk.runner.jobs:
            self.door.lock()

    def _away(self, errand: Errand) -> None:
        from huurdersapp.ui.safe.away import Away

        Away(self._program, errand).go()

    @property
    def looking(self) -> Looking:
        """The way into copies."""
        if self._looking is None:
            from huurdersapp.ui.safe.looking import Looking

            self._looking = Looking(self._program)
        return self._looking

    def _look_into(self, wanted: tuple[Path, str]) -> None:
        self.looking.into(*wanted)

    def _home(self) -> None:
        self.looking.home()

    def _usual(self) -> None:
        """Out of safe mode: open the administration again, as it always is."""
        if (desk := self._program.window.desk) is not None:
            self._program.window.careful = False
            desk.away(_nothing, _("De administratie wordt geopend"), lambda _desk, _none: None)

    # -- of its own accord ---------------------------------------------------------------------------------------

    def _opened(self) -> None:
        """An administration was opened in the window, or in another language."""
        window = self._program.window
        desk = window.desk
        if (
            desk is not None
            and not window.careful
            and not desk.ctx.store.example
            and not desk.ctx.store.read_only
        ):
            from huurdersapp.ui.safe.copying import Copying

            Copying(desk)

    def _last_copy(self) -> RunningJob | None:
        desk = self._program.window.desk
        if desk is None:
            return None
        from huurdersapp.ui.safe.copying import last_copy

        return last_copy(desk)


def _nothing(_folder: Path, _key: str) -> Job[None]:
    """Closing and opening is all that is wanted."""
    yield Progress(0, None, "")
