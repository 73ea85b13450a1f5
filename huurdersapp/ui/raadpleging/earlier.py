"""Taking over a question that was put before, so that the answers of both years can be compared."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from huurdersapp.actions import raadpleging
from huurdersapp.actions.raadpleging import EarlierQuestion
from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.flow import FlowLayout


class EarlierChoice(QFrame):
    """`taken` carries the question as a new line; `left` when somebody wants none."""

    taken = Signal(object)
    left = Signal()

    def __init__(self, desk: Desk, number: Callable[[], int | None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._number = desk, number
        self.found: list[EarlierQuestion] = []
        self.list = QListWidget()
        self.setProperty("role", "card")
        column = QVBoxLayout(self)
        title = QLabel(_("Zoek een vraag die u al eens stelde"))
        title.setWordWrap(True)
        title.setProperty("role", "label")
        self.words = QLineEdit()
        title.setBuddy(self.words)
        self.words.setAccessibleName(title.text())
        self.words.textEdited.connect(lambda: self.look())
        self.words.returnPressed.connect(lambda: self.list.setFocus())
        self.list.setAccessibleName(_("Vragen van eerder"))
        self.list.setWordWrap(True)
        self.list.setMinimumHeight(desk.look.px(120))
        self.list.itemActivated.connect(lambda _item: self._take())
        self.none = QLabel(_("Niets gevonden. Typ een ander woord, of maak een nieuwe vraag."))
        self.none.setWordWrap(True)
        self.none.hide()
        self.take = QPushButton(_("Neem deze vraag over"))
        self.take.setProperty("role", "main")
        self.take.clicked.connect(self._take)
        cancel = QPushButton(_("Annuleren"))
        cancel.clicked.connect(self.left)
        holder = QWidget()
        row = FlowLayout(holder)
        row.addWidget(self.take)
        row.addWidget(cancel)
        for widget in (title, self.words, self.list, self.none, holder):
            column.addWidget(widget)
        self.hide()

    def begin(self) -> None:
        """Open it, with the focus in the words."""
        self.words.clear()
        self.show()
        self.words.setFocus()
        self.look()

    def look(self) -> None:
        """Look for what is typed, beside the window."""
        ctx, number, words = self._desk.ctx, self._number(), self.words.text()
        self._desk.ask(
            self, "eerdere vragen", lambda: raadpleging.earlier_questions(ctx, number, words), self._show
        )

    def _show(self, found: list[EarlierQuestion]) -> None:
        self.found = found
        self.list.clear()
        for each in found:
            self.list.addItem(QListWidgetItem(f"{each.words}\n{each.source}"))
        self.list.setCurrentRow(0)
        self.list.setVisible(bool(found))
        self.none.setVisible(not found)

    def _take(self) -> None:
        at = self.list.currentRow()
        if 0 <= at < len(self.found):
            self.hide()
            self.taken.emit(self.found[at].line)
