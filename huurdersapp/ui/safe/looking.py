"""Looking into a copy in the window itself: nothing of it changes, and the way back is in sight."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from huurdersapp.base import i18n, paths
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.settings import LANGUAGE
from huurdersapp.ui.opening import Way, existing
from huurdersapp.ui.place import Place
from huurdersapp.ui.safe.waiting import WaitingPage

if TYPE_CHECKING:
    from huurdersapp.actions.context import Context
    from huurdersapp.ui.run import Program


class Looking(QObject):
    """Of one program: into a copy (`into`) and back (`home`)."""

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self._program = program
        self._place = Place("vandaag")
        self._key = ""

    def into(self, copy: Path, words: str) -> None:
        """Close the administration, and open the copy to look at."""
        program = self._program
        window = program.window
        if window.desk is None or not window.leave_page():
            return
        if not window.looking:  # from one copy to another: home stays where it was
            self._place, self._key = window.places()[-1], window.desk.ctx.store.key
        program.close_administration()
        window.show_alone(WaitingPage(_("De reservekopie wordt geopend"), window.look))
        window.looking = words
        job = existing(copy, program.held, "vandaag", Way(key=self._key, read_only=True))
        program.start(job, _("De reservekopie wordt geopend"), self._shown, self._failed, self._back)

    def _shown(self, ctx: Context) -> None:
        program = self._program
        settings = program.settings
        if settings is not None:  # letters, colours and language are those of the person, not of the copy
            ctx = replace(ctx, settings=settings)
            i18n.use_language(settings.get(LANGUAGE), paths.own("translations"))
        program.show(ctx, Place("vandaag"))

    def _failed(self, fault: BaseException) -> None:
        self._back(fault)

    def home(self) -> None:
        """Close the copy, and open the administration where it was left."""
        program = self._program
        if program.window.desk is None:
            return
        program.close_administration()
        program.window.show_alone(WaitingPage(_("Uw administratie wordt geopend"), program.look))
        self._back()

    def _back(self, fault: BaseException | None = None) -> None:
        program = self._program
        program.window.looking = ""
        program.held.close()

        def shown(ctx: Context) -> None:
            program.show(ctx, self._place)
            if fault is not None and (desk := program.window.desk) is not None:
                desk.tell(fault)

        job = existing(program.folder, program.held, self._place.page, Way(key=self._key))
        program.start(job, _("De administratie wordt geopend"), shown)
