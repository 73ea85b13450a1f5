"""Work beside the window: long jobs one after another with progress and stop, and small questions to the store."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from huurdersapp.base import jobs
from huurdersapp.base.errors import Stopped
from huurdersapp.base.jobs import Job, Progress

if TYPE_CHECKING:
    from concurrent.futures import Future

T = TypeVar("T")


class RunningJob(QObject):
    """A job on the worker thread. Connect first, `Runner.start` last.

    `progressed` carries Progress, `finished` the result, `failed` what was raised; `stopped` when somebody stopped it.
    All are told on the window's thread, and exactly one of the last three.
    """

    progressed = Signal(object)
    finished = Signal(object)
    failed = Signal(object)
    stopped = Signal()
    ended = Signal()
    _told = Signal(object, object)

    def __init__(self, job: Job[Any], title: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.title = title
        self._job = job
        self._stop = threading.Event()
        self._told.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def stop(self) -> None:
        """Ask it to stop at its next step."""
        self._stop.set()

    def carry_out(self) -> None:
        """Run it to its end; for the worker thread."""
        try:
            result = jobs.run(
                self._job,
                lambda progress: self._told.emit("progress", progress),
                self._stop.is_set,
            )
        except Stopped:
            self._told.emit("stopped", None)
        except BaseException as fault:  # noqa: BLE001 - told to the window, which shows it or opens the crash window
            self._told.emit("failed", fault)
        else:
            self._told.emit("finished", result)

    def _tell(self, what: str, value: object) -> None:
        if what == "progress":
            assert isinstance(value, Progress)
            self.progressed.emit(value)
            return
        if what == "stopped":
            self.stopped.emit()
        elif what == "failed":
            self.failed.emit(value)
        else:
            self.finished.emit(value)
        self.ended.emit()


class Runner(QObject):
    """One worker thread for jobs: the next begins when the one before has ended. It keeps them alive."""

    def __init__(self, parent: QObject | None = None) -> None:
        from concurrent.futures import ThreadPoolExecutor  # not before the first paint

        super().__init__(parent)
        self._pool = ThreadPoolExecutor(1, "huurdersapp-werk")
        self._running: list[RunningJob] = []

    @property
    def jobs(self) -> tuple[RunningJob, ...]:
        """What is running or waiting."""
        return tuple(self._running)

    def start(self, job: RunningJob) -> None:
        """Run a job when those before it have ended."""
        self._running.append(job)
        job.ended.connect(lambda: self._running.remove(job))
        self._pool.submit(job.carry_out)

    def close(self) -> None:
        """Stop all jobs and wait until the thread has ended."""
        for job in self._running:
            job.stop()
        self._pool.shutdown(wait=True)


class Asker(QObject):
    """One worker thread for questions that take some tens of milliseconds, such as a count.

    An answer comes on the window's thread, and only while `who` (the widget that asked) is still there and has not
    asked something newer: of a list that was filtered again, the older count is of no use.
    """

    _answered = Signal(object)

    def __init__(self, on_fault: Callable[[BaseException], None], parent: QObject | None = None) -> None:
        from concurrent.futures import ThreadPoolExecutor

        super().__init__(parent)
        self._pool = ThreadPoolExecutor(1, "huurdersapp-vraag")
        self._latest: dict[tuple[int, str], int] = {}
        self._gone: dict[int, threading.Event] = {}
        self._on_fault = on_fault
        self._open = 0
        self._closed = False
        self._answered.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def ask(self, who: QObject, what: str, question: Callable[[], T], answer: Callable[[T], None]) -> None:
        """Ask; of several questions `what` of one asker only the answer to the last is told, and none after `close`."""
        if self._closed:  # a widget that waited for the last letter may outlive its administration
            return
        key = (id(who), what)
        ticket = self._latest[key] = self._latest.get(key, 0) + 1
        gone = self._gone_of(who)
        self._open += 1

        def asked() -> T | None:
            if gone.is_set() or self._latest.get(key) != ticket:
                return None
            return question()

        def told(future: Future[T | None]) -> None:
            self._answered.emit((key, ticket, gone, future, answer))

        self._pool.submit(asked).add_done_callback(told)

    def _gone_of(self, who: QObject) -> threading.Event:
        """Set when this asker is no more: one for each that lives, however much it asks."""
        key = id(who)
        if (known := self._gone.get(key)) is not None:
            return known
        gone = self._gone[key] = threading.Event()

        def end() -> None:
            gone.set()
            self._gone.pop(key, None)

        who.destroyed.connect(end)
        return gone

    @property
    def idle(self) -> bool:
        """Whether every question has had its answer."""
        return self._open == 0

    def _tell(self, told: Any) -> None:
        key, ticket, gone, future, answer = told
        self._open -= 1
        if future.cancelled() or gone.is_set() or self._latest.get(key) != ticket:
            return
        if (fault := future.exception()) is not None:
            self._on_fault(fault)
        else:
            answer(future.result())

    def close(self) -> None:
        """Drop what was not begun and wait until the thread has ended."""
        self._closed = True
        self._latest.clear()
        self._pool.shutdown(wait=True, cancel_futures=True)
