"""What the screens of papers share: choices, the live example beside them, and the ways to a file and to the printer."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QSize, QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QResizeEvent
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from huurdersapp.actions import papier, voorkeuren
from huurdersapp.base.events import Changes
from huurdersapp.base.i18n import LazyText, lazy, ngettext
from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.icons import icon
from huurdersapp.ui.page import Command, Page
from huurdersapp.ui.place import Place
from huurdersapp.ui.preview import printing
from huurdersapp.ui.preview.preview import Preview

if TYPE_CHECKING:
    from huurdersapp.actions.papier import Paper, Printed
    from huurdersapp.ui.forms.editors.day import DayEditor

FOLDER = "papier_map"
"""Preference: the folder in which somebody put a paper the last time."""
CHOICES_WIDE = 330
"""Pixels at 100 % for the choices beside the pages."""
ENDINGS: Mapping[str, tuple[LazyText, LazyText]] = {
    ".pdf": (lazy("Opslaan als PDF"), lazy("PDF-bestand (*.pdf)")),
    ".docx": (lazy("Opslaan als Word"), lazy("Word-bestand (*.docx)")),
    ".html": (lazy("Opslaan als webpagina"), lazy("Webpagina (*.html)")),
    ".xlsx": (lazy("Tabellen opslaan voor Excel"), lazy("Excel-bestand (*.xlsx)")),
    ".csv": (lazy("Tabellen opslaan als CSV"), lazy("CSV-bestand (*.csv)")),
}
"""What a paper can be saved as: what stands above the dialog, and the kind of file in it."""
_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')
_LONGEST_NAME = 80


class Notice(QFrame):
    """A line above the pages, with a button, and another one where `offer` gives it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.text.setMinimumWidth(1)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.button, self.other = QPushButton(), QPushButton()
        self._do: Callable[[], object] = lambda: None
        self._do_other: Callable[[], object] = lambda: None
        self.button.clicked.connect(lambda: self._do())
        self.other.clicked.connect(lambda: self._do_other())
        row = QHBoxLayout(self)
        row.addWidget(self.text, 1)
        buttons = QVBoxLayout()
        row.addLayout(buttons)
        buttons.addWidget(self.other)
        buttons.addWidget(self.button)
        self.hide()

    def say(self, text: str, label: str = "", do: Callable[[], object] = lambda: None) -> None:
        """Show a text; "" hides it."""
        self.text.setText(text)
        self.button.setText(label)
        self.button.setVisible(bool(label))
        self.other.hide()
        self._do = do
        self.setVisible(bool(text))

    def offer(self, label: str, do: Callable[[], object]) -> None:
        """Something else that helps, with what is said now."""
        self.other.setText(label)
        self._do_other = do
        self.other.show()


