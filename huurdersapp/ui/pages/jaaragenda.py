"""Jaaragenda: what a year asks for, moment by moment, and what can be done with each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from huurdersapp.actions import jaaragenda, jaaragenda_wij
from huurdersapp.actions import jaaragenda_zinnen as said
from huurdersapp.actions.jaaragenda_wij import Known
from huurdersapp.actions.vandaag import day_of
from huurdersapp.base.events import Changes
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.jaaragenda_vorm import Jaar, Moment
from huurdersapp.ui.agenda import rows
from huurdersapp.ui.agenda.choosing import Choosing
from huurdersapp.ui.agenda.detail import Detail
from huurdersapp.ui.agenda.year_strip import YearStrip
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.lists.record_parts import label
from huurdersapp.ui.page import Command, Page
from huurdersapp.ui.place import Doing, Place
from huurdersapp.ui.text_list import TextList

KINDS = frozenset(
    {"agendamoment", "anker", "voorbereidingsstap", "akkoord", "overleg", "actiepunt", "partij"}
)
"""Kinds that the year is made of."""
NEW: Doing = "nieuw"
LOW = 160
"""Height that the list needs besides the choices, in pixels at 100 %."""


class JaaragendaPage(Page):
    """The list of a year and, beside it, the moment that somebody is at."""

    help = "jaaragenda"

    def __init__(self, desk: Desk, key: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, key, parent)
        self.year: Jaar | None = None
        self.known: dict[int, Known] = {}
        self._wanted_year: int | None = None
        self._akkoord = 0
        self._asked: Place | None = None
        self._open = False
        self._shown: tuple[Moment, ...] = ()
        self._build()
        self._connect()

    # -- building ------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 16, 8)
        column.setSpacing(8)
        self.choosing = Choosing(self.desk.look)
        self.strips = QWidget()
        self._strips = QVBoxLayout(self.strips)
        self._strips.setContentsMargins(0, 0, 0, 0)
        self.empty = self._empty()
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        for widget in (self.choosing, self.strips, self.empty):
            column.addWidget(widget)
        column.addWidget(self.splitter, 1)
        column.addStretch(0)
        self.left = QWidget()
        left = QVBoxLayout(self.left)
        left.setContentsMargins(0, 0, 0, 0)
        self.nothing = label(_("Niets gevonden. Wis het filter om alles te zien."), "muted")
        self.clear = QPushButton(_("Filter wissen"))
        self.list = TextList(self.desk.look)
        self.list.setAccessibleName(_("Momenten van het jaar"))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        for widget in (self.nothing, self.clear):
            left.addWidget(widget)
        left.addWidget(self.list, 1)
        self.splitter.addWidget(self.left)
        self.detail = Detail(self.desk, self.to_list)
        self.splitter.addWidget(self.detail)
        self.splitter.setStretchFactor(0, 6)
        self.splitter.setStretchFactor(1, 5)
        self.splitter.setSizes([600, 500])

    def _empty(self) -> QFrame:
        frame = QFrame()
        frame.setProperty("role", "card")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(16, 10, 16, 10)
        inside.addWidget(label(_("Er is nog geen akkoord."), "heading"))
        inside.addWidget(
            label(
                _(
                    "Dit is uw eigen agenda. Er staat in wat de wet vraagt van elke huurdersorganisatie. "
                    "Laadt u een akkoord? Dan komen de vaste momenten daarvan erbij."
                )
            )
        )
        self.load_button = QPushButton(_("Naar het akkoord"))
        self.load_button.clicked.connect(lambda: self.desk.go(Place("akkoord")))
        inside.addWidget(self.load_button, 0, Qt.AlignmentFlag.AlignLeft)
        frame.hide()
        return frame

    def _connect(self) -> None:
        safely = self.desk.safely
        self.choosing.turned.connect(self.turn)
        self.choosing.akkoord_chosen.connect(self._other)
        self.choosing.changed.connect(lambda: safely(self._fill))
        self.choosing.folded.connect(self._arrange)
        self.choosing.asked.connect(lambda name: safely(lambda: self._go(name)))
        self.clear.clicked.connect(self.clear_filter)
        self.list.selectionModel().selectionChanged.connect(lambda *_: safely(self._follow))
        self.list.opened.connect(lambda _key: safely(self.to_detail))
        self.desk.look.changed.connect(self._arrange)

    # -- the place -------------------------------------------------------------------------------------------------

    def title(self) -> str:
        return _("Jaaragenda")

    def place(self) -> Place:
        moment = self.moment
        kind, number = (moment.record if moment is not None else None) or (None, None)
        values: dict[str, Any] = {"jaar": self.number_of_year, "akkoord": self._akkoord}
        return Place(self.key, number, kind=kind, values=values)

    @property
    def number_of_year(self) -> int:
        """The year that is shown, or will be."""
        return self._wanted_year or day_of(self.desk.ctx).year

    def show_place(self, place: Place) -> None:
        if place.doing == NEW:
            self.new()
            return
        if year := place.values.get("jaar"):
            self._wanted_year = int(year)
        if "akkoord" in place.values:
            self._akkoord = int(place.values["akkoord"] or 0)
        self._asked = place
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self._read()

    def changed(self, changes: Changes) -> None:
        if changes.kinds() & KINDS:
            self._read()

    def leave(self) -> bool:
        return self.detail.keep()

    # -- reading ---------------------------------------------------------------------------------------------------

    def _read(self) -> None:
        ctx, year, akkoord = self.desk.ctx, self.number_of_year, self._akkoord

        def question() -> tuple[Jaar, tuple[Known, ...]]:
            known = jaaragenda_wij.known(ctx)
            chosen = akkoord if any(one.number == akkoord for one in known) else None
            return jaaragenda.year(ctx, year, chosen), known

        self.desk.ask(self, "jaaragenda", question, lambda found: self._show(*found))

    def _show(self, year: Jaar, known: tuple[Known, ...]) -> None:
        if not self.detail.keep():
            return
        self.year, self.known = year, {one.number: one for one in known}
        if self._akkoord not in self.known:
            self._akkoord = 0
        self.choosing.show_year(year.year, year.today.year)
        self.choosing.show_akkoorden(known, self._akkoord)
        self._show_strips(year)
        self.empty.setVisible(not known)
        place, self._asked = self._asked, None
        self._fill(self._key_of(place) if place is not None else None)
        if place is not None:
            if place.number and place.kind:
                self._open = self._narrow
            self._focus_again()
        self._arrange()

    def _show_strips(self, year: Jaar) -> None:
        for at, strip in enumerate(year.strips):
            if at >= self._strips.count():
                self._strips.addWidget(YearStrip(self.desk.look))
            text = said.sentence(strip.stages)
            if len(year.strips) > 1 and text:
                text = _("{akkoord}: {sentence}").format(akkoord=strip.name, sentence=text)
            self._strip(at).show_stages(strip.stages, text)
        for at in range(self._strips.count()):
            self._strip(at).setVisible(at < len(year.strips))

    def _strip(self, at: int) -> YearStrip:
        item = self._strips.itemAt(at)
        strip = item.widget() if item is not None else None
        assert isinstance(strip, YearStrip)
        return strip

    def _key_of(self, place: Place) -> str | None:
        """The moment that a place is about."""
        if self.year is None or place.number is None:
            return None
        for moment in self.year.moments:
            if _is_about(moment, place.kind or "", place.number):
                return moment.key
        return None

    def _fill(self, key: str | None = None) -> None:
        """Show the moments that are asked for, at this one or where somebody was."""
        year = self.year
        if year is None:
            return
        wanted = self.choosing.wanted()
        if key is not None and not any(m.key == key for m in rows.shown(year, wanted, self.known)):
            self.choosing.clear()
            wanted = self.choosing.wanted()
        self._shown = rows.shown(year, wanted, self.known)
        here = key or self.list.current_key()
        self.list.show_rows(rows.rows(year, self._shown), current=key)
        there = any(moment.key == here for moment in self._shown)
        if key is not None or not there:
            self.list.select(here if there else self._begin(year))
        nothing = not self._shown
        self.list.setVisible(not nothing)
        self.nothing.setVisible(nothing and not wanted.all())
        self.clear.setVisible(nothing and not wanted.all())
        self._follow(again=True)
        self.commands_changed.emit()

    def _begin(self, year: Jaar) -> str | None:
        """The moment that comes next, or the first."""
        coming = [moment for moment in self._shown if moment.due is not None]
        if coming and year.year == year.today.year:
            return min(coming, key=lambda moment: moment.due or year.today).key
        return next((row.key for row in self.list.rows if row.key is not None), None)

    # -- the moment ------------------------------------------------------------------------------------------------

    @property
    def moment(self) -> Moment | None:
        """The moment where somebody is."""
        key = self.list.current_key()
        return next((moment for moment in self._shown if moment.key == key), None)

    def chosen(self) -> list[Moment]:
        """The moments that are selected, in the order of the year."""
        keys = {index.data(Qt.ItemDataRole.UserRole) for index in self.list.selectedIndexes()}
        return [moment for moment in self._shown if moment.key in keys]

    def _follow(self, *, again: bool = False) -> None:
        """The detail goes along with who walks through the list."""
        chosen = self.chosen()
        if not again and len(chosen) == 1 and self.detail.moment == chosen[0]:
            return
        if not self.detail.keep():
            return
        had_focus = self.detail.has_focus
        self.detail.show_chosen(self.year, chosen, self.known)
        if had_focus:
            self._focus_again()
        self.commands_changed.emit()
        self.place_changed.emit()

    def _focus_again(self) -> None:
        if self._open and self._narrow:
            self.to_detail()
        else:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def view(self) -> QWidget | None:
        """What is shown beside the list."""
        return self.detail.view

    # -- going about -----------------------------------------------------------------------------------------------

    def turn(self, years: int) -> None:
        """To another year; 0 is this year."""
        self._wanted_year = self.number_of_year + years if years else None
        self._read()

    def _other(self, akkoord: int) -> None:
        self._akkoord = akkoord
        self._read()

    def to_detail(self) -> None:
        """Into what can be done with the moment."""
        self._open = True
        self._arrange()
        self.detail.begin()

    def to_list(self) -> None:
        """Back to the list."""
        self._open = False
        if self.choosing.unfolded:
            self.choosing.more.setChecked(False)
        self._arrange()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear_filter(self) -> None:
        """Show all moments again."""
        self.choosing.clear()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go(self, name: str) -> None:
        ways: dict[str, Callable[[], object]] = {
            "nieuw": self.new,
            "papier": self.to_paper,
            "ics": lambda: self.to_paper("ics"),
            "vast": lambda: self.desk.go(Place("vaste_momenten", kind="anker")),
        }
        ways[name]()

    def new(self) -> None:
        """Add a moment of our own."""
        # Its year follows from its day.
        values: dict[str, Any] = {"akkoord": self._akkoord} if self._akkoord else {}
        self.desk.go(Place("vaste_momenten", doing=NEW, kind="agendamoment", values=values))

    def to_paper(self, kind: str = "") -> None:
        """To the year on one page, or (`ics`) to its calendar file there."""
        values = {"jaar": self.number_of_year, "akkoord": self._akkoord}
        self.desk.go(Place("jaaragenda_papier", kind=kind or None, values=values))

    # -- menu and keys ---------------------------------------------------------------------------------------------

    def commands(self) -> Mapping[Command, Callable[[], object]]:
        found: dict[Command, Callable[[], object]] = {
            "nieuw": self.new,
            "afdrukken": self.to_paper,
            "sluiten": self.close_part,
        }
        moment = self.moment
        if moment is not None and self.detail.moment is not None:
            if self.detail.can_move:
                found["wijzigen"] = self._move
            if moment.agenda is not None:
                place = Place("geschiedenis", moment.agenda, kind="agendamoment")
                found["geschiedenis"] = lambda: self.desk.go(place)
        return found

    def _move(self) -> None:
        self._open = True
        self._arrange()
        self.detail.begin_moving()

    def close_part(self) -> None:
        """Esc: out of the small form, out of the moment, back to the list."""
        form = self.detail.form
        if form is not None and form.keeper.flush():
            self._follow(again=True)
        self.to_list()

    # -- room ------------------------------------------------------------------------------------------------------

    @property
    def _narrow(self) -> bool:
        return bool(getattr(self.window(), "is_narrow", False))

    def _arrange(self) -> None:
        """Side by side where there is room, else the detail over the list, and the choices behind a button."""
        narrow = self._narrow
        over = narrow and self._open
        self.choosing.setVisible(not over)
        self.choosing.fold(narrow=narrow)
        low = self.height() < self.choosing.heightForWidth(self.width()) + self.desk.look.px(LOW)
        instead = self.choosing.unfolded and low
        self.splitter.setVisible(not instead)
        self.strips.setVisible(not over and not instead)
        short = narrow or (self.year is not None and len(self.year.strips) > 1)
        for at in range(self._strips.count()):
            self._strip(at).fold(short=short)
        self.empty.setVisible(not self.known and self.year is not None and not over and not instead)
        self.left.setVisible(not over)
        self.detail.setVisible(not narrow or over)
        self.detail.give_room(alone=over)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()


def _is_about(moment: Moment, kind: str, number: int) -> bool:
    if kind == "agendamoment":
        return moment.agenda == number
    if kind == "anker":
        return any(aim.anchor == number for aim in moment.aims)
    return kind == "overleg" and any(meeting.number == number for meeting in moment.meetings)


PAGE = JaaragendaPage
