"""What loading would do, before it is done: what there is to look at, and the button that does it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from huurdersapp.base.formats import number as written
from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.frame.message_bar import announce
from huurdersapp.ui.lists.record_parts import label
from huurdersapp.ui.steps.step import Step

MOST_REMARKS = 12
"""Remarks that are told, those that hold for most rows first."""


class CheckStep(Step):
    """`agreed` when it may be loaded, `left` when somebody goes back to the list. A subclass says what is in it (`fill`),
    what its buttons do, and writes the rows that are not loaded (`write_rest`)."""

    agreed = Signal()
    left = Signal()

    def __init__(self, desk: Desk, save: str, back: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, _("4. Controle"), parent)
        self.plan: Any = None
        self._name = name
        self.summary = label("", "label")
        self.column.addWidget(self.summary)
        self._body: QWidget | None = None
        self._place = self.column.count()
        self.load = self.button("", self.agreed.emit, "main")
        self.save = self.button(save, self.choose_target)
        self.back = self.button(back, self.left.emit)
        self.row(self.load, self.save, self.back)

    def fill(self, column: QVBoxLayout, plan: Any) -> None:
        """Show what would happen to the rows."""
        raise NotImplementedError

    def put_rows(
        self, column: QVBoxLayout, head: str, lines: Sequence[str], count: int, *, warn: bool
    ) -> None:
        """What happens to so many rows, with the first of them."""
        column.addWidget(label(head, "warning" if warn else "label"))
        text = "\n".join(lines)
        if count > len(lines):
            text = _("{rows}\nen nog {count}").format(rows=text, count=written(count - len(lines)))
        column.addWidget(label(text))

    def put_remarks(self, column: QVBoxLayout, remarks: Counter[str]) -> None:
        """What to look at again, most often said first."""
        if not remarks:
            return
        column.addWidget(label(_("Let op"), "label"))
        lines = [
            _("{remark}: {count} keer").format(remark=remark, count=written(count))
            for remark, count in remarks.most_common(MOST_REMARKS)
        ]
        if (rest := len(remarks) - len(lines)) > 0:
            lines.append(_("en nog {count} andere").format(count=written(rest)))
        column.addWidget(label("\n".join(lines)))

    def words(self, plan: Any) -> str:
        """What stands on the button that loads."""
        raise NotImplementedError

    def has_rest(self, plan: Any) -> bool:
        """Whether there are rows that are not loaded."""
        raise NotImplementedError

    def write_rest(self, plan: Any, path: Path) -> None:
        """Write these rows to a file."""
        raise NotImplementedError

    def show_plan(self, plan: Any) -> None:
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
        self.fill(column, plan)
        self.column.insertWidget(self._place, self._body)
        self.load.setText(self.words(plan))
        self.load.setVisible(bool(plan.to_write))
        self.save.setVisible(self.has_rest(plan))
        announce(self, plan.summary())

    def choose_target(self) -> None:
        """Ask where the rows go that are not loaded."""
        home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        target = str(Path(home) / f"{self._name}.csv")
        dialog = QFileDialog(self, self.save.text().removesuffix("…"), target, _("CSV (*.csv)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("csv")
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, _("Opslaan"))
        dialog.setLabelText(QFileDialog.DialogLabel.Reject, _("Annuleren"))
        dialog.fileSelected.connect(lambda name: self.desk.safely(lambda: self.save_faults(Path(name))))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save_faults(self, path: Path) -> None:
        """Write the rows that are not loaded, to be mended and loaded again."""
        if self.plan is not None:
            self.write_rest(self.plan, path)
            self.desk.say(_("Opgeslagen: {path}").format(path=path))

    def begin(self) -> None:
        offered = (self.load, self.save, self.back)
        next(button for button in offered if not button.isHidden()).setFocus()
