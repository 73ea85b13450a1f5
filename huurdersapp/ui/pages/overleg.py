"""Overleggen: what is planned, what was said, and what came of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from huurdersapp.actions import records
from huurdersapp.actions.words import View
from huurdersapp.base.events import Changes
from huurdersapp.base.i18n import lazy
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.record_form import RecordForm
from huurdersapp.ui.lists.filter_bar import Chip
from huurdersapp.ui.lists.list_page import ListPage
from huurdersapp.ui.overleg.form import NAMES, MeetingForm
from huurdersapp.ui.overleg.panel import SECTIONS, MeetingPanel
from huurdersapp.ui.page import Command
from huurdersapp.ui.place import Place

PART = "deel"
"""In `Place.values`: which section of the meeting is shown."""
SAID = (
    "voorzitter", "notulist", *NAMES, "verslag", "verslag_status", "verslag_vastgesteld_op",
    "agenda_verstuurd_op", "verslag_verstuurd_op", "volgende_op", "afgelast", "afgelast_reden",
)  # fmt: skip
"""Fields that the sections tell."""


class OverlegPage(ListPage):
    """The meetings; beside them one in sections. The section that was looked at stays when another meeting is chosen."""

    help = "overleggen"
    chips = (
        Chip(lazy("Komend"), ("vanaf={today}",), "datum"),
        Chip(lazy("Dit jaar"), ("valt_in={year}",)),
        Chip(lazy("RG"), ("soort=rg",)),
        Chip(lazy("BO"), ("soort=bo",)),
        Chip(lazy("Werkgroepen"), ("soort=werkgroep,woonruimteverdeling",)),
        Chip(lazy("Verslag nog niet vastgesteld"), ("verslag_open_op={today}",), "datum"),
    )

    def __init__(
        self, desk: Desk, key: str, kinds: tuple[str, ...] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, key, kinds, parent)
        self.view.told_elsewhere = frozenset({"agendapunten", "partijen"})
        self.view.said_elsewhere = frozenset(SAID)
        for at, share in enumerate((4, 6)):  # all of a meeting stands beside the list, whose names are short
            self.splitter.setStretchFactor(at, share)
        self.panel: MeetingPanel | None = None
        self._section = "agenda"
        self._used: tuple[int, str, bool] | None = None

    def show_place(self, place: Place) -> None:
        part = place.values.get(PART)
        if place.doing == "tonen" and part in SECTIONS:
            self._section = str(part)
            if self.panel is not None and isValid(self.panel) and place.number == self.panel.number:
                self.panel.show_section(self._section)
        super().show_place(place)

    def make_form(self) -> RecordForm:
        return MeetingForm(self.desk, self.kind, self)

    def extra_panels(self, view: View) -> Sequence[QWidget]:
        """The sections of the meeting."""
        record = records.show(self.desk.ctx, self.spec, view.number)
        typing = self._typing(view.number)
        panel = self.panel = MeetingPanel(self.desk, record, view.title, self._section)
        panel.chosen.connect(self._remember_section)
        panel.used.connect(lambda key, again: self._remember_used(view.number, key, again))
        panel.form_changed.connect(self.commands_changed)
        self._section = panel.section
        if typing and panel.form is not None:
            form, self._used = panel.form, None
            QTimer.singleShot(0, form, lambda: form.come_to(typing))
        else:
            self._come_back(panel)
        return (panel,)

    def _typing(self, number: int) -> str:
        """The field of a small form in which somebody is, while all is made anew around him."""
        panel = self.panel
        if panel is None or not isValid(panel) or panel.number != number or panel.form is None:
            return ""
        return panel.form.where()

    def _remember_section(self, key: str) -> None:
        self._section = key

    def _remember_used(self, number: int, key: str, again: bool) -> None:
        self._used = number, key, again

    def _come_back(self, panel: MeetingPanel) -> None:
        """Who works on goes on working where he was, though all is made anew."""
        used, self._used = self._used, None
        if used is not None and used[0] == panel.number:
            QTimer.singleShot(0, panel, lambda: self.desk.safely(lambda: panel.come_back(used[1], used[2])))

    def changed(self, changes: Changes) -> None:
        before = self.panel
        super().changed(changes)
        panel = self.panel
        if panel is None or panel is not before or not isValid(panel) or panel.number != self.number:
            return
        # The meeting itself says the same as before; what belongs to it may not.
        if changes.kinds() & {"actiepunt", "knelpunt", "meting", "partij"} and panel.form is None:
            panel.show_section(panel.section)
        self._come_back(panel)

    def commands(self) -> Mapping[Command, Callable[[], object]]:
        found = dict(super().commands())
        panel = self.panel
        if self.form is not None or panel is None or not isValid(panel) or panel.number != self.number:
            return found
        if panel.form is not None:
            found |= {"opslaan": panel.save, "opslaan_en_volgende": panel.save_and_next}
        coming = not panel.held
        found["afdrukken"] = lambda: panel.to_paper("agenda" if coming else "verslag")
        return found


PAGE = OverlegPage
