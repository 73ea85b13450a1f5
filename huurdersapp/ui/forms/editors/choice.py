"""Editors for choices: a tick, a row of buttons, or a list that opens."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QPushButton, QWidget

from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.base import Choice, Choices
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.editors.base import Editor
from huurdersapp.ui.forms.flow import FlowLayout

FEW = 4
"""So many choices fit in a row of buttons."""
SHORT = 32
"""Signs on a row of buttons that fits in half the width of a form."""


class TickEditor(Editor):
    """Yes or no."""

    labelled = True

    def __init__(self, desk: Desk, words: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.box = QCheckBox(words)
        self.box.clicked.connect(lambda _on: self.edited.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.box)
        row.addStretch(1)

    def value(self) -> Any:
        return self.box.isChecked()

    def set_value(self, value: Any) -> None:
        self.box.setChecked(bool(value))

    def first_focus(self) -> QWidget:
        return self.box


class ButtonsEditor(Editor):
    """A few choices as buttons beside each other. The digits choose too, and so do the arrows; what may stay open is
    let go of by choosing it again, or with Backspace."""

    def __init__(
        self, desk: Desk, choices: Sequence[tuple[Any, str]], *, open_: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, parent)
        self._open = open_
        self._value: Any = None
        self.wide = sum(len(words) for _key, words in choices) > SHORT
        row = FlowLayout(self)
        self.buttons: dict[Any, QPushButton] = {}
        for place, (key, words) in enumerate(choices, 1):
            button = QPushButton(words)
            button.setCheckable(True)
            button.setProperty("role", "chip")
            button.setToolTip(_("Toets {digit}").format(digit=place))
            button.clicked.connect(lambda _on=False, key=key: self._choose(key, again=True))
            button.installEventFilter(self)
            row.addWidget(button)
            self.buttons[key] = button
        self._show()

    def _choose(self, key: Any, *, again: bool = False) -> None:
        self._value = None if again and self._open and key == self._value else key
        self._show()
        self.edited.emit()

    def _show(self) -> None:
        for key, button in self.buttons.items():
            button.setChecked(key == self._value)
            # Tab comes to one button of the row: the chosen one, else the first.
            button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.first_focus().setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def value(self) -> Any:
        return self._value

    def set_value(self, value: Any) -> None:
        self._value = value if value in self.buttons else None
        self._show()

    def inputs(self) -> list[QWidget]:
        return list(self.buttons.values())

    def name_it(self, name: str) -> None:
        for button in self.buttons.values():
            button.setAccessibleName(f"{name}: {button.text()}")

    def first_focus(self) -> QWidget:
        return self.buttons.get(self._value) or next(iter(self.buttons.values()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not (isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress):
            return super().eventFilter(watched, event)
        keys, key = list(self.buttons), Qt.Key(event.key())
        at = next((place for place, button in enumerate(self.buttons.values()) if button is watched), 0)
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}.get(key, 0)
        digit = int(event.text()) if event.text().isdecimal() and len(event.text()) == 1 else 0
        if step:
            self._take(keys[(at + step) % len(keys)])
        elif 1 <= digit <= len(keys):
            self._take(keys[digit - 1])
        elif key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete) and self._open:
            self._take(None)
        else:
            return super().eventFilter(watched, event)
        return True

    def _take(self, key: Any) -> None:
        self._choose(key)
        self.first_focus().setFocus()


class Combo(QComboBox):
    """A list to choose from; the wheel scrolls the form and not the choice, unless the list is open."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class ListEditor(Editor):
    """One of many: typing letters goes to the choice that begins with them."""

    def __init__(
        self, desk: Desk, choices: Iterable[Choice], *, empty: str | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, parent)
        self.combo = Combo()
        self.combo.setMaxVisibleItems(14)
        self.combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.combo.setMinimumContentsLength(12)
        self._empty, self._choices = empty, tuple(choices)
        self._setting = False
        self._fill(self._choices)
        self.combo.currentIndexChanged.connect(self._changed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.combo)

    def _changed(self) -> None:
        if not self._setting:
            self.edited.emit()

    def _fill(self, choices: Iterable[Choice]) -> None:
        self._setting = True
        self.combo.clear()
        if self._empty is not None:
            self.combo.addItem(self._empty, None)
        for choice in choices:
            self.combo.addItem(str(choice.label), choice.key)
        self.combo.setCurrentIndex(0 if self._empty is not None else -1)
        self._setting = False

    def value(self) -> Any:
        return self.combo.currentData()

    def set_value(self, value: Any) -> None:
        self._setting = True
        place = self.combo.findData(value) if value is not None else -1
        if value is not None and place < 0:
            self.combo.addItem(str(value), value)
            place = self.combo.count() - 1
        self.combo.setCurrentIndex(place if place >= 0 or self._empty is None else 0)
        self._setting = False

    def first_focus(self) -> QWidget:
        return self.combo


class SubChoiceEditor(ListEditor):
    """A choice that depends on another field: only what belongs to its value is offered; all while that is empty."""

    def __init__(self, desk: Desk, choices: Choices, *, parent: QWidget | None = None) -> None:
        super().__init__(desk, choices.items, empty=_("(geen)"), parent=parent)
        self._items = choices.items

    def follow(self, parent_value: Any) -> None:
        """The other field has this value now."""
        kept = self.value()
        fits = [item for item in self._items if parent_value in (None, item.parent)]
        self._fill(fits)
        if any(item.key == kept for item in fits):
            self.set_value(kept)
        elif kept is not None:
            self.edited.emit()


def choice_editor(desk: Desk, choices: Choices, *, empty: bool, by_itself: bool = False) -> Editor:
    """Buttons for a few choices, a list for more. `empty`: it may stay open; `by_itself`: the program fills it then."""
    if any(item.parent for item in choices.items):
        return SubChoiceEditor(desk, choices)
    if by_itself:
        return ListEditor(desk, choices.items, empty=_("Volgt vanzelf"))
    labels = [str(item.label) for item in choices.items]
    if len(labels) <= FEW and sum(map(len, labels)) <= 60:
        return ButtonsEditor(desk, [(item.key, str(item.label)) for item in choices.items], open_=empty)
    return ListEditor(desk, choices.items, empty=_("(geen)") if empty else None)
