"""The problem report: shown first, so that people see what they would send, and then kept in a file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.look import Look
from huurdersapp.ui.middle import text_line


class ReportDialog(QDialog):
    """The text of a report, with [Bewaren…] and [Kopiëren]."""

    def __init__(self, text: str, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Probleemrapport"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(8)
        column.addWidget(text_line(_("Dit staat in het rapport"), "heading"))
        column.addWidget(
            text_line(_("Lees het rustig na. Er gaat niets vanzelf weg: u stuurt het bestand zelf op."))
        )
        self.text = QPlainTextEdit(text)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(_("Probleemrapport"))
        column.addWidget(self.text, 1)
        self.told = text_line("")
        self.told.hide()
        column.addWidget(self.told)
        self.save = QPushButton(_("Bewaren…"))
        self.save.setProperty("role", "main")
        self.save.clicked.connect(self._choose)
        self.copy = QPushButton(_("Kopiëren"))
        self.copy.clicked.connect(self._copy)
        self.shut = QPushButton(_("Sluiten"))
        self.shut.clicked.connect(self.reject)
        buttons = QWidget()
        row = FlowLayout(buttons)
        for button in (self.save, self.copy, self.shut):
            button.setAutoDefault(button is self.save)
            row.addWidget(button)
        column.addWidget(buttons)
        room = parent.window().size()
        self.resize(min(look.px(720), room.width() - 32), min(look.px(640), room.height() - 32))
        self.save.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self) -> None:
        from huurdersapp.actions import probleemrapport

        name = probleemrapport.name()
        usual = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        kinds = _("Tekstbestand (*.txt)")
        dialog = QFileDialog(self, _("Probleemrapport bewaren"), str(Path(usual) / name), kinds)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("txt")
        dialog.selectFile(name)
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, _("Bewaren"))
        dialog.setLabelText(QFileDialog.DialogLabel.Reject, _("Annuleren"))
        dialog.fileSelected.connect(lambda path: self.save_to(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save_to(self, path: Path) -> None:
        """Keep the report in a file, and say where; or why that did not go."""
        from huurdersapp.actions import probleemrapport

        try:
            probleemrapport.bewaar(path, self.text.toPlainText())
        except UserError as fault:
            self._tell(fault.told(), "fault")
        else:
            self._tell(_("Het rapport staat in {path}").format(path=path), "good")

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self._tell(_("Gekopieerd."), "good")

    def _tell(self, words: str, role: str) -> None:
        self.told.setProperty("role", role)
        self.told.style().unpolish(self.told)
        self.told.style().polish(self.told)
        self.told.setText(words)
        self.told.show()
