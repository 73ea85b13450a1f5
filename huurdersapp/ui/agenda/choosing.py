"""What stands above the list of the jaaragenda: which year, which akkoord, which moments, and the ways elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from huurdersapp.actions.jaaragenda_wij import Known
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.akkoord_keuzes import FASEN
from huurdersapp.ui.agenda.rows import Wanted
from huurdersapp.ui.forms.editors.choice import Combo
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.icons import icon
from huurdersapp.ui.look import Look


class Choosing(QWidget):
    """`turned` carries how many years somebody goes on (0: to this year), `akkoord_chosen` its number (0: all), `changed`
    that other moments are wanted, `asked` the name of a way elsewhere, `folded` that the choices went out or in."""

    turned = Signal(int)
    akkoord_chosen = Signal(int)
    changed = Signal()
    asked = Signal(str)
    folded = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.top, self.rest = QWidget(), QWidget()
        self._top, self._rest = FlowLayout(self.top), FlowLayout(self.rest)
        self._several = False
        column.addWidget(self.top)
        column.addWidget(self.rest)
        self._years()
        self._filters()
        self._ways()
        self._narrow = False
        look.changed.connect(self._draw)
        self._draw()

    def _years(self) -> None:
        self.before, self.after = QPushButton(_("Vorig jaar")), QPushButton(_("Volgend jaar"))
        self.year = QLabel()
        self.year.setProperty("role", "title")
        self.now = QPushButton(_("Dit jaar"))
        self.more = QPushButton(_("Filter en meer"))
        self.more.setCheckable(True)
        self.more.toggled.connect(lambda _on: self.folded.emit())
        self.before.clicked.connect(lambda: self.turned.emit(-1))
        self.after.clicked.connect(lambda: self.turned.emit(1))
        self.now.clicked.connect(lambda: self.turned.emit(0))
        for widget in (self.before, self.year, self.after, self.now, self.more):
            self._top.addWidget(widget)

    def _filters(self) -> None:
        self.akkoorden = Combo()
        self.akkoorden.setAccessibleName(_("Welk akkoord"))
        self.akkoorden.activated.connect(
            lambda at: self.akkoord_chosen.emit(self.akkoorden.itemData(at) or 0)
        )
        self.phase = Combo()
        self.phase.setAccessibleName(_("Fase"))
        self.phase.addItem(_("Alle fasen"), "")
        for item in FASEN.items:
            self.phase.addItem(str(item.label), item.key)
        self.phase.activated.connect(lambda _at: self.changed.emit())
        self.ours, self.to_do = QPushButton(_("Alleen van ons")), QPushButton(_("Nog te doen"))
        for chip in (self.ours, self.to_do):
            chip.setProperty("role", "chip")
            chip.setCheckable(True)
            chip.toggled.connect(lambda _on: self.changed.emit())
        for widget in (self.akkoorden, self.phase, self.ours, self.to_do):
            self._top.addWidget(widget)

    def _ways(self) -> None:
        self.ways = {
            "nieuw": QPushButton(_("Eigen moment")),
            "papier": QPushButton(_("Jaar op één blad…")),
            "ics": QPushButton(_("Agendabestand (.ics)…")),
            "vast": QPushButton(_("Vaste momenten…")),
        }
        for name, button in self.ways.items():
            button.clicked.connect(lambda _on=False, name=name: self.asked.emit(name))
            self._rest.addWidget(button)

    def _draw(self) -> None:
        size = QSize(self._look.px(16), self._look.px(16))
        for name, picture in (
            ("nieuw", "nieuw"),
            ("papier", "afdrukken"),
            ("ics", "datum"),
            ("vast", "jaaragenda"),
        ):
            self.ways[name].setIcon(icon(picture, self._look))
            self.ways[name].setIconSize(size)

    # -- what is chosen --------------------------------------------------------------------------------------------

    def wanted(self) -> Wanted:
        """Which moments are asked for."""
        return Wanted(self.phase.currentData() or "", self.ours.isChecked(), self.to_do.isChecked())

    def clear(self) -> None:
        """Ask for all of them."""
        self.phase.setCurrentIndex(0)
        for chip in (self.ours, self.to_do):
            chip.blockSignals(True)  # one answer is enough
            chip.setChecked(False)
            chip.blockSignals(False)
        self.changed.emit()

    def show_year(self, year: int, this: int) -> None:
        """Name the year; to this year one goes from another."""
        self.year.setText(str(year))
        self.now.setVisible(year != this)

    def show_akkoorden(self, known: Sequence[Known], chosen: int) -> None:
        """Let somebody choose where there are several."""
        self.akkoorden.clear()
        self.akkoorden.addItem(_("Alle akkoorden"), 0)
        for one in known:
            self.akkoorden.addItem(one.name, one.number)
        self.akkoorden.setCurrentIndex(max(0, self.akkoorden.findData(chosen)))
        self._several = len(known) > 1
        self.fold(narrow=self._narrow)

    # -- room ------------------------------------------------------------------------------------------------------

    @property
    def unfolded(self) -> bool:
        """Whether somebody has the choices out where they are folded."""
        return self._narrow and self.more.isChecked()

    def fold(self, *, narrow: bool) -> None:
        """Hide the choices behind a button where there is no room."""
        self._narrow = narrow
        self.more.setVisible(narrow)
        shown = not narrow or self.more.isChecked()
        for widget in (self.phase, self.ours, self.to_do, self.rest):
            widget.setVisible(shown)
        self.akkoorden.setVisible(shown and self._several)
