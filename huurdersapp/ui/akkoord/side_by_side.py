"""Old and new beside each other: what went away is struck through and what came is underlined, and both are told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from huurdersapp.actions.bijstellen import Difference, Piece, side_by_side
from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.lists.record_parts import label

UNDER_EACH_OTHER_FROM = 130
"""Per cent: with larger letters the new text stands under the old one."""
LONGEST = 200
"""Signs of what changed that are told in one sentence."""


class SideBySide(QWidget):
    """The differences of a change: for each what it is called, what it was and what it is now."""

    def __init__(self, desk: Desk, differences: Sequence[Difference], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        beside = desk.look.zoom < UNDER_EACH_OTHER_FROM
        row = 0
        for one in differences:
            grid.addWidget(label(one.field, "label"), row, 0, 1, 2)
            left, right = side_by_side(one.old, one.new)
            cells = ((_("Was"), left, one.old), (_("Is nu"), right, one.new))
            for at, (head, pieces, text) in enumerate(cells):
                cell = _cell(head, pieces, text)
                where = (row + 1, at) if beside else (row + 1 + at, 0)
                grid.addWidget(cell, *where, 1, 1 if beside else 2, Qt.AlignmentFlag.AlignTop)
            row += 2 if beside else 3
            if told := in_words(left, right):
                grid.addWidget(label(told, "muted"), row, 0, 1, 2)
                row += 1
        for column in range(2):
            grid.setColumnStretch(column, 1)


def _cell(head: str, pieces: Sequence[Piece], text: str) -> QLabel:
    made = label("")
    made.setTextFormat(Qt.TextFormat.RichText)
    body = "".join(map(_marked, pieces)) if pieces else escape(_("(niets)"))
    made.setText(f"<b>{escape(head)}:</b> {body}")
    made.setAccessibleName(_("{head}: {text}").format(head=head, text=text or _("(niets)")))
    return made


def _marked(piece: Piece) -> str:
    text = escape(piece.text).replace("\n", "<br>")
    if piece.mark == "gone":
        return f"<s>{text}</s>"
    return f"<b><u>{text}</u></b>" if piece.mark == "new" else text


def in_words(left: Iterable[Piece], right: Iterable[Piece]) -> str:
    """What went away and what came, for who does not see the marks."""
    gone = _joined(left, "gone")
    came = _joined(right, "new")
    if gone and came:
        return _("Weg: {gone}. Erbij: {new}.").format(gone=gone, new=came)
    if gone:
        return _("Weg: {gone}.").format(gone=gone)
    return _("Erbij: {new}.").format(new=came) if came else ""


def _joined(pieces: Iterable[Piece], mark: str) -> str:
    text = " … ".join(piece.text.strip() for piece in pieces if piece.mark == mark).rstrip(".")
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rstrip()} …"
