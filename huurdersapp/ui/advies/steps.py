"""How far a case is, with what comes next as the main button, and a small form for each step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from huurdersapp.actions import advies_stappen, records
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.advies import ASKED
from huurdersapp.ui.advies.forms import STEPS, step_form
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.forms.quick_form import QuickForm
from huurdersapp.ui.forms.small_forms import SmallForm, SmallForms
from huurdersapp.ui.icons import icon
from huurdersapp.ui.lists.record_parts import label
from huurdersapp.ui.place import Place

STATES = {"gedaan": "good", "nu": "label", "overgeslagen": "muted", "straks": "muted"}
EVERY = tuple(STEPS)
OF_LANDLORD = ("ontvangen", "termijn", "volledig", "verlengd", "geen_bezwaar")
"""Steps of a case that the landlord began."""
BEFORE = ("termijn", "volledig", "raadplegen", "advies")
"""Steps that are near at hand until our letter goes out, as far as they were not taken."""
AFTER = ("reactie", "afsluiten")
"""The same from then on."""


def offered(record: Mapping[str, Any]) -> tuple[list[str], list[str]]:
    """The steps that are near at hand now, what comes next first, and the rest: behind one button."""
    asked, outcome = record["soort"] in ASKED, record["soort"] in advies_stappen.WITH_OUTCOME
    every = [
        step
        for step in EVERY
        if (asked or step not in OF_LANDLORD) and (outcome or step not in ("raadplegen", "advies"))
    ]
    following = advies_stappen.following(record)
    if following is None:
        return [], every
    sent = record["status"] in ("verstuurd", "ontvangen_door_verhuurder", "reactie")
    near = [step for step in (AFTER if sent else BEFORE) if step in every and not _is_taken(record, step)]
    usual = [following, *(step for step in near if step != following)]
    return usual, [step for step in every if step not in usual]


def _is_taken(record: Mapping[str, Any], step: str) -> bool:
    return bool(record[STEPS[step].keys[0] if step != "termijn" else "termijn_dagen"])


class StepsPanel(SmallForms):
    """The way of the case, and the steps as buttons; one that was begun and not saved stands open again.

    `taken` when a step was put down: the focus then goes to what comes next.
    """

    taken = Signal()

    def __init__(
        self, desk: Desk, record: Mapping[str, Any], name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, advies_stappen.KIND, record["nummer"], name, parent)
        self.record = record
        self._column.addWidget(self._way())
        usual, seldom = offered(record)
        following = advies_stappen.following(record)
        # What goes out is fixed first, and that is done where the letter is.
        to_letter = following == "verstuurd" and not advies_stappen.is_fixed(desk.ctx, self.number)
        holder = QWidget()
        self._row = FlowLayout(holder)
        self.main: QPushButton | None = None
        for step in usual:
            button = self.opener(step, str(STEPS[step].label))
            if step == following and not to_letter:
                button.setProperty("role", "main")
                self.main = button
            self._row.addWidget(button)
        self.letter = QPushButton(_("Brief"))
        self.letter.setIcon(icon("brief", desk.look))
        self.letter.setIconSize(QSize(desk.look.px(16), desk.look.px(16)))
        self.letter.clicked.connect(lambda: desk.go(Place("brief", self.number, kind=advies_stappen.KIND)))
        self._row.insert(1 if self.main is not None else 0, self.letter)
        if to_letter:
            self.letter.setText(_("Brief vastleggen"))
            self.letter.setProperty("role", "main")
            self.main = self.letter
        if record["status"] == "afgesloten":
            self.reopen = QPushButton(_("Weer openen"))
            self.reopen.clicked.connect(lambda: desk.safely(self._reopen))
            self._row.addWidget(self.reopen)
        self.more = QPushButton(_("Andere stappen…"))
        self.more.clicked.connect(lambda: desk.safely(self._show_seldom))
        self._row.addWidget(self.more)
        self._column.addWidget(holder)
        self._seldom = QWidget()
        row = FlowLayout(self._seldom)
        for step in seldom:
            row.addWidget(self.opener(step, str(STEPS[step].label)))
        self._seldom.hide()
        self.more.setVisible(bool(seldom))
        self._column.addWidget(self._seldom)
        self.go_on()

    def _way(self) -> QWidget:
        holder = QWidget()
        row = FlowLayout(holder)
        way = advies_stappen.along(self.record)
        for place, each in enumerate(way):
            step = QLabel(self._told(each))
            step.setProperty("role", STATES[each.state])
            row.addWidget(step)
            if place + 1 < len(way):
                arrow = QLabel("›")
                arrow.setProperty("role", "muted")
                row.addWidget(arrow)
        holder.setAccessibleName(_("Hoever deze zaak is"))
        return holder

    def _told(self, each: advies_stappen.Along) -> str:
        if each.state == "nu":
            return _("nu: {step}").format(step=each.words)
        if each.state == "overgeslagen":
            return _("{step} (niet gedaan)").format(step=each.words)
        return f"✓ {each.words}" if each.state == "gedaan" else each.words

    def _show_seldom(self) -> None:
        self._seldom.setVisible(self._seldom.isHidden())
        if self._seldom.isVisible():
            next(each for each in self.openers.values() if self._seldom.isAncestorOf(each)).setFocus()

    def _reopen(self) -> None:
        told = advies_stappen.take(self.desk.ctx, self.number, "heropenen", {})
        self.desk.say_done(_("Deze zaak is weer open."), told)

    # -- the small forms -------------------------------------------------------------------------------------------

    def form_of(self, step: str) -> SmallForm:
        return step_form(self.desk, self.record, step)

    def opened(self, step: str, form: QuickForm) -> None:
        if self._seldom.isAncestorOf(self.openers[step]):
            self._seldom.show()
        if step == "verstuurd":
            self._warn(form)
        form.done.connect(self._tell_taken)
        # What changed nothing leaves this panel standing.
        form.done.connect(lambda: QTimer.singleShot(0, self, lambda: self._leave(step)))

    def _tell_taken(self) -> None:
        if records.show(self.desk.ctx, self._spec, self.number) != self.record:
            self.taken.emit()

    def _warn(self, form: QuickForm) -> None:
        """What to know before the letter goes out."""
        told = advies_stappen.before_sending(self.desk.ctx, self.number)
        column = form.layout()
        if told and isinstance(column, QVBoxLayout):
            column.insertWidget(1, label(" ".join(told), "warning"))

    def say(self, lines: Sequence[str]) -> None:
        """Warn above the buttons."""
        for text in lines:
            self._column.insertWidget(1, label(text, "warning"))
