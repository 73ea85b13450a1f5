"""The fourth step: what was chosen, and the ways on. Without knowing who asks, nothing is given and nothing erased."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from huurdersapp.base.formats import number as written
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.lists.record_parts import label
from huurdersapp.ui.steps.step import Step

ERASES = ("verwijdering", "bezwaar")
"""Kinds of request that ask to erase."""


class NextStep(Step):
    """`overview_wanted`, `erase_wanted`, or `request_wanted` to put something down with the request first."""

    overview_wanted = Signal()
    erase_wanted = Signal()
    request_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, _("4. Wat wilt u doen?"), parent)
        self.told, self.warned = label(""), label("", "warning")
        self.column.addWidget(self.told)
        self.column.addWidget(self.warned)
        self.overview = self.button(_("Overzicht maken"), self.overview_wanted.emit)
        self.erase = self.button(_("Wissen…"), self.erase_wanted.emit)
        self.request = self.button("", self.request_wanted.emit)
        self.row(self.overview, self.erase, self.request)
        self._first = self.overview

    def show_request(self, request: Mapping[str, object], counts: tuple[int, int]) -> None:
        """Show the ways for this request, with how many are ticked and how many texts are about the person."""
        ticked, texts = counts
        data = ngettext("{count} vinkje gezet.", "{count} vinkjes gezet.", ticked)
        more = ngettext(
            "{count} tekst gaat over deze persoon.", "{count} teksten gaan over deze persoon.", texts
        )
        told = [data.format(count=written(ticked)), more.format(count=written(texts))]
        if not any(counts):
            told = [_("U hebt niets aangevinkt. Dan staat er niets over deze persoon.")]
        self.told.setText(" ".join(told))
        known = request["identiteit"] is not None
        self.warned.setText(
            ""
            if known
            else _(
                "U weet nog niet zeker wie dit vraagt. Leg dat eerst vast bij het verzoek, en kom dan terug."
            )
        )
        self.warned.setVisible(not known)
        self.overview.setVisible(known)
        self.erase.setVisible(known and any(counts))
        self.request.setText(_("Naar het verzoek") if known else _("Vastleggen wie het is"))
        erasing = request["soort"] in ERASES and any(counts)
        for button, main in (
            (self.overview, known and not erasing),
            (self.erase, known and erasing),
            (self.request, not known),
        ):
            button.setProperty("role", "main" if main else None)
            button.style().unpolish(button)
            button.style().polish(button)
        self._first = self.request if not known else self.erase if erasing else self.overview

    def begin(self) -> None:
        """The focus to the way that was asked for."""
        self._first.setFocus()
