"""Verhuizen: bringing the administration to a folder of this computer, where it may stand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton, QScrollArea, QVBoxLayout, QWidget

from huurdersapp.actions import plaats
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.middle import text_line
from huurdersapp.ui.page import Page
from huurdersapp.ui.place import Place

WIDEST = 760
"""Pixels at 100 %."""


class MovePage(Page):
    """Where it stands, why it had better stand elsewhere, and the folder that is proposed."""

    help = "verhuizen"

    def __init__(self, desk: Desk, key: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, key, parent)
        self._to: Path | None = None
        self._body = QWidget()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 8, 16)
        column.setSpacing(8)
        self.here, self.why = text_line(""), text_line("", "warning")
        self.target = text_line("", "label")
        self.warning = text_line("", "warning")
        for line in (self.here, self.why, self.target, self.warning):
            column.addWidget(line)
        column.addWidget(
            text_line(
                _("Alles gaat mee, ook de reservekopieën. Elk bestand wordt in de nieuwe map nagelezen.")
            )
        )
        self.move_button = QPushButton(_("Verhuizen"))
        self.move_button.setProperty("role", "main")
        self.move_button.clicked.connect(lambda: self.desk.safely(self.move_there))
        self.other = QPushButton(_("Een andere map kiezen…"))
        self.other.clicked.connect(self._choose)
        row = FlowLayout()
        row.addWidget(self.move_button)
        row.addWidget(self.other)
        column.addLayout(row)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self._body)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 0, 16, 0)
        whole.addWidget(area)
        desk.look.changed.connect(self._fit)
        self._fit()

    def title(self) -> str:
        """What stands above it."""
        return _("Verhuizen")

    def show_place(self, place: Place) -> None:
        """Say where it stands, and propose a folder."""
        ctx = self.desk.ctx
        self.here.setText(_("Uw administratie staat in {folder}.").format(folder=ctx.folder.absolute()))
        misplaced = ctx.store.misplaced
        self.why.setText(misplaced.text if misplaced is not None else "")
        self.why.setVisible(misplaced is not None)
        try:
            self.use(plaats.voorstel(ctx.folder))
        except UserError as fault:
            self.use(None)
            self.target.setText(fault.told())
        (self.move_button if self._to is not None else self.other).setFocus()

    def use(self, to: Path | None) -> None:
        """Propose this folder."""
        self._to = to
        self.target.setText(_("Nieuwe map: {folder}").format(folder=to) if to is not None else "")
        said = plaats.waarschuwing(to) if to is not None else None
        self.warning.setText(said or "")
        self.warning.setVisible(bool(said))
        store = self.desk.ctx.store  # a copy that is looked at stays where it is
        self.move_button.setEnabled(
            to is not None and (store.read_only is None or store.misplaced is not None)
        )

    def move_there(self) -> None:
        """Move, and open the administration there."""
        if (to := self._to) is None:
            return
        self.desk.away(
            lambda folder, key: plaats.verhuis(folder, to, key=key),
            _("De administratie verhuist"),
            _stayed,
        )

    def _choose(self) -> None:
        dialog = QFileDialog(self, _("De nieuwe map, die leeg moet zijn"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, _("Kiezen"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.use(Path(name)))
        dialog.open()

    def _fit(self) -> None:
        self._body.setMaximumWidth(self.desk.look.px(WIDEST))


def _stayed(desk: Desk, result: Any) -> None:
    """Only where the old folder could not be marked: else the administration opens in the new one, and tells so."""
    if not result.stays:
        return
    words = _("Er staat nu ook een administratie in {folder}. Open die, en werk niet verder in deze.")
    desk.say(words.format(folder=result.to), tone="let_op")


PAGE = MovePage
