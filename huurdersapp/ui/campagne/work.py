"""How far a campagne is, and what can be done under it: count one more, put in an action, walk, make its papers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from huurdersapp.actions import campagnes, records
from huurdersapp.actions.campagne_stand import Stand
from huurdersapp.base import clock
from huurdersapp.base.formats import number as written
from huurdersapp.base.i18n import LazyText, lazy
from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.forms.quick_form import QuickForm
from huurdersapp.ui.forms.small_forms import SmallForm, SmallForms
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


class WorkPanel(SmallForms):
    """`used` with the name of the button that took a step: the focus comes back to it when all is shown anew."""

    used = Signal(str)

    def __init__(self, desk: Desk, number: int, name: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, campagnes.KIND, number, name, parent)
        self.progress = label("", "heading")
        self.bar = Bar(desk, 0.0, 0, "")
        self.effect = label("")
        for widget in (self.progress, self.bar, self.effect):
            widget.hide()
            self._column.addWidget(widget)
        self.buttons: dict[str, QPushButton] = {}
        first = self._row()
        first.addWidget(self._opener("actie"))
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
            second.addWidget(self._opener(step, "wijzigen"))
        papers = self._row()
        for key, words in PAPERS.items():
            self._add(papers, key, str(words), "afdrukken", self._paper(key))
        self.go_on()

    # -- building --------------------------------------------------------------------------------------------------

    def _row(self) -> FlowLayout:
        holder = QWidget()
        row = FlowLayout(holder)
        self._column.addWidget(holder)
        return row

    def _add(self, row: FlowLayout, key: str, words: str, picture: str, do: Callable[[], object]) -> None:
        button = self.buttons[key] = QPushButton(words)
        self._draw(button, picture)
        button.clicked.connect(lambda _on=False: self.desk.safely(do))
        row.addWidget(button)

    def _opener(self, step: str, picture: str = "") -> QPushButton:
        button = self.buttons[step] = self.opener(step, str(FORMS[step]))
        self._draw(button, picture)
        return button

    def _draw(self, button: QPushButton, picture: str) -> None:
        if picture:
            button.setIcon(icon(picture, self.desk.look))
            button.setIconSize(QSize(self.desk.look.px(16), self.desk.look.px(16)))

    def _counter(self, key: str) -> Callable[[], None]:
        return lambda: self.count(key)

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
        self.desk.say_done(text, done.odd)

    def _record(self) -> dict[str, Any]:
        return records.show(self.desk.ctx, self._spec, self.number)

    # -- small forms -----------------------------------------------------------------------------------------------

    def form_of(self, step: str) -> SmallForm:
        spec, record = self._spec, self._record()
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
        title = str(FORMS[step]).removeprefix("+ ")
        return SmallForm(inner, keys, title, lambda typed: self._save(step, typed), values, needed)

    def opened(self, step: str, form: QuickForm) -> None:
        if step == "meting":
            form.fields.edited.connect(lambda _key: self._follow(form))
            self._follow(form)
        form.done.connect(lambda: self._leave(step))

    @staticmethod
    def _follow(form: QuickForm) -> None:
        """From which figure it counts as success is only asked of figures."""
        boxes = form.fields.boxes
        boxes["gelukt_vanaf"].setVisible(boxes["soort"].editor.value() == "cijfer")

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
        self.desk.say_done(words, done.labelled)
