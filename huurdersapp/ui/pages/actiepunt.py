"""Actiepunten: who will do what before when. Open ones are tasks, what is done or dropped is a note."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from huurdersapp.actions import records
from huurdersapp.actions.words import View
from huurdersapp.base.i18n import lazy
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.lists.filter_bar import Chip
from huurdersapp.ui.lists.list_page import ListPage
from huurdersapp.ui.overleg.task_panel import TaskPanel, is_theirs
from huurdersapp.ui.page import Command
from huurdersapp.ui.place import Place


class ActionPointsPage(ListPage):
    """Open ones first; under each how it stands and what one does with it."""

    help = "actiepunten"
    kinds = ("actiepunt",)
    chips: ClassVar[tuple[Chip, ...]] = (
        Chip(lazy("Open"), ("open_op={today}",), "uiterlijk"),
        Chip(lazy("Te laat"), ("te_laat_op={today}",), "uiterlijk"),
        Chip(lazy("Van anderen"), ("open_op={today}", "toezegging=ja"), "uiterlijk"),
        Chip(lazy("Van ons"), ("open_op={today}", "toezegging=nee"), "uiterlijk"),
        Chip(lazy("Zonder naam erbij"), ("open_op={today}", "zonder_wie=ja"), "uiterlijk"),
        Chip(lazy("Gedaan dit jaar"), ("gedaan_in={year}",), "-gedaan_op"),
    )
    first_chip = 0

    def __init__(
        self, desk: Desk, key: str, kinds: tuple[str, ...] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, key, kinds, parent)
        self.panel: TaskPanel | None = None

    def extra_panels(self, view: View) -> Sequence[QWidget]:
        """How it stands, and the next step."""
        record = records.show(self.desk.ctx, self.spec, view.number)
        theirs = is_theirs(self.desk, record)
        panel = self.panel = TaskPanel(self.desk, record, view.title, theirs=theirs)
        panel.form_changed.connect(self.commands_changed)
        return (panel,)

    def commands(self) -> Mapping[Command, Callable[[], object]]:
        found = dict(super().commands())
        if self.form is None:
            panel = self.panel
            if panel is not None and isValid(panel) and panel.form is not None:
                found["opslaan"] = panel.form.save
            found["afdrukken"] = lambda: self.desk.go(Place("overleg_papier", kind="actielijst"))
        return found


PAGE = ActionPointsPage
