"""A text of a writer in a part of a paper: typed here, with what is told when its facts changed since."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.text_difference import Change
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.editors.text import ProseEditor
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.lists.record_parts import label
from huurdersapp.ui.writing.comparing import as_html, as_words

_ELSEWHERE = (
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)
"""The focus is only gone for a moment."""


class FactsNotice(QFrame):
    """The facts changed since somebody wrote: what became different, and two buttons to choose with."""

    def __init__(self, desk: Desk, take: str, keep: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.setProperty("role", "card")
        self.text = label(_("De feiten zijn veranderd sinds u dit schreef."), "warning")
        self.difference = label("")
        self.difference.setTextFormat(Qt.TextFormat.RichText)
        self.take, self.keep = QPushButton(take), QPushButton(keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.addWidget(self.text)
        column.addWidget(self.difference)
        holder = QWidget()
        row = FlowLayout(holder)
        row.addWidget(self.take)
        row.addWidget(self.keep)
        column.addWidget(holder)
        self.hide()

    def show_changes(self, changes: Sequence[Change]) -> None:
        """What became different."""
        self.difference.setText(as_html(changes, self.desk.look))
        self.difference.setAccessibleName(as_words(changes))


class WritingCard(QFrame):
    """`typed` at each change, `left` when the focus leaves the text. A subclass says in `tell` how far it is."""

    typed = Signal()
    left = Signal()

    def __init__(self, desk: Desk, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.heading = desk, title
        self.dirty = False
        self._standing: str | None = None
        self.setProperty("role", "card")
        self.head = label(title, "heading")
        self.state = label("", "muted")
        self.editor = ProseEditor(desk)
        self.editor.name_it(title)
        self.editor.edited.connect(self._edited)
        self.editor.edit.installEventFilter(self)

    def tell(self) -> None:
        """Say how far it is."""

    def put_typed(self, text: str) -> None:
        """Show what somebody typed before and did not save."""
        self.editor.set_typed(text)
        self.dirty, self._standing = True, None
        self.tell()

    def text(self) -> str:
        """What stands there now."""
        return str(self.editor.typed())

    def put(self, text: str) -> None:
        """Show a text as it is kept. Where it stands already the cursor keeps its place."""
        if self._standing != text:
            self.editor.set_value(text)
            self._standing = text

    def saved(self, text: str) -> None:
        """What stands there was saved so."""
        self.dirty, self._standing = False, text

    def _edited(self) -> None:
        self.dirty, self._standing = True, None
        self.tell()
        self.typed.emit()

    def first_focus(self) -> QWidget:
        """Where the focus goes when somebody comes to this part."""
        return self.editor.first_focus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.FocusOut
            and isinstance(event, QFocusEvent)
            and event.reason() not in _ELSEWHERE
            and self.dirty
        ):
            self.left.emit()
        return super().eventFilter(watched, event)
