"""The pieces of which the page of a record is made: labelled fields, lists as small tables, links, files."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from huurdersapp.actions.words import Link, Shown, Table, TableRow
from huurdersapp.base import markup
from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui import prose
from huurdersapp.ui.forms.flow import FlowLayout

Goer = Callable[[str, int], object]
MOST_LINES = 40
"""Lines of a list inside a record that are shown at once."""
LINK_EDGE = 8
"""Pixels before the words of a link, which is a button."""
NARROW_TABLE = 3
"""Columns that fit beside each other in the detail."""


def label(text: str, role: str = "") -> QLabel:
    """Text that wraps and can be selected."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    if role:
        made.setProperty("role", role)
    return made


def long_text(text: str) -> QLabel:
    """A long text as the paper prints it: lines, lists, bold and italic, and nothing else."""
    made = label("")
    made.setTextFormat(Qt.TextFormat.RichText)
    made.setText(prose.to_html(markup.read(text)))
    made.setAccessibleName(markup.words(text))
    return made


class LinkButton(QPushButton):
    """A link as a button that shows as much of its words as there is room for."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "link")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.rename(text)

    def rename(self, text: str) -> None:
        """Have these words."""
        self.words = text
        self.setAccessibleName(text)
        self.setToolTip(text)
        self._fit_words()

    def _show(self, text: str) -> None:
        self.setText(text.replace("&", "&&"))

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        metrics = self.fontMetrics()
        shown = self.text().replace("&&", "&")
        return QSize(
            hint.width() + metrics.horizontalAdvance(self.words) - metrics.horizontalAdvance(shown),
            hint.height(),
        )

    def minimumSizeHint(self) -> QSize:
        return QSize(48, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_words()

    def _fit_words(self) -> None:
        self._show(self.words)
        fits = self.width() >= self.sizeHint().width()
        room = max(self.width() - 2 * LINK_EDGE, 16)
        cut = self.fontMetrics().elidedText(self.words, Qt.TextElideMode.ElideRight, room)
        self._show(self.words if fits else cut)


def link(text: str, target: Link, go: Goer) -> LinkButton:
    """A button that goes to another record."""
    button = LinkButton(text)
    button.clicked.connect(lambda: go(target.kind, target.number))
    return button


def value(shown: Shown, go: Goer) -> QWidget:
    """A field's words: a link where there is one, rich text where it is long."""
    if shown.link is not None:
        return link(shown.text, shown.link, go)
    return long_text(shown.text) if shown.long else label(shown.text)


def card(heading: str = "") -> tuple[QFrame, QVBoxLayout]:
    """A card with a heading, and its column to fill."""
    frame = QFrame()
    frame.setProperty("role", "card")
    column = QVBoxLayout(frame)
    column.setContentsMargins(16, 12, 16, 12)
    column.setSpacing(8)
    if heading:
        column.addWidget(label(heading, "heading"))
    return frame, column


def fields(shown: Sequence[Shown], go: Goer, width: int, *, above: bool) -> QWidget:
    """Fields with their labels (so wide) before them, or above them where letters are large."""
    widget = QWidget()
    form = QFormLayout(widget)
    form.setContentsMargins(0, 0, 0, 0)
    form.setVerticalSpacing(8)
    form.setHorizontalSpacing(16)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    policy = QFormLayout.RowWrapPolicy
    form.setRowWrapPolicy(policy.WrapAllRows if above else policy.WrapLongRows)
    for each in shown:
        name = QLabel(each.label)
        name.setProperty("role", "muted")
        name.setWordWrap(True)
        if not above:
            name.setFixedWidth(width)
        found = value(each, go)
        if isinstance(found, QLabel):
            found.setIndent(LINK_EDGE)  # in line with the words of links
            found.setAccessibleDescription(each.label)
        form.addRow(name, found)
    return widget


def table(shown: Table, go: Goer, extra: Callable[[TableRow], Sequence[QWidget]]) -> QWidget:
    """A list inside the record: links in a row, few columns as a table, more of them as a block for each line."""
    frame, column = card(shown.label)
    if shown.link:
        holder = QWidget()
        flow = FlowLayout(holder)
        for row in shown.rows:
            for cell in row.cells:
                flow.addWidget(value(cell, go))
        column.addWidget(holder)
        return frame
    rest = shown.rows[MOST_LINES:]
    body = QWidget()
    column.addWidget(body)
    if len(shown.columns) <= NARROW_TABLE and not any(row.tables for row in shown.rows):
        _grid(QGridLayout(body), shown, go)
    else:
        _blocks(QVBoxLayout(body), shown.rows[:MOST_LINES], go, extra)
    if rest:
        more = QPushButton(_("Nog {count} regels tonen").format(count=len(rest)))
        more.setProperty("role", "link")

        def show_rest() -> None:
            more.hide()
            tail = QWidget()
            column.addWidget(tail)
            _blocks(QVBoxLayout(tail), rest, go, extra)

        more.clicked.connect(show_rest)
        column.addWidget(more)
    return frame


def _grid(grid: QGridLayout, shown: Table, go: Goer) -> None:
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(16)
    for at, name in enumerate(shown.columns):
        grid.addWidget(label(name, "muted"), 0, at)
    for line, row in enumerate(shown.rows[:MOST_LINES], 1):
        for at, cell in enumerate(row.cells):
            grid.addWidget(value(cell, go), line, at, Qt.AlignmentFlag.AlignTop)


def _blocks(
    column: QVBoxLayout, rows: Sequence[TableRow], go: Goer, extra: Callable[[TableRow], Sequence[QWidget]]
) -> None:
    column.setContentsMargins(0, 0, 0, 0)
    for row in rows:
        filled = [cell for cell in row.cells if cell.text]
        short = [cell for cell in filled if not cell.long and cell.link is None]
        column.addWidget(label("  ·  ".join(cell.text for cell in short[:2]), "label"))
        if short[2:]:
            said = (_("{label}: {words}").format(label=cell.label, words=cell.text) for cell in short[2:])
            column.addWidget(label("  ·  ".join(said)))
        for cell in filled:
            if cell.link is not None:
                column.addWidget(
                    link(_("{label}: {words}").format(label=cell.label, words=cell.text), cell.link, go)
                )
            elif cell.long:
                column.addWidget(long_text(cell.text))
        for inner in row.tables:
            column.addWidget(table(inner, go, extra))
        for widget in extra(row):
            column.addWidget(widget)
