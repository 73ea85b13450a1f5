"""All that somebody does to a report besides choosing which one: its parts, texts, photos, questions and versions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from huurdersapp.actions.verslagen import concept as concepts
from huurdersapp.actions.verslagen.concept import Concept, DeelStand
from huurdersapp.actions.verslagen.soorten import soort_of
from huurdersapp.base.days import shown
from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.concept_keeper import ConceptKeeper
from huurdersapp.ui.forms.step_concept import FIELDS, STEP, begun
from huurdersapp.ui.preview.paper_page import label
from huurdersapp.ui.verslag.part_card import ReportPartCard
from huurdersapp.ui.verslag.parts import PartsPanel
from huurdersapp.ui.verslag.pictures import Pictures
from huurdersapp.ui.verslag.questions import QuestionsPanel
from huurdersapp.ui.verslag.versions import VersionsPart

KIND, STEP_NAME = "verslag", "verslag_tekst"
PART = "deel"
"""Of a concept of a text: the part that it is for."""


class Workbench(QWidget):
    """`wanted_number` gives the number of the report, making it when there is none. `came` with the title of the part at which
    somebody is, `remade` with that of a part of which the pages change, `stepped` with what was done, in words;
    `commands_changed` when the keys do something else."""

    came = Signal(str)
    remade = Signal(str)
    stepped = Signal(str)
    commands_changed = Signal()

    def __init__(self, desk: Desk, wanted_number: Callable[[], int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self._wanted_number = desk, wanted_number
        self._concept: Concept | None = None
        self._begun_for: int | None = None
        self.card: ReportPartCard | None = None
        self.pictures: Pictures | None = None
        self.keeper = ConceptKeeper(desk, self._content, self)
        self.sent = label("", "label")
        self.parts = PartsPanel(desk)
        self.parts.switched.connect(self._switched)
        self.parts.moved.connect(self._moved)
        self.parts.write_wanted.connect(lambda key: desk.safely(lambda: self.write(key)))
        self.parts.came.connect(self._came)
        self.questions = QuestionsPanel(desk, wanted_number)
        self.questions.stepped.connect(self.stepped)
        self.questions.form_changed.connect(self.commands_changed)
        self.versions = VersionsPart(desk, wanted_number, self.save)
        self.versions.form_changed.connect(self.commands_changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self._writing = QVBoxLayout()
        column.addWidget(self.sent)
        column.addWidget(self.versions.stale)
        column.addWidget(self.parts)
        column.addLayout(self._writing)
        column.addWidget(self.questions)
        column.addWidget(self.versions)

    # -- what is shown -------------------------------------------------------------------------------------------

    def show_report(self, found: Concept) -> None:
        """Show the report as it stands; what is being typed stays."""
        self._concept = found
        self.sent.setVisible(found.sent is not None)
        if found.sent is not None:
            words = _("Verstuurd op {day}. Dit verslag verandert niet meer.")
            self.sent.setText(words.format(day=shown(found.sent)))
        self.parts.show_parts(found.parts, [each.part for each in found.pictures])
        self.parts.setEnabled(found.sent is None)
        self.questions.show_report(found)
        soort = soort_of(found.job.soort)
        asks = "overleg" in (*soort.takes, *soort.needs) and not soort.bundel
        self.questions.setVisible(found.sent is None and asks)
        self.versions.show_report(found)
        if self.card is not None:
            self._show_card(self.card.part.key)
        if found.number is not None and found.sent is None and self._begun_for != found.number:
            self._begun_for = found.number
            self._go_on(found.number)

    def forget(self) -> None:
        """Another report comes."""
        self._close_card()
        self.keeper.begin(KIND, None)
        self._concept = self._begun_for = None
        self.parts.list.forget()
        self.questions.forget()
        self.versions.forget()

    def _go_on(self, number: int) -> None:
        """What was typed and not saved stands there again."""
        kept = begun(self.desk.ctx, KIND, number, STEP_NAME)
        if kept is not None and self.card is None and self._concept is not None:
            key = str(kept.gegevens.get(PART) or "")
            if any(part.key == key for part in self._concept.parts):
                card = self.write(key, focus=False)
                self.keeper.begin(KIND, number, kept)
                if card is not None:
                    card.put_typed(str(kept.gegevens.get(FIELDS) or ""))
        self.questions.go_on(number)

    def come_to(self, key: str, *, write: bool = False) -> str:
        """Go to a part, by its key, or open it to write in; gives its title, "" when it is not there."""
        part = self._part(key)
        if part is None or not self.parts.list.come_to(key):
            return ""
        if not write or self.write(key) is None:
            self.parts.list.setFocus()
        return part.title

    def _came(self, key: str) -> None:
        part = self._part(key)
        if part is not None and part.on:
            self.came.emit(part.title)

    def _part(self, key: str) -> DeelStand | None:
        parts = self._concept.parts if self._concept is not None else ()
        return next((part for part in parts if part.key == key), None)

    # -- steps ---------------------------------------------------------------------------------------------------

    def _do(self, do: Callable[..., bool], words: str, *arguments: Any, **more: Any) -> bool:
        """One step on the report as it is seen; whether it went well."""

        def now() -> None:
            assert self._concept is not None
            number = self._wanted_number()
            seen = replace(self._concept, number=number)
            if do(self.desk.ctx, number, *arguments, seen=seen, **more):
                self.stepped.emit(words)

        return self._concept is not None and self.desk.safely(now)

    def _switched(self, key: str, on: bool) -> None:
        part = self._part(key)
        if part is None:
            return
        words = _("Staat in het verslag: {part}.") if on else _("Staat niet meer in het verslag: {part}.")
        self._do(concepts.switch, words.format(part=part.title), key, on)
        if on:
            self.remade.emit(part.title)

    def _moved(self, key: str, by: int) -> None:
        part = self._part(key)
        if part is None:
            return
        self._do(concepts.move, _("Verplaatst: {part}.").format(part=part.title), key, by)
        # The next move may come before this one is read.
        order = [row.key for row in self.parts.list.rows]
        assert self._concept is not None
        known = sorted(self._concept.parts, key=lambda each: order.index(each.key))
        self._concept = replace(self._concept, parts=tuple(known))
        if part.on:
            self.remade.emit(part.title)

    # -- writing -------------------------------------------------------------------------------------------------

    @property
    def is_writing(self) -> bool:
        """Whether a part is open to write in."""
        return self.card is not None

    def write(self, key: str, *, focus: bool = True) -> ReportPartCard | None:
        """Open a part to write in; what was typed in another one is saved first."""
        part = self._part(key)
        if part is None or self._concept is None or self._concept.sent is not None:
            return None
        if self.card is not None and self.card.part.key != key:
            if not self.save():
                return None
            self._close_card()
        if self.card is None:
            card = self.card = ReportPartCard(self.desk, part, self)
            card.typed.connect(self._typed)
            card.left.connect(lambda: self.save() if self.isVisible() else None)
            card.take_wanted.connect(self._take)
            card.again_wanted.connect(self._again)
            card.keep_wanted.connect(self._keep)
            card.titled.connect(self._titled)
            card.closed.connect(lambda: self.desk.safely(self.stop_writing))
            if not soort_of(self._concept.job.soort).bundel:
                self.pictures = Pictures(self.desk, key, self._wanted_number, card)
                self.pictures.stepped.connect(self.stepped)
                card.pictures.addWidget(self.pictures)
            elif not part.fixed:
                card.ask_heading_alone()
            self._writing.addWidget(card)
            card.show()
            self._show_card(key)
            self.commands_changed.emit()
        self.parts.list.come_to(key)
        if focus:
            self.card.first_focus().setFocus()
            self._came(key)
            # What opened has its place only after this; lines that wrap, a round later.
            QTimer.singleShot(0, self.card, lambda: QTimer.singleShot(0, self, self._come_in_sight))
        return self.card

    def _come_in_sight(self) -> None:
        """Scroll to the part that is open: all of it, or its head and the text."""
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is None or self.card is None:
            return
        inside = area.widget()
        if inside is not None:
            area.verticalScrollBar().setValue(self.card.mapTo(inside, QPoint(0, 0)).y() - 8)
            focus = QApplication.focusWidget()
            if focus is not None and self.card.isAncestorOf(focus):
                area.ensureWidgetVisible(focus, 0, 48)

    def _show_card(self, key: str) -> None:
        part = self._part(key)
        if self.card is None or self._concept is None:
            return
        if part is None or self._concept.sent is not None:
            if not self.card.dirty:
                self._close_card()
            return
        self.card.show_part(part)
        if self.pictures is not None:
            self.pictures.show_pictures([each for each in self._concept.pictures if each.part == key])

    def stop_writing(self) -> None:
        """Save, close the part, and go back to the list."""
        if self.card is not None and self.save():
            key = self.card.part.key
            self.parts.list.come_to(key)
            self.parts.list.setFocus()
            self._close_card()

    def _close_card(self) -> None:
        if self.card is None:
            return
        card, self.card, self.pictures = self.card, None, None
        self._writing.removeWidget(card)
        card.hide()
        card.deleteLater()
        self.commands_changed.emit()

    def _typed(self) -> None:
        if self.keeper.concept is None and not self.keeper.waiting:
            self.desk.safely(lambda: self.keeper.begin(KIND, self._wanted_number()))
        self.keeper.typed()

    def _content(self) -> tuple[str, dict[str, Any]]:
        card = self.card
        title = _("{part} (verslag)").format(part=card.heading if card is not None else "")
        return title, {
            STEP: STEP_NAME,
            PART: card.part.key if card is not None else "",
            FIELDS: card.text() if card is not None else "",
        }

    def save(self) -> bool:
        """Save what was typed in the part that is open, in one step; whether that went."""
        card = self.card
        if card is None:
            return True
        card.flush_title()
        if self.pictures is not None:
            self.pictures.flush()
        if not card.dirty:
            return True
        text, was = card.text(), card.part.own_text
        words = _("Opgeslagen: {part}.").format(part=card.heading)
        went = self._do(concepts.write_text, words, card.part.key, text, was=was)
        if went:
            card.part = replace(card.part, own_text=text)
            card.saved(text)
            card.tell()
            self.keeper.drop()
        return went

    def save_here(self) -> Callable[[], object] | None:
        """What saves where somebody is: a form or a text that stands open; None where nothing is typed."""
        focus = QApplication.focusWidget()
        for form in (self.questions.form, self.versions.form):
            if form is not None and focus is not None and form.isAncestorOf(focus):
                return form.save
        if self.card is not None and focus is not None and self.card.isAncestorOf(focus):
            return self.save
        return None

    def leave(self) -> bool:
        """Somebody goes elsewhere: what was typed is saved, or else kept."""
        forms = [form for form in (self.questions.form, self.versions.form) if form is not None]
        kept = all(form.keeper.flush() for form in forms)
        return (self.save() or self.keeper.flush()) and kept

    # -- proposals -----------------------------------------------------------------------------------------------

    def _take(self) -> None:
        card = self.card
        if card is not None and self.save():
            words = _("Voorstel overgenomen: {part}.").format(part=card.heading)
            self._do(concepts.take_proposal, words, card.part.key)
            self._to_text(card)

    def _again(self) -> None:
        """The proposal of now in the place of the one that was taken over; what the writer changed of it goes."""
        card = self.card
        if card is None or not self.save():
            return
        part = card.part
        text = part.own_text
        before, now = part.basis.strip(), part.proposal.strip()
        if before and before in text:
            fresh = text.replace(before, now)
        else:
            fresh = "\n\n".join(filter(None, (text.strip(), now if now not in text else "")))
        words = _("Opnieuw voorgesteld: {part}.").format(part=card.heading)
        if fresh.strip() == text.strip():
            self._do(concepts.keep_text, words, part.key)
        else:
            self._do(concepts.write_text, words, part.key, fresh)
        self._to_text(card)

    def _keep(self) -> None:
        card = self.card
        if card is not None and self.save():
            words = _("Uw tekst blijft staan: {part}.").format(part=card.heading)
            self._do(concepts.keep_text, words, card.part.key)
            self._to_text(card)

    def _to_text(self, card: ReportPartCard) -> None:
        card.first_focus().setFocus()

    def _titled(self, title: str) -> None:
        card = self.card
        if card is None:
            return
        own = "" if title == card.part.name else title

        def do() -> None:
            if concepts.title_part(self.desk.ctx, self._wanted_number(), card.part.key, own):
                self.stepped.emit(_("Opgeslagen: kop van {part}.").format(part=title or card.part.name))

        self.desk.safely(do)
