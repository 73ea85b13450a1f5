"""Bundling what is selected in the list: into a new knelpunt, or into one that is there."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from huurdersapp.actions import finding, knelpunt_bundelen
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.records.draft import Fault
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.editors.choice import ButtonsEditor
from huurdersapp.ui.forms.editors.record import RecordEditor
from huurdersapp.ui.forms.editors.text import LineEditor
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.lists.record_parts import label

NEW, THERE = "nieuw", "bestaand"


def tell(desk: Desk, done: knelpunt_bundelen.Bundled) -> None:
    """Say what was bundled, with a way back."""
    text = ngettext(
        "{count} knelpunt gebundeld in ‘{title}’.", "{count} knelpunten gebundeld in ‘{title}’.", done.count
    ).format(count=done.count, title=done.title)
    desk.say_done(text, done.told)


class BundleCard(QFrame):
    """`bundled` is called with the number of the one that goes on, `closed` when somebody leaves it at that."""

    def __init__(
        self,
        desk: Desk,
        numbers: Sequence[int],
        bundled: Callable[[int], object],
        closed: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.desk, self._numbers, self._bundled = desk, list(numbers), bundled
        self.setProperty("role", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        count = len(self._numbers)
        head = ngettext("{count} knelpunt bundelen", "{count} knelpunten bundelen", count)
        self.setAccessibleName(head.format(count=count))
        column.addWidget(label(head.format(count=count), "heading"))
        choices = [(NEW, _("In een nieuw knelpunt")), (THERE, _("In een knelpunt dat er al is"))]
        self.which = ButtonsEditor(desk, choices, open_=False)
        self.which.set_value(NEW)
        self.which.name_it(_("Waarin"))
        self.which.edited.connect(self._fit)
        self.title, self.there, self.note = LineEditor(desk), RecordEditor(desk, "knelpunt"), LineEditor(desk)
        self.title.set_value(
            finding.called(desk.ctx, "knelpunt", self._numbers[:1]).get(self._numbers[0], "")
        )
        column.addWidget(self.which)
        self._rows: dict[str, tuple[QWidget, QWidget]] = {}
        for key, words, editor in (
            (NEW, _("Titel van het nieuwe knelpunt"), self.title),
            (THERE, _("Knelpunt"), self.there),
            ("", _("Toelichting – niet verplicht"), self.note),
        ):
            name = label(words, "label")
            name.setBuddy(editor.first_focus())
            editor.name_it(words)
            column.addWidget(name)
            column.addWidget(editor)
            self._rows[key] = (name, editor)
        row = FlowLayout()
        self.save_button, cancel = QPushButton(_("Bundelen")), QPushButton(_("Annuleren"))
        self.save_button.setProperty("role", "main")
        self.save_button.clicked.connect(lambda: desk.safely(self._save))
        cancel.clicked.connect(lambda: desk.safely(closed))
        row.addWidget(self.save_button)
        row.addWidget(cancel)
        column.addLayout(row)
        self._fit()

    def begin(self) -> None:
        """The focus to the first choice."""
        self.which.first_focus().setFocus()

    def _fit(self) -> None:
        for key in (NEW, THERE):
            for widget in self._rows[key]:
                widget.setVisible(key == self.which.value())

    def _save(self) -> None:
        into = self.there.value() if self.which.value() == THERE else None
        if isinstance(into, Fault):
            raise UserError(into.text)
        if self.which.value() == THERE and into is None:
            raise UserError(
                _("Er is nog geen knelpunt gekozen."), _("Typ een woord uit de titel, of het nummer.")
            )
        done = knelpunt_bundelen.bundle(
            self.desk.ctx,
            self._numbers,
            into=into,
            title=self.title.value() or "",
            note=self.note.value(),
        )
        tell(self.desk, done)
        self._bundled(done.number)
