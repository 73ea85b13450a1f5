"""Reading an akkoord: its parts at the left (a choice list where there is no room), the points at the right, a search
over all texts, and what can be done with the point where somebody is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from huurdersapp.actions.akkoord_lezen import Reading
from huurdersapp.actions.akkoord_voortgang import Stands
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.records.text import fold
from huurdersapp.ui.akkoord.evidence_bar import EvidenceBar
from huurdersapp.ui.akkoord.filter_bar import FilterArea, FilterBar
from huurdersapp.ui.akkoord.filtering import CHOICES, Filter
from huurdersapp.ui.akkoord.head import Head
from huurdersapp.ui.akkoord.points import WHOLE, Scope, Text, scope_of
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.frame.message_bar import announce
from huurdersapp.ui.text_list import TextList

PATIENCE = 200
"""Milliseconds after the last letter before the search begins."""
TOGETHER = 360
"""Height that the filters and the list need together, in pixels at 100 %."""
LEFT = 330
"""Width of the list at the left, in pixels at 100 %."""


class ReadingView(QWidget):
    """The buttons `elsewhere` lead to other screens; with `load` and `save` they stand on the line on top. `moved` when somebody
    came to another point, `opened` when everything about it is asked for, `akkoord_chosen` with the number of another
    akkoord, `filtered` when somebody chose what to see."""

    moved = Signal()
    opened = Signal(str, int)
    akkoord_chosen = Signal(int)
    filtered = Signal()

    def __init__(
        self,
        desk: Desk,
        load: QPushButton,
        save: QPushButton,
        elsewhere: Sequence[QPushButton] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.desk = desk
        self._text: Text | None = None
        self._stands: Stands = Stands()
        self._fresh = True  # whether the next words begin a new search: that looks in the whole akkoord
        self._scope: Scope | None = None
        self._narrow_to: tuple[str, frozenset[int]] = ("", frozenset())
        self._key: tuple[str, int] | None = None
        self._last = Filter()
        self._title = ""
        self._filling = False
        self._was_narrow: bool | None = None
        self._elsewhere = tuple(elsewhere)
        self._build(load, save)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(PATIENCE)
        self._wait.timeout.connect(self._searched)
        desk.look.changed.connect(self.arrange)

    # -- building ------------------------------------------------------------------------------------------------

    def _build(self, load: QPushButton, save: QPushButton) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 0, 16, 8)
        self.load, self.save = load, save
        self.head = Head(self._elsewhere[:1], (*self._elsewhere[1:], load, save))
        self.name = self.head.name
        whole.addWidget(self.head)
        row = QHBoxLayout()
        row.addWidget(self._scopes(), 1)
        row.addWidget(self._search(), 1)
        self.more = QPushButton(_("Filter"))
        self.more.setCheckable(True)
        self.more.toggled.connect(self.arrange)
        row.addWidget(self.more)
        self._row = row
        whole.addLayout(row)
        self.filters = FilterBar()
        self.filters.chosen.connect(self._asked_for)
        self.filters.cleared.connect(self.clear_filter)
        self.ours, self.clear, self.party = self.filters.ours, self.filters.clear, self.filters.party
        self._asking = (self.ours, self.clear, self._akkoorden())
        self.filter_area = FilterArea(self.filters)
        whole.addWidget(self.filter_area)
        self.lists = QWidget()
        lists = QHBoxLayout(self.lists)
        lists.setContentsMargins(0, 0, 0, 0)
        self.left = TextList(self.desk.look)
        self.left.setAccessibleName(_("Thema's en doelen"))
        self.left.chosen.connect(self._to_scope)
        self.left.opened.connect(self._to_list)
        lists.addWidget(self.left)
        right = QVBoxLayout()
        self.count = QLabel()
        self.count.setProperty("role", "muted")
        self.count.setWordWrap(True)
        right.addWidget(self.count)
        self.list = TextList(self.desk.look)
        self.list.setAccessibleName(_("Punten van het akkoord"))
        self.list.chosen.connect(self._came)
        self.list.opened.connect(self._open)
        right.addWidget(self.list, 1)
        lists.addLayout(right, 1)
        whole.addWidget(self.lists, 1)
        self.bar = EvidenceBar()
        self.details = self.bar.details
        self.details.clicked.connect(lambda: self._open(self._key))
        whole.addWidget(self.bar)
        whole.addStretch(0)

    def _scopes(self) -> QComboBox:
        self.scopes = QComboBox()
        self.scopes.setAccessibleName(_("Thema of doel"))
        self.scopes.setMinimumContentsLength(10)
        self.scopes.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.scopes.activated.connect(lambda at: self._to_scope(self.scopes.itemData(at)))
        return self.scopes

    def _search(self) -> QLineEdit:
        self.search = QLineEdit()
        self.search.setAccessibleName(_("Zoeken in het akkoord"))
        self.search.setPlaceholderText(_("Zoeken in het akkoord (Ctrl+L)"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(lambda: self._wait.start())
        self.search.returnPressed.connect(self._to_list)
        self.search.installEventFilter(self)
        return self.search

    def _akkoorden(self) -> QComboBox:
        self.akkoorden = QComboBox()
        self.akkoorden.setAccessibleName(_("Welk akkoord"))
        self.akkoorden.activated.connect(lambda at: self.akkoord_chosen.emit(self.akkoorden.itemData(at)))
        self.akkoorden.hide()
        return self.akkoorden

    # -- what is shown -------------------------------------------------------------------------------------------

    def show_reading(self, reading: Reading) -> None:
        """Show this akkoord, with the same part and filter as before where it has them."""
        self._text = text = Text(reading)
        self._filling = True
        self.name.setText(reading.name)
        self.head.summary.setText(text.summary())
        text.know(self._stands)
        self.filters.fill(reading)
        self._fill_akkoorden(reading)
        scopes = text.scopes()
        self.scopes.clear()
        for scope, level, name in scopes:
            self.scopes.addItem(f"{'    ' * level}{name}", scope)
        if self._scope not in [scope for scope, _level, _name in scopes]:
            self._scope = next((scope for scope, _level, _name in scopes if scope[0] == "thema"), WHOLE)
        self.left.show_rows(text.scope_rows(), current=self._scope)
        self._filling = False
        self._mark_scope()
        self.refresh()
        self.arrange()

    def _fill_akkoorden(self, reading: Reading) -> None:
        self.akkoorden.clear()
        for number, name in reading.known:
            self.akkoorden.addItem(name, number)
        self.akkoorden.setCurrentIndex(self.akkoorden.findData(reading.number))
        self.akkoorden.setVisible(len(reading.known) > 1)

    def arrange(self) -> None:
        """One column where there is no room for two."""
        narrow = bool(getattr(self.window(), "is_narrow", False))
        self.head.setVisible(not narrow)
        self.left.setVisible(not narrow)
        self.scopes.setVisible(narrow)
        chosen = self.more.isChecked()
        self.filter_area.setVisible(chosen)
        # With large letters there is no room for both.
        low = self.height() < self.desk.look.px(TOGETHER)
        instead = chosen and low and narrow
        self.lists.setVisible(not instead)
        self.bar.setVisible(not instead)
        if narrow != self._was_narrow:
            self._was_narrow = narrow
            self._put(narrow)
        self.bar.arrange(not low)
        self.filter_area.updateGeometry()
        self.left.setFixedWidth(min(self.desk.look.px(LEFT), self.width() // 3))

    def _put(self, narrow: bool) -> None:
        """Give filters and files their place, and the Tab key the order in which they stand."""
        for widget in self._asking:
            (self.filters.flow if narrow else self._row).addWidget(widget)
        if narrow:
            for widget in (*self._elsewhere, self.load, self.save):
                self.filters.flow.addWidget(widget)
        else:
            self.head.take()
        first, after = ((), (*self._elsewhere, self.load, self.save)) if narrow else (self.head.order, ())
        choices = (*self.filters.boxes.values(), self.filters.first)
        both = (*choices, *self._asking) if narrow else (*self._asking, *choices)
        middle = (self.scopes, self.search, self.more, *both, *after)
        for before, then in pairwise((*first, *middle, self.left, self.list, self.details)):
            QWidget.setTabOrder(before, then)

    def wanted(self) -> Filter:
        """What is asked of the points now."""
        kind, numbers = self._narrow_to
        terms = tuple(dict.fromkeys(fold(self.search.text())))
        return replace(self.filters.wanted(), terms=terms, kind=kind, numbers=numbers)

    def choose(self, wanted: Filter) -> None:
        """Narrow by this, as when somebody chose it."""
        self.filters.choose(wanted)
        if wanted.chosen():
            self.more.setChecked(not bool(getattr(self.window(), "is_narrow", False)))
        self.refresh()

    def _asked_for(self) -> None:
        self.refresh()
        self.filtered.emit()

    def refresh(self) -> None:
        """Show the points that answer to part and filter."""
        if self._text is None or self._filling:
            return
        wanted = self.wanted()
        rows, hits = self._text.rows(self._scope or WHOLE, wanted)
        self.list.show_rows(rows, wanted.terms)
        if wanted != self._last:
            self._last = wanted
            self._come_to(hits[0] if hits and not wanted.empty() else self.list.current_key())
        if not wanted.empty():
            words = ngettext("{n} punt gevonden", "{n} punten gevonden", len(hits)).format(n=len(hits))
            if not hits:
                words = _("Niets gevonden. Probeer een ander woord, of wis het filter.")
                if self._scope != WHOLE:
                    words = _("Niets gevonden in dit deel. Kies het hele akkoord, of wis het filter.")
            if self._narrow_to[0] and self._title:
                words = _("{title}: {count}").format(title=self._title, count=words)
            if words != self.count.text() or self.count.isHidden():
                announce(self.count, words)
            self.count.setText(words)
        self.count.setVisible(not wanted.empty())
        self.clear.setVisible(not wanted.empty())
        self._count(wanted)
        if self.list.current_key() is None:
            self._stand_on(None)

    def _count(self, wanted: Filter) -> None:
        """Beside each choice, and on the button that shows the choices, what is asked."""
        if self._text is not None:
            for choice in CHOICES:
                self.filters.count(choice, self._text.counts(self._scope or WHOLE, wanted, choice))
        made = wanted.chosen()
        self.more.setText(_("Filter ({count})").format(count=made) if made else _("Filter"))

    def show_stands(self, stands: Stands) -> None:
        """Show how measures and goals stand, once that is known."""
        if stands == self._stands:
            return
        self._stands = stands
        if self._text is not None:
            self._text.know(stands)
            self.refresh()

    def _come_to(self, key: Any) -> None:
        if self.wanted().empty():
            self.list.select(key)
        else:
            self.list.start_at(key)

    def clear_filter(self) -> None:
        """Show everything again."""
        self.drop_filter()
        self._to_list()
        self.filtered.emit()

    def drop_filter(self) -> None:
        """Ask nothing any more."""
        self._filling = True
        self.search.clear()
        self._wait.stop()
        self.filters.choose(Filter(first=self.filters.first.isChecked()))
        self._narrow_to = ("", frozenset())
        self._filling = False
        self.refresh()

    def narrow_to(self, kind: str, numbers: frozenset[int], words: str = "", title: str = "") -> None:
        """Show only these records of a kind, in the whole akkoord, with the words that found them marked; `title` says
        which these are."""
        self._narrow_to, self._title = (kind, numbers), title
        self._fresh = True
        self._to_scope(WHOLE)
        self.look_for(words)

    def look_for(self, words: str) -> None:
        """Search for words in the whole akkoord."""
        self.search.setText(words)
        self._wait.stop()
        self._searched()

    def _searched(self) -> None:
        if self.search.text().strip() and self._scope != WHOLE and self.list.rows and self._fresh:
            self._scope = WHOLE
            self._mark_scope()
        self._fresh = not self.search.text().strip()
        self.refresh()

    # -- going about ---------------------------------------------------------------------------------------------

    @property
    def key(self) -> tuple[str, int] | None:
        """Kind and number of the record where somebody is."""
        return self._key

    @property
    def list_title(self) -> str:
        """What the list behind a number is called, while it is shown."""
        return self._title if self._narrow_to[0] else ""

    @property
    def own_part(self) -> Scope | None:
        """The part of the akkoord that is shown, where that is another than the point itself stands in."""
        point = self._text.find(self._key) if self._text is not None and self._key else None
        part = self._scope or WHOLE
        return None if point is not None and part == scope_of(point) else part

    def to_part(self, part: Scope) -> None:
        """Show this part of the akkoord, where it has it."""
        if self._text is not None and part in [scope for scope, _level, _name in self._text.scopes()]:
            self._to_scope(part)

    def show_point(self, kind: str, number: int) -> bool:
        """Bring a point into view and mark it; whether this akkoord has it."""
        if self._text is None or (point := self._text.find((kind, number))) is None:
            return False
        if self.list.row_of((kind, number)) < 0:
            self.drop_filter()
        if not self._text_has(kind, number):
            self._scope = scope_of(point)
            self._mark_scope()
            self.refresh()
        return self.list.select((kind, number))

    def _text_has(self, kind: str, number: int) -> bool:
        stays = self._scope != WHOLE or bool(self._narrow_to[0])
        return stays and self.list.row_of((kind, number)) >= 0

    def start(self) -> None:
        """Put the focus where reading begins."""
        if self.list.current_key() is None:
            self.list.select_first()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _to_list(self, _key: object = None) -> None:
        if self._wait.isActive():
            self._wait.stop()
            self._searched()
        if not self.lists.isVisible():
            self.more.setChecked(False)  # the filters stood in its place
        if self.list.rows:
            self.start()

    def _to_scope(self, scope: Any) -> None:
        if self._filling or scope is None or tuple(scope) == self._scope:
            return
        self._scope = (scope[0], scope[1])
        self._mark_scope()
        self.refresh()
        self.list.scrollToTop()

    def _mark_scope(self) -> None:
        self._filling = True
        self.left.select(self._scope, centre=False)
        at = next(
            (at for at in range(self.scopes.count()) if tuple(self.scopes.itemData(at)) == self._scope), 0
        )
        self.scopes.setCurrentIndex(at)
        self._filling = False

    def _came(self, key: tuple[str, int]) -> None:
        self._stand_on(key if key[0] else None)

    def _open(self, key: tuple[str, int] | None) -> None:
        if key is not None and key[0]:
            self.opened.emit(*key)

    def _stand_on(self, key: tuple[str, int] | None) -> None:
        self.details.setEnabled(key is not None)
        if key == self._key:
            return
        self._key = key
        self.show_evidence({})
        self.moved.emit()

    def show_evidence(self, found: Mapping[str, Any]) -> None:
        """Offer the lists of what belongs to the point: words of the button with what it does."""
        self.bar.tell(found)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self.search
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Down
        ):
            self._to_list()
            return True
        return super().eventFilter(watched, event)
