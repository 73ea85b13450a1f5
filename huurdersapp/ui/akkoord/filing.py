"""Akkoord files from the screen: one chosen and loaded, with its faults told in a list, and the akkoord written to one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QTimer
from PySide6.QtWidgets import QFileDialog, QWidget

from huurdersapp.actions import akkoord
from huurdersapp.actions.akkoord_lezen import Reading
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui.akkoord.empty import FaultsView
from huurdersapp.ui.desk import Desk, told
from huurdersapp.ui.page import Page
from huurdersapp.ui.place import Place


class FilingPage(Page):
    """What the screen of the akkoord does with files. A subclass shows what was loaded (`read`) and the faults of what was
    not (`show_faults`)."""

    def __init__(self, desk: Desk, key: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, key, parent)
        self.reading: Reading | None = None
        self.number: int | None = None
        self.faults = FaultsView(desk.look)

    def read(self, place: Place | None) -> None:
        """Read the akkoord and come to a place in it."""
        raise NotImplementedError

    def show_faults(self) -> None:
        """Let the faults of a file be seen."""
        raise NotImplementedError

    def choose_file(self) -> None:
        """Let somebody choose an akkoord file, and load it."""
        dialog = QFileDialog(self, _("Akkoord laden"), _documents(), _("Akkoordbestanden (*.json)"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        self._open_dialog(dialog, _("Laden"), self.load)

    def load(self, path: Path) -> None:
        """Load an akkoord file; what is wrong with it is told on this screen."""
        ctx = self.desk.ctx
        self.desk.run(akkoord.load(ctx, path), _("Akkoord laden"), self._loaded, self._not_loaded, alone=True)

    def _loaded(self, result: tuple[int, int]) -> None:
        number, count = result
        self.number = number
        self.read(Place(self.key, number, kind="akkoord"))
        self.desk.say(_("Akkoord geladen: {count} onderdelen.").format(count=count), undo=True)

    def _not_loaded(self, fault: BaseException) -> None:
        if not isinstance(fault, UserError):
            self.desk.tell(fault)
            return
        self.faults.show_fault(told(fault))
        self.show_faults()
        # While the job ends the screen is still switched off, and takes no focus.
        QTimer.singleShot(0, self.faults.list, self.faults.list.setFocus)

    def choose_target(self, *, excel: bool = False) -> None:
        """Let somebody choose where the akkoord is written to; `excel`: as a list that Excel opens."""
        if self.reading is None:
            return
        name = "".join(sign if sign.isalnum() else "-" for sign in self.reading.name.lower())
        whole, listed = _("Akkoordbestand (*.json)"), _("Lijst voor Excel (*.csv)")
        kinds = (listed, whole) if excel else (whole, listed)
        target = Path(_documents()) / "-".join(filter(None, name.split("-")))
        dialog = QFileDialog(self, _("Akkoord naar bestand"), str(target), ";;".join(kinds))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("csv" if excel else "json")
        dialog.filterSelected.connect(
            lambda kind: dialog.setDefaultSuffix("csv" if kind == listed else "json")
        )
        self._open_dialog(dialog, _("Opslaan"), self.save)

    def _open_dialog(self, dialog: QFileDialog, words: str, take: Callable[[Path], object]) -> None:
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, words)
        dialog.setLabelText(QFileDialog.DialogLabel.Reject, _("Annuleren"))
        dialog.fileSelected.connect(lambda name: take(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save(self, path: Path) -> None:
        """Write the akkoord to a file."""
        number = self.number

        def done(count: int) -> None:
            self.desk.say(
                _("Akkoord opgeslagen in {name}: {count} punten.").format(name=path.name, count=count)
            )

        self.desk.ask(self, "bestand", lambda: akkoord.export(self.desk.ctx, path, number), done)


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
