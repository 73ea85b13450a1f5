"""Fixing a report, its fixed versions, and when it was sent."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from huurdersapp.actions.verslagen.concept import Concept
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.quick_form import QuickForm


class VersionsPart(QWidget):
    """To come."""

    form_changed = Signal()

    def __init__(self, desk: Desk, wanted_number: Callable[[], int], ready: Callable[[], bool]) -> None:
        super().__init__()
        self.form: QuickForm | None = None

    def show_report(self, found: Concept) -> None:
        """To come."""

    def forget(self) -> None:
        """To come."""

    def begin_fixing(self) -> None:
        """To come."""
