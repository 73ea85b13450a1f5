"""A part of a letter: what the program proposes, and what somebody makes of it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from huurdersapp.actions.brieven import Deel
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.text_difference import differences
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.editors.finder import Finder
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.lists.record_parts import label
from huurdersapp.ui.writing.card import FactsNotice, WritingCard

WITH_RESULT = ("achterban", "overwegingen")
"""Parts in which the outcome of a raadpleging belongs."""


class PartCard(WritingCard):
    """The wishes of its buttons: `restore_wanted`, `keep_wanted`, `result_wanted` with the number of a raadpleging."""

    restore_wanted = Signal()
    keep_wanted = Signal()
    result_wanted = Signal(int)

    def __init__(self, desk: Desk, key: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, title, parent)
        self.key = key
        self.deel: Deel | None = None
        self.has_own = False
        self.news = FactsNotice(desk, _("Voorstel overnemen"), _("Mijn tekst houden"))
        self.take, self.keep, self.difference = self.news.take, self.news.keep, self.news.difference
        self.take.clicked.connect(self.restore_wanted)
        self.keep.clicked.connect(self.keep_wanted)
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

    # -- what is shown -------------------------------------------------------------------------------------------

    def show_part(self, deel: Deel, *, fixed: bool) -> None:
        """Show a part as it is now; what is being typed stays. `fixed` when nothing can be changed any more."""
        self.deel, self.has_own = deel, deel.own is not None
        if not self.dirty:  # who is writing here keeps the place of the cursor
            self.put(deel.text)
        self.editor.edit.setReadOnly(fixed)
        if self.editor.tools is not None:
            self.editor.tools.setVisible(not fixed)
        self.news.show_changes(differences(deel.basis, deel.now) if deel.changed else [])
        self._tell(fixed)

    def tell(self) -> None:
        if self.deel is not None:
            self._tell(False)

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

    def saved(self, text: str) -> None:
        super().saved(text)
        self.has_own = True

    def forget(self) -> None:
        """What was typed and not saved does not count any more."""
        self.dirty = False
        if self.deel is not None:
            self.put(self.deel.text)
            self._tell(False)

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
