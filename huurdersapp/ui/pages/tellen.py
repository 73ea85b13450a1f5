"""Counting the paper forms of a raadpleging: full width, large letters, kept after every key, saved as one step."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from textwrap import shorten
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from huurdersapp.actions import raadpleging_tellen, records
from huurdersapp.actions.raadpleging_tellen import Tally
from huurdersapp.base.errors import UserError
from huurdersapp.base.events import Changes
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.concept_keeper import ConceptKeeper
from huurdersapp.ui.forms.editors.choice import Combo
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.forms.save_bar import SaveBar, offer_back
from huurdersapp.ui.frame.message_bar import announce
from huurdersapp.ui.page import Command, Page
from huurdersapp.ui.place import Place
from huurdersapp.ui.raadpleging.count_board import CountBoard
from huurdersapp.ui.raadpleging.work import counting

DIGITS = "0123456789"
LONGEST = 32
"""Signs of a name above the screen."""


class CountPage(Page):
    """One raadpleging (`Place.number`); goes on where the counting was left."""

    help = "raadplegingen"

    def __init__(self, desk: Desk, key: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, key, parent)
        self._number: int | None = None
        self._record: dict[str, Any] = {}
        self.keeper = ConceptKeeper(desk, self._content, self)
        self.board = CountBoard(desk)
        self.board.counted.connect(self._counted)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 16, 8)
        column.setSpacing(8)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        self._inside = QVBoxLayout(inside)
        self._inside.setContentsMargins(0, 0, 6, 0)
        self._inside.addWidget(self._choices())
        self._inside.addWidget(self.board, 1)
        area.setWidget(inside)
        column.addWidget(area, 1)
        column.addWidget(self._asking())
        column.addWidget(self._ways())

    # -- building --------------------------------------------------------------------------------------------------

    def _choices(self) -> QWidget:
        holder = QWidget()
        row = FlowLayout(holder)
        self.channel, self.manner, self.question = Combo(), Combo(), Combo()
        self.manner.addItem(_("Formulier voor formulier"), True)
        self.manner.addItem(_("Vraag voor vraag"), False)
        titles = (_("Hoe kwam het papier binnen?"), _("Hoe telt u?"), _("Welke vraag?"))
        self._titles: list[QLabel] = []
        for title, box in zip(titles, (self.channel, self.manner, self.question), strict=True):
            words = QLabel(title)
            words.setBuddy(box)
            box.setAccessibleName(title)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(18)
            self._titles.append(words)
            row.addWidget(words)
            row.addWidget(box)
        self.channel.activated.connect(self._chose)
        self.manner.activated.connect(lambda: self.desk.safely(self._other_manner))
        self.question.activated.connect(self._other_question)
        for box in (self.channel, self.manner, self.question):
            box.installEventFilter(self)
        return holder

    def _asking(self) -> QWidget:
        self.asking = QFrame()
        self.asking.setProperty("role", "card")
        column = QVBoxLayout(self.asking)
        self.asked = QLabel()
        self.asked.setWordWrap(True)
        column.addWidget(self.asked)
        holder = QWidget()
        row = FlowLayout(holder)
        self.sure, self.unsure = QPushButton(), QPushButton(_("Verder tellen"))
        self.sure.setProperty("role", "main")
        self.sure.clicked.connect(lambda: self.desk.safely(self._be_sure))
        self.unsure.clicked.connect(self._go_on)
        row.addWidget(self.sure)
        row.addWidget(self.unsure)
        column.addWidget(holder)
        self.asking.hide()
        return self.asking

    def _ways(self) -> SaveBar:
        ways = (
            (_("Klaar (Ctrl+S)"), self.finish),
            (_("Later verder"), self.to_record),
            (_("Niet opslaan"), self.drop),
        )
        self.save_bar = SaveBar(self.desk, self.keeper, ways)
        self.done, self.later, self.drop_button = self.save_bar.buttons
        return self.save_bar

    # -- what the frame asks ---------------------------------------------------------------------------------------

    def title(self) -> str:
        name = shorten(self._record.get("titel") or "", LONGEST, placeholder=" …")
        return _("Tellen: {name}").format(name=name) if name else _("Formulieren tellen")

    def place(self) -> Place:
        return Place(self.key, self._number)

    def show_place(self, place: Place) -> None:
        if place.number is None:
            self.desk.go(Place("raadpleging"))
            return
        if place.number != self._number or not self.keeper.waiting:
            self._open(place.number)
        self.board.setFocus()
        self.commands_changed.emit()

    def _open(self, number: int) -> None:
        spec = self.desk.ctx.spec("raadpleging")
        self._record = records.show(self.desk.ctx, spec, number)
        questions = raadpleging_tellen.asked(self._record)
        if not questions:
            self._number = None
            raise UserError(
                _("Er zijn nog geen vragen met antwoorden om te tellen."), _("Maak eerst de vragen.")
            )
        self._number = number
        self.asking.hide()
        self.save_bar.kept.clear()
        self.channel.clear()
        for key, words in raadpleging_tellen.channels(self._record):
            self.channel.addItem(words, key)
        kept = counting(self.desk.ctx, number)
        tally, channel = Tally(questions), self.channel.itemData(0)
        if kept is not None:
            tally, channel = raadpleging_tellen.restored(kept.gegevens)
        self.keeper.begin("raadpleging", number, kept)
        self.channel.setCurrentIndex(max(0, self.channel.findData(channel)))
        self._use(tally)

    def _use(self, tally: Tally) -> None:
        self.manner.setCurrentIndex(0 if tally.by_form else 1)
        self.question.clear()
        for place, question in enumerate(tally.questions, 1):
            self.question.addItem(_("{place}. {question}").format(place=place, question=question.text))
        self.question.setCurrentIndex(tally.at)
        for widget in (self.question, self._titles[2]):
            widget.setVisible(not tally.by_form)
        self.board.use(tally)

    def commands(self) -> Mapping[Command, Callable[[], object]]:
        if self._number is None:
            return {}
        return {"opslaan": self.finish, "sluiten": self.to_record}

    def leave(self) -> bool:
        return self.keeper.flush()

    def changed(self, changes: Changes) -> None:
        """The name may be another; the counting goes on with the questions with which it began."""
        if self._number is not None and "raadpleging" in changes.kinds() and not self.board.tally.keys:
            number = self._number
            self.desk.safely(lambda: self._open(number))

    # -- counting --------------------------------------------------------------------------------------------------

    def _content(self) -> tuple[str, dict[str, Any]]:
        title = _("{name} (tellen)").format(name=self._record.get("titel") or _("Raadpleging"))
        return title, self.board.tally.kept(self.channel.currentData())

    def _counted(self) -> None:
        self.asking.hide()
        self.question.setCurrentIndex(self.board.tally.at)
        self.keeper.typed()

    def _chose(self) -> None:
        if self.board.tally.keys:
            self.keeper.typed()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A digit is meant for the counting, also where the focus is still on a choice above it."""
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and len(event.text()) == 1
            and event.text() in DIGITS
        ):
            self.board.setFocus()
            self.board.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    def _other_manner(self) -> None:
        tally, by_form = self.board.tally, bool(self.manner.currentData())
        if tally.keys:
            self.manner.setCurrentIndex(0 if tally.by_form else 1)
            if by_form != tally.by_form:
                raise UserError(
                    _("U bent al begonnen met tellen. Op deze manier gaat u verder."),
                    _("Kies ‘Klaar’, en begin daarna op de andere manier."),
                )
            return
        self._use(Tally(tally.questions, by_form=by_form))

    def _other_question(self, place: int) -> None:
        self.board.go_to(place)

    # -- ending ----------------------------------------------------------------------------------------------------

    def finish(self) -> None:
        """Save what was counted; a form that is not finished is asked about first."""
        tally = self.board.tally
        if tally.unfinished and tally.keys:
            words = _("Formulier {number} is nog niet af. Telt de rest als niet ingevuld?")
            self._ask(words.format(number=tally.form), _("Ja, niet ingevuld"))
        elif tally.uneven():
            told = "; ".join(
                _("vraag {place}: {count}").format(place=place, count=len(done))
                for place, done in enumerate(tally.done, 1)
            )
            words = _("Niet elke vraag is van evenveel formulieren geteld ({told}). Klopt dat?")
            self._ask(words.format(told=told), _("Ja, opslaan"))
        else:
            self._save()

    def _ask(self, text: str, sure: str) -> None:
        self.asked.setText(text)
        self.sure.setText(sure)
        self.asking.show()
        announce(self, text, urgent=True)
        self.sure.setFocus()

    def _be_sure(self) -> None:
        if self.board.tally.unfinished:
            self.board.tally.fill()
            self.board.tell()
            self.keeper.typed()
        self.asking.hide()
        self._save()

    def _go_on(self) -> None:
        self.asking.hide()
        self.board.setFocus()

    def _save(self) -> None:
        number, tally = self._number, self.board.tally
        assert number is not None
        done = raadpleging_tellen.save(self.desk.ctx, number, tally, self.channel.currentData(), origin=self)
        self.keeper.drop()
        self._forget()
        self.desk.go(Place("raadpleging", number))
        text = ngettext(
            "Tellen vastgelegd: {count} formulier.", "Tellen vastgelegd: {count} formulieren.", tally.forms
        ).format(count=tally.forms)
        self.desk.say_done(text, done.labelled)

    def to_record(self) -> None:
        """Back to the raadpleging; what was counted stays, and one can go on later."""
        self.desk.go(Place("raadpleging", self._number))

    def drop(self) -> None:
        """Throw the counting away; it can be brought back."""
        if self.board.tally.keys:
            self.keeper.keep()
        gone, number = self.keeper.drop(), self._number
        self._forget()
        self.desk.go(Place("raadpleging", number))
        offer_back(self.desk, gone)

    def _forget(self) -> None:
        self.board.use(Tally(self.board.tally.questions))


PAGE = CountPage
