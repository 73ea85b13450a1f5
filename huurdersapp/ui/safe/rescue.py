"""What the window offers when the administration cannot be opened: a good copy, what is still readable, a better place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.jobs import Job, Progress
from huurdersapp.ui.desk import told
from huurdersapp.ui.opening import Way, existing
from huurdersapp.ui.place import Place

if TYPE_CHECKING:
    from huurdersapp.actions.context import Context
    from huurdersapp.actions.redden import Gered
    from huurdersapp.actions.reservekopie import Copy, Restored
    from huurdersapp.ui.pages.niet_open import NotOpenPage
    from huurdersapp.ui.run import Program
    from huurdersapp.ui.safe.restore_room import RestoreRoom


class Rescue(QObject):
    """Of one page that tells why the administration cannot be opened; `secret` is its password, where it was typed."""

    def __init__(self, program: Program, page: NotOpenPage, fault: UserError, secret: str) -> None:
        super().__init__(page)
        self._program, self._page, self._fault, self._secret = program, page, fault, secret
        self._copy: Copy | None = None
        self._room: RestoreRoom | None = None
        page.restore_wanted.connect(self._ask_restore)
        page.rescue_wanted.connect(self._rescue)

    def begin(self) -> None:
        """Look for what can be offered."""
        self._program.start(self._look(), "", self._offer, lambda _fault: None)

    def _look(self) -> Job[tuple[bool, Copy | None]]:
        """Whether it is damaged or lost, and the last good copy; nothing else is mended with a copy."""
        yield Progress(0, None, "")
        from huurdersapp.actions import reservekopie, vooraf

        folder = self._program.folder
        if not (isinstance(self._fault, vooraf.Damaged) or vooraf.is_incomplete(folder)):
            return False, None
        good = reservekopie.laatste_goede(folder)
        return isinstance(self._fault, vooraf.Damaged), good or next(iter(reservekopie.lijst(folder)), None)

    def _offer(self, found: tuple[bool, Copy | None]) -> None:
        from huurdersapp.ui.safe.restore_room import named

        damaged, self._copy = found
        page = self._page
        buttons = []
        words = ""
        if self._copy is not None:
            words = _("Laatste goede kopie: {copy}.").format(copy=named(self._copy))
            buttons.append(page.restore)
        if damaged:
            buttons.append(page.rescue)
            page.hint.setHidden(self._copy is not None)  # what it says by hand, the button does
        if buttons:
            page.offer(words, *buttons)

    # -- a copy --------------------------------------------------------------------------------------------------

    def _ask_restore(self) -> None:
        from huurdersapp.ui.safe.restore_room import RestoreRoom

        copy = self._copy
        if copy is None:
            return
        room = self._room = RestoreRoom(copy)
        room.left.connect(self._close)
        room.secret_given.connect(lambda secret: self._compare(room, copy, secret))
        room.wanted.connect(lambda key: self._restore(copy, key))
        self._page.may_offer(False)
        self._page.room.addWidget(room)
        room.begin_here()
        self._compare(room, copy, self._secret)

    def _close(self) -> None:
        room, self._room = self._room, None
        if room is not None:
            room.hide()
            room.deleteLater()
        self._page.may_offer(True)
        self._page.restore.setFocus()

    def _compare(self, room: Any, copy: Copy, secret: str) -> None:
        def failed(fault: BaseException) -> None:
            room.refuse(
                fault if isinstance(fault, UserError) else UserError(_("Deze kopie is niet leesbaar."))
            )

        self._program.start(self._comparing(copy, secret), "", room.show_seen, failed)

    def _comparing(self, copy: Copy, secret: str) -> Job[Any]:
        yield Progress(0, None, "")
        from huurdersapp.actions import vooraf
        from huurdersapp.ui.safe.restore_room import Seen, looked_at

        folder = self._program.folder
        try:
            key = vooraf.key_of(folder, self._secret)
        except UserError:
            key = ""  # the key file is lost or damaged: that of the copy must do
        seen = looked_at(folder, copy, key, secret)
        return Seen(seen.key, seen.words) if seen is not None else None

    def _restore(self, copy: Copy, key: str) -> None:
        from huurdersapp.ui.safe.restore_room import putting_back

        job = putting_back(self._program.folder, copy.path, key, key)
        words = _("De reservekopie wordt teruggezet")
        self._page.may_do(False)
        self._program.start(job, words, lambda result: self._restored(result, key), self._not)

    def _restored(self, result: Restored, key: str) -> None:
        program = self._program

        def shown(ctx: Context) -> None:
            program.show(ctx, Place("vandaag"))
            if (desk := program.window.desk) is not None:
                desk.say(" ".join((_("Teruggezet."), *result.words)))

        job = existing(program.folder, program.held, "vandaag", Way(key=key))
        program.start(job, _("De administratie wordt geopend"), shown)

    # -- what is readable ----------------------------------------------------------------------------------------

    def _rescue(self) -> None:
        self._page.may_do(False)
        self._program.start(self._rescuing(), _("Er wordt gered wat leesbaar is"), self._rescued, self._not)

    def _rescuing(self) -> Job[Gered]:
        yield Progress(0, None, "")
        from huurdersapp.actions import redden

        folder = self._program.folder
        return (yield from redden.redden(folder, redden.voorstel(folder), secret=self._secret or None))

    def _rescued(self, found: Gered) -> None:
        self._page.may_do(True)
        words = [_("Gered in {folder}.").format(folder=found.map), *found.woorden]
        self._page.offer("\n".join(words))
        self._page.offer_rescued(found.map)

    def _not(self, fault: BaseException) -> None:
        self._page.may_do(True)
        self._close()
        if isinstance(fault, UserError):
            self._page.offer(told(fault))
        else:
            self._program.crash(fault)
