"""The answers of a question: a line each, by keyboard; ready-made sets; and a warning where people were counted already."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from huurdersapp.base.formats import number as written
from huurdersapp.base.i18n import LazyText, lazy
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.draft import Fault
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.editors.base import Editor, restyle
from huurdersapp.ui.forms.editors.choice import Combo
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.frame.message_bar import announce


class Ready(NamedTuple):
    """A set of answers that is often used. The answers themselves are Dutch: they are printed."""

    label: LazyText
    answers: tuple[str, ...]


READY = (
    Ready(lazy("Ja, nee"), ("Ja", "Nee")),
    Ready(lazy("Ja, nee, weet niet"), ("Ja", "Nee", "Weet niet")),
    Ready(
        lazy("Eens tot oneens (5)"),
        ("Helemaal eens", "Eens", "Niet eens, niet oneens", "Oneens", "Helemaal oneens"),
    ),
    Ready(lazy("Cijfer van 1 tot 10"), tuple(str(mark) for mark in range(1, 11))),
    Ready(
        lazy("Tevreden tot ontevreden (5)"),
        ("Heel tevreden", "Tevreden", "Niet tevreden, niet ontevreden", "Ontevreden", "Heel ontevreden"),
    ),
)


class Row(QWidget):
    """One answer; what is known of it beside its text (its key, its count) stays as it is."""

    def __init__(self, plain: Mapping[str, Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plain = dict(plain)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self.number = QLabel()
        self.number.setProperty("role", "muted")
        self.line = QLineEdit(self.plain.get("tekst") or "")
        self.count = QLabel()
        self.count.setProperty("role", "muted")
        for widget in (self.number, self.line, self.count):
            row.addWidget(widget)
        row.setStretch(1, 1)
        if (count := self.plain.get("aantal")) is not None:
            self.count.setText(_("{count} keer").format(count=written(count)))
        self.count.setVisible(count is not None)

    def value(self) -> dict[str, Any]:
        """The answer as it stands there."""
        return {**self.plain, "tekst": self.line.text().strip() or None}


class AnswersEditor(Editor):
    """Enter makes the next answer, Alt with an arrow moves one, the buttons do the same for the answer where one was."""

    wide = True

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.rows: list[Row] = []
        self._at = 0
        self._before: list[dict[str, Any]] | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.ready = Combo()
        self.ready.setAccessibleName(_("Vaste antwoorden"))
        self.ready.addItem(_("Kies vaste antwoorden…"))
        for each in READY:
            self.ready.addItem(str(each.label))
        self.ready.activated.connect(self._use_ready)
        column.addWidget(self.ready, 0, Qt.AlignmentFlag.AlignLeft)
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        column.addLayout(self._list)
        self.warning = QLabel(
            _("Deze vraag is al geteld. Na een ander antwoord klopt het aantal misschien niet meer.")
        )
        self.warning.setProperty("role", "warning")
        self.warning.setWordWrap(True)
        self.warning.hide()
        column.addWidget(self.warning)
        column.addWidget(self._buttons())

    def _buttons(self) -> QWidget:
        holder = QWidget()
        flow = FlowLayout(holder)
        self.add = QPushButton(_("+ Antwoord"))
        self.add.clicked.connect(lambda: self._insert(len(self.rows)))
        self.up, self.down = QPushButton(_("Omhoog")), QPushButton(_("Omlaag"))
        self.up.setToolTip(_("Alt+pijl omhoog"))
        self.down.setToolTip(_("Alt+pijl omlaag"))
        self.up.clicked.connect(lambda: self.move_by(-1))
        self.down.clicked.connect(lambda: self.move_by(1))
        self.remove = QPushButton(_("Antwoord weghalen"))
        self.remove.clicked.connect(self.take_away)
        self.back = QPushButton(_("Terugzetten"))
        self.back.clicked.connect(self._put_back)
        self.back.hide()
        for button in (self.add, self.up, self.down, self.remove, self.back):
            flow.addWidget(button)
        return holder

    # -- the lines -------------------------------------------------------------------------------------------------

    def _make(self, plain: Mapping[str, Any], at: int) -> Row:
        row = Row(plain)
        row.line.textEdited.connect(self._typed)
        row.line.installEventFilter(self)
        self.rows.insert(at, row)
        self._list.insertWidget(at, row)
        return row

    def _insert(self, at: int) -> None:
        row = self._make({}, at)
        self._renumber()
        row.show()
        row.line.setFocus()
        self._changed()

    def _renumber(self) -> None:
        for place, row in enumerate(self.rows, 1):
            row.number.setText(f"{place}.")
            row.line.setAccessibleName(_("Antwoord {place}").format(place=place))
        many = len(self.rows)
        self._at = max(0, min(self._at, many - 1))
        self.up.setEnabled(self._at > 0)
        self.down.setEnabled(self._at < many - 1)
        self.remove.setEnabled(many > 0)
        for button in (self.up, self.down, self.remove):
            button.setAccessibleName(_("Antwoord {place}: {do}").format(place=self._at + 1, do=button.text()))

    def _typed(self) -> None:
        self._changed()

    def _changed(self) -> None:
        if any(row.plain.get("aantal") is not None for row in self.rows) and self.warning.isHidden():
            self.warning.show()
            announce(self, self.warning.text(), urgent=True)
        self.edited.emit()

    def move_by(self, step: int) -> None:
        """Put the answer where somebody is one place up or down; the focus goes along."""
        to = self._at + step
        if not (0 <= to < len(self.rows)):
            return
        row = self.rows.pop(self._at)
        self.rows.insert(to, row)
        self._list.removeWidget(row)
        self._list.insertWidget(to, row)
        self._at = to
        self._renumber()
        row.line.setFocus()
        announce(self, _("Nu antwoord {place} van {count}").format(place=to + 1, count=len(self.rows)))
        self.edited.emit()

    def take_away(self) -> None:
        """Take away the answer where somebody is; it can be put back."""
        if not self.rows:
            return
        self._remember()
        self._drop(self.rows[self._at])
        self._renumber()
        self.back.show()
        (self.rows[self._at].line if self.rows else self.add).setFocus()
        self._changed()

    def _drop(self, row: Row) -> None:
        self.rows.remove(row)
        self._list.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _remember(self) -> None:
        self._before = [row.value() for row in self.rows]

    def _put_back(self) -> None:
        if self._before is not None:
            self._fill(self._before)
            self._before = None
            self.back.hide()
            (self.rows[self._at].line if self.rows else self.add).setFocus()
            self._changed()

    def _use_ready(self, chosen: int) -> None:
        self.ready.setCurrentIndex(0)
        if chosen:
            self.use(READY[chosen - 1].answers)

    def use(self, answers: Sequence[str]) -> None:
        """Have these answers in place of the ones that stand there, which can be put back."""
        if self.rows:
            self._remember()
            self.back.show()
        counted = any(row.plain.get("aantal") is not None for row in self.rows)
        self._fill([{"tekst": text} for text in answers])
        self.warning.setVisible(counted)
        self.edited.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        row = next((row for row in self.rows if row.line is watched), None)
        if row is None:
            return False
        if event.type() == QEvent.Type.FocusIn:
            self._at = self.rows.index(row)
            self._renumber()
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        key, alt = Qt.Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.move_by(-1 if key == Qt.Key.Key_Up else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & _COMMAND:
            if self._at + 1 < len(self.rows):
                self.rows[self._at + 1].line.setFocus()
            elif row.line.text().strip():
                self._insert(len(self.rows))
        else:
            return False
        return True

    # -- what an editor does ---------------------------------------------------------------------------------------

    def _fill(self, answers: Sequence[Mapping[str, Any]]) -> None:
        for row in list(self.rows):
            self._drop(row)
        for at, plain in enumerate(answers):
            self._make(plain, at)
        self._at = 0
        self._renumber()

    def value(self) -> Any:
        found = [row.value() for row in self.rows]
        return [plain for plain in found if plain["tekst"] or plain.get("id") or plain.get("aantal")]

    def typed(self) -> Any:
        return [row.value() for row in self.rows]

    def set_value(self, value: Any) -> None:
        self._before = None
        self.back.hide()
        self.warning.hide()
        self._fill([dict(plain) for plain in value or []])

    def set_faults(self, faults: list[Fault]) -> None:
        for at, row in enumerate(self.rows):
            own = [fault for fault in faults if fault.place[:1] == (at,)]
            row.line.setProperty("fault", any(not fault.warning for fault in own))
            row.line.setAccessibleDescription(" ".join(fault.text for fault in own))
            row.line.setToolTip(" ".join(fault.text for fault in own))
            restyle(row.line)

    def show_place(self, place: tuple[str | int, ...]) -> QWidget:
        at = place[0] if place else None
        return self.rows[at].line if isinstance(at, int) and at < len(self.rows) else self.first_focus()

    def inputs(self) -> list[QWidget]:
        return [row.line for row in self.rows]

    def name_it(self, name: str) -> None:
        self.setAccessibleName(name)
        self.add.setAccessibleName(_("{field}: {do}").format(field=name, do=self.add.text()))

    def first_focus(self) -> QWidget:
        return self.rows[0].line if self.rows else self.add


_COMMAND = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
