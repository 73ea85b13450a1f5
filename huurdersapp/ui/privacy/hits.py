"""The second step: what was found, of which the board ticks what is about this person; nothing is ticked beforehand."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from huurdersapp.base.formats import number as written
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.lists.record_parts import label
from huurdersapp.ui.steps.step import Step
from huurdersapp.ui.verslag.tick_list import Tick, TickList

MOST = 360
"""Pixels at 100 % that the list grows to; longer ones scroll."""


class Ticks(TickList):
    """A list of which the rows stay in their places, and may be several lines high."""

    def __init__(self, desk: Desk, name: str) -> None:
        super().__init__(desk, name)
        self.setAccessibleDescription(_("Spatie zet een vinkje. Enter opent wat er staat."))
        self.setToolTip(self.accessibleDescription())

    def _fit(self) -> None:
        self.executeDelayedItemsLayout()
        px = self._desk.look.px
        # What a row asks for does not know how wide the list is; what it got does.
        rows = sum(self.visualItemRect(self.item(row)).height() for row in range(self.count()))
        self.setFixedHeight(max(px(44), min(rows + px(10), px(MOST))))


class HitsStep(Step):
    """`came` with the key of the row where somebody is, `opened` with Enter, `ticked` when the ticks change, `agreed`."""

    came = Signal(str)
    opened = Signal(str)
    ticked = Signal()
    agreed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, _("2. Welke gegevens zijn van deze persoon?"), parent)
        self.told = label("", "label")
        self.column.addWidget(self.told)
        self.list = Ticks(desk, _("Gevonden gegevens"))
        self.list.ticked.connect(lambda _key, _on: self._tell())
        self.list.came.connect(self.came)
        self.list.opened.connect(self.opened)
        self.column.addWidget(self.list)
        self.counted = label("", "muted")
        self.column.addWidget(self.counted)
        self.open = self.button(_("Record openen"), lambda: self.opened.emit(self.list.current_key()))
        self.go_on = self.button(_("Verder met deze gegevens"), self.agreed.emit, "main")
        self.row(self.open, self.go_on)

    def show_hits(self, rows: Sequence[tuple[str, str, str]], on: Collection[str]) -> None:
        """Show what was found: key, words, and why with how sure. Those in `on` are ticked."""
        self.list.show_rows([Tick(key, words, why, key in on, None) for key, words, why in rows])
        self.list.setVisible(bool(rows))
        self.open.setVisible(bool(rows))
        self.counted.setVisible(bool(rows))
        text = ngettext("{count} keer gevonden.", "{count} keer gevonden.", len(rows))
        told = text.format(count=written(len(rows)))
        self.told.setText(
            _("{found} Zet een vinkje bij wat van deze persoon is.").format(found=told)
            if rows
            else _("Er staan geen gegevens die hierop lijken.")
        )
        self._tell(silent=True)

    def chosen(self) -> tuple[str, ...]:
        """What is ticked, in the order of the list."""
        return tuple(row.key for row in self.list.rows if row.on)

    def _tell(self, *, silent: bool = False) -> None:
        count = len(self.chosen())
        text = ngettext("{count} vinkje gezet.", "{count} vinkjes gezet.", count)
        self.counted.setText(text.format(count=written(count)) if count else _("Nog geen vinkje gezet."))
        if not silent:
            self.ticked.emit()

    def begin(self) -> None:
        """The focus to the list, or to the button when nothing was found."""
        (self.list if self.list.rows else self.go_on).setFocus()
