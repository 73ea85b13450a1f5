"""The form of an overleg: names are chosen from the people of its parties, and names of meetings from those of before."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from huurdersapp.actions import overleggen
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.field_set import Editors
from huurdersapp.ui.forms.record_form import RecordForm
from huurdersapp.ui.knelpunt.agenda import AgendaEditor
from huurdersapp.ui.overleg.ticks import NamesEditor

NAMES = ("uitgenodigd", "aanwezig", "afgemeld")
EDITORS: Editors = {"werkgroep": AgendaEditor, **dict.fromkeys(NAMES, NamesEditor)}


class MeetingForm(RecordForm):
    """All fields of an overleg."""

    def __init__(self, desk: Desk, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, kind, parent, EDITORS)
        self.fields.edited.connect(lambda key: desk.safely(self._follow) if key == "soort" else None)
        for key in NAMES:
            if (box := self.fields.boxes.get(key)) is not None and isinstance(box.editor, NamesEditor):
                box.editor.offer = self._people

    def new(self, values: Any = None, concept: str | None = None) -> None:
        super().new(values, concept)
        self._follow()

    def edit(self, number: int, concept: str | None = None) -> None:
        super().edit(number, concept)
        self._follow()

    def _follow(self) -> None:
        """Offer the names that meetings of the chosen kind had before."""
        box, kind = self.fields.boxes.get("werkgroep"), self.fields.value("soort")
        if box is not None and isinstance(box.editor, AgendaEditor):
            box.editor.offer(overleggen.names_used(self.desk.ctx, kind) if isinstance(kind, str) else [])

    def _people(self) -> list[str]:
        parties, landlord = self.fields.value("partijen"), self.fields.value("verhuurder")
        numbers = [each for each in parties if isinstance(each, int)] if isinstance(parties, list) else []
        return overleggen.people(self.desk.ctx, numbers, landlord if isinstance(landlord, int) else None)
