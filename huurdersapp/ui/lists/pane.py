"""The list itself: its table, what it says when it is empty, and the line under it that counts."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from huurdersapp.actions.listed import Listed
from huurdersapp.actions.rows import Line, Totals
from huurdersapp.base.formats import number as written
from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.frame.read_only import off
from huurdersapp.ui.lists import words
from huurdersapp.ui.lists.filter_bar import COMPACT_FROM
from huurdersapp.ui.lists.model import RecordsModel
from huurdersapp.ui.lists.table import RecordsTable

FOLLOWS = 80
"""Milliseconds that the detail waits for who walks through the list with the arrow keys."""


class ListPane(QWidget):
    """One list (`show_list`) with its states.

    `followed` carries the number of the record that somebody stopped at (None: none), `opened` the one that was
    opened with Enter or a double click; `new_wanted` and `clear_wanted` come from the buttons of an empty list.
    """

    followed = Signal(object)
    opened = Signal(int)
    new_wanted = Signal()
    many_wanted = Signal()
    clear_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.shows_sums = True
        """Whether sums stand under the list; a screen that tells them itself sets it to False."""
        self.model = RecordsModel(desk, self)
        self.table = RecordsTable(self.model, desk.look)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(self._empty_card())
        self.status = QLabel()
        self.status.setProperty("role", "muted")
        self.status.setWordWrap(True)
        self.new_button = QPushButton()
        self.new_button.setProperty("role", "main")
        self.new_button.clicked.connect(self.new_wanted)
        off(desk, self.new_button)
        below = self._below = QHBoxLayout()
        self.many_button = QPushButton()
        self.many_button.clicked.connect(self.many_wanted)
        self.many_button.hide()
        off(desk, self.many_button)
        below.addWidget(self.status, 1)
        below.addWidget(self.many_button)
        below.addWidget(self.new_button)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack, 1)
        column.addLayout(below)
        self._said = ""
        self.adds_up = True
        """Whether the line under the list adds numbers up; a page that has its own totals needs only how many there are."""
        self._filtered = False
        self._marks: tuple[dict[str, int], str | None] = ({}, None)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.timeout.connect(lambda: self.followed.emit(self.number()))
        self.table.current_moved.connect(self._moved)
        self.table.opened.connect(self._open)
        self.table.chosen_changed.connect(self._offer_many)
        self.model.measured.connect(self._measured)

    def put_below(self, button: QPushButton) -> None:
        """Put a button in the line under the list."""
        self._below.insertWidget(1, button)

    def put_under(self, widget: QWidget) -> None:
        """Put something under all of it."""
        self._column.addWidget(widget)

    def _empty_card(self) -> QWidget:
        card = QFrame()
        card.setProperty("role", "card")
        self.empty_title, self.empty_text = QLabel(), QLabel()
        self.empty_title.setProperty("role", "heading")
        self.empty_button = QPushButton()
        self.empty_button.setProperty("role", "main")
        self.empty_button.clicked.connect(
            lambda: self.clear_wanted.emit() if self._filtered else self.new_wanted.emit()
        )
        column = QVBoxLayout(card)
        column.setContentsMargins(24, 24, 24, 24)
        column.addStretch(1)
        for label in (self.empty_title, self.empty_text):
            label.setWordWrap(True)
            column.addWidget(label)
        column.addWidget(self.empty_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(2)
        area = QScrollArea()  # with large letters there may be less room than the words need
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(card)
        return area

    # -- what is shown -------------------------------------------------------------------------------------------

    def show_list(self, listed: Listed, first: list[Line] | None = None, *, filtered: bool) -> None:
        """Show another list from its beginning (`first` when that was read already); raises what reading raises."""
        self._filtered, self._marks = filtered, ({}, None)
        self.table.unselect()
        self.model.open(listed, first)
        spec = listed.spec
        self.table.setAccessibleName(str(spec.plural or spec.label))
        self.new_button.setText(words.new_label(spec))
        self.new_button.setAccessibleName(words.new_label(spec))
        self.new_button.setToolTip(_("{label} (Ctrl+N)").format(label=words.new_label(spec)))
        self.table.fit_columns()
        self.table.scrollToTop()
        self._tell_state()

    def refresh(self) -> None:
        """Read again what is shown; who is somewhere in the list stays there."""
        if self.model.listed is not None:
            marks = self.table.marks()
            top = self.model.key(self.table.rowAt(0)) if self.table.rowAt(0) >= 0 else None
            self._marks = (marks, top)
            self.model.refresh(tuple(marks))

    def _measured(self, places: Mapping[str, int]) -> None:
        marks, top = self._marks
        self._marks = ({}, None)
        if marks:
            self.table.put_back(marks, places, top)
        self._tell_state()
        listed = self.model.listed
        if listed is not None and self.adds_up and self.model.rowCount() and _has_numbers(listed):
            self.desk.ask(self, "optellen", listed.totals, lambda found: self._tell_totals(listed, found))

    def say_totals(self, text: str) -> None:
        """What a screen with totals of its own says under the list in the place of how many there are ("": that)."""
        self._said = text
        self._tell_state()

    def _tell_state(self) -> None:
        listed, count = self.model.listed, self.model.count
        if listed is None:
            return
        counted = _("telt…") if count is None else words.how_many(listed.spec, count)
        self.status.setText(self._said or counted)
        if self.model.rowCount():
            self.stack.setCurrentIndex(0)
            self.new_button.show()
            return
        self.empty_title.setText(
            _("Niets gevonden.")
            if self._filtered
            else _("Er zijn nog geen {records}.").format(records=words.plural(listed.spec))
        )
        self.empty_text.setText(
            _("Kijk of u het anders hebt geschreven, of wis het filter.")
            if self._filtered
            else words.why(listed.spec)
        )
        self.empty_button.setText(_("Filter wissen") if self._filtered else words.new_label(listed.spec))
        self.empty_button.setVisible(self._filtered or self.desk.ctx.store.read_only is None)
        self.stack.setCurrentIndex(1)
        self.new_button.setVisible(self._filtered)

    def _tell_totals(self, listed: Listed, totals: Totals) -> None:
        if listed is not self.model.listed:
            return
        sums = [
            _("{label}: {value} {unit}").format(label=each.label, value=written(each.value), unit=each.unit)
            for each in totals.sums
            # With large letters they would take the room of the list.
            if self.shows_sums and each.filled and self.desk.look.zoom < COMPACT_FROM
        ]
        self.status.setText("  ·  ".join([words.how_many(listed.spec, totals.count), *sums]))

    def _offer_many(self) -> None:
        """What can be done with several of them at once."""
        count = self.chosen_count()
        self.many_button.setVisible(count > 1)
        if count > 1:
            self.many_button.setText(_("Met {count} tegelijk…").format(count=written(count)))

    # -- which record --------------------------------------------------------------------------------------------

    def _moved(self) -> None:
        """The detail follows a moment later, at once while it shows nothing: keys do something with it then."""
        self._wait.start(0 if self.table.begins else FOLLOWS)

    def arrive(self) -> None:
        """Somebody does something with the record at which they are: the detail need not wait any longer."""
        if self._wait.isActive():
            self._wait.stop()
            self.followed.emit(self.number())

    def number(self) -> int | None:
        """The record at which somebody is."""
        return self.model.number(self.table.row()) if self.table.row() >= 0 else None

    def chosen_count(self) -> int:
        """How many records are selected."""
        return self.table.chosen_count()

    def chosen(self, at_most: int | None = None) -> list[int]:
        """The numbers of the selected records, of the first so many."""
        found = (self.model.number(row) for row in self.table.chosen(at_most))
        return [number for number in found if number is not None]

    def go_to(self, number: int) -> None:
        """Select a record where it stands in the list, without opening it; nothing when it is not in the list."""
        listed = self.model.listed
        if listed is None or self.number() == number:
            return
        key = listed.key_of(number)
        if (row := self.model.row_of(key, max(self.table.row(), 0))) is not None:
            self._select(row)
            return
        self.table.unselect()
        self._marks = ({}, None)

        def found(row: int | None) -> None:
            if listed is self.model.listed and row is not None and self.table.row() < 0:
                self._select(row)

        self.desk.ask(self, "zoeken", lambda: listed.place_of(key), found)

    def _select(self, row: int) -> None:
        self.table.blockSignals(True)
        self.table.go_to(row)
        self.table.blockSignals(False)
        # The detail stays as it is, but what can be done with several goes with the selection.
        self.table.chosen_changed.emit()

    def _open(self) -> None:
        self._wait.stop()
        if (number := self.number()) is not None:
            self.opened.emit(number)


def _has_numbers(listed: Listed) -> bool:
    """Whether there may be something to add up; counting alone the model does itself."""
    return any(item.kind == "getal" and item.note.unit for item in listed.spec.fields.values())
