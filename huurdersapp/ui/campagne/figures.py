"""What a campagne adds up to, beside the list: totals, the steps from audience to aftercare, and an earlier campagne."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from huurdersapp.actions.campagne_stand import Block, Comparison, ComplexSteps, Stand, Step
from huurdersapp.actions.campagnes import KIND, NAMES, Counts, said
from huurdersapp.base.formats import day
from huurdersapp.base.formats import number as written
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.lists.record_parts import LinkButton, card, label
from huurdersapp.ui.pages.registry import BY_KEY, page_of
from huurdersapp.ui.place import Place
from huurdersapp.ui.raadpleging.bars import Bar

BLOCKS_FROM = 130
"""Per cent: from here on a row of a table is a line of words, as a table with six columns would not fit."""
UNKNOWN = "–"


def figure(count: int | None) -> str:
    """A count in a cell."""
    return UNKNOWN if count is None else written(count)


def spoken(name: str, counts: Counts) -> str:
    """A row in words."""
    parts = [_("{label}: {words}").format(label=_("Acties"), words=written(counts.acties))]
    parts += [_("{label}: {words}").format(label=NAMES[key], words=said(counts.of(key))) for key in NAMES]
    return _("{name}. {figures}").format(name=name, figures="  ·  ".join(parts))


class StandPanel(QWidget):
    """Cards with figures; `tell` shows them, and shows other ones in their place."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.cards: dict[str, QFrame] = {}
        self.counts: dict[str, LinkButton] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)

    def tell(self, found: Stand) -> None:
        """Show the figures of a campagne."""
        for old in self.cards.values():
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.cards, self.counts = {}, {}
        self._add("totalen", self._totals(found))
        self._add("stappen", self._steps(found))
        if found.comparison is not None:
            self._add("vergelijken", self._beside(found.comparison))

    def _add(self, key: str, frame: QFrame) -> None:
        self.cards[key] = frame
        self._column.addWidget(frame)
        frame.show()

    @property
    def _in_words(self) -> bool:
        return self.desk.look.zoom >= BLOCKS_FROM

    # -- totals ----------------------------------------------------------------------------------------------------

    def _totals(self, found: Stand) -> QFrame:
        frame, column = card(_("Totalen"))
        frame.setAccessibleName(_("Totalen"))
        if not found.total.acties:
            column.addWidget(label(_("Er is nog geen actie. Kies ‘+ Actie’ om te beginnen met tellen.")))
            return frame
        frame.setAccessibleDescription(spoken(_("Samen"), found.total))
        if self._in_words:
            for block in found.blocks:
                column.addWidget(label(block.title, "label"))
                for row in block.rows:
                    column.addWidget(label(spoken(row.name, row.counts)))
            column.addWidget(label(spoken(_("Samen"), found.total), "label"))
        else:
            holder = QWidget()
            column.addWidget(holder)
            self._table(QGridLayout(holder), found.blocks, found.total)
        count = ngettext("{count} actie.", "{count} acties.", found.total.acties)
        column.addWidget(label(count.format(count=written(found.total.acties)), "muted"))
        note = _("Een huishouden kan bij meer acties meetellen. ‘–’ betekent: niet geteld.")
        column.addWidget(label(note, "muted"))
        return frame

    def _table(self, grid: QGridLayout, blocks: Sequence[Block], total: Counts) -> None:
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(self.desk.look.px(10))
        grid.setVerticalSpacing(self.desk.look.px(4))
        grid.setColumnStretch(0, 1)
        for at, name in enumerate(map(str, NAMES.values()), 1):
            grid.addWidget(_right(name, "muted"), 0, at)
        line = 1
        for block in blocks:
            grid.addWidget(label(block.title, "label"), line, 0, 1, 1 + len(NAMES))
            line += 1
            for row in block.rows:
                self._table_row(grid, line, row.name, row.counts)
                line += 1
        self._table_row(grid, line, _("Samen"), total, "label")

    @staticmethod
    def _table_row(grid: QGridLayout, line: int, name: str, counts: Counts, role: str = "") -> None:
        words = label(name, role)
        words.setAccessibleDescription(spoken(name, counts))
        grid.addWidget(words, line, 0)
        for at, key in enumerate(NAMES, 1):
            grid.addWidget(_right(figure(counts.of(key)), role), line, at)

    # -- steps -----------------------------------------------------------------------------------------------------

    def _steps(self, found: Stand) -> QFrame:
        frame, column = card(_("Van doelgroep tot nazorg"))
        frame.setAccessibleName(_("Van doelgroep tot nazorg"))
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(1, 1)
        most = max([step.count or 0 for step in found.funnel] + [1])
        self.behind = Behind(self.desk)
        for line, step in enumerate(found.funnel):
            words = _("{label}: {words}").format(label=step.label, words=said(step.count))
            name = label(step.label)
            name.setMinimumWidth(self.desk.look.px(120))
            grid.addWidget(name, line, 0)
            grid.addWidget(
                Bar(self.desk, (step.count or 0) / most, 0, words), line, 1, Qt.AlignmentFlag.AlignVCenter
            )
            grid.addWidget(self._count(step, found, said(step.count)), line, 2)
        column.addWidget(holder)
        column.addWidget(self.behind)
        for each in found.complexes:
            column.addWidget(self._complex(each, found))
        return frame

    def _complex(self, each: ComplexSteps, found: Stand) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(label(each.name, "label"))
        steps = QWidget()
        flow = FlowLayout(steps)
        for step in each.steps:
            words = _("{label}: {words}").format(label=step.label, words=said(step.count))
            if step.kind and step.count is not None and page_of(step.kind) in BY_KEY:
                flow.addWidget(self._link(words, self._to_list(step, found, each.name)))
            else:
                text = label(words)
                text.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Minimum)
                text.setWordWrap(False)
                flow.addWidget(text)
        column.addWidget(steps)
        return holder

    def _count(self, step: Step, found: Stand, words: str) -> QWidget:
        """The count as a button to what is behind it."""
        if step.count is None:
            return _right(words)
        if step.kind in ("", KIND):
            do = self._to_actions(step, found) if not step.kind else self._to_form(found)
        elif page_of(step.kind) not in BY_KEY:
            return _right(words)
        else:
            do = self._to_list(step, found, "")
        button = self._link(words, do)
        button.setAccessibleName(
            _("{label}: {words}. Waar komt dit getal vandaan?").format(label=step.label, words=words)
        )
        self.counts[step.key] = button
        return button

    def _link(self, words: str, do: Callable[[], object]) -> LinkButton:
        button = LinkButton(words)
        button.clicked.connect(lambda _on=False: self.desk.safely(do))
        return button

    def _to_form(self, found: Stand) -> Callable[[], None]:
        return lambda: self.desk.go(Place(KIND, found.number, doing="wijzigen"))

    def _to_actions(self, step: Step, found: Stand) -> Callable[[], None]:
        return lambda: self.behind.tell(step, found)

    def _to_list(self, step: Step, found: Stand, where: str) -> Callable[[], None]:
        title = _("{label} bij {campaign}").format(label=step.label, campaign=found.title)
        if where:
            title = _("{label} bij {campaign}, {place}").format(
                label=step.label, campaign=found.title, place=where
            )
        place = Place(page_of(step.kind), kind=step.kind, where=step.where, title=title)
        return lambda: self.desk.go(place)

    # -- beside another --------------------------------------------------------------------------------------------

    def _beside(self, found: Comparison) -> QFrame:
        frame, column = card(_("Naast een eerdere campagne"))
        frame.setAccessibleName(_("Naast een eerdere campagne"))
        other = self._link(
            _("Toen: {title}").format(title=found.title),
            lambda: self.desk.go(Place(KIND, found.number)),
        )
        column.addWidget(other, 0, Qt.AlignmentFlag.AlignLeft)
        if self._in_words:
            for row in found.rows:
                words = _("{label}: nu {now}, toen {then}. Dat is {words}.")
                column.addWidget(
                    label(words.format(label=row.label, now=row.now, then=row.then, words=row.words))
                )
            return frame
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(self.desk.look.px(12))
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(3, 3)
        for at, name in enumerate((_("Nu"), _("Toen"), _("Verschil")), 1):
            grid.addWidget(label(name, "muted") if at == 3 else _right(name, "muted"), 0, at)
        for line, row in enumerate(found.rows, 1):
            grid.addWidget(label(row.label), line, 0)
            grid.addWidget(_right(row.now), line, 1)
            grid.addWidget(_right(row.then), line, 2)
            grid.addWidget(label(row.words), line, 3)
        column.addWidget(holder)
        return frame


class Behind(QFrame):
    """The actions behind a number of the steps."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.key = desk, ""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 0, 0, 4)
        self.lines: list[QLabel] = []
        self.hide()

    def tell(self, step: Step, found: Stand) -> None:
        """Show which actions counted it; the same number again closes it."""
        for old in self.lines:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.lines = []
        if self.key == step.key and not self.isHidden():
            self.hide()
            return
        self.key = step.key
        title = _("{label} komt uit deze acties:").format(label=step.label)
        texts = [title]
        for each in found.actions:
            if (count := each.counts.of(step.key)) is None:
                continue
            where = _("{name}, {place}").format(name=each.name, place=each.where) if each.where else each.name
            texts.append(
                _("{day}: {count} bij {where}").format(day=day(each.day), count=written(count), where=where)
            )
        for at, text in enumerate(texts):
            made = label(text, "label" if not at else "")
            self.lines.append(made)
            self._column.addWidget(made)
        self.show()


def _right(text: str, role: str = "") -> QWidget:
    made = label(text, role)
    made.setWordWrap(False)
    made.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    made.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Minimum)
    if text == UNKNOWN:
        made.setAccessibleName(_("niet geteld"))
    return made
