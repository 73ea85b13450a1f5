"""The short form under a measure by which a value is put in, and the one by which a settled value gets a better version."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from huurdersapp.actions import metingen, records
from huurdersapp.actions.standen import Doelwaarde, Stand, stand
from huurdersapp.base import clock
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import lazy
from huurdersapp.records.base import Choices, Note
from huurdersapp.records.draft import Fault
from huurdersapp.records.rules import lines_of
from huurdersapp.records.spec import Field, RecordSpec
from huurdersapp.ui.akkoord.asking import asking
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.editors.text import LineEditor
from huurdersapp.ui.forms.field_set import Editors
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.forms.quick_form import QuickForm
from huurdersapp.ui.forms.small_forms import SmallForm, SmallForms
from huurdersapp.ui.forms.step_concept import STEP, begun

ADD = "meting"
BETTER = "meting verbeteren "
"""Before the number of the meting that gets a better version: the step of that form."""
PERIOD, MEETING, CLASS, YES = "periode", "overleg", "klasse ", "ja_nee"
REST = ("bron", "aangeleverd_door", "partij", "kern", "status", MEETING)
EDITORS: Editors = {"correctie_reden": LineEditor, "tekst": LineEditor}
HELP = lazy("Een jaar (2020), een trimester (2020-T1), een dag, of twee dagen met ‘tot en met’ ertussen")


class MetingForm(SmallForms):
    """The button [Meting toevoegen…] of a measure with its form. `better` opens that of a new version of a settled value;
    `saved` carries the number of the meting that was made."""

    saved = Signal(int)

    def __init__(self, desk: Desk, number: int, parent: QWidget | None = None) -> None:
        self._record = records.show(desk.ctx, desk.ctx.spec("indicator"), number)
        super().__init__(desk, "indicator", number, self._record["code"], parent)
        self._meting = desk.ctx.spec(metingen.KIND)
        self._classes = lines_of(self._record["klassen"])
        self._stand: Stand | None = None
        if self._record["soort"] == "verwijzing":
            self.hide()
            return
        holder = QWidget()
        FlowLayout(holder).addWidget(self.opener(ADD, _("Meting toevoegen…")))
        self._column.addWidget(holder)
        self.go_on()

    def go_on(self) -> None:
        """Open what was begun last: a new value, or a better one."""
        super().go_on()
        kept = begun(self.desk.ctx, self._kind, self.number) if self.form is None else None
        if kept is not None and str(kept.gegevens[STEP]).startswith(BETTER):
            self.begin(kept.gegevens[STEP])

    def add(self) -> None:
        """Open the form for a new value, with the focus where typing begins."""
        self.begin(ADD).begin()

    def better(self, meting: int) -> None:
        """Open the form for a better version of this value."""
        self.begin(f"{BETTER}{meting}").begin()

    def opened(self, step: str, form: QuickForm) -> None:
        form.done.connect(lambda: self.desk.safely(self._close))

    # -- the fields ------------------------------------------------------------------------------------------------

    def form_of(self, step: str) -> SmallForm:
        """A new value, or with the number of a meting behind the step a better version of that."""
        measured, needed = self._value_fields()
        keys = (PERIOD, *measured, *REST)
        if not step.startswith(BETTER):
            title = _("Meting bij {code}").format(code=self._name)
            values = self._beginning()
            return SmallForm(self._spec_of(), keys, title, self._save, values, (PERIOD, *needed), EDITORS)
        number = int(step.removeprefix(BETTER))
        old = records.show(self.desk.ctx, self._meting, number)
        return SmallForm(
            self._spec_of(),
            (*keys[: 1 + len(measured)], "correctie_reden", *REST),
            _("Meting {number} verbeteren").format(number=number),
            lambda typed: self._save(typed, number),
            self._known(old),
            (PERIOD, *needed, "correctie_reden"),
            EDITORS,
        )

    def _value_fields(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The fields in which the value itself is typed, and those of them that must be filled."""
        match self._record["soort"]:
            case "klassenverdeling":
                classes = tuple(f"{CLASS}{at}" for at in range(len(self._classes)))
                return classes, classes
            case "tekst":
                return ("tekst",), ("tekst",)
            case "ja_nee":
                return (YES,), (YES,)
            case "aandeel" | "verhouding":
                return ("waarde", "teller", "noemer"), ("waarde",)
        return ("waarde",), ("waarde",)

    def _spec_of(self) -> RecordSpec:
        fields = self._meting.fields
        unit, wanted = self._record["eenheid"], self._wanted("")
        words = _("Waarde")
        if self._record["soort"] == "bedrag":
            unit = _("euro")
        elif self._record["soort"] == "aandeel":
            unit = unit or "%"
        if wanted:
            words = _("Waarde (doel: {target})").format(target=wanted)
        meeting = _called(fields["bevestigd_in"], _("In welk overleg bevestigd of vastgesteld"))
        made = {
            PERIOD: _field(PERIOD, "tekst", _("Periode"), help_=str(HELP)),
            MEETING: replace(meeting, key=MEETING),
            "waarde": _called(fields["waarde"], words, unit=unit, help=self._grows()),
            YES: _field(YES, "keuze", words, choices=Choices.of(ja=_("Ja"), nee=_("Nee"))),
            "teller": _called(fields["teller"], _("Of: hoeveel van het geheel"), help=None),
            "noemer": _called(fields["noemer"], _("Hoeveel het geheel is"), help=None),
        }
        for at, name in enumerate(self._classes):
            wanted = self._wanted(name)
            label = _("{name} (doel: {target})").format(name=name, target=wanted) if wanted else name
            made[f"{CLASS}{at}"] = _field(f"{CLASS}{at}", "getal", label, unit="%")
        return asking(self._meting, made)

    def _grows(self) -> str | None:
        if self._record["richting"] == "stand":
            return None
        if self._record["richting"] == "toename":
            return _("Hoeveel er sinds de nulmeting is bijgekomen")
        return _("Hoeveel er sinds de nulmeting af is gegaan")

    def _wanted(self, name: str) -> str:
        """What the akkoord wants of the measure or a class of it: the target that comes next."""
        targets = [one for one in self._known_stand().targets if one.klass == name and one.words]
        return _next(targets).words.removeprefix(name).strip() if targets else ""

    def _known_stand(self) -> Stand:
        if self._stand is None:
            self._stand = stand(self.desk.ctx, self.number)
        return self._stand

    # -- values ----------------------------------------------------------------------------------------------------

    def _beginning(self) -> dict[str, Any]:
        """The last year that is over, where its value was not settled yet; and who delivers the measure."""
        year = clock.today().year - 1
        whole = (date(year, 1, 1), date(year, 12, 31))
        settled = any(
            one.status == "vastgesteld" and (one.van, one.tot) == whole
            for one in self._known_stand().series
            if not (one.party or one.place or one.project or one.earlier)
        )
        return {
            PERIOD: None if settled else str(year),
            "aangeleverd_door": self._record["verantwoordelijk"],
            "status": "concept",
        }

    def _known(self, old: Mapping[str, Any]) -> dict[str, Any]:
        shares = {line["klasse"]: line["waarde"] for line in old["klassen"]}
        known = {f"{CLASS}{at}": shares.get(name) for at, name in enumerate(self._classes)}
        if old["waarde"] is not None:
            known[YES] = "ja" if old["waarde"] else "nee"
        van, tot = date.fromisoformat(old["van"]), date.fromisoformat(old["tot"])
        keep = {key: old[key] for key in ("waarde", "teller", "noemer", "tekst", *REST[:4])}
        if old["noemer"] is not None:
            keep["waarde"] = None  # it follows from the two others
        return {**keep, **known, PERIOD: metingen.shown_period(van, tot), "status": "concept"}

    def _payload(self, typed: Mapping[str, Any]) -> dict[str, Any]:
        values = {key: value for key, value in typed.items() if value is not None}
        classes = [
            {"klasse": name, "waarde": values.pop(f"{CLASS}{at}", None)}
            for at, name in enumerate(self._classes)
        ]
        if classes:
            values["klassen"] = classes
        if (answer := values.pop(YES, None)) is not None:
            values["waarde"] = int(answer == "ja")
        if (meeting := values.pop(MEETING, None)) is not None:
            status = values.get("status")
            if status not in ("bevestigd", "vastgesteld"):
                said = _("Kies bij de status ook of het daar is bevestigd of vastgesteld.")
                raise records.Refused(self._meting, [Fault(said, (MEETING,))])
            values[f"{status}_in"] = meeting
        return values

    def _save(self, typed: dict[str, Any], old: int | None = None) -> None:
        ctx = self.desk.ctx
        values = self._payload(typed)
        reason = values.pop("correctie_reden", "")
        if PERIOD not in values:
            raise records.Refused(self._meting, [Fault(_("Vul de periode in."), (PERIOD,))])
        try:
            metingen.typed_period(values[PERIOD])
        except UserError as fault:
            raise records.Refused(self._meting, [Fault(fault.sentence(), (PERIOD,))]) from fault
        try:
            if old is None:
                done = metingen.enter(ctx, {"indicator": self.number, **values})
            else:
                done = metingen.correct(ctx, old, values, reason)
        except records.Refused as refused:
            raise records.Refused(self._meting, [self._here(fault) for fault in refused.faults]) from refused
        now = stand(ctx, self.number)
        said = _("De meting staat bij {code}. De stand is nu: {stand}.")
        self.desk.say_done(said.format(code=self._name, stand=now.shown_label), done.labelled)
        self.saved.emit(int(done.records[0]["nummer"]))

    def _here(self, fault: Fault) -> Fault:
        """A fault of the meting at the field of this form that asked it."""
        match fault.place:
            case ("van" | "tot", *_rest):
                return replace(fault, place=(PERIOD,))
            case ("klassen", int(at), *_rest):
                return replace(fault, place=(f"{CLASS}{at}",))
            case ("waarde",) if self._record["soort"] == "ja_nee":
                return replace(fault, place=(YES,))
            case ("bevestigd_in" | "vastgesteld_in" | "vastgesteld_op" | "bevestigd_op", *_rest):
                return replace(fault, place=(MEETING,))
        return fault


def _field(
    key: str,
    kind: Any,
    label: str,
    *,
    choices: Choices | None = None,
    unit: str | None = None,
    help_: str | None = None,
) -> Field:
    """A field that this form alone asks."""
    return Field(key, key, kind, str, False, False, Note(label, choices, unit, help_))


def _called(item: Field, label: str, **note: Any) -> Field:
    """A field of the meting as this form calls it."""
    return replace(item, note=replace(item.note, label=label, **note))


def _next(targets: list[Doelwaarde]) -> Doelwaarde:
    """The target whose year comes next, else the last one."""
    year = clock.today().year
    coming = [one for one in targets if one.year is None or one.year >= year]
    return min(coming, key=lambda one: one.year or 0) if coming else targets[-1]
