"""A part of a letter: what the program proposes, and what somebody makes of it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QFrame, QPushButton, QVBoxLayout, QWidget

from huurdersapp.actions.brieven import Deel
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.text_difference import differences
from huurdersapp.ui.brieven.comparing import as_html, as_words
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.editors.finder import Finder
from huurdersapp.ui.forms.editors.text import ProseEditor
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.lists.record_parts import label

WITH_RESULT = ("achterban", "overwegingen")
"""Parts in which the outcome of a raadpleging belongs."""
_ELSEWHERE = (
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)
"""The focus is only gone for a moment."""


class PartCard(QFrame):
    """`typed` at each change, `left` when the focus leaves the text, and the wishes of the buttons: `restore_wanted`,
    `keep_wanted`, `result_wanted` with the number of a raadpleging."""

    typed = Signal()
    left = Signal()
    restore_wanted = Signal()
    keep_wanted = Signal()
    result_wanted = Signal(int)

    def __init__(self, desk: Desk, key: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.key, self.heading = desk, key, title
        self.deel: Deel | None = None
        self.dirty = self.has_own = False
        self._standing: str | None = None
        self.setProperty("role", "card")
        self.head = label(title, "heading")
        self.state = label("", "muted")
        self.editor = ProseEditor(desk)
        self.editor.name_it(title)
        self.editor.edited.connect(self._edited)
        self.editor.edit.installEventFilter(self)
        self.news = self._make_news()
        self.restore = QPushButton(_("Terug naar het voorstel"))
        self.restore.clicked.connect(self.restore_wanted)
        self.insert = QPushButton(_("Uitslag invoegen…"))
        self.insert.clicked.connect(self._begin_insert)
        self.finder = Finder(desk, "raadpleging")
        self.finder.setAccessibleName(_("Welke raadpleging"))
        self.finder.chosen.connect(self._chosen)
        self.which = label(_("Kies de raadpleging. De uitslag komt achter uw tekst."), "label")
        self.which.setBuddy(self.finder)
        self._build()

    # -- building ------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(4)
        column.addWidget(self.head)
        column.addWidget(self.state)
        column.addWidget(self.news)
        if self.editor.tools is not None:
            column.addWidget(self.editor.tools)
        column.addWidget(self.editor)
        self.buttons = QWidget()
        row = FlowLayout(self.buttons)
        row.addWidget(self.insert)
        row.addWidget(self.restore)
        column.addWidget(self.buttons)
        for widget in (self.which, self.finder):
            column.addWidget(widget)
            widget.hide()

    def _make_news(self) -> QFrame:
        news = QFrame()
        news.setProperty("role", "card")
        self.news_text = label(_("De feiten zijn veranderd sinds u dit schreef."), "warning")
        self.difference = label("")
        self.difference.setTextFormat(Qt.TextFormat.RichText)
        self.take = QPushButton(_("Voorstel overnemen"))
        self.take.clicked.connect(self.restore_wanted)
        self.keep = QPushButton(_("Mijn tekst houden"))
        self.keep.clicked.connect(self.keep_wanted)
        column = QVBoxLayout(news)
        column.setContentsMargins(10, 8, 10, 8)
        column.addWidget(self.news_text)
        column.addWidget(self.difference)
        holder = QWidget()
        row = FlowLayout(holder)
        row.addWidget(self.take)
        row.addWidget(self.keep)
        column.addWidget(holder)
        news.hide()
        return news

    # -- what is shown -------------------------------------------------------------------------------------------

    def show_part(self, deel: Deel, *, fixed: bool) -> None:
        """Show a part as it is now; what is being typed stays. `fixed` when nothing can be changed any more."""
        self.deel, self.has_own = deel, deel.own is not None
        if not self.dirty and self._standing != deel.text:
            # Only then: who is writing here keeps the place of the cursor.
            self._put(deel.text)
        self.editor.edit.setReadOnly(fixed)
        if self.editor.tools is not None:
            self.editor.tools.setVisible(not fixed)
        changes = differences(deel.basis, deel.now) if deel.changed else []
        self.difference.setText(as_html(changes, self.desk.look))
        self.difference.setAccessibleName(as_words(changes))
        self._tell(fixed)

    def _tell(self, fixed: bool) -> None:
        deel = self.deel
        assert deel is not None
        own = self.dirty or self.has_own
        if not own and not deel.text:
            words = _("Staat nu niet in de brief. Typ om het erin te zetten.")
        elif not own:
            words = _("Voorstel van het programma. Typ om het te veranderen.")
        elif self.dirty:
            words = _("Uw tekst, nog niet opgeslagen.")
        else:
            words = _("Uw tekst.")
        self.state.setText(words)
        self.state.setVisible(not fixed)
        self.setHidden(fixed and not deel.text)
        self.news.setVisible(deel.changed and not fixed)
        self.restore.setVisible(own and not fixed)
        self.insert.setVisible(self.key in WITH_RESULT and not fixed)
        self.buttons.setVisible(not fixed and (own or self.key in WITH_RESULT))
        if fixed:
            self._end_insert()

    def put_typed(self, text: str) -> None:
        """Show what somebody typed before and did not save."""
        self.editor.set_typed(text)
        self.dirty = True
        if self.deel is not None:
            self._tell(False)

    def text(self) -> str:
        """What stands there now."""
        return str(self.editor.typed())

    def saved(self, text: str) -> None:
        """What stands there was saved so."""
        self.dirty, self.has_own, self._standing = False, True, text

    def forget(self) -> None:
        """What was typed and not saved does not count any more."""
        self.dirty = False
        if self.deel is not None:
            self._put(self.deel.text)
            self._tell(False)

    def _put(self, text: str) -> None:
        self.editor.set_value(text)
        self._standing = text

    def _edited(self) -> None:
        self.dirty = True
        self._tell(False)
        self.typed.emit()

    def first_focus(self) -> QWidget:
        """Where the focus goes when somebody comes to this part."""
        return self.editor.first_focus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.FocusOut
            and isinstance(event, QFocusEvent)
            and event.reason() not in _ELSEWHERE
            and self.dirty
        ):
            self.left.emit()
        return super().eventFilter(watched, event)

    # -- the outcome of a raadpleging ----------------------------------------------------------------------------

    def _begin_insert(self) -> None:
        self._asking(self.finder.isHidden())

    def _asking(self, asking: bool) -> None:
        for widget in (self.which, self.finder):
            widget.setVisible(asking)
        if asking:
            self.finder.setFocus()

    def _end_insert(self) -> None:
        had = QApplication.focusWidget() is self.finder
        self.finder.clear()
        self._asking(False)
        if had:
            self.insert.setFocus()

    def _chosen(self, found: object) -> None:
        number = getattr(found, "number", None)
        self._end_insert()
        if isinstance(number, int):
            self.result_wanted.emit(number)
