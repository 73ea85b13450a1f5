"""The form of a point of an akkoord with its title, over the point or the list."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.record_form import RecordForm
from huurdersapp.ui.lists.record_parts import label
from huurdersapp.ui.place import Place

ADJUSTABLE = ("doel", "afspraak", "indicator")


class FormView(QWidget):
    """`closed` when somebody leaves the form without saving."""

    closed = Signal()

    def __init__(self, desk: Desk, kind: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = kind
        self.form = RecordForm(desk, kind, self)
        self.form.closed.connect(self.closed)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 16, 8)
        column.addWidget(label(title, "heading"))
        if kind in ADJUSTABLE:
            hint = _("Besloten de partijen iets anders? Kies dan ‘Bijstellen’ bij het punt zelf.")
            column.addWidget(label(hint, "muted"))
        column.addWidget(self.form, 1)

    def place(self, page: str) -> Place:
        """Where somebody is, with the form open."""
        concept = self.form.keeper.concept
        number = self.form.number
        return Place(
            page,
            number,
            kind=self.kind,
            doing="nieuw" if number is None else "wijzigen",
            concept=concept.id if concept is not None else None,
        )
