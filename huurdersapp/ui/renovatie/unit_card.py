"""A building with its count: how many tenants, how many are needed, how many agreed, each with the homes behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from huurdersapp.actions import renovatie_stand
from huurdersapp.actions.renovatie_stand import EenheidStand
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.draagvlak import Telling
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.icons import icon
from huurdersapp.ui.lists.record_parts import LinkButton, label
from huurdersapp.ui.place import Place
from huurdersapp.ui.renovatie import sentences
from huurdersapp.ui.renovatie.going import HOME, PAGE, PROJECT, UNIT, counted, goer, task

BLOCKS_FROM = 130
"""Per cent: from here on a staircase is some lines of words, as columns would not fit."""


def figures(unit: EenheidStand) -> Iterator[tuple[str, int, str]]:
    """The numbers of a count: its words, how many, and which homes are behind it."""
    telling = unit.telling
    yield _("Huurders"), telling.huurders, "huurders"
    yield _("Nodig"), telling.nodig, "huurders"
    yield _("Ja"), telling.ja, "ja"
    yield _("Nog nodig"), telling.nog_nodig, "open"
    yield _("Nee"), telling.nee, "nee"
    yield _("Zonder antwoord"), telling.open, "open"
    if telling.leeg:
        yield _("Leeg"), telling.leeg, "leeg"
    if unit.mondeling:
        yield _("Alleen mondeling"), unit.mondeling, "mondeling"


def tone(telling: Telling) -> str:
    """The role of the sentence that says whether it is reached."""
    if telling.gehaald:
        return "good"
    return "label" if telling.kan_nog or not telling.huurders else "warning"


def add_button(
    desk: Desk, row: FlowLayout, words: str, picture: str, place: Place, *, main: bool = False
) -> QPushButton:
    """A button that goes somewhere."""
    button = QPushButton(words)
    if main:
        button.setProperty("role", "main")
    elif picture:
        button.setIcon(icon(picture, desk.look))
        button.setIconSize(QSize(desk.look.px(16), desk.look.px(16)))
    button.clicked.connect(lambda _on=False: desk.safely(goer(desk, place)))
    row.addWidget(button)
    return button


def row_in(column: QVBoxLayout) -> FlowLayout:
    """A line of buttons in a card."""
    holder = QWidget()
    column.addWidget(holder)
    return FlowLayout(holder)


class UnitCard(QFrame):
    """The count of a building. `whole`: on the building's own page, with its staircases and without its name on top."""

    def __init__(self, desk: Desk, unit: EenheidStand, *, whole: bool = False) -> None:
        super().__init__()
        self.desk, self.unit, self.whole = desk, unit, whole
        self.links: dict[str, LinkButton] = {}
        self.buttons: dict[str, QPushButton] = {}
        self.setProperty("role", "card")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 12, 16, 12)
        self._column.setSpacing(6)
        self.setAccessibleName(unit.naam)
        self._head()
        if unit.telling.alle_woningen:
            self._count()
        else:
            self._column.addWidget(label(_("Er staan nog geen woningen in dit gebouw.")))
        self._around()
        if whole:
            self._staircases()
        self._buttons()

    def _say(self, texts: Sequence[str], role: str = "") -> None:
        for text in texts:
            if text:
                self._column.addWidget(label(text, role))

    def _head(self) -> None:
        if self.whole:
            link = LinkButton(_("Project: {title}").format(title=self.unit.project))
            place = Place(PAGE, self.unit.project_nummer, kind=PROJECT)
        else:
            self._column.addWidget(label(self.unit.naam, "heading"))
            return
        link.clicked.connect(lambda _on=False: self.desk.safely(goer(self.desk, place)))
        self._column.addWidget(link)

    def _count(self) -> None:
        unit, telling = self.unit, self.unit.telling
        self.verdict = label(renovatie_stand.verdict(telling), tone(telling))
        self._column.addWidget(self.verdict)
        if unit.afgesproken is not None:
            text = _("Beloofd door de verhuurder: {words}")
            self._say((text.format(words=renovatie_stand.verdict(unit.afgesproken)),))
        row = row_in(self._column)
        for words, count, what in figures(unit):
            link = counted(self.desk, words, count, unit.nummer, unit.naam, what, unit.on)
            self.links[words] = link
            row.addWidget(link)
        told = [sentences.share(telling)]
        if unit.mondeling:
            told.append(_("Wat alleen mondeling is, is later lastig te bewijzen."))
        self._say((" ".join(told),), "muted")

    def _around(self) -> None:
        """The court and the landlord's own count."""
        unit = self.unit
        self._say((" ".join(sentences.beside(unit)), " ".join(sentences.court(unit))))
        if unit.naar_rechter:
            words = _("Kan nog naar de rechter")
            link = counted(
                self.desk, words, unit.naar_rechter, unit.nummer, unit.naam, "naar_rechter", unit.on
            )
            self.links[words] = link
            self._column.addWidget(link)

    # -- staircases ------------------------------------------------------------------------------------------------

    def _staircases(self) -> None:
        if not any(name for name, _count in self.unit.trappenhuizen):
            return
        self._column.addWidget(label(_("Per trappenhuis"), "label"))
        if self.desk.look.zoom >= BLOCKS_FROM:
            for name, telling in self.unit.trappenhuizen:
                self._column.addWidget(label(name or _("Zonder trappenhuis"), "label"))
                row = row_in(self._column)
                for words, count, what in _short(telling):
                    row.addWidget(self._of(name, words, count, what))
            return
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(self.desk.look.px(12))
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(0, 1)
        for line, (name, telling) in enumerate(self.unit.trappenhuizen, 1):
            grid.addWidget(label(name or _("Zonder trappenhuis")), line, 0)
            for at, (words, count, what) in enumerate(_short(telling), 1):
                if line == 1:
                    head = label(words, "muted")
                    head.setWordWrap(False)
                    head.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Minimum)
                    grid.addWidget(head, 0, at)
                link = self._of(name, words, count, what, bare=True)
                link.setMinimumWidth(self.desk.look.px(48))
                grid.addWidget(link, line, at)
        self._column.addWidget(holder)

    def _of(self, name: str, words: str, count: int, what: str, *, bare: bool = False) -> LinkButton:
        unit = self.unit
        return counted(self.desk, words, count, unit.nummer, unit.naam, what, unit.on, name, bare=bare)

    # -- buttons ---------------------------------------------------------------------------------------------------

    def _buttons(self) -> None:
        unit, row = self.unit, row_in(self._column)
        filled, closed = bool(unit.telling.alle_woningen), unit.afgesloten_op is not None
        if filled:
            place = Place("draagvlak", unit.nummer)
            self.buttons["draagvlak"] = add_button(
                self.desk, row, _("Draagvlak bijhouden"), "", place, main=not closed
            )
        if not closed:
            self.buttons["woningen"] = add_button(
                self.desk,
                row,
                _("Woningen maken…"),
                "nieuw",
                task(UNIT, unit.nummer, "woningen"),
                main=not filled,
            )
        if self.whole:
            everything = _("Alle woningen")
            place = Place(PAGE, kind=HOME, where=(f"eenheid={unit.nummer}",), title=unit.naam)
            if filled:
                self.buttons["lijst"] = add_button(self.desk, row, everything, "openen", place)
                paper = Place("renovatie_papier", unit.nummer, kind="telblad")
                self.buttons["papier"] = add_button(self.desk, row, _("Papier"), "afdrukken", paper)
            return
        self.buttons["eenheid"] = add_button(
            self.desk, row, _("Eenheid bekijken"), "openen", Place(PAGE, unit.nummer, kind=UNIT)
        )
        change = Place(PAGE, unit.nummer, kind=UNIT, doing="wijzigen")
        self.buttons["wijzigen"] = add_button(self.desk, row, _("Eenheid wijzigen"), "wijzigen", change)
        for button in self.buttons.values():
            name = _("{words}: {unit}").format(words=button.text(), unit=unit.naam)
            button.setAccessibleName(name)


def _short(telling: Telling) -> Iterator[tuple[str, int, str]]:
    """The numbers of a staircase: nothing is reached or needed there, the building counts."""
    yield _("Huurders"), telling.huurders, "huurders"
    yield _("Ja"), telling.ja, "ja"
    yield _("Nee"), telling.nee, "nee"
    yield _("Zonder antwoord"), telling.open, "open"


def read_unit(desk: Desk, number: int, on: date | None = None) -> EenheidStand:
    """The stand of a building at one moment; raises UserError when it is not there."""
    with desk.ctx.store.reading() as db:
        return renovatie_stand.eenheid_stand(db, number, on)
