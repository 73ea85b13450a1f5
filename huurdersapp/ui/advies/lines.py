"""The voorwaarden and aanbevelingen of an advies, each with what the landlord said of it and whether it was met."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from huurdersapp.actions import advies_stappen
from huurdersapp.base import clock
from huurdersapp.base.formats import day_long
from huurdersapp.base.i18n import LazyText, lazy
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.advies_tables import OVERGENOMEN
from huurdersapp.ui.advies.forms import line_form
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.forms.quick_form import QuickForm
from huurdersapp.ui.forms.small_forms import SmallForm, SmallForms
from huurdersapp.ui.lists.record_parts import label, long_text

TITLES: Mapping[str, LazyText] = {"voorwaarden": lazy("Voorwaarden"), "aanbevelingen": lazy("Aanbevelingen")}
MET = "voldaan"


class LinesPanel(SmallForms):
    """The lines with [Reactie…], and for a voorwaarde [Voldaan…]."""

    def __init__(
        self, desk: Desk, record: Mapping[str, Any], name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, advies_stappen.KIND, record["nummer"], name, parent)
        self.record = record
        sent = bool(record["verstuurd_op"] or record["advies_ontvangen_op"])
        for part, title in TITLES.items():
            if record[part]:
                self._column.addWidget(label(str(title), "heading"))
            for place, line in enumerate(record[part], 1):
                self._column.addWidget(self._line(part, place, line, sent=sent))
        self.go_on()

    def _line(self, part: str, place: int, line: Mapping[str, Any], *, sent: bool) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(4)
        column.addWidget(long_text(_("{place}. {text}").format(place=place, text=line["tekst"])))
        facts = []
        if line.get("toetsbaar_aan"):
            facts.append(_("Te zien aan: {what}").format(what=line["toetsbaar_aan"]))
        if line.get("termijn"):
            facts.append(_("Uiterlijk {day}").format(day=_day(line["termijn"])))
        if facts:
            column.addWidget(label("  ·  ".join(facts), "muted"))
        words, role = _stand(part, line, sent=sent)
        if words:
            column.addWidget(label(words, role))
        if sent:
            buttons = QWidget()
            row = FlowLayout(buttons)
            for what, words in self._offers(part, line):
                button = self.opener(f"{what} {part} {line['id']}", words)
                named = (
                    _("{step} Punt {place}") if part == "aanbevelingen" else _("{step} Voorwaarde {place}")
                )
                button.setAccessibleName(named.format(step=words, place=place))
                row.addWidget(button)
            column.addWidget(buttons)
        return holder

    def _offers(self, part: str, line: Mapping[str, Any]) -> list[tuple[str, str]]:
        found = [("reactie", _("Reactie…") if not line["reactie"] else _("Reactie wijzigen…"))]
        if part == "voorwaarden" and not line["voldaan_op"]:
            found.append((MET, _("Voldaan…")))
        return found

    def form_of(self, step: str) -> SmallForm:
        what, part, key = step.split(" ")
        return line_form(self.desk, self.record, part, key, met=what == MET)

    def opened(self, step: str, form: QuickForm) -> None:
        form.done.connect(lambda: QTimer.singleShot(0, self, lambda: self._leave(step)))


def _day(text: str) -> str:
    return day_long(date.fromisoformat(text))


def _stand(part: str, line: Mapping[str, Any], *, sent: bool) -> tuple[str, str]:
    """What became of a line, and how that is shown."""
    said = OVERGENOMEN.label(line["reactie"]) if line["reactie"] else ""
    if said and line["reactie_reden"]:
        said = _("{reaction}: {why}").format(reaction=said, why=" ".join(line["reactie_reden"].split()))
    if line.get("voldaan_op"):
        met = _("Voldaan op {day}").format(day=_day(line["voldaan_op"]))
        if line["voldaan_bewijs"]:
            met = _("{met} ({proof})").format(met=met, proof=line["voldaan_bewijs"])
        return "✓ " + "  ·  ".join(filter(None, (said, met))), "good"
    late = line.get("termijn") and line["termijn"] < clock.today().isoformat()
    if sent and part == "voorwaarden" and late:
        return "  ·  ".join(
            filter(None, (said, _("De dag is voorbij en dit is nog niet voldaan.")))
        ), "warning"
    return said or (_("Nog geen reactie.") if sent else ""), "label" if said else "muted"
