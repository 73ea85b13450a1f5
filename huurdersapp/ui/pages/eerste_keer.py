"""The first start: two names and the size of the letters, or looking round in the example."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QFrame,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import lazy
from huurdersapp.ui.look import Look
from huurdersapp.ui.middle import WIDEST, Middle, text_line

SIZES = ((100, lazy("Gewoon")), (120, lazy("Groter")), (150, lazy("Groot")), (200, lazy("Heel groot")))
_SOMETHING = "Jo"
"""A name that can be kept, to hear what is the matter with the other one."""


class FirstPage(QWidget):
    """`begin_wanted` carries the names of the organisation and of the person, which can be kept; `example_wanted` when
    somebody wants to look round first."""

    begin_wanted = Signal(str, str)
    example_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._middle = Middle(look)
        column = self._middle.column
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._middle, 1)
        title = QLabel(_("Welkom"))
        title.setProperty("role", "title")
        column.addWidget(title)
        column.addWidget(
            text_line(_("Vul twee namen in. Dan kunt u beginnen. Later wijzigt u ze bij Instellingen."))
        )
        self.faults = _FaultList()
        column.addWidget(self.faults)
        self.organisation = _Field(
            _("Naam van uw organisatie"), _("Die staat boven uw brieven en verslagen.")
        )
        self.author = _Field(_("Uw naam"), _("Die staat bij alles wat u wijzigt."))
        for field in (self.organisation, self.author):
            column.addWidget(field)
            field.edit.returnPressed.connect(self.begin)
        column.addWidget(self._sizes())
        column.addWidget(
            text_line(_("Alles blijft op deze computer. Het programma gebruikt geen internet."), "muted")
        )
        column.addStretch(1)
        self._add_buttons()
        look.changed.connect(self._fit)
        self._fit()

    def _sizes(self) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        words = QLabel(_("Grootte van de letters"))
        words.setProperty("role", "label")
        column.addWidget(words)
        self._chips = row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        column.addLayout(row)
        self.sizes = QButtonGroup(self)
        for per_cent, label in SIZES:
            chip = QPushButton(str(label))
            chip.setCheckable(True)
            chip.setProperty("role", "chip")
            chip.setAccessibleName(_("Letters: {size}").format(size=str(label)))
            chip.setMinimumWidth(1)
            self.sizes.addButton(chip, per_cent)
            row.addWidget(chip)
        row.addStretch(1)
        self.sizes.idClicked.connect(self._look.set_zoom)
        return whole

    def _add_buttons(self) -> None:
        """Outside what scrolls, so that they are always to be seen."""
        self.begin_button = QPushButton(_("Beginnen"))
        self.begin_button.setProperty("role", "main")
        self.begin_button.setDefault(True)
        self.begin_button.clicked.connect(self.begin)
        self.example_button = QPushButton(_("Eerst rondkijken met voorbeelden"))
        self.example_button.clicked.connect(self.example_wanted)
        self._buttons = QWidget()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._buttons)
        self._row.setContentsMargins(0, 8, 0, 16)
        self._row.addWidget(self.begin_button)
        self._row.addWidget(self.example_button)
        self._row.addStretch(1)
        self._middle.add_below(self._buttons)

    def begin_here(self) -> None:
        """Put the focus where somebody starts to type."""
        self.organisation.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin(self) -> None:
        """Check both names; tell what is the matter, or go on."""
        found = [
            (field, words) for field in (self.organisation, self.author) if (words := self._fault(field))
        ]
        for field in (self.organisation, self.author):
            field.tell(next((words for one, words in found if one is field), ""))
        self.faults.show_faults([(words, field.edit) for field, words in found])
        if not found:
            self.begin_wanted.emit(self.organisation.edit.text().strip(), self.author.edit.text().strip())

    def _fault(self, field: _Field) -> str:
        from huurdersapp.actions import start

        name = field.edit.text().strip()
        if not name:
            if field is self.author:
                return _("Vul uw naam in. Dan ziet u later wie iets wijzigde.")
            return _("Vul de naam van uw organisatie in. Die komt boven uw brieven.")
        try:
            start.check(*((_SOMETHING, name) if field is self.author else (name, _SOMETHING)))
        except UserError as fault:
            return fault.told()
        return ""

    def refuse(self, fault: UserError) -> None:
        """Tell why no administration could be made."""
        self.faults.show_faults([(fault.told(), self.organisation.edit)])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        way = QBoxLayout.Direction
        for row, buttons in (
            (self._row, [self.begin_button, self.example_button]),
            (self._chips, self.sizes.buttons()),
        ):
            wanted = sum(button.sizeHint().width() + self._look.px(12) for button in buttons)
            fits = wanted <= min(self.width() - 64, self._look.px(WIDEST))
            row.setDirection(way.LeftToRight if fits else way.TopToBottom)
        nearest = min((per_cent for per_cent, _label in SIZES), key=lambda one: abs(one - self._look.zoom))
        self.sizes.button(nearest).setChecked(True)


class _Field(QWidget):
    """A line to type in, with its label above it, why it is asked, and what is the matter with it."""

    def __init__(self, label: str, why: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = QLabel(label)
        words.setProperty("role", "label")
        self.edit = QLineEdit()
        self.edit.setAccessibleName(label)
        self.edit.setAccessibleDescription(why)
        words.setBuddy(self.edit)
        self.fault = text_line("", "fault")
        self.fault.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(4)
        for widget in (words, text_line(why, "muted"), self.edit, self.fault):
            column.addWidget(widget)

    def tell(self, words: str) -> None:
        """Say what is the matter, "" for nothing."""
        self.fault.setText(words)
        self.fault.setVisible(bool(words))
        self.edit.setProperty("fault", bool(words))
        self.edit.style().unpolish(self.edit)
        self.edit.style().polish(self.edit)


class _FaultList(QFrame):
    """All faults above the form; it takes the focus, and each line jumps to its field."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "faults")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._column = QVBoxLayout(self)
        self.hide()

    def show_faults(self, faults: list[tuple[str, QWidget]]) -> None:
        """Show these, or hide when there are none."""
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self.setVisible(bool(faults))
        if not faults:
            return
        self._column.addWidget(text_line(_("Dit kan zo niet:"), "fault"))
        flags = Qt.TextInteractionFlag
        for words, field in faults:
            line = text_line(f'<a href="#">{escape(words)}</a>')
            line.setTextInteractionFlags(flags.LinksAccessibleByMouse | flags.LinksAccessibleByKeyboard)
            line.linkActivated.connect(field.setFocus)
            self._column.addWidget(line)
        self.setAccessibleName(" ".join([_("Dit kan zo niet:"), *(words for words, _field in faults)]))
        self.setFocus(Qt.FocusReason.OtherFocusReason)
