"""One line under the content: what was done, with [Ongedaan maken], until the next action; and work that is going on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QSizePolicy, QWidget

from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.jobs import Progress
from huurdersapp.ui.desk import Tone
from huurdersapp.ui.work import RunningJob

PATIENCE = 600
"""Milliseconds before work that goes on is shown: what is done sooner would only flash."""
_WORDS: dict[Tone, tuple[str, str]] = {
    "goed": ("good", "✓"),
    "let_op": ("warning", "!"),
    "fout": ("fault", "✕"),
}


class MessageBar(QFrame):
    """`undo_wanted` when somebody presses [Ongedaan maken]."""

    undo_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "message")
        self.setAccessibleName(_("Melding"))
        self._mark, self._text = QLabel(), QLabel()
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.undo = QPushButton(_("Ongedaan maken"))
        self.undo.clicked.connect(self.undo_wanted)
        self.offered = QPushButton()
        self.offered.clicked.connect(self._take_offer)
        self._offer: Callable[[], object] | None = None
        self._tone: Tone = "goed"
        self.close_button = QPushButton(_("Melding sluiten"))
        self.close_button.setProperty("role", "quiet")
        self.close_button.clicked.connect(self.clear)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 16, 6)
        for widget in (self._mark, self._text, self.undo, self.offered, self.close_button):
            row.addWidget(widget)
        row.setStretch(1, 1)
        self.hide()

    def text(self) -> str:
        """What stands there now, "" when nothing does."""
        return "" if self.isHidden() else self._text.text()

    def say(self, text: str, tone: Tone, undo: bool | tuple[str, Callable[[], object]]) -> None:
        """Show a line and let a screen reader speak it, with [Ongedaan maken] or another button (its words, and what
        it does)."""
        self._tone = tone
        role, sign = _WORDS[tone]
        for label in (self._mark, self._text):
            label.setProperty("role", role if label is self._mark or tone == "fout" else None)
            label.style().unpolish(label)
            label.style().polish(label)
        self._mark.setText(sign)
        self._text.setText(text)
        self.undo.setVisible(undo is True)
        words, self._offer = undo if isinstance(undo, tuple) else ("", None)
        self.offered.setText(words)
        self.offered.setVisible(self._offer is not None)
        self.show()
        announce(self, text, urgent=tone == "fout")

    def _take_offer(self) -> None:
        do = self._offer
        self.clear()
        if do is not None:
            do()

    def clear(self) -> None:
        """Nothing to say any more."""
        self._text.clear()
        self.hide()

    def clear_fault(self) -> None:
        """What went wrong on a screen says nothing on the next one; what was done can still be undone there."""
        if self._tone == "fout":
            self.clear()


def announce(widget: QWidget, text: str, *, urgent: bool = False) -> None:
    """Let a screen reader speak a text without moving the focus."""
    # Not above: they cost the window some milliseconds before its first paint.
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    event = QAccessibleAnnouncementEvent(widget, text)
    politeness = QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if urgent else politeness.Polite)
    QAccessible.updateAccessibility(event)


class WorkBar(QFrame):
    """Work that goes on: what, how far, [Stoppen]. One line a job, the first one that runs is shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "message")
        self._jobs: list[RunningJob] = []
        self._title, self._bar = QLabel(), QProgressBar()
        self._bar.setAccessibleName(_("Hoe ver het werk is"))
        self._title.setMinimumWidth(1)
        self.stop = QPushButton(_("Stoppen"))
        self.stop.clicked.connect(self._stop)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 16, 6)
        row.addWidget(self._title, 2)
        row.addWidget(self._bar, 1)
        row.addWidget(self.stop)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(lambda: self.setVisible(bool(self._jobs)))
        self.hide()

    def watch(self, job: RunningJob) -> None:
        """Show this job when it takes longer than a moment."""
        self._jobs.append(job)
        job.progressed.connect(lambda progress: self._show(job, progress))
        job.ended.connect(lambda: self._ended(job))
        if len(self._jobs) == 1:
            self._title.setText(job.title)
            self._bar.setRange(0, 0)
            self.stop.setEnabled(True)
            self._timer.start(PATIENCE)

    def _show(self, job: RunningJob, progress: Progress) -> None:
        if self._jobs and self._jobs[0] is job:
            self._title.setText(f"{job.title}: {progress.text}" if progress.text else job.title)
            self._bar.setRange(0, progress.total or 0)
            self._bar.setValue(progress.done)

    def _ended(self, job: RunningJob) -> None:
        self._jobs.remove(job)
        if self._jobs:
            self._title.setText(self._jobs[0].title)
            self.stop.setEnabled(True)
        else:
            self._timer.stop()
            self.hide()

    def _stop(self) -> None:
        self.stop.setEnabled(False)
        self._jobs[0].stop()
