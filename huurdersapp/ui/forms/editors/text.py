"""Editors for text: one line, and more lines with lists."""

from __future__ import annotations

import re
from typing import Any

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.editors.base import Editor

_ITEM = re.compile(r"(\s*)(?:([-*•–])|(\d+)\.)(\s+)")
LINES, MOST_LINES = 3, 14
"""How high a field for long text is at least, and to what it grows with its text."""


class LineEditor(Editor):
    """One line of text."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.line = QLineEdit()
        self.line.textEdited.connect(self.edited)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.line)
        self._given: str | None = None

    def value(self) -> Any:
        # What was shown and not touched goes back as it came, whatever a line of a screen makes of it.
        if self._given is not None and not self.line.isModified():
            return self._given
        return self.line.text().strip() or None

    def set_value(self, value: Any) -> None:
        self._given = value if isinstance(value, str) else None
        self.line.setText(self._given or "")
        self.line.setCursorPosition(0)
        self.line.setModified(False)

    def typed(self) -> Any:
        return self.line.text()

    def set_typed(self, typed: Any) -> None:
        self._given = None
        self.line.setText(str(typed))

    def first_focus(self) -> QWidget:
        return self.line


class ProseEdit(QPlainTextEdit):
    """More lines of text as the paper prints them: paragraphs, and lines that begin with a dash or a number.

    Enter at the end of such a line begins the next one, Enter on an empty one ends the list. Tab leaves the field. Only
    plain text is pasted.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = desk.look
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        desk.look.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        spacing = self.fontMetrics().lineSpacing()
        lines = min(MOST_LINES, max(LINES, round(self.document().size().height())))
        height = lines * spacing + 2 * int(self.document().documentMargin()) + self._look.px(20)
        if height != self.minimumHeight():
            self.setFixedHeight(height)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(300), self.minimumHeight())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def insertFromMimeData(self, source: QMimeData) -> None:
        if source.hasText():
            self.insertPlainText(source.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._continue_list():
            return
        super().keyPressEvent(event)

    def _continue_list(self) -> bool:
        cursor = self.textCursor()
        line = cursor.block().text()
        found = _ITEM.match(line)
        if found is None or cursor.hasSelection() or cursor.positionInBlock() < found.end():
            return False
        if not line[found.end() :].strip():
            cursor.select(QTextCursor.SelectionType.LineUnderCursor)
            cursor.removeSelectedText()
            return True
        sign = f"{int(found[3]) + 1}." if found[3] else found[2]
        cursor.insertText(f"\n{found[1]}{sign}{found[4]}")
        self.ensureCursorVisible()
        return True

    def text(self) -> str:
        """The text sign by sign; `toPlainText` would make plain spaces of those that do not break."""
        raw = self.document().toRawText()
        return str(raw).replace("\u2029", "\n").replace("\u2028", "\n")

    def make_list(self, *, numbered: bool) -> None:
        """Make a list of the lines that are selected (or of this one), or plain lines of a list."""
        cursor = self.textCursor()
        document = self.document()
        first = document.findBlock(cursor.selectionStart()).blockNumber()
        last = document.findBlock(cursor.selectionEnd()).blockNumber()
        blocks = [document.findBlockByNumber(number) for number in range(first, last + 1)]
        made = [_ITEM.match(block.text()) for block in blocks]
        already = all(found and bool(found[3]) == numbered for found in made)
        cursor.beginEditBlock()
        for place, (block, found) in enumerate(zip(blocks, made, strict=True), 1):
            at = QTextCursor(block)
            at.movePosition(
                QTextCursor.MoveOperation.NextCharacter,
                QTextCursor.MoveMode.KeepAnchor,
                found.end() if found else 0,
            )
            at.insertText("" if already else f"{place}. " if numbered else "- ")
        cursor.endEditBlock()
        self.setFocus()


class ProseEditor(Editor):
    """More lines of text, with buttons for lists."""

    wide = True

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.edit = ProseEdit(desk)
        self._given: str | None = None
        self._setting = False
        self.edit.textChanged.connect(self._changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.edit)
        self.tools = self._lists()

    def _lists(self) -> QWidget:
        tools = QWidget()
        row = QHBoxLayout(tools)
        row.setContentsMargins(0, 0, 0, 0)
        for words, numbered in ((_("• Lijst"), False), (_("1. Genummerd"), True)):
            button = QPushButton(words)
            button.setProperty("role", "link")
            # The mouse only: by keyboard one types the dash, and Tab goes from field to field.
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setAccessibleDescription(
                _("Met het toetsenbord: typ 1. en een spatie.")
                if numbered
                else _("Met het toetsenbord: typ een streepje en een spatie.")
            )
            button.clicked.connect(
                lambda _on=False, numbered=numbered: self.edit.make_list(numbered=numbered)
            )
            row.addWidget(button)
        return tools

    def _changed(self) -> None:
        if not self._setting:
            self.edited.emit()

    def value(self) -> Any:
        if self._given is not None and not self.edit.document().isModified():
            return self._given
        return self.edit.text().strip() or None

    def set_value(self, value: Any) -> None:
        self._given = value if isinstance(value, str) else None
        self._show(self._given or "")

    def _show(self, text: str) -> None:
        self._setting = True
        self.edit.setPlainText(text)
        self.edit.document().setModified(False)
        self._setting = False

    def typed(self) -> Any:
        return self.edit.text()

    def set_typed(self, typed: Any) -> None:
        self._given = None
        self._show(str(typed))

    def first_focus(self) -> QWidget:
        return self.edit
