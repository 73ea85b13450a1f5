"""The parts of a letter one under another. What is typed is kept as a concept, and saved when the focus leaves the part."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from huurdersapp.actions import brieven
from huurdersapp.actions.brieven import Deel
from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui.brieven.part_card import PartCard
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.concept_keeper import ConceptKeeper
from huurdersapp.ui.forms.step_concept import FIELDS, STEP, begun

STEP_NAME = "brief"
"""The name of this work in a concept."""


class PartsView(QWidget):
    """`show_parts` shows them. `wanted_number` gives the number of the letter to write in, making it when there is none."""

    saved = Signal()

    def __init__(self, desk: Desk, wanted_number: Callable[[], int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self._wanted_number = desk, wanted_number
        self.cards: dict[str, PartCard] = {}
        self._about: tuple[str, int] | None = None
        self._name = ""
        self._fixed = False
        self.keeper = ConceptKeeper(desk, self._content, self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)

    # -- what is shown -------------------------------------------------------------------------------------------

    def begin(self, kind: str, number: int, name: str) -> None:
        """From now on for the letter of this record; a concept of it is shown by the next `show_parts`."""
        self._name = name
        if self._about == (kind, number):
            return
        self._about = (kind, number)
        for card in self.cards.values():
            self._drop(card)
        self.cards = {}
        self.keeper.begin(kind, number, begun(self.desk.ctx, kind, number, STEP_NAME))

    def _drop(self, card: PartCard) -> None:
        self._column.removeWidget(card)
        card.hide()
        card.deleteLater()

    def show_parts(self, parts: tuple[Deel, ...], *, fixed: bool) -> None:
        """Show the parts as they are now; what is being typed stays."""
        self._fixed = fixed
        fresh = not self.cards
        there = [deel.key for deel in parts]
        for key in [key for key, card in self.cards.items() if key not in there and not card.dirty]:
            self._drop(self.cards.pop(key))
        for deel in parts:
            card = self.cards.get(deel.key) or self._make(deel)
            card.show_part(deel, fixed=fixed)
        if fresh and not fixed and self.keeper.concept is not None:
            for key, text in (self.keeper.concept.gegevens.get(FIELDS) or {}).items():
                if key in self.cards:
                    self.cards[key].put_typed(text)

    def _make(self, deel: Deel) -> PartCard:
        card = self.cards[deel.key] = PartCard(self.desk, deel.key, deel.title, self)
        safely = self.desk.safely
        card.typed.connect(self.keeper.typed)
        card.left.connect(partial(self._left, deel.key))
        card.restore_wanted.connect(lambda: safely(lambda: self.restore(deel.key)))
        card.keep_wanted.connect(lambda: safely(lambda: self.keep_own(deel.key)))
        card.result_wanted.connect(lambda number: safely(lambda: self.insert(deel.key, number)))
        self._column.addWidget(card)
        return card

    # -- what is typed -------------------------------------------------------------------------------------------

    def _content(self) -> tuple[str, dict[str, Any]]:
        typed = {key: card.text() for key, card in self.cards.items() if card.dirty}
        return _("{name} (brief)").format(name=self._name), {STEP: STEP_NAME, FIELDS: typed}

    def _left(self, key: str) -> None:
        if self.isVisible():
            self.desk.safely(lambda: self.save_part(key))

    def save_part(self, key: str) -> None:
        """Save what was typed in a part as the text of the writer, in one step."""
        card = self.cards[key]
        if not card.dirty:
            return
        text = card.text()
        brieven.write_part(self.desk.ctx, self._wanted_number(), key, text)
        card.saved(text)
        self._done(card, _("Opgeslagen: {part}."))

    def save(self) -> bool:
        """Save all that was typed; whether that went."""
        return all(
            self.desk.safely(partial(self.save_part, key)) for key, card in self.cards.items() if card.dirty
        )

    def _done(self, card: PartCard, words: str) -> None:
        if any(each.dirty for each in self.cards.values()):
            self.keeper.keep()
        else:
            self.keeper.drop()
        self.desk.say(words.format(part=card.heading), undo=True)
        self.saved.emit()

    def restore(self, key: str) -> None:
        """Have what the program proposes in the place of the writer's text."""
        card = self.cards[key]
        card.forget()
        if card.has_own:
            brieven.restore_part(self.desk.ctx, self._wanted_number(), key)
            self._done(card, _("Terug naar het voorstel: {part}."))
        elif not any(each.dirty for each in self.cards.values()):
            self.keeper.drop()
        card.first_focus().setFocus()

    def keep_own(self, key: str) -> None:
        """Keep the writer's text, knowing that the facts are others now."""
        card = self.cards[key]
        self.save_part(key)
        brieven.keep_part(self.desk.ctx, self._wanted_number(), key)
        self._done(card, _("Uw tekst blijft staan: {part}."))
        card.first_focus().setFocus()

    def insert(self, key: str, number: int) -> None:
        """Put the outcome of a raadpleging in a part."""
        card = self.cards[key]
        self.save_part(key)
        brieven.insert_result(self.desk.ctx, self._wanted_number(), key, number)
        self._done(card, _("Uitslag ingevoegd: {part}."))
        card.first_focus().setFocus()
