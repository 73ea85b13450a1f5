"""The line under the akkoord: everything about the point where somebody is, and the lists of what belongs to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui.forms.flow import FlowLayout


class EvidenceBar(QWidget):
    """Takes one line: what does not fit on it comes with [Meer]. `details` opens the point itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self)
        self._buttons: list[QPushButton] = []
        self._room = True
        self.details = QPushButton(_("Alles over dit punt (Enter)"))
        self.more = QPushButton()
        self.more.setCheckable(True)
        self.more.toggled.connect(self._fit)
        self._flow.addWidget(self.details)
        self._flow.addWidget(self.more)
        self.more.setProperty("role", "link")
        self.more.hide()

    def tell(self, found: Mapping[str, Callable[[], object]]) -> None:
        """Offer these: words of the button with what it does."""
        for button in self._buttons:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = []
        before = self.details
        for at, (words, do) in enumerate(found.items(), 1):
            button = QPushButton(words, self)
            button.setProperty("role", "link")
            button.clicked.connect(do)
            self._flow.insert(at, button)
            self._buttons.append(button)
            QWidget.setTabOrder(before, button)
            before = button
        QWidget.setTabOrder(before, self.more)
        self._fit()

    def arrange(self, room: bool) -> None:
        """Whether there is room for more than the point itself, which tells the rest too."""
        self._room = room
        self._fit()

    def _fit(self) -> None:
        space = self._flow.spacing()
        left = self.width() - self.details.sizeHint().width()
        wide = [button.sizeHint().width() + space for button in self._buttons]
        if sum(wide) > left:
            self.more.setText(_("Minder"))
            least = self.more.sizeHint().width()
            self.more.setText(_("Meer ({count})").format(count=len(wide)))
            left -= max(least, self.more.sizeHint().width()) + space
        shown = 0
        while shown < len(wide) and sum(wide[: shown + 1]) <= left:
            shown += 1
        hidden = len(wide) - shown
        if hidden:
            words = _("Minder") if self.more.isChecked() else _("Meer ({count})").format(count=hidden)
            self.more.setText(words)
        self.more.setVisible(bool(hidden) and self._room)
        for at, button in enumerate(self._buttons):
            button.setVisible(self._room and (at < shown or self.more.isChecked()))
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()
