"""The line above a list that says what it adds up to."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLabel

from huurdersapp.actions.listed import Listed
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.lists.pane import ListPane


class TotalsLine(QLabel):
    """`told` says it of a list of this kind. It reads, so it is asked on another thread whenever the list was measured,
    and must not touch widgets; what it says is shown if that very list still stands there."""

    def __init__(
        self, desk: Desk, pane: ListPane, kind: str, told: Callable[[Listed], str], *, role: str = "label"
    ) -> None:
        super().__init__()
        self._desk, self._pane, self._kind, self._told = desk, pane, kind, told
        self.setProperty("role", role)
        self.setWordWrap(True)
        pane.model.measured.connect(lambda _places: desk.safely(self._ask))

    def _ask(self) -> None:
        listed = self._pane.model.listed
        if listed is None or listed.spec.key != self._kind:
            return

        def answer(text: str) -> None:
            if listed is self._pane.model.listed:
                self.setText(text)

        self._desk.ask(self, "totalen", lambda: self._told(listed), answer)
