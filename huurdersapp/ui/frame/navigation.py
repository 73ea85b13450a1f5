"""The way to every screen: a list at the left, or one choice list on top where letters are large."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QListView, QWidget

from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui.look import Look
from huurdersapp.ui.pages.registry import Entry

KEY = Qt.ItemDataRole.UserRole
WIDTH = 232
"""Of the list, in pixels at 100 %."""


class Navigation(QListView):
    """The list at the left, with headings between. `chosen` carries the key of a screen that somebody picked."""

    chosen = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("navigation")
        self.setAccessibleName(_("Schermen"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._look, self._items = look, QStandardItemModel(self)
        self._rows: dict[str, QStandardItem] = {}
        self._labels: dict[str, str] = {}
        self.setModel(self._items)
        self.clicked.connect(lambda index: self._choose(index.data(KEY)))
        self.activated.connect(lambda index: self._choose(index.data(KEY)))
        look.changed.connect(self._resize)

    def fill(self, entries: Sequence[Entry]) -> None:
        """Show these screens, each group under its heading."""
        self._items.clear()
        self._rows, group = {}, ""
        for entry in entries:
            if not entry.listed:
                continue
            if str(entry.group or "") not in ("", group):
                group = str(entry.group)
                self._items.appendRow(self._heading(group))
            item = QStandardItem(str(entry.label))
            item.setData(entry.key, KEY)
            self._rows[entry.key], self._labels[entry.key] = item, str(entry.label)
            self._items.appendRow(item)
        self._resize()

    def _heading(self, text: str) -> QStandardItem:
        heading = QStandardItem(text.upper())
        heading.setFlags(Qt.ItemFlag.NoItemFlags)
        heading.setData(text, Qt.ItemDataRole.AccessibleTextRole)
        return heading

    def show_icons(self) -> None:
        """Put the pictures beside the words; later than the words, which are there at once."""
        from huurdersapp.ui.icons import icon

        for key, item in self._rows.items():
            item.setIcon(icon(key, self._look))

    def show_counts(self, counts: Mapping[str, str]) -> None:
        """Put a number behind the name of a screen ("Knelpunten 3")."""
        for key, item in self._rows.items():
            count = counts.get(key)
            item.setText(f"{self._labels[key]}  {count}" if count else self._labels[key])

    def set_current(self, key: str) -> None:
        """Mark the screen that is shown."""
        if (item := self._rows.get(key)) is None:
            self.clearSelection()
            self.setCurrentIndex(self._items.index(-1, -1))
        else:
            self.setCurrentIndex(item.index())

    def _choose(self, key: str | None) -> None:
        if key is not None:
            self.chosen.emit(key)

    def _resize(self) -> None:
        px = self._look.px
        self.setFixedWidth(px(WIDTH))
        self.setIconSize(QSize(px(18), px(18)))
        small = QFont(self.font())
        small.setPointSizeF(small.pointSizeF() * 0.82)
        for row in range(self._items.rowCount()):
            item = self._items.item(row)
            if item.data(KEY) is None:
                item.setFont(small)
                item.setForeground(self._look.colour("muted"))
                item.setSizeHint(QSize(px(100), px(30)))
            else:
                item.setSizeHint(QSize(px(100), px(38)))
        if self._rows and not next(iter(self._rows.values())).icon().isNull():
            self.show_icons()


class CompactNavigation(QComboBox):
    """The same as one choice list, for large letters."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Schermen"))
        self.setPlaceholderText(_("Kies een scherm"))
        self.activated.connect(lambda row: self.chosen.emit(self.itemData(row)))

    def fill(self, entries: Sequence[Entry]) -> None:
        """Offer these screens."""
        self.clear()
        for entry in entries:
            if entry.listed:
                self.addItem(str(entry.label), entry.key)

    def set_current(self, key: str) -> None:
        """Show the screen that is open."""
        self.setCurrentIndex(self.findData(key))
