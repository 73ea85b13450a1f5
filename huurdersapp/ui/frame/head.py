"""The row above every screen: its name, the mark that there is no password yet, the search box, and the choice of screens
where there is no room for the navigation."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui.frame.navigation import CompactNavigation
from huurdersapp.ui.frame.search_box import SearchBox
from huurdersapp.ui.look import Look


class Head(QWidget):
    """`heading` names the screen; `compact`, `unsecured` and `search` can be used. All are hidden until shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.compact = CompactNavigation()
        self.heading = QLabel()
        self.heading.setProperty("role", "title")
        self.heading.setMinimumWidth(1)
        self.unsecured = QPushButton(_("Nog niet beveiligd"))
        self.unsecured.setProperty("role", "link")
        self.search = SearchBox()
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(12)
        row.addWidget(self.compact)
        row.addWidget(self.heading, 1)
        row.addWidget(self.unsecured)
        row.addWidget(self.search)
        self.hide_all()

    def hide_all(self) -> None:
        """Nothing is open."""
        for widget in (self.compact, self.heading, self.unsecured, self.search, self):
            widget.hide()

    def fit(self, look: Look, *, shown: bool, compact: bool) -> None:
        """Make room: `compact` puts the choice of screens in the place of the name."""
        self.setVisible(shown)
        self.compact.setVisible(shown and compact)
        self.heading.setVisible(shown and not compact)
        beside = compact and not self.unsecured.isHidden()  # three things in one row
        self.search.setMinimumWidth(look.px(170 if beside else 230))
        self.search.setMaximumWidth(look.px(320))

    def focus_search(self) -> None:
        """To the search box, with what stands in it ready to be typed over."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()
