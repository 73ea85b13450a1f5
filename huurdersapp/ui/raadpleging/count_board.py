"""The counting of paper forms in large letters: a digit for each answer, and every key can be taken back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from huurdersapp.actions import raadpleging_tellen
from huurdersapp.actions.raadpleging_tellen import BLANK, GO, NEW, NEXT, SIGNS, TEXT, Tally
from huurdersapp.base.formats import number as written
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.frame.message_bar import announce
from huurdersapp.ui.frame.undo_keys import asks_undo, is_sign
from huurdersapp.ui.lists.record_parts import LinkButton, label


class AnswerButton(LinkButton):
    """An answer in large letters, as much of it as there is room for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setProperty("role", "answer")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def say(self, words: str) -> None:
        """Show these words."""
        if words != self.words:
            self.rename(words)


class CountBoard(QFrame):
    """Shows a `Tally` and gives it the keys. `counted` after each key that changed something."""

    counted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.tally = desk, Tally(())
        self._swallow = False
        self.setProperty("role", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 14)
        column.setSpacing(10)
        self.form, self.where = label("", "title"), label("", "muted")
        self.question = label("", "title")
        for widget in (self.form, self.where, self.question):
            widget.setMinimumHeight(1)  # as high as it is at the width that there is, not at the smallest one
            column.addWidget(widget)
        self._answers = QWidget()
        self._grid = QGridLayout(self._answers)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(0, 1)
        column.addWidget(self._answers)
        self.buttons: list[AnswerButton] = []
        self.counts: list[QLabel] = []
        self._build_words(column)
        self.hint, self.sums = label("", "warning"), label("", "muted")
        self.hint.hide()
        column.addWidget(self.hint)
        column.addWidget(self._keys())
        column.addWidget(self.sums)
        column.addStretch(1)

    def _build_words(self, column: QVBoxLayout) -> None:
        self.words_title = label("", "label")
        self.words = QLineEdit()
        self.words.installEventFilter(self)
        self.words_title.setBuddy(self.words)
        self._take: Callable[[str], str] = lambda text: text
        for widget in (self.words_title, self.words):
            widget.hide()
            column.addWidget(widget)

    def _keys(self) -> QWidget:
        holder = QWidget()
        row = FlowLayout(holder)
        self.blank = self._button(row, _("Niet ingevuld (0)"), "0", lambda: self.press(BLANK))
        self.next = self._button(row, _("Volgende (Enter)"), _("Enter"), self._enter)
        self.code = self._button(row, _("Nieuw onderwerp (N)"), "N", self.ask_code)
        self.text = self._button(row, _("Antwoord typen (T)"), "T", self.ask_text)
        self.back = self._button(row, _("Toets terug (Ctrl+Z)"), "Ctrl+Z", self.take_back)
        return holder

    def _button(self, row: FlowLayout, words: str, key: str, do: Callable[[], object]) -> QPushButton:
        button = QPushButton(words)
        self._as_key(button, key)
        button.clicked.connect(lambda _on=False: self.desk.safely(do))
        row.addWidget(button)
        return button

    @staticmethod
    def _as_key(button: QPushButton, key: str) -> None:
        """A button for who has a mouse: the focus stays where the keys are heard."""
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setAccessibleDescription(_("Met het toetsenbord: {key}").format(key=key))

    # -- what is shown ---------------------------------------------------------------------------------------------

    def use(self, tally: Tally) -> None:
        """Count these forms."""
        self.tally = tally
        self._swallow = False
        self.close_words()
        self.tell()

    def tell(self) -> None:
        """Show where the counting is now."""
        tally = self.tally
        if not tally.questions:
            return
        question, at = tally.question, tally.at
        self.form.setText(_("Formulier {number}").format(number=tally.form))
        where = _("Vraag {place} van {count}").format(place=at + 1, count=len(tally.questions))
        self.where.setText(where)
        self.question.setText(question.text)
        options = tally.options(at)
        self._show_options(options)
        for widget in (self.code, self.text):
            widget.setVisible(question.open)
        self.next.setVisible(not question.one)
        self.back.setEnabled(bool(tally.keys))
        done = ngettext("Tot nu toe {count} formulier.", "Tot nu toe {count} formulieren.", tally.forms)
        self.sums.setText(done.format(count=written(tally.forms)))
        keys = ", ".join(f"{SIGNS[place]} {text}" for place, text in enumerate(options[: len(SIGNS)]))
        self.setAccessibleName(
            _("Formulier {number}. {where}: {question}").format(
                number=tally.form, where=where, question=question.text
            )
        )
        self.setAccessibleDescription(keys)

    def _show_options(self, options: list[str]) -> None:
        while len(self.buttons) < len(options):
            self._add_option(len(self.buttons))
        counts = self.tally.counts(self.tally.at)
        for place, button in enumerate(self.buttons):
            shown = place < len(options) and place < len(SIGNS)
            button.setVisible(shown)
            self.counts[place].setVisible(shown)
            if not shown:
                continue
            chosen = place in self.tally.chosen
            mark = "✓ " if chosen else ""
            text = _("{key}   {mark}{answer}").format(
                key=SIGNS[place].upper(), mark=mark, answer=options[place]
            )
            button.say(text)
            button.setCheckable(not self.tally.question.one)
            button.setChecked(chosen)
            self._as_key(button, SIGNS[place].upper())
            self.counts[place].setText(_("{count} keer").format(count=written(counts[place])))

    def _add_option(self, place: int) -> None:
        button = AnswerButton()
        button.clicked.connect(lambda _on=False: self.desk.safely(lambda: self.press(SIGNS[place])))
        count = QLabel()
        count.setProperty("role", "heading")
        count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(button, place, 0)
        self._grid.addWidget(count, place, 1)
        self.buttons.append(button)
        self.counts.append(count)

    def _say(self, text: str) -> None:
        self.hint.setText(text)
        self.hint.setVisible(bool(text))
        if text:
            announce(self, text)

    # -- keys ------------------------------------------------------------------------------------------------------

    def press(self, key: str) -> None:
        """Give a key to the counting, and say where it is then."""
        tally = self.tally
        if not tally.questions:
            return
        form, at, question = tally.form, tally.at, tally.question
        self._say("")
        if not tally.press(key):
            self.tell()
            self._say(self._no_meaning())
            return
        self._swallow = question.one and key != BLANK
        self.tell()
        self.setFocus()
        self.counted.emit()
        if tally.by_form and tally.form != form and tally.at == 0:
            announce(
                self,
                _("Formulier {number} is geteld. {next}").format(number=form, next=self.accessibleName()),
            )
        elif tally.at != at or not tally.by_form:
            announce(self, self.accessibleName())

    def _no_meaning(self) -> str:
        many = min(len(self.tally.options(self.tally.at)), len(SIGNS))
        if self.tally.text and not self.tally.chosen:
            return _("Kies ook een onderwerp, of maak er een met N.")
        if not many:
            return _("Druk 0 als er niets is ingevuld, of N voor een nieuw onderwerp.")
        return _("Druk {first} tot en met {last}, of 0 als er niets is ingevuld.").format(
            first=SIGNS[0], last=SIGNS[many - 1].upper()
        )

    def _enter(self) -> None:
        """Goes on; after a digit that went on by itself it means no more than that."""
        if self.tally.questions and self.tally.question.one:
            if not self._swallow:
                self._say(self._no_meaning())
            self._swallow = False
            return
        swallow, self._swallow = self._swallow, False
        if swallow and not self.tally.chosen:
            return
        self.press(NEXT)

    def take_back(self) -> None:
        """Take the last key back."""
        self._say("")
        self._swallow = False
        if not self.tally.undo():
            self._say(_("Er is geen toets meer om terug te nemen."))
            return
        self.tell()
        self.counted.emit()
        self.setFocus()
        announce(self, _("Toets teruggenomen. {where}").format(where=self.accessibleName()))

    def go_to(self, place: int) -> None:
        """Another question, where one counts question by question."""
        if place != self.tally.at and self.tally.press(f"{GO}{place}"):
            self._swallow = False
            self.tell()
            self.counted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, text = Qt.Key(event.key()), event.text().casefold()
        plain = is_sign(event)
        if event.matches(QKeySequence.StandardKey.Undo):
            self.desk.safely(self.take_back)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self.desk.safely(self._enter)
        elif plain and self._is_open and text == "n":
            self.ask_code()
        elif plain and self._is_open and text == "t":
            self.ask_text()
        elif plain and len(text) == 1 and (text == BLANK or text in SIGNS):
            self.desk.safely(lambda: self.press(text))
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if asks_undo(event) and not self.words.hasFocus():
            event.accept()
            return True
        return super().event(event)

    @property
    def _is_open(self) -> bool:
        return bool(self.tally.questions) and self.tally.question.open

    # -- answers in somebody's own words ---------------------------------------------------------------------------

    def ask_code(self) -> None:
        """Let somebody type a new subject for answers in own words."""
        self._ask(_("Nieuw onderwerp, in een paar woorden"), "", NEW)

    def ask_text(self) -> None:
        """Let somebody type what stands on the form."""
        self._ask(_("Wat staat er? Schrijf geen namen op."), self.tally.text, TEXT)

    def _ask(self, title: str, text: str, sign: str) -> None:
        def take(words: str) -> str:
            return f"{sign}{words}"

        self._take = take
        self.words_title.setText(title)
        self.words.setAccessibleName(title)
        self.words.setText(text)
        for widget in (self.words_title, self.words):
            widget.show()
        self.words.setFocus()

    def close_words(self) -> None:
        """Back to the keys."""
        had = self.words.hasFocus()
        for widget in (self.words_title, self.words):
            widget.hide()
        if had:
            self.setFocus()

    def _words_typed(self) -> None:
        text = self.words.text().strip()
        self.close_words()
        self.setFocus()
        if not text:
            return
        self.press(self._take(text))
        if found := raadpleging_tellen.privacy(self.desk.ctx, text):
            self._say(" ".join(found))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self.words or not isinstance(event, QKeyEvent):
            return False
        escape = event.key() == Qt.Key.Key_Escape
        if event.type() == QEvent.Type.ShortcutOverride and escape:
            event.accept()
            return True
        if event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.desk.safely(self._words_typed)
            return True
        if escape:
            self.close_words()
            return True
        return False
