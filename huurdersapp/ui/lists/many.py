"""What can be done with several records that are selected in a list: give a field another value, or make one of two."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from huurdersapp.actions import dubbelen, samen_wijzigen
from huurdersapp.actions.plain import Plain
from huurdersapp.base import clock
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.settings import AUTHOR
from huurdersapp.records.knelpunt_status import NEEDS
from huurdersapp.records.spec import RecordSpec
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.field_set import FieldSet
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.forms.layouts import Group
from huurdersapp.ui.frame.message_bar import announce
from huurdersapp.ui.lists import words
from huurdersapp.ui.place import Place


class Task(Protocol):
    """A small job that stands in the place of the detail until it is done or left."""

    def begin(self) -> None:
        """Put the focus where the work begins."""


class TaskArea(QScrollArea):
    """Holds a task, which may be higher than the window."""

    def __init__(self, card: QWidget) -> None:
        super().__init__()
        self.card = card
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 6, 6)
        column.addWidget(card)
        column.addStretch(1)
        self.setWidget(inside)


class ManyCard(QFrame):
    """One field for all that is selected. `done` when it was changed, `left` with [Annuleren]."""

    done = Signal()
    left = Signal()

    def __init__(self, desk: Desk, spec: RecordSpec, numbers: Sequence[int]) -> None:
        super().__init__()
        self.desk, self.spec, self.numbers = desk, spec, tuple(numbers)
        self.fields: FieldSet | None = None
        self.setProperty("role", "card")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 10, 12, 10)
        title = QLabel(_("{records} tegelijk").format(records=words.how_many(spec, len(self.numbers))))
        title.setProperty("role", "heading")
        title.setWordWrap(True)
        self._column.addWidget(title)
        self._column.addWidget(self._choose_field())
        self._place = QVBoxLayout()
        self._column.addLayout(self._place)
        self.fault = QLabel()
        self.fault.setProperty("role", "fault")
        self.fault.setWordWrap(True)
        self.fault.hide()
        self._column.addWidget(self.fault)
        self._column.addWidget(self._buttons())
        self.field.currentIndexChanged.connect(lambda _at: desk.safely(self._show_field))
        self._show_field()

    def _choose_field(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        label = QLabel(_("Wat wilt u veranderen?"))
        label.setProperty("role", "label")
        self.field = QComboBox()
        label.setBuddy(self.field)
        self.field.setAccessibleName(label.text())
        for item in samen_wijzigen.choices_of(self.spec):
            self.field.addItem(item.label, item.key)
        at = max(self.field.findData("status"), 0)
        self.field.setCurrentIndex(at)
        column.addWidget(label)
        column.addWidget(self.field)
        return holder

    def _buttons(self) -> QWidget:
        holder = QWidget()
        row = FlowLayout(holder)
        self.change_button = QPushButton(
            _("Wijzig {records}").format(records=words.how_many(self.spec, len(self.numbers)))
        )
        self.change_button.setProperty("role", "main")
        self.change_button.clicked.connect(lambda: self.desk.safely(self.change))
        row.addWidget(self.change_button)
        if len(self.numbers) == 2 and self.spec.key in dubbelen.WAYS:
            self.merge_button = QPushButton(_("Van deze twee één maken…"))
            self.merge_button.clicked.connect(lambda: self.desk.safely(self._merge))
            row.addWidget(self.merge_button)
        cancel = QPushButton(_("Annuleren"))
        cancel.clicked.connect(self.left)
        row.addWidget(cancel)
        return holder

    def begin(self) -> None:
        """The focus to the field that is chosen."""
        self.field.setFocus()

    # -- the field ---------------------------------------------------------------------------------------------------

    @property
    def _is_step(self) -> bool:
        """A status of a knelpunt is a step, with a day and what that step asks."""
        return self.spec.key == "knelpunt" and self.field.currentData() == "status"

    def _show_field(self) -> None:
        if (old := self.fields) is not None:
            self._place.removeWidget(old)
            old.hide()
            old.deleteLater()
        key = str(self.field.currentData())
        if self._is_step:
            group, spec = Group(None, ("status", "datum")), self.spec.part["stappen"].spec
        else:
            group, spec = Group(None, (key,)), self.spec
        self.fields = FieldSet(self.desk, spec, [group])
        if self._is_step:
            self.fields.set_plain({"datum": clock.today().isoformat()})
            self.fields.edited.connect(lambda edited: self.desk.safely(lambda: self._ask_more(edited)))
        self._place.addWidget(self.fields)

    def _ask_more(self, edited: str) -> None:
        """What the chosen step asks besides its day."""
        fields = self.fields
        if edited != "status" or fields is None:
            return
        step = fields.value("status")
        keys = tuple(dict.fromkeys(("status", "datum", *NEEDS.get(step, ()), "toelichting")))
        typed = {key: fields.value(key) for key in fields.boxes}
        fresh = FieldSet(self.desk, fields.spec, [Group(None, keys)])
        fresh.set_plain({key: value for key, value in typed.items() if isinstance(value, str | int)})
        fresh.edited.connect(lambda again: self.desk.safely(lambda: self._ask_more(again)))
        self._place.replaceWidget(fields, fresh)
        fields.hide()
        fields.deleteLater()
        self.fields = fresh
        fresh.boxes["status"].editor.first_focus().setFocus()

    # -- doing it ----------------------------------------------------------------------------------------------------

    def change(self) -> bool:
        """Change all of them in one step; whether it went."""
        fields = self.fields
        assert fields is not None
        faults = fields.faults(list(fields.boxes))
        if self._is_step and not faults and not fields.value("status"):
            self._tell(_("Kies eerst de stap."))
            return False
        fields.set_faults(faults)
        if faults:
            self._tell(" ".join(fault.text for fault in faults))
            return False
        given = {key: fields.value(key) for key in fields.boxes}
        found = samen_wijzigen.change_many(self.desk.ctx, self.spec, self.numbers, self._values(given))
        if not found.numbers:
            self._tell(found.sentence())
            return False
        self.desk.say(found.sentence(), undo=True, tone="let_op" if found.refused else "goed")
        self.done.emit()
        return True

    def _values(self, given: Mapping[str, Any]) -> Mapping[str, Any] | Callable[[Plain], Mapping[str, Any]]:
        if not self._is_step:
            return given
        line = {key: value for key, value in given.items() if value is not None}
        if author := self.desk.ctx.settings.get(AUTHOR):
            line["door"] = author
        return lambda record: {"stappen": [*record["stappen"], line]}

    def _tell(self, text: str) -> None:
        self.fault.setText(text)
        self.fault.show()
        announce(self, text, urgent=True)

    def _merge(self) -> None:
        one, other = self.numbers
        self.desk.go(Place("samenvoegen", kind=self.spec.key, values={"een": one, "ander": other}))
