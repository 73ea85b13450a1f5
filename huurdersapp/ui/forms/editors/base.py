"""What every editor of a field is: something that shows a plain JSON value, and gives one back."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from huurdersapp.records.draft import Fault
from huurdersapp.ui.desk import Desk


def restyle(widget: QWidget) -> None:
    """Let the style sheet look again at the properties of a widget."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)


class Editor(QWidget):
    """One field of a form.

    `edited` whenever the person changed something (never from `set_value`). `value` is plain JSON as `records.read`
    takes it, or a Fault for what cannot be read; `typed` is what stands there, right or not, as a concept keeps it.
    """

    edited = Signal()
    mended = Signal()
    """What was told of this field does not hold any more, without anybody having done something."""
    labelled = False
    """Whether the editor shows the label of its field itself, as a tick box does."""
    wide = False
    """Whether it wants the whole width of a form."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.tools: QWidget | None = None
        """Buttons that stand beside the label."""
        self._help = ""

    def explain(self, text: str) -> None:
        """The sentence that explains the field, for a screen reader."""
        self._help = text
        self.set_faults([])

    def value(self) -> Any:
        """The plain JSON value (None for nothing), or the Fault to tell."""
        raise NotImplementedError

    def set_value(self, value: Any) -> None:
        """Show a plain JSON value; nothing is edited by that."""
        raise NotImplementedError

    def typed(self) -> Any:
        """What stands there, as JSON, also when it is no value."""
        return self.value()

    def set_typed(self, typed: Any) -> None:
        """Show what `typed` gave."""
        self.set_value(typed)

    def faults(self) -> list[Fault]:
        """What cannot be read of what stands there, with places within this field."""
        value = self.value()
        return [value] if isinstance(value, Fault) else []

    def set_faults(self, faults: list[Fault]) -> None:
        """Mark what is wrong (an empty list: nothing is). The text under the field is its box's."""
        text = " ".join([*(fault.text for fault in faults), self._help]).strip()
        for widget in self.inputs():
            widget.setProperty("fault", any(not fault.warning for fault in faults))
            widget.setAccessibleDescription(text)
            restyle(widget)

    def inputs(self) -> list[QWidget]:
        """The widgets in which something is typed or chosen."""
        return [self.first_focus()]

    def first_focus(self) -> QWidget:
        """Where the focus goes when somebody comes to this field."""
        raise NotImplementedError

    def name_it(self, name: str) -> None:
        """The name of the field for a screen reader."""
        for widget in self.inputs():
            widget.setAccessibleName(name)

    def show_place(self, place: tuple[str | int, ...]) -> QWidget:
        """Make visible what a fault points at within this field; gives where the focus goes."""
        return self.first_focus()

    def finish(self) -> None:
        """The focus went elsewhere: tidy what was typed."""
