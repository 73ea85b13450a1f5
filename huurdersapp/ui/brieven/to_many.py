"""Under a letter to tenants: to how many homes it goes, with a file of all letters and the labels for the envelopes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QPushButton, QVBoxLayout, QWidget

from huurdersapp.actions import brieven_velen
from huurdersapp.actions.papier import Printed
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.base.jobs import Job
from huurdersapp.records.brief_soorten import TO_TENANTS
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.lists.record_parts import label


class ManyPanel(QWidget):
    """Shown for a letter to tenants alone."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.number = desk, 0
        self.told = label("", "label")
        self.letters, self.labels = QPushButton(_("Alle brieven (PDF)…")), QPushButton(_("Etiketten (PDF)…"))
        self.letters.clicked.connect(lambda: desk.safely(lambda: self._choose(_("brieven.pdf"), self.make)))
        self.labels.clicked.connect(
            lambda: desk.safely(lambda: self._choose(_("etiketten.pdf"), self.make_labels))
        )
        holder = QWidget()
        row = FlowLayout(holder)
        for button in (self.letters, self.labels):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (label(_("Naar alle adressen"), "heading"), self.told, holder):
            column.addWidget(widget)
        self.hide()

    def tell(self, number: int | None, kind: str) -> None:
        """Show to how many homes the letter with this number goes, or why to none."""
        self.setVisible(number is not None and kind in TO_TENANTS)
        if number is None or kind not in TO_TENANTS:
            return
        self.number = number
        try:
            count = len(brieven_velen.homes(self.desk.ctx, number))
        except UserError as fault:
            count, words = 0, fault.told()
        else:
            words = ngettext(
                "Deze brief gaat naar {count} adres.", "Deze brief gaat naar {count} adressen.", count
            )
        self.told.setText(words.format(count=count) if count else words)
        for button in (self.letters, self.labels):
            button.setEnabled(count > 0)

    def make(self, path: Path) -> None:
        """Write a file with all letters."""
        self._run(brieven_velen.write(self.desk.ctx, self.number, path), _("Brieven maken"))

    def make_labels(self, path: Path) -> None:
        """Write a file with the labels."""
        self._run(brieven_velen.write_labels(self.desk.ctx, self.number, path), _("Etiketten maken"))

    def _run(self, job: Job[Printed], title: str) -> None:
        desk = self.desk

        def done(printed: Printed) -> None:
            desk.say(" ".join([_("Opgeslagen: {path}").format(path=printed.path), *printed.warnings]))

        desk.run(job, title, done)

    def _choose(self, name: str, do: Callable[[Path], None]) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self.window(), _("Opslaan"), str(Path(folder) / name), _("PDF (*.pdf)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(name)
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, _("Opslaan"))
        dialog.fileSelected.connect(lambda chosen: self.desk.safely(lambda: do(Path(chosen))))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
