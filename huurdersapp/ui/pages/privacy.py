"""Privacy: why data of people are kept and how long, what they ask about them, the yearly round, and breaches."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton, QWidget
from shiboken6 import isValid

from huurdersapp.actions import records
from huurdersapp.actions.words import View
from huurdersapp.base.events import Changes
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import lazy
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.quick_form import QuickForm
from huurdersapp.ui.lists.filter_bar import Chip
from huurdersapp.ui.lists.kinds_row import KindsRow
from huurdersapp.ui.lists.list_page import ListPage
from huurdersapp.ui.lists.record_parts import label
from huurdersapp.ui.page import Command
from huurdersapp.ui.place import Place
from huurdersapp.ui.privacy import waiting
from huurdersapp.ui.privacy.breach_panel import BreachPanel
from huurdersapp.ui.privacy.going import (
    BREACH,
    CLEANING,
    PAPER,
    PROCESSING,
    PROPOSALS,
    REQUEST,
    ROUND,
    TASK,
    button,
    goer,
)
from huurdersapp.ui.privacy.going import PAGE as PRIVACY
from huurdersapp.ui.privacy.proposals import ProposalsCard
from huurdersapp.ui.privacy.request_panel import RequestPanel

NAMES = {
    PROCESSING: lazy("Verwerkingen"),
    REQUEST: lazy("Verzoeken"),
    CLEANING: lazy("Opschoonrondes"),
    BREACH: lazy("Datalekken"),
}
"""What the kinds are called on this screen."""
PANELS: Mapping[str, type[RequestPanel | BreachPanel]] = {REQUEST: RequestPanel, BREACH: BreachPanel}


class PrivacyPage(ListPage):
    """One list at a time, chosen with the buttons on top; what can be done with all of it stands beside these."""

    kinds = (PROCESSING, REQUEST, CLEANING, BREACH)
    help = "privacy"
    own_totals = (PROCESSING, CLEANING, BREACH)  # months and people of several do not add up to anything
    chips: ClassVar[Mapping[str, tuple[Chip, ...]]] = {
        PROCESSING: (Chip(lazy("Lopen nu"), ("beeindigd_op=",)),),
        REQUEST: (Chip(lazy("Nog te beantwoorden"), ("open=ja",), "ontvangen_op"),),
        BREACH: (Chip(lazy("Nog niet afgerond"), ("afgerond_op=",), "ontdekt_op"),),
    }

    def __init__(self, desk: Desk, key: str) -> None:
        super().__init__(desk, key)
        self.kinds_row = KindsRow(desk, key, self._kinds, NAMES)
        self.put_above(self.kinds_row)
        self.waiting = label("", "label")
        self.put_above(self.waiting)
        self.tools: dict[str, tuple[QPushButton, ...]] = {
            PROCESSING: (
                button(desk, _("Voorstellen…"), self.propose),
                button(desk, _("Register"), goer(desk, Place(PAPER, kind="register")), "afdrukken"),
                button(
                    desk, _("Privacyverklaring"), goer(desk, Place(PAPER, kind="verklaring")), "afdrukken"
                ),
            ),
            CLEANING: (button(desk, _("Opschonen…"), goer(desk, Place(ROUND)), "opslaan"),),
            BREACH: (
                button(desk, _("Wat stond erop?"), goer(desk, Place(PAPER, kind="stond-erop")), "afdrukken"),
            ),
        }
        for each in self.tools.values():
            for tool in each:
                self.kinds_row.row.addWidget(tool)
        for at, share in enumerate((5, 6)):  # what is to be done with a request stands beside the list
            self.splitter.setStretchFactor(at, share)
        self.panel: RequestPanel | BreachPanel | None = None

    def title(self) -> str:
        return _("Privacy")

    def kind_shown(self) -> None:
        self.kinds_row.mark(self.kind)
        for kind, tools in self.tools.items():
            for tool in tools:
                tool.setVisible(kind == self.kind)
        self.view.changeable = self.kind != CLEANING
        self.view.said_elsewhere = frozenset({"naam"} if self.kind in (REQUEST, CLEANING) else ())

    def _arrange(self) -> None:
        super()._arrange()
        if not self.waiting.text():
            self.waiting.hide()

    def load(self) -> None:
        super().load()
        self._tell_waiting()

    def _tell_waiting(self) -> None:
        """What must be answered or told first, above the list."""
        ctx, kind = self.desk.ctx, self.kind

        def answer(text: str) -> None:
            self.waiting.setText(text)
            self._arrange()

        self.desk.ask(self, "wacht", lambda: waiting.words(ctx, kind), answer)

    # -- the place -------------------------------------------------------------------------------------------------

    def show_place(self, place: Place) -> None:
        if place.kind == CLEANING and place.doing == "nieuw":
            place = replace(place, doing="tonen")
            # Only when this screen is shown: the window goes to one place at a time.
            QTimer.singleShot(0, self, lambda: self.desk.safely(self.new))
        super().show_place(place)
        if self.kind == PROCESSING and place.doing == "tonen" and place.values.get(TASK) == PROPOSALS:
            card = ProposalsCard(self.desk)
            card.done.connect(lambda: self.desk.safely(self._task_done))
            card.left.connect(lambda: self.desk.safely(self._task_done))
            self.begin_task(card, card.begin)

    def propose(self) -> None:
        """Show what the program proposes for the register."""
        self.desk.go(Place(PRIVACY, kind=PROCESSING, values={TASK: PROPOSALS}))

    def new(self, values: Mapping[str, object] | None = None, concept: str | None = None) -> None:
        """Fill in a new record; of a round there is nothing to fill in, it is gone through."""
        if self.kind == CLEANING:
            self.desk.go(Place(ROUND))
        else:
            super().new(values, concept)

    def _task_done(self) -> None:
        self.drop_task()
        self.to_list()

    def close_part(self) -> None:
        """Esc leaves a task first."""
        if self.task is not None and not self.bar.card_open:
            self._task_done()
        else:
            super().close_part()

    # -- the record ------------------------------------------------------------------------------------------------

    def extra_panels(self, view: View) -> Sequence[QWidget]:
        """Of a request and a breach their clock and what comes next."""
        self.panel = None
        if (make := PANELS.get(self.kind)) is None:
            return ()
        record = records.show(self.desk.ctx, self.spec, view.number)
        self.panel = make(self.desk, record, view.title)
        self.panel.opened_or_closed.connect(self.commands_changed)
        return (self.panel,)

    def changed(self, changes: Changes) -> None:
        super().changed(changes)
        self._tell_waiting()
        panel = self.panel
        if panel is not None and isValid(panel):
            panel.tell_clock()

    # -- keys ------------------------------------------------------------------------------------------------------

    def commands(self) -> Mapping[Command, Callable[[], Any]]:
        found = dict(super().commands())
        if self.form is None and self.task is None:
            if (paper := self._paper()) is not None:
                found["afdrukken"] = goer(self.desk, paper)
            if (form := self._small_form()) is not None:
                found["opslaan"] = form.save
        if self.kind == CLEANING:  # what was done is not done otherwise afterwards
            found.pop("wijzigen", None)
        return found

    def _paper(self) -> Place | None:
        """The paper of what is shown."""
        if self.kind == PROCESSING:
            return Place(PAPER, kind="register")
        if self.kind == BREACH:
            return Place(PAPER, self.number, kind="stond-erop")
        return None

    def _small_form(self) -> QuickForm | None:
        """The small form that is open under the record."""
        forms = [form for form in self.view.findChildren(QuickForm) if form.isVisible()]
        return next((form for form in forms if form.where()), forms[0] if forms else None)


PAGE = PrivacyPage
