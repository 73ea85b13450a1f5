"""What the window offers when the administration cannot be opened: its key file, a good copy, what is still readable."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QPushButton

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
    from huurdersapp.ui.safe.secret_form import SecretForm


@dataclass(frozen=True, slots=True)
class _Ways:
    """What can be done: `damaged` to save what is readable, `key` to put the key file back (`asks` for a password), and the
    last good copy."""

    damaged: bool = False
    key: bool = False
    asks: bool = False
    copy: Copy | None = None


class Rescue(QObject):
    """Of one page that tells why the administration cannot be opened; `secret` is its password, where it was typed."""

    def __init__(self, program: Program, page: NotOpenPage, fault: UserError, secret: str) -> None:
        super().__init__(page)
        self._program, self._page, self._fault, self._secret = program, page, fault, secret
        self._copy: Copy | None = None
        self._room: RestoreRoom | SecretForm | None = None
        self._from: QPushButton | None = None
        self._asks = False
        page.key_wanted.connect(self._ask_key)
        page.restore_wanted.connect(self._ask_restore)
        page.rescue_wanted.connect(self._rescue)

    def begin(self) -> None:
        """Look for what can be offered."""
        self._program.start(self._look(), "", self._offer, lambda _fault: None)

    def _look(self) -> Job[_Ways]:
        """Whether it is damaged or lost, and what may bring it back; nothing else is mended with a copy."""
        yield Progress(0, None, "")
        from huurdersapp.actions import reservekopie, sleutels, vooraf

        folder = self._program.folder
        if not (isinstance(self._fault, vooraf.Damaged) or vooraf.is_incomplete(folder)):
            return _Ways()
        key = sleutels.is_terug_te_zetten(folder)
        good = reservekopie.laatste_goede(folder)
        return _Ways(
            isinstance(self._fault, vooraf.Damaged),
            key,
            key and sleutels.terug_vraagt(folder),
            good or next(iter(reservekopie.lijst(folder)), None),
        )

    def _offer(self, found: _Ways) -> None:
        from huurdersapp.ui.safe.restore_room import named

        self._copy, self._asks = found.copy, found.asks
        page = self._page
        buttons, words = [], []
        if found.key:
            words.append(_("Bij uw reservekopieën ligt nog een sleutelbestand. Dan blijft al uw werk staan."))
            buttons.append(page.key)
        if self._copy is not None:
            words.append(_("Laatste goede kopie: {copy}.").format(copy=named(self._copy)))
            buttons.append(page.restore)
        if found.damaged:
            buttons.append(page.rescue)
        if found.key or found.damaged:
            page.hint.setHidden(bool(words))  # what it says by hand, the button does
        if buttons:
            page.offer("\n".join(words), *buttons)

    # -- the key file --------------------------------------------------------------------------------------------

    def _ask_key(self) -> None:
        self._from = self._page.key
        if not self._asks:
            self._bring_key("")
            return
        from huurdersapp.ui.safe.secret_form import SecretForm

        sentences = (
            _("Alleen het sleutelbestand komt terug."),
            _("Daarna geldt het wachtwoord dat u had toen de reservekopie werd gemaakt."),
        )
        title = _("Sleutelbestand terugzetten")
        room = self._room = SecretForm(title, sentences, title, new=False, then=True)
        room.left.connect(self._close)
        room.given.connect(lambda given: self._bring_key(given.current, room))
        self._page.may_offer(False)
        self._page.room.addWidget(room)
        room.begin_here()

    def _bring_key(self, secret: str, form: SecretForm | None = None) -> None:
        def failed(fault: BaseException) -> None:
            self._page.may_do(True)
            if isinstance(fault, UserError) and form is not None:
                self._page.may_offer(False)
                form.refuse(told(fault))
            else:
                self._not(fault)

        self._page.may_do(False)
        words = _("Het sleutelbestand wordt teruggezet")
        self._program.start(self._bringing(secret), words, self._brought, failed)

    def _bringing(self, secret: str) -> Job[str]:
        yield Progress(0, None, "")
        from huurdersapp.actions import sleutels

        return sleutels.terugzetten(self._program.folder, secret or None)

    def _brought(self, words: str) -> None:
        """Open as always; the password that was typed is asked again, so that there is one way in."""
        self._program.say_when_open(words)
        self._program.begin()

    # -- a copy --------------------------------------------------------------------------------------------------

    def _ask_restore(self) -> None:
        from huurdersapp.ui.safe.restore_room import RestoreRoom

        copy = self._copy
        if copy is None:
            return
        self._from = self._page.restore
        room = self._room = RestoreRoom(copy)
        room.left.connect(self._close)
        room.secret_given.connect(lambda secret: self._compare(room, copy, secret))
        room.wanted.connect(lambda key: self._restore(copy, key))
        self._page.may_offer(False)
        self._page.room.addWidget(room)
        room.begin_here()
        self._compare(room, copy, self._secret)

    def _close(self) -> None:
        """Take away what was asked, and go back to the button that asked it."""
        room, self._room = self._room, None
        if room is not None:
            room.hide()
            room.deleteLater()
        self._page.may_offer(True)
        if self._from is not None:
            self._from.setFocus()

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
        self._from = self._page.rescue
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
