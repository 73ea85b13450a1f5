"""A list with ticks of which the rows can change places, also by keyboard."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui.desk import Desk

KEY = Qt.ItemDataRole.UserRole
_MOST = 330
"""Pixels at 100 % that the list grows to; longer ones scroll."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A row: its key, its words, what is said below them, whether it is ticked (None: it cannot be), and the group within
    which it can be moved (None: it stays where it is)."""

    key: str
    words: str
    note: str = ""
    on: bool | None = True
    group: int | None = 0


class TickList(QListWidget):
    """Space ticks, Alt+Up and Alt+Down move a row, Enter opens it. `ticked` with its key and whether it is on, `moved` with
    its key and how far, `opened` and `came` with its key."""

    ticked = Signal(str, bool)
    moved = Signal(str, int)
    opened = Signal(str)
    came = Signal(str)

    def __init__(self, desk: Desk, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._setting = False
        self.rows: Sequence[Tick] = ()
        self.setAccessibleName(name)
        self.setAccessibleDescription(
            _("Spatie zet een vinkje. Alt en een pijl verplaatst de regel. Enter opent hem.")
        )
        self.setToolTip(self.accessibleDescription())
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(self.ScrollMode.ScrollPerPixel)
        self.itemChanged.connect(self._changed)
        self.itemActivated.connect(lambda item: self.opened.emit(item.data(KEY)))
        self.currentItemChanged.connect(self._came)
        self._wait = QTimer(self)  # rows that wrap have their height when the width is known
        self._wait.setSingleShot(True)
        self._wait.timeout.connect(self._fit)
        desk.look.changed.connect(self._wait.start)

    # -- what is shown -------------------------------------------------------------------------------------------

    def show_rows(self, rows: Sequence[Tick]) -> None:
        """Show these rows; who is at one of them stays there."""
        if tuple(rows) == tuple(self.rows):
            return
        here, was, top = self.current_key(), self.currentRow(), self.verticalScrollBar().value()
        self._setting = True
        self.rows = tuple(rows)
        self.clear()
        for row in rows:
            self.addItem(self._item(row))
        usual = max(0, min(was, len(rows) - 1))
        at = next((place for place, row in enumerate(rows) if row.key == here), usual)
        self.setCurrentRow(at if rows else -1)
        self._setting = False
        self._fit()
        self._wait.start()
        self.verticalScrollBar().setValue(top)
        if rows:
            self.scrollToItem(self.item(at))

    def _item(self, row: Tick) -> QListWidgetItem:
        item = QListWidgetItem(f"{row.words}\n{row.note}" if row.note else row.words)
        item.setData(KEY, row.key)
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if row.on is not None:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
            item.setCheckState(Qt.CheckState.Checked if row.on else Qt.CheckState.Unchecked)
        item.setFlags(flags)
        return item

    def _fit(self) -> None:
        self.executeDelayedItemsLayout()
        rows = sum(self.sizeHintForRow(row) for row in range(self.count()))
        least = self._desk.look.px(44)
        self.setFixedHeight(max(least, min(rows + self._desk.look.px(10), self._desk.look.px(_MOST))))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
            self._wait.start()

    # -- where somebody is ---------------------------------------------------------------------------------------

    def current_key(self) -> str:
        """The row where somebody is; "" for none."""
        at = self.currentRow()
        return self.rows[at].key if 0 <= at < len(self.rows) else ""

    def current(self) -> Tick | None:
        """The same with all that is known of it."""
        return next((row for row in self.rows if row.key == self.current_key()), None)

    def forget(self) -> None:
        """Show nothing, and forget where somebody was."""
        self._setting = True
        self.rows = ()
        self.clear()
        self._setting = False

    def come_to(self, key: str) -> bool:
        """Go to a row; whether it is there."""
        for at, row in enumerate(self.rows):
            if row.key == key:
                self.setCurrentRow(at)
                return True
        return False

    def can_move(self, by: int) -> bool:
        """Whether the row where somebody is has another one to change places with."""
        at = self.currentRow()
        row = self.current()
        if row is None or not 0 <= at + by < len(self.rows):
            return False
        other = self.rows[at + by]
        return row.group is not None and other.group == row.group

    def change_places(self, by: int) -> None:
        """Have the row where somebody is change places, one up (-1) or down (1); he stays at it."""
        if not self.can_move(by):
            return
        at, rows = self.currentRow(), list(self.rows)
        rows[at], rows[at + by] = rows[at + by], rows[at]
        key = self.current_key()
        self.show_rows(rows)
        self.moved.emit(key, by)

    # -- what somebody does --------------------------------------------------------------------------------------

    def _changed(self, item: QListWidgetItem) -> None:
        if self._setting:
            return
        on, key = item.checkState() == Qt.CheckState.Checked, str(item.data(KEY))
        self.rows = tuple(replace(row, on=on) if row.key == key else row for row in self.rows)
        self.ticked.emit(key, on)

    def _came(self) -> None:
        if not self._setting and self.current_key():
            self.came.emit(self.current_key())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.change_places(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.current_key():
                self.opened.emit(self.current_key())
        else:
            super().keyPressEvent(event)
