"""What of ours lies on the clipboard: it is taken off when the administration is locked."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication


class OurClipboard(QObject):
    """Knows whether the last words came from a window of ours: not every desktop tells whose they are."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ours = False
        QGuiApplication.clipboard().dataChanged.connect(self._changed)

    def _changed(self) -> None:
        self._ours = QGuiApplication.focusWindow() is not None

    def clear(self) -> None:
        """Take our words off; those of another program stay."""
        clipboard = QGuiApplication.clipboard()
        if self._ours or clipboard.ownsClipboard():
            clipboard.clear()
