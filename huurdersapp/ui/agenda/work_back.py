"""What must be ready before a meeting, and when: the work that is counted back from it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout

from huurdersapp.base.i18n import gettext as _
from huurdersapp.records import jaaragenda_woorden as words
from huurdersapp.records.jaaragenda_vorm import Moment, WorkBack
from huurdersapp.ui.lists.record_parts import label


def card(
    moment: Moment, today: date, plan: Callable[[list[int]], object], go: Callable[[int], object]
) -> QFrame:
    """A line for each step, under the meeting that it is counted from. `plan` puts what is not there yet among the
    actiepunten, of the overleggen with these numbers; `go` opens an actiepunt."""
    frame = QFrame()
    frame.setProperty("role", "card")
    column = QVBoxLayout(frame)
    column.setContentsMargins(12, 10, 12, 10)
    column.setSpacing(4)
    column.addWidget(label(_("Wat er eerst klaar moet zijn"), "heading"))
    before = ""
    for step in moment.back:
        if (meeting := words.work_for(step)) != before:
            before = meeting
            column.addWidget(label(meeting, "muted"))
        column.addWidget(label(_("{what}: {days}").format(what=step.name, days=words.work(step)), "label"))
        if step.action is not None:
            column.addWidget(_opens(step, go), 0, Qt.AlignmentFlag.AlignLeft)
        elif step.last < today:
            column.addWidget(label(_("Deze dag is voorbij."), "warning"))
        for note in step.notes:
            column.addWidget(label(words.note(note), "muted"))
        if step.source:
            column.addWidget(label(step.source, "muted"))
    to_do = [step for step in moment.back if step.action is None]
    meetings = {step.meeting for step in to_do if step.meeting is not None and step.counted_from >= today}
    if meetings:
        button = QPushButton(_("In de agenda zetten"))
        button.clicked.connect(lambda: plan(sorted(meetings)))
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
    elif not to_do:
        column.addWidget(label(_("Alles staat bij de actiepunten."), "good"))
    elif any(step.meeting is None for step in to_do):
        column.addWidget(label(_("Maak eerst het overleg. Dan zet u dit in de agenda."), "muted"))
    return frame


def _opens(step: WorkBack, go: Callable[[int], object]) -> QPushButton:
    number = step.action
    assert number is not None
    text = _("Actiepunt {number}: gedaan") if step.done else _("Actiepunt {number}: nog te doen")
    button = QPushButton(text.format(number=number))
    button.setProperty("role", "link")
    button.clicked.connect(lambda: go(number))
    return button
