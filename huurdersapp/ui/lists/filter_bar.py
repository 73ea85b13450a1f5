"""What stands above a list: ready filters to press, the search box, conditions that can be taken away again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from huurdersapp.actions import rows, voorkeuren
from huurdersapp.base import clock
from huurdersapp.base.i18n import LazyText, lazy
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.spec import RecordSpec
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.icons import icon
from huurdersapp.ui.lists import words
from huurdersapp.ui.lists.filter_builder import FilterBuilder, FilterName

PAUSE = 140
"""Milliseconds after the last key before the list is searched."""
COMPACT_FROM = 150
"""Per cent: from here on the ready filters are one choice, and the rest is folded away."""


@dataclass(frozen=True, slots=True)
class Chip:
    """A ready filter: conditions as `--waar` takes them, with {today}, {year} or {last_year} in them."""

    label: LazyText | str
    where: tuple[str, ...] = ()
    order: str = ""


ALL = Chip(lazy("Alle"))


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody asked of the list: a ready filter (None: the list comes from elsewhere), more conditions, words."""

    chip: Chip | None = ALL
    where: tuple[str, ...] = ()
    words: str = ""
    title: str = ""

    def conditions(self) -> tuple[str, ...]:
        """All conditions together."""
        ready = self.chip.where if self.chip is not None else ()
        return (*words.conditions(ready, clock.today()), *self.where)

    @property
    def anything(self) -> bool:
        """Whether it leaves records out."""
        return bool(self.conditions() or self.words.strip())


