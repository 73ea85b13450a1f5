"""What erasing would do, before it is done: what goes, what stays with its reason, and the question."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QMessageBox, QWidget

from huurdersapp.actions import wissen
from huurdersapp.actions.persoon import Treffer, Vraag
from huurdersapp.actions.wissen import Besluit, Gewist
from huurdersapp.base.formats import number as written
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.lists.record_parts import label
from huurdersapp.ui.privacy import found_words
from huurdersapp.ui.privacy.asking import ask_sure
from huurdersapp.ui.privacy.chosen import Choice
from huurdersapp.ui.privacy.hits import Ticks
from huurdersapp.ui.steps.step import Step
from huurdersapp.ui.verslag.tick_list import Tick


class EraseStep(Step):
    """`erased` when it was done, `left` with [Annuleren]. Ticked is what goes; what stays needs a reason."""

    erased = Signal()
    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, _("5. Wissen"), parent)
        self.number, self.choice = 0, Choice()
        self.hits: tuple[Treffer, ...] = ()
        self.box: QMessageBox | None = None
        text = _("Met een vinkje gaat het weg. Haal het vinkje weg bij wat u moet bewaren.")
        self.column.addWidget(label(text))
        self.list = Ticks(desk, _("Wat gewist wordt"))
        self.list.setAccessibleDescription(_("Spatie zet een vinkje."))
        self.list.setToolTip(self.list.accessibleDescription())
        self.list.ticked.connect(lambda _key, _on: desk.safely(self._tell))
        self.column.addWidget(self.list)
        self.asked = label(_("Waarom bewaart u dit? De persoon hoort die reden te weten."))
        self.reason = QLineEdit()
        self.reason.setAccessibleName(self.asked.text())
        self.asked.setBuddy(self.reason)
        self.reason.textEdited.connect(lambda _text: desk.safely(self._tell))
        self.told = label("")
        for widget in (self.asked, self.reason, self.told):
            self.column.addWidget(widget)
        self.yes = self.button(_("Voor altijd wissen…"), self.ask, "main")
        self.no = self.button(_("Annuleren"), self.left.emit)
        self.row(self.yes, self.no)

    def show_choice(self, number: int, choice: Choice) -> None:
        """Show what was chosen for this request; what had better be kept has no tick."""
        self.number, self.choice = number, choice
        self.hits = tuple(each for each in choice.found or () if choice.is_about(each))
        self.list.forget()
        self.list.show_rows([self._row(each) for each in self.hits])
        self.reason.clear()
        self.tell_fault("")
        self._tell()

    def _row(self, hit: Treffer) -> Tick:
        key, words, why = found_words.row(hit)
        if not hit.kan_weg:
            return Tick(key, words, hit.bewaren, None, None)
        return Tick(key, words, hit.bewaren or why, not hit.bewaren, None)

    def decided(self) -> tuple[Besluit, ...]:
        """What goes and what stays, as it is ticked now."""
        on = {row.key: row.on for row in self.list.rows}
        reason = self.reason.text().strip()
        return tuple(
            Besluit(each.sleutel, "gewist")
            if on[each.sleutel]
            else Besluit(each.sleutel, "bewaard", each.bewaren or reason)
            for each in self.hits
        )

    def _tell(self) -> None:
        decided = self.decided()
        open_ = self._asks()
        self.asked.setVisible(open_)
        self.reason.setVisible(open_)
        complete = [each for each in decided if each.keuze == "gewist" or each.reden]
        going = wissen.voorgenomen(self.hits, complete)
        told = []
        if going.weg:
            gone = ", ".join(
                _("{kind} ({count})").format(kind=kind, count=written(count)) for kind, count in going.weg
            )
            told.append(_("Dit gaat weg: {kinds}.").format(kinds=gone))
        else:
            told.append(_("Er gaat nog niets weg."))
        for kind, number, reason in going.blijft:
            text = _("Dit blijft: {kind} {number}. {reason}")
            told.append(text.format(kind=kind, number=number or "", reason=reason).replace(" .", "."))
        self.told.setText("\n".join((*told, *going.zinnen)))
        self.yes.setVisible(bool(going.weg))

    def _asks(self) -> bool:
        """Whether something stays for which no reason is known."""
        on = {row.key: row.on for row in self.list.rows}
        return any(not on[each.sleutel] and not each.bewaren for each in self.hits)

    def ask(self) -> None:
        """Ask whether somebody is sure."""
        if self._asks() and not self.reason.text().strip():
            self.tell_fault(_("Schrijf erbij waarom u iets bewaart."))
            self.reason.setFocus()
            return
        self.tell_fault("")
        count = sum(each.keuze == "gewist" for each in self.decided())
        text = ngettext(
            "U wist gegevens van deze persoon op {count} plaats.",
            "U wist gegevens van deze persoon op {count} plaatsen.",
            count,
        )
        more = (
            _("Dit kan niet ongedaan worden gemaakt. Ook wat u eerder deed, kan daarna niet meer ongedaan."),
            _(
                "Er wordt eerst een reservekopie gemaakt. Zet u die ooit terug, dan wist het programma opnieuw."
            ),
        )
        self.box = ask_sure(
            self.desk,
            self.window(),
            _("Gegevens wissen"),
            text.format(count=written(count)),
            " ".join(more),
            _("Voor altijd wissen"),
            self.do,
        )

    def do(self) -> None:
        """Erase, with nothing else meanwhile."""
        vraag, decided = Vraag(**self.choice.typed), self.decided()
        job = wissen.wis(self.desk.ctx, self.number, vraag, decided)
        self.desk.run(job, _("Gegevens wissen"), self._done, self._failed, alone=True)

    def _done(self, gewist: Gewist) -> None:
        self.choice.forget()
        self.list.forget()
        self.hits = ()
        self.erased.emit()
        self.desk.say(" ".join(gewist.zinnen))

    def _failed(self, fault: BaseException) -> None:
        self.desk.tell(fault)

    def begin(self) -> None:
        """The focus to the list."""
        self.list.setFocus()
