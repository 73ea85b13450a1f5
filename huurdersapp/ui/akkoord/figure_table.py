"""A small table of figures: columns beside each other where there is room, else a block of words for each line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.lists.record_parts import label

ROOM = 150
"""Pixels at 100 % that a column needs."""
MOST = 24
"""Lines that are shown at once."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Words of a cell, with the role of their label where they stand out."""

    text: str
    role: str = ""


Line = tuple[Sequence[Cell], Sequence[QPushButton]]


class FigureTable(QWidget):
    """`columns` are the heads; each line has its cells and its buttons. `wide` says whether columns fit, `long` is the
    column that has the longest texts."""

    def __init__(
        self,
        columns: Sequence[str],
        lines: Sequence[Line],
        *,
        wide: bool,
        long: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns, self.lines, self._long = list(columns), list(lines), long
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._part(self.lines[:MOST], wide=wide))
        if rest := self.lines[MOST:]:
            more = QPushButton(_("Nog {count} regels tonen").format(count=len(rest)))
            more.setProperty("role", "link")

            def show_rest() -> None:
                more.hide()
                tail = self._part(rest, wide=wide)
                column.addWidget(tail)
                first = tail.findChild(QPushButton)
                (first or tail).setFocus()

            more.clicked.connect(show_rest)
            column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)

    def _part(self, lines: Sequence[Line], *, wide: bool) -> QWidget:
        holder = QWidget()
        if wide:
            self._grid(QGridLayout(holder), lines)
        else:
            self._blocks(QVBoxLayout(holder), lines)
        return holder

    def _grid(self, grid: QGridLayout, lines: Sequence[Line]) -> None:
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(14)
        shown = [at for at in range(len(self.columns)) if any(cells[at].text for cells, _b in lines)]
        for place, at in enumerate(shown):
            grid.addWidget(label(self.columns[at], "muted"), 0, place)
            grid.setColumnStretch(place, 3 if at == self._long else 1)
        for row, (cells, buttons) in enumerate(lines, 1):
            for place, at in enumerate(shown):
                made = label(cells[at].text, cells[at].role)
                made.setAccessibleDescription(self.columns[at])
                grid.addWidget(made, row, place, Qt.AlignmentFlag.AlignTop)
            if buttons:
                grid.addWidget(_beside(buttons), row, len(shown), Qt.AlignmentFlag.AlignTop)

    def _blocks(self, column: QVBoxLayout, lines: Sequence[Line]) -> None:
        column.setContentsMargins(0, 0, 0, 0)
        for cells, buttons in lines:
            filled = [(head, cell) for head, cell in zip(self.columns, cells, strict=True) if cell.text]
            title = "  ·  ".join(cell.text for _head, cell in filled[:2])
            column.addWidget(label(title, filled[1][1].role or "label" if len(filled) > 1 else "label"))
            if rest := filled[2:]:
                said = (_("{label}: {words}").format(label=head, words=cell.text) for head, cell in rest)
                column.addWidget(label("  ·  ".join(said)))
            if buttons:
                column.addWidget(_beside(buttons))


def _beside(buttons: Sequence[QPushButton]) -> QWidget:
    holder = QWidget()
    flow = FlowLayout(holder)
    for button in buttons:
        flow.addWidget(button)
    return holder
