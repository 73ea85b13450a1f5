"""Fixing a report, its fixed versions, what changed under it, and when it was sent."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from huurdersapp.actions import records
from huurdersapp.actions.bronnen import Veranderd
from huurdersapp.actions.verslagen import versies
from huurdersapp.actions.verslagen.concept import Concept
from huurdersapp.actions.verslagen.versies import Besluit, Versie
from huurdersapp.base import clock
from huurdersapp.base.days import shown
from huurdersapp.base.formats import moment
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import lazy
from huurdersapp.base.text_difference import Change
from huurdersapp.records.draft import Fault
from huurdersapp.records.verslag_soorten import PUBLIEK
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.forms.quick_form import QuickForm
from huurdersapp.ui.forms.small_forms import SmallForm, SmallForms
from huurdersapp.ui.frame.read_only import off
from huurdersapp.ui.lists.record_parts import label
from huurdersapp.ui.pages.registry import page_of
from huurdersapp.ui.place import Place
from huurdersapp.ui.writing.fixing import FixForms
from huurdersapp.ui.writing.versions import VersionsPanel

KIND = "verslag"
FIX, SEND = "verslag_vastleggen", "verslag_versturen"
DECISION, SENT = ("besluit_op", "besluit"), ("verstuurd_op", "verstuurd_aan")
MOST = 12
"""So many changes are told one by one."""


class FixReport(FixForms):
    """What is asked when a report is fixed. `ready` saves what is still being typed, and says whether that went."""

    step = FIX
    explained = lazy(
        "Deze versie verandert daarna niet meer. Wilt u later iets anders zeggen? "
        "Dan legt u een nieuwe versie vast."
    )

    def __init__(
        self,
        desk: Desk,
        number: int,
        ready: Callable[[], bool],
        done: Callable[[Versie], object],
        button: QPushButton,
        parent: QWidget | None = None,
    ) -> None:
        name = _("Verslag {number}").format(number=number)
        super().__init__(desk, KIND, number, name, button, parent)
        self._ready, self._done = ready, done

    def form_of(self, step: str) -> SmallForm:
        spec = self._spec.part["versies"].spec
        return SmallForm(spec, DECISION, _("Verslag vastleggen"), self._fix, {})

    def _fix(self, typed: Mapping[str, Any]) -> None:
        if not self._ready():
            return
        on = typed["besluit_op"]
        decision = Besluit(date.fromisoformat(on) if on else None, typed["besluit"] or "")
        job = versies.fixing(self.desk.ctx, self.number, decision=decision)
        self.desk.run(job, _("Verslag vastleggen"), self._fixed, alone=True)

    def _fixed(self, version: Versie) -> None:
        text = _("Vastgelegd: versie {version}.").format(version=version.number)
        self.desk.say_done(text, version.warnings)
        self._done(version)


class ReportVersions(VersionsPanel):
    """The fixed versions of a report."""

    def told_of(self, version: Versie) -> str:
        told = _("Versie {version}, voor {audience}, vastgelegd op {moment} door {who}.").format(
            version=version.number,
            audience=PUBLIEK.label(version.audience),
            moment=moment(version.fixed_at),
            who=version.fixed_by or _("onbekend"),
        )
        if version.decision.op is not None:
            told += " " + _("Besluit van {day}.").format(day=shown(version.decision.op))
        return told if not version.decision.tekst else f"{told}\n{version.decision.tekst}"

    def difference(self, paper: int, one: int, other: int | None) -> list[Change]:
        return versies.difference(self.desk.ctx, paper, one, other)


class SendReport(SmallForms):
    """When a fixed report was sent, and to whom."""

    def __init__(self, desk: Desk, number: int, parent: QWidget | None = None) -> None:
        super().__init__(desk, KIND, number, _("Verslag {number}").format(number=number), parent)
        row = FlowLayout()
        row.addWidget(self.opener(SEND, _("Verstuurd op…")))
        self._column.addWidget(label(_("Versturen"), "heading"))
        self._column.addWidget(
            label(_("Is het verslag verstuurd? Leg dan vast wanneer en aan wie."), "muted")
        )
        self._column.addLayout(row)
        self.go_on()

    def form_of(self, step: str) -> SmallForm:
        values = {"verstuurd_op": clock.today().isoformat()}
        return SmallForm(self._spec, SENT, _("Verstuurd"), self._save, values, SENT[:1])

    def _save(self, typed: Mapping[str, Any]) -> None:
        if typed["verstuurd_op"] is None:
            raise records.Refused(
                self._spec, [Fault(_("Vul in wanneer u het verslag verstuurde."), SENT[:1])]
            )
        records.save(self.desk.ctx, self._spec, dict(typed), self.number)
        day = shown(date.fromisoformat(typed["verstuurd_op"]))
        self.desk.say(_("Verstuurd op {day}.").format(day=day), undo=True)
        self._close()


class StaleCard(QFrame):
    """What became different under a report since it was written or fixed, each to be opened."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.setProperty("role", "card")
        self.rows: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 10, 12, 10)
        self._column.addWidget(label(_("Sinds u schreef of vastlegde, is er iets veranderd"), "heading"))
        self._list = QVBoxLayout()
        self._column.addLayout(self._list)
        self._shown: tuple[Veranderd, ...] = ()
        self.hide()

    def show_changes(self, found: Sequence[Veranderd]) -> None:
        """Show these changes."""
        if tuple(found) == self._shown:
            return
        self._shown = tuple(found)
        for old in self.rows:
            self._list.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.rows = [self._row(each) for each in found[:MOST]]
        if len(found) > MOST:
            more = _("En nog {count} andere veranderingen.").format(count=len(found) - MOST)
            self.rows.append(label(more, "muted"))
        for row in self.rows:
            self._list.addWidget(row)
        self.setVisible(bool(found))

    def _row(self, each: Veranderd) -> QWidget:
        if each.kind == KIND:
            return label(each.text)
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(label(each.text), 1)
        button = QPushButton(_("Openen"))
        button.setProperty("role", "link")
        button.setAccessibleName(_("{what} Openen").format(what=each.text))
        button.clicked.connect(lambda _on=False: self._open(each))
        line.addWidget(button)
        return row

    def _open(self, each: Veranderd) -> None:
        page = page_of(each.kind)
        if each.number:
            self.desk.go(Place(page, each.number, kind=each.kind))
        else:
            self.desk.go(Place(page, where=each.where, title=each.text, kind=each.kind))


