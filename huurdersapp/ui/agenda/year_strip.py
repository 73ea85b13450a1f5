"""The years that run side by side: which one is prepared, carried out, evaluated. Each with its word and its picture."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.akkoord_keuzes import FASEN
from huurdersapp.records.jaaragenda import Stage
from huurdersapp.ui.icons import PICTURES, icon
from huurdersapp.ui.look import Look

PICTURE = 28
"""Pixels at 100 %."""


class YearStrip(QWidget):
    """A card for each year of the cycle, in the order of the cycle; one sentence where there is no room for cards."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._stages: tuple[Stage, ...] = ()
        self._sentence = ""
        self._cards: list[QFrame] = []
        self._pictures: list[tuple[QLabel, str]] = []
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setProperty("role", "label")
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._row = QHBoxLayout()
        self._row.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.words)
        column.addLayout(self._row)
        self._short = False
        look.changed.connect(self._draw)

    def show_stages(self, stages: Sequence[Stage], sentence: str) -> None:
        """Show these years; `sentence` says the same in words."""
        self._stages, self._sentence = tuple(stages), sentence
        for old in self._cards:
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._cards, self._pictures = [], []
        for stage in self._stages:
            self._cards.append(self._card(stage))
            self._row.addWidget(self._cards[-1], 1)
        self.words.setText(sentence)
        self._draw()
        self.fold(short=self._short)

    def fold(self, *, short: bool) -> None:
        """Show the sentence alone, where cards take too much room."""
        self._short = short
        for card in self._cards:
            card.setVisible(not short)
        self.words.setVisible(bool(self._sentence) and (short or not self._cards))

    def _card(self, stage: Stage) -> QFrame:
        card = QFrame()
        card.setProperty("role", "card")
        row = QHBoxLayout(card)
        row.setContentsMargins(12, 6, 12, 6)
        picture = QLabel()
        self._pictures.append((picture, stage.phase if stage.phase in PICTURES else "jaaragenda"))
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        head = QLabel(
            _("{phase}: {year}").format(phase=FASEN.label(stage.phase), year=stage.goal_year)
            if stage.within
            else _("{phase}: niets").format(phase=FASEN.label(stage.phase))
        )
        head.setProperty("role", "heading")
        words = QLabel(
            stage.text if stage.within else _("{year} valt buiten het akkoord.").format(year=stage.goal_year)
        )
        words.setProperty("role", "muted")
        for label in (head, words):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            texts.addWidget(label)
        row.addLayout(texts, 1)
        words.setHidden(not words.text())  # it stands in the card now: alone it would be a window
        card.setAccessibleName(head.text())
        return card

    def _draw(self) -> None:
        size = self._look.px(PICTURE)
        for label, meaning in self._pictures:
            label.setPixmap(icon(meaning, self._look, "main").pixmap(size, size))
