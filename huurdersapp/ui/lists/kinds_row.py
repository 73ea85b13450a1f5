"""The row above a list with which somebody chooses one of several kinds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from huurdersapp.base.i18n import LazyText
from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.editors.choice import Combo
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.lists.filter_bar import COMPACT_FROM
from huurdersapp.ui.place import Place


class KindsRow(QWidget):
    """A button for each kind, or one list to choose from where large letters leave no room for buttons.

    A press goes to the same page with that kind; the page tells with `mark` which kind it shows. `names` are the words
    of kinds that are called otherwise here than elsewhere. `chips` are small buttons, all on one line. What the page has
    beside them it adds to `row`.
    """

    def __init__(
        self,
        desk: Desk,
        page: str,
        kinds: Sequence[str],
        names: Mapping[str, str | LazyText] | None = None,
        *,
        chips: bool = False,
    ) -> None:
        super().__init__()
        self.desk, self._page, self._kinds, self._shown = desk, page, tuple(kinds), kinds[0]
        self.row = QHBoxLayout(self) if chips else FlowLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.buttons: dict[str, QPushButton] = {}
        self.choice = Combo()
        self.choice.setAccessibleName(_("Welke lijst"))
        for kind in self._kinds:
            button = QPushButton(str((names or {}).get(kind) or desk.ctx.spec(kind).plural))
            button.setCheckable(True)
            if chips:
                button.setProperty("role", "chip")
            button.clicked.connect(partial(self._pressed, kind))
            self.buttons[kind] = button
            self.row.addWidget(button)
            self.choice.addItem(button.text())
        self.choice.activated.connect(lambda at: self._pressed(self._kinds[at]))
        self.row.addWidget(self.choice)
        desk.look.changed.connect(self._fit)
        self._fit()
        self.mark(self._shown)

    def mark(self, kind: str) -> None:
        """Show that the list is of this kind."""
        self._shown = kind
        for each, button in self.buttons.items():
            button.setChecked(each == kind)
        self.choice.setCurrentIndex(self._kinds.index(kind))

    def _pressed(self, kind: str, _on: bool = False) -> None:
        # Until the page is there nothing changes: a form that cannot be kept holds it back.
        shown = self._shown
        self.mark(shown)
        if kind != shown:
            self.desk.safely(lambda: self.desk.go(Place(self._page, kind=kind)))

    def _fit(self) -> None:
        large = self.desk.look.zoom >= COMPACT_FROM
        for button in self.buttons.values():
            button.setVisible(not large)
        self.choice.setVisible(large)
