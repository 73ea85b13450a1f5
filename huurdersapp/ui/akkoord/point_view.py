"""Everything about one point of an akkoord, over the list, with the way back."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.lists.record_view import RecordView


class PointView(QWidget):
    """A record of the akkoord to read: its texts are those of the parties, and are not changed here."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = QPushButton(_("< Terug naar het akkoord"))
        self.view = RecordView(desk)
        row = QHBoxLayout()
        row.addWidget(self.back)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 16, 8)
        column.addLayout(row)
        column.addWidget(self.view, 1)
        # After the view itself, which builds its buttons anew then.
        desk.look.changed.connect(self._only_reading)

    def show_point(self, kind: str, number: int) -> None:
        """Show it; raises UserError when it is not there."""
        self.view.show_record(kind, number)
        self._only_reading()

    def _only_reading(self) -> None:
        if self.view.view is not None:
            self.view.edit_button.hide()
            self.view.delete_button.hide()
