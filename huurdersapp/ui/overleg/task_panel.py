"""An actiepunt or toezegging: how it stands, and what one does with it. Open it is a task, finished a note."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from huurdersapp.actions import actiepunten, records
from huurdersapp.base import clock
from huurdersapp.base.i18n import LazyText, lazy
from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.forms.quick_form import QuickForm
from huurdersapp.ui.forms.small_forms import SmallForm, SmallForms
from huurdersapp.ui.lists.record_parts import card, label, long_text

FORMS: Mapping[str, LazyText] = {
    "gedaan": lazy("Gedaan…"),
    "nagekomen": lazy("Nagekomen…"),
    "uitstellen": lazy("Uitstellen…"),
    "vervalt": lazy("Vervalt…"),
}
TITLES: Mapping[str, LazyText] = {
    "gedaan": lazy("Wanneer is het gedaan, en wat kwam eruit?"),
    "nagekomen": lazy("Wanneer is de toezegging nagekomen, en wat kwam eruit?"),
    "uitstellen": lazy("Wat is de nieuwe laatste dag?"),
    "vervalt": lazy("Wanneer verviel het, en waarom?"),
}
KEYS: Mapping[str, tuple[str, ...]] = {
    "gedaan": ("gedaan_op", "uitkomst"),
    "nagekomen": ("gedaan_op", "uitkomst"),
    "uitstellen": ("uiterlijk",),
    "vervalt": ("vervallen_op", "uitkomst"),
}


class TaskPanel(SmallForms):
    """`form_changed` when a small form opened or closed."""

    form_changed = Signal()

    def __init__(
        self, desk: Desk, record: Mapping[str, Any], name: str, *, theirs: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, actiepunten.KIND, int(record["nummer"]), name, parent)
        self.record, self._theirs = record, theirs
        self._column.setContentsMargins(16, 12, 16, 12)
        self._column.setSpacing(8)
        stand = actiepunten.stand(record)
        kind = _("Toezegging") if theirs else _("Actiepunt")
        if not stand.open:
            kind = _("Notitie")
        self._column.addWidget(label(kind, "muted"))
        self._column.addWidget(label(stand.words, "warning" if stand.late else "label"))
        if told := actiepunten.postponed_words(actiepunten.postponed(desk.ctx, self.number)):
            self._column.addWidget(label(told))
        if not stand.open and record["uitkomst"]:
            self._column.addWidget(long_text(record["uitkomst"]))
        self.reminder: QWidget | None = None
        if stand.open:
            self._column.addWidget(self._buttons())
            self.go_on()

    def _buttons(self) -> QWidget:
        holder = QWidget()
        row = FlowLayout(holder)
        done = "nagekomen" if self._theirs else "gedaan"
        for step in (done, "uitstellen", "vervalt"):
            button = self.opener(step, str(FORMS[step]))
            if step == done:
                button.setProperty("role", "main")
            row.addWidget(button)
        if self._theirs:
            self.remind_button = QPushButton(_("Herinneren…"))
            self.remind_button.clicked.connect(lambda: self.desk.safely(self.remind))
            row.addWidget(self.remind_button)
        return holder

    def form_of(self, step: str) -> SmallForm:
        keys = KEYS[step]
        values = {key: self.record[key] for key in keys}
        if keys[0] != "uiterlijk":
            values[keys[0]] = values[keys[0]] or clock.today().isoformat()
        return SmallForm(
            self._spec, keys, str(TITLES[step]), lambda typed: self._save(step, typed), values, keys[:1]
        )

    def begin(self, step: str, more: Mapping[str, Any] | None = None) -> QuickForm:
        form = super().begin(step, more)
        self.form_changed.emit()
        return form

    def opened(self, step: str, form: QuickForm) -> None:
        form.left.connect(self.form_changed.emit)

    def _save(self, step: str, typed: dict[str, Any]) -> None:
        ctx, number = self.desk.ctx, self.number
        if step == "uitstellen":
            told = actiepunten.postpone(ctx, number, typed["uiterlijk"])
            self.desk.say_done(_("Uitgesteld: {name}.").format(name=self._name), told)
        elif step == "vervalt":
            told = actiepunten.drop(ctx, number, typed)
            self.desk.say_done(_("Vervallen: {name}.").format(name=self._name), told)
        else:
            told = actiepunten.finish(ctx, number, typed)
            self.desk.say_done(_("Gedaan: {name}.").format(name=self._name), told)

    def remind(self) -> None:
        """Show a text that reminds of it, to copy into a mail or a letter."""
        text = actiepunten.reminder(self.desk.ctx, self.number)
        if self.reminder is None:
            self.reminder, column = card(_("Herinnering om te versturen"))
            column.addWidget(label(text))
            copy = self.copy_button = QPushButton(_("Kopiëren"))
            copy.clicked.connect(lambda: self.desk.safely(lambda: self._copy(text)))
            holder = QWidget()
            FlowLayout(holder).addWidget(copy)
            column.addWidget(holder)
            self._column.addWidget(self.reminder)
            self.reminder.show()
        self.copy_button.setFocus()

    def _copy(self, text: str) -> None:
        QApplication.clipboard().setText(text)
        self.desk.say(_("De herinnering is gekopieerd. Plak die in een mail of brief."))


def is_theirs(desk: Desk, record: Mapping[str, Any]) -> bool:
    """Whether another party promised it."""
    if record["partij"] is None:
        return False
    return not records.show(desk.ctx, desk.ctx.spec("partij"), record["partij"])["eigen"]
