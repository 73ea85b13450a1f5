"""Brievenregister: the letters that went out and came in, and how those of the organisation look."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import ClassVar

from PySide6.QtWidgets import QPushButton

from huurdersapp.actions import records
from huurdersapp.actions.words import View
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import lazy
from huurdersapp.ui.brieven.template_form import TemplateForm
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.record_form import RecordForm
from huurdersapp.ui.icons import icon
from huurdersapp.ui.lists.filter_bar import Chip
from huurdersapp.ui.lists.kinds_row import KindsRow
from huurdersapp.ui.lists.list_page import ListPage
from huurdersapp.ui.place import Place

LETTER, TEMPLATE = "brief", "briefsjabloon"


class LettersPage(ListPage):
    """The register, and with the buttons on top the letterheads and the templates."""

    kinds = (LETTER, "briefpapier", TEMPLATE)
    help = "brieven"
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
        self.put_above(self.kinds_row)

    def title(self) -> str:
        return _("Brievenregister")

    def show_place(self, place: Place) -> None:
        if place.kind is None and (place.doing == "nieuw" or place.number is not None or place.where):
            place = replace(place, kind=LETTER)
        super().show_place(place)
        self.kinds_row.mark(self.kind)

    def make_form(self) -> RecordForm:
        """Of a template the form that looks at its text; of the rest the usual form."""
        if self.kind == TEMPLATE:
            return TemplateForm(self.desk, self.kind, self)
        return super().make_form()

    def extra_buttons(self, view: View) -> Sequence[QPushButton]:
        """Of a letter of an advies the way to the letter itself."""
        if self.kind != LETTER:
            return ()
        record = records.show(self.desk.ctx, self.spec, view.number)
        if record["richting"] != "uit" or record["advies"] is None:
            return ()
        number = int(record["advies"])
        button = QPushButton(_("Brief openen"))
        button.setIcon(icon("brief", self.desk.look))
        button.clicked.connect(lambda: self.desk.go(Place("brief", number, kind="advies")))
        return (button,)


PAGE = LettersPage
