"""A project beside the list: how it stands and what comes next, its buildings with their counts, and the work on it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from huurdersapp.actions import records, renovatie_sluiten, renovatie_stand
from huurdersapp.actions.renovatie_stand import ProjectStand
from huurdersapp.base.formats import number as written
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.lists.record_parts import LinkButton, card, label
from huurdersapp.ui.place import Place
from huurdersapp.ui.renovatie import sentences
from huurdersapp.ui.renovatie.going import PAGE, PROJECT, UNIT, goer, task
from huurdersapp.ui.renovatie.proposal import ProposalPanel
from huurdersapp.ui.renovatie.unit_card import UnitCard, add_button, row_in

PEILING = "peiling"


class ProjectPanel(QWidget):
    """Cards of a project; `tell` shows them anew. `form_changed` when a small form came or went."""

    form_changed = Signal()

    def __init__(self, desk: Desk, number: int, name: str) -> None:
        super().__init__()
        self.desk, self.number, self._name = desk, number, name
        self.stand: ProjectStand | None = None
        self.heard = 0
        self.to_see = False  # the proposal, once it is told: it was just written
        self.buttons: dict[str, QPushButton] = {}
        self.units: list[UnitCard] = []
        self.proposal: ProposalPanel | None = None
        self._parts: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)

    def refresh(self) -> None:
        """Read how it stands, beside the window."""
        ctx, number = self.desk.ctx, self.number

        def question() -> tuple[ProjectStand, dict[str, Any], int]:
            with ctx.store.reading() as db:
                stand = renovatie_stand.project_stand(db, number)
                heard = renovatie_sluiten.soundings(db, number)
            return stand, records.show(ctx, ctx.spec(PROJECT), number), heard

        self.desk.ask(self, "stand", question, lambda found: self._answered(*found))

    def _answered(self, stand: ProjectStand, record: Mapping[str, Any], heard: int) -> None:
        self.tell(stand, record, heard)
        if self.to_see:
            self.to_see = False
            # What was shown has its place only after this; lines that wrap, a round later.
            QTimer.singleShot(0, self, lambda: QTimer.singleShot(0, self, self._see_proposal))

    def _see_proposal(self) -> None:
        """The form that was filled in was long: without it the same distance from the top is somewhere else."""
        view: QWidget | None = self
        while view is not None and not isinstance(view, QScrollArea):
            view = view.parentWidget()
        inside = view.widget() if view is not None else None
        if view is not None and inside is not None and self.proposal is not None:
            view.verticalScrollBar().setValue(self.proposal.mapTo(inside, QPoint(0, 0)).y())

    def tell(self, stand: ProjectStand, record: Mapping[str, Any], heard: int) -> None:
        """Show how it stands, with at how many homes a peiling is kept; what is the same stays as it is."""
        if (stand, heard) == (self.stand, self.heard):
            return
        self.stand, self.heard = stand, heard
        for old in self._parts:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._parts, self.buttons = [], {}
        self._add(self._head(stand, record))
        self.units = [UnitCard(self.desk, unit) for unit in stand.eenheden]
        for unit in self.units:
            self._add(unit)
        self.proposal = ProposalPanel(self.desk, record, self._name, stand)
        self.proposal.opened_or_closed.connect(self.form_changed)
        self._add(self.proposal)
        if stand.adviezen:
            self._add(self._advice(stand))
        self._add(self._peiling(stand))

    def _add(self, part: QWidget) -> None:
        self._parts.append(part)
        self._column.addWidget(part)
        part.show()

    # -- how it stands ---------------------------------------------------------------------------------------------

    def _head(self, stand: ProjectStand, record: Mapping[str, Any]) -> QFrame:
        frame, column = card(_("Zo staat het"))
        for at, text in enumerate(sentences.following(stand, record)):
            column.addWidget(label(text, "" if at else "label"))
        if text := sentences.together(stand):
            column.addWidget(label(text, "muted"))
        row = row_in(column)
        if stand.afgesloten_op is None:
            values = {"project": stand.nummer}
            place = Place(PAGE, kind=UNIT, doing="nieuw", values=values)
            main = not stand.eenheden and stand.versie is not None
            self.buttons["eenheid"] = add_button(
                self.desk, row, _("Eenheid maken"), "nieuw", place, main=main
            )
        paper = Place("renovatie_papier", stand.nummer, kind="renovatieverslag")
        if stand.eenheden:
            self.buttons["papier"] = add_button(self.desk, row, _("Papier"), "afdrukken", paper)
        if stand.afgesloten_op is None:
            closing = task(PROJECT, stand.nummer, "sluiten")
            self.buttons["sluiten"] = add_button(self.desk, row, _("Afsluiten…"), "opslaan", closing)
        else:
            self.buttons["openen"] = self._does(row, _("Weer openen"), self.reopen)
        return frame

    def _does(self, row: FlowLayout, words: str, do: Any) -> QPushButton:
        button = QPushButton(words)
        button.clicked.connect(lambda _on=False: self.desk.safely(do))
        row.addWidget(button)
        return button

    def reopen(self) -> None:
        """Open a closed project again."""
        self.desk.say(renovatie_sluiten.reopen(self.desk.ctx, self.number), undo=True)

    # -- advies ----------------------------------------------------------------------------------------------------

    def _advice(self, stand: ProjectStand) -> QFrame:
        frame, column = card(_("Ons advies en de 70 %"))
        if told := sentences.advice(stand):
            column.addWidget(label(" ".join(told)))
        else:
            column.addWidget(label(_("Ons advies is nog niet klaar.")))
        for number, subject, _outcome in stand.adviezen:
            link = LinkButton(subject)
            link.clicked.connect(
                lambda _on=False, number=number: self.desk.safely(goer(self.desk, Place("advies", number)))
            )
            column.addWidget(link)
        return frame

    # -- peiling ---------------------------------------------------------------------------------------------------

    def _peiling(self, stand: ProjectStand) -> QFrame:
        frame, column = card(_("Eigen peiling"))
        if stand.peiling_aan:
            column.addWidget(label(_("U houdt per woning bij wat u aan de deur hoort.")))
        else:
            text = _("U kunt per woning bijhouden wat u aan de deur hoort: voor, twijfelt of tegen.")
            column.addWidget(label(text))
        column.addWidget(label(_("Een peiling telt niet mee. Bij het afsluiten wordt die gewist."), "muted"))
        if stand.afgesloten_op is not None:
            return frame
        row, stop = row_in(column), task(PROJECT, stand.nummer, PEILING)
        if not stand.peiling_aan and self.heard:
            count = self.heard
            text = ngettext(
                "Bij {count} woning staat nog een peiling.",
                "Bij {count} woningen staat nog een peiling.",
                count,
            )
            column.insertWidget(2, label(text.format(count=written(count)), "warning"))
            self.buttons["wissen"] = add_button(self.desk, row, _("Peiling wissen…"), "", stop)
        if stand.peiling_aan:
            self.buttons[PEILING] = add_button(self.desk, row, _("Peiling stoppen…"), "", stop)
        else:
            self.buttons[PEILING] = self._does(row, _("Peiling bijhouden"), self.begin_peiling)
        return frame

    def begin_peiling(self) -> None:
        """Keep soundings from now on."""
        ctx = self.desk.ctx
        records.change(ctx, ctx.spec(PROJECT), self.number, {"peiling_aan": True})
        self.desk.say(_("De peiling staat aan. U vult die in bij Draagvlak bijhouden."), undo=True)
