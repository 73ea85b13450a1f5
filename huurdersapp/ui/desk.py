"""What every screen gets: the open administration, the way to other screens, messages, and work beside the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from PySide6.QtCore import QObject, Signal

from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.jobs import Job
from huurdersapp.ui.bridge import Bridge
from huurdersapp.ui.look import Look
from huurdersapp.ui.place import Place
from huurdersapp.ui.safe.errand import Errand
from huurdersapp.ui.work import Asker, Runner, RunningJob

if TYPE_CHECKING:
    from huurdersapp.actions.context import Context

T = TypeVar("T")
Tone = Literal["goed", "let_op", "fout"]


class Desk(QObject):
    """Handed to each screen when it is made; lives as long as the administration is open.

    `changed` carries Changes of every step, on the window's thread. The frame listens to `said`, `went`, `crashed`,
    `working`, `spoken` (another language), `example_wanted`, `away_wanted` and
    `look_wanted`; screens call the methods.
    """

    changed = Signal(object)
    said = Signal(str, str, object)
    went = Signal(object)
    crashed = Signal(object)
    working = Signal(object, bool)
    spoken = Signal(str)
    example_wanted = Signal()
    away_wanted = Signal(object)
    look_wanted = Signal(object)

    def __init__(self, ctx: Context, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.ctx, self.look = ctx, look
        self._bridge = Bridge(ctx.bus, self)
        self._bridge.changed.connect(self.changed)
        self.runner = Runner(self)
        self.asker = Asker(self.tell, self)

    def say(self, text: str, *, undo: bool = False, tone: Tone = "goed") -> None:
        """A line in the message bar, spoken by a screen reader. `undo`: with [Ongedaan maken] for the step just taken;
        it stays until the next action."""
        self.said.emit(text, tone, undo)

    def say_done(self, text: str, warnings: Sequence[str] = ()) -> None:
        """What a step did, with [Ongedaan maken]; `warnings` is what the person does well to look at once more."""
        if warnings:
            text = _("{text} Kijk nog even: {warnings}").format(text=text, warnings=" ".join(warnings))
        self.say(text, undo=True, tone="let_op" if warnings else "goed")

    def offer(self, text: str, words: str, do: Callable[[], object]) -> None:
        """A line in the message bar with a button of its own, for what no step of the store can undo."""
        self.said.emit(text, "goed", (words, lambda: self.safely(do)))

    def tell(self, fault: BaseException) -> None:
        """What went wrong: a UserError in the message bar, anything else in the crash window."""
        if isinstance(fault, UserError):
            self.say(told(fault), tone="fout")
        else:
            self.crashed.emit(fault)

    def safely(self, do: Callable[[], object]) -> bool:
        """Do something and tell what goes wrong, as a slot must (Qt swallows what it raises); whether it went well."""
        try:
            do()
        except Exception as fault:  # noqa: BLE001 - told to the person
            self.tell(fault)
            return False
        return True

    def go(self, place: Place) -> None:
        """Go to another screen, or to another record on this one."""
        self.went.emit(place)

    def ask(self, who: QObject, what: str, question: Callable[[], T], answer: Callable[[T], None]) -> None:
        """Read something beside the window; see `Asker.ask`. The question must not touch widgets."""
        self.asker.ask(who, what, question, answer)

    def run(
        self,
        job: Job[T],
        title: str,
        done: Callable[[T], None],
        failed: Callable[[BaseException], None] | None = None,
        *,
        alone: bool = False,
    ) -> RunningJob:
        """Long work with progress and [Stoppen] under the content. What it raises goes to `failed`, else to `tell`.

        `alone`: nothing else can be done meanwhile (work that writes, such as a load).
        """
        running = RunningJob(job, title, self)
        running.finished.connect(done)
        running.failed.connect(failed or self.tell)
        running.stopped.connect(lambda: self.say(_("Gestopt: {work}.").format(work=title), tone="let_op"))
        running.ended.connect(running.deleteLater)
        self.working.emit(running, alone)
        self.runner.start(running)
        return running

    def away(
        self,
        make_job: Callable[[Path, str], Job[T]],
        title: str,
        done: Callable[[Desk, T], object],
        failed: Callable[[Desk, BaseException], object] | None = None,
        *,
        secret: str | None = None,
    ) -> None:
        """Close the administration, do work on its folder beside the window, and open it again at the same place.

        `make_job` gets the folder and the raw key. The screens of before are gone when it has ended: `done` (or
        `failed`, by default the message bar) gets the new desk first. `secret` opens the administration again where the
        work makes another key. Can it not be opened any more, then that is shown, and nothing is called.
        """
        self.away_wanted.emit(Errand(make_job, title, done, failed, secret))

    def look_into(self, copy: Path, words: str) -> None:
        """Open a copy in this window to look at; nothing in it can be changed. `words` say which copy it is."""
        self.look_wanted.emit((copy, words))

    def close(self) -> None:
        """Stop the work and wait for it; the store may be closed afterwards."""
        self.runner.close()
        self.asker.close()
        self._bridge.close()


def told(fault: UserError) -> str:
    """What the window says of an error that a person can act on: without commands to type."""
    shown: Any = getattr(fault, "told", fault.sentence)
    return str(shown())
