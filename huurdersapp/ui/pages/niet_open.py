"""What stands in the window when the administration cannot be opened: why, and what can be done."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QPushButton, QVBoxLayout, QWidget

from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui.look import Look
from huurdersapp.ui.middle import Middle, text_line

COPIES = "reservekopieen"
"""The folder with backups, in the data folder."""


class NotOpenPage(QWidget):
    """`again_wanted` to try once more, `other_wanted` with the folder that somebody chose, `home_wanted` for the own
    administration, `example_wanted` for the example, `close_wanted` to stop; `restore_wanted`, `rescue_wanted` and
    `key_wanted` where that is offered (`offer`). `room` takes what is asked next."""

    again_wanted = Signal()
    other_wanted = Signal(object)
    home_wanted = Signal()
    example_wanted = Signal()
    close_wanted = Signal()
    restore_wanted = Signal()
    rescue_wanted = Signal()
    key_wanted = Signal()

    def __init__(self, fault: UserError, folder: Path, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._middle = middle = Middle(look)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(middle)
        column = middle.column
        column.addWidget(text_line(_("De administratie kan niet open"), "title"))
        column.addWidget(text_line(fault.text, "fault"))
        self.hint = text_line(fault.hint or "")
        column.addWidget(self.hint)
        self.hint.setVisible(bool(fault.hint))
        column.addWidget(text_line(_("Er is niets aan uw gegevens veranderd.")))
        column.addWidget(
            text_line(_("Uw gegevens staan in {folder}").format(folder=folder.absolute()), "muted")
        )
        self.told = text_line("", "warning")
        self.told.hide()
        column.addWidget(self.told)
        self.room = QVBoxLayout()
        column.addLayout(self.room)
        column.addSpacing(8)
        self.key = QPushButton(_("Sleutelbestand terugzetten"))
        self.key.clicked.connect(self.key_wanted)
        self.restore = QPushButton(_("Terugzetten…"))
        self.restore.clicked.connect(self.restore_wanted)
        self.rescue = QPushButton(_("Redden wat leesbaar is"))
        self.rescue.clicked.connect(self.rescue_wanted)
        self.again = QPushButton(_("Opnieuw proberen"))
        self.again.setProperty("role", "main")
        self.again.clicked.connect(self.again_wanted)
        self.home = QPushButton(_("Terug naar uw eigen administratie"))
        self.home.clicked.connect(self.home_wanted)
        self.copies = QPushButton(_("Map met reservekopieën openen"))
        self.copies.clicked.connect(lambda: _open(folder / COPIES))
        self.place = QPushButton(_("Map met uw gegevens openen"))
        self.place.clicked.connect(lambda: _open(folder))
        self.other = QPushButton(_("Een andere map kiezen…"))
        self.other.clicked.connect(self._choose)
        self.example = QPushButton(_("Rondkijken met voorbeelden"))
        self.example.clicked.connect(self.example_wanted)
        self.problem = QPushButton(_("Probleemrapport bewaren…"))
        self.problem.clicked.connect(lambda: self._show_problem(fault, look))
        self.stop = QPushButton(_("Afsluiten"))
        self.stop.clicked.connect(self.close_wanted)
        self._offers = (self.key, self.restore, self.rescue)
        self._doing = (*self._offers, self.again, self.home, self.other, self.example)
        for button in (
            *self._offers,
            self.again,
            self.home,
            self.copies,
            self.place,
            self.other,
            self.example,
            self.problem,
            self.stop,
        ):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        # Only now: a button without a place in the window would open as a window of its own.
        for button in self._offers:
            button.hide()
        self.copies.setVisible((folder / COPIES).is_dir())
        self.place.setVisible(folder.is_dir())
        self.offer_home(False)

    def offer(self, words: str, *buttons: QPushButton) -> None:
        """Show what can be done about it; the key file, or else a good copy, is what is most likely wanted then."""
        self.told.setText(words)
        self.told.setVisible(bool(words))
        for button in buttons:
            button.show()
        best = next((each for each in (self.key, self.restore) if each in buttons), None)
        if best is not None:
            for each, role in ((self.again, None), (best, "main")):
                each.setProperty("role", role)
                each.style().unpolish(each)
                each.style().polish(each)
            best.setFocus(Qt.FocusReason.OtherFocusReason)

    def may_offer(self, yes: bool) -> None:
        """Whether what is offered can be chosen: not while it is asked about."""
        for button in self._offers:
            button.setEnabled(yes)

    def may_do(self, yes: bool) -> None:
        """Whether anything else can be begun: not while work goes on."""
        for button in self._doing:
            button.setEnabled(yes)

    def offer_rescued(self, folder: Path) -> None:
        """What was saved lies there: open it."""
        self.rescue.hide()
        self.rescued = QPushButton(_("De geredde administratie openen"))
        self.rescued.setProperty("role", "main")
        self.rescued.clicked.connect(lambda: self.other_wanted.emit(folder))
        self.room.addWidget(self.rescued, 0, Qt.AlignmentFlag.AlignLeft)
        self.rescued.setFocus(Qt.FocusReason.OtherFocusReason)

    def offer_home(self, there: bool) -> None:
        """Offer the way to the own administration: what cannot be opened is the example."""
        self.home.setVisible(there)
        self.example.setHidden(there)

    def begin_here(self) -> None:
        """Put the focus on what is most likely wanted."""
        self.again.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_problem(self, fault: UserError, look: Look) -> None:
        from huurdersapp.actions import probleemrapport
        from huurdersapp.ui.problem_report import ReportDialog

        ReportDialog(probleemrapport.tekst(self._folder, fault=fault), look, self).open()

    def _choose(self) -> None:
        dialog = QFileDialog(self, _("De map met uw gegevens"), str(self._folder.parent))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.other_wanted.emit(Path(name)))
        dialog.open()


def _open(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
