"""The recovery code, shown once: large, to print or to save, with a tick that it lies somewhere."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QCheckBox, QDialog, QFileDialog, QFrame, QPushButton, QVBoxLayout, QWidget

from huurdersapp.actions import herstelblad
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.jobs import Job, Progress
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.middle import text_line
from huurdersapp.ui.preview import printing

FILE = "herstelcode.pdf"


class CodeRoom(QWidget):
    """`left` when the tick is there and somebody is ready."""

    left = Signal()

    def __init__(self, desk: Desk, code: str, told: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._code = desk, code
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(text_line(_("Uw herstelcode"), "heading"))
        column.addWidget(
            text_line(
                _(
                    "Bent u het wachtwoord kwijt? Dan opent alleen deze code de administratie nog."
                    " U ziet hem maar één keer. Bewaar hem op papier, niet bij deze computer."
                )
            )
        )
        card = QFrame()
        card.setProperty("role", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(16, 16, 16, 16)
        self.code = text_line(code, "title")
        self.code.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.code.setAccessibleName(_("Herstelcode {code}").format(code=code))
        self.code.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        inside.addWidget(self.code)
        column.addWidget(card)
        self.save = QPushButton(_("Opslaan als PDF"))
        self.save.clicked.connect(self._choose_file)
        self.print = QPushButton(_("Afdrukken"))
        self.print.clicked.connect(self._choose_printer)
        buttons = QWidget()
        row = FlowLayout(buttons)
        row.addWidget(self.print)
        row.addWidget(self.save)
        column.addWidget(buttons)
        for words in told:
            column.addWidget(text_line(words))
        self.kept = QCheckBox(_("Ik heb hem bewaard"))
        self.ready = QPushButton(_("Klaar"))
        self.ready.setProperty("role", "main")
        self.ready.clicked.connect(self._leave)
        self._not_yet = text_line(_("Bewaar de code eerst en zet dan het vinkje."), "fault")
        self._not_yet.hide()
        column.addWidget(self.kept)
        column.addWidget(self._not_yet)
        column.addWidget(self.ready, 0, Qt.AlignmentFlag.AlignLeft)

    def begin_here(self) -> None:
        """Put the focus on what is wanted first."""
        self.print.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave(self) -> None:
        if self.kept.isChecked():
            self.left.emit()
        else:
            self.tell_not_yet()

    def tell_not_yet(self) -> str:
        """Say that it must be kept first, and give these words."""
        self._not_yet.show()
        self.kept.setFocus()
        return self._not_yet.text()

    def _choose_file(self) -> None:
        usual = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self, _("Herstelcode opslaan"), str(Path(usual) / FILE), _("PDF (*.pdf)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(FILE)
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, _("Opslaan"))
        dialog.fileSelected.connect(lambda name: self.save_to(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save_to(self, path: Path) -> None:
        """Write the sheet to a file."""
        ctx, code, desk = self._desk.ctx, self._code, self._desk

        def write() -> Job[None]:
            yield Progress(0, 1, path.name)
            herstelblad.schrijf(path, herstelblad.organisatie(ctx), code, example=ctx.store.example)

        words = _("Opgeslagen: {path}. Zet het bestand op een stick, en haal het dan van deze computer.")
        desk.run(write(), _("Herstelcode opslaan"), lambda _none: desk.say(words.format(path=path)))

    def _choose_printer(self) -> None:
        self._printer = printer = printing.new_printer(_("Herstelcode"))
        dialog = QPrintDialog(printer, self)
        dialog.setWindowTitle(_("Afdrukken"))
        dialog.accepted.connect(self._print)
        dialog.finished.connect(dialog.deleteLater)
        QDialog.open(dialog)

    def _print(self) -> None:
        ctx, code, printer, desk = self._desk.ctx, self._code, self._printer, self._desk

        def paper() -> Job[int]:
            yield Progress(0, 1, "")
            pdf = herstelblad.pdf(herstelblad.organisatie(ctx), code, example=ctx.store.example)
            return (yield from printing.printing(pdf, printer, printing.chosen_pages(printer, 1)))

        desk.run(
            paper(), _("Afdrukken"), lambda _n: desk.say(_("De herstelcode is naar de printer gestuurd."))
        )
