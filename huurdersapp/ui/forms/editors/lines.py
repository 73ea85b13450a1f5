"""An editor for lists inside a record: lines with fields of their own, which may hold lists in their turn.

A line that nobody works on is told in one sentence, so that a long list stays readable and opens at once.
"""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import shorten
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from huurdersapp.actions import finding
from huurdersapp.base import markup
from huurdersapp.base.formats import day as written
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.draft import Fault
from huurdersapp.records.spec import PartSpec, RecordSpec
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.editors.base import Editor, restyle
from huurdersapp.ui.forms.field_set import FieldSet
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.forms.layouts import Group
from huurdersapp.ui.frame.message_bar import announce
from huurdersapp.ui.icons import icon

SMALL = 3
"""A line of so many fields is always open."""
ONE_COLUMN_FROM, NARROW = 130, 420
"""Per cent, and pixels at 100 %: with larger letters, and in less room, fields stand under each other."""
LONGEST = 160
"""Signs of a line that is told in one sentence."""


def is_small(spec: RecordSpec) -> bool:
    """Whether a line of this kind is no more than some short fields beside each other."""
    return len(spec.fields) <= SMALL and not spec.parts and not any(f.note.long for f in spec.fields.values())


def summary(desk: Desk, spec: RecordSpec, plain: dict[str, Any]) -> str:
    """A line in one sentence."""
    return shorten(" · ".join(_told(desk, spec, plain)), LONGEST, placeholder=" …") or _("(nog leeg)")


def _told(desk: Desk, spec: RecordSpec, plain: dict[str, Any]) -> Iterator[str]:
    for key, item in spec.fields.items():
        value = plain.get(key)
        if value in (None, "", False) or isinstance(value, dict):
            continue
        if item.note.ref:
            yield (
                finding.called(desk.ctx, item.note.ref, [value]).get(value, "")
                if isinstance(value, int)
                else str(value)
            )
        elif item.choices:
            yield item.choices.label(value)
        elif value is True:
            yield item.label
        elif item.kind == "datum" and len(str(value)) == 10:
            yield written_day(str(value))
        else:
            text = " ".join((markup.words(value) if item.note.long else str(value)).split())
            yield f"{item.label} {text}" if item.kind in ("getal", "bedrag") else text
    for part in spec.parts:
        if count := len(plain.get(part.key) or []):
            yield f"{part.label}: {count}"


def written_day(value: str) -> str:
    """A day as lists show it; what is no day stays as it was typed."""
    from datetime import date

    try:
        return written(date.fromisoformat(value))
    except ValueError:
        return value


