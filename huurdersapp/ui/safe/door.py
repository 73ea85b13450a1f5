"""The way in to an administration with a password, and out of it: locking and unlocking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.jobs import Job, Progress
from huurdersapp.ui.opening import Way, existing, prepare
from huurdersapp.ui.place import Place
from huurdersapp.ui.safe.clipboard import OurClipboard

if TYPE_CHECKING:
    from huurdersapp.actions.context import Context
    from huurdersapp.ui.pages.slot import LockPage, NewPasswordPage
    from huurdersapp.ui.run import Program


class Door(QObject):
    """Of one program. `place` is where somebody was when it was locked."""

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self._program = program
        self._page: LockPage | NewPasswordPage | None = None
        self._secret = ""
        self.place: Place | None = None
        self._clipboard = OurClipboard(self)

    # -- in ------------------------------------------------------------------------------------------------------

    def knock(self) -> None:
        """At the start: open with the key that this computer remembers, else (and in safe mode) ask for the password."""
        program = self._program
        if program.window.careful:  # the key ring of the system may be what went wrong
            program.window.after_paint(self.ask)
            return
        self.place = None
        blank = QWidget()
        program.window.preview(Place("vandaag"), blank)
        program.window.after_paint(
            lambda: program.start(self._remembered(), _("De administratie wordt geopend"), self._tried)
        )

    def _remembered(self) -> Job[Context | None]:
        program, place = self._program, self._program.begins_at
        yield from prepare()
        from huurdersapp.actions import bekeken, sleutels

        bekeken.remove_left(program.folder)
        key = sleutels.onthouden_sleutel(program.folder)
        if key is None:
            return None
        return (yield from existing(program.folder, program.held, place.page, Way(key=key)))

    def _tried(self, ctx: Context | None) -> None:
        if ctx is None:
            self.ask()
        else:
            self._program.show(ctx)

    def ask(self, place: Place | None = None) -> None:
        """Show the lock screen; `place` comes after it."""
        from huurdersapp.ui.pages.slot import LockPage

        program = self._program
        if program.is_closed:
            return
        self.place = place
        page = self._page = LockPage(program.look)
        page.given.connect(self._open)
        page.close_wanted.connect(program.window.close)
        program.window.show_alone(page)
        page.begin_here()
        # What is needed is imported while somebody types.
        program.start(prepare((place or program.begins_at).page), "", lambda _none: None)

    def _open(self, secret: str) -> None:
        program = self._program
        self._secret = secret
        page = (self.place or program.begins_at).page
        job = existing(program.folder, program.held, page, Way(secret=secret))
        program.start(job, _("De administratie wordt geopend"), self._opened, self._refused, self._again)

    def _opened(self, ctx: Context) -> None:
        from huurdersapp.actions import vooraf

        if ctx.store.opened_with == vooraf.RECOVERY:
            self._program.held.close()
            self._ask_new()
        else:
            self._in(ctx)

    def _in(self, ctx: Context) -> None:
        place, self.place = self.place, None
        self._secret, self._page = "", None
        self._program.show(ctx, place)

    def _again(self) -> None:
        self._program.held.close()
        self.ask(self.place)

    def _refused(self, fault: BaseException) -> None:
        """The secret is not the right one, or it is and the administration cannot be opened: these are told apart."""
        from huurdersapp.actions import vooraf
        from huurdersapp.ui.pages.slot import LockPage

        if isinstance(fault, vooraf.WrongSecret) and isinstance(self._page, LockPage):
            self._secret = ""
            self._page.refuse(fault, fault.wait)
        else:
            self._program.refused(fault, self._secret)
            self._secret, self._page = "", None

    # -- a new password after the recovery code ------------------------------------------------------------------

    def _ask_new(self) -> None:
        from huurdersapp.ui.pages.slot import NewPasswordPage

        page = self._page = NewPasswordPage(self._program.look)
        page.chosen.connect(self._renew)
        page.close_wanted.connect(self._program.window.close)
        self._program.window.show_alone(page)
        page.begin_here()

    def _renew(self, new: str) -> None:
        words = _("Het nieuwe wachtwoord wordt opgeslagen")
        self._program.start(self._renewing(self._secret, new), words, self._renewed, self._not_renewed)

    def _renewing(self, code: str, new: str) -> Job[Context]:
        program = self._program
        yield Progress(0, None, "")
        from huurdersapp.actions import sleutels

        sleutels.wijzig(program.folder, code, new)
        page = (self.place or program.begins_at).page
        return (yield from existing(program.folder, program.held, page, Way(secret=new)))

    def _renewed(self, ctx: Context) -> None:
        self._in(ctx)
        if (desk := self._program.window.desk) is not None:
            desk.say(_("Uw nieuwe wachtwoord werkt vanaf nu."))

    def _not_renewed(self, fault: BaseException) -> None:
        from huurdersapp.ui.pages.slot import NewPasswordPage

        if isinstance(fault, UserError) and isinstance(self._page, NewPasswordPage):
            self._page.refuse(fault)
        else:
            self._program.refused(fault)

    # -- out -----------------------------------------------------------------------------------------------------

    def lock(self) -> bool:
        """Keep what was typed, close everything, and ask for the password; False when it stays open.

        It stays open without a password, and where what was typed cannot be kept (a full disk), which is told.
        """
        from huurdersapp.actions import vooraf

        program = self._program
        window = program.window
        if window.desk is None or not vooraf.needs_secret(program.folder):
            return False
        _close_all_but(window)
        # A screen that wants to be left twice is: nobody is there to read why.
        if not (window.leave_page() or window.leave_page()):
            return False
        # Who looked into a copy comes back to the administration itself.
        place = None if window.looking else window.places()[-1]
        window.looking = ""
        program.close_administration()
        self._clipboard.clear()
        self.ask(place)
        return True


def _close_all_but(window: QWidget) -> None:
    """Close dialogs, previews, menus and lists that hang open."""
    while (popup := QApplication.activePopupWidget()) is not None:
        if not popup.close():
            break
    for other in QApplication.topLevelWidgets():
        if other is not window and other.isVisible() and other.windowType() != Qt.WindowType.ToolTip:
            other.close()