class VersionsPart(QWidget):
    """All of it, for the report that is shown. `to_fix` is the button that opens the form of fixing, `stale` the card that tells
    what changed: both stand where whoever makes this puts them. `ready` saves what is still being typed, and says whether
    that went."""

    form_changed = Signal()

    def __init__(self, desk: Desk, wanted_number: Callable[[], int], ready: Callable[[], bool]) -> None:
        super().__init__()
        self.desk, self._wanted_number, self._ready = desk, wanted_number, ready
        self.to_fix = QPushButton(_("Vastleggen…"))
        self.to_fix.clicked.connect(lambda: desk.safely(self.begin_fixing))
        off(desk, self.to_fix)
        self.fix: FixReport | None = None
        self.send: SendReport | None = None
        self.stale, self.versions = StaleCard(desk), ReportVersions(desk)
        self._looked = False
        self._fixing, self._sending = QVBoxLayout(), QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(self._fixing)
        column.addWidget(self.versions)
        column.addLayout(self._sending)

    @property
    def form(self) -> QuickForm | None:
        """The small form that stands open."""
        found = (panel.form for panel in (self.fix, self.send) if panel is not None)
        return next((form for form in found if form is not None), None)

    def show_report(self, found: Concept) -> None:
        """Show what was fixed of a report, and what changed since."""
        ctx, number = self.desk.ctx, found.number
        made = [] if number is None else versies.versions(ctx, number)
        self.versions.show_versions(number or 0, made, [])
        if number is not None and found.sent is None:
            self._make_fix(number)
        self._show_send(number if made and found.sent is None else None)
        written = any(part.own_text for part in found.parts)
        if number is None or found.sent is not None or not (made or written):
            self.stale.show_changes(())
        elif not self._looked:
            self._looked = True
            self.desk.ask(self, "veranderd", lambda: versies.stale(ctx, number), self.stale.show_changes)

    def look_again(self) -> None:
        """Records were changed that the report may stand on: what became different is asked for when it is shown next."""
        self._looked = False

    def forget(self) -> None:
        """Another report comes."""
        self.look_again()
        self._drop_fix()
        self._show_send(None)
        self.stale.show_changes(())
        self.versions.show_versions(0, [], [])

    def begin_fixing(self) -> None:
        """Ask what was decided, and fix the report then."""
        if self._ready():
            self._make_fix(self._wanted_number())
            assert self.fix is not None
            self.fix.begin(FIX).begin()

    def _make_fix(self, number: int) -> None:
        if self.fix is not None and self.fix.number == number:
            return
        self._drop_fix()
        self.fix = FixReport(self.desk, number, self._ready, self._was_fixed, self.to_fix, self)
        self.fix.opened_or_closed.connect(self.form_changed)
        self._fixing.addWidget(self.fix)

    def _drop_fix(self) -> None:
        if self.fix is not None:
            self.fix.keep()
            self._fixing.removeWidget(self.fix)
            self.fix.hide()
            self.fix.deleteLater()
            self.fix = None

    def _was_fixed(self, version: Versie) -> None:
        self.look_again()
        self._drop_fix()
        self._make_fix(version.report)
        self.versions.show_versions(version.report, versies.versions(self.desk.ctx, version.report), [])
        # While the work ends the screen is still switched off, and takes no focus.
        QTimer.singleShot(0, self.versions, partial(self.versions.come_to, version.number))

    def _show_send(self, number: int | None) -> None:
        if self.send is not None and self.send.number != number:
            if self.send.form is not None:
                self.send.form.keeper.flush()
            self._sending.removeWidget(self.send)
            self.send.hide()
            self.send.deleteLater()
            self.send = None
        if number is not None and self.send is None:
            self.send = SendReport(self.desk, number, self)
            self.send.opened_or_closed.connect(self.form_changed)
            self._sending.addWidget(self.send)