class PaperPage(Page):
    """Choices left (above, and folded, where the window is narrow), pages right. A subclass fills `choices`, calls
    `finish` then, and `refresh` when one of them changed. `choices_wide` is how wide these are, in pixels at 100 %."""

    choices_wide: ClassVar[int] = CHOICES_WIDE

    def __init__(self, desk: Desk, key: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, key, parent)
        self.choices = QVBoxLayout()
        self.choices.setSpacing(8)
        self.preview = Preview(desk)
        self.preview.made.connect(self._made)
        self.preview.failed.connect(lambda fault: self.warning.say(""))
        self._printer: QPrinter | None = None
        self._unfolded = False

    def finish(self) -> None:
        """Put the choices, which are complete now, beside the pages: Tab goes in that order too."""
        self._build()
        self.desk.look.changed.connect(self._fit)
        self._fit()

    # -- what a screen of its own says ---------------------------------------------------------------------------

    def refresh(self) -> None:
        """Have the pages made for what is chosen now."""
        raise NotImplementedError

    def file_name(self, paper: Paper) -> str:
        """A good name for the file, without its ending."""
        raise NotImplementedError

    def untold(self) -> DayEditor | None:
        """The day that cannot be read: the pages are those of the choice before, and nobody wants to save these."""
        return None

    def nothing_to_tell(self, paper: Paper) -> None:
        """The paper has nothing to tell about: say so above it."""

    # -- building ------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.fold, self.unfold = QPushButton(_("Keuzes en opslaan")), QPushButton(_("Voorbeeld bekijken"))
        self.fold.clicked.connect(self.show_choices)
        self.unfold.clicked.connect(self.show_pages)
        self.preview.bar.insert(0, self.fold)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        self._inside = QVBoxLayout(inside)
        self._inside.setContentsMargins(0, 0, 8, 0)
        self._inside.addLayout(self.choices)
        self._inside.addStretch(1)
        scroll.setWidget(inside)
        self.aside = QWidget()
        self._beside = QVBoxLayout(self.aside)
        self._beside.setContentsMargins(0, 0, 0, 0)
        self._beside.addWidget(self.unfold)
        self._beside.addWidget(scroll, 1)
        self.ways = self._ways()
        self._beside.addWidget(self.ways)
        self.warning, self.saved = Notice(), Notice()
        self.right = QWidget()
        right = QVBoxLayout(self.right)
        right.setContentsMargins(0, 0, 0, 0)
        for widget in (self.saved, self.warning):
            right.addWidget(widget)
        right.addWidget(self.preview, 1)
        self._whole = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._whole.setContentsMargins(16, 0, 16, 8)
        self._whole.addWidget(self.aside)
        self._whole.addWidget(self.right, 1)

    def _ways(self) -> QWidget:
        ways = QWidget()
        column = self._lines_of(ways)
        column.setContentsMargins(0, 4, 0, 0)
        self.as_pdf = QPushButton(_("Opslaan als PDF…"))
        self.as_pdf.setProperty("role", "main")
        self.as_word = QPushButton(_("Opslaan als Word…"))
        self.to_printer = QPushButton(_("Afdrukken… (Ctrl+P)"))
        self.as_pdf.clicked.connect(lambda: self.choose_file(".pdf"))
        self.as_word.clicked.connect(lambda: self.to_word())
        self.to_printer.clicked.connect(self.choose_printer)
        for button in (self.as_pdf, self.as_word, self.to_printer):
            column.addWidget(button)
        return ways

    def _lines_of(self, ways: QWidget) -> QBoxLayout:
        """How the buttons stand: under one another."""
        return QVBoxLayout(ways)

    # -- room ----------------------------------------------------------------------------------------------------

    @property
    def _narrow(self) -> bool:
        return bool(getattr(self.window(), "is_narrow", False))

    def _fit(self) -> None:
        look = self.desk.look
        for button, picture, colour in (
            (self.as_pdf, "pdf", "on_main" if self.as_pdf.property("role") == "main" else "text"),
            (self.as_word, "word", "text"),
            (self.to_printer, "afdrukken", "text"),
        ):
            button.setIcon(icon(picture, look, colour))
            button.setIconSize(QSize(look.px(18), look.px(18)))
        narrow = self._narrow
        down, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._whole.setDirection(down if narrow else beside)
        self._whole.setSpacing(look.px(8 if narrow else 16))
        self.fold.setVisible(narrow)
        self.unfold.setVisible(narrow)
        if narrow != (self.ways.parentWidget() is not self.aside):
            if narrow:  # there is no room beside what scrolls
                self._inside.insertWidget(1, self.ways)
            else:
                self._beside.addWidget(self.ways)
            self.ways.show()
        self.aside.setVisible(not narrow or self._unfolded)
        self.right.setVisible(not narrow or not self._unfolded)
        wide = 16_777_215 if narrow else look.px(type(self).choices_wide)
        self.aside.setMaximumWidth(wide)
        self.aside.setMinimumWidth(0 if narrow else wide)
        vertical = QSizePolicy.Policy.Expanding
        self.aside.setSizePolicy(
            QSizePolicy.Policy.Expanding if narrow else QSizePolicy.Policy.Fixed, vertical
        )

    def start(self) -> None:
        """Put the focus where the work begins."""
        (self.fold if self.aside.isHidden() else self.as_pdf).setFocus()

    def show_choices(self) -> None:
        """Unfold the choices, where they are folded, over the pages."""
        self._unfolded = self._narrow
        self._fit()
        if self._narrow:
            self.unfold.setFocus()

    def show_pages(self) -> None:
        """Fold the choices again."""
        self._unfolded = False
        self._fit()
        self.fold.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # -- what the frame asks -------------------------------------------------------------------------------------

    def commands(self) -> Mapping[Command, Callable[[], object]]:
        """Saving and printing, where there is a paper to save."""
        if not self.right.isEnabled():
            return {}
        return {"opslaan": lambda: self.choose_file(".pdf"), "afdrukken": self.choose_printer}

    def leave(self) -> bool:
        """What is being made is no longer needed."""
        self.preview.leave()
        return True

    def changed(self, changes: Changes) -> None:
        """The records may say something else now."""
        self.refresh()

    def show_place(self, place: Place) -> None:
        """Forget what was told about the paper before."""
        self.saved.say("")
        self._fit()

    # -- the paper -----------------------------------------------------------------------------------------------

    def _made(self, paper: Paper) -> None:
        self.warning.say(" ".join(paper.warnings))
        if paper.empty:
            self.nothing_to_tell(paper)
        self.commands_changed.emit()

    def to_word(self) -> None:
        """The same words for Word."""
        self.choose_file(".docx")

    def open_in_word(self) -> None:
        """Write the words where papers are kept, beside what is there already, and open them: to go on in Word."""
        if self._is_told():
            self.preview.when_ready(self._open_in_word)

    def _open_in_word(self, paper: Paper) -> None:
        path = _free(self._folder(), tidy_name(self.file_name(paper)), ".docx")
        self.saved.say("")
        title = _("{name} opslaan").format(name=path.name)
        self.desk.run(papier.save(paper, path), title, self._saved_to_open)

    def _saved_to_open(self, printed: Printed) -> None:
        self._saved(printed)
        self._open(printed.path)

    def choose_file(self, ending: str) -> None:
        """Let somebody choose where the pages go to, as soon as they are ready."""
        if self._is_told():
            self.preview.when_ready(partial(self._choose_file, ending))

    def _is_told(self) -> bool:
        if (day := self.untold()) is None:
            return True
        self.show_choices()
        self.desk.say(_("Kijk eerst de dag na. Het voorbeeld is nog van de keuze daarvoor."), tone="fout")
        day.first_focus().setFocus()
        return False

    def _choose_file(self, ending: str, paper: Paper) -> None:
        title, kinds = (str(words) for words in ENDINGS[ending])
        target = self._folder() / f"{tidy_name(self.file_name(paper))}{ending}"
        dialog = QFileDialog(self, title, str(target), kinds)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(ending.removeprefix("."))
        dialog.selectFile(target.name)
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, _("Opslaan"))
        dialog.fileSelected.connect(lambda name: self.save(paper, Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _folder(self) -> Path:
        kept = voorkeuren.get(self.desk.ctx, FOLDER, "")
        if kept and Path(kept).is_dir():
            return Path(kept)
        usual = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return Path(usual) if Path(usual).is_dir() else Path.home()

    def save(self, paper: Paper, path: Path) -> None:
        """Write the pages, or the same words for Word, to a file."""
        self.saved.say("")
        title = _("{name} opslaan").format(name=path.name)
        self.desk.run(papier.save(paper, path), title, self._saved)

    def _saved(self, printed: Printed) -> None:
        path = printed.path
        text = _("Opgeslagen: {path}").format(path=path)
        self.desk.say(text)
        self.saved.say(text, _("Openen"), lambda: self._open(path))
        self.warning.say(" ".join(printed.warnings) or self.warning.text.text())
        self.desk.safely(lambda: voorkeuren.put(self.desk.ctx, FOLDER, str(path.parent)))

    def _open(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            text = _("Dit bestand kan hier niet worden geopend. U vindt het in {folder}.")
            self.desk.say(text.format(folder=path.parent), tone="let_op")

    # -- the printer ---------------------------------------------------------------------------------------------

    def choose_printer(self) -> None:
        """Let somebody choose a printer and pages, as soon as these are ready."""
        if self._is_told():
            self.preview.when_ready(self._choose_printer)

    def _choose_printer(self, paper: Paper) -> None:
        self._printer = printer = printing.new_printer(self.file_name(paper))
        dialog = QPrintDialog(printer, self)
        dialog.setWindowTitle(_("Afdrukken"))
        dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange, True)
        dialog.setMinMax(1, paper.pages)
        dialog.accepted.connect(lambda: self.print_paper(paper, printer))
        dialog.finished.connect(dialog.deleteLater)
        QDialog.open(dialog)

    def print_paper(self, paper: Paper, printer: QPrinter) -> None:
        """Print the pages that were chosen, one by one beside the window."""
        numbers = printing.chosen_pages(printer, paper.pages)
        self.desk.run(printing.printing(paper.pdf, printer, numbers), _("Afdrukken"), self._printed)

    def _printed(self, count: int) -> None:
        words = ngettext(
            "{count} bladzijde is naar de printer gestuurd.",
            "{count} bladzijden zijn naar de printer gestuurd.",
            count,
        )
        self.desk.say(words.format(count=count))


def _free(folder: Path, name: str, ending: str) -> Path:
    """A file that is not there yet: somebody may have worked in the one before."""
    path, count = folder / f"{name}{ending}", 1
    while path.exists():
        count += 1
        path = folder / f"{name} ({count}){ending}"
    return path


def tidy_name(name: str) -> str:
    """A name that every file system takes."""
    words = " ".join(_NOT_IN_NAMES.sub(" ", name).split())
    return words[:_LONGEST_NAME].rstrip(" .") or _("Papier")


def label(text: str, role: str = "label") -> QLabel:
    """A text above a choice."""
    made = QLabel(text)
    made.setProperty("role", role)
    made.setWordWrap(True)
    made.setMinimumWidth(1)
    return made
