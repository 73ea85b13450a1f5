"""The forms of a kind that somebody did not finish: to go on with."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from huurdersapp.actions.concepten import Concept
from huurdersapp.base.formats import moment
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.spec import RecordSpec
from huurdersapp.ui.lists import words

KEY = Qt.ItemDataRole.UserRole


class ConceptList(QListWidget):
    """`wanted` carries the Concept that somebody goes on with."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Concepten"))
        self.setWordWrap(True)
        self.itemClicked.connect(self._take)
        self._concepts: Sequence[Concept] = ()

    def show_concepts(self, spec: RecordSpec, concepts: Sequence[Concept]) -> None:
        """Show these, the one that was typed in last on top."""
        if list(concepts) == list(self._concepts) and self.count():
            return
        row, self._concepts = self.currentRow(), tuple(concepts)
        self.clear()
        for concept in concepts:
            kind = words.new_label(spec)
            if concept.nummer is not None:
                kind = _("{kind} {number}").format(kind=spec.label, number=concept.nummer)
            text = _("{title}\n{kind}, bewaard op {moment}")
            name = concept.titel or _("(nog zonder naam)")
            item = QListWidgetItem(
                text.format(title=name, kind=kind, moment=moment(concept.bijgewerkt)), self
            )
            item.setData(KEY, concept)
        self.setCurrentRow(min(max(row, 0), self.count() - 1))

    def _take(self, item: QListWidgetItem) -> None:
        self.wanted.emit(item.data(KEY))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (item := self.currentItem()) is not None:
            self._take(item)
        else:
            super().keyPressEvent(event)
