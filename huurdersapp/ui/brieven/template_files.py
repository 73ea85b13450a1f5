"""Templates as text files, to change elsewhere and to share: chosen and loaded, and written to one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from huurdersapp.actions import briefsjablonen
from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.place import Place


class TemplateFiles(QObject):
    """For the page of the templates."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self.desk, self._page = desk, page

    def choose_file(self) -> None:
        """Let somebody choose a text file with a template; it is shown in a new form, with what is wrong in it."""
        dialog = QFileDialog(self._page, _("Sjabloon laden"), _documents(), _("Tekstbestand (*.txt)"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        self._open(dialog, _("Laden"), self.load)

    def load(self, path: Path) -> None:
        """Begin a new template with the text of a file."""
        text = briefsjablonen.read_text(path)
        values = {"naam": path.stem, "tekst": text}
        self.desk.go(Place("brieven", doing="nieuw", kind=briefsjablonen.KIND, values=values))

    def choose_target(self, number: int) -> None:
        """Let somebody choose where a template is written to."""
        target = Path(_documents()) / _("sjabloon-{number}.txt").format(number=number)
        dialog = QFileDialog(self._page, _("Naar tekstbestand"), str(target), _("Tekstbestand (*.txt)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("txt")
        self._open(dialog, _("Opslaan"), lambda path: self.save(number, path))

    def save(self, number: int, path: Path) -> None:
        """Write a template to a text file."""
        briefsjablonen.export(self.desk.ctx, number, path)
        self.desk.say(_("Opgeslagen: {path}").format(path=path))

    def _open(self, dialog: QFileDialog, words: str, take: Callable[[Path], object]) -> None:
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, words)
        dialog.setLabelText(QFileDialog.DialogLabel.Reject, _("Annuleren"))
        dialog.fileSelected.connect(lambda name: self.desk.safely(lambda: take(Path(name))))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
