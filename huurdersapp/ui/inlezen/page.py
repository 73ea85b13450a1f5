"""Loading from a list, in four steps on one page. Nothing is written before the last."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from huurdersapp.base import tables
from huurdersapp.base.errors import UserError
from huurdersapp.base.events import Changes
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.jobs import Job
from huurdersapp.base.tables import Table
from huurdersapp.ui.desk import Desk, told
from huurdersapp.ui.inlezen.checking import CheckStep
from huurdersapp.ui.inlezen.reading import FileStep, SampleStep
from huurdersapp.ui.place import Place
from huurdersapp.ui.steps.page import StepsPage
from huurdersapp.ui.steps.step import Step


class LoadPage(StepsPage):
    """Each step appears when the one before it is done; what is changed above makes what follows go away.

    A subclass gives its steps to `build` (mapping: `show_table`, `forget`; check: `show_plan`), and says how rows are looked
    at (`look_job`), how they are loaded (`load_job`), and where one goes then (`to_list`).
    """

    def __init__(self, desk: Desk, key: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, key, parent)
        self.path: Path | None = None
        self.table: Table | None = None
        self.plan: Any = None
        self.setAcceptDrops(True)

    def build(self, file: FileStep, mapping: Any, check: CheckStep) -> None:
        """Put the steps on the page; called once, by the subclass."""
        desk = self.desk
        self.file, self.sample, self.mapping, self.check = file, SampleStep(desk), mapping, check
        area = self.lay_steps(self.file, self.sample, self.mapping, self.check)
        area.setAccessibleName(self.title())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        self.file.chosen.connect(self.read)
        self.sample.otherwise.connect(self.read_otherwise)
        self.sample.agreed.connect(self.to_mapping)
        self.sample.grown.connect(lambda: QTimer.singleShot(0, self, self.show_focus))
        self.mapping.changed.connect(lambda: self.only_to(self.mapping))
        self.mapping.agreed.connect(self.look)
        self.check.agreed.connect(self.load)
        self.check.left.connect(self.to_list)

    # -- the page ------------------------------------------------------------------------------------------------

    def look_job(self, table: Table) -> tuple[Job[Any], Callable[[], object]] | None:
        """The work that looks at every row, and what to remember when it went well; None (told) when something is wrong."""
        raise NotImplementedError

    def load_job(self, plan: Any) -> tuple[Job[int], str]:
        """The work that does what was planned, and what it is called."""
        raise NotImplementedError

    def loaded(self, count: int) -> str:
        """What is said when it was done."""
        raise NotImplementedError

    def to_list(self) -> None:
        """To the list of what is loaded here."""
        raise NotImplementedError

    def show_place(self, place: Place) -> None:
        if self._is_old():
            self.only_to(self.mapping)
        self.to_step(self.last_step())

    def changed(self, changes: Changes) -> None:
        """What was looked at does not hold any more: look again."""
        if self._is_old() and not self.is_working:
            self.look()

    def _is_old(self) -> bool:
        return self.plan is not None and self.plan.seq != self.desk.ctx.store.head.seq

    def only_to(self, step: Step) -> None:
        super().only_to(step)
        if step is not self.check:
            self.plan = None

    # -- 1 and 2: the file ---------------------------------------------------------------------------------------

    def read(self, path: Path) -> None:
        """Read a list from a file, as it seems to be written."""
        if self.is_working:
            return
        self.path, self.table = path, None
        self.file.show_path(path)
        self.sample.ways.hide()
        self.mapping.forget()
        self.only_to(self.file)
        self._read({}, self.file)

    def read_otherwise(self) -> None:
        """Read the same file in the way that was chosen."""
        if not self.is_working and self.path is not None:
            self.only_to(self.sample)
            self._read(self.sample.way(), self.sample)

    def _read(self, way: dict[str, str | None], step: Step) -> None:
        assert self.path is not None
        title = _("{file} lezen").format(file=self.path.name)

        def done(table: Table) -> None:
            self.table = table
            self.sample.show_table(table)
            if step is self.file:
                self.to_step(self.sample)

        job = tables.reading(self.path, **way)
        self.watch(self.desk.run(job, title, done, lambda fault: self._failed(step, fault)))

    # -- 3 and 4: the columns and the rows -----------------------------------------------------------------------

    def to_mapping(self) -> None:
        """The rows were read well: which column is what?"""
        if self.table is not None and not self.is_working:
            self.only_to(self.sample)
            self.mapping.show_table(self.table)
            self.to_step(self.mapping)

    def look(self) -> None:
        """Look at every row, and tell what would happen."""
        table = self.table
        if table is None or self.is_working:
            return
        self.only_to(self.mapping)
        asked = self.look_job(table)
        if asked is None:
            return
        job, remember = asked

        def done(plan: Any) -> None:
            self.plan = plan
            remember()
            self.check.show_plan(plan)
            self.to_step(self.check)

        running = self.desk.run(
            job, _("Rijen nakijken"), done, lambda fault: self._failed(self.mapping, fault)
        )
        self.watch(running)

    def load(self) -> None:
        """Do what was shown."""
        plan = self.plan
        if plan is None or self.is_working:
            return
        self.check.tell_fault("")

        def done(count: int) -> None:
            self.reset()
            # While the job ends the screens are still switched off, and take no focus.
            QTimer.singleShot(0, self, lambda: self._loaded(count))

        job, title = self.load_job(plan)
        self.watch(self.desk.run(job, title, done, lambda fault: self._failed(self.check, fault), alone=True))

    def _loaded(self, count: int) -> None:
        self.to_list()
        self.desk.say(self.loaded(count), undo=True)

    def reset(self) -> None:
        """Begin anew with another file."""
        self.path = self.table = None
        self.only_to(self.file)
        self.file.show_path(None)
        self.mapping.forget()

    def _failed(self, step: Step, fault: BaseException) -> None:
        """Say it at the step; the file stays chosen."""
        if not isinstance(fault, UserError):
            self.desk.tell(fault)
            return
        if step is self.sample and self.table is not None:
            self.sample.show_table(self.table)  # it stays as it was read before
        step.tell_fault(told(fault))
        self.to_step(step)

    # -- a file that is dropped here -----------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            self.desk.safely(lambda: self.read(Path(files[0])))
