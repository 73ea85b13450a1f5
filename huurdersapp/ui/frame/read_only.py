"""What is off in a window in which nothing can be changed, with the reason as its explanation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QAbstractButton

if TYPE_CHECKING:
    from huurdersapp.ui.desk import Desk

CHANGING = frozenset({"nieuw", "opslaan", "opslaan_en_volgende", "wijzigen", "verwijderen", "dubbelen"})
"""Commands of a screen that change something."""


class Off(QObject):
    """Keeps a button off, whatever switches it on, and lets it tell why."""

    def __init__(self, button: QAbstractButton, reason: str) -> None:
        super().__init__(button)
        self._button, self._reason = button, reason
        button.setEnabled(False)
        button.setToolTip(reason)
        button.setAccessibleDescription(reason)
        button.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.EnabledChange and self._button.isEnabled():
            self._button.setEnabled(False)
        if event.type() == QEvent.Type.ToolTipChange and self._button.toolTip() != self._reason:
            self._button.setToolTip(self._reason)
        return False


def off(desk: Desk, *buttons: QAbstractButton) -> None:
    """Switch off these buttons, which change something, where nothing can be changed."""
    reason = desk.ctx.store.read_only
    if reason is not None:
        for button in buttons:
            Off(button, reason)
