"""A page of steps: showing the next one, bringing the focus there, and taking away what does not hold any more."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from huurdersapp.ui import tabbing
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.page import Page
from huurdersapp.ui.steps.step import Step
from huurdersapp.ui.work import RunningJob


class StepsPage(Page):
    """A subclass gives its steps to `lay_steps`, once."""

    def __init__(self, desk: Desk, key: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, key, parent)
        self._steps: tuple[Step, ...] = ()
        self._area = QScrollArea()
        self._running: RunningJob | None = None

    def lay_steps(self, *steps: Step, right: int = 16) -> QScrollArea:
        """The steps under one another, of which only the first is there yet; `right` pixels beside them."""
        self._steps = steps
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 0, right, 16)
        column.setSpacing(12)
        for step in steps:
            column.addWidget(step)
            step.setVisible(step is steps[0])
        column.addStretch(1)
        self._area.setWidget(inside)
        return self._area

    def last_step(self) -> Step:
        """The last one that is there."""
        return [step for step in self._steps if not step.isHidden()][-1]

    def to_step(self, step: Step) -> None:
        """Show a step, and bring the focus there once it has its place."""
        step.show()
        QTimer.singleShot(0, step, lambda: self._arrive(step))

    def _arrive(self, step: Step) -> None:
        if not self.isVisible() or step.isHidden():
            return
        step.begin()
        self.arrived(step)
        self._area.ensureWidgetVisible(step, 0, 0)
        self.show_focus()

    def arrived(self, step: Step) -> None:
        """The focus has come to this step."""

    def show_focus(self) -> None:
        """Bring in sight what has the focus."""
        tabbing.show_focus(self._area)

    def only_to(self, step: Step) -> None:
        """Take the steps after this one away."""
        at = self._steps.index(step)
        for each in self._steps[at + 1 :]:
            each.hide()
        for each in self._steps[at:]:
            each.tell_fault("")

    # -- work beside the window ----------------------------------------------------------------------------------

    @property
    def is_working(self) -> bool:
        """Whether work of a step goes on: nothing else is begun then."""
        return self._running is not None

    def watch(self, running: RunningJob) -> None:
        """This is the work of a step."""
        self._running = running
        running.ended.connect(self._ended)

    def _ended(self) -> None:
        self._running = None
