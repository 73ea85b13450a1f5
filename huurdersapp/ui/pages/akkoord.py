"""Akkoord: the agreement of tenants, landlords and municipality: to read, to narrow, to follow and to change."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from huurdersapp.actions import akkoord_lezen, records, voorkeuren
from huurdersapp.actions.akkoord_lezen import KINDS, Reading
from huurdersapp.actions.akkoord_voortgang import Stands, stands
from huurdersapp.actions.concepten import ENTITY
from huurdersapp.base.errors import UserError
from huurdersapp.base.events import Changes
from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui.akkoord import changes
from huurdersapp.ui.akkoord.empty import EmptyView
from huurdersapp.ui.akkoord.evidence import Evidence
from huurdersapp.ui.akkoord.filing import FilingPage
from huurdersapp.ui.akkoord.filtering import Asked, Filter, asked_of
from huurdersapp.ui.akkoord.form_view import FormView
from huurdersapp.ui.akkoord.point_view import PointView
from huurdersapp.ui.akkoord.reading import ReadingView
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.lists import words
from huurdersapp.ui.page import Command
from huurdersapp.ui.place import Place

CHANGEABLE = frozenset({"akkoord", "thema", "doel", "afspraak", "indicator", "anker"})
"""Kinds whose texts can be changed from here."""
KEPT = "akkoord.filter"
"""The preference that holds what somebody chose to see last."""


class AkkoordPage(FilingPage):
    """Reads the akkoord beside the window and shows it; the last place asked for is shown when it is there. How its points
    stand is counted after that, and comes in when it is known."""

    help = "akkoord"

    def __init__(self, desk: Desk, key: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, key, parent)
        self.stands = Stands()
        self._asked: Place | None = None
        self._list = Asked()
        self._begun = False
        load, save = QPushButton(_("Akkoord laden…")), QPushButton(_("Akkoord naar bestand…"))
        elsewhere = [QPushButton(words) for words in changes.ways(desk)]
        for button, go in zip(elsewhere, changes.ways(desk).values(), strict=True):
            button.clicked.connect(go)
        for button in (load, save, *elsewhere):
            button.setProperty("role", "link")
        load.clicked.connect(self.choose_file)
        save.clicked.connect(lambda: self.choose_target())
        self.view = ReadingView(desk, load, save, elsewhere)
        self.view.moved.connect(self._moved)
        self.view.filtered.connect(self._filtered)
        self.view.opened.connect(lambda kind, number: desk.safely(lambda: self.open_record(kind, number)))
        self.view.akkoord_chosen.connect(self._other)
        self.evidence = Evidence(self)
        self.empty = EmptyView()
        self.empty.file_wanted.connect(self.choose_file)
        self.empty.wanted.connect(self.load)
        self.faults.again.connect(self.choose_file)
        self.faults.closed.connect(self._settle)
        self.record = PointView(desk)
        self.record.closed.connect(lambda: desk.safely(self._settle))
        self.record.new_wanted.connect(self.new)
        self.record.view.edit_wanted.connect(lambda: desk.safely(self.edit))
        self.record.view.delete_wanted.connect(lambda: desk.safely(self.discard))
        self.record.view.history_wanted.connect(self._history)
        self.form: FormView | None = None
        self.stack = QStackedWidget()
        for widget in (QWidget(), self.view, self.empty, self.faults, self.record):
            self.stack.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)

    def title(self) -> str:
        return _("Akkoord")

    @property
    def opened(self) -> bool:
        """Whether everything about one point is shown."""
        return self.stack.currentWidget() is self.record

    @property
    def point(self) -> tuple[str, int] | None:
        """Kind and number of the point where somebody is."""
        return self.record.key if self.opened else self.view.key

    def place(self) -> Place:
        if self.form is not None:
            return self.form.place(self.key)
        where, typed = self._conditions(self.opened), self.view.search.text()
        if self.point is not None:
            kind, number = self.point
            return Place(self.key, number, where, typed, self.view.list_title, kind=kind)
        if self.number is None:
            return Place(self.key)
        return Place(self.key, self.number, where, typed, kind="akkoord")

    def _conditions(self, opened: bool) -> tuple[str, ...]:
        """What is asked of the akkoord now, as a place keeps it."""
        wanted = self.view.filters.wanted()
        kept = wanted if wanted.to_json() else None
        return replace(self._list, filter=kept, part=self.view.own_part, opened=opened).conditions()

    def commands(self) -> Mapping[Command, Callable[[], object]]:
        if (form := self.form) is not None:
            return {"opslaan": form.form.save, "sluiten": self._close_form}
        able: dict[Command, Callable[[], object]] = {}
        shown = self.stack.currentWidget()
        if shown is self.view:
            able["zoeken"] = self._to_search
            able["naar_excel"] = lambda: self.choose_target(excel=True)
            if not self.view.wanted().empty():
                able["sluiten"] = self.view.clear_filter
        elif shown in (self.faults, self.record):
            able["sluiten"] = self._settle
        if shown in (self.view, self.record) and (key := self.point) is not None:
            able["geschiedenis"] = self._history
            if key[0] in CHANGEABLE:
                able |= {"wijzigen": self.edit, "nieuw": self._new_below}  # of a measure: a new value
            if self.opened and key[0] in CHANGEABLE:
                able["verwijderen"] = self.discard
        return able

    def records_parts(self) -> Sequence[QWidget]:
        return (self.record,)

    def leave(self) -> bool:
        kept = self.record.view.keep()
        return (self.form is None or self.form.form.keep()) and kept

    # -- showing -------------------------------------------------------------------------------------------------

    def show_place(self, place: Place) -> None:
        if self.form is not None and not self._drop_form():
            return
        self._asked = place
        self.read(place)

    def changed(self, changes: Changes) -> None:
        kinds = changes.kinds() - {ENTITY}
        if not kinds:
            return  # what somebody is typing
        if kinds & KINDS:
            self.read(None)
        else:
            self.evidence.ask()
            self._ask_stands()
        if self.opened:
            self.desk.safely(self._again)

    def _again(self) -> None:
        """Show the opened point as it is now; of one that was thrown away meanwhile nothing is left to do here."""
        try:
            self.record.again(self.reading, self.stands)
        except UserError:
            self.record.view.forget()
            self._settle()
            self.desk.say(_("Dit punt staat niet meer in het akkoord."), tone="let_op")

    def read(self, place: Place | None) -> None:
        ctx, number = self.desk.ctx, self.number
        if place is not None:
            self._asked = place
        asked = Asked() if place is None else asked_of(place.kind, place.number, place.where)

        def question() -> tuple[Reading | None, frozenset[int] | None]:
            chosen, only = number, None
            if place is not None and place.kind and place.number:
                chosen = akkoord_lezen.akkoord_of(ctx, place.kind, place.number) or number
            if asked.kind:
                only = akkoord_lezen.numbers(ctx, asked.kind, asked.where)
            elif place is not None and place.kind and not place.number and place.words:
                only = akkoord_lezen.numbers(ctx, place.kind, (), place.words)
            return akkoord_lezen.read(ctx, chosen), only

        self.desk.ask(self, "akkoord", question, lambda found: self._show(*found))

    def _show(self, reading: Reading | None, only: frozenset[int] | None) -> None:
        same = reading == self.reading
        self.reading = reading
        if reading is None:
            self.number = None
            self.stack.setCurrentWidget(self.empty)
            self.empty.file.setFocus()
            self.commands_changed.emit()
            return
        if self.number not in (None, reading.number):
            self.stands = Stands()  # those of another akkoord
        self.number = reading.number
        if not same:
            self.view.show_stands(self.stands)
            self.view.show_reading(reading)
        if self.stack.currentWidget() not in (self.faults, self.record, self.form) or self._asked is not None:
            self.stack.setCurrentWidget(self.view)
        self.view.arrange()
        self._ask_stands()
        place, self._asked = self._asked, None
        if place is not None:
            self._go_on(place, only)
        self.commands_changed.emit()

    def _go_on(self, place: Place, only: frozenset[int] | None) -> None:
        asked = asked_of(place.kind, place.number, place.where)
        if not self._begun and asked.filter is None and only is None and not place.words:
            asked = replace(asked, filter=Filter.from_json(voorkeuren.get(self.desk.ctx, KEPT)))
        elif place.number and asked.filter is None:
            self.view.drop_filter()
        self._begun = True
        if asked.part is not None:
            self.view.to_part(asked.part)
        if asked.filter is not None:
            self.view.choose(asked.filter)
        kind = asked.kind or place.kind
        self._list = Asked(kind=kind, where=asked.where) if only is not None and kind else Asked()
        if only is not None and kind:
            self.view.narrow_to(kind, only, place.words, place.title)
        elif place.words:
            self.view.look_for(place.words)
        there = True
        if place.number and place.kind:
            there = self.view.show_point(place.kind, place.number)
            if not there and place.kind != "akkoord":
                self.desk.say(_("Dit punt staat niet meer in het akkoord."), tone="let_op")
        if place.doing == "nieuw" and place.kind in CHANGEABLE:
            self.new(place.kind, place.values, place.concept)
        elif there and place.number and place.kind and (asked.opened or place.doing == "wijzigen"):
            self.desk.safely(lambda: self._reopen(place))
        else:
            self.view.start()

    def _reopen(self, place: Place) -> None:
        assert place.kind is not None
        assert place.number is not None
        self.open_record(place.kind, place.number)
        if place.doing == "wijzigen":
            self.edit(place.concept)

    def _ask_stands(self) -> None:
        """Count how the points stand; what is shown waits for nothing."""
        if (reading := self.reading) is None:
            return
        ctx = self.desk.ctx
        self.desk.ask(self, "standen", lambda: stands(ctx, reading), lambda told: self._know(reading, told))

    def _know(self, reading: Reading, told: Stands) -> None:
        if self.reading is not None and reading.number == self.reading.number:
            self.stands = told
            self.view.show_stands(told)
            self.record.know(told)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.view.arrange()

    def show_faults(self) -> None:
        self.stack.setCurrentWidget(self.faults)
        self.commands_changed.emit()

    def _other(self, number: int) -> None:
        self.number = number
        self.stands = Stands()
        self.read(None)

    def _filtered(self) -> None:
        self._list = Asked()
        wanted = self.view.filters.wanted()
        self.desk.safely(lambda: voorkeuren.put(self.desk.ctx, KEPT, wanted.to_json() or None))
        self.place_changed.emit()
        self.commands_changed.emit()

    def _to_search(self) -> None:
        self.view.search.setFocus()
        self.view.search.selectAll()

    def _settle(self) -> None:
        if self.opened and not self.record.view.keep():
            return
        self.stack.setCurrentWidget(self.view if self.reading is not None else self.empty)
        (self.view.list if self.reading is not None else self.empty.file).setFocus()
        self.commands_changed.emit()
        self.place_changed.emit()

    # -- one point -------------------------------------------------------------------------------------------------

    def _moved(self) -> None:
        self.place_changed.emit()
        self.commands_changed.emit()
        self.evidence.ask()

    def _history(self) -> None:
        if self.point is not None:
            kind, number = self.point
            self.desk.go(Place("geschiedenis", number, kind=kind))

    def open_record(self, kind: str, number: int) -> None:
        """Everything about a point, over the list; raises UserError when it is not there."""
        if self.reading is None:
            return
        self.record.show_point(self.reading, self.stands, kind, number)
        self.stack.setCurrentWidget(self.record)
        self.record.back.setFocus()
        self.commands_changed.emit()
        self.place_changed.emit()

    # -- changing --------------------------------------------------------------------------------------------------

    def edit(self, concept: str | None = None) -> None:
        """Change the texts of the point where somebody is; its history keeps what they were."""
        if self.point is None:
            return
        kind, number = self.point
        if not self.opened:
            self.open_record(kind, number)
        spec = self.desk.ctx.spec(kind)
        title = _("{kind} {number} wijzigen").format(kind=spec.label, number=number)
        self._open_form(kind, title).form.edit(number, concept)

    def _new_below(self) -> None:
        """Begin what stands under the point where somebody is."""
        if self.point is not None:
            self.open_record(*self.point)
            self.record.add()

    def new(self, kind: str, values: Mapping[str, Any], concept: str | None = None) -> None:
        """Begin an own goal, afspraak or measure."""
        title = words.new_label(self.desk.ctx.spec(kind))
        self._open_form(kind, title).form.new(dict(values), concept)

    def _open_form(self, kind: str, title: str) -> FormView:
        self._drop_form()
        form = self.form = FormView(self.desk, kind, title)
        form.form.saved.connect(lambda number, _onward: self.desk.safely(lambda: self._saved(kind, number)))
        form.closed.connect(lambda: self.desk.safely(self._close_form))
        self.stack.addWidget(form)
        self.stack.setCurrentWidget(form)
        self.commands_changed.emit()
        self.place_changed.emit()
        return form

    def _drop_form(self) -> bool:
        """Take the form away, with what was typed kept; whether that could be."""
        if (form := self.form) is None:
            return True
        if not form.form.keep():
            return False
        self.form = None
        self.stack.removeWidget(form)
        form.hide()
        form.deleteLater()
        return True

    def _close_form(self) -> None:
        """Back to the point, or to the list where there is none."""
        if not self._drop_form():
            return
        if self.record.key is None:
            self._settle()
            return
        self.stack.setCurrentWidget(self.record)
        self.record.back.setFocus()
        self.commands_changed.emit()
        self.place_changed.emit()

    def _saved(self, kind: str, number: int) -> None:
        """Show what was saved, in the akkoord as it is now."""
        if self._drop_form():
            self.show_place(Place(self.key, number, self._conditions(True), kind=kind))

    def discard(self) -> None:
        """Throw away the point that is shown."""
        if not self.opened or self.point is None:
            return
        kind, number = self.point
        spec = self.desk.ctx.spec(kind)
        touched = records.discard_many(self.desk.ctx, spec, [number], origin=self)
        gone = _("{kind} {number}").format(kind=spec.label, number=number)
        self.desk.say(" ".join([_("Verwijderd: {what}.").format(what=gone), *touched]), undo=True)
        self.record.view.forget()
        self._settle()
        self.read(None)


PAGE = AkkoordPage
"""What the screen of the akkoord is made of."""
