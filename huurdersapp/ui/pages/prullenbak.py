"""Prullenbak: what was thrown away, by whom and when, and the way back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QMessageBox,
    QPushButton,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from huurdersapp.actions import prullenbak, prullenbak_legen
from huurdersapp.actions.prullenbak import Restored, Thrown
from huurdersapp.actions.prullenbak_legen import Emptying
from huurdersapp.base.errors import UserError
from huurdersapp.base.events import Changes
from huurdersapp.base.formats import moment
from huurdersapp.base.formats import number as written
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.frame.read_only import off
from huurdersapp.ui.icons import icon
from huurdersapp.ui.page import Command, Page
from huurdersapp.ui.pages.registry import page_of
from huurdersapp.ui.place import Place
from huurdersapp.ui.privacy.asking import ask_sure

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class BinModel(QAbstractTableModel):
    """What lies in the bin, the newest first; more is fetched when somebody scrolls down."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._kind: str | None = None
        self.rows: list[Thrown] = []
        self._complete = True

    def read(self, kind: str | None) -> None:
        """Show what was thrown away of this kind, or (None) of all."""
        found = prullenbak.page(self._desk.ctx, kind)
        self.beginResetModel()
        self._kind, self.rows, self._complete = kind, found, len(found) < prullenbak.PAGE
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else 4

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and not self._complete

    def fetchMore(self, parent: Index) -> None:
        more: list[Thrown] = []
        self._complete = not self._desk.safely(
            lambda: more.extend(prullenbak.page(self._desk.ctx, self._kind, self.rows[-1]))
        )
        self._complete = self._complete or len(more) < prullenbak.PAGE
        if more:
            self.beginInsertRows(_NOWHERE, len(self.rows), len(self.rows) + len(more) - 1)
            self.rows += more
            self.endInsertRows()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        roles = Qt.ItemDataRole
        if role not in (roles.DisplayRole, roles.ToolTipRole, roles.AccessibleTextRole):
            return None
        cells = self._cells(self.rows[index.row()])
        if role == roles.AccessibleTextRole and index.column() == 0:
            return ", ".join(filter(None, cells))
        return cells[index.column()]

    def _cells(self, thrown: Thrown) -> tuple[str, ...]:
        kind = str(self._desk.ctx.spec(thrown.kind).label)
        return thrown.title, kind, moment(thrown.moment), thrown.author or _("zonder naam")

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if orientation == Qt.Orientation.Vertical or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (_("Wat"), _("Soort"), _("Weggegooid op"), _("Door"))[section]