class Line(QFrame):
    """One line: its sentence or its fields, and what can be done with it."""

    edited = Signal()
    moved = Signal(int)
    removed = Signal()

    def __init__(
        self, desk: Desk, part: PartSpec, plain: dict[str, Any], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.desk, self.spec = desk, part.spec
        self.plain = plain
        self.typed_only: dict[str, Any] = {}
        self.fields: FieldSet | None = None
        self._touched: set[str] = set()
        self._small = is_small(part.spec)
        self.setProperty("role", "card")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 6, 12, 6)
        head = self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        told = QWidget()
        words = QVBoxLayout(told)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(0)
        self.title, self.told = QLabel(), QLabel()
        self.title.setProperty("role", "label")
        self.told.setWordWrap(True)
        self.told.setMinimumWidth(1)
        for label in (self.title, self.told):
            words.addWidget(label)
        head.addWidget(told, 1)
        # Only ever hidden here: what is shown before it has its place is a window of its own for a moment.
        if self._small:
            told.hide()
        self.buttons = QWidget()
        row = FlowLayout(self.buttons, 0)
        self.edit_button = self._button(row, _("Wijzigen"), "wijzigen", self._toggle)
        self.up = self._button(row, _("Omhoog"), "omhoog", lambda: self.moved.emit(-1))
        self.down = self._button(row, _("Omlaag"), "omlaag", lambda: self.moved.emit(1))
        self.remove = self._button(row, _("Verwijderen"), "prullenbak", self.removed.emit)
        self.edit_button.setHidden(self._small)
        head.addWidget(self.buttons, 2 if self._small else 1)
        self._column.addLayout(head)
        self.show_as(self._small)

    def _button(self, row: FlowLayout, words: str, picture: str, do: Any) -> QPushButton:
        button = QPushButton(words)
        button.setProperty("role", "link")
        button.setIcon(icon(picture, self.desk.look))
        button.clicked.connect(lambda _on=False: do())
        row.addWidget(button)
        return button

    def name_it(self, number: int, count: int) -> None:
        """Its place in the list, told and for its buttons."""
        name = _("{kind} {number}").format(kind=self.spec.label, number=number)
        self.title.setText(name)
        for button in (self.edit_button, self.up, self.down, self.remove):
            button.setAccessibleName(f"{name}: {button.text()}")
        for button in (self.up, self.down):
            button.setVisible(count > 1)
        self.up.setEnabled(number > 1)
        self.down.setEnabled(number < count)

    def _toggle(self) -> None:
        self.show_as(self.told.isVisibleTo(self))
        if self.fields is not None and not self.fields.isHidden():
            next(iter(self.fields.boxes.values())).editor.first_focus().setFocus()

    def show_as(self, opened: bool) -> None:
        """Show the fields, or the line in one sentence."""
        if opened:
            self._make()
        if self.fields is not None:
            self.fields.setVisible(opened)
        self.told.setVisible(not opened)
        if not opened:
            self.told.setText(summary(self.desk, self.spec, self._shown()))
        self.edit_button.setText(_("Klaar") if opened else _("Wijzigen"))

    def _make(self) -> None:
        if self.fields is not None:
            return
        keys = (*self.spec.fields, *self.spec.part)
        self.fields = FieldSet(self.desk, self.spec, [Group(None, keys)])
        self.fields.set_plain(self.plain)
        self.fields.edited.connect(self._edited)
        self._fit()
        self.set_typed(self.typed_only)
        if self._small:
            # Short as it is, all of it stands in one row; its buttons say to a screen reader which line it is.
            self._head.insertWidget(0, self.fields, 3)
        else:
            self._column.addWidget(self.fields)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self.fields is None:
            return
        look = self.desk.look
        narrow = look.zoom >= ONE_COLUMN_FROM or self.width() < look.px(NARROW)
        self.fields.set_columns(1 if narrow else 2)
        if self._small:
            direction = QBoxLayout.Direction
            self._head.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)

    def set_typed(self, typed: dict[str, Any]) -> None:
        """Show what `typed` gave of the fields in which something was typed."""
        self.typed_only = typed
        if self.fields is not None:
            for key, value in typed.items():
                self.fields.boxes[key].editor.set_typed(value)
            self._touched |= set(typed)

    def _edited(self, key: str) -> None:
        self._touched.add(key)
        self.fields.boxes[key].show_faults([]) if self.fields else None
        self.edited.emit()

    def _shown(self) -> dict[str, Any]:
        shown = {**self.plain, **self.value()}
        return {key: value for key, value in shown.items() if not isinstance(value, Fault)}

    def value(self) -> dict[str, Any]:
        """The line as plain values; what cannot be read is left as it was."""
        value = dict(self.plain)
        if self.fields is not None:
            for key in self._touched:
                found = self.fields.value(key)
                value[key] = self.plain.get(key) if isinstance(found, Fault) else found
        return value

    def typed(self) -> dict[str, Any]:
        """The line with what was typed in it as it stands there."""
        boxes = self.fields.boxes if self.fields is not None else {}
        return {
            "regel": self.plain,
            "getypt": {key: boxes[key].editor.typed() for key in self._touched if key in boxes}
            or self.typed_only,
        }

    def faults(self) -> list[Fault]:
        """What cannot be read in it."""
        return self.fields.faults(self._touched) if self.fields is not None else []

    def set_faults(self, faults: list[Fault]) -> None:
        """Show what is wrong; a line with faults opens."""
        if faults:
            self.show_as(True)
        if self.fields is not None:
            self.fields.set_faults(faults)
        whole = " ".join(fault.text for fault in faults if not fault.place)
        self.title.setToolTip(whole)
        self.setAccessibleDescription(whole)

    def place(self, place: tuple[str | int, ...]) -> QWidget:
        """Open it at what a fault points at."""
        self.show_as(True)
        box = self.fields.box(str(place[0])) if self.fields is not None and place else None
        if box is not None:
            return box.editor.show_place(place[1:])
        assert self.fields is not None
        return next(iter(self.fields.boxes.values())).editor.first_focus()


