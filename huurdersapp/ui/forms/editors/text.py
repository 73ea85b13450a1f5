"""Editors for text: one line, and more lines with lists."""

from __future__ import annotations

import re
from typing import Any

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QKeySequence, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QTextEdit, QVBoxLayout, QWidget

from huurdersapp.base import markup
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.markup import Kind, Line
from huurdersapp.ui import prose
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.editors.base import Editor
from huurdersapp.ui.forms.flow import FlowLayout

_BULLET, _FIRST = re.compile(r"[-*•–]"), re.compile(r"1\.")
"""What makes a list of a line when it stands before the first space."""
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


class ProseEdit(QTextEdit):
    """More lines of text as the paper prints them: lines, lists, words in bold and italic.

    A dash or "1." and a space begin a list; Enter on an empty item ends it, Backspace before an item makes a line of
    it. Tab leaves the field. What is pasted keeps its words, lists, bold and italic. `looked` when the cursor stands in
    another look or kind of line.
    """

    looked = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = desk.look
        self._regrouping = False
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.textChanged.connect(self._regroup)
        self.textChanged.connect(self.looked)
        self.cursorPositionChanged.connect(self.looked)
        self.currentCharFormatChanged.connect(self.looked)
        desk.look.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        spacing = self.fontMetrics().lineSpacing()
        self.document().setIndentWidth(self._look.px(24))
        margins = 2 * self.document().documentMargin()
        lines = min(
            MOST_LINES * spacing + margins, max(LINES * spacing + margins, self.document().size().height())
        )
        height = round(lines) + self._look.px(20)
        if height != self.minimumHeight():
            self.setFixedHeight(height)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(300), self.minimumHeight())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _regroup(self) -> None:
        if not self._regrouping:
            self._regrouping = True
            prose.regroup(self.document())
            self._regrouping = False

    # -- what stands there ---------------------------------------------------------------------------------------

    def lines(self) -> list[Line]:
        """The lines as they stand there."""
        return prose.lines_of(self.document())

    def show_lines(self, lines: tuple[Line, ...]) -> None:
        """Show other lines, from where nothing can be undone."""
        self.clear()
        self.setCurrentCharFormat(QTextCharFormat())
        prose.insert(QTextCursor(self.document()), lines)
        self.document().clearUndoRedoStacks()
        self.document().setModified(False)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def insert_text(self, text: str) -> None:
        """Put a text with the signs for lists, bold and italic where the cursor stands."""
        lines = list(markup.read(text))
        if len(lines) < 2 and all(line.kind == "text" for line in lines):
            lines = [Line(pieces) for pieces in markup.typed(text)]  # with the spaces around it
        self._insert(lines)

    def _insert(self, lines: list[Line]) -> None:
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        prose.insert(cursor, lines)
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    # -- the clipboard -------------------------------------------------------------------------------------------

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() or source.hasHtml()

    def insertFromMimeData(self, source: QMimeData) -> None:
        if source.hasHtml():
            page = QTextDocument()
            page.setHtml(source.html())
            lines = prose.lines_of(page, spaced=True)
            self._insert(lines if len(lines) == 1 else list(markup.tidy(lines)))
        elif source.hasText():
            self.insert_text(source.text())

    def createMimeDataFromSelection(self) -> QMimeData:
        page = QTextDocument()
        QTextCursor(page).insertFragment(self.textCursor().selection())
        lines = prose.lines_of(page)
        data = QMimeData()
        data.setText(self.textCursor().selection().toPlainText())
        data.setHtml(prose.to_html(lines))
        return data

    # -- keys ----------------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        # The keys of the field go before those of the window.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _look_key(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _look_key(event):
            self.toggle(bold=event.matches(QKeySequence.StandardKey.Bold))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and _plain(event):
            self._enter()
        elif not (
            (event.key() == Qt.Key.Key_Space and _plain(event) and self._begin_list())
            or (event.key() == Qt.Key.Key_Backspace and _plain(event) and self._end_item())
        ):
            super().keyPressEvent(event)

    def _enter(self) -> None:
        cursor = self.textCursor()
        if not cursor.hasSelection() and cursor.block().length() == 1 and self.kind() != "text":
            self._set_kind("text")
            return
        cursor.insertBlock()
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _begin_list(self) -> bool:
        cursor = self.textCursor()
        before = cursor.block().text()[: cursor.positionInBlock()]
        kind: Kind = (
            "bullet" if _BULLET.fullmatch(before) else "number" if _FIRST.fullmatch(before) else "text"
        )
        if kind == "text" or cursor.hasSelection() or self.kind() != "text":
            return False
        cursor.beginEditBlock()
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        prose.set_kind(cursor.block(), kind)
        cursor.endEditBlock()
        return True

    def _end_item(self) -> bool:
        cursor = self.textCursor()
        if cursor.hasSelection() or not cursor.atBlockStart() or self.kind() == "text":
            return False
        self._set_kind("text")
        return True

    # -- looks ---------------------------------------------------------------------------------------------------

    def kind(self) -> Kind:
        """What the line is in which the cursor stands."""
        return prose.kind_of(self.textCursor().block())

    def is_bold(self) -> bool:
        """Whether what is typed here becomes bold."""
        return self.currentCharFormat().fontWeight() >= QFont.Weight.DemiBold

    def is_italic(self) -> bool:
        """Whether what is typed here becomes italic."""
        return self.currentCharFormat().fontItalic()

    def toggle(self, *, bold: bool) -> None:
        """Make what is selected, or what is typed from here, bold or italic, or no longer so."""
        look = QTextCharFormat()
        if bold:
            look.setFontWeight(QFont.Weight.Normal if self.is_bold() else QFont.Weight.Bold)
        else:
            look.setFontItalic(not self.is_italic())
        self.mergeCurrentCharFormat(look)

    def make_list(self, *, numbered: bool) -> None:
        """Make a list of the lines that are selected (or of this one), or plain lines of a list."""
        wanted: Kind = "number" if numbered else "bullet"
        kinds = {prose.kind_of(self.document().findBlockByNumber(at)) for at in self._selected()}
        self._set_kind("text" if kinds == {wanted} else wanted)

    def _selected(self) -> range:
        """The numbers of the lines that are selected, or of this one."""
        cursor, document = self.textCursor(), self.document()
        first = document.findBlock(cursor.selectionStart()).blockNumber()
        return range(first, document.findBlock(cursor.selectionEnd()).blockNumber() + 1)

    def _set_kind(self, kind: Kind) -> None:
        cursor = self.textCursor()
        cursor.beginEditBlock()
        for at in self._selected():
            prose.set_kind(self.document().findBlockByNumber(at), kind)
        cursor.endEditBlock()
        self.looked.emit()


