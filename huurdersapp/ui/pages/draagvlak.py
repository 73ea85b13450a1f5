"""The doors of one building, as one stands before it: what each tenant answered, a key for each answer, and the count."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from huurdersapp.actions import renovatie_antwoord
from huurdersapp.actions.renovatie_antwoord import Done
from huurdersapp.actions.renovatie_stand import Deur
from huurdersapp.base import clock
from huurdersapp.base.errors import UserError
from huurdersapp.base.events import Changes
from huurdersapp.base.formats import day
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.draagvlak import ANSWERED, INSTEMMING
from huurdersapp.records.renovatie_tables import PEILING
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.draagvlak import steps
from huurdersapp.ui.draagvlak.board import LEAST_ROWS, Board
from huurdersapp.ui.draagvlak.chips import Chips
from huurdersapp.ui.draagvlak.details import Details
from huurdersapp.ui.draagvlak.doors import ANSWER_KEYS, SOUNDING_KEYS, Choice
from huurdersapp.ui.draagvlak.keys import Keys, StepForm
from huurdersapp.ui.draagvlak.reading import Read, read
from huurdersapp.ui.draagvlak.summary import Summary
from huurdersapp.ui.draagvlak.worries import Worries
from huurdersapp.ui.lists.record_parts import label
from huurdersapp.ui.page import Command, Page
from huurdersapp.ui.place import Place
from huurdersapp.ui.renovatie.going import HOME, PROJECT, UNIT
from huurdersapp.ui.renovatie.going import PAGE as LISTS

ASIDE = 330
"""Pixels at 100 % of the column beside the board."""
KEYS_SEEN = 84
"""Pixels at 100 % under the board for the first buttons, in one column."""
KINDS = {HOME, UNIT, PROJECT}
"""Kinds of record of which something stands on this screen."""


class BoardPage(Page):
    """The board of one bouwkundige eenheid (`Place.number`)."""

    help = "draagvlak"

    def __init__(self, desk: Desk, key: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, key, parent)
        self._number: int | None = None
        self._read: Read | None = None
        self._beside: bool | None = None
        self._small: StepForm | None = None
        self._below = 0
        self.summary, self.details, self.worries = Summary(desk), Details(desk), Worries(desk)
        self.keys, self.chips = Keys(desk), Chips()
        self.board = Board(desk.look)
        self.notice = label("", "warning")
        self.notice.hide()
        self.none = self._none()
        self.back = QPushButton(_("Naar het project"))
        self.back.clicked.connect(lambda: desk.safely(self.to_project))
        self._wire()
        self._build()
        desk.look.changed.connect(self._fit)

    def _wire(self) -> None:
        self.board.key_pressed.connect(lambda key: self.desk.safely(lambda: self.press(key)))
        self.board.open_wanted.connect(lambda: self.desk.safely(self.open_home))
        self.board.chosen_changed.connect(self._show_chosen)
        self.board.focused.connect(self._scroll_soon)
        self.keys.pressed.connect(lambda key: self.desk.safely(lambda: self._clicked(key)))
        self.chips.chosen.connect(self._chose)

    def _none(self) -> QWidget:
        """What stands there when the building has no homes yet."""
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(label(_("Dit gebouw heeft nog geen woningen. Maak die eerst bij de eenheid.")))
        self.to_unit = QPushButton(_("Naar de eenheid"))
        self.to_unit.clicked.connect(lambda: self.desk.safely(self._go_to_unit))
        column.addWidget(self.to_unit, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        holder.hide()
        return holder

    def _build(self) -> None:
        """Two columns that are filled by `_fit`: the board, and what stands beside it or below."""
        self.left, self.right = QWidget(), QWidget()
        self._left, self._right = QVBoxLayout(self.left), QVBoxLayout(self.right)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(16, 0, 8, 8)
        whole = QHBoxLayout()
        whole.setSpacing(12)
        self._whole.addLayout(whole, 1)
        self._feet = QWidget(), QWidget()  # what room is left goes there
        self.left_area, self.right_area = QScrollArea(), QScrollArea()
        for area, inside, column in (
            (self.left_area, self.left, self._left),
            (self.right_area, self.right, self._right),
        ):
            column.setContentsMargins(0, 0, 4, 0)
            column.setSpacing(8)
            area.setWidgetResizable(True)
            area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            area.setWidget(inside)
        whole.addWidget(self.left_area, 1)
        whole.addWidget(self.right_area)
        self._fit()

    # -- where everything stands -----------------------------------------------------------------------------------

    def _fit(self) -> None:
        window: Any = self.window()
        narrow = self.desk.look.zoom >= 130 or bool(getattr(window, "is_narrow", False))
        if self._beside is not (not narrow):
            self._beside = not narrow
            self._place()
        self.right_area.setFixedWidth(self.desk.look.px(ASIDE))
        self._fit_board()
        self._scroll_soon()

    def _place(self) -> None:
        """Beside each other where there is room, else below each other with the count on top."""
        small = (self._small,) if self._small is not None else ()
        verdict = self.summary.verdict
        beside = (self.summary, *small, self.keys, self.details, self.worries, self.back)
        board = (self.chips, self.none, self.board)
        for column in (self._left, self._right, self._whole):
            for widget in (verdict, self.notice, *board, *beside):
                column.removeWidget(widget)
        if self._beside:
            self._right.addWidget(verdict)
        else:
            self._whole.insertWidget(0, verdict)
        left = (self.notice, *board) if self._beside else (self.notice, self.summary, *board, *beside[1:])
        for widget in left:
            self._left.addWidget(widget, int(bool(self._beside) and widget is self.board))
        for widget in beside if self._beside else ():
            self._right.addWidget(widget)
        for column, foot in zip((self._left, self._right), self._feet, strict=True):
            column.removeWidget(foot)
            column.addWidget(foot, int(column is self._right or not self._beside))
        self.right_area.setVisible(bool(self._beside))

    def _fit_board(self) -> None:
        """Beside the rest the board takes the room there is; in one column it has all that is seen at once."""
        least = self.board.high(LEAST_ROWS - 1 if self._beside else LEAST_ROWS)
        room = self.left_area.viewport().height()
        if self._beside:
            self.board.setMinimumHeight(min(least, max(room, 1)))
            self.board.setMaximumHeight(16_777_215)
        else:
            wanted = self.board.high(self.board.board.rowCount())
            keys = self.desk.look.px(KEYS_SEEN)
            self._below = (
                keys if room - keys >= self.board.high(2) else 0
            )  # who has a mouse sees that there are keys
            room -= self._below
            self.board.setFixedHeight(max(self.board.high(1), min(wanted, room)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _scroll_soon(self) -> None:
        # What was shown has its place only after this; lines that wrap, a round later.
        QTimer.singleShot(0, self, lambda: QTimer.singleShot(0, self, self._board_in_sight))

    def _board_in_sight(self) -> None:
        """With large letters the squares may lie below what is seen, and there the keys are."""
        if self.board.hasFocus():
            top = self.board.mapTo(self.left, QPoint(0, 0)).y()
            # Of a table with the focus Qt's own ensureWidgetVisible shows one square.
            for at in (top + self.board.height() + self._below, top):
                self.left_area.ensureVisible(0, at, 0, 0)

    # -- what the frame asks ---------------------------------------------------------------------------------------

    def title(self) -> str:
        if self._read is None:
            return _("Draagvlak")
        return _("Draagvlak: {name}").format(name=self._read.stand.naam)

    def place(self) -> Place:
        return Place(self.key, self._number)

    def show_place(self, place: Place) -> None:
        if place.number is None:
            self.desk.go(Place(LISTS))
            return
        if place.number != self._number:
            self._number, self._read = place.number, None
            self._end_small()
            self.keys.reset()
            self.chips.choose(Choice())
            self.board.show_doors(())
            self.refresh()
        self.board.setFocus()
        self.commands_changed.emit()

    def commands(self) -> Mapping[Command, Callable[[], object]]:
        if self._read is None:
            return {}
        found: dict[Command, Callable[[], object]] = {"sluiten": self.close_or_leave}
        if self._small is not None:
            found["opslaan"] = self._small.save
        else:
            found["afdrukken"] = self.to_paper
        return found

    def changed(self, changes: Changes) -> None:
        """What was counted anywhere is counted here too."""
        if changes.origin is not self and self._number is not None and KINDS & changes.kinds():
            self.refresh()

    def refresh(self) -> None:
        """Read everything again beside the window."""
        ctx, number = self.desk.ctx, self._number
        assert number is not None
        self.desk.ask(self, "deuren", lambda: read(ctx, number), self._show)

    def _show(self, found: Read) -> None:
        if found.stand.nummer != self._number:
            return
        first = self._read is None
        self._read = found
        stand = found.stand
        closed = stand.afgesloten_op
        self.board.show_doors(found.doors)
        self.chips.show_doors(found.doors)
        self.summary.show_stand(stand)
        self.details.show_stand(stand, found.what_if)
        self.worries.show_stand(stand)
        self.keys.sounding.setVisible(stand.peiling is not None)
        self.keys.setVisible(closed is None and bool(found.doors))
        self.notice.setVisible(closed is not None)
        if closed is not None:
            text = _("Dit project is afgesloten op {day}. Hier kunt u alleen kijken.")
            self.notice.setText(text.format(day=day(closed)))
        self.none.setVisible(not found.doors)
        self.board.setVisible(bool(found.doors))
        self.chips.setVisible(bool(found.doors))
        self._fit_board()
        self._show_chosen()
        if first:
            self.commands_changed.emit()
            if not found.doors:
                self.to_unit.setFocus()
            else:
                self.board.setFocus()
                self._scroll_soon()

    def _show_chosen(self) -> None:
        self.keys.show_chosen([door.naam for door in self._chosen_doors()])

    def _chose(self, choice: Choice) -> None:
        self.board.choose(choice)

    # -- keys --------------------------------------------------------------------------------------------------------

    def _chosen_doors(self) -> list[Deur]:
        if self._read is None:
            return []
        known = {door.nummer: door for door in self._read.doors}
        return [known[number] for number in self.board.chosen() if number in known]

    def _asked(self) -> list[Deur]:
        """The doors that a key is for; raises UserError when there are none, or nothing may be written."""
        if self._read is not None and self._read.stand.afgesloten_op is not None:
            raise UserError(
                _("Dit project is afgesloten."), _("Open het bij het project weer, als u iets wilt wijzigen.")
            )
        doors = self._chosen_doors()
        if not doors:
            raise UserError(_("Kies eerst een deur."))
        return doors

    def _clicked(self, key: str) -> None:
        """A button does what its key does, and the keys stay with the board."""
        if key == "Enter":
            self.open_home()
            return
        self.board.setFocus()
        self.press(key)

    def press(self, key: str) -> None:
        """What a key on the board does."""
        if key in ANSWER_KEYS:
            self.answer(ANSWER_KEYS[key])
        elif key in SOUNDING_KEYS and self._read is not None and self._read.stand.peiling is not None:
            self.sound(SOUNDING_KEYS[key])
        elif key == "c":
            self.ask_contact()
        elif key == "f":
            self.ask_form()
        else:
            raise UserError(
                _("Deze toets doet hier niets."),
                _("Druk J, N, G, B of L. Met de pijlen gaat u naar een andere deur."),
            )

    def answer(self, answer: str) -> None:
        """Write this answer for the doors that are selected."""
        doors = self._asked()
        on, how = (self.keys.when(), self.keys.how()) if answer in ANSWERED else (None, None)
        done = renovatie_antwoord.answer(
            self.desk.ctx, [door.nummer for door in doors], answer, op=on, vorm=how, origin=self
        )
        since = (on or clock.today()) if answer in ANSWERED else None
        self._at_once(done, instemming=answer, instemming_op=since, versie=None, mondeling=how == "mondeling")
        self._tell(doors, done, str(INSTEMMING.label(answer)).lower())

    def sound(self, heard: str) -> None:
        """Write what we heard behind the doors that are selected."""
        doors = self._asked()
        done = renovatie_antwoord.sound(
            self.desk.ctx, [door.nummer for door in doors], heard, self.keys.when(), origin=self
        )
        self._at_once(done, peiling=heard)
        self._tell(doors, done, _("peiling: {word}").format(word=str(PEILING.label(heard)).lower()))

    def _at_once(self, done: Done, **values: Any) -> None:
        """Show what was just written; everything else of the doors, and the count, follows when it is read."""
        if not done.changed or self._read is None:
            return
        written_now = set(done.numbers)
        doors = tuple(
            replace(door, **values) if door.nummer in written_now else door for door in self._read.doors
        )
        self._read = replace(self._read, doors=doors)
        self.board.show_doors(doors)
        self.refresh()  # now, so that an answer of before is not shown any more

    def _tell(self, doors: Sequence[Deur], done: Done, what: str) -> None:
        """Say what was written, with a way back."""
        if done.changed:
            self.desk.say_done(steps.told(doors, done, what), done.warnings)
        else:
            self.desk.say(done.sentence(), tone="let_op")

    def open_home(self) -> None:
        """The record of the home where somebody is."""
        doors = self._chosen_doors()
        if (here := self.board.here()) is not None and doors:
            self.desk.go(Place(LISTS, here, kind=HOME))

    # -- small forms -------------------------------------------------------------------------------------------------

    def ask_contact(self) -> None:
        """That somebody was in touch: how, and how it went."""
        self._open_small(steps.contact(self.desk, self._asked(), self._tell))

    def ask_form(self) -> None:
        """The number of the form of one answer."""
        self._open_small(steps.form_number(self.desk, self._asked(), self._tell))

    def _open_small(self, form: StepForm) -> None:
        self._end_small()
        self._small = form
        form.left.connect(self._back_to_board)
        column = self._right if self._beside else self._left
        column.insertWidget(column.indexOf(self.keys), form)
        form.show()
        form.begin()
        self.commands_changed.emit()

    def _back_to_board(self) -> None:
        self.board.setFocus()
        self._end_small()

    def _end_small(self) -> None:
        if self._small is not None:
            small, self._small = self._small, None
            small.hide()
            small.deleteLater()
            self.commands_changed.emit()

    # -- ways out ------------------------------------------------------------------------------------------------------

    def close_or_leave(self) -> None:
        """Esc closes the small form first, and then goes to the project."""
        if self._small is not None:
            self._back_to_board()
        else:
            self.to_project()

    def to_project(self) -> None:
        """The project of this building."""
        if self._read is not None:
            self.desk.go(Place(LISTS, self._read.stand.project_nummer, kind=PROJECT))

    def to_paper(self) -> None:
        """The telblad of this building."""
        self.desk.go(Place("renovatie_papier", self._number, kind="telblad"))

    def _go_to_unit(self) -> None:
        self.desk.go(Place(LISTS, self._number, kind=UNIT))


PAGE = BoardPage
