"""The papers of a renovation, seen at once as they will be printed: telblad, walk list, letter on rights, report, zorgenblad."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton, QWidget

from huurdersapp.actions import records, renovatie_papier, renovatie_stand
from huurdersapp.actions.papier import Paper
from huurdersapp.actions.renovatie_papier import OF_PROJECT, PAPERS, Choices
from huurdersapp.base.events import Changes
from huurdersapp.base.i18n import LazyText, lazy
from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.editors.choice import Combo
from huurdersapp.ui.place import Place
from huurdersapp.ui.preview.paper_page import PaperPage, label
from huurdersapp.ui.renovatie.going import PAGE as RECORDS
from huurdersapp.ui.renovatie.going import PROJECT, UNIT

WHAT: dict[str, LazyText] = {
    "telblad": lazy("Wat er is geteld, om samen met de verhuurder te ondertekenen. Zonder namen."),
    "renovatielijst": lazy("Om langs de deuren te gaan, eerst de oneven en dan de even nummers."),
    "rechtenbrief": lazy("Voor huurders: wat een voorstel is, wat 70 % betekent en wat zij kunnen doen."),
    "renovatieverslag": lazy("Voor het bestuurlijk overleg: hoe het staat en wat u vraagt."),
    "zorgenblad": lazy("Waar huurders zich zorgen over maken, per gebouw. Zonder adressen."),
}
TICKS: dict[str, tuple[tuple[str, LazyText], ...]] = {
    "telblad": (
        ("blanco", lazy("Leeg, om met de hand in te vullen")),
        ("zonder_adressen", lazy("Zonder adressen, voor het prikbord")),
    ),
    "renovatielijst": (
        ("per_trappenhuis", lazy("Per trappenhuis")),
        ("alleen_open", lazy("Alleen wie nog niet antwoordde")),
        ("met_namen", lazy("Met namen van huurders")),
    ),
    "zorgenblad": (("intern", lazy("Voor onszelf: met kleine aantallen")),),
}
"""What can be ticked at a paper, by the name that its choice has."""


class RenovationPaperPage(PaperPage):
    """`Place.kind` says which paper, `Place.number` of which building, or of which project (`OF_PROJECT`)."""

    help = "renovatie"

    def __init__(self, desk: Desk, key: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, key, parent)
        self._kind = "telblad"
        self._project, self._unit = 0, 0
        self._names: dict[int, str] = {}
        self._title = ""
        self.subject, self.what = label("", "heading"), label("", "muted")
        self.choices.addWidget(self.subject)
        self.choices.addWidget(self.what)
        self._build_unit()
        self._build_ticks()
        self.letter = self._button(_("Brief schrijven…"), self.to_letter)
        self.others = {key: self._button(str(words), partial(self._go, key)) for key, words in PAPERS.items()}
        self.back = self._button(_("Terug naar project"), self.to_record)
        self.finish()

    # -- building --------------------------------------------------------------------------------------------------

    def _build_unit(self) -> None:
        self.unit_title, self.unit = label(_("Welk gebouw?")), Combo()
        self.unit_title.setBuddy(self.unit)
        self.unit.setAccessibleName(self.unit_title.text())
        self.unit.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.unit.setMinimumContentsLength(16)
        self.unit.activated.connect(lambda _at: self.desk.safely(self._other_unit))
        self.choices.addWidget(self.unit_title)
        self.choices.addWidget(self.unit)

    def _build_ticks(self) -> None:
        self.ticks: dict[tuple[str, str], QCheckBox] = {}
        for kind, offers in TICKS.items():
            for key, words in offers:
                box = self.ticks[kind, key] = QCheckBox(str(words))
                box.toggled.connect(lambda on, kind=kind, key=key: self._ticked(kind, key, on))
                self.choices.addWidget(box)
        self.walker_title, self.walker = label(_("Wie loopt (niet verplicht)")), QLineEdit()
        self.walker_title.setBuddy(self.walker)
        self.walker.setAccessibleName(self.walker_title.text())
        self.walker.textEdited.connect(lambda _text: self.desk.safely(self.refresh))
        self.choices.addWidget(self.walker_title)
        self.choices.addWidget(self.walker)

    def _button(self, words: str, do: Callable[[], object]) -> QPushButton:
        button = QPushButton(words)
        button.clicked.connect(lambda _on=False: self.desk.safely(do))
        self.choices.addWidget(button)
        return button

    # -- what the frame asks ---------------------------------------------------------------------------------------

    def title(self) -> str:
        return str(PAPERS[self._kind])

    def place(self) -> Place:
        return Place(self.key, self._number, kind=self._kind)

    @property
    def _number(self) -> int:
        return self._project if self._kind in OF_PROJECT else self._unit

    def show_place(self, place: Place) -> None:
        if place.number is None:
            self.desk.go(Place(RECORDS))
            return
        kind = place.kind if place.kind in PAPERS else "telblad"
        assert kind is not None
        before = (self._number, self._kind)
        self._kind = kind
        self._find(place.number)
        if (self._number, kind) != before:
            self.preview.clear()
        super().show_place(place)
        self._tell()
        self.refresh()
        self.commands_changed.emit()
        self.start()

    def _find(self, number: int) -> None:
        """The project and the building that are meant; raises UserError when they are not there."""
        ctx = self.desk.ctx
        if self._kind not in OF_PROJECT:
            self._unit = number
            number = int(records.show(ctx, ctx.spec(UNIT), number)["project"])
        self._project = number
        with ctx.store.reading() as db:
            stand = renovatie_stand.project_stand(db, number)
        self._title, self._names = stand.titel, {unit.nummer: unit.naam for unit in stand.eenheden}
        if self._unit not in self._names:
            self._unit = next(iter(self._names), 0)

    def _tell(self) -> None:
        self.subject.setText(self._title if self._kind in OF_PROJECT else self._names[self._unit])
        self.what.setText(str(WHAT[self._kind]))
        of_unit = self._kind not in OF_PROJECT
        self.unit.clear()
        for number, name in self._names.items():
            self.unit.addItem(name, number)
        self.unit.setCurrentIndex(max(0, self.unit.findData(self._unit)))
        several = of_unit and len(self._names) > 1
        self.unit_title.setVisible(several)
        self.unit.setVisible(several)
        for (kind, _key), box in self.ticks.items():
            box.setVisible(kind == self._kind)
        self.walker_title.setVisible(self._kind == "renovatielijst")
        self.walker.setVisible(self._kind == "renovatielijst")
        self.letter.setVisible(self._kind == "rechtenbrief")
        for key, button in self.others.items():
            button.setVisible(key != self._kind and (key in OF_PROJECT or bool(self._unit)))
        self.preview.offer(_("Terug naar project"), self.to_record)

    def changed(self, changes: Changes) -> None:
        """The renovation may say something else now."""
        if self._number:
            self.desk.safely(lambda: self._find(self._number))
            self.desk.safely(self._tell)
            self.refresh()

    # -- the choices -----------------------------------------------------------------------------------------------

    def _other_unit(self) -> None:
        self.desk.go(Place(self.key, int(self.unit.currentData()), kind=self._kind))

    def _ticked(self, kind: str, key: str, on: bool) -> None:
        """An empty telblad has its addresses: of these two one can be chosen."""
        if kind == "telblad" and on:
            for _kind, other in ((each, name) for each, name in self.ticks if each == kind and name != key):
                self.ticks[kind, other].setChecked(False)
        self.desk.safely(self.refresh)

    def chosen(self) -> Choices:
        """What is chosen now."""
        found: dict[str, Any] = {
            key: box.isChecked() for (kind, key), box in self.ticks.items() if kind == self._kind
        }
        loper = self.walker.text().strip() if self._kind == "renovatielijst" else ""
        return Choices(loper=loper, **found)

    # -- going -----------------------------------------------------------------------------------------------------

    def _go(self, kind: str) -> None:
        self.desk.go(Place(self.key, self._project if kind in OF_PROJECT else self._unit, kind=kind))

    def to_record(self) -> None:
        """Back to the project."""
        self.desk.go(Place(RECORDS, self._project, kind=PROJECT))

    def to_letter(self) -> None:
        """The letter in the register, to change and to send."""
        self.desk.go(Place("brief", renovatie_papier.letter_of(self.desk.ctx, self._unit), kind="brief"))

    # -- the paper -------------------------------------------------------------------------------------------------

    def _name(self) -> str:
        return self._title if self._kind in OF_PROJECT else self._names.get(self._unit, self._title)

    def file_name(self, paper: Paper) -> str:
        """Telblad Flat Kerkhoflaan"""
        return _("{paper} {name}").format(paper=PAPERS[self._kind], name=self._name())

    def refresh(self) -> None:
        """Have the pages made for what is chosen now."""
        ctx, kind, number, choices = self.desk.ctx, self._kind, self._number, self.chosen()
        if not number:
            return
        self.preview.show_paper(
            lambda wanted: renovatie_papier.preview(ctx, kind, number, choices, wanted=wanted),
            subject=_("{paper}: {name}").format(paper=PAPERS[kind], name=self._name()),
        )


PAGE = RenovationPaperPage
