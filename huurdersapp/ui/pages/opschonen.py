"""The yearly round: first what would go, then the question, then the erasing; what was done is remembered."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QLineEdit, QMessageBox, QPushButton, QScrollArea, QVBoxLayout, QWidget

from huurdersapp.actions import opschoonronde
from huurdersapp.actions.opschoonronde import Gehouden, Los, Voorstel
from huurdersapp.base.events import Changes
from huurdersapp.base.formats import day
from huurdersapp.base.formats import number as written
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import lazy, ngettext
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.frame.read_only import off
from huurdersapp.ui.lists.record_parts import card, label
from huurdersapp.ui.page import Command, Page
from huurdersapp.ui.place import Place
from huurdersapp.ui.privacy.asking import ask_sure
from huurdersapp.ui.privacy.going import CLEANING, PROCESSING, PROPOSALS, TASK, button, goer
from huurdersapp.ui.privacy.going import PAGE as PRIVACY
from huurdersapp.ui.privacy.round_table import RoundTable
from huurdersapp.ui.privacy.texts import Sentence, TextsStep
from huurdersapp.ui.renovatie.unit_card import row_in

ERASE, STAY = "wissen", "laten"
CHOICES = {
    STAY: lazy("Laten staan"),
    ERASE: lazy("Deze tekst wissen"),
}


class RoundPage(Page):
    """Nothing is erased before the question at the end was answered."""

    help = "privacy"

    def __init__(self, desk: Desk, key: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, key, parent)
        self.found: Voorstel | None = None
        self.table: RoundTable | None = None
        self.texts: TextsStep | None = None
        self.read_texts: tuple[Los, ...] = ()
        self.box: QMessageBox | None = None
        self.buttons: dict[str, QPushButton] = {}
        self.fault = label("", "fault")
        self.remark = QLineEdit()
        self._holding = False
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setProperty("role", "reading")
        self.area.setAccessibleName(_("Opschonen"))
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 0, 16, 8)
        whole.addWidget(self.area)
        desk.look.changed.connect(self._redraw)

    # -- the page --------------------------------------------------------------------------------------------------

    def title(self) -> str:
        return _("Opschonen")

    def show_place(self, place: Place) -> None:
        self.read()
        self.area.setFocus()

    def changed(self, changes: Changes) -> None:
        """What would go may be something else now."""
        if not self._holding:
            self.read()

    def commands(self) -> Mapping[Command, Callable[[], object]]:
        return {"sluiten": goer(self.desk, Place(PRIVACY, kind=CLEANING))}

    # -- what would go ---------------------------------------------------------------------------------------------

    def read(self) -> None:
        """Look again, beside the window; nothing is changed by that."""
        ctx = self.desk.ctx
        self.desk.ask(self, "voorstel", lambda: opschoonronde.voorstel(ctx), self.tell)

    def _redraw(self) -> None:
        if self.found is not None:
            found, self.found = self.found, None
            self.tell(found)

    def tell(self, found: Voorstel) -> None:
        """Show what would go; what is the same stays as it is, with what was ticked in it."""
        if found == self.found:
            return
        self.found, self.table, self.texts, self.buttons = found, None, None, {}
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 8)
        column.setSpacing(12)
        column.addWidget(self._head(found))
        if found.anything:
            self.table = RoundTable(self.desk, found.delen)
            column.addWidget(self.table)
        if found.teksten:
            column.addWidget(self._texts_card(found.teksten))
        if found.anything or found.teksten:
            column.addWidget(self._end())
        column.addStretch(1)
        self.area.setWidget(inside)

    def _head(self, found: Voorstel) -> QFrame:
        frame, column = card(_("Opschoonronde van {day}").format(day=day(found.op)))
        column.addWidget(
            label(
                _(
                    "Elk jaar wist u de gegevens van mensen die u niet meer nodig hebt. Er is nog niets gewist."
                )
            )
        )
        for text in found.zinnen():
            column.addWidget(label(text))
        row = row_in(column)
        if any(deel.maanden is None for deel in found.delen):
            proposals = Place(PRIVACY, kind=PROCESSING, values={TASK: PROPOSALS})
            words = _("Voorstellen voor termijnen…")
            self.buttons["termijnen"] = button(self.desk, words, goer(self.desk, proposals))
            row.addWidget(self.buttons["termijnen"])
        if found.oud_in_bak:
            words = _("Naar de prullenbak")
            self.buttons["prullenbak"] = button(
                self.desk, words, goer(self.desk, Place("prullenbak")), "prullenbak"
            )
            row.addWidget(self.buttons["prullenbak"])
        words = _("Eerdere rondes")
        self.buttons["rondes"] = button(self.desk, words, goer(self.desk, Place(PRIVACY, kind=CLEANING)))
        row.addWidget(self.buttons["rondes"])
        return frame

    # -- texts -----------------------------------------------------------------------------------------------------

    def _texts_card(self, count: int) -> QFrame:
        frame, column = card(_("Teksten en bestanden"))
        text = ngettext(
            "In {count} tekst of bestand kan een naam staan. Wat u niet leest, blijft staan.",
            "In {count} teksten en bestanden kunnen namen staan. Wat u niet leest, blijft staan.",
            count,
        )
        column.addWidget(label(text.format(count=written(count))))
        opener = button(self.desk, _("Een voor een lezen…"), lambda: self._read_texts(column))
        self.buttons["teksten"] = opener
        row_in(column).addWidget(opener)
        return frame

    def _read_texts(self, column: QVBoxLayout) -> None:
        if self.texts is None:
            self.read_texts = opschoonronde.teksten(self.desk.ctx)
            self.texts = TextsStep(self.desk, CHOICES, _("Een voor een"), needed=False)
            column.addWidget(self.texts)
            self.texts.done.connect(lambda: self.desk.safely(self._texts_done))
            self.texts.show_sentences([self._sentence(each) for each in self.read_texts], {})
            self.texts.show()
        self.texts.show()
        self.texts.begin()

    def _sentence(self, each: Los) -> Sentence:
        kind = str(self.desk.ctx.spec(each.kind).label)
        where = _("{kind} {number}, {field}").format(kind=kind, number=each.number, field=each.label.lower())
        return Sentence(f"{each.row} {each.columns}", where, each.text)

    def _texts_done(self) -> None:
        if self.texts is not None:
            self.texts.hide()
        self.buttons["opschonen"].setFocus()

    def chosen_texts(self) -> tuple[Los, ...]:
        """Texts that go too."""
        if self.texts is None:
            return ()
        given = self.texts.given
        return tuple(each for each in self.read_texts if given.get(self._sentence(each).key) == ERASE)

    # -- doing it --------------------------------------------------------------------------------------------------

    def _end(self) -> QFrame:
        frame, column = card(_("Opschonen"))
        name = label(_("Toelichting bij deze ronde (niet verplicht)"))
        self.remark = QLineEdit()
        self.remark.setAccessibleName(name.text())
        name.setBuddy(self.remark)
        column.addWidget(name)
        column.addWidget(self.remark)
        self.fault = label("", "fault")
        self.fault.hide()
        column.addWidget(self.fault)
        row = row_in(column)
        self.buttons["opschonen"] = button(self.desk, _("Gegevens wissen…"), self.ask, main=True)
        off(self.desk, self.buttons["opschonen"])
        row.addWidget(self.buttons["opschonen"])
        return frame

    def ask(self) -> None:
        """Ask whether somebody is sure."""
        table, found = self.table, self.found
        assert found is not None
        if table is not None and (part := table.without_reason()) is not None:
            self.fault.setText(
                _("Schrijf erbij waarom u deze gegevens bewaart: {kind}.").format(kind=part.deel.label)
            )
            self.fault.show()
            part.reason.setFocus()
            self.area.ensureWidgetVisible(part.reason)
            return
        self.fault.hide()
        kept = len(table.kept()) if table is not None else 0
        count = sum(deel.aantal + deel.in_bak + deel.ooit for deel in found.delen) - kept
        texts = len(self.chosen_texts())
        text = ngettext(
            "U wist gegevens van mensen bij {count} record.",
            "U wist gegevens van mensen bij {count} records.",
            count,
        ).format(count=written(count))
        if texts:
            more = ngettext("En {count} tekst of bestand.", "En {count} teksten of bestanden.", texts)
            text = _("{sentence} {more}").format(sentence=text, more=more.format(count=written(texts)))
        told = (
            _("Dit kan niet ongedaan worden gemaakt. Ook wat u eerder deed, kan daarna niet meer ongedaan."),
            _("Er wordt eerst een reservekopie gemaakt. Alle aantallen blijven."),
        )
        self.box = ask_sure(
            self.desk, self, _("Opschonen"), text, " ".join(told), _("Gegevens wissen"), self.hold
        )

    def hold(self) -> None:
        """Hold the round, with nothing else meanwhile."""
        job = opschoonronde.houd(
            self.desk.ctx,
            self.table.kept() if self.table is not None else (),
            self.chosen_texts(),
            toelichting=self.remark.text(),
        )
        self._holding = True
        running = self.desk.run(job, _("Opschonen"), self._held, alone=True)
        running.ended.connect(self._ended)

    def _ended(self) -> None:
        self._holding = False
        QTimer.singleShot(0, self, self.read)

    def _held(self, held: Gehouden) -> None:
        self.desk.go(Place(PRIVACY, held.number, kind=CLEANING))
        self.desk.say(" ".join(held.sentences))


PAGE = RoundPage
