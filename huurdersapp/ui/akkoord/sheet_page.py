"""What the screens beside the akkoord share: choices on top, under them what was read for these, in a scroll area."""

from __future__ import annotations

from typing import Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from huurdersapp.base.events import Changes
from huurdersapp.base.i18n import LazyText, lazy
from huurdersapp.ui.akkoord.filtering import Asked
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.editors.choice import Combo
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.lists.record_parts import LinkButton, label
from huurdersapp.ui.page import Page
from huurdersapp.ui.pages.registry import page_of
from huurdersapp.ui.place import Place

ONE_COLUMN_FROM = 130
"""Per cent: with larger letters things stand under each other."""
NAME = 40
"""Signs of the name of an akkoord that are shown in a choice."""
_POINTS = ("thema", "doel", "afspraak", "indicator")


class SheetPage(Page):
    """A subclass adds combos with `choose`, reads with `question` (beside the window) and shows with `fill`."""

    kinds: frozenset[str] = frozenset()
    """Kinds of record whose change makes it another sheet; none: any."""
    back_to: ClassVar[tuple[str, LazyText]] = ("akkoord", lazy("< Terug naar het akkoord"))
    """The screen from which one comes here, and the words of the button that goes back."""

    def __init__(self, desk: Desk, key: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, key, parent)
        self.found: Any = None
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 16, 8)
        column.setSpacing(8)
        page, words = type(self).back_to
        self.back = QPushButton(str(words))
        self.back.clicked.connect(lambda: desk.go(Place(page)))
        top = QHBoxLayout()
        top.addWidget(self.back)
        top.addStretch(1)
        column.addLayout(top)
        holder = QWidget()
        self.choices = FlowLayout(holder)
        column.addWidget(holder)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setProperty("role", "reading")
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column.addWidget(self.area, 1)
        desk.look.changed.connect(self.redraw)

    # -- what a screen has of its own ------------------------------------------------------------------------------

    def question(self) -> Any:
        """Read what is to be shown; must not touch widgets: take what was chosen in `asked` first."""
        raise NotImplementedError

    def asked(self) -> None:
        """Take what is chosen, before `question` reads beside the window."""

    def answered(self, found: Any) -> None:
        """Fill the choices with what there is."""

    def fill(self, column: QVBoxLayout, found: Any) -> None:
        """Show what was read."""
        raise NotImplementedError

    # -- reading ---------------------------------------------------------------------------------------------------

    def choose(self, name: str, signs: int = 8) -> QComboBox:
        """A choice with its name on top of the screen, with room for so many signs; choosing reads again."""
        combo = Combo()
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(signs)
        combo.setAccessibleName(name)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        title = label(name, "label")
        title.setWordWrap(False)
        title.setBuddy(combo)
        column.addWidget(title)
        column.addWidget(combo)
        self.choices.addWidget(holder)
        combo.activated.connect(lambda _at: self.desk.safely(self.chosen))
        return combo

    def chosen(self) -> None:
        """Somebody chose something else."""
        self.place_changed.emit()
        self.read()

    def show_place(self, place: Place) -> None:
        self.read()
        first = self.findChild(QComboBox)
        (first or self.area).setFocus()

    def changed(self, changes: Changes) -> None:
        if not self.kinds or changes.kinds() & self.kinds:
            self.read()

    def read(self) -> None:
        """Read and show again."""
        self.asked()
        self.desk.ask(self, "blad", self.question, self._show)

    def _show(self, found: Any) -> None:
        self.found = found
        self.answered(found)
        self.redraw()
        self.commands_changed.emit()

    def redraw(self) -> None:
        """Show what was read once more, as with other letters."""
        if self.found is None:
            return
        focus = QApplication.focusWidget()
        inside = focus is not None and self.area.isAncestorOf(focus)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 6, 6)
        column.setSpacing(12)
        self.fill(column, self.found)
        column.addStretch(1)
        self.area.setWidget(content)
        self.area.setAccessibleName(self.title())
        if inside:
            self.area.setFocus()

    @property
    def wide(self) -> bool:
        """Whether columns fit beside each other."""
        return self.desk.look.zoom < ONE_COLUMN_FROM

    # -- numbers that open their list --------------------------------------------------------------------------------

    def number(
        self, words: str, name: str, kind: str, where: tuple[str, ...], title: str, first: int | None = None
    ) -> LinkButton:
        """A number as a button that opens the list that it counts; `name` says for a screen reader which it is. Of points
        `first` is the first of the list."""
        button = LinkButton(words)
        button.setAccessibleName(name)
        place = list_of(kind, where, title, first)
        button.clicked.connect(lambda: self.desk.go(place))
        return button


def list_of(kind: str, where: tuple[str, ...], title: str, first: int | None = None) -> Place:
    """The place of a list; points are shown within their own akkoord, at the first of them."""
    if kind in _POINTS and first is not None:
        return Place("akkoord", first, Asked(kind=kind, where=where).conditions(), title=title, kind=kind)
    return Place(page_of(kind), where=where, title=title, kind=kind)


def fill_combo(combo: QComboBox, items: list[tuple[str, object]], wanted: object) -> None:
    """Offer these, with the wanted one chosen (else the first)."""
    combo.blockSignals(True)
    combo.clear()
    for words, value in items:
        combo.addItem(words, value)
    combo.setCurrentIndex(max(0, combo.findData(wanted)))
    combo.blockSignals(False)
