"""The form of a raadpleging: as every form, with a screen part of its own for the questions."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.record_form import RecordForm
from huurdersapp.ui.raadpleging.questions import QuestionsEditor


class RaadplegingForm(RecordForm):
    """Questions are made in the builder, which is told what else stands in the form."""

    def __init__(self, desk: Desk, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, kind, parent, {"vragen": QuestionsEditor})
        self.builder.facts = self.facts

    @property
    def builder(self) -> QuestionsEditor:
        """The screen part for the questions."""
        box = self.fields.box("vragen")
        assert box is not None
        assert isinstance(box.editor, QuestionsEditor)
        return box.editor

    def facts(self) -> dict[str, object]:
        """The whole record as it stands in the form now, as far as it can be read."""
        return {**self.basis(), **self._payload(), "nummer": self.number}

    def basis(self) -> dict[str, object]:
        """The record as it is saved."""
        return dict(self._basis)
