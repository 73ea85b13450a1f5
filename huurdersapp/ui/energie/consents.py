"""The consents of a tenant: the text that is asked, with its version, and a tick for each."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtWidgets import QCheckBox, QLabel, QVBoxLayout, QWidget

from huurdersapp.base import clock
from huurdersapp.base.formats import day
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.energiebezoek_tables import DOELEN, WIJZEN
from huurdersapp.records.toestemming import TEKSTEN
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.editors.base import Editor
from huurdersapp.ui.forms.editors.choice import ButtonsEditor


class ConsentsEditor(Editor):
    """A tick and a text for each purpose. A consent that was saved is withdrawn by unticking it, never forgotten: that it
    was given must be shown later (AVG art. 7)."""

    wide = True

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._lines: list[dict[str, Any]] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        asked = QLabel(_("Hoe gaf de bewoner toestemming?"))
        self.how = ButtonsEditor(desk, [(item.key, str(item.label)) for item in WIJZEN.items], open_=False)
        self.how.set_value("mondeling")
        self.how.name_it(asked.text())
        self.how.edited.connect(self._how_chosen)
        asked.setBuddy(self.how.first_focus())
        column.addWidget(asked)
        column.addWidget(self.how)
        self.boxes: dict[str, QCheckBox] = {}
        self.states: dict[str, QLabel] = {}
        for text in TEKSTEN:
            box = QCheckBox(DOELEN.label(text.doel))
            box.setAccessibleDescription(text.tekst)
            box.clicked.connect(lambda on, purpose=text.doel: self._tick(purpose, on))
            words = QLabel(_("‘{text}’ (tekst {version})").format(text=text.tekst, version=text.versie))
            words.setWordWrap(True)
            words.setProperty("role", "muted")
            words.setContentsMargins(desk.look.px(40), 0, 0, 0)
            state = QLabel()
            state.setWordWrap(True)
            state.setContentsMargins(desk.look.px(40), 0, 0, desk.look.px(6))
            self.boxes[text.doel], self.states[text.doel] = box, state
            for widget in (box, words, state):
                column.addWidget(widget)

    def _standing(self, purpose: str) -> dict[str, Any] | None:
        return next(
            (line for line in self._lines if line.get("doel") == purpose and not line.get("ingetrokken_op")),
            None,
        )

    def _tick(self, purpose: str, on: bool) -> None:
        standing = self._standing(purpose)
        today = clock.today().isoformat()
        if not on and standing is not None:
            if standing.get("id"):
                standing["ingetrokken_op"] = today
            else:
                self._lines.remove(standing)
        elif on and standing is None:
            again = next(
                (
                    line
                    for line in self._lines
                    if line.get("doel") == purpose and line.get("id") and line.get("ingetrokken_op") == today
                ),
                None,
            )
            if again is not None:
                again["ingetrokken_op"] = None
            else:
                self._lines.append({"doel": purpose, "hoe": self.how.value() or "mondeling"})
        self._show()
        self.edited.emit()

    def _how_chosen(self) -> None:
        fresh = [line for line in self._lines if not line.get("id")]
        for line in fresh:
            line["hoe"] = self.how.value()
        if fresh:
            self._show()
            self.edited.emit()

    def _show(self) -> None:
        for purpose, box in self.boxes.items():
            standing = self._standing(purpose)
            box.setChecked(standing is not None)
            last = standing or next(
                (line for line in reversed(self._lines) if line.get("doel") == purpose), None
            )
            self.states[purpose].setText(_state(last))
            self.states[purpose].setVisible(bool(_state(last)))

    def value(self) -> Any:
        return [dict(line) for line in self._lines]

    def set_value(self, value: Any) -> None:
        self._lines = [dict(line) for line in value or []]
        self._show()

    def inputs(self) -> list[QWidget]:
        return list(self.boxes.values())

    def name_it(self, name: str) -> None:
        for purpose, box in self.boxes.items():
            box.setAccessibleName(_("Toestemming: {purpose}").format(purpose=DOELEN.label(purpose)))

    def set_faults(self, faults: list[Any]) -> None:
        """What is asked stays the description: a fault stands under the list."""

    def first_focus(self) -> QWidget:
        return next(iter(self.boxes.values()))


def _state(line: dict[str, Any] | None) -> str:
    """Since when it stands or no longer stands, in words; of a new one nothing."""
    if line is None:
        return ""
    if gone := line.get("ingetrokken_op"):
        return _("Ingetrokken op {day}.").format(day=day(date.fromisoformat(gone)))
    if not (given := line.get("gegeven_op")):
        return ""
    return _("Gegeven op {day}, {how}, tekst {version}.").format(
        day=day(date.fromisoformat(given)),
        how=WIJZEN.label(line.get("hoe")).lower(),
        version=line.get("tekstversie") or "",
    )
