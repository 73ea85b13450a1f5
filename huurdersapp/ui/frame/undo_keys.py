"""Ctrl+Z in a field where nothing can be undone: then it is for the last step of the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

_SHORTCUT = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


class UndoKeys(QObject):
    """Looks along with the field that has the focus, in every window of the program.

    Qt lets a field take the keys of [Ongedaan maken] and [Opnieuw doen] also when it can do nothing with them. A key
    that is held down stays with the field: who takes back typing must not go on to records unawares.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow)

    def _follow(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is not None:
            old.removeEventFilter(self)
        if isinstance(new, QLineEdit | QTextEdit | QPlainTextEdit):
            new.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if event.isAutoRepeat() or not _idle(watched, event):
            return False
        event.ignore()
        return True


def asks_undo(event: QEvent) -> bool:
    """Whether Qt asks who takes Ctrl+Z: a widget that counts keys takes it for the last key, not for the last thing that
    was saved."""
    return (
        event.type() == QEvent.Type.ShortcutOverride
        and isinstance(event, QKeyEvent)
        and event.matches(QKeySequence.StandardKey.Undo)
    )


def is_sign(event: QKeyEvent) -> bool:
    """Whether a key types a sign and is no shortcut."""
    return not event.modifiers() & _SHORTCUT


def _idle(field: QObject, event: QKeyEvent) -> bool:
    """Whether the key asks to undo or redo, and this field has nothing of the kind."""
    source = field.document() if isinstance(field, QTextEdit | QPlainTextEdit) else field
    if event.matches(QKeySequence.StandardKey.Undo):
        return not _can(source, "isUndoAvailable")
    return event.matches(QKeySequence.StandardKey.Redo) and not _can(source, "isRedoAvailable")


def _can(source: QObject, name: str) -> bool:
    return bool(getattr(source, name)())
