"""One overleg on one screen: who, agenda, documents, what was brought in, decisions, what was agreed, minutes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from huurdersapp.actions import lists, overleg_openstaand, overleggen
from huurdersapp.base import clock
from huurdersapp.base.i18n import LazyText, lazy, ngettext
from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.forms.outcome import Outcome
from huurdersapp.ui.forms.quick_form import QuickForm
from huurdersapp.ui.forms.small_forms import SmallForm, SmallForms
from huurdersapp.ui.icons import icon
from huurdersapp.ui.lists.record_parts import label
from huurdersapp.ui.overleg import sections
from huurdersapp.ui.overleg.forms import FORMS, small_form
from huurdersapp.ui.place import Place

SECTIONS: Mapping[str, LazyText] = {
    "wie": lazy("Wie"),
    "agenda": lazy("Agenda"),
    "stukken": lazy("Stukken"),
    "ingebracht": lazy("Ingebracht"),
    "besluiten": lazy("Besluiten"),
    "acties": lazy("Te doen"),
    "verslag": lazy("Verslag"),
}
STEPS: Mapping[str, tuple[str, ...]] = {
    "wie": ("wie",),
    "agenda": ("punt", "openstaand"),
    "stukken": ("stukken",),
    "ingebracht": ("inbrengen", "maten", "bevestigen", "metingen"),
    "besluiten": (),
    "acties": ("actie",),
    "verslag": ("verslag", "vaststellen", "verstuurd", "volgend", "afgelasten"),
}
"""The small forms of each section."""
MEASURED = {"bevestigen": ("rg", "overig"), "metingen": ("bo", "overig")}
"""In which kinds of meeting values are confirmed and settled: the regiegroep and the bestuurlijk overleg, and what an
akkoord has in their place."""


class MeetingPanel(SmallForms):
    """A row of sections, of which one is shown, with its small forms. `used` with the name of the button that took a step
    (the focus comes back to it when all is shown anew) and whether its form opens again; `chosen` with the section."""

    used = Signal(str, bool)
    chosen = Signal(str)
    form_changed = Signal()

    def __init__(
        self,
        desk: Desk,
        record: Mapping[str, Any],
        name: str,
        section: str = "agenda",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, overleggen.KIND, int(record["nummer"]), name, parent)
        self.record = record
        self.section = section
        self.held = record["datum"] <= clock.today().isoformat() and not record["afgelast"]
        self._again = False
        self._column.setContentsMargins(16, 12, 16, 12)
        self._column.setSpacing(8)
        self.buttons: dict[str, QPushButton] = {}
        self._tell_state()
        self.tabs = self._tabs()
        self.body = QWidget()
        self._column.addWidget(self.body)
        self._all_openers()
        self.show_section(section)
        self.go_on()
        if self.form is not None:
            self.form_changed.emit()

    # -- building --------------------------------------------------------------------------------------------------

    def _tell_state(self) -> None:
        record = self.record
        if record["afgelast"]:
            why = record["afgelast_reden"] or _("een reden staat er niet bij")
            self._column.addWidget(label(_("Dit overleg gaat niet door: {why}.").format(why=why), "warning"))
        self.left = QPushButton()
        self.left.setProperty("role", "link")
        self.left.clicked.connect(lambda: self.desk.safely(self._to_left))
        self.left.hide()
        self._column.addWidget(self.left)
        self.unrecorded = QPushButton()
        self.unrecorded.clicked.connect(lambda: self.desk.safely(self._record_brought_in))
        self.unrecorded.hide()
        self._column.addWidget(self.unrecorded)
        ctx, number = self.desk.ctx, self.number

        def question() -> tuple[int, int]:
            return len(overleg_openstaand.left_open(ctx, number)), len(overleggen.to_record(ctx, number))

        if not record["afgelast"]:
            self.desk.ask(self, "openstaand", question, self._tell_left)

    def _tell_left(self, counts: tuple[int, int]) -> None:
        left, unrecorded = counts
        if left and not self.record["verslag_status"]:
            text = ngettext(
                "{count} punt staat nog open van eerder overleg",
                "{count} punten staan nog open van eerder overleg",
                left,
            )
            self.left.setText(text.format(count=left))
            self.left.show()
        if unrecorded:
            text = ngettext(
                "Leg vast dat {count} knelpunt is ingebracht",
                "Leg vast dat {count} knelpunten zijn ingebracht",
                unrecorded,
            )
            self.unrecorded.setText(text.format(count=unrecorded))
            self.unrecorded.show()

    def _tabs(self) -> dict[str, QPushButton]:
        holder = QWidget()
        holder.setAccessibleName(_("Onderdelen van dit overleg"))
        row = FlowLayout(holder, 2)
        found: dict[str, QPushButton] = {}
        for key, words in SECTIONS.items():
            button = QPushButton(str(words))
            button.setCheckable(True)
            button.setProperty("role", "tab")
            button.clicked.connect(
                lambda _on=False, key=key: self.desk.safely(lambda: self.show_section(key))
            )
            row.addWidget(button)
            found[key] = button
        self._column.addWidget(holder)
        return found

    def _all_openers(self) -> None:
        """A button for each small form, also of sections that are not shown: what was begun there opens again."""
        for steps in STEPS.values():
            for step in steps:
                self.buttons[step] = self.opener(step, str(FORMS[step].label))
                self.buttons[step].hide()
                self.buttons[step].setParent(self)
        for item in self.record["agendapunten"]:
            self.openers[f"punt:{item['id']}"] = QPushButton(self)
            self.openers[f"punt:{item['id']}"].hide()

    def show_section(self, key: str) -> None:
        """Show one section; what was begun in a small form of another stays begun."""
        self.section = key if key in SECTIONS else "agenda"
        for each, button in self.tabs.items():
            button.setChecked(each == self.section)
        old, self.body = self.body, QWidget()
        for step in STEPS.get(self.section, ()):
            self.buttons[step].setParent(self)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in self._widgets():
            column.addWidget(widget)
        column.addWidget(self._steps())
        self._column.replaceWidget(old, self.body)
        self._keep_buttons(old)
        old.hide()
        old.deleteLater()
        self.body.show()
        self.chosen.emit(self.section)

    def _keep_buttons(self, old: QWidget) -> None:
        """Buttons that are made once go on living when the section that showed them goes."""
        for steps in STEPS.values():
            for step in steps:
                if old.isAncestorOf(self.buttons[step]):
                    self.buttons[step].hide()
                    self.buttons[step].setParent(self)

    def _steps(self) -> QWidget:
        holder = QWidget()
        row = FlowLayout(holder)
        for step in STEPS[self.section]:
            if self._offers(step):
                row.addWidget(self.buttons[step])
                self.buttons[step].show()
        for paper, words in self._papers():
            button = QPushButton(words)
            button.setIcon(icon("afdrukken", self.desk.look))
            button.setIconSize(QSize(self.desk.look.px(16), self.desk.look.px(16)))
            button.clicked.connect(lambda _on=False, paper=paper: self.to_paper(paper))
            row.addWidget(button)
        if self.section == "stukken":
            row.addWidget(self._to_bundle())
        return holder

    def _to_bundle(self) -> QPushButton:
        """All papers of the meeting as one PDF."""
        button = QPushButton(_("Stukken samenvoegen…"))
        button.setIcon(icon("verslag", self.desk.look))
        button.setIconSize(QSize(self.desk.look.px(16), self.desk.look.px(16)))
        values = {"soort": "stukken", "overleg": self.number}
        button.clicked.connect(lambda _on=False: self.desk.go(Place("verslag", values=values)))
        return button

    def _offers(self, step: str) -> bool:
        """Whether a small form makes sense for this meeting now."""
        record = self.record
        if step in MEASURED:
            return self.held and record["soort"] in MEASURED[step]
        if step == "vaststellen":
            return self.held and record["verslag_status"] != "vastgesteld"
        if step == "verslag":
            return self.held
        if step == "afgelasten":
            return not record["afgelast"] and record["verslag_status"] is None
        return not (record["afgelast"] and step in ("punt", "openstaand", "inbrengen", "maten"))

    def _papers(self) -> Iterator[tuple[str, str]]:
        if self.section == "agenda":
            yield "agenda", _("Agenda afdrukken")
        if self.section == "acties":
            yield "actielijst", _("Actielijst afdrukken")
        if self.section in ("besluiten", "verslag"):
            yield "verslag", _("Verslag afdrukken")

    def to_paper(self, paper: str) -> None:
        """To the agenda, the verslag or the list of actions."""
        self.desk.go(Place("overleg_papier", self.number, kind=paper))

    def _widgets(self) -> Iterator[QWidget]:
        desk, record = self.desk, self.record
        match self.section:
            case "wie":
                yield from sections.who(desk, record)
            case "agenda":
                yield from sections.agenda(desk, record, self._item, self.buttons)
            case "stukken":
                yield from sections.documents(desk, record, self._mark)
            case "ingebracht":
                yield self._brought_in()
            case "besluiten":
                yield from sections.decisions(record)
            case "acties":
                yield from sections.actions(desk, self._agreed())
            case "verslag":
                yield from sections.minutes(record)

    def _brought_in(self) -> QWidget:
        number = self.number
        return Outcome(
            self.desk,
            (
                ("knelpunt", _("Ingebrachte knelpunten"), (f"inbreng.overleg={number}",)),
                ("meting", _("Bevestigde metingen"), (f"bevestigd_in={number}",)),
                ("meting", _("Vastgestelde metingen"), (f"vastgesteld_in={number}",)),
            ),
            self._name,
        )

    def _agreed(self) -> Sequence[Mapping[str, Any]]:
        spec = self.desk.ctx.spec("actiepunt")
        return lists.find(self.desk.ctx, spec, (f"overleg={self.number}",), order="uiterlijk")

    # -- what is done ----------------------------------------------------------------------------------------------

    def _item(self, what: str, key: str) -> None:
        ctx, number = self.desk.ctx, self.number
        if what == "wijzigen":
            self.begin(f"punt:{key}").begin()
        elif what == "weghalen":
            self.used.emit("punt", False)
            overleggen.remove_item(ctx, number, key)
            self.desk.say(_("Het agendapunt is weggehaald."), undo=True)
        else:
            self.used.emit(f"{what}:{key}", False)
            place = overleggen.move_item(ctx, number, key, -1 if what == "omhoog" else 1)
            text = _("Nu agendapunt {number} van {count}.")
            self.desk.say(text.format(number=place, count=len(self.record["agendapunten"])), undo=True)

    def _mark(self, key: str, yes: bool) -> None:
        overleggen.mark_confidential(self.desk.ctx, self.number, key, yes)
        said = _("Dit stuk is vertrouwelijk.") if yes else _("Dit stuk is niet meer vertrouwelijk.")
        self.desk.say(said, undo=True)

    def _to_left(self) -> None:
        self.show_section("agenda")
        self.begin("openstaand").begin()

    def _record_brought_in(self) -> None:
        self.used.emit("inbrengen", False)
        told = overleggen.record_brought_in(self.desk.ctx, self.number)
        self.desk.say_done(_("Vastgelegd: de knelpunten zijn ingebracht."), told)

    # -- small forms -----------------------------------------------------------------------------------------------

    def form_of(self, step: str) -> SmallForm:
        return small_form(self.desk, step, self.record, self._saved)

    def begin(self, step: str, more: Mapping[str, Any] | None = None) -> QuickForm:
        section = next((key for key, steps in STEPS.items() if step.partition(":")[0] in steps), "agenda")
        if section != self.section:
            self.show_section(section)
        form = super().begin(step, more)
        self.form_changed.emit()
        return form

    def opened(self, step: str, form: QuickForm) -> None:
        form.done.connect(lambda: self._done(step))
        form.left.connect(self.form_changed.emit)
        if step in FORMS and FORMS[step].repeats:
            form.save_button.setText(_("Vastleggen (Ctrl+S)"))
            form.save_button.setToolTip(_("Ctrl+Enter: vastleggen en de volgende invullen"))

    def save(self) -> None:
        """Save the small form that is open."""
        self._again = False
        if self.form is not None:
            self.form.save()

    def save_and_next(self) -> None:
        """The same, and open it again for the next one, where there can be more."""
        self._again = True
        if self.form is not None:
            self.form.save()

    def _done(self, step: str) -> None:
        kind = step.partition(":")[0]
        again, self._again = self._again and FORMS[kind].repeats and ":" not in step, False
        self.used.emit(step if ":" not in step else f"wijzigen:{step.partition(':')[2]}", again)
        self._close()
        self.form_changed.emit()

    def _saved(self, step: str, told: Sequence[str]) -> None:
        kind = step.partition(":")[0]
        text = _("Opgeslagen: het agendapunt.") if ":" in step else str(FORMS[kind].said)
        if "{what}" in text:
            typed = self.form.fields.value("wat") if self.form is not None else ""
            text = text.format(what=typed)
        self.desk.say_done(text, told)

    def come_back(self, key: str, again: bool) -> None:
        """The focus to where it was when the step was taken, or the form for the next one."""
        if again:
            self.begin(key).begin()
        elif (button := self.buttons.get(key)) is not None and button.isVisibleTo(self):
            target = button
            if not button.isEnabled():
                what, _colon, item = key.partition(":")
                other = "omlaag" if what == "omhoog" else "omhoog"
                target = self.buttons.get(f"{other}:{item}", button)
            target.setFocus()
        else:
            self.tabs[self.section].setFocus()
