"""The form of a template: its text with every sign as it is typed, its faults under it, and what it may name."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QFontDatabase, QTextCursor
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from huurdersapp.actions import briefsjablonen
from huurdersapp.base import sjabloon
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.sjabloon import Fout, SjabloonFault
from huurdersapp.records.brief_velden import DELEN, velden
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.editors.base import Editor
from huurdersapp.ui.forms.editors.choice import Combo
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.forms.record_form import RecordForm
from huurdersapp.ui.frame.message_bar import announce
from huurdersapp.ui.lists.record_parts import label

LINES = 18
"""How many lines of a template are seen at once."""
PAUSE = 600
"""Milliseconds after the last key before the text is looked at."""
MOST = 5
"""Faults that are told at once."""


class TemplateEditor(Editor):
    """Plain text in letters of one width, in which a line of the template is a line. `soort` is the kind of letter."""

    wide = True

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.soort = ""
        self.edit = QPlainTextEdit()
        self.edit.setTabChangesFocus(True)
        self.edit.textChanged.connect(self._changed)
        self._given: str | None = None
        self._setting = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(lambda: self.look(aloud=True))
        self.faults_shown: dict[str, QWidget] = {}
        self._faults = QVBoxLayout()
        self.known = Combo()
        self.known.setAccessibleName(_("Wat u in de brief kunt zetten"))
        self.known.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.known.setMinimumContentsLength(24)
        self.begin = QPushButton(_("Tekst van het programma"))
        self.begin.clicked.connect(lambda: desk.safely(self._begin))
        self.put_field = QPushButton(_("Veld invoegen"))
        self.put_field.clicked.connect(self._put_field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.edit)
        column.addLayout(self._faults)
        below = QWidget()
        row = FlowLayout(below)
        row.addWidget(self.begin)
        row.addWidget(self.known)
        row.addWidget(self.put_field)
        column.addWidget(below)
        desk.look.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        letters = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        letters.setPointSizeF(self.font().pointSizeF())
        self.edit.setFont(letters)
        self.edit.setFixedHeight(LINES * self.edit.fontMetrics().lineSpacing() + self.desk.look.px(20))

    def sizeHint(self) -> QSize:
        return QSize(self.desk.look.px(300), self.edit.height())

    def _changed(self) -> None:
        if not self._setting:
            self._pause.start()
            self.edited.emit()

    def value(self) -> Any:
        if self._given is not None and not self.edit.document().isModified():
            return self._given
        return self.edit.toPlainText().strip() or None

    def set_value(self, value: Any) -> None:
        self._given = value if isinstance(value, str) else None
        self._show(self._given or "")

    def _show(self, text: str) -> None:
        self._setting = True
        self.edit.setPlainText(text)
        self.edit.document().setModified(False)
        self._setting = False
        self.look()

    def typed(self) -> Any:
        return self.edit.toPlainText()

    def set_typed(self, typed: Any) -> None:
        self._given = None
        self._show(str(typed))

    def put(self, text: str) -> None:
        """Another text in its place, which Ctrl+Z in the field takes back."""
        cursor = QTextCursor(self.edit.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        self.edit.moveCursor(QTextCursor.MoveOperation.Start)

    def go_to_line(self, line: int) -> None:
        """The cursor to a line, counted from 1."""
        block = self.edit.document().findBlockByNumber(max(0, line - 1))
        if block.isValid():
            self.edit.setTextCursor(QTextCursor(block))
            self.edit.centerCursor()
            self.edit.setFocus()

    def first_focus(self) -> QWidget:
        return self.edit

    # -- what is wrong, and what it may name ---------------------------------------------------------------------

    def use(self, soort: str) -> None:
        """Be the text of this kind of letter from now on."""
        if soort != self.soort:
            self.soort = soort
            self.known.clear()
            for name, words in velden(soort).items():
                self.known.addItem(_("{field}: {words}").format(field=name, words=words), name)
            self.look()

    def found(self) -> tuple[Fout, ...]:
        """What is wrong with the text as it stands there."""
        text = self.edit.toPlainText()
        if not text.strip() or not self.soort:
            return ()
        try:
            sjabloon.parse(text, velden(self.soort), DELEN)
        except SjabloonFault as fault:
            return fault.faults
        return ()

    def look(self, *, aloud: bool = False) -> None:
        """Tell under the text what is wrong with it; each fault is a button that goes to its line."""
        self._pause.stop()
        found = self.found()
        told = {fault.sentence(): fault for fault in found[:MOST]}
        if told.keys() == self.faults_shown.keys():
            return
        for shown in self.faults_shown.values():
            self._faults.removeWidget(shown)
            shown.hide()
            shown.deleteLater()
        self.faults_shown = {words: self._told(words, fault.line) for words, fault in told.items()}
        if aloud and told:
            announce(self, " ".join(told))

    def _told(self, words: str, line: int) -> QWidget:
        row = QWidget(self)
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(label(words, "fault"))
        if line:
            button = QPushButton(_("Naar regel {line}").format(line=line))
            button.setProperty("role", "link")
            button.clicked.connect(lambda: self.go_to_line(line))
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._faults.addWidget(row)
        return row

    def _begin(self) -> None:
        """Begin with the program's own text; what stood there comes back with Ctrl+Z."""
        if not self.soort:
            raise UserError(_("Er is nog geen soort brief gekozen."), _("Kies eerst de soort brief."))
        self.put(briefsjablonen.begin(self.desk.ctx, self.soort)["tekst"])
        self.edit.setFocus()

    def _put_field(self) -> None:
        self.edit.textCursor().insertText(f"{{{self.known.currentData()}}}")
        self.edit.setFocus()


class TemplateForm(RecordForm):
    """All fields of a template."""

    def __init__(self, desk: Desk, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, kind, parent, {"tekst": TemplateEditor})
        self.fields.edited.connect(lambda key: self.follow() if key == "soort" else None)

    def new(self, values: Any = None, concept: str | None = None) -> None:
        super().new(values, concept)
        self.follow()

    def edit(self, number: int, concept: str | None = None) -> None:
        super().edit(number, concept)
        self.follow()

    def follow(self) -> None:
        """Let the text be looked at as one of the kind that is chosen."""
        box, soort = self.fields.boxes["tekst"], self.fields.value("soort")
        if isinstance(box.editor, TemplateEditor):
            box.editor.use(soort if isinstance(soort, str) else "")
