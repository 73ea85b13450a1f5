"""A table of the answers in which counts are typed: the sum is shown at once, and a sum that differs is asked about."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from huurdersapp.base.formats import number as written
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.draft import Fault
from huurdersapp.records.raadpleging import ONE_ANSWER, sum_question
from huurdersapp.records.raadpleging_tables import KANALEN
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.editors.base import restyle
from huurdersapp.ui.forms.editors.number import NumberEditor
from huurdersapp.ui.lists.record_parts import card, label

TOTAL = "respons_totaal"
WIDE = 640
"""Pixels at 100 %: further apart the eye loses which number belongs to which answer."""


class CountEditor(NumberEditor):
    """A whole number of people, not below nought."""

    def value(self) -> Any:
        value = super().value()
        if isinstance(value, float) or (isinstance(value, int) and value < 0):
            return Fault(_("Vul hier een heel getal in, zoals 42."))
        return value


class TotalsBoard(QWidget):
    """`typed` when somebody changed a number. Numbers are known by the keys of their lines, so that a concept fits also
    when the order is another one by then."""

    typed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.editors: dict[str, CountEditor] = {}
        self.faults: dict[str, QLabel] = {}
        self._sums: list[tuple[dict[str, Any], QLabel, QLabel]] = []
        self._record: dict[str, Any] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(12)

    def show_record(self, record: Mapping[str, Any]) -> None:
        """Show the numbers of a raadpleging."""
        while (item := self._column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._record = dict(record)
        self.editors, self.faults, self._sums = {}, {}, []
        self._column.addWidget(self._replies(record))
        for place, line in enumerate(record["vragen"], 1):
            if line["opties"]:
                self._column.addWidget(self._question(place, line))
        self._column.addStretch(1)
        self._add_up()

    def _replies(self, record: Mapping[str, Any]) -> QFrame:
        frame, column = card(_("Reacties"))
        grid = self._grid(column)
        for row, line in enumerate(record["kanalen"]):
            self._number(grid, row, KANALEN.label(line["kanaal"]), line["id"], line["respons"])
        row = len(record["kanalen"])
        words = str(self.desk.ctx.spec("raadpleging").fields[TOTAL].label)
        self._number(grid, row, words, TOTAL, record[TOTAL])
        self.replies_sum, self.replies_asked = label("", "muted"), label("", "warning")
        column.addWidget(self.replies_sum)
        column.addWidget(self.replies_asked)
        return frame

    def _question(self, place: int, line: dict[str, Any]) -> QFrame:
        text = " ".join((line["tekst"] or "").split())
        frame, column = card(_("{place}. {question}").format(place=place, question=text))
        grid = self._grid(column)
        for row, option in enumerate(line["opties"]):
            name = _("Vraag {place}, {answer}").format(place=place, answer=option["tekst"])
            self._number(grid, row, option["tekst"], option["id"], option["aantal"], name)
        name = _("Vraag {place}, beantwoord door").format(place=place)
        self._number(
            grid, len(line["opties"]), _("Beantwoord door"), line["id"], line["beantwoord_door"], name
        )
        added, asked = label("", "muted"), label("", "warning")
        column.addWidget(added)
        column.addWidget(asked)
        self._sums.append((line, added, asked))
        return frame

    def _grid(self, column: QVBoxLayout) -> QGridLayout:
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(0, 1)
        holder.setMaximumWidth(self.desk.look.px(WIDE))
        column.addWidget(holder)
        return grid

    def _number(
        self, grid: QGridLayout, row: int, words: str, key: str, value: int | None, name: str = ""
    ) -> None:
        editor = CountEditor(self.desk)
        editor.set_value(value)
        editor.name_it(name or words)
        editor.setFixedWidth(self.desk.look.px(120))
        editor.edited.connect(self._edited)
        title, fault = label(words), label("", "fault")
        title.setBuddy(editor.line)
        fault.hide()
        grid.addWidget(title, 2 * row, 0)
        grid.addWidget(editor, 2 * row, 1)
        grid.addWidget(fault, 2 * row + 1, 0, 1, 2)
        self.editors[key], self.faults[key] = editor, fault

    def _edited(self) -> None:
        self._add_up()
        self.typed.emit()

    # -- sums ------------------------------------------------------------------------------------------------------

    def _count(self, key: str) -> int | None:
        value = self.editors[key].value()
        return value if isinstance(value, int) else None

    def _add_up(self) -> None:
        channels = [self._count(line["id"]) for line in self._record["kanalen"]]
        total = self._count(TOTAL)
        known = [count for count in channels if count is not None]
        self._tell(self.replies_sum, _("Samen {sum}").format(sum=written(sum(known))) if known else "")
        # Forms that were filled in partly may be among the replies or not: saving knows, so only the plain case is said.
        partly = sum(line["respons_gedeeltelijk"] or 0 for line in self._record["kanalen"])
        differs = (
            total is not None
            and len(known) == len(channels) > 0
            and total not in (sum(known), sum(known) + partly)
        )
        text = _("De kanalen zijn samen {count}. Klopt het totaal?").format(count=sum(known))
        self._tell(self.replies_asked, text if differs else "")
        for line, added, asked in self._sums:
            counts = [self._count(option["id"]) for option in line["opties"]]
            found = [count for count in counts if count is not None]
            one = line["soort"] in ONE_ANSWER
            if line["soort"] == "meer_keuzes":
                self._tell(added, _("Meer antwoorden mogelijk."))
            else:
                self._tell(added, _("Samen {sum}").format(sum=written(sum(found))) if found and one else "")
            self._tell(asked, sum_question(line["soort"], self._count(line["id"]), counts))

    @staticmethod
    def _tell(words: QLabel, text: str) -> None:
        words.setText(text)
        words.setVisible(bool(text))

    # -- values ----------------------------------------------------------------------------------------------------

    def kept(self) -> dict[str, Any]:
        """What stands in each field, right or not."""
        return {key: editor.typed() for key, editor in self.editors.items()}

    def put_back(self, kept: Mapping[str, Any]) -> None:
        """Show what `kept` gave."""
        for key, text in kept.items():
            if key in self.editors:
                self.editors[key].set_typed(text)
        self._add_up()

    def unread(self) -> list[str]:
        """The fields that hold no number, each told what is wrong with it."""
        wrong = []
        for key, editor in self.editors.items():
            value = editor.value()
            text = value.text if isinstance(value, Fault) else ""
            if text:
                wrong.append(key)
            self._tell(self.faults[key], text)
            editor.line.setProperty("fault", bool(text))
            editor.line.setAccessibleDescription(text)
            restyle(editor.line)
        return wrong

    def payload(self, record: Mapping[str, Any]) -> dict[str, Any]:
        """The record with these numbers; what it has more by now stays as it is."""

        def counted(key: str, before: int | None) -> int | None:
            return self._count(key) if key in self.editors else before

        return {
            TOTAL: counted(TOTAL, record[TOTAL]),
            "kanalen": [
                {**line, "respons": counted(line["id"], line["respons"])} for line in record["kanalen"]
            ],
            "vragen": [
                {
                    **line,
                    "beantwoord_door": counted(line["id"], line["beantwoord_door"]),
                    "opties": [
                        {**option, "aantal": counted(option["id"], option["aantal"])}
                        for option in line["opties"]
                    ],
                }
                for line in record["vragen"]
            ],
        }