class FilterBar(QWidget):
    """`asked_changed` when the list must be another one, `concepts_wanted` when [Concepten] is pressed."""

    asked_changed = Signal()
    concepts_wanted = Signal()
    columns_wanted = Signal()
    export_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.asked = Asked()
        self.spec: RecordSpec | None = None
        self._ready: tuple[Chip, ...] = ()
        self._own: list[Chip] = []
        self._concepts, self._shows_concepts = 0, False
        self.chips: list[QPushButton] = []
        self._taken: list[QWidget] = []
        self._build()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._search)
        desk.look.changed.connect(self._dress)
        self._dress()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.heading = QLabel()
        self.heading.setProperty("role", "heading")
        self.heading.setWordWrap(True)
        self.all_button = self._button(_("Alle tonen"), self.clear)
        self._head = QWidget()
        head = QHBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self.heading, 1)
        head.addWidget(self.all_button)
        column.addWidget(self._head)
        self._chip_row, self._row = QWidget(), QWidget()
        self._chip_flow, self._flow = FlowLayout(self._chip_row), FlowLayout(self._row)
        column.addWidget(self._chip_row)
        column.addWidget(self._row)
        self.search = QLineEdit()
        self.search.setAccessibleName(_("In deze lijst zoeken"))
        self.search.setPlaceholderText(_("In deze lijst zoeken (Ctrl+L)"))
        self.search.setClearButtonEnabled(True)
        self.search.textEdited.connect(lambda _text: self._pause.start())
        self.search.textChanged.connect(lambda text: None if text else self._pause.start())
        self.search.returnPressed.connect(self._search)
        self.choice = QComboBox()
        self.choice.setAccessibleName(_("Welke u ziet"))
        self.choice.activated.connect(lambda row: self.chips[row].click())
        self.more_button = self._button(_("Meer"), self._unfold)
        self.more_button.setCheckable(True)
        self.more_button.setToolTip(_("Filter, kolommen en Excel"))
        self.add_button = self._button(_("+ Filter"), self._open_builder)
        self.keep_button = self._button(_("Filter bewaren"), self._open_keeping)
        self.forget_button = self._button(_("Filter vergeten"), self._forget)
        self.columns_button = self._button(_("Kolommen"), self.columns_wanted.emit)
        self.export_button = self._button(_("Naar Excel"), self.export_wanted.emit)
        buttons = (
            self.add_button, self.keep_button, self.forget_button, self.columns_button, self.export_button,
        )  # fmt: skip
        for widget in (self.choice, self.search, self.more_button, *buttons):
            self._flow.addWidget(widget)
        self._card: QFrame | None = None

    def _button(self, text: str, do: Callable[[], object]) -> QPushButton:
        button = QPushButton(text)
        button.clicked.connect(lambda: self.desk.safely(do))
        return button

    def _dress(self) -> None:
        look = self.desk.look
        self.search.setFixedWidth(look.px(270 if not self.compact else 240))
        self.columns_button.setIcon(icon("kolommen", look))
        self.export_button.setIcon(icon("excel", look))
        for button in (self.columns_button, self.export_button):
            button.setIconSize(QSize(look.px(16), look.px(16)))
        self._fold()

    @property
    def compact(self) -> bool:
        """Whether letters are so large that the filters would leave no room for the list: then they are one choice."""
        return self.desk.look.zoom >= COMPACT_FROM

    def _fold(self) -> None:
        compact, open_ = self.compact, not self.compact or self.more_button.isChecked()
        several = len(self.chips) > 1
        self._chip_row.setVisible(several and not compact)
        self.choice.setVisible(several and compact)
        self.more_button.setVisible(compact)
        for button in (self.add_button, self.columns_button, self.export_button):
            button.setVisible(open_)
        self.keep_button.setVisible(open_ and bool(self.asked.where) and not self._shows_concepts)
        self.forget_button.setVisible(open_ and self.asked.chip in self._own)

    def _unfold(self) -> None:
        self._fold()
        if self.more_button.isChecked():
            self.add_button.setFocus()

    # -- which filters -------------------------------------------------------------------------------------------

    def use(self, spec: RecordSpec, ready: Sequence[Chip], asked: Asked) -> None:
        """Filters of another kind of record; nothing is told."""
        self.spec, self._ready = spec, (*ready, ALL)
        kept = voorkeuren.get(self.desk.ctx, self._key(), [])
        self._own = [Chip(each["naam"], tuple(each["waar"])) for each in kept]
        self.set_asked(asked)

    def set_asked(self, asked: Asked) -> None:
        """Show what is asked now; nothing is told."""
        self.asked, self._shows_concepts = asked, False
        if self.search.text() != asked.words:
            self.search.setText(asked.words)
        self._pause.stop()
        self._close_card()
        self._fill()

    def set_concepts(self, count: int) -> None:
        """So many forms of this kind were not saved yet."""
        if count != self._concepts:
            self._concepts = count
            self._fill()

    def show_concepts(self) -> None:
        """Mark that the concepts are shown in the place of the list."""
        self._shows_concepts = True
        self._fill()

    def clear(self) -> None:
        """No filter, no words."""
        self._ask(Asked())

    def _ask(self, asked: Asked) -> None:
        self.set_asked(asked)
        self.asked_changed.emit()

    def _fill(self) -> None:
        """Make the chips anew: ready ones, those of one's own, and the conditions that can be taken away."""
        had_focus = next((at for at, chip in enumerate(self.chips) if chip.hasFocus()), None)
        for old in (*self.chips, *self._taken):
            for flow in (self._chip_flow, self._flow):
                flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.chips, self._taken = [], []
        for chip in (*self._ready, *self._own):
            self._add_chip(
                str(chip.label),
                chip == self.asked.chip and not self._shows_concepts,
                partial(self._press, chip),
            )
        if self._concepts:
            text = _("Concepten {count}").format(count=self._concepts)
            self._add_chip(text, self._shows_concepts, self.concepts_wanted.emit)
        self.choice.clear()
        self.choice.addItems([chip.text() for chip in self.chips])
        self.choice.setCurrentIndex(next((at for at, chip in enumerate(self.chips) if chip.isChecked()), -1))
        place = self._flow.count() - 4
        for at, sentence in enumerate(self._sentences()):
            self._add_taken(place + at, sentence, self.asked.where[at])
        if had_focus is not None and had_focus < len(self.chips):
            self.chips[had_focus].setFocus()
        self.heading.setText(self.asked.title)
        self._head.setVisible(bool(self.asked.title))
        self._fold()

    def _sentences(self) -> list[str]:
        assert self.spec is not None
        return rows.told(self.desk.ctx, self.spec, self.asked.where)

    def _add_chip(self, text: str, on: bool, do: Callable[[], object]) -> None:
        button = self._button(text, do)
        button.setProperty("role", "chip")
        button.setCheckable(True)
        button.setChecked(on)
        self.chips.append(button)
        self._chip_flow.addWidget(button)
        button.show()

    def _add_taken(self, place: int, sentence: str, condition: str) -> None:
        button = self._button(f"{sentence}  ✕", partial(self._take_away, condition))
        button.setAccessibleName(_("{condition}. Weghalen").format(condition=sentence))
        button.setProperty("role", "chip")
        self._taken.append(button)
        self._flow.insert(place, button)
        button.show()

    def _press(self, chip: Chip) -> None:
        self._ask(
            replace(
                self.asked, chip=chip, title="", where=() if self.asked.chip is None else self.asked.where
            )
        )

    def _take_away(self, condition: str) -> None:
        rest = tuple(each for each in self.asked.where if each != condition)
        chip = ALL if self.asked.chip is None and not rest else self.asked.chip
        self._ask(replace(self.asked, where=rest, chip=chip, title=""))
        self.add_button.setFocus()

    def _search(self) -> None:
        self._pause.stop()
        found = self.search.text().strip()
        if found != self.asked.words:
            self.asked = replace(self.asked, words=found)
            self.asked_changed.emit()

    # -- adding and keeping --------------------------------------------------------------------------------------

    def _open_builder(self) -> None:
        assert self.spec is not None
        card = FilterBuilder(self.desk, self.spec)
        card.added.connect(self._add)
        self._open_card(card)
        card.fields.setFocus()

    def _add(self, condition: str) -> None:
        where = (*(each for each in self.asked.where if each != condition), condition)
        self._ask(replace(self.asked, where=where))
        self.add_button.setFocus()

    def _open_keeping(self) -> None:
        card = FilterName()
        card.named.connect(lambda name: self.desk.safely(lambda: self._keep(name)))
        self._open_card(card)
        card.line.setFocus()

    def _open_card(self, card: FilterBuilder | FilterName) -> None:
        self._close_card()
        card.cancelled.connect(self._close_card)
        card.cancelled.connect(self.add_button.setFocus)
        self._card = card
        layout = self.layout()
        assert layout is not None
        layout.addWidget(card)

    @property
    def card_open(self) -> bool:
        """Whether a filter is being made or named."""
        return self._card is not None

    def close_card(self) -> None:
        """Leave it at that."""
        self._close_card()
        self.add_button.setFocus()

    def _close_card(self) -> None:
        if self._card is not None:
            self._card.hide()
            self._card.deleteLater()
            self._card = None

    def _keep(self, name: str) -> None:
        # With {today} and {year} as they are: next year the filter is about that year.
        ready = self.asked.chip.where if self.asked.chip is not None else ()
        chip = Chip(name, (*ready, *self.asked.where))
        self._own = [*(each for each in self._own if each.label != name), chip]
        self._write_own()
        self._ask(replace(self.asked, chip=chip, where=(), title=""))

    def _forget(self) -> None:
        self._own = [each for each in self._own if each != self.asked.chip]
        self._write_own()
        self.clear()

    def _write_own(self) -> None:
        kept = [{"naam": str(each.label), "waar": list(each.where)} for each in self._own]
        voorkeuren.put(self.desk.ctx, self._key(), kept or None)

    def _key(self) -> str:
        assert self.spec is not None
        return f"lijst.{self.spec.key}.filters"
