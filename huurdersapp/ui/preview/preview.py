"""The live example of a paper: made beside the window, made again when a choice changes, and never two at a time."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from huurdersapp.base import log
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.jobs import Job
from huurdersapp.ui.desk import Desk, told
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.frame.message_bar import announce
from huurdersapp.ui.number_box import NumberBox
from huurdersapp.ui.pages.registry import page_of
from huurdersapp.ui.place import Place
from huurdersapp.ui.preview.sheets import ZOOMS, Sheets
from huurdersapp.ui.work import RunningJob

if TYPE_CHECKING:
    from huurdersapp.actions.papier import Behind, Paper

Make = Callable[[Callable[[], bool]], Job["Paper"]]
"""Begins the work that lays a paper out; it is given a question whether that is still wanted."""
PAUSE = 200
"""Milliseconds after a change before a new example is begun: somebody may still be choosing."""

HINT_BELOW = 150
"""Per cent: with larger letters the room is for the pages."""


def _same(one: Paper, other: Paper) -> bool:
    """Whether the pages are the same: papers that were put together have no words of their own, only their pages."""
    return one.document == other.document and (bool(other.document.blocks) or one.pdf == other.pdf)


class Preview(QWidget):
    """`made` carries each new Paper. `subject` says in words what paper it is; the lists behind its numbers begin with it."""

    made = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.subject = ""
        self.paper: Paper | None = None
        self._make: Make | None = None
        self._job: RunningJob | None = None
        self._stale = threading.Event()
        self._waiting: list[Callable[[Paper], object]] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._start)
        self._build()

    # -- building ------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.sheets = Sheets(self._desk)
        self.sheets.setAccessibleName(_("Voorbeeld"))
        self.sheets.opened.connect(self.open_behind)
        self.sheets.failed.connect(self._fail)
        self.sheets.page_changed.connect(self._show_page)
        self.sheets.zoom_changed.connect(self._show_zoom)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.sheets)
        self.stack.addWidget(self._failure())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(self._bar())
        whole.addWidget(self.stack, 1)

    def _bar(self) -> FlowLayout:
        self.bar = FlowLayout()
        self.number = NumberBox()
        self.number.setMinimum(1)
        self.number.setPrefix(_("Bladzijde "))
        self.number.setAccessibleName(_("Bladzijde"))
        self.number.setKeyboardTracking(False)
        self.number.valueChanged.connect(lambda number: self.sheets.go_to(number - 1))
        self.status = QLabel()
        self.status.setProperty("role", "muted")
        self.zoom = QComboBox()
        self.zoom.setAccessibleName(_("Grootte van het voorbeeld"))
        self.zoom.addItem(_("Hele breedte"), None)
        for zoom in ZOOMS:
            self.zoom.addItem(_("{percent} %").format(percent=round(zoom * 100)), zoom)
        self.zoom.activated.connect(lambda at: self.sheets.set_zoom(self.zoom.itemData(at)))
        self.zoom.setToolTip(_("Toetsen: + en -, 0 voor de hele breedte, 1 voor de ware grootte"))
        for widget in (self.number, self.zoom, self.status):
            self.bar.addWidget(widget)
        return self.bar

    def _failure(self) -> QWidget:
        card = QWidget()
        self.fault = QLabel()
        self.fault.setWordWrap(True)
        self.retry = QPushButton(_("Probeer het opnieuw"))
        self.retry.clicked.connect(self.again)
        self._more = QPushButton(_("Meer weten"))
        self._more.setProperty("role", "link")
        self._details = QLabel()
        self._details.setWordWrap(True)
        self._more.clicked.connect(lambda: self._details.setVisible(self._details.isHidden()))
        self.mend = QPushButton()
        self.mend.setProperty("role", "main")
        self.mend.hide()
        column = QVBoxLayout(card)
        column.addWidget(self.fault)
        for widget in (self.mend, self.retry, self._more):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._details)
        column.addStretch(1)
        return card

    def offer(self, words: str, do: Callable[[], object]) -> None:
        """The button under what went wrong that helps most often."""
        self.mend.setText(words)
        self.mend.clicked.connect(do)
        self.mend.show()

    # -- making --------------------------------------------------------------------------------------------------

    def show_paper(self, make: Make, *, subject: str) -> None:
        """Make and show a paper; what is being made for another choice stops."""
        self._make, self.subject = make, subject
        if self.paper is None:
            self._tell_fault("")
        self.again()

    def again(self) -> None:
        """Make the same paper again: the records may have changed."""
        if self._make is None:
            return
        self._stop()
        self._say(_("Het voorbeeld wordt gemaakt…"))
        if self.paper is None:
            self._start()
        else:
            self._timer.start()

    def begin_now(self) -> None:
        """Wait no longer for another choice."""
        if self._timer.isActive():
            self._timer.stop()
            self._start()

    def come_to(self, title: str) -> bool:
        """Scroll to the part with this heading, also one that the letter of an annex stands before; whether it is there."""
        for each in self.sheets.headings():
            if each.level == 1 and (each.title == title or each.title.endswith(f": {title}")):
                self.sheets.go_to(each.page, each.share)
                return True
        return False

    def clear(self) -> None:
        """Show nothing: there is nothing to make."""
        self.leave()
        self._make = self.paper = None

    def wait_for(self, why: str) -> None:
        """Show in the place of the pages what has to be chosen before there are any."""
        self.clear()
        self._tell_fault(why)
        self.stack.setCurrentIndex(1)
        self._say("")

    def _tell_fault(self, words: str) -> None:
        """Words in the place of the pages, without a way to try again."""
        self.fault.setText(words)
        for widget in (self.retry, self._more, self._details):
            widget.hide()

    def leave(self) -> None:
        """Somebody goes elsewhere: what is not ready is not needed any more."""
        self._timer.stop()
        self._stop()
        self._waiting.clear()
        self.sheets.close_pages()

    @property
    def busy(self) -> bool:
        """Whether a new paper is on its way."""
        return self._timer.isActive() or self._job is not None

    def when_ready(self, do: Callable[[Paper], object]) -> None:
        """Do something with the paper as it is chosen now, as soon as it is there."""
        if self.paper is not None and not self.busy:
            do(self.paper)
        elif self.busy:
            self._waiting = [do]
        else:
            self._desk.say(self.fault.text(), tone="fout")

    def _stop(self) -> None:
        self._stale.set()
        if self._job is not None:
            self._job.stop()
            self._job = None

    def _start(self) -> None:
        assert self._make is not None
        self._stop()
        stale = self._stale = threading.Event()
        job = RunningJob(self._make(lambda: not stale.is_set()), self.subject, self._desk)
        job.finished.connect(lambda paper: self._show(paper) if self._job is job else None)
        job.failed.connect(lambda fault: self._fail(fault) if self._job is job else None)
        job.ended.connect(job.deleteLater)
        self._job = job
        self._desk.runner.start(job)

    def _show(self, paper: Paper) -> None:
        from huurdersapp.reports.pages import Pages

        self._job = None
        before, self.paper = self.paper, paper
        same = before is not None and _same(before, paper)
        if not (same and self.sheets.is_open and self.stack.currentWidget() is self.sheets):
            self.sheets.show_pages(Pages(paper.pdf), paper.links)
            self._show_page(self.sheets.page + 1)
            self._show_zoom()
            self.stack.setCurrentWidget(self.sheets)
        if not same:
            announce(self.sheets, _("Het voorbeeld is bijgewerkt."))
        room = self._desk.look.zoom < HINT_BELOW
        self._say(_("Kies een getal voor de lijst erachter.") if paper.links and room else "")
        self.made.emit(paper)
        waiting, self._waiting = self._waiting, []
        for do in waiting:
            self._desk.safely(partial(do, paper))

    def _fail(self, fault: BaseException) -> None:
        self._job, self.paper = None, None
        self._waiting.clear()
        text = _("Het voorbeeld kan nu niet worden getoond. Uw gegevens zijn in orde.")
        ours = not isinstance(fault, UserError)
        if isinstance(fault, UserError):
            text = told(fault)
        else:
            log.LOGGER.error("Voorbeeld", exc_info=fault)
        self.fault.setText(text)
        self._details.setText("\n".join(log.trace(fault)) if ours else "")
        self._more.setVisible(ours)
        self._details.hide()
        self.retry.show()
        self.stack.setCurrentIndex(1)
        self._say("")
        announce(self, text, urgent=True)
        self.failed.emit(fault)

    # -- what it tells -------------------------------------------------------------------------------------------

    def _say(self, text: str) -> None:
        self.status.setText(text)
        self.status.setVisible(bool(text))
        shown = self.paper is not None
        for widget in (self.number, self.zoom):
            widget.setVisible(shown)

    def _show_page(self, number: int) -> None:
        self.number.blockSignals(True)
        self.number.setMaximum(max(1, self.sheets.count))
        self.number.setSuffix(_(" van {count}").format(count=self.sheets.count))
        self.number.setValue(number)
        self.number.blockSignals(False)

    def _show_zoom(self) -> None:
        zoom = self.sheets.zoom
        at = 0 if zoom is None else min(range(len(ZOOMS)), key=lambda at: abs(ZOOMS[at] - zoom)) + 1
        self.zoom.setCurrentIndex(at)

    def open_behind(self, behind: Behind) -> None:
        """Go to the records behind a number."""
        page = page_of(behind.kind)
        if behind.number is not None:
            self._desk.go(Place(page, number=behind.number, kind=behind.kind))
            return
        title = _("{paper}: {list}").format(paper=self.subject, list=behind.words)
        self._desk.go(Place(page, where=behind.where, title=title, kind=behind.kind))
