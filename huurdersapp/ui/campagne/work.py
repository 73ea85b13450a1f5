"""How far a campagne is, and what can be done under it: count one more, put in an action, walk, make its papers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from huurdersapp.actions import campagnes, records
from huurdersapp.actions.campagne_stand import Stand
from huurdersapp.base import clock
from huurdersapp.base.formats import number as written
from huurdersapp.base.i18n import LazyText, lazy
from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.forms.quick_form import About, QuickForm
from huurdersapp.ui.forms.step_concept import STEP, begun
from huurdersapp.ui.icons import icon
from huurdersapp.ui.lists.record_parts import label
from huurdersapp.ui.place import Place
from huurdersapp.ui.raadpleging.bars import Bar

PAPERS: Mapping[str, LazyText] = {
    "looplijst": lazy("Looplijst"),
    "flyer": lazy("Flyer"),
    "etiketten": lazy("Adresetiketten"),
}
"""The papers of a campagne, by the name that a place and the command line have for them."""
ONE_MORE: Mapping[str, LazyText] = {"contacten": lazy("+1 gesprek"), "deelnemers": lazy("+1 deelnemer")}
FORMS: Mapping[str, LazyText] = {
    "actie": lazy("+ Actie"),
    "effect": lazy("Effect vastleggen"),
    "meting": lazy("Meting vastleggen"),
}
ACTION = (
    "datum", "naam", "vorm", "kanaal", "kern", "complex", "plek", "bereik", "contacten", "deelnemers", "aangemeld",
)  # fmt: skip
MEASURE = ("datum", "vraag", "soort", "gelukt_vanaf", "beantwoord", "gelukt")
EFFECT = ("effect_aantal", "effect_hoe")


class WorkPanel(QFrame):
    """`used` with the name of the button that took a step: the focus comes back to it when all is shown anew."""

    used = Signal(str)

    def __init__(self, desk: Desk, number: int, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.number, self._name = desk, number, name
        self.setProperty("role", "card")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 10, 12, 10)
        self.progress = label("", "heading")
        self.bar = Bar(desk, 0.0, 0, "")
        self.effect = label("")
        for widget in (self.progress, self.bar, self.effect):
            widget.hide()
            self._column.addWidget(widget)
        self.buttons: dict[str, QPushButton] = {}
        first = self._row()
        self._add(first, "actie", str(FORMS["actie"]), "", lambda: self.begin("actie").begin())
        self.buttons["actie"].setProperty("role", "main")
        for key, words in ONE_MORE.items():
            self._add(first, key, str(words), "", self._counter(key))
        self.where = label("", "muted")
        self.where.hide()
        self._column.addWidget(self.where)
        second = self._row()
        self._add(
            second, "lopen", _("Looplijst invullen"), "tellen", lambda: desk.go(Place("looplijst", number))
        )
        for step in ("effect", "meting"):
            self._add(second, step, str(FORMS[step]), "wijzigen", self._opener(step))
        papers = self._row()
        for key, words in PAPERS.items():
            self._add(papers, key, str(words), "afdrukken", self._paper(key))
        self.form: QuickForm | None = None
        kept = begun(desk.ctx, campagnes.KIND, number)
        if kept is not None and kept.gegevens[STEP] in FORMS:
            self.begin(kept.gegevens[STEP])

    # -- building --------------------------------------------------------------------------------------------------

    def _row(self) -> FlowLayout:
        holder = QWidget()
        row = FlowLayout(holder)
        self._column.addWidget(holder)
        return row

    def _add(self, row: FlowLayout, key: str, words: str, picture: str, do: Callable[[], object]) -> None:
        button = QPushButton(words)
        if picture:
            button.setIcon(icon(picture, self.desk.look))
            button.setIconSize(QSize(self.desk.look.px(16), self.desk.look.px(16)))
        button.clicked.connect(lambda _on=False: self.desk.safely(do))
        row.addWidget(button)
        self.buttons[key] = button

    def _counter(self, key: str) -> Callable[[], None]:
        return lambda: self.count(key)

    def _opener(self, step: str) -> Callable[[], None]:
        return lambda: self.begin(step).begin()

    def _paper(self, key: str) -> Callable[[], None]:
        return lambda: self.desk.go(Place("campagne_papier", self.number, kind=key))

    def tell(self, found: Stand) -> None:
        """Show how far it is, and by what the counting buttons count."""
        progress = found.progress
        if progress is not None:
            self.progress.setText(progress.words)
            self.bar.share = min(1.0, progress.share or 0.0)
            self.bar.setAccessibleName(progress.words)
            self.bar.update()
        self.progress.setVisible(progress is not None)
        self.bar.setVisible(progress is not None and progress.share is not None)
        self.effect.setText(found.effect)
        self.effect.setVisible(bool(found.effect))
        if found.last:
            self.where.setText(_("De knoppen met +1 tellen vandaag bij: {where}.").format(where=found.last))
        self.where.setVisible(bool(found.last))

    # -- counting --------------------------------------------------------------------------------------------------

    def count(self, key: str) -> None:
        """One more; without an action it is asked first how and where."""
        if not self._record()["acties"]:
            self.begin("actie", {key: 1}).begin()
            self.desk.say(_("Kies eerst hoe en waar. Daarna telt deze knop verder."), tone="let_op")
            return
        done = campagnes.count_one(self.desk.ctx, self.number, key)
        self.used.emit(key)
        words = _("Gesprek geteld: nu {count} bij {where}.")
        if key == "deelnemers":
            words = _("Deelnemer geteld: nu {count} bij {where}.")
        text = words.format(count=written(done.count), where=done.where)
        self._say(text, done.odd)

    def _record(self) -> dict[str, Any]:
        return records.show(self.desk.ctx, self.desk.ctx.spec(campagnes.KIND), self.number)

    def _say(self, text: str, odd: tuple[str, ...] | list[str]) -> None:
        if odd:
            text = _("{text} Kijk nog even: {warnings}").format(text=text, warnings=" ".join(odd))
        self.desk.say(text, undo=True, tone="let_op" if odd else "goed")

    # -- small forms -----------------------------------------------------------------------------------------------

    def begin(self, step: str, more: Mapping[str, Any] | None = None) -> QuickForm:
        """Open a small form; the one that is open stays when what is typed there cannot be kept."""
        if self.form is not None and not self._close():
            return self.form
        spec, record = self.desk.ctx.spec(campagnes.KIND), self._record()
        makers: Mapping[str, tuple[Any, tuple[str, ...], dict[str, Any], tuple[str, ...]]] = {
            "actie": (spec.part["acties"].spec, ACTION, campagnes.begun_like(record["acties"]), ("datum",)),
            "meting": (
                spec.part["metingen"].spec,
                MEASURE,
                {"datum": clock.today().isoformat(), "soort": "ja_nee"},
                ("beantwoord", "gelukt"),
            ),
            "effect": (spec, EFFECT, {key: record[key] for key in EFFECT}, ("effect_aantal",)),
        }
        inner, keys, values, needed = makers[step]
        form = self.form = QuickForm(
            self.desk,
            inner,
            keys,
            str(FORMS[step]).removeprefix("+ "),
            lambda typed: self._save(step, typed),
            About(campagnes.KIND, self.number, self._name, step),
            concept=begun(self.desk.ctx, campagnes.KIND, self.number, step),
            values={**values, **(more or {})},
            needed=needed,
        )
        if step == "meting":
            form.fields.edited.connect(lambda _key: self._follow(form))
            self._follow(form)
        form.left.connect(lambda: self._leave(step))
        form.done.connect(lambda: self._leave(step))
        self._column.addWidget(form)
        form.show()
        return form

    @staticmethod
    def _follow(form: QuickForm) -> None:
        """From which figure it counts as success is only asked of figures."""
        boxes = form.fields.boxes
        boxes["gelukt_vanaf"].setVisible(boxes["soort"].editor.value() == "cijfer")

    def _leave(self, step: str) -> None:
        self.buttons[step].setFocus()
        self._close()

    def _close(self) -> bool:
        if self.form is not None:
            if not self.form.keeper.flush():
                return False
            self.form.hide()
            self.form.deleteLater()
            self.form = None
        return True

    def _save(self, step: str, values: dict[str, Any]) -> None:
        ctx, number = self.desk.ctx, self.number
        if step == "meting" and values["soort"] != "cijfer":
            values["gelukt_vanaf"] = None
        writers = {
            "actie": (campagnes.add_action, _("Actie vastgelegd.")),
            "meting": (campagnes.add_measure, _("Meting vastgelegd.")),
            "effect": (campagnes.set_effect, _("Effect vastgelegd.")),
        }
        write, words = writers[step]
        done = write(ctx, number, values)
        self.used.emit(step)
        self._say(words, done.labelled)
