"""The form of a campagne: as every form, with the known addresses beside the size of the audience."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from huurdersapp.actions import campagnes
from huurdersapp.base.formats import number as written
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.editors.number import NumberEditor
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.forms.record_form import RecordForm

PLACES = ("complexen", "kernen")
"""The fields that say which homes are meant."""


class AudienceEditor(NumberEditor):
    """A number of households, and under it how many addresses are known: one press takes that over."""

    wide = True
    taken = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent=parent)
        self.known = 0
        self.hint = QLabel()
        self.hint.setWordWrap(True)
        self.hint.setProperty("role", "muted")
        self.take = QPushButton(_("Neem over"))
        self.take.clicked.connect(lambda: desk.safely(self._take))
        self._offer = QWidget()
        below = FlowLayout(self._offer)
        below.addWidget(self.hint)
        below.addWidget(self.take)
        self._offer.hide()
        row = self.layout()
        assert row is not None
        row.removeWidget(self.line)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.line)
        column.addWidget(self._offer)
        row.addWidget(holder)

    def tell(self, known: int) -> None:
        """So many addresses are known of what was chosen."""
        self.known = known
        words = ngettext(
            "Wij kennen {count} adres in wat u koos.", "Wij kennen {count} adressen in wat u koos.", known
        )
        self.hint.setText(words.format(count=written(known)))
        self.take.setAccessibleName(_("Neem {count} adressen over").format(count=written(known)))
        self._offer.setVisible(bool(known))

    def _take(self) -> None:
        self.set_value(self.known)
        self.edited.emit()
        self.taken.emit()
        self.line.setFocus()


class CampaignForm(RecordForm):
    """Counts the addresses again whenever another complex or kern is chosen."""

    def __init__(self, desk: Desk, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, kind, parent, {"doelgroep_aantal": AudienceEditor})
        self.fields.edited.connect(self._placed)
        self.audience.taken.connect(self._say_source)

    def new(self, values: Mapping[str, Any] | None = None, concept: str | None = None) -> None:
        super().new(values, concept)
        self.count()

    def edit(self, number: int, concept: str | None = None) -> None:
        super().edit(number, concept)
        self.count()

    def _placed(self, key: str) -> None:
        if key in PLACES:
            self.count()

    def _say_source(self) -> None:
        """Where the size comes from, unless somebody told that already."""
        box = self.fields.box("doelgroep_bron")
        if box is not None and box.editor.value() is None:
            box.editor.set_value(_("Adressen die wij kennen"))
            box.editor.edited.emit()

    @property
    def audience(self) -> AudienceEditor:
        """The editor of the size."""
        box = self.fields.box("doelgroep_aantal")
        assert box is not None
        assert isinstance(box.editor, AudienceEditor)
        return box.editor

    def count(self) -> None:
        """Count the addresses of what is chosen now, beside the window."""
        ctx, editor = self.desk.ctx, self.audience
        complexes, kernen = (self._numbers(key) for key in PLACES)
        if not complexes and not kernen:
            editor.tell(0)
            return
        self.desk.ask(
            self, "adressen tellen", lambda: campagnes.known_addresses(ctx, complexes, kernen), editor.tell
        )

    def _numbers(self, key: str) -> list[int]:
        value = self.fields.value(key)
        return [each for each in value if isinstance(each, int)] if isinstance(value, list) else []
