"""Hulp: the handbook, versions of what the program is made of, and the log, on one screen."""

from __future__ import annotations

import platform
from collections.abc import Callable, Mapping
from importlib.metadata import version
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QResizeEvent, QTextCursor
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from huurdersapp import __version__
from huurdersapp.base import log
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.paths import own
from huurdersapp.records.text import fold
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.page import Command, Page
from huurdersapp.ui.place import Place

BOOK = "handboek"
FIRST = "beginnen"
LAST_LINES = 400
"""Of the log: more is in the file itself."""
_PARTS = ("PySide6-Essentials", "SQLAlchemy", "sqlcipher3", "reportlab", "pypdfium2", "Babel")
_KEY = Qt.ItemDataRole.UserRole


def chapters() -> dict[str, Path]:
    """The pages of the handbook by name, in reading order: the order in which `inhoud.txt` names them."""
    folder = own("docs") / BOOK
    names = (folder / "inhoud.txt").read_text(encoding="utf-8").split()
    return {name: folder / f"{name}.md" for name in names}


def heading(path: Path) -> str:
    """The title of a handbook page: its first line."""
    with path.open(encoding="utf-8") as lines:
        return lines.readline().lstrip("# ").strip()


class HelpPage(Page):
    """A list of pages at the left, the page at the right. Place.words names the page: a chapter, `over` or `logboek`."""

    help = FIRST

    def __init__(self, desk: Desk, key: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, key, parent)
        self._chapters = chapters()
        self.contents = QListWidget()
        self.contents.setAccessibleName(_("Bladzijden van het handboek"))
        self.search = QLineEdit()
        self.search.setAccessibleName(_("Zoeken in het handboek"))
        self.search.setPlaceholderText(_("Zoeken in het handboek"))
        self.search.setClearButtonEnabled(True)
        self.text = QTextBrowser()
        self.text.setAccessibleName(_("Uitleg"))
        self.text.setOpenLinks(False)
        self.text.anchorClicked.connect(self._follow)
        self.copy = QPushButton(_("Deze tekst kopiëren"))
        self.copy.clicked.connect(self._copy)
        self.folder = QPushButton(_("Map van het logboek openen"))
        self.folder.clicked.connect(self._open_log)
        # In a narrow window the same pages as one choice list.
        self.compact = QComboBox()
        self.compact.setAccessibleName(_("Bladzijden van het handboek"))
        self.compact.setModel(self.contents.model())
        self.compact.activated.connect(self.contents.setCurrentRow)
        self.contents.currentRowChanged.connect(self.compact.setCurrentIndex)
        beside, page = QWidget(), QWidget()
        left = QVBoxLayout(beside)
        left.setContentsMargins(0, 0, 0, 0)
        left.addWidget(self.search)
        left.addWidget(self.compact)
        left.addWidget(self.contents, 1)
        buttons = QHBoxLayout()
        for button in (self.copy, self.folder):
            buttons.addWidget(button)
        buttons.addStretch(1)
        right = QVBoxLayout(page)
        right.setContentsMargins(0, 0, 0, 0)
        right.addWidget(self.text, 1)
        right.addLayout(buttons)
        self._whole = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._whole.setContentsMargins(16, 0, 16, 16)
        self._whole.addWidget(beside, 1)
        self._whole.addWidget(page, 3)
        self.search.textChanged.connect(self._fill)
        self.contents.currentItemChanged.connect(self._chosen)
        desk.look.changed.connect(self._again)
        self.contents.ensurePolished()  # else its rows are measured without their style, and lie over each other
        self._fill()

    def title(self) -> str:
        """What stands above it."""
        return _("Hulp")

    def place(self) -> Place:
        """With the page that is open."""
        return Place(self.key, words=self._name())

    def show_place(self, place: Place) -> None:
        """Show the named page; an unknown name shows the first."""
        if self.search.text():
            self.search.clear()
        rows = range(self.contents.count())
        row = next((row for row in rows if self.contents.item(row).data(_KEY) == place.words), 0)
        self.contents.setCurrentRow(row)
        self.text.setFocus()

    def commands(self) -> Mapping[Command, Callable[[], object]]:
        """Looking for a word in the handbook."""
        return {"zoeken": self.search.setFocus, "sluiten": self.search.clear}

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the list stands above the page."""
        super().resizeEvent(event)
        narrow = self.width() < self.desk.look.px(700)
        direction = QBoxLayout.Direction
        self._whole.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
        self.contents.setVisible(not narrow)
        self.compact.setVisible(narrow)

    def _name(self) -> str:
        item: QListWidgetItem | None = self.contents.currentItem()
        return str(item.data(_KEY)) if item is not None else FIRST

    def _fill(self, words: str = "") -> None:
        """The pages in which all these words stand; all of them without words."""
        asked, before = fold(words), self._name()
        self.contents.blockSignals(True)
        self.contents.clear()
        for name, path in self._chapters.items():
            if asked:
                text = " ".join(fold(path.read_text(encoding="utf-8")))
                if not all(word in text for word in asked):
                    continue
            self._add(name, heading(path))
        if not asked:
            self._add("over", _("Over dit programma"))
            self._add("logboek", _("Logboek"))
        self.contents.blockSignals(False)
        rows = range(self.contents.count())
        kept = next((row for row in rows if self.contents.item(row).data(_KEY) == before), 0)
        self.contents.setCurrentRow(kept)
        if not self.contents.count():
            self.text.setMarkdown(_("Niets gevonden. Probeer een ander woord."))

    def _add(self, name: str, words: str) -> None:
        item = QListWidgetItem(words)
        item.setData(_KEY, name)
        self.contents.addItem(item)

    def _again(self) -> None:
        self.contents.doItemsLayout()
        self._chosen(self.contents.currentItem())

    def _chosen(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        name = str(item.data(_KEY))
        self.copy.setVisible(name in ("over", "logboek"))
        self.folder.setVisible(name == "logboek")
        if name == "logboek":
            self.text.setPlainText(self._log())
            self.text.moveCursor(QTextCursor.MoveOperation.End)
        elif name == "over":
            self.text.setMarkdown(self._about())
        else:
            self.text.setMarkdown(self._chapters[name].read_text(encoding="utf-8"))
        self.place_changed.emit()

    def _about(self) -> str:
        rows = "\n".join(f"- {name} {version(name)}" for name in _PARTS)
        return "\n\n".join(
            [
                f"# huurdersapp {__version__}",
                _("Vastleggen, volgen en verantwoorden voor huurdersorganisaties. Werkt zonder internet."),
                _("Vrije software onder de licentie EUPL 1.2."),
                _("Uw gegevens staan in {folder}").format(folder=f"`{self.desk.ctx.folder.absolute()}`"),
                f"- Python {platform.python_version()}\n- {platform.platform()}\n{rows}",
            ]
        )

    def _log(self) -> str:
        try:
            lines = self._log_file().read_text(encoding="utf-8", errors="replace").splitlines()
        except OSError:
            return _("Er staat nog niets in het logboek.")
        return "\n".join(lines[-LAST_LINES:]) or _("Er staat nog niets in het logboek.")

    def _log_file(self) -> Path:
        return self.desk.ctx.folder / log.FOLDER / log.FILE

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.desk.say(_("De tekst is gekopieerd."))

    def _open_log(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._log_file().parent)))

    def _follow(self, link: QUrl) -> None:
        """A link inside the handbook opens that page; there are no others."""
        name = link.fileName().removesuffix(".md")
        if name in self._chapters:
            self.desk.go(Place(self.key, words=name))


PAGE = HelpPage