class _BinTable(QTableView):
    """Enter brings back what is selected."""

    def __init__(self, model: BinModel, take: Callable[[], object]) -> None:
        super().__init__()
        self._take = take
        self.setModel(model)
        self.setAccessibleName(_("Prullenbak"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setAlternatingRowColors(True)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Nothing: Qt would fetch all there is."""


class BinPage(Page):
    """A list with [Terugzetten]."""

    help = "prullenbak"

    def __init__(self, desk: Desk, key: str) -> None:
        super().__init__(desk, key)
        self.model, self._back = BinModel(desk, self), Place("vandaag")
        self.table = _BinTable(self.model, lambda: desk.safely(self.restore))
        self.kinds = QComboBox()
        self.kinds.addItem(_("Alle soorten"), None)
        for spec in desk.ctx.store.catalogue.specs.values():
            self.kinds.addItem(str(spec.plural or spec.label), spec.key)
        self.kinds.activated.connect(lambda _row: desk.safely(self.load))
        label = QLabel(_("Soort"))
        label.setBuddy(self.kinds)
        self.restore_button = QPushButton(_("Terugzetten"))
        self.restore_button.setProperty("role", "main")
        self.restore_button.clicked.connect(lambda: desk.safely(self.restore))
        self.status = QLabel()
        self.status.setProperty("role", "muted")
        above, below = QHBoxLayout(), QHBoxLayout()
        above.addWidget(label)
        above.addWidget(self.kinds)
        above.addStretch(1)
        self.open_button = QPushButton()
        self.open_button.setProperty("role", "link")
        self.open_button.clicked.connect(lambda: desk.go(self._back))
        self.open_button.hide()
        below.addWidget(self.status, 1)
        below.addWidget(self.open_button)
        self.empty_button = QPushButton(_("Prullenbak legen…"))
        self.empty_button.clicked.connect(lambda: desk.safely(self.ask_to_empty))
        off(desk, self.restore_button, self.empty_button)
        self.box: QMessageBox | None = None
        below.addWidget(self.empty_button)
        below.addWidget(self.restore_button)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(self._empty())
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 16, 8)
        column.addLayout(above)
        column.addWidget(self.stack, 1)
        column.addLayout(below)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._tell_chosen())
        desk.look.changed.connect(self._fit)
        self._fit()

    def _empty(self) -> QWidget:
        card = QFrame()
        card.setProperty("role", "card")
        title, text = QLabel(_("De prullenbak is leeg.")), QLabel()
        title.setProperty("role", "heading")
        text.setText(_("Wat u verwijdert, komt hier. Tot u hier leegmaakt, kunt u het terugzetten."))
        text.setWordWrap(True)
        self.all_button = QPushButton(_("Alle soorten tonen"))
        self.all_button.clicked.connect(lambda: self.desk.safely(self._show_all))
        column = QVBoxLayout(card)
        column.setContentsMargins(24, 24, 24, 24)
        column.addStretch(1)
        column.addWidget(title)
        column.addWidget(text)
        column.addWidget(self.all_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(2)
        self.empty_title = title
        return card

    def _fit(self) -> None:
        px, table = self.desk.look.px, self.table
        table.verticalHeader().setDefaultSectionSize(max(table.fontMetrics().height() + px(14), px(34)))
        for column, width in ((1, 130), (2, 165), (3, 150)):
            table.setColumnWidth(column, px(width))
        self.restore_button.setIcon(icon("ongedaan", self.desk.look, "on_main"))

    # -- the page ------------------------------------------------------------------------------------------------

    def title(self) -> str:
        return _("Prullenbak")

    def show_place(self, place: Place) -> None:
        if place.kind is not None:
            self.kinds.setCurrentIndex(max(0, self.kinds.findData(place.kind)))
        self.open_button.hide()
        self.load()
        (self.table if self.model.rows else self.kinds).setFocus()

    def place(self) -> Place:
        return Place(self.key, kind=self.kinds.currentData())

    def load(self) -> None:
        """Read the bin again; what was selected stays so where it still lies there."""
        chosen = {(each.kind, each.number) for each in self.chosen()}
        row = max(self.table.currentIndex().row(), 0)
        self.model.read(self.kinds.currentData())
        rows = self.model.rows
        self.stack.setCurrentIndex(0 if rows else 1)
        filtered = self.kinds.currentData() is not None
        self.all_button.setVisible(filtered)
        self.empty_title.setText(
            _("Hier ligt niets van deze soort.") if filtered else _("De prullenbak is leeg.")
        )
        self.restore_button.setVisible(bool(rows))
        self.empty_button.setVisible(bool(rows))
        if rows:
            self.table.setCurrentIndex(self.model.index(min(row, len(rows) - 1), 0))
            self._select_again(chosen)
        self._tell_chosen()
        self._count()

    def _select_again(self, chosen: set[tuple[str, int]]) -> None:
        found = [at for at, each in enumerate(self.model.rows) if (each.kind, each.number) in chosen]
        if found:
            self.table.clearSelection()
            self.table.setCurrentIndex(self.model.index(found[0], 0))
        mode = self.table.selectionModel()
        flags = mode.SelectionFlag.Select | mode.SelectionFlag.Rows
        for at in found:
            mode.select(self.model.index(at, 0), flags)

    def _count(self) -> None:
        ctx, kind = self.desk.ctx, self.kinds.currentData()

        def answer(count: int) -> None:
            many = count >= prullenbak.MANY
            text = _("meer dan {count} in de prullenbak") if many else _("{count} in de prullenbak")
            self.status.setText(text.format(count=count) if count else "")

        self.desk.ask(self, "tellen", lambda: prullenbak.count(ctx, kind), answer)

    def _show_all(self) -> None:
        self.kinds.setCurrentIndex(0)
        self.load()
        self.kinds.setFocus()

    def chosen(self) -> list[Thrown]:
        """What is selected, from top to bottom."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return [self.model.rows[row] for row in rows]

    def _tell_chosen(self) -> None:
        count = len(self.chosen())
        text = _("Terugzetten") if count < 2 else _("{count} terugzetten").format(count=count)
        self.restore_button.setText(text)
        self.commands_changed.emit()

    def restore(self) -> None:
        """Bring back what is selected, each in a step of its own; what cannot come back says why."""
        done: list[Restored] = []
        refused: list[UserError] = []
        chosen = self.chosen()
        self.open_button.hide()
        back: set[tuple[str, int]] = set()
        for each in chosen:
            if (each.kind, each.number) in back:  # came along with the one in which it stands
                continue
            try:
                done.append(prullenbak.restore(self.desk.ctx, each.kind, each.number, origin=self))
                back |= set(done[-1].records)
            except UserError as fault:
                refused.append(fault)
        self.load()
        (self.table if self.model.rows else self.kinds).setFocus()
        if refused:
            self.desk.tell(refused[0])
        elif len(done) == 1:
            self._tell_one(chosen[0])
        elif done:
            text = _("Teruggezet: {count} keer. Ongedaan maken geldt voor de laatste.")
            self.desk.say(text.format(count=len(done)), undo=True)

    def _tell_one(self, thrown: Thrown) -> None:
        self.desk.say(_("Teruggezet: {name}.").format(name=thrown.title), undo=True)
        self._back = Place(page_of(thrown.kind), thrown.number, kind=thrown.kind)
        self.open_button.setText(_("Openen: {name}").format(name=thrown.title[:60].replace("&", "&&")))
        self.open_button.show()

    # -- emptying ------------------------------------------------------------------------------------------------

    def ask_to_empty(self) -> None:
        """Ask whether what is shown may go for good; what that means is looked up first, beside the window."""
        ctx, kind = self.desk.ctx, self.kinds.currentData()
        self.desk.ask(
            self, "legen", lambda: prullenbak_legen.wat_gaat(ctx, kind), lambda found: self._ask(kind, found)
        )

    def _ask(self, kind: str | None, going: Emptying) -> None:
        if not going.total:
            self.desk.say(_stays(going), tone="let_op")
            return
        text = ngettext(
            "U wist {count} ding voor altijd. Terugzetten kan dan niet meer.",
            "U wist {count} dingen voor altijd. Terugzetten kan dan niet meer.",
            going.total,
        )
        more = [
            _("Ook wat u eerder deed, kan daarna niet meer ongedaan."),
            _("Er wordt eerst een reservekopie gemaakt. Daarin staat het nog."),
            _stays(going),
        ]
        self.box = ask_sure(
            self.desk,
            self,
            _("Prullenbak legen"),
            text.format(count=written(going.total)),
            " ".join(filter(None, more)),
            _("Voor altijd wissen"),
            lambda: self.empty(kind),
        )

    def empty(self, kind: str | None) -> None:
        """Empty the bin (of this kind), with nothing else meanwhile."""

        def done(found: Emptying) -> None:
            self.load()
            (self.table if self.model.rows else self.kinds).setFocus()
            text = ngettext("{count} ding gewist.", "{count} dingen gewist.", found.total)
            told = (text.format(count=written(found.total)), _stays(found))
            self.desk.say(" ".join(filter(None, told)))

        job = prullenbak_legen.leeg(self.desk.ctx, kind)
        self.desk.run(job, _("Prullenbak legen"), done, alone=True)

    def commands(self) -> Mapping[Command, Callable[[], object]]:
        return {"sluiten": self.table.clearSelection} if self.model.rows else {}

    def changed(self, changes: Changes) -> None:
        if changes.origin is not self:
            self.load()


def _stays(going: Emptying) -> str:
    """What cannot go yet, and why."""
    if not going.stays:
        return ""
    text = ngettext(
        "{count} ding blijft liggen, want iets anders verwijst er nog naar.",
        "{count} dingen blijven liggen, want iets anders verwijst er nog naar.",
        len(going.stays),
    )
    return text.format(count=written(len(going.stays)))


PAGE = BinPage
