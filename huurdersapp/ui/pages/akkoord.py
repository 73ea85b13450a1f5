"""Akkoord: the agreement of tenants, landlords and municipality, to read and to search, and to load from a file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFileDialog, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from huurdersapp.actions import akkoord, akkoord_lezen
from huurdersapp.actions.akkoord_lezen import KINDS, Reading
from huurdersapp.actions.akkoord_telling import Counted, counted
from huurdersapp.actions.related import Related, related
from huurdersapp.actions.vandaag import day_of
from huurdersapp.base.errors import UserError
from huurdersapp.base.events import Changes
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.period import parse
from huurdersapp.ui.akkoord.empty import EmptyView, FaultsView
from huurdersapp.ui.akkoord.point_view import PointView
from huurdersapp.ui.akkoord.reading import ReadingView
from huurdersapp.ui.desk import Desk, told
from huurdersapp.ui.page import Command, Page
from huurdersapp.ui.pages.registry import page_of
from huurdersapp.ui.place import Place

_INSIDE = frozenset({"akkoord", "thema", "doel", "afspraak", "indicator", "anker"})
"""Kinds that are shown on this screen itself: no evidence."""


class AkkoordPage(Page):
    """Reads the akkoord beside the window and shows it; the last place asked for is shown when it is there."""

    help = "akkoord"

    def __init__(self, desk: Desk, key: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, key, parent)
        self.reading: Reading | None = None
        self._asked: Place | None = None
        self._number: int | None = None
        load, save = QPushButton(_("Akkoord laden…")), QPushButton(_("Akkoord naar bestand…"))
        for button in (load, save):
            button.setProperty("role", "link")
        load.clicked.connect(self.choose_file)
        save.clicked.connect(lambda: self.choose_target())
        self.view = ReadingView(desk, load, save)
        self.view.moved.connect(self._moved)
        self.view.opened.connect(self.open_record)
        self.view.akkoord_chosen.connect(self._other)
        self.empty = EmptyView()
        self.empty.file_wanted.connect(self.choose_file)
        self.empty.wanted.connect(self.load)
        self.faults = FaultsView(desk.look)
        self.faults.again.connect(self.choose_file)
        self.faults.closed.connect(self._settle)
        self.record = PointView(desk)
        self.stack = QStackedWidget()
        for widget in (QWidget(), self.view, self.empty, self.faults):
            self.stack.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)

    def title(self) -> str:
        return _("Akkoord")

    def place(self) -> Place:
        if self.view.key is not None:
            kind, number = self.view.key
            return Place(self.key, number, kind=kind)
        return Place(self.key, self._number, kind="akkoord") if self._number else Place(self.key)

    def commands(self) -> Mapping[Command, Callable[[], object]]:
        able: dict[Command, Callable[[], object]] = {}
        if self.stack.currentWidget() is self.view:
            able["zoeken"] = self._to_search
            able["naar_excel"] = lambda: self.choose_target(excel=True)
            if self.view.key is not None:
                able["geschiedenis"] = self._history
            if not self.view.wanted().empty():
                able["sluiten"] = self.view.clear_filter
        elif self.stack.currentWidget() in (self.faults, self.record):
            able["sluiten"] = self._settle
        return able

    # -- showing -------------------------------------------------------------------------------------------------

    def show_place(self, place: Place) -> None:
        self._asked = place
        self._read(place)

    def changed(self, changes: Changes) -> None:
        if self.stack.currentWidget() is self.record:
            self.desk.safely(self.record.view.refresh)
        if changes.kinds() & KINDS:
            self._read(None)
        elif self.view.key is not None:
            self._ask_evidence()

    def _read(self, place: Place | None) -> None:
        ctx, number = self.desk.ctx, self._number

        def question() -> tuple[Reading | None, frozenset[int] | None]:
            chosen, only = number, None
            if place is not None and place.kind and place.number:
                chosen = akkoord_lezen.akkoord_of(ctx, place.kind, place.number) or number
            if place is not None and place.kind and not place.number and (place.where or place.words):
                only = akkoord_lezen.numbers(ctx, place.kind, place.where, place.words)
            return akkoord_lezen.read(ctx, chosen), only

        self.desk.ask(self, "akkoord", question, lambda found: self._show(*found))

    def _show(self, reading: Reading | None, only: frozenset[int] | None) -> None:
        same = reading == self.reading
        self.reading = reading
        if reading is None:
            self._number = None
            self.stack.setCurrentWidget(self.empty)
            self.empty.file.setFocus()
            self.commands_changed.emit()
            return
        self._number = reading.number
        if not same:
            self.view.show_reading(reading)
        if self.stack.currentWidget() not in (self.faults, self.record) or self._asked is not None:
            self.stack.setCurrentWidget(self.view)
        self.view.arrange()
        place, self._asked = self._asked, None
        if place is not None:
            self._go_on(place, only)
        self.commands_changed.emit()

    def _go_on(self, place: Place, only: frozenset[int] | None) -> None:
        if only is not None and place.kind:
            self.view.narrow_to(place.kind, only, place.words, place.title)
        elif place.number and place.kind and not self.view.show_point(place.kind, place.number):
            self.desk.say(_("Dit punt staat niet meer in het akkoord."), tone="let_op")
        elif place.words:
            self.view.look_for(place.words)
        self.view.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.view.arrange()

    def _other(self, number: int) -> None:
        self._number = number
        self._read(None)

    def _to_search(self) -> None:
        self.view.search.setFocus()
        self.view.search.selectAll()

    def _settle(self) -> None:
        self.stack.setCurrentWidget(self.view if self.reading is not None else self.empty)
        (self.view.list if self.reading is not None else self.empty.file).setFocus()
        self.commands_changed.emit()

    # -- one point -------------------------------------------------------------------------------------------------

    def _moved(self) -> None:
        self.place_changed.emit()
        self.commands_changed.emit()
        self._ask_evidence()

    def _ask_evidence(self) -> None:
        if (key := self.view.key) is None:
            return
        ctx, (kind, number) = self.desk.ctx, key
        year = day_of(ctx).year

        def question() -> tuple[list[Related], Counted | None]:
            try:
                return related(ctx, ctx.spec(kind), number), counted(ctx, kind, number, parse(str(year)))
            except UserError:  # thrown away in the meantime: the akkoord itself is read again
                return [], None

        self.desk.ask(self, "bewijs", question, lambda found: self._evidence(key, *found, year))

    def _evidence(
        self, key: tuple[str, int], found: list[Related], by_rule: Counted | None, year: int
    ) -> None:
        if key != self.view.key or self.reading is None:
            return
        point = next((item for item in self.reading.points if (item.kind, item.number) == key), None)
        code = (point.code or point.text) if point else ""
        buttons: dict[str, Callable[[], None]] = {}
        if by_rule is not None:
            words = _("{what} in {year}: {count}").format(what=by_rule.label, year=year, count=by_rule.count)
            title = _("{what} in {year} voor {point}").format(what=by_rule.label, year=year, point=code)
            buttons[words] = self._goer(
                Place(page_of(by_rule.kind), where=by_rule.where, title=title, kind=by_rule.kind)
            )
        for item in found:
            if item.kind not in _INSIDE and item.where:
                words = _("{label}: {count}").format(label=item.label, count=item.count)
                title = _("{label} bij {point}").format(label=item.label, point=code)
                buttons[words] = self._goer(
                    Place(page_of(item.kind), where=item.where, title=title, kind=item.kind)
                )
        self.view.show_evidence(buttons)

    def _goer(self, place: Place) -> Callable[[], None]:
        return lambda: self.desk.go(place)

    def _history(self) -> None:
        if self.view.key is not None:
            kind, number = self.view.key
            self.desk.go(Place("geschiedenis", number, kind=kind))

    def open_record(self, kind: str, number: int) -> None:
        """Everything about a point, over the list."""
        self._close_record()
        self.record = PointView(self.desk)
        self.record.back.clicked.connect(self._settle)
        self.record.view.history_wanted.connect(self._history)
        self.stack.addWidget(self.record)
        if self.desk.safely(lambda: self.record.show_point(kind, number)):
            self.stack.setCurrentWidget(self.record)
            self.record.back.setFocus()
        self.commands_changed.emit()

    def _close_record(self) -> None:
        self.stack.removeWidget(self.record)
        self.record.deleteLater()

    # -- files ---------------------------------------------------------------------------------------------------

    def choose_file(self) -> None:
        """Let somebody choose an akkoord file, and load it."""
        dialog = QFileDialog(self, _("Akkoord laden"), _documents(), _("Akkoordbestanden (*.json)"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        self._open_dialog(dialog, _("Laden"), self.load)

    def load(self, path: Path) -> None:
        """Load an akkoord file; what is wrong with it is told on this screen."""
        ctx = self.desk.ctx
        self.desk.run(akkoord.load(ctx, path), _("Akkoord laden"), self._loaded, self._not_loaded, alone=True)

    def _loaded(self, result: tuple[int, int]) -> None:
        number, count = result
        self._number = number
        self._asked = Place(self.key, number, kind="akkoord")
        self._read(self._asked)
        self.desk.say(_("Akkoord geladen: {count} onderdelen.").format(count=count), undo=True)

    def _not_loaded(self, fault: BaseException) -> None:
        if not isinstance(fault, UserError):
            self.desk.tell(fault)
            return
        self.stack.setCurrentWidget(self.faults)
        self.faults.show_fault(told(fault))
        self.commands_changed.emit()
        # While the job ends the screen is still switched off, and takes no focus.
        QTimer.singleShot(0, self.faults.list, self.faults.list.setFocus)

    def choose_target(self, *, excel: bool = False) -> None:
        """Let somebody choose where the akkoord is written to; `excel`: as a list that Excel opens."""
        if self.reading is None:
            return
        name = "".join(sign if sign.isalnum() else "-" for sign in self.reading.name.lower())
        whole, listed = _("Akkoordbestand (*.json)"), _("Lijst voor Excel (*.csv)")
        kinds = (listed, whole) if excel else (whole, listed)
        target = Path(_documents()) / "-".join(filter(None, name.split("-")))
        dialog = QFileDialog(self, _("Akkoord naar bestand"), str(target), ";;".join(kinds))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("csv" if excel else "json")
        dialog.filterSelected.connect(
            lambda kind: dialog.setDefaultSuffix("csv" if kind == listed else "json")
        )
        self._open_dialog(dialog, _("Opslaan"), self.save)

    def _open_dialog(self, dialog: QFileDialog, words: str, take: Callable[[Path], object]) -> None:
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, words)
        dialog.setLabelText(QFileDialog.DialogLabel.Reject, _("Annuleren"))
        dialog.fileSelected.connect(lambda name: take(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save(self, path: Path) -> None:
        """Write the akkoord to a file."""
        number = self._number

        def done(count: int) -> None:
            self.desk.say(
                _("Akkoord opgeslagen in {name}: {count} punten.").format(name=path.name, count=count)
            )

        self.desk.ask(self, "bestand", lambda: akkoord.export(self.desk.ctx, path, number), done)


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)


PAGE = AkkoordPage
