"""What the coach did, in the quick entry: tick boxes with a digit each, the ones that are used most first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QGridLayout, QPushButton, QVBoxLayout, QWidget

from huurdersapp.actions.energie import Measure
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.editors.base import Editor
from huurdersapp.ui.frame.message_bar import announce

FIRST = 9
"""So many measures have a digit."""
MOST_COLUMNS = 3
PLACED = "geplaatst_coach"
SPACE = 12
_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}


class MeasureTicks(Editor):
    """A line for each measure that is ticked: placed by the coach, done. Digits tick from anywhere in the list, 0 shows
    the measures without a digit; the arrows walk, Space ticks. For Tab it is one stop.

    Lines of another kind (only spoken of, say) stay as they are: the form with all questions shows them.
    """

    wide = True

    def __init__(self, desk: Desk, measures: Sequence[Measure], parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._lines: dict[Any, dict[str, Any]] = {}
        self._at: QAbstractButton | None = None
        self.boxes: dict[int, QCheckBox] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._holder = QWidget()
        self._grid = QGridLayout(self._holder)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SPACE)
        self._grid.setVerticalSpacing(0)
        self._columns = 0
        for place, measure in enumerate(measures, 1):
            text = f"{place} {measure.name}" if place <= FIRST else measure.name
            box = QCheckBox(text.replace("&", "&&"), self._holder)
            box.setToolTip(measure.warning or measure.saves)
            box.setAccessibleDescription(measure.warning or "")
            box.clicked.connect(lambda on, number=measure.number: self._tick(number, on))
            box.installEventFilter(self)
            box.setVisible(place <= FIRST)
            self.boxes[measure.number] = box
        self.more = QPushButton()
        self.more.setProperty("role", "link")
        self.more.clicked.connect(self._unfold)
        self.more.installEventFilter(self)
        rest = len(measures) - FIRST
        words = ngettext("0 Nog {count} maatregel…", "0 Nog {count} maatregelen…", rest)
        self.more.setText(words.format(count=rest))
        self.more.setParent(self._holder)
        self.more.setVisible(rest > 0)
        column.addWidget(self._holder)
        desk.look.changed.connect(self._lay)
        self._hold(self._first())

    # -- places --------------------------------------------------------------------------------------------------

    def _buttons(self) -> list[QAbstractButton]:
        every: list[QAbstractButton] = [*self.boxes.values(), self.more]
        return [button for button in every if not button.isHidden()]

    def _first(self) -> QAbstractButton:
        return next((box for box in self.boxes.values() if not box.isHidden()), self.more)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay()

    def _lay(self, *, anew: bool = False) -> None:
        buttons = self._buttons()
        widest = max((button.sizeHint().width() for button in buttons), default=1) + SPACE
        columns = max(1, min(MOST_COLUMNS, (self.width() + SPACE) // widest))
        if columns == self._columns and not anew:
            return
        self._columns = columns
        for button in (*self.boxes.values(), self.more):
            self._grid.removeWidget(button)
        for at, button in enumerate(buttons):
            self._grid.addWidget(button, at // columns, at % columns)
        for column in range(MOST_COLUMNS):
            self._grid.setColumnStretch(column, int(column < columns))

    def _unfold(self) -> None:
        had_focus = self.more.hasFocus()
        hidden = [box for box in self.boxes.values() if box.isHidden()]
        for box in hidden:
            box.show()
        if hidden and had_focus:
            self._go(hidden[0])
        self.more.hide()
        self._hold(self._at if self._at is not None and not self._at.isHidden() else self._first())
        self._lay(anew=True)

    # -- one stop for Tab ----------------------------------------------------------------------------------------

    def _hold(self, button: QAbstractButton) -> None:
        """Let Tab come to this one alone."""
        self._at = button
        for each in (*self.boxes.values(), self.more):
            each.setFocusPolicy(Qt.FocusPolicy.StrongFocus if each is button else Qt.FocusPolicy.ClickFocus)

    def _go(self, button: QAbstractButton) -> None:
        self._hold(button)
        button.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QAbstractButton):
            self._hold(watched)
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and self._key(watched, event)
        ):
            return True
        return super().eventFilter(watched, event)

    def _key(self, watched: QObject, event: QKeyEvent) -> bool:
        buttons = self._buttons()
        step = _STEPS.get(Qt.Key(event.key()), 0)
        if step and event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier):
            at = next((place for place, button in enumerate(buttons) if button is watched), 0)
            self._go(buttons[(at + step) % len(buttons)])
            return True
        text = event.text()
        if len(text) != 1 or not text.isdecimal():
            return False
        numbers = list(self.boxes)
        if text == "0" and not self.more.isHidden():
            self.more.setFocus()
            self._unfold()
        elif 1 <= int(text) <= min(FIRST, len(numbers)):
            box = self.boxes[numbers[int(text) - 1]]
            box.click()
            self._go(box)
            words = _("{name}: aan") if box.isChecked() else _("{name}: uit")
            announce(self, words.format(name=box.text()))
        return True

    # -- values --------------------------------------------------------------------------------------------------

    def _tick(self, number: int, on: bool) -> None:
        if on:
            self._lines[number] = {"maatregel": number, "hoe_ver": PLACED, "stand": "gedaan"}
        else:
            self._lines.pop(number, None)
        self.edited.emit()

    def value(self) -> Any:
        return [dict(line) for line in self._lines.values()]

    def set_value(self, value: Any) -> None:
        self._lines = {line.get("maatregel"): dict(line) for line in value or []}
        if any(number in self._lines and box.isHidden() for number, box in self.boxes.items()):
            self._unfold()
        for number, box in self.boxes.items():
            box.setChecked(number in self._lines)
        if not self._lines:
            # The next visit begins at the first again, not where the last one ended.
            self._hold(self._first())

    def inputs(self) -> list[QWidget]:
        return list(self.boxes.values()) or [self.more]

    def name_it(self, name: str) -> None:
        for box in self.boxes.values():
            box.setAccessibleName(f"{name} {box.text()}")
        self.more.setAccessibleName(f"{name} {self.more.text()}")

    def first_focus(self) -> QWidget:
        return self._at or self._first()
