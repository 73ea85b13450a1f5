"""A visit in under ninety seconds: only what nearly every visit has, in the order in which a coach tells it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from huurdersapp.actions import adressen, energie
from huurdersapp.base.days import shown
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.draft import Fault
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.energie import quick_fields
from huurdersapp.ui.energie.quick_fields import ADDRESS, UNKNOWN, AddressRow, QuickFields
from huurdersapp.ui.energie.visit_form import ALL, SHAPE, VISIT, VisitForm
from huurdersapp.ui.forms.field_box import FieldBox
from huurdersapp.ui.forms.field_set import Editors, FieldSet
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.forms.layouts import Layout
from huurdersapp.ui.forms.save_bar import SaveBar
from huurdersapp.ui.frame.message_bar import announce

_WHERE = ADDRESS[:3]
ONE_LINE_FROM = 150
"""Per cent: from here on there is room for one line of buttons under the form."""


class QuickEntry(VisitForm):
    """The quick entry of a new visit. `all_wanted` with the key of the concept to go on with (None: nothing was typed)
    when somebody wants all questions."""

    all_wanted = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self._with_all = False
        super().__init__(desk, VISIT, parent, quick_fields.editors(desk, energie.measures(desk.ctx)))

    # -- building ------------------------------------------------------------------------------------------------

    def _build(self, editors: Editors | None) -> None:
        super()._build(editors)
        inside = self.area.widget()
        column = inside.layout() if inside is not None else None
        assert isinstance(column, QVBoxLayout)
        holder = QWidget()
        self._below = FlowLayout(holder)
        column.insertWidget(column.count() - 1, holder)

    def layout_used(self) -> Layout:
        return quick_fields.LAYOUT

    def make_fields(self, editors: Editors | None) -> FieldSet:
        return QuickFields(self.desk, self.spec, editors or {})

    def _save_bar(self) -> SaveBar:
        ways = (self.save_and_next, self.save, self.ask_all, self.drop)
        words = ("", "", _("Alle vragen"), _("Niet opslaan"))
        bar = SaveBar(self.desk, self.keeper, tuple(zip(words, ways, strict=True)), sides=16, below=8)
        self.next_button, self.save_button, self.all_button, self.drop_button = bar.buttons
        return bar

    def _fit(self) -> None:
        super()._fit()
        large = self.desk.look.zoom >= ONE_LINE_FROM
        self.next_button.setText(_("Opslaan en volgende") if large else _("Opslaan en volgende (Ctrl+Enter)"))
        self.save_button.setText(_("Opslaan en sluiten") if large else _("Opslaan en sluiten (Ctrl+S)"))
        if large == (self._below.indexOf(self.all_button) >= 0):
            return
        # Large letters leave room for one line of buttons.
        if large:
            self.save_bar.row.removeWidget(self.all_button)
            self._below.addWidget(self.all_button)
        else:
            self._below.removeWidget(self.all_button)
            self.save_bar.row.insert(2, self.all_button)
        self.all_button.show()

    def first_field(self) -> QWidget:
        # Who the coach is, is asked once: after that it is known.
        begin = "coach" if self.fields.value("coach") is None else "postcode"
        return self.fields.boxes[begin].editor.first_focus()

    def _start(self, *about: Any) -> None:
        super()._start(*about)
        self._look_up(final=True)

    def _go_on(self, concept: Any) -> None:
        super()._go_on(concept)
        self._look_up(final=True)

    @property
    def given(self) -> dict[str, Any]:
        """What was filled in beforehand."""
        return dict(self._given)

    # -- all questions -------------------------------------------------------------------------------------------

    def ask_all(self) -> None:
        """Go on with all questions; what was typed goes along."""
        self._with_all = True
        if self.dirty and not self.keeper.keep():
            self._with_all = False
            return
        concept = self.keeper.concept
        self.all_wanted.emit(concept.id if concept is not None else None)

    def _content(self) -> tuple[str, dict[str, Any]]:
        title, content = super()._content()
        return title, {**content, SHAPE: ALL} if self._with_all else content

    # -- the address ---------------------------------------------------------------------------------------------

    def _typed(self, key: str) -> None:
        super()._typed(key)
        if key in ADDRESS:
            self._look_up(final=key == "zonder_adres")

    def _leave(self, box: FieldBox) -> None:
        super()._leave(box)
        if box.item.key in _WHERE:
            self._look_up(final=box.item.key != "postcode")

    def _look_up(self, *, final: bool) -> None:
        """Say what is known of the address. `final`: the number is typed whole, so one that is not known is asked for."""
        if not isinstance(self.fields, QuickFields):
            return
        values = [self.fields.value(key) for key in _WHERE]
        postcode, number, addition = (None if isinstance(value, Fault) else value for value in values)
        without = bool(self.fields.value("zonder_adres"))
        home, whole = None, False
        if postcode and isinstance(number, int) and not without:
            whole = True
            home = adressen.home(self.desk.ctx, postcode, number, addition)
        known = home is not None and home.number is not None
        self._tell_home(self._words(home, number, without=without, asked=whole and final))
        typed = any(self.fields.value(key) is not None for key in UNKNOWN)
        group = self.fields.group_of(UNKNOWN)
        if known or not whole or final:
            group.setVisible(without or typed or (whole and not known))
        self.fields.boxes["straat"].setVisible(not without)

    def _words(self, home: adressen.Home | None, number: Any, *, without: bool, asked: bool) -> str:
        if without:
            return _("Zonder adres. De kern of wijk mag u wel invullen.")
        if home is not None and home.number is not None:
            before = [shown(day) for _number, day in home.visits if day is not None]
            if not before:
                return home.words
            return _("{address}. Hier was eerder een bezoek op {day}.").format(
                address=home.words, day=before[0]
            )
        others = home.others(number) if home is not None else ""
        if others or not asked:
            return others
        return _("Dit adres staat nog niet in de lijst. Dat mag. Vul de straat dan zelf in.")

    def _tell_home(self, words: str) -> None:
        row = self.fields.group_of(ADDRESS) if isinstance(self.fields, QuickFields) else None
        assert isinstance(row, AddressRow)
        if words != row.said.text():
            row.said.setText(words)
            if words:
                announce(self, words)
