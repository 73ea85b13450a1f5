"""The third step: places in free texts that may be about the person, one by one with their sentence and a choice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QPushButton, QRadioButton, QVBoxLayout, QWidget

from huurdersapp.base.formats import number as written
from huurdersapp.base.i18n import LazyText
from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.frame.message_bar import announce
from huurdersapp.ui.lists.record_parts import label
from huurdersapp.ui.steps.step import Step


@dataclass(frozen=True, slots=True)
class Sentence:
    """A place in a free text: its key, where it stands, and the words around it."""

    key: str
    where: str
    words: str


def words_of(text: str) -> tuple[str, ...]:
    """Words that were typed with commas between them."""
    return tuple(filter(None, map(str.strip, text.split(","))))


class TextsStep(Step):
    """`chosen` with the key and the choice, `came` with the key of the one that is shown, `done` after the last one.
    `needed`: every one must have a choice before one goes on. `asks`: choices that ask for words of the text as well, with
    what is asked; `said` has these (with commas between them) by the key of the text."""

    chosen = Signal(str, str)
    came = Signal(str)
    done = Signal()

    def __init__(
        self,
        desk: Desk,
        choices: Mapping[str, LazyText],
        heading: str,
        *,
        needed: bool = True,
        asks: Mapping[str, LazyText] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, heading, parent)
        self._needed, self._asks = needed, dict(asks or {})
        self.said: dict[str, str] = {}
        self.column.addWidget(
            label(_("Lees elke zin. Gaat die over deze persoon? U beslist, het programma niet."), "muted")
        )
        self.place = label("", "label")
        self.words = label("")
        self.column.addWidget(self.place)
        self.column.addWidget(self.words)
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QRadioButton] = {}
        holder = QWidget()
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        for key, words in choices.items():
            button = self.buttons[key] = QRadioButton(str(words))
            button.clicked.connect(lambda _on=False, key=key: self._choose(key))
            self._group.addButton(button)
            inside.addWidget(button)
        self.column.addWidget(holder)
        self.question, self.line = label(""), QLineEdit()
        self.question.setBuddy(self.line)
        self.line.textEdited.connect(self._say)
        for widget in (self.question, self.line):
            widget.hide()
            self.column.addWidget(widget)
        self.before: QPushButton = self.button(_("Vorige tekst"), lambda: self.show_at(self.at - 1))
        self.after: QPushButton = self.button(_("Volgende tekst"), self._onward, "main")
        self.row(self.before, self.after)
        self.sentences: tuple[Sentence, ...] = ()
        self.given: dict[str, str] = {}
        self.at = 0

    def show_sentences(self, sentences: Sequence[Sentence], given: Mapping[str, str]) -> None:
        """Show these, from the first that has no choice yet."""
        self.sentences, self.given = tuple(sentences), dict(given)
        todo = (at for at, each in enumerate(self.sentences) if each.key not in self.given)
        if self.sentences:
            self.show_at(next(todo, 0))

    def show_at(self, at: int) -> None:
        """Show one of them."""
        if not 0 <= at < len(self.sentences):
            return
        self.at, here = at, self.sentences[at]
        self.tell_fault("")
        text = _("Tekst {number} van {total}: {place}")
        self.place.setText(text.format(number=at + 1, total=written(len(self.sentences)), place=here.where))
        self.words.setText(f"“{here.words}”")
        self._group.setExclusive(False)
        for key, button in self.buttons.items():
            button.setChecked(self.given.get(here.key) == key)
            button.setAccessibleDescription(here.words)
        self._group.setExclusive(True)
        self.line.setText(self.said.get(here.key, ""))
        self._ask()
        self.before.setEnabled(at > 0)
        last = at == len(self.sentences) - 1
        self.after.setText(_("Klaar met teksten") if last else _("Volgende tekst"))
        announce(self, f"{self.place.text()}. {here.words}")
        self.came.emit(here.key)

    @property
    def missing(self) -> int:
        """How many have no choice yet."""
        return sum(each.key not in self.given for each in self.sentences)

    def _choose(self, choice: str) -> None:
        key = self.sentences[self.at].key
        self.given[key] = choice
        self.tell_fault("")
        self._ask()
        self.chosen.emit(key, choice)

    def _ask(self) -> None:
        """Ask for words where the choice needs them."""
        words = self._asks.get(self.given.get(self.sentences[self.at].key, ""))
        self.question.setText(str(words or ""))
        self.line.setAccessibleName(self.question.text())
        self.question.setVisible(words is not None)
        self.line.setVisible(words is not None)

    def _say(self, text: str) -> None:
        key = self.sentences[self.at].key
        self.said[key] = text
        self.chosen.emit(key, self.given[key])

    def _lacks(self) -> str:
        """What must be told before one goes on from this text."""
        here = self.sentences[self.at]
        choice = self.given.get(here.key)
        if choice is None:
            return _("Kies eerst wat u met deze tekst wilt.") if self._needed else ""
        if choice not in self._asks:
            return ""
        words = words_of(self.said.get(here.key, ""))
        if not words:
            return _("Schrijf eerst welke woorden zwart worden.")
        strange = next((each for each in words if each.casefold() not in here.words.casefold()), None)
        if strange is not None:
            return _("‘{words}’ staat niet in de tekst. Neem de woorden precies over.").format(words=strange)
        return ""

    def _onward(self) -> None:
        if lacks := self._lacks():
            self.tell_fault(lacks)
            self.begin()
            if self.line.isVisible():
                self.line.setFocus()
            return
        if self.at < len(self.sentences) - 1:
            self.show_at(self.at + 1)
            self.begin()
        elif self._needed and self.missing:
            todo = next(at for at, each in enumerate(self.sentences) if each.key not in self.given)
            self.show_at(todo)
            self.begin()
        else:
            self.done.emit()

    def begin(self) -> None:
        """The focus to the choice that was made, or to the first."""
        made = (button for button in self.buttons.values() if button.isChecked())
        next(made, next(iter(self.buttons.values()))).setFocus()
