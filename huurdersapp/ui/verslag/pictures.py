"""The photos in a part of a report: to add, to describe, to take out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton, QVBoxLayout, QWidget

from huurdersapp.actions.verslagen import concept as concepts
from huurdersapp.actions.verslagen.concept import BeeldStand
from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.lists.record_parts import label


class Pictures(QWidget):
    """The photos of the part `part`. `wanted_number` gives the number of the report, making it when there is none; `stepped`
    with what was done, in words."""

    stepped = Signal(str)

    def __init__(
        self, desk: Desk, part: str, wanted_number: Callable[[], int], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.desk, self.part, self._wanted_number = desk, part, wanted_number
        self.rows: dict[str, PictureRow] = {}
        self.add = QPushButton(_("Foto toevoegen…"))
        self.add.clicked.connect(lambda: desk.safely(self.choose))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._list = QVBoxLayout()
        self._column.addLayout(self._list)
        row = FlowLayout()
        row.addWidget(self.add)
        self._column.addLayout(row)

    def show_pictures(self, pictures: Sequence[BeeldStand]) -> None:
        """Show the photos as they are now; what is being typed stays."""
        there = {each.key for each in pictures}
        for key in [key for key in self.rows if key not in there]:
            row = self.rows.pop(key)
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        for each in pictures:
            if each.key not in self.rows:
                row = self.rows[each.key] = PictureRow(each, self)
                row.described.connect(partial(self._describe, each.key))
                row.dropped.connect(partial(self._drop, each.key))
                self._list.addWidget(row)
            self.rows[each.key].show_picture(each)

    def choose(self) -> None:
        """Let somebody choose a photo."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        kinds = _("Foto's (*.jpg *.jpeg *.png)")
        dialog = QFileDialog(self, _("Foto kiezen"), folder, kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, _("Kiezen"))
        dialog.setLabelText(QFileDialog.DialogLabel.Reject, _("Annuleren"))
        dialog.fileSelected.connect(lambda name: self.desk.safely(lambda: self.add_picture(Path(name))))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def add_picture(self, path: Path) -> None:
        """Put this photo in the part; its words are typed then."""
        job = concepts.adding_picture(self.desk.ctx, self._wanted_number(), self.part, path, "", "")
        self.desk.run(job, _("Foto toevoegen"), lambda _changed: self.stepped.emit(_("Foto toegevoegd.")))

    def flush(self) -> None:
        """Save the words that were typed and not saved yet."""
        for row in tuple(self.rows.values()):
            row.flush()

    def _describe(self, key: str, caption: str, alternative: str) -> None:
        def do() -> None:
            number = self._wanted_number()
            told = {"caption": caption or None, "alternative": alternative or None}
            if concepts.change_picture(self.desk.ctx, number, key, **told):
                self.stepped.emit(_("Opgeslagen: woorden bij de foto."))

        self.desk.safely(do)

    def _drop(self, key: str) -> None:
        def do() -> None:
            if concepts.drop_picture(self.desk.ctx, self._wanted_number(), key):
                self.stepped.emit(_("Foto weggehaald."))

        self.add.setFocus()
        self.desk.safely(do)


class PictureRow(QWidget):
    """One photo: its name, and the words with it. `described` with both when somebody has typed them."""

    described = Signal(str, str)
    dropped = Signal()

    def __init__(self, picture: BeeldStand, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        self.caption, self.alternative = QLineEdit(), QLineEdit()
        name = _("Foto {name}").format(name=picture.name)
        column.addWidget(label(name, "label"))
        for line, words in (
            (self.caption, _("Bijschrift")),
            (self.alternative, _("Wat er te zien is, voor wie de foto niet kan zien")),
        ):
            title = label(words)
            title.setBuddy(line)
            line.setAccessibleName(f"{words}, {picture.name}")
            line.editingFinished.connect(self.flush)
            column.addWidget(title)
            column.addWidget(line)
        self.drop = QPushButton(_("Foto weghalen"))
        self.drop.setAccessibleName(_("{name} weghalen").format(name=picture.name))
        self.drop.clicked.connect(self.dropped)
        row = FlowLayout()
        row.addWidget(self.drop)
        column.addLayout(row)

    def show_picture(self, picture: BeeldStand) -> None:
        """Show its words; what is being typed stays."""
        for line, text in ((self.caption, picture.caption), (self.alternative, picture.alternative)):
            if not line.isModified() and line.text() != text:
                line.setText(text)

    def flush(self) -> None:
        """Tell the words that were typed and not told yet."""
        if self.caption.isModified() or self.alternative.isModified():
            for line in (self.caption, self.alternative):
                line.setModified(False)
            self.described.emit(self.caption.text().strip(), self.alternative.text().strip())