def _look_key(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Bold) or event.matches(QKeySequence.StandardKey.Italic)


def _plain(event: QKeyEvent) -> bool:
    """Whether a key goes without Ctrl or Alt."""
    held = (
        Qt.KeyboardModifier.ControlModifier
        | Qt.KeyboardModifier.AltModifier
        | Qt.KeyboardModifier.MetaModifier
    )
    return not event.modifiers() & held


class ProseEditor(Editor):
    """More lines of text, with buttons for bold, italic and lists."""

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
        tools = QWidget()
        row = _Row(tools, space=0)
        self.bold = _tool(row, _("Vet"), _("Met het toetsenbord: Ctrl+B."))
        self.italic = _tool(row, _("Cursief"), _("Met het toetsenbord: Ctrl+I."))
        self.dashes = _tool(row, _("• Lijst"), _("Met het toetsenbord: typ een streepje en een spatie."))
        self.numbers = _tool(row, _("1. Genummerd"), _("Met het toetsenbord: typ 1. en een spatie."))
        self.bold.clicked.connect(lambda: self.edit.toggle(bold=True))
        self.italic.clicked.connect(lambda: self.edit.toggle(bold=False))
        self.dashes.clicked.connect(lambda: self.edit.make_list(numbered=False))
        self.numbers.clicked.connect(lambda: self.edit.make_list(numbered=True))
        for button in tools.findChildren(QPushButton):
            button.clicked.connect(self.edit.setFocus)
            button.clicked.connect(self._show_looks)
        self.edit.looked.connect(self._show_looks)
        self.tools = tools

    def _show_looks(self) -> None:
        kind = self.edit.kind()
        self.bold.setChecked(self.edit.is_bold())
        self.italic.setChecked(self.edit.is_italic())
        self.dashes.setChecked(kind == "bullet")
        self.numbers.setChecked(kind == "number")

    def _changed(self) -> None:
        if not self._setting:
            self.edited.emit()

    def value(self) -> Any:
        # What was shown and not touched goes back as it came.
        if self._given is not None and not self.edit.document().isModified():
            return self._given
        return self._written() or None

    def _written(self) -> str:
        return markup.write(self.edit.lines())

    def set_value(self, value: Any) -> None:
        self._given = value if isinstance(value, str) else None
        self._show(self._given or "")

    def _show(self, text: str) -> None:
        self._setting = True
        self.edit.show_lines(markup.read(text))
        self._setting = False

    def typed(self) -> Any:
        return self._written()

    def set_typed(self, typed: Any) -> None:
        self._given = None
        self._show(str(typed))

    def first_focus(self) -> QWidget:
        return self.edit


class _Row(FlowLayout):
    """Buttons in one line where there is room for it, beside a label; in more lines where letters are large."""

    def sizeHint(self) -> QSize:
        hints = [item.sizeHint() for at in range(self.count()) if (item := self.itemAt(at)) is not None]
        return QSize(sum(hint.width() for hint in hints), max((hint.height() for hint in hints), default=0))


def _tool(row: QHBoxLayout, words: str, keys: str) -> QPushButton:
    button = QPushButton(words)
    button.setProperty("role", "link")
    button.setCheckable(True)
    # The mouse only: by keyboard there are keys, and Tab goes from field to field.
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    button.setAccessibleDescription(keys)
    button.setToolTip(keys)
    row.addWidget(button)
    return button
