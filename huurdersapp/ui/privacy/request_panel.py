"""A request beside the list: by which day there must be an answer, and the steps to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from huurdersapp.base import clock
from huurdersapp.base.formats import day, day_named
from huurdersapp.base.formats import number as written
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import lazy, ngettext
from huurdersapp.records.privacyverzoek_termijn import Termijn, termijn
from huurdersapp.ui.place import Place
from huurdersapp.ui.privacy.going import PAPER, PERSON, REQUEST, button, goer
from huurdersapp.ui.privacy.steps import Step, StepsPanel

SOON = 7
"""Days before the end from which the clock warns."""
SEARCH = "zoeken"


class RequestPanel(StepsPanel):
    """Who it is, what is kept of them, more time, and the answer."""

    kind = REQUEST
    steps: ClassVar[Mapping[str, Step]] = {
        "identiteit": Step(
            lazy("Vastleggen wie het is…"),
            lazy("Wie het is"),
            ("identiteit", "identiteit_op"),
            ("identiteit", "identiteit_op"),
            "identiteit_op",
        ),
        "verlengen": Step(
            lazy("Meer tijd nemen…"),
            lazy("Meer tijd nemen"),
            ("verlengd_op", "verlengd_reden"),
            ("verlengd_op", "verlengd_reden"),
            "verlengd_op",
        ),
        "antwoord": Step(
            lazy("Antwoord vastleggen…"),
            lazy("Antwoord"),
            ("antwoord_op", "uitkomst", "reden"),
            ("antwoord_op", "uitkomst"),
            "antwoord_op",
        ),
    }

    def offered(self) -> Sequence[str]:
        return ("antwoord",) if self.record["antwoord_op"] is not None else super().offered()

    def _term(self) -> Termijn:
        extended = self.record["verlengd_op"]
        return termijn(
            date.fromisoformat(self.record["ontvangen_op"]),
            date.fromisoformat(extended) if extended else None,
        )

    def clock(self) -> tuple[str, str, Sequence[str]]:
        term = self._term()
        if (answered := self.record["antwoord_op"]) is not None:
            on = date.fromisoformat(answered)
            if on <= term.uiterlijk:
                return _("Op tijd beantwoord, op {day}.").format(day=day(on)), "good", ()
            return _("Later dan de termijn beantwoord, op {day}.").format(day=day(on)), "label", ()
        left = (term.uiterlijk - clock.today()).days
        notes = tuple(self._notes_of(term))
        if left < 0:
            text = _("De termijn was op {day} voorbij. Antwoord zo snel u kunt.")
            return text.format(day=day(term.uiterlijk)), "warning", notes
        if left == 0:
            return _("Vandaag is de laatste dag om te antwoorden."), "warning", notes
        text = ngettext(
            "Antwoord uiterlijk {day}. Dat is over {count} dag.",
            "Antwoord uiterlijk {day}. Dat is over {count} dagen.",
            left,
        )
        role = "warning" if left <= SOON else "label"
        return text.format(day=day_named(term.uiterlijk), count=written(left)), role, notes

    def _notes_of(self, term: Termijn) -> Iterator[str]:
        if self.record["identiteit"] is None:
            yield _("Ga eerst na wie dit vraagt. Zonder dat geeft u niets en wist u niets.")
        if term.verlengd:
            yield _("U nam meer tijd, en vertelde dat op tijd.")
        elif term.te_laat_verlengd:
            yield _("U nam te laat meer tijd. Dat telt niet.")
        elif clock.today() <= term.eerste:
            text = _(
                "Is het ingewikkeld? Tot en met {day} kunt u twee maanden meer tijd nemen, met een reden."
            )
            yield text.format(day=day(term.eerste))

    def following(self) -> str:
        if self.record["antwoord_op"] is not None:
            return ""
        if self.record["identiteit"] is None:
            return "identiteit"
        return "antwoord" if self.record["gegevens"] else SEARCH

    def own_buttons(self) -> Sequence[QWidget]:
        """The way to what is kept of the person, and to the certificate of what was erased."""
        desk, found = self.desk, list[QWidget]()
        if self.record["antwoord_op"] is None:
            main = self.following() == SEARCH
            place = Place(PERSON, self.number)
            found.append(button(desk, _("Gegevens zoeken…"), goer(desk, place), "zoeken", main=main))
        if any(line["besluit"] == "gewist" for line in self.record["gegevens"]):
            place = Place(PAPER, self.number, kind="bewijs")
            found.append(button(desk, _("Bewijs van wissen"), goer(desk, place), "afdrukken"))
        return found
