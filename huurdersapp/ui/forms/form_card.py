"""A few fields under a title with a button that saves them and one that does not: what all small forms look like."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.spec import RecordSpec
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.field_set import Editors, FieldSet
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.forms.layouts import Group


class FormCard(QFrame):
    """The form itself; whoever derives from it says what `save` does. `left` when somebody pressed [Annuleren].

    `whole` is for what is wrong with no field alone. Where nothing can be changed it is not made: raises UserError.
    """

    left = Signal()

    def __init__(
        self,
        desk: Desk,
        spec: RecordSpec,
        keys: Sequence[str],
        title: str,
        values: Mapping[str, Any] | None = None,
        *,
        editors: Editors | None = None,
        words: str = "",
        parent: QWidget | None = None,
    ) -> None:
        desk.ctx.store.must_write()
        super().__init__(parent)
        self.desk = desk
        self.setProperty("role", "card")
        self.setAccessibleName(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        head = QLabel(title)
        head.setProperty("role", "heading")
        head.setWordWrap(True)
        column.addWidget(head)
        self.whole = QLabel()
        self.whole.setProperty("role", "fault")
        self.whole.setWordWrap(True)
        self.whole.hide()
        column.addWidget(self.whole)
        self.fields = FieldSet(desk, spec, [Group(None, tuple(keys))], editors)
        self.fields.set_plain(values or {})
        column.addWidget(self.fields)
        holder = QWidget()
        row = FlowLayout(holder)
        self.save_button = QPushButton(words or _("Vastleggen"))
        self.save_button.setProperty("role", "main")
        self.cancel = QPushButton(_("Annuleren"))
        self.save_button.clicked.connect(lambda: desk.safely(self.save))
        self.cancel.clicked.connect(lambda: desk.safely(self.leave))
        row.addWidget(self.save_button)
        row.addWidget(self.cancel)
        column.addWidget(holder)

    def save(self) -> bool:
        """Save what was typed; whether it went."""
        raise NotImplementedError

    def leave(self) -> None:
        """Nothing is saved."""
        self.left.emit()

    def come_to(self, key: str) -> None:
        """The focus to a field."""
        if (box := self.fields.boxes.get(key)) is not None:
            box.editor.first_focus().setFocus()

    def come_in_sight(self) -> None:
        """Scroll to this form: all of it, or where there is no room for that its title and the field with the focus."""
        # What opened or was told has its place only after this; lines that wrap, a round later.
        QTimer.singleShot(0, self, self._scroll_here)
        QTimer.singleShot(0, self, lambda: QTimer.singleShot(0, self, self._scroll_here))

    def _scroll_here(self) -> None:
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is None:
            return
        inside = area.widget()
        if inside is None:
            return
        if self.height() < area.viewport().height():
            area.ensureWidgetVisible(self, 0, 8)
        else:
            area.verticalScrollBar().setValue(self.mapTo(inside, QPoint(0, 0)).y())
        focus = QApplication.focusWidget()
        if focus is not None and self.isAncestorOf(focus):
            area.ensureWidgetVisible(focus, 0, 48)
