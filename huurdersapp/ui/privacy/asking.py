"""The question before something that cannot be undone: what it means in full, and Annuleren is what Enter does."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui.desk import Desk


def ask_sure(
    desk: Desk, parent: QWidget, title: str, text: str, more: str, yes: str, do: Callable[[], object]
) -> QMessageBox:
    """Ask whether somebody is sure: `text` is what happens, `more` what it means, `yes` the words of the button."""
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(title)
    box.setText(text)
    box.setInformativeText(more)
    agreed = box.addButton(yes, QMessageBox.ButtonRole.DestructiveRole)
    no = box.addButton(_("Annuleren"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(no)
    box.setEscapeButton(no)
    agreed.clicked.connect(lambda _on=False: desk.safely(do))
    box.open()
    no.setFocus()
    return box
