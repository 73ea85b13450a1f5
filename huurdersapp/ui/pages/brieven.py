"""Brievenregister: the letters that went out and came in, and how those of the organisation look."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, ClassVar

from PySide6.QtWidgets import QPushButton

from huurdersapp.actions import brieven, brievenregister, records, vandaag
from huurdersapp.actions.words import View
from huurdersapp.base.events import Changes
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import lazy
from huurdersapp.records.brief_soorten import OF_A_CASE
from huurdersapp.ui.brieven.template_files import TemplateFiles
from huurdersapp.ui.brieven.template_form import TemplateForm
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.record_form import RecordForm
from huurdersapp.ui.icons import icon
from huurdersapp.ui.lists.filter_bar import Chip
from huurdersapp.ui.lists.kinds_row import KindsRow
from huurdersapp.ui.lists.list_page import ListPage
from huurdersapp.ui.lists.record_parts import label
from huurdersapp.ui.place import Place

LETTER, TEMPLATE = "brief", "briefsjabloon"
SAME = ("verhuurder", "partij", "aan", "hun_kenmerk", "advies", "overleg", "commissie", "namens")
"""What an answer has from the letter that it answers."""
MOST = 8
"""Empty numbers that are named."""


class LettersPage(ListPage):
    """The register, and with the buttons on top the letterheads and the templates."""

    kinds = (LETTER, "briefpapier", TEMPLATE)
    help = "brieven"
    own_totals = ("briefpapier",)  # the widths of all marks together say nothing
    chips: ClassVar[Mapping[str, tuple[Chip, ...]]] = {
        LETTER: (
            Chip(lazy("Uit"), ("richting=uit",)),
            Chip(lazy("In"), ("richting=binnen",)),
            Chip(lazy("Nog te versturen"), ("status=concept,vastgelegd", "richting=uit")),
            Chip(lazy("Wacht op antwoord"), ("antwoord_verwacht_op={today}",)),
            Chip(lazy("Dit jaar"), ("in_of_uit_in={year}",)),
        ),
    }

    def __init__(self, desk: Desk, key: str) -> None:
        super().__init__(desk, key)
        self.kinds_row = KindsRow(desk, key, self._kinds, {LETTER: _("Brieven")})
        self.files = TemplateFiles(desk, self)
        self.load_button = QPushButton(_("Sjabloon laden…"))
        self.load_button.clicked.connect(lambda: desk.safely(self.files.choose_file))
        self.kinds_row.row.addWidget(self.load_button)
        self.put_above(self.kinds_row)
        self.empty = label("", "muted")
        self.empty.hide()
        self.pane.put_under(self.empty)

    def title(self) -> str:
        return _("Brievenregister")

    def show_place(self, place: Place) -> None:
        if place.kind is None and (place.doing == "nieuw" or place.number is not None or place.where):
            place = replace(place, kind=LETTER)
        super().show_place(place)
        self._tell_empty()

    def kind_shown(self) -> None:
        self.kinds_row.mark(self.kind)
        self.load_button.setVisible(self.kind == TEMPLATE)

    def changed(self, changes: Changes) -> None:
        super().changed(changes)
        self._tell_empty()

    def _tell_empty(self) -> None:
        """The numbers of this year that stay empty: each was given once and is given to nothing else."""
        if self.kind != LETTER:
            self.empty.hide()
            return
        ctx = self.desk.ctx
        year = vandaag.day_of(ctx).year

        def answer(numbers: list[str]) -> None:
            text = _("Nummers van {year} die leeg blijven: {numbers}")
            self.empty.setText(text.format(year=year, numbers=in_a_row(numbers)))
            self.empty.setVisible(bool(numbers) and self.kind == LETTER)

        self.desk.ask(self, "lege nummers", lambda: brievenregister.empty(ctx, year), answer)

    def make_form(self) -> RecordForm:
        """Of a template the form that looks at its text; of the rest the usual form."""
        if self.kind == TEMPLATE:
            return TemplateForm(self.desk, self.kind, self)
        return super().make_form()

    def extra_buttons(self, view: View) -> Sequence[QPushButton]:
        """To the letter itself, to an answer to one that came in, or a template to a file."""
        if self.kind == TEMPLATE:
            return (
                self._button(_("Naar tekstbestand…"), "word", lambda: self.files.choose_target(view.number)),
            )
        if self.kind != LETTER:
            return ()
        record = records.show(self.desk.ctx, self.spec, view.number)
        if record["richting"] == "binnen":
            return (self._button(_("Antwoord schrijven"), "brief", lambda: self.answer(record)),)
        return (self._button(_("Brief openen"), "brief", lambda: self.open_letter(record)),)

    def _button(self, words: str, picture: str, do: Callable[[], object]) -> QPushButton:
        button = QPushButton(words)
        button.setIcon(icon(picture, self.desk.look))
        button.clicked.connect(lambda _on=False: self.desk.safely(do))
        return button

    def open_letter(self, record: Mapping[str, Any]) -> None:
        """To the letter, to write in or to look at; of a case that of the case."""
        case = record["advies"] if record["soort"] in OF_A_CASE else None
        place = Place("brief", case, kind="advies") if case else Place("brief", record["nummer"], kind=LETTER)
        self.desk.go(place)

    def answer(self, record: Mapping[str, Any]) -> None:
        """A new letter that answers one that came in, with what is known of it."""
        known = {key: record[key] for key in SAME if record[key] is not None}
        subject = brieven.answer_subject(record["onderwerp"])
        self.new(
            {
                "richting": "uit",
                "soort": "brief",
                "antwoord_op": record["nummer"],
                "onderwerp": subject,
                **known,
            }
        )


def in_a_row(numbers: Sequence[str]) -> str:
    """The first numbers, and that there are more."""
    return ", ".join((*numbers[:MOST], *(["…"] if len(numbers) > MOST else [])))


PAGE = LettersPage
