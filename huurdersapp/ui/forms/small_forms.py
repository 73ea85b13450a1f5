"""A card under a record with buttons that each open a small form, one at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QFrame, QPushButton, QVBoxLayout, QWidget

from huurdersapp.records.spec import RecordSpec
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.field_set import Editors
from huurdersapp.ui.forms.quick_form import About, QuickForm
from huurdersapp.ui.forms.step_concept import STEP, begun
from huurdersapp.ui.frame.read_only import off


@dataclass(frozen=True, slots=True)
class SmallForm:
    """A small form: the spec of its fields, which ones, its title, what it does, and with what it begins."""

    spec: RecordSpec
    keys: tuple[str, ...]
    title: str
    do: Callable[[dict[str, Any]], object]
    values: Mapping[str, Any]
    needed: tuple[str, ...] = ()
    editors: Editors = field(default_factory=dict)


class SmallForms(QFrame):
    """The small forms of the record `number` of this kind. A subclass makes the buttons with `opener` and calls `go_on`
    when it is built; it overrides `form_of`, and `opened` for what a form needs besides."""

    opened_or_closed = Signal()
    """A small form came or went: what the keys do is something else then."""
    first: ClassVar[str] = ""
    """The field where work begins; none: the first that is still empty."""

    def __init__(self, desk: Desk, kind: str, number: int, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self._kind, self.number, self._name = desk, kind, number, name
        self._spec = desk.ctx.spec(kind)
        self.form: QuickForm | None = None
        self.openers: dict[str, QPushButton] = {}
        self.setProperty("role", "card")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 10, 12, 10)

    def form_of(self, step: str) -> SmallForm:
        """The small form of a step."""
        raise NotImplementedError

    def opened(self, step: str, form: QuickForm) -> None:
        """What is to be done with a form before it is shown."""

    def opener(self, step: str, words: str) -> QPushButton:
        """The button that opens the form of a step; the focus is on it again after [Annuleren]."""
        button = self.openers[step] = QPushButton(words)
        button.clicked.connect(lambda: self.desk.safely(lambda: self.begin(step).begin(self.first)))
        off(self.desk, button)
        return button

    def go_on(self) -> None:
        """Open the form that was begun last and not saved."""
        if not self.openers or self.desk.ctx.store.read_only is not None:
            return
        kept = begun(self.desk.ctx, self._kind, self.number, *self.openers)
        if kept is not None:
            self.begin(kept.gegevens[STEP])

    def begin(self, step: str, more: Mapping[str, Any] | None = None) -> QuickForm:
        """Open the small form of a step, beginning with `more` as well; the one that is open stays when what is typed
        there cannot be kept."""
        if self.form is not None and not self._close():
            return self.form
        asked = self.form_of(step)
        form = self.form = QuickForm(
            self.desk,
            asked.spec,
            asked.keys,
            asked.title,
            asked.do,
            About(self._kind, self.number, self._name, step),
            concept=begun(self.desk.ctx, self._kind, self.number, step),
            values={**asked.values, **(more or {})},
            editors=asked.editors,
            needed=asked.needed,
        )
        form.left.connect(lambda: self._leave(step))
        self.opened(step, form)
        self._column.addWidget(form)
        form.show()
        self.opened_or_closed.emit()
        return form

    def _leave(self, step: str) -> None:
        focus = QApplication.focusWidget()
        here = focus is None or self.isAncestorOf(focus)  # who is somewhere else by now stays there
        if here and (button := self.openers.get(step)) is not None:
            button.setFocus()
        self._close()

    def _close(self) -> bool:
        if self.form is not None:
            if not self.form.keeper.flush():
                return False
            self.form.hide()
            self.form.deleteLater()
            self.form = None
            self.opened_or_closed.emit()
        return True
