"""What has to be mended before a form can be saved: a frame above it, in which each line goes to its field."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from huurdersapp.base.i18n import ngettext
from huurdersapp.records.draft import Fault
from huurdersapp.records.spec import RecordSpec
from huurdersapp.ui.frame.message_bar import announce


class FaultSummary(QFrame):
    """Hidden while there is nothing to tell; `go` is called with the fault whose line was chosen."""

    def __init__(
        self, spec: RecordSpec, go: Callable[[Fault], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._spec, self._go = spec, go
        self.setProperty("role", "faults")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._column = QVBoxLayout(self)
        self.title = QLabel()
        self.title.setProperty("role", "fault")
        self.title.setWordWrap(True)
        self._column.addWidget(self.title)
        self.lines: list[QLabel] = []
        self.hide()

    def tell(self, faults: Sequence[Fault]) -> None:
        """Show these faults and take the focus; none hides it."""
        for line in self.lines:
            line.hide()
            line.deleteLater()
        self.lines = [self._line(fault) for fault in faults]
        self.setVisible(bool(faults))
        if not faults:
            return
        count = len(faults)
        head = ngettext(
            "Er is nog niets opgeslagen. Kijk dit na:",
            "Er is nog niets opgeslagen. Kijk deze {count} dingen na:",
            count,
        ).format(count=count)
        self.title.setText(head)
        said = " ".join([head, *(line.accessibleName() for line in self.lines)])
        self.setAccessibleName(said)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, said, urgent=True)

    def _line(self, fault: Fault) -> QLabel:
        # A label and no button: its words go on to the next line.
        words = fault.told_for(self._spec)
        line = QLabel(f'<a href="veld">{escape(words)}</a>')
        line.setAccessibleName(words)
        line.setWordWrap(True)
        line.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        line.linkActivated.connect(lambda _link: self._go(fault))
        self._column.addWidget(line)
        return line
