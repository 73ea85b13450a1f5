"""The questions of a list: whether so many may go, and to which file it goes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from huurdersapp.actions import lists
from huurdersapp.actions.listed import Listed
from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui.desk import Desk

MANY = 20
"""Up to so many records are thrown away without a question."""


def ask_to_discard(parent: QWidget, what: str, do: Callable[[], object]) -> QMessageBox:
    """Ask whether all these may go; Annuleren is what Enter does."""
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle(_("Verwijderen"))
    box.setText(_("U verwijdert {what}.").format(what=what))
    box.setInformativeText(_("Ze gaan naar de prullenbak. Daar kunt u ze terugzetten."))
    yes = box.addButton(_("Verwijder {what}").format(what=what), QMessageBox.ButtonRole.DestructiveRole)
    no = box.addButton(_("Annuleren"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(no)
    box.setEscapeButton(no)
    yes.clicked.connect(lambda: do())
    box.open()
    return box


def ask_for_file(parent: QWidget, name: str, take: Callable[[Path], object]) -> QFileDialog:
    """Ask where a list goes: an Excel file, or CSV for other programs."""
    home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    excel, csv = _("Excel (*.xlsx)"), _("CSV (*.csv)")
    dialog = QFileDialog(parent, _("Lijst naar Excel"), str(Path(home) / f"{name}.xlsx"), f"{excel};;{csv}")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("xlsx")
    dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix("csv" if chosen == csv else "xlsx"))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(lambda path: take(Path(path)))
    dialog.open()
    return dialog


def export(desk: Desk, listed: Listed, path: Path) -> None:
    """Write a list as it is shown: its columns in their order, under their labels."""
    key, down = listed.sorted_by
    job = lists.export(
        desk.ctx,
        listed.spec,
        path,
        listed.where,
        listed.words,
        f"-{key}" if down else key,
        columns=[item.key for item in listed.items],
        labels=True,
    )

    def done(count: int) -> None:
        text = _("De lijst staat in {file} ({count} regels).").format(file=path.name, count=count)
        desk.offer(text, _("Openen"), lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))))

    desk.run(job, _("Lijst naar {file}").format(file=path.name), done)
