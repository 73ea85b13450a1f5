"""What loading would do, before it is done: counts with the first rows, what to look at, and the button that does it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from huurdersapp.actions import adreslijst
from huurdersapp.actions.adreslijst import Outcome, Plan, Seen
from huurdersapp.base.formats import number as written
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.inlezen.checking import CheckStep as Base
from huurdersapp.ui.lists.record_parts import label

FEW: Mapping[Outcome, int] = {"nieuw": 3, "gewijzigd": 3, "hetzelfde": 1, "dubbel": 5, "fout": 8}
"""First rows that are shown of each outcome."""
MOST_NAMES = 12


class CheckStep(Base):
    """Counts per outcome with their first rows, remarks, and the complexes that are made along."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(
            desk,
            _("Rijen die niet kloppen opslaan…"),
            _("Naar de adressen"),
            _("Rijen die niet kloppen"),
            parent,
        )

    def fill(self, column: QVBoxLayout, plan: Plan) -> None:
        for outcome in adreslijst.OUTCOMES:
            if count := plan.counts[outcome]:
                lines = [line_of(seen) for seen in plan.first[outcome][: FEW[outcome]]]
                self.put_rows(column, headed(outcome, count), lines, count, warn=outcome == "fout")
        self.put_remarks(column, plan.remarks)
        self._complexes(column, plan)

    def words(self, plan: Plan) -> str:
        return adreslijst.words(plan)

    def has_rest(self, plan: Plan) -> bool:
        return bool(plan.faults)

    def write_rest(self, plan: Plan, path: Path) -> None:
        adreslijst.faults_file(plan, path)

    def _complexes(self, column: QVBoxLayout, plan: Plan) -> None:
        names = plan.new_complexes
        if not names:
            return
        head = ngettext("{count} nieuw complex", "{count} nieuwe complexen", len(names))
        column.addWidget(label(head.format(count=written(len(names))), "label"))
        text = ", ".join(names[:MOST_NAMES])
        if (rest := len(names) - MOST_NAMES) > 0:
            text = _("{names} en nog {count}").format(names=text, count=written(rest))
        column.addWidget(label(text))


def headed(outcome: Outcome, count: int) -> str:
    """What happens to so many rows, and what does not."""
    match outcome:
        case "nieuw":
            text = _("{count} nieuw")
        case "gewijzigd":
            text = _("{count} gewijzigd")
        case "hetzelfde":
            text = _("{count} al bekend, er verandert niets")
        case "dubbel":
            text = _("{count} dubbel in de lijst, één keer genoeg")
        case _:
            text = ngettext(
                "{count} rij met een fout, die wordt niet geladen",
                "{count} rijen met een fout, die worden niet geladen",
                count,
            )
    return text.format(count=written(count))


def line_of(seen: Seen) -> str:
    """A row of the list, and what there is to tell of it."""
    text = _("Regel {line}: {address}").format(line=seen.line, address=seen.address)
    if not seen.told:
        return text
    return _("{row}. {reasons}").format(row=text, reasons=" ".join(seen.told))
