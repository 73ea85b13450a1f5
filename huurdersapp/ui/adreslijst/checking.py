"""What loading would do, before it is done: counts with the first rows, what to look at, and the button that does it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from huurdersapp.actions import adreslijst
from huurdersapp.actions.adreslijst import Outcome, Plan, Seen
from huurdersapp.base.formats import number as written
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.frame.message_bar import announce
from huurdersapp.ui.inlezen.step import Step
from huurdersapp.ui.lists.record_parts import label

FEW: Mapping[Outcome, int] = {"nieuw": 3, "gewijzigd": 3, "hetzelfde": 1, "dubbel": 5, "fout": 8}
"""First rows that are shown of each outcome."""
MOST_REMARKS = 12
MOST_NAMES = 12


class CheckStep(Step):
    """`agreed` when it may be loaded, `left` when somebody goes back to the addresses."""

    agreed = Signal()
    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, _("4. Controle"), parent)
        self.plan: Plan | None = None
        self.summary = label("", "label")
        self.column.addWidget(self.summary)
        self._body: QWidget | None = None
        self._place = self.column.count()
        self.load = self.button("", self.agreed.emit, "main")
        self.save = self.button(_("Rijen die niet kloppen opslaan…"), self.choose_target)
        self.back = self.button(_("Naar de adressen"), self.left.emit)
        self.row(self.load, self.save, self.back)

    def show_plan(self, plan: Plan) -> None:
        """Show what would happen."""
        self.plan = plan
        self.summary.setText(plan.summary())
        if self._body is not None:
            self._body.hide()
            self._body.deleteLater()
        self._body = QWidget()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for outcome in adreslijst.OUTCOMES:
            self._outcome(column, plan, outcome)
        self._remarks(column, plan)
        self._complexes(column, plan)
        self.column.insertWidget(self._place, self._body)
        words = adreslijst.words(plan)
        self.load.setText(words)
        self.load.setVisible(bool(plan.to_write))
        self.save.setVisible(bool(plan.faults))
        announce(self, plan.summary())

    def _outcome(self, column: QVBoxLayout, plan: Plan, outcome: Outcome) -> None:
        count = plan.counts[outcome]
        if not count:
            return
        column.addWidget(label(headed(outcome, count), "warning" if outcome == "fout" else "label"))
        shown = plan.first[outcome][: FEW[outcome]]
        text = "\n".join(map(line_of, shown))
        if count > len(shown):
            text = _("{rows}\nen nog {count}").format(rows=text, count=written(count - len(shown)))
        column.addWidget(label(text))

    def _remarks(self, column: QVBoxLayout, plan: Plan) -> None:
        if not plan.remarks:
            return
        column.addWidget(label(_("Let op"), "label"))
        lines = [
            _("{remark}: {count} keer").format(remark=remark, count=written(count))
            for remark, count in plan.remarks.most_common(MOST_REMARKS)
        ]
        if (rest := len(plan.remarks) - len(lines)) > 0:
            lines.append(_("en nog {count} andere").format(count=written(rest)))
        column.addWidget(label("\n".join(lines)))

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

    def choose_target(self) -> None:
        """Ask where the rows with faults go."""
        home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        target = str(Path(home) / _("Rijen die niet kloppen.csv"))
        dialog = QFileDialog(self, _("Rijen die niet kloppen opslaan"), target, _("CSV (*.csv)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("csv")
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, _("Opslaan"))
        dialog.setLabelText(QFileDialog.DialogLabel.Reject, _("Annuleren"))
        dialog.fileSelected.connect(lambda name: self.desk.safely(lambda: self.save_faults(Path(name))))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save_faults(self, path: Path) -> None:
        """Write the rows with faults, to be mended and loaded again."""
        if self.plan is not None:
            adreslijst.faults_file(self.plan, path)
            self.desk.say(_("Opgeslagen: {path}").format(path=path))

    def begin(self) -> None:
        offered = (self.load, self.save, self.back)
        next(button for button in offered if not button.isHidden()).setFocus()


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
