"""The letter of an advies: seen at once as it will be printed; without a number a list of adviezen to choose from."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from huurdersapp.actions import advies
from huurdersapp.actions.papier import Paper
from huurdersapp.base import clock
from huurdersapp.base.days import shown
from huurdersapp.base.events import Changes
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.draft import Fault
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.editors.day import DayEditor
from huurdersapp.ui.place import Place
from huurdersapp.ui.preview.paper_page import PaperPage, label


class LetterPage(PaperPage):
    """One letter, live, or the adviezen of which one can be made."""

    help = "adviezen"

    def __init__(self, desk: Desk, key: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, key, parent)
        self._number: int | None = None
        self._facts: advies.LetterFacts | None = None
        self._day: date | None = None
        self._build_choices()
        self._picker = self._build_picker()
        self.finish()
        self._whole.addWidget(self._picker, 1)

    # -- building ------------------------------------------------------------------------------------------------

    def _build_choices(self) -> None:
        self.subject, self.landlord = label("", "heading"), label("", "muted")
        self.day_title = label(_("Datum van de brief"))
        self.day = DayEditor(self.desk)
        self.day_title.setBuddy(self.day.line)
        self.day.name_it(_("Datum van de brief"))
        self.day.edited.connect(self._day_typed)
        self.fault = label("", "fault")
        self.fixed = label("", "muted")
        self.back, self.change = QPushButton(_("Terug naar advies")), QPushButton(_("Advies wijzigen"))
        self.back.clicked.connect(self.to_advies)
        self.change.clicked.connect(self.to_change)
        self.preview.offer(_("Advies wijzigen"), self.to_change)
        for widget in (self.subject, self.landlord, self.day_title, self.day, self.fault, self.fixed):
            self.choices.addWidget(widget)
        self.choices.addWidget(self.change)
        self.choices.addWidget(self.back)

    def _build_picker(self) -> QWidget:
        card = QWidget(self)
        text = QLabel(_("Kies het advies waarvan u de brief wilt zien."))
        text.setWordWrap(True)
        self.list = QListWidget()
        self.list.setAccessibleName(_("Adviezen"))
        text.setBuddy(self.list)
        self.list.itemActivated.connect(self._picked)
        self.open = QPushButton(_("Brief bekijken"))
        self.open.setProperty("role", "main")
        self.open.clicked.connect(lambda: self._picked(self.list.currentItem()))
        self.new = QPushButton(_("Nieuw advies"))
        self.new.setProperty("role", "main")
        self.new.clicked.connect(lambda: self.desk.go(Place("advies", doing="nieuw")))
        self.pick_text = text
        column = QVBoxLayout(card)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(text)
        column.addWidget(self.list, 1)
        column.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.new, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(0)
        card.hide()
        return card

    # -- what the frame asks -------------------------------------------------------------------------------------

    def title(self) -> str:
        """What stands above it."""
        if self._number is None:
            return _("Brief")
        return _("Brief bij advies {number}").format(number=self._number)

    def place(self) -> Place:
        """The letter that is shown."""
        return Place(self.key, self._number)

    def show_place(self, place: Place) -> None:
        """Show the letter of the advies with this number, or the list."""
        if place.number != self._number:
            self._day = None
            self.preview.clear()
        self._number, self._facts = place.number, None
        if place.number is not None:
            self._facts = advies.letter_facts(self.desk.ctx, place.number)
        super().show_place(place)
        if place.number is None:
            self._fill_picker()
        else:
            self._show_facts()
            self.refresh()
            self.start()

    def changed(self, changes: Changes) -> None:
        """The advies, or what its letter names, may have been changed elsewhere."""
        if self._number is None:
            self._fill_picker()
            return
        self._facts = advies.letter_facts(self.desk.ctx, self._number)
        self._show_facts()
        self.refresh()

    def to_change(self) -> None:
        """To the form of the case; the letter follows what is saved there."""
        self.desk.go(Place("advies", self._number, doing="wijzigen"))

    def to_advies(self) -> None:
        """Back to the case."""
        self.desk.go(Place("advies", self._number))

    def _fit(self) -> None:
        super()._fit()
        picking = self._number is None
        self._picker.setVisible(picking)
        self.right.setEnabled(not picking)
        if picking:
            for widget in (self.aside, self.right):
                widget.hide()

    # -- the list ------------------------------------------------------------------------------------------------

    def _fill_picker(self) -> None:
        self.list.clear()
        for facts in advies.letters(self.desk.ctx):
            about = _("{number}: {subject}").format(number=facts.number, subject=facts.subject)
            item = QListWidgetItem(f"{about}\n{_state(facts)}")
            item.setData(Qt.ItemDataRole.UserRole, facts.number)
            self.list.addItem(item)
        some = self.list.count() > 0
        self.list.setCurrentRow(0)
        for widget in (self.list, self.open):
            widget.setVisible(some)
        self.new.setVisible(not some)
        if some:
            self.pick_text.setText(_("Kies het advies waarvan u de brief wilt zien."))
            self.list.setFocus()
        else:
            self.pick_text.setText(_("Er is nog geen advies. De brief hoort bij een advies."))
            self.new.setFocus()
        self.commands_changed.emit()

    def _picked(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.desk.go(Place(self.key, item.data(Qt.ItemDataRole.UserRole)))

    # -- the choices ---------------------------------------------------------------------------------------------

    def _show_facts(self) -> None:
        facts = self._facts
        assert facts is not None
        self.subject.setText(facts.subject)
        self.landlord.setText(_("Aan {landlord}").format(landlord=facts.landlord) if facts.landlord else "")
        self.landlord.setVisible(bool(facts.landlord))
        sent = facts.sent_on
        for widget in (self.day_title, self.day):
            widget.setVisible(sent is None)
        if sent is not None:
            self.fixed.setText(_("De brief is verstuurd op {day}.").format(day=shown(sent)))
        elif facts.settled_on is None:
            self.fixed.setText(_("Het bestuur is nog niet akkoord. Op de brief staat ‘concept’."))
        else:
            self.fixed.setText("")
        self.fixed.setVisible(bool(self.fixed.text()))
        if sent is None and self._day is None:
            self.day.set_value(clock.today().isoformat())
        self.fault.hide()

    def _day_typed(self) -> None:
        value = self.day.value()
        self.fault.setText(value.text if isinstance(value, Fault) else "")
        self.fault.setVisible(isinstance(value, Fault))
        if not isinstance(value, Fault):
            self._day = date.fromisoformat(value) if value else None
            self.refresh()

    # -- the paper -----------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Have the letter made for what is chosen now."""
        number, day, ctx = self._number, self._day, self.desk.ctx
        if number is None:
            return
        self.preview.show_paper(
            lambda wanted: advies.preview_letter(ctx, number, on=day, wanted=wanted),
            subject=_("Brief bij advies {number}").format(number=number),
        )

    def untold(self) -> DayEditor | None:
        """The day of the letter, where it cannot be read."""
        return self.day if isinstance(self.day.value(), Fault) else None

    def file_name(self, paper: Paper) -> str:
        """Adviesbrief 2 Sloop Bargeres"""
        facts = self._facts
        assert facts is not None
        return _("Adviesbrief {number} {subject}").format(number=facts.number, subject=facts.subject)


def _state(facts: advies.LetterFacts) -> str:
    """Where the letter stands, in words."""
    if facts.sent_on is not None:
        return _("{landlord}, verstuurd op {day}").format(landlord=facts.landlord, day=shown(facts.sent_on))
    return _("{landlord}, nog niet verstuurd").format(landlord=facts.landlord or _("Zonder verhuurder"))


PAGE = LetterPage
