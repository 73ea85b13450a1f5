"""Whether the window may close: what is typed must be kept, and long work must have stopped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer

from huurdersapp.base.i18n import gettext as _

if TYPE_CHECKING:
    from huurdersapp.ui.main_window import MainWindow

A_MOMENT = 1000
"""Milliseconds that closing may take before it is told why it takes longer."""


class Closing:
    """Asked whenever somebody closes the window."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._begun = self._told = self._copied = False

    def may(self) -> bool:
        """Whether it closes now; else it is told why, or it closes by itself when the work has stopped."""
        return not self._stays() and not self._is_working() and not self._is_copying()

    def kept(self) -> None:
        """What was typed is kept after all: the next time it is told anew."""
        self._told = False

    def _stays(self) -> bool:
        """Whether what was typed cannot be kept, which is told once: who closes again, closes."""
        window = self._window
        if self._begun or self._told or not window.isVisible() or window.leave_page():
            return False
        self._told = True
        window.come_forward()
        text = _("{fault} Sluit u nog een keer? Dan gaat verloren wat u hier typte.")
        window.message.say(text.format(fault=window.message.text()), "fout", False)
        return True

    def _is_working(self) -> bool:
        """Whether long work goes on: it is asked to stop, and the window closes when it has."""
        window = self._window
        jobs = window.desk.runner.jobs if window.desk is not None else ()
        if not jobs or not window.isVisible():
            return False
        if self._copied:  # closed once more: nobody needs to watch the copy being finished
            window.hide()
            return False
        if not self._begun:
            self._begun = True
            if (page := window.page) is not None:
                page.desk.safely(page.leave)
            window.message.say(_("Bezig met afsluiten…"), "let_op", False)
            for part in (*window.parts(), window.work_bar):
                part.setEnabled(False)
            for job in jobs:
                job.ended.connect(window.close, Qt.ConnectionType.QueuedConnection)
                job.stop()
        return True

    def _is_copying(self) -> bool:
        """Whether a last copy is being made: it closes by itself after it, and who closes again need not watch."""
        window = self._window
        if self._copied or not window.isVisible():
            return False
        self._copied = True
        job = window.before_closing()
        if job is None:
            return False
        for part in (*window.parts(), window.work_bar):
            part.setEnabled(False)
        self._begun = True
        job.ended.connect(window.close, Qt.ConnectionType.QueuedConnection)
        QTimer.singleShot(A_MOMENT, window, self._tell_copy)
        return True

    def _tell_copy(self) -> None:
        if self._window.isVisible():
            text = _("Er wordt nog een reservekopie gemaakt. Daarna sluit het programma vanzelf.")
            self._window.message.say(text, "let_op", False)
