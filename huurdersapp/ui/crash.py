"""The crash window: a fault of ours, told calmly, after what was typed has been kept."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from huurdersapp.base import clock, fault_report, log, paths
from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui.middle import Middle, text_line

if TYPE_CHECKING:
    from huurdersapp.actions.context import Context
    from huurdersapp.ui.main_window import MainWindow

OUR_BUG = 70
REST = 10.0
"""Seconds after [Verder werken] in which the same fault opens no new window, but is told in the message bar."""


class CrashDialog(QDialog):
    """One at a time: what happens while it is open is added to its report."""

    shown: ClassVar[CrashDialog | None] = None
    _last: ClassVar[tuple[str, float]] = ("", 0.0)

    @classmethod
    def tell(
        cls, fault: BaseException, window: MainWindow, keep: Callable[[], object] | None = None
    ) -> CrashDialog | None:
        """Keep what was typed with `keep`, write a report and open the window; never raises.

        Gives the window, None when the same fault was told a moment ago.
        """
        kept = _kept(keep)
        trace = "\n".join(log.trace(fault))
        screen = window.stack.currentWidget()
        report = fault_report.text(fault, f"scherm: {getattr(screen, 'key', type(screen).__name__)}")
        if cls.shown is not None:
            cls.shown.add(report)
            return cls.shown
        if trace == cls._last[0] and time.monotonic() - cls._last[1] < REST:
            window.message.say(_("Dat ging weer mis, door een fout in het programma."), "fout", False)
            return None
        cls._last = (trace, time.monotonic())
        desk = window.desk
        folder = desk.ctx.folder if desk is not None else paths.data_folder()
        moment = _saved_at(desk.ctx) if desk is not None else None
        dialog = cls(window, report, fault_report.write(report, folder), moment, kept, fault, folder)
        cls.shown = dialog
        dialog.open()
        dialog.go_on.setFocus(Qt.FocusReason.OtherFocusReason)
        return dialog

    def __init__(
        self,
        window: MainWindow,
        report: str,
        path: Path | None,
        saved: datetime | None,
        kept: bool,
        fault: BaseException,
        folder: Path,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._fault, self._folder = fault, folder
        self._seen = {report}
        self.setWindowTitle(_("Er ging iets mis"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        middle = Middle(window.look)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(middle)
        column = middle.column
        column.addWidget(text_line(_("Er ging iets mis in het programma"), "heading"))
        column.addWidget(text_line(_("Dat ligt niet aan u. U kunt meestal gewoon verder werken.")))
        column.addWidget(text_line(_saved_words(saved), "good"))
        if not kept:
            words = _("Wat u net typte, kon niet worden bewaard. Kijk het na als u verder gaat.")
            column.addWidget(text_line(words, "warning"))
        self._where = text_line(_where(path), "muted")
        self.report = QPlainTextEdit(report)
        self.report.setReadOnly(True)
        self.report.setAccessibleName(_("Verslag van de fout"))
        self.report.setTabChangesFocus(True)
        self.report.setMinimumHeight(window.look.px(180))
        self.copy = QPushButton(_("Kopiëren"))
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.report.toPlainText()))
        self.show_report = QPushButton(_("Verslag van de fout tonen"))
        self.show_report.setProperty("role", "link")
        self.show_report.clicked.connect(lambda: self._unfold(self.report.isHidden()))
        column.addWidget(self.show_report, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._where)
        column.addWidget(self.report)
        column.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(0)
        middle.add_below(self._buttons())
        self._unfold(False)

    def _buttons(self) -> QWidget:
        self.go_on = QPushButton(_("Verder werken"))
        self.go_on.setProperty("role", "main")
        self.go_on.setDefault(True)
        self.go_on.clicked.connect(self.reject)
        self.problem = QPushButton(_("Probleemrapport bewaren…"))
        self.problem.clicked.connect(self._show_problem)
        self.stop = QPushButton(_("Afsluiten"))
        self.stop.clicked.connect(self._end)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 8, 0, 16)
        row.addWidget(self.go_on)
        row.addWidget(self.problem)
        row.addWidget(self.stop)
        row.addStretch(1)
        return whole

    def _unfold(self, shown: bool) -> None:
        for part in (self._where, self.report, self.copy):
            part.setVisible(shown)
        words = _("Verslag verbergen") if shown else _("Verslag van de fout tonen")
        self.show_report.setText(words)
        px, room = self._window.look.px, self._window.size()
        self.resize(min(px(640), room.width() - 32), min(px(520 if shown else 290), room.height() - 32))

    def _show_problem(self) -> None:
        """The report on everything, with this fault in it; the desk may be what is broken."""
        from huurdersapp.actions import probleemrapport
        from huurdersapp.ui.problem_report import ReportDialog

        desk = self._window.desk
        text = probleemrapport.tekst(self._folder, desk.ctx if desk is not None else None, fault=self._fault)
        ReportDialog(text, self._window.look, self).open()

    def add(self, report: str) -> None:
        """Something else went wrong while this window is open."""
        if report not in self._seen and len(self._seen) < 20:
            self._seen.add(report)
            self.report.appendPlainText(f"\n{report}")

    def _end(self) -> None:
        self.done(0)
        self._window.exit_code = OUR_BUG
        self._window.close()

    def done(self, result: int) -> None:
        """Make room for the next one."""
        type(self).shown = None
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        type(self).shown = None
        super().closeEvent(event)


def _kept(keep: Callable[[], object] | None) -> bool:
    """Keep what was typed; whether that went well, as the crash may be in that very screen."""
    try:
        if keep is not None and keep() is False:
            return False
    except Exception as fault:  # noqa: BLE001 - told in the window that opens now
        log.LOGGER.error("Bewaren bij een fout", exc_info=fault)
        return False
    return True


def _saved_at(ctx: Context) -> datetime | None:
    """The moment of the last step or concept; None when it cannot be read now."""
    from huurdersapp.actions import vooraf

    try:
        return vooraf.saved_at(ctx)
    except Exception as fault:  # noqa: BLE001 - the window must open, whatever is wrong
        log.LOGGER.error("Laatste stap lezen bij een fout", exc_info=fault)
        return None


def _saved_words(moment: datetime | None) -> str:
    if moment is None:
        return _("Wat u hebt opgeslagen, is veilig.")
    here = moment.astimezone()
    if here.date() == clock.today():
        return _("Alles tot {time} is opgeslagen.").format(time=f"{here:%H:%M}")
    return _("Alles tot {day} om {time} is opgeslagen.").format(day=f"{here:%d-%m-%Y}", time=f"{here:%H:%M}")


def _where(path: Path | None) -> str:
    what = _("Het verslag bevat geen namen, adressen of teksten van u.")
    if path is None:
        return what
    return _("{what} Het staat ook in {path}").format(what=what, path=path)
