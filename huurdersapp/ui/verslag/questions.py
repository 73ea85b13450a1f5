"""What the meeting is asked: what the program proposes from the facts, with ticks, and what the writer asks himself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from huurdersapp.actions.verslagen import concept as concepts
from huurdersapp.actions.verslagen.concept import Concept, VraagStand
from huurdersapp.base.days import shown
from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.forms.quick_form import About, QuickForm
from huurdersapp.ui.forms.step_concept import STEP, begun
from huurdersapp.ui.preview.paper_page import label
from huurdersapp.ui.verslag.tick_list import Tick, TickList

KIND, STEP_NAME = "verslag", "verslag_vraag"
FIELDS = ("tekst", "toelichting", "uiterlijk", "partij")


class QuestionsPanel(QWidget):
    """The questions of the report `concept`. `wanted_number` gives its number, making it when there is none; `stepped` with
    what was done, in words."""

    stepped = Signal(str)
    form_changed = Signal()

    def __init__(self, desk: Desk, wanted_number: Callable[[], int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self._wanted_number = desk, wanted_number
        self._concept: Concept | None = None
        self._later: list[Callable[[], object]] = []
        self._fresh = False
        self.form: QuickForm | None = None
        self.head = label(_("Wat wij het overleg vragen"), "heading")
        self.none = label(_("Er is nog geen vraag. Schrijf op wat het overleg moet besluiten."), "muted")
        self.list = TickList(desk, _("Wat wij het overleg vragen"))
        self.list.ticked.connect(self._ticked)
        self.list.moved.connect(self._moved)
        self.list.opened.connect(lambda _key: desk.safely(self.change))
        self.list.came.connect(lambda _key: self._tell())
        self.new = QPushButton(_("Nieuwe vraag…"))
        self.edit, self.drop = QPushButton(_("Vraag wijzigen…")), QPushButton(_("Vraag weghalen"))
        self.up, self.down = QPushButton(_("Omhoog")), QPushButton(_("Omlaag"))
        self.new.clicked.connect(lambda: desk.safely(lambda: self.begin(None)))
        self.edit.clicked.connect(lambda: desk.safely(self.change))
        self.drop.clicked.connect(lambda: desk.safely(self._drop))
        self.up.clicked.connect(lambda: self.list.change_places(-1))
        self.down.clicked.connect(lambda: self.list.change_places(1))
        holder = QWidget()
        row = FlowLayout(holder)
        for button in (self.new, self.edit, self.drop, self.up, self.down):
            row.addWidget(button)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.head, self.none, self.list, holder):
            self._column.addWidget(widget)

    # -- what is shown -------------------------------------------------------------------------------------------

    def show_report(self, found: Concept) -> None:
        """Show the questions as they are now, and do what somebody asked meanwhile."""
        self._concept, self._fresh = found, True
        self.list.show_rows([_tick(each) for each in found.questions])
        some = bool(found.questions)
        self.list.setVisible(some)
        self.none.setVisible(not some)
        self._tell()
        if self._later:
            self.desk.safely(self._later.pop(0))

    def forget(self) -> None:
        """Another report comes."""
        self._close()
        self._concept, self._fresh = None, False
        self._later.clear()
        self.list.forget()

    def go_on(self, number: int) -> None:
        """Open the form that was begun and not saved."""
        questions = self._concept.questions if self._concept is not None else ()
        steps = {_step(each): each for each in questions}
        kept = begun(self.desk.ctx, KIND, number, _step(None), *steps)
        if kept is not None and self.form is None:
            self.begin(steps.get(kept.gegevens[STEP]), go_on=True)

    def _tell(self) -> None:
        row, question = self.list.current(), self._current()
        own = question is not None and question.proposal is None
        for button, can in (
            (self.edit, row is not None),
            (self.drop, own),
            (self.up, self.list.can_move(-1)),
            (self.down, self.list.can_move(1)),
        ):
            if not can and button.hasFocus():
                self.list.setFocus() if row is not None else self.new.setFocus()
            button.setEnabled(can)
            button.setVisible(row is not None)

    def _current(self) -> VraagStand | None:
        return self._question(self.list.current_key())

    def _question(self, key: str) -> VraagStand | None:
        """The question with this key, also one that was a proposal when the key was given."""
        if self._concept is None:
            return None
        return next(
            (
                each
                for each in self._concept.questions
                if key in (each.key, each.own.herkomst if each.own is not None else None)
            ),
            None,
        )

    # -- what somebody does --------------------------------------------------------------------------------------

    def _do(self, key: str, do: Callable[..., bool], words: str, *more: Any) -> None:
        """Do something with a question, as soon as what was done before is read: a proposal gets another key by it."""

        def now() -> None:
            question = self._question(key)
            if question is None or self._concept is None:
                return
            number = self._wanted_number()
            if do(self.desk.ctx, number, question.key, *more, seen=self._concept):
                self._fresh = False
                self.stepped.emit(words)

        if self._fresh:
            self.desk.safely(now)
        else:
            self._later.append(now)

    def _ticked(self, key: str, on: bool) -> None:
        if on:
            self._do(key, concepts.restore_question, _("Staat weer bij de vragen."))
        else:
            self._do(key, concepts.drop_question, _("Deze vraag stelt u niet."))

    def _moved(self, key: str, by: int) -> None:
        self._tell()
        self._do(key, concepts.move_question, _("Vraag verplaatst."), by)

    def _drop(self) -> None:
        if (question := self._current()) is not None:
            self._do(question.key, concepts.drop_question, _("Vraag weggehaald."))

    def change(self) -> None:
        """Open the form of the question where somebody is."""
        if (question := self._current()) is not None:
            self.begin(question)

    def begin(self, question: VraagStand | None, *, go_on: bool = False) -> None:
        """Open the form of a question, or of a new one."""
        if self.form is not None and not self._close():
            return
        spec = self.desk.ctx.spec(KIND).part["vragen"].spec
        number = self._wanted_number()
        values: dict[str, Any] = {}
        if question is not None:
            asked = question.vraag
            values = {
                "tekst": asked.tekst or None,
                "toelichting": asked.toelichting or None,
                "uiterlijk": asked.uiterlijk.isoformat() if asked.uiterlijk else None,
                "partij": asked.aan,
            }
        key = question.key if question is not None else None
        form = self.form = QuickForm(
            self.desk,
            spec,
            FIELDS,
            _("Nieuwe vraag") if key is None else _("Vraag wijzigen"),
            lambda typed: self._save(key, typed),
            About(KIND, number, _("Verslag {number}").format(number=number), _step(question)),
            concept=begun(self.desk.ctx, KIND, number, _step(question)),
            values=values,
            needed=("tekst",),
            words=_("Opslaan"),
        )
        form.left.connect(self._left)
        form.done.connect(self._left)
        self._column.addWidget(form)
        form.show()
        self.form_changed.emit()
        if not go_on:
            form.begin("tekst" if key is not None else "")

    def _save(self, key: str | None, typed: Mapping[str, Any]) -> None:
        seen = self._concept
        question = self._question(key) if key is not None else None
        known = None if question is None else question.key
        concepts.write_question(self.desk.ctx, self._wanted_number(), known, seen=seen, **typed)
        self._fresh = False
        self.stepped.emit(_("Opgeslagen: vraag aan het overleg."))

    def _left(self) -> None:
        focus = QApplication.focusWidget()
        here = self.form is not None and (focus is None or self.form.isAncestorOf(focus))
        self._close()
        if here:
            self.new.setFocus()

    def _close(self) -> bool:
        """Close the form; what was typed is kept. Whether that went."""
        if self.form is None:
            return True
        if not self.form.keeper.flush():
            return False
        form, self.form = self.form, None
        self._column.removeWidget(form)
        form.hide()
        form.deleteLater()
        self.form_changed.emit()
        return True


def _step(question: VraagStand | None) -> str:
    """The name of the work on a question in a concept."""
    return STEP_NAME if question is None else f"{STEP_NAME} {question.key}"


def _tick(question: VraagStand) -> Tick:
    asked = question.vraag
    notes = []
    if question.proposal is not None:
        own = question.own is not None and bool(question.own.tekst)
        notes.append(_("Voorstel, door u aangepast") if own else _("Voorstel uit de feiten"))
    if asked.uiterlijk is not None:
        notes.append(_("Uiterlijk {day}").format(day=shown(asked.uiterlijk)))
    on = question.on if question.proposal is not None else None
    return Tick(question.key, asked.tekst, ". ".join(notes), on)
