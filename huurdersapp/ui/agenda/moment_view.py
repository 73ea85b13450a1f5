"""One moment of the jaaragenda: what it is for, where it stands, and what can be done with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from huurdersapp.actions import jaaragenda, jaaragenda_wij, records
from huurdersapp.actions import jaaragenda_zinnen as said
from huurdersapp.actions.jaaragenda_stappen import plan_back_words
from huurdersapp.actions.jaaragenda_wij import At, Body, Known
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import lazy, ngettext
from huurdersapp.base.working_days import is_working_day, next_working_day
from huurdersapp.records import jaaragenda_woorden as words
from huurdersapp.records.akkoord_keuzes import HERKOMST_ANKER
from huurdersapp.records.jaaragenda_vorm import DONE, DROPPED, OPEN, OWN, PAST, Jaar, Moment
from huurdersapp.ui.agenda import work_back
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.forms.quick_form import QuickForm
from huurdersapp.ui.forms.small_forms import SmallForm, SmallForms
from huurdersapp.ui.lists.record_parts import LinkButton, label
from huurdersapp.ui.place import Doing, Place

NEW: Doing = "nieuw"
CHANGE: Doing = "wijzigen"
STEPS = {
    "verzetten": (lazy("Verzetten"), ("van", "tot", "reden"), ("van",)),
    "vervallen": (lazy("Gaat niet door"), ("reden",), ("reden",)),
    "toelichting": (lazy("Toelichting"), ("toelichting", "herinnering_dagen"), ()),
    "koppelen": (lazy("Een overleg dat er al is"), ("overleg",), ("overleg",)),
}
"""Title, fields, and fields that cannot be left empty of each small form."""


class MomentView(SmallForms):
    """What is done here is a step each, so that Ctrl+Z takes it back. `acted` when something was written without a form."""

    acted = Signal()

    def __init__(
        self, desk: Desk, year: Jaar, moment: Moment, known: Known | None, parent: QWidget | None = None
    ) -> None:
        kind, number = moment.record or (jaaragenda_wij.KIND, 0)
        super().__init__(desk, kind, number, moment.name, parent)
        self.year, self.moment, self._known = year, moment, known
        self.setAccessibleName(moment.name)
        self._column.setContentsMargins(16, 12, 16, 12)
        self._column.setSpacing(6)
        self._head()
        self._holder = self._buttons()
        self._column.addWidget(self._holder)
        if moment.back:
            self._column.addWidget(
                work_back.card(
                    moment,
                    year.today,
                    lambda meetings: desk.safely(lambda: self.plan_back(meetings)),
                    lambda action: desk.go(Place("actiepunt", action, kind="actiepunt")),
                )
            )
        self._facts()
        self.go_on()

    # -- what it says ----------------------------------------------------------------------------------------------

    def _head(self) -> None:
        moment, column = self.moment, self._column
        column.addWidget(label(moment.name, "heading"))
        column.addWidget(label(words.when(moment), "label"))
        if state := said.state(moment, self.year.today):
            role = "good" if moment.state == DONE else "warning" if said.is_late(moment) else ""
            column.addWidget(label(state, role))
        if told := said.moved(moment):
            column.addWidget(label(told))
        for note in moment.notes:
            column.addWidget(label(words.note(note)))
        if aims := said.aims(moment):
            column.addWidget(label(aims))
        if moment.remark:
            column.addWidget(label(moment.remark))

    def _facts(self) -> None:
        for text in self._told():
            self._column.addWidget(label(text, "muted"))

    def _told(self) -> Iterator[str]:
        moment = self.moment
        if moment.parties:
            yield _("Wie: {parties}").format(parties=", ".join(moment.parties))
        if moment.bodies:
            names = [self._body(key).name or key for key in moment.bodies]
            yield _("Overleg: {names}").format(names=", ".join(names))
        seen = set[str]()
        for aim in moment.aims:
            source = (
                _("{origin}: {source}").format(origin=HERKOMST_ANKER.label(aim.origin), source=aim.source)
                if aim.source
                else str(HERKOMST_ANKER.label(aim.origin))
            )
            for text in (aim.text, source, aim.doubt):
                if text and text not in seen:
                    seen.add(text)
                    yield text
        if moment.reminder:
            yield ngettext(
                "Herinnering in het agendabestand: {days} dag ervoor",
                "Herinnering in het agendabestand: {days} dagen ervoor",
                moment.reminder,
            ).format(days=moment.reminder)

    # -- what can be done ------------------------------------------------------------------------------------------

    @property
    def can_write(self) -> bool:
        """Whether something can be said about this moment: not where only a meeting or a law stands behind it."""
        return self.moment.kind == OWN or self.moment.handle is not None

    @property
    def can_add(self) -> bool:
        """Whether there is a record, or an anchor to make one of: a day of the law has none until it is moved."""
        return self.moment.agenda is not None or self.moment.anchor is not None

    def _buttons(self) -> QWidget:
        holder = QWidget()
        self._row = FlowLayout(holder)
        if self.can_write:
            self._about_the_moment()
        for meeting in self.moment.meetings:
            go = LinkButton(_("Naar {name}").format(name=meeting.name))
            go.clicked.connect(
                lambda _on=False, number=meeting.number: self.desk.go(
                    Place("overleg", number, kind="overleg")
                )
            )
            self._row.addWidget(go)
        if self.moment.state not in (DONE, DROPPED):
            for body in self._to_make():
                words_ = _("{name} maken…").format(name=body.name or body.key)
                self._button(words_, lambda body=body: self.desk.go(self._new_meeting(body)))
        if self.can_add:
            if self.moment.bodies and self.moment.state != DROPPED:
                self._open("koppelen", _("Overleg koppelen…"))
            self._open("toelichting", _("Toelichting…"))
        if self.moment.kind == OWN:
            self._button(_("Wijzigen"), self.change)
            self._button(_("Verwijderen"), lambda: self.desk.safely(self.discard))
        elif self.moment.anchor is not None:
            there = Place("akkoord", self.moment.anchor, kind="anker")
            self._button(_("In het akkoord"), lambda: self.desk.go(there))
        return holder

    def _about_the_moment(self) -> None:
        state = self.moment.state
        if state in (OPEN, PAST):
            self.done_button = self._button(_("Gedaan"), lambda: self.desk.safely(self.do_done))
            self.done_button.setProperty("role", "main")
            self._open("verzetten", _("Verzetten…"))
            self._open("vervallen", _("Gaat niet door…"))
        elif state == DONE and self.moment.done_on is not None:
            self._button(_("Toch niet gedaan"), lambda: self.desk.safely(self.undone))
        elif state == DROPPED and self.moment.kind == OWN:
            self._button(_("Gaat toch door"), lambda: self.desk.safely(self.goes_on))
        if self.moment.agenda is not None and self.moment.handle is not None:
            self._button(_("Weer zoals het was"), lambda: self.desk.safely(self.restore))

    def _button(self, text: str, do: Any) -> QPushButton:
        button = QPushButton(text)
        button.clicked.connect(lambda _on=False: do())
        self._row.addWidget(button)
        return button

    def _open(self, step: str, text: str) -> None:
        self._row.addWidget(self.opener(self._step(step), text))

    def _step(self, step: str) -> str:
        """With its year: the same anchor may be moved in another year too."""
        return f"{step} {self.year.year}"

    def first_button(self) -> QWidget:
        """Where work begins."""
        form = self.form
        if form is not None:
            return next(iter(form.fields.boxes.values())).editor.first_focus()
        found = [button for button in self.findChildren(QPushButton) if button.isVisibleTo(self)]
        return found[0] if found else self

    # -- meetings --------------------------------------------------------------------------------------------------

    def _body(self, key: str) -> Body:
        found = self._known.bodies.get(key) if self._known is not None else None
        return found or jaaragenda_wij.body(key)

    def _to_make(self) -> list[Body]:
        """The meetings that belong to it and are not there yet."""
        there = {(meeting.kind) for meeting in self.moment.meetings}
        bodies = [self._body(key) for key in self.moment.bodies]
        return [body for body in bodies if body.kind == "overig" or body.kind not in there]

    def _new_meeting(self, body: Body) -> Place:
        values: dict[str, Any] = {"soort": body.kind}
        if body.kind == "overig":
            values["werkgroep"] = body.name
        if (day := self._day()) is not None:
            values["datum"] = day.isoformat()
        if self.moment.akkoord is not None:
            values["akkoord"] = self.moment.akkoord
        return Place("overleg", doing=NEW, kind="overleg", values=values)

    def _day(self) -> date | None:
        """Its day, or of a period the first working day that is still to come."""
        first, last = self.moment.first, self.moment.last
        if first is None or last is None:
            return None
        if first == last:
            return first
        begin = max(first, self.year.today) if self.year.today <= last else first
        day = next_working_day(begin)
        return day if day <= last and is_working_day(day) else first

    # -- the small forms -------------------------------------------------------------------------------------------

    def begin(self, step: str, more: Mapping[str, Any] | None = None) -> QuickForm:
        """Open a small form, right under the buttons: what is told about the moment stands below it."""
        form = super().begin(step, more)
        self._column.insertWidget(self._column.indexOf(self._holder) + 1, form)
        return form

    def form_of(self, step: str) -> SmallForm:
        name = step.partition(" ")[0]
        title, keys, needed = STEPS[name]
        if name == "verzetten" and self.moment.kind != OWN:
            needed = ("van", "reden")
        spec = self.desk.ctx.spec(jaaragenda_wij.KIND)
        return SmallForm(
            spec, keys, str(title), lambda typed: self._save(name, typed), self._values(name), needed
        )

    def _values(self, name: str) -> dict[str, Any]:
        moment = self.moment
        if name == "toelichting":
            return {"toelichting": moment.remark or None, "herinnering_dagen": moment.reminder or None}
        return {}

    def _save(self, name: str, typed: dict[str, Any]) -> None:
        text = {
            "verzetten": _("Verzet: {name}."),
            "vervallen": _("Gaat niet door: {name}."),
            "toelichting": _("Opgeslagen: {name}."),
            "koppelen": _("Gekoppeld: {name}."),
        }[name].format(name=self.moment.name)
        handle, year, ctx = self.moment.handle, self.year.year, self.desk.ctx
        told: list[str] = []
        if name == "verzetten" and handle is not None:
            until = date.fromisoformat(typed["tot"]) if typed["tot"] else None
            jaaragenda.move(ctx, handle, year, date.fromisoformat(typed["van"]), until, typed["reden"] or "")
        elif name == "vervallen" and handle is not None:
            jaaragenda.drop(ctx, handle, year, typed["reden"] or "")
        else:
            more = {"vervallen": True} if name == "vervallen" else {}
            told = self._note({**typed, **more}, text.rstrip("."))
        self.desk.say_done(text, told)

    # -- at once ---------------------------------------------------------------------------------------------------

    def at(self) -> At:
        """Where something about it is written down."""
        return At(self.moment.handle, self.moment.agenda)

    def _note(self, typed: dict[str, Any], step: str) -> list[str]:
        return jaaragenda_wij.note(self.desk.ctx, [self.at()], self.year.year, typed, step)

    def do_done(self) -> None:
        """It was done today."""
        name = self.moment.name
        if (handle := self.moment.handle) is not None:
            jaaragenda.done(self.desk.ctx, handle, self.year.year, self.year.today)
        else:
            self._note({"gedaan_op": self.year.today.isoformat()}, jaaragenda_wij.done_label(1))
        self.desk.say_done(_("Gedaan: {name}.").format(name=name))
        self.acted.emit()

    def undone(self) -> None:
        """It was not done after all."""
        self._note({"gedaan_op": None}, _("Toch niet gedaan: {name}").format(name=self.moment.name))
        self.desk.say_done(_("Toch niet gedaan: {name}.").format(name=self.moment.name))
        self.acted.emit()

    def goes_on(self) -> None:
        """It takes place after all."""
        self._note({"vervallen": False}, _("Gaat toch door: {name}").format(name=self.moment.name))
        self.desk.say_done(_("Gaat toch door: {name}.").format(name=self.moment.name))
        self.acted.emit()

    def restore(self) -> None:
        """As the akkoord or the law says it again."""
        assert self.moment.handle is not None
        jaaragenda.restore(self.desk.ctx, self.moment.handle, self.year.year)
        self.desk.say_done(_("Weer zoals het was: {name}.").format(name=self.moment.name))
        self.acted.emit()

    def plan_back(self, meetings: list[int]) -> None:
        """Put the work before these meetings among the actiepunten."""
        made = jaaragenda.plan_back(self.desk.ctx, *meetings)
        if made:
            self.desk.say_done(plan_back_words(made))
            self.acted.emit()
        else:
            self.desk.say(plan_back_words(made))

    def change(self) -> None:
        """To the form of our own moment."""
        if self.moment.agenda is not None:
            kind = jaaragenda_wij.KIND
            self.desk.go(Place("vaste_momenten", self.moment.agenda, doing=CHANGE, kind=kind))

    def discard(self) -> None:
        """Throw our own moment away."""
        if self.moment.agenda is not None:
            records.discard(self.desk.ctx, self.desk.ctx.spec(jaaragenda_wij.KIND), self.moment.agenda)
            self.desk.say_done(_("Weggegooid: {title}").format(title=self.moment.name))
            self.acted.emit()
