"""An editor for attachments: files that are brought into the administration, by choosing or by dropping them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from huurdersapp.actions import bijlagen
from huurdersapp.actions.plain import Plain
from huurdersapp.base.formats import number as written
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import lazy
from huurdersapp.base.jobs import Job
from huurdersapp.records.draft import Fault
from huurdersapp.ui import attachments
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.editors.base import Editor
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.icons import icon

KILO = 1024


def size_in_words(size: int | None) -> str:
    """A size as people say it."""
    if not size:
        return ""
    if size < KILO * KILO:
        return _("{size} kB").format(size=written(max(1, round(size / KILO))))
    return _("{size} MB").format(size=f"{size / KILO / KILO:.1f}".replace(".", ","))


class FilesEditor(Editor):
    """Files of a record: name, size, [Openen] and [Weghalen]; a new one with [Bijlage toevoegen…] or by dropping it."""

    wide = True
    button, title = lazy("Bijlage toevoegen…"), lazy("Bijlage toevoegen")

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._lines: list[dict[str, Any]] = []
        self._gone: tuple[int, dict[str, Any]] | None = None
        self._round = self._coming = 0
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._list = QVBoxLayout()
        self._column.addLayout(self._list)
        self.add = QPushButton(str(self.button))
        self.add.clicked.connect(self._choose)
        self.back = QPushButton(_("Terugzetten"))
        self.back.setProperty("role", "link")
        self.back.clicked.connect(self._put_back)
        self.hint = QLabel(_("U kunt een bestand ook hierheen slepen."))
        self.hint.setProperty("role", "muted")
        row = FlowLayout()
        for widget in (self.add, self.back, self.hint):
            row.addWidget(widget)
        self._column.addLayout(row)
        desk.look.changed.connect(self._dress)
        self._dress()
        self._show()

    def _dress(self) -> None:
        self.add.setIcon(icon("bijlage", self.desk.look))

    def _show(self) -> None:
        while (item := self._list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for at, line in enumerate(self._lines):
            self._list.addWidget(self._row(at, line))
        self.back.setVisible(self._gone is not None)

    def _row(self, at: int, line: dict[str, Any]) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        size = size_in_words(line.get("grootte"))
        label = QLabel(f"{line.get('naam')} ({size})" if size else str(line.get("naam")))
        label.setWordWrap(True)
        row.addWidget(label, 1)
        for words, do in ((_("Openen"), self._open), (_("Weghalen"), self._remove)):
            button = QPushButton(words)
            button.setProperty("role", "link")
            button.setAccessibleName(_("{file}: {action}").format(file=line.get("naam"), action=words))
            button.clicked.connect(lambda _on=False, do=do: do(at))
            row.addWidget(button)
        return holder

    def _choose(self) -> None:
        dialog = QFileDialog(self.window(), str(self.title))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, _("Toevoegen"))
        dialog.setLabelText(QFileDialog.DialogLabel.Reject, _("Annuleren"))
        dialog.filesSelected.connect(lambda paths: self.bring([Path(path) for path in paths]))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def bring(self, paths: list[Path]) -> None:
        """Copy files into the administration, one after another beside the window, and add a line for each."""
        for path in paths:
            self._bring(path)

    def _bring(self, path: Path) -> None:
        desk, shown = self.desk, self._round
        self._coming += 1

        def here() -> bool:
            return isValid(self) and self._round == shown

        def done(line: dict[str, Any]) -> None:
            if here():
                self._add_line(line)
            else:
                text = _("{file} is niet toegevoegd: het formulier is al gesloten.")
                desk.say(text.format(file=line["naam"]), tone="let_op")

        def ended() -> None:
            if here():
                self._coming -= 1
                self._tell_coming()

        title = _("{file} toevoegen").format(file=path.name)
        desk.run(self.keeping(path), title, done).ended.connect(ended)
        self._tell_coming()
        # Also when nothing comes of it: saving must wait for it.
        self.edited.emit()

    def keeping(self, path: Path) -> Job[Plain]:
        """The work that brings a file in and gives its line."""
        return bijlagen.keeping(self.desk.ctx, path)

    def _add_line(self, line: dict[str, Any]) -> None:
        self._lines.append(line)
        self._gone = None
        self._show()
        self.edited.emit()

    def _tell_coming(self) -> None:
        self.hint.setText(self._hint())
        if not self._coming:
            self.mended.emit()

    def _hint(self) -> str:
        return _("Bezig met toevoegen…") if self._coming else _("U kunt een bestand ook hierheen slepen.")

    def _open(self, at: int) -> None:
        line = self._lines[at]
        attachments.open_file(self.desk, line["inhoud"], line["naam"])

    def _remove(self, at: int) -> None:
        self._gone = (at, self._lines.pop(at))
        self.add.setFocus()
        self._show()
        self.back.setAccessibleName(_("{file} terugzetten").format(file=self._gone[1].get("naam")))
        self.edited.emit()

    def _put_back(self) -> None:
        if self._gone is not None:
            at, line = self._gone
            self._gone = None
            self._lines.insert(min(at, len(self._lines)), line)
            self.add.setFocus()
            self._show()
            self.edited.emit()

    def value(self) -> Any:
        if self._coming:
            return Fault(_("Er wordt nog een bijlage toegevoegd. Wacht even, en sla dan op."))
        return self.typed()

    def typed(self) -> Any:
        return [dict(line) for line in self._lines]

    def set_value(self, value: Any) -> None:
        self._round, self._coming = self._round + 1, 0
        self._lines = [dict(line) for line in value or []]
        self._gone = None
        self._show()

    def set_faults(self, faults: list[Fault]) -> None:
        self.hint.setText(" ".join(fault.text for fault in faults) or self._hint())

    def first_focus(self) -> QWidget:
        return self.add

    def name_it(self, name: str) -> None:
        self.add.setAccessibleName(f"{name}: {self.add.text()}")
