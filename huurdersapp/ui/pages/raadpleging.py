"""Raadplegingen: whom you asked, how many answered, what they said, and whether they heard back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from huurdersapp.actions import records
from huurdersapp.actions.words import View
from huurdersapp.base import clock
from huurdersapp.base.formats import number as written
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import lazy, ngettext
from huurdersapp.base.settings import AUTHOR, PERCENTAGE_ANSWERS_FROM
from huurdersapp.records.raadpleging_tables import STATUS
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.forms.quick_form import About, QuickForm
from huurdersapp.ui.forms.step_concept import STEP, begun
from huurdersapp.ui.lists.filter_bar import Chip
from huurdersapp.ui.lists.list_page import ListPage

STEPS = {
    "uitslag": (
        lazy("Uitslag vastleggen…"),
        ("respons_totaal", "conclusies", "vastgesteld_op", "vastgesteld_door"),
    ),
    "teruggekoppeld": (
        lazy("Terugkoppeling vastleggen…"),
        ("terugkoppeling_op", "terugkoppeling_hoe", "terugkoppeling_aan"),
    ),
}
"""What can be recorded in a few fields, by the status that follows from it."""


def response(record: dict[str, Any], percentages_from: int) -> str:
    """How many answered, of how many; a share only where there are enough answers. "" when nothing is known."""
    channels = record["kanalen"]
    answered = record["respons_totaal"]
    if answered is None and channels and all(line["respons"] is not None for line in channels):
        answered = sum(line["respons"] for line in channels)
    asked = record["populatie_aantal"]
    if asked is None and channels and all(line["uitgenodigd"] is not None for line in channels):
        asked = sum(line["uitgenodigd"] for line in channels)
    if answered is None:
        return ""
    if not asked:
        return ngettext("{answered} reactie", "{answered} reacties", answered).format(
            answered=written(answered)
        )
    if answered < percentages_from or answered > asked:
        return _("{answered} van {asked} reacties").format(answered=written(answered), asked=written(asked))
    share = round(100 * answered / asked)
    return _("{answered} van {asked} reacties ({share} %)").format(
        answered=written(answered), asked=written(asked), share=share
    )


class RaadplegingPage(ListPage):
    """The steps, the response, and what is still to be recorded."""

    help = "raadplegingen"
    chips = (
        Chip(lazy("Loopt nu"), ("loopt_op={today}",)),
        Chip(lazy("Nog terugkoppelen"), ("terugkoppeling_open_op={today}",)),
        Chip(lazy("Dit jaar"), ("gehouden_in={year}",)),
    )

    def extra_panels(self, view: View) -> Sequence[QWidget]:
        """How far it is."""
        record = records.show(self.desk.ctx, self.spec, view.number)
        frame = QFrame()
        frame.setProperty("role", "card")
        column = QVBoxLayout(frame)
        column.setContentsMargins(12, 10, 12, 10)
        steps = QLabel(self._steps(record["status"]))
        steps.setWordWrap(True)
        column.addWidget(steps)
        share = response(record, self.desk.ctx.settings.get(PERCENTAGE_ANSWERS_FROM))
        if share:
            words = QLabel(share)
            words.setProperty("role", "heading")
            words.setWordWrap(True)
            column.addWidget(words)
        holder = QWidget()
        row = FlowLayout(holder)
        for status, (label, _keys) in STEPS.items():
            button = QPushButton(str(label))
            button.clicked.connect(
                lambda _on=False, status=status: self.desk.safely(
                    lambda: self._begin(column, record, view.title, status).begin()
                )
            )
            row.addWidget(button)
        column.addWidget(holder)
        kept = begun(self.desk.ctx, self.kind, view.number)
        if kept is not None and kept.gegevens[STEP] in STEPS:
            self._begin(column, record, view.title, kept.gegevens[STEP])
        return (frame,)

    @staticmethod
    def _steps(status: str) -> str:
        keys = STATUS.keys()
        at = keys.index(status) if status in keys else 0
        words = [
            _("nu: {step}").format(step=STATUS.label(key)) if place == at else STATUS.label(key)
            for place, key in enumerate(keys)
        ]
        return "  ›  ".join(f"✓ {word}" if place < at else word for place, word in enumerate(words))

    def _begin(self, column: QVBoxLayout, record: dict[str, Any], name: str, status: str) -> QuickForm:
        keys = STEPS[status][1]
        for old in self.view.findChildren(QuickForm):
            if not old.keeper.flush():
                return old
            old.hide()
            old.deleteLater()
        values = {key: record[key] for key in keys}
        days = [key for key in keys if key.endswith("_op")]
        values |= {key: clock.today().isoformat() for key in days if not values[key]}
        if "vastgesteld_door" in keys and not values["vastgesteld_door"]:
            values["vastgesteld_door"] = self.desk.ctx.settings.get(AUTHOR) or None
        spec, number = self.spec, record["nummer"]

        def save(typed: dict[str, Any]) -> None:
            done = records.save(self.desk.ctx, spec, typed, number)
            text = _("Vastgelegd: {step}.").format(step=STATUS.label(status))
            if done.labelled:
                text = _("{text} Kijk nog even: {warnings}").format(
                    text=text, warnings=" ".join(done.labelled)
                )
            self.desk.say(text, undo=True, tone="let_op" if done.labelled else "goed")

        form = QuickForm(
            self.desk,
            spec,
            keys,
            STATUS.label(status),
            save,
            About(self.kind, number, name, status),
            concept=begun(self.desk.ctx, self.kind, number, status),
            values=values,
        )
        form.left.connect(form.hide)
        column.addWidget(form)
        form.show()
        return form


PAGE = RaadplegingPage
