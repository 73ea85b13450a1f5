"""Why nothing happened in the period of a report: asked where the period is empty, and printed in its place."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QScrollArea, QVBoxLayout, QWidget

from huurdersapp.actions.verslagen.concept import Concept
from huurdersapp.actions.verslagen.soorten import soort_of
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.preview.paper_page import label

KIND, FIELD = "verslag", "reden_leeg"
SILENT = ("overdracht",)
"""Kinds that do not print it."""


class WhyEmpty(QWidget):
    """`told` with what somebody typed, as soon as he is ready with it."""

    told = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = str(desk.ctx.spec(KIND).fields[FIELD].label)
        self.title = label(words, "label")
        self.line = QLineEdit()
        self.line.setAccessibleName(words)
        self.title.setBuddy(self.line)
        self.line.editingFinished.connect(self.flush)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.title, self.line):
            column.addWidget(widget)
        self.hide()

    def show_report(self, found: Concept) -> None:
        """Show the reason of an empty report; what is being typed stays."""
        soort = soort_of(found.job.soort)
        asked = found.empty and found.sent is None and not soort.bundel and soort.key not in SILENT
        if not self.line.isModified():
            self.line.setText(found.job.reden_leeg)
        self.setVisible(asked)

    def flush(self) -> None:
        """Tell what was typed and not told yet."""
        if self.line.isModified():
            self.line.setModified(False)
            self.told.emit(self.line.text().strip())

    def come_in_sight(self) -> None:
        """Scroll to it."""
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is not None:
            area.ensureWidgetVisible(self.line, 0, 48)
