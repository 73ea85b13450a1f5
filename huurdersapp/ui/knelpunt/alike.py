"""A quiet list of open knelpunten that look like the one that is typed or shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from huurdersapp.actions.knelpunt_lijkt import Similar, similar
from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.lists.record_parts import label
from huurdersapp.ui.place import Place


@dataclass(frozen=True, slots=True)
class Sought:
    """What is known of the knelpunt: title, category or onderdeel, numbers of complex and kern, and its own number."""

    title: str
    category: str | None = None
    complex: int | None = None
    kern: int | None = None
    number: int | None = None


class AlikePanel(QFrame):
    """`look_for` asks beside the window; hidden while nothing looks like it. `also_wanted` and `bundle_wanted` carry what
    somebody pressed a button of; `told` when there are others than before."""

    also_wanted = Signal(object)
    bundle_wanted = Signal(object)
    told = Signal()

    def __init__(self, desk: Desk, *, bundling: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self._bundling = desk, bundling
        self.setProperty("role", "card")
        self.setAccessibleName(_("Lijkt hierop"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 10, 12, 10)
        self._column.addWidget(label(_("Lijkt hierop"), "label"))
        self._body: QWidget | None = None
        self._sought: Sought | None = None
        self.found: Sequence[Similar] = ()
        self.hide()

    def look_for(self, sought: Sought) -> None:
        """Show what looks like this, a moment later; the same again is not asked again."""
        if sought == self._sought:
            return
        self._sought = sought
        ctx = self.desk.ctx

        def question() -> list[Similar]:
            return similar(
                ctx, sought.title, sought.category, sought.complex, sought.kern, without=sought.number
            )

        def answer(found: list[Similar]) -> None:
            if sought == self._sought:
                self._show(found)

        self.desk.ask(self, "lijkt hierop", question, answer)

    def clear(self) -> None:
        """Nothing is typed any more."""
        self._sought = None
        self._show(())

    def _show(self, found: Sequence[Similar]) -> None:
        if list(found) == list(self.found):
            return
        self.found = found
        if self._body is not None:
            self._body.hide()
            self._body.deleteLater()
            self._body = None
        if found:
            self._body = QWidget()
            column = QVBoxLayout(self._body)
            column.setContentsMargins(0, 0, 0, 0)
            for each in found:
                self._add(column, each)
            self._column.addWidget(self._body)
        self.setVisible(bool(found))
        self.told.emit()

    def _add(self, column: QVBoxLayout, each: Similar) -> None:
        column.addWidget(label(each.title))
        column.addWidget(label(each.more, "muted"))
        holder = QWidget()
        row = FlowLayout(holder)
        row.addWidget(self._button(_("Openen"), each, self._open))
        row.addWidget(self._button(_("Ook last van: +1"), each, self.also_wanted.emit))
        if self._bundling:
            row.addWidget(self._button(_("Hier bij bundelen"), each, self.bundle_wanted.emit))
        column.addWidget(holder)

    def _button(self, words: str, each: Similar, do: Callable[[Similar], object]) -> QPushButton:
        button = QPushButton(words)
        button.setAccessibleName(_("{action}: {title}").format(action=words, title=each.title))
        button.clicked.connect(lambda: self.desk.safely(lambda: do(each)))
        return button

    def _open(self, each: Similar) -> None:
        self.desk.go(Place("knelpunt", each.number, kind="knelpunt"))
