"""Making the homes of a building at once, in three ways; what would be made is shown first."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Literal

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QPushButton, QRadioButton, QScrollArea, QVBoxLayout, QWidget

from huurdersapp.actions import records, renovatie_woningen
from huurdersapp.actions.renovatie_woningplan import Layout, Plan, Seen
from huurdersapp.base.errors import UserError
from huurdersapp.base.formats import number as written
from huurdersapp.base.i18n import LazyText, lazy
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.renovatiewoning import floor
from huurdersapp.ui.desk import Desk, told
from huurdersapp.ui.forms.editors.number import NumberEditor
from huurdersapp.ui.forms.editors.record import RecordEditor
from huurdersapp.ui.forms.editors.text import LineEditor
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.frame.message_bar import announce
from huurdersapp.ui.lists.record_parts import label
from huurdersapp.ui.renovatie.fields import Fields
from huurdersapp.ui.renovatie.going import UNIT
from huurdersapp.ui.renovatie.homes_list import ListFields

WAYS: Mapping[str, LazyText] = {
    "patroon": lazy("Met huisnummers"),
    "adressen": lazy("Uit de adressenlijst"),
    "lijst": lazy("Uit een bestand"),
}
STEPS: tuple[tuple[LazyText, Literal[1, 2]], ...] = (
    (lazy("Eén kant van de straat (1, 3, 5 of 2, 4, 6)"), 2),
    (lazy("Elk nummer (1, 2, 3)"), 1),
)
SIDES: tuple[tuple[LazyText, renovatie_woningen.Side], ...] = (
    (lazy("Alle huisnummers"), "alle"),
    (lazy("Alleen oneven"), "oneven"),
    (lazy("Alleen even"), "even"),
)
SHOWN = 12
"""Homes of a plan that are named."""


class HomesCard(QFrame):
    """`done` when homes were made, `left` with [Annuleren]."""

    done = Signal()
    left = Signal()

    def __init__(self, desk: Desk, number: int) -> None:
        super().__init__()
        self.desk, self.number = desk, number
        self.plan: Plan | None = None
        self._shown: PlanView | None = None
        record = records.show(desk.ctx, desk.ctx.spec(UNIT), number)
        self.setProperty("role", "card")
        title = _("Woningen maken in {unit}").format(unit=record["naam"])
        self.setAccessibleName(title)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 12, 16, 12)
        self.column.setSpacing(8)
        self.column.addWidget(label(title, "heading"))
        self.column.addWidget(label(_("U ziet eerst wat er komt. Daarna maakt u ze in één keer."), "muted"))
        self._build_ways()
        self.pattern, self.addresses = self._pattern(), self._addresses(record["complex"])
        self.list, self.place = ListFields(desk), self._place()
        self.more = QPushButton(_("Ook verdieping en trappenhuis invullen"))
        self.more.setProperty("role", "link")
        self.more.clicked.connect(lambda _on=False: desk.safely(self._show_place))
        for part in (self.pattern, self.addresses, self.list, self.more, self.place):
            self.column.addWidget(part)
        for part in (self.pattern, self.addresses, self.list, self.place):
            part.edited.connect(self.forget_plan)
        self.place.hide()
        self.fault = label("", "fault")
        self.fault.hide()
        self.column.addWidget(self.fault)
        self._build_buttons()
        self._show_way()

    # -- building --------------------------------------------------------------------------------------------------

    def _build_ways(self) -> None:
        self.ways: dict[str, QRadioButton] = {}
        holder = QWidget()
        row = FlowLayout(holder)
        for key, words in WAYS.items():
            button = self.ways[key] = QRadioButton(str(words))
            button.toggled.connect(lambda on: on and self.desk.safely(self._show_way))
            row.addWidget(button)
        self.ways["patroon"].setChecked(True)
        self.column.addWidget(holder)

    def _pattern(self) -> Fields:
        desk, fields = self.desk, Fields(self.desk)
        fields.put("straat", _("Straat"), LineEditor(desk))
        fields.put("van", _("Eerste huisnummer"), NumberEditor(desk))
        fields.put("tot", _("Laatste huisnummer"), NumberEditor(desk))
        fields.choose("stap", _("Welke nummers"), STEPS)
        fields.put(
            "toevoegingen",
            _("Toevoegingen (niet verplicht)"),
            LineEditor(desk),
            _("Zoals A-D: dan krijgt elk nummer A, B, C en D."),
        )
        fields.put("postcode", _("Postcode (niet verplicht)"), LineEditor(desk))
        return fields

    def _addresses(self, complex_: int | None) -> Fields:
        fields = Fields(self.desk)
        editor = RecordEditor(self.desk, "complex")
        editor.set_value(complex_)
        fields.put("complex", _("Complex"), editor, _("De verhuurde adressen van dit complex."))
        fields.put("straat", _("Alleen deze straat (niet verplicht)"), LineEditor(self.desk))
        fields.choose("kant", _("Welke nummers"), SIDES)
        return fields

    def _place(self) -> Fields:
        desk, fields = self.desk, Fields(self.desk)
        fields.column.addWidget(label(_("Plaats in het gebouw"), "label"))
        fields.put("naast", _("Woningen naast elkaar op een verdieping"), NumberEditor(desk))
        fields.put("laagste", _("Laagste verdieping"), NumberEditor(desk), _("De begane grond is 0."))
        fields.put("trap", _("Woningen per trappenhuis"), NumberEditor(desk))
        fields.put(
            "namen",
            _("Namen van de trappenhuizen"),
            LineEditor(desk),
            _("Met komma’s ertussen. Leeg: portiek A, portiek B."),
        )
        return fields

    def _build_buttons(self) -> None:
        holder = QWidget()
        row = FlowLayout(holder)
        self.look = self._button(row, _("Bekijken wat er komt"), self.show_plan)
        self.look.setProperty("role", "main")
        self.cancel = self._button(row, _("Annuleren"), self.left.emit)
        self.column.addWidget(holder)

    def _button(self, row: FlowLayout, words: str, do: Callable[[], object]) -> QPushButton:
        button = QPushButton(words)
        button.clicked.connect(lambda _on=False: self.desk.safely(do))
        row.addWidget(button)
        return button

    def begin(self) -> None:
        """The focus to the first way."""
        next(button for button in self.ways.values() if button.isChecked()).setFocus()

    # -- the plan --------------------------------------------------------------------------------------------------

    @property
    def way(self) -> str:
        """The way that is chosen."""
        return next(key for key, button in self.ways.items() if button.isChecked())

    def _show_way(self) -> None:
        if not hasattr(self, "place"):  # while it is built
            return
        self.pattern.setVisible(self.way == "patroon")
        self.addresses.setVisible(self.way == "adressen")
        self.list.setVisible(self.way == "lijst")
        self.forget_plan()

    def _show_place(self) -> None:
        """Ask where the doors are, for whoever wants to see the building floor by floor."""
        self.place.show()
        self.more.hide()
        self.place.editors["naast"].first_focus().setFocus()

    def forget_plan(self) -> None:
        """What was shown does not hold for what stands there now."""
        self.plan = None
        self.fault.hide()
        if self._shown is not None:
            self.column.removeWidget(self._shown)
            self._shown.hide()
            self._shown.deleteLater()
            self._shown = None

    def show_plan(self) -> None:
        """Show what would be made."""
        self.forget_plan()
        try:
            plan = self._planned()
        except UserError as fault:
            self._tell_fault(told(fault))
            return
        if plan is not None:
            self.plan = plan
            self._shown = PlanView(self.desk, plan)
            self._shown.agreed.connect(lambda: self.desk.safely(self.make))
            self.column.addWidget(self._shown)
            self._shown.show()
            announce(self, " ".join((plan.summary(), *plan.notes())))
            QTimer.singleShot(0, self._shown, self._shown.begin)
            # The lines of the plan wrap, and have their place only a round later.
            QTimer.singleShot(0, self._shown, lambda: QTimer.singleShot(0, self, self._plan_in_sight))

    def _plan_in_sight(self) -> None:
        """The plan, and above all what is to be pressed next: it comes below all the fields."""
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is not None and (plan := self._shown) is not None:
            area.ensureWidgetVisible(plan, 0, 0)
            if (focus := plan.focusWidget()) is not None:
                area.ensureWidgetVisible(focus, 0, 8)

    def _planned(self) -> Plan | None:
        place = self.place.values()
        if place is None:
            return None
        layout = _layout(place)
        ctx = self.desk.ctx
        if self.way == "patroon":
            typed = self.pattern.values("straat", "van", "tot")
            if typed is None:
                return None
            return renovatie_woningen.plan_from_pattern(
                ctx,
                self.number,
                straat=typed["straat"],
                van=typed["van"],
                tot=typed["tot"],
                stap=typed["stap"],
                toevoegingen=typed["toevoegingen"] or "",
                postcode=typed["postcode"],
                layout=layout,
            )
        if self.way == "lijst":
            return self.list.plan(self.number, layout)
        typed = self.addresses.values("complex")
        if typed is None:
            return None
        return renovatie_woningen.plan_from_addresses(
            ctx,
            self.number,
            complex=typed["complex"],
            side=typed["kant"],
            street=typed["straat"],
            layout=layout,
        )

    def _tell_fault(self, text: str) -> None:
        self.fault.setText(text)
        self.fault.show()
        announce(self, text, urgent=True)

    def make(self) -> None:
        """Make the homes of the plan that is shown."""
        plan, view = self.plan, self._shown
        if plan is None or view is None:
            return
        if view.sure is not None and not view.sure.isChecked():
            self._tell_fault(_("Klopt het aantal? Zet dan eerst het vinkje."))
            view.sure.setFocus()
            return
        made = renovatie_woningen.make(self.desk.ctx, plan, sure=view.sure is not None)
        self.done.emit()
        self.desk.say(" ".join(made.sentences), undo=bool(made.homes))


def _layout(place: Mapping[str, Any]) -> Layout | None:
    """Where the doors are, as far as it is known."""
    names = tuple(filter(None, (part.strip() for part in (place["namen"] or "").split(","))))
    if not (place["naast"] or place["trap"] or names):
        return None
    return Layout(place["naast"] or None, place["laagste"] or 0, place["trap"] or None, names)


class PlanView(QWidget):
    """What would be made; `agreed` when it may be."""

    agreed = Signal()

    def __init__(self, desk: Desk, plan: Plan) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(label(plan.summary(), "label"))
        new = [each for each in plan.homes if each.outcome == "nieuw"]
        if new:
            column.addWidget(label("\n".join(_lines(new))))
        for text in plan.notes():
            column.addWidget(label(text, "warning" if text in plan.refused() else "muted"))
        self.sure: QCheckBox | None = None
        if reasons := plan.asked():
            column.addWidget(label(" ".join(reasons), "warning"))
            self.sure = QCheckBox(_("Ja, dit aantal klopt"))
            column.addWidget(self.sure)
        self.button = QPushButton(plan.label())
        self.button.setProperty("role", "main")
        self.button.clicked.connect(lambda _on=False: desk.safely(self.agreed.emit))
        holder = QWidget()
        FlowLayout(holder).addWidget(self.button)
        column.addWidget(holder)
        if not plan.new:
            self.button.hide()

    def begin(self) -> None:
        """The focus to what comes next."""
        if self.sure is not None:
            self.sure.setFocus()
        elif not self.button.isHidden():
            self.button.setFocus()


def _lines(homes: list[Seen]) -> list[str]:
    """The first homes with their doors."""
    lines = []
    for each in homes[:SHOWN]:
        home = each.home
        where = []
        if home is not None:
            where = [home.trappenhuis or "", floor(home.verdieping)]
            if home.deur is not None:
                where.append(_("deur {number}").format(number=home.deur))
        lines.append("  ·  ".join(filter(None, (each.name, *where))))
    if (more := len(homes) - SHOWN) > 0:
        lines.append(_("en nog {count}").format(count=written(more)))
    return lines
