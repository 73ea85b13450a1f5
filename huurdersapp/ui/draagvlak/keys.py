"""What is done with the doors that are selected: a button for each key, with the day and the way of the answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QPushButton, QVBoxLayout, QWidget

from huurdersapp.base import clock
from huurdersapp.base.errors import UserError
from huurdersapp.base.formats import number as written
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.records.draft import Fault
from huurdersapp.records.renovatie_tables import PEILING, VORMEN
from huurdersapp.records.spec import RecordSpec
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.draagvlak.doors import ANSWER_KEYS, SHORT, SOUNDING_KEYS
from huurdersapp.ui.forms.editors.choice import Combo
from huurdersapp.ui.forms.editors.day import DayEditor
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.forms.form_card import FormCard
from huurdersapp.ui.lists.record_parts import label


class Keys(QWidget):
    """`pressed` with the key whose button was pressed; the board hears the same keys."""

    pressed = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.about = label("", "label")
        column.addWidget(self.about)
        self.buttons: dict[str, QPushButton] = {}
        row = self._row(column)
        for key, answer in ANSWER_KEYS.items():
            self._button(row, str(SHORT[answer]), key)
        self._button(row, _("Contact…"), "c")
        self._button(row, _("Formulier…"), "f")
        self._button(row, _("Openen"), "Enter")
        self.sounding = QWidget()
        inside = QVBoxLayout(self.sounding)
        inside.setContentsMargins(0, 4, 0, 0)
        inside.setSpacing(4)
        inside.addWidget(label(_("Eigen peiling, telt niet mee"), "label"))
        row = self._row(inside)
        for key, heard in SOUNDING_KEYS.items():
            self._button(row, str(PEILING.label(heard)), key)
        column.addWidget(self.sounding)
        column.addWidget(self._when(desk))

    def _row(self, column: QVBoxLayout) -> FlowLayout:
        holder = QWidget()
        column.addWidget(holder)
        return FlowLayout(holder)

    def _button(self, row: FlowLayout, words: str, key: str) -> None:
        """A button for who has a mouse: the focus stays where the keys are heard."""
        shown = key.upper() if len(key) == 1 else key
        button = QPushButton(_("{words} ({key})").format(words=words, key=shown))
        button.setProperty("role", "tab")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setAccessibleDescription(_("Met het toetsenbord: {key}").format(key=shown))
        button.clicked.connect(lambda _on=False: self.pressed.emit(key))
        row.addWidget(button)
        self.buttons[key] = button

    def _when(self, desk: Desk) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        when, how = label(_("Antwoorden van"), "label"), label(_("Hoe"), "label")
        self.day = DayEditor(desk)
        self.day.name_it(when.text())
        when.setBuddy(self.day.first_focus())
        self.form: QComboBox = Combo()
        self.form.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.form.setMinimumContentsLength(12)
        self.form.addItem(_("Niet ingevuld"), None)
        for choice in VORMEN.items:
            self.form.addItem(str(choice.label), choice.key)
        self.form.setAccessibleName(how.text())
        how.setBuddy(self.form)
        for widget in (when, self.day, how, self.form):
            column.addWidget(widget)
        self.reset()
        return holder

    # -- what is shown and asked -----------------------------------------------------------------------------------

    def reset(self) -> None:
        """Answers of today, in no known way."""
        self.day.set_value(clock.today().isoformat())
        self.form.setCurrentIndex(0)

    def show_chosen(self, names: Sequence[str]) -> None:
        """Say for which doors the keys are."""
        if not names:
            self.about.setText(_("Kies een deur."))
        elif len(names) == 1:
            self.about.setText(_("{home}:").format(home=names[0]))
        else:
            words = ngettext("{count} deur gekozen:", "{count} deuren gekozen:", len(names))
            self.about.setText(words.format(count=written(len(names))))

    def when(self) -> date | None:
        """The day of the answers; None for today, so that an answer that stood there keeps its own day.

        Raises UserError for what cannot be read as a day, with the focus there.
        """
        value = self.day.value()
        if isinstance(value, Fault) or value is None:
            self.day.first_focus().setFocus()
            raise UserError(
                value.text if isinstance(value, Fault) else _("Vul in van welke dag de antwoorden zijn.")
            )
        found = date.fromisoformat(value)
        return found if found != clock.today() else None

    def how(self) -> str | None:
        """The way of the answers, if one was chosen."""
        found = self.form.currentData()
        return str(found) if found is not None else None


class StepForm(FormCard):
    """A few fields for the doors that are selected now. It keeps no concept: later nothing would say for which doors."""

    def __init__(
        self,
        desk: Desk,
        spec: RecordSpec,
        keys: Sequence[str],
        title: str,
        values: Mapping[str, Any],
        do: Callable[[dict[str, Any]], object],
    ) -> None:
        super().__init__(desk, spec, keys, title, values)
        self._do, self._keys = do, list(keys)

    def begin(self) -> None:
        """The focus to the first field, with the form in sight."""
        self.come_to(self._keys[0])
        self.come_in_sight()

    def save(self) -> bool:
        """Save; what is wrong stands at its field, or is told."""
        if faults := self.fields.faults(self._keys):
            self.fields.set_faults(faults)
            self.come_to(str(faults[0].place[0]))
            return False
        self._do({key: self.fields.value(key) for key in self._keys})
        self.left.emit()
        return True
