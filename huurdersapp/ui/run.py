"""Opening the window: first the window itself, with nothing imported but Qt, then the administration in it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from huurdersapp.base import i18n, log, paths
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.jobs import Job
from huurdersapp.base.settings import LANGUAGE, TEXT_SIZE, WINDOW, Settings
from huurdersapp.ui import application, moments
from huurdersapp.ui.catching import caught
from huurdersapp.ui.frame.remembering import last_place
from huurdersapp.ui.look import Look
from huurdersapp.ui.main_window import MainWindow
from huurdersapp.ui.opening import Opened, example, existing, fresh, prepare
from huurdersapp.ui.place import Place
from huurdersapp.ui.safe.careful import WELL_AFTER, Starts
from huurdersapp.ui.safe.keeping import Keeping
from huurdersapp.ui.work import Runner, RunningJob

if TYPE_CHECKING:
    from huurdersapp.actions.context import Context
    from huurdersapp.ui.single import Answer, Answering

DONE, FOR_PEOPLE, OUR_BUG = 0, 1, 70
"""Exit codes, as those of the command line."""


def run(folder: Path | None = None, home: Path | None = None, *, careful: bool = False) -> int:
    """Open the window on this data folder (by default the normal one) and give the exit code when it is closed.

    `home` is the folder of the own administration, for who begins with the example. Where the folder is open in
    another window, that one comes to the front instead. `careful`: in safe mode, as after two starts that crashed.
    """
    if not application.has_screen():
        _say(application.no_screen_sentence())
        return application.NO_SCREEN
    place = paths.data_folder(folder)
    if (code := _called(place)) is not None:
        return code
    app = application.make()
    starts = Starts(place)
    program = Program(place, home, careful=starts.begin() or careful)
    with caught(program.crash):
        program.ended.connect(app.quit)
        QTimer.singleShot(WELL_AFTER, program, starts.well)
        program.window.show()
        app.exec()
        program.close()
    if program.exit_code != OUR_BUG:
        starts.well()
    return program.exit_code


def _called(folder: Path) -> int | None:
    """Call the window that has this folder open; None when there is none, and one may be opened here."""
    if not (folder / paths.HOLDER).exists():  # the usual case, without importing anything
        return None
    from huurdersapp.actions import vooraf
    from huurdersapp.ui import single

    answer = single.call(folder, lambda: vooraf.is_open(folder))
    if answer == "stil":
        _say(vooraf.refusal(folder).told())
        # Who clicked on a picture sees no terminal: the window that opens then tells it too.
        return None if application.is_seen() and not _on_terminal() else FOR_PEOPLE
    return DONE if answer == "geantwoord" else None


def _say(words: str) -> None:
    if sys.stderr is not None:  # a program with a window of its own has none on Windows
        sys.stderr.write(f"{words}\n")


def _on_terminal() -> bool:
    return sys.stderr is not None and sys.stderr.isatty()


class Program(QObject):
    """The window, and the administration that is open in it: one's own, or the example.

    `ended` when all is closed. `crash` may be called from any thread.
    """

    ended = Signal()
    _crashed = Signal(object)

    def __init__(
        self,
        folder: Path,
        home: Path | None = None,
        parent: QObject | None = None,
        *,
        careful: bool = False,
    ) -> None:
        super().__init__(parent)
        self.folder, self.home = folder, home or folder
        settings = _settings(folder)
        i18n.use_language(settings.get(LANGUAGE) if settings else "nl", paths.own("translations"))
        application.speak(settings.get(LANGUAGE) if settings else "nl")
        self.look = Look(None if careful else settings, self)
        self.window = MainWindow(self.look)
        self.window.careful = careful
        self.window.restore_size(settings.get(WINDOW) if settings else "")
        self.settings = settings
        self._runner: Runner | None = None
        self.held = Opened()
        self._answering: Answering | None = None
        self._ctx: Context | None = None
        self._pulse = moments.Pulse(self)
        self._failed = self._closed = self._busy = False
        self._calls = 0
        self._secret = self._say_when_open = ""
        self._crashed.connect(self.window.crash, Qt.ConnectionType.QueuedConnection)
        self.window.opened.connect(self._keep_today)
        self.window.closed.connect(self.close)
        self.window.stop_example_wanted.connect(self.stop_example)
        self.window.example_wanted.connect(self.show_example)
        self._keeping = Keeping(self)
        self.window.painted.connect(self._begin, Qt.ConnectionType.QueuedConnection)

    @property
    def exit_code(self) -> int:
        """0, or 1 when the administration could not be opened, or 70 when a crash was the end."""
        return self.window.exit_code or (FOR_PEOPLE if self._failed else DONE)

    @property
    def is_closed(self) -> bool:
        """Whether all has ended."""
        return self._closed

    def crash(self, fault: BaseException) -> None:
        """Open the crash window for this fault."""
        self._crashed.emit(fault)

    # -- beginning -----------------------------------------------------------------------------------------------

    def _begin(self) -> None:
        """The window is on the screen: show what is known, and open the administration."""
        moments.tell(moments.FIRST_PAINT)
        self._pulse.begin()
        self.begin()

    def begin(self) -> None:
        """Open the administration of the folder, or ask the few things for a first one."""
        from huurdersapp.actions import vooraf

        self._failed = False
        if vooraf.exists(self.folder):
            if vooraf.needs_secret(self.folder):
                self._keeping.door.knock()
                return
            self._glance()
            self.window.after_paint(self._open)
        else:
            self._ask_first()
            self.window.after_paint(lambda: self.start(prepare(), "", lambda _none: None))

    def _glance(self) -> None:
        """Show Vandaag as it was kept, where that is what will be shown; else an empty screen with its name."""
        from huurdersapp.actions import vooraf
        from huurdersapp.ui.pages.vandaag import preview

        place = self.begins_at
        kept = vooraf.glance(self.folder) if place.page == "vandaag" else None
        self.window.preview(place, preview(kept, self.look, self.window.go))
        if kept is not None:
            self.window.after_paint(lambda: moments.tell(moments.ROWS))

    @property
    def begins_at(self) -> Place:
        """The screen that comes first."""
        if self.settings is None or self.window.careful:
            return Place("vandaag")
        return last_place(self.settings)

    def _open(self) -> None:
        job = existing(self.folder, self.held, self.begins_at.page)
        self.start(job, _("De administratie wordt geopend"), self.show)

    def start(
        self,
        job: Job[Any],
        title: str,
        done: Callable[[Any], object],
        failed: Callable[[BaseException], object] | None = None,
        stopped: Callable[[], object] | None = None,
    ) -> None:
        """Work beside the window while no administration is open; without a title it waits for nobody.

        What it raises goes to `failed`, else it is shown as what hinders the opening.
        """
        if self._busy:  # somebody clicked twice
            job.close()
            return
        running = RunningJob(job, title, self)
        self._busy = bool(title)
        for end in (running.finished, running.failed, running.stopped):
            end.connect(self._idle)  # before what follows, which may start the next
        running.finished.connect(done)
        running.failed.connect(failed or self.refused)
        running.stopped.connect(stopped or self._stopped)
        running.ended.connect(running.deleteLater)
        if title:
            self.window.work_bar.watch(running)
        if self._runner is None:
            self._runner = Runner(self)
        self._runner.start(running)

    def _idle(self) -> None:
        self._busy = False

    def show(self, ctx: Context, place: Place | None = None) -> None:
        """The administration is open."""
        from huurdersapp.ui.single import Answering

        if self._closed:
            return
        self._answering = Answering(ctx.folder, self)
        self._answering.called.connect(self.window.come_forward)
        self._ctx, self.settings = ctx, ctx.settings
        self.window.open(ctx, place)
        self._keeping.shown(ctx)
        self.window.after_paint(self._ready)
        words, self._say_when_open = self._say_when_open, ""
        if words:
            self.window.message.say(words, "goed", False)

    def say_when_open(self, words: str) -> None:
        """Tell this as soon as the administration is open."""
        self._say_when_open = words

    def _keep_today(self) -> None:
        from huurdersapp.ui.frame.room import RoomWatch
        from huurdersapp.ui.today_read import Keeper

        if self.window.desk is not None:
            Keeper(self.window.desk, self.window.desk)
            RoomWatch(self.window.desk)

    def _ready(self) -> None:
        if self._closed:  # before its first paint
            return
        moments.tell(moments.READY)
        self._pulse.end()

    # -- the first time, and the example -------------------------------------------------------------------------

    def _ask_first(self) -> None:
        from huurdersapp.ui.pages.eerste_keer import FirstPage

        page = FirstPage(self.look)
        page.begin_wanted.connect(self._make)
        page.example_wanted.connect(self.show_example)
        self.window.show_alone(page)
        page.begin_here()

    def _make(self, organisation: str, author: str) -> None:
        job = fresh(self.folder, self.held, organisation, author)
        self.start(job, _("De administratie wordt gemaakt"), self._made)

    def _made(self, ctx: Context) -> None:
        ctx.settings.set(TEXT_SIZE, self.look.zoom)
        self.show(ctx)

    def show_example(self) -> None:
        """Look round in the example, in a folder of its own; what is open is closed first."""
        self.close_administration()
        self.window.looking = ""
        self.folder = paths.example_folder(self.home)
        self.start(example(self.folder, self.held), _("Het voorbeeld wordt gemaakt"), self.show)

    def stop_example(self) -> None:
        """Back to the own administration, or to the first questions where there is none yet."""
        if self.folder == self.home:  # the example was opened as a folder of its own: nothing lies behind it
            self.window.close()
            return
        self.close_administration()
        self.go_home()

    def go_home(self, home: Path | None = None) -> None:
        self.folder = self.home = home or self.home
        self.settings = _settings(self.folder)
        self.begin()

    # -- what does not work --------------------------------------------------------------------------------------

    def refused(self, fault: BaseException, secret: str = "") -> None:
        """The administration cannot be opened or made. `secret`: the right password, where one was typed."""
        from huurdersapp.actions import vooraf

        self.held.close()
        if self._closed:
            return
        if not isinstance(fault, UserError):
            log.LOGGER.error("Openen", exc_info=fault)
            self.window.crash(fault)
            fault = UserError(
                _("De administratie kan nu niet open, door een fout in het programma."),
                _("Uw gegevens zijn niet veranderd."),
            )
        self._secret = secret
        if isinstance(fault, vooraf.Moved):
            self._say_when_open = _("Uw administratie staat nu in {folder}.").format(folder=fault.to)
            self.go_home(fault.to)
        elif isinstance(fault, vooraf.Locked):
            self._keeping.door.ask()
        elif (page := self._first_page()) is not None and not vooraf.exists(self.folder):
            page.refuse(fault)
        elif vooraf.is_open(self.folder) and not self._calls:
            self._calls += 1
            self.start(
                self._calling(),
                _("De administratie is al geopend"),
                lambda answer: self._heard(answer, fault),
            )
        else:
            self.cannot_open(fault)

    def _first_page(self) -> Any:
        from huurdersapp.ui.pages.eerste_keer import FirstPage

        page = self.window.stack.currentWidget()
        return page if isinstance(page, FirstPage) else None

    def _calling(self) -> Job[Answer]:
        """Two starts shortly after each other: the other one was first."""
        from huurdersapp.actions import vooraf
        from huurdersapp.ui import single

        folder = self.folder
        yield from prepare()
        return single.call(folder, lambda: vooraf.is_open(folder))

    def _heard(self, answer: Answer, fault: UserError) -> None:
        if answer == "geantwoord":
            self.window.close()
        elif answer == "vrij":
            self.begin()
        else:
            self.cannot_open(fault)

    def cannot_open(self, fault: UserError) -> None:
        from huurdersapp.ui.pages.niet_open import NotOpenPage

        self._failed = True
        page = NotOpenPage(fault, self.folder, self.look)
        page.again_wanted.connect(self._again)
        page.other_wanted.connect(self.go_home)
        page.example_wanted.connect(self.show_example)
        page.home_wanted.connect(self.go_home)
        page.close_wanted.connect(self.window.close)
        page.offer_home(self.folder != self.home)
        self.window.show_alone(page)
        page.begin_here()
        from huurdersapp.ui.safe.rescue import Rescue

        Rescue(self, page, fault, self._secret).begin()

    def _again(self) -> None:
        self._calls = 0
        if self.folder == self.home:
            self.go_home()
        else:
            self.show_example()

    def _stopped(self) -> None:
        """Somebody stopped the making of the example."""
        self.held.close()
        if not self._closed:
            self.go_home()

    # -- the end -------------------------------------------------------------------------------------------------

    def close_administration(self) -> None:
        """Keep what was typed, and give the folder free."""
        self._keeping.closing()
        self.window.close_administration()
        ctx, self._ctx = self._ctx, None
        if ctx is not None:
            _keep_glance(ctx)
        if self._answering is not None:
            self._answering.close()
            self._answering.deleteLater()
            self._answering = None
        try:
            self.held.close()
        except UserError as fault:  # the file turned out to be damaged: opening it tells so the next time
            log.LOGGER.error("Sluiten", exc_info=fault)

    def close(self) -> None:
        """Close the administration; closing twice does nothing more."""
        if self._closed:
            return
        self._closed = True
        if self._runner is not None:
            self._runner.close()
        self.close_administration()
        self.ended.emit()


def _keep_glance(ctx: Context) -> None:
    """Keep Vandaag for the next start; whatever goes wrong with it must not hinder the closing."""
    from huurdersapp.ui.today_read import keep

    try:
        keep(ctx)
    except Exception as fault:  # noqa: BLE001 - the next start does without
        log.LOGGER.error("Vandaag bewaren", exc_info=fault)


def _settings(folder: Path) -> Settings | None:
    """The settings of a folder; None where there is none yet, or its settings cannot be read: opening tells that."""
    if not folder.is_dir():
        return None
    try:
        return Settings(folder)
    except UserError:
        return None
