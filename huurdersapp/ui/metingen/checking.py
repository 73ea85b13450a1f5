"""What loading figures would do, before it is done."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from huurdersapp.actions import metingen_laden
from huurdersapp.actions.metingen_laden import Outcome, Plan, Seen
from huurdersapp.base.formats import number as written
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.inlezen.checking import CheckStep as Base

FEW: Mapping[Outcome, int] = {"nieuw": 3, "hetzelfde": 1, "anders": 5, "dubbel": 5, "fout": 8}
"""First rows that are shown of each outcome."""


class CheckStep(Base):
    """Counts per outcome with their first rows, and what to look at again."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(
            desk, _("Wat niet kon naar Excel…"), _("Naar de metingen"), _("Wat niet kon"), parent
        )

    def fill(self, column: QVBoxLayout, plan: Plan) -> None:
        for outcome in metingen_laden.OUTCOMES:
            if count := plan.counts[outcome]:
                lines = [line_of(seen) for seen in plan.first[outcome][: FEW[outcome]]]
                warn = outcome in ("fout", "anders")
                self.put_rows(column, headed(outcome, count), lines, count, warn=warn)
        self.put_remarks(column, plan.warnings)

    def words(self, plan: Plan) -> str:
        return metingen_laden.words(plan)

    def has_rest(self, plan: Plan) -> bool:
        return bool(plan.left)

    def write_rest(self, plan: Plan, path: Path) -> None:
        metingen_laden.left_file(plan, path)


def headed(outcome: Outcome, count: int) -> str:
    """What happens to so many rows, and what does not."""
    match outcome:
        case "nieuw":
            text = _("{count} nieuw")
        case "hetzelfde":
            text = _("{count} al bekend, er verandert niets")
        case "anders":
            text = _("{count} met een andere waarde dan er staat, die blijft staan")
        case "dubbel":
            text = _("{count} dubbel in de lijst, één keer genoeg")
        case _:
            text = ngettext(
                "{count} rij kan niet, die wordt niet geladen",
                "{count} rijen kunnen niet, die worden niet geladen",
                count,
            )
    return text.format(count=written(count))


def line_of(seen: Seen) -> str:
    """A row of the list, and what there is to tell of it."""
    text = _("Regel {line}: {what}").format(line=seen.line, what=seen.what)
    if not seen.told:
        return text
    return _("{row}. {reasons}").format(row=text, reasons=" ".join(seen.told))
