"""The next step of a knelpunt: buttons for what may follow now, each with a small form for what that step needs."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from huurdersapp.actions import records
from huurdersapp.base import clock
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import lazy
from huurdersapp.base.settings import AUTHOR
from huurdersapp.records.knelpunt_status import NEEDS, NEXT, STATUS
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.editors.text import LineEditor
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.forms.quick_form import About, QuickForm
from huurdersapp.ui.forms.step_concept import STEP, begun

WORDS = {
    "beoordeeld": lazy("Beoordelen…"),
    "ingebracht": lazy("Inbrengen…"),
    "toegezegd": lazy("Toezeggen…"),
    "opgelost": lazy("Oplossen…"),
    "doorverwezen": lazy("Doorverwijzen…"),
    "gebundeld": lazy("Bundelen…"),
    "afgewezen": lazy("Afwijzen…"),
    "niet_opgelost": lazy("Niet opgelost…"),
    "vervallen": lazy("Laten vervallen…"),
    "heropend": lazy("Heropenen…"),
}
USUAL = ("beoordeeld", "ingebracht", "toegezegd", "opgelost", "heropend")
"""The other ends are seldom: they stand behind one button."""


class StepPanel(QFrame):
    """The steps that may follow; one that was begun and not saved stands open again."""

    def __init__(
        self, desk: Desk, number: int, name: str, status: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.desk, self.number, self._name = desk, number, name
        self._spec = desk.ctx.spec("knelpunt")
        self.setProperty("role", "card")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 10, 12, 10)
        title = QLabel(_("Volgende stap"))
        title.setProperty("role", "label")
        self._column.addWidget(title)
        self.buttons: dict[str, QPushButton] = {}
        usual = [step for step in NEXT.get(status, ()) if step in USUAL]
        other = [step for step in NEXT.get(status, ()) if step not in USUAL]
        row, self._others = self._row(usual), self._row(other)
        self._column.addWidget(row)
        self._others.hide()
        if other:
            self.more = QPushButton(_("Andere uitkomst…"))
            self.more.clicked.connect(self._show_others)
            layout = row.layout()
            assert layout is not None
            layout.addWidget(self.more)
        self._column.addWidget(self._others)
        self.form: QuickForm | None = None
        if (kept := begun(desk.ctx, "knelpunt", number)) is not None and kept.gegevens[STEP] in self.buttons:
            self.begin(kept.gegevens[STEP])

    def _row(self, steps: list[str]) -> QWidget:
        holder = QWidget()
        row = FlowLayout(holder)
        for step in steps:
            button = QPushButton(str(WORDS[step]))
            button.clicked.connect(
                lambda _on=False, step=step: self.desk.safely(lambda: self.begin(step).begin())
            )
            row.addWidget(button)
            self.buttons[step] = button
        return holder

    def _show_others(self) -> None:
        self._others.setVisible(self._others.isHidden())
        if self._others.isVisible():
            next(button for button in self.buttons.values() if self._others.isAncestorOf(button)).setFocus()

    def begin(self, step: str) -> QuickForm:
        """Open the small form of a step; the one that is open stays when what is typed there cannot be kept."""
        if self.form is not None and not self._close():
            return self.form
        if self._others.isAncestorOf(self.buttons[step]):
            self._others.show()
        spec, needs = self._spec.part["stappen"].spec, NEEDS.get(step, ())
        form = self.form = QuickForm(
            self.desk,
            spec,
            ("datum", *needs, "toelichting"),
            _("Stap: {step}").format(step=STATUS.label(step)),
            lambda values: self._save(step, values),
            About("knelpunt", self.number, self._name, step),
            concept=begun(self.desk.ctx, "knelpunt", self.number, step),
            values={"datum": clock.today().isoformat()},
            editors={"toelichting": LineEditor, "reden": LineEditor},
            needed=needs,
        )
        form.left.connect(lambda: self._leave(step))
        self._column.addWidget(form)
        form.show()
        return form

    def _leave(self, step: str) -> None:
        self.buttons[step].setFocus()
        self._close()

    def _close(self) -> bool:
        if self.form is not None:
            if not self.form.keeper.flush():
                return False
            self.form.hide()
            self.form.deleteLater()
            self.form = None
        return True

    def _save(self, step: str, values: dict[str, Any]) -> None:
        ctx = self.desk.ctx
        steps = records.show(ctx, self._spec, self.number)["stappen"]
        line = {key: value for key, value in values.items() if value is not None} | {"status": step}
        if author := ctx.settings.get(AUTHOR):
            line["door"] = author
        done = records.save(ctx, self._spec, {"stappen": [*steps, line]}, self.number)
        text = _("Stap vastgelegd: {step}.").format(step=STATUS.label(step))
        if done.labelled:
            text = _("{text} Kijk nog even: {warnings}").format(text=text, warnings=" ".join(done.labelled))
        self.desk.say(text, undo=True, tone="let_op" if done.labelled else "goed")
