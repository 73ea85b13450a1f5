"""Going away from an administration for work on its closed folder, and coming back to the same place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from huurdersapp.base import log, paths
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.opening import Way, existing
from huurdersapp.ui.place import Place
from huurdersapp.ui.safe.errand import Errand
from huurdersapp.ui.safe.waiting import WaitingPage

if TYPE_CHECKING:
    from huurdersapp.actions.context import Context
    from huurdersapp.ui.run import Program


class Away(QObject):
    """One errand: it lives until the administration is open again."""

    def __init__(self, program: Program, errand: Errand) -> None:
        super().__init__(program)
        self._program, self._errand = program, errand
        self._place = Place("vandaag")
        self._key = ""

    def go(self) -> None:
        """Close the administration, and begin; what was typed and cannot be kept keeps the window where it is."""
        window = self._program.window
        if window.desk is None or not window.leave_page():
            self.deleteLater()
            return
        ctx = window.desk.ctx
        self._place, self._key = window.places()[-1], ctx.store.key
        job = self._errand.make_job(ctx.folder, self._key)
        self._program.close_administration()
        window.show_alone(WaitingPage(self._errand.title, window.look))
        self._program.start(job, self._errand.title, self._done, self._failed, self._stopped)

    def _done(self, result: Any) -> None:
        self._back(lambda desk: self._errand.done(desk, result), self._errand.secret)

    def _failed(self, fault: BaseException) -> None:
        if not isinstance(fault, UserError):
            log.LOGGER.error("Werk aan een gesloten administratie", exc_info=fault)
        tell = self._errand.failed or Desk.tell
        self._back(lambda desk: tell(desk, fault))

    def _stopped(self) -> None:
        words = _("Gestopt: {work}.").format(work=self._errand.title)
        self._back(lambda desk: desk.say(words, tone="let_op"))

    def _back(self, then: Any, secret: str | None = None) -> None:
        program = self._program
        if program.is_closed:
            return

        def shown(ctx: Context) -> None:
            self.deleteLater()
            program.show(ctx, self._place)
            if (desk := program.window.desk) is not None:
                desk.safely(lambda: then(desk))

        # It may have moved to another folder.
        program.folder, program.home = paths.followed(program.folder), paths.followed(program.home)
        way = Way(secret=secret) if secret is not None else Way(key=self._key)
        job = existing(program.folder, program.held, self._place.page, way)
        program.start(job, _("De administratie wordt geopend"), shown)
