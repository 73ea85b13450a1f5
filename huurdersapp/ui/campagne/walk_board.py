"""The homes of a walk in a list, one key for each; every key can be taken back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QMoveEvent, QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from huurdersapp.actions.campagne_lopen import MARKS, Walk, house
from huurdersapp.base.formats import number as written
from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.frame.message_bar import announce
from huurdersapp.ui.frame.undo_keys import asks_undo, is_sign
from huurdersapp.ui.lists.record_parts import label

LEAST = 120
"""Pixels at 100 % that the list of homes has at least: three or four of them."""


class HomeList(QListWidget):
    """Letters are marks here and look nothing up. `pressed_key` with the letter, `undo_wanted` for Ctrl+Z, `focused`
    when the keys come here."""

    pressed_key = Signal(str)
    undo_wanted = Signal()
    focused = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text().casefold()
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo_wanted.emit()
        elif is_sign(event) and len(text) == 1 and text.isalnum():
            self.pressed_key.emit(text)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if asks_undo(event):
            event.accept()
            return True
        return super().event(event)


class WalkBoard(QWidget):
    """Shows a `Walk` and gives it the keys. `counted` after each key that changed something, `placed` when it came to
    stand elsewhere."""

    counted = Signal()
    placed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.walk = desk, Walk(())
        self.in_letterbox = True
        self._several = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.list = HomeList()
        self.list.setAccessibleName(_("Woningen"))
        self.list.pressed_key.connect(lambda key: desk.safely(lambda: self.press(key)))
        self.list.undo_wanted.connect(lambda: desk.safely(self.take_back))
        self.list.currentRowChanged.connect(self._moved)
        column.addWidget(self.list, 1)
        desk.look.changed.connect(self._fit)
        self._fit()
        self.hint = label("", "warning")
        self.hint.hide()
        column.addWidget(self.hint)
        column.addWidget(self._keys())
        self.marks, self.sums = label("", "label"), label("", "heading")
        column.addWidget(self.marks)
        column.addWidget(self.sums)

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self.placed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.placed.emit()

    def _fit(self) -> None:
        self.list.setMinimumHeight(self.desk.look.px(LEAST))

    def _keys(self) -> QWidget:
        holder = QWidget()
        row = FlowLayout(holder)
        self.buttons: dict[str, QPushButton] = {}
        for key, words in MARKS.items():
            text = _("{words} ({key})").format(words=words, key=key.upper())
            self.buttons[key] = self._button(row, text, key.upper(), self._presser(key))
        self.back = self._button(row, _("Toets terug (Ctrl+Z)"), "Ctrl+Z", self.take_back)
        return holder

    def _presser(self, key: str) -> Callable[[], None]:
        return lambda: self.press(key)

    def _button(self, row: FlowLayout, words: str, key: str, do: Callable[[], object]) -> QPushButton:
        """A button for who has a mouse: the focus stays where the keys are heard."""
        button = QPushButton(words)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setAccessibleDescription(_("Met het toetsenbord: {key}").format(key=key))
        button.clicked.connect(lambda _on=False: self.desk.safely(do))
        row.addWidget(button)
        return button

    # -- what is shown ---------------------------------------------------------------------------------------------

    def use(self, walk: Walk) -> None:
        """Walk along these homes."""
        self.walk = walk
        self._several = len({home.straat for home in walk.homes}) > 1
        self.list.blockSignals(True)
        self.list.clear()
        for place in range(len(walk.homes)):
            self.list.addItem(QListWidgetItem(self._words(place)))
        self.list.blockSignals(False)
        self._say("")
        self._show_place()
        self.tell()

    def _words(self, place: int) -> str:
        home = self.walk.homes[place]
        name = house(home)
        if self._several:
            name = _("{street} {number}").format(street=home.straat, number=name)
        mark = self.walk.mark(place)
        if not mark:
            return name
        return _("{home}   ✓ {mark}").format(home=name, mark=MARKS[mark])

    def _show_place(self) -> None:
        if self.walk.homes:
            self.list.setCurrentRow(self.walk.at)

    def _moved(self, row: int) -> None:
        if row >= 0:
            self.walk.at = row

    def tell(self) -> None:
        """Show what it adds up to."""
        sums = self.walk.sums(in_letterbox=self.in_letterbox)
        parts = [
            _("{mark}: {count}").format(mark=words, count=written(sums.marks[key]))
            for key, words in MARKS.items()
        ]
        done = _("{done} van {all} woningen").format(
            done=written(sums.homes), all=written(len(self.walk.homes))
        )
        self.marks.setText("  ·  ".join([done, *parts]))
        self.sums.setText(
            _("Bereik {bereik}, contact {contact}, deelname {deelname}").format(
                bereik=written(sums.bereik),
                contact=written(sums.contacten),
                deelname=written(sums.deelnemers),
            )
        )
        self.back.setEnabled(bool(self.walk.keys))

    def _say(self, text: str) -> None:
        self.hint.setText(text)
        self.hint.setVisible(bool(text))
        if text:
            announce(self, text)

    # -- keys ------------------------------------------------------------------------------------------------------

    def press(self, key: str) -> None:
        """Mark the home where somebody is, and go on to the next."""
        place = self.walk.at
        if not self.walk.press(key):
            self._say(_("Druk G, N, D of F. Met de pijlen gaat u naar een andere woning."))
            return
        self._say("")
        self._changed(place)
        announce(self, self._words(place))

    def take_back(self) -> None:
        """Take the last key back."""
        if not self.walk.undo():
            self._say(_("Er is geen toets meer om terug te nemen."))
            return
        self._say("")
        self._changed(self.walk.at)
        announce(self, _("Toets teruggenomen. {home}").format(home=self._words(self.walk.at)))

    def _changed(self, place: int) -> None:
        self.list.item(place).setText(self._words(place))
        self._show_place()
        self.list.setFocus()
        self.tell()
        self.counted.emit()
