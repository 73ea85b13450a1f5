"""What a writer adds to a part of a report: a heading, a text beside the proposal of the program, and photos."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton, QVBoxLayout, QWidget

from huurdersapp.actions.verslagen.concept import DeelStand
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.text_difference import differences
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.lists.record_parts import label, long_text
from huurdersapp.ui.writing.card import FactsNotice, WritingCard


class ReportPartCard(WritingCard):
    """One part, open to write in. `take_wanted`, `again_wanted`, `keep_wanted`: the proposal, the proposal in the place of
    what was written on it, and no change; `titled` with another heading; `closed` with [Klaar]."""

    take_wanted = Signal()
    again_wanted = Signal()
    keep_wanted = Signal()
    titled = Signal(str)
    closed = Signal()

    def __init__(self, desk: Desk, part: DeelStand, parent: QWidget | None = None) -> None:
        super().__init__(desk, part.title, parent)
        self.part, self.heading_alone = part, False
        self.editor.name_it(_("Uw tekst bij {part}").format(part=part.title))
        self.news = FactsNotice(desk, _("Opnieuw voorstellen"), _("Zo laten"))
        self.news.take.clicked.connect(self.again_wanted)
        self.news.keep.clicked.connect(self.keep_wanted)
        self.title_label = label(_("Kop"), "label")
        self.title_line = QLineEdit()
        self.title_label.setBuddy(self.title_line)
        self.title_line.setAccessibleName(_("Kop van {part}").format(part=part.title))
        self.title_line.editingFinished.connect(self.flush_title)
        self.proposal = QFrame()
        self.proposal.setProperty("role", "card")
        self.take = QPushButton(_("Voorstel overnemen"))
        self.take.clicked.connect(self.take_wanted)
        self._proposed = QVBoxLayout(self.proposal)
        self._proposed.setContentsMargins(10, 8, 10, 8)
        self._proposed.addWidget(label(_("Voorstel uit de feiten"), "label"))
        self.proposed = label("")
        self._proposed.addWidget(self.proposed)
        row = FlowLayout()
        row.addWidget(self.take)
        self._proposed.addLayout(row)
        self.done = QPushButton(_("Klaar met dit deel"))
        self.done.clicked.connect(self.closed)
        self.pictures = QVBoxLayout()
        self._build()
        self.show_part(part)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(4)
        for widget in (self.head, self.state, self.title_label, self.title_line, self.news):
            column.addWidget(widget)
        self.text_label = label(_("Uw tekst, boven wat het programma vertelt"), "label")
        column.addWidget(self.text_label)
        if self.editor.tools is not None:
            column.addWidget(self.editor.tools)
        column.addWidget(self.editor)
        column.addWidget(self.proposal)
        column.addLayout(self.pictures)
        row = FlowLayout()
        row.addWidget(self.done)
        column.addLayout(row)

    def ask_heading_alone(self) -> None:
        """This part has pages of its own, in which nothing can be written."""
        for widget in (self.text_label, self.editor.tools, self.editor, self.state):
            if widget is not None:
                widget.hide()
        self.heading_alone = True

    def first_focus(self) -> QWidget:
        return self.title_line if self.heading_alone else super().first_focus()

    def show_part(self, part: DeelStand) -> None:
        """Show the part as it is now; what is being typed stays."""
        self.part = part
        if not self.dirty:
            self.put(part.own_text)
        if not self.title_line.isModified():
            self.title_line.setText(part.title)
        self.proposal.setVisible(bool(part.proposal))
        shown = long_text(part.proposal)
        self.proposed.setTextFormat(shown.textFormat())
        self.proposed.setText(shown.text())
        self.proposed.setAccessibleName(shown.accessibleName())
        shown.deleteLater()
        self.news.show_changes(differences(part.basis, part.proposal) if part.changed else [])
        self.news.setVisible(part.changed)
        self.take.setVisible(not part.changed and bool(part.proposal))
        self.tell()

    def tell(self) -> None:
        if self.dirty:
            words = _("Uw tekst, nog niet opgeslagen.")
        elif self.part.own_text:
            words = _("Uw tekst is opgeslagen.")
        elif self.part.proposal:
            words = _("Schrijf zelf, of neem het voorstel over en pas het aan.")
        else:
            words = _("Schrijf hier wat de lezer moet weten.")
        self.state.setText(words)

    def flush_title(self) -> None:
        """Tell the heading that was typed and not told yet."""
        if self.title_line.isModified():
            self.title_line.setModified(False)
            self.titled.emit(self.title_line.text().strip())