class LinesEditor(Editor):
    """The lines of a part, each with [Omhoog], [Omlaag] and [Verwijderen]; what was taken away can be put back."""

    wide = True

    def __init__(self, desk: Desk, part: PartSpec, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.part = part
        self.lines: list[Line] = []
        self._gone: tuple[int, Line] | None = None
        self._name = str(part.label)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._list = QVBoxLayout()
        self._list.setSpacing(6)
        self._column.addLayout(self._list)
        self.back = QFrame()
        row = QHBoxLayout(self.back)
        row.setContentsMargins(0, 0, 0, 0)
        self._back_text = QLabel()
        self.back_button = QPushButton(_("Terugzetten"))
        self.back_button.setProperty("role", "link")
        self.back_button.clicked.connect(self._put_back)
        row.addWidget(self._back_text)
        row.addWidget(self.back_button)
        row.addStretch(1)
        self.back.hide()
        self._column.addWidget(self.back)
        below = QHBoxLayout()
        self.add = QPushButton(_("+ {kind} toevoegen").format(kind=part.spec.label))
        self.add.clicked.connect(self.add_line)
        below.addWidget(self.add)
        below.addStretch(1)
        self._column.addLayout(below)
        self.set_fault_label()

    def set_fault_label(self) -> None:
        """A line under the list for what is wrong with a line as a whole."""
        self.whole = QLabel()
        self.whole.setProperty("role", "fault")
        self.whole.setWordWrap(True)
        self.whole.hide()
        self._column.addWidget(self.whole)

    def add_line(self) -> Line:
        """A new line at the end, open, with the focus in it."""
        line = self._line({}, len(self.lines))
        line.show_as(True)
        line.show()
        self._renumber()
        self.edited.emit()
        assert line.fields is not None
        next(iter(line.fields.boxes.values())).editor.first_focus().setFocus()
        return line

    def _line(self, plain: dict[str, Any], at: int) -> Line:
        line = Line(self.desk, self.part, plain)
        line.edited.connect(self.edited)
        line.moved.connect(lambda step: self._move(line, step))
        line.removed.connect(lambda: self._remove(line))
        self.lines.insert(at, line)
        self._list.insertWidget(at, line)
        return line

    def _renumber(self) -> None:
        for number, line in enumerate(self.lines, 1):
            line.name_it(number, len(self.lines))

    def _move(self, line: Line, step: int) -> None:
        at = self.lines.index(line)
        self.lines.insert(at + step, self.lines.pop(at))
        self._list.removeWidget(line)
        self._list.insertWidget(at + step, line)
        self._renumber()
        button = line.up if step < 0 else line.down
        (button if button.isEnabled() else line.down if step < 0 else line.up).setFocus()
        announce(self, _("Nu {name} van {count}").format(name=line.title.text(), count=len(self.lines)))
        self.edited.emit()

    def _remove(self, line: Line) -> None:
        at = self.lines.index(line)
        self._forget()
        self._gone = (at, line)
        self.back_button.show()
        self.back.show()
        text = _("{name} is weggehaald.").format(name=line.title.text())
        self._back_text.setText(text)
        self.back_button.setFocus()
        self.lines.remove(line)
        self._list.removeWidget(line)
        line.hide()
        self._renumber()
        announce(self, text)
        self.edited.emit()

    def _put_back(self) -> None:
        if self._gone is None:
            return
        at, line = self._gone
        self._gone = None
        at = min(at, len(self.lines))
        self.lines.insert(at, line)
        self._list.insertWidget(at, line)
        line.show()
        line.remove.setFocus()
        self.back.hide()
        self._renumber()
        self.edited.emit()

    def _forget(self) -> None:
        if self._gone is not None:
            self._gone[1].deleteLater()
            self._gone = None
        self.back.hide()

    def value(self) -> Any:
        return [line.value() for line in self.lines]

    def faults(self) -> list[Fault]:
        return [fault.at(at) for at, line in enumerate(self.lines) for fault in line.faults()]

    def set_value(self, value: Any) -> None:
        self._clear()
        for at, plain in enumerate(value or []):
            self._line(dict(plain), at)
        self._renumber()

    def _clear(self) -> None:
        self._forget()
        for line in self.lines:
            self._list.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = []

    def typed(self) -> Any:
        return [line.typed() for line in self.lines]

    def set_typed(self, typed: Any) -> None:
        self._clear()
        for at, kept in enumerate(typed or []):
            line = self._line(dict(kept["regel"]), at)
            line.set_typed(dict(kept["getypt"]))
            if kept["getypt"] or not kept["regel"]:
                line.show_as(True)
        self._renumber()

    def set_faults(self, faults: list[Fault]) -> None:
        for at, line in enumerate(self.lines):
            line.set_faults([Fault(f.text, f.place[1:], f.warning) for f in faults if f.place[:1] == (at,)])
        whole = [
            _("{name}: {fault}").format(name=line.title.text(), fault=fault.text)
            for at, line in enumerate(self.lines)
            for fault in faults
            if fault.place == (at,)
        ]
        self.whole.setText("\n".join(whole))
        self.whole.setVisible(bool(whole))
        restyle(self.whole)

    def show_place(self, place: tuple[str | int, ...]) -> QWidget:
        at = place[0] if place else None
        if isinstance(at, int) and at < len(self.lines):
            return self.lines[at].place(place[1:])
        return self.add

    def inputs(self) -> list[QWidget]:
        return [self.add]

    def name_it(self, name: str) -> None:
        self._name = name
        self.setAccessibleName(name)
        self.add.setAccessibleName(f"{name}: {self.add.text()}")

    def first_focus(self) -> QWidget:
        return self.add
