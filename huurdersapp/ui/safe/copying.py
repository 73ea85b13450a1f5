"""What is done of its own accord while the administration is open: a copy when it is due, and the daily look at the
file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

from huurdersapp.base import log
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.jobs import Job
from huurdersapp.ui.desk import Desk, told
from huurdersapp.ui.place import Place
from huurdersapp.ui.work import RunningJob

if TYPE_CHECKING:
    from huurdersapp.actions.context import Context

PERIOD = 5 * 60_000
"""Milliseconds between two looks whether a copy is due."""
SOON = 3_000
"""Milliseconds after the start before the file is looked over."""


class Copying(QObject):
    """Of one open administration; it goes with its desk."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._told = False
        self._timer = QTimer(self)
        self._timer.setInterval(PERIOD)
        self._timer.timeout.connect(self.copy)
        self._timer.start()
        QTimer.singleShot(SOON, self, self.look_over)

    def copy(self) -> None:
        """Make the copy that is due; other work goes first."""
        if not self._desk.runner.jobs:
            self._desk.run(
                _regular(self._desk.ctx), _("Reservekopie maken"), lambda _path: None, self._failed
            )

    def _failed(self, fault: BaseException) -> None:
        log.LOGGER.error("Reservekopie", exc_info=fault)
        if isinstance(fault, UserError) and not self._told:
            self._told = True
            self._desk.say(told(fault), tone="let_op")

    def look_over(self) -> None:
        """Once a day: is the file still whole?"""
        desk = self._desk
        if not desk.runner.jobs and not desk.ctx.store.example:
            desk.run(_checked(desk.ctx), _("Nakijken"), self._found, self._failed)

    def _found(self, faults: list[str]) -> None:
        if not faults:
            return
        desk = self._desk
        text = _("Er is beschadiging gevonden in het bestand van uw administratie.")
        desk.ask(self, "goede kopie", lambda: _last_good(desk.ctx), lambda copy: self._offer(text, copy))

    def _offer(self, text: str, copy: Any) -> None:
        from huurdersapp.ui.safe.restore_room import named

        desk = self._desk
        if copy is None:
            desk.say(_("{text} Er is nog geen goede reservekopie.").format(text=text), tone="fout")
            return
        words = _("{text} Laatste goede kopie: {copy}.").format(text=text, copy=named(copy))
        place = Place("reservekopieen", values={"kopie": copy})
        desk.offer(words, _("Terugzetten…"), lambda: desk.go(place))


def last_copy(desk: Desk) -> RunningJob | None:
    """The copy at the end, when there is something new to keep; nothing that goes wrong may hinder the closing."""
    from huurdersapp.actions import reservekopie

    try:
        if not reservekopie.due(desk.ctx, closing=True):
            return None
    except Exception as fault:  # noqa: BLE001 - the window must close, whatever is wrong
        log.LOGGER.error("Reservekopie bij het afsluiten", exc_info=fault)
        return None

    def failed(fault: BaseException) -> None:
        log.LOGGER.error("Reservekopie bij het afsluiten", exc_info=fault)

    job = reservekopie.regular(desk.ctx, closing=True)
    return desk.run(job, _("Reservekopie maken"), lambda _path: None, failed)


def _regular(ctx: Context) -> Job[Any]:
    from huurdersapp.actions import reservekopie

    return (yield from reservekopie.regular(ctx))


def _checked(ctx: Context) -> Job[list[str]]:
    from huurdersapp.actions import controle

    if not controle.due(ctx):
        return []
    return (yield from controle.file(ctx))


def _last_good(ctx: Context) -> Any:
    from huurdersapp.actions import reservekopie

    return reservekopie.laatste_goede(ctx.folder)
