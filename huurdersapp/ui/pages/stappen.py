"""Laatste stappen: what was done on this laptop, the last first, and each step that still can be undone."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout

from huurdersapp.actions import history
from huurdersapp.actions.history import Step, Turned
from huurdersapp.base.events import Changes
from huurdersapp.base.formats import moment
from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.frame.read_only import off
from huurdersapp.ui.middle import text_line
from huurdersapp.ui.page import Command, Page
from huurdersapp.ui.place import Place


class LastStepsPage(Page):
    """A list of steps; Enter or [Ongedaan maken] undoes the chosen one."""

    help = "geschiedenis"

    def __init__(self, desk: Desk, key: str) -> None:
        super().__init__(desk, key)
        self._steps: list[Step] = []
        label = QLabel(_("Wat er op deze computer is gedaan, het laatste bovenaan"))
        label.setProperty("role", "label")
        label.setWordWrap(True)
        self.list = QListWidget()
        self.list.setAccessibleName(_("Laatste stappen"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setWordWrap(True)
        self.list.setAlternatingRowColors(True)
        label.setBuddy(self.list)
        self.list.itemActivated.connect(lambda _item: desk.safely(self.undo))
        self.list.currentRowChanged.connect(lambda _row: self._tell_chosen())
        self.told = text_line("", "muted")
        self.button = QPushButton(_("Ongedaan maken"))
        self.button.setProperty("role", "main")
        self.button.clicked.connect(lambda: desk.safely(self.undo))
        off(desk, self.button)
        self.back_button = QPushButton(_("Terug"))
        self.back_button.clicked.connect(lambda: desk.safely(self._back))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 16, 8)
        column.addWidget(label)
        column.addWidget(self.list, 1)
        column.addWidget(self.told)
        row = FlowLayout()
        row.addWidget(self.button)
        row.addWidget(self.back_button)
        column.addLayout(row)

    def title(self) -> str:
        """What stands above it."""
        return _("Laatste stappen")

    def show_place(self, place: Place) -> None:
        """Read the steps; the last one is chosen."""
        self._read(0)
        self.list.setFocus()

    def changed(self, changes: Changes) -> None:
        """Something was done, here or by an undo."""
        self._read(max(0, self.list.currentRow()))

    def commands(self) -> Mapping[Command, Callable[[], object]]:
        """Esc leaves."""
        return {"sluiten": self._back}

    @property
    def chosen(self) -> Step | None:
        """The step that is chosen."""
        row = self.list.currentRow()
        return self._steps[row] if 0 <= row < len(self._steps) else None

    def undo(self) -> None:
        """Undo the chosen step; raises what stands in the way."""
        step = self.chosen
        if step is None:
            return
        if not step.can_undo:
            self.desk.say(step.why, tone="let_op")
            return
        self.desk.ctx.store.must_write()
        if history.undo_takes_long(self.desk.ctx, step.stored):
            job = history.undoing(self.desk.ctx, step.stored)
            self.desk.run(job, _("Ongedaan maken"), self._done, alone=True)
        else:
            self._done(history.undo(self.desk.ctx, step.stored))

    def _done(self, turned: Turned) -> None:
        self._read(max(0, self.list.currentRow()))
        self.desk.say(_("Ongedaan gemaakt: {step}.").format(step=turned))

    def _back(self) -> None:
        self.desk.go(Place("vandaag"))

    def _read(self, row: int) -> None:
        self._steps = history.steps(self.desk.ctx, floors=True)
        self.list.blockSignals(True)
        self.list.clear()
        for step in self._steps:
            self.list.addItem(QListWidgetItem(_words(step)))
        self.list.setCurrentRow(min(row, len(self._steps) - 1))
        self.list.blockSignals(False)
        self._tell_chosen()

    def _tell_chosen(self) -> None:
        """Why the chosen step cannot be undone; the button stays, so that the focus does not jump."""
        step = self.chosen
        self.told.setText(step.why if step is not None else _("Er is nog niets gedaan."))
        self.button.setEnabled(step is not None and step.can_undo and self.desk.ctx.store.read_only is None)


def _words(step: Step) -> str:
    text = _("{moment} door {who}: {step}").format(
        moment=moment(step.moment), who=step.author or _("zonder naam"), step=step.label
    )
    return text if step.can_undo else _("{text} (kan niet meer terug)").format(text=text)


PAGE = LastStepsPage
