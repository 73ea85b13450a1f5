"""The window: navigation, the screen that is open, search box, messages. It is shown before anything else is imported
but Qt; the administration is given to it later, with `open`."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from huurdersapp.base import log
from huurdersapp.base.errors import UserError
from huurdersapp.base.events import Changes
from huurdersapp.ui.desk import Desk, told
from huurdersapp.ui.frame.banner import Banner, show_state
from huurdersapp.ui.frame.closing import Closing
from huurdersapp.ui.frame.head import Head
from huurdersapp.ui.frame.menus import Menus
from huurdersapp.ui.frame.message_bar import MessageBar, WorkBar
from huurdersapp.ui.frame.navigation import Navigation
from huurdersapp.ui.frame.read_only import CHANGING
from huurdersapp.ui.frame.remembering import keep_place, keep_size, last_place, restore_size
from huurdersapp.ui.frame.screens import Screens
from huurdersapp.ui.frame.turning import Turning
from huurdersapp.ui.frame.undo_keys import UndoKeys
from huurdersapp.ui.look import Look
from huurdersapp.ui.pages.registry import BY_KEY, ENTRIES
from huurdersapp.ui.place import Place
from huurdersapp.ui.work import RunningJob

if TYPE_CHECKING:
    from huurdersapp.actions.context import Context
    from huurdersapp.ui.page import Page

COMPACT_FROM = 150
"""Per cent: from here on the navigation is one choice list on top."""
SMALLEST = (800, 480)
REMEMBERED = 50
"""How many places [Terug] knows."""


class MainWindow(QMainWindow):
    """The one window.

    `painted` once, after the first paint. `opened` when an administration is open in it, also anew in another language.
    `stop_example_wanted`, `home_wanted` (from a copy) and `usual_wanted` (from safe mode) come from the banner,
    `example_wanted` from the settings, `lock_wanted` from the menu, `away_wanted` (an Errand) and `look_wanted` (a copy
    and its words) from any screen. `closed` when the last word is kept and the work has stopped; the administration may
    be closed then.
    """

    painted = Signal()
    opened = Signal()
    stop_example_wanted = Signal()
    example_wanted = Signal()
    away_wanted = Signal(object)
    lock_wanted = Signal()
    look_wanted = Signal(object)
    home_wanted = Signal()
    usual_wanted = Signal()
    closed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.desk: Desk | None = None
        self._past: list[Place] = []
        self._key, self._was_painted = "", False
        self._previewed = False
        self._closing = Closing(self)
        self._after_paint: list[Callable[[], object]] = []
        self._wanted: Place | None = None
        self.looking = ""
        """Which copy is looked at, in words."""
        self.careful = False
        """Whether the program was started in safe mode: with the usual settings, and without work of its own accord."""
        self.before_closing: Callable[[], RunningJob | None] = lambda: None
        """Work that must be done before the window closes, such as a last copy; None when there is none."""
        self.exit_code = 0
        """What the program ends with: 70 after a crash from which somebody did not want to go on."""
        self.setWindowTitle("huurdersapp")
        self.setMinimumSize(*SMALLEST)
        self._build()
        self.menus = Menus(self)
        UndoKeys(self)
        self.painted.connect(lambda: self.menus.fill(), Qt.ConnectionType.QueuedConnection)
        look.changed.connect(self._fit)
        self._fit()

    # -- building ------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        centre = QWidget()
        whole = QVBoxLayout(centre)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self.banner = Banner()
        whole.addWidget(self.banner)
        below = QHBoxLayout()
        below.setSpacing(0)
        whole.addLayout(below, 1)
        self.navigation = Navigation(self.look)
        self.navigation.chosen.connect(self.go_to)
        below.addWidget(self.navigation)
        content = QVBoxLayout()
        content.setSpacing(0)
        below.addLayout(content, 1)
        content.addWidget(self._head())
        self.stack = Screens()
        content.addWidget(self.stack, 1)
        self.work_bar, self.message = WorkBar(), MessageBar()
        self.message.undo_wanted.connect(self.undo)
        content.addWidget(self.work_bar)
        content.addWidget(self.message)
        self.setCentralWidget(centre)

    def _head(self) -> Head:
        self.head = head = Head()
        self.compact, self.heading, self.search = head.compact, head.heading, head.search
        self.unsecured = head.unsecured
        self.compact.chosen.connect(self.go_to)
        self.search.asked.connect(self._search)
        self.search.typed.connect(self._search_on)
        self.search.down.connect(self._to_hits)
        self.unsecured.clicked.connect(lambda: self.go(Place("beveiliging")))
        return head

    # -- an administration ---------------------------------------------------------------------------------------

    def open(self, ctx: Context, place: Place | None = None) -> None:
        """Work with this administration, beginning where somebody was the last time."""
        self.close_administration()
        self._take_out_all()
        if not self.careful:
            self.look.use(ctx.settings)
        self.desk = Desk(ctx, self.look, self)
        self.desk.said.connect(self.message.say)
        self.desk.went.connect(self.go)
        self.desk.crashed.connect(self.crash)
        self.desk.working.connect(self._working)
        # Queued: the page that asks for it is taken down by it.
        self.desk.example_wanted.connect(self.example_wanted, Qt.ConnectionType.QueuedConnection)
        self.desk.away_wanted.connect(self.away_wanted, Qt.ConnectionType.QueuedConnection)
        self.desk.look_wanted.connect(self.look_wanted, Qt.ConnectionType.QueuedConnection)
        self.desk.spoken.connect(self._speak, Qt.ConnectionType.QueuedConnection)
        self.desk.changed.connect(self._changed)
        self.navigation.fill(ENTRIES)
        self.navigation.show_icons()
        self.compact.fill(ENTRIES)
        if "naar_vandaag" not in self.menus.actions:
            self.menus.fill_screens(ENTRIES)
        self.menus.alone(False)
        show_state(self, ctx)
        self.menus.explain(ctx.store.read_only)
        self.heading.show()
        self.search.show()
        self._mark_unsecured(ctx)
        self._fit()
        self._focus_way()
        wanted, self._wanted = self._wanted, None
        self.go(place or wanted or (Place("vandaag") if self.careful else last_place(ctx.settings)))
        self.opened.emit()

    def _mark_unsecured(self, ctx: Context) -> None:
        """Until there is a password a calm mark says so, and leads there."""
        from huurdersapp.actions import vooraf

        store = ctx.store
        open_yet = not (store.example or store.read_only or vooraf.needs_secret(ctx.folder))
        self.unsecured.setVisible(open_yet)

    def preview(self, place: Place, widget: QWidget) -> None:
        """Show a widget in the place of a screen until the administration is open; where somebody wants to go meanwhile
        is shown then."""
        self.show_alone(widget)
        self.navigation.fill(ENTRIES)
        self.compact.fill(ENTRIES)
        self._previewed = True
        self.menus.alone(False)
        self.navigation.set_current(place.page)
        self.compact.set_current(place.page)
        self.heading.setText(str(BY_KEY[place.page].label))
        self.setWindowTitle(f"{self.heading.text()} – huurdersapp")
        self.search.show()
        self._fit()
        self._focus_way()

    def _focus_way(self) -> None:
        """The focus to the navigation until a screen takes it, unless somebody put it somewhere. Left alone, Qt would put
        it on what ends the example."""
        there: QWidget | None = self.focusWidget()
        if there is None or not there.isVisible() or self.banner.isAncestorOf(there):
            way = self.navigation if self.navigation.isVisibleTo(self) else self.compact
            way.setFocus(Qt.FocusReason.OtherFocusReason)

    def _speak(self, language: str) -> None:
        """Build the whole window anew in another language, and come back to the same place."""
        from huurdersapp.base import i18n, paths
        from huurdersapp.ui import application

        assert self.desk is not None
        ctx, place, past = self.desk.ctx, self._here(), self._past
        self.close_administration()
        i18n.use_language(language, paths.own("translations"))
        application.speak(language)
        self.menus.close()
        self._build()
        self.menus = Menus(self)
        self.open(ctx, place)
        self._past = past

    def close_administration(self) -> None:
        """Keep what was typed, stop the work, and let go of the administration; whoever opened it closes it."""
        if self.desk is None:
            return
        if (page := self.page) is not None:
            page.leave()
            self._keep_place()
        desk, self.desk = self.desk, None
        desk.close()
        self._take_out_all()
        self._past.clear()
        desk.deleteLater()

    def show_alone(self, widget: QWidget) -> None:
        """Show one widget without navigation: the first start, or why the administration cannot be opened."""
        self._key = ""
        self._previewed = False
        self.setWindowTitle("huurdersapp")
        self.message.clear()
        self.head.hide_all()
        for part in (self.navigation, self.banner):
            part.hide()
        self.stack.show_alone(widget)
        self.menus.allow({})
        self.menus.alone(True)

    def _take_out_all(self) -> None:
        self.stack.take_out_all()
        self._key = ""

    # -- going to a screen ---------------------------------------------------------------------------------------

    @property
    def page(self) -> Page | None:
        """The screen that is open, if it could be made."""
        return self.stack.known(self._key)

    def go_to(self, key: str) -> None:
        """Open a screen as it was left."""
        if key != self._key or self.page is None:
            self.go(Place(key))

    def go(self, place: Place) -> None:
        """Show a place; what could not be shown says why, and the rest goes on working."""
        if self.desk is None:
            self._wanted = place if self._previewed else None
            return
        self.message.clear_fault()
        if not self.leave_page():
            return
        if place.doing != "tonen" and (why := self.desk.ctx.store.read_only) is not None:
            self.message.say(why, "let_op", False)
            place = replace(place, doing="tonen")
        if self._key:
            self._past = [*self._past, self._here()][-REMEMBERED:]
        self._show(place)

    def back(self) -> None:
        """To the place before."""
        self.message.clear_fault()
        if not self.leave_page():
            return
        here = self._here() if self._key else None
        while self._past:
            if (place := self._past.pop()) != here:
                self._show(place)
                return

    def leave_page(self) -> bool:
        """Whether the screen let go: what cannot be kept stays on it."""
        if (page := self.page) is None or page.leave():
            self._closing.kept()
            return True
        self._named()  # the navigation may show the other screen already
        return False

    def _here(self) -> Place:
        page = self.page
        return page.place() if page is not None else Place(self._key)

    def _show(self, place: Place) -> None:
        place = place if place.page in BY_KEY else Place("vandaag")
        self._key = place.page
        try:
            assert self.desk is not None
            page = self.stack.made(place.page, self.desk, self._ready)
            page.show_place(place)
            self.stack.setCurrentWidget(page)
            # Qt hands the focus on only where the screen before had it, not when it is in the navigation.
            begin: QWidget | None = page.focusWidget()
            if begin is not None and begin.isVisible():  # not one of a form that was closed
                begin.setFocus(Qt.FocusReason.OtherFocusReason)
            if place.page == "zoeken":
                self.search.show_words(place.words)
        except UserError as fault:
            self.stack.bring_up(place.page)
            self.message.say(told(fault), "fout", False)
        except Exception as fault:  # noqa: BLE001 - one screen that fails must not take the others along
            log.LOGGER.error("Scherm %s", place.page, exc_info=fault)
            self._fail(place.page, fault)
        self._named()

    def _ready(self, page: Page) -> None:
        """A screen was made."""
        page.commands_changed.connect(self._named)
        page.place_changed.connect(self._keep_place)
        for part in page.records_parts():
            part.addAction(self.menus.actions["verwijderen"])

    def _fail(self, key: str, fault: Exception) -> None:
        from huurdersapp.ui.pages.failed import FailedPage

        self.stack.put(key, FailedPage(fault, lambda: self.go(Place(key))))

    def _named(self) -> None:
        if self.desk is None:  # a screen that is taken down moves the focus, and tells so
            return
        page = self.page
        self.heading.setText(page.title() if page else str(BY_KEY[self._key].label))
        self.setWindowTitle(f"{self.heading.text()} – huurdersapp")
        if self._key != "zoeken" and not self.search.hasFocus():
            self.search.clear()
        self.navigation.set_current(self._key)
        self.compact.set_current(self._key)
        self.menus.allow(self._allowed(page))

    def _allowed(self, page: Page | None) -> Collection[str]:
        """What the screen can do now; where nothing may be changed not what changes something."""
        if page is None or self.desk is None:
            return {}
        found = page.commands()
        return found if self.desk.ctx.store.read_only is None else set(found) - CHANGING

    # -- what menu and keys do -----------------------------------------------------------------------------------

    def command(self, name: str) -> None:
        """Let the screen do something; the message of the action before has been read by then."""
        page = self.page
        do = page.commands().get(name) if page is not None else None  # type: ignore[call-overload]
        if page is not None and do is not None:
            if name not in ("sluiten", "zoeken"):
                self.message.clear()
            page.desk.safely(do)

    def undo(self) -> None:
        """Undo the last step, whichever screen took it."""
        if self.desk is not None:
            Turning(self.desk).undo()

    def redo(self) -> None:
        """Do the last undone step again."""
        if self.desk is not None:
            Turning(self.desk).redo()

    def name_undo(self) -> None:
        """Let the menu say what [Ongedaan maken] and [Opnieuw doen] would do now."""
        if self.desk is not None:
            Turning(self.desk).name(self.menus)

    def jump(self) -> None:
        """Go anywhere by typing."""
        from huurdersapp.ui.frame.jump import Jump

        if (desk := self.desk) is not None:
            desk.safely(lambda: Jump(desk, self).open())

    def search_everywhere(self) -> None:
        """To the search box."""
        self.head.focus_search()

    def _search(self, words: str) -> None:
        if self._key == "zoeken":
            self._search_on(words)
            self._to_hits()
        else:
            self.go(Place("zoeken", words=words))

    def _search_on(self, words: str) -> None:
        """Search while somebody types, once the finds are on the screen."""
        if self._key == "zoeken" and (page := self.page) is not None:
            page.show_place(Place("zoeken", words=words))

    def _to_hits(self) -> None:
        if self._key == "zoeken" and (page := self.page) is not None:
            page.setFocus(Qt.FocusReason.OtherFocusReason)

    def places(self) -> list[Place]:
        """Where somebody was in this window, and last where they are."""
        return [*self._past, self._here()] if self._key else []

    def show_help(self, name: str = "") -> None:
        """The handbook page of this screen, or the one that was named."""
        page = self.page
        self.go(Place("hulp", words=name or (page.help if page else "vandaag")))

    def focusNextPrevChild(self, onward: bool) -> bool:
        from huurdersapp.ui import tabbing

        centre = self.centralWidget()
        return (centre is not None and tabbing.move(centre, onward=onward)) or super().focusNextPrevChild(
            onward
        )

    def next_part(self) -> None:
        """The focus to the next part of the window: navigation, search box, screen, message."""
        from huurdersapp.ui import tabbing

        way = self.compact if self.compact.isVisible() else self.navigation
        parts = [part for part in (way, self.search, self.stack, self.message) if part.isVisible()]
        focus: QWidget | None = self.focusWidget()
        at = next((i for i, part in enumerate(parts) if part is focus or _holds(part, focus)), -1)
        for part in (*parts[at + 1 :], *parts[: at + 1]):
            if (stop := next(tabbing.stops(part), None)) is not None:
                stop.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return

    def crash(self, fault: BaseException) -> None:
        """A fault of ours: keep what was typed, and say so calmly."""
        from huurdersapp.ui.crash import CrashDialog

        page = self.page
        CrashDialog.tell(fault, self, page.leave if page is not None else None)

    # -- news and work -------------------------------------------------------------------------------------------

    def _changed(self, changes: Changes) -> None:
        page = self.page
        self.stack.remember(changes, self._key if page is not None else "")
        if page is not None:
            page.desk.safely(lambda: page.changed(changes))
            self.menus.allow(self._allowed(page))

    def parts(self) -> tuple[QWidget, ...]:
        """What nobody can use while the window is busy."""
        return self.stack, self.navigation, self.compact, self.search, self.menuBar()

    def _working(self, job: RunningJob, alone: bool) -> None:
        self.work_bar.watch(job)
        if alone:
            parts = (*self.parts(), self.message)

            def enable(on: bool) -> None:
                for part in parts:
                    part.setEnabled(on)

            def end() -> None:
                enable(True)
                # What is switched off loses the focus; who was somewhere goes on there.
                if QApplication.focusWidget() in (None, self) and before is not None and isValid(before):
                    before.setFocus()

            before = QApplication.focusWidget()
            enable(False)
            job.ended.connect(end)

    # -- size, start and end -------------------------------------------------------------------------------------

    @property
    def is_narrow(self) -> bool:
        """Whether a screen has room for one column only: detail lies over its list then."""
        return self.width() < 1100 or self.look.zoom >= COMPACT_FROM

    def _fit(self) -> None:
        shown = self.desk is not None or self._previewed
        compact = self.look.zoom >= COMPACT_FROM or self.width() < 900
        self.navigation.setVisible(shown and not compact)
        self.head.fit(self.look, shown=shown, compact=compact)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.UpdateRequest:
            waiting, self._after_paint = self._after_paint, []
            for do in waiting:
                do()
            if not self._was_painted:
                self._was_painted = True
                self.painted.emit()
        return done

    def after_paint(self, do: Callable[[], object]) -> None:
        """Do something once, when what is shown now has been painted; at once when nothing is painted, as nobody sees
        the window."""
        if self.isVisible() and not self.isMinimized():
            self._after_paint.append(do)
            self.update()
        else:
            do()

    def come_forward(self) -> None:
        """Put the window before the others, as large as it was."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()
        QApplication.alert(self)

    def _keep_place(self) -> None:
        """Remember the screen and the record for the next start."""
        page = self.page
        if self.desk is None or page is None:
            return
        keep_place(page.place(), self.desk.ctx.settings)

    def restore_size(self, kept: str) -> None:
        """As large as it was the last time, as the settings tell it."""
        restore_size(self, kept)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._closing.may():
            event.ignore()
            return
        if (desk := self.desk) is not None:
            desk.safely(lambda: keep_size(self, desk.ctx.settings))
        self.close_administration()
        event.accept()
        self.closed.emit()


def _holds(part: QWidget, widget: QWidget | None) -> bool:
    return widget is not None and part.isAncestorOf(widget)
