"""A line in which one types to find a record, with what was found under it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QMoveEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QScrollArea, QWidget

from huurdersapp.actions import finding
from huurdersapp.actions.finding import Found
from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.frame.message_bar import announce

ENOUGH = 180
"""Pixels at 100 % in which some finds can be seen: with less room under the line the list opens above it."""
PAUSE = 150
"""Milliseconds after the last key before there is a search."""


class Finder(QLineEdit):
    """Typing searches, up and down go through what was found, Enter takes it, Esc closes the list.

    `chosen` with what was taken, `new_wanted` with the words when somebody wants to add such a record.
    """

    chosen = Signal(object)
    new_wanted = Signal(str)

    def __init__(
        self,
        desk: Desk,
        kind: str,
        without: Callable[[], Sequence[int]] = tuple,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._kind, self._without = desk, kind, without
        self._spec = desk.ctx.spec(kind)
        self.setPlaceholderText(_("Typ een naam of nummer"))
        self.hits: QListWidget | None = None
        self._watched = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.search)
        self.textEdited.connect(lambda _text: self._pause.start())

    def search(self) -> None:
        """Ask for what the words find; the list opens when the answer comes."""
        self._pause.stop()
        words, kind, ctx, without = self.text().strip(), self._kind, self._desk.ctx, tuple(self._without())
        self._desk.ask(self, "zoeken", lambda: finding.find(ctx, kind, words, without), self._show)

    def _show(self, found: list[Found]) -> None:
        if not self.hasFocus():
            return
        self.close_list()
        words = self.text().strip()
        box = QListWidget(self.window())
        box.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        box.setAccessibleName(_("Gevonden"))
        box.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for hit in found:
            item = QListWidgetItem(f"{hit.name}\n{hit.more}", box)
            item.setData(Qt.ItemDataRole.UserRole, hit)
        if words and finding.quick_fields(self._spec):
            item = QListWidgetItem(_("Nieuw: ‘{words}’ toevoegen").format(words=words), box)
            item.setData(Qt.ItemDataRole.UserRole, words)
        elif not found:
            item = QListWidgetItem(_("Niets gevonden."), box)
            item.setFlags(Qt.ItemFlag.NoItemFlags)
        box.itemClicked.connect(self._take)
        self.hits = box
        self._watch_scrolling()
        self._place(box)
        box.show()
        box.raise_()
        if found or words:
            box.setCurrentRow(0)
        self._speak()

    def _place(self, box: QListWidget) -> None:
        """Under the line, or above it where there is no room under it."""
        window, look = self.window(), self._desk.look
        rows = sum(box.sizeHintForRow(row) for row in range(box.count()))
        height = min(rows + look.px(6), look.px(360))
        corner = self.mapTo(window, QPoint(0, self.height() + 2))
        above = self.mapTo(window, QPoint(0, 0)).y()
        below = window.height() - corner.y()
        if below < min(height, look.px(ENOUGH)) and above > below:
            height = min(height, above - 2)
            corner.setY(above - height - 2)
        height = min(height, window.height() - corner.y())
        width = min(max(self.width(), look.px(360)), window.width() - corner.x() - look.px(8))
        box.setGeometry(corner.x(), corner.y(), width, height)

    def _follow(self) -> None:
        """The list stays at its line where that goes elsewhere: a fault above it came up, or somebody scrolled."""
        if self.hits is not None:
            self._place(self.hits)

    def _watch_scrolling(self) -> None:
        parent = self.parentWidget()
        while parent is not None and not self._watched:
            if isinstance(parent, QScrollArea):
                self._watched = True
                parent.verticalScrollBar().valueChanged.connect(self._follow)
            parent = parent.parentWidget()

    def _speak(self) -> None:
        if self.hits is not None and (item := self.hits.currentItem()) is not None:
            announce(self, item.text().replace("\n", ", "))

    def _take(self, item: QListWidgetItem) -> None:
        value = item.data(Qt.ItemDataRole.UserRole)
        self.close_list()
        if isinstance(value, Found):
            self.chosen.emit(value)
        elif isinstance(value, str):
            self.new_wanted.emit(value)

    def close_list(self) -> None:
        """Take the list away."""
        if self.hits is not None:
            self.hits.hide()
            self.hits.deleteLater()
            self.hits = None

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._pause.stop()
            self.close_list()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.close_list()

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self._follow()

    def event(self, event: QEvent) -> bool:
        # Esc closes the list and not the form: claimed here before the window's own key hears of it.
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
            and self.hits is not None
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, box = event.key(), self.hits
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            if box is None:
                self.search()
            else:
                step = 1 if key == Qt.Key.Key_Down else -1
                box.setCurrentRow(min(max(box.currentRow() + step, 0), box.count() - 1))
                self._speak()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            if box is not None and not self._pause.isActive() and (item := box.currentItem()) is not None:
                self._take(item)
            else:
                self.search()
        elif key == Qt.Key.Key_Escape and box is not None:
            self.close_list()
        else:
            super().keyPressEvent(event)
