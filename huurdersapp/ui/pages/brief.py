"""A letter: its parts to write in, its pages beside them, and the way it goes: fixed by the board, sent, arrived. Without a
number a list of adviezen to choose from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from huurdersapp.actions import advies, brief_versies, brieven, records
from huurdersapp.actions.brief_versies import Versie
from huurdersapp.actions.brieven import Letter
from huurdersapp.actions.papier import Paper
from huurdersapp.base.days import shown
from huurdersapp.base.events import Changes
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.draft import Fault
from huurdersapp.ui.brieven.parts_view import PartsView
from huurdersapp.ui.brieven.sending import SendPanel
from huurdersapp.ui.brieven.to_many import ManyPanel
from huurdersapp.ui.brieven.versions import CASE, FIX, FixPanel, LetterVersions
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.editors.day import DayEditor
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.frame.read_only import off
from huurdersapp.ui.page import Command
from huurdersapp.ui.place import Place
from huurdersapp.ui.preview.paper_page import PaperPage, label

LETTER = "brief"
"""The kind of the letters themselves; a place of another kind, or of none, is about the letter of an advies."""


class LetterPage(PaperPage):
    """One letter, with its pages live beside it, or the adviezen of which one can be made."""

    help = "brieven"
    choices_wide = 584  # the ways out beside each other

    def __init__(self, desk: Desk, key: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, key, parent)
        self._number: int | None = None
        self._kind = CASE
        self._letter: Letter | None = None
        self._sent: date | None = None
        self._day: date | None = None
        self.fix: FixPanel | None = None
        self.sending: SendPanel | None = None
        self._build_choices()
        self._picker = self._build_picker()
        self.finish()
        self.fold.setText(_("Schrijven en opslaan"))
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
        self.fixed, self.missing = label("", "muted"), label("", "warning")
        self.moved = label(
            _(
                "Sinds het versturen is er iets veranderd. Wat u verstuurde, staat onder ‘Vastgelegde versies’."
            ),
            "warning",
        )
        self.moved.hide()
        self.parts = PartsView(self.desk, self._wanted_number)
        self.versions = LetterVersions(self.desk)
        self.back, self.change = QPushButton(_("Terug naar advies")), QPushButton(_("Advies wijzigen"))
        self.back.clicked.connect(self.to_record)
        self.change.clicked.connect(self.to_change)
        off(self.desk, self.change)
        self.preview.offer(_("Advies wijzigen"), self.to_change)
        for widget in (self.subject, self.landlord, self.fixed, self.moved, self.missing, self.change):
            self.choices.addWidget(widget)
        self.choices.addWidget(self.parts)
        for below in (self.day_title, self.day, self.fault):
            self.choices.addWidget(below)
        self._fixing = QVBoxLayout()
        self.choices.addLayout(self._fixing)
        self.choices.addWidget(self.versions)
        self._sending = QVBoxLayout()
        self.choices.addLayout(self._sending)
        self.many = ManyPanel(self.desk)
        self.choices.addWidget(self.many)
        self.choices.addWidget(self.back)

    def _ways(self) -> QWidget:
        ways = super()._ways()
        self.as_pdf.setText(_("PDF…"))
        self.as_word.setText(_("Openen in Word"))
        self.to_printer.setText(_("Afdrukken…"))
        self.as_pdf.setProperty("role", "")
        self.to_fix = QPushButton(_("Vastleggen…"))
        self.to_fix.setProperty("role", "main")
        self.to_fix.clicked.connect(lambda: self.desk.safely(self.begin_fixing))
        off(self.desk, self.to_fix)
        row = ways.layout()
        assert isinstance(row, FlowLayout)
        row.insert(0, self.to_fix)
        return ways

    def _lines_of(self, ways: QWidget) -> QBoxLayout:
        return FlowLayout(ways)

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
        off(self.desk, self.new)
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
        return self._named()

    def _named(self) -> str:
        words = _("Brief bij advies {number}") if self._kind == CASE else _("Brief {number}")
        return words.format(number=self._number)

    def place(self) -> Place:
        """The letter that is shown."""
        return Place(self.key, self._number, kind=None if self._kind == CASE else self._kind)

    def show_place(self, place: Place) -> None:
        """Show the letter of this advies, or of this number in the register; without a number the list."""
        kind = LETTER if place.kind == LETTER else CASE
        if (place.number, kind) != (self._number, self._kind):
            self._day = None
            self.preview.clear()
        self._number, self._kind, self._letter = place.number, kind, None
        if place.number is not None:
            self._read()
            # Writing comes before looking, where there is room for one of the two.
            self._unfolded = self._sent is None and self._narrow
        super().show_place(place)
        if place.number is None:
            self._fill_picker()
        else:
            self._show()
            self.refresh()
            self.start()

    def changed(self, changes: Changes) -> None:
        """The letter, or what it tells of, may have been changed here or elsewhere."""
        if self._number is None:
            self._fill_picker()
            return
        self._read()
        self._show()
        self.refresh()

    def leave(self) -> bool:
        """What was typed is saved; what cannot be saved stays as a concept."""
        super().leave()
        return self.parts.save() or self.parts.keeper.flush()

    def commands(self) -> Mapping[Command, Callable[[], object]]:
        found = dict(super().commands())
        if found and (self._sent is None or self.sending is not None):
            found["opslaan"] = self.save_here
        return found

    def save_here(self) -> bool:
        """Save where somebody is: the small form that stands open, or else what was typed in the parts."""
        forms = [panel.form for panel in (self.fix, self.sending) if panel is not None]
        here = next((form for form in forms if form is not None and form.where()), None)
        return here.save() if here is not None else self.parts.save()

    def to_change(self) -> None:
        """To the form of what the letter tells of; it follows what is saved there."""
        page = "advies" if self._kind == CASE else "brieven"
        self.desk.go(Place(page, self._number, doing="wijzigen", kind=None if self._kind == CASE else LETTER))

    def to_record(self) -> None:
        """Back to the case, or to the register."""
        page = "advies" if self._kind == CASE else "brieven"
        self.desk.go(Place(page, self._number, kind=None if self._kind == CASE else LETTER))

    def start(self) -> None:
        """The focus to the first part: there the work begins."""
        cards = list(self.parts.cards.values())
        if cards and self._sent is None and self.aside.isVisibleTo(self):
            cards[0].first_focus().setFocus()
        else:
            super().start()

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

    # -- the letter ----------------------------------------------------------------------------------------------

    def _read(self) -> None:
        ctx, number = self.desk.ctx, self._number
        assert number is not None
        if self._kind == CASE:
            facts = advies.letter_facts(ctx, number)
            self._sent, self._settled = facts.sent_on, facts.settled_on is not None
            self._about, self._to = facts.subject, facts.landlord
            self._letter = brieven.read_case(ctx, number, self._day)
        else:
            record = records.show(ctx, ctx.spec(LETTER), number)
            sent = record["verstuurd_op"]
            self._sent, self._settled = date.fromisoformat(sent) if sent else None, True
            self._letter = brieven.read(ctx, number, self._day)
            self._about = record["onderwerp"]
            self._to = next(iter(self._letter.address), "")

    def _wanted_number(self) -> int:
        """The number of the letter itself, which is made when somebody first writes in it."""
        letter = self._letter
        assert letter is not None
        assert self._number is not None
        if letter.number is not None:
            return letter.number
        return brieven.letter_of(self.desk.ctx, self._number)

    def _show(self) -> None:
        letter = self._letter
        assert letter is not None
        assert self._number is not None
        self.subject.setText(self._about)
        self.landlord.setText(_("Aan {landlord}").format(landlord=self._to) if self._to else "")
        self.landlord.setVisible(bool(self._to))
        sent = self._sent
        for widget in (self.day_title, self.day):
            widget.setVisible(sent is None)
        if sent is not None:
            self.fixed.setText(_("De brief is verstuurd op {day}.").format(day=shown(sent)))
        elif not self._settled:
            self.fixed.setText(_("Het bestuur is nog niet akkoord. Op de brief staat ‘concept’."))
        else:
            self.fixed.setText("")
        self.fixed.setVisible(bool(self.fixed.text()))
        told = " ".join(filter(None, (letter.refusal, *letter.warnings)))
        self.missing.setText(told)
        self.missing.setVisible(bool(told))
        case = self._kind == CASE
        self.change.setText(_("Advies wijzigen") if case else _("Gegevens van de brief wijzigen"))
        self.to_fix.setVisible(sent is None)
        self.back.setText(_("Terug naar advies") if case else _("Terug naar het brievenregister"))
        if sent is None and self._day is None:
            self.day.set_value(letter.day.isoformat())
        self.fault.hide()
        self.parts.begin(self._kind, self._number, self._about)
        self.parts.show_parts(letter.parts, fixed=sent is not None)
        self._show_versions(letter)
        self.many.tell(letter.number, letter.kind)

    # -- fixing --------------------------------------------------------------------------------------------------

    def _show_versions(self, letter: Letter) -> None:
        assert self._number is not None
        if self.fix is None or (self.fix.number, self.fix.kind) != (self._number, self._kind):
            self._new_fix_panel()
        assert self.fix is not None
        ctx, number = self.desk.ctx, letter.number
        versions = [] if number is None else brief_versies.versions(ctx, number)
        stale = [] if number is None else [each.text for each in brief_versies.stale(ctx, number)]
        self.versions.show_versions(number or 0, versions, stale)
        self._show_sending(number if versions else None)
        self.moved.hide()
        if self._sent is not None and number is not None and versions:
            # The pages beside it are those of now.
            self.desk.ask(
                self, "verzonden", lambda: brief_versies.moved(ctx, number), partial(self._tell_moved, letter)
            )

    def _tell_moved(self, letter: Letter, moved: bool) -> None:
        if letter is self._letter:
            self.moved.setVisible(moved)

    def _show_sending(self, number: int | None) -> None:
        """The way out, of a letter that was fixed; a form that stands open stays."""
        if self.sending is not None and self.sending.number != number:
            self.sending.keep()
            self._sending.removeWidget(self.sending)
            self.sending.hide()
            self.sending.deleteLater()
            self.sending = None
        if number is not None and self.sending is None:
            self.sending = SendPanel(self.desk, number, self._about, self)
            self._sending.addWidget(self.sending)
        if self.sending is not None:
            self.sending.tell()

    def _new_fix_panel(self) -> None:
        if self.fix is not None:
            self.fix.keep()
            self._fixing.removeWidget(self.fix)
            self.fix.hide()
            self.fix.deleteLater()
        assert self._number is not None
        self.fix = FixPanel(
            self.desk,
            self._kind,
            self._number,
            self._about,
            self._wanted_number,
            self.parts.save,
            self._was_fixed,
            self.to_fix,
            self,
        )
        self._fixing.addWidget(self.fix)

    def begin_fixing(self) -> None:
        """Ask what the board decided, and fix the letter then."""
        if self.fix is not None and self.parts.save():
            self.show_choices()
            self.fix.begin(FIX).begin()

    def _was_fixed(self, version: Versie) -> None:
        self._new_fix_panel()
        self._read()
        self._show()
        # While the work ends the screen is still switched off, and takes no focus.
        QTimer.singleShot(0, self.versions, lambda: self.versions.come_to(version.number))

    # -- the day -------------------------------------------------------------------------------------------------

    def _day_typed(self) -> None:
        value = self.day.value()
        self.fault.setText(value.text if isinstance(value, Fault) else "")
        self.fault.setVisible(isinstance(value, Fault))
        if not isinstance(value, Fault):
            self._day = date.fromisoformat(value) if value else None
            self.refresh()

    # -- the paper -----------------------------------------------------------------------------------------------

    def to_word(self) -> None:
        self.open_in_word()

    def refresh(self) -> None:
        """Have the letter made for what is chosen now."""
        number, day, ctx = self._number, self._day, self.desk.ctx
        if number is None:
            return
        if self._kind == CASE:
            self.preview.show_paper(
                lambda wanted: advies.preview_letter(ctx, number, on=day, wanted=wanted),
                subject=self._named(),
            )
        else:
            self.preview.show_paper(
                lambda wanted: brieven.preview(ctx, number, day, wanted), subject=self._named()
            )

    def untold(self) -> DayEditor | None:
        """The day of the letter, where it cannot be read."""
        return self.day if isinstance(self.day.value(), Fault) else None

    def file_name(self, paper: Paper) -> str:
        """Adviesbrief 2 Sloop Bargeres"""
        words = _("Adviesbrief {number} {subject}") if self._kind == CASE else _("Brief {number} {subject}")
        return words.format(number=self._number, subject=self._about)


def _state(facts: advies.LetterFacts) -> str:
    """Where the letter stands, in words."""
    if facts.sent_on is not None:
        return _("{landlord}, verstuurd op {day}").format(landlord=facts.landlord, day=shown(facts.sent_on))
    return _("{landlord}, nog niet verstuurd").format(landlord=facts.landlord or _("Zonder verhuurder"))


PAGE = LetterPage
